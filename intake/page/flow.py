"""A Document as one run of rows: a line of text is a row, and so is each row of a table.

Published pages tear tables into lines and wrap texts into tables; from here on both are the same.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from intake.figures import NUMBERS, FigureKind, figure_of
from intake.page.feet import feet_of
from intake.readers.limits import LONGEST_LINE
from model.document import Document, Paragraph, Table, TableCell

_BARS: Final = re.compile(r"[|｜│┃]")
_GAPS: Final = re.compile(r"\t|[ \u3000]{2,}")
_RULE: Final = re.compile(r"(?=.*(?:[-=]{3}|[—─━┄┈]{5}|[┼┬┴├┤┌└]|:-|-:))[\s|｜│┃+:：=\-—─━┄┈┌┐└┘├┤┬┴┼]+")
"""A line that only draws: the rule under a table's head in plain text; one or two dashes are a cell's."""
_MARKUP: Final = re.compile(
    r"^[ \t]*#{1,6}(?:[ \t]+|(?=[\u4e00-\u9fff（]))|\*\*(?=\S)|(?<=\S)\*\*"
    r"|\[(?=[^\[\]]*\]\{[^{}=]*=[^{}]*\})|\]\{[^{}=]*=[^{}]*\}|\\(?=[-+.*_|#()\[\]~])"
)
"""Marks of Markdown that are no words: of headings, bold words, words with a style ([35]{style="…"}), signs (1\\.)."""
_BREAK: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)
"""What breaks the lines of a cell in Markdown: two numbers around it are two."""
_TABBED: Final = re.compile(r"\t[^\t]*[^\s][^\t]*")
"""A line with a tab before its words and none among them."""
_INDENT: Final = re.compile(r"[ \u3000\t]{2,}|\u3000|\t")
_COLUMNS: Final = 2
"""Parts of a line with wide gaps between them, from which on the gaps part its cells."""
_LISTED: Final = re.compile(
    r"(?P<label>(?=[^：:]*[\u4e00-\u9fff])[^：:]*+|)(?<!单位)[：:](?P<numbers>[^：:]+)"
)
"""A label that a colon parts from its numbers: 规章：3，1，12. A line without a colon is looked at once, however long.

What a caption says of a table's unit, 单位：元, is none.
"""
_BETWEEN: Final = re.compile(r"\s*[，、；;]\s*|\s+")
_SHARED: Final = "几行合并的格"
"""A number that stands beside several rows: of which of them it is nobody can tell."""
_TOLD: Final = 80
"""Characters of a cell that are shown where it was not understood."""
_BEHIND: Final = (FigureKind.NUMBER, FigureKind.MARK, FigureKind.UNIT)
"""What stands behind a label on its line, single blanks between."""
_FEWEST_NUMBERS: Final = 3
_TO_ONE: Final = 2
"""Numbers of a line to each word that stands for one."""
_SHORT: Final = 3
"""Characters of a word that stands for a number."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One cell, or one line's part; `column` and `span` are places on the table's grid, `doubt` is the cell's."""

    text: str
    column: int = 0
    span: int = 1
    doubt: str = ""

    @property
    def kind(self) -> FigureKind:
        """What the text is; a cell that holds something other than text is not blank."""
        kind = figure_of(self.text).kind
        return FigureKind.MARK if kind is FigureKind.BLANK and self.doubt else kind

    @property
    def told(self) -> str:
        """What the source has here, in words, cut where they are many."""
        words = " ".join(self.text.split())
        return "，".join(filter(None, (words if len(words) <= _TOLD else f"{words[:_TOLD]}…", self.doubt)))


def is_number(piece: Piece) -> bool:
    """Return whether a piece is a number, or stands in the place of one."""
    return piece.kind in NUMBERS


