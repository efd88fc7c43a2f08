"""复核录入: a colleague types a table again from the papers, without seeing what stands there, and both are compared.

What was typed is kept beside the cell with the number that stood there then, the name and the day. A cell is 已复核 for
as long as it says what was typed: whatever changes it afterwards, by whatever way, takes its tick away, and bringing the
number back gives it back. A number that two rows have exchanged passes every sum; this finds it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Final

from model.days import day_words
from model.form import FormTable
from model.report import Report, Slot, SlotKind, SlotValue
from model.values import Value


class Standing(StrEnum):
    """How far the second look at a cell has come; each with its words."""

    LEFT = "left", "未复核"
    AGREED = "agreed", "已复核"
    DIFFERING = "differing", "不一致"
    CHANGED = "changed", "复核后有改动"

    words: str

    def __new__(cls, value: str, words: str) -> "Standing":
        """Make a member of its value and its words."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.words = words
        return member


OPEN: Final = frozenset({Standing.LEFT, Standing.CHANGED})
"""Where there is still something to type."""


@dataclass(frozen=True, slots=True)
class Recheck:
    """What was typed for a cell (`value`, None: the paper has it blank), what it `seen` said then, who and on which ISO day."""

    value: Value
    seen: Value
    by: str
    day: str

    @property
    def as_slot(self) -> SlotValue:
        """What is kept in the report."""
        return {"value": self.value, "seen": self.seen, "by": self.by, "day": self.day}


def recheck_of(report: Report, key: str) -> Recheck | None:
    """Return what is kept of the second look at an entered cell, None where there was none."""
    kept = report.get(SlotKind.RECHECK, key)
    if not isinstance(kept, Mapping):
        return None
    return Recheck(
        _number(kept.get("value")), _number(kept.get("seen")), str(kept.get("by")), str(kept.get("day"))
    )


def standing_of(report: Report, key: str) -> Standing:
    """Return how far the second look at an entered cell has come; blank and 0 are not the same."""
    found = recheck_of(report, key)
    if found is None:
        return Standing.LEFT
    now = report.value(key)
    if found.value == now:
        return Standing.AGREED
    return Standing.DIFFERING if found.seen == now else Standing.CHANGED


def typed(report: Report, values: Mapping[str, Value], by: str, day: str) -> Iterator[tuple[Slot, SlotValue]]:
    """Yield the settings that keep what was typed for entered cells; None says that the paper has the cell blank."""
    for key, value in values.items():
        kept = Recheck(value, report.value(key), by, day)
        yield Slot(SlotKind.RECHECK, key), kept.as_slot


def withdrawn(keys: Iterable[str]) -> Iterator[tuple[Slot, SlotValue]]:
    """Yield the settings that forget what was typed for these cells."""
    return ((Slot(SlotKind.RECHECK, key), None) for key in keys)


def corrected(report: Report, key: str) -> Iterator[tuple[Slot, SlotValue]]:
    """Yield the settings that put what was typed in the place of the number that stands in a differing cell."""
    found = recheck_of(report, key)
    if found is not None and standing_of(report, key) is Standing.DIFFERING:
        yield Slot(SlotKind.CELL, key), found.value
        yield Slot(SlotKind.STATE, key), None


def upheld(report: Report, key: str, by: str, day: str) -> Iterator[tuple[Slot, SlotValue]]:
    """Yield the settings by which the number that stands in a differing cell is right after all, and what was typed is not."""
    if standing_of(report, key) is Standing.DIFFERING:
        yield from typed(report, {key: report.value(key)}, by, day)


@dataclass(frozen=True)
class Tally:
    """How far the second look at some cells has come: the cells in printed order, with how each stands."""

    standings: Mapping[str, Standing]
    agreed: tuple[Recheck, ...]

    def keys(self, *standings: Standing) -> Sequence[str]:
        """Return the cells that stand so, in printed order."""
        return [key for key, standing in self.standings.items() if standing in standings]

    @property
    def begun(self) -> bool:
        """Whether anything was typed at all."""
        return any(standing is not Standing.LEFT for standing in self.standings.values())

    @property
    def done(self) -> bool:
        """Whether every cell is 已复核."""
        return len(self.agreed) == len(self.standings)

    @cached_property
    def people(self) -> str:
        """Who did it and on which day last: 王芳，2026年1月12日; several names in the order in which they come."""
        names = "、".join(dict.fromkeys(found.by for found in self.agreed if found.by))
        last = max((found.day for found in self.agreed), default="")
        return f"{names}，{day_words(date.fromisoformat(last))}" if last else names

    @property
    def words(self) -> str:
        """The tally as the sign-off sheet prints it: 已复核（王芳，2026年1月12日）, 部分复核 34/63, 未复核."""
        if self.done:
            return f"{Standing.AGREED.words}（{self.people}）"
        if not self.begun:
            return Standing.LEFT.words
        partly = f"部分复核 {len(self.agreed)}/{len(self.standings)}"
        return f"{partly}（{self.people}）" if self.agreed else partly


def tally_of(report: Report, *tables: FormTable) -> Tally:
    """Return how far the second look at the entered cells of tables has come, of all tables where none is named.

    Totals are looked at through the numbers that they are made of.
    """
    ids = {table.id for table in tables or report.form.tables}
    keys = [key for key in report.form.entered if report.form.cells[key].table.id in ids]
    standings = {key: standing_of(report, key) for key in keys}
    agreed = (recheck_of(report, key) for key in keys if standings[key] is Standing.AGREED)
    return Tally(standings, tuple(found for found in agreed if found is not None))


def summary_of(report: Report) -> str:
    """Return in words how far the second look has come, of the whole or table by table; "" where it was not begun."""
    whole = tally_of(report)
    tables = report.form.tables
    if whole.done or len(tables) == 1:
        return whole.words if whole.begun else ""
    names = ((report.form.short_title_of(table), tally_of(report, table)) for table in tables)
    return "；".join(f"{name}：{tally.words}" for name, tally in names) if whole.begun else ""


def same_person(report: Report) -> bool:
    """Whether whoever looks a second time is the one who drafted the report: allowed, but no second pair of eyes."""
    drafter, checker = (_bare(report.field(name)) for name in ("drafter", "checker"))
    return bool(checker) and drafter == checker


def _bare(name: str) -> str:
    return "".join(name.split())


def _number(value: SlotValue) -> Value:
    return value if isinstance(value, int | Decimal) else None
