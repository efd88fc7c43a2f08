"""Totals of a sentence and the parts told with them, where they do not agree."""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from model.prose.pieces.line import Line
from model.prose.pieces.piece import Piece
from model.prose.pieces.subject import ROUTES
from model.prose.slips_of_pen import are_the_same, of_first_level
from model.prose.total import Sum
from model.prose.words.claim_words import Group, Vocabulary, vocabulary
from model.prose.words.numerals import Quantity
from model.prose.words.tokens import DISPUTES, TELLING, Token

_ENDS: Final = ("handled", "carried_out", "pending")
"""What became of cases, among them those of the year before: not parts of what came in."""
_WHY: Final = frozenset({"reason", "absent"})
"""Parts that say why something was not disclosed, as the rows of the table do."""
_DISCLOSED: Final = ("granted", "partial")
_CAME: Final = frozenset({("received",), ("taken",)})
_AMONG_ALL: Final = _CAME | {("handled",)}
"""Beside these stands what was carried on; parts that follow are theirs as well as not."""
_ORDERS: Final = (frozenset(ROUTES), frozenset(("concluded", "pending_result")))
"""Results that have other results as parts: ways to court, and whether it is decided."""
_LEFT: Final = ("carried_out", "pending")
_ROUTE: Final = "route"
"""Parts that say how suits came to court."""
_CARRIED: Final = ("carried_in", "carried_out", "pending")


def sums_in(lines: Sequence[Line], vocabulary: Vocabulary) -> Iterator[Sum]:
    """Yield each total whose parts, told with it, make up another number."""
    yield from _parts_of_wholes(lines, vocabulary)
    yield from _totals_of_parts(lines)
    yield from _answered_and_left(lines)


def _answered_and_left(lines: Sequence[Line]) -> Iterator[Sum]:
    """收到12件，其中10件已答复，2件结转下年度: what came in was answered or is left, and with it what was carried in."""
    counted = [line for line in lines if line.piece.number is not None]
    for row in zip(counted, counted[1:], counted[2:], strict=False):
        whole, answered, _ = row
        told = [line.told for line in row if line.told is not None]
        if len(told) < len(row) or any(line.depth != whole.depth or line.piece.inner for line in row):
            continue
        came, done, rest = told
        among = answered.subject.among and not whole.subject.among
        named = came.names in _CAME and done.names == ("handled",) and rest.names[0] in _LEFT
        exact = all(one.quantity.low == one.quantity.high for one in told)
        if among and named and exact and done.quantity.low + rest.quantity.low < came.quantity.low:
            parts = (done.quantity, rest.quantity)
            yield Sum(
                came.quantity,
                came.quantity.start,
                rest.quantity.end,
                parts,
                "收到 · 已答复与结转之和",
                sure=False,
            )


def _parts_of_wholes(lines: Sequence[Line], vocabulary: Vocabulary) -> Iterator[Sum]:
    """共30件，其中网上18件、信函12件."""
    for place, line in enumerate(lines):
        whole = _counted(line)
        among = line.subject.among and not (line.piece.inner or line.piece.goes_inside)
        if whole is None or among or line.piece.compares or _is_aside(place, lines):
            continue
        parts = _of_first_order(_parts_after(place, lines))
        if not parts or all(part.told is not None and not part.told.dimension for part in parts):
            continue
        if any(_ended_otherwise(part, line) for part in parts):
            continue
        numbers = tuple(
            part.piece.number.told for part in parts if part.piece.number and part.piece.number.told
        )
        numbers = tuple(numbers[place] for place in of_first_level([number.low for number in numbers]))
        strict, complete = _is_strict(parts), _is_complete(parts, vocabulary)
        row = row_before(place, lines) or _other_disputes(parts, lines[: place + 1])
        if row and sum(part.low for part in numbers) <= sum(number.low for number in row) + whole.low:
            continue
        if _disagree(whole, numbers, strict=strict, complete=complete) and not _same(whole, numbers):
            start, end = whole.start, numbers[-1].end
            yield Sum(whole, start, end, numbers, "总数 · 其中各项之和", strict or complete)


