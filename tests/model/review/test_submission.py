"""上报前检查: a line for each matter between a report and handing it in, with the place where it is settled."""

from datetime import date

import pytest

from model.check import check
from model.explanations import explain
from model.findings import Finding
from model.form_file import form_for
from model.report import Report, Slot, SlotKind
from model.review import recheck
from model.review.remarks import Place, added, remarks_of, turned
from model.review.submission import Facts, Matter, MatterState, matters_of, noted, summary_of
from model.rules.rule import Case
from model.stages import NOW, Stage
from tests.model.drafts import finished

CELL = "applications.granted.natural_person"


def matter(report: Report, name: str, *, saved: bool | None = True) -> Matter:
    [found] = [each for each in matters(report, saved=saved) if each.id == name]
    return found


def matters(report: Report, *, saved: bool | None = True) -> tuple[Matter, ...]:
    return matters_of(Facts(report, check(Case(report)), saved))


@pytest.fixture
def empty() -> Report:
    return Report(form_for(2023), "甲县乙局", 2023)


def test_an_empty_report_has_all_before_it(empty: Report) -> None:
    found = matter(empty, "cells")
    assert (found.state, found.words) == (MatterState.OPEN, f"还有 {len(empty.form.entered)} 格未填")
    assert summary_of(matters(empty)).startswith("还有 ")


def test_every_line_leads_somewhere_and_no_two_are_alike(empty: Report) -> None:
    for report in (empty, finished(2023)):
        assert all(each.place and each.words and each.title for each in matters(report))
        assert len({each.id for each in matters(report)}) == len(matters(report))


def test_the_cover_says_which_fields_are_missing(empty: Report) -> None:
    empty.set([(Slot(SlotKind.FIELD, "address"), "甲县一号")])
    found = matter(empty, "cover")
    assert (found.words, found.place) == ("未填：机关类别、联系电话", Slot(SlotKind.FIELD, "level"))


def test_a_second_look_is_an_offer_until_it_is_begun_and_then_a_matter_until_it_is_done() -> None:
    report = finished(2023)
    assert matter(report, "recheck").state is MatterState.FREE
    values = {key: report.value(key) for key in report.form.entered}
    report.set(recheck.typed(report, {CELL: 99}, "王芳", "2024-01-12"))
    found = matter(report, "recheck")
    assert (found.state, found.words, found.place) == (MatterState.OPEN, "有 1 处不一致没有处理", "recheck")
    report.set(recheck.typed(report, {CELL: values[CELL]}, "王芳", "2024-01-12"))
    assert "三、依申请公开：部分复核 1/144" in matter(report, "recheck").words
    report.set(recheck.typed(report, values, "王芳", "2024-01-12"))
    found = matter(report, "recheck")
    assert (found.state, found.words) == (MatterState.DONE, "已复核（王芳，2024年1月12日）")


def test_findings_are_told_by_level_and_lead_to_the_first() -> None:
    report = finished(2023)
    report.set([(Slot(SlotKind.CELL, CELL), 5)])
    errors = [f for f in check(Case(report)).findings if f.level == "E"]
    found = matter(report, "level E")
    assert (found.state, found.words, found.place) == (
        MatterState.OPEN,
        f"{len(errors)} 处必须改正",
        errors[0],
    )
    assert matter(finished(2023), "level E").state is MatterState.DONE


def test_an_imported_number_that_nobody_confirmed_is_led_to() -> None:
    report = finished(2023)
    report.set([(Slot(SlotKind.STATE, CELL), "read")])
    found = matter(report, "imports")
    assert (found.state, found.place) == (MatterState.OPEN, Slot(SlotKind.STATE, CELL))


def test_cells_that_differ_from_the_ledger_are_counted() -> None:
    report = finished(2023)
    assert matter(report, "ledger").state is MatterState.FREE
    report.set([(Slot(SlotKind.LEDGER, CELL), 0)])
    assert matter(report, "ledger").words == "一致"
    report.set([(Slot(SlotKind.LEDGER, CELL), 4)])
    found = matter(report, "ledger")
    assert found.words == "有 1 格与台账不同"
    assert isinstance(found.place, Finding)
    assert found.place.cells == (CELL,)


def test_rows_of_the_ledger_that_no_cell_counts_are_told_until_cells_are_put_right_by_hand() -> None:
    report = finished(2023)
    source = {"name": "台账.xlsx", "fingerprint": "ab", "time": "2024-01-10T09:00:00+08:00", "left_out": "3"}
    report.set([(Slot(SlotKind.LEDGER, CELL), 0), (Slot(SlotKind.LEDGER_SOURCE, "1"), source)])
    found = matter(report, "ledger")
    assert (found.state, found.words) == (MatterState.OPEN, "台账中有 3 行未能归类，没有计入表中")
    report.set([(Slot(SlotKind.CELL, CELL), 3)])
    assert matter(report, "ledger").words == "有 1 格与台账不同"


