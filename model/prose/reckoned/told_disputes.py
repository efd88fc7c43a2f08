"""Disputes and what became of them, told behind: more results than there were disputes cannot be: 复议2件，维持1件，撤回3件."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from model.prose.reckoned.figures import Figure
from model.prose.reckoned.reckoned_words import Said, says
from model.prose.reckoned.told_totals import Doubt

_PAIR: Final = 2


def wrong_disputes(figures: Sequence[Figure]) -> Iterator[Doubt]:
    """Yield the disputes of one kind that are fewer than the results told right behind them."""
    counts = [figure for figure in figures if figure.counts]
    for place, total in enumerate(counts):
        if not _counts_disputes(total) or (place and _goes_on(counts[place - 1], total)):
            continue
        row = _results(total, counts[place + 1 :])
        added = sum((one.value for one in row), Decimal(0))
        if len(row) >= _PAIR and added > total.value:
            told = "＋".join(f"{one.value:f}" for one in row)
            yield Doubt((total, *row), f"{told}＝{added:f}，写的是 {total.value:f}", (total, *row))


def _counts_disputes(figure: Figure) -> bool:
    """Whether it is how many there were, by the last of its words, and no result of them."""
    return says(Said.DISPUTES, figure.own) and not says(Said.RESULT, figure.own + figure.after)


def _goes_on(before: Figure, total: Figure) -> bool:
    """Whether another kind stands right before it, so that what follows may be of both: 复议5件、诉讼3件，维持7件."""
    return _counts_disputes(before) and ";" not in total.before


def _results(total: Figure, behind: Sequence[Figure]) -> list[Figure]:
    """The results told behind how many there were, up to what is told of some of them: 纠正3件，其中确认违法1件."""
    row: list[Figure] = []
    for one in behind:
        alike = one.unit == total.unit and one.depth in (total.depth, total.depth + 1)
        told = says(Said.RESULT, one.own) or says(Said.RESULT, one.after)
        other = says(Said.DISPUTES, one.own) or says(Said.CONCLUDED, one.own + one.after)
        again = ";" in one.before and says(Said.NAMES_DISPUTES, one.before)
        if not alike or not told or other or (row and ("其中" in one.before or again)):
            break
        row.append(one)
    return row
