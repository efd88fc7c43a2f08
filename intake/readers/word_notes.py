"""Takes from a Word file, while it is read, what stands beside its words: comments and the traces of tracked changes."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from intake.readers.word_look import W
from model.characters import usual
from model.days import is_day
from model.review.draft_notes import Note, NoteKind

_ANCHORS: Final = (f"{W}commentRangeStart", f"{W}commentReference")
_COME: Final = (f"{W}ins", f"{W}moveTo")
_GONE: Final = (f"{W}del", f"{W}moveFrom")
_NOBODY: Final = frozenset(("Unknown Author", "未知作者", "Author", "作者"))
"""What office programs write for who has given no name, or has had it removed."""
_MOST_NOTES: Final = 2_000
"""No chief writes more; a file that says so is not worth the memory."""
_LONGEST: Final = 5_000
"""Characters of a comment that are kept."""


class NoteTaker:
    """Gathers the notes of one document; to be told of each paragraph and cell in the order of the page."""

    def __init__(self, comments: etree._Element | None) -> None:
        self._comments = (
            {} if comments is None else {_attribute(c, "id"): c for c in comments.iterchildren(f"{W}comment")}
        )
        self._notes: list[Note] = []
        self._table = 0

    @property
    def notes(self) -> tuple[Note, ...]:
        """What was gathered."""
        return tuple(self._notes)

    def end_table(self) -> None:
        """Hear that the cells to come are those of the next table."""
        self._table += 1

    def paragraph(self, parts: tuple[etree._Element, ...], anchor: str) -> None:
        """Hear of a paragraph, made up of several where the ends of those before it were deleted."""
        self._take(parts, anchor, (-1, -1, -1))

    def cell(self, cell: etree._Element, row: int, column: int, anchor: str) -> None:
        """Hear of a cell of the table that is being read."""
        self._take((cell,), anchor, (self._table, row, column))

    def _take(self, parts: tuple[etree._Element, ...], anchor: str, place: tuple[int, int, int]) -> None:
        if len(self._notes) >= _MOST_NOTES:
            return
        before = usual("".join(words for part in parts for words in _before(part))).strip()
        for element in (each for part in parts for each in (*_starts_before(part), *part.iter(*_ANCHORS))):
            comment = self._comments.pop(_attribute(element, "id"), None)
            if comment is not None and (words := _words(comment)):
                who, when = _author(comment)
                self._notes.append(Note(NoteKind.COMMENT, who, when, words, anchor, before, *place))
        traces = [_author(trace) for part in parts for trace in part.iter(*_COME, *_GONE)]
        if traces:
            who = "、".join(dict.fromkeys(name for name, _ in traces if name))
            when = max(day for _, day in traces)
            self._notes.append(Note(NoteKind.CHANGE, who, when, "", anchor, before, *place))


def _starts_before(part: etree._Element) -> Iterator[etree._Element]:
    """Where comments begin right before a paragraph, outside of it."""
    for sibling in part.itersiblings(preceding=True):
        if sibling.tag != f"{W}commentRangeStart":
            return
        yield sibling


def _before(part: etree._Element) -> Iterator[str]:
    """The words as they stood before the changes that were tracked."""
    for element in part.iter(f"{W}t", f"{W}delText"):
        if next(element.iterancestors(*_COME), None) is None:
            yield element.text or ""


def _words(comment: etree._Element) -> str:
    lines = (
        "".join(text.text or "" for text in paragraph.iter(f"{W}t")) for paragraph in comment.iter(f"{W}p")
    )
    return usual("\n".join(line for line in lines if line.strip())).strip()[:_LONGEST]


def _author(element: etree._Element) -> tuple[str, str]:
    """Who made a comment or a change, and on which day."""
    day = _attribute(element, "date")[:10]
    who = usual(_attribute(element, "author")).strip()
    return "" if who in _NOBODY else who, day if is_day(day) else ""


def _attribute(element: etree._Element, name: str) -> str:
    return str(element.get(f"{W}{name}", ""))
