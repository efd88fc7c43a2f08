"""A count goes into a report as one step: the cells, totals to check against, and where the numbers come from."""

import os
from pathlib import Path

import pytest

from intake.ledger.taking_over import Origin, office_in, origins_of, settings_of
from model.form_file import form_for
from model.report import Report, Slot, SlotKind
from model.rules.ledger import left_out
from tests.intake.ledger.rows import YEAR, count_of

COUNT = count_of(["1", "2024-3-8", "赵某", "公民", "予以公开", "2024-3-18"])
RECEIVED, GRANTED = "applications.received.natural_person", "applications.granted.natural_person"
TOTAL = "applications.received.total"
FIRST, SECOND = Origin("上半年.xlsx", "ab", "2025-01-10T09:00:00+08:00"), Origin("下半年.xlsx", "cd", "")


@pytest.fixture
def report() -> Report:
    made = Report(form_for(YEAR), "云溪县某局", YEAR)
    made.set(
        [
            (Slot(SlotKind.CELL, RECEIVED), 9),
            (Slot(SlotKind.STATE, RECEIVED), "doubtful"),
            (Slot(SlotKind.CELL, GRANTED), 9),
            (Slot(SlotKind.DECLARED, TOTAL), 9),
            (Slot(SlotKind.STATE, TOTAL), "doubtful"),
        ]
    )
    return made


def test_every_counted_cell_is_taken_over_and_what_an_import_had_said_of_it_goes(report: Report) -> None:
    report.set(settings_of(COUNT, report, [FIRST]))
    assert (report.value(RECEIVED), report.value(GRANTED)) == (1, 1)
    assert report.value("applications.partial.enterprise") == 0
    assert report.of_kind(SlotKind.STATE) == {}
    assert report.of_kind(SlotKind.DECLARED) == {}


def test_totals_become_what_is_checked_against_and_no_entry(report: Report) -> None:
    report.set(settings_of(COUNT, report, [FIRST]))
    assert report.of_kind(SlotKind.CONTROL)[TOTAL] == 1
    assert TOTAL not in report.of_kind(SlotKind.LEDGER)
    assert TOTAL not in report.of_kind(SlotKind.CELL)


def test_cells_that_are_not_wanted_keep_their_number_and_are_remembered_all_the_same(report: Report) -> None:
    report.set(settings_of(COUNT, report, [FIRST], wanted=[GRANTED]))
    assert (report.value(RECEIVED), report.value(GRANTED)) == (9, 1)
    assert report.of_kind(SlotKind.LEDGER)[RECEIVED] == 1
    assert report.of_kind(SlotKind.STATE)[RECEIVED] == "doubtful"


def test_the_files_counted_are_remembered_in_order_and_those_of_an_earlier_count_go(report: Report) -> None:
    report.set(settings_of(COUNT, report, [FIRST, SECOND]))
    assert origins_of(report) == (FIRST, SECOND)
    report.set(settings_of(COUNT, report, [SECOND]))
    assert origins_of(report) == (SECOND,)


def test_how_many_rows_were_counted_nowhere_is_remembered(report: Report) -> None:
    count = count_of(
        ["1", "2024-3-8", "赵某", "公民", "予以公开", "2024-3-18"],
        ["2", "2024-3-9", "钱某", "公民", "酌情处置", "2024-3-18"],
        ["3", "2031-3-9", "孙某", "公民", "予以公开", "2031-3-18"],
        ["4", "2022-3-9", "李某", "公民", "予以公开", "2022-3-18"],
    )
    report.set(settings_of(count, report, [FIRST, SECOND]))
    assert left_out(report) == 2, "that of another year is no row of this one"
    assert origins_of(report) == (FIRST, SECOND)
    report.set(settings_of(COUNT, report, [FIRST]))
    assert left_out(report) == 0


def test_a_file_is_known_by_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "台账.csv"
    path.write_bytes(b"1,2")
    origin = Origin.of("台账.csv", b"1,2")
    assert origin.is_of(path)
    path.write_bytes(b"1,3")
    assert not origin.is_of(path)
    assert not origin.is_of(tmp_path / "没有.csv")


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("云溪县某局2025年政府信息公开申请台账", "云溪县某局"),
        ("云溪县某局关于2025年依申请公开台账", "云溪县某局"),
        ("2025年台账", ""),
        ("政府信息公开申请台账", ""),
        ("局2025年台账", ""),
        (f"{'县' * 41}2025年台账", ""),
        ("云溪县林业局政府信息公开申请办理台账", "云溪县林业局"),
        ("云溪县林业局依申请公开登记台账（2025年）", "云溪县林业局"),
        ("云溪县林业局（2025年）依申请公开登记台账", "云溪县林业局"),
        ("2025年云溪县林业局政府信息公开申请登记表", "云溪县林业局"),
        ("云溪县林业局 2025年度申请台账", "云溪县林业局"),
        ("云溪县林业局二〇二五年度申请台账", "云溪县林业局"),
        ("云溪县林业局２０２５年台账", "云溪县林业局"),
        ("云溪县林业局2025年1月-6月受理申请登记簿 Sheet1", "云溪县林业局"),
        ("2025年第一季度云溪县林业局台账", "云溪县林业局"),
        ("附件1：云溪县林业局政府信息公开申请台账", "云溪县林业局"),
        ("政府信息公开申请台账 填报单位：云溪县林业局 填表日期：2026年1月5日", "云溪县林业局"),
        ("云溪县林业局（云溪县园林局）2025年台账", "云溪县林业局（云溪县园林局）"),
        ("云溪县不动产登记中心依申请公开登记台账", "云溪县不动产登记中心"),
        ("云溪县人民政府信息公开申请台账", "云溪县人民政府"),
        ("云溪县人民政府办公室政府信息公开申请台账", "云溪县人民政府办公室"),
        ("云溪县政府信息公开申请台账", ""),
        ("云溪县2025年依申请公开台账", ""),
        ("柳树镇政府信息公开申请台账", ""),
        ("云溪县各乡镇依申请公开台账", ""),
        ("各县局2025年台账", ""),
        ("附件云溪县林业局台账", ""),
        ("我局2025年依申请公开台账", ""),
        ("林业局2025年台账", ""),
        ("云溪县林业局台账 填报单位：云溪县财政局", ""),
        ("云溪县林业局、财政局2025年台账", ""),
    ],
)
def test_a_title_names_the_office_for_certain_or_none(title: str, office: str) -> None:
    assert office_in(title) == office


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own there")
def test_a_link_to_the_file_is_the_file(tmp_path: Path) -> None:
    (tmp_path / "台账.csv").write_bytes(b"1,2")
    (tmp_path / "链接.csv").symlink_to(tmp_path / "台账.csv")
    assert Origin.of("台账.csv", b"1,2").is_of(tmp_path / "链接.csv")
