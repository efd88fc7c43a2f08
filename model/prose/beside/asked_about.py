"""What applications ask about: 从申请内容看，行政处罚类18件 counts applications, and no decisions."""

from collections.abc import Sequence
from typing import Final

from model.prose.beside.narrowed import OF_ONE_BODY
from model.prose.pieces.line import Line
from model.prose.pieces.subject import Subject
from model.prose.words.claim_words import Group, Vocabulary
from model.prose.words.tokens import Words

_SAYS_ABOUT: Final = "arose"
_KIND: Final = "类"


def leave_asked_about(lines: Sequence[Line], words: str, begun: Subject, known: Vocabulary) -> bool:
    """Take back decisions and documents told where it is said what applications ask about, up to what is done.

    `begun`: what the sentence began with. Return whether what follows behind half a stop still tells that.
    """
    found = known.passages["asked_about"].search(words) if "申请" in words else None
    if found is None and not begun.asked:
        return False
    start = 0 if begun.asked or found is None else found.end()
    for line in lines:
        number = line.piece.number
        if (number.start if number is not None else line.piece.start) < start:
            continue
        if _does_something(line.piece.before, start):
            return False
        if line.told is not None and line.told.thing in OF_ONE_BODY:
            line.told = None
    return True


def _does_something(words: Words, place: int) -> bool:
    """Whether words behind a place say that something was done: 作出行政处罚决定56件; 投诉处理类30件 only names a kind."""
    kind = bool(words) and words[-1].words == _KIND
    return not kind and any(
        (token.kind == "action" and token.name != _SAYS_ABOUT) or token.is_in(Group.SHOWN)
        for token in words
        if token.start >= place
    )
