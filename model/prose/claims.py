"""What a report's words claim about its tables: numbers with their nouns, found in official prose.

A number counts only with its noun and unit, and only where it speaks of this office and this year: what is told of
other years, of a quarter, of other offices, of a part ("其中…") or of hotlines, letters and petitions is passed over.
A false alarm costs more trust than a miss, so whatever can be read in two ways is passed over as well.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import islice
from typing import Final, TypeAlias

from model.prose.claim_words import (
    APPLICANTS,
    CARRIED,
    COMPARED,
    EVERYBODY,
    KEYWORDS,
    NO_APPLICATIONS,
    NO_DISPUTE,
    NO_DISPUTES,
    OTHER_BUSINESS,
    OTHER_OFFICES,
    OTHER_PERIOD,
    OTHERS_WORK,
    OWN_OFFICE,
    SHARE,
    SHARED,
    TOPICS,
    WHOLE_AREA,
    WHOLE_YEAR,
    YEAR,
    Topic,
)
from model.prose.numerals import Quantity, quantities
from model.prose.passages import Squeezed, paragraphs, sentences, squeezed

MOST: Final = 200
"""Numbers read in one paragraph, and denials: more stand in no report that people read."""
LONGEST: Final = 600
"""Characters of the longest sentence that is read for what it denies."""
_REACH: Final = 100
"""How far back in its sentence a number's noun is looked for."""
_BEHIND: Final = 24
_ENDS: Final = "。;!?"
_LAST_CLAUSE: Final = re.compile(r".*[,:（）、]", re.DOTALL)
_NEXT_END: Final = re.compile("[。;!?]")

_WORDS: Final = tuple(sorted({word for topic in TOPICS for word in topic.words}))
_UNITS: Final = frozenset(unit for topic in TOPICS for unit in topic.units) | {"%"}
_NONE: Final = re.compile("[未无]|没有")
_DENIALS: Final = (("申请", NO_APPLICATIONS), ("行政", NO_DISPUTES))

_CARRIED_IN: Final = re.compile(r"^[^。;]{0,30}上(?:一)?年度?结转")
_ANSWERED: Final = re.compile("答复|办结")

Readings: TypeAlias = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """Words from `start` to `end` of a text that tell a number of the tables.

    `code` is the rule that compares them, `readings` the ways to read them: each the names of number fields to add up.
    For a share (N8) a reading names the part and then the whole. `scope` tells of whom: "area" of 全市, 全县 and the
    like, "office" of the government's own office, "" of whoever reports. `number` is where the number stands without
    its unit; no place where it is told in other words ("未收到申请").
    """

    code: str
    start: int
    end: int
    words: str
    quantity: Quantity
    readings: Readings
    scope: str = ""
    number: tuple[int, int] = (0, 0)

    def moved(self, by: int) -> "Claim":
        """Return the same claim as it stands in a longer text."""
        first, last = self.number
        number = (first + by, last + by) if last else self.number
        return replace(self, start=self.start + by, end=self.end + by, number=number)


@dataclass(frozen=True, slots=True)
class _Place:
    """A number amid its sentence: what stands before it, what behind it, and what the paragraph is about."""

    quantity: Quantity
    head: str
    tail: str
    about: bool
    disputes: bool


@lru_cache(maxsize=64)
def claims_in(text: str, year: int, section: str = "") -> tuple[Claim, ...]:
    """Return the claims that a text of a report on `year` makes. `section` is the id of the text's section."""
    found: list[Claim] = []
    about = section in ("applications", "disputes", "requests")
    for start, words in paragraphs(text):
        claims = _claims(words, year, about, section == "disputes")
        found += [claim.moved(start) for claim in claims]
        about = "信息公开" in words or "依申请" in words
    return tuple(found)


@lru_cache(maxsize=4096)
def _claims(paragraph: str, year: int, about: bool, disputes: bool) -> tuple[Claim, ...]:
    plain = squeezed(paragraph)
    if not KEYWORDS.search(plain.words):
        return ()
    about = about or "信息公开" in plain.words or "依申请" in plain.words
    claims = [
        *_counted(plain.words, year, about, disputes),
        *islice(_denied(plain.words, year), MOST),
    ]
    return tuple(
        _restored(claim, plain, paragraph) for claim in sorted(claims, key=lambda claim: claim.start)
    )


def _restored(claim: Claim, plain: Squeezed, paragraph: str) -> Claim:
    """The claim at its place in the paragraph as it was written."""
    start, end = plain.range(claim.start, claim.end)
    number = plain.range(*claim.number) if claim.number[1] else claim.number
    return replace(claim, start=start, end=end, words=paragraph[start:end], number=number)


def _counted(text: str, year: int, about: bool, disputes: bool) -> Iterator[Claim]:
    words = [word for word in _WORDS if word in text]
    for quantity in islice(quantities(text), MOST) if words else ():
        if quantity.unit not in _UNITS:
            continue
        start = max(0, quantity.start - _REACH)
        start = max(start, *(text.rfind(mark, start, quantity.start) + 1 for mark in _ENDS))
        head = text[start : quantity.start]
        tail = _NEXT_END.split(text[quantity.end : quantity.end + _BEHIND], maxsplit=1)[0]
        place = _Place(quantity, head, tail, about, disputes)
        claim = _share(place) if quantity.unit == "%" else _count(place, words, year)
        if claim is not None and _of_this_office_and_year(head, year):
            yield replace(claim, scope=_scope(head))


