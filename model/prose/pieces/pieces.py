"""A sentence cut where one number ends.

A *piece* is what is told of one number: the words before it, the number, the words behind it that go with it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from model.prose.pieces.dealt_out import deal_out
from model.prose.pieces.draft import Draft
from model.prose.pieces.piece import Piece
from model.prose.words.claim_words import Group, Vocabulary, vocabulary
from model.prose.words.tokens import DISPUTES, Token, Words

_STARTS_A_PIECE: Final = frozenset(
    {"action", "outcome", "result", "carry", "applicant", "thing", "part", "compare"}
)
"""Kinds of words between two numbers with which the second one's piece begins: 受理30件办结28件."""
_NAMING: Final = frozenset({"outcome", "carry", "applicant"})
_CROSSED: Final = (
    ("applicant", "outcome"), ("outcome", "applicant"), ("carry", "applicant"), ("applicant", "carry"), ("handled", "applicant"),
    ("applicant", "handled"),
)  # fmt: skip
"""Rows and columns of table 三 that may be told together of one number."""
_PAIR: Final = 2
OF_BODIES: Final = ("个", "家")
"""Units in which offices are counted."""
_LABELS: Final = frozenset({"outcome", "part", "applicant", "result"})


def pieces_of(tokens: Words) -> list[Piece]:
    """Return the pieces of a sentence; what stands in brackets is inside the piece that it interrupts."""
    pieces, _ = _cut(tokens, 0, "")
    marks = [*(piece.mark for piece in pieces[1:]), ""][: len(pieces)]
    drafts = [part for piece, mark in zip(pieces, marks, strict=True) for part in _headed(piece, mark)]
    if "respectively" in tokens.names:
        deal_out(drafts)
    _name_counted(drafts, vocabulary())
    return [draft.cut() for draft in drafts]


def _name_counted(pieces: Sequence[Draft], known: Vocabulary) -> None:
    """不予公开率为33.3%（6件）: a bare number in the bracket of a share counts what the share is of."""
    for piece in pieces:
        if not piece.inner:
            continue
        share = piece.number is not None and piece.number.name == "%"
        inner = piece.inner[0]
        if share and not inner.before and inner.number is not None and inner.number.name != "%":
            named = [token for token in piece.before if token.kind in ("outcome", "applicant")]
            rates = [token for token in piece.before if known.rates.get(token.words) in known.results]
            counted = (token._replace(kind="outcome", name=known.rates[token.words]) for token in rates)
            inner.before = named or list(counted)
        _name_counted(piece.inner, known)


def _headed(piece: Draft, mark: str) -> Iterator[Draft]:
    """企业申请中予以公开4件: what names the whole of a list, and the first of its parts. `mark` is the mark behind it."""
    naming = [(n, kind) for n, token in enumerate(piece.before) if (kind := _naming(token))]
    kinds = tuple(dict.fromkeys(kind for _, kind in naming))
    if piece.number is None:
        piece.heads = _names_whole(piece, kinds) or _looks_at(piece, kinds, mark)
    if piece.number is None or kinds not in _CROSSED:
        yield piece
        return
    cut = next(n for n, kind in naming if kind != kinds[0])
    if all(_naming(token) or _says_whose(token) for token in piece.before[naming[0][0] : cut]):
        yield Draft(piece.mark, piece.before[:cut], heads=True)
        piece = replace(piece, mark="", before=piece.before[cut:])
    yield piece


def _names_whole(piece: Draft, kinds: Sequence[str]) -> bool:
    """企业申请中, 对上年结转的申请: whether a piece without a number names what the numbers behind it are parts of."""
    if len(kinds) != 1 or piece.before[-1].name not in ("request", "application"):
        return False
    return kinds[0] == "carry" or piece.before[0].is_in(Group.ABOUT_WHAT)


def _looks_at(piece: Draft, kinds: Sequence[str], mark: str) -> bool:
    """从企业申请看, 企业方面, 企业申请答复情况: whether one kind of applicants is named alone, of whom the next is told."""
    words, last = piece.before, piece.before[-1] if piece.before else None
    if last is None or kinds not in (("applicant",), ("applicant", "handled")):
        return False
    seen = last.is_in(Group.SEEN)
    named = words[:-1] if seen else words
    alone = all(_naming(token) or _says_whose(token) or token.name == "count" for token in named)
    return alone and (seen or mark == ":")


def _naming(token: Token) -> str:
    """By what a token names a row or a column of table 三, "" if it does not."""
    if token.name in ("everybody", "elsewhere"):
        return ""
    return "handled" if token.name == "handled" else token.kind if token.kind in _NAMING else ""


def _says_whose(token: Token) -> bool:
    """Whether a word between a row and a column only joins them: 企业[提出的申请中]予以公开."""
    asked = token.name in ("request", "application", "arose")
    return asked or token.kind == "filler" or (token.name == "among" and token.is_in(Group.INSIDE))