def _counted(line: Line) -> Quantity | None:
    """The number of a line where it is a count."""
    number = line.piece.number
    return number.told if number is not None and number.name != "%" else None


def _of_first_order(parts: Sequence[Line]) -> list[Line]:
    """Without the parts of parts: 直接起诉3件、纠正1件，复议后起诉4件、维持3件; 审结31件，维持22件，未审结3件."""
    results = [{token.name for token in part.piece.before if token.kind == "result"} for part in parts]
    first = next((order for order in _ORDERS if any(names & order for names in results)), None)
    return [part for part, names in zip(parts, results, strict=True) if first is None or names <= first]


def _ended_otherwise(part: Line, whole: Line) -> bool:
    """Whether it is told what became of the part alone: 收到23件，其中答复20件; in 答复23件，其中网上20件 it is told of all."""
    same = whole.told is not None and part.told is not None and part.told.names == whole.told.names
    return part.told is not None and part.told.names[0] in _ENDS and not same


def _is_aside(place: int, lines: Sequence[Line]) -> bool:
    """收到23件，上年结转1件，其中当面4件; 办结22件，结转1件。其中公开9件: whose parts follow is open."""
    told = lines[place].told
    before = any(
        line.told.names in _AMONG_ALL
        if line.told is not None
        else any((token.name,) in _AMONG_ALL for token in line.piece.before)
        for line in lines[:place]
    )
    return told is not None and told.names[0] in _CARRIED and before and not lines[place].piece.inner


def row_before(place: int, lines: Sequence[Line]) -> tuple[Quantity, ...]:
    """Return the numbers told in one row with that at a place: 行政复议2件、行政诉讼1件 are one whole or two."""
    found: list[Quantity] = []
    while (
        place > 0
        and lines[place].piece.mark in vocabulary().groups[Group.JOINS]
        and lines[place - 1].depth == lines[place].depth
    ):
        number = lines[place - 1].piece.number
        own = lines[place].piece.number
        if number is None or number.told is None or own is None or number.name != own.name:
            break
        found.append(number.told)
        place -= 1
    return tuple(found)


def _other_disputes(parts: Sequence[Line], told: Sequence[Line]) -> tuple[Quantity, ...]:
    """行政复议6件，行政诉讼4件，其中行政复议3件、行政诉讼2件未审结: what the parts name beside the last, told right before."""
    named = {name for part in parts for name in part.piece.tokens.names if name in DISPUTES}
    before = [line for line in told[:-1] if line.piece.number is not None][-1:]
    numbers = [
        line.piece.number.told
        for line in before
        if line.piece.number is not None
        and not named.isdisjoint(line.piece.tokens.names - told[-1].piece.tokens.names)
    ]
    return tuple(number for number in numbers if number is not None)


def _parts_after(place: int, lines: Sequence[Line]) -> list[Line]:
    """The parts told of a whole: behind 其中, or in its bracket. None where it is not sure which are."""
    line = lines[place]
    depth = line.depth + 1 if line.piece.inner else line.depth
    rest = list(takewhile(lambda entry: entry.depth >= depth, lines[place + 1 :]))
    while rest and rest[0].piece.compares and not rest[0].subject.among:
        rest.pop(0)
    if not rest or _totals(line) or not (rest[0].subject.among or line.piece.inner or _opens(line)):
        return []
    found: list[Line] = []
    for entry in rest:
        number = entry.piece.number
        if entry.depth > depth or (number is not None and number.name == "%" and found):
            continue
        if number is None:
            if not found and vocabulary().passages["not_counted"].search(_text(entry.piece)):
                return []
            if found or not entry.subject.among or ends_list(entry.piece):
                break
        elif not _may_be_part(entry, line):
            return [] if _goes_on(entry, line) else found
        elif _is_other_kind(entry, found):
            told_apart = len(found) > 1 and entry.told is not None and found[-1].told is None
            return found if told_apart else []
        else:
            found.append(entry)
            if entry.piece.goes_inside:
                # 10件中未审结2件，审结的8件中7件维持: what follows is told within the last of them.
                break
    return found


