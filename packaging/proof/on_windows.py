"""Runs inside of Windows, by the installed program's own Python: what its commands cannot show.

on_windows.py PART PROGRAM_FOLDER PAPERS_FOLDER; says `holds: …` where its statement holds.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

_REPORT: Final = "本单位.xxgk"
_YEAR: Final = 2025
_FIELD: Final = "contact"
_TYPED: Final = "断电之前填写"


def edit_and_die(papers: Path) -> str | None:
    """Save once, edit further, and end as when the power fails: nothing is closed, nothing is said."""
    from model.file.office_file import OfficeFile
    from model.report import Slot, SlotKind

    file = OfficeFile.open(papers / _REPORT)
    file.save()
    file.reports[_YEAR].set([(Slot(SlotKind.FIELD, _FIELD), _TYPED)])
    file.write_crash_copy()
    say("a report is saved, and edited further")
    os._exit(0)


def recover(papers: Path) -> str | None:
    """Find what was edited before the end, and have the saved file whole."""
    from model.file.office_file import OfficeFile

    with OfficeFile.open(papers / _REPORT) as file:
        found = file.recovery
        if found is None or file.read_only:
            return None
        kept = found.content.reports[_YEAR].field(_FIELD)
        saved = file.reports[_YEAR].field(_FIELD)
        return (
            "after a kill the lock is free and the edits are offered"
            if (kept, saved != _TYPED) == (_TYPED, True)
            else None
        )


def print_to_pdf(papers: Path) -> str | None:
    """Print the report's pages through Windows' own printing to a PDF."""
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QApplication

    from export.pdf import render
    from model.compose import compose
    from model.file.office_file import OfficeFile
    from ui.tools.printing import new_printer, print_pages

    QApplication([])
    with OfficeFile.open(papers / _REPORT, read_only=True) as file:
        pdf = render(compose(file.reports[_YEAR]))
    printer = new_printer("年报")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setResolution(150)
    printer.setOutputFileName(str(papers / "打印.pdf"))
    pages = print_pages(pdf, printer)
    return (
        f"{pages} pages are printed" if pages > 1 and (papers / "打印.pdf").stat().st_size > 10_000 else None
    )


def long_path(papers: Path) -> str | None:
    """Save and open a report below folders whose path is longer than Windows once allowed."""
    from model.file.office_file import OfficeFile
    from model.report import Slot, SlotKind

    folder = papers.joinpath(*(["政府信息公开工作年度报告归档文件夹"] * 16))
    Path(extended(folder)).mkdir(parents=True, exist_ok=True)
    path = Path(extended(folder / _REPORT))
    path.write_bytes((papers / _REPORT).read_bytes())
    with OfficeFile.open(path) as file:
        file.reports[_YEAR].set([(Slot(SlotKind.FIELD, _FIELD), "长路径")])
        file.save()
    with OfficeFile.open(path) as file:
        right = file.reports[_YEAR].field(_FIELD) == "长路径"
    return f"a path of {len(str(folder / _REPORT))} characters is saved to" if right else None


def reserved_names(papers: Path) -> str | None:
    """Refuse what Windows keeps for devices before a file is lost in one."""
    from model.errors import NameRefused
    from model.file.names import report_path

    for name in ("CON", "nul.xxgk", "COM1", "lpt9.备份"):
        try:
            report_path(papers / name)
        except NameRefused:
            continue
        return None
    return "names that Windows keeps for devices are refused in words"


def extended(path: Path) -> str:
    """Return the path as Windows takes it whatever its length, also where the registry does not allow long ones."""
    return f"\\\\?\\{path}"


def say(statement: str) -> None:
    """Tell the prover on the other side that a statement holds."""
    sys.stdout.buffer.write(f"holds: {statement}\n".encode())
    sys.stdout.flush()


PARTS: Final[dict[str, Callable[[Path], str | None]]] = {
    "edit-and-die": edit_and_die,
    "recover": recover,
    "print": print_to_pdf,
    "long-path": long_path,
    "reserved-names": reserved_names,
}

if __name__ == "__main__":
    part, program, folder = sys.argv[1:]
    sys.path.insert(0, str(Path(program) / "app"))
    statement = PARTS[part](Path(folder))
    if statement:
        say(statement)
    sys.exit(not statement)
