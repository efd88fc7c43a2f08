"""An edited Word file as it was read back: its report, the lines of each section, the notes of those who edited it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from model.characters import usual
from model.days import WRITTEN_DAY
from model.number_fields import expand
from model.preamble import preamble_of, title_of
from model.report import Report
from model.review.draft_notes import Note, NoteKind
from model.sections import PREAMBLE, sections_of

_UNSEEN: Final = re.compile(r"[\s\u3000]+")


@dataclass(frozen=True, slots=True)
class Returned:
    """An edited file as it was read: its report, section id (or "preamble") → its lines from the heading on, its notes.

    `base` is the report as it stood when the file was read: a number that the file has as it stood there was changed by
    nobody, whatever has been taken since.
    """

    report: Report
    sources: Mapping[str, str]
    base: Report
    notes: tuple[Note, ...] = ()

    def lines(self, report: Report, text: str) -> list[str]:
        """Return the file's paragraphs in a section of `report` or its preamble, and nothing that the form puts there.

        Left out are heading, title, signature, and the foot of a table.
        """
        lines = self.sources.get(text, "").split("\n")
        if text == PREAMBLE:
            title, lead = plain(title_of(self.report)), ""
            while lines and title.startswith(lead + plain(lines[0])) and lead != title:
                lead += plain(lines.pop(0))
        else:
            rest = self.report.text(text).partition("\n")[0]
            begun = lines[0].removesuffix(rest) != lines[0] and bool(rest) and len(lines[0]) > len(rest)
            lines[0] = rest if begun else ""
        feet = tuple(f"{name}：" for table in report.form.tables for name in table.foot)
        titles = {"", *(plain(table.title) for table in report.form.tables)}
        lines = [line.strip() for line in lines]
        lines = [line for line in lines if plain(line) not in titles and not (feet and line.startswith(feet))]
        while lines and self._signs(report, lines[-1]):
            lines.pop()
        # Whoever adds a paragraph at the very end writes it behind the signature.
        own = {plain(line) for line in expand(report, texts_of(report).get(text, "")).split("\n")}
        return [line for line in lines if plain(line) in own or not self._signs(report, line)]

    def _signs(self, report: Report, line: str) -> bool:
        """Whether a line says who signed, or when, and nothing else."""
        said = plain(line)
        for office in (report.office, self.report.office):
            said = said.removeprefix(plain(office))
        return not said or WRITTEN_DAY.fullmatch(said) is not None

    def who(self, old: str, new: str, cell: str = "") -> str:
        """Return who has changed a place with the changes being tracked, and when."""
        for note in self.notes:
            if note.kind is not NoteKind.CHANGE:
                continue
            before, after = plain(note.before), plain(note.anchor)
            gone = bool(old) and plain(old) in before and plain(old) not in after
            by_words = gone or (bool(new) and plain(new) == after)
            if note.cell == cell if cell or note.table >= 0 else by_words:
                return " ".join(filter(None, (note.who, note.when)))
        return ""


def by_section(report: Report, found: Report, sources: Mapping[str, str]) -> dict[str, str]:
    """Return the sources by the report's own sections: a reader cannot know the ids of those that the office has added.

    They are known by their titles, and those with other titles by their order, where none was added or left out.
    """
    laid_down = {section.id for section in report.form.sections}
    own = [section for section in sections_of(report) if section.id not in laid_down]
    other = [section for section in sections_of(found) if section.id not in laid_down]
    kept = {key: words for key, words in sources.items() if key not in {section.id for section in other}}
    for section in tuple(own):
        same = next((each for each in other if plain(each.title) == plain(section.title)), None)
        if same is not None:
            kept[section.id] = sources.get(same.id, "")
            own.remove(section)
            other.remove(same)
    if len(own) == len(other):
        kept |= {section.id: sources.get(same.id, "") for section, same in zip(own, other, strict=True)}
    return kept


def plain(text: str) -> str:
    """Return a text without what a word processor changes unasked: blanks, look-alikes."""
    return _UNSEEN.sub("", usual(text))


def texts_of(report: Report) -> dict[str, str]:
    """Return every text as it is printed, fields in it: the preamble as drafted where the clerk wrote none."""
    return {PREAMBLE: preamble_of(report)} | {s.id: report.text(s.id) for s in sections_of(report)}
