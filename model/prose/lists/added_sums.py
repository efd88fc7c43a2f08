"""Totals that the numbers behind them miss by a slip of the pen: 发布信息95条，网站64条；公众号30条.

That they are its list, their sum tells: the larger the total, the less it comes so near by chance.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from model.pattern import Pattern
from model.prose.lists.added_lists import Row, rows_behind
from model.prose.lists.asides import has_bracket
from model.prose.lists.counted_lists import (
    LONGEST,
    CountedList,
    Number,
    counted_in,
    is_listed,
    is_of_both,
    lists_in,
)
from model.prose.slips_of_pen import is_turned
from model.prose.total import Sum

_SHARE: Final = Pattern(r"[,（]占[^,;。（）\d]{0,8}\d[\d.]*%）?[,;、]")
_FURTHEST: Final = 25
"""Numbers behind a total that are looked at."""
_LEAST: Final = 10
"""From here on a total that its list misses by one is a slip."""
_MANY: Final = 100
_UNOPENED: Final = 400
"""From here on a total is borne out by its sum where no word opens its list."""
_VERY_MANY: Final = 1000
"""From here on digits exchanged put a list right by chance hardly ever."""
_FEW: Final = 2
_LONG_LIST: Final = 4
_PAIR: Final = 2
_FAR: Final = 6
"""Digits exchanged make a number so many times as large at the most."""
_HARDLY: Final = 0.1
_SOME: Final = 0.2
"""Exchanged digits put lists wrong by such a share of the total at the most, where parts may be left out."""


def slips_of_sums(text: str) -> Iterator[Sum]:
    """Yield each total of a squeezed paragraph that the numbers behind it miss by a slip, and no number of them makes up."""
    if len(text) > LONGEST:
        return
    numbers = counted_in(text)
    right = [entry for entry in lists_in(text) if _is_right(entry)]
    known = {number.quantity.start for entry in right for number in entry.parts[:-1]}
    known |= {entry.whole.quantity.start for entry in right if entry.parts[0].depth == entry.whole.depth}
    for place, whole in enumerate(numbers[:-_PAIR]):
        behind = numbers[place + 1 : place + 1 + _FURTHEST]
        if not whole.is_exact or whole.count < _LEAST or whole.quantity.start in known:
            continue
        if not _may_add_up(whole, behind) or _is_part(text, numbers[: place + 1]):
            continue
        row = _missing(text, whole, behind)
        told_before = {number.count for number in numbers[max(0, place - _PAIR) : place]}
        if row is not None and not row.opened and whole.count + sum(row.counts) in told_before:
            continue
        if row is not None and not row.opened and _goes_on_alike(text, numbers[: place + 1], row):
            continue
        if row is not None and sum(row.counts) not in told_before:
            told = tuple(part.quantity for part in row.parts)
            yield Sum(whole.quantity, whole.quantity.start, told[-1].end, told, "总数 · 各项之和", sure=False)


def _is_part(text: str, told: Sequence[Number]) -> bool:
    """Whether the last of the numbers told is one of a list, at its beginning as well, and no bracket tells of what."""
    mark = text[told[-1].quantity.end : told[-1].quantity.end + 1]
    listed = mark == "、" or (is_listed(text, told) and not has_bracket(text, told[-1].quantity.end))
    return listed or _is_shared_in_row(text, told) or is_of_both(text, told[-1])


def _is_shared_in_row(text: str, told: Sequence[Number]) -> bool:
    """农户41件，占51%；企业20件，占25%: whether it stands in a row of numbers with their shares, and is no total of the rest."""
    if len(told) < _PAIR:
        return False
    between = text[told[-2].quantity.end : told[-1].quantity.start]
    return _SHARE.match(between) is not None and _SHARE.match(text[told[-1].quantity.end :]) is not None


def _goes_on_alike(text: str, told: Sequence[Number], row: Row) -> bool:
    """环评38件，监测27件，处罚21件，其他15件: whether a number stands in one row with what is told before and behind it."""
    *before, whole = told
    if not before or (before[-1].quantity.unit, before[-1].depth) != (whole.quantity.unit, whole.depth):
        return False
    between = text[before[-1].quantity.end : whole.quantity.start]
    ends = (before[-1], whole, *row.parts[:-1])
    alike = all(text[one.quantity.end : one.quantity.end + 1] == "," for one in ends)
    return alike and between.count(",") == 1 and "。" not in between


def _is_right(entry: CountedList) -> bool:
    """Whether the first so many parts of a list make up its total, and not by chance as what is left lacks a part of its own."""
    sums = list(accumulate(part.count for part in entry.parts))
    return entry.whole.count == sums[-1] or (entry.whole.count in sums and entry.parts[-1].count > _FEW)


def _may_add_up(whole: Number, behind: Sequence[Number]) -> bool:
    """Whether numbers behind a total are of its size: not far smaller all together, and the first not far larger.

    The first on its own level: of what a bracket tells they may stand in brackets as well.
    """
    least, most = whole.count // _FAR, whole.count * _FAR
    first = next((number for number in behind if number.depth == whole.depth), behind[0])
    return min(first.count, behind[0].count) <= most and sum(number.count for number in behind) >= least


def _missing(text: str, whole: Number, behind: Sequence[Number]) -> Row | None:
    """The first row that misses a total by a slip; none where one of its level makes it up.

    What a bracket tells in full, a list behind it may tell in another way: 311条（网站6条，公众号305条），其中动态86条.
    """
    rows = list(rows_behind(text, whole, behind))
    right = {row.parts[0].depth for row in rows if _is_made_up(whole, row)}
    if whole.depth in right:
        return None
    return next(
        (
            row
            for row in rows
            if row.parts[0].depth not in right and (row.opened or not right) and _is_slip(whole, row)
        ),
        None,
    )


def _is_made_up(whole: Number, row: Row) -> bool:
    """Whether the first of a row make up a total; of a long even list without the last they do so by chance: it is a part."""
    sums = list(accumulate(row.counts))[1:]
    last_is_part = row.is_even and row.opened and row.stopped and row.counts[-1] <= _FEW
    return whole.count in (sums[:-2] + sums[-1:] if last_is_part else sums)


def _is_slip(whole: Number, row: Row) -> bool:
    total, summed = whole.count, sum(row.counts)
    gap = summed - total
    told = row.closed or sum(count > 0 for count in row.counts) >= _PAIR
    if not told or (row.leaves_out and gap < 0):
        return False
    sure = row.opened or (row.closed and len(row.units) == 1)
    if total < (_LEAST if sure else _UNOPENED):
        return False
    if abs(gap) <= (_FEW if len(row.parts) >= _LONG_LIST and max(total, summed) >= _MANY else 1):
        return row.stopped
    if row.stopped and len(row.units) == 1 and _is_a_little(gap, total, row):
        return True
    return _is_exchanged_in(whole, row, complete=sure and (gap > 0 or row.closed))


def _is_a_little(gap: int, total: int, row: Row) -> bool:
    """Whether a list that leaves nothing out misses its total by a little, or one that may is hardly more than its total."""
    if row.closed:
        return row.opened and abs(gap) <= _HARDLY * total
    return row.opened and len(row.parts) > _PAIR and 0 < gap <= _HARDLY / 2 * total


def _is_turned_in(total: int, counts: Sequence[int]) -> bool:
    """Whether two digits of the total, or of a part as large, stand in the other order."""
    gap = sum(counts) - total
    return is_turned(total, total + gap) or any(
        count >= _VERY_MANY and is_turned(count, count - gap) for count in counts
    )


def _is_exchanged_in(whole: Number, row: Row, *, complete: bool) -> bool:
    """Whether two digits exchanged would put it right, of the total or of a part.

    Of a part only where hardly more than that can lack; `complete`: nothing can.
    """
    total, summed, many = whole.count, sum(row.counts), len(row.parts) > _PAIR
    if (
        total >= _VERY_MANY
        and many
        and row.stopped
        and len(row.units) == 1
        and _is_turned_in(total, row.counts)
    ):
        return True
    if is_turned(total, summed) and (complete or (row.opened and (many or total >= _MANY))):
        return True
    gap = summed - total
    share = abs(gap) / max(total, summed)
    least = _LEAST if complete or share <= _HARDLY else _MANY
    most = 1 if complete else _SOME
    return share <= most and any(count >= least and is_turned(count, count - gap) for count in row.counts)
