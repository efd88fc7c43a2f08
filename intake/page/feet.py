"""The feet of pages among the lines of a text: they are no cells of a table that goes on over them."""

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from model.document import Block, Paragraph

_PAGE_NUMBER: Final = re.compile(
    r"[-—–―－─][ \u3000]{0,2}[1-9]\d{0,2}[ \u3000]{0,2}[-—–―－─]|第\s*\d+\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?"
)
"""What stands at a page's foot and nowhere else; a bare number may be a cell, and so one between marks in cells of their own."""
_OF_ALL: Final = re.compile(r"(?P<page>\d{1,3})\s*[/／]\s*(?P<all>\d{1,3})")
"""A page's number and how many pages there are; alone it may be cells as well."""
_MANY: Final = 3
"""Lines with the same number of pages, which are feet though some of the pages have none."""


def feet_of(blocks: Iterable[Block]) -> frozenset[int]:
    """Return the places of the blocks that are pages' feet; 3 / 9 is one where 4 / 9 is the next such, or there are many."""
    alone: set[int] = set()
    counted: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for place, block in enumerate(blocks):
        text = block.text.strip() if isinstance(block, Paragraph) else ""
        if is_page_number(text):
            alone.add(place)
        elif found := _OF_ALL.fullmatch(text):
            counted[int(found["all"])].append((place, int(found["page"])))
    for number, feet in counted.items():
        pages = [page for _, page in feet]
        follow = len(feet) > 1 and all(later == page + 1 for page, later in pairwise(pages))
        many = len(feet) >= _MANY and len(set(pages)) > 1
        if max(pages) <= number and (follow or many):
            alone.update(place for place, _ in feet)
    return frozenset(alone)


def is_page_number(text: str) -> bool:
    """Return whether a line is a page's number with its marks: - 3 -, 第 3 页."""
    return _PAGE_NUMBER.fullmatch(text.strip()) is not None
