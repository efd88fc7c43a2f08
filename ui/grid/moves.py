"""Where a key takes the cursor and the selection."""

from typing import Final

from ui.grid.command import Command
from ui.grid.keys import Stroke
from ui.grid.selection import Filled, Selection, jump, line_end, next_entry, step
from ui.grid.sheet import Sheet, Tile

_STEPS: Final = {
    Command.UP: (-1, 0),
    Command.DOWN: (1, 0),
    Command.LEFT: (0, -1),
    Command.RIGHT: (0, 1),
}
_JUMPS: Final = {
    Command.JUMP_UP: (-1, 0),
    Command.JUMP_DOWN: (1, 0),
    Command.JUMP_LEFT: (0, -1),
    Command.JUMP_RIGHT: (0, 1),
}
_PAGES: Final = {Command.PAGE_UP: -1, Command.PAGE_DOWN: 1}


def moved(sheet: Sheet, selection: Selection, stroke: Stroke, filled: Filled, page: int) -> Selection | None:
    """Return the selection after a stroke, None where the stroke is no move. `page` is the number of rows in sight."""
    if stroke.command is Command.SELECT_ALL:
        return Selection(sheet.numbers[0], sheet.numbers[-1])
    if stroke.command is Command.CANCEL:
        return Selection(selection.cursor, selection.cursor)
    target = _target(sheet, selection.cursor, stroke.command, filled, page)
    if target is None:
        return None
    return Selection(target, selection.anchor if stroke.extend else target)


def _target(sheet: Sheet, tile: Tile, command: Command, filled: Filled, page: int) -> Tile | None:
    if command in _STEPS:
        return step(sheet, tile, *_STEPS[command])
    if command in _JUMPS:
        return jump(sheet, tile, *_JUMPS[command], filled)
    if command in _PAGES:
        for _ in range(page):
            tile = step(sheet, tile, _PAGES[command], 0)
        return tile
    match command:
        case Command.ROW_START | Command.ROW_END:
            return line_end(sheet, tile, last=command is Command.ROW_END)
        case Command.START:
            return sheet.numbers[0]
        case Command.END:
            return sheet.numbers[-1]
        case Command.NEXT | Command.PREVIOUS:
            return next_entry(sheet, tile, back=command is Command.PREVIOUS)
        case Command.BELOW | Command.ABOVE:
            return next_entry(sheet, tile, back=command is Command.ABOVE, down=True)
        case _:
            return None
