"""The Word file has the pages of the PDF in LibreOffice, over 32 reports of mixed prose in every form.

Words are drawn from the pieces that the line breaker is tested with: addresses and numbers stand closer than in any
report, so a line more or less in one file of twenty is let pass.
"""

import random
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pypdfium2

from export.pdf import render as render_pdf
from export.word import render as render_word
from model.compose import compose
from model.report import Report, Slot, SlotKind
from tests.export import reports
from tests.export.typeset.test_lines import PIECES
from tests.office_suite import OfficeSuite

_REPORTS: Final = 32
_YEARS: Final = (2024, 2024, 2020, 2016)
_LET_PASS: Final = _REPORTS // 20


def main() -> int:
    """Make, convert and compare; tell each report whose pages differ. 1 where too many do."""
    different = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        suite = OfficeSuite.at_hand(folder)
        for number, report in enumerate(_reports()):
            document = compose(report)
            source = folder / f"{number}.docx"
            source.write_bytes(render_word(document))
            try:
                shown = len(pypdfium2.PdfDocument(suite.convert(source, "pdf", folder)))
            except subprocess.TimeoutExpired:
                print(f"report {number}: LibreOffice does not end")
                return 1
            wanted = len(pypdfium2.PdfDocument(render_pdf(document)))
            if shown != wanted:
                different += 1
                print(f"report {number} of {report.year}: {shown} pages in Word, {wanted} in the PDF")
    print(f"{_REPORTS - different} of {_REPORTS} have the same pages")
    return int(different > _LET_PASS)


def _reports() -> Iterator[Report]:
    for number in range(_REPORTS):
        chance = random.Random(number)
        made = reports.report(_YEARS[number % len(_YEARS)])
        for section in made.form.sections:
            if section.kind == "text" or chance.random() < 0.25:
                lines = [_paragraph(chance) for _ in range(chance.randint(1, 6))]
                made.set([(Slot(SlotKind.TEXT, section.id), "\n".join(lines))])
        yield made


def _paragraph(chance: random.Random) -> str:
    """A paragraph of 40 to 400 characters."""
    text = "今年"
    wanted = chance.randint(40, 400)
    while len(text) < wanted:
        piece = chance.choice(PIECES)
        text += "和" + piece if (text[-1] + piece[0]).isascii() else piece
    return text.rstrip("，；、（《“") + "。"
