"""Reads web pages: visible words and data tables; nothing is run, nothing is fetched."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from typing import Final

from lxml import etree

from intake.errors import SourceRefused
from intake.figures import FigureKind, figure_of
from intake.readers.html_beside import files_beside
from intake.readers.html_look import NO_TEXT, Look, name_of
from intake.readers.html_rows import drawn_rows
from intake.readers.limits import MOST_COLUMNS, MOST_DEPTH, MOST_ROWS
from intake.readers.marks import PICTURE, Gathered, concealed, lowered, raised
from intake.readers.spans import SpanGrid, with_gaps_told
from intake.readers.text import read_text
from model.characters import usual
from model.document import Block, Document, Paragraph, Role, TableCell

_INLINE: Final = frozenset(
    ("a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "em", "font", "i", "img", "ins", "label",
     "mark", "q", "s", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "o:p",
     "st1:chsdate"),
)  # fmt: skip
_CELLS: Final = ("td", "th")
_BLOCKS: Final = ("p", "div", "table", "li", "h1", "h2", "h3", "h4")
_BLANKS_IN_WORDS: Final = re.compile(
    r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t\r\n]++(?=[\u3000-\u9fff\uff00-\uffef])"
)
"""Possessive: a run of blanks is looked at once, however long."""
_BLANKS: Final = re.compile(r"[ \t\r\n\f]+")
_HEADS: Final = {"h1": Role.TITLE, "h2": Role.HEADING1, "h3": Role.HEADING2, "h4": Role.HEADING3}
_NO_BARS: Final = str.maketrans("|｜│┃", "////")
_FEWEST: Final = 3
"""Rows of several cells by which a table is one though other tables stand in its cells."""
LAYOUT_CELLS: Final = 15
LAYOUT_WORDS: Final = 300
"""A table of few cells with more characters in one of them holds an article: it only arranges the page."""


def read_html(page: str) -> Document:
    """Return the page's visible paragraphs and tables. Raises SourceRefused for a page without any."""
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = etree.fromstring(_without_declaration(page), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SourceRefused("这个网页无法读取，请在浏览器中打开后全选复制，再粘贴到程序中") from error
    if root is None:
        raise SourceRefused("网页里没有内容，请重新选择")
    blocks = tuple(_Page(root).blocks(root, 0))
    return Document(
        blocks,
        title=_said(root, "ArticleTitle") or _title(root) or _said(root, "og:title"),
        author=_said(root, "ContentSource"),
        beside=files_beside(root),
    )


def _without_declaration(page: str) -> str:
    """The text is decoded already: lxml refuses text that still declares bytes."""
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", page.replace("\x00", ""))


def _said(root: etree._Element, name: str) -> str:
    for meta in root.iter("meta"):
        if str(meta.get("name", meta.get("property", ""))).lower() == name.lower():
            return _clean(str(meta.get("content", "")))
    return ""


def _title(root: etree._Element) -> str:
    title = next(root.iter("title"), None)
    return _clean(title.text or "") if title is not None else ""


class _Page:
    """One page being read."""

    def __init__(self, root: etree._Element) -> None:
        self._look = Look(root)
        self._holding: set[etree._Element] = set()
        """Elements that have a block somewhere inside."""
        for block in root.iter(*_BLOCKS):
            for above in block.iterancestors():
                if above in self._holding:
                    break
                self._holding.add(above)

    def blocks(self, element: etree._Element, depth: int) -> Iterator[Block]:
        """The blocks inside an element: runs of inline words become paragraphs, other elements are gone into."""
        words = Gathered()
        role = _HEADS.get(name_of(element), Role.BODY)
        rows = drawn_rows(element, self._look)
        if element.text:
            words.parts.append(_text(element, element.text))
        for child in element:
            if child in rows:
                yield from _paragraphs(words, role)
                words = Gathered()
                yield Paragraph(self._line(rows[child]))
            elif self._is_inline(child):
                self._gather(child, words, depth)
            elif not self._look.is_seen(child):
                pass
            elif depth < MOST_DEPTH:
                yield from _paragraphs(words, role)
                words = Gathered()
                if name_of(child) == "table" and not _is_layout(child):
                    yield from self._table(child)
                elif self._look.is_struck(child):
                    pass
                elif name_of(child) == "pre" and not len(child):
                    # What stands in such an element is a text, with a text's ways to draw a table.
                    yield from read_text(child.text or "").blocks
                else:
                    yield from self.blocks(child, depth + 1)
            if child.tail:
                words.parts.append(_text(element, child.tail))
        yield from _paragraphs(words, role)

    def _line(self, cells: Sequence[etree._Element]) -> str:
        """A row that is drawn without a table's elements, a bar behind each cell."""
        shown = []
        for cell in cells:
            words = Gathered()
            self._gather(cell, words, 0)
            text = _lines(words).translate(_NO_BARS)
            doubt = words.doubt(text)
            text = text.replace("\n", "" if figure_of(text).kind is FigureKind.WORDS else " ")
            shown.append((f"{text}（{doubt}）" if text else "…") if doubt else text)
        return f"{' | '.join(shown)} |"

    def _is_inline(self, element: etree._Element) -> bool:
        """Whether an element runs within a line: no block element is inside it."""
        name = name_of(element)
        known = name in _INLINE or name in NO_TEXT or ":" in name
        return name == "br" or (known and element not in self._holding)

    def _gather(self, element: etree._Element, words: Gathered, depth: int) -> None:
        """Add all that an element shows to the words."""
        name = name_of(element)
        if name in NO_TEXT and not self._look.is_hidden(element):
            said = _clean("".join(map(str, element.itertext())) or str(element.get("value", "")))
            words.others.append(f"{NO_TEXT[name]}“{said[:20]}”" if said else NO_TEXT[name])
        if name == "br":
            words.parts.append("\v")
        if name == "br" or not self._look.is_seen(element) or depth > MOST_DEPTH:
            return
        if self._look.is_struck(element):
            words.struck += map(str, element.itertext())
            return
        if self._look.is_unsure(element):
            words.others.append(f"可能不显示的“{_clean(''.join(map(str, element.itertext())))[:20]}”")
        inside = Gathered(struck=words.struck, others=words.others)
        inside.parts.append(_text(element, element.text or ""))
        for child in element:
            block = not self._is_inline(child)
            inside.parts += "\v" * block
            self._gather(child, inside, depth + 1)
            inside.parts += "\v" * block
            inside.parts.append(_text(element, child.tail or ""))
        if self._look.is_raised(element):
            words.parts += map(raised, inside.parts)
        elif self._look.is_lowered(element):
            words.parts += map(lowered, inside.parts)
        else:
            words.parts += inside.parts

    def _table(self, table: etree._Element) -> Iterator[Block]:
        caption = Gathered()
        for found in _own(table, "caption"):
            self._gather(found, caption, 0)
            break
        rows = list(self._rows(table))
        grid = SpanGrid(len(rows))
        hidden_cells: dict[int, str] = {}
        for number, (row, seen) in enumerate(rows):
            grid.next_row()
            for cell in row:
                if self._has_place(cell):
                    self._put(cell, grid, seen=seen)
                elif not hidden_cells.get(number):
                    hidden_cells[number] = _hidden(cell)
        made = grid.table()
        if made is not None:
            made = with_gaps_told(made, hidden_cells)
            # A browser gives a hidden cell no place: behind one, a table's places are no longer its columns.
            whole = all(self._has_place(cell) for row, _ in rows for cell in row)
            hidden = self._hidden_columns(table) if whole else set()
            cells = (self._unless_in(hidden, cell) for cell in made.cells) if hidden else made.cells
            yield replace(made, cells=tuple(cells), caption=_lines(caption).replace("\n", ""))

    def _has_place(self, cell: etree._Element) -> bool:
        return self._look.is_seen(cell) or self._look.is_gap(cell)

    def _put(self, cell: etree._Element, grid: SpanGrid, *, seen: bool) -> None:
        words = Gathered()
        self._gather(cell, words, 0)
        text = _lines(words)
        doubt = words.doubt(text)
        if not self._look.is_seen(cell):
            text, doubt = "", _hidden(cell)
        elif not seen:
            text, doubt = concealed(text, "隐藏行")
        down, across = _span(cell, "rowspan", MOST_ROWS), _span(cell, "colspan", MOST_COLUMNS)
        grid.add(text, down, across, doubt=doubt)

    def _rows(self, table: etree._Element) -> Iterator[tuple[list[etree._Element], bool]]:
        """The table's rows, and whether each is seen; cells that stand outside any row make one of their own.

        One with numbers that is not seen comes behind those that are, where none of these has its label: so a sheet
        that was saved as a page has hidden rows.
        """
        seen = {row: self._is_seen_row(row, table) for row in _own(table, "tr")}
        labels = {_label_of(row) for row in seen if seen[row]} if not all(seen.values()) else set()
        closed = [row for row in seen if not seen[row] and _has_number(row) and _label_of(row) not in labels]
        for row in (*(row for row in seen if seen[row]), *closed):
            yield [part for cell in row if name_of(cell) in _CELLS for part in self._parts(cell)], seen[row]
        for part in (table, *_own(table, "tbody", "thead", "tfoot")):
            stray = [cell for cell in part if name_of(cell) in _CELLS]
            if stray:
                yield stray, True

    def _is_seen_row(self, row: etree._Element, table: etree._Element) -> bool:
        """Whether a row is seen, and the part of the table that it belongs to."""
        parts = (above for above in row.iterancestors("tbody", "thead", "tfoot") if _table_of(above) is table)
        return self._look.is_seen(row) and all(map(self._look.is_seen, parts))

    def _hidden_columns(self, table: etree._Element) -> set[int]:
        """The columns that a table's elements for columns hide, counted from 0: so a sheet that was saved as a page has them."""
        hidden: set[int] = set()
        at = 0
        for column in _own(table, "col", "colgroup"):
            if name_of(column) == "colgroup" and len(column):
                continue
            end = min(at + _span(column, "span", MOST_COLUMNS), MOST_COLUMNS)
            if self._look.is_hidden(column):
                hidden |= set(range(at, end))
            at = end
        return hidden

    @staticmethod
    def _unless_in(hidden: Container[int], cell: TableCell) -> TableCell:
        if not all(column in hidden for column in range(cell.column, cell.column + cell.colspan)):
            return cell
        text, doubt = concealed(cell.text, "隐藏列")
        return replace(cell, text=text, doubt=doubt or cell.doubt)

    def _parts(self, cell: etree._Element) -> list[etree._Element]:
        """The cells in a row's place: the cell itself, or those of the only row of a table that is all it holds."""
        row = _only_row(cell)
        inside = [part for part in row if name_of(part) in _CELLS] if row is not None else []
        one = _span(cell, "rowspan", MOST_ROWS) == 1 and self._look.is_seen(cell)
        return inside if one and len(inside) > 1 else [cell]


def _hidden(cell: etree._Element) -> str:
    """The doubt of a cell that is not shown: its number, if it has one."""
    return concealed(_clean("".join(map(str, cell.itertext()))), "隐藏的格")[1]


def _label_of(row: etree._Element) -> str:
    """The last words of a row that are no number, without blanks."""
    cells = ("".join("".join(map(str, cell.itertext())).split()) for cell in row if name_of(cell) in _CELLS)
    return next((text for text in reversed([*cells]) if figure_of(text).kind is FigureKind.WORDS), "")


def _has_number(row: etree._Element) -> bool:
    texts = ("".join(map(str, cell.itertext())) for cell in row if name_of(cell) in _CELLS)
    return any(figure_of(text).kind is FigureKind.NUMBER for text in texts)


def _lines(words: Gathered) -> str:
    """The words, line under line; a vertical tab stands for a line break while they are gathered."""
    return "\n".join(part for line in "".join(words.parts).split("\v") if (part := _clean(line)))


def _paragraphs(words: Gathered, role: Role) -> Iterator[Paragraph]:
    lines = [text for line in "".join(words.parts).split("\v") if (text := _clean(line))]
    yield from (Paragraph(text, role) for text in lines)
    if words.pictured and not lines:
        yield Paragraph("", role, doubt=PICTURE)


def _text(element: etree._Element, text: str) -> str:
    """Words as a browser shows them; a line break of the page's source between Chinese characters is none."""
    if name_of(element) == "pre":
        return text.replace("\n", "\v")
    return _BLANKS.sub(" ", _BLANKS_IN_WORDS.sub(_unbroken, text))


def _unbroken(blanks: re.Match[str]) -> str:
    return "" if "\n" in blanks[0] or "\r" in blanks[0] else blanks[0]


def _clean(text: str) -> str:
    """Words without blanks around; a space that keeps its width counts as one."""
    lines = (line.strip(" \t\u00a0\u3000") for line in usual(text).replace("\u00a0", " ").split("\n"))
    return "\n".join(line for line in lines if line)


def _own(table: etree._Element, *names: str) -> Iterator[etree._Element]:
    """The elements of a table that are not those of another inside it."""
    return (element for element in table.iter(*names) if _table_of(element) is table)


def _table_of(element: etree._Element) -> etree._Element | None:
    return next(element.iterancestors("table"), None)


def _only_row(cell: etree._Element) -> etree._Element | None:
    """The row of a table of one row that a cell holds, and nothing else; None where it holds something else."""
    tables = list(cell.iter("table"))
    rows = list(tables[0].iter("tr")) if len(tables) == 1 else []
    alone = len(rows) == 1 and len(_words_in(rows[0])) == len(_words_in(cell))
    return rows[0] if alone else None


def _words_in(element: etree._Element) -> str:
    return "".join("".join(map(str, element.itertext())).split())


def _is_layout(table: etree._Element) -> bool:
    """Whether a table only arranges the page: it holds other tables, and not only as parts of its rows, or whole articles."""
    inner = list(table.iterdescendants("table"))
    rows = sum(len(row) > 1 for row in _own(table, "tr"))
    if inner and (rows < _FEWEST or any(len(list(one.iter("tr"))) > 1 for one in inner)):
        return True
    cells = list(table.iter("td", "th"))
    return len(cells) < LAYOUT_CELLS and any(
        len("".join(str(text) for text in cell.itertext()).strip()) > LAYOUT_WORDS for cell in cells
    )


def _span(cell: etree._Element, name: str, most: int) -> int:
    digits = re.match(r"\s*(\d{1,5})", str(cell.get(name, "1")))
    return max(1, min(int(digits[1]), most)) if digits else 1
