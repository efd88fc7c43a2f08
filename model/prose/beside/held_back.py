"""What may be a part of what it seems to tell, for what stands beside it: 答复 beside 转办, 机关收到 beside 下属单位收到."""

from collections.abc import Sequence
from typing import Final

from model.prose.pieces.line import Line
from model.prose.pieces.piece import Piece
from model.prose.words.claim_words import Group
from model.prose.words.codes import OUTCOME

_UNPROCESSED: Final = ("other_", "declined")
_CAME: Final = ("received", "taken")


def hold_back(lines: Sequence[Line]) -> None:
    """What may be a part: 答复 beside 转办 or amid results, 机关收到12件 beside 下属单位收到7件."""
    first = next((place for place, line in enumerate(lines) if line.piece.number is not None), 0)
    others = any(
        token.kind == "part" and token.name == "course"
        for line in lines[first:]
        for token in line.piece.tokens
        if line.piece.number is not None or "rest" in line.piece.before.names
    )
    before: set[tuple[str, ...]] = set()
    elsewhere = any(
        line.subject.who == "others" and (_tells_received(line.piece) or _is_share_of_others(line))
        for line in lines
    )
    for place, line in enumerate(lines):
        told = line.told
        if told is not None and told.names[0] in _CAME and told.who != "others" and elsewhere:
            line.told = told._replace(dimension="office", sure=False)
        if told is not None and told.names == ("handled",):
            of_last_year = before == {("carried_in",)} and not _names_this_year(line.piece)
            beside = line.subject.among and _beside_unknown(line, lines)
            apart = _is_beside_unprocessed(place, lines)
            if others or of_last_year or beside or apart or _is_amid_results(place, lines):
                line.told = told._replace(dimension="course", sure=False)
        before |= {told.names} if told is not None else set()


def _names_this_year(piece: Piece) -> bool:
    return "this" in piece.before.names


def _is_beside_unprocessed(place: int, lines: Sequence[Line]) -> bool:
    """办结40件，逾期不补正不再处理1件: what was left unprocessed is told beside what was handled."""
    one = lines[place]
    after = next((line for line in lines[place + 1 :] if line.depth == one.depth and line.piece.number), None)
    told = after.told if after is not None and not after.subject.among else None
    return told is not None and told.names[0].startswith(_UNPROCESSED)


def _is_amid_results(place: int, lines: Sequence[Line]) -> bool:
    """予以公开2件、答复8件，不予公开2件: an end among others, unless it is told to be of all."""
    one = lines[place]
    ends = any(
        line.told is not None and line.told.code == OUTCOME and line.depth == one.depth
        for line in lines[:place]
    )
    whole = "relation" in one.piece.before.kinds or Group.OF_ALL in one.piece.before.groups
    return ends and not whole


def _tells_received(piece: Piece) -> bool:
    return piece.number is not None and not piece.before.names.isdisjoint(_CAME)


def _is_share_of_others(line: Line) -> bool:
    """收到12件，其中局机关2件，局属学校10件: a part that begins with whose it is."""
    words = [token for token in line.piece.before if token.kind not in ("filler", "relation")]
    asked = line.subject.among and line.subject.thing == "application"
    return asked and line.piece.number is not None and bool(words) and words[0].kind == "who"


def _beside_unknown(line: Line, lines: Sequence[Line]) -> bool:
    return any(
        other.told is None and other.subject.among and other.piece.number is not None
        for other in lines
        if other is not line
    )
