"""The line under the heads: whether each column's balance holds, as far as it is known."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from model.form import Form, Identity
from model.values import Value, to_text

Reader: TypeAlias = Callable[[str], Value]
"""Tells the value of a cell."""

_MORE: Final = "＋…"


@dataclass(frozen=True, slots=True)
class Balance:
    """Both sides of a balance as text, whether it holds (None while a part is blank), and by how much they differ."""

    left: str
    right: str
    holds: bool | None
    apart: str = ""

    @property
    def text(self) -> str:
        """`3035 ＝ 3035`, `3035 ≠ 3045`, or what is known so far: `12＋… ＝ …`; "" while nothing is."""
        if not self.left and not self.right:
            return ""
        return f"{self.left or '…'} {'≠' if self.holds is False else '＝'} {self.right or '…'}"

    @property
    def shorter(self) -> tuple[str, ...]:
        """The same in less room, the longest first: without gaps; what both sides are, or by how much they differ.

        One that is not known yet ends with a mere `…`: two half sums in tiny letters tell nobody anything.
        """
        if not self.text:
            return ()
        close = self.text.replace(" ", "").replace("＝", "=")
        if self.holds is None:
            return close, "…"
        return close, self.left if self.holds else f"差{self.apart}"


def balance_of(form: Form, identity: Identity, value: Reader) -> Balance:
    """Return how a balance stands; a side with blank parts shows what its filled parts come to."""
    left, right = (_side(form, keys, value) for keys in (identity.left, identity.right))
    if left[1] and right[1]:
        apart = (left[0] or 0) - (right[0] or 0)
        return Balance(to_text(left[0]), to_text(right[0]), not apart, to_text(max(apart, -apart)))
    return Balance(_partly(*left), _partly(*right), None)


def _side(form: Form, keys: Sequence[str], value: Reader) -> tuple[Value, bool]:
    """The sum of what is known on a side (None where nothing is), and whether that is all of it."""
    known: Value = None
    whole = True
    for key in keys:
        part = value(key)
        complete = part is not None
        if part is None and key in form.sums:
            part, complete = _side(form, form.sums[key], value)
        whole = whole and complete
        if part is not None:
            known = part if known is None else known + part
    return known, whole


def _partly(known: Value, whole: bool) -> str:
    if known is None:
        return ""
    return to_text(known) + ("" if whole else _MORE)
