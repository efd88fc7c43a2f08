"""The grid's commands on the report: clear, fill, copy, paste, settle, confirm. Each is one undoable step."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtGui import QGuiApplication

from model.errors import AssistantError
from model.findings import Suggestion
from model.layout import layout_of
from model.values import to_text
from ui.desk.session import Session
from ui.grid import edits
from ui.grid.clipboard import Clip, Rows, from_mime, table_to_mime, to_mime, turned
from ui.grid.command import Command
from ui.grid.paste import pasted
from ui.grid.paste_words import places_of, words_of
from ui.grid.selection import Selection
from ui.grid.sheet import Sheet, Tile
from ui.look.clipboard import copied

EDITING: Final = frozenset({
    Command.CUT, Command.PASTE, Command.PASTE_TURNED, Command.CLEAR, Command.FILL_DOWN, Command.FILL_RIGHT,
    Command.ZEROS, Command.SETTLE, Command.CONFIRM,
})  # fmt: skip
_PASTING: Final = frozenset({Command.PASTE, Command.PASTE_TURNED})
_NOTHING_TO_DO: Final = {
    Command.ZEROS: "没有空格需要填 0",
    Command.SETTLE: "选中的格没有与合计不符的数",
    Command.CONFIRM: "选中的格没有待确认的导入数字",
    Command.FILL_DOWN: "没有可以填充的格",
    Command.FILL_RIGHT: "没有可以填充的格",
}


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a command, in one line for the status bar, "" when there is nothing to tell.

    `where`: what is to be selected, None where the selection stays.
    """

    words: str
    where: Selection | None = None


class Commands:
    """Runs commands on one report. Methods return `Done`, or the line for the status bar alone."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def run(self, command: Command, sheet: Sheet, selection: Selection) -> Done:
        """Run an editing command on the selection."""
        if command in _PASTING:
            return self._paste(command, sheet, selection)
        try:
            settings = self._settings(command, sheet, selection)
            if command is Command.CUT:
                self.copy(sheet, selection)
            change = self._session.edit(settings, command.value)
        except AssistantError as refused:
            return Done(refused.message)
        return Done("" if change.edits else _NOTHING_TO_DO.get(command, ""))

    def _paste(self, command: Command, sheet: Sheet, selection: Selection) -> Done:
        """Paste, select what was pasted, and tell what came of it."""
        try:
            laid = pasted(self._session.report, sheet, selection, _clip(command))
            change = self._session.edit(laid.settings, command.value)
        except AssistantError as refused:
            return Done(refused.message)
        places = places_of(sheet, laid)
        where = Selection(places[0], places[-1]) if places else None
        return Done(words_of(self._session.report.form, sheet, laid, change), where)

    def type(self, tile: Tile, text: str) -> None:
        """Put typed text into an entry. Raises AssistantError with the reason where it is no value of the cell."""
        entry = edits.parsed(self._session.report, tile, text)
        self._session.edit(edits.typed(tile, entry.value, entry.sum), "填写")

    def adopt(self, suggestion: Suggestion) -> str:
        """Put a suggested value in the place of the one that stands there."""
        try:
            self._session.adopt(suggestion)
        except AssistantError as refused:
            return refused.message
        return ""

    def copy(self, sheet: Sheet, selection: Selection) -> str:
        """Copy the selected numbers as text and HTML."""
        rows = self.rows(sheet, selection)
        QGuiApplication.clipboard().setMimeData(to_mime(rows))
        count = sum(len(row) for row in rows)
        return f"已复制 {count} 格" if count > 1 else ""

    def copy_table(self, sheet: Sheet) -> str:
        """Copy the whole table as it is printed, with its heads, for spreadsheets, documents and web pages."""
        layout = layout_of(sheet.table)
        report = self._session.report
        QGuiApplication.clipboard().setMimeData(table_to_mime(layout, report))
        return f"已复制整张表（{layout.rows} 行 {layout.columns} 列，含表头）"

    def rows(self, sheet: Sheet, selection: Selection) -> Rows:
        """Return the selected block as plain numbers."""
        chosen = selection.tiles(sheet)
        rows = sorted({tile.row for tile in chosen})
        columns = sorted({tile.column for tile in chosen})
        at = {(tile.row, tile.column): tile for tile in chosen}
        return [[self._text(at.get((row, column))) for column in columns] for row in rows]

    def _text(self, tile: Tile | None) -> str:
        if tile is None:
            return ""
        signed = self._session.report.form.cells[tile.key].kind.spec.signed
        return to_text(edits.value_of(self._session.report, tile), signed=signed)

    def _settings(self, command: Command, sheet: Sheet, selection: Selection) -> edits.CellSettings:
        report = self._session.report
        chosen: Sequence[Tile] = selection.tiles(sheet)
        match command:
            case Command.CLEAR | Command.CUT:
                return edits.cleared(report, chosen)
            case Command.FILL_DOWN | Command.FILL_RIGHT:
                return edits.filled(report, sheet, selection.block, down=command is Command.FILL_DOWN)
            case Command.ZEROS:
                return edits.zeros(report, sheet)
            case Command.SETTLE:
                return edits.settled(report, chosen)
            case Command.CONFIRM:
                return edits.confirmed(report, chosen)
            case _:
                raise ValueError(command)


def _clip(command: Command) -> Clip:
    """What the clipboard may mean, with rows as columns where it is to be turned."""
    clip = from_mime(copied())
    if command is Command.PASTE_TURNED:
        return replace(clip, tables=[turned(block) for block in clip.tables], text=turned(clip.text))
    return clip
