"""What several numbers of a sentence say together: shares, and parts that add up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from model.prose.claim_words import Group, Reading, Vocabulary, vocabulary
from model.prose.line import Line, List
from model.prose.lists import crossed, is_certain
from model.prose.numerals import Quantity
from model.prose.pieces import Piece
from model.prose.subject import Told, compares
from model.prose.tokens import Token

_HANDLED: Final = (("办结申请总数",), ("答复申请总数",))
_RECEIVED: Final = (("收到申请总数",), ("收到申请总数", "上年结转申请数"))
_ALL: Final = 100
_HANDLED_CODE: Final = "N3"
_OUTCOME: Final = "N5"
_APPLICANT: Final = "N11"
_KEYS: Final = frozenset({"action", "outcome", "result", "carry", "applicant", "part"})
_ENDS: Final = ("handled", "carried_out", "pending")
"""What became of cases, among them those of the year before: not parts of what came in."""
_WHY: Final = frozenset({"reason", "absent"})
"""Parts that say why something was not disclosed, as the rows of the table do."""
_CAME: Final = frozenset({("received",), ("taken",)})
_CARRIED: Final = ("carried_in", "carried_out", "pending")
_WAY: Final = 2
"""Characters by which a way is named again: 网络申请 and 网络."""


@dataclass(frozen=True, slots=True)
class Share:
    """`quantity` per cent: a part (fields in `readings`, or the number told in `parts`) of one of `over` or of `whole`."""

    quantity: Quantity
    start: int
    readings: tuple[Reading, ...]
    over: tuple[Reading, ...]
    parts: tuple[Quantity, ...]
    whole: Quantity | None
    who: str
    read: str


@dataclass(frozen=True, slots=True)
class Sum:
    """A total and its parts as told, where they do not agree. `sure`: they cannot, whatever else there is."""

    quantity: Quantity
    start: int
    end: int
    parts: tuple[Quantity, ...]
    read: str
    sure: bool


def shares_in(lines: Sequence[Line], year: int, vocabulary: Vocabulary) -> Iterator[Share]:
    """Yield the shares that a sentence tells, each with all that it may be a share of."""
    for place, line in enumerate(lines):
        number = line.piece.number
        if number is None or number.told is None or number.name != "%" or compares(line.piece):
            continue
        if line.subject.when != year:
            continue
        rate = _rate(line, number.told, vocabulary)
        if rate is not None:
            yield rate
        if any(token.kind in ("rate", "deed") for token in line.piece.tokens):
            continue
        said = any(token.name == "share" for token in line.piece.before)
        if not said and not _is_share_of_owner(line, lines[:place]):
            continue
        share = _share(line, number.told, lines[:place], vocabulary)
        if share is not None:
            yield share


def _rate(line: Line, quantity: Quantity, vocabulary: Vocabulary) -> Share | None:
    """办结率96.6%, 公开率76.5%: the share of what is handled or disclosed; 100% is often said of what was due alone."""
    words = [token for token in line.piece.before if token.kind not in ("filler", "time")]
    name = vocabulary.rates.get(words[0].words, "") if len(words) == 1 else ""
    if not name or line.subject.thing != "application" or line.subject.distance > 1 or quantity.low == _ALL:
        return None
    meaning = vocabulary.meanings["application"][name]
    over = _RECEIVED if meaning.code == _HANDLED_CODE else (*_HANDLED, *_RECEIVED)
    read = f"{meaning.says}占比 · {_whose(line)} · 申请 · 本年"
    return Share(quantity, words[0].start, meaning.readings, over, (), None, line.subject.who, read)


def _whose(line: Line) -> str:
    return "本机关" if line.subject.who in ("", "own") else line.subject.who


def _is_share_of_owner(line: Line, before: Sequence[Line]) -> bool:
    """Whether a bracket behind a result or an applicant holds its share alone: 予以公开73件（39.5%）."""
    owner = before[-1] if before else None
    told = owner.told if owner is not None else None
    alone = line.piece.mark == "（" and not line.piece.before and not line.piece.behind
    counted = told is not None and told.code in (_OUTCOME, _APPLICANT) and not told.dimension
    return alone and counted and owner is not None and line.depth == owner.depth + 1


def _share(line: Line, quantity: Quantity, before: Sequence[Line], vocabulary: Vocabulary) -> Share | None:
    named = [token for token in line.piece.before if token.kind in ("outcome", "applicant")]
    unknown = any(
        token.kind == "unknown" or (token.kind == "thing" and token.name == "other")
        for token in line.piece.before
    )
    start = min([quantity.start, *(token.start for token in (*line.piece.before[:1], *named))])
    told = next((entry for entry in reversed(before) if entry.piece.number is not None), None)
    whole = _whole_before(before)
    ways = {token.words[:_WAY] for token in line.piece.before if token.name == "channel"}
    same = not ways or (told is not None and ways <= {token.words[:_WAY] for token in told.piece.before})
    if unknown or not same or _names_whole(line.piece):
        return None
    rest = any(token.name == "rest" for token in line.piece.before)
    if (
        rest
        and line.subject.ended
        and told is not None
        and told.piece.number
        and told.piece.number.name == "%"
    ):
        others = (("其他处理数",), _untold(before, vocabulary))
        return _of_tables(line, quantity, start, others, _OUTCOME, (), None)
    if named:
        return _named_share(line, quantity, start, named, vocabulary)
    if told is None or told.piece.number is None or told.piece.number.told is None:
        return None
    if rest or told.piece.number.name == "%":
        return None
    last = told.piece.number.told
    parts = (last, *_row_sums(last, _row_before(before.index(told), before)))
    statement = told.told
    start = told.piece.number.start if statement is None else statement.start
    if (
        statement is not None
        and statement.thing == "application"
        and statement.code in (_OUTCOME, _APPLICANT)
        and not statement.dimension
    ):
        readings = (*statement.readings, *_together(before, statement))
        return _of_tables(line, quantity, start, readings, statement.code, (), _whole_of(told), told.list)
    if line.subject.thing == "application" and (statement is None or statement.dimension):
        known = told.told is not None or is_way(told.piece) or _totals_results(told.piece, before)
        return _of_tables(line, quantity, start, (), "", parts, whole) if known else None
    if whole is None or not told.subject.among:
        return None
    return Share(quantity, start, (), (), parts, whole, line.subject.who, "占比 · 文中的总数")


def _names_whole(piece: Piece) -> bool:
    """占不予公开的60%: behind the word for a share stands what it is a share of."""
    said = next((n for n, token in enumerate(piece.before) if token.name == "share"), len(piece.before))
    return any(token.kind in ("outcome", "applicant") for token in piece.before[said:])


def _named_share(
    line: Line, quantity: Quantity, start: int, named: Sequence[Token], vocabulary: Vocabulary
) -> Share | None:
    """自然人占74%, 予以公开和部分公开占63%: the share of what the piece itself names."""
    names = tuple(dict.fromkeys(token.name for token in named if token.name != "everybody"))
    understood = line.list is None or is_certain(line.list)
    if line.subject.thing != "application" or not names or not understood:
        return None
    meanings = [vocabulary.meanings["application"][name] for name in names]
    together = tuple(name for meaning in meanings for name in meaning.readings[0])
    readings = meanings[0].readings if len(meanings) == 1 else (together,)
    if line.list is not None:
        readings = crossed(readings, meanings[0].code, line.list)
    return _of_tables(line, quantity, start, readings, meanings[0].code, (), _whole_of(line), line.list)


def _untold(before: Sequence[Line], vocabulary: Vocabulary) -> Reading:
    """The results that are not told before: 予以公开占58.5%、无法提供占28.9%，其他占12.6%."""
    told = {token.name for line in before for token in line.piece.before if token.kind == "outcome"}
    meanings = vocabulary.meanings["application"]
    left = [meanings[name].readings[0] for name in vocabulary.results if name not in told]
    return tuple(field for reading in left for field in reading)


def _totals_results(piece: Piece, before: Sequence[Line]) -> bool:
    """Whether it adds up what was told right before it: 予以公开12件、部分公开4件，两项合计16件，占53%."""
    total = any(token.name == "total" for token in piece.before)
    codes = [line.told.code for line in before if line.told is not None]
    return total and codes[-1:] == [_OUTCOME]


def _row_sums(last: Quantity, row: Sequence[Quantity]) -> Iterator[Quantity]:
    """A number together with those told in one row before it: 复议21件、诉讼10件，占4.6%."""
    low, high, start = last.low, last.high, last.start
    for number in row:
        low, high, start = low + number.low, high + number.high, number.start
        yield Quantity(start, last.end, low, high, last.unit)


def _together(before: Sequence[Line], last: Told) -> Iterator[Reading]:
    """The statement together with those told right before it: 予以公开36件，部分公开9件，占54.2%."""
    names = last.readings[0]
    numbered = [line for line in before if line.piece.number is not None]
    for line in reversed(numbered[:-1]):
        if line.told is None or line.told.code != last.code:
            return
        names = (*line.told.readings[0], *names)
        yield names


def _of_tables(
    line: Line, quantity: Quantity, start: int, readings: tuple[Reading, ...], code: str, parts: tuple[Quantity, ...],
    whole: Quantity | None, among: List | None = None,
) -> Share:  # fmt: skip
    said = "".join(
        token.words for token in line.piece.before if token.name == "whole" or token.kind == "action"
    )
    over: tuple[Reading, ...] = _HANDLED if _says(said, Group.SAYS_HANDLED) else ()
    over = _RECEIVED if _says(said, Group.SAYS_RECEIVED) else over
    handled = among is not None and among.sure and among.parts()[-1].code == _HANDLED_CODE
    over = _HANDLED if handled and not over else over
    usual = _RECEIVED if code == _APPLICANT else (*_HANDLED, *_RECEIVED)
    read = f"占比 · {_whose(line)} · 申请 · 本年"
    if among is not None:
        over = (*(over or usual), *(reading for part in among.parts() for reading in part.readings))
    return Share(quantity, start, readings, over or usual, parts, whole, line.subject.who, read)


def _says(words: str, group: Group) -> bool:
    return any(word in words for word in vocabulary().groups[group])


def _whole_of(line: Line) -> Quantity | None:
    """The number that a part's own list hangs on: 法人14件（其中企业8件，占57.1%）."""
    number = line.list.row[-1].piece.number if line.list is not None and line.list.row else None
    return number.told if number is not None else None


