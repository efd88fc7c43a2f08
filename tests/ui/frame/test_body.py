"""Pages lie over the work, one over the other, and go in the order in which they came."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.frame.body import Body
from ui.look.page_head import PageHead


@pytest.fixture
def work() -> QWidget:
    return QWidget()


@pytest.fixture
def body(qtbot: QtBot, work: QWidget) -> Iterator[Body]:
    window = QWidget()
    qtbot.addWidget(window)
    made = Body(window)
    made.addWidget(work)
    yield made
    window.close()


def test_pages_go_in_the_order_in_which_they_came(body: Body, work: QWidget) -> None:
    first, second = QWidget(), QWidget()
    body.cover(first, (work,))
    body.cover(second, (work,))
    body.cover(second, (work,))
    assert body.currentWidget() is second
    assert body.uncover() is first
    assert body.currentWidget() is first
    assert body.uncover() is None


def test_the_work_comes_back_over_all_pages(body: Body, work: QWidget) -> None:
    for page in (QWidget(), QWidget()):
        body.cover(page, (work,))
    body.show_work(work)
    assert body.currentWidget() is work
    assert body.uncover() is None


def test_the_head_of_a_page_leads_back_once(body: Body, work: QWidget, qtbot: QtBot) -> None:
    page = QWidget()
    head = PageHead("使用手册", page)
    QVBoxLayout(page).addWidget(head)
    body.cover(page, (work,))
    body.show_work(work)
    body.cover(page, (work,))
    asked: list[None] = []
    body.back_wanted.connect(lambda: asked.append(None))
    head.back_wanted.emit()
    assert len(asked) == 1