def _totals(line: Line) -> bool:
    """30件（共12人）: whether what stands in the brackets behind a number totals something else."""
    inner = line.piece.inner[:1]
    return any(token.name == "total" or token.is_in(Group.IN_ALL) for one in inner for token in one.before)


def _may_be_part(entry: Line, line: Line) -> bool:
    """Whether a number is counted as the whole is, and stands behind it in its list."""
    number, whole = entry.piece.number, line.piece.number
    if number is None or whole is None or number.start < whole.start or ends_list(entry.piece):
        return False
    return _is_counted_alike(entry, line)


def _text(piece: Piece) -> str:
    return "".join(token.words for token in piece.before)


def _goes_on(entry: Line, line: Line) -> bool:
    """Whether the list goes on with what seems to end it: 预算3条、2021年报告1条. Then it is open what its parts make up."""
    number, whole = entry.piece.number, line.piece.number
    alike = number is not None and whole is not None and number.name == whole.name
    return alike and entry.piece.mark == "、"


def _is_counted_alike(part: Line, whole: Line) -> bool:
    """Whether both have one unit; ways in which applications came may have another: 收到8件，其中网络申请3条."""
    units = [line.piece.number.name for line in (part, whole) if line.piece.number is not None]
    ways = whole.told is not None and whole.told.thing == "application" and is_way(part.piece)
    return len(set(units)) == 1 or (ways and set(units) <= vocabulary().units["application"])


def is_way(piece: Piece) -> bool:
    """Whether it tells in which way applications came: 网上申请12件."""
    return "channel" in piece.before.names


def ways_in(lines: Sequence[Line]) -> list[Quantity]:
    """The numbers of a list that tell in which way applications came."""
    numbers = [line.piece.number for line in lines if is_way(line.piece)]
    return [number.told for number in numbers if number is not None and number.told is not None]


def _opens(line: Line) -> bool:
    return Group.INSIDE in line.piece.behind.groups


def ends_list(piece: Piece) -> bool:
    """Whether something new is told: another deed, time, office, or a total; 网上办理 is a way and not another deed."""
    words = piece.before
    if piece.compares or words.kinds & {"time", "who", "carry", "rate"}:
        return True
    done = "action" in words.kinds and not is_way(piece)
    new = done and any(token.kind == "action" and token.name != "arose" for token in words)
    return new or bool(words.names & {"total", "share", "none"})


def _signature(line: Line) -> str:
    """What kind of part it is."""
    kinds = [token for token in line.piece.tokens if token.kind in TELLING and token.name != "arose"]
    if not kinds:
        return ""
    if kinds[0].name in ROUTES:
        return _ROUTE
    why = kinds[0].name in _WHY or kinds[0].name in vocabulary().rows
    part = kinds[0].name if kinds[0].kind == "part" and not why else ""
    return f"{kinds[0].kind} {part}"


def _is_other_kind(entry: Line, found: Sequence[Line]) -> bool:
    if not found or _is_rest(entry):
        return False
    kinds = _signature(entry), _signature(found[0])
    if entry.piece.mark == "、":
        # 直接起诉3件、纠正1件: what became of some is no part beside them.
        return kinds[0] != kinds[1] and _ROUTE in kinds
    return kinds[0] != kinds[1] and not _are_ends([*found, entry])


def _are_ends(parts: Sequence[Line]) -> bool:
    """Whether a bracket tells what became of applications, those disclosed and why others were not: none is part of another."""
    kinds = [token for part in parts for token in part.piece.before if token.kind in TELLING]
    disclosed = [token for token in kinds if token.kind == "outcome"]
    return (
        all(part.depth > 0 for part in parts)
        and all(token.name in _DISCLOSED for token in disclosed)
        and all(token.kind == "outcome" or token.name in _WHY for token in kinds)
    )


