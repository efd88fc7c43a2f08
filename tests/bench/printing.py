"""PDF: from the command line beside LibreOffice, and again after an edit beside typst; the same report each time."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import resources
from export.pdf import render
from model.compose import compose
from model.document import Document, Role, Table, TableCell
from model.report import Report, Slot, SlotKind
from tests.bench.measure import Measure, median, side_by_side
from tests.export.reports import PROBLEMS, report

_ROOT: Final = Path(__file__).resolve().parents[2]
_SAMPLE: Final = "resources/samples/示例.xxgk"
_LENGTH: Final = 12
"""How often the words of a section are repeated: some 5,000 characters in all, as a city's report has."""
_COLD: Final = """
import sys, time, typst
begin = time.perf_counter()
typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], ignore_system_fonts=True)
print(time.perf_counter() - begin)
"""


def measures() -> Iterator[Measure]:
    """Yield the lines of this subject."""
    with tempfile.TemporaryDirectory() as folder:
        yield _command_line(Path(folder))
        yield _again(Path(folder))


def _command_line(folder: Path) -> Measure:
    name = "pdf: command line, whole process"
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        return Measure.not_taken(name, "LibreOffice is not installed")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    # As on the second start and every later one, when Python has put compiled modules aside.
    export = [
        sys.executable,
        "-X",
        f"pycache_prefix={folder / 'compiled'}",
        "main.py",
        "export",
        _SAMPLE,
        "--to",
        str(folder),
        "--formats",
    ]
    _run([*export, "docx"])
    (source,) = folder.glob("*.docx")
    ours, theirs = side_by_side(
        lambda: _run([*export, "pdf"]),
        lambda: _run(
            [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
        ),
        repeats=7,
    )
    return Measure(name, ours * 1000, "ms", 1 / 3, theirs * 1000, "LibreOffice from the .docx")


def _again(folder: Path) -> Measure:
    made = _long_report()
    numbers = iter(range(1, 1000))

    def edit_and_print() -> None:
        made.set([(Slot(SlotKind.CELL, "applications.granted.natural_person"), next(numbers))])
        render(compose(made))

    name = "pdf: again after an edit"
    source = folder / "report.typ"
    source.write_text(_typst(compose(made)), encoding="utf-8")
    command = [sys.executable, "-c", _COLD, str(source), str(folder / "t.pdf"), str(resources.path("fonts"))]
    runs = [subprocess.run(command, check=False, capture_output=True, text=True) for _ in range(5)]
    if runs[0].returncode:
        return Measure.not_taken(name, "typst is not installed")
    theirs = sorted(float(run.stdout) for run in runs)[2]
    return Measure(name, median(edit_and_print) * 1000, "ms", 2.0, theirs * 1000, "typst, its first run")


def _long_report() -> Report:
    made = report()
    made.set(
        (Slot(SlotKind.TEXT, section.id), made.text(section.id) + f"\n{PROBLEMS}" * _LENGTH)
        for section in made.form.sections
        if section.kind == "text"
    )
    return made


def _typst(document: Document) -> str:
    """The same words and tables in typst, set as plainly as it likes."""
    lines = ['#set page(paper: "a4")', '#set text(font: "FandolFang", size: 16pt)', "#set par(justify: true)"]
    for block in document.blocks:
        if isinstance(block, Table):
            cells = map(_typst_cell, block.cells)
            lines.append(f"#text(9pt)[#table(columns: {block.columns}, {', '.join(cells)})]")
        else:
            lines.append(f"= {_plain(block.text)}" if block.role is Role.HEADING1 else _plain(block.text))
        lines.append("")
    return "\n".join(lines)


def _typst_cell(cell: TableCell) -> str:
    place = f"x: {cell.column}, y: {cell.row}, colspan: {cell.colspan}, rowspan: {cell.rowspan}"
    return f"table.cell({place})[{_plain(cell.text)}]"


def _plain(text: str) -> str:
    return "".join(f"\\{character}" if character in "\\#$*_`@<>=-+/[]~" else character for character in text)


def _run(command: list[str]) -> None:
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": ""}
    subprocess.run(command, check=True, capture_output=True, cwd=_ROOT, env=environment)
