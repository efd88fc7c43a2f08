"""Lists whose sum is a slip away from a number of the tables, or of the sentence before: 网络146件、邮寄58件、窗口13件 of 217."""

from collections.abc import Iterator, Mapping, Sequence, Set
from decimal import Decimal
from typing import Final

from model.prose.reckoned.figures import Figure, Row, groups
from model.prose.reckoned.parts_by_bodies import are_of_all_bodies
from model.prose.reckoned.told_totals import Doubt
from model.prose.slips_of_pen import is_miswritten, is_slip
from model.rules.told.families import Tables
from model.rules.told.family_words import family_words, says
from model.rules.told.settled import NamesOf
from model.rules.told.told_rates import all_of

_LEAST: Final = 20
_LEAST_CLOSED: Final = 10
_MANY: Final = 100
_FEW: Final = 3
_LONG: Final = 4
_BEFORE: Final = "上文"
_PAIR: Final = 2


def wrong_lists(row: Row, before: Sequence[Figure], tables: Tables, names_of: NamesOf) -> Iterator[Doubt]:
    """Yield the lists of a sentence, `before` are the numbers of the one before, that a slip parts from what they add up to."""
    apart = {one.value for one in before} & _sums_of_clauses(row)
    for group in groups(row):
        every = [figure for figure in group if figure.counts and figure.unit not in ("万元", "元")]
        for counts, told in ((every, before), (every[1:], every[:1])):
            if (counts is not every and not _is_led(every)) or not _is_list(counts):
                continue
            if any(names_of(figure) is not None for figure in counts) or _opens_list(counts):
                continue
            first = counts[0]
            if says("matters_of_others", first.before):
                continue
            goes_on = first is row.figures[0] and _goes_on(counts)
            told = _unchanged(told) if goes_on else told
            told = [one for one in told if one.value not in apart]
            closed = goes_on or _leaves_nothing_out(counts) or are_of_all_bodies(counts)
            leads = not closed and first is row.figures[0] and _may_be_all(counts)
            if counts is every and first is row.figures[0] and not (leads or closed or _is_opened(first)):
                # 另推送微博58条，微信13条: nothing says that they are parts of what the sentence before tells.
                told = ()
            if (leads and not before) or _are_of_some(counts[leads:], closed=closed):
                continue
            alike = [one for one in told if one.unit == first.unit]
            totals = _totals(row.words, alike, tables if counts is every else None)
            yield from _missed(counts, totals, all_of(tables), closed=closed)


def _sums_of_clauses(row: Row) -> set[Decimal]:
    """What all numbers of a sentence with semicolons make up: its clauses are parts of one list, and none is all of it."""
    counts = [figure for figure in row.figures if figure.counts and not figure.depth]
    if len({one.unit for one in counts}) > 1 or not any(";" in one.before for one in counts):
        return set()
    return {sum((one.value for one in counts), Decimal(0))}


def _opens_list(counts: Sequence[Figure]) -> bool:
    """共发布41条信息：2条政策解读、3条公告: whether those behind one of the numbers are its own list."""
    return any(":" in one.before for one in counts[1:])


def _is_led(figures: Sequence[Figure]) -> bool:
    """Whether a total leads, and numbers follow that are told alike and not as it is: 须办的94件，县里承办65件、乡镇承办29件."""
    ends = [one.own[-_PAIR:] for one in figures]
    alike = len(figures) > _PAIR and len(set(ends[1:])) == 1 and ends[0] != ends[1]
    return alike and figures[1].before.startswith((",", ":"))


def _is_list(counts: Sequence[Figure]) -> bool:
    """Whether the numbers count the same; of two it is only certain where both are told alike: 县里承办64件、乡镇承办29件."""
    if len(counts) < _PAIR or len({one.unit for one in counts}) > 1:
        return False
    alike = len(counts) > _PAIR or counts[0].own[-_PAIR:] == counts[1].own[-_PAIR:]
    large = len(counts) > _PAIR or max(one.value for one in counts) >= _LEAST
    steps = ([step.search(one.own) is not None for one in counts] for step in family_words().steps)
    return (
        alike
        and large
        and not any(says("within", one.after) for one in counts)
        and not any(any(told) and not all(told) for told in steps)
    )


def _leaves_nothing_out(counts: Sequence[Figure]) -> bool:
    """Whether a list by what was asked for ends with all others: 涉及征地补偿15件，惠农补贴12件，其他6件."""
    by_matter = says("list_by_matter", counts[0].before) and not says("list_of_some", counts[0].before)
    return len(counts) > _PAIR and by_matter and says("list_closes", counts[-1].own)


