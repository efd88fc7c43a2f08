"""The bench's report: budgets are judged as they are meant, and the lines stand under their heads."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench import released
from tests.bench.__main__ import SUBJECTS, main, table
from tests.bench.measure import Measure, median, percentile, processor_seconds, side_by_side

FOLDER = Path(__file__).parent / "bench"


@pytest.mark.parametrize(
    ("measure", "met"),
    [
        (Measure("rules", 0.9, "ms", budget=1), True),
        (Measure("rules", 1.1, "ms", budget=1), False),
        (Measure("save", 9, "ms", budget=2, yardstick=5), True),
        (Measure("save", 11, "ms", budget=2, yardstick=5), False),
        (Measure("pinned", 99.6, "%", budget=99.5, at_least=True), True),
        (Measure("pinned", 99.4, "%", budget=99.5, at_least=True), False),
        (Measure("told", 3, "s"), None),
        (Measure.not_taken("pdf", "LibreOffice is not installed"), None),
    ],
)
def test_a_budget_limits_the_ratio_or_the_number(measure: Measure, met: bool | None) -> None:
    assert measure.met is met


def test_lines_are_aligned_and_say_what_was_missed() -> None:
    lines = table(
        [
            Measure("a durable save", 11, "ms", budget=2, yardstick=5, against="write and fsync"),
            Measure("rules", 0.25, "ms", budget=1),
            Measure.not_taken("pdf", "LibreOffice is not installed"),
        ]
    ).splitlines()
    assert lines == [
        "what            measured  yardstick   ratio  budget",
        "a durable save  11.00 ms    5.00 ms  2.20 ×   ≤ 2 ×  MISSED  beside write and fsync",
        "rules           0.250 ms                     ≤ 1 ms  met",
        "pdf                                                          LibreOffice is not installed",
    ]


def test_a_subject_that_does_not_exist_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["weather"]) == 2
    assert "weather" in capsys.readouterr().err


def test_no_module_of_the_bench_is_forgotten() -> None:
    offering = {
        path.stem for path in FOLDER.glob("*.py") if "def measures(" in path.read_text(encoding="utf-8")
    }
    assert offering - {"__init__"} == set(SUBJECTS)


def test_times_are_taken_in_turns_after_warming_up() -> None:
    calls: list[str] = []
    ours, theirs = side_by_side(lambda: calls.append("ours"), lambda: calls.append("theirs"), repeats=3)
    assert calls == ["ours", "theirs"] * 4
    assert ours >= 0 <= theirs
    assert median(lambda: calls.append("again"), repeats=3) >= 0
    assert calls.count("again") == 4


def test_two_calls_are_compared_by_the_clock_that_is_asked_for() -> None:
    assert side_by_side(lambda: 3, lambda: 2, repeats=3, clock=lambda call: float(str(call()))) == (3, 2)


def test_processor_time_is_that_of_the_processes_run() -> None:
    assert processor_seconds(lambda: sum(range(100_000))) == pytest.approx(0, abs=1e-6)
    assert processor_seconds(lambda: subprocess.run([sys.executable, "-c", ""], check=True)) > 0


def test_a_release_of_another_commit_is_not_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(released, "why_no_screen", lambda: None)
    monkeypatch.setattr(released, "FOLDER", tmp_path)
    (told,) = released.measures()
    assert told.measured is None
    assert "make bundle" in told.note


def test_a_percentile_is_one_of_the_times() -> None:
    times = [float(number) for number in range(100, 0, -1)]
    assert percentile(times, 0.99) == 99
    assert percentile(times, 0.5) == 50
    assert percentile([7.0], 0.99) == 7
