"""Ledgers with a column for each outcome, or for each kind of applicant, and a mark (√, 1, 是) in one of them.

What such a column stands for is told by its head, in the words that a cell would have. A row with several marks, or
with something in such a column that is no mark, has no place: which of them is meant is not guessed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from intake.ledger.body import Body
from intake.ledger.choosing import BETWEEN, Choice, Chooser
from intake.ledger.columns import SAMPLED, SURE, Field, Kind, Layout, head_score
from intake.ledger.days import Fault
from intake.ledger.heads import Column, Head
from intake.ledger.sheets import Raw, Row, Sheet, shown
from intake.ledger.tally import Purpose
from intake.ledger.words import Vocabulary, Words, plain, sign_of

PURPOSES: Final[Mapping[Field, Purpose]] = {
    Field.OUTCOME_MARK: Purpose.OUTCOME,
    Field.KIND_MARK: Purpose.APPLICANT,
}
_WRITTEN: Final = {Field.OUTCOME_MARK: Field.OUTCOME, Field.KIND_MARK: Field.KIND}
"""The column in which the same is written out."""
_DISPUTES: Final = ("复议", "诉讼")
"""What stands above the results of disputes, of which some have the names of outcomes: 诉讼/未审结."""
_FEWEST: Final = 2
"""Columns that stand for something of one purpose before they are taken for such a ledger."""


def with_marks(layout: Layout, sheet: Sheet, head: Head, words: Words) -> Layout:
    """Return the layout with the columns proposed in which marks stand below a head that names a place.

    Where the outcome, or the kind, is written out in every row as well, such columns are remarks.
    """
    if layout.kind is not Kind.APPLICATIONS:
        return layout
    rows = sheet.rows[head.body : head.body + SAMPLED]
    columns: dict[Field, list[int]] = {field: [] for field in PURPOSES}
    before: Field | None = None
    for column in head.columns:
        if layout.fields[column.index] in (None, *_WRITTEN.values()):
            before = _stands_for(column, words, before)
            if before is not None:
                columns[before].append(column.index)
    fields = list(layout.fields)
    for field, named in columns.items():
        places = _with_marks_in(rows, named, words)
        if len(places) >= _FEWEST and not _is_written(rows, places, layout.of(_WRITTEN[field]), words):
            for at in places:
                fields[at] = field
    return replace(layout, fields=tuple(fields))


def _with_marks_in(rows: Sequence[Row], named: Sequence[int], words: Words) -> list[int]:
    """The columns in which nearly all that stands are marks, and with them those in which any mark stands.

    A column with few entries is told by its neighbours: a word that went astray there does not make it another one.
    """
    signs = {at: [sign for row in rows if (sign := sign_of(row[at]))] for at in named}
    marks = {at: sum(sign in words.marks for sign in there) for at, there in signs.items()}
    sure = [at for at in named if marks[at] >= SURE * len(signs[at])]
    if len(sure) < _FEWEST:
        return sure
    return [at for at in named if at in sure or any(words.marks.get(sign) for sign in signs[at])]


def _is_written(rows: Sequence[Row], places: Sequence[int], written: Sequence[int], words: Words) -> bool:
    """Whether each row that has a mark in one of these places says the same in words, too."""
    marked = [row for row in rows if any(words.marks.get(sign_of(row[at])) for at in places)]
    others = set(written) - set(places)
    return bool(others) and all(any(row[at] != "" for at in others) for row in marked)


def _stands_for(column: Column, words: Words, before: Field | None) -> Field | None:
    """What a column stands for by its head; a head that both know, as 其他, goes with the column before it."""
    *above, leaf = column.head.split("/")
    if any(word in text for text in above for word in _DISPUTES):
        return None
    vocabularies = {Field.OUTCOME_MARK: words.outcomes, Field.KIND_MARK: words.applicants}
    known = [field for field, vocabulary in vocabularies.items() if _means(vocabulary, above, leaf)]
    by_group = [field for field in known if _is_group_of(field, above, words, vocabularies[field])]
    if len(by_group or known) == 1:
        return (by_group or known)[0]
    return before if before in known else None


def _means(vocabulary: Vocabulary, above: Sequence[str], leaf: str) -> bool:
    return vocabulary.meaning(leaf) is not None or (
        bool(above) and vocabulary.meaning(above[-1] + leaf) is not None
    )


def _is_group_of(field: Field, above: Sequence[str], words: Words, vocabulary: Vocabulary) -> bool:
    """Whether what stands above a head names the purpose, 办理结果, or a group of its places, 不予公开."""
    heads = words.heads[_WRITTEN[field].value]
    return any(
        head_score(plain(text), heads.words, heads.excluded) or vocabulary.meaning(text) for text in above
    )


def told(chooser: Chooser, purpose: Purpose, body: Body) -> list[Choice]:
    """Return the place that each row tells for a purpose, in words, by its mark, or by both together."""
    field = next(field for field, each in PURPOSES.items() if each is purpose)
    written, marked = body.layout.of(_WRITTEN[field]), body.layout.of(field)
    if not marked:
        return chooser.column(purpose, body.rows, written)
    columns = {at: _said_by(body.columns[at], purpose, chooser) for at in marked}
    return list(map(_Marks(chooser, purpose, columns, written).choice, body.rows))


def _said_by(column: Column, purpose: Purpose, chooser: Chooser) -> tuple[str, ...]:
    """The words that a mark in a column stands for: its head, with its group's where it alone does not decide."""
    *above, leaf = column.head.split("/")
    if not above or isinstance(chooser.choose(purpose, (leaf,)), str):
        return (leaf,)
    both = (above[-1], leaf)
    return both if isinstance(chooser.choose(purpose, both), str) else (leaf,)


class _Marks:
    """The columns of one sheet that stand for the places of one purpose, and those in which the same is written."""

    def __init__(
        self,
        chooser: Chooser,
        purpose: Purpose,
        columns: Mapping[int, tuple[str, ...]],
        written: Sequence[int],
    ) -> None:
        self._chooser = chooser
        self._purpose = purpose
        self._columns = columns
        self._written = written
        self._known: dict[Raw, bool | None] = {}

    def choice(self, row: Row) -> Choice:
        """Return the place that a row's mark says, together with what is written out."""
        marked: list[tuple[str, ...]] = []
        for at, words in self._columns.items():
            is_mark = self._is_mark(row[at])
            if is_mark is None:
                return Fault(shown(row[at]), f"在“{words[-1]}”一列，看不出是不是打勾")
            if is_mark:
                marked.append(words)
        if len(marked) > 1:
            return Fault(BETWEEN.join(words[-1] for words in marked), f"有 {len(marked)} 列打了勾")
        written = tuple(row[at] for at in self._written)
        return self._chooser.choose(self._purpose, (*(marked[0] if marked else ()), *written))

    def _is_mark(self, raw: Raw) -> bool | None:
        """Whether a cell is marked, None where it says something else."""
        if raw not in self._known:
            self._known[raw] = self._chooser.is_mark(raw)
        return self._known[raw]
