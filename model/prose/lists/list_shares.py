"""Shares told of the numbers of a list: 共320条，其中动态240条，占75%；公告60条，占18.75%；其他20条，占6.25%.

Of what they are taken the other shares tell: where they are right for the total of the list, so must the odd one be.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from model.prose.lists.asides import end_of_aside
from model.prose.lists.counted_lists import CountedList, Number, lists_in
from model.prose.words.claim_words import vocabulary
from model.prose.words.numerals import Quantity, quantities

_POINT: Final = Decimal("0.1")
_ENOUGH: Final = 2
"""Shares that must be right before one more is taken to be wrong."""


class ListShare(NamedTuple):
    """A share that is not that of its part in the whole of the list."""

    quantity: Quantity
    part: Quantity
    whole: Quantity


def odd_shares(text: str) -> Iterator[ListShare]:
    """Yield the share of each list of a squeezed paragraph that alone does not agree with its total."""
    if text.count("%") <= _ENOUGH:
        return
    for entry in lists_in(text):
        shares = list(_shares_of(text, entry))
        odd = [share for share in shares if not agrees(share)]
        if len(odd) == 1 and len(shares) > _ENOUGH:
            yield odd[0]


def _shares_of(text: str, entry: CountedList) -> Iterator[ListShare]:
    for part in entry.parts:
        share = _share_behind(text, part)
        if share is not None and entry.whole.count:
            yield ListShare(share, part.quantity, entry.whole.quantity)


def _share_behind(text: str, part: Number) -> Quantity | None:
    start = end_of_aside(text, part.quantity.end)
    told = vocabulary().passages["list_share"].match(text, start)
    if told is None:
        return None
    quantity = next(quantities(told[0]), None)
    if quantity is None or quantity.unit != "%" or quantity.low != quantity.high:
        return None
    return quantity._replace(start=start + quantity.start, end=start + quantity.end)


def agrees(share: ListShare) -> bool:
    """Return whether a share is right as it is rounded, or cut off at its last digit."""
    told = share.quantity.low
    exact = share.part.low * 100 / share.whole.low
    unit = Decimal(1).scaleb(int(told.as_tuple().exponent))
    return told - max(_POINT, unit / 2) <= exact < told + max(_POINT, unit)
