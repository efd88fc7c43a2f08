"""What an edited Word file brings besides its words: comments, and where changes were tracked; each at its place."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

OWN_AUTHOR: Final = "年报助手"
"""Of the comments that tell what a check found, in a file that the program has written: no note of anybody's."""


class NoteKind(StrEnum):
    """What a note is."""

    COMMENT = "comment"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Note:
    """A comment, or the fact that somebody has changed a paragraph or a cell with the changes being tracked.

    `when` is an ISO day, "" where the file tells none; `text` are a comment's words. `anchor` is the paragraph or cell as
    it reads with all changes accepted, `before` as it read without them. `table`, `row` and `column` are the cell's
    place in the file, all -1 for a paragraph; `cell` is its key in the report, once that is known, and `page` the
    section of its table.
    """

    kind: NoteKind
    who: str
    when: str
    text: str
    anchor: str
    before: str = ""
    table: int = -1
    row: int = -1
    column: int = -1
    cell: str = ""
    page: str = ""
