"""Roll-up of 1,000 and of 10,000 reports: ten times the reports take ten times as long and no more memory."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from model.file.office_content import Content
from model.file.office_file import OfficeFile
from model.form_file import form_for
from model.report import Report, Slot, SlotKind
from tests.bench.measure import Measure

_FEW: Final = 1_000
_MANY: Final = 10_000
_YEAR: Final = 2024
_MERGE: Final = """
import sys, time
from pathlib import Path
from model.merge import RollUp
from tests.bench.measure import own_peak
begin = time.process_time()
roll_up = RollUp(int(sys.argv[3]))
for number in range(int(sys.argv[2])):
    roll_up.take(Path(sys.argv[1]) / f"{number:05}.xxgk")
print(time.process_time() - begin, own_peak())
"""


def measures() -> Iterator[Measure]:
    """Time for one report, and the most memory of the process, beside those of the smaller roll-up."""
    with tempfile.TemporaryDirectory() as folder:
        _offices(Path(folder))
        few, few_memory = _merged(folder, _FEW)
        many, many_memory = _merged(folder, _MANY)
    yield Measure("merging 1,000 reports", few, "s")
    yield Measure("merging 10,000 reports", many, "s")
    each = f"each of {_FEW:,}"
    yield Measure(f"each of {_MANY:,}", many / _MANY * 1000, "ms", 1.2, few / _FEW * 1000, each)
    yield Measure(f"memory for {_MANY:,}", many_memory, "MiB", 1.1, few_memory, f"memory for {_FEW:,}")


def _offices(folder: Path) -> None:
    report = Report(form_for(_YEAR), "", _YEAR)
    report.set((Slot(SlotKind.CELL, key), 0) for key in report.form.entered)
    report.set((Slot(SlotKind.TEXT, section.id), "本年度未发生。" * 100) for section in report.form.sections)
    for number in range(_MANY):
        office = f"第{number:05}号单位"
        report.set([(Slot(SlotKind.FIELD, "office"), office)])
        file = OfficeFile.unsaved(Content({"office": office}, {_YEAR: report}))
        (folder / f"{number:05}.xxgk").write_bytes(file.snapshot())


def _merged(folder: str, count: int) -> tuple[float, float]:
    """Seconds of the processor and MiB that a fresh interpreter needs for the first `count` files."""
    command = [sys.executable, "-c", _MERGE, folder, str(count), str(_YEAR)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    taken, memory = map(float, done.stdout.split())
    return taken, memory
