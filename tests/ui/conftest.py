"""What the tests of the window stand on: the product's own look, and a report to work on."""

import gc
from collections.abc import Generator, Iterator
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from model.form_file import form_for
from model.report import Report, Slot, SlotKind
from ui.desk.session import Session
from ui.desk.settings import Settings
from ui.desk.tidying import Tidying
from ui.frame.main_window import MainWindow
from ui.look.message_bar import MessageBar
from ui.look.style import LIGHT, apply_style, theme
from ui.qt_words import speak_chinese


@pytest.fixture(scope="session", autouse=True)
def _empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """What was copied last would be torn down after Python itself, as the program knows when it quits."""
    yield
    qapp.clipboard().clear()


HELD: Final = pytest.StashKey[list[QWidget]]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    """The program holds its window to the end; one that a test has made is held until it is closed, not torn down before."""
    yield
    item.stash[HELD] = QApplication.topLevelWidgets()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None]:
    """Hold no window any longer, now that it is closed."""
    yield
    item.stash.setdefault(HELD, []).clear()


@pytest.fixture(scope="session", autouse=True)
def _chinese(qapp: QApplication) -> None:
    """Qt's own words as the program has them: what keys are called, among others, decides what they do."""
    speak_chinese(qapp)


@pytest.fixture(scope="session", autouse=True)
def _tidying(qapp: QApplication) -> Iterator[None]:
    """No other thread tidies up, as while the program runs."""
    Tidying.begin()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> None:
    """Light, as the program starts; set only where it is not yet, since it repaints every window still about."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if theme() is not LIGHT or not qapp.styleSheet():
        apply_style(qapp, dark=False)


@pytest.fixture
def session(qapp: QApplication) -> Session:
    """A session with an empty report of an invented office on 2024, checked as on 10 January 2025."""
    report = Report(form_for(2024), "云溪县林业局", 2024)
    report.set([(Slot(SlotKind.FIELD, "level"), "department")])
    return Session(report)


@pytest.fixture
def messages(qtbot: QtBot) -> MessageBar:
    """A line of messages by itself."""
    made = MessageBar()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def start_window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The window on its start page, on 10 January 2026."""
    made = MainWindow(Settings(tmp_path / "window.ini"), date(2026, 1, 10))
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


@pytest.fixture
def sample_window(start_window: MainWindow) -> MainWindow:
    """The window with the sample, a finished report on 2025 with 2024 beside it."""
    start_window.files.open_sample()
    assert start_window.desk is not None
    start_window.desk.session.check()
    return start_window
