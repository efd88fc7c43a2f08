"""Finds out where a pasted block belongs, and checks all of it before anything is changed."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from model.errors import AssistantError, ValueRefused
from model.report import Report, Slot, SlotKind, SlotValue
from model.values import Value, number_in, parse
from ui.grid.clipboard import Clip, Rows
from ui.grid.edits import CellSettings, typed
from ui.grid.selection import Selection
from ui.grid.sheet import Kind, Sheet, Tile

_NOTHING_CHANGED = "没有改动任何数字"
_SEVERAL_PLACES = (
    "复制的内容里不止一处有数字（有几张表格，或者表格之外还有数字），请只选中要粘贴的那张表格，重新复制"
)


class PasteRefused(AssistantError):
    """The block does not fit or has something in it that is no number; the report is as it was."""


def pasted(report: Report, sheet: Sheet, selection: Selection, clip: Clip) -> CellSettings:
    """Return what pasting sets: the whole table where a block has its shape, else from the cursor on.

    Totals in the block become control totals, and declared totals where they differ from the sum. Raises PasteRefused
    and names the offending place, or says that several blocks may be meant.
    """
    if not clip.blocks:
        raise PasteRefused("剪贴板里没有可以粘贴的数字")
    fitting = (values for block in clip.blocks if (values := _fitted(report, sheet, block)) is not None)
    whole = next(fitting, None)
    if clip.apart and (whole is None or any(values != whole for values in fitting)):
        raise PasteRefused(f"{_SEVERAL_PLACES}；{_NOTHING_CHANGED}")
    if whole is not None:
        return _settings(report, whole)
    block = clip.blocks[0]
    if len(block) == len(block[0]) == 1 and len(selection.tiles(sheet)) > 1:
        tiles = [tile for tile in selection.tiles(sheet) if tile.is_entry]
        return _settings(report, [(tile, _parsed(report, tile, block[0][0], (1, 1))) for tile in tiles])
    return _settings(report, _from_cursor(report, sheet, selection, block))


def _fitted(report: Report, sheet: Sheet, block: Rows) -> list[tuple[Tile, Value]] | None:
    """The values when the block has the shape of the whole table, with its heads or without, else None."""
    frames = _frames(sheet, len(block), len(block[0]))
    readings = (_whole(report, sheet, block, rows, columns) for rows, columns in frames)
    found = _own(report, sheet, block)
    return found if found is not None else next((each for each in readings if each is not None), None)


def _own(report: Report, sheet: Sheet, block: Rows) -> list[tuple[Tile, Value]] | None:
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
            if is_words and "".join(tile.text.split()) != "".join(text.split()):
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
) -> list[tuple[Tile, Value]] | None:
    """The values when the block has words where the table has words and numbers where it has numbers, else None."""
    values: list[tuple[Tile, Value]] = []
    for texts, row in zip(block, rows, strict=True):
        for text, column in zip(texts, columns, strict=True):
            tile = sheet.by_place[row, column]
            first = (tile.row, tile.column) == (row, column)
            if not tile.is_number or not first:
                if text and (number_in(text) is not None or tile.is_number):
                    return None
                continue
            try:
                values.append((tile, parse(text, report.form.cells[tile.key].kind)))
            except ValueRefused:
                return None
    return values


def _from_cursor(report: Report, sheet: Sheet, selection: Selection, block: Rows) -> list[tuple[Tile, Value]]:
    """The values of a block laid down with its first cell under the selection's first number."""
    start = selection.tiles(sheet)[0]
    kinds = [tile for tile in sheet.numbers if (tile.kind is Kind.CONTROL) <= (start.kind is Kind.CONTROL)]
    rows = sorted({tile.row for tile in kinds if tile.row >= start.row})
    columns = sorted({place for t in kinds for place in (t.column, t.right) if place >= start.column})
    if len(block) > len(rows):
        raise PasteRefused(_too_large(report, start, "行", len(block), len(rows)))
    values: list[tuple[Tile, Value]] = []
    for down, texts in enumerate(block):
        line = [column for column in columns if sheet.by_place[rows[down], column].is_number]
        if len(texts) > len(columns) or any(texts[len(line) :]):
            raise PasteRefused(_too_large(report, start, "列", len(texts), len(line)))
        for right, text in enumerate(texts[: len(line)]):
            tile = sheet.by_place[rows[down], line[right]]
            if tile.column == line[right]:
                values.append((tile, _parsed(report, tile, text, (down + 1, right + 1))))
            elif text:
                raise PasteRefused(_too_large(report, start, "列", len(texts), right))
    return values


def _too_large(report: Report, start: Tile, word: str, has: int, room: int) -> str:
    name = report.form.cells[start.key].name
    return f"粘贴的内容有 {has} {word}，从“{name}”起只有 {room} {word}，放不下；{_NOTHING_CHANGED}"


def _parsed(report: Report, tile: Tile, text: str, at: tuple[int, int]) -> Value:
    cell = report.form.cells[tile.key]
    try:
        return parse(text, cell.kind)
    except ValueRefused as cause:
        where = f"第 {at[0]} 行第 {at[1]} 列（{cell.name}）"
        raise PasteRefused(f"粘贴的内容{where}：{cause.message}；{_NOTHING_CHANGED}") from cause


def _settings(report: Report, values: Sequence[tuple[Tile, Value]]) -> CellSettings:
    settings = [setting for tile, value in values if tile.is_entry for setting in typed(tile, value)]
    totals = {tile.key: value for tile, value in values if tile.kind is Kind.COMPUTED and value is not None}
    return [*settings, *_declared(report, settings, totals)] if totals else settings


def _declared(report: Report, settings: CellSettings, totals: Mapping[str, Value]) -> CellSettings:
    """Every total becomes a control total; one that the numbers do not add up to is declared, too."""
    trial = report.copy()
    trial.set([*settings, *((Slot(SlotKind.DECLARED, key), None) for key in totals)])
    declared: list[tuple[Slot, SlotValue]] = []
    for key in report.form.sums:
        if key in totals:
            differs = trial.computed(key) != totals[key]
            slot = Slot(SlotKind.DECLARED, key)
            declared += [(Slot(SlotKind.CONTROL, key), totals[key]), (slot, totals[key] if differs else None)]
            trial.set([(slot, totals[key] if differs else None)])
    return declared