def _whole_before(before: Sequence[Line]) -> Quantity | None:
    """The total that what follows 其中 is a part of."""
    opened = next((n for n, line in enumerate(before) if line.subject.among), None)
    if not opened:
        return None
    counts = [line.piece.number for line in before[:opened] if not compares(line.piece)]
    numbers = [number for number in counts if number is not None and number.name != "%"]
    return numbers[-1].told if numbers else None


def sums_in(lines: Sequence[Line], vocabulary: Vocabulary) -> Iterator[Sum]:
    """Yield each total whose parts, told with it, make up another number."""
    yield from _parts_of_wholes(lines, vocabulary)
    yield from _totals_of_parts(lines)


def _parts_of_wholes(lines: Sequence[Line], vocabulary: Vocabulary) -> Iterator[Sum]:
    """共30件，其中网上18件、信函12件."""
    for place, line in enumerate(lines):
        whole = line.piece.number
        among = line.subject.among and not line.piece.inner
        if whole is None or whole.told is None or whole.name == "%" or among:
            continue
        parts = _parts_after(place, lines) if not _is_aside(place, lines) else []
        if not parts or all(part.told is not None and not part.told.dimension for part in parts):
            continue
        if any(_ended_otherwise(part, lines[place]) for part in parts):
            continue
        numbers = tuple(
            part.piece.number.told for part in parts if part.piece.number and part.piece.number.told
        )
        strict, complete = _is_strict(parts), _is_complete(parts, vocabulary)
        row = _row_before(place, lines)
        if row and sum(part.low for part in numbers) <= sum(number.low for number in row) + whole.told.low:
            continue
        if _disagree(whole.told, numbers, strict=strict, complete=complete):
            start, end = whole.told.start, numbers[-1].end
            yield Sum(whole.told, start, end, numbers, "总数 · 其中各项之和", strict or complete)


