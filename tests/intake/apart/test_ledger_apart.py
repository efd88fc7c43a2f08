"""A ledger is read and counted in a process of its own: it counts as it does here, and nothing that comes back is trusted."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from intake.apart.bounds import Bounds
from intake.apart.ledger_apart import DistantLedger, LedgerApart
from intake.apart.wire import BytesSource, CopiedSource, FileSource, Source
from intake.errors import NotUnderstood, ReadingCancelled, SourceRefused
from intake.ledger.ledger import BEGINNING, Ledger
from intake.ledger.memory import Memory
from intake.ledger.reading import read_ledger_file
from intake.ledger.taking_over import Origin
from model.form_file import form_for
from tests.intake.ledger.files import HIDDEN, MERGED, QUARTERS, separated, sheets_of, workbook
from tests.intake.ledger.invented import TODAY, YEAR

FORM = form_for(YEAR)


@contextmanager
def opened(
    first: Source,
    *more: FileSource,
    heard: Callable[[str], None] = lambda _: None,
    bounds: Bounds | None = None,
) -> Iterator[LedgerApart]:
    apart = LedgerApart(first, *more, tell=heard, bounds=bounds)
    try:
        yield apart
    finally:
        apart.end()


def here(*paths: Path) -> Ledger:
    return Ledger.of([read_ledger_file(path)[0] for path in paths], FORM, YEAR, Memory({}))


def test_a_ledger_counts_apart_as_it_does_here(tmp_path: Path) -> None:
    one = workbook(tmp_path / "台账.xlsx", [*sheets_of(MERGED), *sheets_of(HIDDEN)])
    two = workbook(tmp_path / "季度.xlsx", sheets_of(QUARTERS))
    heard: list[str] = []
    with opened(FileSource(one), FileSource(two), heard=heard.append) as apart:
        files = apart.read()
        ledger, wanted = apart.lay_out(Memory({}), None, YEAR), here(one, two)
        count = ledger.count(Memory({}), TODAY)
        assert count.tallies == wanted.count(Memory({}), TODAY).tallies
        assert (ledger.year, ledger.notes, ledger.known) == (YEAR, wanted.notes, False)
        for mine, theirs in zip(ledger.parts, wanted.parts, strict=True):
            assert (mine.head, mine.layout, mine.first_place, mine.name) == (
                theirs.head,
                theirs.layout,
                theirs.first_place,
                theirs.name,
            )
            assert len(mine.sheet.rows) == min(len(theirs.sheet.rows), mine.head.body + BEGINNING)
        places = range(1, wanted.last_place + 1)
        assert ledger.rows_at(places) == wanted.rows_at(places)
        assert [*map(ledger.where, places)] == [*map(wanted.where, places)]
    assert [file.name for file in files] == ["台账.xlsx", "季度.xlsx"]
    assert Origin.now("台账.xlsx", files[0].fingerprint).is_of(one)
    assert {"台账.xlsx", "季度.xlsx"} <= set(heard)


def test_what_the_clerk_changes_is_what_is_counted(tmp_path: Path) -> None:
    path = workbook(tmp_path / "季度.xlsx", sheets_of(QUARTERS))
    with opened(FileSource(path)) as apart:
        apart.read()
        ledger, wanted = apart.lay_out(Memory({}), YEAR, YEAR), here(path)
        for each in (ledger, wanted):
            each.leave_out(1, out=True)
        assert ledger.count(Memory({}), TODAY).cells == wanted.count(Memory({}), TODAY).cells
        outcome = next(at for at, field in enumerate(ledger.parts[0].layout.fields) if field == "outcome")
        ledger.use(0, outcome, None)
        with pytest.raises(NotUnderstood, match="办理结果"):
            ledger.count(Memory({}), TODAY)
        # A refusal is an answer like any other: the ledger can be asked on.
        assert apart.lay_out(Memory({}), YEAR - 1, YEAR).year == YEAR - 1


def test_bytes_and_what_was_copied_are_read_as_well() -> None:
    text = separated(sheets_of(MERGED)[0], "\t")
    counts = []
    for source in (BytesSource(text.encode(), "台账.csv"), CopiedSource("", text)):
        with opened(source) as apart:
            apart.read()
            counts.append(apart.lay_out(Memory({}), YEAR, YEAR).count(Memory({}), TODAY).cells)
    assert counts[0] == counts[1]
    assert counts[0]["applications.received.total"]


def test_what_cannot_be_read_is_refused_in_the_same_sentence(tmp_path: Path) -> None:
    for source, words in (
        (FileSource(tmp_path / "没有.xlsx"), "无法打开“没有"),
        (BytesSource(b"PK\x03\x04 broken", "坏.xlsx"), "“坏"),
    ):
        with opened(source) as apart, pytest.raises(SourceRefused, match=words):
            apart.read()


def test_a_reading_can_be_given_up_at_once(tmp_path: Path) -> None:
    with opened(FileSource(workbook(tmp_path / "台账.xlsx", sheets_of(MERGED)))) as apart:
        apart.read()
        ledger = apart.lay_out(Memory({}), YEAR, YEAR)
        apart.end()
        with pytest.raises(ReadingCancelled):
            ledger.count(Memory({}), TODAY)
    with pytest.raises(ReadingCancelled):
        ended_before_it_began(tmp_path)


def ended_before_it_began(folder: Path) -> None:
    apart = LedgerApart(FileSource(folder / "台账.xlsx"))
    apart.end()
    apart.read()


def test_rows_are_not_waited_for_while_the_ledger_is_counted(tmp_path: Path) -> None:
    path = workbook(tmp_path / "台账.xlsx", sheets_of(MERGED))
    seen: list[object] = []
    ledgers: list[DistantLedger] = []

    def look(_words: str) -> None:
        seen.append(ledgers[0].rows_at([5, 6]) if ledgers else None)

    with opened(FileSource(path), heard=look) as apart:
        apart.read()
        ledgers.append(apart.lay_out(Memory({}), YEAR, YEAR))
        apart.lay_out(Memory({}), YEAR, YEAR)
        assert ledgers[0].rows_at([5])[0]
    assert seen[-1] == [[], []]


def test_a_reading_that_costs_too_much_is_stopped(tmp_path: Path) -> None:
    path = workbook(tmp_path / "台账.xlsx", sheets_of(MERGED))
    with opened(FileSource(path), bounds=Bounds(answer=2_000)) as apart:
        apart.read()
        with pytest.raises(SourceRefused):
            apart.lay_out(Memory({}), YEAR, YEAR).count(Memory({}), TODAY)
