"""How LibreOffice fills the lines of a paragraph: which face a character gets, where room is added, where lines end.

It parts a text into stretches of one script. Inside a stretch all characters are tracked, the last one is not; between
a Chinese and a Western one that meet in letters or digits stands a fifth of the size. Where a line overflows in Chinese
it ends before what overflows, unless marks forbid it; in Western text where Unicode's rules let it. Seen in some
thousand paragraphs set by LibreOffice 7.4.
"""

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import pairwise
from typing import Final

from export.official import BODY_SIZE
from export.typeset.breaks import SPACES, clean
from export.typeset.faces import OWN_DIGITS, Style
from export.typeset.fonts import FontBook
from export.typeset.lines import Span
from export.word.filled_lines import FilledLines, Joint

_AIR: Final = BODY_SIZE / 5
_NO_START: Final = frozenset("!%),.:;>?]}¢¨°·ˇˉ―‖’”‰′″›∶、。〃〉》」』】〕〗〞！＂＇），．：；？］｀｜｝￠")
"""Marks of Chinese text that begin no line, and those that end none; a dash, an ellipsis and ℃ are not among them."""
_NO_END: Final = frozenset("$([{£¥‘“〈《「『【〔〖〝＄（．［｛￡￥")
_CLOSED: Final = frozenset("，。、）》」』】〉〕〗…”’")
"""A Western character stands with one of these before it (UAX 14, classes CL and QU); not so with ： and ；."""
_OPENING: Final = frozenset("([{“‘《〈「『【〔〖（［｛")
_NOT_BEFORE: Final = frozenset("!%),.:;>?]}”’…‰℃、。〉》」』】〕〗！％），．：；？］｝/·")
_EITHER: Final = frozenset("\"'")
"""Marks that stand with what is before them and with what is after them."""
_PARTED_FROM_CLOSED: Final = frozenset("&([{$£¥")
_SIGNS: Final = frozenset("￥$#£¥")
_WESTERN_ENDS: Final = 0x0590
_LATER_WESTERN: Final = (range(0x1E00, 0x2000), range(0x2160, 0x2189))
_CHINESE: Final = (
    range(0x2E80, 0xD800),
    range(0xF900, 0xFB00),
    range(0xFE30, 0xFE50),
    range(0xFF00, 0xFFF0),
    range(0x20000, 0x40000),
)


class _Script(Enum):
    CHINESE = auto()
    WESTERN = auto()


def filled_in_libreoffice(spans: Sequence[Span], book: FontBook) -> FilledLines:
    """Return the paragraph as LibreOffice fills lines with it. Raises FaceUnusable."""
    styles = [span.style for span in spans for _ in clean(span.text)]
    text = "".join(clean(span.text) for span in spans)
    scripts = list(_scripts(text))
    widths = [
        book.sort(character, _style(style, script)).width * BODY_SIZE / 1000
        for character, style, script in zip(text, styles, scripts, strict=True)
    ]
    stretches = list(zip(scripts, styles, strict=True))
    joints = [
        _joint(text[at : at + 2], before == after, before[0] is after[0])
        for at, (before, after) in enumerate(pairwise(stretches))
    ]
    return FilledLines(text, widths, [*joints, Joint(0.0, tracked=False)], _ends(text, scripts))


def _script(character: str) -> _Script | None:
    """The script of a character; None for spaces, quotation marks, dashes and signs, which go with what is before."""
    code = ord(character)
    if character in " \u00a0":
        return None
    if code < _WESTERN_ENDS or any(code in part for part in _LATER_WESTERN):
        return _Script.WESTERN
    return _Script.CHINESE if any(code in part for part in _CHINESE) else None


def _scripts(text: str) -> Iterator[_Script]:
    found = list(map(_script, text))
    last = next((script for script in found if script), _Script.CHINESE)
    for script in found:
        last = script or last
        yield last


def _style(style: Style, script: _Script) -> Style:
    return Style.LATIN if script is _Script.WESTERN and style not in OWN_DIGITS else style


def _joint(pair: str, one_stretch: bool, one_script: bool) -> Joint:
    air = _AIR if not one_script and pair[0].isalnum() and pair[1].isalnum() else 0.0
    return Joint(air, tracked=one_stretch)


def _ends(text: str, scripts: Sequence[_Script]) -> list[int]:
    return [_end(text, scripts, over) for over in range(len(text))]


def _end(text: str, scripts: Sequence[_Script], over: int) -> int:
    """Where the line ends whose first character too many is the one at `over`; 0 where nothing lets it end."""
    at = over
    if scripts[over] is _Script.CHINESE:
        while at > 0 and (text[at] in _NO_START or text[at - 1] in _NO_END):
            at -= 1
        before_western = at < over and scripts[at] is _Script.WESTERN
        if not (at > 0 and (scripts[at - 1] is _Script.WESTERN or before_western)):
            return at
    elif text[at - 1] == "/":
        at -= 1
    while at > 0 and not _may_part(text, at):
        at -= 1
    return at


def _may_part(text: str, at: int) -> bool:
    """Whether a line may end before the character at this place, as far as Western text is concerned."""
    before, after = text[at - 1], text[at]
    if after in SPACES or before == " ":
        return before == " "
    if after in _NOT_BEFORE | _EITHER or before in _OPENING | _EITHER or before == after == "—":
        return False
    western = _script(after) is _Script.WESTERN
    if before in _CLOSED and western:
        return after in _PARTED_FROM_CLOSED and before not in "”’"
    if before in _SIGNS and after.isdigit():
        return False
    if western and _script(before) is _Script.WESTERN:
        return _may_part_word(text, at)
    return True


def _may_part_word(text: str, at: int) -> bool:
    """Whether a number, word or address may be parted here: after its hyphens, slashes and question marks."""
    before, after = text[at - 1], text[at]
    number = after.isdigit() and text[at - 2 : at - 1].isdigit()
    return before == "-" or (before in "/?" and after not in "/?&" and not (before == "/" and number))
