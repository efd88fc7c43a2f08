"""The words that a form prints in its tables, prepared for finding them again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import Final

from intake.plain_words import core, plain, simplified
from model.form import Form, FormTable, Line, Shape
from model.layout import layout_of

_BEGINNING: Final = 6
"""Characters by which a long label that was cut short is known."""
_FEWEST: Final = 3
"""Characters of a head that stands for itself among other words."""
_FEWEST_OF_LIKE: Final = 5
"""Characters of a word that is known by its likeness."""
_LIKE: Final = 0.85
_WHOLE: Final = 0.9
"""Likeness of a label that has all of a row's words."""


_SYNONYMS: Final = (("合计", "总计"), ("共计", "总计"), ("档案", "文件"), ("资讯", "信息"), ("讯息", "信息"))
"""Words in a label that mean the form's."""


@dataclass(frozen=True, slots=True)
class Target:
    """A printed row that numbers belong to: its label, its cells, and the heads of their columns.

    `depths` tells of each column how many heads stand above one another, `common` the heads over several columns.
    """

    label: str
    keys: tuple[str, ...]
    columns: tuple[str, ...]
    names: tuple[str, ...]
    depths: tuple[int, ...] = ()
    common: frozenset[str] = frozenset()

    @property
    def full(self) -> str:
        """The plain label with its number."""
        return plain(self.label)

    @property
    def core(self) -> str:
        """The plain label without its number and remark."""
        return core(self.label)

    def behind(self, text: str) -> str:
        """Return the plain words that stand behind the label and its remark in a text, "" where it is not in it."""
        words = plain(text)
        remark = self.full.partition(self.core)[2]
        label = next((one for one in (self.full, self.core + remark, self.core) if one in words), "")
        return words[words.rfind(label) + len(label) :] if label else ""


@cache
def targets_of(table: FormTable) -> tuple[Target, ...]:
    """Return the rows of a table that hold numbers, in printed order (for Shape.GROUPS one, with all its cells)."""
    if table.shape is Shape.GROUPS:
        band = table.bands[0]
        pairs = [(row, column) for row in band.rows for column in band.columns]
        keys = tuple(f"{table.id}.{row.id}.{column.id}" for row, column in pairs)
        return (
            Target("", keys, tuple(column.name for _, column in pairs), tuple(row.name for row, _ in pairs)),
        )
    return tuple(_targets(table))


def _targets(table: FormTable) -> Iterator[Target]:
    for band in table.bands:
        names = tuple(column.name for column in band.columns)
        common = frozenset(core(head) for column in band.columns for head in column.label[:-1])
        for row in band.rows:
            keys = tuple(f"{table.id}.{row.id}.{column.id}" for column in band.columns) if row.id else ()
            depths = tuple(len(column.label) for column in band.columns)
            yield Target(row.name, keys, names, row.label, depths, common)


@cache
def words_of(table: FormTable) -> frozenset[str]:
    """Return every printed word of the table, plain, with and without its number."""
    texts = {place.text for place in layout_of(table).places if place.text} | set(table.head) | {table.title}
    texts |= {label for line in _lines(table) for label in line.label}
    return frozenset({plain(text) for text in texts} | {core(text) for text in texts}) - {""}


def _lines(table: FormTable) -> Iterator[Line]:
    for band in table.bands:
        yield from band.rows
        yield from band.columns


@cache
def names_of_heads(targets: tuple[Target, ...]) -> frozenset[str]:
    """Return the names of the columns of these rows, and of what several of them have above them."""
    return frozenset(core(name) for target in targets for name in (*target.columns, *target.common))


@cache
def heads_of_columns(table: FormTable) -> frozenset[str]:
    """Return the plain words above the columns of a table, those of its bands among them, that are no row's label."""
    labels = {words for target in targets_of(table) for words in (target.full, target.core)}
    heads = {plain(label) for band in table.bands for column in band.columns for label in column.label}
    heads |= {plain(band.title) for band in table.bands}
    return frozenset(head for head in heads - labels if len(head) >= _FEWEST)


@cache
def _row_of_words(table: FormTable) -> re.Pattern[str]:
    """Matches words of the table that run together, as heads do in copied text."""
    longest_first = sorted((word for word in words_of(table) if len(word) >= 2), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(map(re.escape, longest_first))}){{2,}}")


