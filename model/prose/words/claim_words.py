"""The words in which official prose tells the numbers of the tables: `resources/words/claims.toml`, read once.

One pattern finds a word at each place of a sentence. It sees sentences without spaces, with narrow digits and commas.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Final, TypeAlias

from model.prose.words.shapes import filled, one_of, shapes
from model.word_files import whole_words, words_in

FILE: Final = "words/claims.toml"

Reading: TypeAlias = tuple[str, ...]
"""Names of number fields to add up; 不予公开数×自然人申请数 is the cells where the row of one crosses the column of the other."""
CROSS: Final = "×"

PLAIN: Final = (
    "thing", "action", "outcome", "result", "applicant", "part", "row", "who", "unknown", "deed", "time", "compare",
    "relation", "filler",
)  # fmt: skip
"""Parts of the file that hold plain words."""
_BY_SHAPE: Final = ("application", "review", "suit")
"""Things that the pattern finds: their words go on (申请书, 复议案件) or are part of others (复议机关)."""
_PARTS: Final = {"row": "part"}
"""A row of table 三 is one of its parts."""
_BODIES: Final = ("legal", "enterprise", "research", "nonprofit", "legal_service")


class Group(StrEnum):
    """Words of the file with a part of their own in the grammar; the file says which."""

    ADDED = "added"
    BOUNDS = "bounds"
    SHOWN = "shown"
    LEFT_OVER = "left_over"
    EXCEPT = "except"
    BUT = "but"
    OTHERS = "others"
    REMAINING = "remaining"
    OTHER_KINDS = "other_kinds"
    PUBLISHED = "published"
    NEW = "new"
    INSIDE = "inside"
    ALREADY = "already"
    GRIEVANCE = "grievance"
    ANSWERED = "answered"
    CAUSE = "cause"
    CAUSES = "causes"
    LED_TO = "led_to"
    REASONS = "reasons"
    CLOSING = "closing"
    AND_SO_ON = "and_so_on"
    AND_OTHERS = "and_others"
    YEAR_ON_YEAR = "year_on_year"
    COMPARES = "compares"
    MEASURES = "measures"
    YEAR_BEGINS = "year_begins"
    UP_TO = "up_to"
    UNDONE = "undone"
    WRITTEN = "written"
    WAYS_IN_LISTS = "ways_in_lists"
    ELIDED = "elided"
    IS = "is"
    REGISTERED = "registered"
    CLEARED = "cleared"
    SENT_IN = "sent_in"
    LATE = "late"
    BY_WAY = "by_way"
    ANSWERED_IN_PUBLIC = "answered_in_public"
    LAPSED = "lapsed"
    VALID = "valid"
    STOCK = "stock"
    JOINS = "joins"
    EACH = "each"
    COURTS = "courts"
    OTHER_WAYS = "other_ways"
    RECEIVING_WAYS = "receiving_ways"
    UNSETTLED = "unsettled"
    ABOUT_WHAT = "about_what"
    SEEN = "seen"
    SCREENED = "screened"
    MERGED = "merged"
    GIVEN_UP = "given_up"
    SAME_YEAR = "same_year"
    NEWLY_COME = "newly_come"
    MOSTLY = "mostly"
    FIRST_OF_ALL = "first_of_all"
    PREDICATE = "predicate"
    SAYS_HANDLED = "says_handled"
    SAYS_RECEIVED = "says_received"
    IN_ALL = "in_all"
    OF_ALL = "of_all"
    NOT_OF_ALL = "not_of_all"
    CAUSED = "caused"
    BASIS = "basis"
    ROOMS_END = "rooms_end"
    LOOKED_INTO = "looked_into"
    CALLS = "calls"
    COUNT_HEADS = "count_heads"
    MARKS = "marks"
    FROM = "from"
    ITEMS = "items"
    PAPERS_OF_DECISIONS = "papers_of_decisions"
    DECIDED_ENDS = "decided_ends"
    HEADS = "heads"
    CALLED_ITEMS = "called_items"
    EVER = "ever"
    PAPER_ENDS = "paper_ends"
    CONCERNS = "concerns"
    RELATED = "related"
    KEPT = "kept"
    AT_COURT = "at_court"
    BENCHES = "benches"
    BROUGHT_TO = "brought_to"
    OTHER_PROCEEDINGS = "other_proceedings"
    DENIED = "denied"
    OFFICE_ENDS = "office_ends"
    BODIES_END = "bodies_end"
    PEOPLE_END = "people_end"
    SENT_ENDS = "sent_ends"
    MAIL = "mail"
    BOOKS = "books"
    PARTS_FOLLOW = "parts_follow"
    BODIES = "bodies"
    SUMS_UP = "sums_up"
    WITH_NEW = "with_new"
    WHOLE = "whole"
    AS_JUDGE = "as_judge"
    BROUGHT_AGAINST = "brought_against"
    AS_PARTY = "as_party"
    GOVERNMENTS = "governments"
    THIRD_PARTIES = "third_parties"
    CONSENT = "consent"
    OFFENDERS = "offenders"
    BY_PROXY = "by_proxy"
    IN_NAME_OF = "in_name_of"
    DEPARTMENTS = "departments"
    OUTSIDE = "outside"
    UNITS = "units"
    TOPICS = "topics"
    OUR_CAUSES = "our_causes"
    DONE_BY = "done_by"
    LOOKED_AT = "looked_at"
    MATTERS = "matters"
    MATTERS_END = "matters_end"
    SUMMED = "summed"


@dataclass(frozen=True, slots=True)
class Word:
    """What a word of the file is: its part (`thing`, `action`…) and its name in it (`application`, `received`…)."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """What is told of a thing: the code of the rule, the words that read it out, the ways to read the number."""

    code: str
    says: str
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All words: `pattern` finds those that are told by their shape, `words_in` the plain ones.

    `lengths` are those of the plain words by their first character.

    `meanings` go by thing and what is told of it, `said` are the names of things and of who tells, `times` the years that
    上年, 本年 and 下年 are counted from the report's, `rows` the parts that are a row of table 三, `results` the kinds of results
    that an application may come to, `carried` the cells that go with an applicant's number field where what was carried in
    is counted too, `rates` what a rate is the share of, `groups` words with a part of their own in the grammar, `grouped`
    the groups that a word is in, `units` those of each thing, `counted` how many numbers a total adds up, `called` the rows
    of table 三 that reasons in other words may be, `short` the decisions that names may be short for, `listed` what words
    are where results are listed, `passages` what tells of a whole paragraph or sentence. `persons` and `bodies` find
    natural persons and all others who apply.
    """

    words: Mapping[str, Word]
    lengths: Mapping[str, tuple[int, ...]]
    pattern: re.Pattern[str]
    meanings: Mapping[str, Mapping[str, Meaning]]
    said: Mapping[str, str]
    times: Mapping[str, int]
    complete: tuple[frozenset[str], ...]
    rows: frozenset[str]
    results: tuple[str, ...]
    carried: Mapping[str, Reading]
    rates: Mapping[str, str]
    groups: Mapping[Group, tuple[str, ...]]
    grouped: Mapping[str, frozenset[Group]]
    units: Mapping[str, frozenset[str]]
    called: Mapping[str, str]
    short: Mapping[str, str]
    counted: Mapping[str, int]
    listed: Mapping[str, Word]
    passages: Mapping[str, re.Pattern[str]]
    outcomes: re.Pattern[str]
    persons: re.Pattern[str]
    bodies: re.Pattern[str]

    def words_in(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, Word]]:
        """Yield place and end of each plain word of a part of a text, with what it is: the longest that begins there."""
        while start < end:
            for length in self.lengths.get(text[start], ()):
                stop = start + length
                if stop <= end and (word := self.words.get(text[start:stop])) is not None:
                    yield start, stop, word
                    start = stop
                    break
            else:
                start += 1


