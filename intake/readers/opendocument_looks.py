"""What the styles of an OpenDocument file make of its words: struck out, raised, lowered, not seen."""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from intake.readers.colours import is_ground, is_white
from intake.readers.sheets import LEGIBLE

_STYLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_POSITION: Final = re.compile(r"(super|sub|-?\d{1,4}(?:\.\d{1,4})?%)")
_SIZE: Final = re.compile(r"(\d{1,4}(?:\.\d{1,4})?)pt")
_OF_TABLES, _OF_CELLS, _OF_WORDS = "table", "table-cell", "text"
"""Families of styles."""
_MOST_PARENTS: Final = 20
_NONE: Final = (None, "none")


@dataclass(frozen=True, slots=True)
class Look:
    """How words are shown. `unseen`: white on no ground of their own, too small to be read, or not at all."""

    struck: bool = False
    raised: bool = False
    lowered: bool = False
    unseen: bool = False


class Looks:
    """The styles of a file by family and name: cells and runs of words may each have one of the same name."""

    def __init__(self, *parts: bytes) -> None:
        """Take the styles of the file's parts, content.xml and styles.xml. Raises lxml.etree.XMLSyntaxError."""
        self._said: dict[tuple[str, str], dict[str, str]] = {}
        self._parents: dict[tuple[str, str], str] = {}
        self._looks: dict[tuple[str, ...], Look] = {}
        for part in filter(None, parts):
            for family, name, parent, said in _styles(part):
                self._said[family, name] = said
                self._parents[family, name] = parent

    def is_shown(self, table: str) -> bool:
        """Return whether a sheet with this style is shown."""
        return self._of(_OF_TABLES, table).get("display") != "false"

    def look(self, cell: str, *runs: str) -> Look:
        """Return how words look in a cell of one style, in runs of others, each within the one before."""
        # Thousands of cells share a few styles.
        styles = (cell, *runs)
        if styles not in self._looks:
            self._looks[styles] = self._look(cell, runs)
        return self._looks[styles]

    def _look(self, cell: str, runs: Sequence[str]) -> Look:
        said = dict(self._of(_OF_CELLS, cell))
        for run in runs:
            said |= self._of(_OF_WORDS, run)
        position = _POSITION.match(said.get("text-position", ""))
        at = position[1] if position else "0%"
        size = _SIZE.fullmatch(said.get("font-size", ""))
        usual = said.get("use-window-font-color") == "true"
        white = (
            not usual and is_white(said.get("color", "")) and not is_ground(said.get("background-color", ""))
        )
        return Look(
            struck=said.get("text-line-through-style") not in _NONE
            or said.get("text-line-through-type") not in _NONE,
            raised=at == "super" or (at[0].isdecimal() and float(at.rstrip("%")) > 0),
            lowered=at == "sub" or at.startswith("-"),
            unseen=white or said.get("text:display") == "none" or bool(size and float(size[1]) <= LEGIBLE),
        )

    def _of(self, family: str, name: str) -> Mapping[str, str]:
        """What a style says, with what it has from those that it stands on."""
        said: dict[str, str] = {}
        for _ in range(_MOST_PARENTS):
            if (family, name) not in self._said:
                break
            said = {**self._said[family, name], **said}
            name = self._parents[family, name]
        return said


def _styles(part: bytes) -> Iterator[tuple[str, str, str, dict[str, str]]]:
    """Yield family, name, parent and what is said of each style in a part that is a sheet's, a cell's or of words."""
    events = etree.iterparse(
        io.BytesIO(part), tag=f"{_STYLE}style", resolve_entities=False, no_network=True, huge_tree=True
    )
    for _, style in events:
        family = str(style.get(f"{_STYLE}family", ""))
        if family not in (_OF_TABLES, _OF_CELLS, _OF_WORDS):
            style.clear()
            continue
        said: dict[str, str] = {}
        for properties in style:
            for key, value in properties.attrib.items():
                local = etree.QName(key).localname
                # A sheet that is not shown and words that are not have the same word.
                of_words = local == "display" and properties.tag == f"{_STYLE}text-properties"
                said["text:display" if of_words else local] = str(value)
        parent = str(style.get(f"{_STYLE}parent-style-name", ""))
        yield family, str(style.get(f"{_STYLE}name")), parent, said
        style.clear()
