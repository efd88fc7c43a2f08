"""S13: characters that none of the program's typefaces has, and characters that the reader's computer seldom has."""

import re
from collections.abc import Iterator
from typing import Final

from model.characters import usual
from model.findings import Finding, Spot
from model.levels import Level
from model.number_fields import BLOT
from model.printable import can_be_printed
from model.prose.passages import Found, by_paragraph
from model.rules.rule import OFFICE, TEXTS, Case, Rule, once

MOST_NAMED: Final = 8
"""Characters named in one message."""
_COMMON: Final = re.compile(f"[ -~\\s{BLOT}\u4e00-\u9fa5，。、；：？！“”‘’（）《》〈〉【】〔〕—…·％～０-９]+")
"""What every text is made of and the faces have whole; only what is outside is looked up in them."""
_SELDOM: Final = 0xFFFF
"""Beyond this code point are the rare characters of names, which many office computers cannot show (GB 18030, level 2)."""


def unprintable(text: str) -> str:
    """Return the characters of a text that no face has, each once, in their order; a radical is printed as a character."""
    return "".join(character for character in _uncommon(text) if not can_be_printed(character))


def seldom_shown(text: str) -> str:
    """Return the characters of a text that are printed here but that other computers seldom have, each once."""
    rare = (character for character in _uncommon(text) if ord(character) > _SELDOM)
    return "".join(character for character in rare if can_be_printed(character))


def _uncommon(text: str) -> dict[str, None]:
    return dict.fromkeys(usual(_COMMON.sub("", text)))


@by_paragraph
def _lacking(paragraph: str) -> Iterator[Found]:
    for characters, says in ((unprintable(paragraph), "W"), (seldom_shown(paragraph), "I")):
        for character in characters:
            place = paragraph.index(character)
            yield Found(place, place + 1, character, says)


def _glyphs(case: Case) -> Iterator[Finding]:
    """S13: told once for each text, at the first of the characters; for the names that are printed, at the cover."""
    names = "".join(case.report.field(name) for name in ("office", "title"))
    for level, characters in ((Level.WARNING, unprintable(names)), (Level.HINT, seldom_shown(names))):
        if characters:
            yield Finding(
                "S13", level, _message(characters, level), page="cover", quote=characters[:MOST_NAMED]
            )
    for section, text in case.texts.items():
        for level in (Level.WARNING, Level.HINT):
            found = [one for one in _lacking(text) if one.says == level.value]
            characters = "".join(dict.fromkeys(one.words for one in found))
            if found:
                spot = Spot(section, found[0].start, found[0].end)
                yield Finding(
                    "S13",
                    level,
                    _message(characters, level),
                    page=section,
                    spot=spot,
                    quote=characters[:MOST_NAMED],
                )


def _message(characters: str, level: Level) -> str:
    named = "、".join(f"“{character}”（U+{ord(character):04X}）" for character in characters[:MOST_NAMED])
    more = f"等 {len(characters)} 个字符" if len(characters) > MOST_NAMED else ""
    if level is Level.WARNING:
        return f"{named}{more}没有可用的字形，打印时会成为“〓”，请换一种写法"
    return f"{named}{more}是生僻字，PDF 中能够显示，导出的 Word、Excel 和网页在别的电脑上可能显示不出，发出前请看一遍"


RULES: Final = (
    Rule(
        "S13",
        Level.WARNING,
        "文字应都能打印",
        once(_glyphs, TEXTS, OFFICE),
        formula="每个字符在程序所带的字体中有字形；基本平面以外的生僻字，提示在别的电脑上可能显示不出",
        source="GB/T 9704—2012：公文用字；GB 18030—2022",
        also=Level.HINT,
    ),
)
