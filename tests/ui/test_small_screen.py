"""The window fits an old screen, less its task bar, in every state, with large letters and with the preview beside it."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget

from model.report import Slot, SlotKind
from tests.screenshots.camera import Camera
from tests.screenshots.heavy import heavy
from tests.screenshots.take import (
    SCENES,
    blank,
    context_menus,
    exported,
    faulty,
    imported,
    ledger,
    menus,
    off_the_ledger,
    remarks,
    sample,
    signed,
)
from tests.ui.windows import session_of, tool_of, workspace_of
from ui.desk.tool_page import TOOLS
from ui.frame.main_window import MainWindow
from ui.look.fonts import LARGEST
from ui.look.style import apply_style
from ui.tools.preview import Preview
from ui.tools.recheck_page import RecheckPage

OLD_SCREEN = (1024, 728)
SCALED_SCREEN = (911, 472)
"""1366 × 768 at 150 percent; 40 pixels are the task bar's."""
Scene: TypeAlias = Callable[[Camera], None]
WITH_PREVIEW = (sample, heavy)
"""Scenes that open the preview themselves, and wait for it."""
LONG_SCENES = frozenset({sample, exported, imported, ledger, off_the_ledger})
"""Scenes that write, read or set in type, and spend their time so; their pages stand in other tests with less in them."""
LONG = "一二三四五六七八九十" * 12


class Ruler(Camera):
    """Goes the way of the pictures, and measures what the window needs in each state instead of taking one."""

    def __init__(self, folder: Path, size: tuple[int, int]) -> None:
        super().__init__(folder / "pictures", folder, size)
        self._room = size
        self.too_large: dict[str, tuple[int, int]] = {}
        self.measured: list[str] = []

    def take(self, name: str, widget: QWidget | None = None) -> None:
        """Measure, with everything made and checked."""
        if self.window.desk is not None:
            self.window.desk.session.check()
        QApplication.processEvents()
        self.measured.append(name)
        least = self.window.minimumSizeHint()
        if widget is None and (least.width() > self._room[0] or least.height() > self._room[1]):
            self.too_large[name] = (least.width(), least.height())


@pytest.fixture
def large_letters(qapp: QApplication) -> Iterator[None]:
    """High contrast, whose lines are the thickest, and letters as large as the window ever writes."""
    usual = qapp.font()
    large = QFont(usual)
    large.setPointSizeF(LARGEST)
    qapp.setFont(large)
    apply_style(qapp, dark=False, contrast=True)
    yield
    qapp.setFont(usual)
    apply_style(qapp, dark=False)