def _ended_otherwise(part: Line, whole: Line) -> bool:
    """Whether it is told what became of the part alone: 收到23件，其中答复20件; in 答复23件，其中网上20件 it is told of all."""
    same = whole.told is not None and part.told is not None and part.told.names == whole.told.names
    return part.told is not None and part.told.names[0] in _ENDS and not same


def _is_aside(place: int, lines: Sequence[Line]) -> bool:
    """收到23件，上年结转1件，其中当面4件: whose parts follow is open."""
    told = lines[place].told
    before = any(
        line.told.names in _CAME
        if line.told is not None
        else any((token.name,) in _CAME for token in line.piece.before)
        for line in lines[:place]
    )
    return told is not None and told.names[0] in _CARRIED and before and not lines[place].piece.inner


def _row_before(place: int, lines: Sequence[Line]) -> tuple[Quantity, ...]:
    """The numbers told in one row with that at a place: 行政复议2件、行政诉讼1件 are one whole or two."""
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


def _parts_after(place: int, lines: Sequence[Line]) -> list[Line]:
    """The parts told of a whole: behind 其中, or in its bracket. None where it is not sure which are."""
    line = lines[place]
    whole = line.piece.number
    depth = line.depth + 1 if line.piece.inner else line.depth
    rest = list(takewhile(lambda entry: entry.depth >= depth, lines[place + 1 :]))
    while rest and compares(rest[0].piece) and not rest[0].subject.among:
        rest.pop(0)
    if line.piece.inner and any(
        token.name == "total" or token.is_in(Group.IN_ALL) for token in line.piece.inner[0].before
    ):
        return []
    found: list[Line] = []
    for entry in rest if rest and (rest[0].subject.among or line.piece.inner or _opens(line)) else ():
        number = entry.piece.number
        if entry.depth > depth:
            continue
        if number is None:
            if found or not entry.subject.among or _ends_list(entry.piece):
                break
            continue
        if number.name == "%" and found:
            continue
        if (
            whole is None
            or not _is_counted_alike(entry, line)
            or number.start < whole.start
            or _ends_list(entry.piece)
        ):
            return [] if whole is not None and _goes_on(entry, whole) else found
        if _is_other_kind(entry, found):
            told_apart = len(found) > 1 and entry.told is not None and found[-1].told is None
            return found if told_apart else []
        found.append(entry)
    return found


