"""From the start of the process to a window that answers, beside an empty window of PySide6; on both kinds of screen."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final

import resources
from tests.bench.measure import Measure, side_by_side
from tests.x_screen import why_no_screen, x_screen

_ROOT: Final = Path(__file__).resolve().parents[2]
_BUDGET: Final = 1.5
_WITH_REPORT: Final = 2.5
"""For a start with a file, which is read, checked and shown before the window counts as usable."""
_REPEATS: Final = 9
# Tells when the window has been painted and nothing waits in its queue, and ends the process there.
_TELL: Final = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

def look():
    windows = [widget.windowHandle() for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    if any(window is not None and window.isExposed() for window in windows):
        print("usable", flush=True)
        os._exit(0)

def tell():
    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(0)
    return run()

run = QApplication.exec
QApplication.exec = staticmethod(tell)
"""
_EMPTY: Final = f"""{_TELL}
from PySide6.QtWidgets import QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1366, 768)
window.show()
app.exec()
"""
OURS: Final = f"""{_TELL}
import main
main.main(sys.argv[1:])
"""
"""The program, with its arguments, in the folder where main.py lies."""


def measures() -> Iterator[Measure]:
    """The start page and a report, without a screen and on a real one."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        kept = {f"XDG_{kind}_HOME": f"{folder}/{kind}" for kind in ("DATA", "CONFIG", "CACHE", "STATE")}
        yield from _beside_empty("offscreen", os.environ | kept | {"QT_QPA_PLATFORM": "offscreen"})
        reason = why_no_screen()
        if reason is not None:
            yield Measure.not_taken("on a real screen", reason)
            return
        with x_screen(home) as screen:
            yield from _beside_empty("X", screen.environment)


def _beside_empty(where: str, environment: Mapping[str, str]) -> Iterator[Measure]:
    sample = str(resources.path("samples/示例.xxgk"))
    for what, arguments, budget in (("start page", (), _BUDGET), ("a report", (sample,), _WITH_REPORT)):
        ours, empty = side_by_side(
            partial(until_usable, OURS, arguments, environment),
            partial(until_usable, _EMPTY, (), environment),
            repeats=_REPEATS,
        )
        yield Measure(f"{what}, {where}", ours * 1000, "ms", budget, empty * 1000, "an empty window")


def until_usable(
    program: str,
    arguments: Sequence[str],
    environment: Mapping[str, str],
    python: str = sys.executable,
    folder: Path = _ROOT,
) -> None:
    """Run a process until its window can be used. Raises CalledProcessError where it ends before."""
    command = [python, "-c", program, *arguments]
    # As on the clerk's machine, where Python keeps what it has compiled.
    kept = {name: value for name, value in environment.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, check=True, cwd=folder, env=kept, capture_output=True, text=True)
    if done.stdout.split() != ["usable"]:
        raise subprocess.CalledProcessError(done.returncode, command[:2], done.stdout, done.stderr)
