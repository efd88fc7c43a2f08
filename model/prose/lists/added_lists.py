"""What may be the list of a total, whatever words open it: 发布信息95条，网站64条（动态60条，公告4条）；公众号31条.

Numbers that make up one of the others are its own list, and none of the total's.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, takewhile
from typing import Final, NamedTuple

from model.pattern import Pattern
from model.prose.lists.asides import end_of_aside, own_words_at, without_asides
from model.prose.lists.counted_lists import Number
from model.prose.words.claim_words import vocabulary
from model.prose.words.numerals import PAPERS

_LONGEST_ITEM: Final = 80
"""Characters between two numbers of a list."""
_OPENING: Final = 60
"""Characters between a total and the first number of its list."""
_NAMED: Final = 12
"""Characters before a total in which it is named what it counts."""
_SO_FAR: Final = "累计"
"""Told of a total it may be told of its parts as well."""
_LONG_LIST: Final = 4
_PAIR: Final = 2
_ENDS: Final = ("。", "）", "")
_PAUSES: Final = Pattern("[，,;:。（）]")


class Row(NamedTuple):
    """Numbers of one level behind a total.

    `opened`: a word opens them as its list. `closed`: they are all there is, since the last is all others, a bracket ends
    with it, the total is divided, or each is a way in which applications came. `stopped`: they end where the sentence does,
    and not only where something else is counted.
    """

    parts: tuple[Number, ...]
    opened: bool
    closed: bool
    leaves_out: bool
    stopped: bool

    @property
    def counts(self) -> list[int]:
        """Its numbers."""
        return [part.count for part in self.parts]

    @property
    def units(self) -> set[str]:
        """The units in which its numbers are counted."""
        return {part.quantity.unit for part in self.parts} - {""}

    @property
    def is_even(self) -> bool:
        """Whether it is long and all of one unit, or of papers."""
        return len(self.parts) > _LONG_LIST and (len(self.units) == 1 or self.units <= PAPERS)


class _Item(NamedTuple):
    """A number of a row with the words before it, the end of what belongs to it, and the numbers behind."""

    number: Number
    words: str
    end: int
    behind: Sequence[Number]


def rows_behind(text: str, whole: Number, behind: Sequence[Number]) -> Iterator[Row]:
    """Yield what may be the list of a total: the bracket right behind it, and what stands on its own level, to each stop."""
    if not behind:
        return
    if behind[0].depth > whole.depth:
        inner = takewhile(lambda number: number.depth > whole.depth, behind)
        yield from _to_stops(text, whole, [one for one in inner if one.depth == behind[0].depth])
    same = takewhile(lambda number: number.depth >= whole.depth, behind)
    yield from _to_stops(text, whole, [one for one in same if one.depth == whole.depth])
    yield from _in_like_brackets(text, whole, behind)


def _in_like_brackets(text: str, whole: Number, behind: Sequence[Number]) -> Iterator[Row]:
    """总数500条（原创120条），网站300条（原创80条），公众号200条（原创40条）: the same told of a total and each of its parts."""
    start = text.rfind("（", 0, whole.quantity.start)
    if not whole.depth or start < 0:
        return
    words = text[start : whole.quantity.start]
    stop = text.find("。", whole.quantity.end)
    parts = tuple(
        one
        for one in behind
        if text.endswith(words, 0, one.quantity.start) and (stop < 0 or one.quantity.start < stop)
    )
    alike = all(one.is_exact and one.quantity.unit == whole.quantity.unit for one in parts)
    if len(parts) >= _PAIR and alike and len(words) > 1:
        ends = text[text.find("）", parts[-1].quantity.end) + 1 :][:1] in _ENDS
        yield Row(parts, opened=True, closed=False, leaves_out=False, stopped=ends)


def _to_stops(text: str, whole: Number, level: Sequence[Number]) -> Iterator[Row]:
    known = vocabulary().passages
    items: list[_Item] = []
    for item in _items(text, whole, level):
        items.append(item)
        first, parts = items[0], tuple(one.number for one in items)
        stopped = _stops(text, first.number.quantity.end, item)
        if len(parts) >= _PAIR and (stopped or _counts_otherwise(parts, item.behind)):
            opened = first.number.depth > whole.depth or known["sum_opens"].search(first.words) is not None
            closed = _leaves_nothing_out(text, whole, items)
            own = first.words[own_words_at(first.words, 0, len(first.words)) :]
            leaves_out = known["list_leaves_out"].search(own) is not None
            yield Row(parts, opened, closed, leaves_out, stopped)


def _items(text: str, whole: Number, level: Sequence[Number]) -> Iterator[_Item]:
    """The numbers of a level, up to one that the words before it tell to be of something else."""
    known = vocabulary().passages
    row, place, longest = list(level), whole.quantity.end, _OPENING
    so_far = _SO_FAR in _PAUSES.split(text[max(0, whole.quantity.start - _NAMED) : whole.quantity.start])[-1]
    while row:
        number = row.pop(0)
        words = without_asides(text[place : number.quantity.start])
        words = known["list_sums_up"].sub("", words) if place == whole.quantity.end else words
        words = words.replace(_SO_FAR, "") if so_far else words
        if longest == _OPENING and known["sum_asides"].search(words):
            place = number.quantity.end
            continue
        other = known["sum_breaks"].search(words) or known["list_results"].search(words)
        if other or not number.is_exact or len(words) > longest or words.count("。") > 1:
            return
        nested = _nested(text, number, row)
        del row[: len(nested)]
        place, longest = (nested[-1] if nested else number).quantity.end, _LONGEST_ITEM
        yield _Item(number, words, place, tuple(row))


def _nested(text: str, whole: Number, behind: Sequence[Number]) -> Sequence[Number]:
    """The numbers right behind another that make it up: 网站64条，其中动态60条，公告4条."""
    opens = vocabulary().passages["sum_opens"]
    if not behind or not opens.search(text, whole.quantity.end, behind[0].quantity.start):
        return ()
    sums = list(accumulate(number.count for number in behind))
    count = next((n for n, total in enumerate(sums, 1) if total >= whole.count), 0)
    return behind[:count] if count >= _PAIR and sums[count - 1] == whole.count else ()


def _stops(text: str, first: int, last: _Item) -> bool:
    """Whether a list may end here: at a stop that does not part its numbers, or where no further one stands before it."""
    stop = text.find("。", last.end)
    stop = stop if stop >= 0 else len(text)
    end = end_of_aside(text, last.end)
    mark = text[end : end + 1]
    ends = mark in _ENDS or (mark == ";" and ";" not in text[first : last.end])
    return ends or not last.behind or last.behind[0].quantity.start > stop


def _leaves_nothing_out(text: str, whole: Number, items: Sequence[_Item]) -> bool:
    known = vocabulary().passages
    first, last = items[0], items[-1]
    return (
        known["list_closes"].search(last.words) is not None
        or known["sum_divides"].search(first.words) is not None
        or known["sum_pair"].fullmatch(f"{first.words}{last.words}") is not None
        or _fills_bracket(text, whole, last)
        or _tells_ways(text, whole, items)
    )


def _fills_bracket(text: str, whole: Number, last: _Item) -> bool:
    """Whether a list stands in a bracket right behind its total, and nothing else does: 建议提案13件（建议5件，提案8件）."""
    inside = last.number.depth > whole.depth and text[last.end : last.end + 1] == "）"
    return inside and text[whole.quantity.end : whole.quantity.end + 1] == "（"


def _tells_ways(text: str, whole: Number, items: Sequence[_Item]) -> bool:
    """Whether each number is of a way in which applications came, and their total of none: 网上申请9件，当面申请2件."""
    start = whole.quantity.start
    named = text[max(0, start - _NAMED) : start]
    way = vocabulary().passages["way"]
    is_one_itself = way.search(_PAUSES.split(named)[-1]) is not None
    return "申请" in named and not is_one_itself and all(way.search(one.words) for one in items)


def _counts_otherwise(parts: Sequence[Number], behind: Sequence[Number]) -> bool:
    """Whether something else is counted from here on: 动态60条，公告4条，在线访谈5期."""
    units = {part.quantity.unit for part in parts}
    return len(units) == 1 and bool(behind) and behind[0].quantity.unit not in units
