"""Sections of the office's own, where the form leaves them free: add, rename, move, remove. Each is one step.

The numerals before the headings (一、二、…) follow the order; a heading without one is left as it is.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from model.findings import Finding
from model.form import Section
from model.ordinals import ordinal
from model.pattern import Pattern
from model.report import Report, Slot, SlotKind, SlotSettings, SlotValue

NEW_TITLE: Final = "新的部分"
COVER: Final = "cover"
"""The page before the sections, in the place of a section's id."""
COVER_TITLE: Final = "封面与引言"
PREAMBLE: Final = "preamble"
"""The text on that page, in the place of a section's id."""
WHOLE_REPORT: Final = "整份报告"
"""What is said of what belongs to no page."""
_NUMERAL: Final = Pattern(r"[一二三四五六七八九十]+、")


def sections_of(report: Report) -> tuple[Section, ...]:
    """Return the report's sections in order: the form's, or the office's own where the form leaves them free."""
    if not report.form.free_sections:
        return report.form.sections
    own = report.of_kind(SlotKind.HEADING)
    order = report.get(SlotKind.ORDER, "sections")
    usual = {section.id: section for section in report.form.sections}
    ids = [str(entry) for entry in order] if isinstance(order, tuple) else list(usual)
    kind = report.form.sections[0].kind
    return tuple(
        Section(name, str(own.get(name) or (usual[name].heading if name in usual else "")), kind)
        for name in ids
    )


def placed(report: Report, finding: Finding) -> str:
    """Return what a finding says, with the section of the words it speaks of before it, unless it names that itself."""
    words = finding.message
    section = finding.spot.section if finding.spot else ""
    headings = {PREAMBLE: COVER_TITLE} | {each.id: each.heading for each in sections_of(report)}
    heading = headings.get(section, "")
    numeral = _NUMERAL.match(heading)
    named = not heading or heading in words or (numeral is not None and words.startswith(numeral[0]))
    return words if named else f"{heading}：{words}"


def added(report: Report, after: str) -> tuple[str, SlotSettings]:
    """Return a new section's id and the settings that put it behind the section `after`."""
    sections = list(sections_of(report))
    taken = {section.id for section in sections} | {section.id for section in report.form.sections}
    name = next(f"own{number}" for number in range(1, 100 + len(taken)) if f"own{number}" not in taken)
    place = next((n for n, section in enumerate(sections, 1) if section.id == after), len(sections))
    sections.insert(
        place,
        Section(name, f"一、{NEW_TITLE}", sections[0].kind if sections else report.form.sections[0].kind),
    )
    return name, _settings(sections)


def renamed(section: str, heading: str) -> SlotSettings:
    """Return the settings that give a section another heading; an empty one changes nothing."""
    words = " ".join(heading.split())
    return ((Slot(SlotKind.HEADING, section), words),) if words else ()


def moved(report: Report, section: str, step: int) -> SlotSettings:
    """Return the settings that move a section up (-1) or down (1); none where it stands at the end already."""
    sections = list(sections_of(report))
    place = [entry.id for entry in sections].index(section)
    if not 0 <= place + step < len(sections):
        return ()
    sections.insert(place + step, sections.pop(place))
    return _settings(sections)


def removed(report: Report, section: str) -> SlotSettings:
    """Return the settings that take a section out with its words; none for the last one that is left."""
    sections = [entry for entry in sections_of(report) if entry.id != section]
    if not sections:
        return ()
    gone = tuple((Slot(kind, section), None) for kind in (SlotKind.TEXT, SlotKind.HEADING))
    return (*gone, *_settings(sections))


def _settings(sections: Sequence[Section]) -> SlotSettings:
    order = tuple(section.id for section in sections)
    return ((Slot(SlotKind.ORDER, "sections"), order), *_headings(sections))


def _headings(sections: Iterable[Section]) -> Iterable[tuple[Slot, SlotValue]]:
    for number, section in enumerate(sections, 1):
        yield (
            Slot(SlotKind.HEADING, section.id),
            _NUMERAL.sub(f"{ordinal(number)}、", section.heading, count=1),
        )
