"""The preview: the real pages beside the editor, made anew in the background when the clerk pauses."""

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from model.errors import AssistantError
from model.number_fields import expand
from model.preamble import preamble_of
from model.report import Report
from model.sections import COVER, sections_of
from ui.desk.session import Session
from ui.desk.settings import Settings
from ui.desk.worker import Worker
from ui.grid.command import Command
from ui.grid.keys import stroke_of
from ui.look.buttons import Button
from ui.look.style import SPACE, theme
from ui.look.wrapped import wrapping
from ui.tools.paper import Paper, line_at, paper_of, printing_of

PAUSE: Final = 120
"""Milliseconds after the last edit until the pages are made anew."""
ZOOMS: Final = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
"""Sizes of a page, as parts of the room's width."""
_WIDEST: Final = 1200
"""Pixels of the widest page that is made larger than the room: all pages are kept as pictures."""
_NARROWEST: Final = 160
"""Pixels of the room for the pages, so that a window of 1024 holds outline, table and preview."""
_GAP: Final = 12
_SHORTEST_CLUE: Final = 4


class Preview(QWidget):
    """The pages of the session's report.

    Signals: `place_clicked(str, str)` with the id of the section that the clicked line belongs to, and the line;
    `shown(int)` with the number of pages when they are in sight.
    """

    place_clicked = Signal(str, str)
    shown = Signal(int)

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._worker = Worker(self)
        self._worker.finished.connect(self._made)
        self._wanted = False
        self._working = False
        self._sheets = Sheets(self)
        self._sheets.setCursor(Qt.CursorShape.PointingHandCursor)
        self._sheets.setToolTip("点击页面可转到相应部分")
        self._sheets.clicked.connect(self._clicked)
        self._sheets.turned.connect(self._zoom_by)
        self._note = wrapping("预览状态", self, "pageNote", "正在排版…")
        self._scroll = QScrollArea(self)
        self._scroll.setObjectName("paperGround")
        self._scroll.setAccessibleName("预览页面")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self._sheets)
        self._smaller = self._zoom_button("－", "缩小预览", self.zoom_out)
        self._larger = self._zoom_button("＋", "放大预览", self.zoom_in)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.refresh)
        self._lay_out()
        session.changed.connect(self._later)
        session.report_switched.connect(self._later)
        self._later()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE, 0, 0)
        column.setSpacing(SPACE // 2)
        head = QHBoxLayout()
        head.setContentsMargins(_GAP, 0, _GAP, 0)
        head.setSpacing(SPACE // 2)
        head.addWidget(self._note, 1)
        for button in (self._smaller, self._larger):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        self.setMinimumWidth(_NARROWEST)

    @property
    def pages(self) -> int:
        """How many pages are in sight."""
        return len(self._sheets.pages)

    @property
    def zoom(self) -> float:
        """The width of a page, as a part of the room's."""
        return self._sheets.zoom

    def zoom_in(self) -> None:
        """Show the pages larger."""
        self._zoom_to(next((zoom for zoom in ZOOMS if zoom > self.zoom), self.zoom))

    def zoom_out(self) -> None:
        """Show the pages smaller."""
        self._zoom_to(next((zoom for zoom in reversed(ZOOMS) if zoom < self.zoom), self.zoom))

    def zoom_reset(self) -> None:
        """Show the pages as wide as the room."""
        self._zoom_to(1.0)

    def event(self, event: QEvent) -> bool:
        """Take the keys for larger and smaller, which else are the table's, while the keyboard is here."""
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if is_key and isinstance(event, QKeyEvent) and self._deed_of(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the pages larger or smaller."""
        deed = self._deed_of(event)
        if deed is None:
            super().keyPressEvent(event)
        else:
            deed()

    def _deed_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        stroke = stroke_of(event)
        deeds = {
            Command.ZOOM_IN: self.zoom_in,
            Command.ZOOM_OUT: self.zoom_out,
            Command.ZOOM_RESET: self.zoom_reset,
        }
        return deeds.get(stroke.command) if stroke is not None else None

    def _zoom_by(self, direction: int) -> None:
        if direction > 0:
            self.zoom_in()
        else:
            self.zoom_out()

    def _zoom_to(self, zoom: float) -> None:
        """Stretch the pages at once, so that they follow the hand, and have them drawn for their new size."""
        self._sheets.zoom = zoom
        self._smaller.setEnabled(zoom > ZOOMS[0])
        self._larger.setEnabled(zoom < ZOOMS[-1])
        self._later()

    def _zoom_button(self, words: str, name: str, slot: Callable[[], None]) -> QPushButton:
        button = Button(words, self)
        button.setProperty("small", "true")
        button.setAccessibleName(name)
        button.setToolTip(f"{name}（Ctrl＋滚轮）")
        button.clicked.connect(slot)
        return button

    def close_down(self) -> None:
        """Wait for what is being made."""
        self._pause.stop()
        self._worker.close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the pages for the new width."""
        super().resizeEvent(event)
        self._later()

    def _later(self) -> None:
        self._pause.start()

    def refresh(self) -> None:
        """Begin to make the pages now; while some are in the making, remember that newer ones are wanted."""
        if not self.isVisible():
            return
        self._wanted = self._working
        if not self._working:
            self._working = True
            width = round(self._sheets.page_width() * self.devicePixelRatioF())
            report = self._session.report.copy()
            printing = printing_of(self._settings, draft=not self._session.outcome.ready)
            self._worker.start(partial(paper_of, report, width, printing))

    def _made(self, future: "Future[Paper]") -> None:
        self._working = False
        try:
            paper = future.result()
        except AssistantError as error:
            self._note.setText(error.message)
        else:
            self._sheets.show_paper(paper)
            lines = (f"共 {len(paper.pages)} 页", *paper.unprintable)
            self._note.setText("\n".join(lines))
            self.shown.emit(len(paper.pages))
        if self._wanted:
            self.refresh()

    def _clicked(self, line: str) -> None:
        section = section_of(self._session.report, line)
        if section:
            self.place_clicked.emit(section, line)


def section_of(report: Report, line: str) -> str:
    """Return the section that a printed line belongs to (or "cover"), "" when that cannot be told."""
    words = "".join(line.split())
    if len(words) < _SHORTEST_CLUE:
        return ""
    for section in sections_of(report):
        if words in "".join(section.heading.split()):
            return section.id
    texts = {section.id: expand(report, report.text(section.id)) for section in sections_of(report)}
    texts |= {COVER: preamble_of(report)}
    for section_id, text in texts.items():
        if words in "".join(text.split()):
            return section_id
    for cell in report.form.cells.values():
        if any(words.startswith("".join(label.split())[:8]) for label in cell.row.label):
            return cell.table.section
    return COVER if report.office and words.startswith(report.office) else ""


class Sheets(QWidget):
    """The pages below one another.

    Signals: `clicked(str)` with the line under the mouse; `turned(int)` when the wheel was turned with Ctrl, 1 for up.
    """

    clicked = Signal(str)
    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages: tuple[QImage, ...] = ()
        self._pdf = b""
        self._zoom = 1.0

    @property
    def zoom(self) -> float:
        """The width of a page, as a part of the room's."""
        return self._zoom

    @zoom.setter
    def zoom(self, zoom: float) -> None:
        self._zoom = zoom
        self._fit()
        self.update()

    def page_width(self) -> int:
        """The width of a page in device-independent pixels."""
        around = self.parent()
        room = around.width() if isinstance(around, QWidget) else self.width()
        fitting = max(min(room, self.maximumWidth()) - 2 * _GAP, 120)
        return fitting if self._zoom == 1 else min(round(fitting * self._zoom), max(fitting, _WIDEST))

    def show_paper(self, paper: Paper) -> None:
        """Show other pages; the place that is in sight stays in sight."""
        self.pages, self._pdf = paper.pages, paper.pdf
        self._fit()
        self.update()

    def _fit(self) -> None:
        """Ask for the room that the pages take; a page as wide as the room asks for none."""
        wide = self._zoom > 1
        self.setMinimumSize(self.page_width() + 2 * _GAP if wide else 0, self._rect(len(self.pages)).top())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the pages get larger or smaller; else they scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.turned.emit(1 if event.angleDelta().y() > 0 else -1)
        else:
            event.ignore()

    def sizeHint(self) -> QSize:
        """As wide as there is room, as high as the pages are."""
        return QSize(320, self._rect(len(self.pages)).top())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in sight."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number, page in enumerate(self.pages):
            rect = self._rect(number)
            if rect.intersects(event.rect()):
                painter.fillRect(rect.translated(2, 2), QColor(theme().line_strong))
                painter.drawImage(rect, page)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell which line was clicked."""
        place: QPoint = event.position().toPoint()
        for number in range(len(self.pages)):
            rect = self._rect(number)
            if rect.contains(place):
                y = (place.y() - rect.top()) / rect.height()
                self.clicked.emit(line_at(self._pdf, number, y))

    def _rect(self, number: int) -> QRect:
        width = self.page_width()
        height = round(width * 297 / 210)
        left = max((self.width() - width) // 2, _GAP)
        return QRect(left, _GAP // 2 + number * (height + _GAP), width, height)
