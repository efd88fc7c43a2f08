"""Where a text names an office as the one that the report is of, and whether that can be the report's own.

An office that is asked, decides, helps or is compared with has its place in a report. One that stands where only the own
office does has come with the words of another report. The words are data: `resources/words/copied.toml`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from model.prose.labels import LABEL, NUMBER_OF_YEAR
from model.prose.passages import Found, by_paragraph
from model.word_files import whole_words, words_in

FILE: Final = "words/copied.toml"
PUBLISHED: Final = "published"
"""`Found.says` of the office whose report a preamble makes public."""
_YEAR: Final = rf"(?:{NUMBER_OF_YEAR}\s*+年?\s*+度?)?"
_WHEN: Final = (
    rf"(?:(?:{NUMBER_OF_YEAR}\s*+年\s*+度?|全年|今年(?:以来)?|当年|年内|本年度?|一年来)\s*+[，,]?\s*+)?"
)
"""Blanks are taken whole: several runs of them would be tried in every way that a long gap can be parted."""
_ASIDE: Final = re.compile(r"[（(][^（）()]*[）)]|\s")
_GOVERNMENT: Final = "government"
_JOINED: Final = re.compile("以?及|[和与、]")


class _Words(NamedTuple):
    """The patterns that the words make, and the words that tell one office from another."""

    published: re.Pattern[str]
    answering: re.Pattern[str]
    acting: re.Pattern[str]
    title: re.Pattern[str]
    place: re.Pattern[str]
    steps: Mapping[str, str]
    kinds: Mapping[str, str]
    selves: tuple[str, ...]
    short: Mapping[str, str]


@cache
def _words() -> _Words:
    data = words_in(FILE)
    with whole_words():
        words = data["words"]
        steps, kinds = _told_by_ends(data["places"]), _told_by_ends(data["ends"])
        place, end = _any(steps), _any(kinds)
        public, report = _any(words["makes_public"]), words["report"]
        name = rf"(?P<name>(?:(?!{public}|政府信息公开|政务公开)[\u4e00-\u9fff]){{2,28}}?)"
        placed = rf"(?P<name>[\u4e00-\u9fff]{{1,8}}?(?:{place})[\u4e00-\u9fff]{{0,14}}?(?:{end}))"
        town = rf"(?P<town>[\u4e00-\u9fff]{{1,8}}?(?:{_any(data['places']['town'])}))"
        rooms = rf"(?:[\u4e00-\u9fff]{{0,8}}?(?:{_any(words['rooms'])}))?"
        return _Words(
            re.compile(rf"(?:{public})[《“]?{_YEAR}{name}{_YEAR}{report}"),
            re.compile(
                rf"(?:{_any(words['answers'])}){placed}{rooms}(?:{_any(words['answering'])})"
                rf"|(?:{words['asks']}){placed.replace('<name>', '<asked>')}"
            ),
            re.compile(
                rf"(?:^|(?<=[。；]))\s*+(?:{LABEL})?+\s*+{_WHEN}(?!{_any(words['beside'])}|现?(?:{public}))(?:{placed}|{town}){_YEAR}[，,]?(?:{_any(words['does'])})(?![^。；]*?(?:{words['own']}))"
            ),
            re.compile(rf"^{_YEAR}{name}{_YEAR}{report}"),
            re.compile(rf"[\u4e00-\u9fff]{{1,8}}?(?:{place})"),
            steps,
            kinds,
            tuple(words["selves"]),
            dict(data["short"]),
        )


def _told_by_ends(lists: Mapping[str, Sequence[str]]) -> Mapping[str, str]:
    """End of a name → what it tells, the longest end first: 政府办公室 before 政府."""
    told = {end: kind for kind, ends in lists.items() for end in ends}
    return dict(sorted(told.items(), key=_length, reverse=True))


def _length(item: tuple[str, str]) -> int:
    return len(item[0])


def _any(words: Iterable[str]) -> str:
    """The pattern of any of these words, the longest tried first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


@by_paragraph
def offices_of_preamble(paragraph: str) -> Iterator[Found]:
    """Yield the offices that a preamble names as those whose report it opens, or who answer for it."""
    words = _words()
    for pattern, says in ((words.published, PUBLISHED), (words.answering, "answering")):
        for match in pattern.finditer(paragraph):
            group = "name" if match["name"] else "asked"
            yield Found(*match.span(group), match[group], says)


@by_paragraph
def offices_acting(paragraph: str) -> Iterator[Found]:
    """Yield the offices that begin a sentence which tells what the report's own office does."""
    for match in _words().acting.finditer(paragraph):
        group = "name" if match["name"] else "town"
        yield Found(*match.span(group), match[group], "acting")


def office_of_title(title: str) -> str:
    """Return the office that a report's title names, "" where it names none."""
    match = _words().title.search(title)
    return match["name"] if match else ""


@lru_cache(maxsize=256)
def is_other(own: str, name: str) -> bool:
    """Whether a name is an office's, and neither the own one's nor a part or a shorter form of it."""
    if not own or name.startswith(_words().selves) or not (_kind(name) or _places(name)):
        return False
    names = _JOINED.split(name)
    if len(names) > 1 and all(map(_kind, names)):
        # 市政府及市政府办公室: each is named by itself.
        return all(is_other(own, each) for each in names)
    one, other = _shortened(own), _shortened(name)
    return not (_is_within(one, other) or _is_within(other, one))


@lru_cache(maxsize=256)
def is_peer(own: str, name: str) -> bool:
    """Whether a name is another office's of the own kind on the own step: one of a superior or of a part is told of."""
    if not is_other(own, name) or (_kind(name) or _GOVERNMENT) != (_kind(own) or _GOVERNMENT):
        return False
    ours, theirs = _places(own), _places(name)
    return bool(ours and theirs) and _step(ours[-1]) == _step(theirs[-1])


def _kind(name: str) -> str:
    """What kind of office a name ends as, "" for none."""
    plain = _ASIDE.sub("", name)
    return next((kind for end, kind in _words().kinds.items() if plain.endswith(end)), "")


def _places(name: str) -> Sequence[str]:
    """The places that a name begins with, each within the one before."""
    found: list[str] = []
    at = 0
    while match := _words().place.match(name, at):
        found.append(match[0])
        at = match.end()
    return found


def _step(place: str) -> str:
    return next(step for end, step in _words().steps.items() if place.endswith(end))


def _shortened(name: str) -> str:
    plain = _ASIDE.sub("", name)
    for long, short in _words().short.items():
        plain = plain.replace(long, short)
    return plain


def _is_within(part: str, whole: str) -> bool:
    """Whether the characters of one name stand in the other, in order: 县审批局 in 云溪县行政审批服务局."""
    rest = iter(whole)
    return all(character in rest for character in part)
