"""What an office file holds, apart from any file: the office's data, the reports by year, where it comes from."""

from collections import Counter
from collections.abc import Collection, Container, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from tinydb import TinyDB
from tinydb.table import Document

from model.errors import YearTaken
from model.file.origin import Origin
from model.file.storage import OfficeStorage, read_bytes
from model.report import Report, Slot, SlotValue

_ONLY: Final = 1
"""The row of a table that has one."""

Slots: TypeAlias = Mapping[int, Mapping[Slot, SlotValue]]
"""Year → the filled slots of its report."""


class Difference(NamedTuple):
    """A slot that two contents fill differently."""

    year: int
    slot: Slot
    old: SlotValue
    new: SlotValue


@dataclass
class Content:
    """One office: its data, its reports, and which save of which file this is."""

    profile: dict[str, str] = field(default_factory=dict)
    reports: dict[int, Report] = field(default_factory=dict)
    origin: Origin = field(default_factory=Origin)

    def as_new(self) -> "Content":
        """Return the same as the content of a file that does not exist yet."""
        return Content(dict(self.profile), dict(self.reports))

    def copy(self) -> "Content":
        """Return the same content, each report under the year that it is on by now; later edits leave the other alone."""
        by_year = sorted(self.reports.values(), key=lambda report: report.year)
        return Content(dict(self.profile), {report.year: report.copy() for report in by_year}, self.origin)

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
        office = database.table("office").get(doc_id=_ONLY)
        origin = database.table("origin").get(doc_id=_ONLY)
        reports = sorted(database.table("reports").all(), key=lambda row: row.doc_id)
        return cls(
            dict(office) if isinstance(office, Document) else {},
            {row.doc_id: Report.from_json(row) for row in reports},
            Origin.from_json(origin) if isinstance(origin, Document) else Origin(),
        )

    def stage(self, storage: OfficeStorage, changed: Container[int] | None = None) -> None:
        """Put everything into a storage's tables, of the reports only the `changed` years where these are known.

        Raises YearTaken when two reports have come to be on one year.
        """
        years = [report.year for report in self.reports.values()]
        if len(set(years)) < len(years):
            doubled = next(year for year, count in Counter(years).items() if count > 1)
            raise YearTaken(f"有两份报告的年度都是 {doubled} 年，请改正其中一份的年度后再保存")
        by_year = zip(years, self.reports.values(), strict=True)
        news = {year: report.to_json() for year, report in by_year if changed is None or year in changed}
        _replace(storage, "origin", {_ONLY: self.origin.to_json()}, {_ONLY})
        _replace(storage, "office", {_ONLY: self.profile}, {_ONLY})
        _replace(storage, "reports", news, set(years))

    @property
    def slots(self) -> Slots:
        """All filled slots of all reports as they are now; later edits leave them alone."""
        return {report.year: report.slots for report in self.reports.values()}


def _database(storage: OfficeStorage) -> TinyDB:
    return TinyDB(storage=lambda: storage)


def _replace(
    storage: OfficeStorage, name: str, records: Mapping[int, Mapping[str, object]], kept: Collection[int]
) -> None:
    """Replace the records that differ and remove those not `kept`; the others stay the very same objects.

    The table is staged as a whole, in the layout in which TinyDB keeps it: its own steps go through it once a record.
    """
    tables = storage.read()
    there = tables.get(name, {})
    rows = {row: record for row, record in there.items() if int(row) in kept}
    rows |= {str(number): dict(new) for number, new in records.items() if there.get(str(number)) != new}
    storage.write({**tables, name: rows})


def changed_years(old: Slots, new: Slots) -> set[int]:
    """Return the years whose reports differ."""
    return {year for year in {*old, *new} if _differ(old.get(year, {}), new.get(year, {}))}


def _differ(old: Mapping[Slot, SlotValue], new: Mapping[Slot, SlotValue]) -> bool:
    return old is not new and old != new


def compare(old: Slots, new: Slots) -> Iterator[Difference]:
    """Yield every slot (cell, text, office datum…) that differs, by year, kind and key."""
    for year in sorted({*old, *new}):
        before, after = old.get(year, {}), new.get(year, {})
        if not _differ(before, after):
            continue
        changed = [slot for slot in {**before, **after} if before.get(slot) != after.get(slot)]
        for slot in sorted(changed, key=lambda slot: (slot.kind, slot.key)):
            yield Difference(year, slot, before.get(slot), after.get(slot))
