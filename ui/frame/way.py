"""The way to what a command is done to: it comes into sight first, or the command is refused."""

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QWidget

from ui.frame.actions import Sight
from ui.report.workspace import Workspace

_NOT_IN_SIGHT: Final = "请先回到报告的页面，再做这一步"


def is_brought_into_sight(
    sight: Sight, work: Workspace, in_sight: QWidget, show_work: Callable[[], object]
) -> bool:
    """Bring into sight what a command is done to; False, with the reason told, where it must be there already.

    `show_work` shows the desk in place of what covers it.
    """
    is_covered = in_sight is not work
    if sight is Sight.CURSOR:
        in_place = not is_covered and work.page is not None
        if not in_place:
            work.message.emit(_NOT_IN_SIGHT)
        return in_place
    if is_covered:
        show_work()
    if sight is Sight.PAGE and work.page is None:
        work.leave_tool()
    return True
