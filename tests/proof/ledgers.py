"""Ledgers: every layout of up to 100,000 rows counts exactly, and published figures come back from every kind of file.

A case is one ledger. Broken is one that counts another number than the applications it was made of, that does not list
exactly the rows that were spoilt, that loses a row, or counts one twice.
"""

import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from intake.apart.ledger_apart import LedgerApart
from intake.apart.office_suite import office_suite
from intake.apart.wire import CopiedSource, FileSource, Source
from intake.ledger.sheets import Sheet
from model.errors import AssistantError
from tests.intake.ledger import files
from tests.intake.ledger.invented import TODAY, YEAR, applications_of, random_applications, spoil
from tests.intake.ledger.layouts import LAYOUTS
from tests.intake.ledger.promise import broken_in, counted, memory_for
from tests.proof.file import table
from tests.proof.file.line import Line, Tally

SIZES: Final = (12, 150, 1_500, 15_000, 100_000)
_IN_FILES: Final = 1_500
_PUBLISHED: Final = Path(__file__).parents[1] / "fixtures" / "municipality-2024.json"
_PUBLISHED_YEAR: Final = 2024


def lines(sizes: tuple[int, ...] = SIZES, in_files: int = _IN_FILES) -> Iterator[Line]:
    """Prove all, a line each."""
    for size in sizes:
        yield of_size(size)
    yield as_workbooks(in_files)
    yield published()


def of_size(size: int) -> Line:
    """Ledgers of every layout, each once sound and once with rows that have no place."""
    tally = Tally(f"ledgers of {size:,} applications, {len(LAYOUTS)} layouts, sound and spoilt")
    listed = 0
    for at, layout in enumerate(LAYOUTS):
        applications = random_applications(size, seed=size + at)
        for spoilt in ({}, spoil(applications, seed=at)[1]):
            ledger, count = counted(layout, applications, spoilt)
            listed += len(spoilt)
            tally.add("", *broken_in(layout, applications, spoilt, ledger, count))
    return replace(
        tally.line,
        note=f"{2 * len(LAYOUTS) * size:,} rows, {listed:,} of them to be listed {tally.line.note}",
    )


def as_workbooks(size: int) -> Line:
    """The same as workbooks, read and counted by the process that the window and the command use."""
    tally = Tally(f"the same of {size:,} applications as .xlsx, read and counted apart")
    listed = 0
    with tempfile.TemporaryDirectory() as folder:
        for at, layout in enumerate(LAYOUTS):
            applications, spoilt = spoil(random_applications(size, seed=at), seed=at)
            listed += len(spoilt)
            path = files.workbook(Path(folder) / "台账.xlsx", layout.sheets(applications, spoilt))
            apart, memory = LedgerApart(FileSource(path)), memory_for(layout)
            try:
                apart.read()
                ledger = apart.lay_out(memory, YEAR, YEAR)
                count = ledger.count(memory, TODAY)
                tally.add("", *broken_in(layout, applications, spoilt, ledger, count))
            finally:
                apart.end()
    return replace(tally.line, note=f"{listed:,} rows of them to be listed {tally.line.note}")


def published(*, kinds: bool = True) -> Line:
    """A city's published table as a ledger in every layout that fits its year, and in all `kinds` of files."""
    cells = json.loads(_PUBLISHED.read_text(encoding="utf-8"))["cells"]
    applications = applications_of(cells, _PUBLISHED_YEAR)
    random.Random(1).shuffle(applications)
    received = cells["applications.received.total"]
    tally = Tally(f"a published table of {received:,} applications as a ledger, back to the same table")
    today = date(_PUBLISHED_YEAR + 1, 1, 10)
    fitting = [layout for layout in LAYOUTS if "2025" not in "".join(layout.title) and not layout.quarters]
    for layout in fitting:
        _, count = counted(layout, applications, year=_PUBLISHED_YEAR, today=today)
        tally.add("in memory", *_differing(cells, count.cells, layout.name))
    (sheet,) = fitting[0].sheets(applications, {})
    with tempfile.TemporaryDirectory() as folder:
        for name, source in _sources(Path(folder), sheet) if kinds else ():
            apart, memory = LedgerApart(source), memory_for(fitting[0])
            try:
                apart.read()
                count = apart.lay_out(memory, _PUBLISHED_YEAR, _PUBLISHED_YEAR).count(memory, today)
                tally.add(name, *_differing(cells, count.cells, name))
            except AssistantError as error:
                tally.add(name, f"{name}: {error.message}")
            finally:
                apart.end()
    return tally.line


def _sources(folder: Path, sheet: Sheet) -> Iterator[tuple[str, Source]]:
    """The sheet in every kind of file that ledgers are kept in, and as it is copied."""
    book = files.workbook(folder / "台账.xlsx", [sheet])
    yield ".xlsx", FileSource(book)
    text = files.separated(sheet)
    for encoding in ("utf-8", "utf-8-sig", "gb18030"):
        path = folder / f"{encoding}.csv"
        path.write_bytes(text.encode(encoding))
        yield f".csv in {encoding}", FileSource(path)
    (folder / "台账.html").write_text(files.page(sheet), encoding="utf-8")
    yield ".html", FileSource(folder / "台账.html")
    yield ".docx", FileSource(files.document(folder / "台账.docx", sheet))
    yield "copied from a sheet", CopiedSource("", files.separated(sheet, "\t"))
    yield "copied from a page", CopiedSource(files.page(sheet), "")
    suite = office_suite()
    for kind in ("xls", "ods") if suite is not None else ():
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [
            str(suite),
            profile,
            "--headless",
            "--convert-to",
            kind,
            "--outdir",
            str(folder),
            str(book),
        ]
        subprocess.run(command, check=True, capture_output=True)
        yield f".{kind}", FileSource(book.with_suffix(f".{kind}"))


def _differing(wanted: Mapping[str, int], cells: Mapping[str, int], where: str) -> list[str]:
    return [f"{where}: {key} {cells[key]}, not {wanted[key]}" for key in cells if cells[key] != wanted[key]]


def main() -> int:
    """Prove all; 1 where a ledger was not counted as it must be."""
    found = []
    for line in lines():
        print(table([line]).splitlines()[-1], flush=True)
        found.append(line)
    return int(any(line.broken for line in found))


if __name__ == "__main__":
    sys.exit(main())
