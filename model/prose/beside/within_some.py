"""Results and deeds told within some of the applications, or of something else: none is the whole of its kind."""

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from model.prose.pieces.line import Line
from model.prose.pieces.piece import Piece
from model.prose.words.claim_words import Group, vocabulary
from model.prose.words.codes import APPLICANT, HANDLED, OUTCOME, RECEIVED
from model.prose.words.tokens import DECISIONS, Token, Words

_OTHER: Final = "other"
_PAIR: Final = 2
_CLASSES: Final = ("类", "方面", "领域")
"""Ends of what applications are about, and the kinds of words that say what."""
_YEARS: Final = ("last", "same_last", "this", "year")
_CAME: Final = "申请"
_NAMING_KINDS: Final = ("unknown", "thing", "action", "deed")
_ASKED: Final = ("application", "request")
_DEEDS: Final = ("action", "unknown", "part")
"""Kinds of words that behind a number say what was done with what it counts."""


def leave_within_some(lines: Sequence[Line]) -> None:
    """Take back what is told of some of the applications, or within something else."""
    _leave_results_of_some(lines)
    _leave_results_that_make_up_some(lines)
    _leave_results_in_brackets(lines)
    _leave_rows_of_some(lines)
    _leave_deeds_within_others(lines)
    _leave_applicants_of_a_deed(lines)
    _leave_those_among_calls(lines)
    _leave_ends_of_pieces(lines)


def _leave_results_of_some(lines: Sequence[Line]) -> None:
    """法规处承办的31件中，予以公开19件; 33件征地类申请中，答复予以公开12件: results within a part of the applications."""
    within = _begins_with_the_rest(lines)
    for line in lines:
        piece = line.piece
        if piece.number is not None and Group.INSIDE in piece.behind.groups:
            some = any(token.kind == "part" or _is_of_the_office(token) for token in piece.before)
            some = some or _is_about_something(piece.behind) or _names_matter(piece.before)
            some = some or (line.told is None and (names_a_class(piece.before) or _is_of_a_year(piece)))
            within = some and (line.told is None or bool(line.told.dimension))
        whole = line.told is not None and line.told.code in (RECEIVED, HANDLED) and not line.told.dimension
        within = (within and not whole) or _is_done_with_some(line) or _is_of_a_class(line)
        if within and line.told is not None and line.told.code in (OUTCOME, APPLICANT):
            line.told = None
        if within and "rate" in piece.before.kinds:
            # 物业类57件中，公开33件，公开率57.9%
            line.subject = line.subject._replace(thing=_OTHER, distance=0)


def _leave_results_that_make_up_some(lines: Sequence[Line]) -> None:
    """申请中涉及公交的9件，予以公开7件、无法提供2件: results right behind some of the applications, and adding up to these."""
    for place, line in enumerate(lines):
        number = line.piece.number
        if number is None or number.told is None or not _is_about_some(line):
            continue
        row = list(takewhile(_tells_a_result, lines[place + 1 :]))
        told = sum(one.told.quantity.low for one in row if one.told is not None)
        for one in row if told == number.told.low else ():
            one.told = None


def _is_about_some(line: Line) -> bool:
    """Whether it is told what applications are about, and nothing that all of them have."""
    some = line.told is None or bool(line.told.dimension)
    return some and Group.CONCERNS in line.piece.before.groups


def _tells_a_result(line: Line) -> bool:
    return line.told is not None and line.told.code == OUTCOME


def _begins_with_the_rest(lines: Sequence[Line]) -> bool:
    """其余18件公开8件、不予公开2件: whether a clause tells what became of those that are left, beside some told before it."""
    if len(lines) < _PAIR or lines[0].told is not None or lines[0].piece.number is None:
        return False
    first, following = lines[0], lines[1]
    left = bool(first.piece.before.groups & {Group.REMAINING, Group.OTHERS, Group.LEFT_OVER})
    plain = first.piece.before.kinds <= {"filler"} and not first.piece.behind.kinds & {"outcome", "carry"}
    return left and plain and following.piece.before.kinds <= {"outcome", "filler"}


def _is_of_a_year(piece: Piece) -> bool:
    """上年申请的7件中, 当年申请的208件中: whether those are told of that came in one year, where both are told apart."""
    named = any(token.kind == "time" and token.name in _YEARS for token in piece.before)
    return named and _CAME in "".join(token.words for token in piece.before)


def names_a_class(words: Words) -> bool:
    """Return whether so many of one kind are named, whatever kind that is: 物业类57件中."""
    ends = words[-1].words.endswith(_CLASSES) if words else False
    named = [token for token in words if token.kind != "filler"]
    return ends and bool(named) and named[-1].kind in _NAMING_KINDS


def _is_of_a_class(line: Line) -> bool:
    """征收类申请12件，予以公开8件: whether so many applications of one kind are told, and not all of them."""
    words = line.piece.before
    classed = len(words) >= _PAIR and words[-1].name in _ASKED and names_a_class(Words(words[:-1]))
    some = line.told is None or bool(line.told.dimension)
    return line.piece.number is not None and classed and some


def _names_matter(before: Words) -> bool:
    """涉及工程建设的9件申请中: whether the words before a number name a matter that it is about."""
    matter = any(
        token.kind == "unknown" or (token.kind == "thing" and token.name not in _ASKED) for token in before
    )
    return matter and before[-1].words == "的"


