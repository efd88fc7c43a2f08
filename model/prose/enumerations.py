"""Lists that leave nothing out, and whose sum is a slip of the pen away from their total: 共42条，其中动态78条，公告7条，其他7条.

Whether a list names all there is, its words seldom tell. What tells it is its sum: where the first so many parts make up the
total, they are all of it. Where they would, but for one number with a digit changed or two exchanged, that is a slip.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from model.prose.numerals import Quantity, quantities
from model.prose.relations import Sum

_NOT_COUNTED: Final = frozenset(["%", "倍", "元", "万元"])
"""Units of what is told beside the parts of a list and is none of them."""
_OPENS: Final = re.compile(
    r"(?:（?(?:其中|包括|包含|具体为|具体是|具体如下|分别为|分别是|依次为)(?:包括|[,:])*|[:（])"
    r"|[,;。](?=\d+[\u4e00-\u9fff](?:为|是|系|属|由|来自|通过|涉及))"
)
_REACH: Final = 40
"""Characters between a total and its list."""
_LONGEST_ITEM: Final = 36
"""Characters between two numbers of a list."""
_ENDS: Final = re.compile(
    r"其中|。(?!其中)|合计|共计|总计|累计|(?:两|三|四|以上)[项者类]|总数|同比|[较比](?:上|去|20)|增[加长]|减少|下降|上年|去年|分别"
)
"""What tells that a list is over, or that the next number is of another kind."""
_OPEN: Final = re.compile("主要|[等余多]|例如|部分(?!公开)")
"""What tells that a list leaves out some."""
_LEAST: Final = 10
"""From here on a sum that falls short by one is a slip and not a part left out."""
_FEW: Final = 2
"""Of numbers below ten each may be another: only those this near are."""
_MANY: Final = 100
"""From here on a digit that would have to be another is a slip in the total."""
_NEARLY: Final = 20
"""Parts leave out one in so many at the most where the total may be misread."""
_LONG_LIST: Final = 3


@dataclass(frozen=True, slots=True)
class _Number:
    """A number of the text; `depth` counts the brackets that it stands in."""

    quantity: Quantity
    depth: int

    @property
    def count(self) -> int:
        """The number itself."""
        return int(self.quantity.low)


def slips_in(text: str) -> Iterator[Sum]:
    """Yield each total of a squeezed paragraph that its list misses by a slip."""
    numbers = list(_numbers(text))
    for place, whole in enumerate(numbers[:-2]):
        alone = not _is_one_of_many(text, numbers[: place + 1])
        parts = _parts(text, whole, numbers[place + 1 :], alone=alone)
        goes_on = [text[part.quantity.end] == "、" for part in parts[:-1]]
        counts = [part.count for part in parts]
        if len(parts) > 1 and (short := _slip(whole.count, counts, goes_on)):
            told = tuple(part.quantity for part in parts[:short])
            yield Sum(
                whole.quantity, whole.quantity.start, told[-1].end, told, "总数 · 其中各项之和", sure=False
            )


def _numbers(text: str) -> Iterator[_Number]:
    depth = place = 0
    for quantity in quantities(text):
        between = text[place : quantity.start]
        depth = max(0, depth + between.count("（") - between.count("）"))
        place = quantity.start
        if quantity.unit not in _NOT_COUNTED:
            yield _Number(quantity, depth)


def _is_one_of_many(text: str, numbers: Sequence[_Number]) -> bool:
    """Whether others of its unit stand before the last of the numbers in its sentence."""
    *before, whole = numbers
    start = text.rfind("。", 0, whole.quantity.start)
    return any(one.quantity.start > start and one.quantity.unit == whole.quantity.unit for one in before)


def _parts(text: str, whole: _Number, behind: Sequence[_Number], *, alone: bool) -> list[_Number]:
    """The numbers of the list behind a total; none where it is not sure which they are."""
    first = behind[0]
    between = text[whole.quantity.end : first.quantity.start]
    opened = _OPENS.search(text, whole.quantity.end, first.quantity.end + 2)
    if opened is None or opened.end() > first.quantity.start or len(between) > _REACH + _LONGEST_ITEM:
        return []
    if "。" in between and not alone:
        return []
    if opened.start() - whole.quantity.end > _REACH or _OPEN.search(between) or not _is_exact(whole):
        return []
    found: list[_Number] = []
    place = opened.end()
    stopped: bool | None = None
    for number in behind:
        if number.depth > first.depth:
            continue
        between = text[place : number.quantity.start]
        other = number.quantity.unit != whole.quantity.unit and not between.startswith("、")
        if number.depth < first.depth or other:
            break
        if _ENDS.search(between) or (found and len(between) > _LONGEST_ITEM):
            break
        if stopped is False and ";" in between:
            break
        if not _is_exact(number):
            return []
        stopped = ";" in between if len(found) == 1 else stopped
        found.append(number)
        place = number.quantity.end
    return found


def _is_exact(number: _Number) -> bool:
    return number.quantity.low == number.quantity.high and number.quantity.low == int(number.quantity.low)


def _slip(total: int, parts: Sequence[int], goes_on: Sequence[bool]) -> int:
    """How many parts miss the total by a slip, where no number of them makes it up; 0 for none.

    `goes_on`: behind which of them the list surely goes on.
    """
    sums = list(accumulate(parts))
    whole = len(sums)
    ends = [n for n in range(whole, 0, -1) if n == whole or not goes_on[n - 1]]
    if any(sums[n - 1] == total for n in ends):
        return 0
    missed = (n for n in ends if n > 1 and _is_slip(total, sums[n - 1], parts[:n], last=n == whole))
    return next(missed, 0)


def _is_slip(total: int, summed: int, parts: Sequence[int], *, last: bool) -> bool:
    """Whether one number with a digit changed or two exchanged would put it right.

    Of parts that fall short some may be left out on purpose: then the digits must tell it.
    """
    gap = summed - total
    exchanged = [
        _is_exchanged(told, told + off) for told, off in ((total, gap), *((part, -gap) for part in parts))
    ]
    if gap > 0:
        misread = _is_misread(total, summed) or any(_is_misread(part, part - gap) for part in parts)
        return gap <= _FEW or misread or any(exchanged)
    least = max(total, *parts) >= _MANY
    many = len(parts) >= _LONG_LIST
    short = -gap <= 1 + many and total >= _LEAST
    nearly = many and total >= _MANY and -gap * _NEARLY <= total and _is_misread(total, summed)
    return last and (short or nearly or (least and _is_exchanged_in_long(total, parts, gap)))


def _is_exchanged_in_long(total: int, parts: Sequence[int], gap: int) -> bool:
    """Whether two digits of a number of three and more were exchanged."""
    return _is_exchanged(total, total + gap) or any(
        _is_exchanged(part, part - gap) for part in parts if part >= _MANY
    )


def _is_exchanged(told: int, meant: int) -> bool:
    """Whether two neighbouring digits of the one stand in the other order in the other."""
    one, other = str(told), str(meant)
    if len(one) != len(other) or sorted(one) != sorted(other):
        return False
    apart = [n for n, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return len(apart) == 2 and apart[1] - apart[0] == 1


def _is_misread(told: int, meant: int) -> bool:
    """Whether one digit of the one is another in the other."""
    if max(told, meant) < _LEAST:
        return abs(told - meant) <= _FEW
    one, other = str(told), str(meant)
    return len(one) == len(other) and meant >= 0 and sum(a != b for a, b in zip(one, other, strict=True)) == 1
