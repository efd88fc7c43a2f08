"""Paragraphs of the neutral Document as paragraphs of the Word file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from docx.oxml.xmlchemy import BaseOxmlElement

from export.official import BODY_SIZE, CHARACTERS, LINES, PITCH, by_meaning, ems, title_lines
from export.word.page import CHARACTER
from export.word.styles import TITLE_PITCH, Style
from export.word.tracking import USUAL
from export.word.xml import element, run, twips
from model.document import Document, Paragraph, Role

_STYLES: Final = {
    Role.TITLE: Style.TITLE,
    Role.HEADING1: Style.HEADING1,
    Role.HEADING2: Style.HEADING2,
    Role.HEADING3: Style.HEADING3,
    Role.BODY: Style.BODY,
    Role.NOTE: Style.NOTE,
    Role.SIGNATURE: Style.SIGNATURE,
}
_DATE_INDENT: Final = 4
_LEAST_INDENT: Final = 2
"""Characters between the right edge and the date, and between it and the office at least."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What its neighbours ask of a paragraph.

    `bare`: it is a heading below which nothing is written; `begun`: it begins below a heading, where two lines must
    stand together; `signed`: it ends above a signature, which must not stand alone (Word tears it for that, LibreOffice
    moves it whole: there no paragraph that stays with the next one is ever torn); `before`, `after`: room above and
    below it in pt; `tracking`: what its characters are narrowed by, in 1/20 pt; `ragged`: it is not justified.
    """

    new_page: bool = False
    bare: bool = False
    begun: bool = False
    signed: bool = False
    before: float = 0.0
    after: float = 0.0
    tracking: int = USUAL
    ragged: bool = False


def paragraph(words: Paragraph, setting: Setting) -> BaseOxmlElement:
    """Return a paragraph in its role's style, a run-in heading in the face of its level."""
    room = setting.before or setting.after
    properties = element(
        "pPr",
        element("pStyle", val=_STYLES[words.role]),
        _keep_next(setting),
        element("pageBreakBefore") if setting.new_page else None,
        element("widowControl") if setting.begun or setting.signed else None,
        element("spacing", before=twips(setting.before), after=twips(setting.after)) if room else None,
        element("jc", val="left") if setting.ragged else None,
    )
    lead, rest = words.text[: words.lead], words.text[words.lead :]
    tracked = element("spacing", val=setting.tracking) if setting.tracking != USUAL else None
    marked = run(lead, element("rPr", element("rStyle", val=Style.LEAD), tracked)) if lead else None
    plain = element("rPr", element("spacing", val=setting.tracking)) if tracked is not None else None
    return element("p", properties, marked, run(rest, plain) if rest else None)


def _keep_next(setting: Setting) -> BaseOxmlElement | None:
    if setting.signed:
        return element("keepNext")
    return element("keepNext", val=0) if setting.bare else None


def title(document: Document) -> BaseOxmlElement:
    """Return the title, broken by meaning, with room below it up to a line of the grid."""
    lines = title_lines(document)
    height = len(lines) * TITLE_PITCH
    whole = -(-(height + 0.6 * PITCH) // PITCH) * PITCH
    properties = element(
        "pPr",
        element("pStyle", val=Style.TITLE),
        element("spacing", after=twips(min(whole, LINES * PITCH) - height)),
    )
    return element("p", properties, run("\n".join(lines)))


def signature(paragraphs: Sequence[Paragraph]) -> Iterator[BaseOxmlElement]:
    """Yield office and date after two blank lines: the date four characters from the edge, the office centred above."""
    date = ems(paragraphs[-1].text)
    for number, words in enumerate(paragraphs):
        last = number == len(paragraphs) - 1
        lines = by_meaning(words.text, CHARACTERS - 2 * _LEAST_INDENT)
        widest = max(map(ems, lines))
        indent = max(_LEAST_INDENT, _DATE_INDENT + (date - widest) * BODY_SIZE / CHARACTER / 2)
        yield element(
            "p",
            element(
                "pPr",
                element("pStyle", val=Style.SIGNATURE),
                None if last else element("keepNext"),
                element("spacing", before=twips(2 * PITCH)) if number == 0 else None,
                element("ind", right=twips(indent * CHARACTER)),
            ),
            run("\n".join(lines)),
        )
