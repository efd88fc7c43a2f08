"""Sets paragraphs: title, headings, body, notes and the signature, as strips of one line each."""

from collections.abc import Iterator, Sequence
from typing import Final

from export.official import TITLE_SIZE, by_meaning, title_lines
from export.typeset.faces import Style
from export.typeset.fonts import FontBook
from export.typeset.lines import Line, Measure, Span, set_lines
from export.typeset.pages import ASCENT, BODY, CAPTION, CHARACTER, FOOT, LINE, WIDTH, Mark, Owner, Strip, Text
from model.document import Document, Paragraph, Role

_STYLES: Final = {
    Role.HEADING1: Style.HEI,
    Role.HEADING2: Style.KAI,
    Role.HEADING3: Style.FANGSONG,
    Role.BODY: Style.FANGSONG,
}
_LEVELS: Final = {Role.HEADING1: 0, Role.HEADING2: 1}
_TITLE_LINE: Final = 1.25 * LINE
_NOTE_SIZE: Final = 12.0
_FOOT_SIZE: Final = 10.5
_FOOT_BLANK: Final = 24.0
"""Least room after a field of the foot, in pt."""
_DATE_INDENT: Final = 4 * CHARACTER
_SIGNATURE_INDENT: Final = 2 * CHARACTER


def title_strips(document: Document, text: str, book: FontBook, block: int) -> Iterator[Strip]:
    """Yield the title, centred, broken by meaning, and the space below it."""
    rows = title_lines(document) if text == document.title else (text,)
    measure = Measure(WIDTH, TITLE_SIZE, TITLE_SIZE)
    lines = [line for row in rows for line in set_lines((Span(row, Style.TITLE),), measure, book)]
    height = len(lines) * _TITLE_LINE
    texts = tuple(
        run
        for number, line in enumerate(lines)
        for run in placed(line, (WIDTH - line.width) / 2, number * _TITLE_LINE, TITLE_SIZE, Owner(block))
    )
    yield Strip(-(-(height + 0.6 * LINE) // LINE) * LINE, texts, marks=(Mark(0, block),), keep=True)


def paragraph_strips(
    paragraph: Paragraph, book: FontBook, block: int, *, kept: bool = False
) -> Iterator[Strip]:
    """Yield a heading or body paragraph line by line; `kept`: its lines stay with what follows."""
    title = paragraph.text if paragraph.role in _LEVELS else ""
    marks: tuple[Mark, ...] = (Mark(0, block, title, _LEVELS.get(paragraph.role, 0)),)
    for line in paragraph_lines(paragraph, book):
        yield Strip(LINE, placed(line, 0, 0, BODY, Owner(block)), marks=marks, keep=kept)
        marks = ()


def spans_of(paragraph: Paragraph) -> tuple[Span, Span]:
    """Return a heading's or body paragraph's run-in heading and its rest, each in its style."""
    style = _STYLES.get(paragraph.role, Style.FANGSONG)
    return Span(paragraph.text[: paragraph.lead], Style.KAI), Span(paragraph.text[paragraph.lead :], style)


def paragraph_lines(paragraph: Paragraph, book: FontBook) -> tuple[Line, ...]:
    """Return the lines of a heading or body paragraph."""
    measure = Measure(WIDTH, BODY, CHARACTER, indent=2 * CHARACTER, justified=True)
    return set_lines(spans_of(paragraph), measure, book)


def note_strips(paragraph: Paragraph, book: FontBook, block: int) -> Iterator[Strip]:
    """Yield the small line above a table, at the right edge."""
    for line in set_lines((Span(paragraph.text, Style.SONG),), Measure(WIDTH, _NOTE_SIZE, _NOTE_SIZE), book):
        texts = placed(line, WIDTH - line.width, (LINE - _NOTE_SIZE) / 2, _NOTE_SIZE, Owner(block))
        yield Strip(LINE, texts, marks=(Mark(0, block),), keep=True)


def signature_strips(paragraphs: Sequence[Paragraph], book: FontBook, block: int) -> Iterator[Strip]:
    """Yield office and date after two blank lines, all kept together: the date four characters from the right edge.

    The office is centred above the date (GB/T 9704, 7.3.5.1) as long as it stays two characters from the edge.
    """
    measure = Measure(WIDTH - 2 * _SIGNATURE_INDENT, BODY, CHARACTER)
    most = measure.width / CHARACTER
    date = set_lines((Span(paragraphs[-1].text, Style.FANGSONG),), measure, book)
    middle = WIDTH - _DATE_INDENT - date[0].width / 2
    yield Strip(2 * LINE, marks=(Mark(0, block),), keep=True)
    words = [
        (part, Owner(at))
        for at, paragraph in enumerate(paragraphs[:-1], block)
        for part in by_meaning(paragraph.text, most)
    ]
    for part, owner in words:
        for line in set_lines((Span(part, Style.FANGSONG),), measure, book):
            x = min(middle - line.width / 2, WIDTH - _SIGNATURE_INDENT - line.width)
            yield Strip(LINE, placed(line, x, 0, BODY, owner), keep=True)
    for line in date:
        owner = Owner(block + len(paragraphs) - 1)
        yield Strip(LINE, placed(line, WIDTH - _DATE_INDENT - line.width, 0, BODY, owner))


def placed(line: Line, x: float, top: float, size: float, owner: Owner | None = None) -> tuple[Text, ...]:
    """Return a line's runs as texts, the line's left edge at `x` and the top of its characters at `top`."""
    base = top + ASCENT * size
    return tuple(Text(x + run.x, base, run.text, run.font, run.size, run.spacing, owner) for run in line.runs)


def caption_strips(caption: str, book: FontBook, block: int) -> Iterator[Strip]:
    """Yield a table's own title, centred above it and named in the bookmarks."""
    measure = Measure(WIDTH, BODY, BODY)
    marks: tuple[Mark, ...] = (Mark(0, block, caption, 0),)
    for line in set_lines((Span(caption, Style.TITLE),), measure, book):
        texts = placed(line, (WIDTH - line.width) / 2, 0, BODY, Owner(block, CAPTION))
        yield Strip(LINE, texts, marks=marks, keep=True)
        marks = ()


def foot_strips(foot: Sequence[str], book: FontBook, block: int) -> Iterator[Strip]:
    """Yield the fields to be signed below a table, in columns; in two rows where one would be too narrow."""
    if not foot:
        return
    measure = Measure(WIDTH, _FOOT_SIZE, _FOOT_SIZE)
    fields = [set_lines((Span(field, Style.SONG),), measure, book)[0] for field in foot]
    widest = max(field.width for field in fields) + _FOOT_BLANK
    columns = len(fields) if widest * len(fields) <= WIDTH else -(-len(fields) // 2)
    for start in range(0, len(fields), columns):
        row = fields[start : start + columns]
        texts = (
            text
            for column, field in enumerate(row)
            for text in placed(
                field, column * WIDTH / columns, (LINE - _FOOT_SIZE) / 2, _FOOT_SIZE, Owner(block, FOOT)
            )
        )
        yield Strip(LINE, tuple(texts), keep=True, grid=False)
