"""What belongs to the pages of a PDF and not to what is on them: their numbers, running heads, a browser's lines.

A number alone at a page's edge may also be the rest of a cell that the page break cuts: it is the page's only where it
counts the pages with others, and no page number with marks of its own (- 3 -, 第 3 页) stands there. A running head has
words: noughts and strokes at the edges of most pages are rows of cells.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from intake.readers.pdf.pdf_glyphs import Line

_MARK: Final = r"[-—–―－─·]"
_SURE: Final = re.compile(
    rf"{_MARK}[. ]*\d{{1,3}}[. ]*{_MARK}|第\s*\d+\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?"
    r"|[Pp]age\s*\d+(?:\s*(?:of|/)\s*\d+)?|(?:https?|file)://\S+(?:\s+\d+/\d+)?"
)
"""What is a page's number, or its address, wherever it stands at the edge."""
_MAYBE: Final = re.compile(rf"(?:{_MARK}|[. ])*(\d{{1,3}})(?:{_MARK}|[. ])*|(\d{{1,3}}) *[/／] *\d{{1,3}}")
"""What may be a page's number, or cells."""
_PRINTED: Final = re.compile(
    r"(?:.*\s)?\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s*(?:[上下]午\s*)?\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AP]M)?(?:\s.*)?"
    r"|.*\t(?:https?|file)://\S+(?:\s.*)?"
)
"""What a browser prints above and below a page: when it was printed, the page's title, its address."""
_EDGE: Final = 0.12
"""A page number stands in this part of the page's height at its top or its foot."""
_FEW: Final = 2
"""Pages of which no number can be counted on by the others."""


@dataclass(frozen=True, slots=True)
class _Edge:
    """A line at the edge of a page that may be its number; `before`: how far that is ahead of the page's place."""

    page: int
    line: Line
    before: int
    outside: bool


def without_feet(heights: Sequence[float], pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return the lines of each page without those that are the page's own."""
    repeated = _running_heads(pages)
    numbers = _page_numbers(heights, pages)
    return [
        [
            line
            for line in lines
            if line.text not in repeated
            and (place, line) not in numbers
            and not (_is_at_edge(line, height) and _is_surely_of_a_page(line))
        ]
        for place, (height, lines) in enumerate(zip(heights, pages, strict=True))
    ]


def _is_at_edge(line: Line, height: float) -> bool:
    return line.top < height * _EDGE or line.bottom > height * (1 - _EDGE)


def _is_surely_of_a_page(line: Line) -> bool:
    text = line.text.strip()
    return bool(_SURE.fullmatch(text) or _PRINTED.fullmatch(text))


def _ends(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The first and the last line of a page."""
    return (*lines[:1], *lines[-1:])


def _running_heads(pages: Sequence[Sequence[Line]]) -> set[str]:
    """Lines with words that stand at the edge of most pages."""
    if len(pages) <= _FEW:
        return set()
    edges = Counter(
        line.text for lines in pages for line in {line.text: line for line in _ends(lines)}.values()
    )
    return {text for text, times in edges.items() if times * 2 > len(pages) and any(map(str.isalpha, text))}


def _page_numbers(heights: Sequence[float], pages: Sequence[Sequence[Line]]) -> set[tuple[int, Line]]:
    """The lines, each with the place of its page, that may be page numbers and grow by one from page to page.

    Far from the paper's edge most pages must have theirs. A page alone, or one of two, has its own at its foot.
    """
    edges = list(_edges(heights, pages))
    marked = [edge for edge in edges if _SURE.fullmatch(edge.line.text.strip())]
    if len({edge.page for edge in marked}) * 2 > len(pages):
        edges = marked
    times = Counter(edge.before for edge in edges)
    if len(pages) <= _FEW and max(times.values(), default=0) < _FEW:
        return {
            (edge.page, edge.line)
            for edge in edges
            if not edge.outside and edge.before in (0, 1) and edge.line is pages[edge.page][-1]
        }
    ((usual, most),) = times.most_common(1) or [(0, 0)]
    counted = [edge for edge in edges if edge.before == usual] if most >= _FEW else []
    return {(edge.page, edge.line) for edge in counted if not edge.outside or most * 2 > len(pages) > _FEW}


def _edges(heights: Sequence[float], pages: Sequence[Sequence[Line]]) -> Iterator[_Edge]:
    for place, (height, lines) in enumerate(zip(heights, pages, strict=True)):
        for line in lines:
            match = _MAYBE.fullmatch(line.text.strip())
            outside = not _is_at_edge(line, height)
            if match and (not outside or line in _ends(lines)):
                yield _Edge(place, line, int(match[1] or match[2]) - place, outside)
