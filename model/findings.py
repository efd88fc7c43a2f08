"""What a check has to say: frozen findings, their levels, and the suggestions that go with them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter, itemgetter
from typing import Final, NamedTuple

from model.levels import Level
from model.values import Value


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A change of one cell that would mend a finding: from `old` to `new`, and why it is likely."""

    cell: str
    old: Value
    new: Value
    why: str


class Spot(NamedTuple):
    """A place in a report's text: characters `start` to `end` of the text `section` (a section id or "preamble").

    The text is the one that is stored and edited, with its number fields as `{…}`.
    """

    section: str
    start: int
    end: int

    def moved(self, by: int) -> "Spot":
        """Return the place of the same words in a longer text."""
        return Spot(self.section, self.start + by, self.end + by)


@dataclass(frozen=True, slots=True)
class Rewording:
    """A change of a text that would mend a finding: what stands at `spot` gives way to `words`, which read as `number`.

    The words are a number field where one tells the number, and the number itself where several cells make it up.
    `advice` says what the change is for where it is no number of the tables.
    """

    spot: Spot
    words: str
    number: str
    advice: str = ""

    def moved(self, by: int) -> "Rewording":
        """Return the same change of a longer text."""
        return replace(self, spot=self.spot.moved(by))

    def applied(self, text: str) -> str:
        """Return the stored text with the words in their place."""
        return text[: self.spot.start] + self.words + text[self.spot.end :]


def reworded(text: str, rewordings: Iterable[Rewording]) -> str:
    """Return one stored text with several changes, none of which overlap, each in its place."""
    for rewording in sorted(rewordings, key=_place, reverse=True):
        text = rewording.applied(text)
    return text


def _place(rewording: Rewording) -> int:
    return rewording.spot.start


LAPSED: Final = "原说明已失效"
"""What is said of a finding whose 说明 was written for other values."""


class Finding(NamedTuple):
    """One thing a check found: its stable code, level, message with its numbers, and the cells it speaks of.

    `left` and `right` are the two sides compared, where there are two. `page` is the section it belongs to
    (a section id, "cover" or "preamble"), `spot` the place in a text, where it speaks of one, and `quote` the words
    there. `explanation` is the 说明 in force: a finding that has one no longer stands in the way.
    `lapsed` is the 说明 that was in force until a value it was written for changed.
    `advice` is what the diagnosis has to say about it, a sentence before its suggestions. `rewording` is how the text
    would agree with the tables. `respelling` are changes in any number of texts that mend it together, in one step.
    The `suggestions` are taken `together` as well, or else each of them is another way.
    """

    code: str
    level: Level
    message: str
    cells: tuple[str, ...] = ()
    left: Value = None
    right: Value = None
    page: str = ""
    spot: Spot | None = None
    suggestions: tuple[Suggestion, ...] = ()
    quote: str = ""
    explanation: str = ""
    advice: str = ""
    rewording: Rewording | None = None
    respelling: tuple[Rewording, ...] = ()
    lapsed: str = ""
    together: bool = False

    @property
    def standing(self) -> str:
        """What it is to the clerk in a word: its level, or that it was explained."""
        return "已说明" if self.explanation else self.level.word

    @property
    def can_be_mended(self) -> bool:
        """Whether a change is offered that would mend it."""
        return bool(self.suggestions or self.rewording or self.respelling)

    @property
    def subject(self) -> str:
        """What an explanation is filed under: the code, the first cell or else the page, and the words it quotes."""
        words = f":{self.quote}" if self.quote else ""
        return f"{self.code}:{self.cells[0] if self.cells else self.page}{words}"

    def moved(self, by: int) -> "Finding":
        """Return the same as it stands in a longer text, with what it offers for that text."""
        if self.spot is None:
            return self
        if self.rewording is not None or self.respelling:
            change = self.rewording and self.rewording.moved(by)
            respelling = tuple(one.moved(by) for one in self.respelling)
            return self._replace(spot=self.spot.moved(by), rewording=change, respelling=respelling)
        # As _make, which looks at the length as well: two hundred are moved with a key.
        return tuple.__new__(Finding, (*self[:_SPOT], self.spot.moved(by), *self[_SPOT + 1 :]))


_SPOT: Final = Finding._fields.index("spot")
_SAID: Final = itemgetter(
    *(
        number
        for number, name in enumerate(Finding._fields)
        if name not in ("spot", "rewording", "respelling")
    )
)
_CHANGES: Final = attrgetter("rewording", "respelling")


def said(findings: Sequence[Finding]) -> Sequence[tuple[object, ...]]:
    """Return what findings say and offer, wherever the words stand now that they speak of."""
    changes = ((change, *more) for change, more in map(_CHANGES, findings) if change or more)
    words = [
        (change.words, change.number, change.advice) for of_one in changes for change in of_one if change
    ]
    return (*map(_SAID, findings), *words)


def subject_place(subject: str) -> str:
    """Return the cell or the page that a `Finding.subject` names."""
    return subject.split(":", 2)[1] if ":" in subject else subject
