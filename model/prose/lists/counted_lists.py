"""Totals of a paragraph and the lists told of them: 共42条，其中动态28条，公告7条，其他7条; 动态28条、公告7条，共35条."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import islice
from typing import Final, NamedTuple

from model.pattern import Pattern
from model.prose.lists.asides import own_words_at, without_asides
from model.prose.words.claim_words import vocabulary
from model.prose.words.numerals import PAPERS, Quantity, quantities, start_of

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
_NO_UNIT: Final = Pattern(r"(?<=[\u4e00-\u9fff”])\d{1,4}+(?=[、,;][\u4e00-\u9fff“”]{2,20}\d+[条件篇份])")
_OF_BODIES: Final = Pattern(r"[\u4e00-\u9fff]{1,8}(?:共|合计|共计|总计)\d")
"""4个分局共11件: what so many bodies have together is counted, and not they."""
_FROM: Final = ("由", "从", "由上年", "由去年", "从上年", "从去年", "由上年的", "由去年的")
_COME_TO: Final = Pattern(r"[增上降下减升提压缩变扩][\u4e00-\u9fff]{0,3}[至到为]\d")
"""由6件上升到9件: what something has come from is no part of anything."""
_NEAR: Final = 12
_DIGIT: Final = Pattern(r"\d（")
_LONG_LIST: Final = 3
_PAIR: Final = 2
_STOPS: Final = ("。", ";", "")


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the text: `count` is the number itself, `depth` counts the brackets that it stands in."""

    quantity: Quantity
    count: int
    depth: int

    @property
    def is_exact(self) -> bool:
        """Whether it is one number, and a whole one."""
        return self.quantity.low == self.quantity.high == self.count


@dataclass(frozen=True, slots=True)
class CountedList:
    """A total and the numbers of its list. `all_numbers` are those of the paragraph.

    `is_open`: its words say that it leaves some out. `bracketed`: it leaves nothing out, since it stands in the bracket
    right behind its total, 文件13件（县政府5件，办公室8件）, or ends with what is left of it, 其余5件.
    """

    whole: Number
    parts: tuple[Number, ...]
    all_numbers: tuple[Number, ...]
    bracketed: bool = False
    is_open: bool = False

    @property
    def is_behind(self) -> bool:
        """Whether the total stands behind its parts."""
        return self.whole.quantity.start > self.parts[0].quantity.start


class _Found(NamedTuple):
    """The numbers of a list, as in `CountedList`."""

    parts: Sequence[Number] = ()
    bracketed: bool = False
    is_open: bool = False


@lru_cache(maxsize=64)
def lists_in(text: str) -> tuple[CountedList, ...]:
    """Return each total of a squeezed paragraph that has a list, in the order of the totals; looked for once."""
    return tuple(_lists_in(text))


def _lists_in(text: str) -> Iterator[CountedList]:
    if len(text) > LONGEST or _COUNTED.search(text) is None:
        return
    numbers = counted_in(text)
    for place, whole in enumerate(numbers):
        if not whole.is_exact:
            continue
        found = _behind(text, numbers[: place + 1], numbers[place + 1 :])
        if len(found.parts) < _PAIR:
            found = _Found(_before(text, numbers[:place], whole))
        if len(found.parts) >= _PAIR:
            yield CountedList(whole, tuple(found.parts), numbers, found.bracketed, found.is_open)


@lru_cache(maxsize=64)
def counted_in(text: str) -> tuple[Number, ...]:
    """Return the numbers of a squeezed paragraph that may be totals or parts of one, so many at the most; read once."""
    return tuple(islice(_numbers(text), _MOST))


def _numbers(text: str) -> Iterator[Number]:
    depth = place = 0
    bare = list(_without_unit(text))
    for quantity in sorted([*quantities(text), *bare], key=start_of) if bare else quantities(text):
        between = text[place : quantity.start]
        depth = max(0, depth + between.count("（") - between.count("）"))
        place = quantity.start
        behind = text[quantity.end : quantity.end + _NEAR]
        was = between.endswith(_FROM) and _COME_TO.match(behind)
        if quantity.unit not in _NOT_COUNTED and not was and not _OF_BODIES.match(behind):
            yield Number(quantity, int(quantity.low), depth)


def _without_unit(text: str) -> Iterator[Quantity]:
    """意见征集3、部门预算1条: numbers amid a list that lack their unit."""
    for match in _NO_UNIT.finditer(text):
        number = Decimal(match[0])
        yield Quantity(match.start(), match.end(), number, number, "")


