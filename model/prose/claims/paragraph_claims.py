"""The claims of a paragraph: its sentences one after another, then the lists that go on beyond a stop."""

import re
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from itertools import chain, islice
from typing import Final, NamedTuple

from model.prose.claim import Claim, Kind
from model.prose.claims.beyond_stops import claims_beyond_stops
from model.prose.claims.sentence_claims import (
    claims_of_sentence,
    like_share,
    list_share,
    sum_told,
    told_share,
)
from model.prose.claims.years_of_claims import parts_by_year
from model.prose.lists.added_sums import slips_of_sums
from model.prose.lists.counted_lists import LONGEST as LONGEST_WITH_LISTS
from model.prose.lists.enumerations import slips_in
from model.prose.lists.list_shares import odd_shares
from model.prose.lists.told_shares import odd_among_like, told_shares
from model.prose.passages import HALF_STOPS, SENTENCE, Squeezed, squeezed
from model.prose.pieces.subject import Subject
from model.prose.words.claim_words import Vocabulary, vocabulary
from model.prose.words.codes import DISPUTED, RECEIVED

MOST: Final = 150
"""Sentences with numbers or denials that are read in one text: more stand in no report that people read."""
LONGEST: Final = 600
"""Characters of the longest sentence that is read."""
_FULL_STOP: Final = re.compile("[。！？!?]")
_ENDS: Final = "。;!?."
_ASKED: Final = re.compile(r"申请[^。]*?\d")
_GOES_ON: Final = ("其中", "（其中", "对其中", "从其中")
_MAY_TELL: Final = re.compile(r"\d|[一二两三四五六七八九十百千零][件份宗起]|[未无]|没有|不存在|为零")
_MATTERS: Final = re.compile(f"{_MAY_TELL.pattern}|申请|复议|诉讼|规范性文件|规章|行政[许处强事]")
"""What tells a number or names a thing that the next sentence goes on with."""
_BARE: Final = re.compile(r"(?:收到|新收|受理|办结|答复|收件|办理)[^，。；]{0,12}\d")
"""What may be told of applications."""
_DISPUTED: Final = re.compile(r"(?:复议|诉讼)[^。]{0,40}?\d")
"""What may be told of disputes."""
_FEW: Final = 12
"""Sentences of a paragraph that is read again for what it may be about."""
_OPENING: Final = 24
"""Characters in which a paragraph says what it goes on about."""


class Context(NamedTuple):
    """What a paragraph is about when it begins."""

    thing: str = ""
    related: bool = False
    spoken: bool = False
    """Whether the paragraph before told what became of applications."""
    alone: bool = False
    """Whether the whole text nowhere names applications for disclosure as such."""


@lru_cache(maxsize=4096)
def claims_of_paragraph(paragraph: str, year: int, context: Context) -> tuple[tuple[Claim, ...], int]:
    """Return the claims of a paragraph of a report on `year`, and how many sentences had to be read, MOST at the most."""
    if not _MAY_TELL.search(paragraph):
        return (), 0
    claims, read_now = _sentence_by_sentence(paragraph, year, context)
    for told in islice(claims_beyond_stops(paragraph, year), MOST - read_now):
        read_now += 1
        claims += told
    supposed: Iterator[Claim] = iter(())
    if not context.thing and read_now <= _FEW and _BARE.search(paragraph):
        supposed = _doubtful(paragraph, year, context, claims)
    if not context.related and read_now <= _FEW and _DISPUTED.search(paragraph):
        supposed = chain(supposed, _disputes(paragraph, year, context, claims))
    listed = tuple(_of_lists(paragraph, claims))
    odd = {claim.number for claim in listed if claim.kind is Kind.SHARE}
    certain = (claim for claim in claims if claim.kind is not Kind.SHARE or claim.number not in odd)
    return (*certain, *listed, *supposed), read_now


def claims_over_paragraphs(one: str, other: str) -> tuple[Claim, ...]:
    """Return the claims of a list that the second paragraph tells of a total of the first, placed in both together."""
    if not vocabulary().passages["list_goes_on"].match(other):
        return ()
    both, end = f"{one}\n{other}", len(one)
    found = (claim for claim in _of_lists(both, ()) if claim.start < end < claim.end)
    return tuple(claim._replace(words=claim.words.replace("\n", "")) for claim in found)


