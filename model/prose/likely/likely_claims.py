"""The claims that numbers likely make: counts, what has grown since last year, shares, totals of what was told before."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from model.prose.claim import Claim, Kind, Readings
from model.prose.likely.likely_keys import SHOWN
from model.prose.likely.likely_words import Key, Keys
from model.prose.passages import Squeezed
from model.prose.pieces.subject import split_body
from model.prose.words.claim_words import vocabulary
from model.prose.words.numerals import Quantity
from model.prose.words.tokens import DISPUTES

LIKELY: Final = "likely"
"""The doubt of a claim that the words nearest to its number suggest."""
_MAY_BE: Final = "可能是 · "
_RECEIVED: Final = ("收到申请总数",)
_IN_HAND: Final = ("收到申请总数", "上年结转申请数")
_WHOLES: Final = "办结申请总数 不予公开数 无法提供数 不予处理数 其他处理数 法人或其他组织申请数"
WHOLES: Final = (_RECEIVED, _IN_HAND, *((name,) for name in _WHOLES.split()))
"""What shares of applications are told of."""
_REVIEWS: Final = ("行政复议总数", "行政复议维持数 行政复议纠正数 行政复议其他结果数")
_SUITS: Final = ("行政诉讼总数", "行政诉讼维持数 行政诉讼纠正数 行政诉讼其他结果数")
"""All of them, or those that are over."""
_DISPUTES: Final = (
    *(tuple(names.split()) for names in (*_REVIEWS, *_SUITS)),
    ("行政复议总数", "行政诉讼总数"),
)
_NOT_COUNTED: Final = frozenset({"次", "个", "条"})
"""Units in which applications are seldom counted, and other things often."""
_MOST: Final = 4
"""Numbers that a total adds up."""
_PAIR: Final = 2


class Said(NamedTuple):
    """A number with the place of the words that are quoted with it, and of whom it is told."""

    number: Quantity
    unit: str
    start: int
    end: int
    who: str

    def claims(
        self, code: str, kind: Kind, read: str, readings: Readings, *, back: int = 0, sure: bool = False,
        falls: bool = False, over: Readings = (), parts: tuple[Quantity, ...] = (),
    ) -> Claim:  # fmt: skip
        """Return the claim that it makes."""
        scope, level = split_body(self.who)
        place = (self.number.start, self.number.end - len(self.number.unit))
        return Claim(
            code, self.start, self.end, "", self.number, readings, scope, place, kind, read, sure, back, over, parts,
            falls=falls, doubt=LIKELY, level=level,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Heard:
    """What a number was likely told of, for numbers that go on with it."""

    keys: Keys
    readings: Readings
    code: str
    says: str

    @classmethod
    def of(cls, keys: Keys) -> "Heard | None":
        """Return what the keys tell; nothing where the grammar has no meaning for them."""
        meanings = vocabulary().meanings
        found = [meanings[key.thing][key.name] for key in keys if key.name in meanings.get(key.thing, ())]
        if not found:
            return None
        readings = tuple(dict.fromkeys(reading for meaning in found for reading in meaning.readings))
        if [key.thing for key in keys] == [*DISPUTES] and keys[0].name != "told":
            # 被纠正2件: of reviews, of suits, or of both.
            readings = (*readings, tuple(reading[0] for reading in readings[:_PAIR]))
        return cls(keys, readings, found[0].code, "、".join(dict.fromkeys(meaning.says for meaning in found)))

    def counts_in(self, unit: str) -> bool:
        """Whether the thing is counted so."""
        if not self.keys:
            return True
        if unit in _NOT_COUNTED and any(key.thing == "application" for key in self.keys):
            return False
        return any(unit in vocabulary().units[key.thing] for key in self.keys)

    def or_whole(self, row: Sequence["Heard"]) -> "Heard":
        """Return the same or the whole of the row that it was the last of: what has grown may be either."""
        return replace(self, readings=tuple(dict.fromkeys((*self.readings, *row[0].readings, _RECEIVED))))


def added_up(row: Sequence[Heard]) -> Heard:
    """Return the sum of the last so many numbers of a row, however many."""
    last = row[-_MOST:]
    sums = [
        tuple(dict.fromkeys(name for one in last[-count:] for name in one.readings[0]))
        for count in range(_PAIR, len(last) + 1)
    ]
    return Heard((), tuple(dict.fromkeys(sums)), last[-1].code, "合计")


def count(said: Said, heard: Heard, *, back: int, sure: bool) -> Claim:
    """Return the claim that a number counts what was heard. `sure`: no word beside it is unknown."""
    claim = said.claims(
        heard.code, Kind.COUNT, f"{_MAY_BE}{heard.says}", heard.readings, back=back, sure=sure
    )
    shown = any(key.name == SHOWN for key in heard.keys)
    return claim._replace(doubt=SHOWN) if shown else claim


def growth(said: Said, heard: Heard, *, falls: bool) -> Claim:
    """Return the claim that a number tells what has grown since last year."""
    return said.claims("N13", Kind.GROWTH, f"{_MAY_BE}{heard.says} · 比上年", heard.readings, falls=falls)


def share(said: Said, heard: Heard, parts: tuple[Quantity, ...], row: Sequence[Heard]) -> Claim:
    """Return the claim that a number is the share of what was heard, of the numbers `parts`, or of both last in the row."""
    over = _DISPUTES if any(key.thing in DISPUTES for key in heard.keys) else WHOLES
    both = (added_up(row[-_PAIR:]).readings[0],) if len(row) >= _PAIR else ()
    return said.claims("N8", Kind.SHARE, f"{_MAY_BE}占比", (*heard.readings, *both), over=over, parts=parts)


def rate_of(rate: str, topic: str) -> Heard | None:
    """Return what a rate is the share of: 纠错率 of the disputes spoken of."""
    name = vocabulary().rates.get(rate, "") if topic in DISPUTES else ""
    return Heard.of((Key(topic, name),)) if name else None


def at_home(claim: Claim, plain: Squeezed, sentence: re.Match[str]) -> Claim:
    """Return the claim at its place in the paragraph of its sentence, with its words as they were written."""
    start, end = plain.range(claim.start, claim.end)
    first, last = plain.range(*claim.number)
    by = sentence.start()
    words = sentence[0][start:end]
    return claim._replace(start=start + by, end=end + by, number=(first + by, last + by), words=words)
