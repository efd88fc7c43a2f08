"""Which paragraphs of an edited text only stand elsewhere: left out at one place and put in at another."""

from collections.abc import Sequence
from operator import itemgetter
from typing import Final

from model.review.paragraph_pairs import likenesses

_SHORTEST: Final = 4
"""Characters of a paragraph that is known again; 无 or a lone ordinal is not."""
_LIKE: Final = 0.6
"""Part of their neighbouring characters that a paragraph and the same one reworded have in common."""
_MOST: Final = 60
"""Paragraphs left out, or put in, beyond which none is looked for: then the text is another one."""


def moved(gone: Sequence[str], come: Sequence[str]) -> dict[int, int]:
    """Return the numbers of paragraphs that were left out → those of the ones put in that they have become.

    The likest are taken first; a paragraph has become one at most.
    """
    if max(len(gone), len(come)) > _MOST:
        return {}
    alike = [
        (like, i, j)
        for i, likes in enumerate(likenesses(gone, come))
        for j, like in enumerate(likes)
        if like >= _LIKE and min(len(gone[i]), len(come[j])) >= _SHORTEST
    ]
    found: dict[int, int] = {}
    for _, i, j in sorted(alike, key=itemgetter(0), reverse=True):
        if i not in found and j not in found.values():
            found[i] = j
    return found
