"""Taking a report in: a web page of 300 KB, a PDF of ten pages, and a small text apart."""

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

from export import pdf
from intake.apart.reading_apart import ReadingApart
from intake.apart.wire import FileSource, Request
from intake.recognise import Recognition
from intake.taking_in import take_in, take_in_bytes
from model.compose import compose
from model.report import Slot, SlotKind
from tests.bench.measure import Measure, median, side_by_side
from tests.intake.figures import WORDS, balanced
from tests.intake.layouts import Markup, html, page, row_a_line

_PAGE_BYTES: Final = 300_000
_PARAGRAPHS: Final = 90
"""Of a report that fills ten pages."""


def measures() -> Iterator[Measure]:
    """Seconds from the file to the recognised report."""
    report = balanced(1)
    report.set([(Slot(SlotKind.TEXT, "overview"), "\n".join(WORDS[at % 3] * 2 for at in range(_PARAGRAPHS)))])
    style = (
        '<p><span style="font-family:仿宋;font-size:16pt;line-height:150%;{}">'.replace(
            "{}", "color:#000;" * 8
        )
        + "{}</span></p>"
    )
    web = html(compose(report), Markup(wrapped=style)).encode()
    web += b"<p></p>" * ((_PAGE_BYTES - len(web)) // 7)
    yield Measure(
        f"web page of {len(web) // 1000} KB", median(partial(take_in_bytes, web, "page.html"), 5), "s", 1.0
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.pdf"
        pdf.write(report, path)
        yield Measure(
            "PDF of ten pages",
            median(partial(take_in, path), 5),
            "s",
            2.0,
            note=f"{path.stat().st_size // 1000} KB",
        )
        yield from _apart(Path(folder) / "report.txt", page(compose(report), row_a_line))


def _apart(path: Path, words: str) -> Iterator[Measure]:
    """What it costs that a small file is read in a process of its own, as the clerk waits for it."""
    path.write_text(words, encoding="utf-8")

    def read_apart() -> Recognition:
        return ReadingApart(Request(FileSource(path))).result()

    apart, here = side_by_side(read_apart, partial(take_in, path), 9)
    yield Measure(
        "text read apart: seconds more", apart - here, "s", 0.3, note=f"{here:.3f} s in this process"
    )
