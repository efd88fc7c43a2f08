"""Totals and the numbers that they add up, told in one sentence, where a slip of the pen parts them: 三栏合计699条."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from model.prose.figures import Figure
from model.prose.slips_of_pen import digits, is_miswritten, is_slip, is_whole_apart

_SUM: Final = re.compile(
    r"(?:合计|共计|总计|总共|一共|相加|加起来|之和|小计|[两三四五六七八九十2-9](?:[项类栏种者部]|个?(?:渠道|平台|方式))(?:合并|共)?)[^\d,;:、（）]{0,8}$"
)
"""Words right before a number that say it adds up the ones before."""
_PERHAPS: Final = re.compile(r"(?:(?<!公)共(?![同享])[^\d,;:、（）]{0,8}|全年[^\d,;:、（）]{0,4})$")
"""Those that may say so."""
_HOW_MANY: Final = re.compile(
    r"(?P<first>前)?(?P<many>[两三四五六七八九十2-9])(?:[项类栏种者部]|个?(?:渠道|平台))[^\d]{0,12}$"
)
_MANY: Final = {sign: many for many, sign in enumerate("一二三四五六七八九十", 1)}
_PARTS: Final = re.compile("其中|分别|包括|包含|内含|含|即|[:（]")
_ALL_PARTS: Final = re.compile("分别|即")
_REST: Final = re.compile("其他|其余|其它|余下")
_FIRST_OF_ALL: Final = re.compile("第[一1](?:季|场|期|批|次)")
_CHANGED: Final = re.compile("[增减升降多少]|比|较|净")
_LEAST: Final = 10
_LARGE: Final = 100
_PAIR: Final = 2
_SEVERAL: Final = 3


class Doubt(NamedTuple):
    """Numbers that should make up each other and do not: what is reckoned, and the ones that a slip would have to be in."""

    figures: tuple[Figure, ...]
    says: str
    slipped: tuple[Figure, ...]


def wrong_totals(figures: Sequence[Figure]) -> Iterator[Doubt]:
    """Yield the totals that a slip parts from the sum of the numbers told with them."""
    counts = [figure for figure in figures if figure.counts and not _CHANGED.search(figure.own)]
    for place, figure in enumerate(counts):
        if is_sum(figure.value, counts, place):
            continue
        for run in (*_runs_before(counts, place), *_run_behind(counts, place)):
            slipped = tuple(_slipped(figure, run))
            if slipped:
                yield Doubt((figure, *run), _says(figure, run), slipped)
                break


def is_sum(total: Decimal, counts: Sequence[Figure], place: int) -> bool:
    """Return whether any numbers in a row make up the total, which stands at a place among them."""
    values = [figure.value for figure in counts]
    for first in range(len(values)):
        added = values[first]
        for last in range(first + 1, len(values)):
            added += values[last]
            if added == total and not first <= place <= last:
                return True
    return False


def _runs_before(counts: Sequence[Figure], place: int) -> Iterator[Sequence[Figure]]:
    """The numbers before a total that it may add up, by its words."""
    total, before = counts[place], counts[:place]
    runs = [before[first:] for first in range(place - 1)]
    many = _HOW_MANY.search(total.before)
    if not runs or not (_SUM.search(total.own) or _SUM.search(total.before)):
        together = bool(runs) and _PERHAPS.search(total.own) is not None
        yield from runs[:1] if together and all(one.unit == total.unit for one in before) else ()
    elif many:
        number = _MANY.get(many["many"]) or (_PAIR if many["many"] == "两" else int(many["many"]))
        row = counts[: number if many["first"] else 0]
        yield from ([row] if row else (run for run in runs if len(run) == number))
    else:
        yield from (run for run in runs if all(_goes_with(one, total) for one in run))


def _goes_with(one: Figure, total: Figure) -> bool:
    return one.unit == total.unit or not one.unit or not total.unit or total.next == "（"


def _run_behind(counts: Sequence[Figure], place: int) -> Iterator[Sequence[Figure]]:
    """The numbers behind a total that are all its parts, by their words."""
    total = counts[place]
    if place + _PAIR >= len(counts) or total.value < _LEAST:
        return
    first = counts[place + 1]
    if first.depth < total.depth:
        # （网站6条，公众号305条），其中动态86条: parts of what the bracket tells of as well.
        return
    parts: list[Figure] = []
    for one in counts[place + 1 :]:
        if (one.depth <= total.depth < first.depth) or (one.unit and total.unit and one.unit != total.unit):
            break
        if one.depth <= first.depth:
            parts.append(one)
    if len(parts) < _PAIR or not _PARTS.search(first.before):
        return
    closed = _ALL_PARTS.search(first.before) or _REST.search(parts[-1].own) or _FIRST_OF_ALL.search(first.own)
    large = len(digits(total.value)) + (len(parts) > _PAIR) > _SEVERAL
    if closed or (large and _would_add_up(total, parts)):
        yield parts


def _would_add_up(total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether two digits in the other order, or one more or less, would make the parts all there is: seldom by chance."""
    added = sum((part.value for part in parts), Decimal(0))
    meant = ((total.value, added), *((part.value, part.value - added + total.value) for part in parts))
    if any(value > 0 and is_whole_apart(told, value) for told, value in meant):
        return True
    return any(min(told, value) >= _LARGE and is_miswritten(told, value) for told, value in meant)


def _slipped(total: Figure, parts: Sequence[Figure]) -> Iterator[Figure]:
    """The numbers in which one slip would part the total from the sum."""
    added = sum((part.value for part in parts), Decimal(0))
    gap = added - total.value
    if is_slip(total.value, added):
        yield total
    yield from (part for part in parts if is_slip(part.value, part.value - gap))


def _says(total: Figure, parts: Sequence[Figure]) -> str:
    added = sum((part.value for part in parts), Decimal(0))
    return f"{'＋'.join(f'{part.value:f}' for part in parts)}＝{added:f}，写的是 {total.value:f}"
