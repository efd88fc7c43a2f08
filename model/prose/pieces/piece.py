"""A piece of a sentence: what is told of one number."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from model.prose.words.claim_words import Group
from model.prose.words.tokens import DISPUTES, KEYS, NO_WORDS, Token, Words

TIMES: Final = "倍"
"""What a comparison may be told in."""
_LASTS: Final = ("last", "same_last", "year")
_SAID_BY: Final = KEYS - {"thing"}
_ASKED: Final = ("application", "request")
_SAID: Final = frozenset({"unknown", "result", "thing", "deed"})
_SAY_NOTHING: Final = ("decided", "arose", "everybody")


@dataclass(frozen=True)
class Piece:
    """What is told of at most one number. `mark` is the mark before it, `inner` what brackets in it hold.

    `heads`: it has no number, and names what the numbers behind it are parts of: 企业申请中, 对上年结转的申请.
    """

    mark: str
    before: Words = NO_WORDS
    number: Token | None = None
    behind: Words = NO_WORDS
    inner: tuple["Piece", ...] = ()
    heads: bool = False

    @property
    def tokens(self) -> Words:
        """Words on both sides of the number."""
        return self._both if self.behind else self.before

    @cached_property
    def _both(self) -> Words:
        return Words((*self.before, *self.behind))

    @property
    def start(self) -> int:
        """Where it begins, with the words before its number or with the number; 0 where it has neither."""
        first = self.before[0] if self.before else self.number
        return first.start if first is not None else 0

    @property
    def near(self) -> Words:
        """The words right behind the number that are known, up to the first that says what it is; what holds of most is none."""
        return self._near if self.behind else self.behind

    @cached_property
    def _near(self) -> Words:
        return NO_WORDS if Group.NOT_OF_ALL in self.behind.groups else Words(_near(self.behind))

    @property
    def goes_inside(self) -> bool:
        """Whether what follows is told within it: 收到的28件中, 企业申请中."""
        if self.number is None:
            return self.before.last_is_in(Group.INSIDE)
        return Group.INSIDE in self.behind.groups

    @cached_property
    def compares(self) -> bool:
        """Whether it compares with another time: 同比增长, 比上年, 较2023年, 是上年的1.2倍."""
        if self.number is not None and (self.number.name == TIMES or self.is_part_of_last):
            return True
        if "compare" not in self.tokens.kinds:
            return False
        comparing = [token for token in self.tokens if token.kind == "compare"]
        if any(token.name != "base" and len(token.words) > 1 for token in comparing):
            return True
        base = any(token.name == "base" for token in comparing)
        told = self.tokens
        return base and (bool(told.kinds & {"time", "carry"}) or Group.COMPARES in told.groups)

    @property
    def is_part_of_last(self) -> bool:
        """Whether this year is told in per cent of the last: 为上年的97.2%; 由上年的71.6% is only where it came from."""
        if self.number is None or self.number.name != "%":
            return False
        if "share" in self.before.names or Group.FROM in self.before.groups:
            return False
        words = self.before[-2:]
        last = [token.kind for token in words] == ["time", "filler"] and words[0].name in _LASTS
        return last and words[1].words == "的"


def _near(behind: Sequence[Token]) -> list[Token]:
    near: list[Token] = []
    said = ""
    predicate = False
    if _is_said_of_answers(behind):
        return near
    denial = next((n for n, token in enumerate(behind) if token.name == "none"), None)
    for place, token in enumerate(behind):
        if place == denial and any(other.name in DISPUTES for other in behind[place:]):
            # 42件申请均未发生行政复议: those are counted to which nothing came.
            break
        predicate = predicate or token.is_in(Group.PREDICATE)
        if predicate and token.kind == "thing":
            break
        if token.kind in ("unknown", "deed") or (said and token.kind in KEYS and token.kind != said):
            break
        if token.kind in _SAID_BY and token.name not in _SAY_NOTHING:
            said = token.kind
        elif said and token.name != "join":
            break
        if token.kind == "applicant" and _is_counted_apart(behind[place + 1 :]):
            break
        near.append(token)
    return near


def _is_said_of_answers(behind: Sequence[Token]) -> bool:
    """Whether answers, or applications answered, were counted for what is said of them: 3件答复说理不足, 2件答复被纠正."""
    at = next((n for n, token in enumerate(behind) if token.is_in(Group.ANSWERED)), None)
    if at is None or any(token.name not in _ASKED for token in behind[:at]):
        return False
    return any(token.kind in _SAID for token in behind[at + 1 :])


def _is_counted_apart(behind: Sequence[Token]) -> bool:
    """Whether what stands before these words is told by a number of its own: 54件申请涉及自然人40人."""
    return bool(behind) and behind[0].kind == "unknown" and behind[0].words[:1].isdigit()
