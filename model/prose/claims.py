"""What a report's words claim about its tables: a small grammar of official prose.

A narrative is read sentence by sentence: cut into words and pieces (`lexing`), the subject carried from piece to piece
(`subject`), each piece read for what was done, whole or part (`statements`, `deeds`), all of them together
(`sentence`), then for shares and sums (`relations`), for growth (`growth`) and for what is denied (`denials`). A false
alarm costs more trust than a miss, so a number whose subject is not certain is no claim.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from itertools import islice, pairwise
from typing import Final, TypeAlias

from model.prose.claim_words import Reading, Vocabulary, vocabulary
from model.prose.denials import answered, denied
from model.prose.growth import Growth, growth_in
from model.prose.lexing import Token
from model.prose.line import Line
from model.prose.numerals import Quantity
from model.prose.passages import Squeezed, blocks, paragraphs, squeezed
from model.prose.relations import Share, Sum, shares_in, sums_in, ways_in
from model.prose.sentence import read_sentence
from model.prose.statements import UNITS
from model.prose.subject import Subject, Told

MOST: Final = 200
"""Sentences with numbers or denials that are read in one text: more stand in no report that people read."""
LONGEST: Final = 600
"""Characters of the longest sentence that is read."""
_SENTENCE: Final = re.compile(r"[^。；;！？!?]+[。；;！？!?]?")
_FULL_STOP: Final = re.compile("[。！？!?]")
_ENDS: Final = "。;!?."
_HALF_STOPS: Final = (";", "；")
_STOP: Final = re.compile("[。；;！？!?]")
_FIGURE: Final = re.compile("[0-9０-９]+")
_LEAST_FIGURES: Final = 3
"""Figures of a total and two parts."""
_BY_WAY: Final = re.compile(
    r"(?:(?P<by>(?:按|从)[^，,。；;：:]{0,8}(?:方式|渠道|途径)[^，,。；;：:]{0,4}[，,：:])|其中[，,：:]?|[；;])(?=(?P<list>[^。（\n]{4,200}))"
)
_LEAST_WAYS: Final = 2
_ALL_WAYS: Final = (("收到申请总数",), ("收到申请总数", "上年结转申请数"), ("办结申请总数",))
_BY: Final = "本机关 · 收到 · 政府信息公开申请 · 本年 · 各种方式之和"
_PARTS_FOLLOW: Final = re.compile(r"\s*（?其中")
_GOES_ON: Final = ("其中", "（其中")
_MAY_TELL: Final = re.compile(r"\d|[一二两三四五六七八九十百千零]件|[未无]|没有|不存在|为零")
_MATTERS: Final = re.compile(f"{_MAY_TELL.pattern}|申请|复议|诉讼|规范性文件|规章|行政[许处强事]")
"""What tells a number or names a thing that the next sentence goes on with."""
_RUN_IN: Final = re.compile(
    r"(?:（?[一二三四五六七八九十\d]+(?:）|、|\.)|[一二三四五六七八九十]是)[^,;]{1,24}。$"
)
_ALL_OURS: Final = re.compile(r"上(?:(?<=以上)|述)[^。，,]{0,10}(?:涉及|为|系|属于|是)[^。，,]{0,6}信息公开")
"""以上案件均涉及政府信息公开: said of the disputes before it."""
_MARKED: Final = re.compile(r"主动公开(?:类|的|属性)*(?:公文|文件)?(?:的|为|有|共)?\s*[0-9０-９]")
"""主动公开301件; 依申请公开124件: how papers are marked."""
_WHOLE: Final = frozenset(["共", "累计", "总计", "合计", "共计", "一共"])
_PLAIN: Final = frozenset(["time", "who", "filler", "thing", "action", "deed", "unknown", "topic"])
_LONG_NAME: Final = 6
"""Characters from which on a name is hardly that of two things."""
_HEADING: Final = 40
_OPENING: Final = 24
"""Characters in which a paragraph says what it goes on about."""
_ENDS_OF_DISPUTES: Final = re.compile("维持|纠正|未审结|复议后起诉|直接起诉|重新答复")
_CONCERNS: Final = re.compile(r"\s*(?:涉及?(?:行政)?(?:复议|诉讼)|申请人(?:对|因)?(?:答复)?不服)")
"""涉行政复议2件: of the applications told of right before."""
_OTHER_DISPUTES: Final = re.compile(
    "法治|依法行政|应诉|投诉|举报|执法|处罚|征地|拆迁|信访|办案|普法|(?<!在)审理(?!中)"
)
"""What tells that a paragraph's reviews and suits are not only about disclosure."""
_OF_APPLICATIONS: Final = frozenset({"N1", "N2", "N3", "N4", "N5", "N9", "N11"})

