"""Chooses the places of the words of a ledger: by what the office has confirmed before, else by the words known."""

import re
from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import Final, TypeAlias

from intake.ledger.days import Fault
from intake.ledger.sheets import Raw, Row, shown
from intake.ledger.tally import Purpose
from intake.ledger.words import OPEN, Vocabulary, Words, plain, sign_of
from model.form import Form

Choice: TypeAlias = str | Fault | None
"""A place, why there is none, or None for a blank cell."""
BETWEEN: Final = "＋"
"""Stands between the words of two columns that say one thing together."""
_SENTENCE: Final = 8
"""Chinese characters from which a text alone in a row is a remark."""
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_PERIOD: Final = re.compile(
    r"(?:\d{4}年度?)?(?:第?[一二三四1234]季度|(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?|[上下]半年)"
)
_PAGE: Final = re.compile(r"第\d{1,4}页(?:[共总]\d{1,4}页)?|[共总]\d{1,4}页(?:第\d{1,4}页)?")
_SECTION: Final = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}(?:[）)、.．]|\s)")
"""How a line begins that opens a section of the ledger."""


class Chooser:
    """Chooses the places of words.

    `remembered(purpose, words)` returns the place that was confirmed for them, None where none was.
    """

    def __init__(self, form: Form, words: Words, remembered: Callable[[Purpose, str], str | None]) -> None:
        self._words = words
        self._remembered = remembered
        self._vocabularies = vocabularies_of(words)
        self._choices: dict[tuple[Purpose, tuple[Raw, ...]], Choice] = {}
        self._names: dict[str, str | None] = {}
        self._labels = {purpose: labels_of(form, purpose) for purpose in Purpose}

    def column(self, purpose: Purpose, rows: Sequence[Row], columns: Sequence[int]) -> list[Choice]:
        """Return the place that each row's words say in these columns together."""
        if not columns:
            return [None] * len(rows)
        if len(columns) == 1:
            memo = _Memo(self, purpose)
            (column,) = columns
            return list(map(memo.__getitem__, map(itemgetter(column), rows)))
        return [self.choose(purpose, tuple(row[column] for column in columns)) for row in rows]

    def choose(self, purpose: Purpose, cells: tuple[Raw, ...]) -> Choice:
        """Return the place of the words in one row's cells for a purpose."""
        key = (purpose, cells)
        if key not in self._choices:
            self._choices[key] = self._choose(purpose, cells)
        return self._choices[key]

    def label(self, purpose: Purpose, place: str) -> str:
        """Return what the form calls a place."""
        return self._labels[purpose].get(place, place)

    def by_name(self, name: str) -> str | None:
        """Return the kind of applicant that a name tells, None where it tells none."""
        if name not in self._names:
            self._names[name] = self._words.applicant_of_name(name)
        return self._names[name]

    def is_mark(self, raw: Raw) -> bool | None:
        """Whether a cell of a column of marks is marked, None where it says something else."""
        return self._words.marks.get(sign_of(raw))

    def is_blank(self, raw: Raw) -> bool:
        """Whether nothing stands in a cell, or what stands for nothing: /, 无."""
        return _is_blank(shown(raw), self._words)

    def answers(self, head: str) -> Mapping[bool, str] | None:
        """Return what 是 (True) and 否 mean below a head, None for one that does not ask."""
        return self._words.answers(head)

    def is_aside(self, row: Row) -> bool:
        """Whether a row is no application; see the function."""
        return is_aside(row, self._words)

    def _choose(self, purpose: Purpose, cells: tuple[Raw, ...]) -> Choice:
        texts = [text for raw in cells if (text := shown(raw)) and not _is_blank(text, self._words)]
        if not texts:
            return None
        whole = BETWEEN.join(dict.fromkeys(texts))
        place = self._remembered(purpose, whole)
        if place is not None:
            return place
        if any(text.startswith("=") for text in texts):
            return Fault(whole, "是没有计算结果的公式")
        vocabulary = self._vocabularies[purpose]
        meaning = vocabulary.meaning(whole)
        if meaning is None:
            # One of two columns may say it all, the other be a remark; unless the remark is what would decide.
            known = [each for text in texts if (each := vocabulary.meaning(text)) is not None]
            meaning = frozenset.intersection(*known) if known else None
        return self._told(whole, meaning)

    @staticmethod
    def _told(whole: str, meaning: frozenset[str] | None) -> Choice:
        if meaning is None:
            return Fault(whole, "不认识这个说法", word=True)
        if len(meaning) == 1:
            return next(iter(meaning))
        if not meaning:
            return Fault(whole, "两种说法不一致", word=True)
        return Fault(whole, "可能是几种情形，看不出是哪一种", meaning, word=True)


class _Memo(dict[Raw, Choice]):
    """One column's cells and their places, each found once."""

    def __init__(self, chooser: Chooser, purpose: Purpose) -> None:
        super().__init__()
        self._chooser = chooser
        self._purpose = purpose

    def __missing__(self, raw: Raw) -> Choice:
        choice = self[raw] = self._chooser.choose(self._purpose, (raw,))
        return choice


def is_aside(row: Row, words: Words) -> bool:
    """Whether a row is blank, a sub-total, a line between, or at the foot: no application."""
    filled = [raw for raw in row if not (isinstance(raw, str) and _is_blank(raw, words))]
    if not filled:
        return True
    first = next((raw for raw in filled if isinstance(raw, str)), None)
    if first is None:
        return len(filled) == 1
    text = plain(first)
    if any(text.startswith(word) and _stands_alone(first, word) for word in words.asides):
        return True
    if text.endswith(words.aside_ends):
        return True
    alone = len({str(raw) for raw in filled}) == 1
    return alone and (_is_line_between(text) or bool(_SECTION.match(first.strip())))


def _stands_alone(text: str, word: str) -> bool:
    """Whether the word that a line begins with ends there, or a mark or a number follows: 小计：12."""
    rest = "".join(text.split())[len(word) :]
    return not rest or not rest[0].isalpha()


def _is_line_between(text: str) -> bool:
    """Whether a text alone in its row names a month, quarter or page, or is a sentence at the foot; a name is neither."""
    return bool(_PERIOD.fullmatch(text) or _PAGE.fullmatch(text)) or len(_HAN.findall(text)) >= _SENTENCE


def _is_blank(text: str, words: Words) -> bool:
    return "".join(text.split()) in words.blanks


def vocabularies_of(words: Words) -> Mapping[Purpose, Vocabulary]:
    """Return the words of each purpose."""
    return {
        Purpose.APPLICANT: words.applicants,
        Purpose.OUTCOME: words.outcomes,
        Purpose.DISPUTE: words.disputes,
        Purpose.VERDICT: words.verdicts,
    }


def labels_of(form: Form, purpose: Purpose) -> dict[str, str]:
    """Return the places that words of a purpose may have, and what the form calls them, in printed order."""
    applications, disputes = form.table("applications"), form.table("disputes")
    skipped = {"received", "carried_in", "handled_total", "carried_out", "total"}
    match purpose:
        case Purpose.APPLICANT:
            return {line.id: line.name for line in applications.bands[0].columns if line.id not in skipped}
        case Purpose.OUTCOME:
            rows = [line for line in applications.rows if line.id not in skipped]
            return {line.id: "".join(line.label[1:]) for line in rows} | {OPEN: "尚未办结"}
        case Purpose.DISPUTE:
            return {line.id: "".join(line.label) for line in disputes.rows}
        case Purpose.VERDICT:
            return {line.id: line.name for line in disputes.bands[0].columns if line.id != "total"}
