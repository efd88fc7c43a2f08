"""What became of applications, where several ends are told of one number, or of a rest."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain, dropwhile, pairwise, takewhile
from typing import Final

from model.prose.pieces.line import Line
from model.prose.words.claim_words import Group, Reading, Vocabulary
from model.prose.words.codes import OUTCOME
from model.prose.words.tokens import Token

_DISCLOSED, _GRANTED, _PARTIAL = "disclosed", "granted", "partial"
_PAIR: Final = 2
_ROWS_OF_OTHERS: Final = ("other_not_corrected", "other_fee_unpaid")
_OTHERS: Final = frozenset((("other_handling",), ("rest",)))
_OTHER_ROWS: Final = (
    ("applications.other_remaining.total",),
    ("applications.other_fee_unpaid.total", "applications.other_remaining.total"),
)


def join_ends(lines: Sequence[Line], known: Vocabulary) -> None:
    """43件予以公开或部分公开: ends named behind a number are counted together; behind 等 there are others, not named."""
    for place, line in enumerate(lines):
        told = line.told
        before = "outcome" in line.piece.before.kinds
        if told is None or told.code != OUTCOME or before or not set(told.names) <= set(known.results):
            continue
        further = list(_ends_behind(lines[place + 1 :], line.depth, known))
        words = [*line.piece.behind, *further]
        names = tuple(
            dict.fromkeys((*told.names, *(word.name for word in further if word.kind == "outcome")))
        )
        open_ended = any(word.is_in(Group.AND_SO_ON) or word.name == "rest" for word in words)
        if open_ended or "rest" in names:
            line.told = None
        elif names != told.names:
            meanings = [known.meanings["application"][name] for name in names]
            together = tuple(field for meaning in meanings for field in meaning.readings[0])
            says = "、".join(meaning.says for meaning in meanings)
            line.told = told._replace(names=names, readings=(together,), says=says, sure=False)


def _ends_behind(lines: Sequence[Line], depth: int, known: Vocabulary) -> Iterator[Token]:
    """The words of the pieces right behind that go on with ends and have no number."""
    for line in lines:
        word = known.words.get(line.piece.mark)
        joined = line.piece.mark == "、" or (word is not None and word.name == "join")
        ends = "outcome" in line.piece.before.kinds
        if line.piece.number is not None or line.depth != depth or not (joined and ends):
            return
        yield from line.piece.before


def leave_rest(lines: Sequence[Line], known: Vocabulary) -> None:
    """予以公开5件、无法提供3件、其他2件, 其余2件作其他处理: the row of that name, or all results that are not told."""
    if not any(map(_is_rest, lines)):
        return
    told = {
        name for line in lines if line.told is not None and not _is_rest(line) for name in line.told.names
    }
    results = {name: known.meanings["application"][name].readings[0] for name in known.results}
    for place, line in enumerate(lines):
        if line.told is not None and _is_rest(line):
            if _is_beside_reason(place, lines) or any(
                _is_unclear_result(other, line) for other in lines[:place]
            ):
                line.told = None
                continue
            untold = [*_untold(told, results)]
            if not place:
                # Behind a semicolon: what was told before it are the first results of the form, however many, or a row.
                ends = [*results.values()]
                untold = [tuple(chain.from_iterable(ends[first:])) for first in range(1, len(ends))]
                untold += _OTHER_ROWS
            line.told = line.told._replace(readings=(*line.told.readings, *untold), sure=False)


def _untold(told: AbstractSet[str], results: Mapping[str, Reading]) -> Iterator[Reading]:
    """All results that are not told; 公开38件 is of the first of them, or of the two that disclose."""
    yield tuple(chain.from_iterable(reading for name, reading in results.items() if name not in told))
    if _DISCLOSED in told:
        for further in (told | {_GRANTED}, told | {_GRANTED, _PARTIAL}):
            yield tuple(
                chain.from_iterable(reading for name, reading in results.items() if name not in further)
            )


def leave_divided(lines: Sequence[Line], known: Vocabulary) -> None:
    """12件未能提供信息，其中不予公开3件、无法提供6件: what is divided into results of several kinds is none of one kind."""
    for line, after in pairwise(lines):
        told = line.told
        opened = after.depth > line.depth or "among" in after.piece.before.names
        if told is None or told.code != OUTCOME or not opened:
            continue
        parts = set(_results_from(lines, after)) & set(known.results)
        disclosed = told.names[0] in (_DISCLOSED, _GRANTED) and parts <= {_GRANTED, _PARTIAL}
        if len(parts - set(told.names)) > 0 and len(parts) >= _PAIR and not disclosed:
            line.told = None


def _results_from(lines: Sequence[Line], first: Line) -> Iterator[str]:
    """The results told from a line on, as long as parts are told."""
    behind = dropwhile(lambda line: line is not first, lines)
    for line in takewhile(lambda line: line.depth >= first.depth, behind):
        if line is not first and line.piece.mark in ";:":
            return
        yield from line.told.names if line.told is not None and line.told.code == OUTCOME else ()


def tell_two_sides(lines: Sequence[Line], known: Vocabulary) -> None:
    """公开38件，不公开20件: where nothing else is told, what was not disclosed may be all other results."""
    ends = [line for line in lines if line.told is not None and line.told.code == OUTCOME]
    if len(ends) != _PAIR:
        return
    first, last = ends
    told = last.told
    sides = first.told is not None and first.told.names[0] in (_DISCLOSED, _GRANTED)
    if told is None or not sides or told.names != ("refused",) or Group.KEPT not in last.piece.tokens.groups:
        return
    kept = tuple(
        chain.from_iterable(
            known.meanings["application"][name].readings[0]
            for name in known.results
            if name not in (_GRANTED, _PARTIAL)
        )
    )
    last.told = told._replace(readings=(*told.readings, kept), sure=False)


def _is_rest(line: Line) -> bool:
    """Whether it tells of what is left of the results, by that word or as what is left that was dealt with otherwise."""
    names = line.told.names if line.told is not None else ()
    left = bool({Group.OTHERS, Group.LEFT_OVER} & line.piece.before.groups)
    behind = "other_handling" in line.piece.behind.names
    return names == ("rest",) or (names == ("other_handling",) and left and behind)


def tell_others_apart(lines: Sequence[Line]) -> None:
    """逾期未补正2件，其他处理5件: beside a row of 其他处理, it is what the other rows count.

    撤回申请6件，其他处理3件: beside those given up, which the tables count there as well, it is a part.
    """
    for place, line in enumerate(lines):
        told = line.told
        if told is None or told.names not in _OTHERS or not place:
            continue
        beside = [
            token
            for other in lines
            if other is not line and other.depth == line.depth and other.piece.number is not None
            for token in other.piece.before
        ]
        if any(token.contains(Group.GIVEN_UP) for token in beside) and told.names != ("rest",):
            line.told = told._replace(dimension="share", sure=False)
        elif any(token.name in _ROWS_OF_OTHERS or token.words.startswith("逾期") for token in beside):
            line.told = told._replace(readings=(*told.readings, *_OTHER_ROWS), sure=False)


def _is_beside_reason(place: int, lines: Sequence[Line]) -> bool:
    """不予公开6件，其中国家秘密1件、其他5件: beside parts of one kind of result, the rest is one of that kind."""
    rest = lines[place]
    before = next((line for line in reversed(lines[:place]) if line.depth <= rest.depth), None)
    if before is None or before.depth < rest.depth or before.piece.number is None:
        return False
    tokens = before.piece.before
    return any(token.kind == "part" for token in tokens) and not any(
        token.kind == "outcome" for token in tokens
    )


def _is_unclear_result(line: Line, rest: Line) -> bool:
    """Whether a number of the list may take in more than one kind of result: 信息不存在等52件."""
    number, told = line.piece.number, line.told
    alike = number is not None and line.depth == rest.depth and line.subject.ended
    # 公开类38件、不公开类8件、其他类2件: a deed among results tells none of them.
    words = line.piece.before
    ends = not words.kinds.isdisjoint({"outcome", "deed"}) or "absent" in words.names
    return alike and ends and (told is None or bool(told.dimension))
