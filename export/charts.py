"""Charts of a report and of the years before it: drawn once, as SVG for window and web page, as rules in PDF.

All charts are lying bars with their numbers written beside them, dark and pale: they read the same in black and white
print.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

from reportlab.graphics import renderSVG
from reportlab.graphics.shapes import Drawing, Line, Rect, String
from reportlab.lib.colors import Color, gray

from export.typeset.faces import Faces, Style, embedded_faces
from export.typeset.fonts import FontBook, font_book
from export.typeset.pages import WIDTH
from model.number_fields import field_value
from model.report import Report
from model.values import Value, to_text

MOST_YEARS: Final = 5
_OUTCOMES: Final = ("予以公开数", "部分公开数", "不予公开数", "无法提供数", "不予处理数", "其他处理数")
_APPLICANTS: Final = (
    "自然人申请数", "商业企业申请数", "科研机构申请数", "社会公益组织申请数", "法律服务机构申请数", "其他组织申请数",
)  # fmt: skip
_BY_YEAR: Final = (("收到申请总数", "收到申请"), ("办结申请总数", "办结申请"))
_DISPUTES: Final = (("行政复议总数", "行政复议"), ("行政诉讼总数", "行政诉讼"))
FILLS: Final = (Color(0.18, 0.33, 0.45), Color(0.80, 0.87, 0.91))
"""Of the first and the second series: as dark and as pale as 30 and 85 % of white."""
_EDGE: Final = FILLS[0]
HAIR: Final = 0.5
_BAR: Final = 15.0
_GAP: Final = 8.0
_SIZE: Final = 10.5
_WIDEST: Final = "000000（较上年+000.0%）"
"""What may stand beside the longest bar."""
_TITLE_SIZE: Final = 12.0
_CLIP: Final = re.compile(r'\s*<clipPath.*?</clipPath>| style="clip-path:[^"]*"', re.DOTALL)
"""The frame that reportlab clips a drawing to: nothing lies outside it, and Qt would paint it as a black box."""
_FAMILY: Final = "宋体, SimSun, 'Noto Serif CJK SC', serif"


@dataclass(frozen=True, slots=True)
class Row:
    """One label with a bar for each series; None is not known. `notes`: what is told beside each number."""

    label: str
    values: tuple[Value, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """What one chart shows. `series` names the bars of a row where there are several."""

    title: str
    rows: tuple[Row, ...]
    series: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The same in words, for those who cannot see it."""
        rows = (f"{row.label} {'、'.join(self._told(row))}" for row in self.rows)
        return f"{self.title}：{'；'.join(rows)}。"

    def _told(self, row: Row) -> Iterator[str]:
        for at, value in enumerate(row.values):
            name = f"{self.series[at]} " if self.series else ""
            yield name + number_words(row, at, value)


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


def number_words(row: Row, at: int, value: Value) -> str:
    """Return the number of a bar with what is told beside it."""
    if value is None:
        return "未填"
    note = row.notes[at] if at < len(row.notes) else ""
    return to_text(value) + (f"（{note}）" if note else "")


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
                (f"{value / total:.1%}" if value is not None and total else "",),
            )
            for name, value in known
        ),
    )


def _over_years(reports: Sequence[Report], title: str, names: Sequence[tuple[str, str]]) -> Chart:
    known = {report.year: [_value(report, name) for name, _ in names] for report in reports}
    rows = tuple(
        Row(f"{year}年", tuple(values), tuple(map(_growth, values, known.get(year - 1, [None] * len(names)))))
        for year, values in known.items()
    )
    return Chart(title, rows, tuple(word for _, word in names))


def _growth(value: Value, before: Value) -> str:
    """By how much a number differs from that of the year before; "" where that cannot be told in percent."""
    if value is None or not before:
        return ""
    if value == before:
        return "与上年持平"
    return f"较上年{(value - before) / before:+.1%}".replace("-", "−")


def drawing(
    chart: Chart, width: float = WIDTH, faces: Faces | None = None, tightness: float = 1.0
) -> Drawing:
    """Return the chart as a drawing `width` pt wide, its bars lower where `tightness` is below 1. Raises FaceUnusable."""
    book = font_book(faces or embedded_faces())
    thick, gap = _BAR * tightness, _GAP * tightness
    step = thick * max(1, len(chart.series)) + gap
    height = 2 * _TITLE_SIZE + gap + step * len(chart.rows)
    picture = Drawing(width, height)
    _write(picture, chart.title, 0, height - _TITLE_SIZE, _TITLE_SIZE, book, Style.HEI)
    left = max(book.width(row.label, Style.SONG, _SIZE) for row in chart.rows) + _GAP
    right = book.width(_WIDEST, Style.SONG, _SIZE) + _GAP
    most = max((value for row in chart.rows for value in row.values if value is not None), default=0) or 1
    scale = (width - left - right) / float(most)
    _legend(picture, chart.series, width, height - _TITLE_SIZE, book)
    top = height - 2 * _TITLE_SIZE - gap
    for number, row in enumerate(chart.rows):
        middle = top - number * step - (step - gap) / 2
        _write(picture, row.label, left - _GAP, middle - 0.35 * _SIZE, _SIZE, book, Style.SONG, right=True)
        for series, value in enumerate(row.values):
            y = top - number * step - (series + 1) * thick
            length = float(value or 0) * scale
            if length:
                picture.add(_filled(left, y + 1.5, length, thick - 3, FILLS[series]))
            words, base = number_words(row, series, value), y + 0.5 * thick - 0.35 * _SIZE
            _write(picture, words, left + length + 4, base, _SIZE, book, Style.SONG)
    picture.add(
        Line(left, top + 2, left, top - step * len(chart.rows) + gap - 2, strokeColor=gray, strokeWidth=HAIR)
    )
    return picture


def _legend(picture: Drawing, series: Sequence[str], right: float, y: float, book: FontBook) -> None:
    for fill, word in reversed(list(zip(FILLS, series, strict=False))):
        right -= book.width(word, Style.SONG, _SIZE)
        _write(picture, word, right, y, _SIZE, book, Style.SONG)
        right -= _SIZE + 4
        picture.add(_filled(right, y, _SIZE - 2, _SIZE - 2, fill))
        right -= 2 * _GAP


def _filled(x: float, y: float, width: float, height: float, fill: Color) -> Rect:
    box = Rect(x, y, width, height)
    box.fillColor = fill
    box.strokeColor = _EDGE
    box.strokeWidth = HAIR
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
