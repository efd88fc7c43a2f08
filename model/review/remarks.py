"""意见: what whoever reads a draft has to say of a cell, a paragraph or a page; kept with the report until it is mended.

They belong to the draft: none is printed with the report, and the next year's report begins without them.
"""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from model.days import stored_day_words
from model.report import Report, Slot, SlotKind, SlotSettings, SlotValue
from model.sections import COVER, COVER_TITLE, PREAMBLE, WHOLE_REPORT, sections_of

OPEN: Final = "open"
DONE: Final = "done"
STATES: Final[Mapping[str, str]] = {OPEN: "待改", DONE: "已改"}
"""How far a 意见 is, as it is kept, and the word for it."""
ENTRIES: Final = ("page", "cell", "quote", "who", "when", "text", "state")
"""What is kept of a 意见, a text each."""
UNSIGNED: Final = "未署名"
"""Who made a 意见, where nobody has put a name to it."""
_SHOWN: Final = 12
"""Characters of a paragraph that tell which one it is."""


class Place(NamedTuple):
    """What a 意见 speaks of: a cell by its key, a paragraph by its words as printed, or else the whole page.

    `page` is a section id, "cover", or "" for the whole report; the paragraphs of the cover are those of the preamble.
    """

    page: str
    cell: str = ""
    quote: str = ""

    @property
    def text(self) -> str:
        """The text that the paragraph is in: a section id or "preamble"."""
        return PREAMBLE if self.page == COVER else self.page


class Remark(NamedTuple):
    """A 意见: its place, who made it and on which day (ISO, "" where that is not known), its words, 待改 or 已改.

    `key` is its number in the report.
    """

    key: str
    place: Place
    who: str
    when: str
    text: str
    done: bool = False

    @property
    def state(self) -> str:
        """How far it is, in a word."""
        return STATES[DONE if self.done else OPEN]

    @property
    def signed(self) -> str:
        """Who made it and when, as a screen shows it."""
        return " ".join(part for part in (self.who or UNSIGNED, self.when) if part)

    @property
    def signed_on_paper(self) -> tuple[str, ...]:
        """Who made it, and the day in words where it is known."""
        return (self.who or UNSIGNED, *([stored_day_words(self.when)] if self.when else []))

    @property
    def slot(self) -> Slot:
        """Where it is kept."""
        return Slot(SlotKind.REMARK, self.key)


def remarks_of(report: Report) -> tuple[Remark, ...]:
    """Return all 意见 in the order in which they were made."""
    kept = report.of_kind(SlotKind.REMARK)
    return tuple(_restored(key, kept[key]) for key in sorted(kept, key=int))


def open_remarks(report: Report) -> tuple[Remark, ...]:
    """Return those that still wait for a change."""
    return tuple(remark for remark in remarks_of(report) if not remark.done)


def of_page(remarks: Iterable[Remark], page: str) -> tuple[Remark, ...]:
    """Return those that speak of a page or of something on it."""
    return tuple(remark for remark in remarks if remark.place.page == page)


def added(report: Report, place: Place, text: str, *, who: str, when: str) -> SlotSettings:
    """Return the setting that keeps a new 意见; none for blank words."""
    words = text.strip()
    number = str(max(map(int, report.of_kind(SlotKind.REMARK)), default=0) + 1)
    return kept(Remark(number, place, who.strip(), when, words)) if words else ()


def kept(remark: Remark) -> SlotSettings:
    """Return the setting that keeps a 意见 as it now is."""
    place = remark.place
    values = (place.page, place.cell, place.quote, remark.who, remark.when, remark.text)
    entry: SlotValue = dict(zip(ENTRIES, (*values, DONE if remark.done else OPEN), strict=True))
    return ((remark.slot, entry),)


def turned(remark: Remark) -> SlotSettings:
    """Return the setting that makes 待改 of 已改 and the other way round."""
    return kept(remark._replace(done=not remark.done))


def removed(remark: Remark) -> SlotSettings:
    """Return the setting that takes a 意见 away."""
    return ((remark.slot, None),)


def joined(report: Report, others: Iterable[Remark]) -> SlotSettings:
    """Return the settings that keep somebody else's 意见 behind those that there are, each only once."""
    present = remarks_of(report)
    known = {(each.place, each.text, each.who) for each in present}
    number = max((int(each.key) for each in present), default=0)
    fresh = [each for each in others if (each.place, each.text, each.who) not in known]
    numbered = (each._replace(key=str(number + n)) for n, each in enumerate(fresh, 1))
    return tuple(setting for each in numbered for setting in kept(each))


def place_words(report: Report, place: Place) -> str:
    """Return the place in the words of the form: 一、主动公开…：规章·制发件数, or the paragraph's first words."""
    page = page_words(report, place.page)
    if place.cell in report.form.cells:
        return f"{page}：{report.form.cells[place.cell].name}"
    if place.quote:
        cut = "…" if len(place.quote) > _SHOWN else ""
        return f"{page}：“{place.quote[:_SHOWN]}{cut}”"
    return page


def page_words(report: Report, page: str) -> str:
    """Return what a page is called; the whole report where it has no such page any more."""
    names = {section.id: section.heading for section in sections_of(report)} | {COVER: COVER_TITLE}
    names = {table.section: table.title for table in report.form.tables} | names
    return names.get(page) or WHOLE_REPORT


def _restored(key: str, entry: SlotValue) -> Remark:
    values = entry if isinstance(entry, Mapping) else {}
    page, cell, quote, who, when, text, state = (str(values.get(name, "")) for name in ENTRIES)
    return Remark(key, Place(page, cell, quote), who, when, text, state == DONE)
