"""Pieces of one sentence change how each other's numbers are read."""

import pytest

from model.prose.passages import squeezed
from model.prose.pieces.line import Line
from model.prose.pieces.subject import Subject
from model.prose.sentences.sentence import read_sentence

YEAR = 2024


def lines(words: str, subject: Subject | None = None, *, listed: bool = False) -> list[Line]:
    return read_sentence(squeezed(words).words, subject or Subject(when=YEAR), YEAR, listed=listed)[1]


def told(words: str) -> list[tuple[str, int]]:
    """What each number was taken for and the year it is told of; "" where it is no claim."""
    return [("＋".join(line.told.names), line.told.when) if line.told else ("", 0) for line in lines(words)]


def test_each_number_is_a_piece_with_the_subject_of_the_one_before() -> None:
    assert told("收到政府信息公开申请12件，办结9件，结转下年度3件") == [
        ("received", 2024),
        ("handled", 2024),
        ("carried_out", 2024),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "2023、2024年分别收到政府信息公开申请40件、50件",
        "2023和2024年分别收到政府信息公开申请40件、50件",
    ],
)
def test_years_in_a_row_need_their_word_only_once(words: str) -> None:
    assert told(words) == [("received", 2023), ("received", 2024)]


def test_a_year_right_before_the_whole_of_it_needs_no_word() -> None:
    (received,) = lines("2024全年本局收到政府信息公开申请12件")
    assert received.subject.who == "own"


@pytest.mark.parametrize("none", ["上年无结转", "2023年无结转申请", "去年没有结转"])
def test_what_is_denied_of_the_year_before_leaves_the_year_as_it_was(none: str) -> None:
    assert told(f"收到政府信息公开申请12件，{none}，已办结12件")[-1] == ("handled", 2024)


def test_of_two_numbers_behind_the_same_words_neither_is_the_whole() -> None:
    assert told("受理政府信息公开申请98件、67件") == [("", 0), ("", 0)]


def test_an_answer_beside_other_ends_is_one_of_them() -> None:
    _, answered, _ = lines("收到政府信息公开申请12件，答复3件，转办9件")
    assert answered.told is not None
    assert answered.told.dimension == "course"


@pytest.mark.parametrize(
    ("words", "ways", "sure"),
    [
        ("收到政府信息公开申请13件，结转下年度2件", 1, True),
        ("收到政府信息公开申请13件（含上年结转3件），结转下年度2件", 1, False),
        ("受理政府信息公开申请13件，结转下年度2件", 2, False),
        ("加上上年结转的政府信息公开申请共286件", 2, False),
    ],
)
def test_what_came_in_may_be_told_with_what_was_carried_in(words: str, ways: int, *, sure: bool) -> None:
    first = lines(words)[0]
    assert first.told is not None
    assert (len(first.told.readings), first.told.sure) == (ways, sure)


def test_brackets_are_read_in_their_own_depth_and_leave_the_subject_as_it_was() -> None:
    read = lines("收到政府信息公开申请13件（上年结转3件），办结9件")
    assert [line.depth for line in read] == [0, 1, 0]
    assert read[-1].told is not None
    assert read[-1].told.names == ("handled",)


@pytest.mark.parametrize(
    "words",
    [
        "主动公开560件、依申请公开512件、不予公开208件",
        "制发公文1280件，主动公开560件、依申请公开512件、不予公开208件",
        "主动公开类560件、依申请公开类512件、不予公开类208件",
        "主动公开政府信息560件、依申请公开512件、不予公开208件",
        "主动公开公文560件、依申请公开公文512件、不予公开公文208件",
    ],
)
def test_how_papers_are_marked_is_no_outcome_of_applications(words: str) -> None:
    assert [line.told for line in lines(words) if line.told] == []


def test_a_list_of_results_goes_on_with_the_applications_of_the_sentence_before() -> None:
    before = Subject(thing="application", distance=1, when=YEAR)
    (line,) = lines("已主动公开9件", before, listed=True)
    assert line.subject.thing == "application"


