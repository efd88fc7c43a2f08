"""Numbers of a sentence that tell nothing certain for what stands beside them: another deed, another whole, another scope."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from model.prose.beside.kinds_of_disputes import leave_kinds_of_disputes
from model.prose.beside.narrowed import OF_ONE_BODY, leave_narrowed
from model.prose.pieces.line import Line
from model.prose.pieces.piece import Piece
from model.prose.words.claim_words import Group, Vocabulary, vocabulary
from model.prose.words.codes import APPLICANT, OUTCOME, RESULT
from model.prose.words.tokens import DECISIONS, DISPUTES, KEYS

_DISCLOSED: Final = (("granted",), ("disclosed",))
_MARKED: Final = KEYS | {"rate"}
"""Kinds of words that papers may be marked with."""
_NAMED_BEHIND: Final = ("applicant", "outcome")
"""What a part of the applications is called by."""


def leave_uncertain(lines: Sequence[Line], known: Vocabulary, *, marked: bool, apart: bool) -> None:
    """Take back what lines tell where it is not certain. `marked`: papers are told to be marked as 主动公开.

    `apart`: the sentence sets what it tells apart from disclosure.
    """
    _leave_attributes(lines, marked=marked)
    leave_narrowed(lines)
    _leave_differences(lines)
    _leave_widened(lines, known)
    leave_kinds_of_disputes(lines)
    if apart:
        _leave_disputes(lines)
    _leave_parts_named_behind(lines)
    _leave_totals(lines)
    _leave_results_of_part(lines)
    _leave_several_bodies(lines)
    _leave_heads_own(lines, known)


def leave_rows(lines: Sequence[Line]) -> None:
    """Take back what rows of numbers tell that hang on a deed, or on the same words."""
    _leave_shared_deeds(lines)
    _leave_rows(lines)


def _leave_shared_deeds(lines: Sequence[Line]) -> None:
    """公示行政许可57件、行政处罚14件: what is done with the first of a row is done with all of it.

    行政处罚听证1件、行政复议0件: so are disputes behind decisions those over decisions.
    """
    shared, over = False, False
    for line, after in pairwise(lines):
        words = line.piece.before
        done = "deed" in words.kinds and any(
            token.kind == "deed" and token.name != "statistic" for token in words
        )
        goes_on = line.piece.mark == "、"
        shared = (shared and goes_on) or done
        over = (over and goes_on) or (done and not words.names.isdisjoint(DECISIONS))
        told = after.told
        own = bool(after.piece.before.kinds & {"action", "deed"}) or "information" in after.piece.before.names
        kinds = (*DECISIONS, *DISPUTES) if over else DECISIONS
        if shared and after.piece.mark == "、" and not own and told is not None and told.thing in kinds:
            after.told = None


def _leave_rows(lines: Sequence[Line]) -> None:
    """受理98件、67件: of two numbers told of the same words neither is the whole."""
    for line, after in pairwise(lines):
        bare = after.piece.mark == "、" and not after.piece.tokens and after.told is None
        if bare and after.piece.number is not None and line.told is not None and line.depth == after.depth:
            line.told = None


def _leave_attributes(lines: Sequence[Line], *, marked: bool) -> None:
    """主动公开类560件、依申请公开512件、不予公开208件: how papers are marked, not what became of applications."""
    for line in attributes_in(lines, marked=marked):
        line.told = None


def attributes_in(lines: Sequence[Line], *, marked: bool = False) -> list[Line]:
    """Return the lines whose numbers or shares tell how papers are marked, where they are told to be, or so in two ways."""
    marks = [_marked_as(line) for line in lines]
    if not marked and not {*vocabulary().groups[Group.MARKS][:2]} <= set(marks):
        return []
    return [
        line for line, mark in zip(lines, marks, strict=True) if mark in vocabulary().groups[Group.MARKS][1:]
    ]


def _leave_widened(lines: Sequence[Line], known: Vocabulary) -> None:
    """办结34件（含转办）: a bracket counts something else in, and does not say how many; 公开（含部分公开）25件 are the two."""
    for line in lines:
        ended = line.told is not None and line.told.names == ("handled",)
        ends = {token.name for inner in line.piece.inner for token in inner.before if token.kind == "outcome"}
        if line.told is not None and line.told.names in _DISCLOSED and ends == {"partial"}:
            meanings = [known.meanings["application"][name] for name in ("granted", "partial")]
            readings = (tuple(field for meaning in meanings for field in meaning.readings[0]),)
            line.told = line.told._replace(names=("granted", "partial"), readings=readings, sure=False)
        elif any(_counts_in(inner, ended=ended) for inner in line.piece.inner):
            line.told = None


def _counts_in(inner: Piece, *, ended: bool) -> bool:
    """Whether a bracket counts something in; 办结34件（含上年结转） tells what is so with all that was `ended`."""
    includes = "among" in inner.before.names
    other = any(token.kind in KEYS and not (ended and token.kind == "carry") for token in inner.before)
    return inner.number is None and includes and other


def _leave_differences(lines: Sequence[Line]) -> None:
    """较上年多收申请11件，多办结12件: the comparison goes on without its base being said again."""
    goes_on = False
    for line in lines:
        further = goes_on and "compare" in line.piece.before.kinds
        if further:
            line.told = None
        goes_on = further or line.piece.compares


def _leave_disputes(lines: Sequence[Line]) -> None:
    """除信息公开外，行政复议11件、行政诉讼6件: disputes over anything but disclosure."""
    for line in lines:
        if line.told is not None and line.told.thing in DISPUTES:
            line.told = None


def _leave_parts_named_behind(lines: Sequence[Line]) -> None:
    """受理申请26件为自然人，4件为企业: what is counted stands behind the number, and behind another number as well."""
    parts = [
        line
        for line in lines
        if not line.piece.behind.kinds.isdisjoint(_NAMED_BEHIND)
        and line.piece.before.kinds.isdisjoint(_NAMED_BEHIND)
    ]
    for line in parts if len(parts) > 1 else ():
        told = line.told
        if told is not None and told.thing == "application" and told.code not in (APPLICANT, OUTCOME):
            line.told = None


def _leave_totals(lines: Sequence[Line]) -> None:
    """行政复议7件，行政诉讼4件，合计11件: a total behind several kinds of things is of none alone, as behind 工伤认定类12件."""
    things: set[str] = set()
    for line in lines:
        total = [token for token in line.piece.before if token.name == "total" or token.is_in(Group.OF_ALL)]
        bare = not line.piece.tokens.kinds & {*KEYS, "part"}
        if len(things) > 1 and total and bare:
            line.told = None
        other = line.piece.number is not None and "unknown" in line.piece.before.kinds
        if line.told is not None:
            things.add(line.told.thing)
        elif other and not things.isdisjoint(DISPUTES):
            things.add("other")


def _leave_results_of_part(lines: Sequence[Line]) -> None:
    """复议29件，其中县教育局9件，维持6件; 上年结转的复议2件，维持2件: results of a part of the disputes, and not of all."""
    of_part = False
    for line in lines:
        told = line.told
        summed = "total" in line.piece.before.names
        if of_part and not summed and told is not None and told.code == RESULT:
            line.told = None
        of_part = of_part or _tells_part_of_disputes(line)


def _tells_part_of_disputes(line: Line) -> bool:
    words = [token for token in line.piece.before if token.kind not in ("filler", "mark")]
    if line.piece.number is None or not words or line.subject.thing not in DISPUTES:
        return False
    bodies = (words[-1], *line.piece.behind) if line.subject.among else ()
    named = any(token.kind == "unknown" and token.ends_in(Group.OFFICE_ENDS) for token in bodies)
    kind = line.told is None and line.piece.before[-1].is_in(Group.MATTERS_END)
    return named or words[0].name == "carried_in" or (kind and "information" not in line.piece.before.names)


def _leave_several_bodies(lines: Sequence[Line]) -> None:
    """县政府及部门现行有效128件，其中县政府50件: which of the two the tables count is open, so neither tells it."""
    for place, line in enumerate(lines):
        told = line.told
        if told is None or told.thing not in OF_ONE_BODY:
            continue
        inside = [other for other in lines[place + 1 :] if other.subject.among or other.depth > line.depth]
        parts = [part for part in inside if part.piece.number is not None]
        if parts and _names_body(parts[0].piece):
            for one in (line, *parts):
                one.told = None


def _leave_heads_own(lines: Sequence[Line], known: Vocabulary) -> None:
    """企业14家，提交申请14件；律师6人，提交申请6件: what those handed in who were counted by head is not all that came."""
    for line, after in pairwise(lines):
        handed_in = "arose" in after.piece.before.names
        if (
            handed_in
            and after.told is not None
            and after.told.names == ("told",)
            and _counts_heads(line, known)
        ):
            after.told = None


def _counts_heads(line: Line, known: Vocabulary) -> bool:
    number = line.piece.number
    if number is None:
        # 人 is no unit: 律师6人 is not known as a number.
        return any(token.kind == "unknown" and token.words[-1:] == "人" for token in line.piece.before)
    applicants = "applicant" in line.piece.before.kinds
    return applicants and number.name not in known.units["application"] and number.name != "%"


def _names_body(piece: Piece) -> bool:
    """Whether a part is told of a body: 其中县政府50件."""
    words = [token for token in piece.before if token.kind not in ("filler", "relation")]
    return piece.number is not None and bool(words) and words[0].kind == "who"


def _marked_as(line: Line) -> str:
    """What a paper may be marked as, where the words before the number begin with it; nothing was done with papers."""
    if line.piece.number is None or "action" in line.piece.before.kinds:
        return ""
    words = "".join(token.words for token in line.piece.before if token.kind in _MARKED).removeprefix("公文")
    return next((mark for mark in vocabulary().groups[Group.MARKS] if words.startswith(mark)), "")