@dataclass(frozen=True, slots=True)
class Row:
    """A row of pieces. `table` is the number of the table it comes from, -1 for a line of text.

    `text` is the line as it stood, `line` the same with the blanks before it (nothing of a table's row), `blanks` and
    `after` the numbers of blank lines before and behind it, `columns` the width of the table, or of a line of several
    parts. `indented`: blanks stand before it, as at a paragraph's begin.
    `pictured`: a picture stands behind it, before the next row. `uneven`: it has more or fewer cells between its bars
    than its table. `goes_on`: its words go on with those of the cell on the line above.
    """

    number: int
    pieces: tuple[Piece, ...]
    table: int
    text: str
    blanks: int = 0
    columns: int = 0
    after: int = 0
    indented: bool = False
    pictured: bool = False
    uneven: bool = False
    goes_on: bool = False
    line: str = ""

    @property
    def filled(self) -> tuple[Piece, ...]:
        """The pieces that hold something."""
        return tuple(piece for piece in self.pieces if piece.kind is not FigureKind.BLANK)

    @property
    def is_line(self) -> bool:
        """Whether the row holds one text and nothing else: it may be a heading or a paragraph."""
        return len(self.filled) == 1 or (self.table < 0 and not _BARS.search(self.text))


def rows_of(document: Document) -> list[Row]:
    """Return all rows of a document in reading order."""
    rows: list[Row] = []
    blanks = tables = 0
    feet = feet_of(document.blocks)
    tabbed = _tabs_begin_cells(document)
    for place, block in enumerate(document.blocks):
        if isinstance(block, Table):
            rows += _table_rows(block, tables, len(rows))
            tables += 1
            blanks = 0
        elif block.doubt:
            rows[-1:] = [replace(row, pictured=True) for row in rows[-1:]]
        elif not block.text.strip():
            blanks += 1
        elif place not in feet and not _RULE.fullmatch(block.text.strip()):
            if rows and blanks:
                rows[-1] = replace(rows[-1], after=blanks)
            line = _BREAK.sub(" ", _MARKUP.sub("", block.text))
            pieces = pieces_of(line.lstrip("\t") if tabbed and _TABBED.fullmatch(line) else line)
            indented = _INDENT.match(block.text) is not None
            rows.append(
                Row(len(rows), pieces, -1, _shown(line), blanks, len(pieces), indented=indented, line=line)
            )
            blanks = 0
    return rows


def _tabs_begin_cells(document: Document) -> bool:
    """Whether the tabs of a page part cells on lines of their own, as browsers copy cells of paragraphs: none is blank."""
    lines = [block.text for block in document.blocks if isinstance(block, Paragraph) and "\t" in block.text]
    return 2 * sum(_TABBED.fullmatch(line) is not None for line in lines) > len(lines)


def _shown(line: str) -> str:
    return line.strip().strip("\u3000")


def _table_rows(table: Table, number: int, start: int) -> Iterator[Row]:
    by_row: dict[int, list[Piece]] = {}
    begun = {cell.row for cell in table.cells if cell.text.strip()}
    several = _stand_for_several(table)
    for cell in table.cells:
        pieces = by_row.setdefault(cell.row, [])
        below = [row for row in range(cell.row + 1, cell.row + cell.rowspan) if row in begun]
        shared = bool(below) and cell in several
        doubt = "，".join(filter(None, (cell.doubt, _SHARED if shared else "")))
        pieces.append(Piece(cell.text, cell.column, cell.colspan, doubt))
        for row in below if shared else ():
            by_row.setdefault(row, []).append(Piece("", cell.column, cell.colspan, f"{_SHARED}‘{cell.text}’"))
    for offset, (_, unordered) in enumerate(sorted(by_row.items())):
        pieces = sorted(unordered, key=lambda piece: piece.column)
        words = "　".join(" ".join(piece.text.split()) for piece in pieces if piece.text.strip())
        yield Row(start + offset, tuple(pieces), number, words, columns=table.columns)


