"""A sentence as words of the vocabulary, numbers, marks, and what is none of these; then cut where one number ends.

A *piece* is what is told of one number: the words before it, the number, the words behind it that go with it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import pairwise
from typing import Final

from model.prose.claim_words import Vocabulary
from model.prose.numerals import Quantity, quantities

KEYS: Final = frozenset({"thing", "action", "carry", "outcome", "result", "applicant"})
"""Kinds of words that say what a number is."""
_STARTS_A_PIECE: Final = frozenset(
    {"action", "outcome", "result", "carry", "applicant", "thing", "part", "compare"}
)
"""Kinds of words between two numbers with which the second one's piece begins: 受理30件办结28件."""
_SHAPED: Final = {
    "received": "action", "pending": "action", "corrected": "result", "pending_result": "result", "direct": "result",
    "after_review": "result", "channel": "part", "everybody": "applicant", "signed": "who", "area": "who",
}  # fmt: skip
"""What else is told by its shape."""
_IN_LISTS: Final = {
    "公开": ("outcome", "disclosed"),
    "不存在": ("part", "absent"),
    "其他": ("outcome", "rest"),
    "其它": ("outcome", "rest"),
}
_OTHER_KINDS: Final = ("其他", "其它")
_RESULTS_OF_DISPUTES: Final = ("upheld", "corrected")
_UNDONE: Final = ("撤销", "变更", "确认违法")
_OTHERS_BEHIND: Final = {
    **dict.fromkeys(
        ("enterprise", "research", "nonprofit", "legal_service"), ("applicant", "other_organisation")
    ),
    **dict.fromkeys(_RESULTS_OF_DISPUTES, ("result", "other_result")),
}
"""What 其他 counts by the kind that is told before it."""
_RESULTS: Final = frozenset({"reason", "absent"})
_ITEM: Final = re.compile(
    r"（?[一二三四五六七八九十\d]{1,2}）|[一二三四五六七八九十]{1,2}(?:、|是)|\d{1,2}(?:、|\.(?!\d))"
)
"""How an item of a list begins: 3.办理情况, 二是."""
_YEARS: Final = re.compile(r"20\d\d(?=年)")
_WRITTEN: Final = "书面申请"
"""Every application is written, so that the word alone says nothing."""
_WAYS_IN_LISTS: Final = frozenset(
    ["网站", "门户网站", "邮箱", "信箱", "电话", "微信", "公众号", "来信", "来访", "信件"]
)
"""They are ways in which applications came where they stand in a list of ways."""
_ELIDED: Final = ("全部", "完全", "予以", "全部予以")
"""全部或部分公开: what is left of 全部公开 before 部分公开."""
_NEXT: Final = 2
"""Words within which a number must stand behind the result that it counts."""
_BUT: Final = ("除", "除去", "除了")
_OPENS: Final = frozenset({"mark", "relation", "number"})
_LABELS: Final = frozenset({"outcome", "part", "applicant", "result"})
_DEALT_THINGS: Final = ("review", "suit", "licence", "penalty", "coercive")
_DEALT: Final = ("outcome", "result", "applicant", "action")
"""Kinds of words that are told of several numbers in their order."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word at its place: `kind` and `name` as in the vocabulary, or "number", "mark", "unknown".

    `year` is the year that a word of time names, `told` the number.
    """

    kind: str
    name: str
    start: int
    end: int
    words: str
    year: int = 0
    told: Quantity | None = None


@dataclass(slots=True)
class Piece:
    """What is told of at most one number. `mark` is the mark before it, `inner` what brackets in it hold."""

    mark: str
    before: list[Token] = field(default_factory=list)
    number: Token | None = None
    behind: list[Token] = field(default_factory=list)
    inner: list["Piece"] = field(default_factory=list)

    @property
    def tokens(self) -> list[Token]:
        """Words on both sides of the number."""
        return [*self.before, *self.behind]

    def add(self, token: Token) -> None:
        """Put a word where it belongs."""
        (self.before if self.number is None else self.behind).append(token)


