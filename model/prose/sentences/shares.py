"""Shares of applications that a sentence tells: 予以公开36件，占54.2%."""

from collections.abc import Iterator, Sequence
from typing import Final

from model.prose.beside.crossings import answered_of, crossed, is_certain
from model.prose.beside.withdrawn import attributes_in
from model.prose.pieces.line import Line, List
from model.prose.pieces.piece import Piece
from model.prose.pieces.subject import Told
from model.prose.sentences.rates import rate_told
from model.prose.sentences.share import OVER_HANDLED, OVER_RECEIVED, Share, among_its_result, whose
from model.prose.sentences.sums import is_way, row_before
from model.prose.words.claim_words import Group, Reading, Vocabulary, vocabulary
from model.prose.words.codes import APPLICANT, HANDLED, OUTCOME, RESULT
from model.prose.words.numerals import Quantity
from model.prose.words.tokens import DISPUTES, Token

_CONCLUDED: Final = "concluded"
_ALL: Final = 100
_AMOUNTS: Final = ("元", "万元")
"""投资418万元，其中大项目8个，占70%: no share of what is counted is one of money."""
_REACHED: Final = "reached"
_WAY: Final = 2
"""Characters by which a way is named again: 网络申请 and 网络."""


def shares_in(lines: Sequence[Line], year: int, vocabulary: Vocabulary) -> Iterator[Share]:
    """Yield the shares that a sentence tells, each with all that it may be a share of."""
    attributes = attributes_in(lines)
    for place, line in enumerate(lines):
        number = line.piece.number
        if number is None or number.told is None or number.name != "%" or line.piece.compares:
            continue
        if any(line is one for one in attributes) or line.subject.when != year or _has_become(place, lines):
            continue
        rate = rate_told(line, number.told, lines[:place], vocabulary)
        if rate is not None:
            yield rate
        if line.piece.tokens.kinds & {"rate", "deed"}:
            continue
        said = "share" in line.piece.before.names
        if not said and not _is_share_of_owner(line, lines[:place]):
            continue
        dealt = list(_dealt(place, lines))
        share = _share(line, number.told, lines[:place], vocabulary) if not dealt else None
        if share is not None:
            yield share
        yield from dealt


def _has_become(place: int, lines: Sequence[Line]) -> bool:
    """占比由31.2%升至35.8%: what the share was before."""
    came_from = lines[place].piece.before[-1:]
    became = lines[place + 1].piece.before[:1] if place + 1 < len(lines) else []
    return any(one.is_in(Group.FROM) for one in came_from) and any(one.name == _REACHED for one in became)


def _dealt(place: int, lines: Sequence[Line]) -> Iterator[Share]:
    """公开5件、不掌握3件，占比分别为62.5%、37.5%: each share is that of its own number of those told right before."""
    row = [lines[place]]
    for line in lines[place + 1 :]:
        if line.piece.before or line.piece.number is None or line.piece.number.name != "%":
            break
        row.append(line)
    numbered = [
        n for n, line in enumerate(lines[:place]) if line.piece.number and line.piece.number.name != "%"
    ]
    owners = numbered[-len(row) :]
    for line, owner in zip(row, owners, strict=False) if len(row) == len(owners) > 1 else ():
        quantity = line.piece.number.told if line.piece.number is not None else None
        share = _share_of_last(line, quantity, lines[: owner + 1], lines[owner]) if quantity else None
        if share is not None:
            yield share


def _is_share_of_owner(line: Line, before: Sequence[Line]) -> bool:
    """Whether a bracket behind a result or an applicant holds its share alone: 予以公开73件（39.5%）."""
    owner = before[-1] if before else None
    told = owner.told if owner is not None else None
    alone = line.piece.mark == "（" and not line.piece.before and not line.piece.behind
    counted = told is not None and told.code in (OUTCOME, APPLICANT) and not told.dimension
    return alone and counted and owner is not None and line.depth == owner.depth + 1


def _share(line: Line, quantity: Quantity, before: Sequence[Line], vocabulary: Vocabulary) -> Share | None:
    named = [token for token in line.piece.before if token.kind in ("outcome", "applicant")]
    last = next((entry for entry in reversed(before) if entry.piece.number is not None), None)
    if not _is_known(line.piece, last):
        return None
    start = min([quantity.start, *(token.start for token in (*line.piece.before[:1], *named))])
    rest = "rest" in line.piece.before.names
    after_share = last is not None and last.piece.number is not None and last.piece.number.name == "%"
    if rest and line.subject.ended and after_share:
        others = (("其他处理数",), _untold(before, vocabulary))
        return _of_tables(line, quantity, start, others, OUTCOME, (), None)
    if named:
        return _named_share(line, quantity, start, named, vocabulary)
    return None if last is None or rest or after_share else _share_of_last(line, quantity, before, last)