def test_the_next_sentence_is_given_what_this_one_spoke_of() -> None:
    subject, _ = read_sentence("县教育局收到政府信息公开申请9件", Subject(when=YEAR), YEAR, listed=False)
    assert (subject.thing, subject.who, subject.action) == ("application", "县教育局", "received")


def test_results_behind_reviews_and_suits_told_together_are_of_both() -> None:
    _, upheld = lines("涉及政府信息公开的行政复议、行政诉讼案件20件，结果维持11件")
    assert upheld.told is not None
    assert upheld.told.readings == (("行政复议维持数", "行政诉讼维持数"),)
    assert not upheld.told.sure


def test_results_behind_a_row_of_both_are_of_the_last_or_of_all() -> None:
    *_, upheld = lines("政府信息公开行政复议12件、行政诉讼8件，维持11件")
    assert upheld.told is not None
    assert upheld.told.readings == (("行政诉讼维持数",), ("行政复议维持数", "行政诉讼维持数"))


def test_those_taken_up_are_a_part_of_a_larger_number_that_came_in() -> None:
    received, _, taken = lines("收到政府信息公开申请57件，撤回38件，受理18件")
    assert received.told is not None
    assert taken.told is not None
    assert (received.told.dimension, taken.told.dimension) == ("", "taken")


def test_where_what_lacks_is_told_it_is_open_which_number_the_tables_have() -> None:
    received, _, taken = lines("收到政府信息公开申请57件，撤回39件，受理18件")
    assert received.told is None
    assert taken.told is not None
    assert taken.told.dimension == "taken"


def test_one_end_beside_another_is_not_all() -> None:
    _, refused, answered = lines("收到政府信息公开申请20件，1件不予公开，18件按期答复")
    assert refused.told is not None
    assert answered.told is not None
    assert answered.told.dimension == "course"


@pytest.mark.parametrize("bracket", ["含上年结转6件", "含去年转来的6件", "含2023年收到的6件"])
def test_what_came_in_may_count_what_a_bracket_tells_of_earlier_years(bracket: str) -> None:
    received = lines(f"收到政府信息公开申请85件（{bracket}）")[0]
    assert received.told is not None
    assert ("收到申请总数", "上年结转申请数") in received.told.readings


def test_papers_about_applications_are_none() -> None:
    assert told("收到1份依申请公开意见征询件") == [("", 0)]
    assert told("收到2份市政府办公室依申请公开征求意见函") == [("", 0)]


def test_what_was_repealed_beside_what_lapsed_may_be_a_part() -> None:
    lines = read_sentence("规范性文件废止1件、失效5件", Subject(when=2024), 2024, listed=False)[1]
    assert [line.told and line.told.dimension for line in lines] == ["share", None]


def test_documents_may_be_named_behind_the_numbers_of_what_was_done_with_them() -> None:
    assert told("全区共制发24件，失效及废止31件，至12月31日现行有效的行政规范性文件共56件") == [
        ("issued", YEAR),
        ("repealed", YEAR),
        ("in_force", YEAR),
    ]
    assert told("制发通报24件，现行有效的规范性文件56件") == [("", 0), ("in_force", YEAR)]


def test_what_was_received_in_a_unit_is_told_on_in_it() -> None:
    assert told("收到政府信息公开申请32项，30项予以公开")[1] == ("granted", YEAR)
    assert told("收到政府信息公开申请32件，30项予以公开")[1] == ("", 0)


def test_those_carried_in_that_were_handled_are_at_most_all() -> None:
    line = lines("收到政府信息公开申请32件，办结上年结转3件，今年共办结35件")[1]
    assert line.told is not None
    assert (line.told.names, line.told.dimension) == (("carried_in",), "course")


def test_results_of_reviews_and_suits_named_together_are_of_both() -> None:
    (line,) = lines("政府信息公开行政复议和行政诉讼中被纠正的共4件")
    assert line.told is not None
    assert line.told.readings[-1] == ("行政复议纠正数", "行政诉讼纠正数")
