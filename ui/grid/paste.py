"""Finds out where a pasted block belongs, and what of it is plainly numbers, before anything is changed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final, NamedTuple, TypeAlias

from model.errors import AssistantError, ValueRefused
from model.report import Report, Slot, SlotKind, SlotValue
from model.values import Value, number_in, parse
from ui.grid.clipboard import Clip, Rows
from ui.grid.edits import CellSettings, typed
from ui.grid.selection import Selection
from ui.grid.sheet import Kind, Sheet, Tile

_AMOUNT: Final = re.compile(r"\s*[\d,，.]+\s*[万亿]?[^\W\d年月日]{1,2}\s*")
_NOTHING_CHANGED = "没有改动任何数字"
_SEVERAL_PLACES = (
    "复制的内容里不止一处有数字（有几张表格，或者表格之外还有数字），请只选中要粘贴的那张表格，重新复制"
)


class PasteRefused(AssistantError):
    """The block does not fit, or has words where numbers belong; the report is as it was."""


class Left(NamedTuple):
    """Why a cell stays as it was: what the block has for it is no number of that cell."""

    reason: str
    place: tuple[int, int]
    """Row and column in the block, from 1."""
    is_word: bool
    """Whether it may be a head: a dash is none."""
    is_amount: bool = False
    """Whether it is a number with a unit behind it."""


_Reading: TypeAlias = Sequence[tuple[Tile, Value | Left]]


@dataclass(frozen=True, slots=True)
class Pasted:
    """What pasting sets, and the cells that it leaves as they were, each with the reason."""

    settings: CellSettings
    left: Sequence[tuple[Tile, str]] = ()


def pasted(report: Report, sheet: Sheet, selection: Selection, clip: Clip) -> Pasted:
    """Return what pasting sets: the whole table where a block has its shape, else from the cursor on.

    What is plainly a number is taken, cell by cell. Totals in the block become control totals, and declared totals where
    they differ from the sum. Raises PasteRefused where a whole row or column is none, as the numbers may then belong
    beside it, and names its place, or says that several blocks may be meant.
    """
    if not clip.blocks:
        raise PasteRefused("剪贴板里没有可以粘贴的数字")
    fitting = (values for block in clip.blocks if (values := _fitted(report, sheet, block)) is not None)
    whole = next(fitting, None)
    if clip.apart and (whole is None or any(values != whole for values in fitting)):
        raise PasteRefused(f"{_SEVERAL_PLACES}；{_NOTHING_CHANGED}")
    if whole is not None:
        return _sorted_out(report, whole)
    block = clip.blocks[0]
    if len(block) == len(block[0]) == 1 and len(selection.tiles(sheet)) > 1:
        tiles = [tile for tile in selection.tiles(sheet) if tile.is_entry]
        reading: _Reading = [(tile, _read(report, tile, block[0][0], (1, 1))) for tile in tiles]
    else:
        reading = _from_cursor(report, sheet, selection, block)
    for tile, left in _words_alone(reading):
        row, column = left.place
        where = f"第 {row} 行第 {column} 列（{report.form.cells[tile.key].name}）"
        raise PasteRefused(f"粘贴的内容{where}：{left.reason}；{_NOTHING_CHANGED}")
    return _sorted_out(report, reading)


def _fitted(report: Report, sheet: Sheet, block: Rows) -> _Reading | None:
    """The values when the block has the shape of the whole table, with its heads or without, else None."""
    frames = _frames(sheet, len(block), len(block[0]))
    readings = (_whole(report, sheet, block, rows, columns) for rows, columns in frames)
    found = _own(report, sheet, block)
    return found if found is not None else next((each for each in readings if each is not None), None)


def _own(report: Report, sheet: Sheet, block: Rows) -> _Reading | None:
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
) -> _Reading | None:
    """The values when the block has words where the table has words and numbers where it has numbers, else None.

    A row under its own label is the table's, whatever stands there for its numbers; a sum with its unit is no head.
    """
    values: list[tuple[Tile, Value | Left]] = []
    labelled: set[int] = set()
    for down, (texts, row) in enumerate(zip(block, rows, strict=True), 1):
        for across, (text, column) in enumerate(zip(texts, columns, strict=True), 1):
            tile = sheet.by_place[row, column]
            first = (tile.row, tile.column) == (row, column)
            if not tile.is_number or not first:
                if text and (number_in(text) is not None or tile.is_number):
                    return None
                if text and first and "".join(text.split()) == "".join(tile.text.split()):
                    labelled.add(tile.row)
                continue
            values.append((tile, _read(report, tile, text, (down, across))))
    heads = (left for tile, left in _words_alone(values) if tile.row not in labelled and not left.is_amount)
    return None if any(heads) else values


def _from_cursor(report: Report, sheet: Sheet, selection: Selection, block: Rows) -> _Reading:
    """The values of a block laid down with its first cell under the selection's first number."""
    start = selection.tiles(sheet)[0]
    kinds = [tile for tile in sheet.numbers if (tile.kind is Kind.CONTROL) <= (start.kind is Kind.CONTROL)]
    rows = sorted({tile.row for tile in kinds if tile.row >= start.row})
    columns = sorted({place for t in kinds for place in (t.column, t.right) if place >= start.column})
    if len(block) > len(rows):
        raise PasteRefused(_too_large(report, start, "行", len(block), len(rows)))
    values: list[tuple[Tile, Value | Left]] = []
    for down, texts in enumerate(block):
        line = [column for column in columns if sheet.by_place[rows[down], column].is_number]
        if len(texts) > len(columns) or any(texts[len(line) :]):
            raise PasteRefused(_too_large(report, start, "列", len(texts), len(line)))
        for right, text in enumerate(texts[: len(line)]):
            tile = sheet.by_place[rows[down], line[right]]
            if tile.column == line[right]:
                values.append((tile, _read(report, tile, text, (down + 1, right + 1))))
            elif text:
                raise PasteRefused(_too_large(report, start, "列", len(texts), right))
    return values


def _too_large(report: Report, start: Tile, word: str, has: int, room: int) -> str:
    name = report.form.cells[start.key].name
    return f"粘贴的内容有 {has} {word}，从“{name}”起只有 {room} {word}，放不下；{_NOTHING_CHANGED}"


def _read(report: Report, tile: Tile, text: str, place: tuple[int, int]) -> Value | Left:
    try:
        return parse(text, report.form.cells[tile.key].kind)
    except ValueRefused as cause:
        return Left(cause.message, place, any(map(str.isalnum, text)), _AMOUNT.fullmatch(text) is not None)


def _words_alone(reading: _Reading) -> Sequence[tuple[Tile, Left]]:
    """What may be a head that was copied along: no number, and none in its row or its column; the first of a single line."""
    numbers = [tile for tile, value in reading if value is not None and not isinstance(value, Left)]
    rows, columns = {tile.row for tile in numbers}, {tile.column for tile in numbers}
    is_line = 1 in (len({tile.row for tile, _ in reading}), len({tile.column for tile, _ in reading}))
    return [
        (tile, value)
        for tile, value in reading
        if isinstance(value, Left)
        and value.is_word
        and (value.place == (1, 1) if is_line else tile.row not in rows or tile.column not in columns)
    ]


def _sorted_out(report: Report, reading: _Reading) -> Pasted:
    values = [(tile, value) for tile, value in reading if not isinstance(value, Left)]
    left = [(tile, value.reason) for tile, value in reading if isinstance(value, Left)]
    return Pasted(_settings(report, values), left)


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
