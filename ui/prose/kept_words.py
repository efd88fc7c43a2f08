"""What stands in the editor's document, in the shape in which a report keeps it: number fields by their names."""

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument

from ui.prose.number_chip import chip_name
from ui.prose.text_map import FIELD_CHARACTER, units


def as_kept(words: str) -> str:
    """Return Qt's words with the ends of lines and paragraphs as they are kept."""
    return words.replace("\u2029", "\n").replace("\u2028", "\n")


def whole(document: QTextDocument) -> str:
    """Return the kept shape of all of it: its characters as they are, and the names of the fields among them."""
    words = as_kept(document.toRawText())
    before, *rest = words.split(FIELD_CHARACTER)
    parts, place = [before], units(before)
    cursor = QTextCursor(document)
    for after in rest:
        cursor.setPosition(place + 1)
        parts += [_field(chip_name(cursor.charFormat())), after]
        place += 1 + units(after)
    return "".join(parts)


def kept_of(cursor: QTextCursor) -> str:
    """Return the kept shape of what is selected."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    paragraphs: list[str] = []
    block = cursor.document().findBlock(start)
    while block.isValid() and block.position() < end:
        parts: list[str] = []
        iterator = block.begin()
        while not iterator.atEnd():
            fragment = iterator.fragment()
            at = fragment.position()
            first, last = max(at, start), min(at + fragment.length(), end)
            if first < last:
                parts.append(_of_fragment(fragment.text(), fragment.charFormat(), first - at, last - at))
            iterator += 1
        paragraphs.append("".join(parts))
        block = block.next()
    return "\n".join(paragraphs)


def _of_fragment(text: str, text_format: QTextCharFormat, start: int, end: int) -> str:
    words = text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le", "ignore")
    return words.replace("\u2028", "\n").replace(FIELD_CHARACTER, _field(chip_name(text_format)))


def _field(name: str) -> str:
    """How a field is kept; a character without a name stands for none."""
    return "{" + name + "}" if name else ""
