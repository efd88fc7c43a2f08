"""Lists that leave nothing out, and whose sum is a slip of the pen away from their total: 共42条，其中动态78条，公告7条，其他7条.

Whether a list names all there is, its words seldom tell. What tells it is its sum: where the first so many parts make up the
total, they are all of it. Where they would, but for one number with a digit changed or two exchanged, that is a slip.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from model.prose.lists.counted_lists import CountedList, goes_on, is_closed, lists_in
from model.prose.slips_of_pen import are_the_same, is_misread, is_turned, of_first_level
from model.prose.total import Sum
from model.prose.words.claim_words import vocabulary

_LEAST: Final = 10
"""From here on a sum that falls short by one is a slip and not a part left out."""
_FEW: Final = 2
"""Of numbers below ten each may be another: only those this near are."""
_MANY: Final = 100
"""From here on a digit that would have to be another is a slip in the total."""
_NEARLY: Final = 20
"""Parts leave out one in so many at the most where the total may be misread."""
_CLOSED: Final = 2
"""Of a list that leaves nothing out, one number may be that part of the total too many or too few."""
_LONG_LIST: Final = 3
_LONGER_LIST: Final = 5
_PAIR: Final = 2
_REACH: Final = 24


def slips_in(text: str) -> Iterator[Sum]:
    """Yield each total of a squeezed paragraph that its list misses by a slip."""
    for entry in lists_in(text):
        missed = _missed(text, entry)
        if missed and not any(is_none(text, entry) for is_none in (_is_made_up, _is_base, _is_one_of_row)):
            told = tuple(part.quantity for part in entry.parts[:missed])
            whole = entry.whole.quantity
            start, end = min(whole.start, told[0].start), max(whole.end, told[-1].end)
            yield Sum(whole, start, end, told, "总数 · 各项之和", sure=False)


def _missed(text: str, entry: CountedList) -> int:
    """How many parts miss the total by a slip, where no number of them makes it up; 0 for none."""
    whole, parts = entry.whole, entry.parts
    counts = [part.count for part in parts]
    if entry.bracketed:
        return len(parts) if _misses_in_brackets(whole.count, counts) else 0
    sums = list(accumulate(counts))
    marks = "".join([text[part.quantity.end] for part in parts[:-1]])
    ends = [n for n in range(len(sums), 0, -1) if n == len(sums) or marks[n - 1] != "、"]
    made_up = any(sums[n - 1] == whole.count for n in ends) or (
        entry.is_behind and _is_tail(whole.count, counts)
    )
    if made_up or sum(count > 0 for count in counts) < _PAIR:
        return 0
    for n in ends:
        if entry.is_open and sums[n - 1] <= whole.count:
            return 0
        last = not goes_on(text, parts[-1]) if n == len(sums) else marks.find(";") == n - 1
        if n >= _PAIR and _is_slip(whole.count, sums[n - 1], counts[:n], last=last):
            return n
        closed = n > _LONG_LIST and last and not entry.is_behind and is_closed(text, whole, parts[:n])
        if closed and _is_near(whole.count, sums[n - 1]):
            return n
    return 0


def _misses_in_brackets(total: int, counts: Sequence[int]) -> bool:
    """Whether a list in brackets, which leaves nothing out, misses the total before them."""
    # Behind all that was answered the rest may be what was not.
    nested = total == sum(counts[place] for place in of_first_level(counts))
    made_up = nested or are_the_same(total, counts) or total in [*accumulate(counts)][-_PAIR:]
    return not made_up and _is_off(total, counts)


def _is_off(total: int, counts: Sequence[int]) -> bool:
    """Whether a list that leaves nothing out misses its total, by one number and no more than that."""
    summed = sum(counts)
    meant = ((total, summed), *((part, part - summed + total) for part in counts))
    exchanged = any(is_turned(one, other) for one, other in meant)
    return total != summed and (exchanged or _is_near(total, summed))


def _is_near(total: int, summed: int) -> bool:
    return abs(summed - total) * _CLOSED <= max(total, summed)


def _is_made_up(text: str, entry: CountedList) -> bool:
    """Whether the numbers that follow a list make up the total, though other words stand between."""
    numbers, parts = entry.all_numbers, entry.parts
    last = numbers.index(parts[-1])
    stop = text.find("。", parts[-1].quantity.end)
    further = [
        one for one in numbers[last + 1 : last + 1 + _LONG_LIST] if stop < 0 or one.quantity.start < stop
    ]
    more = [one.count for one in further if one.depth == parts[-1].depth]
    summed = sum(part.count for part in parts)
    return any(summed + added == entry.whole.count for added in accumulate(more))


def _is_base(text: str, entry: CountedList) -> bool:
    """Whether the total is only what another number is compared with: 较上年的2件增长50%，其中…."""
    base = vocabulary().passages["list_base"]
    return (
        base.search(text, max(0, entry.whole.quantity.start - _REACH), entry.whole.quantity.start) is not None
    )


def _is_one_of_row(text: str, entry: CountedList) -> bool:
    """Whether the total and what stands behind ; make up one before: 74件中，公开39件，其中全部公开30件；不公开19件；其他16件."""
    whole, parts = entry.whole, entry.parts
    stop = next((n for n, part in enumerate(parts[:-1], 1) if text[part.quantity.end] == ";"), None)
    if entry.is_behind:
        return False
    before = entry.all_numbers[: entry.all_numbers.index(whole)]
    listed = "其中" not in text[whole.quantity.end : parts[0].quantity.start]
    if listed and before and before[-1].count == whole.count + sum(part.count for part in parts):
        return True
    rows = {whole.count + sum(part.count for part in parts[stop:])} if stop else set()
    return any(number.count in rows and number.depth == whole.depth for number in before)


def _is_tail(total: int, counts: Sequence[int]) -> bool:
    """Whether a total behind its parts adds up only the last of them."""
    return total in accumulate(reversed(counts))


def _is_slip(total: int, summed: int, parts: Sequence[int], *, last: bool) -> bool:
    """Whether one number with a digit changed or two exchanged would put it right.

    Of parts that fall short some may be left out on purpose: then the digits must tell it, and what lacks is hardly
    smaller than all that is told. Of few parts the one that outweighs all others tells it soonest.
    """
    gap = summed - total
    if gap <= 0 and not last:
        return False
    meant = ((total, summed), *((part, part - gap) for part in parts))
    misread = any(is_misread(one, other) for one, other in meant)
    many = len(parts) >= _LONG_LIST
    if gap > 0:
        # Of two parts that overlap any sum is possible.
        exchanged = any(is_turned(one, other) for one, other in meant)
        return gap <= _FEW or exchanged or (misread and many)
    small = -gap < min(parts)
    short = total >= _LEAST and (-gap == 1 or (-gap <= _FEW and many and small))
    longer = total >= _MANY or (len(parts) >= _LONGER_LIST and total >= _MANY // 2)
    share = _NEARLY if len(parts) < _LONGER_LIST else _NEARLY // 2
    nearly = many and longer and small and -gap * share <= total and misread
    exchanged = total >= _LEAST and is_turned(total, summed)
    return (
        short
        or nearly
        or exchanged
        or _is_exchanged_in(parts, gap, _LEAST if len(parts) > _LONG_LIST else _MANY)
        or (many and _is_exchanged_in([part for part in parts if 2 * part > summed], gap, _LEAST))
    )


def _is_exchanged_in(parts: Sequence[int], gap: int, least: int) -> bool:
    """Whether two digits of a part of so many and more were exchanged."""
    return any(is_turned(part, part - gap) for part in parts if part >= least)
