"""Numbers that their own words bear out: every word beside them is known, and nothing else of the sentence may be meant.

Two kinds are so certain. What stands alone in its sentence, a slip of the pen away from the table's; and the one of what came,
was carried in, handled and carried on that is not the table's where the others told with it are, however far away it is.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from model.prose.claim import Claim, Kind
from model.prose.likely.likely_keys import SHOWN
from model.prose.reckoned.figures import rows
from model.prose.slips_of_pen import is_slip
from model.prose.words.codes import (
    APPLICANT,
    CARRIED_IN,
    CARRIED_OUT,
    DECISION,
    DISPUTE,
    HANDLED,
    RECEIVED,
    RESULT,
)
from model.rules.rule import Case
from model.rules.told.claim_judged import judge
from model.rules.told.family_words import family_words, says
from model.rules.told.likely_evidence import Heard, Section, values_of

_ALONE: Final = (RECEIVED, CARRIED_IN, HANDLED, CARRIED_OUT, APPLICANT, DECISION, RESULT)
_FLOW: Final = (RECEIVED, CARRIED_IN, HANDLED, CARRIED_OUT)
_RECEIVED: Final = ("收到申请总数",)
_CAME: Final = (_RECEIVED, ("收到申请总数", "上年结转申请数"), ("办结申请总数",))
_STOPS: Final = "。！？\n；;"
_MOST_READINGS: Final = 2
_PAIR: Final = 2
_KIND: Final = 4
"""Characters of what disputes are called in the names of their numbers: 行政复议纠正数."""
_FEW: Final = 2
_TEN: Final = 10


def bears_itself_out(case: Case, heard: Heard, section: Section, sections: Sequence[Section]) -> bool:
    """Return whether a number that is not the table's is certain enough by its own words."""
    claim = heard.claim
    plain = claim.sure and heard.own and not claim.back and claim.kind is Kind.COUNT
    if not plain or claim.doubt == SHOWN or len(claim.readings) > _MOST_READINGS or not _came(claim):
        return False
    if claim.code == RESULT and not _is_all_told(case, claim, sections):
        return False
    return _stands_alone(case, heard, section) or _is_odd_one_out(case, heard, section)


def _is_all_told(case: Case, claim: Claim, sections: Sequence[Section]) -> bool:
    """复议纠正3件: whether the disputes of which it is a result are told somewhere as the tables have them."""
    whole = ((f"{claim.readings[0][0][:_KIND]}总数",),)
    every = (one for section in sections for one in (*section.sure, *section.likely))
    return any(
        one.claim.readings[:1] == whole
        and one.claim.quantity.low
        and judge(case, one.place, one.claim) is None
        for one in every
    )


def is_told_nowhere_else(case: Case, heard: Heard, section: Section, sections: Sequence[Section]) -> bool:
    """Return whether a small number of reviews or suits is the only one that the texts tell of them, and the tables have others.

    Larger ones may be of other matters as well: an office has few over disclosure.
    """
    claim = heard.claim
    values = values_of(case, claim)
    plain = claim.code == DISPUTE and len(claim.readings) == 1 and heard.own and not claim.back
    if not plain or not all(0 < value < _TEN for value in (*values, claim.quantity.low)):
        return False
    start, end = _sentence(section.text, *heard.number)
    sentence = section.text[start:end]
    beside = [figure.value for row in rows(sentence) for figure in row.figures]
    if says("disputes_of_some", sentence) or any(value in beside for value in values):
        return False
    every = [one for each in sections for one in (*each.sure, *each.likely)]
    others = [one for one in every if one.number != heard.number or one.place.section != heard.place.section]
    told = [one.claim.quantity.low for one in others if one.claim.code == DISPUTE]
    return not any(value in told for value in values) and not any(
        one.claim.readings[:1] == claim.readings for one in others
    )


