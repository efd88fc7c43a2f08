"""What an office file holds, apart from any file: the office's data, the reports by year, the history of saves."""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeAlias

from tinydb import TinyDB
from tinydb.table import Document

from model.errors import YearTaken
from model.file.storage import OfficeStorage, read_bytes
from model.report import Report, Slot, SlotValue

MOST_ENTRIES: Final = 100
"""Entries of the history that are kept."""
MOST_SLOTS: Final = 200
"""Slots that one entry of the history names."""
_OFFICE: Final = 1

Slots: TypeAlias = Mapping[int, Mapping[Slot, SlotValue]]
"""Year → the filled slots of its report."""


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """What one save changed in one report: when (ISO time), what the save was called, the slots (`kind:key`)."""

    number: int
    time: str
    year: int
    label: str
    slots: tuple[str, ...]

    def to_json(self) -> dict[str, object]:
        """Return the entry as plain data."""
        return {"time": self.time, "year": self.year, "label": self.label, "slots": list(self.slots)}


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
                HistoryEntry(row.doc_id, row["time"], row["year"], row["label"], tuple(row["slots"]))
                for row in sorted(database.table("history").all(), key=lambda row: row.doc_id)
            ],
        )

    def stage(self, storage: OfficeStorage, changed: Container[int] | None = None) -> None:
        """Put everything into a storage's tables, of the reports only the `changed` years where these are known.

        Raises YearTaken when two reports have come to be on one year.
        """
        years = [report.year for report in self.reports.values()]
        doubled = next((year for year in years if years.count(year) > 1), None)
        if doubled is not None:
            raise YearTaken(f"有两份报告的年度都是 {doubled} 年，请改正其中一份的年度后再保存")
        _replace(storage, "office", {_OFFICE: self.profile}, {_OFFICE})
        news = [report for report in self.reports.values() if changed is None or report.year in changed]
        _replace(storage, "reports", {report.year: report.to_json() for report in news}, years)
        entries = {entry.number: entry for entry in self.history[-MOST_ENTRIES:]}
        staged = {} if changed is None else storage.read().get("history", {})
        unstaged = {n: entry.to_json() for n, entry in entries.items() if str(n) not in staged}
        _replace(storage, "history", unstaged, entries)

    @property
    def slots(self) -> Slots:
        """All filled slots of all reports as they are now; later edits leave them alone."""
        return {report.year: report.slots for report in self.reports.values()}


def _database(storage: OfficeStorage) -> TinyDB:
    return TinyDB(storage=lambda: storage)


def _replace(
    storage: OfficeStorage, name: str, records: Mapping[int, Mapping[str, object]], kept: Collection[int]
) -> None:
    """Replace the records that differ and remove those not `kept`; the others stay the very same objects."""
    there = storage.read().get(name, {})
    news = [Document(dict(new), number) for number, new in records.items() if there.get(str(number)) != new]
    gone = [int(number) for number in there if int(number) not in kept]
    gone += [record.doc_id for record in news if str(record.doc_id) in there]
    table = _database(storage).table(name)
    if gone:
        table.remove(doc_ids=gone)
    table.insert_multiple(news)


def compare(old: Slots, new: Slots) -> Iterator[Difference]:
    """Yield every slot (cell, text, office datum…) that differs, by year, kind and key."""
    for year in sorted({*old, *new}):
        before, after = old.get(year, {}), new.get(year, {})
        if before == after:
            continue
        changed = [slot for slot in {**before, **after} if before.get(slot) != after.get(slot)]
        for slot in sorted(changed, key=lambda slot: (slot.kind, slot.key)):
            yield Difference(year, slot, before.get(slot), after.get(slot))


def history_of(
    differences: Iterable[Difference], time: str, label: str, number: int
) -> Iterator[HistoryEntry]:
    """Yield one entry for each year that a save changed, numbered from `number` on."""
    by_year: dict[int, list[str]] = {}
    for difference in differences:
        by_year.setdefault(difference.year, []).append(f"{difference.slot.kind.value}:{difference.slot.key}")
    for count, (year, slots) in enumerate(by_year.items()):
        yield HistoryEntry(number + count, time, year, label, tuple(slots[:MOST_SLOTS]))
