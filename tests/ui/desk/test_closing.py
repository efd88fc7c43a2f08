"""What was said of a report goes when it is closed."""

from pathlib import Path

import pytest

from model.levels import Level
from ui.frame.main_window import MainWindow
from ui.look.message_bar import Offer


@pytest.fixture
def desk_on_file(start_window: MainWindow, tmp_path: Path) -> Path:
    """A new report in a file of its own, open in the window."""
    path = tmp_path / "林业局.xxgk"
    start_window.files.new("云溪县林业局", "department", 2025, path)
    return path


def test_what_is_said_and_offered_of_a_report_goes_when_it_is_closed(
    start_window: MainWindow, desk_on_file: Path
) -> None:
    start_window.messages.show_message("已导入", Level.HINT, (Offer("新增下一年度报告", list),))
    assert start_window.files.close()
    assert (desk_on_file.exists(), start_window.messages.text) == (True, "")


def test_what_goes_on_may_still_be_given_up_when_a_report_is_closed(
    start_window: MainWindow, desk_on_file: Path
) -> None:
    start_window.messages.show_message("正在读取", Level.HINT, (Offer("取消", list, gives_up=True),))
    assert start_window.files.close()
    assert (desk_on_file.exists(), start_window.messages.text) == (True, "正在读取")
