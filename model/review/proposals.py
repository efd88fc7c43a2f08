"""What an edited file would change in a report, as facts: place by place, none of it taken by itself."""

from dataclasses import dataclass
from enum import StrEnum

from model.report import SlotSettings
from model.review.remarks import Place


class ProposalKind(StrEnum):
    """What a proposal would change; the value is what it is called."""

    NUMBER = "数字"
    TOTAL = "合计"
    WORDS = "文字"
    HEADING = "部分标题"
    DATUM = "封面"
    COMMENT = "批注"


@dataclass(frozen=True, slots=True)
class TextChange:
    """A change of a text: `lines`, as kept, in the place of its paragraphs `start` to `end`."""

    section: str
    start: int
    end: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """One difference: where it is in words, what stands there (`old`), what the file has (`new`), and who wrote it.

    `settings` are what taking it sets, of a text `text_changes` instead. `moved` says where a paragraph goes that only
    stands elsewhere. `note` says what the clerk should know before.
    """

    kind: ProposalKind
    place: Place
    where: str
    old: str
    new: str
    settings: SlotSettings
    who: str = ""
    note: str = ""
    moved: str = ""
    text_changes: tuple[TextChange, ...] = ()

    @property
    def identity(self) -> tuple[str, str, str, str]:
        """What stays the same while other proposals are taken."""
        return (self.kind.value, self.place.page + self.place.cell, self.old, self.new)
