"""Where a 意见 points in a report that was edited since."""

import pytest

from model.findings import Spot
from model.report import Report, Slot, SlotKind
from model.review.remark_places import pointer, spot_of
from model.review.remarks import Place
from tests.export.sample import report_of

CELL = "applications.granted.natural_person"
QUOTE = "完善制度，做好培训。"


@pytest.fixture
def report() -> Report:
    made = report_of()
    write(made, f"（一）工作情况。\n全年收到申请{{收到申请总数}}件，均按时答复。\n{QUOTE}")
    return made


def write(report: Report, text: str) -> None:
    report.set([(Slot(SlotKind.TEXT, "overview"), text)])


def found(report: Report, quote: str) -> str | None:
    """The words that a 意见 on these words points to, as they are stored."""
    spot = spot_of(report, Place("overview", quote=quote))
    return None if spot is None else report.text("overview")[spot.start : spot.end]


def test_of_paragraphs_alike_the_very_one_is_taken_before_one_that_is_longer(report: Report) -> None:
    write(report, f"{QUOTE}加强宣传。\n{QUOTE}\n再次{QUOTE}")
    assert found(report, QUOTE) == QUOTE


def test_a_paragraph_is_found_though_its_middle_or_its_ends_were_changed(report: Report) -> None:
    for changed in ("完善各项规章制度，做好培训。", "进一步完善制度，做好培训工作。", "健全制度，抓好培训。"):
        write(report, f"毫不相干的一段话。\n{changed}")
        assert found(report, QUOTE) == changed


def test_blank_lines_between_move_the_place_and_are_none(report: Report) -> None:
    write(report, f"\n  \n{QUOTE}\n")
    assert found(report, QUOTE) == QUOTE
    write(report, "\n \n")
    assert found(report, QUOTE) is None


def test_a_remark_on_no_words_points_to_none(report: Report) -> None:
    assert found(report, "") is None


def test_a_pointer_leads_to_the_cell_where_the_form_has_it_else_to_the_page(report: Report) -> None:
    there = pointer(report, Place("applications", CELL))
    assert (there.cells, there.page, there.spot) == ((CELL,), "applications", None)
    assert pointer(report, Place("applications", "applications.gone.natural_person")).cells == ()
    words = pointer(report, Place("overview", quote=QUOTE))
    assert (words.cells, words.spot) == ((), spot_of(report, Place("overview", quote=QUOTE)))


def test_a_paragraph_is_found_again_after_it_was_changed(report: Report) -> None:
    place = Place("overview", quote=QUOTE)
    text = report.text("overview")
    start = text.index("完善")
    assert spot_of(report, place) == Spot("overview", start, len(text))
    changed = text.replace("全年", "一年来").replace("完善制度，", "完善各项制度，")
    report.set([(Slot(SlotKind.TEXT, "overview"), changed)])
    spot = spot_of(report, place)
    assert spot is not None
    assert changed[spot.start : spot.end] == "完善各项制度，做好培训。"
    report.set([(Slot(SlotKind.TEXT, "overview"), "毫不相干")])
    assert spot_of(report, place) is None


def test_a_paragraph_with_a_number_field_is_found_by_what_is_printed(report: Report) -> None:
    text = report.text("overview")
    spot = spot_of(report, Place("overview", quote="全年收到申请12件，均按时答复。"))
    assert spot is not None
    assert "{收到申请总数}" in text[spot.start : spot.end]
