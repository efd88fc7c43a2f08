"""Rows of tabs over a part of a page."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar, QWidget

from ui.look.choices import TabBar


def tab_bar(name: str, parent: QWidget) -> QTabBar:
    """Return a row of tabs. It has one from the start: without any, Qt would leave no room for those that come."""
    tabs = TabBar(parent)
    tabs.setAccessibleName(name)
    tabs.setExpanding(False)
    tabs.setDrawBase(False)
    # None of them may be out of sight: behind one stands what has no place.
    tabs.setUsesScrollButtons(False)
    tabs.setElideMode(Qt.TextElideMode.ElideNone)
    tabs.addTab("")
    return tabs


def name_tabs(tabs: QTabBar, names: Sequence[str]) -> None:
    """Have as many tabs as names; those that stay keep their place. There is always one."""
    while tabs.count() > max(len(names), 1):
        tabs.removeTab(tabs.count() - 1)
    for at, name in enumerate(names):
        if at < tabs.count():
            tabs.setTabText(at, name)
        else:
            tabs.addTab(name)
