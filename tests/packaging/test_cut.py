"""What stays of Qt follows from the program's own imports and the libraries' own tables."""

from pathlib import Path

import pytest

from release import cut, libraries
from release.facts import ROOT, CannotBuild
from release.targets import WINDOWS, X86_64
from tests.test_architecture import HOUSE

PLATFORMS = {"offscreen", "minimal", "vnc"}


def test_the_modules_of_qt_are_those_that_the_program_imports() -> None:
    found = cut.qt_modules(ROOT / "ui")
    assert {"QtCore", "QtGui", "QtWidgets"} <= found
    assert "QtNetwork" not in found


def test_every_room_of_the_program_goes_along() -> None:
    parts = {part.removesuffix(".py") for part in cut.contents()["program"]["parts"]}
    assert {*HOUSE} <= parts
    assert "pyproject.toml" in parts


def test_no_plugin_without_a_window_goes_along() -> None:
    for plugins in cut.contents()["qt"]["plugins"].values():
        assert not [plugin for plugin in plugins if any(name in plugin for name in PLATFORMS)]


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    """A folder of packages with a small PySide6 in it, whose libraries name what they need as text."""
    site = tmp_path / "site"
    files = {
        "PySide6/QtCore.abi3.so": "libQt6Core.so.6",
        "PySide6/QtSvgWidgets.abi3.so": "libQt6Svg.so.6\0PySide6.QtSvg\0",
        "PySide6/QtSvg.abi3.so": "libQt6Svg.so.6",
        "PySide6/QtNetwork.abi3.so": "libQt6Network.so.6",
        "PySide6/__init__.py": "",
        "PySide6/_config.py": "",
        "PySide6/_git_pyside_version.py": "",
        "PySide6/QtCore.pyi": "",
        "PySide6/Qt/lib/libQt6Core.so.6": "libicu.so.73",
        "PySide6/Qt/lib/libicu.so.73": "",
        "PySide6/Qt/lib/libQt6Svg.so.6": "libQt6Core.so.6",
        "PySide6/Qt/lib/libQt6Network.so.6": "",
        "PySide6/Qt/lib/libQt6XcbQpa.so.6": "",
        "PySide6/Qt/plugins/platforms/libqxcb.so": "libQt6XcbQpa.so.6",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so": "",
        "PySide6/Qt/translations/qtbase_zh_CN.qm": "",
        "PySide6/Qt/translations/qtbase_de.qm": "",
        "reportlab/fonts/Vera.ttf": "",
        "reportlab/rl_config.py": "",
    }
    for name, text in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text)
    return site


def test_what_is_reached_stays_and_nothing_else(
    packages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libraries, "needed", lambda path: path.read_text().split("\0")[0].split())
    program = tmp_path / "app"
    program.mkdir()
    (program / "window.py").write_text("from PySide6.QtCore import Qt\nimport PySide6.QtSvgWidgets\n")
    cut.cut_packages(packages, program, X86_64)
    left = {str(path.relative_to(packages)) for path in packages.rglob("*") if path.is_file()}
    assert left == {
        "PySide6/QtCore.abi3.so",
        "PySide6/QtSvgWidgets.abi3.so",
        "PySide6/QtSvg.abi3.so",
        "PySide6/__init__.py",
        "PySide6/_config.py",
        "PySide6/_git_pyside_version.py",
        "PySide6/Qt/lib/libQt6Core.so.6",
        "PySide6/Qt/lib/libicu.so.73",
        "PySide6/Qt/lib/libQt6Svg.so.6",
        "PySide6/Qt/lib/libQt6XcbQpa.so.6",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/translations/qtbase_zh_CN.qm",
        "reportlab/rl_config.py",
    }


def test_a_module_of_qt_that_is_not_there_is_told(packages: Path, tmp_path: Path) -> None:
    program = tmp_path / "app"
    program.mkdir()
    (program / "window.py").write_text("import PySide6.QtPdf\n")
    with pytest.raises(CannotBuild, match="QtPdf"):
        cut.cut_packages(packages, program, WINDOWS)
