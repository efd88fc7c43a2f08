"""What a report costs a clerk: keys and clicks from the start page to four files, counted by real events."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from intake.taking_in import take_in
from tests.figures import municipality
from tests.ui.clerk import CTRL, FORM, Clerk, at_work, export, fill_applications, fill_row_by_row, go_to
from tests.ui.windows import saved_words

FIGURES = municipality()
OFFICE: Final = "云溪市人民政府"
PROSE: Final = {
    "overview": "（一）主动公开\n公开工作平稳有序。\n（二）依申请公开\n按期答复。\n（三）政府信息管理\n清理文件。\n"
    "（四）政府信息公开平台建设\n优化栏目。\n（五）监督保障\n组织培训。",
    "problems": "存在的主要问题：公开内容不够全面。改进情况：加强培训。",
    "other_matters": "本年度收取信息处理费0元。",
}
GRID_KEYS: Final = 161
"""Keys for the whole application grid; 317 where every cell is typed and left with Tab."""
REPORT_KEYS: Final = 257
"""Keys and clicks for the whole report but its prose, the clerk's own; 392 for the cells alone where each is typed."""


@pytest.fixture
def clerk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Clerk]:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    yield from at_work(qtbot, tmp_path, date(2025, 1, 10))


def begin(clerk: Clerk) -> None:
    """From the start page to an empty report, whose kind and place the program proposes."""
    clerk.press(Qt.Key.Key_N, CTRL)
    clerk.type(OFFICE)
    clerk.press(Qt.Key.Key_Return)


def test_the_application_grid_is_filled_in_with_few_keys(clerk: Clerk) -> None:
    begin(clerk)
    go_to(clerk, "applications")
    clerk.effort = 0
    fill_applications(clerk, FIGURES)
    applications = [key for key in FORM.cells if FORM.cells[key].table.id == "applications"]
    assert {key: clerk.report.value(key) for key in applications} == {
        key: FIGURES[key] for key in applications
    }
    assert clerk.effort <= GRID_KEYS


def test_the_whole_report_from_start_page_to_four_files(clerk: Clerk, tmp_path: Path, qtbot: QtBot) -> None:
    begin(clerk)
    for page in ("overview", "disclosure", "applications", "disputes", "problems", "other_matters"):
        go_to(clerk, page)
        if page in PROSE:
            clerk.write(PROSE[page])
        elif page == "applications":
            fill_applications(clerk, FIGURES)
        else:
            fill_row_by_row(clerk, page, FIGURES)
    clerk.press(Qt.Key.Key_S, CTRL)
    assert saved_words(clerk.window).startswith("已保存")
    exported = export(clerk, qtbot)
    assert clerk.report.values() == FIGURES
    assert {path.suffix for path in exported.written} == {".pdf", ".docx", ".xlsx", ".html"}
    assert {path.parent for path in exported.written} == {tmp_path}
    read = next(path for path in exported.written if path.suffix == ".docx")
    assert take_in(read).report.values() == FIGURES
    assert (clerk.report.field("level"), clerk.report.text("overview")) == ("government", PROSE["overview"])
    assert clerk.prose == sum(len(words) for words in PROSE.values())
    assert clerk.effort <= REPORT_KEYS
