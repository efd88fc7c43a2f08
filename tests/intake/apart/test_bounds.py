"""A reader's process limits itself, for a ledger by its size; a limit that the system has set already is not raised."""

import json
import sys
from pathlib import Path

import pytest

from intake.apart.bounds import USUAL, Bounds
from intake.apart.ledger_apart import LARGE, ONE_FILE, LedgerApart
from intake.apart.wire import FileSource
from tests.children import outcome
from tests.intake.ledger.files import MERGED, sheets_of, workbook

of_linux = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows limits of a job instead")

MB = 2**20
PROGRAM = """
import json, resource, sys
from intake.apart.bounds import Bounds, bind_this_process
if len(sys.argv) > 3:
    resource.setrlimit(resource.RLIMIT_CPU, (int(sys.argv[3]), int(sys.argv[3])))
bind_this_process(Bounds(memory=int(sys.argv[1]), seconds=int(sys.argv[2])))
print(json.dumps([resource.getrlimit(each)[0] for each in (resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_CORE)]))
"""


def limits(*told: int) -> list[int]:
    """Memory, seconds and size of a dump, as a process has them after it has bound itself."""
    code, output, errors = outcome(PROGRAM, *map(str, told))
    assert code == 0, errors
    return list(json.loads(output))


@of_linux
def test_memory_and_time_are_limited_and_nothing_of_the_source_is_dumped() -> None:
    assert limits(700 * 2**20, 7) == [700 * 2**20, 7, 0]


@of_linux
def test_a_stricter_limit_of_the_system_stays() -> None:
    assert limits(700 * 2**20, 7, 5)[1] == 5


def test_a_report_costs_no_more_for_being_large() -> None:
    assert USUAL.for_size(64 * MB) == USUAL


def test_a_small_ledger_has_what_a_report_has_and_a_large_one_more() -> None:
    assert ONE_FILE.for_size(0).memory == ONE_FILE.for_size(MB).memory == USUAL.memory
    assert USUAL.memory < ONE_FILE.for_size(6 * MB).memory < ONE_FILE.for_size(10 * MB).memory
    assert ONE_FILE.for_size(64 * MB) == ONE_FILE
    assert ONE_FILE.for_size(0).patience == LARGE.patience


@pytest.mark.skipif(sys.platform != "linux", reason="asks the system for the limits of another process")
def test_the_process_that_reads_a_small_ledger_has_its_bounds(tmp_path: Path) -> None:
    import resource

    path = workbook(tmp_path / "台账.xlsx", sheets_of(MERGED))
    for more, memory in (((), USUAL.memory), ((FileSource(path),), LARGE.memory)):
        apart = LedgerApart(FileSource(path), *more)
        apart.read()
        assert resource.prlimit(apart.number, resource.RLIMIT_AS)[0] == memory
        apart.end()


def test_a_file_that_is_not_there_has_no_size() -> None:
    assert FileSource(Path("没有这个文件.xlsx")).size == 0
    assert Bounds(by_byte=1).for_size(0).memory == USUAL.memory


def test_a_pc_that_takes_long_to_start_the_reader_gives_it_longer_but_not_beyond_the_patience() -> None:
    quick, slow, slowest = (USUAL.seconds_after(started) for started in (0.05, 1.0, 100.0))
    assert quick == USUAL.seconds
    assert USUAL.seconds < slow < USUAL.patience
    assert slowest == USUAL.patience


def test_a_limit_beyond_the_patience_is_never_shortened() -> None:
    assert Bounds(seconds=600, patience=240).seconds_after(100.0) == 600
