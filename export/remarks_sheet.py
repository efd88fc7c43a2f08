"""意见单: what was said of a draft and what became of it, as a Document for the PDF and Word writers."""

from typing import Final

from model.compose import compose
from model.document import Block, CellRole, Document, Paragraph, Role, Table, TableCell
from model.preamble import REPORT_NAME
from model.report import Report
from model.review.remarks import Remark, place_words, remarks_of

TITLE: Final = f"{REPORT_NAME}意见单"
_HEADS: Final = ("序号", "位置", "意见", "提出", "处理")
_ROLES: Final = (CellRole.LABEL, CellRole.PROSE, CellRole.PROSE, CellRole.LABEL, CellRole.LABEL)
_WIDTHS: Final = (12.0, 38.0, 52.0, 38.0, 16.0)
_NONE: Final = "没有意见。"


def remarks_sheet(report: Report) -> Document:
    """Return the sheet of a report: each 意见 with its place, who made it when, and whether it is mended."""
    remarks = remarks_of(report)
    waiting = sum(not remark.done for remark in remarks)
    told = f"{report.office}{report.year}年度报告草稿共收到意见{len(remarks)}条，待改{waiting}条。"
    blocks: list[Block] = [Paragraph(TITLE, Role.TITLE), Paragraph(told if remarks else _NONE)]
    if remarks:
        rows = [_HEADS, *(_row(report, number, remark) for number, remark in enumerate(remarks, 1))]
        cells = tuple(
            TableCell(row, column, text, role=_ROLES[column] if row else CellRole.HEAD)
            for row, entries in enumerate(rows)
            for column, text in enumerate(entries)
        )
        table = Table(
            len(rows), len(_HEADS), cells, id="remarks", head_rows=1, label_columns=1, widths=_WIDTHS
        )
        blocks.append(table)
    subject = f"{report.year}年度"
    return Document(tuple(blocks), TITLE, report.office, subject, report.year, compose(report).day)


def _row(report: Report, number: int, remark: Remark) -> tuple[str, ...]:
    signed = "\n".join(remark.signed_on_paper)
    return (str(number), place_words(report, remark.place), remark.text, signed, remark.state)
