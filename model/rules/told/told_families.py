"""Which of several numbers told together is not the table's, where all the others are."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from math import inf
from typing import Final, NamedTuple

from model.prose.reckoned.figures import Figure
from model.prose.reckoned.made_up import is_made_up
from model.prose.slips_of_pen import is_exchanged, is_one_more, is_slip
from model.rules.told.families import NumberOf
from model.rules.told.family_words import says
from model.rules.told.told_parts import Parts

_ENOUGH: Final = 1.3
"""What the numbers that agree must say."""
_ENOUGH_IN_ORDER: Final = 0.85
"""The same where they stand in the order of the tables."""
_NEAR_BY_CHANCE: Final = ((1000, 1.3), (100, 0.8), (20, 0.3), (0, 0.0))
"""What it says that a number is near to the table's: the larger both are, the less it is so by chance."""
_MISWRITTEN: Final = 0.6
"""What it says that it has the same digits, in another order, or one more or less."""
_NOT_FAR: Final = 6
"""A number that words tell is seldom further off."""
_SEVERAL: Final = 3
_PAIR: Final = 2
_TEN: Final = 10


class Slip(NamedTuple):
    """A number that is likely meant to be what these parts of the tables add up to."""

    figure: Figure
    names: tuple[str, ...]
    meant: Decimal


class Elsewhere(NamedTuple):
    """Numbers that may have slipped in from another place: other `cells` of the tables, `last` year's."""

    cells: frozenset[Decimal]
    last: NumberOf

    def has(self, value: Decimal, part: str) -> bool:
        """Whether a number may be another's, told in the place of a part."""
        return value in self.cells or self.last(part) == value


def slip_among(parts: Parts, elsewhere: Elsewhere) -> Slip | None:
    """Return the number that is likely a slip of the pen, if there is just one and none beside it is what was meant."""
    slip = _slip_among(parts, elsewhere) if parts.part_of else None
    if slip is None or slip.figure.value == slip.meant or _is_told_beside(parts, slip):
        return None
    return slip


def slip_across(parts: Parts, elsewhere: Elsewhere) -> Slip | None:
    """Return the number of several sentences that its words tell of a part which no other tells, where all others are told."""
    if len(parts.part_of) < _SEVERAL or parts.score < _ENOUGH:
        return None
    hinted = ((figure, parts.hint(figure)) for figure in parts.open_figures())
    missing = parts.missing
    return _only(
        Slip(figure, (part,), missing[part])
        for figure, part in hinted
        if part in missing
        and figure.value != missing[part]
        and not parts.is_sum_of_others(part)
        and (is_slip(figure.value, missing[part]) or elsewhere.has(figure.value, part))
    )


def _is_told_beside(parts: Parts, slip: Slip) -> bool:
    """诉讼34件，其中信息公开4件: whether a part of the number, which no part of the tables was given to, is what was meant."""
    place = parts.figures.index(slip.figure)
    if _is_told_with_another(parts, slip, place):
        return True
    behind = [one for n, one in enumerate(parts.figures) if n > place and n not in parts.part_of]
    return any(one.value == slip.meant < slip.figure.value and says("within_all", one.own) for one in behind)


def _is_told_with_another(parts: Parts, slip: Slip, place: int) -> bool:
    """公开39件，其中全部公开30件: what is not told and the part told right behind it, in one number."""
    behind = parts.figures[place + 1 : place + 2]
    among = bool(behind) and place + 1 in parts.part_of and behind[0].own.startswith("其中")
    return among and slip.figure.value == slip.meant + behind[0].value


def _slip_among(parts: Parts, elsewhere: Elsewhere) -> Slip | None:
    missing = parts.missing
    if not missing and not parts.known.family.by_words:
        return _of_whole(parts, elsewhere)
    if parts.known.family.by_words:
        return _of_words(parts, elsewhere, missing)
    found = _of_one(parts, elsewhere, *next(iter(missing.items()))) if len(missing) == 1 else None
    if found is None and 1 < len(missing) <= _SEVERAL and parts.score >= _ENOUGH:
        found = _of_several(parts, missing)
    return found or _of_words(parts, elsewhere, missing)