def tokens_of(sentence: str, vocabulary: Vocabulary, year: int, *, listed: bool = False) -> list[Token]:
    """Return a sentence's words in order. `year` is the report's: what 上年 and 下年 are counted from.

    `listed`: results are told up to the full stop.
    """
    found: list[Token] = []
    opening = _ITEM.match(sentence)
    place = opening.end() if opening else 0
    for quantity in quantities(sentence):
        if quantity.start >= place:
            found += _words(sentence, place, quantity.start, vocabulary, year)
            words = sentence[quantity.start : quantity.end]
            found.append(Token("number", quantity.unit, quantity.start, quantity.end, words, told=quantity))
            place = quantity.end
    found += _words(sentence, place, len(sentence), vocabulary, year)
    found = _named_afterwards(_all_others(_elided(found)))
    return _of_stock(
        _others_of_kind(
            _in_lists(_named_as(_with_examples(_as_ways(found))), vocabulary.rows | _RESULTS, listed=listed)
        )
    )


def _as_ways(tokens: list[Token]) -> list[Token]:
    """书面申请15份、网络申请38份: written applications are a part beside those sent in another way; so is 网站21件、现场7件."""
    if any(token.name == "channel" for token in tokens):
        for place, token in enumerate(tokens):
            counted = any(after.kind == "number" for after in tokens[place + 1 : place + 2])
            opens = place == 0 or tokens[place - 1].kind in _OPENS
            listed = token.words in _WAYS_IN_LISTS and counted and opens
            if listed or token.words == _WRITTEN:
                tokens[place] = replace(token, kind="part", name="channel")
    return tokens


def _elided(tokens: list[Token]) -> list[Token]:
    """全部或部分公开, 予以和部分公开: the first of two results is told by its beginning alone."""
    for place, token in enumerate(tokens[:-2]):
        joined = tokens[place + 1].name == "join" or tokens[place + 1].words == "、"
        if token.words in _ELIDED and joined and tokens[place + 2].name == "partial":
            tokens[place] = replace(token, kind="outcome", name="granted")
    return tokens


def _all_others(tokens: list[Token]) -> list[Token]:
    """除2件结转外，其他13件均按时办结: the others are all that were handled."""
    but = any(token.words in _BUT for token in tokens) and any(token.kind == "carry" for token in tokens)
    for place, token in enumerate(tokens):
        counted = any(after.kind == "number" for after in tokens[place + 1 : place + 2])
        handled = any(after.name == "handled" for after in tokens[place + 2 :])
        if but and counted and handled and token.words in ("其他", "其它", "其余"):
            tokens[place] = replace(token, kind="filler", name="count")
    return tokens


def _named_afterwards(tokens: list[Token]) -> list[Token]:
    """收到申请件3件，全部为政府信息公开申请: what the requests were is said behind their number."""
    for place, token in enumerate(tokens):
        counted = [word.kind for word in tokens[place + 1 : place + 3]] == ["number", "mark"]
        behind = next((word for word in tokens[place + 3 :] if word.kind != "filler"), None)
        said = any(word.words.endswith(("为", "是", "系")) for word in tokens[place + 3 : place + 6])
        if (
            token.name == "request"
            and counted
            and said
            and behind is not None
            and behind.name == "application"
        ):
            tokens[place] = replace(token, name="application")
    return tokens


def _named_as(tokens: list[Token]) -> list[Token]:
    """属于过程性信息的信息不予公开: 信息 behind a reason says nothing more."""
    reason = False
    for place, token in enumerate(tokens):
        if reason and token.words == "信息":
            tokens[place] = replace(token, kind="filler", name="count")
        reason = token.kind == "part" or (reason and token.words in ("的", "信息"))
    return tokens


def _of_stock(tokens: list[Token]) -> list[Token]:
    """制定4件，清理废止1件，现行有效20件: beside what was issued and is in force, to clear away is to repeal.

    年末有效20件 tells of documents where they are issued or repealed.
    """
    told = {token.name for token in tokens}
    for place, (token, after) in enumerate(pairwise(tokens)):
        if token.words == "清理" and after.name == "repealed" and {"issued", "in_force"} <= told:
            tokens[place] = replace(token, kind="filler", name="manner")
        behind = next((word for word in tokens[place + 1 :] if word.kind != "filler"), after)
        counts = behind.kind in ("number", "thing")
        if token.words == "有效" and counts and "document" in told and told & {"issued", "repealed"}:
            tokens[place] = replace(token, kind="action", name="in_force")
    return tokens