def _goes_on(entry: Line, whole: Token) -> bool:
    """Whether the list goes on with what seems to end it: 预算3条、2021年报告1条. Then it is open what its parts make up."""
    number = entry.piece.number
    return number is not None and number.name == whole.name and entry.piece.mark == "、"


def _is_counted_alike(part: Line, whole: Line) -> bool:
    """Whether both have one unit; ways in which applications came may have another: 收到8件，其中网络申请3条."""
    units = [line.piece.number.name for line in (part, whole) if line.piece.number is not None]
    ways = whole.told is not None and whole.told.thing == "application" and is_way(part.piece)
    return len(set(units)) == 1 or (ways and set(units) <= vocabulary().units["application"])


def is_way(piece: Piece) -> bool:
    """Whether it tells in which way applications came: 网上申请12件."""
    return any(token.name == "channel" for token in piece.before)


def ways_in(lines: Sequence[Line]) -> list[Quantity]:
    """The numbers of a list that tell in which way applications came."""
    numbers = [line.piece.number for line in lines if is_way(line.piece)]
    return [number.told for number in numbers if number is not None and number.told is not None]


def _opens(line: Line) -> bool:
    return any(token.is_in(Group.INSIDE) for token in line.piece.behind)


def _ends_list(piece: Piece) -> bool:
    """Whether something new is told: another deed, time, office, or a total; 网上办理 is a way and not another deed."""
    return compares(piece) or any(
        token.kind in ("time", "who", "carry", "rate") or token.name in ("total", "share", "none")
        or (token.kind == "action" and token.name != "arose" and not is_way(piece))
        for token in piece.before
    )  # fmt: skip