Readings: TypeAlias = tuple[Reading, ...]


class Kind(StrEnum):
    """What a claim says of its number."""

    COUNT = "count"  # it is the sum of the fields of a reading
    AT_MOST = "at most"  # it is a part of that sum
    SHARE = "share"  # it is the part in per cent of one of `over`
    GROWTH = "growth"  # it is what the sum has grown by since last year, per cent or difference
    TIMES = "times"  # it is how many times last year's sum this year's is
    SUM = "sum"  # it is the sum of the `parts` told
    WAYS = "ways"  # it is the sum of the `parts` told, which are all the ways in which applications came
    NAMED = (
        "named"  # it is no number of the tables; `read` is the name by which another place may tell it again
    )


@dataclass(frozen=True, slots=True, eq=False)
class Claim:
    """Words from `start` to `end` of a paragraph that tell a number of the tables, or a sum of their own.

    `code` is the rule that compares them, `readings` the ways to read them. `scope` tells of whom: "area" of 全市 and
    the like, "office" of the government's own office, "" of whoever reports, else the name of an office. `number` is
    where the number stands without its unit; no place where it is told in other words (未收到申请). `read` says how the
    words were read. `sure`: the words allow no other reading. `back`: years before the report's. `over`: the wholes of
    a share. `parts`: numbers told that make up the sum, or the one that a share is taken of. `falls`: a decrease.
    `bare`: no word says what was done with them.
    """

    code: str
    start: int
    end: int
    words: str
    quantity: Quantity
    readings: Readings
    scope: str = ""
    number: tuple[int, int] = (0, 0)
    kind: Kind = Kind.COUNT
    read: str = ""
    sure: bool = False
    back: int = 0
    over: Readings = ()
    parts: tuple[Quantity, ...] = ()
    whole: Quantity | None = None
    falls: bool = False
    bare: bool = False

    def moved(self, by: int) -> "Claim":
        """Return the same claim as it stands in the paragraph of its sentence."""
        first, last = self.number
        number = (first + by, last + by) if last else self.number
        return replace(self, start=self.start + by, end=self.end + by, number=number)


@dataclass(frozen=True, slots=True)
class _Context:
    """What a paragraph is about when it begins."""

    thing: str = ""
    related: bool = False
    spoken: bool = False
    """Whether the paragraph before told what became of applications."""


@lru_cache(maxsize=64)
def claims_in(text: str, year: int, section: str = "") -> tuple[tuple[int, Claim], ...]:
    """Return the claims that a text of a report on `year` makes, each with the place where its paragraph begins.

    A claim tells places in its paragraph: so it stays the same, and so does what is made of it, wherever the paragraph
    goes. `section` is the id of the text's section.
    """
    found: list[tuple[int, Claim]] = []
    usual = {
        "applications": _Context("application", related=True),
        "requests": _Context("application", related=True),
        "disputes": _Context("", related=True),
    }.get(section, _Context())
    context, left = usual, MOST
    for start, block in blocks(text):
        if left <= 0:
            break
        claims, context, left = _in_block(block, year, usual, context, left)
        found += [(start + place, claim) for place, claim in claims]
    return tuple(found)


@lru_cache(maxsize=1024)
def _in_block(
    block: str, year: int, usual: _Context, context: _Context, left: int
) -> tuple[tuple[tuple[int, Claim], ...], _Context, int]:
    """The claims of a run of paragraphs, what the next one is about, and how many sentences may still be read."""
    found: list[tuple[int, Claim]] = []
    for place, words in paragraphs(block):
        if left <= 0:
            break
        claims, read_now = _claims(words, year, context)
        found += [(place, claim) for claim in claims]
        left -= read_now
        context = _after(words, usual, context, claims)
    return tuple(found), context, left


