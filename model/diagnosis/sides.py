"""How likely the counts on one side of a balance are: cases fall into its rows as in the columns beside, or in their own way."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from math import exp, lgamma, log
from typing import Final, NamedTuple, Self

from model.diagnosis.system import column_of
from model.form import Form, IdentityKind

_UNSEEN: Final = (1.5, 12.0)
"""As many cases stand on each side, all its rows alike, for what is not known of it: few rows hold all, or many hold some."""

_ALIKE: Final = (300, 0)
"""Of so many cases of the other columns at most does a side's pattern learn; of none where one applicant filled it alone."""

_IN_ITS_OWN_WAY: Final = 0.1
"""How many sides have nothing to do with those beside them."""


class _Pattern(NamedTuple):
    """How many cases each cell of a side is likely to have, seen and unseen: `whole` is the sum of their `weights`."""

    weights: Mapping[str, float]
    whole: float

    @classmethod
    def of(cls, beside: Mapping[str, int], unseen: float, learnt: float) -> Self:
        """Return the pattern that learns from the counts beside each cell."""
        weights = {key: unseen / len(beside) + learnt * count for key, count in beside.items()}
        return cls(weights, sum(weights.values()))


class Side:
    """The counts of one side of a column's balance by cell, and what their rows hold beside them.

    Its likelihood is Dirichlet's multinomial, mixed of patterns that learn from the other columns and that do not.
    """

    def __init__(self, counts: Mapping[str, int], beside: Mapping[str, int]) -> None:
        self._counts = counts
        self._whole = sum(counts.values())
        elsewhere = sum(beside.values())
        self._patterns = [
            _Pattern.of(beside, unseen, min(1.0, most / elsewhere) if elsewhere else 0.0)
            for unseen in _UNSEEN
            for most in _ALIKE
        ]

    def suits_better(self, changes: Mapping[str, int]) -> float:
        """Return the log of how much likelier the side is with these counts than as it stands."""
        changed = [
            likelihood + self._gain(pattern, changes)
            for likelihood, pattern in zip(self._by_pattern, self._patterns, strict=True)
        ]
        return _mixed(changed) - self._standing

    @cached_property
    def _standing(self) -> float:
        """The log of the likelihood of the side as it stands."""
        return _mixed(self._by_pattern)

    @cached_property
    def _by_pattern(self) -> Sequence[float]:
        """The same by pattern."""
        return [self._likelihood(pattern) for pattern in self._patterns]

    def _likelihood(self, pattern: _Pattern) -> float:
        weights = pattern.weights
        cells = (_of_cell(count, weights[key]) - lgamma(weights[key]) for key, count in self._counts.items())
        return sum(cells) + lgamma(pattern.whole) + _of_whole(self._whole, pattern.whole)

    def _gain(self, pattern: _Pattern, changes: Mapping[str, int]) -> float:
        """By how much the changes raise the log of the likelihood."""
        gain, becomes = 0.0, self._whole
        for key, true in changes.items():
            weight, count = pattern.weights[key], self._counts[key]
            gain += _of_cell(true, weight) - _of_cell(count, weight)
            becomes += true - count
        return gain + _of_whole(becomes, pattern.whole) - _of_whole(self._whole, pattern.whole)


def _of_cell(count: int, weight: float) -> float:
    return lgamma(count + weight) - lgamma(count + 1)


def _of_whole(count: int, weight: float) -> float:
    return lgamma(count + 1) - lgamma(count + weight)


def _mixed(likelihoods: Sequence[float]) -> float:
    """The log of the likelihood where any of the patterns may be the true one."""
    weights = (1 - _IN_ITS_OWN_WAY, _IN_ITS_OWN_WAY) * len(_UNSEEN)
    top = max(likelihoods)
    return top + log(sum(weight * exp(each - top) for weight, each in zip(weights, likelihoods, strict=True)))


@cache
def sides_of(form: Form) -> Mapping[str, tuple[str, ...]]:
    """Return entered cell → the entered cells of its side of the balance; of its column, where there is no balance."""
    columns: dict[str, tuple[str, ...]] = {}
    for key in form.entered:
        columns[column_of(key)] = (*columns.get(column_of(key), ()), key)
    sides = {key: keys for keys in columns.values() for key in keys}
    for identity in form.identities:
        if identity.kind is IdentityKind.BALANCE:
            for side in (identity.left, identity.right):
                keys = tuple(_entered(form, side))
                if len({column_of(key) for key in keys}) == 1:
                    sides.update(dict.fromkeys(keys, keys))
    return sides


def _entered(form: Form, keys: Iterable[str]) -> Iterator[str]:
    """The entered cells among some cells, and those that the others are added up from."""
    for key in keys:
        if key in form.sums:
            yield from _entered(form, form.sums[key])
        else:
            yield key
