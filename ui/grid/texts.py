"""What the grid says in words: the note under the mouse, the sum of a selection, a cell for a screen reader."""

from collections.abc import Sequence
from decimal import Decimal

from model.import_state import state_of
from model.report import Report, SlotKind
from model.values import Value, add_up, to_text
from ui.grid.edits import sum_of as written_sum
from ui.grid.edits import value_of
from ui.grid.reading import Reading, reading_text
from ui.grid.sheet import CONTROL_TOTAL, Kind, Tile


def name_of(reading: Reading, tile: Tile) -> str:
    """Return what a number's cell is called."""
    name = reading.report.form.cells[tile.key].name
    return f"{name}·{CONTROL_TOTAL}" if tile.kind is Kind.CONTROL else name


def spoken(reading: Reading, tile: Tile) -> str:
    """Return a cell as a screen reader tells it: name, number or 未填, what is wrong with it."""
    value = value_of(reading.report, tile)
    words = [name_of(reading, tile), _text(reading, tile, value) or "未填"]
    if written := sum_words(reading, tile):
        words.append(written)
    if tile.kind is Kind.COMPUTED:
        words.append("自动合计")
    words += reading.told_of(tile.key)
    words += _remarks(reading, tile)
    return "，".join(words)


def tooltip(reading: Reading, tile: Tile) -> str:
    """Return all that is known of a cell, line by line."""
    cell = reading.report.form.cells[tile.key]
    lines = [name_of(reading, tile), *_remarks(reading, tile)]
    if written := sum_words(reading, tile):
        lines.append(written)
    lines += reading.told_of(tile.key)
    lines += [f"可能应为 {to_text(s.new)}（{s.why}）" for s in reading.suggestions_on(tile.key)]
    if reading.report.get(SlotKind.DECLARED, tile.key) is not None:
        lines.append(declared_words(reading.report, tile.key))
    if (state := state_of(reading.report.get(SlotKind.STATE, tile.key))) is not None:
        lines.append(state.advice_on(blank=reading.report.value(tile.key) is None))
    if (last := reading.last(tile.key)) is not None:
        lines.append(f"上年 {_text(reading, tile, last)}")
    lines += [line.help for line in (cell.row, cell.column) if line.help]
    lines += [line.basis for line in (cell.row, cell.column) if line.basis]
    return "\n".join(dict.fromkeys(lines))


def sum_words(reading: Reading, tile: Tile) -> str:
    """Return the sum that a number was written as, with what it comes to; "" where it was not."""
    written = written_sum(reading.report, tile)
    return (
        f"算式 {written.lstrip('=')} = {_text(reading, tile, value_of(reading.report, tile))}"
        if written
        else ""
    )


def declared_words(report: Report, key: str) -> str:
    """Return why a total that was pasted or imported is marked as other than the sum; "" where there is none."""
    declared = report.get(SlotKind.DECLARED, key)
    if not isinstance(declared, int | Decimal):
        return ""
    parts = [report.value(part) for part in report.form.sums[key]]
    told = [value for value in parts if value is not None]
    if len(told) < len(parts):
        blank, added = len(parts) - len(told), to_text(add_up(told))
        return f"合计写的是 {to_text(declared)}；还有 {blank} 格未填，已填各格之和为 {added}，填齐后相符即消去标记"
    return f"合计写的是 {to_text(declared)}，按分项合计为 {to_text(add_up(told))}"


def sum_of(reading: Reading, tiles: Sequence[Tile]) -> str:
    """Return how many cells are selected and what they come to; of a single one the sum it was written as."""
    if len(tiles) < 2:
        return "".join(sum_words(reading, tile) for tile in tiles)
    filled = [value for tile in tiles if (value := value_of(reading.report, tile)) is not None]
    total = reading_text(sum(filled)) if filled else "0"
    return f"选中 {len(tiles)} 格，合计 {total}"


def at_end(reading: Reading) -> str:
    """Return what is said behind the last cell: how many are blank, or where to go on."""
    entered = [tile.key for tile in reading.sheet.numbers if tile.kind is Kind.ENTERED]
    blanks = sum(reading.report.value(key) is None for key in entered)
    if blanks:
        return f"后面没有格了，本表还有 {blanks} 格未填；F7 到未填的格"
    return "这是本表最后一格；Ctrl+PgDn 到下一部分"


def _remarks(reading: Reading, tile: Tile) -> list[str]:
    """What is to be mended about a cell, and who said so."""
    return [f"意见：{r.text}（{r.signed}）" for r in reading.remarks if r.place.cell == tile.key]


def _text(reading: Reading, tile: Tile, value: Value) -> str:
    signed = reading.report.form.cells[tile.key].kind.spec.signed
    return reading_text(value, signed=signed)
