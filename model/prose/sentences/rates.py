"""Rates that tell a share by their name: 办结率96.6%, 纠错率21.1%."""

from collections.abc import Sequence
from typing import Final

from model.prose.beside.crossings import answered_of, crossed, is_certain
from model.prose.pieces.line import Line, List
from model.prose.sentences.share import OVER_HANDLED, OVER_RECEIVED, Share, whose
from model.prose.words.claim_words import Group, Meaning, Reading, Vocabulary
from model.prose.words.codes import APPLICANT, HANDLED
from model.prose.words.numerals import Quantity
from model.prose.words.tokens import DISPUTES, Token

_ALL: Final = 100
_LOST: Final = "lost"
"""What is told of suits alone."""
_OF_DISPUTES: Final = ("upheld", "corrected", _LOST)
_ASKED: Final = ("application", "request")
"""What a rate may name before it: 政府信息公开申请办结率."""


def rate_told(line: Line, quantity: Quantity, before: Sequence[Line], vocabulary: Vocabulary) -> Share | None:
    """Return the share that a rate tells: 办结率96.6%, 公开率76.5% of what is handled or disclosed.

    100% is often said of what was due alone.
    """
    words = [token for token in line.piece.before if token.kind not in ("filler", "time")]
    if len(words) > 1 and words[0].name in _ASKED:
        words.pop(0)
    disputes = words.pop(0).name if len(words) > 1 and words[0].name in DISPUTES else ""
    name = vocabulary.rates.get(words[0].words, "") if len(words) == 1 else ""
    behind = "".join(token.words for token in line.piece.behind)
    bounded = behind.startswith(vocabulary.groups[Group.BOUNDS])
    if not name or bounded or line.subject.distance > 1 or quantity.low == _ALL:
        return None
    if name in _OF_DISPUTES:
        rate = _rate_of_disputes(line, quantity, words[0], name, disputes, vocabulary)
        return None if rate is not None and _is_of_other_disputes(before) else rate
    of_others = any(token.kind == "action" for inner in line.piece.inner for token in inner.tokens)
    if disputes or of_others or line.subject.thing != "application":
        # 办结率98.2%（按应办件计算） says of what it is the share.
        return None
    meaning = vocabulary.meanings["application"][name]
    over = OVER_RECEIVED if meaning.code == HANDLED else (*OVER_HANDLED, *OVER_RECEIVED)
    read = f"{meaning.says}占比 · {whose(line)} · 申请 · 本年"
    ended = next((one.told for one in reversed(before) if one.told and one.told.code == HANDLED), None)
    if meaning.code == HANDLED and ended is not None and ended.less:
        # 新收57件，当年办结55件，办结率96.5%: of those that came this year.
        return Share(quantity, words[0].start, (), over, (ended.quantity,), None, line.subject.who, read)
    if line.list is not None and line.list.parts()[-1].code == APPLICANT:
        return _rate_of_kind(line, line.list, quantity, words[0].start, meaning, over, read)
    return Share(quantity, words[0].start, meaning.readings, over, (), None, line.subject.who, read)


def _rate_of_kind(
    line: Line,
    list_of: List,
    quantity: Quantity,
    start: int,
    meaning: Meaning,
    over: tuple[Reading, ...],
    read: str,
) -> Share | None:
    """从企业申请看，予以公开7件，公开率63.6%: of what was answered of those that one kind applied for, or of all of them."""
    if meaning.code == HANDLED or not is_certain(list_of):
        return None
    readings = crossed(meaning.readings, meaning.code, list_of)
    wholes = (*answered_of(list_of), *list_of.parts()[-1].readings)
    over = wholes if list_of.sure else (*over, *wholes)
    return Share(quantity, start, readings, over, (), None, line.subject.who, read)


def _rate_of_disputes(
    line: Line, quantity: Quantity, word: Token, name: str, disputes: str, vocabulary: Vocabulary
) -> Share | None:
    """纠错率21.1%: of all disputes of the kind spoken of or named, or of those that are settled."""
    subject = line.subject
    thing = disputes or subject.thing
    if name == _LOST and thing != "suit":
        return None
    if thing not in DISPUTES or not subject.related or subject.is_judge_of(thing):
        return None
    meanings = vocabulary.meanings[thing]
    over = (*meanings["told"].readings, *meanings["concluded"].readings)
    readings = meanings[name].readings
    if name == "corrected" and thing == "suit":
        # Behind suits it may be told of both.
        return None
    read = f"{meanings[name].says}占比 · {whose(line)} · 本年"
    return Share(quantity, word.start, readings, over, (), None, subject.who, read)


def _is_of_other_disputes(before: Sequence[Line]) -> bool:
    """其他复议74件，纠错率7.0%: whether the disputes counted last are none that are known to be over disclosure."""
    counted = [line for line in before if line.piece.number and line.piece.before.names & {*DISPUTES}]
    return bool(counted) and counted[-1].told is None
