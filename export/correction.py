"""更正说明: what was changed in a report after it was signed or published, old beside new, as a Document for the writers."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from model.compose import compose
from model.days import date_in, day_words
from model.document import Block, CellRole, Document, Paragraph, Role, Table, TableCell
from model.preamble import title_of
from model.report import Report, SlotKind
from model.review.changed_passages import CLOSES, OPENS
from model.review.corrections import Correction, as_signed, corrections, went_out

TITLE: Final = "更正说明"
_HEADS: Final = ("序号", "位置", "原为", "更正为")
_WIDTHS: Final = (14.0, 46.0, 48.0, 48.0)
_SHORT: Final = 12
"""Characters up to which an entry is a number, a date or a name."""
_STOPS: Final = ("。", "；", "！", "？")
_NOTHING: Final = "（无）"
_DAYS: Final = (("published.day", "公布"), ("filed.day", "上报"), ("signed.day", "签发"))
"""The days that may be known of what was signed, the most public one first."""


def correction(report: Report) -> Document:
    """Return the 更正说明 of a report; of one that was not changed after it was signed it says just that."""
    found = corrections(report)
    title = f"{title_of(report)}{TITLE}"
    marked = any(OPENS in entry.before + entry.after for entry in found)
    beginning = _beginning(report, len(found), marked=marked)
    blocks: list[Block] = [Paragraph(title, Role.TITLE), Paragraph(beginning)]
    if found:
        blocks.append(_listed(found))
    blocks.append(Paragraph(report.office, Role.SIGNATURE))
    day = _deed(report, "corrected.day")
    if day:
        blocks.append(Paragraph(day_words(date.fromisoformat(day)), Role.SIGNATURE))
    of = f"{report.year}年度"
    return Document(tuple(blocks), title, report.office, of, report.year, date_in(day) or compose(report).day)


def _listed(found: Sequence[Correction]) -> Table:
    """The table of the places."""
    cells = [TableCell(0, column, head, role=CellRole.HEAD) for column, head in enumerate(_HEADS)]
    for row, entry in enumerate(found, 1):
        cells += (
            TableCell(row, 0, str(row)),
            TableCell(row, 1, f"{entry.part}\n{entry.name}", role=CellRole.PROSE),
            _stood(row, 2, entry.before),
            _stood(row, 3, entry.after),
        )
    return Table(len(found) + 1, len(_HEADS), tuple(cells), id="correction", head_rows=1, widths=_WIDTHS)


def _stood(row: int, column: int, entry: str) -> TableCell:
    """What stood or stands at a place: sentences from the left, a number and a few words in the middle."""
    short = len(entry) <= _SHORT and not entry.endswith(_STOPS)
    return TableCell(row, column, entry or _NOTHING, role=CellRole.LABEL if short else CellRole.PROSE)


def _beginning(report: Report, count: int, *, marked: bool) -> str:
    """When and where the report went out, why it is corrected, and how many places are."""
    signed = as_signed(report) or report
    name = f"《{title_of(signed)}》"
    day, deed = next(((day, deed) for key, deed in _DAYS if (day := _deed(signed, key))), ("", ""))
    place = _deed(signed, "published.place") if deed == "公布" else ""
    known = (
        f"{name}于{day_words(date.fromisoformat(day))}{deed}{f'（{place}）' if place else ''}。"
        if day
        else ""
    )
    if not count:
        return f"{known}{name}{went_out(signed)}后没有更正。"
    why = _deed(report, "corrected.why").rstrip("。，；").removeprefix("因")
    marks = f"（{OPENS}{CLOSES}内为改动的文字）" if marked else ""
    return f"{known}{f'因{why}，' if why else ''}现对{name}中下列{count}处作出更正{marks}。"


def _deed(report: Report, name: str) -> str:
    return str(report.get(SlotKind.DEED, name) or "")