def _disputes(paragraph: str, year: int, context: Context, claims: Sequence[Claim]) -> Iterator[Claim]:
    """What a paragraph would claim of disputes if those that it tells of were about disclosure."""
    supposed, _ = _sentence_by_sentence(paragraph, year, context._replace(related=True))
    certain = {claim.number for claim in claims if claim.kind is not Kind.NAMED}
    for claim in supposed:
        if claim.code in DISPUTED and claim.number[1] and claim.number not in certain:
            yield claim._replace(doubt="kind", sure=False)


def _doubtful(paragraph: str, year: int, context: Context, claims: Sequence[Claim]) -> Iterator[Claim]:
    """What a paragraph would claim if it were about applications, of the numbers of which nothing is certain."""
    if any(claim.code == RECEIVED for claim in claims):
        return
    if not vocabulary().passages["other_disputes"].search(paragraph):
        context = context._replace(related=True)
    supposed, _ = _sentence_by_sentence(paragraph, year, context._replace(thing="application"))
    certain = {claim.number for claim in claims}
    for claim in supposed:
        if claim.number[1] and claim.number not in certain and claim.kind is not Kind.SUM:
            yield claim._replace(doubt="thing", sure=False)


def _of_lists(paragraph: str, claims: Sequence[Claim]) -> Iterator[Claim]:
    """What the lists of a paragraph tell: totals that they miss by a slip, and the odd one of their shares."""
    if len(paragraph) > LONGEST_WITH_LISTS:
        return
    plain = squeezed(paragraph)
    yield from _slips(plain, paragraph, claims)
    odd = [list_share(share).restored(plain, paragraph) for share in odd_shares(plain.words)]
    yield from odd
    known = {claim.number for claim in (*claims, *odd) if claim.kind is Kind.SHARE}
    told = (told_share(share).restored(plain, paragraph) for share in told_shares(plain.words))
    yield from (claim for claim in told if claim.number not in known)
    for share in odd_among_like(plain.words):
        yield like_share(share).restored(plain, paragraph)


