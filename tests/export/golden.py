"""Golden files: the parts of a product as readable XML, compared line by line.

`REWRITE_GOLDEN=1` writes them anew: look at the difference before it is committed.
"""

import os
import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from lxml import etree

from model.form_file import read_form
from model.report import Report, Slot, SlotKind

FOLDER: Final = Path(__file__).with_name("golden")
_XMLNS: Final = re.compile(r' xmlns(:\w+)?="[^"]*"')
_LINE: Final = 130
_VOLATILE: Final = re.compile(r"AppVersion|calcId|mc:Ignorable")
"""Lines that depend on the libraries' versions."""

_SMALL_FORM: Final = """
id = "small"
name = "小表"
authority = "〔2024〕1号"
years = [2024, 2024]
cells = 9
entered = 6
computed = 3
identities = 4

[[section]]
id = "words"
heading = "一、总体情况"
kind = "text"

[[section]]
id = "requests"
heading = "二、申请情况"
kind = "table"

[[table]]
id = "requests"
section = "requests"
shape = "grid"
corner = "项目"
column_head = "申请人"
widths = [40, 40, 26, 25, 25]
columns = [
  { id = "person", label = ["自然人"] },
  { id = "firm", label = ["组织", "企业"] },
  { id = "total", label = ["总计"] },
]
rows = [
  { id = "new", label = ["一、新收"] },
  { id = "done", label = ["二、办理", "（一）办结"] },
  { id = "left", label = ["二、办理", "（二）结转"] },
]
sums = [ { code = "T3.1", total = "*.total", parts = ["*.person", "*.firm"] } ]
balance = [ { code = "T3.3", left = ["new.person"], right = ["done.person", "left.person"] } ]
"""


def small_report() -> Report:
    """Return a report small enough to read its golden files."""
    report = Report(read_form(_SMALL_FORM), "清河县<教育>局", 2024)
    values = {"new.person": 5, "done.person": 4, "left.person": 1, "new.firm": 2, "done.firm": 2}
    report.set((Slot(SlotKind.CELL, f"requests.{key}"), value) for key, value in values.items())
    report.set(
        [
            (Slot(SlotKind.TEXT, "preamble"), "根据规定公布。"),
            (Slot(SlotKind.TEXT, "words"), "（一）公开。发布信息若干条。\n=1+1"),
            (Slot(SlotKind.FIELD, "date"), "2025-01-20"),
        ]
    )
    return report


def differing(archive: Path, parts: Iterable[str], name: str) -> list[str]:
    """Return which lines of the archive's parts differ from the golden files in `golden/NAME`."""
    faults = []
    with zipfile.ZipFile(archive) as opened:
        for part in parts:
            made = _readable(opened.read(part))
            golden = FOLDER / name / part.replace("/", "-")
            if os.environ.get("REWRITE_GOLDEN"):
                golden.parent.mkdir(parents=True, exist_ok=True)
                golden.write_text(made, encoding="utf-8")
            kept, found = (_lasting(text) for text in (golden.read_text(encoding="utf-8"), made))
            faults += [f"{part}: {a} != {b}" for a, b in zip(kept, found, strict=False) if a != b]
            faults += [f"{part}: {len(kept)} lines, now {len(found)}"] if len(kept) != len(found) else []
    return faults


def _readable(xml: bytes) -> str:
    return "\n".join(_lines(etree.fromstring(xml), "")) + "\n"


def _lines(element: etree._Element, indent: str) -> Iterator[str]:
    """An element in one line where it is short, else its children below it."""
    whole = _XMLNS.sub("", etree.tostring(element, encoding="unicode", with_tail=False))
    if len(indent + whole) <= _LINE or not len(element):
        yield indent + whole
        return
    yield indent + whole[: whole.index(">") + 1]
    for child in element:
        yield from _lines(child, indent + " ")
    yield indent + whole[whole.rindex("<") :]


def _lasting(text: str) -> list[str]:
    return [line for line in text.splitlines() if not _VOLATILE.search(line)]
