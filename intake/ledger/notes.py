"""Sentences on what a sheet of a ledger has that its count does not heed, or that its kind of file does not tell."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from intake.ledger.choosing import is_aside
from intake.ledger.columns import Kind
from intake.ledger.part import Part
from intake.ledger.sheets import Raw, Row, shown
from intake.ledger.words import Words, plain
from intake.office_names import apart, is_full_name

_SHOWN: Final = 5
"""Rows that are named in a sentence."""
_SEVERAL: Final = re.compile(r"(\d{1,4})件?")
_CLAUSE: Final = re.compile(r"[\s,，.。;；:：、()（）]+")
"""What parts a remark into what it says: 重复登记，作废."""


def notes_on(part: Part, words: Words) -> Iterator[str]:
    """Yield what the clerk is to know of a sheet before its numbers are taken over."""
    sheet = part.sheet
    if not part.counted:
        yield f"“{part.name}”是隐藏的工作表，没有统计"
        return
    body = range(part.head.body, len(sheet.rows))
    if sheet.hidden is None:
        yield f"“{part.name}”的文件格式看不出哪些行是隐藏的；隐藏的行也已计入"
    elif hidden := sum(at in body for at in sheet.hidden):
        yield f"“{part.name}”有 {hidden} 行隐藏或被筛选，也已计入"
    if sheet.merges is None:
        yield f"“{part.name}”的文件格式看不出合并的单元格；如有合并，请另存为 .xlsx 再统计"
    if struck := sorted(at for at in sheet.struck if at in body):
        yield f"“{part.name}”有 {len(struck)} 行中有划去的内容，也已计入（{_named(struck)}）；作废的请删去，再统计一次"
    rows = [(at, sheet.rows[at]) for at in body]
    if void := [at for at, row in rows if _is_void(part, row, words)]:
        yield f"“{part.name}”有 {len(void)} 行写着作废，也已计入（{_named(void)}）；不应计入的请删去，再统计一次"
    yield from _of_offices(part, rows, words)
    if part.layout.kind is Kind.APPLICATIONS:
        yield from _several(part, rows, words)


def _several(part: Part, rows: Sequence[tuple[int, Row]], words: Words) -> Iterator[str]:
    """A row is one application: what is said where a column tells that some rows are several."""
    for column, field in zip(part.head.columns, part.layout.fields, strict=True):
        if field is None and column.leaf in words.pieces:
            several = [at for at, row in rows if _number(row[column.index]) > 1 and not is_aside(row, words)]
            if several:
                yield (
                    f"“{part.name}”的“{column.head}”一列有 {len(several)} 行不止 1 件（{_named(several)}）；统计时一行计"
                    "一件，请每件单列一行，再统计一次"
                )


def _of_offices(part: Part, rows: Sequence[tuple[int, Row]], words: Words) -> Iterator[str]:
    """A report is one office's: what is said where a column names several that applications were sent to."""
    for column in part.head.columns:
        if column.leaf in words.offices:
            cells = {str(row[column.index]).strip() for _, row in rows}
            offices = apart(sorted(name for name in cells if is_full_name(name)))
            if len(offices) > 1:
                yield (
                    f"“{part.name}”的“{column.head}”一列有 {len(offices)} 个机关（{'、'.join(offices[:_SHOWN])}），都已"
                    "计入；只应计其中一个的，请删去其余的行，再统计一次"
                )


def _is_void(part: Part, row: Row, words: Words) -> bool:
    """Whether a column that does not matter says that the row does not count any more."""
    fields = part.layout.fields
    return any(
        field is None
        and isinstance(raw, str)
        and any(plain(each) in words.void for each in _CLAUSE.split(raw))
        for raw, field in zip(row, fields, strict=False)
    )


def _number(raw: Raw) -> int:
    match = _SEVERAL.fullmatch(shown(raw))
    return int(match[1]) if match else 0


def _named(rows: Sequence[int]) -> str:
    """Some rows as the clerk knows them."""
    named = "、".join(str(at + 1) for at in rows[:_SHOWN])
    return f"第 {named} 行" if len(rows) <= _SHOWN else f"第 {named} 行等"
