"""Files that the hand or the clipboard carries from a file manager."""

from pathlib import Path

from PySide6.QtCore import QMimeData


def carried_files(data: QMimeData | None) -> list[Path]:
    """Return the files in what is dragged or was copied; addresses of web pages are none."""
    urls = data.urls() if data is not None and data.hasUrls() else []
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