@cache
def vocabulary() -> Vocabulary:
    """Return the words of the file."""
    return read_vocabulary(words_in(FILE))


def read_vocabulary(data: Mapping[str, Any]) -> Vocabulary:
    """Return the words that a file holds. WordsError: it lacks something, names what it has not, or a word stands twice."""
    with whole_words():
        _must_agree(data)
        return _vocabulary(data)


def _must_agree(data: Mapping[str, Any]) -> None:
    """ValueError: a word stands twice, a group is unknown or empty, or a thing has no unit or no name to be read out by."""
    counted = Counter(word for word, _ in _plain_words(data))
    twice = [word for word, times in counted.items() if times > 1]
    groups = {name for name, words in data["group"].items() if words.split()}
    unsaid = set(data["meaning"]) - (set(data["said"]) & set(data["unit"]))
    for wrong in (twice, groups ^ {group.value for group in Group}, unsaid):
        if wrong:
            raise ValueError("、".join(sorted(wrong)))


def _vocabulary(data: Mapping[str, Any]) -> Vocabulary:
    words = dict(_plain_words(data))
    meanings = {
        thing: {name: _meaning(entry) for name, entry in entries.items()}
        for thing, entries in data["meaning"].items()
    }
    years = (("last", -1), ("this", 0), ("next", 1), ("opening", -1), ("closing", 0))
    applicants = data["applicant"]
    groups = {Group(name): tuple(words.split()) for name, words in data["group"].items()}
    return Vocabulary(
        words=words,
        lengths=_lengths(words),
        pattern=shapes(data),
        meanings=meanings,
        said=data["said"],
        times={word: step for name, step in years for word in data["carry"][name].split()},
        complete=tuple(frozenset(pair.split("|")) for pair in data["complete"]["pairs"].split()),
        rows=frozenset(data["row"]),
        results=tuple(data["outcome"]),
        carried={name: tuple(cells.split()) for name, cells in data["carried_with"].items()},
        rates={word: name for name, words in data["rate"].items() for word in words.split()},
        groups=groups,
        grouped=_grouped(groups),
        units={thing: frozenset(units.split()) for thing, units in data["unit"].items()},
        called={word: row for row, words in data["called"].items() for word in words.split()},
        short=data["short"],
        counted=data["counted"],
        listed=dict(_listed(data["listed"])),
        passages={name: re.compile(filled(pattern, data)) for name, pattern in data["passage"].items()},
        outcomes=re.compile(one_of(*data["outcome"].values())),
        persons=re.compile(one_of(applicants["natural_person"])),
        bodies=re.compile(one_of(*(applicants[kind] for kind in _BODIES))),
    )


def _plain_words(data: Mapping[str, Any]) -> Iterator[tuple[str, Word]]:
    for kind in PLAIN:
        for name, words in data[kind].items():
            if not name.endswith("_tail") and name not in _BY_SHAPE:
                yield from ((word, Word(_PARTS.get(kind, kind), name)) for word in words.split())


def _listed(data: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, Word]]:
    for kind, entries in data.items():
        for name, words in entries.items():
            yield from ((word, Word(kind, name)) for word in words.split())


def _grouped(groups: Mapping[Group, Iterable[str]]) -> dict[str, frozenset[Group]]:
    grouped: dict[str, set[Group]] = {}
    for group, words in groups.items():
        for word in words:
            grouped.setdefault(word, set()).add(group)
    return {word: frozenset(found) for word, found in grouped.items()}


def _lengths(words: Iterable[str]) -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = {}
    for word in words:
        lengths.setdefault(word[0], set()).add(len(word))
    return {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}


def _meaning(entry: list[str]) -> Meaning:
    code, says, readings = entry
    return Meaning(code, says, tuple(tuple(reading.split("+")) for reading in readings.split()))
