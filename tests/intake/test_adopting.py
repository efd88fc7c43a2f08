"""An import into a year that is there changes what it tells, and loses nothing that it cannot know."""

from intake.adopting import adopted
from intake.recognise import Recognition
from model.import_state import ImportState
from model.report import Report, Slot, SlotKind, SlotValue
from model.review.remarks import Place, added, remarks_of
from tests.intake.figures import report

RECEIVED = "applications.received.natural_person"
GRANTED = "applications.granted.natural_person"
TOTAL = "applications.received.total"


def put(made: Report, kind: SlotKind, key: str, value: SlotValue) -> Report:
    made.set([(Slot(kind, key), value)])
    return made


def found(imported: Report, *, exact: bool = False) -> Recognition:
    return Recognition(imported, (), (), exact=exact)


def mine() -> Report:
    """A report with what only the office's own file can hold."""
    made = report("2021", 3)
    put(made, SlotKind.EXPLANATION, "T2.4:x", {"text": "新划入", "values": {}})
    put(made, SlotKind.CONTROL, TOTAL, 7)
    put(made, SlotKind.FIELD, "phone", "0500-123")
    put(made, SlotKind.FIELD, "level", "government")
    return put(made, SlotKind.ROLL_UP, RECEIVED, 5)


def test_what_no_published_report_shows_stays() -> None:
    present = mine()
    imported = put(put(report("2021", 3), SlotKind.CONTROL, TOTAL, 99), SlotKind.FIELD, "level", "department")
    got = adopted(present, found(imported))
    for kind in (SlotKind.EXPLANATION, SlotKind.CONTROL, SlotKind.ROLL_UP, SlotKind.FIELD):
        assert got.of_kind(kind) == present.of_kind(kind)


def test_what_the_import_tells_is_taken_over() -> None:
    imported = put(report("2021", 3), SlotKind.CELL, RECEIVED, 321)
    put(imported, SlotKind.TEXT, "overview", "全年平稳。")
    put(imported, SlotKind.FIELD, "phone", "0500-999")
    got = adopted(mine(), found(imported))
    assert (got.value(RECEIVED), got.text("overview"), got.field("phone")) == (321, "全年平稳。", "0500-999")


def test_a_cell_that_says_the_same_is_not_marked_anew() -> None:
    imported = put(report("2021", 3), SlotKind.CELL, RECEIVED, 321)
    for key in (RECEIVED, GRANTED):
        put(imported, SlotKind.STATE, key, ImportState.READ.value)
    got = adopted(mine(), found(imported))
    assert got.of_kind(SlotKind.STATE) == {RECEIVED: ImportState.READ.value}


def test_a_file_of_the_programs_own_brings_its_explanations_and_totals() -> None:
    imported = put(report("2021", 3), SlotKind.CONTROL, TOTAL, 99)
    put(imported, SlotKind.EXPLANATION, "T3.1:y", {"text": "口径调整", "values": {}})
    got = adopted(mine(), found(imported, exact=True))
    assert set(got.of_kind(SlotKind.EXPLANATION)) == {"T2.4:x", "T3.1:y"}
    assert got.get(SlotKind.CONTROL, TOTAL) == 99


def test_a_colleagues_remarks_come_to_the_own_ones() -> None:
    present, imported = mine(), report("2021", 3)
    present.set(added(present, Place("cover"), "电话不对", who="王", when=""))
    imported.set(added(imported, Place("problems"), "写具体些", who="李", when=""))
    got = adopted(present, found(imported, exact=True))
    assert [remark.text for remark in remarks_of(got)] == ["电话不对", "写具体些"]


def test_neither_report_is_changed() -> None:
    present, imported = mine(), put(report("2021", 3), SlotKind.CELL, RECEIVED, 321)
    before = present.slots, imported.slots
    adopted(present, found(imported))
    assert (present.slots, imported.slots) == before