def _cut(tokens: Sequence[Token], place: int, mark: str) -> tuple[list[Draft], int]:
    """Cut up to the bracket that closes, or to the end; return the pieces and the place after it."""
    pieces = [Draft(mark)]
    while place < len(tokens):
        token = tokens[place]
        place += 1
        piece = pieces[-1]
        if token.kind == "mark":
            if token.name == "）" and mark == "（":
                break
            if token.name == "（" and _is_count_of(piece, tokens[place : place + 3]):
                piece.number = tokens[place]
                closed = tokens[place + 1].name == "）"
                inner, place = ([], place + 2) if closed else _cut(tokens, place + 2, "（")
                piece.inner += inner
            elif token.name == "（":
                inner, place = _cut(tokens, place, "（")
                piece.inner += inner
            elif token.name != "）" and not _names_the_next(token, piece, tokens[place:]):
                pieces.append(Draft(token.name))
        elif token.kind == "number":
            if piece.number is not None:
                piece = _split(piece)
                pieces.append(piece)
            piece.number = token
        elif (
            token.name == "join"
            and piece.number is not None
            and not _joins_reasons(piece, token, tokens[place:])
        ):
            pieces.append(Draft(token.words))
        elif token.words == "、" and not piece.before:
            continue
        else:
            piece.add(token)
    return [piece for piece in pieces if piece.number or piece.before or piece.inner], place


def _joins_reasons(piece: Draft, join: Token, after: Sequence[Token]) -> bool:
    """Whether two reasons stand behind the number of both: 3件因涉及商业秘密和个人隐私不予公开."""
    kinds = [token.kind for token in after[:_PAIR]]
    reasons = [token.kind for token in piece.behind[-1:]] == kinds[:1] == ["part"]
    return reasons and kinds[1:] == ["outcome"] and join.is_in(Group.JOINS)


def _is_count_of(piece: Draft, bracket: Sequence[Token]) -> bool:
    """Whether a bracket holds nothing but the number of what stands before it: 保护第三方合法权益（2件）."""
    marks = [token.name for token in bracket]
    share = marks[1:2] == [","] and marks[2:] == ["%"]
    alone = bool(bracket) and bracket[0].kind == "number" and (marks[1:2] == ["）"] or share)
    label = next((token for token in reversed(piece.before) if not token.is_in(Group.MOSTLY)), None)
    labelled = label is not None and (label.kind in _LABELS or label.name in DISPUTES)
    return alone and bracket[0].name != "%" and labelled and piece.number is None


def _names_the_next(mark: Token, piece: Draft, after: Sequence[Token]) -> bool:
    """Whether what stands before a mark is told by the number right behind it: 结转下年度：5件, 自然人最多，达43件."""
    if piece.number is not None or not piece.before:
        return False
    if mark.name == ":":
        return any(token.kind == "number" for token in after[:1])
    kinds = [token.kind for token in after[:_PAIR]]
    said = kinds == ["filler", "number"] and not after[0].is_in(Group.IN_ALL)
    return mark.name == "," and piece.before[-1].is_in(Group.FIRST_OF_ALL) and said


def _split(piece: Draft) -> Draft:
    """The piece of the second of two numbers without a mark between: it begins with what is done or told of it.

    缴费100元的申请1件: what the first number says of a thing leaves open of how many others it is not so.
    """
    first = next((n for n, token in enumerate(piece.behind) if _starts(token)), None)
    if first is None:
        # 10件里剩的2件: what these words say of the second is not known, and so is what it counts.
        first = next((n for n, token in enumerate(piece.behind) if token.kind == "unknown"), None)
    cut = len(piece.behind) if first is None else first
    bodies = _bodies_counted(piece, cut)
    if bodies is not None:
        piece.behind[bodies] = piece.behind[bodies]._replace(kind="who", name="others")
        cut = bodies
    elif cut == 0 and piece.behind and piece.behind[0].kind == "thing":
        cut = next((n for n, token in enumerate(piece.behind) if n and _starts(token)), 1)
    kept, moved = piece.behind[:cut], piece.behind[cut:]
    piece.behind = kept
    if kept and kept[-1].words == "的" and moved and moved[0].kind == "thing":
        moved = [kept[-1]._replace(kind="unknown", name=""), *moved]
    return Draft("", moved)


def _bodies_counted(piece: Draft, cut: int) -> int | None:
    """Where behind a number stands who did what the next one tells: 8个镇共受理申请16件."""
    if piece.number is None or piece.number.name not in OF_BODIES or cut == len(piece.behind):
        return None
    place = next((n for n in reversed(range(cut)) if piece.behind[n].kind != "filler"), None)
    bodies = piece.behind[place] if place is not None else None
    are = bodies is not None and (bodies.kind == "who" or bodies.ends_in(Group.BODIES_END))
    return place if are else None


def _starts(token: Token) -> bool:
    return token.kind in _STARTS_A_PIECE or token.name in ("reached", "none")
