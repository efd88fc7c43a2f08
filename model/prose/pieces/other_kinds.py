"""Requests and disputes of another kind than those over disclosure, or of all kinds together: none of ours."""

from collections.abc import Sequence
from itertools import pairwise

from model.prose.pieces.piece import Piece
from model.prose.words.claim_words import Group
from model.prose.words.tokens import DISPUTES, Token


def is_of_another_kind(piece: Piece) -> bool:
    """Return whether unknown words say what kind of request or dispute it is: 补贴申请12件, 处罚复议3件."""
    if "thing" not in piece.before.kinds:
        return False
    things = [n for n, token in enumerate(piece.before) if token.kind == "thing"]
    came = bool(piece.before.names & {"received", "taken"})
    if not (piece.number is not None or came) or things[-1] == 0:
        return False
    thing = piece.before[things[-1]]
    ahead = list(piece.before[: things[-1]])
    if thing.name == "request" and _came_by_another_system(ahead):
        return True
    classed = False
    while len(ahead) > 1 and ahead[-1].words in ("的", "类"):
        classed = ahead.pop().words == "类" or classed
    kind = ahead[-1]
    least = {"request": 2, "review": 3, "suit": 3}.get(thing.name, 0)
    named = kind.ends_in(Group.OFFICE_ENDS)
    if thing.name in DISPUTES and kind.name in ("other", "reason"):
        return not piece.before.names & {"information", "application"}
    if thing.name in DISPUTES and kind.is_in(Group.MATTERS):
        return True
    least -= classed
    return bool(least) and kind.kind in ("unknown", "deed") and len(kind.words) >= least and not named


def _came_by_another_system(ahead: Sequence[Token]) -> bool:
    """“一件事”平台受理申请1.8万件: whether they came by a way that has a name which is not known."""
    named = [token for token in ahead if token.kind != "filler"]
    return any(one.kind == "unknown" and other.name == "channel" for one, other in pairwise(named))


def is_of_all_kinds(piece: Piece, ours: Sequence[str]) -> bool:
    """Return whether disputes are counted whatever they are over: 各类复议31件; behind `ours` 全局复议386件, 其他复议367件."""
    if piece.number is None:
        return _heads_others(piece)
    if piece.number.name == "%":
        return False
    words = (*piece.before, *piece.near)
    place = next((n for n, token in enumerate(words) if token.name in DISPUTES), None)
    if place is None:
        return False
    if any(token.name in ("information", "application") or token.kind == "topic" for token in words):
        return False
    ahead = words[:place]
    if [token.words for token in ahead[-2:]] == ["各", "类"]:
        return True
    total = any(token.is_in(Group.STOCK) for token in words[place + 1 :])
    others = any(token.is_in(Group.OTHERS) or token.is_in(Group.OTHER_KINDS) for token in ahead[-1:])
    wide = total or others or any(map(_is_of_everything, ahead))
    return wide and words[place].name in ours


def is_other_deed(one: Token, other: Token) -> bool:
    """Return whether something was done with what is none of ours: 因宅基地审批, 项目审批复议."""
    ours = one.contains(Group.OUR_CAUSES) or other.contains(Group.OUR_CAUSES)
    matter = one.kind == "unknown" or one.name == "other"
    return matter and other.kind == "deed" and len(one.words) > 1 and not ours


def _heads_others(piece: Piece) -> bool:
    """其余复议案件的结果: whether what follows is told of all other disputes than those told before."""
    place = next((n for n, token in enumerate(piece.before) if token.name in DISPUTES), 0)
    ahead = piece.before[place - 1 : place] if place else ()
    return any(token.is_in(Group.REMAINING) for token in ahead)


def _is_of_everything(token: Token) -> bool:
    """Whether it is the office with all that it does, or says all: 全局, 全市, 全部."""
    own = token.name == "own" and token.words.startswith("全")
    return own or token.name == "area" or token.words in ("全部", "所有")
