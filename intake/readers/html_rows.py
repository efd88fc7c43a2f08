"""Tables that a page draws of other elements than those of tables: rows of `div`, `span` or `li`, cells inside them.

Such a row comes out as a line with a bar behind each cell, so that a blank cell is seen, and numbers do not run together.
Where all cells of a table stand side by side, and a style sheet alone makes rows of them, each is a line.
"""

import re
from collections.abc import Sequence
from typing import Final

from lxml import etree

from intake.figures import FigureKind, figure_of
from intake.readers.html_look import Look, name_of

_LINED: Final = frozenset(("div", "p", "li", "dt", "dd", "section"))
_FLAT: Final = frozenset(("div", "section", "dt", "dd"))
"""Lines that are cells where all of a table stand side by side; paragraphs and items there are lines of words."""
_INLINE: Final = frozenset(("span", "b", "strong", "em", "i", "label"))
"""Words that only look different within one line, too: cells only where their style or class tells them apart."""
_APART: Final = re.compile(r"\b(?:display|width|float)\s*:", re.IGNORECASE)
_PLACED: Final = re.compile(r"\b(?:grid|flex|position|display|width|float)\b", re.IGNORECASE)
_NO_CELL: Final = re.compile(r"\bclear\s*:", re.IGNORECASE)
"""Of an element without words: it ends a row, and is no blank cell of it."""
_SENTENCE: Final = re.compile(r"[。；]")
_ROWS: Final = frozenset(("div", "p", "ul", "ol", "dl", "li", "section"))
_HOLDING: Final = frozenset((*_ROWS, "table", "h1", "h2", "h3", "h4", "tr", "td"))
"""Elements that have lines of their own."""
_FEWEST: Final = 3
"""Rows with numbers behind a label that make a table, and one in so many of its rows is such a one."""
_MOST_WORDS: Final = 2
"""Cells with words that stand before the numbers of a row: a group's name and the label."""
_MOST_PARTS: Final = 30
"""Elements in a cell."""
_MOST_CELLS: Final = 20
"""Of a row; more are all cells of a table."""
_LONGEST: Final = 120
"""Characters of a cell; more are a paragraph."""


def drawn_rows(element: etree._Element, look: Look) -> dict[etree._Element, Sequence[etree._Element]]:
    """Return the rows of the table that an element draws, each with its cells; {} where it draws none.

    Where lines of numbers behind labels follow one another, all lines of several short cells are rows. Of inline cells,
    which would run together, each such line is one.
    """
    flat = _side_by_side(element, look)
    if flat:
        return {cell: (cell,) for cell in flat}
    rows = {child: cells for child in element if (cells := _cells(child, look))}
    numbered = {row: cells for row, cells in rows.items() if _is_numbered(cells)}
    if len(numbered) >= max(_FEWEST, len(rows) / _FEWEST):
        return rows
    return {row: cells for row, cells in numbered.items() if name_of(cells[0]) in _INLINE}


def _side_by_side(element: etree._Element, look: Look) -> Sequence[etree._Element]:
    """All cells of a table that stand in one element, () where it holds none: many short ones, each with a place of its own."""
    if name_of(element) not in _ROWS or len(element) <= _MOST_CELLS:
        return ()
    cells = [cell for cell in element if look.is_seen(cell) and not _ends_row(cell)]
    between = (element.text, *(child.tail for child in element))
    if len(cells) <= _MOST_CELLS or any((text or "").strip() for text in between):
        return ()
    known = all(name_of(cell) in _FLAT or name_of(cell) in _INLINE for cell in cells)
    styled = all(_PLACED.search(str(cell.get("style", ""))) for cell in cells)
    if not known or not (styled or (_is_placed(element) and all(map(_is_placed, cells)))):
        return ()
    kinds = [figure_of("".join(map(str, cell.itertext()))).kind for cell in cells if _is_one_text(cell)]
    told = min(kinds.count(FigureKind.NUMBER), kinds.count(FigureKind.WORDS))
    return cells if len(kinds) == len(cells) and told >= _FEWEST else ()


def _is_placed(element: etree._Element) -> bool:
    """Whether a style sheet, or its own style, may give an element its place."""
    return bool(element.get("class") or _PLACED.search(str(element.get("style", ""))))


def _ends_row(element: etree._Element) -> bool:
    own = str(element.get("style", ""))
    return _NO_CELL.search(own) is not None and not "".join(map(str, element.itertext())).strip()


def _cells(row: etree._Element, look: Look) -> Sequence[etree._Element]:
    """The cells of a row, () for what is none: its elements hold one short text each, and nothing stands between them."""
    if name_of(row) not in _ROWS or not look.is_seen(row):
        return ()
    cells = [cell for cell in row if look.is_seen(cell)]
    between = (row.text, *(child.tail for child in row))
    if not 1 < len(cells) <= _MOST_CELLS or any((text or "").strip() for text in between):
        return ()
    apart = all(name_of(cell) in _LINED for cell in cells) or _are_told_apart(cells)
    return cells if apart and all(map(_is_one_text, cells)) else ()


def _are_told_apart(cells: Sequence[etree._Element]) -> bool:
    """Whether inline elements are cells and not the words of one line: by one class, or by a place of their own."""
    if not all(name_of(cell) in _INLINE for cell in cells):
        return False
    classes = {str(cell.get("class", "")) for cell in cells}
    styled = all(_APART.search(str(cell.get("style", ""))) for cell in cells)
    words = "".join(str(text) for cell in cells for text in cell.itertext())
    return (styled or (len(classes) == 1 and "" not in classes)) and not _SENTENCE.search(words)


def _is_one_text(cell: etree._Element) -> bool:
    """Whether an element holds one short text or none: at most one of its parts has lines of its own, at every depth."""
    length = len(cell.text or "")
    for count, part in enumerate(cell.iter()):
        holding = sum(name_of(child) in _HOLDING for child in part)
        length += len(part.text or "") + len(part.tail or "") if part is not cell else 0
        known = part is cell or name_of(part) not in _HOLDING or name_of(part) in _LINED
        if count > _MOST_PARTS or length > _LONGEST or holding > 1 or not known:
            return False
    return True


def _is_numbered(cells: Sequence[etree._Element]) -> bool:
    """Whether a row has numbers, and nothing but numbers and blanks, behind its words."""
    kinds = [figure_of("".join(map(str, cell.itertext()))).kind for cell in cells]
    words = [place for place, kind in enumerate(kinds) if kind is FigureKind.WORDS]
    values = kinds[words[-1] + 1 :] if words else []
    return FigureKind.NUMBER in values and len(words) <= _MOST_WORDS
