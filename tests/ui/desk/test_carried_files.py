"""What is dragged from a file manager, or copied there, is known by its files."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

from ui.desk.carried_files import carried_files


def test_files_are_carried_and_pages_are_not(tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.invalid/年报.html"), QUrl.fromLocalFile(str(tmp_path / "年报.docx"))])
    assert carried_files(data) == [tmp_path / "年报.docx"]


def test_words_and_nothing_carry_no_file() -> None:
    data = QMimeData()
    data.setText("/home/年报.docx")
    assert carried_files(data) == []
    assert carried_files(None) == []