def is_listed(text: str, told: Sequence[Number]) -> bool:
    """Whether the last of the numbers told is one of a list itself: 动态60条、公告4条."""
    before = text[told[-2].quantity.end : told[-1].quantity.start] if len(told) > 1 else ""
    return before.startswith("、") or before.endswith("、")


def is_of_both(text: str, whole: Number) -> bool:
    """Whether a list has reviews too, told right before the suits: 复议6件，诉讼4件，其中复议3件、诉讼2件未审结."""
    place = whole.quantity.start
    found = vocabulary().passages["both_disputes"].finditer(text, max(0, place - _REACH), place + _REACH)
    return any(match.start("whole") == place for match in found)


def _is_one_of_many(text: str, numbers: Sequence[Number]) -> bool:
    """Whether others of its unit stand before the last of the numbers in its sentence."""
    *before, whole = numbers
    start = text.rfind("。", 0, whole.quantity.start)
    return any(one.quantity.start > start and one.quantity.unit == whole.quantity.unit for one in before)


def _behind(text: str, told: Sequence[Number], behind: Sequence[Number]) -> _Found:
    """The list behind the last of the numbers told; none where it is not sure which it is."""
    whole = told[-1]
    first = behind[0] if behind else whole
    end, start = whole.quantity.end, first.quantity.start
    known = vocabulary().passages
    opened = known["list_opens"].match(text, end, start + 3)
    if opened is not None and opened[0] == "（" and first.depth <= whole.depth:
        opened = None  # 12条（均在网站公开）: an aside
    opened = opened or known["list_among"].search(text, end, min(start, end + _REACH))
    if first is not whole and opened is None and known["list_bare"].match(text, whole.quantity.start):
        return _Found(_to_the_stop(text, whole, behind))
    if first is whole or first.depth < whole.depth or opened is None or opened.end() > start:
        return _Found()
    bracket = first.depth > whole.depth and opened.start() == end and "其中" not in opened[0]
    joined = is_listed(text, told) and not bracket
    several = "。" in text[end : opened.end()] and _is_one_of_many(text, told)
    if joined or several or is_of_both(text, whole) or ";" in text[end : opened.start()]:
        return _Found()
    parts, rest = _listed(text, whole, behind, opened.end())
    if bracket and len(parts) < _PAIR:
        parts = _mixed_in_bracket(text, whole, behind, opened.end()) or parts
    is_open = known["list_leaves_out"].search(text, own_words_at(text, end, start), start) is not None
    all_told = rest or _are_both_kinds(text, parts, opened.end())
    filled = not is_open and (all_told or (bracket and _fills_bracket(text, parts, behind)))
    return _Found(parts, filled, is_open)


def _are_both_kinds(text: str, parts: Sequence[Number], start: int) -> bool:
    """争议3件，其中复议1件，诉讼2件: whether there are no other kinds than the two of a list."""
    if len(parts) != _PAIR:
        return False
    first, last = (part.quantity for part in parts)
    words = f"{text[start : first.start]}{text[first.end : last.start]}"
    return vocabulary().passages["both_kinds"].fullmatch(words) is not None


def _to_the_stop(text: str, whole: Number, behind: Sequence[Number]) -> Sequence[Number]:
    """共70条，动态66条，其他4条。: a list that nothing opens, where its last number is all others and ends the sentence."""
    parts, _ = _listed(text, whole, behind, whole.quantity.end)
    ends = len(parts) >= _PAIR and text[parts[-1].quantity.end : parts[-1].quantity.end + 1] in _STOPS
    words = text[parts[-2].quantity.end : parts[-1].quantity.start] if ends else ""
    return parts if ends and vocabulary().passages["list_closes"].search(words) else []


def _mixed_in_bracket(text: str, whole: Number, behind: Sequence[Number], place: int) -> Sequence[Number]:
    """推文1541条（公众号709篇，微博832条）: papers counted in several units, that of the total among them."""
    units = PAPERS if whole.quantity.unit in PAPERS else frozenset[str]()
    mixed, _ = _in_units(text, behind, place, units)
    counted_so = any(number.quantity.unit == whole.quantity.unit for number in mixed)
    return mixed if counted_so and _fills_bracket(text, mixed, behind) else []


