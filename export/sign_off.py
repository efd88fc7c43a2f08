"""审签单: the sheet on which a report is signed before it is filed, as a Document for the PDF and Word writers."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from model.check_code import check_code, grouped
from model.compose import compose
from model.days import stored_day_words
from model.document import Block, CellRole, Document, Paragraph, Role, Table, TableCell
from model.findings import Finding
from model.levels import Level
from model.number_fields import field_value
from model.outcome import BLANK, Outcome
from model.preamble import REPORT_NAME
from model.report import Report, SlotKind
from model.review.recheck import summary_of
from model.review.remarks import Remark, open_remarks, place_words, remarks_of
from model.values import to_text

TITLE: Final = f"{REPORT_NAME}审签单"
FIGURES: Final = (
    "收到申请总数", "上年结转申请数", "办结申请总数", "结转下年度申请数", "予以公开数", "部分公开数",
    "主动公开信息数", "行政许可数", "行政处罚数", "行政复议总数", "行政诉讼总数", "规范性文件制发数",
)  # fmt: skip
"""The key figures, by the names of number fields; those that the form does not have are left out."""
USUAL_SIGNERS: Final = ("拟稿", "核稿", "保密审查", "分管领导", "主要领导")
"""Who signs where the office has not said otherwise; 保密审查 comes before publication (条例第十七条)."""
_BETWEEN: Final = re.compile(r"[、，,；;\s]+")
_WIDTHS: Final = (34.0, 50.0, 40.0, 32.0)
_ROOM: Final = 3
"""Rows that an opinion and a signature have."""
_SEAL: Final = 3
_UNKNOWN: Final = "未填"
_WRONG: Final = "附：必须改正的事项"
_OPEN: Final = "附：尚需说明的事项"
_EXPLAINED: Final = "附：已作说明的事项"
_REMARKS: Final = "附：待改的意见"


def sign_off(report: Report, outcome: Outcome) -> Document:
    """Return the sheet of a report with what its check found.

    What still wants mending or a 说明, every 说明 that was given and each 意见 still open are listed by name: who signs,
    signs for them.
    """
    blocks: list[Block] = [Paragraph(TITLE, Role.TITLE), _table(report, outcome)]
    if outcome.explained:
        blocks.append(Paragraph(_EXPLAINED, Role.HEADING1))
        blocks += _explained(outcome.explained)
    for heading, waiting in ((_WRONG, _wrong(outcome)), (_OPEN, outcome.unexplained)):
        blocks += _listed(heading, [finding.message for finding in waiting])
    blocks += _listed(_REMARKS, [_remark(report, remark) for remark in open_remarks(report)])
    subject = f"{report.year}年度"
    return Document(tuple(blocks), TITLE, report.office, subject, report.year, compose(report).day)


def _listed(heading: str, lines: Sequence[str]) -> Iterator[Paragraph]:
    """The lines, numbered, under their heading; nothing where there are none."""
    if lines:
        yield Paragraph(heading, Role.HEADING1)
    for number, line in enumerate(lines, 1):
        yield Paragraph(f"{number}. {_tight(line)}")


def _tight(message: str) -> str:
    """The words without the blanks that part them on a screen: on paper a full-width · has its own room."""
    return message.replace(" · ", "·")


def _remark(report: Report, remark: Remark) -> str:
    return f"{place_words(report, remark.place)}：{remark.text}（{'，'.join(remark.signed_on_paper)}）"


def signers_of(report: Report) -> tuple[str, ...]:
    """Return who signs, as the office's data says it, separated by 、; the usual ones where it says nothing."""
    own = tuple(name for name in _BETWEEN.split(report.field("signers")) if name)
    return own or USUAL_SIGNERS


def _wrong(outcome: Outcome) -> list[Finding]:
    """The errors; blank cells are counted in the verdict."""
    return [finding for finding in outcome.findings if finding.level is Level.ERROR and finding.code != BLANK]


def _explained(findings: Sequence[Finding]) -> Iterator[Paragraph]:
    for number, finding in enumerate(findings, 1):
        yield Paragraph(f"{number}. {_tight(finding.message)}")
        for line in finding.explanation.splitlines():
            yield Paragraph(f"说明：{line}")


def _table(report: Report, outcome: Outcome) -> Table:
    rows: list[list[TableCell]] = []
    _wide(rows, "单位", report.office)
    _pair(rows, ("年度", f"{report.year}年度"), ("格式", report.form.name.replace(" ", "")))
    _pair(rows, ("联系电话", report.field("phone")), ("成文日期", stored_day_words(report.field("date"))))
    _wide(rows, "拟公开方式", report.field("release"))
    signed = [("签发", _signed(report))] if report.stage.signed else []
    _pair(rows, ("报告状态", report.stage_words), *signed)
    _wide(rows, "核对结论", outcome.verdict + _attached(len(_wrong(outcome)) + len(outcome.unexplained)))
    explained = len(outcome.explained)
    _wide(rows, "已作说明", f"{explained}项" + _attached(explained) if explained else "无")
    remarks, waiting = len(remarks_of(report)), len(open_remarks(report))
    if remarks:
        _wide(rows, "意见", f"{remarks}条，待改{waiting}条" + _attached(waiting))
    rechecked = summary_of(report)
    if rechecked:
        _wide(rows, "复核录入", rechecked)
    known = [name for name in FIGURES if name in report.form.number_fields]
    figures = [(name, to_text(field_value(report, name)) or _UNKNOWN) for name in known]
    for left in range(0, len(figures), 2):
        _pair(rows, *figures[left : left + 2])
    heads = ("审签环节", "意见", "签名", "日期")
    rows.append([TableCell(len(rows), at, head, role=CellRole.HEAD) for at, head in enumerate(heads)])
    for signer in signers_of(report):
        _signature(rows, signer)
    _wide(rows, "单位盖章", "", height=_SEAL)
    _wide(rows, "校验码", grouped(check_code(report)))
    cells = tuple(cell for row in rows for cell in row)
    return Table(len(rows), len(_WIDTHS), cells, id="sign_off", label_columns=1, widths=_WIDTHS)


def _signed(report: Report) -> str:
    """When and by whom the report was signed, as far as it is known."""
    known = (str(report.get(SlotKind.DEED, name) or "") for name in ("signed.day", "signed.by"))
    return "\n".join(stored_day_words(said) for said in known if said)


def _attached(count: int) -> str:
    """Where to look for so many."""
    return "（见附件）" if count else ""


def _signature(rows: list[list[TableCell]], signer: str) -> None:
    """Add a row in which somebody writes an opinion, signs and dates."""
    row = len(rows)
    role = TableCell(row, 0, signer, rowspan=_ROOM, role=CellRole.HEAD)
    rows.append([role, *(TableCell(row, column, "", rowspan=_ROOM) for column in (1, 2, 3))])
    rows += [[] for _ in range(_ROOM - 1)]


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


def _pair(rows: list[list[TableCell]], *fields: tuple[str, str]) -> None:
    """Add a row with two heads and two fields; one field alone takes the rest of the row."""
    if len(fields) == 1:
        _wide(rows, *fields[0])
        return
    row = len(rows)
    rows.append(
        [
            cell
            for column, (head, text) in zip((0, 2), fields, strict=True)
            for cell in (TableCell(row, column, head, role=CellRole.HEAD), TableCell(row, column + 1, text))
        ]
    )
