"""Lays a block down that has the shape of the whole table: with its own heads and labels, or with numbers alone."""

from collections.abc import Iterator, Sequence
from itertools import product

from model.form import Shape
from model.report import Report
from model.values import Value
from ui.grid.clipboard import Rows
from ui.grid.pasted import Laid, Left, Pasted, marks_of, read_cell, words_alone
from ui.grid.sheet import Kind, Sheet, Tile


def laid_whole(report: Report, sheet: Sheet, block: Rows) -> Laid | None:
    """Return the values when the block has the shape of the whole table, with its own heads and labels or without, else None.

    Where a row or column of it has another name, its place is not what tells it.
    """
    frames = _frames(sheet, len(block), len(block[0]))
    readings = (_whole(report, sheet, block, rows, columns) for rows, columns in frames)
    found = _own(report, sheet, block)
    return found if found is not None else next((each for each in readings if each is not None), None)


def marked_by_order(report: Report, sheet: Sheet, laid: Laid) -> Pasted:
    """Return the marks of numbers alone, laid down as a whole table, that may lack another row or column than the totals."""
    # Loaded here, as the readers are: a start that pastes nothing needs none of it.
    from intake.tables.by_order import doubt_numbers_alone
    from intake.tables.found import Found

    found = Found({tile.key: value for tile, value in laid if not isinstance(value, Left)})
    if sheet.table.shape is Shape.GRID:
        doubt_numbers_alone(report.form, found)
    unsure = [sheet.by_key[key] for key in found.values if key in found.states]
    return Pasted(marks_of(unsure, found.states), unsure=unsure)


def _own(report: Report, sheet: Sheet, block: Rows) -> Laid | None:
    """The values when the block is this table with all of its heads, be the rows at its end blank or not, else None."""
    own = [tile for tile in sheet.numbers if tile.kind is not Kind.CONTROL]
    columns = range(1 + max(tile.right for tile in own))
    rows = _printed(sheet)
    if len(block) > len(rows) or len(block[0]) > len(columns):
        return None
    padded = [[*row, *[""] * (len(columns) - len(row))] for row in block]
    padded += [[""] * len(columns) for _ in range(len(rows) - len(block))]
    for row, texts in zip(rows, padded, strict=True):
        for column, text in zip(columns, texts, strict=True):
            tile = sheet.by_place[row, column]
            is_words = (tile.row, tile.column) == (row, column) and not tile.is_number
            if is_words and not _is_same(tile, text):
                return None
    return _whole(report, sheet, padded, rows, columns)


def _printed(sheet: Sheet) -> list[int]:
    """The rows that the printed table has, without balances and control totals."""
    own = {tile.row for tile in sheet.numbers if tile.kind is not Kind.CONTROL}
    control = {tile.row for tile in sheet.numbers if tile.kind is Kind.CONTROL} - own
    return [row for row in range(sheet.rows) if row not in control and not _is_balance(sheet, row)]


def _frames(sheet: Sheet, height: int, width: int) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    """The selections of rows and columns of this size that make up a whole table: with heads and labels or without."""
    if height * width == 1:
        return
    own = [tile for tile in sheet.numbers if tile.kind is not Kind.CONTROL]
    last = 1 + max(tile.right for tile in own)
    printed = _printed(sheet)
    rows = [printed[skip:] for skip in range(sheet.head_rows)] or [printed]
    rows += [[row for row in printed if row >= sheet.head_rows]]
    rows += [sorted({tile.row for tile in own}), sorted({t.row for t in own if t.kind is Kind.ENTERED})]
    columns = [list(range(skip, last)) for skip in range(sheet.label_columns + 1)]
    columns += [sorted({t.column for t in own}), sorted({t.column for t in own if t.kind is Kind.ENTERED})]
    for down, across in product(rows, columns):
        if len(down) == height and len(across) == width:
            yield down, across


def _is_balance(sheet: Sheet, row: int) -> bool:
    return any(sheet.by_place[row, column].kind is Kind.BALANCE for column in sheet.balances)


def _whole(
    report: Report, sheet: Sheet, block: Rows, rows: Sequence[int], columns: Sequence[int]
) -> Laid | None:
    """The values when the block has the table's words where it has any and numbers where it has numbers, else None.

    A row under its own label is the table's, whatever stands there for its numbers; a sum with its unit is no head.
    """
    values: list[tuple[Tile, Value | Left]] = []
    labelled: set[int] = set()
    for down, (texts, row) in enumerate(zip(block, rows, strict=True), 1):
        for across, (text, column) in enumerate(zip(texts, columns, strict=True), 1):
            tile = sheet.by_place[row, column]
            first = (tile.row, tile.column) == (row, column)
            if not tile.is_number or not first:
                if text and (tile.is_number or not _is_same(tile, text)):
                    return None
                if text and first:
                    labelled.add(tile.row)
                continue
            values.append((tile, read_cell(report, tile, text, (down, across))))
    heads = (left for tile, left in words_alone(values) if tile.row not in labelled and not left.is_amount)
    return None if any(heads) else values


def _is_same(tile: Tile, text: str) -> bool:
    return "".join(tile.text.split()) == "".join(text.split())
