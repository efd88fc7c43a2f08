"""A sentence read piece by piece, each with the subject that was carried to it."""

from collections.abc import Sequence
from typing import Final

from model.prose.beside.answered_apart import tell_answers_apart
from model.prose.beside.applicants import join_kinds, tell_kinds_apart
from model.prose.beside.asked_about import leave_asked_about
from model.prose.beside.bodies_apart import are_rooms_apart, tell_bodies_apart
from model.prose.beside.both_disputes import tell_results_of_both
from model.prose.beside.carried import add_up, carry_behind, count_together, read_open, widen
from model.prose.beside.crossings import cross
from model.prose.beside.decisions_apart import tell_kinds_of_decisions
from model.prose.beside.ends import join_ends, leave_divided, leave_rest, tell_others_apart, tell_two_sides
from model.prose.beside.gone_through import leave_kept
from model.prose.beside.held_back import hold_back
from model.prose.beside.in_hand import tell_in_hand
from model.prose.beside.lists import tell_lists
from model.prose.beside.of_this_year import leave_last_years, tell_this_years
from model.prose.beside.other_ends import tell_other_ends
from model.prose.beside.parts_beside import tell_parts
from model.prose.beside.reasons_before import tell_reasons_before
from model.prose.beside.told_again import tell_again
from model.prose.beside.two_years import look_back, reach, rise
from model.prose.beside.withdrawn import leave_rows, leave_uncertain
from model.prose.pieces.deeds import without_grievance
from model.prose.pieces.line import Line, List
from model.prose.pieces.named_office import named_office
from model.prose.pieces.piece import Piece
from model.prose.pieces.pieces import OF_BODIES, pieces_of
from model.prose.pieces.statements import read
from model.prose.pieces.subject import Part, Subject, Told, follow
from model.prose.words.claim_words import Group, Vocabulary, vocabulary
from model.prose.words.codes import APPLICANT, CARRIED, OUTCOME
from model.prose.words.lexing import tokens_of
from model.prose.words.senses import names_documents_behind
from model.prose.words.tokens import DECISIONS, DISPUTES, KEYS, Token, Words

_LONG_NAME: Final = 3
_CERTAIN: Final = (*CARRIED, OUTCOME, APPLICANT)
"""What is told of applications alone, so that the next sentence may go on with them."""


def read_sentence(
    words: str, subject: Subject, year: int, *, listed: bool, ended: bool = False, marked: bool = False
) -> tuple[Subject, list[Line]]:
    """Return the pieces of a sentence as they were read, and what the next sentence goes on with.

    `words` are squeezed and without the mark that ends them; `year` is the report's. `listed`: several kinds of results
    are told up to the full stop, and only applications have them; `ended`: one is. `marked`: papers are told to be
    marked as 主动公开.
    """
    known = vocabulary()
    lines: list[Line] = []
    tokens = tokens_of(words, year, listed=listed or ended)
    begun = _begun(subject, tokens, listed=listed, ended=ended)
    followed = _follow_all(pieces_of(tokens), begun, year, known, lines, 0)
    tell_again(lines, subject, known)
    carry_behind(lines, known)
    _take_back(lines, words, known, marked=marked)
    asked = leave_asked_about(lines, words, subject, known)
    if asked != followed.asked:
        followed = followed._replace(asked=asked)
    return _read_beside(lines, followed, year, known), lines


def _begun(subject: Subject, tokens: Words, *, listed: bool, ended: bool) -> Subject:
    """What a sentence speaks of when it begins, as all of its words tell."""
    ends = "outcome" in tokens.kinds
    if listed and (subject.distance > 0 or (ends and subject.thing == "other")):
        subject = subject._replace(thing="application", distance=1)
    if names_documents_behind(tokens):
        subject = subject._replace(thing="document", distance=0)
    ended = ended or ends
    return subject if subject.ended == ended else subject._replace(ended=ended)


def _take_back(lines: Sequence[Line], words: str, known: Vocabulary, *, marked: bool) -> None:
    """Take back what is not certain by the words of the sentence alone, before it is read together."""
    if known.passages["of_so_many"].search(words):
        for line in lines:
            line.told = None
    if not _tell_anything(lines):
        return
    leave_rows(lines)
    join_ends(lines, known)
    leave_kept(lines, words)
    apart = known.passages["apart_from_disclosure"].search(words) is not None
    leave_uncertain(lines, known, marked=marked, apart=apart)
    _bind_to_route(lines)


