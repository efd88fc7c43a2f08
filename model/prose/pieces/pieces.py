"""A sentence cut where one number ends.

A *piece* is what is told of one number: the words before it, the number, the words behind it that go with it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import Final

from model.prose.pieces.piece import Piece
from model.prose.words.claim_words import Group, Vocabulary, vocabulary
from model.prose.words.tokens import DEALT, DISPUTES, KEYS, NO_WORDS, Token, Words

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
_THINGS_DEALT: Final = (*DISPUTES, "licence", "penalty", "coercive")


@dataclass(slots=True)
class _Draft:
    """A piece that is being cut, as in `Piece`."""

    mark: str
    before: list[Token] = field(default_factory=list)
    number: Token | None = None
    behind: list[Token] = field(default_factory=list)
    inner: list["_Draft"] = field(default_factory=list)
    heads: bool = False

    def add(self, token: Token) -> None:
        """Put a word where it belongs."""
        (self.before if self.number is None else self.behind).append(token)

    def cut(self) -> Piece:
        """Return the piece that it has become."""
        inner = tuple([draft.cut() for draft in self.inner])
        before = Words(self.before) if self.before else NO_WORDS
        behind = Words(self.behind) if self.behind else NO_WORDS
        return Piece(self.mark, before, self.number, behind, inner, self.heads)


def pieces_of(tokens: Words) -> list[Piece]:
    """Return the pieces of a sentence; what stands in brackets is inside the piece that it interrupts."""
    pieces, _ = _cut(tokens, 0, "")
    marks = [*(piece.mark for piece in pieces[1:]), ""][: len(pieces)]
    drafts = [part for piece, mark in zip(pieces, marks, strict=True) for part in _headed(piece, mark)]
    if "respectively" in tokens.names:
        _distribute(drafts)
    _name_counted(drafts, vocabulary())
    return [draft.cut() for draft in drafts]


def _name_counted(pieces: Sequence[_Draft], known: Vocabulary) -> None:
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


def _headed(piece: _Draft, mark: str) -> Iterator[_Draft]:
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
        yield _Draft(piece.mark, piece.before[:cut], heads=True)
        piece = replace(piece, mark="", before=piece.before[cut:])
    yield piece


def _names_whole(piece: _Draft, kinds: Sequence[str]) -> bool:
    """企业申请中, 对上年结转的申请: whether a piece without a number names what the numbers behind it are parts of."""
    if len(kinds) != 1 or piece.before[-1].name not in ("request", "application"):
        return False
    return kinds[0] == "carry" or piece.before[0].is_in(Group.ABOUT_WHAT)


def _looks_at(piece: _Draft, kinds: Sequence[str], mark: str) -> bool:
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


def _cut(tokens: Sequence[Token], place: int, mark: str) -> tuple[list[_Draft], int]:
    """Cut up to the bracket that closes, or to the end; return the pieces and the place after it."""
    pieces = [_Draft(mark)]
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
                pieces.append(_Draft(token.name))
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
            pieces.append(_Draft(token.words))
        elif token.words == "、" and not piece.before:
            continue
        else:
            piece.add(token)
    return [piece for piece in pieces if piece.number or piece.before or piece.inner], place


def _joins_reasons(piece: _Draft, join: Token, after: Sequence[Token]) -> bool:
    """Whether two reasons stand behind the number of both: 3件因涉及商业秘密和个人隐私不予公开."""
    kinds = [token.kind for token in after[:_PAIR]]
    reasons = [token.kind for token in piece.behind[-1:]] == kinds[:1] == ["part"]
    return reasons and kinds[1:] == ["outcome"] and join.is_in(Group.JOINS)


def _is_count_of(piece: _Draft, bracket: Sequence[Token]) -> bool:
    """Whether a bracket holds nothing but the number of what stands before it: 保护第三方合法权益（2件）."""
    marks = [token.name for token in bracket]
    share = marks[1:2] == [","] and marks[2:] == ["%"]
    alone = bool(bracket) and bracket[0].kind == "number" and (marks[1:2] == ["）"] or share)
    label = next((token for token in reversed(piece.before) if not token.is_in(Group.MOSTLY)), None)
    labelled = label is not None and (label.kind in _LABELS or label.name in DISPUTES)
    return alone and bracket[0].name != "%" and labelled and piece.number is None


def _names_the_next(mark: Token, piece: _Draft, after: Sequence[Token]) -> bool:
    """Whether what stands before a mark is told by the number right behind it: 结转下年度：5件, 自然人最多，达43件."""
    if piece.number is not None or not piece.before:
        return False
    if mark.name == ":":
        return any(token.kind == "number" for token in after[:1])
    kinds = [token.kind for token in after[:_PAIR]]
    said = kinds == ["filler", "number"] and not after[0].is_in(Group.IN_ALL)
    return mark.name == "," and piece.before[-1].is_in(Group.FIRST_OF_ALL) and said


def _split(piece: _Draft) -> _Draft:
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
    return _Draft("", moved)


def _bodies_counted(piece: _Draft, cut: int) -> int | None:
    """Where behind a number stands who did what the next one tells: 8个镇共受理申请16件."""
    if piece.number is None or piece.number.name not in OF_BODIES or cut == len(piece.behind):
        return None
    place = next((n for n in reversed(range(cut)) if piece.behind[n].kind != "filler"), None)
    bodies = piece.behind[place] if place is not None else None
    are = bodies is not None and (bodies.kind == "who" or bodies.ends_in(Group.BODIES_END))
    return place if are else None


def _starts(token: Token) -> bool:
    return token.kind in _STARTS_A_PIECE or token.name in ("reached", "none")


def _distribute(pieces: Sequence[_Draft]) -> None:
    """予以公开、部分公开分别为12件、4件: each number with its own of the words before it.

    Where the words cannot be dealt out one by one, the numbers are left without any.
    """
    for place, piece in enumerate(pieces):
        if piece.number is None or all(token.name != "respectively" for token in piece.before):
            continue
        row = [piece]
        for after in pieces[place + 1 :]:
            if after.before or after.number is None:
                break
            row.append(after)
        if len(row) > 1 and not _are_shares(row):
            _deal_out(row, _named_ahead(pieces[:place]))


def _are_shares(row: Sequence[_Draft]) -> bool:
    """占比分别为62.5%、37.5%: shares of the numbers before, whose names are theirs."""
    words = row[0].before
    said = next((n for n, token in enumerate(words) if token.name == "share"), None)
    shares = all(piece.number is not None and piece.number.name == "%" for piece in row)
    # 分别占办结总数的: what stands behind is what they are shares of.
    return shares and said is not None and not any(token.kind in DEALT for token in words[:said])


def _named_ahead(before: Sequence[_Draft]) -> list[Token]:
    """全部为自然人和企业提出，分别为36件、3件: what is dealt out may stand before the comma."""
    ahead = before[-1] if before else None
    return ahead.before if ahead is not None and ahead.number is None and not ahead.inner else []


def _deal_out(row: Sequence[_Draft], ahead: Sequence[Token]) -> None:
    words = row[0].before
    if not any(token.kind in (*KEYS, "unknown", "part", "deed", "compare") for token in words):
        words = [*ahead, *words]
    years = _years_told_of(words)
    if len(years) == len(row):
        told = [token for token in words[words.index(years[-1]) + 1 :] if token.name != "respectively"]
        for piece, year in zip(row, years, strict=True):
            piece.before = [year, *told]
        return
    names = {kind: [token for token in words if token.kind == kind] for kind in DEALT}
    names["thing"] = [token for token in words if token.name in _THINGS_DEALT]
    kind = next((kind for kind, found in names.items() if len(found) == len(row)), "")
    parts = _joined_parts(words) if not kind else []
    if len(parts) == len(row):
        whose = [token for token in parts[0] if token.kind in ("time", "who")]
        changed = [token for token in parts[-1] if token.kind in ("time", "compare")]
        changed = changed if any(token.kind == "compare" for token in changed) else []
        for piece, part in zip(row, parts, strict=True):
            # 申请量、办结量较上年分别增加4件、5件: the change behind the last is that of each.
            ends = [] if part is parts[-1] else changed
            piece.before = [*([] if part is parts[0] else whose), *part, *ends]
        return
    common = [token for token in words if token not in names.get(kind, ()) and token.name != "join"]
    for number, piece in enumerate(row):
        own = names[kind][number] if kind else Token("unknown", "", words[0].start, words[0].end, "")
        piece.before = sorted((*common, own), key=_start) if kind else [*common, own]


def _years_told_of(words: Sequence[Token]) -> list[Token]:
    """2022年、2023年分别收到: the years that words begin with, none where only one does, or they are told otherwise."""
    begun = list(takewhile(lambda token: bool(token.year) or token.is_in(Group.JOINS), words))
    years = begun[::2]
    joined = all(token.is_in(Group.JOINS) for token in begun[1::2]) and len(begun) % 2 == 1
    return years if joined and len(years) > 1 and all(token.year for token in years) else []


def _joined_parts(words: Sequence[Token]) -> list[list[Token]]:
    """收到、办结、结转分别为: what stands between 、 and 和."""
    parts: list[list[Token]] = [[]]
    for token in words:
        if token.name == "join":
            parts.append([])
        elif token.name != "respectively":
            parts[-1].append(token)
    return parts


def _start(token: Token) -> int:
    return token.start