def whole_told_as_part(heard: Heard, section: Section, sections: Sequence[Section]) -> Claim | None:
    """Return what came by several ways as all that came, where no other number of it is told anywhere: 通过网站及信函提交12件."""
    claim = heard.claim
    if claim.kind is not Kind.AT_MOST or claim.code != RECEIVED:
        return None
    start, _ = _sentence(section.text, *heard.number)
    if not says("several_ways", section.text[start : heard.number[1]]):
        return None
    others = (one for section in sections for one in (*section.sure, *section.likely))
    if any(one.claim.code == RECEIVED and one.number != heard.number for one in others):
        return None
    return claim._replace(kind=Kind.COUNT, readings=(_RECEIVED,))


def is_slip_of_counts(told: Decimal, meant: Decimal) -> bool:
    """Return whether a count may stand in another's place by a slip; of one figure only where it is a little away."""
    return abs(told - meant) <= _FEW or (min(told, meant) >= _TEN and is_slip(told, meant))


def _came(claim: Claim) -> bool:
    """Whether what is told to have come is that, with what was carried in or all that was handled at the most."""
    return claim.code != RECEIVED or all(reading in _CAME for reading in claim.readings)


def _stands_alone(case: Case, heard: Heard, section: Section) -> bool:
    """Whether a slip of the pen from the table's is all that its sentence tells in its unit, but for numbers that are known."""
    claim = heard.claim
    first, last = heard.number
    start, end = _sentence(section.text, first, last)
    told = claim.quantity.low
    meant = [value for value in values_of(case, claim) if is_slip_of_counts(told, value)]
    if not meant or (claim.code not in _ALONE and not _is_none(claim, meant)):
        return False
    if not _is_named(claim, section.text[start:first]):
        return False
    beside = [
        other
        for other in (*section.sure, *section.likely)
        if other.number != heard.number and start <= other.number[0] < end
    ]
    known = {other.number[0] for other in beside}
    others = {
        start + figure.start: figure.value
        for row in rows(section.text[start:end])
        for figure in row.figures
        if figure.unit == claim.quantity.unit and start + figure.start != first
    }
    if not others.keys() <= known or any(value - told in others.values() for value in meant):
        return False
    if claim.code == RESULT and _make_up(told, [*others.values()]):
        return False
    return not any(
        other.claim.readings[:1] == claim.readings[:1] or judge(case, other.place, other.claim)
        for other in beside
    )


def _is_named(claim: Claim, before: str) -> bool:
    """Whether the words before a number name it and leave no others open: a decision is called what the table calls it."""
    if says("perhaps_others", before) or before.count("（") > before.count("）"):
        return False
    names = family_words().says["decided"].findall(claim.readings[0][0])
    return claim.code != DECISION or any(name in f"{before}{claim.words}" for name in names)


def _make_up(told: Decimal, others: Sequence[Decimal]) -> bool:
    """应诉3件，胜诉2件，未结1件: whether a number and others of its sentence are all that the largest of them counts."""
    return bool(others) and told + sum(others) == 2 * max(others)


def _is_none(claim: Claim, meant: Sequence[Decimal]) -> bool:
    """Whether disputes are told where there were none, or none where there were some."""
    return claim.code == DISPUTE and (not claim.quantity.low or not any(meant))


def _sentence(text: str, first: int, last: int) -> tuple[int, int]:
    """Where the sentence of a number begins and ends, or the part of it between semicolons."""
    start = max(text.rfind(stop, 0, first) for stop in _STOPS) + 1
    return start, min((at for stop in _STOPS if (at := text.find(stop, last)) >= 0), default=len(text))


def _is_odd_one_out(case: Case, heard: Heard, section: Section) -> bool:
    """上年结转6件，收到40件，办结21件，结转8件: what all the others tell of, this tells of as well."""
    code = heard.claim.code
    beside = [
        other
        for other in (section.around(heard) if code in _FLOW else ())
        if other.claim.code in _FLOW
        and other.claim.kind is Kind.COUNT
        and not other.claim.back
        and section.is_beside(other, heard)
    ]
    told = {other.claim.code: other.claim.quantity.low for other in beside}
    if code in told or any(judge(case, one.place, one.claim) for one in beside):
        return False
    return len(told) > _PAIR or (len(told) == _PAIR and len(set(told.values())) == _PAIR)
