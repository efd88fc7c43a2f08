"""Turns set pages into a PDF: their contents, bookmarks, document information and the faces they use."""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Final

from export.typeset.embedding import EmbeddedFont
from export.typeset.faces import FaceFile
from export.typeset.pages import PAGE_HEIGHT, PAGE_WIDTH, Mark, Page, Text
from export.typeset.pdf_file import PdfFile, text_string

_PRODUCER: Final = "年报助手"
_OVERLAP: Final = 0.3
"""Marks that are set tighter overlap by half a character, spreading and squeezing by far less; in parts of the size."""


@dataclass
class _Bookmark:
    """A bookmark and those below it."""

    mark: Mark
    page: int
    number: int
    below: list["_Bookmark"] = field(default_factory=list)


def draw(pages: Sequence[Page], title: str = "", author: str = "", subject: str = "") -> bytes:
    """Return the pages as PDF with what the document information says. Raises FaceUnusable."""
    file = PdfFile()
    root, tree, resources = file.reserve(), file.reserve(), file.reserve()
    fonts: dict[FaceFile, EmbeddedFont] = {}
    numbers = [
        file.put(
            f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {PAGE_WIDTH:.3f} {PAGE_HEIGHT:.3f}] "
            f"/Resources {resources} 0 R /Contents {file.stream(zlib.compress(_content(page, fonts)))} 0 R >>"
        )
        for page in pages
    ]
    named = " ".join(f"/{font.name} {font.put(file)} 0 R" for font in fonts.values())
    file.put(f"<< /Font << {named} >> >>", resources)
    kids = " ".join(f"{number} 0 R" for number in numbers)
    file.put(f"<< /Type /Pages /Count {len(numbers)} /Kids [{kids}] >>", tree)
    outlines = _outlines(file, pages, numbers)
    shown = f" /Outlines {outlines} 0 R /PageMode /UseOutlines" if outlines else ""
    file.put(
        f"<< /Type /Catalog /Pages {tree} 0 R /Lang (zh-CN) /ViewerPreferences << /DisplayDocTitle true >>{shown} >>",
        root,
    )
    entries = {
        "Title": title,
        "Author": author,
        "Subject": subject,
        "Creator": _PRODUCER,
        "Producer": _PRODUCER,
    }
    told = " ".join(f"/{name} {text_string(text)}" for name, text in entries.items())
    return file.save(root, file.put(f"<< {told} >>"))


def _content(page: Page, fonts: dict[FaceFile, EmbeddedFont]) -> bytes:
    lines = [
        f"{rule.width:.3f} w {rule.x1:.2f} {PAGE_HEIGHT - rule.y1:.2f} m {rule.x2:.2f} {PAGE_HEIGHT - rule.y2:.2f} l S"
        for rule in page.rules
    ]
    return "\n".join([*lines, "BT", *_words(page.texts, fonts), "ET"]).encode("ascii")


def _words(texts: Sequence[Text], fonts: dict[FaceFile, EmbeddedFont]) -> Iterator[str]:
    """Text operators; font and spacing are said only where they change."""
    set_in = spaced = ""
    for text, after in zip_longest(texts, texts[1:]):
        font = fonts.get(text.font)
        if font is None:
            font = fonts[text.font] = EmbeddedFont(text.font, f"F{len(fonts) + 1}")
        face = f"/{font.name} {text.size:g} Tf"
        spacing = f"{text.spacing:.4f} Tc"
        if face != set_in:
            yield face
        if spacing != spaced:
            yield spacing
        set_in, spaced = face, spacing
        shown = font.encoded(text.text, tight=after is not None and _overlaps(text, after, font))
        yield f"1 0 0 1 {text.x:.3f} {PAGE_HEIGHT - text.y:.3f} Tm <{shown}> Tj"


def _overlaps(text: Text, after: Text, font: EmbeddedFont) -> bool:
    """Whether the next text on the line begins before the square of this one's last character ends."""
    if after.y != text.y or after.x < text.x:
        return False
    end = text.x + font.width(text.text) * text.size + text.spacing * (len(text.text) - 1)
    return after.x < end - _OVERLAP * text.size


def _outlines(file: PdfFile, pages: Sequence[Page], numbers: Sequence[int]) -> int:
    """Put the bookmarks in and return the number of their root, 0 where there are none."""
    marks = [
        (mark, number)
        for page, number in zip(pages, numbers, strict=True)
        for mark in page.marks
        if mark.title
    ]
    if not marks:
        return 0
    top = _Bookmark(marks[0][0], 0, file.reserve())
    branch = [top]
    for mark, page in marks:
        del branch[mark.level + 1 :]
        branch.append(_Bookmark(mark, page, file.reserve()))
        branch[-2].below.append(branch[-1])
    _put_below(file, top)
    file.put(f"<< /Type /Outlines {_ends(top)} >>", top.number)
    return top.number


def _put_below(file: PdfFile, parent: _Bookmark) -> None:
    siblings = parent.below
    for at, bookmark in enumerate(siblings):
        links = f" /Prev {siblings[at - 1].number} 0 R" if at else ""
        links += f" /Next {siblings[at + 1].number} 0 R" if at + 1 < len(siblings) else ""
        file.put(
            f"<< /Title {text_string(bookmark.mark.title)} /Parent {parent.number} 0 R{links} {_ends(bookmark)} "
            f"/Dest [{bookmark.page} 0 R /XYZ 0 {PAGE_HEIGHT - bookmark.mark.y:.2f} 0] >>",
            bookmark.number,
        )
        _put_below(file, bookmark)


def _ends(parent: _Bookmark) -> str:
    """First, last and count of the bookmarks below one."""
    if not parent.below:
        return ""
    return f"/First {parent.below[0].number} 0 R /Last {parent.below[-1].number} 0 R /Count {_count(parent)}"


def _count(parent: _Bookmark) -> int:
    return sum(1 + _count(bookmark) for bookmark in parent.below)
