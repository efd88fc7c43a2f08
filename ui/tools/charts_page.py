"""The page 图表: outcomes, applicants and the years beside each other, as the charts are printed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtSvgWidgets import QSvgWidget
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from export.products import CHARTS
from ui.desk.desk import Desk
from ui.desk.settings import Settings
from ui.desk.tool_page import ToolPage
from ui.look.buttons import Button
from ui.look.page_head import PageHead
from ui.look.style import SPACE

_WIDTH = 620
_LEAST_WIDTH = 360
_LINE = 1
"""Width of the paper's frame."""
_NOTHING = "表中还没有可以画成图表的数字"


class ChartsPage(ToolPage):
    """Draws the charts of the year on the desk and the years before it. The numbers are those of the tables."""

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(desk, settings, parent)
        self._head = PageHead("图表", self)
        self.export_button = Button("导出图表…", self)
        self.export_button.setAccessibleName("导出图表")
        self.export_button.clicked.connect(self._export)
        self._head.add(self.export_button)
        self.pictures: list[QSvgWidget] = []
        self._paper = QFrame()
        self._paper.setObjectName("chartPaper")
        self._paper.setMaximumWidth(_WIDTH + 6 * SPACE)
        self._column = QVBoxLayout(self._paper)
        self._column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        self._column.setSpacing(3 * SPACE)
        # On a high screen they stay as close as on paper.
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._scroll = scroll = QScrollArea(self)
        scroll.setAccessibleName("图表")
        scroll.setObjectName("side")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        scroll.setWidget(self._paper)
        page = QVBoxLayout(self)
        page.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, SPACE)
        page.setSpacing(SPACE + 2)
        page.addWidget(self._head)
        page.addWidget(scroll, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the charts as wide as there is room."""
        super().resizeEvent(event)
        self._fit()

    def _export(self) -> None:
        self.export_wanted.emit(CHARTS)

    def load(self) -> None:
        """Draw the charts anew."""
        # Loaded here: what draws them is heavy.
        from export.charts import charts, svg

        now = self._desk.session.report
        reports = [self._desk.report_of(year) for year in self._desk.years if year < now.year]
        for old in self.pictures:
            self._column.removeWidget(old)
            old.deleteLater()
        self.pictures = [self._picture(svg(chart), chart.title) for chart in charts([*reports, now])]
        for picture in self.pictures:
            self._column.addWidget(picture)
            picture.show()
        self._fit()
        self._paper.setVisible(bool(self.pictures))
        self.export_button.setEnabled(bool(self.pictures))
        self._head.set_note("随表中数字变化；可导出为 PDF，黑白打印同样清楚" if self.pictures else _NOTHING)

    def _picture(self, drawing: bytes, title: str) -> QSvgWidget:
        picture = QSvgWidget(self._paper)
        picture.setAccessibleName(title)
        picture.load(drawing)
        return picture

    def _fit(self) -> None:
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        width = max(min(_WIDTH, self._scroll.width() - bar - 6 * SPACE - 2 * _LINE), _LEAST_WIDTH)
        for picture in self.pictures:
            size = picture.sizeHint()
            picture.setFixedSize(width, round(size.height() * width / max(size.width(), 1)))
        # At once: left to themselves they would be seen over one another first.
        self._column.activate()
        self._paper.setMinimumHeight(self._column.totalMinimumSize().height())
