"""What a ledger's process tells in lines is put together whole; what is no sheet, count or row is not taken for one."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time

import pytest

from intake.apart import ledger_wire
from intake.apart.ledger_wire import (
    MALFORMED,
    Laid,
    Tallies,
    layouts,
    layouts_of,
    line,
    lines_of_count,
    lines_of_part,
    lines_of_rows,
    number,
    row,
)
from intake.ledger.ledger import BEGINNING, Count
from intake.ledger.part import Part
from intake.ledger.sheets import Raw
from intake.ledger.tally import Purpose, Reason, Tally
from model.form_file import form_for
from tests.intake.ledger.invented import YEAR
from tests.intake.ledger.rows import ledger_of

FORM = form_for(YEAR)
GRANTED = "applications.granted.natural_person"


@pytest.fixture
def part() -> Part:
    rows = [["1", "2024-3-8", "赵某", "公民", "予以公开", "2024-3-18"]] * 30
    return ledger_of(*rows).parts[0]


def heard(lines: Iterable[bytes]) -> list[dict[str, object]]:
    return [json.loads(each) for each in lines]


def test_a_sheet_arrives_with_its_first_rows_and_its_whole_height(part: Part) -> None:
    laid = Laid()
    (told,) = heard(lines_of_part(part))
    assert laid.take(told) == part.name
    (got,) = laid.parts
    assert (got.head, got.layout, got.height, got.known, got.counted) == (
        part.head,
        part.layout,
        31,
        part.known,
        part.counted,
    )
    assert list(got.sheet.rows) == list(part.sheet.rows)[: 1 + BEGINNING]
    assert laid.take(json.loads(line({"laid_out": {"year": 2024, "notes": ["甲"]}}))) is laid
    assert (laid.year, laid.notes) == (2024, ["甲"])


def test_sheets_whose_places_overlap_are_refused(part: Part) -> None:
    laid = Laid()
    (told,) = heard(lines_of_part(part))
    laid.take(told)
    (next_to,) = heard(lines_of_part(replace(part, first_place=part.first_place + part.height)))
    with pytest.raises(MALFORMED):
        laid.take(told)
    assert laid.take(next_to) == part.name


def test_layouts_go_and_come_with_what_is_left_out(part: Part) -> None:
    left_out = replace(part, counted=False, layout=replace(part.layout, only="review"))
    assert list(layouts(json.loads(json.dumps(layouts_of((part, left_out)))))) == [
        (part.layout, True),
        (left_out.layout, False),
    ]


def full() -> Tally:
    tally = Tally("applications")
    for place in range(1, 8):
        tally.put(place, [GRANTED], guessed=place == 3)
    tally.asides = [8, 9]
    tally.leave(4, "不详", "不是日期", Reason.RECEIVED)
    tally.unknown[Purpose.OUTCOME, "酌情"] = (frozenset(("granted", "partial")), [5, 6, 7])
    return tally


@pytest.mark.parametrize("most", [1, 2, 5_000])
def test_a_count_arrives_whole_however_it_is_cut_into_lines(
    most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger_wire, "_PLACES", most)
    monkeypatch.setattr(ledger_wire, "_ENTRIES", most)
    count = Count(YEAR, FORM, {"applications": full(), "disputes": Tally("disputes")})
    tallies = Tallies(FORM, 9)
    *pieces, last = heard(lines_of_count(count))
    assert [tallies.take(piece) for piece in pieces] == [""] * len(pieces)
    assert tallies.take(last) == count.tallies
    longest = max(len(str(piece).split(",")) for piece in pieces)
    assert longest < 12 or most > 2


@pytest.mark.parametrize(
    ("raw", "arrives"),
    [
        ("甲", "甲"),
        (3, 3),
        (2.5, 2.5),
        (True, True),
        (date(2024, 3, 8), date(2024, 3, 8)),
        (datetime.fromisoformat("2024-03-08T12:30"), date(2024, 3, 8)),
        (time(12, 30), "12:30:00"),
    ],
)
def test_a_cell_arrives_as_what_it_was_a_day_without_its_time(raw: Raw, arrives: Raw) -> None:
    (told,) = heard(lines_of_rows([[raw]]))[:-1]
    rows = told["row"]
    assert isinstance(rows, list)
    got = row(rows[0])
    assert got == [arrives]
    assert type(got[0]) is type(arrives)


def test_rows_end_with_how_many_there_were() -> None:
    assert heard(lines_of_rows([["甲"], ["乙"]])) == [{"row": [["甲"], ["乙"]]}, {"rows": 2}]
    assert heard(lines_of_rows([])) == [{"rows": 0}]


@pytest.mark.parametrize("told", [-1, 1.0, True, "1", None])
def test_what_is_no_number_from_nought_on_is_refused(told: object) -> None:
    assert number(0) == 0
    with pytest.raises(MALFORMED):
        number(told)


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"what": []},
        {"rows": ["applications", "applications.granted.nobody", [1]]},
        {"rows": ["applications", "applications.granted.total", [1]]},
        {"rows": ["nothing", "applications.granted.natural_person", [1]]},
        {"rows": ["applications", "applications.granted.natural_person", [0]]},
        {"rows": ["applications", "applications.granted.natural_person", [11]]},
        {"rows": ["applications", "applications.granted.natural_person", ["1"]]},
        {"rows": ["applications", "applications.granted.natural_person", []]},
        {"unplaced": ["applications", [[1, "", "", "no reason"]]]},
        {"unknown": ["applications", "no purpose", "", [], [1]]},
        {"counted": ["nothing"]},
    ],
)
def test_what_is_no_count_is_not_taken_for_one(told: dict[str, object]) -> None:
    with pytest.raises(MALFORMED):
        Tallies(FORM, 10).take(told)


@pytest.mark.parametrize(
    "change",
    [
        {"first_place": 0},
        {"height": 1},
        {"rows": []},
        {"rows": [["a"], ["a", "b"]]},
        {"rows": [[None]]},
        {"rows": [[[1, 2]]]},
        {"rows": [[[99_999_999]]]},
        {"heads": ["甲"]},
        {"layout": ["nothing", [], "", True]},
        {"layout": ["applications", ["nothing"], "", True]},
    ],
)
def test_what_is_no_sheet_is_not_taken_for_one(part: Part, change: dict[str, object]) -> None:
    (told,) = map(json.loads, lines_of_part(part))
    assert Laid().take(told) == part.name
    told["part"].update(change)
    with pytest.raises(MALFORMED):
        Laid().take(told)
