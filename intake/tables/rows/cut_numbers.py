"""Numbers that stand on two lines: where no rules and no bars show the cells, a narrow column breaks long ones.

Half a number is never told for the whole: the rows that such halves may belong to are doubtful.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from intake.figures import NUMBERS, FigureKind, figure_of
from intake.page.flow import Row
from intake.plain_words import plain
from intake.tables.bars import has_bar
from intake.tables.rows.entries import Entry
from intake.tables.rows.readings import Reading
from intake.tables.sums import holds

LABEL: Final = 4
"""Characters of a label that stands for itself among other words."""
_NARROWEST: Final = 3
"""Digits that the narrowest column holds."""


def cut_numbers(reading: Reading) -> set[int]:
    """Return the entries whose numbers may go on in the line below: where no rules show it, a long one stands on two lines.

    Bars show that it does not. Only numbers as long as a narrow column goes on, and as many of them as stand below; one that
    ends with the mark between thousands does for sure.
    """
    cut: set[int] = set()
    for index, (above, below) in enumerate(pairwise(reading.entries)):
        rows = (*above.rows[-1:], *below.rows[:1])
        barred = is_barred(above) or is_barred(below)
        in_lines = len(rows) > 1 and all(row.table < 0 for row in rows) and not barred
        long = [digits for digits in _digits_in(above) if len(digits) >= _NARROWEST]
        ends = _digits_in(below)
        if in_lines and any(piece.text.rstrip().endswith((",", "，")) for piece in above.numbers):
            cut |= {index, index + 1}
        if not in_lines or not 0 < len(ends) <= len(long) or not may_go_on(above, [below]):
            continue
        if not below.words:
            cut.add(index)
        elif index not in reading.pairs and not any(map(_holds_words_and_numbers, below.rows)):
            # A label in the middle of its row: half of the number stands above it, half below.
            cut |= {index, index + 1}
    return cut | {index for index in reading.pairs if begins_above(reading, index)}


def may_go_on(above: Entry, below: Sequence[Entry]) -> bool:
    """Return whether numbers below a row may be the ends of its own; one that adds up does not lack the end of a single one."""
    ends = sum(len(entry.numbers) for entry in below)
    numbers = [figure_of(piece.text).number for piece in above.numbers]
    whole = len(numbers) > 2 and all(map(str.isdecimal, numbers)) and holds(list(map(int, numbers)))
    return bool(numbers) and not (whole and any(map(int, numbers)) and ends == 1)


def is_barred(entry: Entry) -> bool:
    """Return whether bars show an entry's cells."""
    return any(map(has_bar, entry.rows))


def begins_above(reading: Reading, index: int) -> bool:
    """Return whether a row's label begins on a line with numbers of its own: those below the rest of it are another row's."""
    entry, begin = reading.entries[index], reading.targets[reading.pairs[index]].full[:LABEL]
    if not index or not entry.numbers or entry.rows[0].table >= 0 or begin in plain(entry.words):
        return False
    above = reading.entries[index - 1]
    words = plain("".join(row.text for row in above.rows))
    return bool(above.numbers) and begin in words


def _digits_in(entry: Entry) -> list[str]:
    return [digits for piece in entry.numbers for digits in re.findall(r"\d+", piece.text)]


def _holds_words_and_numbers(row: Row) -> bool:
    kinds = {piece.kind for piece in row.pieces}
    return FigureKind.WORDS in kinds and not kinds.isdisjoint(NUMBERS)
