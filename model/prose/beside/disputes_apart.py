"""Disputes that the tables do not count: of the government without its departments, or over anything but disclosure."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from model.prose.pieces.line import Line, things_told
from model.prose.pieces.other_kinds import is_other_deed
from model.prose.pieces.piece import Piece
from model.prose.pieces.subject import ROUTES
from model.prose.words.claim_words import Group, vocabulary
from model.prose.words.tokens import DECISIONS, DISPUTES, Token, Words

_REASON: Final = 3
"""Characters from which on words that are not known tell why disputes arose."""


_WHOLES: Final = (("told",), ("concluded",), *((route,) for route in ROUTES))
"""What disputes are told by whose results are those of the tables."""


def leave_disputes_apart(lines: Sequence[Line]) -> None:
    """Take back what is told of them."""
    if things_told(lines).isdisjoint(DISPUTES):
        return
    _leave_results_of_government(lines)
    _leave_disputes_over_others(lines)
    _leave_disputes_not_counted(lines)
    _leave_some_bodies(lines)
    _leave_those_within(lines)
    _leave_proceedings(lines)
    _leave_wholes_of_shares(lines)
    _leave_those_within_a_result(lines)


def _leave_those_within_a_result(lines: Sequence[Line]) -> None:
    """在审的3件诉讼中，1件为直接起诉: what is told within those that ended in one way holds of these alone."""
    within = False
    for line in lines:
        told = line.told
        disputed = told is not None and told.thing in DISPUTES
        if within and line.piece.mark != ";" and disputed:
            line.told = None
        elif line.piece.number is not None:
            ended = told is not None and disputed and told.names not in _WHOLES
            within = ended and Group.INSIDE in line.piece.behind.groups


def _leave_wholes_of_shares(lines: Sequence[Line]) -> None:
    """信息公开复议5件，占复议总数（86件）的6%: what all that were told are a share of is more than they."""
    counted = ""
    for line, inner in pairwise(lines):
        share = "share" in line.piece.before.names and counted in line.piece.before.names
        if share and inner.depth > line.depth and inner.told is not None and inner.told.thing in DISPUTES:
            inner.told = None
        told = line.told
        if line.piece.number is not None and not line.depth:
            counted = told.thing if told is not None and told.names == ("told",) else ""


def _leave_results_of_government(lines: Sequence[Line]) -> None:
    """县政府作为被申请人的复议7件，维持6件: of the government itself, and not of its departments as well."""
    alone, beside = False, any(_is_of_departments(line.piece) for line in lines)
    for line in lines:
        told = line.told
        named = not line.piece.before.names.isdisjoint({*DISPUTES, "total"})
        alone = (alone and not named) or _is_of_government(line.piece, beside=beside)
        if alone and told is not None and told.thing in DISPUTES:
            line.told = None


def _is_of_departments(piece: Piece) -> bool:
    """市政府被申请复议9件，各部门被申请复议42件: whether it tells a number of those beside the government."""
    return piece.number is not None and any(token.name == "others" for token in piece.before[:1])


def _is_of_government(piece: Piece, *, beside: bool) -> bool:
    """Whether it names the government as a party, or where its departments are told `beside`."""
    followed = pairwise((*piece.before, None))
    return any(
        one is not None
        and one.name == "area"
        and one.ends_in(Group.GOVERNMENTS)
        and (beside or (other is not None and other.words.startswith(vocabulary().groups[Group.AS_PARTY])))
        for one, other in followed
    )


def _leave_disputes_over_others(lines: Sequence[Line]) -> None:
    """因治安处罚被申请复议145件、被诉52件; 其他复议31件、诉讼19件: so is all of the row, until disclosure is named."""
    elsewhere = decided = False
    shortcoming: Piece | None = None
    for line in lines:
        words = line.piece.before
        ours = bool(words.names & {"information", "application"} or words.kinds & {"topic"})
        if ours or line.piece.mark == ";":
            elsewhere = False
        elif not words.names.isdisjoint(DISPUTES):
            unsure = line.told is None and _has_strange_cause(words)
            elsewhere = elsewhere or unsure or are_over_others(words) or (decided and _has_arisen(words))
        elsewhere = elsewhere or _have_come_of(shortcoming, line.piece) or _is_of_other_matter(line.piece)
        elsewhere = elsewhere or (line.told is None and _came_of_handling(line.piece))
        shortcoming = line.piece
        decided = line.told.thing in DECISIONS if line.told is not None else decided and not ours
        if elsewhere and line.told is not None and line.told.thing in DISPUTES:
            line.told = None


def _has_arisen(words: Words) -> bool:
    """作出行政处罚9件，引发行政复议2件: whether disputes arose, and of nothing but what was told before."""
    named = [token for token in words if token.kind != "filler"]
    return named[:1] != [] and named[0].name == "arose" and named[0].is_in(Group.CAUSED)


def _have_come_of(shortcoming: Piece | None, piece: Piece) -> bool:
    """公开滞后，引发复议2件: whether disputes are told to have come of what was said right before; others may have not."""
    led = any(token.is_in(Group.LED_TO) for token in piece.before[:1])
    counted = piece.number is not None and not piece.before.names.isdisjoint(DISPUTES)
    if shortcoming is None or shortcoming.number is not None:
        return False
    return led and counted and "unknown" in shortcoming.before.kinds


def _came_of_handling(piece: Piece) -> bool:
    """处理引发复议2件、诉讼1件: whether disputes came of how something was handled that no word names."""
    named = [token.name for token in piece.before if token.kind != "filler"]
    return piece.number is not None and named[:2] == ["processed", "arose"] and named[-1] in DISPUTES


def _is_of_other_matter(piece: Piece) -> bool:
    """与征收有关的12件复议, 绿化方面的12件复议: whether disputes behind a number are of what stands before it."""
    words = piece.before
    counted = piece.number is not None and piece.behind.names & {*DISPUTES} and not words.names & {*DISPUTES}
    if not counted or not words or words[-1].words != "的" or words.names & {"information", "application"}:
        return False
    ours = any(token.contains(Group.OUR_CAUSES) for token in words)
    matter = any(
        token.kind == "unknown" or token.name == "other" or token.is_in(Group.MATTERS) for token in words
    )
    return matter and not ours


def _has_strange_cause(words: Words) -> bool:
    """因处罚被复议: whether disputes came of something that is not known; their results are as uncertain as they are."""
    cause = next((place for place, token in enumerate(words) if token.is_in(Group.CAUSE)), len(words))
    disputes = next(place for place, token in enumerate(words) if token.name in DISPUTES)
    causes = words[cause + 1 : disputes]
    ours = any(token.contains(Group.OUR_CAUSES) for token in causes)
    return not ours and any(token.kind == "unknown" for token in causes)


def are_over_others(words: Words) -> bool:
    """Return whether the words before disputes tell that they are others, or arose from something else."""
    disputes = next(place for place, token in enumerate(words) if token.name in DISPUTES)
    if any(token.is_in(Group.OTHER_KINDS) for token in words[:disputes]) or _names_kind(words[:disputes]):
        return True
    ahead = words[:disputes]
    cause = next((place for place, token in enumerate(words) if token.is_in(Group.CAUSE)), len(words))
    causes = words[cause + 1 :]
    named = any(map(_is_other_cause, causes)) or any(is_other_deed(*two) for two in pairwise(causes))
    named = named or any(is_other_deed(*two) for two in pairwise(ahead[-2:]))
    return named or _come_of_others(ahead) or _decided_otherwise(ahead)


def _decided_otherwise(words: Sequence[Token]) -> bool:
    """不服处理决定申请复议, 对拆除决定不服: whether they were brought against what is no answer to an application."""
    grieved = next((place for place, token in enumerate(words) if token.is_in(Group.GRIEVANCE)), len(words))
    ahead, behind = words[:grieved], words[grieved + 1 : grieved + 3]
    named = any(token.kind in ("unknown", "deed") or token.name == "other" for token in ahead)
    return _is_decision(behind) or (grieved < len(words) and named and _is_decision(ahead))


def _is_decision(words: Sequence[Token]) -> bool:
    """Whether words name a decision, and none on applications."""
    ours = any(token.contains(Group.OUR_CAUSES) for token in words)
    return bool(words) and not ours and words[-1].ends_in(Group.DECIDED_ENDS)


def _come_of_others(words: Sequence[Token]) -> bool:
    """政府采购投诉处理引发的复议: whether the words before disputes begin with something else that they came of."""
    arose = next((place for place, token in enumerate(words) if token.name == "arose"), 0)
    named = [token for token in words[:arose] if token.kind != "filler"]
    if not named or any(token.contains(Group.OUR_CAUSES) for token in named):
        return False
    deed = named[-1].kind in ("action", "unknown", "thing") and not named[-1].ends_in(Group.OFFICE_ENDS)
    strange = sum(len(token.words) for token in named if token.kind == "unknown")
    if _is_decision(words[:arose]) or any(is_other_deed(*two) for two in pairwise(named[-2:])):
        return True
    return deed and (strange > _REASON or any(token.name == "other" for token in named))


def _names_kind(words: Sequence[Token]) -> bool:
    """行政处罚类复议, 工伤认定案件的复议: whether the words before disputes name the matters that they arose from."""
    if any(token.kind == "thing" and token.name in DECISIONS for token in words):
        return True
    ends = [place for place, token in enumerate(words) if token.ends_in(Group.MATTERS_END)]
    named = words[: ends[-1] + 1] if ends else ()
    return any(
        token.name == "other" or (token.kind == "unknown" and not token.is_in(Group.MATTERS_END))
        for token in named
    )


def _leave_some_bodies(lines: Sequence[Line]) -> None:
    """向市政府申请复议4件: others may have been brought before another body; results behind are of the same."""
    known = vocabulary().groups[Group.BROUGHT_TO]
    some = False
    for line in lines:
        some = some or (line.piece.number is not None and _is_brought_to(line.piece, known))
        if some and line.told is not None and line.told.thing in DISPUTES:
            line.told = line.told._replace(dimension="body", sure=False)


def _is_brought_to(piece: Piece, known: tuple[str, ...]) -> bool:
    """Whether reviews or suits are told with the body before which they were brought."""
    bodies = any(
        one.words in known and other.kind in ("who", "unknown") and not other.ends_in(Group.COURTS)
        for one, other in pairwise(piece.before)
    )
    return bodies and not piece.before.names.isdisjoint(DISPUTES)


def _leave_those_within(lines: Sequence[Line]) -> None:
    """收到的28件中，行政复议9件: disputes over some of what was told are a part of all."""
    within = False
    for line in lines:
        piece, told = line.piece, line.told
        if piece.mark == ";" or "information" in piece.before.names:
            within = False
        if within and told is not None and told.thing in DISPUTES:
            line.told = None
        if piece.number is not None and Group.INSIDE in piece.behind.groups:
            disputes = piece.tokens.names & {*DISPUTES} or (told is not None and told.thing in DISPUTES)
            within = not disputes and not _is_of_all(piece)


def _is_of_all(piece: Piece) -> bool:
    return Group.OF_ALL in piece.before.groups


def _leave_proceedings(lines: Sequence[Line]) -> None:
    """土地纠纷46件，调解43件、仲裁2件、诉讼1件: beside other proceedings suits are over what these are over."""
    elsewhere = False
    for line in lines:
        words = line.piece.before
        if "information" in words.names or "application" in words.names or line.piece.mark == ";":
            elsewhere = False
        elif line.piece.number is not None and not line.told:
            elsewhere = elsewhere or any(token.contains(Group.OTHER_PROCEEDINGS) for token in words)
        if elsewhere and line.told is not None and line.told.thing in DISPUTES:
            line.told = None


def _leave_disputes_not_counted(lines: Sequence[Line]) -> None:
    """复议9件、诉讼3件，不在此列: a row that the report says it leaves out."""
    left_out = False
    for place in range(len(lines) - 1, -1, -1):
        piece, told = lines[place].piece, lines[place].told
        left_out = left_out or says_not_counted(piece)
        if piece.number is None:
            continue
        if left_out and told is not None and told.thing in DISPUTES:
            lines[place].told = None
        left_out = left_out and bool(piece.mark) and piece.mark in vocabulary().groups[Group.JOINS]


def says_not_counted(piece: Piece) -> bool:
    """Return whether a number's words behind it say so, or a piece without a number that follows it."""
    words = piece.behind if piece.number is not None else piece.before
    return vocabulary().passages["not_counted"].search("".join(token.words for token in words)) is not None


def _is_other_cause(token: Token) -> bool:
    named = token.kind == "unknown" and len(token.words) > _REASON and not token.contains(Group.OUR_CAUSES)
    return named or token.name == "other" or (token.kind == "thing" and token.name in DECISIONS)
