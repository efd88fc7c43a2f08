"""A report with the longest name of an office and the largest numbers there are, on every page that shows them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from model.report import Slot, SlotKind
from tests.screenshots.camera import Camera
from tests.ui.windows import tool_of
from ui.tools.read_out_page import ReadOutPage
from ui.tools.recheck_page import RecheckPage
from ui.tools.sign_off_page import SignOffPage

OFFICE = "云溪土家族苗族自治县人力资源和社会保障局柳树镇青石坪社区公共服务中心办公室驻县站"
"""40 characters, as no office is longer."""
_LARGEST = 1_234_567


def heavy(camera: Camera) -> None:
    """Every page and tool of such a report."""
    window = camera.window
    window.files.new(OFFICE, "department", 2025, camera.home / f"{OFFICE}.xxgk")
    workspace = window.workspace
    assert workspace is not None
    report = workspace.session.report
    numbers = [(Slot(SlotKind.CELL, key), _LARGEST + 1111 * at) for at, key in enumerate(report.form.entered)]
    workspace.session.edit(numbers, "填写")
    window.messages.clear()
    camera.pages("heavy")
    actions = window.actions_of
    for name in ("years", "charts", "export", "submission", "read_out", "recheck", "history"):
        actions[name].trigger()
        camera.take(f"heavy-{name}")
    actions["sign_off"].trigger()
    camera.wait_until(lambda: bool(tool_of(window, SignOffPage).sheets.pages))
    camera.take("heavy-sign_off")
    actions["read_out"].trigger()
    read_out = tool_of(window, ReadOutPage)
    read_out.tabs.setCurrentIndex(1)
    camera.take("heavy-read-out-applications")
    actions["recheck"].trigger()
    again = tool_of(window, RecheckPage)
    QTest.keyClicks(again.names["checker"], "Ouyang Wanzhen")
    QTest.keyClick(again.names["checker"], Qt.Key.Key_Return)
    again.tabs.setCurrentIndex(1)
    again.grid.setFocus()
    for number in ("1234567", "7654321"):
        QTest.keyClicks(again.grid, number)
        QTest.keyClick(again.grid, Qt.Key.Key_Return)
    camera.take("heavy-recheck-applications")
    workspace.show_page("applications").enter()
    actions["preview"].trigger()
    preview = window.tool_deeds.preview if window.tool_deeds else None
    if preview is not None:
        camera.wait_until(lambda: bool(preview.pages))
    camera.take("heavy-preview")
    actions["preview"].trigger()