def _is_opened(first: Figure) -> bool:
    """Whether words before the first number of a sentence open it as a list."""
    return says("list_goes_on", first.before) or says("list_may_be_all", first.before)


def _goes_on(counts: Sequence[Figure]) -> bool:
    """发布358条，比上年增加47条。其中，动态126条，公告94条，其他138条: whether all of a total told before is there."""
    opened = says("list_goes_on", counts[0].before)
    return len(counts) > _PAIR and opened and says("list_closes", counts[-1].own)


def _unchanged(told: Sequence[Figure]) -> Sequence[Figure]:
    """The numbers that tell neither what has changed nor what it was before."""
    return [one for one in told if not one.depth and not says("changed", one.own)]


def _may_be_all(counts: Sequence[Figure]) -> bool:
    """Whether a list that leads its sentence may be of all that the one before tells."""
    return len(counts) >= _LONG and says("list_may_be_all", counts[0].before)


def _are_of_some(counts: Sequence[Figure], *, closed: bool) -> bool:
    """Whether the words of a list say that it is one of some, or tells changes; a `closed` one may have asides."""
    if closed:
        return any(says(name, one.before) for one in counts[1:] for name in ("list_of_some", "changed"))
    partial = any(says(name, one.before) for one in counts for name in ("list_is_partial", "changed"))
    return partial or any(one.depth for one in counts)


def _totals(words: str, before: Sequence[Figure], tables: Tables | None) -> Mapping[Decimal, str]:
    """What a list may add up to, with the words for it."""
    if says("disputed", words):
        return {}
    names = [name for told, of in family_words().totals if told.search(words) for name in of]
    told: dict[Decimal | None, str] = {figure.value: _BEFORE for figure in before}
    numbers = (
        {tables.number(*name.split()): "＋".join(name.split()) for name in reversed(names)} if tables else {}
    )
    return {total: named for total, named in (told | numbers).items() if total is not None}


def _missed(
    counts: Sequence[Figure], totals: Mapping[Decimal, str], right: Set[Decimal], *, closed: bool
) -> Iterator[Doubt]:
    """The list with what a slip parts it from; one that is `closed` may have any slip, one that adds up to all has none."""
    values = [figure.value for figure in counts]
    added = sum(values, Decimal(0))
    least = _LEAST_CLOSED if closed else _LEAST
    totals = {total: named for total, named in totals.items() if total >= least}
    runs = {added} if closed else _sums_of_runs(values)
    if added < least:
        return
    if closed and added in right:
        yield from _wrong_total(counts, added, totals, right)
    if added in right or runs & totals.keys() or any(added - value == value for value in values):
        return
    may_be = is_slip if closed else is_miswritten
    for total, named in totals.items():
        gap = added - total
        slipped = tuple(one for one in counts if one.value > gap and may_be(one.value, one.value - gap))
        few = abs(gap) <= (_FEW if added >= _MANY else 1) or (
            named == _BEFORE and _is_total_wrong(added, total)
        )
        if few or slipped:
            told = "＋".join(f"{value:f}" for value in values)
            yield Doubt(tuple(counts), f"{told}＝{added:f}，{named}是 {total:f}", slipped or tuple(counts))
            return


def _wrong_total(
    counts: Sequence[Figure], added: Decimal, totals: Mapping[Decimal, str], right: Set[Decimal]
) -> Iterator[Doubt]:
    """Where a list makes up a number of the tables, the total told before it that is this one miswritten."""
    told = [total for total, named in totals.items() if named == _BEFORE and total not in right]
    if added not in told and any(is_miswritten(total, added) for total in told):
        total = next(one for one in told if is_miswritten(one, added))
        says_so = "＋".join(f"{one.value:f}" for one in counts)
        yield Doubt(tuple(counts), f"{says_so}＝{added:f}，{_BEFORE}是 {total:f}", tuple(counts))


def _sums_of_runs(values: Sequence[Decimal]) -> set[Decimal]:
    """What some of the numbers beside each other make up."""
    ends = range(_PAIR, len(values) + 1)
    return {sum(values[first:end], Decimal(0)) for end in ends for first in range(end - 1)}


def _is_total_wrong(added: Decimal, total: Decimal) -> bool:
    """Whether digits of a large total told before were exchanged, left out or written twice."""
    return min(added, total) >= _MANY and is_miswritten(added, total)