def _in_lists(tokens: list[Token], results: frozenset[str], *, listed: bool) -> list[Token]:
    """公开12件，不予公开3件，不存在2件, 其中8件已公开: words that tell results where results are listed."""
    names = {token.name for token in tokens if token.kind == "outcome"}
    if not listed and not names and not any(token.name in results for token in tokens):
        return tokens
    for place, token in enumerate(tokens):
        if token.words not in _IN_LISTS:
            continue
        bracket, after = _beyond_bracket(tokens[place + 1 :])
        behind = [other for other in after if other.kind != "filler"]
        before = next((other for other in reversed(tokens[:place]) if other.kind != "filler"), None)
        goes_on = listed and before is None
        if token.words.startswith("其") and not goes_on and not _after_result(tokens[:place], results):
            continue
        opens = before is None or before.kind in _OPENS or before.words == ";"
        counted = behind[:1] and behind[0].kind == "number" and opens
        answers = before is not None and before.kind == "number" and (not behind or behind[0].kind == "mark")
        if counted or answers:
            kind, name = _IN_LISTS[token.words]
            both = "partial" in {other.name for other in bracket}
            apart = "partial" in names and "granted" not in names and not both
            name = "granted" if name == "disclosed" and apart else name
            tokens[place] = replace(token, kind=kind, name=name)
    return tokens


def _others_of_kind(tokens: list[Token]) -> list[Token]:
    """商业企业22件，法律服务机构4件，其他2件: behind kinds of those who applied, the others applied as well.

    维持6件、纠正1件、其他2件: behind results of disputes, they are other results, and 撤销1件 is one that was corrected.
    """
    kind = ""
    for place, token in enumerate(tokens):
        others = _OTHERS_BEHIND.get(kind)
        undone = token.words in _UNDONE and kind in _RESULTS_OF_DISPUTES
        if undone or (token.words in _OTHER_KINDS and others is not None):
            counted = any(after.kind == "number" for after in tokens[place + 1 : place + 2])
            if counted and tokens[place - 1].kind in _OPENS:
                of_kind = ("result", "corrected") if undone or others is None else others
                tokens[place] = replace(token, kind=of_kind[0], name=of_kind[1])
        elif token.kind in _DEALT or token.kind == "part":
            kind = token.name
    return tokens


def _beyond_bracket(tokens: Sequence[Token]) -> tuple[list[Token], list[Token]]:
    """What a bracket right behind a word holds, and the two words next to that word without it: 公开类（…）12件."""
    bracket: list[Token] = []
    after: list[Token] = []
    depth = 0
    for token in tokens:
        depth += token.words == "（"
        (bracket if depth else after).append(token)
        depth -= token.words == "）"
        if depth < 0 or len(after) == _NEXT:
            break
    return bracket, after


def _after_result(before: Sequence[Token], results: frozenset[str]) -> bool:
    """Whether the last thing told is a result: 无法提供3件、其他2件, 不予处理2件（重复申请2件）；其他5件."""
    depth = 0
    for token in reversed(before):
        depth += (token.words == "）") - (token.words == "（")
        if depth < 0:
            return False
        if depth or token.kind in ("filler", "number", "mark", "relation") or token.words == ";":
            continue
        return token.kind == "outcome" or token.name in results
    return False


def _with_examples(tokens: list[Token]) -> list[Token]:
    """信访等不予处理: what is named before a result is an example of it; without 等 it is a part of it."""
    for place, token in enumerate(tokens):
        kind_of = tokens[place + 1 : place + 2] and tokens[place + 1].words == "类"
        after = tokens[place + 1 + bool(kind_of) : place + 3 + bool(kind_of)]
        others = bool(after) and after[0].words in ("等", "等情况", "等原因")
        result = after[others : others + 1]
        if token.kind == "thing" and token.name == "other" and result and result[0].kind == "outcome":
            kind, name = ("filler", "count") if others else ("part", "reason")
            tokens[place] = replace(token, kind=kind, name=name)
    return tokens