def _after(words: str, usual: _Context, before: _Context, claims: Sequence[Claim]) -> _Context:
    """What the next paragraph is about: what a heading names, or what became of the applications told of.

    A short paragraph that tells of what the heading names is an item below it, and others may follow.
    """
    told = any(claim.code in _OF_APPLICATIONS or (claim.code == "N8" and claim.readings) for claim in claims)
    if len(words) > _HEADING:
        return replace(usual, spoken=told)
    if told and (before.thing == "application" or before.spoken):
        return before
    if "依申请" in words or "公开申请" in words:
        return _Context("application", related=True)
    return _Context(usual.thing, related=usual.related or "信息公开" in words)


@lru_cache(maxsize=4096)
def _claims(paragraph: str, year: int, context: _Context) -> tuple[tuple[Claim, ...], int]:
    """The claims of a paragraph, and how many sentences had to be read."""
    if not _MAY_TELL.search(paragraph):
        return (), 0
    known = vocabulary()
    claims: list[Claim] = []
    goes_on = _ENDS_OF_DISPUTES.search(paragraph) or _CONCERNS.match(paragraph)
    ends = context.spoken and goes_on and not _OTHER_DISPUTES.search(paragraph)
    related = context.related or bool(ends) or bool(_ALL_OURS.search(paragraph))
    subject = Subject(
        context.thing, 1 if context.thing else 9, when=year, related=related, steady=context.thing
    )
    if context.spoken and (len(set(known.outcomes.findall(paragraph))) > 1 or _tells_who(paragraph, known)):
        subject = replace(subject, thing=subject.thing or "application", distance=1)
    read_now = stop = 0
    results = 0
    marked = False
    before = subject
    for match in _SENTENCE.finditer(paragraph):
        if read_now == MOST:
            break
        if match.start() >= stop:
            end = _FULL_STOP.search(paragraph, match.start())
            stop = end.end() if end else len(paragraph)
            results = len(set(known.outcomes.findall(paragraph, match.start(), stop)))
            marked = bool(_MARKED.search(paragraph, match.start(), stop))
        if match.end() - match.start() <= LONGEST and _MATTERS.search(match[0]):
            read_now += 1
            plain = squeezed(match[0])
            if plain.words.startswith(_GOES_ON):
                subject = replace(subject, when=before.when, who=before.who, row=before.row, told=before.told)
            subject, found = _sentence(plain.words.rstrip(_ENDS), subject, year, results, marked=marked)
            certain = sorted(_certain(found, claims), key=_place)
            restored = (_restored(claim, plain, match[0]) for claim in certain)
            claims += [claim.moved(match.start()) for claim in restored]
        if _is_heading(match):
            subject = replace(subject, steady=subject.thing)
        before = subject
        if match[0][-1] not in ";；":
            subject = subject.at_next_sentence(year)
    for start, words in islice(_lists(paragraph), MOST - read_now):
        read_now += 1
        claims += [claim.moved(start) for claim in _sums_over_stops(words, year)]
    for match in islice(_BY_WAY.finditer(paragraph), MOST - read_now):
        read_now += 1
        claims += [
            claim.moved(match.start("list")) for claim in _ways(match["list"], year, sure=bool(match["by"]))
        ]
    return tuple(claims), read_now


def _tells_who(paragraph: str, known: Vocabulary) -> bool:
    """Whether it opens with who applied: 申请人构成：自然人12件，法人或其他组织3件."""
    opening = paragraph[:_OPENING]
    return "申请" in opening and bool(known.persons.search(opening) and known.bodies.search(paragraph))


