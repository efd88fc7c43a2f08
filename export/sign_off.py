"""审签单: the sheet on which a report is signed before it is filed, as a Document for the PDF and Word writers."""

from collections.abc import Iterator, Sequence
from typing import Final

from model.check import Outcome
from model.check_code import check_code, grouped
from model.document import Block, CellRole, Document, Paragraph, Role, Table, TableCell
from model.findings import Finding
from model.number_fields import field_value
from model.preamble import REPORT_NAME
from model.report import Report
from model.values import to_text

TITLE: Final = f"{REPORT_NAME}审签单"
FIGURES: Final = (
    "收到申请总数", "上年结转申请数", "办结申请总数", "结转下年度申请数", "予以公开数", "部分公开数",
    "主动公开信息数", "行政许可数", "行政处罚数", "行政复议总数", "行政诉讼总数", "规范性文件制发数",
)  # fmt: skip
"""The key figures, by the names of number fields; those that the form does not have are left out."""
_SIGNERS: Final = (("拟稿", "核稿"), ("负责人", "日期"))
_WIDTHS: Final = (38.0, 40.0, 38.0, 40.0)
_UNKNOWN: Final = "未填"


def sign_off(report: Report, outcome: Outcome) -> Document:
    """Return the sheet of a report with what its check found: what was explained and how, and what still has to be."""
    blocks: list[Block] = [Paragraph(TITLE, Role.TITLE), _table(report, outcome)]
    if outcome.explained:
        blocks.append(Paragraph("附：已作说明的事项", Role.HEADING1))
        blocks += _explained(outcome.explained)
    if outcome.unexplained:
        blocks.append(Paragraph("附：尚需说明的事项", Role.HEADING1))
        blocks += [Paragraph(f"{n}. {finding.message}") for n, finding in enumerate(outcome.unexplained, 1)]
    return Document(tuple(blocks), TITLE, report.office, f"{report.year}年度", report.year)


def _explained(findings: Sequence[Finding]) -> Iterator[Paragraph]:
    for number, finding in enumerate(findings, 1):
        yield Paragraph(f"{number}. {finding.message}")
        for line in finding.explanation.splitlines():
            yield Paragraph(f"说明：{line}")


def _table(report: Report, outcome: Outcome) -> Table:
    rows: list[list[TableCell]] = []
    _wide(rows, "单位", report.office)
    _pair(rows, ("年度", f"{report.year}年度"), ("格式", report.form.name))
    _wide(rows, "核对结论", outcome.verdict)
    _wide(rows, "已作说明", f"{len(outcome.explained)} 项（见附件）" if outcome.explained else "无")
    known = [name for name in FIGURES if name in report.form.number_fields]
    figures = [(name, to_text(field_value(report, name)) or _UNKNOWN) for name in known]
    for left in range(0, len(figures), 2):
        _pair(rows, *figures[left : left + 2])
    for left_signer, right_signer in _SIGNERS:
        _pair(rows, (left_signer, ""), (right_signer, ""), height=2)
    _wide(rows, "单位盖章", "", height=4)
    _wide(rows, "校验码", grouped(check_code(report)))
    cells = tuple(cell for row in rows for cell in row)
    return Table(len(rows), len(_WIDTHS), cells, id="sign_off", label_columns=1, widths=_WIDTHS)


def _wide(rows: list[list[TableCell]], head: str, text: str, height: int = 1) -> None:
    """Add a row with one head and one field over the rest; `height` rows high."""
    row = len(rows)
    rows.append(
        [
            TableCell(row, 0, head, rowspan=height, role=CellRole.HEAD),
            TableCell(row, 1, text, rowspan=height, colspan=3),
        ]
    )
    rows += [[] for _ in range(height - 1)]


def _pair(rows: list[list[TableCell]], *fields: tuple[str, str], height: int = 1) -> None:
    """Add a row with two heads and two fields; one field alone takes the rest of the row."""
    if len(fields) == 1:
        _wide(rows, *fields[0], height=height)
        return
    row = len(rows)
    rows.append(
        [
            cell
            for column, (head, text) in zip((0, 2), fields, strict=True)
            for cell in (
                TableCell(row, column, head, rowspan=height, role=CellRole.HEAD),
                TableCell(row, column + 1, text, rowspan=height),
            )
        ]
    )
    rows += [[] for _ in range(height - 1)]
