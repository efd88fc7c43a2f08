"""What a report's words claim about its tables: a small grammar of official prose.

A narrative is read sentence by sentence: cut into words and pieces (`lexing`), the subject carried from piece to piece
(`subject`), each piece read for what was done, whole or part (`statements`, `deeds`), all of them together
(`sentence`), then for shares (`shares`) and sums (`sums`), for growth (`growth`) and for what is denied (`denials`). A false
alarm costs more trust than a miss, so a number whose subject is not certain is no claim.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from model.prose.claim import Claim
from model.prose.claims.paragraph_claims import MOST, Context, claims_of_paragraph, claims_over_paragraphs
from model.prose.passages import MOST_RUNS, MOST_TEXTS, blocks, paragraphs_in
from model.prose.words.codes import APPLICANT, NOTHING_RECEIVED, RECEIVED, ROWS

_HEADING: Final = 40
_NAMED: Final = re.compile("公开[^，。；]{0,6}申请|申请[^，。；]{0,6}公开|信息[^，。；]{0,4}申请")
"""What names applications for disclosure as such."""
_OF_APPLICATIONS: Final = frozenset({RECEIVED, *ROWS, NOTHING_RECEIVED, APPLICANT})


@lru_cache(maxsize=MOST_TEXTS)
def claims_in(text: str, year: int, section: str = "") -> tuple[tuple[int, Claim], ...]:
    """Return the claims that a text of a report on `year` makes, each with the place where its paragraph begins.

    A claim tells places in its paragraph: so it stays the same, and so does what is made of it, wherever the paragraph
    goes. `section` is the id of the text's section.
    """
    found: list[tuple[int, Claim]] = []
    alone = _NAMED.search(text) is None
    usual = {
        "applications": Context("application", related=True),
        "requests": Context("application", related=True),
        "disputes": Context("", related=True),
    }.get(section, Context())
    usual = usual._replace(alone=alone)
    context, left = usual, MOST
    for start, block in blocks(text):
        if left <= 0:
            break
        claims, context, left = _in_block(block, year, usual, context, left)
        found += [(start + place, claim) for place, claim in claims]
    return tuple(found)


@lru_cache(maxsize=MOST_RUNS)
def _in_block(
    block: str, year: int, usual: Context, context: Context, left: int
) -> tuple[tuple[tuple[int, Claim], ...], Context, int]:
    """The claims of a run of paragraphs, what the next one is about, and how many sentences may still be read."""
    found: list[tuple[int, Claim]] = []
    before: tuple[int, str] = (0, "")
    for place, words in paragraphs_in(block):
        if left <= 0:
            break
        claims, read_now = claims_of_paragraph(words, year, context)
        found += [(place, claim) for claim in claims]
        if before[1] and block[before[0] + len(before[1]) : place] == "\n":
            found += [(before[0], claim) for claim in claims_over_paragraphs(before[1], words)]
        before = place, words
        left -= read_now
        context = _after(words, usual, context, claims)
    return tuple(found), context, left


def _after(words: str, usual: Context, before: Context, claims: Sequence[Claim]) -> Context:
    """What the next paragraph is about: what a heading names, or what became of the applications told of.

    A short paragraph that tells of what the heading names is an item below it, and others may follow.
    """
    told = any(claim.code in _OF_APPLICATIONS or (claim.code == "N8" and claim.readings) for claim in claims)
    if len(words) > _HEADING:
        return usual._replace(spoken=True) if told else usual
    if told and (before.thing == "application" or before.spoken):
        return before
    if "依申请" in words or "公开申请" in words:
        return usual._replace(thing="application", related=True)
    return usual._replace(related=True) if "信息公开" in words else usual
