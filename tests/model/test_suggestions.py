"""A suggestion is told in the words of the form and set where the value stands."""

from model.findings import Suggestion
from model.report import Slot, SlotKind
from model.suggestions import describe, settings_of
from tests.model.diagnosis.figures import GRANTED, GRANTED_TOTAL, balanced


def test_a_cell_is_set_to_the_suggested_value() -> None:
    report = balanced(declared=False)
    assert settings_of(report, Suggestion(GRANTED, 1298, 1288, "数字误录")) == (
        (Slot(SlotKind.CELL, GRANTED), 1288),
    )


def test_a_suggested_total_is_changed_where_it_stands() -> None:
    report = balanced(declared=True)
    report.set(
        [(Slot(SlotKind.DECLARED, GRANTED_TOTAL), 1000), (Slot(SlotKind.CONTROL, GRANTED_TOTAL), 1000)]
    )
    suggestion = Suggestion(GRANTED_TOTAL, 1000, 1309, "数字有误")
    report.set(settings_of(report, suggestion))
    assert report.get(SlotKind.DECLARED, GRANTED_TOTAL) is None
    assert report.get(SlotKind.CONTROL, GRANTED_TOTAL) == 1309
    assert describe(report.form, suggestion) == "总计·予以公开：1000 可能应为 1309（数字有误）"
