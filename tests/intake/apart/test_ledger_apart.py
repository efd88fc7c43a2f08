"""A ledger is read in a process of its own: it comes back as it was read there, and nothing that comes back is trusted."""

from datetime import date
from pathlib import Path

import pytest

from intake.apart.bounds import Bounds
from intake.apart.ledger_apart import LedgerApart, lines_of
from intake.apart.wire import BytesSource, CopiedSource, FileSource
from intake.errors import ReaderEnded, ReadingCancelled, SourceRefused
from intake.ledger.reading import Source, read_ledger_file
from intake.ledger.sheets import Merge, Sheet
from intake.ledger.taking_over import Origin
from tests.intake.ledger.files import HIDDEN, MERGED, separated, sheets_of, workbook


def test_a_ledger_comes_back_as_it_was_read(tmp_path: Path) -> None:
    path = workbook(tmp_path / "台账.xlsx", [*sheets_of(MERGED), *sheets_of(HIDDEN)])
    here, data = read_ledger_file(path)
    heard: list[str] = []
    apart = LedgerApart(FileSource(path), heard.append).result()
    assert [sheet.rows for sheet in apart.ledger.sheets] == [sheet.rows for sheet in here.sheets]
    for mine, theirs in zip(here.sheets, apart.ledger.sheets, strict=True):
        assert (mine.name, set(mine.merges or ()), mine.hidden) == (
            theirs.name,
            set(theirs.merges or ()),
            theirs.hidden,
        )
    assert Origin.now("台账.xlsx", apart.fingerprint).is_of(path)
    assert apart.fingerprint == Origin.of("台账.xlsx", data).fingerprint
    assert any("行" in words for words in heard)


def test_bytes_and_what_was_copied_are_read_as_well() -> None:
    text = separated(sheets_of(MERGED)[0], "\t")
    rows = LedgerApart(BytesSource(text.encode(), "台账.csv")).result().ledger.sheets[0].rows
    assert rows == LedgerApart(CopiedSource("", text)).result().ledger.sheets[0].rows
    assert len(rows) == len(sheets_of(MERGED)[0].rows)


def test_what_cannot_be_read_is_refused_in_the_same_sentence(tmp_path: Path) -> None:
    with pytest.raises(SourceRefused, match="无法打开“没有"):
        LedgerApart(FileSource(tmp_path / "没有.xlsx")).result()
    with pytest.raises(SourceRefused, match="“坏"):
        LedgerApart(BytesSource(b"PK\x03\x04 broken", "坏.xlsx")).result()


def test_a_reading_can_be_given_up_at_once(tmp_path: Path) -> None:
    reading = LedgerApart(FileSource(workbook(tmp_path / "台账.xlsx", sheets_of(MERGED))))
    reading.cancel()
    with pytest.raises(ReadingCancelled):
        reading.result()


def test_a_reading_that_costs_too_much_is_stopped(tmp_path: Path) -> None:
    path = workbook(tmp_path / "台账.xlsx", sheets_of(MERGED))
    with pytest.raises(SourceRefused):
        LedgerApart(FileSource(path), bounds=Bounds(answer=2_000)).result()


@pytest.mark.parametrize(
    "line",
    [
        b"nonsense",
        b'{"rows":[[1]]}',
        b'{"sheet":{}}',
        b'{"ledger":{"name":"x"}}',
        b'{"rows":[[{"a":1}]]}',
        b'{"rows":[[[1,2]]]}',
        b'{"rows":[[[99999999]]]}',
        b'{"rows":[[null]]}',
        b'{"sheet":{"name":"x","title":"","visible":true,"merges":[[1]],"hidden":[],"uncomputed":[]}}',
    ],
)
def test_what_is_no_answer_is_not_taken_for_one(line: bytes) -> None:
    reading = LedgerApart(BytesSource(b"", "台账.xlsx"))
    begin = b'{"sheet":{"name":"x","title":"","visible":true,"merges":null,"hidden":null,"uncomputed":[]}}'
    if b"rows" in line and b"1]]}" not in line:
        assert reading.understood(begin) == "x"
    with pytest.raises(ReaderEnded):
        reading.understood(line)


def test_days_merges_and_what_is_not_known_survive_the_way() -> None:
    sheet = Sheet(
        "甲", [["a", 1, 2.5, True, date(2025, 3, 8)]], (Merge(0, 0, 0, 1),), None, ((4, 0),), False, "题"
    )
    reading = LedgerApart(BytesSource(b"", "x"))
    *_, last = [reading.understood(line) for line in lines_of(Source("x", (sheet,)), b"x")]
    assert not isinstance(last, str)
    assert last.ledger.sheets == (sheet,)
