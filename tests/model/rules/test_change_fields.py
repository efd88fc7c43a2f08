"""A change that a number field tells is counted from what last year's report has now."""

from model.check import check
from model.findings import Finding
from model.number_fields import expand
from model.report import Report, Slot, SlotKind
from model.rules.rule import Case
from tests.model.drafts import applications, finished

TEXT = "收到政府信息公开申请{收到申请总数}件，{收到申请总数较10}。"


def told(last: Report | None) -> list[Finding]:
    """The findings on a report with 12 applications that tells its change since 10."""
    report = finished(cells=applications(12, 12), texts={"overview": TEXT})
    return [finding for finding in check(Case(report, last)).findings if finding.spot is not None]


def test_a_change_from_last_years_number_is_right() -> None:
    assert told(finished(2022, applications(10, 10))) == []
    assert told(None) == []


def test_a_change_from_another_number_is_told_and_mended_in_one_step() -> None:
    (finding,) = told(finished(2022, applications(16, 16)))
    assert finding.code == "N13"
    assert "上年报告为 16" in finding.message
    assert "比上年下降25%" in finding.message
    assert finding.rewording is not None
    mended = finding.rewording.applied(TEXT)
    assert mended == TEXT.replace("较10", "较16")
    report = finished(cells=applications(12, 12), texts={"overview": mended})
    assert expand(report, mended) == "收到政府信息公开申请12件，比上年下降25%。"


def test_where_last_year_is_blank_nothing_can_be_said() -> None:
    last = finished(2022, applications(16, 16))
    last.set([(Slot(SlotKind.CELL, "applications.received.natural_person"), None)])
    assert told(last) == []
