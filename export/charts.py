"""Charts of a report and of the years before it: drawn once, as SVG for window and web page, as rules in PDF.

All charts are lying bars with their numbers written beside them: they read the same in black and white print.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from reportlab.graphics import renderSVG
from reportlab.graphics.shapes import Drawing, Line, Rect, Shape, String
from reportlab.lib.colors import Color, black, gray, white

from export.output import save
from export.typeset.drawing import draw
from export.typeset.faces import Faces, Style, embedded_faces
from export.typeset.fonts import FontBook, font_book
from export.typeset.lines import Measure, Span, set_lines
from export.typeset.pages import ASCENT, HEIGHT, LEFT_EDGE, TOP_EDGE, WIDTH, Page, Rule, Text
from export.typeset.paragraphs import placed
from model.number_fields import field_value
from model.report import Report
from model.values import Value, to_text

TITLE: Final = "政府信息公开工作年度报告图表"
MOST_YEARS: Final = 5
_OUTCOMES: Final = ("予以公开数", "部分公开数", "不予公开数", "无法提供数", "不予处理数", "其他处理数")
_APPLICANTS: Final = (
    "自然人申请数", "商业企业申请数", "科研机构申请数", "社会公益组织申请数", "法律服务机构申请数", "其他组织申请数",
)  # fmt: skip
_BY_YEAR: Final = (("收到申请总数", "收到申请"), ("办结申请总数", "办结申请"))
_DISPUTES: Final = (("行政复议总数", "行政复议"), ("行政诉讼总数", "行政诉讼"))
_FILLS: Final = (black, white)
_HAIR: Final = 0.5
_BAR: Final = 15.0
_GAP: Final = 8.0
_SIZE: Final = 10.5
_TITLE_SIZE: Final = 12.0
_BETWEEN: Final = 18.0
_CLIP: Final = re.compile(r'\s*<clipPath.*?</clipPath>| style="clip-path:[^"]*"', re.DOTALL)
"""The frame that reportlab clips a drawing to: nothing lies outside it, and Qt would paint it as a black box."""
_FAMILY: Final = "宋体, SimSun, 'Noto Serif CJK SC', serif"


@dataclass(frozen=True, slots=True)
class Row:
    """One label with a bar for each series; None is not known."""

    label: str
    values: tuple[Value, ...]
    share: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """What one chart shows. `series` names the bars of a row where there are several."""

    title: str
    rows: tuple[Row, ...]
    series: tuple[str, ...] = ()


def charts(reports: Sequence[Report]) -> tuple[Chart, ...]:
    """Return the charts of the newest of these reports, and of up to five years; one without any number is left out."""
    years = sorted(reports, key=lambda report: report.year)[-MOST_YEARS:]
    newest = years[-1]
    made = (
        _shares(newest, f"{newest.year}年申请办理结果（件）", _OUTCOMES),
        _shares(newest, f"{newest.year}年各类申请人新收申请（件）", _APPLICANTS),
        _over_years(years, "历年政府信息公开申请（件）", _BY_YEAR),
        _over_years(years, "历年行政复议、行政诉讼（件）", _DISPUTES),
    )
    return tuple(chart for chart in made if any(value for row in chart.rows for value in row.values))


def _value(report: Report, name: str) -> Value:
    return field_value(report, name) if name in report.form.number_fields else None


def _shares(report: Report, title: str, names: Sequence[str]) -> Chart:
    known = [(name, _value(report, name)) for name in names if name in report.form.number_fields]
    total = sum(value for _, value in known if value is not None)
    return Chart(
        title,
        tuple(
            Row(
                name.removesuffix("申请数").removesuffix("数"),
                (value,),
                f"{value / total:.1%}" if value is not None and total else "",
            )
            for name, value in known
        ),
    )


def _over_years(reports: Sequence[Report], title: str, names: Sequence[tuple[str, str]]) -> Chart:
    rows = tuple(
        Row(f"{report.year}年", tuple(_value(report, name) for name, _ in names)) for report in reports
    )
    return Chart(title, rows, tuple(word for _, word in names))


def drawing(chart: Chart, width: float = WIDTH, faces: Faces | None = None) -> Drawing:
    """Return the chart as a drawing `width` pt wide. Raises FaceUnusable."""
    book = font_book(faces or embedded_faces())
    step = _BAR * max(1, len(chart.series)) + _GAP
    height = 2 * _TITLE_SIZE + _GAP + step * len(chart.rows) + _GAP
    picture = Drawing(width, height)
    _write(picture, chart.title, 0, height - _TITLE_SIZE, _TITLE_SIZE, book, Style.HEI)
    left = max(book.width(row.label, Style.SONG, _SIZE) for row in chart.rows) + _GAP
    right = book.width("0000000（100.0%）", Style.SONG, _SIZE) + _GAP
    most = max((value for row in chart.rows for value in row.values if value is not None), default=0) or 1
    scale = (width - left - right) / float(most)
    _legend(picture, chart.series, width, height - _TITLE_SIZE, book)
    top = height - 2 * _TITLE_SIZE - _GAP
    for number, row in enumerate(chart.rows):
        middle = top - number * step - (step - _GAP) / 2
        _write(picture, row.label, left - _GAP, middle - 0.35 * _SIZE, _SIZE, book, Style.SONG, right=True)
        for series, value in enumerate(row.values):
            y = top - number * step - (series + 1) * _BAR
            length = float(value or 0) * scale
            if length:
                picture.add(_filled(left, y + 1.5, length, _BAR - 3, _FILLS[series]))
            words = "未填" if value is None else to_text(value) + (f"（{row.share}）" if row.share else "")
            _write(picture, words, left + length + 4, y + 0.5 * _BAR - 0.35 * _SIZE, _SIZE, book, Style.SONG)
    picture.add(
        Line(
            left, top + 2, left, top - step * len(chart.rows) + _GAP - 2, strokeColor=gray, strokeWidth=_HAIR
        )
    )
    return picture


def _legend(picture: Drawing, series: Sequence[str], right: float, y: float, book: FontBook) -> None:
    for fill, word in reversed(list(zip(_FILLS, series, strict=False))):
        right -= book.width(word, Style.SONG, _SIZE)
        _write(picture, word, right, y, _SIZE, book, Style.SONG)
        right -= _SIZE + 4
        picture.add(_filled(right, y, _SIZE - 2, _SIZE - 2, fill))
        right -= 2 * _GAP


def _filled(x: float, y: float, width: float, height: float, fill: Color) -> Rect:
    box = Rect(x, y, width, height)
    box.fillColor = fill
    box.strokeColor = black
    box.strokeWidth = _HAIR
    return box


def _write(
    picture: Drawing,
    text: str,
    x: float,
    y: float,
    size: float,
    book: FontBook,
    style: Style,
    *,
    right: bool = False,
) -> None:
    """Add a text; what stands for its face is the style's name."""
    start = x - book.width(text, style, size) if right else x
    picture.add(String(start, y, text, fontName=style.value, fontSize=size))


