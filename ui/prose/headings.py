"""Headings within a text, shown as such while it is typed."""

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat

from model.roles import Role, role_of
from ui.look.style import theme
from ui.prose.text_map import units


class Headings(QSyntaxHighlighter):
    """Shows headings of the levels （一） and 1. in the accent colour."""

    def highlightBlock(self, text: str) -> None:
        """Colour a paragraph that is a heading."""
        if role_of(text.strip()) in (Role.HEADING2, Role.HEADING3):
            heading = QTextCharFormat()
            heading.setForeground(QColor(theme().accent))
            self.setFormat(0, units(text), heading)