def _of_whole(parts: Parts, elsewhere: Elsewhere) -> Slip | None:
    """The whole right before its parts; 申请8件中 may be all that came, of whom not all are told."""
    whole, first = parts.known.whole, min(parts.part_of) - 1
    if whole is None or first < 0 or parts.score < _ENOUGH_IN_ORDER or parts.tells_whole():
        return None
    if _ends_another_list(parts, first):
        return None
    figure = parts.figures[first]
    came = figure.value in elsewhere.cells and says("within", figure.after)
    told = parts.known.family.of_whole
    slipped = is_slip(figure.value, whole) or (told is not None and told.search(figure.own) is not None)
    found = Slip(figure, (parts.known.family.whole,), whole)
    return found if slipped and not came and figure in parts.free() else None


def _ends_another_list(parts: Parts, place: int) -> bool:
    """网上21件，信函13件，当面3件；自然人36件，企业1件: whether a number before parts is the last of those told with it."""
    alone = place == 0 or ";" in parts.figures[place].before
    return not alone and ";" in parts.figures[place + 1].before


def _of_one(parts: Parts, elsewhere: Elsewhere, part: str, value: Decimal) -> Slip | None:
    """The one part that is not told."""
    ordered = len(parts.part_of) >= _PAIR and parts.is_in_order(part)
    if parts.score < (_ENOUGH_IN_ORDER if ordered else _ENOUGH):
        return None
    many = ordered or len(parts.part_of) >= _SEVERAL
    return _only(
        Slip(figure, (part,), value)
        for figure in parts.free()
        if is_slip(figure.value, value)
        or (many and elsewhere.has(figure.value, part) and not parts.tells_again(figure, part))
        or (many and parts.hint(figure) == part and abs(figure.value - value) <= _NOT_FAR)
        or _completes(parts, figure, value)
    )


def _of_several(parts: Parts, missing: Mapping[str, Decimal]) -> Slip | None:
    """What is left of the parts told in one number: 其余和其他共29件."""
    value = sum(missing.values(), Decimal(0))
    found = _only(
        Slip(figure, tuple(missing), value)
        for figure in parts.free()
        if says("lumped", figure.own) and is_slip(figure.value, value)
    )
    return None if found is None or found.figure.value in missing.values() else found


def _of_words(parts: Parts, elsewhere: Elsewhere, missing: Mapping[str, Decimal]) -> Slip | None:
    """A part that no other number tells and that the words beside this one do."""
    hinted = {figure: part for figure in parts.figures if (part := parts.hint(figure)) in missing}
    hinted = {figure: part for figure, part in hinted.items() if not parts.is_beside_a_stranger(figure)}
    free = parts.free() if hinted else []
    return _only(
        Slip(figure, (part,), missing[part])
        for figure, part in hinted.items()
        if figure in free
        and figure.value not in missing.values()
        and not _is_rest_told(parts, missing[part] - figure.value)
        and (
            _completes(parts, figure, missing[part])
            or parts.score + parts.weight_of_others(figure) + _nearness(figure.value, missing[part])
            >= _ENOUGH
            or (parts.score >= _ENOUGH and elsewhere.has(figure.value, part))
        )
    )


def _completes(parts: Parts, figure: Figure, value: Decimal) -> bool:
    """Whether a total told with the numbers comes out with this value in the place of one, and not without."""
    counts = [*parts.figures]
    if any(one.value == value for one in counts) or len(counts) <= _SEVERAL:
        return False
    place = counts.index(figure)
    counts[place] = figure._replace(value=value)
    return is_made_up(counts, place)


def _is_rest_told(parts: Parts, rest: Decimal) -> bool:
    """Whether what is left of a number is told: 办结92件本年申请和6件上年结转申请 where 98 were handled."""
    return rest >= _SEVERAL and any(figure.value == rest for figure in parts.figures)


def _nearness(told: Decimal, meant: Decimal) -> float:
    """How much it says that a number is but a slip away, as few are of large numbers; less than nothing if it is none."""
    if not is_slip(told, meant):
        return -inf
    near = next(weight for least, weight in _NEAR_BY_CHANCE if min(told, meant) >= least)
    noughts = told == meant * _TEN or meant == told * _TEN
    one_more = is_one_more(told, meant) and (noughts or min(told, meant) >= _SEVERAL)
    return max(near, _MISWRITTEN) if is_exchanged(told, meant) or one_more else near


def _only(found: Iterable[Slip]) -> Slip | None:
    slips = list(found)
    return slips[0] if len(slips) == 1 else None
