"""Tables in a wiki's marks: `{|` begins one, `|-` a row, a bar a cell, `|}` ends it. Converters write them so."""

import re
from collections.abc import Sequence
from typing import Final

from intake.readers.spans import SpanGrid
from model.document import Table

_OF_WIKI: Final = re.compile(r"(?:\s*[\w-]+\s*=\s*(?:\"[^\"]*\"|[\w%-]+(?=[\s|])))+\s*\|(?!\|)")
"""What a wiki writes before the words of a cell that has a style or is merged. A bare word ends at a blank or a bar."""
_MARK: Final = re.compile(r"</?[a-z][^<>]*>|'{2,}", re.IGNORECASE)
"""Marks of a style around the words of a cell."""
_BREAK: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)
_SPANS: Final = re.compile(r"(row|col)span\s*=\s*\"?(\d{1,3})")


def wiki_table(lines: Sequence[str], start: int) -> tuple[Table, int] | None:
    """Return the table that begins on a line and the line behind it, None where none begins or it never ends."""
    if not lines[start].startswith("{|"):
        return None
    end = start + 1
    while end < len(lines) and not lines[end].startswith(("|}", "{|")):
        end += 1
    if end == len(lines) or lines[end].startswith("{|"):
        return None
    grid = SpanGrid()
    grid.next_row()
    cells: list[list[str]] = []
    for line in (*lines[start + 1 : end], "|-"):
        if line.startswith("|-"):
            for words in cells:
                _put(grid, "\n".join(words))
            if cells:
                grid.next_row()
            cells = []
        elif line.startswith(("|", "!")) and not line.startswith("|+"):
            cells += [[words] for words in re.split(r"\|\||!!", line[1:])]
        elif cells and line.strip():
            cells[-1].append(line)
    table = grid.table()
    return None if table is None else (table, end + 1)


def _put(grid: SpanGrid, words: str) -> None:
    """Put a wiki's cell into a grid, as many rows down and columns across as it says."""
    told = _OF_WIKI.match(words)
    spans = {kind: int(count) for kind, count in _SPANS.findall(told[0] if told else "")}
    text = words[told.end() :] if told else words
    text = _MARK.sub("", _BREAK.sub("\n", text))
    grid.add(text.strip(), max(spans.get("row", 1), 1), max(spans.get("col", 1), 1))
