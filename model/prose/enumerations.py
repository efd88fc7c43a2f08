"""Lists that leave nothing out, and whose sum is a slip of the pen away from their total: 共42条，其中动态78条，公告7条，其他7条.

Whether a list names all there is, its words seldom tell. What tells it is its sum: where the first so many parts make up the
total, they are all of it. Where they would, but for one number with a digit changed or two exchanged, that is a slip.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice
from typing import Final

from model.pattern import Pattern
from model.prose.claim_words import vocabulary
from model.prose.numerals import Quantity, quantities
from model.prose.sums import Sum

_NOT_COUNTED: Final = frozenset(["%", "倍", "元", "万元"])
"""Units of what is told beside the parts of a list and is none of them."""
LONGEST: Final = 2000
"""Characters of the longest paragraph that is looked at."""
_MOST: Final = 120
"""Numbers of a paragraph that are looked at."""
_COUNTED: Final = Pattern(r"\d[^\d]*\d[^\d]*\d")
"""Three figures at least: a total and two parts."""
_REACH: Final = 40
"""Characters between a total and 其中."""
_LONGEST_ITEM: Final = 80
"""Characters between two numbers of a list."""
_LEAST: Final = 10
"""From here on a sum that falls short by one is a slip and not a part left out."""
_FEW: Final = 2
"""Of numbers below ten each may be another: only those this near are."""
_MANY: Final = 100
"""From here on a digit that would have to be another is a slip in the total."""
_NEARLY: Final = 20
"""Parts leave out one in so many at the most where the total may be misread."""
_CLOSED: Final = 2
"""Of a list that leaves nothing out, one number may be that part of the total too many or too few."""
_LONG_LIST: Final = 3
_LONGER_LIST: Final = 5
_DIGIT: Final = Pattern(r"\d（")
_PAIR: Final = 2


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
    if len(text) > LONGEST or _COUNTED.search(text) is None:
        return
    numbers = list(islice(_numbers(text), _MOST))
    for place, whole in enumerate(numbers):
        if not _is_exact(whole):
            continue
        parts = _behind(text, numbers[: place + 1], numbers[place + 1 :])
        if len(parts) < _PAIR:
            parts = _before(text, numbers[:place], whole)
        missed = _missed(text, whole, parts) if len(parts) >= _PAIR else 0
        if missed and _is_made_up(text, whole, parts, numbers):
            continue
        if missed:
            told = tuple(part.quantity for part in parts[:missed])
            start = min(whole.quantity.start, told[0].start)
            end = max(whole.quantity.end, told[-1].end)
            yield Sum(whole.quantity, start, end, told, "总数 · 各项之和", sure=False)


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


def _behind(text: str, told: Sequence[_Number], behind: Sequence[_Number]) -> list[_Number]:
    """The numbers of the list behind the last of the numbers told; none where it is not sure which they are."""
    whole = told[-1]
    first = behind[0] if behind else whole
    end, start = whole.quantity.end, first.quantity.start
    known = vocabulary().passages
    opened = known["list_opens"].match(text, end, start + 3)
    opened = opened or known["list_among"].search(text, end, min(start, end + _REACH))
    if first is whole or opened is None or opened.end() > start:
        return []
    before = text[told[-2].quantity.end : whole.quantity.start] if len(told) > 1 else ""
    joined = before.startswith("、") or before.endswith("、")
    between = text[end : opened.start()]
    if (
        joined
        or known["list_leaves_out"].search(text, end, start)
        or ";" in between
        or ("。" in text[end : opened.end()] and _is_one_of_many(text, told))
    ):
        return []
    return _listed(text, whole, behind, opened.end())


def _before(text: str, before: Sequence[_Number], whole: _Number) -> list[_Number]:
    """工作动态53条、财政4条、其他3条，共发布60条: the numbers that a total behind them adds up."""
    known = vocabulary().passages
    if not known["list_adds_up"].search(text, 0, whole.quantity.start):
        return []
    found: list[_Number] = []
    place = whole.quantity.start
    for number in reversed(before):
        between = text[number.quantity.end : place]
        ends = found and known["list_ends"].search(between)
        if (
            number.depth != whole.depth
            or number.quantity.unit != whole.quantity.unit
            or ends
            or "。" in between
        ):
            break
        if not _is_exact(number) or (found and len(between) > _LONGEST_ITEM):
            break
        found.insert(0, number)
        place = number.quantity.start
    start = text.rfind("。", 0, whole.quantity.start)
    all_told = len(found) == sum(number.quantity.start > start for number in before)
    return found if len(found) >= (_PAIR if all_told else _LONG_LIST) else []


def _listed(text: str, whole: _Number, behind: Sequence[_Number], place: int) -> list[_Number]:
    """The numbers of a list that begins at a place."""
    ends = vocabulary().passages["list_ends"]
    found: list[_Number] = []
    for number in behind:
        if number.depth > behind[0].depth:
            continue
        between = text[place : number.quantity.start]
        other = number.quantity.unit != whole.quantity.unit and not between.startswith("、")
        if number.depth < behind[0].depth or other or ends.search(_without_shares(between)):
            break
        results = vocabulary().passages["list_results"].search(between)
        if found and (len(between) > _LONGEST_ITEM or results):
            break
        if not _is_exact(number):
            return found if ";" in between or "。" in between else []
        found.append(number)
        place = number.quantity.end
    return found


def _without_shares(between: str) -> str:
    """The words between two numbers without a share told of the first."""
    return vocabulary().passages["list_share"].sub("", between)


def _is_exact(number: _Number) -> bool:
    return number.quantity.low == number.quantity.high and number.quantity.low == int(number.quantity.low)


def _missed(text: str, whole: _Number, parts: Sequence[_Number]) -> int:
    """How many parts miss the total by a slip, where no number of them makes it up; 0 for none."""
    counts = [part.count for part in parts]
    sums = list(accumulate(counts))
    marks = [text[part.quantity.end] for part in parts[:-1]]
    ends = [n for n in range(len(sums), 0, -1) if n == len(sums) or marks[n - 1] != "、"]
    behind = whole.quantity.start > parts[0].quantity.start
    if any(sums[n - 1] == whole.count for n in ends) or (behind and _is_tail(whole.count, counts)):
        return 0
    for n in ends:
        last = (n == len(sums) and not _goes_on(text, parts[-1])) or (
            n < len(sums) and marks[n - 1] == ";" and ";" not in marks[: n - 1]
        )
        if n >= _PAIR and _is_slip(whole.count, sums[n - 1], counts[:n], last=last):
            return n
        near = abs(sums[n - 1] - whole.count) * _CLOSED <= max(whole.count, sums[n - 1])
        if n > _LONG_LIST and last and near and not behind and _is_closed(text, whole, parts[:n]):
            return n
    return 0


def _is_closed(text: str, whole: _Number, parts: Sequence[_Number]) -> bool:
    """Whether a list ends with all others and its sentence with it, so that nothing is left out: …、其他信息36条。"""
    known = vocabulary().passages
    opened = known["list_names"].search(text, whole.quantity.end, parts[0].quantity.start)
    if opened is None or text[parts[-1].quantity.end : parts[-1].quantity.end + 1] not in ("。", ";", ""):
        return False
    words = text[parts[-2].quantity.end : parts[-1].quantity.start]
    return known["list_closes"].search(words) is not None


def _goes_on(text: str, last: _Number) -> bool:
    """Whether a number without a unit stands behind a list before its stop: 预决算3（3个总表）条."""
    end = text.find("。", last.quantity.end)
    rest = text[last.quantity.end : end if end >= 0 else len(text)].partition(";")[0]
    return bool(_DIGIT.search(_without_shares(rest)))


def _is_made_up(text: str, whole: _Number, parts: Sequence[_Number], numbers: Sequence[_Number]) -> bool:
    """Whether the numbers that follow a list make up the total, though other words stand between."""
    last = numbers.index(parts[-1])
    stop = text.find("。", parts[-1].quantity.end)
    further = [
        one for one in numbers[last + 1 : last + 1 + _LONG_LIST] if stop < 0 or one.quantity.start < stop
    ]
    more = [one.count for one in further if one.depth == parts[-1].depth]
    summed = sum(part.count for part in parts)
    return any(summed + added == whole.count for added in accumulate(more))


def _is_tail(total: int, counts: Sequence[int]) -> bool:
    """Whether a total behind its parts adds up only the last of them."""
    return total in accumulate(reversed(counts))


def _is_slip(total: int, summed: int, parts: Sequence[int], *, last: bool) -> bool:
    """Whether one number with a digit changed or two exchanged would put it right.

    Of parts that fall short some may be left out on purpose: then the digits must tell it, and what lacks is hardly
    smaller than all that is told.
    """
    gap = summed - total
    if gap <= 0 and not last:
        return False
    meant = ((total, summed), *((part, part - gap) for part in parts))
    misread = any(_is_misread(one, other) for one, other in meant)
    many = len(parts) >= _LONG_LIST
    if gap > 0:
        # Of two parts that overlap any sum is possible.
        exchanged = any(_is_exchanged(one, other) for one, other in meant)
        return gap <= _FEW or exchanged or (misread and many)
    least = max(total, *parts) >= _MANY
    small = -gap < min(parts)
    short = total >= _LEAST and (-gap == 1 or (-gap <= _FEW and many and small))
    longer = total >= _MANY or (len(parts) >= _LONGER_LIST and total >= _MANY // 2)
    share = _NEARLY if len(parts) < _LONGER_LIST else _NEARLY // 2
    nearly = many and longer and small and -gap * share <= total and misread
    return short or nearly or (least and _is_exchanged_in_long(total, parts, gap))


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
