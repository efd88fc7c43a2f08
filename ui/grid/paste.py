"""Finds out where a pasted block belongs, and what of it is plainly numbers, before anything is changed."""

from collections.abc import Iterator, Sequence
from typing import Final

from model.errors import AssistantError
from model.report import Report
from model.values import Value
from ui.grid.clipboard import Clip, Rows
from ui.grid.paste_named import laid_by_names, other_table
from ui.grid.paste_whole import laid_whole, marked_by_order
from ui.grid.pasted import Laid, Left, Pasted, read_cell, settings_of, words_alone
from ui.grid.selection import Selection
from ui.grid.sheet import Kind, Sheet, Tile

_NOTHING_CHANGED: Final = "没有改动任何数字"
_SEVERAL_PLACES: Final = (
    "复制的内容里不止一处有数字（有几张表格，或者表格之外还有数字），请只选中要粘贴的那张表格，重新复制"
)
_OTHER_NAMES: Final = "行名或表头与本表对不上，请只选数字再复制"


class PasteRefused(AssistantError):
    """The block does not fit, or has words where numbers belong; the report is as it was."""


def pasted(report: Report, sheet: Sheet, selection: Selection, clip: Clip) -> Pasted:
    """Return what pasting sets: by the names in a block, the whole table where numbers have its shape, else from the cursor on.

    What is plainly a number is taken, cell by cell. Totals in the block become control totals, and declared totals where
    they differ from the sum. Raises PasteRefused where names tell no cell, or another table's, or where a whole row or
    column is no number, as the numbers may then belong beside it, and names its place, or says that several blocks may be
    meant.
    """
    if not clip.blocks:
        raise PasteRefused("剪贴板里没有可以粘贴的数字")
    told = list(_told(report, sheet, clip.tables)) or list(_told(report, sheet, [clip.text]))
    if clip.apart and (not told or any(other != told[0] for other in told)):
        raise PasteRefused(f"{_SEVERAL_PLACES}；{_NOTHING_CHANGED}")
    if told:
        return told[0]
    block = clip.blocks[0]
    other = other_table(report.form, sheet, block)
    if other is not None:
        raise PasteRefused(
            f"复制的是“{report.form.title_of(other)}”的表格，请到那张表粘贴；{_NOTHING_CHANGED}"
        )
    if laid_by_names(report, sheet, block) is not None:
        raise PasteRefused(_strange_names(report, sheet, selection, block))
    laid = _from_cursor(report, sheet, selection, block)
    for tile, left in words_alone(laid):
        raise PasteRefused(f"{_place_of(report, tile, left)}：{left.reason}；{_NOTHING_CHANGED}")
    return _sorted_out(report, laid)


def _strange_names(report: Report, sheet: Sheet, selection: Selection, block: Rows) -> str:
    """What is said of a block whose names tell no cell, with the first word that has no place where there is one."""
    try:
        alone = words_alone(_from_cursor(report, sheet, selection, block))
    except PasteRefused:
        alone = ()
    first = [f"{_place_of(report, tile, left)}：{left.reason.partition('；')[0]}" for tile, left in alone[:1]]
    return "；".join([*first, _OTHER_NAMES, _NOTHING_CHANGED])


def _place_of(report: Report, tile: Tile, left: Left) -> str:
    row, column = left.place
    return f"粘贴的内容第 {row} 行第 {column} 列（{report.form.cells[tile.key].name}）"


def _told(report: Report, sheet: Sheet, blocks: Sequence[Rows]) -> Iterator[Pasted]:
    """What the blocks say whose cells they tell themselves, wherever the cursor is."""
    for block in filter(None, blocks):
        laid = laid_whole(report, sheet, block)
        named = laid_by_names(report, sheet, block)
        if laid is not None:
            yield _sorted_out(report, laid).marked_as(named or marked_by_order(report, sheet, laid))
        elif named is not None and named.settings:
            yield named


def _from_cursor(report: Report, sheet: Sheet, selection: Selection, block: Rows) -> Laid:
    """The values of a block laid down with its first cell under the selection's first number; one number fills it all."""
    if len(block) == len(block[0]) == 1 and len(selection.tiles(sheet)) > 1:
        tiles = [tile for tile in selection.tiles(sheet) if tile.is_entry]
        return [(tile, read_cell(report, tile, block[0][0], (1, 1))) for tile in tiles]
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
                values.append((tile, read_cell(report, tile, text, (down + 1, right + 1))))
            elif text:
                raise PasteRefused(_too_large(report, start, "列", len(texts), right))
    return values


def _too_large(report: Report, start: Tile, word: str, has: int, room: int) -> str:
    name = report.form.cells[start.key].name
    return f"粘贴的内容有 {has} {word}，从“{name}”起只有 {room} {word}，放不下；{_NOTHING_CHANGED}"


def _sorted_out(report: Report, laid: Laid) -> Pasted:
    values = [(tile, value) for tile, value in laid if not isinstance(value, Left)]
    left = [(tile, value.reason) for tile, value in laid if isinstance(value, Left)]
    return Pasted(settings_of(report, values), left)
