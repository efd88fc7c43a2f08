"""What every test stands on: no screen, folders of its own, and silence unless a test expects words."""

import importlib
import logging
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings

from model.file.logbook import LOG
from tests.office_suite import OfficeSuite
from ui.desktop import explain

_FOLDER = TemporaryDirectory(prefix="screen-")
"""Holds the screen's description: Qt opens it under a plain name alone, and the project may lie in a folder called 年报."""
_SCREEN = shutil.copy(Path(__file__).with_name("screen.json"), _FOLDER.name)

# The tests' world is their own: neither screen, locale, scaling nor installed faces of this machine take part.
os.environ |= {
    "QT_QPA_PLATFORM": f"offscreen:configfile={_SCREEN}",
    "LC_ALL": "C.UTF-8",
    "FONTCONFIG_FILE": str(Path(__file__).with_name("fonts.conf")),
}
for variable in (
    "QT_SCALE_FACTOR",
    "QT_SCREEN_SCALE_FACTORS",
    "QT_FONT_DPI",
    "QT_AUTO_SCREEN_SCALE_FACTOR",
    "QT_STYLE_OVERRIDE",
):
    os.environ.pop(variable, None)

try:
    importlib.import_module("PySide6.QtWidgets")
except ImportError as error:
    pytest.exit(explain(error) or str(error), returncode=2)

settings.register_profile("repeatable", derandomize=True, deadline=None, database=None)
settings.load_profile("repeatable")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--whole`: try also what takes minutes, as `make proof` does."""
    parser.addoption("--whole", action="store_true", help="try also what takes minutes, as `make proof` does")


@pytest.fixture(autouse=True)
def user_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folders of an invented user: no test reads or writes the real one's data, settings or caches."""
    home = tmp_path / "user"
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(variable, str(home / variable.split("_")[1].lower()))
    return home


@pytest.fixture(autouse=True)
def _no_unexpected_log_line(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning that nobody expected fails the test; a test that expects one reads it and clears `caplog`."""
    yield
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    # The program's own log tells of errors that the tests themselves bring about.
    unexpected = [r.getMessage() for r in records if r.levelno >= logging.WARNING and r.name != LOG.name]
    assert not unexpected, f"unexpected log lines: {unexpected}"


@pytest.fixture(scope="session")
def office_suite(tmp_path_factory: pytest.TempPathFactory) -> OfficeSuite:
    """LibreOffice, started with the same profile by every test that asks it."""
    return OfficeSuite.at_hand(tmp_path_factory.mktemp("office"))