def _is_rest(line: Line) -> bool:
    """Whether it is all else of the list, of whatever kind that is: 其他2件."""
    return any(token.kind == "part" and token.name == "rest" for token in line.piece.before)


def _is_strict(parts: Sequence[Line]) -> bool:
    """Whether all are surely parts of one whole: joined by 、, or of one known kind."""
    joined = all(part.piece.mark in vocabulary().groups[Group.JOINS] for part in parts[1:])
    return (
        joined
        or _are_ends(parts)
        or (
            bool(_signature(parts[0]))
            and len({_signature(part) for part in parts if not _is_rest(part)}) == 1
        )
    )


def _is_complete(parts: Sequence[Line], vocabulary: Vocabulary) -> bool:
    """Whether the parts are all there is: 线上 and 线下."""
    ways = all(is_way(part.piece) for part in parts)
    if ways and any(token.is_in(Group.OTHER_WAYS) for part in parts for token in part.piece.before):
        return True
    words = frozenset(token.words for part in parts for token in part.piece.before if token.kind == "part")
    return len(parts) == len(words) and words in vocabulary.complete


def _disagree(whole: Quantity, parts: Sequence[Quantity], *, strict: bool, complete: bool) -> bool:
    """Whether the parts are more than the whole; what falls short of it is looked at with its list (`enumerations`)."""
    if whole.low != whole.high or any(part.low != part.high for part in parts):
        return False
    gap = sum(part.low for part in parts) - whole.low
    if complete:
        return gap != 0
    return gap > 0 if strict else len(parts) > 1 and gap == 1


def _same(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    return are_the_same(whole.low, [part.low for part in parts])


def _totals_of_parts(lines: Sequence[Line]) -> Iterator[Sum]:
    """予以公开12件、部分公开4件，两项合计16件."""
    for place, line in enumerate(lines):
        number, total = line.piece.number, total_said(line.piece)
        if number is None or number.told is None or total is None:
            continue
        parts = _before_total(lines[:place], number.name, total.words)
        exact = number.told.low == number.told.high and all(part.low == part.high for part in parts)
        if parts and exact and sum(part.low for part in parts) != number.told.low:
            yield Sum(number.told, parts[0].start, number.told.end, parts, "合计 · 前述各项之和", sure=True)


def _counts_more(lines: Sequence[Line]) -> bool:
    """手册3000份、海报600张、折页1400份: whether something stands among the numbers that is counted in a unit not known."""
    return any(
        token.kind == "unknown" and any(map(str.isdigit, token.words))
        for line in lines
        for token in line.piece.tokens
    )


def total_said(piece: Piece) -> Token | None:
    """Return the word by which a number is said to be a total, where nothing else is said of it."""
    words = piece.before
    if "total" not in words.names and Group.IN_ALL not in words.groups:
        return None
    total = next(token for token in words if token.name == "total" or token.is_in(Group.IN_ALL))
    only = all(token is total or token.kind in ("filler", "relation") for token in words)
    return total if only else None


def _before_total(before: Sequence[Line], unit: str, words: str) -> tuple[Quantity, ...]:
    """The numbers that a total adds up: as many as it says, or all of one list that begins the sentence."""
    before = [line for line in before if not line.piece.compares]
    numbers = [line.piece.number for line in before if line.piece.number is not None]
    counted = next((number for word, number in vocabulary().counted.items() if words.startswith(word)), 0)
    last = numbers[-counted:] if counted else numbers
    if len(last) < max(counted, 2) or any(token.name != unit for token in last) or _counts_more(before):
        return ()
    listed = all(
        line.piece.mark in ("", *vocabulary().groups[Group.JOINS])
        for line in before
        if line.piece.number in last[1:]
    )
    names = {line.told.names if line.told else () for line in before if line.piece.number is not None}
    came = names - {("carried_in",)}
    ways = all("channel" in line.piece.before.names for line in before if line.piece.number)
    if not counted and not listed and not ways and (len(came) != 1 or len(names) != 2 or not came <= _CAME):
        return ()
    return tuple(token.told for token in last if token.told is not None)
