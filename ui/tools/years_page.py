"""The page 历年数据: two years of the file beside each other."""

from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from ui.desk.desk import Desk
from ui.desk.settings import Settings
from ui.desk.tool_page import ToolPage
from ui.look.choices import Choice
from ui.look.page_head import PageHead
from ui.look.style import SPACE
from ui.tools.compare_view import CompareView


class YearsPage(ToolPage):
    """Compares two years; the newest two at first."""

    def __init__(self, desk: Desk, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(desk, settings, parent)
        self._head = PageHead("历年数据", self)
        self.before, self.after = self._choice("前一年度"), self._choice("后一年度")
        between = QLabel("对比", self)
        for widget in (self.before, between, self.after):
            self._head.add(widget)
        self.view = CompareView(self)
        page = QVBoxLayout(self)
        page.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, SPACE)
        page.setSpacing(SPACE + 2)
        page.addWidget(self._head)
        page.addWidget(self.view, 1)
        desk.years_changed.connect(self.load)

    def load(self) -> None:
        """Show the year on the desk beside the one before it."""
        years = sorted(self._desk.years)
        now = self._desk.session.report.year
        before = max((year for year in years if year < now), default=min(years))
        for choice, year in ((self.before, before), (self.after, now)):
            choice.blockSignals(True)
            choice.clear()
            for each in years:
                choice.addItem(f"{each} 年度", each)
            choice.setCurrentIndex(years.index(year))
            choice.blockSignals(False)
        self._compare()

    def _choice(self, name: str) -> QComboBox:
        choice = Choice(self)
        choice.setAccessibleName(name)
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        choice.currentIndexChanged.connect(self._compare)
        return choice

    def _compare(self) -> None:
        old, new = self.before.currentData(), self.after.currentData()
        if old is None or new is None:
            return
        heads = (f"{old} 年度", f"{new} 年度")
        count = self.view.compare(self._desk.report_of(old), self._desk.report_of(new), heads)
        alone = "文件中只有一个年度；可从“报告”菜单新增下一年度，或导入往年报告"
        self._head.set_note(alone if len(self._desk.years) == 1 else f"{count} 处不同")
