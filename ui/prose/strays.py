"""What came into an editor's document and cannot stand there: it goes, or becomes what it is kept as.

What is kept must be what is shown, place for place: a character in sight that the report does not have would move every
later change of the text to a wrong place. Whatever way words come (keys, input methods, clipboard, mouse), they come by
here.
"""

from collections.abc import Iterator
from typing import Final

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument

from model.characters import INVISIBLE
from model.number_fields import fields_in
from model.pattern import Pattern
from model.report import Report
from ui.prose.kept_words import as_kept
from ui.prose.number_chip import chip_format, chip_name
from ui.prose.text_map import FIELD_CHARACTER, units

_BREAKS: Final = "\u2028\v\f\x85"
"""What breaks a line is kept as the end of a paragraph, and shown as one."""
_SUSPECT: Final = Pattern(f"[{_BREAKS}{INVISIBLE}]")


def drop_strays(document: QTextDocument, position: int, added: int) -> bool:
    """Take out of what was added at a position what stands for nothing; return whether there was anything.

    That is what takes no place, half of a character, and the character of a number field without a field.
    """
    start, end = _around(document, position, added)
    words = _words(document, start, end)
    if units(words) == end - start and not _SUSPECT.search(words):
        return False
    found = list(_strays(document, start, end))
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for place, size, instead in reversed(found):
        cursor.setPosition(place)
        cursor.setPosition(place + size, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        if instead:
            cursor.insertBlock()
    cursor.endEditBlock()
    return bool(found)


def make_fields(document: QTextDocument, report: Report) -> None:
    """Show fields as fields that somebody has written by their names: they are kept as such."""
    text = as_kept(document.toRawText())
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for match in reversed(list(fields_in(report, text))):
        start = units(text[: match.start()])
        cursor.setPosition(start)
        cursor.setPosition(start + units(match[0]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(FIELD_CHARACTER, chip_format(QTextCharFormat(), match[1]))
    cursor.endEditBlock()


def _around(document: QTextDocument, position: int, added: int) -> tuple[int, int]:
    """What was added and its neighbours, from the beginning of a character to the end of one."""
    last = document.characterCount() - 1
    start, end = max(position - 1, 0), min(position + added + 1, last)
    start -= 1 if start and _is_pair(document, start - 1) else 0
    return start, end + (1 if end < last and end and _is_pair(document, end - 1) else 0)


def _strays(document: QTextDocument, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Yield place and size of what has to go, and whether it ends a paragraph."""
    cursor, place = QTextCursor(document), start
    while place < end:
        size = 2 if _is_pair(document, place) else 1
        character = _words(document, place, place + size)  # "" for half of one
        if character == FIELD_CHARACTER:
            cursor.setPosition(place + size)
            stray = not chip_name(cursor.charFormat())
        else:
            stray = not character or _SUSPECT.search(character) is not None
        if stray:
            yield place, size, bool(character) and character in _BREAKS
        place += size


def _is_pair(document: QTextDocument, place: int) -> bool:
    """Whether a character of two units begins at a place."""
    first, second = document.characterAt(place), document.characterAt(place + 1)
    return "\ud800" <= first < "\udc00" <= second < "\ue000"


def _words(document: QTextDocument, start: int, end: int) -> str:
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()