def _signature(line: Line) -> str:
    """What kind of part it is."""
    kinds = [token for token in line.piece.tokens if token.kind in _KEYS and token.name != "arose"]
    if not kinds:
        return ""
    why = kinds[0].name in _WHY or kinds[0].name in vocabulary().rows
    part = kinds[0].name if kinds[0].kind == "part" and not why else ""
    return f"{kinds[0].kind} {part}"


def _is_other_kind(entry: Line, found: Sequence[Line]) -> bool:
    if not found or entry.piece.mark == "、" or _is_rest(entry):
        return False
    return _signature(entry) != _signature(found[0])


def _is_rest(line: Line) -> bool:
    """Whether it is all else of the list, of whatever kind that is: 其他2件."""
    return any(token.kind == "part" and token.name == "rest" for token in line.piece.before)


def _is_strict(parts: Sequence[Line]) -> bool:
    """Whether all are surely parts of one whole: joined by 、, or of one known kind."""
    joined = all(part.piece.mark in vocabulary().groups[Group.JOINS] for part in parts[1:])
    return joined or (
        bool(_signature(parts[0])) and len({_signature(part) for part in parts if not _is_rest(part)}) == 1
    )


def _is_complete(parts: Sequence[Line], vocabulary: Vocabulary) -> bool:
    """Whether the parts are all there is: 线上 and 线下."""
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


def _totals_of_parts(lines: Sequence[Line]) -> Iterator[Sum]:
    """予以公开12件、部分公开4件，两项合计16件."""
    for place, line in enumerate(lines):
        number = line.piece.number
        total = next(
            (token for token in line.piece.before if token.name == "total" or token.is_in(Group.IN_ALL)), None
        )
        if number is None or number.told is None or total is None or not _only_total(line.piece, total):
            continue
        parts = _before_total(lines[:place], number.name, total.words)
        exact = number.told.low == number.told.high and all(part.low == part.high for part in parts)
        if parts and exact and sum(part.low for part in parts) != number.told.low:
            yield Sum(number.told, parts[0].start, number.told.end, parts, "合计 · 前述各项之和", sure=True)


def _only_total(piece: Piece, total: Token) -> bool:
    return all(token is total or token.kind in ("filler", "relation") for token in piece.before)


def _before_total(before: Sequence[Line], unit: str, words: str) -> tuple[Quantity, ...]:
    """The numbers that a total adds up: as many as it says, or all of one list that begins the sentence."""
    before = [line for line in before if not compares(line.piece)]
    numbers = [line.piece.number for line in before if line.piece.number is not None]
    counted = next((number for word, number in vocabulary().counted.items() if words.startswith(word)), 0)
    last = numbers[-counted:] if counted else numbers
    if len(last) < max(counted, 2) or any(token.name != unit for token in last):
        return ()
    listed = all(
        line.piece.mark in ("", *vocabulary().groups[Group.JOINS])
        for line in before
        if line.piece.number in last[1:]
    )
    names = {line.told.names if line.told else () for line in before if line.piece.number is not None}
    came = names - {("carried_in",)}
    ways = all(
        any(token.name == "channel" for token in line.piece.before) for line in before if line.piece.number
    )
    if not counted and not listed and not ways and (len(came) != 1 or len(names) != 2 or not came <= _CAME):
        return ()
    return tuple(token.told for token in last if token.told is not None)
