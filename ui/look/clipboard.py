"""What was copied, as something that can always be asked."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication


def copied() -> QMimeData:
    """Return what is on the clipboard; where it was cleared Qt has no data at all, and here they are empty."""
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return data if data is not None else QMimeData()
