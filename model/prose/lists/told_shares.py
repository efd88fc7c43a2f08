"""Shares told with part and whole: 不予处理35件，其中信访类31件，占不予处理总数的88.6%.

Where some shares of a paragraph are right for a number told there, the one that is right for none is odd.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Final

from model.prose.lists.counted_lists import LONGEST, Number, counted_in
from model.prose.lists.list_shares import ListShare, agrees
from model.prose.words.claim_words import vocabulary
from model.prose.words.numerals import Quantity, quantities

_DEALT: Final = "分别"
"""Right before shares of several numbers in their order."""
_RATE: Final = re.compile(r"(?P<what>[\u4e00-\u9fff]{2})率")
_NUMBER: Final = re.compile(r"\d[\d.]*")
_NEAR: Final = 16
"""Characters between a part and its share."""
_ALL: Final = 100
_PAIR: Final = 2
_MANY: Final = 3
"""Shares that must be of one whole before another beside them is taken to be of it, too."""


def told_shares(text: str) -> Iterator[ListShare]:
    """Yield each share of a squeezed paragraph that is not that of the number told before it in a whole that is told."""
    if "%" not in text or len(text) > LONGEST:
        return
    shares = [one for one in quantities(text) if one.unit == "%" and 0 < one.low == one.high < _ALL]
    numbers = (
        [number for number in counted_in(text) if number.is_exact and number.quantity.unit] if shares else []
    )
    yield from _of_named(text, shares, numbers)
    yield from _odd(list(_pairs(text, shares, numbers)), numbers)


def _of_named(text: str, shares: Sequence[Quantity], numbers: Sequence[Number]) -> Iterator[ListShare]:
    """Shares of what is named before them: 占不予处理总数的88.6%, 占不予公开总数（109件）的66.1%, 占三类合计的10.6%."""
    for match in vocabulary().passages["share_of"].finditer(text):
        share = next((one for one in shares if match.start() < one.start == match.start("share")), None)
        before = [number for number in numbers if number.quantity.end <= match.start()]
        if share is None or not before or text.endswith(_DEALT, 0, match.start()):
            continue
        whole = _named(text, match, before)
        part = _part(text, match, before, added=bool(match["count"]))
        if whole is None or part is None or part.low >= whole.low:
            continue
        told = ListShare(share, part, whole)
        if not agrees(told):
            yield told


def _named(text: str, match: re.Match[str], before: Sequence[Number]) -> Quantity | None:
    """The whole that a share is told of: in a bracket, as the sum of the last so many numbers, or by its name."""
    if match["told"]:
        place = match.start("told")
        return next((one for one in quantities(text) if one.start == place), None)
    if match["count"]:
        row = [number.quantity for number in before[-vocabulary().counted[match["count"]] :]]
        total = sum((one.low for one in row), Decimal(0))
        alike = len(row) >= _PAIR and len({one.unit for one in row}) == 1
        return row[-1]._replace(low=total, high=total) if alike else None
    name = match["name"]
    named = [one.quantity for one in before if name and text.endswith(name, 0, one.quantity.start)]
    return named[-1] if named else None


def _part(text: str, match: re.Match[str], before: Sequence[Number], *, added: bool) -> Quantity | None:
    """The number that a share is told of: the one right before it, or the one of the name right before it."""
    last = before[-1].quantity
    words = text[last.end : match.start()].strip(",、（其中")
    if not added:
        return last if len(words) <= _NEAR and "。" not in words else None
    named = [one.quantity for one in before if words and text.endswith(words, 0, one.quantity.start)]
    return named[-1] if named else None


def _pairs(
    text: str, shares: Sequence[Quantity], numbers: Sequence[Number]
) -> Iterator[tuple[Quantity, Quantity]]:
    """Numbers with the shares told right behind them: 网上20件，占62.5%."""
    follows = vocabulary().passages["share_follows"]
    ends = {number.quantity.end: number.quantity for number in numbers}
    for share in shares:
        part = next((ends[end] for end in range(share.start, share.start - _NEAR, -1) if end in ends), None)
        if part is None or follows.fullmatch(text, part.end, share.start) is None:
            continue
        if not _names_another(text, part, share):
            yield part, share


def _names_another(text: str, part: Quantity, share: Quantity) -> bool:
    """维持6件、纠正1件，维持率75%: whether a rate has the name of a number that is told before the one right before it."""
    rate = _RATE.search(text, part.end, share.start)
    if rate is None:
        return False
    sentence = text[text.rfind("。", 0, part.start) + 1 : part.start]
    own = _NUMBER.split(sentence)[-1]
    return rate["what"] in sentence and rate["what"] not in own


def _odd(pairs: Sequence[tuple[Quantity, Quantity]], numbers: Sequence[Number]) -> Iterator[ListShare]:
    """The share that is right for none of the numbers told, where others are right for one."""
    told = [list(_wholes(part, share, numbers)) for part, share in pairs]
    found = [one for wholes in told for one in wholes]
    if not found or sum(not wholes for wholes in told) != 1:
        return
    for (part, share), wholes in zip(pairs, told, strict=True):
        if not wholes and found[0].low > part.low:
            yield ListShare(share, part, found[0])


def odd_among_like(text: str) -> Iterator[ListShare]:
    """Yield the share of a sentence that is not of the number of which all those beside it are.

    It may be near to that of another whole, so that by itself it would pass. One that is right for a number told with a
    share itself is of a part of that: 不公开40件，占25%，其中秘密8件，占20%.
    """
    if text.count("%") <= _MANY or len(text) > LONGEST:
        return
    shares = [one for one in quantities(text) if one.unit == "%" and 0 < one.low == one.high < _ALL]
    numbers = [number for number in counted_in(text) if number.is_exact and number.quantity.unit]
    every = list(_pairs(text, shares, numbers))
    for _, group in groupby(every, key=lambda pair: text.count("。", 0, pair[1].start)):
        yield from _odd_of(list(group), numbers)


def _odd_of(pairs: Sequence[tuple[Quantity, Quantity]], numbers: Sequence[Number]) -> Iterator[ListShare]:
    """The one share that is not of the number of which all the others are; none where they are all of one."""
    wholes = (
        {number.quantity.low: number.quantity for number in numbers}.values() if len(pairs) > _MANY else ()
    )
    missed = [
        [ListShare(share, part, whole) for part, share in pairs if not _fits(share, part, whole)]
        for whole in wholes
    ]
    odd = next((shares[0] for shares in missed if len(shares) == 1), None)
    if odd is None or [] in missed or odd.part.low >= odd.whole.low or agrees(odd):
        return
    larger = [part for part, _ in pairs if part.low > odd.part.low]
    if not any(_fits(odd.quantity, odd.part, part) for part in larger):
        yield odd


def _fits(share: Quantity, part: Quantity, whole: Quantity) -> bool:
    """Whether a share is right to its last digit, rounded or cut off."""
    unit = Decimal(1).scaleb(int(share.low.as_tuple().exponent))
    return whole.low > 0 and abs(part.low * 100 / whole.low - share.low) < unit


def _wholes(part: Quantity, share: Quantity, numbers: Sequence[Number]) -> Iterator[Quantity]:
    for number in numbers:
        if number.quantity.low > part.low and agrees(ListShare(share, part, number.quantity)):
            yield number.quantity