def _stand_for_several(table: Table) -> set[TableCell]:
    """The cells over several rows that stand in a number's place: behind labels, and words beside numbers of their row.

    Words do so in a column that holds more numbers than words; elsewhere they are labels.
    """
    if all(cell.rowspan == 1 for cell in table.cells):
        return set()
    kinds = {cell: figure_of(cell.text).kind for cell in table.cells}
    worded = (cell.column for cell, kind in kinds.items() if kind is FigureKind.WORDS)
    labels = min(worded, default=table.columns)
    numbers = Counter(cell.column for cell, kind in kinds.items() if kind in NUMBERS)
    words = Counter(cell.column for cell, kind in kinds.items() if kind is FigureKind.WORDS)
    counted = {cell.row for cell, kind in kinds.items() if kind in NUMBERS}
    return {
        cell
        for cell, kind in kinds.items()
        if cell.rowspan > 1
        and cell.column > labels
        and (
            kind in NUMBERS
            or (
                kind is FigureKind.WORDS and cell.row in counted and numbers[cell.column] > words[cell.column]
            )
        )
    }


def pieces_of(line: str) -> tuple[Piece, ...]:
    """Return the parts of a line of text: between bars, tabs or wide gaps, with numbers at its end apart."""
    if len(line) > LONGEST_LINE:
        return (Piece(line),)
    if _BARS.search(line):
        texts = _between_bars(line)
    else:
        parts = _GAPS.split(line.strip(" \u3000\r\n"))
        texts = [part for text in parts for part in _with_numbers_apart(text, alone=len(parts) < _COLUMNS)]
    return tuple(Piece(text, column) for column, text in enumerate(texts))


def _between_bars(line: str) -> list[str]:
    parts = [part.strip(" \u3000\t") for part in _BARS.split(line.strip())]
    if parts[-1] == "":
        parts.pop()
    if len(parts) > 1 and parts[0] == "" and any(parts):
        parts.pop(0)
    return parts or [""]


def _with_numbers_apart(text: str, *, alone: bool) -> list[str]:
    """A label and the numbers behind it. `alone`: the line has no wide gaps, so that single blanks part the numbers."""
    listed = _LISTED.fullmatch(text) if alone else None
    numbers = _BETWEEN.split(listed["numbers"].strip()) if listed else []
    kinds = {figure_of(number).kind for number in numbers}
    if listed and kinds <= {*_BEHIND, FigureKind.BLANK} and kinds != {FigureKind.BLANK}:
        return [listed["label"], *numbers]
    words = text.split()
    if len(words) > 1 and all(figure_of(word).kind in NUMBERS for word in words):
        return words if alone else [text]
    if alone and (begin := _values_begin(text, words)) is not None:
        label = " ".join(words[:begin])
        return [*filter(None, [label]), *words[begin:]]
    end = len(words)
    while end > 1 and figure_of(words[end - 1]).kind in _BEHIND:
        end -= 1
    if end == len(words) or figure_of(text).kind is not FigureKind.WORDS:
        return [text]
    ends = [match.end() for match in re.finditer(r"\S+", text)]
    while end < len(words) and _is_open(text, ends[end - 1]):
        end += 1
    if end == len(words):
        return [text]
    values = words[end:] if alone else [" ".join(words[end:])]
    return [text[: ends[end - 1]], *values]


def _values_begin(text: str, words: Sequence[str]) -> int | None:
    """The first of a line's words that are numbers but for a few short ones, 0 √ 12 0; None where there are no such."""
    ends = [0, *(match.end() for match in re.finditer(r"\S+", text))]
    kinds = [figure_of(word).kind for word in words]
    for begin, kind in enumerate(kinds):
        if kind not in _BEHIND or _is_open(text, ends[begin]):
            continue
        odd = [word for word, kind in zip(words[begin:], kinds[begin:], strict=True) if kind not in _BEHIND]
        numbers = sum(kind in NUMBERS for kind in kinds[begin:])
        few = bool(odd) and numbers >= max(_FEWEST_NUMBERS, _TO_ONE * len(odd))
        return begin if few and all(len(word) <= _SHORT for word in odd) else None
    return None


def _is_open(text: str, end: int) -> bool:
    """Whether a remark in brackets ends only behind a place: a number in it is the label's, as in （相同信息计 1 条）.

    One that goes on in the line below has the row's numbers behind it.
    """
    opened, closed = (sum(text.count(mark, 0, end) for mark in marks) for marks in ("（(", "）)"))
    return opened > closed and any(mark in text[end:] for mark in "）)")
