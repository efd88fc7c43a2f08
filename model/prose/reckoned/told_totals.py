"""Totals and the numbers that they add up, told in one sentence, where a slip of the pen parts them: 三栏合计699条."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, pairwise, takewhile
from typing import Final, NamedTuple

from model.prose.reckoned.figures import Figure
from model.prose.reckoned.made_up import is_part_of_sum, is_sum_of_some
from model.prose.reckoned.parts_by_bodies import are_of_all_bodies, parts_by_bodies
from model.prose.reckoned.reckoned_words import Said, found, says
from model.prose.slips_of_pen import digits, is_miswritten, is_slip, is_whole_apart
from model.prose.words.claim_words import vocabulary
from model.prose.words.numerals import PAPERS

_MANY: Final = {sign: many for many, sign in enumerate("一二三四五六七八九十", 1)}
_BODIES: Final = frozenset(("个", "家", "所"))
"""Units in which bodies are counted together."""
_LEAST: Final = 10
_LARGE: Final = 100
_PAIR: Final = 2
_SEVERAL: Final = 3
_LONG: Final = 5
_TEN: Final = 10


class Doubt(NamedTuple):
    """Numbers that should make up each other and do not: what is reckoned, and the ones that a slip would have to be in."""

    figures: tuple[Figure, ...]
    says: str
    slipped: tuple[Figure, ...]


def wrong_totals(figures: Sequence[Figure]) -> Iterator[Doubt]:
    """Yield the totals that a slip parts from the sum of the numbers told with them."""
    counts = [figure for figure in figures if figure.counts and not says(Said.CHANGED, figure.own)]
    behind_change = {after for one, after in pairwise(figures) if one.counts and one not in counts}
    for place, figure in enumerate(counts):
        if figure in behind_change and not says(Said.ADDS_UP, figure.own):
            # 期初5件，新收164件，减期末7件，全年162件
            continue
        closed = tuple(_closed_behind(figure, counts[place + 1 :]))
        if (is_sum_of_some(counts, place) or is_part_of_sum(counts, place)) and not closed:
            continue
        for run in closed or (*_runs_before(counts, place), *_runs_behind(counts, place)):
            slipped = _slipped_together(figure, run, counts[: place + 1])
            if slipped:
                yield Doubt((figure, *run), _says(figure, run), slipped)
                break


def _slipped_together(total: Figure, run: Sequence[Figure], row: Sequence[Figure]) -> tuple[Figure, ...]:
    """Which of a total and the numbers that it may add up slipped, none where they are right; `row` ends with the total."""
    added = sum(one.value for one in run)
    if added == total.value or _is_of_row(row, run) or _is_one_of_row(row, run):
        return ()
    slipped = tuple(_slipped(total, run))
    if are_of_all_bodies(run):
        any_of_them = bool(slipped) or added > total.value or _is_sum_of(total, run)
    else:
        any_of_them = not slipped and _is_sum_of(total, run)
    return (total, *run) if any_of_them else slipped


def _is_of_row(row: Sequence[Figure], run: Sequence[Figure]) -> bool:
    """复议6件、诉讼11件，其中维持13件、撤销4件: whether the numbers behind make up several that stand in a row before."""
    added = sum((one.value for one in run), Decimal(0))
    behind = bool(run) and run[0].start > row[-1].start
    return behind and any(sum(one.value for one in row[first:]) == added for first in range(len(row) - 1))


def _is_one_of_row(row: Sequence[Figure], run: Sequence[Figure]) -> bool:
    """答复60件：公开29件，其中全部公开20件；不公开31件: whether a number and what stands behind ; make up one before."""
    stop = next((n for n, one in enumerate(run) if n and one.before.startswith(";")), None)
    if stop is None or run[0].start < row[-1].start:
        return False
    added = sum((one.value for one in run[stop:]), row[-1].value)
    return any(one.value == added for one in row[:-1])


def _runs_before(counts: Sequence[Figure], place: int) -> Iterator[Sequence[Figure]]:
    """The numbers before a total that it may add up, by its words."""
    total, before = counts[place], counts[:place]
    runs = [before[first:] for first in range(place - 1)]
    many = found(Said.HOW_MANY, total.before)
    if not runs or not (says(Said.ADDS_UP, total.own) or says(Said.ADDS_UP, total.before)):
        together = bool(runs) and (says(Said.MAY_ADD_UP, total.own) or _sums_up_rest(total, before))
        yield from runs[:1] if together and all(_is_counted_alike(one, total) for one in before) else ()
    elif many:
        number = _MANY.get(many["many"]) or (_PAIR if many["many"] == "两" else int(many["many"]))
        row = counts[: number if many["first"] else 0]
        yield from ([row] if row else (run for run in runs if len(run) == number))
    else:
        # 公开8件、不公开2件、其他1件，合计11件: a total adds up what is joined with 、, all of it.
        whole = (run for n, run in enumerate(runs) if n == 0 or not run[0].before.startswith("、"))
        yield from (run for run in whole if all(_goes_with(one, total) for one in run))
        # 31个部门收到214件，16个乡镇收到138件，合计352件: those of its unit, whatever else is counted beside them.
        alike = [one for one in before if one.unit == total.unit and one.depth == total.depth]
        nested = any(says(Said.PARTS_FOLLOW, one.before) for one in alike[1:])
        # 许可253项、处罚824项，编成24个领域共计665项: a number of another unit with no mark behind it is of the total.
        joined = _PAIR <= len(alike) < len(before) and (before[-1] is alike[-1] or "," in total.before)
        yield from [alike] if joined and not nested else []


def _sums_up_rest(total: Figure, before: Sequence[Figure]) -> bool:
    """动态29条，公告11条，其他8条，累计48条: whether it is told behind a list that ends with all others."""
    return says(Said.ADDS_UP_REST, total.own) and says(Said.REST, before[-1].own)


def _is_counted_alike(one: Figure, total: Figure) -> bool:
    """Whether both have one unit; bodies have several, and papers: 68个部门、152家单位，共220个; 公告92条、解读8篇，共100条."""
    units = {one.unit, total.unit}
    return len(units) == 1 or units <= _BODIES or (units <= PAPERS and ";" not in total.before)


def _is_sum_of(total: Figure, run: Sequence[Figure]) -> bool:
    """Whether words right before a total say that it adds up so many numbers as stand before it: 三项之和108件."""
    many = found(Said.HOW_MANY, total.own)
    told = many is not None and says(Said.ADDS_ALL, total.own)
    alike = all(one.unit == total.unit and one.depth == total.depth for one in run)
    return told and alike and run[-1].end <= total.start and sum(one.value for one in run) != total.value


def _goes_with(one: Figure, total: Figure) -> bool:
    return one.unit == total.unit or not one.unit or not total.unit or total.next == "（"


def _runs_behind(counts: Sequence[Figure], place: int) -> Iterator[Sequence[Figure]]:
    """The numbers behind a total that are all its parts, by their words: up to a semicolon, or all of them."""
    total = counts[place]
    if place + _PAIR >= len(counts):
        return
    first = counts[place + 1]
    if total.value < _LEAST:
        yield from _too_many_of_few(total, counts[place + 1 :])
        return
    if _are_new_and_old(counts[place + 1 : place + 1 + _PAIR]) and first.depth == total.depth:
        yield counts[place + 1 : place + 1 + _PAIR]
    if ";" in first.before and "其中" not in first.before:
        # 当面47件；申请主体：个人195件: another list.
        return
    if first.depth < total.depth or not says(Said.PARTS_FOLLOW, first.before):
        # （网站6条，公众号305条），其中动态86条: parts of what the bracket tells of as well.
        return
    if total.depth and "）" in first.before:
        # 甲局（19件）、乙局（11件）: another bracket.
        return
    every = _parts_behind(total, counts[place + 1 :])
    stop = next((n for n, one in enumerate(every) if n and ";" in one.before), 0)
    if stop and sum(one.value for one in every[:stop]) == total.value:
        # 31件：维持21件、纠正10件；其余…: what follows is of others.
        return
    for parts in (every[:stop], every) if stop else (every,):
        if len(parts) >= _PAIR and _are_all(total, parts):
            yield parts


def _too_many_of_few(total: Figure, behind: Sequence[Figure]) -> Iterator[Sequence[Figure]]:
    """专区3处，其中中心1处、街道3处: of a small total parts joined in one row that are more than it."""
    if "其中" not in behind[0].before:
        return
    row = [behind[0], *takewhile(lambda one: one.before.startswith("、"), behind[1:])]
    alike = all(one.unit == total.unit and one.depth == total.depth for one in row)
    if alike and len(row) >= _PAIR and sum(one.value for one in row) > total.value:
        yield row


def _closed_behind(total: Figure, behind: Sequence[Figure]) -> Iterator[Sequence[Figure]]:
    """The parts behind a total that leave nothing out, whatever else may add up to it by chance."""
    yield from _closed_behind_aside(total, behind)
    bodies = parts_by_bodies(total, behind)
    if bodies:
        yield bodies


def _closed_behind_aside(total: Figure, behind: Sequence[Figure]) -> Iterator[Sequence[Figure]]:
    """收到25件（含结转1件），其中自然人24件，其他1件: the parts behind a bracket, where they leave nothing out."""
    level = list(takewhile(lambda one: one.depth >= total.depth, behind))
    parts = [one for one in level if one.depth == total.depth and one.unit == total.unit]
    aside = len(parts) >= _PAIR and behind[0].depth > total.depth and total.value >= _LEAST
    if aside and "其中" in parts[0].before and says(Said.REST, parts[-1].own):
        yield parts


def _parts_behind(total: Figure, behind: Sequence[Figure]) -> list[Figure]:
    """The numbers behind a total that count the same, those within one of them left out."""
    depth = behind[0].depth
    parts: list[Figure] = []
    for one in behind:
        if parts and ";" in one.before and says(Said.OF_STOCK, one.own):
            break
        if (one.depth <= total.depth < depth) or (one.unit and total.unit and one.unit != total.unit):
            break
        if one.depth <= depth:
            parts.append(one)
    return _without_parts(parts)


def _without_parts(counts: Sequence[Figure]) -> list[Figure]:
    """The numbers without those that make up the one before them, or are the one part of it that is told.

    民生信息38条，包括清单2条、事故36条; 公开39件，其中全部公开30件；不予公开7件.
    """
    left, kept = list(counts), []
    while left:
        kept.append(left.pop(0))
        added = list(accumulate(one.value for one in left))
        if left and says(Said.PARTS_FOLLOW, left[0].before) and kept[-1].value in added[1:]:
            del left[: added.index(kept[-1].value, 1) + 1]
        elif len(left) > 1 and _is_one_part(kept[-1], left[0], left[1]):
            del left[0]
    return kept


def _is_one_part(whole: Figure, part: Figure, after: Figure) -> bool:
    among = part.own.startswith("其中") and ";" not in part.before
    return among and after.before.startswith(";") and part.value <= whole.value


def _are_all(total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether parts leave nothing out: by their words, as one is larger than the total, or as a slip would make it so."""
    first, last = parts[0], parts[-1]
    if says(Said.ALL_FOLLOW, first.before) or says(Said.REST, last.own) or says(Said.FIRST_OF_ALL, first.own):
        return True
    if max(one.value for one in parts) > total.value:
        return True
    large = len(digits(total.value)) + (len(parts) > _PAIR) > _SEVERAL
    return (large and _would_add_up(total, parts)) or _is_miswritten_in(total, parts)