def test_a_cell_off_the_ledger_is_told_once_and_not_again_for_the_totals_it_is_in() -> None:
    report = finished(2023)
    of_table = [key for key in report.form.cells if key.startswith("applications.")]
    report.set((Slot(SlotKind.LEDGER, key), 0) for key in of_table if key not in report.form.sums)
    report.set((Slot(SlotKind.CONTROL, key), 0) for key in of_table if key in report.form.sums)
    report.set([(Slot(SlotKind.CELL, CELL), 4)])
    assert matter(report, "ledger").words == "有 1 格与台账不同"
    [finding] = [each for each in check(Case(report)).findings if each.code == "L1"]
    report.set(explain(report, finding, "台账漏登"))
    found = matter(report, "ledger")
    assert (found.state, found.words) == (MatterState.DONE, "1 格与台账不同，已作说明")


def test_a_total_that_no_cell_explains_is_told() -> None:
    report = finished(2023)
    report.set([(Slot(SlotKind.CONTROL, "applications.granted.total"), 4)])
    assert matter(report, "ledger").words == "有 1 处核对合计不符"


@pytest.mark.parametrize("totals", [(), ("applications.granted.total", "applications.received.total")])
def test_without_a_ledger_nothing_is_said_to_agree_with_one(totals: tuple[str, ...]) -> None:
    report = finished(2023)
    report.set((Slot(SlotKind.CONTROL, key), report.value(key)) for key in totals)
    found = matter(report, "ledger")
    assert (found.state, found.words) == (MatterState.FREE, "没有用台账统计，未作核对")


def test_a_total_off_its_own_control_is_no_further_cell_off_the_ledger() -> None:
    report = finished(2023)
    report.set([(Slot(SlotKind.LEDGER, CELL), 4), (Slot(SlotKind.CONTROL, "applications.received.total"), 9)])
    found = matter(report, "ledger")
    assert (found.state, found.words) == (MatterState.OPEN, "有 1 格与台账不同；有 1 处核对合计不符")


def test_a_blank_cell_is_blank_and_not_off_the_ledger_as_well() -> None:
    report = finished(2023)
    report.set([(Slot(SlotKind.LEDGER, CELL), 4), (Slot(SlotKind.CELL, CELL), None)])
    assert matter(report, "cells").words == "还有 1 格未填"
    assert matter(report, "ledger").words == "一致"


@pytest.mark.parametrize(
    ("saved", "state"), [(True, MatterState.DONE), (False, MatterState.OPEN), (None, MatterState.OPEN)]
)
def test_whether_it_is_saved_is_told(saved: bool | None, state: MatterState) -> None:
    assert matter(finished(2023), "saved", saved=saved).state is state


def test_an_export_counts_until_something_is_edited_and_again_once_it_is_put_back() -> None:
    report = finished(2023)
    assert matter(report, "exported").words == "没有在本窗口导出正式稿的记录"
    report.set(noted("exported", report, date(2024, 1, 20)))
    assert matter(report, "exported").words == "2024-01-20 已导出，之后没有改动"
    report.set([(Slot(SlotKind.CELL, CELL), 5)])
    changed = matter(report, "exported")
    assert (changed.state, changed.words) == (
        MatterState.OPEN,
        "2024-01-20 导出之后又有改动，请重新导出",
    )
    report.set([(Slot(SlotKind.CELL, CELL), 0)])
    assert matter(report, "exported").state is MatterState.DONE


def test_a_signature_needs_its_day_and_its_name() -> None:
    report = finished(2023)
    assert matter(report, "signed").words == "还没有签"
    report.set([(Slot(SlotKind.STAGE, NOW), "signed"), (Slot(SlotKind.DEED, "signed.day"), "2024-01-20")])
    found = matter(report, "signed")
    assert (found.state, found.words) == (MatterState.OPEN, "2024-01-20　未填：签发人")
    assert found.place == Slot(SlotKind.DEED, "signed.by")
    report.set([(Slot(SlotKind.DEED, "signed.by"), "张三")])
    assert matter(report, "signed").state is MatterState.DONE


def test_once_everything_is_done_nothing_is_left() -> None:
    report = finished(2023)
    for name, said in {"level": "department", "address": "甲县一号", "phone": "0500-1234567"}.items():
        report.set([(Slot(SlotKind.FIELD, name), said)])
    for deed in ("exported", "printed"):
        report.set(noted(deed, report, date(2024, 1, 20)))
    report.set(
        (Slot(SlotKind.DEED, name), said)
        for name, said in {
            "signed.day": "2024-01-20",
            "signed.by": "张三",
            "filed.day": "2024-01-22",
            "published.day": "2024-01-25",
            "published.place": "www.example.cn/nb",
        }.items()
    )
    report.set([(Slot(SlotKind.STAGE, NOW), Stage.PUBLISHED.value)])
    assert [each.id for each in matters(report) if each.state is MatterState.OPEN] == []
    assert summary_of(matters(report)) == "各项都已办完"


def test_remarks_that_wait_for_a_change_are_told_and_led_to() -> None:
    report = finished(2023)
    assert matter(report, "remarks").state is MatterState.DONE
    report.set(added(report, Place("applications", CELL), "请核对", who="王", when="2024-01-09"))
    found = matter(report, "remarks")
    assert (found.state, found.words, found.place) == (MatterState.OPEN, "还有 1 条待改", "next_remark")
    report.set(turned(remarks_of(report)[0]))
    assert matter(report, "remarks").words == "1 条都已改"