def _ways(words: str, year: int, *, sure: bool) -> Iterator[Claim]:
    """从申请方式看，网上7件，信函6件: a list by the way in which they came leaves none out, unless it says so.

    `sure`: it is told to be by the way in which they came.
    """
    plain = squeezed(_STOP.sub(",", words))
    _, lines = read_sentence(plain.words, Subject("application", 0, when=year), year, listed=False)
    counted = [line for line in lines if line.piece.number is not None and line.piece.number.name != "%"]
    parts = tuple(part for part in ways_in(counted) if part.low == part.high)
    units = {part.unit for part in parts}
    if len(parts) < max(_LEAST_WAYS, len(counted)) or not units <= UNITS["application"]:
        return
    total = sum((part.low for part in parts), Decimal(0))
    whole = Quantity(parts[0].start, parts[-1].end, total, total, parts[0].unit)
    yield _restored(
        Claim(
            "N14",
            lines[0].piece.before[0].start,
            whole.end,
            "",
            whole,
            _ALL_WAYS,
            kind=Kind.WAYS,
            read=_BY,
            sure=sure,
            parts=parts,
        ),
        plain,
        words,
    )


def _lists(paragraph: str) -> Iterator[tuple[int, str]]:
    """Where parts may be told beyond a stop, and the words there: 共30件。其中网上18件；信函12件。"""
    if "其中" not in paragraph:
        return
    lists: list[tuple[int, int]] = []
    for match in _SENTENCE.finditer(paragraph):
        start, end = lists[-1] if lists else (0, 0)
        if end and (paragraph[end - 1] in _HALF_STOPS or _PARTS_FOLLOW.match(match[0])):
            lists[-1] = start, match.end()
        else:
            lists.append(match.span())
    for start, end in lists:
        if "其中" in paragraph[start:end] and _STOP.search(paragraph, start, end - 1):
            yield start, paragraph[start:end]


def _sums_over_stops(words: str, year: int) -> Iterator[Claim]:
    """The totals whose parts, told with stops between, make up another number; those of one sentence are told already.

    Where only some parts are parted by stops, others are parts of parts: 其中直接起诉12件，纠正1件；复议后起诉6件.
    """
    if len(words) > LONGEST or len(_FIGURE.findall(words)) < _LEAST_FIGURES:
        return
    plain, stops = squeezed(_STOP.sub(",", words[:-1])), squeezed(words)
    _, lines = read_sentence(plain.words, Subject(when=year), year, listed=False)
    for entry in sums_in(lines, vocabulary()):
        numbers = (
            (entry.quantity, *entry.parts) if entry.quantity.end <= entry.parts[0].start else entry.parts
        )
        stopped = [bool(_STOP.search(stops.words, one.end, other.start)) for one, other in pairwise(numbers)]
        ways = len(ways_in(lines)) == len(entry.parts)
        if any(stopped) and (ways or len(set(stopped[1:])) == 1) and not _is_one_of(entry, lines):
            yield _restored(_sum(entry), plain, words)


def _is_one_of(entry: Sum, lines: Sequence[Line]) -> bool:
    """Whether others of its unit are told before a total, so that it is open whose parts follow the stop."""
    before = [line.piece.number for line in lines if line.piece.number is not None]
    return any(
        number.start < entry.quantity.start and number.name == entry.quantity.unit for number in before
    ) and not any(
        line.told for line in lines if line.piece.number and line.piece.number.told is entry.quantity
    )


def _certain(claims: Sequence[Claim], before: Sequence[Claim]) -> Iterator[Claim]:
    """A sentence's claims without those that name applications barely, where sentences before told how many came."""
    counted = {
        claim.scope for claim in before if claim.code == "N1" and claim.kind is Kind.COUNT and not claim.back
    }
    return (claim for claim in claims if not claim.bare or claim.scope not in counted)


def _is_heading(sentence: re.Match[str]) -> bool:
    """Whether a paragraph begins with a heading of its own: （二）依申请公开情况。"""
    return sentence.start() == 0 and bool(_RUN_IN.match(sentence[0]))


def _place(claim: Claim) -> tuple[int, int]:
    return claim.start, claim.end


def _restored(claim: Claim, plain: Squeezed, paragraph: str) -> Claim:
    """The claim at its place in the paragraph as it was written."""
    start, end = plain.range(claim.start, claim.end)
    number = plain.range(*claim.number) if claim.number[1] else claim.number
    return replace(claim, start=start, end=end, words=paragraph[start:end], number=number)