def _are_new_and_old(parts: Sequence[Figure]) -> bool:
    """Whether a total is told by what came in the year and what was left from the one before: 本年10件，上年结转1件."""
    return len(parts) == _PAIR and all(
        says(side, part.own) for side, part in zip((Said.OF_THIS_YEAR, Said.OF_LAST_YEAR), parts, strict=True)
    )


def _are_the_kinds(parts: Sequence[Figure]) -> bool:
    """Whether the parts are of all the kinds there are: 线上12件、线下9件."""
    return any(
        len(kinds) == len(parts)
        and {kind for kind in kinds for part in parts if part.own.endswith(kind)} == kinds
        for kinds in vocabulary().complete
    )


def _are_told_alike(parts: Sequence[Figure]) -> bool:
    """Whether both parts begin with one word, or each with that of a way: 发布公告92条，发布土地信息13条."""
    begin = {part.own.removeprefix("其中")[:_PAIR] for part in parts}
    return (len(begin) == 1 and len(parts) == _PAIR) or all(says(Said.WAY, part.own) for part in parts)


def _would_add_up(total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether two digits in the other order, or one more or less, would make the parts all there is: seldom by chance."""
    meant = tuple(_meant(total, parts))
    if any(value > 0 and is_whole_apart(told, value) for told, value in meant):
        return True
    return any(min(told, value) >= _LARGE and is_miswritten(told, value) for told, value in meant)


def _is_miswritten_in(total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether digits would make the parts all there is, of a list that is no choice of some.

    Such are ways beside each other, 通过网站121条，通过公众号72条; all kinds there are, 主办15件、会办9件; parts that are more
    than the total; and several that are far less than it.
    """
    added = sum((part.value for part in parts), Decimal(0))
    gap = added - total.value
    far = -gap > added if len(parts) < _LONG else -gap * _PAIR >= added
    chosen = gap < 0 and not (far and len(parts) > _PAIR)
    if chosen and not _are_the_kinds(parts) and not _are_told_alike(parts):
        return False
    return any(
        min(told, value) >= _LEAST and is_miswritten(told, value) for told, value in _meant(total, parts)
    )


def _meant(total: Figure, parts: Sequence[Figure]) -> Iterator[tuple[Decimal, Decimal]]:
    """Each number with what it would have to be for the parts to make up the total."""
    added = sum((part.value for part in parts), Decimal(0))
    yield total.value, added
    yield from ((part.value, part.value - added + total.value) for part in parts)


def _slipped(total: Figure, parts: Sequence[Figure]) -> Iterator[Figure]:
    """The numbers in which one slip would part the total from the sum."""
    added = sum((part.value for part in parts), Decimal(0))
    gap = added - total.value
    if is_slip(total.value, added):
        yield total
    rest = parts[-1] if gap > 0 and says(Said.REST, parts[-1].own) else None
    yield from (part for part in parts if is_slip(part.value, part.value - gap) or part is rest)


def _says(total: Figure, parts: Sequence[Figure]) -> str:
    added = sum((part.value for part in parts), Decimal(0))
    return f"{'＋'.join(f'{part.value:f}' for part in parts)}＝{added:f}，写的是 {total.value:f}"