@pytest.fixture
def empty_preview(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages take their time and no room of their own: the preview's place is measured, not what is in it."""

    def refresh(_: Preview) -> None:
        """Nothing is set in type."""

    monkeypatch.setattr(Preview, "refresh", refresh)


def too_large(folder: Path, size: tuple[int, int], scenes: Iterable[Scene]) -> dict[str, tuple[int, int]]:
    """The states in which the window needs more than there is, with the preview in sight, all seen in one window."""
    ruler = Ruler(folder, size)
    window = ruler.window
    try:
        for scene in scenes:
            if window.workspace is not None:
                window.files.close()
            window.settings.set_flag("preview", on=scene not in WITH_PREVIEW)
            if scene is context_menus:
                window.files.open_sample()
            before = len(ruler.measured)
            scene(ruler)
            assert len(ruler.measured) > before, scene.__name__
    finally:
        window.close()
        window.deleteLater()
    return ruler.too_large


@pytest.fixture
def left_to_proof(pytestconfig: pytest.Config) -> frozenset[Scene]:
    """Scenes that only `make proof` goes through."""
    return frozenset() if pytestconfig.getoption("--whole") else LONG_SCENES


@pytest.mark.usefixtures("large_letters", "empty_preview")
def test_large_letters_fit_a_screen_of_1024(tmp_path: Path, left_to_proof: frozenset[Scene]) -> None:
    scenes = [scene for scene in SCENES if scene not in {menus, *WITH_PREVIEW, *left_to_proof}]
    assert too_large(tmp_path, OLD_SCREEN, scenes) == {}


@pytest.mark.usefixtures("large_letters")
def test_large_letters_fit_a_screen_of_1024_on_every_page_of_the_file(
    tmp_path: Path, left_to_proof: frozenset[Scene]
) -> None:
    scenes = [scene for scene in WITH_PREVIEW if scene not in left_to_proof]
    assert too_large(tmp_path, OLD_SCREEN, scenes) == {}


@pytest.mark.usefixtures("empty_preview")
def test_usual_letters_fit_a_screen_of_1366_at_150_percent(tmp_path: Path) -> None:
    assert too_large(tmp_path, SCALED_SCREEN, (blank, remarks, signed, faulty)) == {}


def test_no_words_however_long_widen_the_window(sample_window: MainWindow) -> None:
    """Names, messages and findings come from files and from whoever types."""
    session = session_of(sample_window)
    fields = ("office", "checker", "drafter", "signers", "release", "address", "title")
    session.edit([(Slot(SlotKind.FIELD, name), LONG) for name in fields], "填写")
    sample_window.messages.show_message(LONG)
    widths = {"": sample_window.minimumSizeHint().width()}
    for tool in TOOLS:
        sample_window.actions_of[tool.id].trigger()
        for dialog in sample_window.findChildren(QFileDialog):
            dialog.reject()
        sample_window.status.show_hint(LONG)
        sample_window.status.show_message(LONG)
        QApplication.processEvents()
        widths[tool.id] = sample_window.minimumSizeHint().width()
    assert {name: width for name, width in widths.items() if width > OLD_SCREEN[0]} == {}


@pytest.mark.usefixtures("large_letters")
def test_a_narrow_header_leaves_out_what_is_said_elsewhere_and_keeps_what_counts(
    sample_window: MainWindow,
) -> None:
    sample_window.resize(*OLD_SCREEN)
    QApplication.processEvents()
    header = sample_window.header
    office, saved = (header.findChild(QLabel, name) for name in ("officeName", "savedState"))
    assert isinstance(office, QLabel)
    assert isinstance(saved, QLabel)
    assert not office.isVisible()
    assert saved.width() >= saved.fontMetrics().horizontalAdvance("尚未存为文件")
    assert header.menus.width() >= header.menus.sizeHint().width()
    sample_window.resize(1366, 728)
    QApplication.processEvents()
    assert office.isVisible()


def test_beside_the_chiefs_list_the_findings_keep_their_levels(sample_window: MainWindow) -> None:
    panel = workspace_of(sample_window).findings
    title = next(label for label in panel.findChildren(QLabel) if label.text() == "检查结果")
    panel.setParent(None)
    try:
        panel.show()
        panel.resize(900, 160)
        QApplication.processEvents()
        assert title.isVisible()
        panel.resize(panel.minimumSizeHint().width(), 160)
        QApplication.processEvents()
        assert not title.isVisible()
        assert panel.filters.isVisible()
    finally:
        panel.close()


def test_nothing_is_shown_beside_the_blind_second_look(sample_window: MainWindow) -> None:
    """The preview has the very numbers that are typed again."""
    sample_window.actions_of["preview"].trigger()
    preview = workspace_of(sample_window).across.widget(2)
    assert preview.isVisible()
    sample_window.actions_of["recheck"].trigger()
    assert tool_of(sample_window, RecheckPage).isVisible()
    assert not preview.isVisible()
    for _ in range(2):
        sample_window.actions_of["preview"].trigger()
        assert not preview.isVisible()
    assert "复核录入时不显示原数" in sample_window.status.message
    workspace_of(sample_window).leave_tool()
    assert preview.isVisible()
