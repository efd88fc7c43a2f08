"""The claims that one sentence makes, from its pieces as they were read."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, pairwise
from typing import Final

from model.prose.beside.disputes_apart import says_not_counted
from model.prose.beside.years_apart import goes_on_with_another_year
from model.prose.claim import Claim, Kind
from model.prose.likely.likely_claims import WHOLES
from model.prose.lists.list_shares import ListShare
from model.prose.pieces.denials import answered, denied, said_of_each, speaks_of_else
from model.prose.pieces.line import Line
from model.prose.pieces.piece import Piece
from model.prose.pieces.statements import meanings_of
from model.prose.pieces.subject import Subject, Told, split_body
from model.prose.sentences.growth import Growth, growth_in
from model.prose.sentences.sentence import read_sentence
from model.prose.sentences.share import Share
from model.prose.sentences.shares import shares_in
from model.prose.sentences.sums import sums_in
from model.prose.sentences.supposed import supposed_in
from model.prose.total import Sum
from model.prose.words.claim_words import Group, Vocabulary, vocabulary
from model.prose.words.codes import NOTHING_RECEIVED, RECEIVED
from model.prose.words.tokens import Token

_MOST_DENIED: Final = 200
"""What one sentence may deny and still be looked at."""
_PLAIN: Final = frozenset(["time", "who", "filler", "thing", "action", "deed", "unknown", "topic"])
_LONG_NAME: Final = 6
"""Characters from which on a name is hardly that of two things."""


@lru_cache(maxsize=4096)
def claims_of_sentence(
    words: str, subject: Subject, year: int, results: int, *, marked: bool
) -> tuple[Subject, tuple[Claim, ...]]:
    """Return what the next sentence goes on with, and a sentence's claims, placed in its squeezed words.

    `results`: kinds of results told up to the full stop; `marked`: papers are told to be marked as 主动公开. A sentence is
    remembered with what it goes on from: of a paragraph only those are read that typing has touched.
    """
    known = vocabulary()
    subject, lines = read_sentence(
        words, subject, year, listed=results > 1, ended=bool(results), marked=marked
    )
    counted = [line.told for line in lines if line.told is not None and line.told.when in (year, year - 1)]
    claims = [_count(each, year, known) for told in counted for each in _each(told, words, known)]
    claims += [_share(share) for share in shares_in(lines, year, known)]
    claims += [_growth(growth, year) for growth in growth_in(lines, year, known)]
    claims += [sum_told(entry) for entry in sums_in(lines, known)]
    claims += islice(_none(lines, year, known), _MOST_DENIED)
    claims += _named(lines, year)
    claims += [
        _count(supposed.told, year, known)._replace(
            doubt=supposed.doubt, field=supposed.field, alone=supposed.alone
        )
        for supposed in supposed_in(lines, known)
        if supposed.told.when == year
    ]
    return subject, tuple(claims)


def _each(told: Told, words: str, known: Vocabulary) -> Iterator[Told]:
    """公开和不予公开各1件: what is told of each of several names; others are told together, as they are."""
    if len(told.names) == 1 or words[told.quantity.start - 1] != "各":
        yield told
        return
    for name, meaning in zip(told.names, meanings_of(told.thing, told.names, known), strict=True):
        yield told._replace(names=(name,), readings=meaning.readings, says=meaning.says)


def _count(told: Told, year: int, known: Vocabulary) -> Claim:
    quantity = told.quantity
    return Claim(
        told.code,
        told.start,
        told.end,
        "",
        quantity,
        told.readings,
        _scope(told.who),
        (quantity.start, quantity.end - len(quantity.unit)),
        Kind.AT_MOST if told.dimension else Kind.COUNT,
        _read(told, year, known),
        told.sure,
        year - told.when,
        level=split_body(told.who)[1],
        bare=told.thing == "application" and told.names == ("told",),
        either=told.either,
        less=told.less,
    )


def _share(share: Share) -> Claim:
    quantity = share.quantity
    number = (quantity.start, quantity.end - len(quantity.unit))
    return Claim(
        "N8", share.start, quantity.end, "", quantity, share.readings, _scope(share.who), number, Kind.SHARE,
        share.read, over=share.over, parts=share.parts, whole=share.whole,
        level=split_body(share.who)[1],
    )  # fmt: skip


def _growth(growth: Growth, year: int) -> Claim:
    quantity = growth.quantity
    number = (quantity.start, quantity.end - len(quantity.unit))
    told = growth.told
    return Claim(
        "N13", growth.start, quantity.end, "", quantity, told.readings, _scope(told.who), number,
        Kind.TIMES if growth.times else Kind.GROWTH, _read(told, year, vocabulary(), "比上年"),
        falls=growth.falls, whole=growth.base, level=split_body(told.who)[1],
    )  # fmt: skip


def sum_told(entry: Sum) -> Claim:
    """Return the claim that a total makes whose parts are told with it."""
    quantity = entry.quantity
    number = (quantity.start, quantity.end - len(quantity.unit))
    return Claim(
        "N14", entry.start, entry.end, "", quantity, (), "", number, Kind.SUM, entry.read, entry.sure, parts=entry.parts,
    )  # fmt: skip


def list_share(share: ListShare) -> Claim:
    """Return the claim that a share makes of a number of a list in its total."""
    quantity = share.quantity
    number = (quantity.start, quantity.end - len(quantity.unit))
    start = min(share.whole.start, share.part.start)
    return Claim(
        "N8", start, quantity.end, "", quantity, (), "", number, Kind.SHARE, "占比 · 各项之中的一项",
        parts=(share.part,), whole=share.whole,
    )  # fmt: skip


def told_share(share: ListShare) -> Claim:
    """Return the claim that a share makes of the number told before it in a whole that is told as well."""
    return list_share(share)._replace(kind=Kind.TOLD_SHARE, read="占比 · 文中的数", over=WHOLES)


def like_share(share: ListShare) -> Claim:
    """Return the claim that a share makes of the whole of which all those beside it are."""
    return list_share(share)._replace(kind=Kind.TOLD_SHARE, read="占比 · 与旁边各项同一个整体")


def _named(lines: Sequence[Line], year: int) -> Iterator[Claim]:
    """What a sentence tells first of the whole year, where the tables do not have it: 全年主动公开政府信息320条."""
    opening: list[Token] = []
    for line in lines:
        piece = line.piece
        opening += piece.before
        if piece.number is None and piece.before.kinds <= {"time", "who", "filler"}:
            continue
        number = piece.number
        name = "".join(
            token.words for token in piece.before if token.kind in ("thing", "action", "deed", "unknown")
        )
        whole = any(token.kind == "time" or token.is_in(Group.WHOLE) for token in opening)
        plain = all(token.kind in _PLAIN for token in opening) and line.subject.when == year
        if number and number.told and line.told is None and whole and plain and len(name) >= _LONG_NAME:
            told, scope = number.told, _scope(line.subject.who)
            place = (told.start, told.end - len(told.unit))
            start = piece.start
            yield Claim(
                "N15", start, told.end, "", told, (), scope, place, Kind.NAMED, f"{name}（{told.unit}）"
            )
        return


def _none(lines: Sequence[Line], year: int, known: Vocabulary) -> Iterator[Claim]:
    """What is told to have been none at all: no application, no review, no suit."""
    if not any("none" in line.piece.before.names for line in lines):
        return
    of_else = [two for one, two in pairwise(lines) if speaks_of_else(one.piece.tokens) and _causes(two.piece)]
    # 按咨询答复，未计入申请数: others are left out.
    back = [line for place, line in enumerate(lines) if goes_on_with_another_year(place, lines)]
    said = [line for line in lines if line not in (*of_else, *back) and not says_not_counted(line.piece)]
    pieces = [(line.piece, line.subject) for line in said]
    told_before = {id(two.piece): one.told for one, two in pairwise(lines)}
    for (piece, subject), (answer, _) in tuple(pairwise(pieces)):
        whole = answered(piece, answer)
        if whole is not None:
            pieces.append((whole, subject))
    for piece, subject in pieces:
        for told in denied(piece, subject, known):
            of_each = said_of_each(told, told_before.get(id(piece)), piece, known)
            claim = _count(of_each, year, known) if of_each else None
            if claim and claim.back == 0:
                yield claim._replace(
                    number=(0, 0),
                    sure=False,
                    code=NOTHING_RECEIVED if claim.code == RECEIVED else claim.code,
                )


def _causes(piece: Piece) -> bool:
    """Whether it denies that what was told right before has caused something: 均未引发诉讼."""
    words = [token for token in piece.before if token.kind != "filler"][:2]
    return [token.name for token in words] == ["none", "arose"] and words[1].is_in(Group.CAUSES)


def _scope(who: str) -> str:
    return "" if who == "own" else split_body(who)[0]


def _read(told: Told, year: int, known: Vocabulary, what: str = "") -> str:
    body = split_body(told.who)[0]
    who = known.said.get(body or "own", body)
    when = "本年" if told.when == year else f"{told.when}年"
    part = "其中一部分" if told.dimension else ""
    words = (who, told.says, known.said.get(told.thing, ""), when, part, what)
    return " · ".join(dict.fromkeys(filter(None, words)))
