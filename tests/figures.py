"""Real figures: a municipality's tables for 2024, in which every identity holds."""

import json
from pathlib import Path

from model.form_file import load_form
from model.report import Report, Slot, SlotKind
from model.values import Value, from_json

FILE = Path(__file__).resolve().parent / "fixtures" / "municipality-2024.json"


def municipality() -> dict[str, Value]:
    """Every cell's value."""
    cells = json.loads(FILE.read_text(encoding="utf-8"))["cells"]
    return {key: from_json(value) for key, value in cells.items()}


def municipality_report() -> Report:
    """The figures entered into a report, totals left to the program."""
    report = Report(load_form("2021"), "云溪市人民政府", 2024)
    figures = municipality()
    report.set([(Slot(SlotKind.CELL, key), figures[key]) for key in report.form.entered])
    return report
