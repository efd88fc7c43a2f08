"""The program on a real screen: it starts, is typed into with real keys, is photographed, saves and ends."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from model.file.office_file import OfficeFile
from tests.offices import office
from tests.x_screen import SIZE, XScreen, why_no_screen, x_screen

ROOT = Path(__file__).resolve().parents[2]
ISSUED = "disclosure.regulations.issued"
REPEALED = "disclosure.regulations.repealed"
_LOOKS = 40


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[XScreen]:
    reason = why_no_screen()
    if reason is not None:
        pytest.skip(reason)
    with x_screen(tmp_path / "user") as started:
        yield started


def photograph(screen: XScreen, path: Path, when: Callable[[QImage], bool]) -> QImage:
    """A picture of the screen as soon as it shows what is waited for; programs there paint when they find time."""
    for _ in range(_LOOKS):
        screen.photograph(path)
        picture = QImage(str(path))
        if when(picture):
            return picture
    pytest.fail(f"the screen never came to show it: {path}")


def drawn(picture: QImage) -> bool:
    """Whether there is something to see: a grid of points has more than a few colours."""
    return (
        len(
            {picture.pixel(x, y) for x in range(0, picture.width(), 8) for y in range(0, picture.height(), 8)}
        )
        > 10
    )


def test_the_program_is_started_typed_into_and_saves(screen: XScreen, tmp_path: Path) -> None:
    path = office(tmp_path, "云溪县林业局", {})
    with screen.running(sys.executable, "main.py", str(path), cwd=ROOT) as program:
        window = screen.window_of(program)
        screen.wait_for_title("云溪县林业局 2024 年度")
        screen.focus(window)
        screen.press("ctrl+Next", "ctrl+Next")
        opened = photograph(screen, tmp_path / "opened.png", drawn)
        screen.type("17")
        screen.press("Tab")
        screen.type("5")
        screen.press("Return")
        photograph(screen, tmp_path / "typed.png", lambda picture: picture != opened)
        screen.press("ctrl+s", "ctrl+q")
        assert program.wait() == 0, program.stdout and program.stdout.read()
    assert (opened.width(), opened.height()) == SIZE
    with OfficeFile.open(path) as saved:
        report = saved.reports[2024]
        assert (report.value(ISSUED), report.value(REPEALED)) == (17, 5)


def test_the_start_page_opens_and_closes_from_the_keyboard(screen: XScreen, tmp_path: Path) -> None:
    with screen.running(sys.executable, "main.py", cwd=ROOT) as program:
        window = screen.window_of(program)
        screen.focus(window)
        photograph(screen, tmp_path / "start.png", drawn)
        screen.press("ctrl+q")
        assert program.wait() == 0, program.stdout and program.stdout.read()