def _read_beside(lines: Sequence[Line], subject: Subject, year: int, known: Vocabulary) -> Subject:
    """Read what the lines tell beside each other; return what the next sentence goes on with."""
    opened, going_on = tell_lists(lines, subject, known)
    row, both = subject.row, subject.both
    if are_rooms_apart(lines):
        subject = subject._replace(apart=True)
    tell_anything = _tell_anything(lines)
    if tell_anything:
        row, both = _read_together(lines, subject, year, known)
    told, parts = _parts(opened), _parts(going_on)
    if tell_anything:
        add_up(lines, known)
        look_back(lines, year)
        leave_last_years(lines)
    reach(lines, year, known)
    same = (row, both, told, parts) == (subject.row, subject.both, subject.told, subject.parts)
    return subject if same else subject._replace(row=row, both=both, told=told, parts=parts)


def _tell_anything(lines: Sequence[Line]) -> bool:
    return any(line.told is not None for line in lines)


def _read_together(
    lines: Sequence[Line], subject: Subject, year: int, known: Vocabulary
) -> tuple[tuple[tuple[str, ...], ...], bool]:
    """Read what each line tells beside the others; return the disputes counted and whether what came in was told with more."""
    join_kinds(lines, known)
    tell_kinds_apart(lines, known)
    row = tell_results_of_both(lines, subject.row, known)
    rise(lines, year)
    tell_parts(lines)
    leave_divided(lines, known)
    leave_rest(lines, known)
    tell_others_apart(lines)
    tell_two_sides(lines, known)
    tell_reasons_before(lines, known)
    tell_other_ends(lines, known)
    cross(lines)
    hold_back(lines)
    tell_in_hand(lines, known)
    tell_bodies_apart(lines)
    tell_kinds_of_decisions(lines)
    count_together(lines)
    read_open(lines, known)
    tell_answers_apart(lines, known)
    tell_this_years(lines)
    return row, widen(lines, subject.both, year, known)


def _parts(list_of: List | None) -> tuple[Part, ...]:
    return list_of.parts() if list_of is not None else ()


def _follow_all(
    pieces: Sequence[Piece], subject: Subject, year: int, known: Vocabulary, lines: list[Line], depth: int
) -> Subject:
    for place, piece in enumerate(pieces, 1):
        mark = pieces[place].mark if place < len(pieces) else ""
        here = follow(subject, piece, year)
        told = read(piece, here, known)
        lines.append(Line(piece, told, here, depth))
        if piece.inner:
            inside = here._replace(action=_done(piece, here.action))
            _follow_all(piece.inner, inside, year, known, lines, depth + 1)
        when = subject.when
        subject = _carried_on(subject, here, piece, told, mark)
        if _repeats_last_year(lines[:-1], told, depth):
            subject = subject._replace(when=when, either=True)
    return subject


def _repeats_last_year(before: Sequence[Line], told: Told | None, depth: int) -> bool:
    """今年收到112件，去年收到91件，办结114件: the same was told right before of the year after."""
    if told is None or not before:
        return False
    last = next((line.told for line in reversed(before) if line.depth == depth), None)
    same = last is not None and (last.names, last.when) == (told.names, told.when + 1)
    return same and told.dimension == ""


