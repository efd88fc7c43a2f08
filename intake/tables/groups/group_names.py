"""The names of a table's groups as pages write them: beside a row of numbers, above it, or above a column."""

from collections.abc import Iterable
from typing import Final

from intake.plain_words import plain
from intake.tables.groups.group_shape import GroupShape

_FEWEST: Final = 3
"""Characters of a group's name by which it is known when others are left out: 直接起诉."""
_BESIDE: Final = frozenset("行政诉讼复议其中情况案件类数量的经")
"""Characters that may stand in a group's name beside the form's; others make it another's, as a year's do."""


def group_in(text: str, shape: GroupShape) -> int | None:
    """Return which group a text names, None where it names none."""
    words = plain(text).lstrip("0123456789一二三四五六七八九十")
    for group in sorted(range(len(shape.groups)), key=lambda group: -len(shape.groups[group])):
        rest = _without(words, shape.groups[group])
        if rest is not None and _BESIDE.issuperset(rest):
            return group
    cut = [group for group, name in enumerate(shape.groups) if _without(name, words) is not None]
    return cut[0] if len(words) >= _FEWEST and len(cut) == 1 else None


def groups_among(texts: Iterable[str], shape: GroupShape) -> list[int]:
    """Return the groups that some texts name, in their order, each once."""
    return list(dict.fromkeys(group for text in texts if (group := group_in(text, shape)) is not None))


def _without(text: str, name: str) -> str | None:
    """What is left of a text without a name's characters, which stand in it in their order; None where they do not."""
    at = text.find(name)
    if name and at >= 0:
        return text[:at] + text[at + len(name) :]
    rest: list[str] = []
    wanted = list(name)
    for character in text:
        if wanted and character == wanted[0]:
            wanted.pop(0)
        else:
            rest.append(character)
    return None if wanted else "".join(rest)
