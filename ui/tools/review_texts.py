"""The words of an import, section by section: as they stand in the source, and as they came out."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from model.number_fields import expand
from model.office_fields import PREAMBLE_WORDS
from model.preamble import draft_preamble
from model.report import Report
from model.sections import sections_of
from ui.look.style import SPACE
from ui.look.wrapping_items import WrappingItems


class TextsReview(QWidget):
    """Lists the sections; the source and the result of the one chosen stand side by side."""

    def __init__(self, report: Report, sources: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        opening = sources.get("preamble", "")
        self._texts = [(PREAMBLE_WORDS, opening, _preamble(report, opening))]
        self._texts += [
            (section.heading, sources.get(section.id, ""), expand(report, report.text(section.id)))
            for section in sections_of(report)
        ]
        self.sections = QListWidget(self)
        self.sections.setAccessibleName("各部分的文字")
        self.sections.setItemDelegate(WrappingItems(self.sections))
        self.sections.ensurePolished()
        for heading, _, result in self._texts:
            words = f"{heading}（{len(result)} 字）" if result else f"{heading}（没有文字）"
            item = QListWidgetItem(words, self.sections)
            item.setToolTip(words)
        self.source, self.result = self._text("来源中的原文"), self._text("导入的结果")
        both = QSplitter(Qt.Orientation.Horizontal, self)
        both.addWidget(self.sections)
        for text in (self.source, self.result):
            both.addWidget(_headed(text))
        both.setStretchFactor(0, 1)
        both.setStretchFactor(1, 2)
        both.setStretchFactor(2, 2)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, SPACE, 0, 0)
        row.addWidget(both)
        self.sections.currentRowChanged.connect(self._show_section)
        self.sections.setCurrentRow(0)

    def _show_section(self, row: int) -> None:
        _, source, result = self._texts[row]
        self.source.setPlainText(source)
        self.result.setPlainText(result)

    def _text(self, name: str) -> QPlainTextEdit:
        text = QPlainTextEdit(self)
        text.setReadOnly(True)
        text.setAccessibleName(name)
        return text


def _preamble(report: Report, source: str) -> str:
    """The preamble that came out of the source: what is drafted where it has none is no words of its own."""
    written = report.text("preamble")
    drafted = expand(report, draft_preamble(report))
    return expand(report, written) if written else drafted if _bare(drafted) in _bare(source) else ""


def _bare(words: str) -> str:
    return "".join(words.split())


def _headed(text: QPlainTextEdit) -> QWidget:
    whole = QWidget()
    heading = QLabel(text.accessibleName(), whole)
    heading.setObjectName("partHeading")
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(heading)
    column.addWidget(text, 1)
    return whole