def svg(chart: Chart, width: float = WIDTH) -> bytes:
    """Return the chart as an SVG element, named by its title, in the reader's own Chinese face."""
    picture = drawing(chart, width)
    fonts = {shape.fontName for shape in picture.contents if isinstance(shape, String)}
    text: str = renderSVG.drawToString(picture, fontHacks={font: {"family": _FAMILY} for font in fonts})
    element = _CLIP.sub("", text[text.index("<svg") :])
    return element.replace("<title>...</title>", f"<title>{escape(chart.title)}</title>").encode()


def write(reports: Sequence[Report], path: Path, faces: Faces | None = None) -> None:
    """Write the charts as PDF pages. Raises FaceUnusable and WriteFailed."""
    save(path, render(charts(reports), faces))


def render(pictures: Sequence[Chart], faces: Faces | None = None) -> bytes:
    """Return the charts as PDF, as many on a page as it holds; an empty page where there are none."""
    book = font_book(faces or embedded_faces())
    pages: list[list[Drawing]] = [[]]
    for chart in pictures:
        picture = drawing(chart, WIDTH, faces)
        if pages[-1] and sum(other.height + _BETWEEN for other in pages[-1]) + picture.height > HEIGHT:
            pages.append([])
        pages[-1].append(picture)
    return draw([_page(number, page, book) for number, page in enumerate(pages, 1)], TITLE)


def _page(number: int, pictures: Sequence[Drawing], book: FontBook) -> Page:
    texts: list[Text] = []
    rules: list[Rule] = []
    bottom = TOP_EDGE
    for picture in pictures:
        bottom += picture.height
        for shape in picture.contents:
            if isinstance(shape, String):
                measure = Measure(WIDTH, shape.fontSize, shape.fontSize)
                (line,) = set_lines((Span(shape.text, Style(shape.fontName)),), measure, book)
                top = bottom - shape.y - ASCENT * shape.fontSize
                texts += placed(line, LEFT_EDGE + shape.x, top, shape.fontSize)
            else:
                rules += (rule.moved(LEFT_EDGE, bottom) for rule in _rules(shape))
        bottom += _BETWEEN
    return Page(number, tuple(texts), tuple(rules), ())


def _rules(shape: Shape) -> Iterator[Rule]:
    """A line as it is; a bar as one thick rule where it is dark, as its outline where it is white."""
    if isinstance(shape, Line):
        yield Rule(shape.x1, -shape.y1, shape.x2, -shape.y2, _HAIR)
    elif isinstance(shape, Rect):
        left, right = shape.x, shape.x + shape.width
        top, bottom = -shape.y - shape.height, -shape.y
        if shape.fillColor == _FILLS[0]:
            yield Rule(left, (top + bottom) / 2, right, (top + bottom) / 2, bottom - top)
            return
        yield from (Rule(left, y, right, y, _HAIR) for y in (top, bottom))
        yield from (Rule(x, top, x, bottom, _HAIR) for x in (left, right))
