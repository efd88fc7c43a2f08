"""Where a text names a person: after the part that he or she plays, or as somebody who sues or asks with others.

The words are data: `resources/words/persons.toml`. 张某某 and 张先生 name nobody.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from model.word_files import words_in

FILE: Final = "words/persons.toml"
_UNNAMED: Final = "(?![某氏甲乙丙丁]|女士|先生|先后)"
_PLACES: Final = (
    "(?![^，。；、]{1,6}(?:、[^，。；、]{1,6}){0,5}等(?:地|[各多几两三四五六七八九十]*[省市县区镇乡村街]))"
)
"""来自黄山、周口等地: names of places begin as those of persons do."""
_CLOSE: Final = '[（(，。；、）)”"]'
_OPEN: Final = '[（(“"：:]'


class _Words(NamedTuple):
    """The patterns that the words make, and the words that begin as a name does."""

    in_part: re.Pattern[str]
    at_law: re.Pattern[str]
    ordinary: tuple[str, ...]


@cache
def _words() -> _Words:
    data = words_in(FILE)
    surnames = "|".join((*data["long_surnames"], f"[{''.join(data['surnames'].split())}]"))
    name = f"(?={surnames}){_PLACES}(?P<name>(?:{surnames}){_UNNAMED}[\u4e00-\u9fff]{{1,2}}?)"
    others = f"(?:、{name.replace('?P<name>', '?:')}){{0,4}}"
    roles, follows = "|".join(data["roles"]), "|".join(data["follows"])
    in_part = f"(?:{roles})(?:为|是)?{_OPEN}?{name}(?={others}(?:{_CLOSE}|{follows}))"
    sues = "诉[^，。；]{1,20}(?:[局厅委镇乡]|政府|街道)"
    with_others = r"等(?:\d+|[二三四五六七八九十]+)[人名]"
    at_law = f"(?:^|(?<=[，。；：、（(“])){name}(?={sues}|{with_others})"
    return _Words(re.compile(in_part), re.compile(at_law), tuple(data["words"]))


def persons(paragraph: str) -> Iterator[tuple[int, int]]:
    """Yield where each name of a person begins and ends."""
    words = _words()
    for pattern in (words.in_part, words.at_law):
        for match in pattern.finditer(paragraph):
            if not match["name"].startswith(words.ordinary):
                yield match.span("name")
