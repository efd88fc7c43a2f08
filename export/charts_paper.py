"""The charts on paper: office, year and source told, on one page where they fit."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import fsum
from pathlib import Path
from typing import Final

from reportlab.graphics.shapes import Drawing, Line, Rect, Shape, String
from reportlab.lib.colors import Color

from export.charts import FILLS, HAIR, Chart, charts, drawing
from export.official import by_meaning
from export.output import save
from export.typeset.drawing import draw
from export.typeset.faces import Faces, Style, embedded_faces
from export.typeset.fonts import FontBook, font_book
from export.typeset.footer import page_number
from export.typeset.lines import Measure, Span, set_lines
from export.typeset.pages import ASCENT, BLACK, HEIGHT, LEFT_EDGE, TOP_EDGE, WIDTH, Owner, Page, Rule, Text
from export.typeset.paragraphs import placed
from export.typeset.record import Record
from export.typeset.tagging import Node
from model.compose import compose
from model.preamble import REPORT_NAME
from model.report import Report

NOTHING: Final = "表中还没有可以画成图表的数字。"
_TITLE_SIZE: Final = 16.0
_SMALL: Final = 9.0
_LEADING: Final = 1.4
_BETWEEN: Final = 18.0
_TIGHTNESSES: Final = (1.0, 0.9, 0.8, 0.7, 0.6)
"""Shares to which the bars may be lowered to bring all charts on one page; lower ones are not higher than their words."""


def write(reports: Sequence[Report], path: Path, faces: Faces | None = None) -> None:
    """Write the charts of the newest of these reports and of the years before it. Raises FaceUnusable and WriteFailed."""
    save(path, render(reports, faces))


def render(reports: Sequence[Report], faces: Faces | None = None) -> bytes:
    """Return the charts as PDF, on one page where they fit; without any number a page that says so. Raises FaceUnusable."""
    newest = max(reports, key=_year)
    pictures = charts(reports)
    title = f"{newest.year}年{REPORT_NAME}图表"
    head = [*by_meaning(newest.office, WIDTH // _TITLE_SIZE), title]
    sheet = _Sheet(font_book(faces or embedded_faces()), head, _source(reports, newest))
    pages = [sheet.page(number, part) for number, part in enumerate(_pages(pictures, sheet, faces), 1)]
    nodes = [
        Node("H1", Owner(0)),
        *(Node("Figure", Owner(at), words=c.words) for at, c in enumerate(pictures, 1)),
    ]
    nodes.append(Node("P", Owner(_SOURCE)))
    record = Record(f"{newest.office}{title}", newest.office, f"{newest.year}年度", compose(newest).dated)
    return draw(pages, record, Node("Document", kids=tuple(nodes)))


_SOURCE: Final = -1
"""The number of the line that tells the source, where a chart has its own from 1 on."""


def _year(report: Report) -> int:
    return report.year


def _source(reports: Sequence[Report], newest: Report) -> str:
    first = min(reports, key=_year).year
    years = f"{first}—{newest.year}" if first != newest.year else str(newest.year)
    return f"资料来源：{newest.office}{years}年{REPORT_NAME}"


def _pages(
    pictures: Sequence[Chart], sheet: "_Sheet", faces: Faces | None
) -> Iterator[list[tuple[int, Drawing]]]:
    """The drawings by page, numbered from 1: on one page with lower bars if need be, else on as many as they take."""
    for tightness in _TIGHTNESSES:
        made = [(at, drawing(chart, WIDTH, faces, tightness)) for at, chart in enumerate(pictures, 1)]
        if fsum(picture.height + _BETWEEN for _, picture in made) <= sheet.room:
            yield made
            return
    page: list[tuple[int, Drawing]] = []
    for at, chart in enumerate(pictures, 1):
        picture = drawing(chart, WIDTH, faces)
        if page and fsum(p.height + _BETWEEN for _, p in page) + picture.height > sheet.room:
            yield page
            page = []
        page.append((at, picture))
    yield page


class _Sheet:
    """A page of charts: whose they are above, where they come from below."""

    def __init__(self, book: FontBook, head: Sequence[str], source: str) -> None:
        self._book = book
        self._head = self._lines(head, Style.TITLE, _TITLE_SIZE)
        self._source = self._lines([source], Style.SONG, _SMALL)

    @property
    def room(self) -> float:
        """Height that is left for charts, in pt."""
        return HEIGHT - self._head_height - _SMALL * _LEADING * len(self._source)

    @property
    def _head_height(self) -> float:
        return _TITLE_SIZE * _LEADING * len(self._head) + _BETWEEN

    def _lines(self, words: Sequence[str], style: Style, size: float) -> list[tuple[tuple[Text, ...], float]]:
        """The words broken into lines, each as texts from its own left edge, with its width."""
        measure = Measure(WIDTH, size, size)
        lines = (line for part in words for line in set_lines((Span(part, style),), measure, self._book))
        return [(placed(line, 0, 0, size), line.width) for line in lines]

    def page(self, number: int, pictures: Sequence[tuple[int, Drawing]]) -> Page:
        """Return a page with these drawings."""
        texts: list[Text] = list(self._words(number))
        rules: list[Rule] = []
        bottom = TOP_EDGE + self._head_height
        for at, picture in pictures:
            bottom += picture.height
            for shape in picture.contents:
                if isinstance(shape, String):
                    texts += self._string(shape, bottom, Owner(at))
                else:
                    rules += (rule.moved(LEFT_EDGE, bottom) for rule in _rules(shape))
            bottom += _BETWEEN
        if not pictures:
            for line, width in self._lines([NOTHING], Style.FANGSONG, _TITLE_SIZE):
                texts += _moved(line, LEFT_EDGE + (WIDTH - width) / 2, bottom, Owner(_SOURCE))
        return Page(number, (*texts, *page_number(number, self._book)), tuple(rules), ())

    def _words(self, number: int) -> Iterator[Text]:
        y = TOP_EDGE
        for line, width in self._head:
            yield from _moved(line, LEFT_EDGE + (WIDTH - width) / 2, y, Owner(0) if number == 1 else None)
            y += _TITLE_SIZE * _LEADING
        y = TOP_EDGE + HEIGHT - _SMALL * _LEADING * len(self._source)
        for line, _ in self._source:
            yield from _moved(line, LEFT_EDGE, y, Owner(_SOURCE) if number == 1 else None)
            y += _SMALL * _LEADING

    def _string(self, shape: String, bottom: float, owner: Owner) -> Iterator[Text]:
        measure = Measure(WIDTH, shape.fontSize, shape.fontSize)
        (line,) = set_lines((Span(shape.text, Style(shape.fontName)),), measure, self._book)
        top = bottom - shape.y - ASCENT * shape.fontSize
        yield from placed(line, LEFT_EDGE + shape.x, top, shape.fontSize, owner)


def _moved(line: Sequence[Text], x: float, y: float, owner: Owner | None) -> Iterator[Text]:
    return (replace(text.moved(x, y), owner=owner) for text in line)


def _rules(shape: Shape) -> Iterator[Rule]:
    """A line as it is; a bar as one thick rule, with its outline."""
    if isinstance(shape, Line):
        yield Rule(shape.x1, -shape.y1, shape.x2, -shape.y2, HAIR)
    elif isinstance(shape, Rect):
        left, right = shape.x, shape.x + shape.width
        top, bottom = -shape.y - shape.height, -shape.y
        middle = (top + bottom) / 2
        yield Rule(left, middle, right, middle, bottom - top, _ink(shape.fillColor))
        yield from (Rule(left, y, right, y, HAIR, _ink(FILLS[0])) for y in (top, bottom))
        yield from (Rule(x, top, x, bottom, HAIR, _ink(FILLS[0])) for x in (left, right))


def _ink(colour: Color | None) -> tuple[float, float, float]:
    return (colour.red, colour.green, colour.blue) if colour else BLACK
