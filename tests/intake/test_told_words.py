"""What stands in a cell and is no number is told with its place, on a page of whatever layout, and moves no number."""

import pytest

from intake.readers.html import read_html
from intake.readers.pdf.pdf_text import read_pdf
from intake.readers.text import read_text
from intake.recognise import Recognition, recognise
from model.compose import compose
from model.document import Document, TableCell
from model.report import SlotKind
from tests.intake import layouts
from tests.intake.figures import balanced, misread
from tests.intake.printed import Print, printed
from tests.intake.showing import FILES, MARKUPS, TEXTS

CELLS = (
    "disclosure.regulations.issued",
    "disclosure.regulations.in_force",
    "applications.refused_by_law.enterprise",
    "disputes.review.corrected",
)


def written(key: str, words: str) -> Document:
    def write(cell: TableCell) -> str:
        return words if cell.key == key else cell.text

    return layouts.revalued(compose(balanced(5)), write)


def found_in(document: Document, layout: str) -> Recognition:
    if layout in TEXTS:
        return recognise(read_text(layouts.page(document, lambda table: TEXTS[layout](table, frozenset()))))
    if layout in MARKUPS:
        return recognise(read_html(layouts.html(document, MARKUPS[layout])))
    if layout in FILES:
        return recognise(FILES[layout](document))
    return recognise(read_pdf(printed(document, Print(value=5)), "report.pdf"))


@pytest.mark.parametrize("key", CELLS)
@pytest.mark.parametrize("layout", [*TEXTS, *MARKUPS, *FILES, "pdf"])
def test_words_in_a_cell_are_told_and_no_number_takes_their_place(layout: str, key: str) -> None:
    found = found_in(written(key, "12户"), layout)
    states = found.report.of_kind(SlotKind.STATE)
    wrong = misread(balanced(5), found.report)
    assert states[key] == "doubtful"
    assert any("12户" in line for line in found.unread)
    assert not [
        cell
        for cell in wrong
        if states[cell] in ("read", "placed") and not found.report.form.cells[cell].computed
    ]


def test_words_in_the_last_place_of_a_table_are_told() -> None:
    found = found_in(written("disclosure.fees.amount", "12户"), "lines")
    assert found.report.of_kind(SlotKind.STATE)["disclosure.fees.amount"] == "doubtful"
    assert any("12户" in line for line in found.unread)
