"""Lines that are filled one after the other, as programs do that do not look ahead."""

from export.word.filled_lines import FilledLines, Joint

ROOM = 100.0


def filled(
    text: str, *, width: float = 10.0, ends: tuple[int, ...] | None = None, air: float = 0.0
) -> FilledLines:
    joints = [Joint(air, tracked=True)] * len(text)
    return FilledLines(text, [width] * len(text), joints, ends or tuple(range(len(text))))


def test_a_line_takes_what_fits() -> None:
    assert filled("公" * 25).starts(0, ROOM, 0) == [0, 10, 20]


def test_the_first_line_is_indented() -> None:
    assert filled("公" * 25).starts(0, ROOM, 20) == [0, 8, 18]


def test_characters_set_closer_take_fewer_lines() -> None:
    """Ten joints are narrowed by 1 pt; the last character of a line keeps its width."""
    assert filled("公" * 11).starts(0, ROOM, 0) == [0, 10]
    assert filled("公" * 11).starts(-1, ROOM, 0) == [0]


def test_room_between_two_characters_counts_inside_a_line_only() -> None:
    assert filled("公" * 20, air=1).starts(0, 99, 0) == [0, 9, 18]
    assert filled("公" * 20, air=1).starts(0, 98, 0) == [0, 9, 18]
    assert filled("公" * 20, air=1).starts(0, 97.9, 0) == [0, 8, 16]


def test_a_line_ends_where_it_may() -> None:
    """The tenth character may not be parted from the eleventh."""
    ends = (*range(10), 9, *range(11, 15))
    assert filled("公" * 15, ends=ends).starts(0, ROOM, 0) == [0, 9]


def test_what_may_end_nowhere_is_cut_at_the_edge() -> None:
    assert filled("a" * 25, ends=(0,) * 25).starts(0, ROOM, 0) == [0, 10, 20]


def test_spaces_hang_over_the_edge() -> None:
    assert filled("公" * 10 + "  " + "开").starts(0, ROOM, 0) == [0, 12]
    assert filled("公" * 10 + "  ").starts(0, ROOM, 0) == [0]


def test_an_empty_paragraph_takes_a_line() -> None:
    assert filled("").starts(0, ROOM, 0) == [0]


def test_a_line_has_one_character_at_least() -> None:
    assert filled("公开", width=200).starts(0, ROOM, 20) == [0, 1]


def test_lines_that_are_full_are_not_pulled_apart() -> None:
    assert filled("公" * 25).loosest(0, ROOM, 0) == 0


def test_what_a_line_lacks_is_shared_out_between_its_characters_and_not_inside_words() -> None:
    """Four characters and an address of nine places that begins the next line: 60 pt for three gaps."""
    text = "电子邮箱" + "a" * 9
    made = filled(text, ends=(0, 1, 2, 3, *[4] * 9))
    assert made.starts(0, ROOM, 0) == [0, 4]
    assert made.loosest(0, ROOM, 0) == 20


def test_the_last_line_is_as_short_as_it_is() -> None:
    assert filled("公" * 11).loosest(0, ROOM, 0) == 0


def test_a_last_line_of_one_character_and_its_mark_is_lonely() -> None:
    assert filled("公" * 10 + "程。").is_lonely(0, ROOM, 0)
    assert not filled("公" * 10 + "过程。").is_lonely(0, ROOM, 0)
    assert not filled("程。").is_lonely(0, ROOM, 0)
