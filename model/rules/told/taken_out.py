"""What came in before some were taken out: 收到62件，5件为咨询，登记57件. The tables have what is left."""

import re
from collections.abc import Collection
from decimal import Decimal
from itertools import islice
from typing import Final

from model.prose.words.claim_words import Group, vocabulary
from model.prose.words.codes import RECEIVED
from model.rules.told.likely_evidence import Heard, Section

_NUMBER: Final = re.compile(r"\d+")
_STOP: Final = re.compile(r"[。\n]|$")
_MOST: Final = 8
"""Numbers behind it that are looked at."""


def leaves_what_is_told(heard: Heard, section: Section, values: Collection[Decimal]) -> bool:
    """Return whether a number behind it that is told of nothing, taken from it, leaves another that is one of the values.

    Or several were made into one, so that those were left: 收到33件，合并后为30件.
    """
    if heard.claim.code != RECEIVED:
        return False
    text, first = section.text, heard.number[1]
    stop = _STOP.search(text, first)
    behind = [*islice(_NUMBER.finditer(text, first, stop.start() if stop else first), _MOST)]
    known = {one.number[0] for one in (*section.sure, *section.likely)}
    out = [Decimal(one[0]) for one in behind if one.start() not in known]
    told, values = heard.claim.quantity.low, {*values} & {Decimal(one[0]) for one in behind}
    if any(told - left in out and left < told for left in values):
        return True
    merged = vocabulary().groups[Group.MERGED]
    made = (one for one in behind if Decimal(one[0]) in values and Decimal(one[0]) < told)
    return any(word in text[first : one.start()] for one in made for word in merged)
