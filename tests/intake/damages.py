"""What damages the tables of a page: cells and columns gone, in another order, shared or noted."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from model.document import CellRole, Document, Table, TableCell
from tests.intake import layouts
from tests.intake.layouts import rows_of

_GAPS: Final = 0.3
"""Of the rows: so many lack a cell on a page with gaps."""
_SHARED: Final = 0.05
"""Of the numbers: so many stand in one cell with that below."""
_NOTED: Final = 0.05
"""Of the numbers: so many have a note."""


def with_gaps(document: Document, chance: random.Random) -> Document:
    """The report without one cell in some rows that have several numbers."""
    blocks = []
    for block in document.blocks:
        if isinstance(block, Table):
            rows = [[cell for cell in cells if cell.role is CellRole.VALUE] for cells in rows_of(block)]
            told = [cells for cells in rows if sum(bool(cell.text) for cell in cells) > 1]
            gone = {chance.choice(cells) for cells in told if chance.random() < _GAPS}
            block = replace(block, cells=tuple(cell for cell in block.cells if cell not in gone))
        blocks.append(block)
    return replace(document, blocks=tuple(blocks))


def lacking(lines: Iterable[str], between: str, chance: random.Random) -> Iterator[str]:
    """Lines of a table, one number gone with its bar in some that have several."""
    for line in lines:
        cells = line.split(between)
        numbers = [place for place, text in enumerate(cells) if text.strip(" |").isdecimal()]
        if len(numbers) > 1 and chance.random() < _GAPS:
            del cells[chance.choice(numbers)]
        yield between.join(cells)


def with_columns(document: Document, column: str, seed: int, *, shared: bool) -> Document:
    """The report with one column less in table 三, or one more, and with numbers in cells over two rows."""
    chance = random.Random(f"columns {seed}")
    blocks = []
    for block in document.blocks:
        if isinstance(block, Table) and block.id == "applications":
            block = _sharing(block, chance) if shared else block
            block = _without_column(block, chance) if column == "gone" else block
            block = _with_shares(block, chance) if column == "share" else block
        blocks.append(block)
    return replace(document, blocks=tuple(blocks))


def _without_column(table: Table, chance: random.Random) -> Table:
    gone = chance.randrange(table.label_columns, table.columns)
    kept = []
    for cell in table.cells:
        if cell.column <= gone < cell.column + cell.colspan:
            cell = replace(cell, colspan=cell.colspan - 1)
        elif cell.column > gone:
            cell = replace(cell, column=cell.column - 1)
        kept += [cell] if cell.colspan else []
    return replace(table, columns=table.columns - 1, cells=tuple(kept))


def _with_shares(table: Table, chance: random.Random) -> Table:
    moved = [replace(cell, column=cell.column + 1) for cell in table.cells]
    own = [
        TableCell(row, 0, "占比" if row < table.head_rows else f"{chance.randrange(100)}%")
        for row in range(table.rows)
    ]
    cells = sorted([*own, *moved], key=lambda cell: (cell.row, cell.column))
    return replace(table, columns=table.columns + 1, cells=tuple(cells))


def _sharing(table: Table, chance: random.Random) -> Table:
    cells = {(cell.row, cell.column): cell for cell in table.cells}
    for (row, column), cell in list(cells.items()):
        below = cells.get((row + 1, column))
        alone = below is not None and cell.rowspan == 1 and (row, column) in cells
        if alone and cell.text and cell.role is CellRole.VALUE and chance.random() < _SHARED:
            del cells[row + 1, column]
            cells[row, column] = replace(cell, rowspan=2)
    return replace(table, cells=tuple(cells[place] for place in sorted(cells)))


def noted(document: Document, note: str, seed: int) -> Document:
    """The report with a note beside some of its numbers."""
    chance = random.Random(seed)

    def write(cell: TableCell) -> str:
        if not cell.text.isdecimal() or chance.random() > _NOTED:
            return cell.text
        return note.format(cell.text, "3")

    return layouts.revalued(document, write)


def reordered(document: Document, chance: random.Random, *, foreign: bool) -> Document:
    """The report with the columns of its tables in another order, under one row of heads."""
    blocks = [
        _reordered(block, chance, foreign=foreign) if isinstance(block, Table) else block
        for block in document.blocks
    ]
    return replace(document, blocks=tuple(blocks))


FOREIGN: Final = {
    "自然人": "公民个人", "商业企业": "公司", "科研机构": "院所", "社会公益组织": "社团", "法律服务机构": "律所",
    "其他": "其余", "总计": "小结", "本年制发件数": "今年出台", "本年废止件数": "已经清理", "现行有效件数": "仍在执行",
    "本年新制作数量": "今年形成", "本年新公开数量": "今年上网", "对外公开总数量": "历年累积", "上一年项目数量": "去年底数",
    "本年增/减": "变动", "处理决定数量": "办结", "采购项目数量": "次数", "采购总金额": "花费", "结果维持": "支持",
    "结果纠正": "撤改", "其他结果": "旁的", "尚未审结": "未完",
}  # fmt: skip
"""Heads of an office's own, which nobody can tell for the form's."""


def _reordered(table: Table, chance: random.Random, *, foreign: bool) -> Table:
    if table.id == "applications":
        return _in_one_row_of_heads(table, chance, foreign=foreign)
    cells = list(table.cells)
    for group in _columns(table):
        order = list(range(len(group[0])))
        chance.shuffle(order)
        for row in group:
            at = row[0].column
            for place in order:
                old = row[place]
                text = FOREIGN.get(old.text, old.text) if foreign else old.text
                cells[cells.index(old)] = replace(old, column=at, text=text)
                at += old.colspan
    return replace(table, cells=tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))))


def _columns(table: Table) -> Iterator[list[list[TableCell]]]:
    """Heads and the values under them that may change places: those of one band, those of one group of table 四."""
    heads: list[TableCell] = []
    rows = rows_of(table)
    for cells in rows:
        values = [cell for cell in cells if cell.role is CellRole.VALUE]
        if not values:
            heads = [cell for cell in cells if cell.role is CellRole.HEAD] if table.id != "disputes" else []
        elif table.id == "disputes":
            named = [cell for cell in table.cells if cell.text in FOREIGN]
            named.sort(key=lambda cell: cell.column)
            for start in range(0, len(values), 5):
                yield [named[start : start + 5], values[start : start + 5]]
        elif heads and len(values) == len(heads) - 1 > 1:
            below = []
            for later in rows[values[0].row :]:
                row = [cell for cell in later if cell.role is CellRole.VALUE]
                if not row:
                    break
                below.append(row)
            yield [heads[1:], *below]
            heads = []


def _in_one_row_of_heads(table: Table, chance: random.Random, *, foreign: bool) -> Table:
    rows = [row for row in rows_of(table) if any(cell.role is CellRole.VALUE for cell in row)]
    names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    order = list(range(len(names)))
    chance.shuffle(order)
    heads = [FOREIGN[names[place]] if foreign else names[place] for place in order]
    cells = [
        TableCell(0, column, text, role=CellRole.HEAD) for column, text in enumerate(["申请人情况", *heads])
    ]
    for number, row in enumerate(rows, 1):
        label = [cell for cell in row if cell.role is not CellRole.VALUE][-1]
        values = [cell for cell in row if cell.role is CellRole.VALUE]
        cells.append(replace(label, row=number, column=0, rowspan=1, colspan=1))
        cells += [replace(values[place], row=number, column=column) for column, place in enumerate(order, 1)]
    return replace(table, rows=len(rows) + 1, columns=len(names) + 1, cells=tuple(cells), head_rows=1)