def _is_about_something(behind: Words) -> bool:
    """Whether right behind a number stands what the applications are about: 33件征地类申请."""
    named = [token for token in behind if token.kind != "filler"]
    about = bool(named) and named[0].kind in ("unknown", "thing") and named[0].name not in _ASKED
    return about and len(named) > 1 and named[1].name in _ASKED


def _is_done_with_some(line: Line) -> bool:
    """对16件申请组织会商，公开5件: whether something was done about so many, of which what follows is told."""
    piece = line.piece
    asked = not piece.behind.names.isdisjoint(_ASKED)
    about = asked and piece.before.last_is_in(Group.ABOUT_WHAT)
    return piece.number is not None and line.told is None and about


def _leave_results_in_brackets(lines: Sequence[Line]) -> None:
    """涉及土地的6件（公开4件、不掌握2件）: in the bracket of a number that is some of the applications, results are theirs."""
    for place, line in enumerate(lines):
        if line.depth and line.told is not None and line.told.code in (OUTCOME, APPLICANT):
            owner = next((other for other in reversed(lines[:place]) if other.depth < line.depth), None)
            if owner is not None and _is_of_something(owner):
                line.told = None


def _is_of_something(line: Line) -> bool:
    """Whether a number is told of what is not known, or of what it is about, and of all that came neither."""
    words = line.piece.before
    asked = not words.names.isdisjoint((*_ASKED, "total")) or "outcome" in words.kinds
    some = "channel" in words.names or ("unknown" in words.kinds and not asked)
    return line.piece.number is not None and line.told is None and some


def _leave_rows_of_some(lines: Sequence[Line]) -> None:
    """要报告的不予公开4件、部分公开2件: what the first of a row is about, so are all."""
    joins = (*vocabulary().groups[Group.JOINS], ",")
    some = False
    for line in lines:
        words = line.piece.before
        goes_on = line.piece.mark in joins and words.kinds <= {"outcome", "filler"}
        some = (some and goes_on) or (line.told is None and _is_result_of_some(words))
        if some and line.told is not None and line.told.code == OUTCOME:
            line.told = None


def _is_result_of_some(words: Words) -> bool:
    """涉及底稿的不予公开: whether words name something, and then what became of what is about it."""
    ends = next((place for place, token in enumerate(words) if token.kind == "outcome"), 0)
    ahead = words[:ends]
    named = len(ahead) > 1 and ahead[-1].words == "的"
    return named and (ahead[-2].kind == "unknown" or ahead[-2].name == "other")


def _leave_deeds_within_others(lines: Sequence[Line]) -> None:
    """许可2146件中，线上受理1932件: what was done with a part of something else, until applications are named."""
    within = False
    for line in lines:
        piece, told = line.piece, line.told
        if not piece.before.names.isdisjoint(_ASKED):
            within = False
        elif piece.number is not None and Group.INSIDE in piece.behind.groups:
            within = _is_something_else(line)
        if within and told is not None and told.code in (RECEIVED, HANDLED):
            line.told = None


def _leave_applicants_of_a_deed(lines: Sequence[Line]) -> None:
    """企业3件、商户1件经沟通后撤回: whose applications something is said of right behind the last of the row, are some."""
    joins = vocabulary().groups[Group.JOINS]
    some = False
    for line, after in zip(reversed(lines), (None, *reversed(lines)), strict=False):
        goes_on = after is not None and after.piece.mark and after.piece.mark in joins
        deed = line.piece.number is not None and tells_deed_behind(line.piece.behind)
        some = (some and bool(goes_on)) or deed
        if some and line.told is not None and line.told.code == APPLICANT:
            line.told = None


def _leave_those_among_calls(lines: Sequence[Line]) -> None:
    """受理热线工单1310件，其中政府信息公开申请2件: those that came by a way that is not meant for them are some of all."""
    calls = False
    for line in lines:
        piece = line.piece
        among = "among" in piece.before.names
        if calls and among and line.told is not None and line.told.code == RECEIVED:
            line.told = None
        if piece.number is not None and not among:
            calls = line.told is None and Group.CALLS in piece.before.groups


def _leave_ends_of_pieces(lines: Sequence[Line]) -> None:
    """涉及信息214条，其中公开126条、不公开88条: what became of the pieces of information that were asked for."""
    asked = ""
    for line in lines:
        piece, told = line.piece, line.told
        unit = piece.number.name if piece.number is not None else ""
        if told is not None and told.code == OUTCOME and unit == asked:
            line.told = None
        elif unit not in ("", "件") and told is None:
            asked = unit if _names_information(piece.before) else asked


def _names_information(words: Words) -> bool:
    return "information" in words.names or any(token.words.endswith("信息") for token in words)


def tells_deed_behind(behind: Sequence[Token]) -> bool:
    """Return whether the words behind a number say what was done with what it counts, and name no applications."""
    named = [token for token in behind if token.kind != "filler"]
    deed = bool(named) and (named[0].kind in _DEEDS or named[0].name == "other")
    return deed and not any(token.name in _ASKED for token in named)


def _is_something_else(line: Line) -> bool:
    """许可2146件中, 120件许可中."""
    decided = line.told is not None and line.told.thing in DECISIONS
    return decided or (line.told is None and "unknown" in line.piece.tokens.kinds)


def _is_of_the_office(token: Token) -> bool:
    return token.kind == "unknown" and token.ends_in(Group.UNITS)