def _of_this_office_and_year(head: str, year: int) -> bool:
    words = WHOLE_YEAR.sub("", CARRIED.sub("", head))
    if any(int(named) != year for named in YEAR.findall(words)):
        return False
    if OTHER_PERIOD.search(words) or OTHERS_WORK.search(words):
        return False
    return not OTHER_OFFICES.search(words) or bool(WHOLE_AREA.search(words))


def _scope(head: str) -> str:
    if WHOLE_AREA.search(head):
        return "area"
    return "office" if OWN_OFFICE.search(head) else ""


def _count(place: _Place, words: Sequence[str], year: int) -> Claim | None:
    around = f"{place.head}\n{place.tail}"
    present = {word for word in words if word in around}
    if not present:
        return None
    unit = place.quantity.unit
    fitting = [
        topic
        for topic in TOPICS
        if not present.isdisjoint(topic.words) and unit in topic.units and _may_stand(topic, place)
    ]
    for topic in fitting:
        match = topic.before.search(place.head)
        if match is not None and _means(topic, match, match[0], place, year):
            readings = _readings(topic, match[0], place.tail)
            return _claim(topic.code, place, len(place.head) - match.start(), 0, readings)
    for topic in fitting:
        lead = topic.lead.search(place.head) if topic.lead else None
        after = topic.after.search(place.tail) if topic.after else None
        if lead is not None and after is not None and _means(topic, after, lead[0] + after[0], place, year):
            readings = _readings(topic, lead[0], place.tail)
            return _claim(topic.code, place, len(place.head) - lead.start(), after.end(), readings)
    return None


def _readings(topic: Topic, words: str, tail: str) -> Readings:
    """The topic's readings, and those that the words around open: 含上年结转, 受理并答复."""
    readings = topic.readings
    if topic.code == "N1" and "新收" not in words and _CARRIED_IN.search(tail):
        readings = (*readings, ("收到申请总数", "上年结转申请数"))
    if topic.code == "N1" and _ANSWERED.search(words):
        readings = (*readings, ("办结申请总数",))
    return readings


def _may_stand(topic: Topic, place: _Place) -> bool:
    """Whether the topic may be told here at all: of a part, outside a passage on applications or on disputes."""
    if "其中" in place.head and not topic.part and "新收" not in place.head.rpartition("其中")[2]:
        return False
    if topic.about and not place.about:
        return False
    return topic.code != "N6" or place.disputes or "信息公开" in place.head or "依申请" in place.head


def _means(topic: Topic, match: re.Match[str], words: str, place: _Place, year: int) -> bool:
    """Whether the words name what the topic is about, and not something like it."""
    named = next((value for value in match.groupdict().values() if value), None)
    if named is not None and int(named) != year + topic.year:
        return False
    around = EVERYBODY.sub("", words)
    if topic.code == "N1":
        whole = "信息公开" in words or "依申请" in words or "公开申请" in words
        if not whole and not re.fullmatch(r"\D{2,3}(?:各类|书面|有效|的)*申请\D*", around):
            return False
        around = EVERYBODY.sub("", place.head.removesuffix(words))
        around = _LAST_CLAUSE.sub("", around) + EVERYBODY.sub("", words) + place.tail[:4]
    if topic.code in ("N3", "N6", "N7"):
        around = _LAST_CLAUSE.sub("", place.head) + words
    elif topic.code == "N5":
        around = EVERYBODY.sub("", place.head)[-_BEHIND:] + words
    return not (topic.unless and topic.unless.search(around))


def _share(place: _Place) -> Claim | None:
    match = SHARE.search(place.head) if place.about else None
    subjects = list(SHARED.finditer(place.head)) if match else []
    if match is None or not subjects or subjects[-1].start() > match.start():
        return None
    subject = subjects[-1]
    if place.head[: subject.start()].endswith(("和", "及", "与", "或", "、")):
        return None
    words = place.head[subject.start() :]
    if COMPARED.search(words) or OTHER_BUSINESS.search(place.head):
        return None
    if subject[0] in APPLICANTS:
        readings: Readings = ((APPLICANTS[subject[0]], "收到申请总数"),)
    else:
        part = f"{subject[0]}数"
        readings = ((part, "办结申请总数"), (part, "收到申请总数"), (part, "收到申请总数", "上年结转申请数"))
    return _claim("N8", place, len(words), 0, readings)


def _claim(code: str, place: _Place, before: int, after: int, readings: Readings) -> Claim:
    quantity = place.quantity
    number = (quantity.start, quantity.end - len(quantity.unit))
    return Claim(code, quantity.start - before, quantity.end + after, "", quantity, readings, number=number)


def _denied(text: str, year: int) -> Iterator[Claim]:
    """What is told to have been none at all: no application, no review, no suit."""
    for start, sentence in sentences(text) if _NONE.search(text) else ():
        patterns = _DENIALS if len(sentence) <= LONGEST and _NONE.search(sentence) else ()
        for pattern in (pattern for word, pattern in patterns if word in sentence):
            for match in pattern.finditer(sentence):
                if not _of_this_office_and_year(sentence[: match.start()], year):
                    continue
                place = (start + match.start(), start + match.end())
                none = Quantity(*place, Decimal(0), Decimal(0), "件")
                scope = _scope(sentence[: match.end()])
                for code, name in _none_of(match):
                    yield Claim(code, *place, "", none, ((name,),), scope)


def _none_of(match: re.Match[str]) -> Iterator[tuple[str, str]]:
    if match.re is NO_APPLICATIONS:
        if "申请" in match[0]:
            yield "N9", "收到申请总数"
    elif not NO_DISPUTE.search(match[0]) and ("信息公开" in match[0] or "依申请" in match[0]):
        if match["review"]:
            yield "N6", "行政复议总数"
        if match["suit"]:
            yield "N6", "行政诉讼总数"
