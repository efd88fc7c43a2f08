"""Number fields in the editor: one character each, painted as a chip with the number that the tables have now."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from model.number_fields import UNKNOWN, field_named, field_text
from model.report import Report
from ui.look.style import theme

CHIP: Final = QTextFormat.ObjectTypes.UserObject.value + 1
_NAME: Final = QTextFormat.Property.UserProperty.value + 1
_PADDING: Final = 4.0
_MARGIN: Final = 2.0


def chip_format(base: QTextCharFormat, name: str) -> QTextCharFormat:
    """Return the format of the character that stands for the field `name`."""
    chip = QTextCharFormat(base)
    chip.setObjectType(CHIP)
    chip.setProperty(_NAME, name)
    chip.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)
    return chip


def chip_name(text_format: QTextFormat) -> str:
    """Return the field that a character stands for, "" for an ordinary one."""
    return str(text_format.property(_NAME)) if text_format.objectType() == CHIP else ""


class ChipPainter(QPyTextObject):
    """Measures and paints the chips of one editor; asks the report at each painting, so chips follow the tables."""

    def __init__(self, document: QTextDocument, report: Report) -> None:
        super().__init__(document)
        self.report = report
        self._font = document.defaultFont()
        self._sizes: dict[str, QSizeF] = {}

    def words(self, name: str) -> str:
        """Return what a chip says."""
        return field_text(self.report, name) if field_named(self.report.form, name) else name

    def intrinsicSize(self, document: QTextDocument, position: int, text_format: QTextFormat) -> QSizeF:
        """Return a chip's size; each key asks for those of its whole paragraph."""
        if self._font != document.defaultFont():
            self._font, self._sizes = document.defaultFont(), {}
        words = self.words(chip_name(text_format))
        if words not in self._sizes:
            metrics = QFontMetricsF(self._font)
            width = metrics.horizontalAdvance(words) + 2 * (_PADDING + _MARGIN)
            self._sizes[words] = QSizeF(width, metrics.ascent() + metrics.descent())
        return self._sizes[words]

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        document: QTextDocument,
        position: int,
        text_format: QTextFormat,
    ) -> None:
        """Paint a chip."""
        colours = theme()
        words = self.words(chip_name(text_format))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        known = UNKNOWN not in words
        painter.setBrush(QColor(colours.accent_soft if known else colours.explain_soft))
        painter.drawRoundedRect(QRectF(rect).adjusted(_MARGIN, 0, -_MARGIN, 0), 3, 3)
        painter.setPen(QColor(colours.accent if known else colours.explain))
        painter.setFont(document.defaultFont())
        painter.drawText(QRectF(rect), Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()