def _words(text: str, start: int, end: int, vocabulary: Vocabulary, year: int) -> Iterator[Token]:
    for match in vocabulary.pattern.finditer(text, start, end):
        yield from _plain(text, start, match.start(), vocabulary)
        yield _special(match, vocabulary, year)
        start = match.end()
    yield from _plain(text, start, end, vocabulary)


def _plain(text: str, start: int, end: int, vocabulary: Vocabulary) -> Iterator[Token]:
    unknown = start
    while start < end:
        found = vocabulary.word_at(text, start, end)
        if found is None:
            start += 1
            continue
        if unknown < start:
            yield Token("unknown", "", unknown, start, text[unknown:start])
        stop, word = found
        yield Token(word.kind, word.name, start, stop, text[start:stop])
        start = unknown = stop
    if unknown < end:
        yield Token("unknown", "", unknown, end, text[unknown:end])


def _special(match: re.Match[str], vocabulary: Vocabulary, year: int) -> Token:
    kind, start, end, words = match.lastgroup or "", match.start(), match.end(), match[0]
    if match["carry"] is not None:
        return Token("carry", _carried(match, vocabulary, year), start, end, words)
    if match["year"] is not None:
        return Token("time", "year", start, end, words, int(words[:4]))
    if kind in ("application", "review", "suit"):
        return Token("thing", kind, start, end, words)
    if kind in _SHAPED:
        return Token(_SHAPED[kind], kind, start, end, words)
    if kind in ("whole_year", "period"):
        years = _YEARS.findall(words)
        named = int(years[0]) if years else year
        return Token("time", "this" if kind == "whole_year" and named == year else "other", start, end, words)
    if kind in ("zero", "bare"):
        number = Decimal(words) if kind == "bare" else Decimal(0)
        return Token("number", "件", start, end, words, told=Quantity(start, end, number, number, ""))
    if kind == "mark":
        return Token("mark", words, start, end, words)
    if kind in ("wide", "by_any", "manner", "judged"):
        return Token("filler", kind, start, end, words)
    return Token(kind, kind, start, end, words)


def _carried(match: re.Match[str], vocabulary: Vocabulary, year: int) -> str:
    """Which way the cases went: into this year, out of it, or of other years."""
    if match["open"] is not None:
        return "open"
    onward = _year(match["onward"] or match["later"] or match["until"] or match["goes_on"], vocabulary, year)
    if onward is not None:
        return {year + 1: "carried_out", year: "carried_in", year - 1: "carried_in"}.get(onward, "elsewhere")
    source, target = _year(match["source"], vocabulary, year), _year(match["target"], vocabulary, year)
    if source == year - 1 and target in (None, year):
        return "carried_in"
    if source == year and target in (None, year + 1):
        return "carried_out"
    return "elsewhere"


def _year(words: str | None, vocabulary: Vocabulary, year: int) -> int | None:
    if words is None:
        return None
    return int(words[:4]) if words[:2] == "20" else year + vocabulary.times[words]


def pieces_of(tokens: Sequence[Token]) -> list[Piece]:
    """Return the pieces of a sentence; what stands in brackets is inside the piece that it interrupts."""
    pieces, _ = _cut(tokens, 0, "")
    return _distributed(pieces)


def _cut(tokens: Sequence[Token], place: int, mark: str) -> tuple[list[Piece], int]:
    """Cut up to the bracket that closes, or to the end; return the pieces and the place after it."""
    pieces = [Piece(mark)]
    while place < len(tokens):
        token = tokens[place]
        place += 1
        piece = pieces[-1]
        if token.kind == "mark":
            if token.name == "）" and mark == "（":
                break
            if token.name == "（" and _is_count_of(piece, tokens[place : place + 2]):
                piece.number = tokens[place]
                place += 2
            elif token.name == "（":
                inner, place = _cut(tokens, place, "（")
                piece.inner += inner
            elif token.name != "）" and not _names_the_next(token, piece, tokens[place : place + 1]):
                pieces.append(Piece(token.name))
        elif token.kind == "number":
            if piece.number is not None:
                piece = _split(piece)
                pieces.append(piece)
            piece.number = token
        elif token.name == "join" and piece.number is not None:
            pieces.append(Piece(token.words))
        elif token.words == "、" and not piece.before:
            continue
        else:
            piece.add(token)
    return [piece for piece in pieces if piece.number or piece.before or piece.inner], place