def _is_known(piece: Piece, last: Line | None) -> bool:
    """Whether no word leaves open what it is a share of, or of which way of applying."""
    ways = {token.words[:_WAY] for token in piece.before if token.name == "channel"}
    same = not ways or (last is not None and ways <= {token.words[:_WAY] for token in last.piece.before})
    unknown = any(
        token.kind == "unknown" or (token.kind == "thing" and token.name == "other") for token in piece.before
    )
    return same and not unknown and not _names_whole(piece)


def _share_of_last(line: Line, quantity: Quantity, before: Sequence[Line], last: Line) -> Share | None:
    """予以公开36件，占54.2%: the share of the number that was told last, or of a row that it ends."""
    number = last.piece.number.told if last.piece.number is not None else None
    if number is None:
        return None
    if _explains(last.piece):
        return None
    whole, told = _whole_before(before), last.told
    parts = (number, *_row_sums(number, row_before(before.index(last), before)))
    start = number.start if told is None else told.start
    if (
        told is not None
        and told.thing == "application"
        and told.code in (OUTCOME, APPLICANT)
        and not told.dimension
    ):
        readings = (*told.readings, *_together(before, told))
        # A number before it in the row that was not understood is counted as it is told.
        share = _of_tables(line, quantity, start, readings, told.code, parts[1:], _whole_of(last), last.list)
        return among_its_result(share, told.names, before)
    if told is not None and told.thing in DISPUTES and told.code == RESULT and not told.dimension:
        over = _over_disputes(line, before, told.thing)
        read = f"占比 · {whose(line)} · {told.says} · 本年"
        return Share(quantity, start, told.readings, over, (), whole, line.subject.who, read)
    if line.subject.thing == "application" and (told is None or told.dimension):
        known = told is not None or is_way(last.piece) or _totals_results(last.piece, before)
        if not known:
            return None
        share = _of_tables(line, quantity, start, (), "", parts, whole)
        return among_its_result(share, told.names if told is not None else (), before)
    if (
        whole is None
        or whole.unit in _AMOUNTS
        or not last.subject.among
        or _CONCLUDED in line.piece.before.names
    ):
        return None
    return Share(quantity, start, (), (), parts, whole, line.subject.who, "占比 · 文中的总数")


def _explains(piece: Piece) -> bool:
    """不予公开的原因主要是过程性信息（6件）: a part of the result named before, and perhaps a share of it."""
    ended = next((n for n, token in enumerate(piece.before) if token.kind == "outcome"), len(piece.before))
    return any(token.is_in(Group.REASONS) for token in piece.before[ended:])


def _over_disputes(line: Line, before: Sequence[Line], thing: str) -> tuple[Reading, ...]:
    """The disputes that a result is a share of: all of them, or those concluded, where they are named or told before."""
    meanings = vocabulary().meanings[thing]
    if _CONCLUDED in line.piece.before.names:
        return meanings[_CONCLUDED].readings
    told = any(entry.told is not None and entry.told.names == (_CONCLUDED,) for entry in before)
    # 已审结的19件中，维持14件，占73.7%；纠正3件，占15.8%: behind a semicolon it is not told again.
    return (
        *meanings["told"].readings,
        *(meanings[_CONCLUDED].readings if told or line.subject.among else ()),
    )


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
    total = "total" in piece.before.names
    codes = [line.told.code for line in before if line.told is not None]
    return total and codes[-1:] == [OUTCOME]


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
    over: tuple[Reading, ...] = OVER_HANDLED if _says(said, Group.SAYS_HANDLED) else ()
    over = OVER_RECEIVED if _says(said, Group.SAYS_RECEIVED) else over
    handled = among is not None and among.sure and among.parts()[-1].code == HANDLED
    over = OVER_HANDLED if handled and not over else over
    usual = OVER_RECEIVED if code == APPLICANT else (*OVER_HANDLED, *OVER_RECEIVED)
    read = f"占比 · {whose(line)} · 申请 · 本年"
    if among is not None:
        wholes = tuple(reading for part in among.parts() for reading in part.readings)
        over = (*(over or usual), *wholes, *(answered_of(among) if code == OUTCOME else ()))
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
    counts = [line.piece.number for line in before[:opened] if not line.piece.compares]
    numbers = [number for number in counts if number is not None and number.name != "%"]
    return numbers[-1].told if numbers else None
