"""What an office file holds, apart from any file: the office's data, the reports by year, the history of saves."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeAlias

from tinydb import TinyDB
from tinydb.table import Document

from model.errors import YearTaken
from model.report import Report, Slot, SlotValue
from model.storage import OfficeStorage, read_bytes

MOST_ENTRIES: Final = 200
"""Entries of the history that are kept."""
MOST_SLOTS: Final = 200
"""Slots that one entry of the history names."""
_OFFICE: Final = 1

Slots: TypeAlias = Mapping[int, Mapping[Slot, SlotValue]]
"""Year → the filled slots of its report."""


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """What one save changed in one report: when (ISO time), what the save was called, the slots (`kind:key`)."""

    time: str
    year: int
    label: str
    slots: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A slot that two contents fill differently."""

    year: int
    slot: Slot
    old: SlotValue
    new: SlotValue


@dataclass
class Content:
    """One office: its data, its reports, what each save changed."""

    profile: dict[str, str] = field(default_factory=dict)
    reports: dict[int, Report] = field(default_factory=dict)
    history: list[HistoryEntry] = field(default_factory=list)

    def add(self, report: Report) -> None:
        """Add a year. Raises YearTaken."""
        if report.year in self.reports:
            raise YearTaken(f"文件中已有 {report.year} 年度报告")
        self.reports = dict(sorted((*self.reports.items(), (report.year, report))))

    @classmethod
    def read(cls, path: Path) -> "Content":
        """Return what the file holds. Raises OfficeFileError (missing, damaged, newer)."""
        return cls.decode(read_bytes(path), path.name)

    @classmethod
    def decode(cls, content: bytes, name: str) -> "Content":
        """Return what the bytes of a file say. Raises NotOurs, FileTooNew, FileDamaged."""
        storage = OfficeStorage()
        storage.load(content, name)
        return cls.unstage(storage)

    @classmethod
    def unstage(cls, storage: OfficeStorage) -> "Content":
        """Return what a loaded storage holds."""
        database = _database(storage)
        office = database.table("office").get(doc_id=_OFFICE)
        reports = sorted(database.table("reports").all(), key=lambda row: row.doc_id)
        return cls(
            dict(office) if isinstance(office, Document) else {},
            {row.doc_id: Report.from_json(row) for row in reports},
            [
                HistoryEntry(row["time"], row["year"], row["label"], tuple(row["slots"]))
                for row in database.table("history").all()
            ],
        )

    def stage(self, storage: OfficeStorage) -> None:
        """Put everything into a storage's tables. Raises YearTaken when two reports have come to be on one year."""
        years = [report.year for report in self.reports.values()]
        doubled = next((year for year in years if years.count(year) > 1), None)
        if doubled is not None:
            raise YearTaken(f"有两份报告的年度都是 {doubled} 年，请改正其中一份的年度后再保存")
        database = _database(storage)
        rows = {
            "office": [Document(self.profile, _OFFICE)],
            "reports": [Document(report.to_json(), report.year) for report in self.reports.values()],
            "history": [
                Document(
                    {"time": entry.time, "year": entry.year, "label": entry.label, "slots": [*entry.slots]},
                    number,
                )
                for number, entry in enumerate(self.history[-MOST_ENTRIES:], 1)
            ],
        }
        for name, documents in rows.items():
            table = database.table(name)
            table.truncate()
            table.insert_multiple(documents)

    @property
    def slots(self) -> Slots:
        """All filled slots of all reports as they are now; later edits leave them alone."""
        return {report.year: dict(report.slots) for report in self.reports.values()}


def _database(storage: OfficeStorage) -> TinyDB:
    return TinyDB(storage=lambda: storage)


def compare(old: Slots, new: Slots) -> Iterator[Difference]:
    """Yield every slot (cell, text, office datum…) that differs, by year, kind and key."""
    for year in sorted({*old, *new}):
        before, after = old.get(year, {}), new.get(year, {})
        if before == after:
            continue
        for slot in sorted({*before, *after}, key=lambda slot: (slot.kind, slot.key)):
            if before.get(slot) != after.get(slot):
                yield Difference(year, slot, before.get(slot), after.get(slot))


def history_of(differences: Iterator[Difference], time: str, label: str) -> Iterator[HistoryEntry]:
    """Yield one entry for each year that a save changed."""
    by_year: dict[int, list[str]] = {}
    for difference in differences:
        by_year.setdefault(difference.year, []).append(f"{difference.slot.kind.value}:{difference.slot.key}")
    for year, slots in by_year.items():
        yield HistoryEntry(time, year, label, tuple(slots[:MOST_SLOTS]))