def _is_count_of(piece: Piece, bracket: Sequence[Token]) -> bool:
    """Whether a bracket holds nothing but the number of what stands before it: 保护第三方合法权益（2件）."""
    alone = [token.kind for token in bracket] == ["number", "mark"] and bracket[1].name == "）"
    label = piece.before[-1] if piece.before else None
    labelled = label is not None and (label.kind in _LABELS or label.name in ("review", "suit"))
    return alone and bracket[0].name != "%" and labelled and piece.number is None


def _names_the_next(mark: Token, piece: Piece, after: Sequence[Token]) -> bool:
    """Whether what stands before a colon is told by the number right behind it: 结转下年度：5件."""
    return mark.name == ":" and piece.number is None and any(token.kind == "number" for token in after)


def _split(piece: Piece) -> Piece:
    """The piece of the second of two numbers without a mark between: it begins with what is done or told of it."""
    first = next((n for n, token in enumerate(piece.behind) if _starts(token)), None)
    cut = len(piece.behind) if first is None else first
    if cut == 0 and piece.behind and piece.behind[0].kind == "thing":
        cut = next((n for n, token in enumerate(piece.behind) if n and _starts(token)), 1)
    moved = piece.behind[cut:]
    piece.behind = piece.behind[:cut]
    return Piece("", moved)


def _starts(token: Token) -> bool:
    return token.kind in _STARTS_A_PIECE or token.name == "reached"


def _distributed(pieces: list[Piece]) -> list[Piece]:
    """予以公开、部分公开分别为12件、4件: each number with its own of the words before it.

    Where the words cannot be dealt out one by one, the numbers are left without any.
    """
    for place, piece in enumerate(pieces):
        if piece.number is None or not any(token.name == "respectively" for token in piece.before):
            continue
        row = [piece]
        for after in pieces[place + 1 :]:
            if after.before or after.number is None:
                break
            row.append(after)
        if len(row) > 1:
            _deal_out(row)
    return pieces


def _deal_out(row: Sequence[Piece]) -> None:
    words = row[0].before
    names = {kind: [token for token in words if token.kind == kind] for kind in _DEALT}
    names["thing"] = [token for token in words if token.name in _DEALT_THINGS]
    kind = next((kind for kind, found in names.items() if len(found) == len(row)), "")
    common = [token for token in words if token not in names.get(kind, ()) and token.name != "join"]
    for number, piece in enumerate(row):
        own = names[kind][number] if kind else Token("unknown", "", words[0].start, words[0].end, "")
        piece.before = sorted((*common, own), key=_start) if kind else [*common, own]


def _start(token: Token) -> int:
    return token.start


def near(behind: Sequence[Token]) -> list[Token]:
    """The words right behind a number that are known, up to the first that says what it is."""
    near: list[Token] = []
    said = ""
    predicate = False
    for place, token in enumerate(behind):
        predicate = predicate or token.words in ("已", "均", "均已", "在", "已在", "已于", "都")
        if predicate and token.kind == "thing":
            break
        if token.kind in ("unknown", "deed") or (said and token.kind in KEYS and token.kind != said):
            break
        if token.kind in KEYS - {"thing"} and token.name not in ("decided", "arose", "everybody"):
            said = token.kind
        elif said and token.name != "join":
            break
        if token.kind == "applicant" and _is_counted_apart(behind[place + 1 :]):
            break
        near.append(token)
    return near


def _is_counted_apart(behind: Sequence[Token]) -> bool:
    """Whether what stands before these words is told by a number of its own: 54件申请涉及自然人40人."""
    return bool(behind) and behind[0].kind == "unknown" and behind[0].words[:1].isdigit()
