"""What each column of a ledger is for: proposed from its head and from what stands in it, then confirmed by the clerk."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from intake.ledger.days import Days
from intake.ledger.heads import Column, Head
from intake.ledger.sheets import Raw, Sheet
from intake.ledger.words import Vocabulary, Words, plain, sign_of

SAMPLED: Final = 100
"""Rows below the head whose contents are looked at."""
_EXACT: Final = 3.0
_WITHIN: Final = 2.0
_LEAST: Final = 1.5
"""What a column must score to be proposed: a head that says so, or contents that do."""
SURE: Final = 0.6
"""Share of known contents from which they tell a column without its head."""
_DOUBTFUL: Final = 0.25
"""Share of known contents below which they contradict a head that only has the word in it."""
_PAIRED: Final = 2
"""Columns that may say the outcome or the kind of applicant together."""


class Kind(StrEnum):
    """What a sheet lists; the values are the ids of the tables that it is counted into."""

    APPLICATIONS = "applications"
    DISPUTES = "disputes"


class Field(StrEnum):
    """What a column is for; the values are those of resources/ledger.toml."""

    SERIAL = "serial"
    NUMBER = "number"
    RECEIVED = "received"
    ANSWERED = "answered"
    NAME = "name"
    KIND = "kind"
    OUTCOME = "outcome"
    OUTCOME_MARK = "outcome_mark"
    KIND_MARK = "kind_mark"
    EXTENDED = "extended"
    DISPUTE = "dispute"
    ROUTE = "route"
    FILED = "filed"
    CONCLUDED = "concluded"
    VERDICT = "verdict"


FIELDS: Final[Mapping[Kind, tuple[Field, ...]]] = {
    Kind.APPLICATIONS: (
        Field.NUMBER, Field.RECEIVED, Field.ANSWERED, Field.NAME, Field.KIND, Field.OUTCOME, Field.EXTENDED, Field.SERIAL,
        Field.OUTCOME_MARK, Field.KIND_MARK,
    ),
    Kind.DISPUTES: (
        Field.NUMBER, Field.DISPUTE, Field.ROUTE, Field.FILED, Field.CONCLUDED, Field.VERDICT, Field.NAME, Field.SERIAL,
    ),
}  # fmt: skip
"""What the columns of each kind of sheet may be for, in the order in which they are offered."""
NEEDED: Final[Mapping[Kind, tuple[tuple[Field, ...], ...]]] = {
    Kind.APPLICATIONS: (
        (Field.RECEIVED,),
        (Field.ANSWERED,),
        (Field.KIND, Field.NAME, Field.KIND_MARK),
        (Field.OUTCOME, Field.OUTCOME_MARK),
    ),
    Kind.DISPUTES: ((Field.FILED,), (Field.DISPUTE, Field.ROUTE), (Field.VERDICT,)),
}
"""What cannot be counted without; of several, one is enough. See `Layout.undated` on cases without a closing date."""
DATES: Final = frozenset((Field.RECEIVED, Field.ANSWERED, Field.FILED, Field.CONCLUDED))
_TWICE: Final = frozenset((Field.OUTCOME, Field.KIND))
_OFTEN: Final = frozenset((Field.OUTCOME_MARK, Field.KIND_MARK))
"""Columns with marks: there is one for each place (see `intake.ledger.marks`)."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What a sheet lists and what each of its columns is for, None for one that does not matter.

    `only` is the kind of dispute where the sheet's title tells it instead of a column.
    """

    kind: Kind
    fields: tuple[Field | None, ...]
    only: str = ""

    def of(self, field: Field) -> tuple[int, ...]:
        """Return the columns for something."""
        return tuple(index for index, each in enumerate(self.fields) if each is field)

    def with_field(self, index: int, field: Field | None) -> "Layout":
        """Return the layout with another use of a column; what may stand in one column only leaves its former one."""
        fields = list(self.fields)
        if field is not None and field not in _TWICE | _OFTEN:
            fields = [None if each is field else each for each in fields]
        fields[index] = field
        return replace(self, fields=tuple(fields))

    @property
    def undated(self) -> bool:
        """Whether a sheet of cases does not say when they were concluded: by their outcome alone they are."""
        return self.kind is Kind.DISPUTES and not self.of(Field.CONCLUDED)

    @property
    def missing(self) -> tuple[tuple[Field, ...], ...]:
        """What is needed and no column is for."""
        there = {field for field in self.fields if field is not None}
        needed = NEEDED[self.kind]
        if self.only:
            needed = tuple(fields for fields in needed if Field.DISPUTE not in fields)
        return tuple(fields for fields in needed if there.isdisjoint(fields))


def propose(sheet: Sheet, head: Head, words: Words, year: int) -> Layout:
    """Return the likeliest layout of a sheet. Which of two columns fits better is told by heads first, then by contents."""
    samples = [_sample(sheet, head, column.index) for column in head.columns]
    only = _only_dispute(head)
    found = {
        kind: _assigned(
            FIELDS[kind], head.columns, samples, words, Days(words.blanks, year, head.year or year)
        )
        for kind in Kind
    }
    disputes = Layout(Kind.DISPUTES, found[Kind.DISPUTES], only)
    applications = Layout(Kind.APPLICATIONS, found[Kind.APPLICATIONS])
    told = [share_known(samples[index], words.disputes) for index in disputes.of(Field.DISPUTE)]
    if only or max(told, default=0.0) >= SURE:
        return disputes
    return applications


def _only_dispute(head: Head) -> str:
    """The kind of dispute that a title tells: a sheet of reviews, of direct suits, of suits after a review, or of suits."""
    title = plain(head.title)
    if any(word in title for word in ("依申请", "公开申请", "申请登记", "申请台账")) or "纠纷" in title:
        return ""
    review, suit = "复议" in title, "诉讼" in title
    if review and not suit:
        return "review"
    if suit and "直接" in title:
        return "direct_suit"
    return "suit_after_review" if suit and "复议后" in title else ""


def _sample(sheet: Sheet, head: Head, index: int) -> list[Raw]:
    rows = sheet.rows[head.body : head.body + SAMPLED]
    return [row[index] for row in rows if index < len(row) and row[index] != ""]


def share_known(sample: Sequence[Raw], vocabulary: Vocabulary) -> float:
    """Return the share of cells, 0 to 1, whose words are known."""
    known = {text: bool(vocabulary.meaning(text)) for text in {str(raw) for raw in sample}}
    return sum(known[str(raw)] for raw in sample) / len(sample) if sample else 0.0


def share_of_days(sample: Sequence[Raw], days: Days) -> float:
    """Return the share of cells, 0 to 1, that are days."""
    return sum(isinstance(days[raw], int) for raw in sample) / len(sample) if sample else 0.0


def _assigned(
    fields: Sequence[Field],
    columns: Sequence[Column],
    samples: Sequence[Sequence[Raw]],
    words: Words,
    days: Days,
) -> tuple[Field | None, ...]:
    """The best use of each column: the highest scores first, each column and each use once, pairs twice."""
    scores = sorted(_scores(fields, columns, samples, words, days), key=lambda entry: -entry[0])
    chosen: dict[int, Field] = {}
    for score, index, field in scores:
        room = _PAIRED if field in _TWICE else 1
        if score >= _LEAST and index not in chosen and list(chosen.values()).count(field) < room:
            chosen[index] = field
    return tuple(chosen.get(column.index) for column in columns)


def _scores(
    fields: Sequence[Field],
    columns: Sequence[Column],
    samples: Sequence[Sequence[Raw]],
    words: Words,
    days: Days,
) -> Iterator[tuple[float, int, Field]]:
    vocabularies = {
        Field.KIND: words.applicants,
        Field.OUTCOME: words.outcomes,
        Field.DISPUTE: words.disputes,
        Field.ROUTE: words.disputes,
        Field.VERDICT: words.verdicts,
    }
    for column, sample in zip(columns, samples, strict=True):
        day_share = share_of_days(sample, days)
        shares = {
            field: share_known(sample, vocabularies[field]) for field in fields if field in vocabularies
        }
        if words.answers(column.leaf) is not None and Field.ROUTE in shares:
            signs = [words.marks.get(sign_of(raw)) for raw in sample]
            answered = sum(sign is not None for sign in signs) / len(sample) if sample else 0.0
            shares[Field.ROUTE] = max(shares[Field.ROUTE], answered)
        for field in fields:
            if field in _OFTEN:
                continue
            by_head = head_score(column.leaf, words.heads[field].words, words.heads[field].excluded)
            if field in DATES:
                told = by_head > _WITHIN or day_share >= _DOUBTFUL or not sample
                score = by_head + day_share if by_head and told else 0.0
            elif field in vocabularies:
                score = _by_words(by_head, shares[field], bool(sample))
            else:
                score = by_head if day_share < SURE else 0.0
            if score:
                yield score - column.index * 1e-4, column.index, field


def _by_words(by_head: float, share: float, filled: bool) -> float:
    """Contents speak louder than a head that only has the word in it, and alone where nearly all of them are known."""
    if share >= SURE:
        return by_head + 2 * share
    if by_head >= _EXACT - 1 and by_head > _WITHIN:
        return by_head + share
    return by_head + share if by_head and (share >= _DOUBTFUL or not filled) else 0.0


def head_score(leaf: str, words: Sequence[str], excluded: Sequence[str]) -> float:
    """Return how well a head says what a column is for: above 2 as a whole, up to 2 in a part, 0 not at all."""
    if not leaf or any(word in leaf for word in excluded):
        return 0.0
    for place, word in enumerate(words):
        if leaf == word:
            return _EXACT - place * 0.01
    within = [(len(word), place) for place, word in enumerate(words) if len(word) > 1 and word in leaf]
    if not within:
        return 0.0
    length, place = max(within, key=lambda entry: (entry[0], -entry[1]))
    return _WITHIN - place * 0.005 - min(len(leaf) - length, 20) * 0.01
