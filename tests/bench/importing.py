"""Taking a report in: a web page of 300 KB, and a PDF of ten pages."""

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

from export import pdf
from intake.taking_in import take_in, take_in_bytes
from model.compose import compose
from model.report import Slot, SlotKind
from tests.bench.measure import Measure, median
from tests.intake.figures import WORDS, balanced
from tests.intake.layouts import Markup, html

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
    page = html(compose(report), Markup(wrapped=style)).encode()
    page += b"<p></p>" * ((_PAGE_BYTES - len(page)) // 7)
    yield Measure(
        f"web page of {len(page) // 1000} KB", median(partial(take_in_bytes, page, "page.html"), 5), "s", 1.0
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
