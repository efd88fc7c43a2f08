"""Which numbers of a sentence are which parts of a family."""

from model.prose.reckoned.figures import Figure, rows
from model.rules.told.families import Tables, families, known_in
from model.rules.told.settled import NamesOf
from model.rules.told.told_parts import Parts
from tests.model.drafts import case

_CELLS = {
    "disclosure.licences.decisions": "300",
    "disclosure.penalties.decisions": "40",
    "disclosure.coercive_measures.decisions": "7",
}


def is_open(_: Figure) -> None:
    """No number is settled."""


def names_of_others(figure: Figure) -> frozenset[str] | None:
    """All numbers but those of penalties are settled."""
    return None if figure.own == "处罚" else frozenset({figure.own})


def parts(text: str, names_of: NamesOf = is_open) -> Parts:
    """The numbers of a text as those of the decisions."""
    (row,) = rows(text)
    family = next(family for family in families() if "行政许可数" in family.parts)
    tables = Tables.of(case(2023, _CELLS, {}).report)
    known = next(known for known in known_in("许可", tables) if known.family is family)
    return Parts(row.figures, known, names_of)


def told(text: str) -> dict[int, str]:
    """The numbers that are parts."""
    found = parts(text)
    return {int(found.figures[place].value): part for place, part in found.part_of.items()}


def test_values_tell_what_words_do_not() -> None:
    assert told("窗口300件，路面40件，车场7件。") == {300: "行政许可数", 40: "行政处罚数", 7: "行政强制数"}


def test_words_that_tell_another_part_keep_a_value_from_it() -> None:
    assert told("处罚300件，强制7件。") == {7: "行政强制数"}


def test_numbers_in_another_unit_are_no_parts() -> None:
    assert told("窗口300件，路面40件，检查7次。") == {300: "行政许可数", 40: "行政处罚数"}


def test_what_is_not_told_is_missing_and_what_nothing_explains_is_free() -> None:
    found = parts("窗口300件，路面41件，强制7件。")
    assert [*found.missing] == ["行政处罚数"]
    assert [int(figure.value) for figure in found.free()] == [41]
    assert found.is_in_order("行政处罚数")
    assert found.score > parts("窗口301件，路面41件，强制7件。").score


def test_some_of_what_was_told_is_not_free() -> None:
    assert parts("窗口300件，路面40件，其中夜间8件。").free() == []
    assert parts("窗口300件，路面40件，机关和车场各8件。").free() == []


def test_what_something_has_changed_by_is_no_part() -> None:
    assert [int(one.value) for one in parts("窗口300件，路面40件，车场9件。").free()] == [9]
    assert parts("窗口300件，路面40件，车场比上年增加9件。").free() == []


def test_a_few_beside_as_few_of_something_else_stand_beside_a_stranger() -> None:
    found = parts("许可3件，钓证7件，处罚40件。")
    assert [found.is_beside_a_stranger(figure) for figure in found.figures] == [True, False, False]


def test_decisions_may_each_be_counted_in_a_unit_of_their_own_where_words_name_them() -> None:
    assert told("许可300项，处罚40起，检查7次。") == {300: "行政许可数", 40: "行政处罚数"}


def test_a_part_that_others_make_up_need_not_be_told() -> None:
    found = parts("窗口300件，路面41件，强制7件。")
    assert not found.is_sum_of_others("行政许可数")


def test_others_all_settled_say_that_one_is_meant_as_its_words_tell() -> None:
    text = "许可300件，处罚41件，强制7件，巡查9件，提醒8件。"
    unsettled, settled = parts(text), parts(text, names_of_others)
    assert unsettled.weight_of_others(unsettled.figures[1]) == 0
    assert settled.weight_of_others(settled.figures[1]) > 0


def test_what_was_done_last_year_is_no_part_of_this_year() -> None:
    found = parts("窗口300件，去年办结41件，强制7件。")
    assert found.free() == []


def test_what_is_no_whole_number_is_no_part() -> None:
    assert parts("窗口300件，每月13.5件，强制7件。").free() == []


def test_what_is_told_for_a_reason_may_be_some_of_its_result() -> None:
    cells = {
        "applications.refused_third_party.natural_person": "8",
        "applications.granted.natural_person": "30",
    }
    tables = Tables.of(case(2023, cells, {}).report)
    (row,) = rows("公开30件、涉及他人信息不予公开2件。")
    (known, *_) = known_in(row.words, tables)
    assert Parts(row.figures, known, is_open).free() == []


def test_all_the_rest_in_one_number_is_no_part() -> None:
    assert parts("窗口300件，其余47件未处罚。").free() == []


def test_what_it_was_in_another_year_is_no_part() -> None:
    assert parts("窗口300件，路面由2022年的41件，强制7件。").free() == []