def _fills_bracket(text: str, parts: Sequence[Number], behind: Sequence[Number]) -> bool:
    """Whether a bracket holds the numbers of a list and nothing else: 13件（县政府5件，办公室8件）."""
    closed = bool(parts) and text[parts[-1].quantity.end : parts[-1].quantity.end + 1] == "）"
    return closed and list(behind[: len(parts)]) == list(parts)


def _before(text: str, before: Sequence[Number], whole: Number) -> list[Number]:
    """工作动态53条、财政4条、其他3条，共发布60条: the numbers that a total behind them adds up."""
    known = vocabulary().passages
    if not known["list_adds_up"].search(text, 0, whole.quantity.start):
        return []
    found: list[Number] = []
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
        if not number.is_exact or (found and len(between) > _LONGEST_ITEM):
            break
        found.insert(0, number)
        place = number.quantity.start
    start = text.rfind("。", 0, whole.quantity.start)
    all_told = len(found) == sum(number.quantity.start > start for number in before)
    return found if len(found) >= (_PAIR if all_told else _LONG_LIST) else []


def _listed(text: str, whole: Number, behind: Sequence[Number], place: int) -> tuple[Sequence[Number], bool]:
    """The numbers of a list that begins at a place, and whether the last is all the rest of it: 其余5件.

    Papers may be counted in one unit as a whole and in others by kinds: 解读26条，其中文字10篇，图片16篇. So may some of
    the kinds be, where all others close the list: 信息86条，其中文件10件，公告30条，其他46条.
    """
    found, rest = _in_units(text, behind, place, {whole.quantity.unit})
    if len(found) >= _PAIR or whole.quantity.unit not in PAPERS:
        return found, rest
    of_one = {behind[0].quantity.unit} & PAPERS
    found, rest = _in_units(text, behind, place, of_one) if of_one else ([], False)
    mixed, _ = _in_units(text, behind, place, PAPERS)
    further = behind[len(mixed) :]
    if len(mixed) > max(len(found), 1) and is_closed(text, whole, mixed, further):
        return mixed, False
    return (found, rest) if len(found) >= _PAIR else ([], False)


def _in_units(
    text: str, behind: Sequence[Number], place: int, units: Set[str]
) -> tuple[Sequence[Number], bool]:
    known = vocabulary().passages
    found: list[Number] = []
    for number in behind:
        if number.depth > behind[0].depth:
            continue
        between = text[place : number.quantity.start]
        other = number.quantity.unit not in units and not between.startswith("、")
        if found and number.depth == behind[0].depth and not other and known["list_rest"].fullmatch(between):
            return ([*found, number], True) if number.is_exact else (found, False)
        told = _told_between(between) if found else known["list_sums_up"].sub("", between)
        if number.depth < behind[0].depth or other or known["list_ends"].search(told):
            break
        results = known["list_results"].search(between)
        if found and (len(told) > _LONGEST_ITEM or results):
            break
        if not number.is_exact:
            return (found if ";" in between or "。" in between else []), False
        found.append(number)
        place = number.quantity.end
    return found, False


def _told_between(between: str) -> str:
    """The words between two numbers without an aside, or a share told of the first."""
    return _without_shares(without_asides(between))


def _without_shares(between: str) -> str:
    """The words between two numbers without a share told of the first."""
    return vocabulary().passages["list_share"].sub("", between)


def goes_on(text: str, last: Number) -> bool:
    """Whether a number without a unit stands behind a list before its stop: 预决算3（3个总表）条."""
    end = text.find("。", last.quantity.end)
    rest = text[last.quantity.end : end if end >= 0 else len(text)].partition(";")[0]
    return bool(_DIGIT.search(_without_shares(rest)))


def is_closed(text: str, whole: Number, parts: Sequence[Number], further: Sequence[Number] = ()) -> bool:
    """Whether a list ends with all others and its sentence with it, so that nothing is left out: …、其他信息36条。

    Of what is told `further` on, the next number may count something else than papers: …、其他信息36条，访问2万次。
    """
    known = vocabulary().passages
    end = parts[-1].quantity.end
    opened = known["list_names"].search(text, whole.quantity.end, parts[0].quantity.start)
    aside = text[end : end + 1] == "," and bool(further) and further[0].quantity.unit not in PAPERS
    if opened is None or not (aside or text[end : end + 1] in _STOPS):
        return False
    words = text[parts[-2].quantity.end : parts[-1].quantity.start]
    return known["list_closes"].search(words) is not None
