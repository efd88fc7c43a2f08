"""Numbers that lost their label are placed by order, else by the sums; where neither tells, they stay open."""

from collections.abc import Mapping, Sequence

from intake.page.flow import Row
from intake.tables.readings import Reading, best_reading
from intake.tables.unlabelled import Unlabelled, reading_words, without_labels, words_of
from model.form_file import load_form
from model.values import Value
from tests.intake.tables.rows import entry, grid, table

HEAD = ("申请人情况", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")


def told(rows: Sequence[Row]) -> tuple[Reading, Unlabelled]:
    reading = best_reading(table(), rows)

    def values_at(index: int, place: int) -> Mapping[str, Value] | None:
        keys, values = reading.targets[place].keys, reading.entries[index].values
        if len(keys) != len(values):
            return None
        return {key: int(piece.text) for key, piece in zip(keys, values, strict=True)}

    known: dict[str, Value] = {}
    for index, place in reading.pairs.items():
        known |= values_at(index, place) or {}
    return reading, without_labels(load_form("2021"), table(), reading, known, values_at)


def places(rows: Sequence[Row]) -> list[str]:
    reading, found = told(rows)
    return [reading.targets[place].label for place in found.places.values()]


def test_as_many_rows_as_the_form_has_there_are_placed_by_their_order() -> None:
    rows = grid(HEAD, ("1.属于国家秘密", *"1000001"), ("", *"2000002"), ("3.危及“三安全一稳定”", *"3000003"))
    assert places(rows) == ["2.其他法律行政法规禁止公开"]


def test_rows_that_all_have_labels_leave_nothing_open() -> None:
    _, found = told(grid(HEAD, ("1.属于国家秘密", *"1000001"), ("2.其他法律行政法规禁止公开", *"2000002")))
    assert not found.places
    assert not found.ways
    assert not found.loose


def test_fewer_rows_than_the_form_has_and_no_sum_that_tells_stay_open() -> None:
    rows = grid(HEAD, ("1.属于国家秘密", *"1000001"), ("", *"2000002"), ("4.保护第三方合法权益", *"3000003"))
    reading, found = told(rows)
    assert not found.places
    labels = {reading.targets[place].label for place in found.open}
    assert {"2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”"} <= labels


def test_more_rows_than_the_form_has_are_placed_nowhere() -> None:
    rows = grid(
        HEAD,
        ("1.属于国家秘密", *"1000001"),
        ("", *"2000002"),
        ("", *"4000004"),
        ("3.危及“三安全一稳定”", *"3000003"),
    )
    reading, found = told(rows)
    assert not found.places
    assert "2.其他法律行政法规禁止公开" in {reading.targets[place].label for place in found.open}


def test_numbers_are_told_as_the_source_has_them() -> None:
    assert words_of(entry("1", "", "2", label="")) == "1 □ 2"
    reading = best_reading(table(), grid(("（一）予以公开", *"7520000")))
    assert reading_words(reading, 0, ()) == words_of(reading.entries[0])
    assert "可能是（一）予以公开" in reading_words(reading, 0, (2,))