def _carried_on(before: Subject, here: Subject, piece: Piece, told: Told | None, mark: str) -> Subject:
    """What the next piece goes on with: an aside on another year leaves the year as it was.

    `mark` is the mark behind the piece: 上年申请24件、复议2件 tells of one year. So does 办理上年5件 of that number alone.
    """
    action = _done(piece, "")
    aside = not action or piece.before[-1].kind == "time"
    if piece.number is not None and aside and here.when != before.when and mark != "、":
        here = here._replace(when=before.when)
    if piece.number is None and "carry" in piece.before.kinds and "none" in piece.before.names:
        # 上年无结转，已办结12件: what is denied of the year before tells of no other.
        here = here._replace(when=before.when)
    if action != here.action and (action or (told is not None and told.thing in DISPUTES)):
        here = here._replace(action=action)
    if piece.goes_inside:
        here = here._replace(among=True)
    if told is not None and (not here.thing or told.code in _CERTAIN or here.results or here.among):
        here = here._replace(thing=told.thing, distance=0)
    ended = told is not None and told.code == OUTCOME
    if ended and not here.listing:
        here = here._replace(listing=True)
    if here.results and piece.number is not None and not ended:
        # 予以公开9件、部分公开3件。网上8件，信函6件，合计14件: a total behind other numbers is theirs.
        here = here._replace(results=False)
    if _counts_ours(piece) and here.thing in DISPUTES and here.thing not in here.ours:
        here = here._replace(ours=(*here.ours, here.thing))
    if not mark and _counts_bodies(piece):
        here = here._replace(who="others")
    if told is not None and told.quantity.unit in vocabulary().groups[Group.ITEMS]:
        counted = "decision" if told.thing in DECISIONS else told.thing if told.thing == "application" else ""
        here = here._replace(items=counted or here.items)
    opens = piece.number is not None or mark == ":"
    if (
        opens
        and told is None
        and any(
            (
                _does_something_else(piece, here),
                _names_the_unknown(piece, here),
                _counts_the_unknown(piece, here),
            )
        )
    ):
        here = here._replace(thing="other", distance=0)
    return here


def _does_something_else(piece: Piece, here: Subject) -> bool:
    """Whether it counts what a deed was done with that is none of those told of."""
    return (
        piece.number is not None
        and "deed" in piece.before.kinds
        and any(
            token.kind == "deed" and token.name != "statistic" and not _may_be_answer(token, here)
            for token in piece.before
        )
    )


def _names_the_unknown(piece: Piece, here: Subject) -> bool:
    """Whether it names what is not known, and no office, where nothing was spoken of yet."""
    return here.thing in ("", "request") and "unknown" in piece.before.kinds and not named_office(piece)


def _counts_the_unknown(piece: Piece, here: Subject) -> bool:
    """召集三起事故调查: whether in a sentence that names no thing a number counts what is not known."""
    counted = piece.behind[0] if piece.number is not None and piece.behind else None
    named = counted is not None and counted.kind == "unknown" and len(counted.words) >= _LONG_NAME
    return named and here.distance > 0 and piece.before.kinds.isdisjoint(KEYS)


def _counts_ours(piece: Piece) -> bool:
    """Whether it tells a number of what is over disclosure, and of no two kinds together."""
    if piece.number is None or "information" not in piece.before.names:
        return False
    named = [token for token in piece.before if token.name in DISPUTES]
    return len(named) <= 1 and not any(token.ends_in(Group.GOVERNMENTS) for token in piece.before)


def _counts_bodies(piece: Piece) -> bool:
    """22家直属单位收到申请61件: bodies counted by their number did what stands right behind them."""
    return piece.number is not None and piece.number.name in OF_BODIES and "others" in piece.behind.names


def _may_be_answer(token: Token, here: Subject) -> bool:
    """Whether it leaves the subject as it is: 收到申请12件，公开答复9件，结转下年3件, or amid results, of which it may be one."""
    listed = here.among and here.ended
    return here.thing == "application" and (listed or token.is_in(Group.ANSWERED_IN_PUBLIC))


def _done(piece: Piece, before: str) -> str:
    """What is done last before a piece's number, or what was done `before`."""
    words = without_grievance(piece.before)
    actions = [token.name for token in words if token.kind == "action" and token.name != "arose"]
    return actions[-1] if actions else before


def _bind_to_route(lines: Sequence[Line]) -> None:
    """复议后起诉3件（维持2件）: in the bracket of one way to court, results are those of the suits that came so."""
    for place, line in enumerate(lines):
        told = line.told
        owner = next((one for one in reversed(lines[:place]) if one.depth < line.depth), None)
        if told is None or owner is None or owner.told is None or "." not in told.names[0]:
            continue
        if owner.told.names == (told.names[0].partition(".")[0],):
            line.told = told._replace(readings=told.readings[:1])
