"""What offices do with a report before they publish it.

Marks for nothing, thousands apart, labels on two lines, remarks around the tables, pages with feet, columns of their own,
table 三 in two halves, and last year's beside it.
"""

import random
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Final

from model.document import Block, CellRole, Document, Paragraph, Table, TableCell
from tests.intake import layouts
from tests.intake.layouts import rows_of

_LONG: Final = 7
"""Characters of a label that is broken in two lines."""
_MARKED: Final = 0.7
"""Of the blank cells: so many have a mark."""
_A_PAGE: Final = 13
"""Lines of a table in text between two feet."""
_LABEL: Final = re.compile(r"(?P<before>\|?\s*)(?P<label>[^\s|]*[\u4e00-\u9fff][^\s|]{7,})(?P<behind>.*\d.*)")
"""A line of a table with a long label before its numbers."""
_ABOVE: Final = (
    "（单位：件）",
    "2024 年共收到申请 35 件，其中自然人 30 件、企业 5 件，全部按期答复。",
    "统计范围：1 个机关、12 个二级单位",
    "本年受理 41 件，上年结转 2 件",
)
_BELOW: Final = (
    "注：1.数据截至 12 月 31 日。2.一件申请涉及 3 项以上内容的，计 1 件。",
    "填报人：林某　　电话：0515-8123456",
    "以上共 35 件，比上年增加 3 件",
    "其中重复申请 12 件、信访类 4 件。",
)
"""What stands above and below a table; some of it looks like its rows."""
_REMARKS: Final = ("", "", "", "", "含上年", "2", "另有 3 件", "见说明")
"""What a column of remarks holds."""


def with_thousands(document: Document, mark: str) -> Document:
    """The report with a mark between the thousands of its numbers."""
    digits = re.compile(r"(?<![\d.])\d{4,}")

    def write(cell: TableCell) -> str:
        return digits.sub(lambda match: f"{int(match[0]):,}".replace(",", mark), cell.text, count=1)

    return layouts.revalued(document, write)


def with_marks(document: Document, mark: str, chance: random.Random) -> Document:
    """The report with a mark in most of its blank cells."""
    return layouts.revalued(document, lambda cell: cell.text or (mark if chance.random() < _MARKED else ""))


def with_broken_labels(table: Table) -> Table:
    """The table with long labels on two lines."""
    cells = [
        replace(cell, text=f"{cell.text[: len(cell.text) // 2]}\n{cell.text[len(cell.text) // 2 :]}")
        if cell.role is CellRole.LABEL and len(cell.text) > _LONG
        else cell
        for cell in table.cells
    ]
    return replace(table, cells=tuple(cells))


def broken_below(lines: Iterable[str]) -> Iterator[str]:
    """Lines of a table; long labels go on below their numbers."""
    for line in lines:
        found = _LABEL.fullmatch(line)
        if found is None:
            yield line
            continue
        half = len(found["label"]) // 2
        yield f"{found['before']}{found['label'][:half]}{found['behind']}"
        yield found["label"][half:]


def with_feet(lines: Iterable[str], foot: str) -> Iterator[str]:
    """Lines of a table, among them the feet of pages with their numbers."""
    for number, line in enumerate(lines, 1):
        yield line
        if number % _A_PAGE == 0:
            yield foot.format(number // _A_PAGE + 2)


def with_remarks(document: Document, chance: random.Random) -> Document:
    """The report with a line above and one below each table."""
    blocks: list[Block] = []
    for block in document.blocks:
        if isinstance(block, Table):
            blocks += [Paragraph(chance.choice(_ABOVE)), block, Paragraph(chance.choice(_BELOW))]
        else:
            blocks.append(block)
    return replace(document, blocks=tuple(blocks))


def with_last_years(document: Document, other: Document, *, first: bool) -> Document:
    """The report with table 三 of another year behind its own, or before it."""
    (old,) = (block for block in other.blocks if isinstance(block, Table) and block.id == "applications")
    blocks: list[Block] = []
    for block in document.blocks:
        if isinstance(block, Table) and block.id == "applications":
            pair: list[Block] = [Paragraph("附：上年情况"), old]
            blocks += [*pair, Paragraph("本年情况"), block] if first else [block, *pair]
        else:
            blocks.append(block)
    return replace(document, blocks=tuple(blocks))


def with_column(table: Table, kind: str, chance: random.Random) -> Table:
    """The table with a column of units behind its labels, of serial numbers before them, or of remarks at its end."""
    if kind == "unit":
        return layouts.with_units(table)
    own = {
        row: str(number)
        for number, row in enumerate(
            (cells[0].row for cells in rows_of(table) if any(cell.role is CellRole.VALUE for cell in cells)),
            1,
        )
    }
    at, head = (0, "序号") if kind == "serial" else (table.columns, "备注")
    moved = [replace(cell, column=cell.column + (at == 0)) for cell in table.cells]
    cells = [
        TableCell(row, at, (own.get(row, "") if at == 0 else chance.choice(_REMARKS)) if row else head)
        for row in range(table.rows)
    ]
    ordered = sorted([*moved, *cells], key=lambda cell: (cell.row, cell.column))
    return replace(
        table,
        columns=table.columns + 1,
        label_columns=table.label_columns + (at == 0),
        cells=tuple(ordered),
    )


def in_halves(table: Table) -> Table:
    """Table 三 with its second half of rows beside the first, under the heads again."""
    middle = table.head_rows + (table.rows - table.head_rows + 1) // 2
    upper, lower = layouts.split(table, middle, again=True)
    moved = [replace(cell, column=cell.column + table.columns) for cell in lower.cells]
    rest = [TableCell(upper.rows - 1, table.columns + column, "") for column in range(table.columns)]
    cells = [*upper.cells, *moved, *(rest if lower.rows < upper.rows else ())]
    ordered = tuple(sorted(cells, key=lambda cell: (cell.row, cell.column)))
    return replace(table, rows=upper.rows, columns=2 * table.columns, cells=ordered)


def each(document: Document, change: Callable[[Table], Table], only: str = "") -> Document:
    """The report with its tables changed, or the one with that id."""
    blocks = [
        change(block) if isinstance(block, Table) and only in ("", block.id) else block
        for block in document.blocks
    ]
    return replace(document, blocks=tuple(blocks))
