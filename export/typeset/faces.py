"""Which typeface files set which part of a document: the office's installed ones, or the embedded ones."""

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

import resources
from model.system_folders import data_of_programs


class Style(StrEnum):
    """The faces of an official document; the value is the name of its field in Faces. FOLIO: page numbers, in 宋体."""

    FANGSONG = "fangsong"
    HEI = "hei"
    KAI = "kai"
    SONG = "song"
    TITLE = "title"
    LATIN = "latin"
    FOLIO = "folio"

    @property
    def word(self) -> str:
        """The face's name as the clerk reads it."""
        return _WORDS[self]


_WORDS: Final = {
    Style.FANGSONG: "仿宋",
    Style.HEI: "黑体",
    Style.KAI: "楷体",
    Style.SONG: "宋体",
    Style.TITLE: "小标宋",
    Style.LATIN: "西文",
    Style.FOLIO: "宋体",
}


OWN_DIGITS: Final = frozenset((Style.HEI, Style.TITLE, Style.FOLIO))


@dataclass(frozen=True, slots=True)
class FaceFile:
    """A TrueType file, or the face `index` of a collection (.ttc)."""

    path: Path
    index: int = 0


@dataclass(frozen=True, slots=True)
class Faces:
    """The file that each style is set in; `fallback`, then `rare` have the characters that the others lack.

    `latin` sets the digits and letters of all but headings in 黑体 and titles, which have their own.
    """

    fangsong: FaceFile
    hei: FaceFile
    kai: FaceFile
    song: FaceFile
    title: FaceFile
    latin: FaceFile
    fallback: FaceFile
    rare: FaceFile

    def chain(self, style: Style, *, western: bool = False) -> tuple[FaceFile, ...]:
        """The files to look for a character in, first to last; `western`: it is a digit, a letter or a mark of theirs."""
        own = embedded_faces()
        first = (self.latin, own.latin) if western and style not in OWN_DIGITS else ()
        name = Style.SONG if style is Style.FOLIO else style
        rest = (self.song, own.song, self.fallback, own.fallback, self.latin, own.latin, self.rare, own.rare)
        return tuple(dict.fromkeys((*first, getattr(self, name), getattr(own, name), *rest)))


@cache
def embedded_faces() -> Faces:
    """Return the faces that the program brings: they always work."""
    names = ("FangSong", "Hei", "Kai", "Song", "Song-Bold", "Latin", "Fallback-Song", "Rare-Song")
    return Faces(*(FaceFile(resources.path(f"fonts/{name}.ttf")) for name in names))


_CANDIDATES: Final = {
    Style.FANGSONG: ("仿宋_gb2312.ttf", "simfang.ttf", "fzfsk.ttf", "stfangso.ttf"),
    Style.HEI: ("simhei.ttf", "fzhtk.ttf"),
    Style.KAI: ("楷体_gb2312.ttf", "simkai.ttf", "fzktk.ttf", "stkaiti.ttf"),
    Style.SONG: ("simsun.ttc", "simsun.ttf", "fzssk.ttf", "stsong.ttf"),
    Style.TITLE: ("方正小标宋简体.ttf", "fzxbsjw.ttf", "fzxbsk.ttf", "方正小标宋_gbk.ttf", "stzhongs.ttf"),
    Style.LATIN: ("times.ttf", "times new roman.ttf", "liberationserif-regular.ttf"),
}
"""File names, lower case, best first: the office's own 2312 faces, what Windows brings, what WPS and UOS bring."""


def installed_faces(folders: Iterable[Path] | None = None) -> dict[Style, FaceFile]:
    """Return the best usable installed face of each style, looked for by file name in the system's font folders."""
    found = {entry.name.lower(): entry for entry in _files(font_folders() if folders is None else folders)}
    best: dict[Style, FaceFile] = {}
    for style, names in _CANDIDATES.items():
        for name in names:
            if name in found and _is_truetype(found[name]):
                best[style] = FaceFile(found[name])
                break
    return best


def preferred_faces(folders: Iterable[Path] | None = None) -> Faces:
    """Return the installed faces where there are any, the embedded ones elsewhere."""
    own = embedded_faces()
    known = {field.name: getattr(own, field.name) for field in fields(Faces)}
    return Faces(**(known | {style.value: face for style, face in installed_faces(folders).items()}))


def font_folders() -> tuple[Path, ...]:
    """Return the folders in which this system and this user keep typefaces."""
    if sys.platform == "win32":
        windows = Path(os.environ.get("WINDIR", r"C:\Windows"))
        return (windows / "Fonts", data_of_programs() / "Microsoft/Windows/Fonts")
    everybody = (Path("/usr/local/share/fonts"), Path("/usr/share/fonts"))
    return (data_of_programs() / "fonts", Path.home() / ".fonts", *everybody)


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    """The font files in these folders and below; the first folder's come last, so that they win."""
    for folder in reversed(tuple(folders)):
        for where, _, names in os.walk(folder):
            yield from (Path(where, name) for name in names if name.lower().endswith((".ttf", ".ttc")))


def _is_truetype(path: Path) -> bool:
    """Whether the file has TrueType outlines; some .ttf files have PostScript ones, which cannot be embedded here."""
    try:
        with path.open("rb") as file:
            return file.read(4) in (b"\x00\x01\x00\x00", b"true", b"ttcf")
    except OSError:
        return False