def _slips(plain: Squeezed, paragraph: str, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The totals that a list misses by a slip, where no other claim tells of them or of all the parts."""
    claims = [claim for claim in claims if not claim.doubt]
    known = {claim.number for claim in claims if claim.kind not in (Kind.AT_MOST, Kind.NAMED)}
    sums = {claim.number for claim in claims if claim.kind is Kind.SUM}
    for entry in chain(slips_in(plain.words), slips_of_sums(plain.words)):
        claim = sum_told(entry).restored(plain, paragraph)
        parts = {plain.range(part.start, part.end - len(part.unit)) for part in entry.parts}
        if claim.number not in sums and not {claim.number, *parts} <= known:
            sums.add(claim.number)
            yield claim


def _sentence_by_sentence(paragraph: str, year: int, context: Context) -> tuple[list[Claim], int]:
    """The claims of a paragraph's sentences, the subject carried from one to the next, and how many were read."""
    claims: list[Claim] = []
    subject = before = _opening(paragraph, year, context)
    came: set[str] = set()
    read_now = stop = results = 0
    marked = False
    for match in SENTENCE.finditer(paragraph):
        if read_now == MOST:
            break
        if match.start() >= stop:
            end = _FULL_STOP.search(paragraph, match.start())
            stop = end.end() if end else len(paragraph)
            results = len(set(vocabulary().outcomes.findall(paragraph, match.start(), stop)))
            marked = bool(vocabulary().passages["marked"].search(paragraph, match.start(), stop))
        if match.end() - match.start() <= LONGEST and _MATTERS.search(match[0]):
            read_now += 1
            plain = squeezed(match[0])
            if plain.words.startswith(_GOES_ON):
                subject = subject._replace(when=before.when, who=before.who, row=before.row, told=before.told)
            words = plain.words.rstrip(_ENDS)
            subject, found = claims_of_sentence(words, subject, year, results, marked=marked)
            found = () if _is_of_one_body(words, claims) or _is_of_a_part(words, claims) else found
            certain = sorted(_certain(found, came), key=_place)
            came |= {claim.scope for claim in certain if _tells_all_that_came(claim)}
            claims += [claim.restored(plain, match[0], match.start()) for claim in certain]
        if _is_heading(match):
            subject = subject._replace(steady=subject.thing)
        before = subject
        if match[0][-1] not in HALF_STOPS:
            subject = subject.at_next_sentence(year)
    return parts_by_year(claims, paragraph), read_now


def _is_of_one_body(words: str, before: Sequence[Claim]) -> bool:
    """县政府收到的71件中，复议9件: whether a sentence is about those of one body, whose number was told as a part before."""
    found = vocabulary().passages["of_one_body"].match(words)
    return found is not None and any(
        claim.kind is Kind.AT_MOST and claim.quantity.low == int(found["number"]) for claim in before
    )


def _is_of_a_part(words: str, before: Sequence[Claim]) -> bool:
    """上述23件中，公开4件: whether a sentence is about so many told before that none is known to be all of anything."""
    found = vocabulary().passages["of_those_told"].match(words)
    counts = {claim.quantity.low for claim in before if claim.kind is Kind.COUNT}
    return found is not None and int(found["number"]) not in counts


def _opening(paragraph: str, year: int, context: Context) -> Subject:
    """What a paragraph speaks of when it begins."""
    known = vocabulary()
    goes_on = known.passages["ends_of_disputes"].search(paragraph) or known.passages["concerns"].match(
        paragraph
    )
    ends = context.spoken and goes_on and not known.passages["other_disputes"].search(paragraph)
    related = context.related or bool(ends) or bool(known.passages["all_ours"].search(paragraph))
    distance = 1 if context.thing else 9
    subject = Subject(context.thing, distance, when=year, related=related, steady=context.thing)
    if context.spoken and (len(set(known.outcomes.findall(paragraph))) > 1 or _tells_who(paragraph, known)):
        subject = subject._replace(thing=subject.thing or "application", distance=1)
    if not subject.thing and "申请" in paragraph and known.passages["tells_who"].search(paragraph):
        subject = subject._replace(thing="application", distance=1, related=True)
    if not subject.thing and _is_ours(paragraph, context, known):
        disputed = known.passages["other_disputes"].search(paragraph) is not None
        subject = subject._replace(thing="application", distance=1, related=related or not disputed)
    return subject


def _is_ours(paragraph: str, context: Context, known: Vocabulary) -> bool:
    """收到申请12件，予以公开5件: whether what came in can only be applications for disclosure, though it is not named so.

    Results of such applications are told, or the text has no other word for them, and nothing else is named before.
    """
    opens = known.passages["bare"].search(paragraph)
    ends = list(known.outcomes.finditer(paragraph))
    kinds = {match[0] for match in ends}
    asked = "申请" in paragraph
    told = len(kinds) > 1 or (bool(kinds) and (asked or "结转" in paragraph)) or (context.alone and asked)
    if opens is None or not told or known.passages["marked"].search(paragraph):
        return False
    number = _ASKED.search(paragraph)
    end = ends[0].start() if ends else number.end() if number else len(paragraph)
    return known.passages["other_things"].search(paragraph, 0, max(end, opens.end())) is None


def _tells_who(paragraph: str, known: Vocabulary) -> bool:
    """Whether it opens with who applied: 申请人构成：自然人12件，法人或其他组织3件."""
    opening = paragraph[:_OPENING]
    return "申请" in opening and bool(known.persons.search(opening) and known.bodies.search(paragraph))


def _certain(claims: Sequence[Claim], came: Set[str]) -> Iterator[Claim]:
    """A sentence's claims without those that name applications barely, where sentences before told how many came.

    `came` are the scopes of which that was told.
    """
    return (claim for claim in claims if not claim.bare or claim.scope not in came)


def _tells_all_that_came(claim: Claim) -> bool:
    return claim.code == RECEIVED and claim.kind is Kind.COUNT and not claim.back


def _is_heading(sentence: re.Match[str]) -> bool:
    """Whether a paragraph begins with a heading of its own: （二）依申请公开情况。"""
    return sentence.start() == 0 and bool(vocabulary().passages["run_in"].match(sentence[0]))


def _place(claim: Claim) -> tuple[int, int]:
    return claim.start, claim.end
