"""Begins a report on a new year from an earlier one: office data, preamble, carried-over applications, no figures."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from model.form_file import form_for
from model.number_fields import expand, moved_on
from model.office_fields import LASTING
from model.pattern import Pattern
from model.phrases import handed_on
from model.prose.clean_text import clean
from model.prose.labels import NUMBER_OF_YEAR
from model.report import Report, Slot, SlotKind, SlotValue

_CARRIED_OUT: Final = "applications.carried_out."
_CARRIED_IN: Final = "applications.carried_in."
_YEAR: Final = Pattern(
    rf"《(?![^《》]*年度报告》)[^《》]*》|(?<!\d)(?P<base>[比较与同])?(?P<year>{NUMBER_OF_YEAR})"
    r"(?=年(?!(?:修订|修正|公布|施行|起施行)))"
)
"""A year that moves on; the name of a cited document is matched whole, as its year is a part of it. The report's own is not."""
_SCRIPTS: Final = (
    "0123456789",
    "０１２３４５６７８９",
    *(f"{nought}一二三四五六七八九" for nought in "〇○零"),
)


def start_year(previous: Report | None, profile: Mapping[str, str], year: int) -> Report:
    """Return a new report on `year`. `profile` is the office's data where there is no previous report.

    上年结转 comes from 结转下年度 of the year right before, column by column. Nothing else of the earlier figures, and
    none of its texts but the preamble and the phrases kept, is taken over. Raises FormError for a year without a form.
    """
    if previous is None:
        report = Report(form_for(year), profile.get("office", ""), year)
        report.set(_fields(profile))
        return report
    report = Report(form_for(year), previous.office, year)
    report.set(_fields({name: previous.field(name) for name in LASTING}))
    report.set(_moved(previous, year))
    report.set(handed_on(previous, report, lambda words: move_years(words, previous.year, year)))
    if previous.year == year - 1:
        report.set(_carried(previous, report))
    if report.form.free_sections and previous.form.free_sections:
        headings = previous.of_kind(SlotKind.HEADING).items()
        report.set((Slot(SlotKind.HEADING, key), heading) for key, heading in headings)
        report.set([(Slot(SlotKind.ORDER, "sections"), previous.get(SlotKind.ORDER, "sections"))])
    return report


def text_of_last_year(previous: Report, section: str, report: Report) -> str:
    """Return the text of a section to write the new report's from: its years moved on, its number fields kept.

    A change since the year before is counted from the previous report. The text comes in as clean as pasted words do.
    Numbers of fields that the new form does not have stand as they were; "" where there was no such section.
    """
    if section not in {part.id for part in previous.form.sections}:
        return ""
    text = previous.text(section)
    same = previous.form.id == report.form.id
    text = moved_on(previous, text, report.year) if same else expand(previous, text)
    return clean(move_years(text, previous.year, report.year))


def move_years(text: str, old: int, new: int) -> str:
    """Return the text with `old` and the year after it, where they stand as 2023年, moved to `new` and the one after.

    So is the year before `old` where something is compared with it: 比2022年增加. The year in the name of a document,
    《2023年工作要点》, is that document's and stays.
    """

    def moved(match: re.Match[str]) -> str:
        told, compared = match["year"] or "", match["base"] or ""
        script = next((each for each in _SCRIPTS if set(told) <= set(each)), told)
        year = int("".join(str(script.index(digit)) for digit in told) or 0)
        if not old - len(compared) <= year <= old + 1:
            return match[0]
        return compared + "".join(script[int(digit)] for digit in str(year + new - old))

    return _YEAR.sub(moved, text)


def _fields(profile: Mapping[str, str]) -> Iterator[tuple[Slot, SlotValue]]:
    return ((Slot(SlotKind.FIELD, name), profile[name]) for name in LASTING if profile.get(name))


def _moved(previous: Report, year: int) -> Iterator[tuple[Slot, SlotValue]]:
    """Title, preamble and deadline of the office's own, moved on to the new year."""
    title = Slot(SlotKind.FIELD, "title")
    preamble = Slot(SlotKind.TEXT, "preamble")
    yield title, move_years(previous.field("title"), previous.year, year)
    yield preamble, clean(move_years(previous.text("preamble"), previous.year, year))
    if previous.field("deadline"):
        due = date.fromisoformat(previous.field("deadline"))
        day = min(due.day, 28) if due.month == 2 else due.day
        moved = date(due.year + year - previous.year, due.month, day)
        yield Slot(SlotKind.FIELD, "deadline"), moved.isoformat()


def _carried(previous: Report, report: Report) -> Iterator[tuple[Slot, SlotValue]]:
    for key in report.form.entered:
        source = _CARRIED_OUT + key.removeprefix(_CARRIED_IN)
        if key.startswith(_CARRIED_IN) and source in previous.form.cells:
            yield Slot(SlotKind.CELL, key), previous.value(source)
