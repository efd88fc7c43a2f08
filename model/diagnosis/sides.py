"""How likely the counts on one side of a balance are: cases fall into its rows as in the columns beside, or in their own way."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from math import exp, lgamma, log
from typing import Final

from model.diagnosis.system import column_of
from model.form import Form, IdentityKind

_UNSEEN: Final = (1.5, 12.0)
"""As many cases stand on each side, all its rows alike, for what is not known of it: few rows hold all, or many hold some."""

_ALIKE: Final = (300, 0)
"""Of so many cases of the other columns at most does a side's pattern learn; of none where one applicant filled it alone."""

_IN_ITS_OWN_WAY: Final = 0.1
"""How many sides have nothing to do with those beside them."""


class Side:
    """The counts of one side of a column's balance by cell, and what their rows hold beside them.

    Its likelihood is Dirichlet's multinomial, mixed of patterns that learn from the other columns and that do not.
    """

    def __init__(self, counts: Mapping[str, int], beside: Mapping[str, int]) -> None:
        self._counts = counts
        self._whole = sum(counts.values())
        elsewhere = sum(beside.values())
        self._patterns: list[Mapping[str, float]] = []
        for unseen in _UNSEEN:
            for most in _ALIKE:
                learnt = min(1.0, most / elsewhere) if elsewhere else 0.0
                pattern = {key: unseen / len(counts) + learnt * beside[key] for key in counts}
                self._patterns.append(pattern)

    def suits_better(self, changes: Mapping[str, int]) -> float:
        """Return the log of how much likelier the side is with these counts than as it stands."""
        changed = [
            likelihood + self._gain(pattern, changes)
            for likelihood, pattern in zip(self._standing, self._patterns, strict=True)
        ]
        return _mixed(changed) - _mixed(self._standing)

    @cached_property
    def _standing(self) -> Sequence[float]:
        """The log of the likelihood of the side as it stands, by pattern."""
        return [self._likelihood(pattern) for pattern in self._patterns]

    def _likelihood(self, pattern: Mapping[str, float]) -> float:
        cells = (_of_cell(count, pattern[key]) - lgamma(pattern[key]) for key, count in self._counts.items())
        whole = sum(pattern.values())
        return sum(cells) + lgamma(whole) + _of_whole(self._whole, whole)

    def _gain(self, pattern: Mapping[str, float], changes: Mapping[str, int]) -> float:
        """By how much the changes raise the log of the likelihood."""
        gain, becomes = 0.0, self._whole
        for key, true in changes.items():
            gain += _of_cell(true, pattern[key]) - _of_cell(self._counts[key], pattern[key])
            becomes += true - self._counts[key]
        whole = sum(pattern.values())
        return gain + _of_whole(becomes, whole) - _of_whole(self._whole, whole)


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
