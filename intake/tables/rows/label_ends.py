"""Labels that go on below the numbers of their row, as on a line of a narrow column: the rest is no part of the next label."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from intake.tables.rows.entries import Entry, is_strange
from intake.tables.vocabulary import is_whole
from model.form import FormTable

_MOST: Final = 3
"""Lines of a label above its numbers, or beside them, and lines below."""


def with_ends_of_labels(table: FormTable, entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries of lines, the rest of each label with the entry in which it begins."""
    kept: list[Entry] = []
    for entry in entries:
        lines = _rest(table, kept[-1], entry) if kept else 0
        if not lines:
            kept.append(entry)
            continue
        rest, rows = entry.label[:lines], entry.rows[:lines]
        kept[-1] = replace(kept[-1], label=[*kept[-1].label, *rest], rows=[*kept[-1].rows, *rows])
        label = entry.label[lines:]
        if label or entry.values:
            kept.append(
                replace(entry, label=label, rows=entry.rows[lines:], apart=entry.apart and bool(label))
            )
    return kept


def _rest(table: FormTable, above: Entry, below: Entry) -> int:
    """How many lines of words at the begin of an entry end the label of the one above, which they make whole; 0 for none."""
    if not above.values or not above.label:
        return 0
    begins = [begin for label in _labels(table, above) for begin in _endings(label)]
    if any(is_whole(table, begin) and not _is_open(begin) for begin in begins):
        return 0
    for lines in range(1, min(_MOST, len(below.label), len(below.rows)) + 1):
        alone = all(
            row.text == text for row, text in zip(below.rows[:lines], below.label[:lines], strict=True)
        )
        rest = "".join(below.label[:lines])
        if alone and not is_whole(table, rest) and any(is_whole(table, begin + rest) for begin in begins):
            return lines
    return 0


def _labels(table: FormTable, entry: Entry) -> list[Sequence[str]]:
    """The words of an entry, and those without the strange ones behind them, which may stand in a number's place."""
    own = list(entry.label)
    while len(own) > 1 and is_strange(table, own[-1]):
        own.pop()
    return [entry.label, own] if len(own) < len(entry.label) else [entry.label]


def _endings(label: Sequence[str]) -> list[str]:
    return ["".join(label[-count:]) for count in range(1, min(_MOST, len(label)) + 1)]


def _is_open(text: str) -> bool:
    """Whether a remark in brackets goes on behind a text."""
    return sum(map(text.count, "（(")) > sum(map(text.count, "）)"))
