"""Whoever has never seen the program: from last year's published page to four files, with what the window itself offers."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from export.products import produce
from intake.taking_in import take_in
from model.form_file import load_form
from model.levels import Level
from model.report import Slot, SlotKind
from model.values import Value
from tests.figures import municipality, municipality_report
from tests.ui.clerk import CTRL, Clerk, at_work, export, fill_applications, fill_row_by_row, go_to
from tests.ui.windows import saved_words
from ui.prose.page import ProsePage

FORM = load_form("2021")
PROSE: Final = {
    "overview": "（一）主动公开\n2024年公开工作平稳有序。\n（二）依申请公开\n按期答复。\n（三）政府信息管理\n清理文件。\n"
    "（四）政府信息公开平台建设\n优化栏目。\n（五）监督保障\n组织培训。",
    "problems": "存在的主要问题：公开内容不够全面。改进情况：加强培训。",
    "other_matters": "本年度收取信息处理费0元。",
}
NEW_USER_KEYS: Final = 254
"""Keys and clicks: fewer than where nothing is there to begin from, as office, 上年结转 and texts come with the page."""


@pytest.fixture
def clerk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Clerk]:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    yield from at_work(qtbot, tmp_path, date(2026, 1, 10))


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """Last year's report as it stands on the office's web site."""
    report = municipality_report()
    report.set((Slot(SlotKind.TEXT, section), words) for section, words in PROSE.items())
    folder = tmp_path / "网站"
    folder.mkdir()
    return next(iter(produce("html", {2024: report}, 2024, folder)))


def this_year() -> dict[str, Value]:
    """The figures of a year that begins with what the last one has carried over."""
    last = municipality()
    report = municipality_report()
    for key in FORM.entered:
        if key.startswith("applications.carried_in."):
            column = key.rpartition(".")[2]
            received, carried = f"applications.received.{column}", last[f"applications.carried_out.{column}"]
            both = (last[received] or 0) + (last[key] or 0)
            report.set(
                [
                    (Slot(SlotKind.CELL, key), carried),
                    (Slot(SlotKind.CELL, received), both - (carried or 0)),
                ]
            )
    return report.values()


def begin_from_published(clerk: Clerk, qtbot: QtBot, published: Path) -> None:
    """The first deed of the start page, the file, and Enter on what the program proposes."""
    clerk.click(clerk.window.start.deeds["from_last_year"])
    with qtbot.waitSignal(clerk.window.deeds.imports.show_wanted, timeout=60_000):
        clerk.choose(published)
    clerk.press(Qt.Key.Key_Return)


def write_from_last_year(clerk: Clerk) -> None:
    page = clerk.window.workspace.page if clerk.window.workspace is not None else None
    assert isinstance(page, ProsePage)
    clerk.click(page.begin_from_last_year)


def test_last_years_page_becomes_this_years_four_files(
    clerk: Clerk, qtbot: QtBot, published: Path, tmp_path: Path
) -> None:
    figures = this_year()
    begin_from_published(clerk, qtbot, published)
    assert clerk.report.year == 2025
    carried = [key for key in FORM.entered if key.startswith("applications.carried_in.")]
    assert [clerk.report.value(key) for key in carried] == [figures[key] for key in carried]
    for page in ("overview", "disclosure", "applications", "disputes", "problems", "other_matters"):
        go_to(clerk, page)
        if page in PROSE:
            write_from_last_year(clerk)
        elif page == "applications":
            fill_applications(clerk, figures, carried)
        else:
            fill_row_by_row(clerk, page, figures)
    clerk.press(Qt.Key.Key_S, CTRL)
    clerk.take_proposed(tmp_path)
    assert saved_words(clerk.window).startswith("已保存")
    assert clerk.report.values() == figures
    assert "2025年公开工作" in clerk.report.text("overview")
    assert clerk.window.desk is not None
    assert clerk.window.desk.session.outcome.counts[Level.ERROR] == 0
    exported = export(clerk, qtbot)
    assert {path.suffix for path in exported.written} == {".pdf", ".docx", ".xlsx", ".html"}
    assert {path.parent for path in exported.written} == {tmp_path}
    for path in exported.written:
        assert take_in(path).report.values() == figures, path.suffix
    assert clerk.effort <= NEW_USER_KEYS
