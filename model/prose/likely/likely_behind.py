"""What stands behind a number: what it is likely told of there, and how many more numbers go on with it."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import dropwhile, takewhile
from typing import Final

from model.prose.likely.likely_keys import APPLICANTS, BODIES
from model.prose.likely.likely_window import Spoken, Window
from model.prose.likely.likely_words import Key, Keys
from model.prose.words.claim_words import Group, vocabulary
from model.prose.words.tokens import DECISIONS, DISPUTES, Token, Words

_TELLS: Final = ("outcome", "applicant", "carry", "result", "unknown")
_CHANGES: Final = ("mark", "compare", "filler")
_DONE: Final = ("received", "taken", "processed", "handled")
_PAIR: Final = 2
_QUOTED: Final = 12
"""Characters before a number that are quoted with it."""
_PAUSES: Final = (",", "join")


def told_behind(behind: Sequence[Token], spoken: Spoken) -> Keys:
    """Return what the words behind a number tell of it: 3件获维持; 其余2件由企业、律所提出 are of all that are no persons.

    30件多为自然人提出 tells nothing of the number.
    """
    if behind and (behind[0].name == "join" or _is_done_by_some(behind)):
        return ()
    if any(token.is_in(Group.NOT_OF_ALL) for token in behind):
        return ()
    window = Window(spoken).take_all(
        [
            token
            for token in behind
            if (token.kind in _TELLS and not token.is_in(Group.CLOSING)) or token.name == "none"
        ]
    )
    if window.strange > 1 or not window.keys:
        return ()
    bodies = all(keys[0].name in BODIES for keys in window.keys)
    return (Key("application", "legal"),) if bodies and len(window.keys) >= _PAIR else window.keys[0]


def is_ended_behind(keys: Keys, behind: Sequence[Token]) -> bool:
    """行政复议2件维持、1件在审: whether right behind a number of disputes stands what became of these."""
    disputes = keys[0].thing in DISPUTES and keys[0].name == "told"
    return disputes and bool(behind) and behind[0].kind == "result"


def _is_done_by_some(behind: Sequence[Token]) -> bool:
    """3件交由相关单位办理: whoever did something about them did not apply for them."""
    by = any(token.is_in(Group.DONE_BY) for token in behind)
    return by and any(token.name in _DONE for token in behind)


def numbers_in_row(after: Sequence[Token], *, changes: bool) -> int:
    """Return how many numbers stand in a row with no words of their own, or with such as tell a change."""
    count = 1
    for token in after:
        if token.kind == "number":
            count += 1
        elif token.name not in ("join", ",") and not (changes and token.kind in _CHANGES):
            break
    return count


def is_of_a_part(own: Sequence[Token], spoken: Spoken) -> bool:
    """Return whether a share is taken of those who applied of one kind: 占自然人申请的12%."""
    base = list(dropwhile(lambda one: one.name != "share", own))[1:]
    return any(keys[0].name in APPLICANTS for keys in Window(replace(spoken)).take_all(base).keys)


def numbers_not_counted(words: str) -> range:
    """Return the places of a sentence whose numbers are said to be left out: 复议7件、诉讼4件(，)不在统计之列."""
    said = vocabulary().passages["not_counted"].search(words)
    if said is None:
        return range(0)
    end = max(0, said.start() - 1)
    return range(max(words.rfind(mark, 0, end) for mark in ",;") + 1, said.start())


def next_in_row(after: Sequence[Token]) -> Sequence[Token]:
    """Return the words of the next number, where only a pause parts it from the one before them."""
    place = next((n for n, token in enumerate(after) if token.kind == "number"), 0)
    return after[1:place] if place and after[0].name in _PAUSES else ()


def is_asked_for(own: Sequence[Token]) -> bool:
    """Return whether decisions are told that were only asked for: 受理行政许可1850件."""
    words = Words(own)
    decided = not words.names.isdisjoint(DECISIONS)
    return decided and "taken" in words.names and words.names.isdisjoint(("handled", "processed", "decided"))


def names_people(own: Sequence[Token]) -> bool:
    """Return whether nothing but people are named, by what they are: 渔民, 返乡人员."""
    named = [token for token in own if token.kind not in ("filler", "mark", "relation")]
    return len(named) == 1 and named[0].kind == "unknown" and named[0].ends_in(Group.PEOPLE_END)


def comes_to_another(own: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether it is what something has changed from: 由15件变为17件, 由15件升至17件再升至21件."""
    next_words = takewhile(lambda token: token.kind != "number", after)
    changed = any(token.is_in(Group.FROM) or token.name == "reached" for token in own)
    return changed and any(token.name == "reached" for token in next_words)


def is_of_the_year(window: Window, after: Sequence[Token]) -> bool:
    """Whether it is what came in the year itself, beside what was carried in: 办理11件，本年度10件，结转上年度1件."""
    next_words = list(takewhile(lambda token: token.kind != "number", after))
    carried = any(token.name == "carried_in" for token in next_words)
    return window.timed and not (window.keys or window.strange or window.back) and carried


def start_of_quote(own: Sequence[Token], number: Token) -> int:
    """Return where the words begin that are quoted with a number: those behind the last mark, where they are few."""
    words = [token for token in own if token.kind != "mark" and token.name != "join"]
    near = [token.start for token in words if number.start - token.start <= _QUOTED]
    return near[0] if near else number.start
