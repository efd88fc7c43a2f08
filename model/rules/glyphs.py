"""S13: characters that none of the program's typefaces has; they would be printed as 〓."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from model.characters import visible
from model.findings import Finding, Level, Spot
from model.number_fields import BLOT
from model.printable import printable
from model.prose.passages import Found, by_paragraph
from model.rules.rule import OFFICE, TEXTS, Case, Rule, once

MOST_NAMED: Final = 8
"""Characters named in one message."""
_COMMON: Final = re.compile(
    f"[ -~\\s{BLOT}\u4e00-\u8a00\u8a02-\u9fa5，。、；：？！“”‘’（）《》〈〉【】〔〕—…·％～０-９]+"
)
"""What every text is made of and the faces have whole; only what is outside is looked up in them."""


def unprintable(text: str) -> str:
    """Return the characters of a text that no face has, each once, in their order."""
    return "".join(
        character
        for character in dict.fromkeys(_COMMON.sub("", visible(text)))
        if ord(character) not in printable()
    )


@by_paragraph
def _lacking(paragraph: str) -> Iterator[Found]:
    for character in unprintable(paragraph):
        place = paragraph.index(character)
        yield Found(place, place + 1, character)


def _glyphs(case: Case) -> Iterator[Finding]:
    """S13: told once for each text, at the first of the characters; for the names that are printed, at the cover."""
    names = unprintable("".join(case.report.field(name) for name in ("office", "title")))
    if names:
        yield Finding("S13", Level.WARNING, _message(names), page="cover", quote=names)
    for section, text in case.texts.items():
        found = list(islice(_lacking(text), 100))
        if found:
            characters = "".join(dict.fromkeys(one.words for one in found))
            spot = Spot(section, found[0].start, found[0].end)
            yield Finding(
                "S13",
                Level.WARNING,
                _message(characters),
                page=section,
                spot=spot,
                quote=characters[:MOST_NAMED],
            )


def _message(characters: str) -> str:
    named = "、".join(f"“{character}”（U+{ord(character):04X}）" for character in characters[:MOST_NAMED])
    more = f"等 {len(characters)} 个字符" if len(characters) > MOST_NAMED else ""
    return f"{named}{more}没有可用的字形，打印时会成为“〓”，请换一种写法"


RULES: Final = (
    Rule(
        "S13",
        Level.WARNING,
        "文字应都能打印",
        once(_glyphs, TEXTS, OFFICE),
        formula="每个字符在程序所带的字体中有字形",
        source="GB/T 9704—2012：公文用字；GB 18030",
    ),
)
