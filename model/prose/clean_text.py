"""Words that come in made clean: usual characters, full-width punctuation, no stray spaces, one paragraph a line."""

import re
from typing import Final

from model.characters import BLANKS, usual
from model.pattern import Pattern

_CHINESE: Final = r"[\u3400-\u9fff\uf900-\ufaff（）《》“”‘’、，。；：？！]"
_WIDE: Final = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_BLANKS: Final = Pattern(f"[\\t{BLANKS}]+")
_NUMBERED: Final = Pattern(
    rf"^[\t{BLANKS}]*[（(]?(?:[一二三四五六七八九十]+|\d{{1,2}})[）)、.．]?[{BLANKS}]*\t"
)
"""The number of a heading with the gap behind it, as Word copies a list."""
_NEXT_CELL: Final = Pattern(rf"(?<=[\w％%）)”》])[{BLANKS}]*\t[\t{BLANKS}]*(?=[\w（(“《])")
"""Between two cells of a table row; a tab behind a stop is only a gap."""
_AROUND_CHINESE: Final = Pattern(rf"(?<={_CHINESE}) (?=\S)|(?<=\S) (?={_CHINESE})")
_PUNCTUATION: Final = Pattern(rf"(?<={_CHINESE})([,;:?!])|(?<=[0-9A-Za-z%％])([,;:?!])(?={_CHINESE})")
_FULL_STOP: Final = Pattern(rf"(?<={_CHINESE})\.(?=\s|$)")
_BRACKETS: Final = Pattern(r"\(([^()\n]*[\u3400-\u9fff][^()\n]*)\)")
_LEVEL_ONE: Final = Pattern(r"^([一二三四五六七八九十]+)[，,.．](?=\S)")
_LEVEL_THREE: Final = Pattern(r"^(\d{1,2})[、．](?=[\u3400-\u9fff])")


def clean(text: str) -> str:
    """Return text from elsewhere, or of an earlier year, as an official document has it; numbering comes out as 一、（一）1."""
    lines = (_clean_line(line) for line in re.split(r"[\r\n\u2028\u2029\v\f]+", usual(text)))
    return "\n".join(line for line in lines if line)


def _clean_line(line: str) -> str:
    gap = _NUMBERED.search(line)
    number = gap[0].strip() if gap is not None else ""
    words = number + _NEXT_CELL.sub("，", line[gap.end() if gap is not None else 0 :])
    words = _BLANKS.sub(" ", words).strip()
    words = _AROUND_CHINESE.sub("", words)
    words = _BRACKETS.sub(r"（\1）", words)
    words = _PUNCTUATION.sub(_widened, words)
    words = _FULL_STOP.sub("。", words)
    words = _LEVEL_ONE.sub(r"\1、", words)
    return _LEVEL_THREE.sub(r"\1.", words)


def _widened(match: re.Match[str]) -> str:
    return _WIDE[match[0]]