def _sentence(
    words: str, subject: Subject, year: int, results: int, *, marked: bool
) -> tuple[Subject, list[Claim]]:
    known = vocabulary()
    subject, lines = read_sentence(
        words, subject, year, listed=results > 1, ended=bool(results), marked=marked
    )
    counted = [line.told for line in lines if line.told is not None and line.told.when in (year, year - 1)]
    claims = [_count(told, year, known) for told in counted]
    claims += [_share(share) for share in shares_in(lines, known)]
    claims += [_growth(growth, year) for growth in growth_in(lines, year, known)]
    claims += [_sum(entry) for entry in sums_in(lines, known)]
    claims += islice(_none(lines, year, known), MOST)
    claims += _named(lines, year)
    return subject, claims


def _scope(who: str) -> str:
    return "" if who == "own" else who


def _read(told: Told, year: int, known: Vocabulary, what: str = "") -> str:
    who = known.said.get(told.who or "own", told.who)
    when = "本年" if told.when == year else f"{told.when}年"
    part = "其中一部分" if told.dimension else ""
    return " · ".join(filter(None, (who, told.says, known.said.get(told.thing, ""), when, part, what)))


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
        bare=told.thing == "application" and told.names == ("told",),
    )


def _share(share: Share) -> Claim:
    quantity = share.quantity
    number = (quantity.start, quantity.end - len(quantity.unit))
    return Claim(
        "N8", share.start, quantity.end, "", quantity, share.readings, _scope(share.who), number, Kind.SHARE,
        share.read, over=share.over, parts=share.parts, whole=share.whole,
    )  # fmt: skip


def _growth(growth: Growth, year: int) -> Claim:
    quantity = growth.quantity
    number = (quantity.start, quantity.end - len(quantity.unit))
    told = growth.told
    return Claim(
        "N13", growth.start, quantity.end, "", quantity, told.readings, _scope(told.who), number,
        Kind.TIMES if growth.times else Kind.GROWTH, _read(told, year, vocabulary(), "比上年"),
        falls=growth.falls, whole=growth.base,
    )  # fmt: skip


def _sum(entry: Sum) -> Claim:
    quantity = entry.quantity
    number = (quantity.start, quantity.end - len(quantity.unit))
    return Claim(
        "N14", entry.start, entry.end, "", quantity, (), "", number, Kind.SUM, entry.read, entry.sure, parts=entry.parts,
    )  # fmt: skip


def _named(lines: Sequence[Line], year: int) -> Iterator[Claim]:
    """What a sentence tells first of the whole year, where the tables do not have it: 全年主动公开政府信息320条."""
    opening: list[Token] = []
    for line in lines:
        piece = line.piece
        opening += piece.before
        if piece.number is None and all(token.kind in ("time", "who", "filler") for token in piece.before):
            continue
        number = piece.number
        name = "".join(
            token.words for token in piece.before if token.kind in ("thing", "action", "deed", "unknown")
        )
        whole = any(token.kind == "time" or token.words in _WHOLE for token in opening)
        plain = all(token.kind in _PLAIN for token in opening) and line.subject.when == year
        if number and number.told and line.told is None and whole and plain and len(name) >= _LONG_NAME:
            told, scope = number.told, _scope(line.subject.who)
            place = (told.start, told.end - len(told.unit))
            start = piece.before[0].start
            yield Claim(
                "N15", start, told.end, "", told, (), scope, place, Kind.NAMED, f"{name}（{told.unit}）"
            )
        return


def _none(lines: Sequence[Line], year: int, known: Vocabulary) -> Iterator[Claim]:
    """What is told to have been none at all: no application, no review, no suit."""
    pieces = [(line.piece, line.subject) for line in lines]
    for (piece, subject), (answer, _) in tuple(pairwise(pieces)):
        whole = answered(piece, answer)
        if whole is not None:
            pieces.append((whole, subject))
    for piece, subject in pieces:
        for told in denied(piece, subject, known):
            claim = _count(told, year, known)
            if claim.back == 0:
                yield replace(
                    claim, number=(0, 0), sure=False, code="N9" if claim.code == "N1" else claim.code
                )