@cache
def weight(table: FormTable, text: str) -> int:
    """Return how surely a piece of text is a word of the table: 2 for a whole label, 1 for a short one, 0 for none."""
    found = plain(text)
    if not found or len(found) > 80 or _letters_of(table).isdisjoint(found):
        return 0
    words = words_of(table)
    if found in words or core(text) in words:
        return 2 if len(core(text)) >= 3 else 1
    parts = text.split()
    if _row_of_words(table).fullmatch(found) or (
        len(parts) > 2 and all(weight(table, part) for part in parts)
    ):
        return 2
    for target in targets_of(table):
        label = target.core
        if (
            len(label) >= 4
            and len(found) <= len(target.full) + 12
            and (found.endswith(label) or found.startswith(label))
        ):
            return 2
    if len(found) >= _FEWEST_OF_LIKE and any(_is_like(found, word) for word in _long_words_of(table)):
        return 2
    return 0


@cache
def _letters_of(table: FormTable) -> frozenset[str]:
    """The characters of a table's words that are no digits: a piece with none of them, as a number, is no word of it."""
    return frozenset(letter for word in words_of(table) for letter in word if not letter.isdigit())


@cache
def _long_words_of(table: FormTable) -> tuple[str, ...]:
    """The words of a table that are long enough to be known when a character or two are others."""
    return tuple(word for word in words_of(table) if len(word) >= _FEWEST_OF_LIKE)


def _is_like(found: str, word: str) -> bool:
    """Whether the two are the same but for a few characters; what shares too few is not compared character by character."""
    least = _LIKE * (len(found) + len(word)) / 2
    if min(len(found), len(word)) < least or sum(map(found.__contains__, word)) < least:
        return False
    return SequenceMatcher(None, found, word).ratio() >= _LIKE


def _in_the_forms_words(text: str) -> str:
    """A label with the form's words for others that mean the same."""
    for other, meant in _SYNONYMS:
        text = text.replace(other, meant)
    return text


@cache
def is_scrap(table: FormTable, text: str) -> bool:
    """Whether a piece of text is torn from one of the table's words, or several scraps with blanks between them."""
    scraps = (plain(text), *map(plain, text.split()))
    torn = [not any(scrap in word for word in words_of(table)) for scrap in scraps]
    return not torn[0] or not any(torn[1:])


@cache
def is_torn(table: FormTable, text: str) -> bool:
    """Whether a line is put together of pieces of the table's words, as heads on two lines come out: 结果结果其他尚未."""
    rest = plain(text)
    words = words_of(table)
    while rest:
        piece = next((rest[:size] for size in range(len(rest), 1, -1) if _is_part(rest[:size], words)), "")
        if not piece:
            return False
        rest = rest[len(piece) :]
    return bool(plain(text))


def _is_part(scrap: str, words: frozenset[str]) -> bool:
    return any(scrap in word for word in words)


@cache
def is_whole(table: FormTable, text: str) -> bool:
    """Whether a piece of text is the whole label of one of the table's rows."""
    return any(target.keys and likeness(text, target) > _WHOLE for target in targets_of(table))


@cache
def places_of(table: FormTable, text: str) -> int:
    """Return how many numbers a row has whose whole label a piece of text is, 0 where it is none or may be several rows'."""
    counts = {len(target.keys) for target in targets_of(table) if likeness(text, target) > _WHOLE}
    return counts.pop() if len(counts) == 1 else 0


@cache
def likeness(label: str, target: Target) -> float:
    """Return how well the words before a row's numbers are the target's label: 1 for equal, 0 for not at all."""
    told = _likeness(label, target)
    meant = _in_the_forms_words(simplified(label))
    return max(told, _likeness(meant, target)) if meant != label else told


def _likeness(label: str, target: Target) -> float:
    found, full, bare = plain(label), target.full, target.core
    if not found:
        return 0.0
    if found.endswith(full):
        return 1.0
    own = core(label)
    if own == bare or (len(bare) >= 3 and found.endswith(bare)):
        return 0.95
    if len(bare) >= 4 and bare in found:
        return 0.9
    if len(own) >= 4 and (
        bare.startswith(own) or plain(target.label.lstrip("（(0123456789.、")).startswith(own)
    ):
        return 0.85
    begin = full[:_BEGINNING]
    if len(full) > 2 * _BEGINNING and begin in found:
        behind = found[found.rfind(begin) :]
        if len(behind) > 2 * _BEGINNING and SequenceMatcher(None, behind, full[: len(behind)]).ratio() >= 0.8:
            return 0.8
    tail = found[-len(full) :]
    ratio = max(SequenceMatcher(None, tail, full).ratio(), SequenceMatcher(None, own, bare).ratio())
    if len(bare) >= 4 and ratio >= 0.75:
        return ratio - 0.1
    return 0.6 if len(own) >= 4 and own in full else 0.0


def distinct(form: Form) -> frozenset[str]:
    """Return the words that a form's tables print, but for short ones."""
    return frozenset(word for table in form.tables for word in _long_words_of(table))
