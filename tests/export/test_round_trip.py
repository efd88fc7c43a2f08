"""What the program writes it can read back: every number, every paragraph, who signed it and when."""

import importlib
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest

from export import word
from export.typeset.flow import Paging
from intake.taking_in import take_in
from model.check import check
from model.form import Form
from model.report import Report, Slot, SlotKind, SlotValue
from model.rules.rule import Case
from model.sections import sections_of
from tests.export.sample import FORMS, report_of
from tests.papers.hard import HARD

WRITERS = {"docx": "word", "html": "html", "xlsx": "excel"}


def again(report: Report, ending: str, folder: Path) -> Report:
    """The report written and read."""
    path = folder / f"年报.{ending}"
    found = (check(Case(report)),) if ending == "xlsx" else ()
    importlib.import_module(f"export.{WRITERS[ending]}").write(report, path, *found)
    return take_in(path).report


def slots(report: Report) -> dict[str, object]:
    """All that an office has said; not how sure the reader is of it."""
    found = report.to_json()["slots"]
    assert isinstance(found, dict)
    return {kind: entries for kind, entries in found.items() if kind != SlotKind.STATE}


@pytest.mark.parametrize("ending", WRITERS)
@pytest.mark.parametrize("form", FORMS)
def test_numbers_words_and_signature_come_back(form: str, ending: str, tmp_path: Path) -> None:
    report = report_of(form)
    read = again(report, ending, tmp_path)
    assert (read.office, read.year, read.form.id) == (report.office, report.year, form)
    assert read.values() == report.values()
    assert [s.heading for s in sections_of(read)] == [s.heading for s in sections_of(report)]
    for section in sections_of(report):
        assert read.text(section.id) == report.text(section.id)
    assert read.field("date") == report.field("date")


def test_a_table_cut_amid_a_group_comes_back_though_its_label_is_written_twice(tmp_path: Path) -> None:
    (report,) = (hard.report for hard in HARD if hard.name == "名称很长2024")
    path = tmp_path / "年报.docx"
    word.write(report, path, Paging.SAVING)
    written = zipfile.ZipFile(path).read("word/document.xml").decode()
    assert written.count("本</w:t>") == written.count("不予公开</w:t>") == 2
    assert take_in(path).report.values() == report.values()


@pytest.mark.parametrize("form", FORMS)
def test_a_workbook_brings_back_all_that_was_said(form: str, tmp_path: Path) -> None:
    report = report_of(form)
    report.set(spoken(report.form))
    assert slots(again(report, "xlsx", tmp_path)) == slots(report)


def spoken(form: Form) -> list[tuple[Slot, SlotValue]]:
    """What only a workbook keeps: blanks, declared totals, 核对合计, explanations, fields of every kind."""
    total = next(iter(form.sums))
    money = next(key for key, cell in form.cells.items() if cell.kind == "money")
    return [
        (Slot(SlotKind.CELL, form.entered[0]), None),
        (Slot(SlotKind.CELL, money), Decimal("96171.6000")),
        (Slot(SlotKind.DECLARED, total), 987),
        (Slot(SlotKind.CONTROL, total), 987),
        (Slot(SlotKind.EXPLANATION, f"T3.1:{total}"), {"text": "已核实", "values": {total: 987}}),
        (Slot(SlotKind.FIELD, "level"), "government"),
        (Slot(SlotKind.FIELD, "title"), "=1+1年度报告"),
        (Slot(SlotKind.FIELD, "deadline"), "2025-03-31"),
        (Slot(SlotKind.TEXT, "preamble"), "本局自己的导语，{收到申请总数}件。"),
    ]
