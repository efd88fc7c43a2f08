"""The looks of cells as named styles, so that a clerk finds them by name in the spreadsheet's own list of styles."""

from enum import StrEnum
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side

SHADE: Final = "F2F2F2"
ACCENT: Final = "DCE6F1"
FAULT: Final = "C00000"
SOUND: Final = "2E7D32"
HIDDEN: Final = ";;;"
"""A number format that shows nothing."""

_THIN: Final = Side(style="thin", color="808080")
_BOX: Final = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_BARE: Final = Border()


class Look(StrEnum):
    """What a cell is; the value is the style's name."""

    TITLE = "年报标题"
    NOTE = "年报说明"
    HEAD = "年报表头"
    LABEL = "年报行名"
    GROUP = "年报分组"
    ENTRY = "年报填报"
    SUM = "年报合计"
    CHECK = "年报核对"
    TEXT = "年报文字"


def add_styles(workbook: Workbook) -> None:
    """Make all looks known to the workbook."""
    for look in Look:
        workbook.add_named_style(_style(look))


def _style(look: Look) -> NamedStyle:
    centred = look in (Look.HEAD, Look.GROUP, Look.ENTRY, Look.SUM, Look.CHECK)
    number = look in (Look.ENTRY, Look.SUM)
    fill = {Look.HEAD: ACCENT, Look.LABEL: SHADE, Look.GROUP: SHADE, Look.SUM: SHADE, Look.CHECK: SHADE}.get(
        look
    )
    return NamedStyle(
        name=look.value,
        font=_font(look),
        fill=PatternFill("solid", start_color=fill) if fill else PatternFill(),
        border=_BARE if look in (Look.TITLE, Look.NOTE) else _BOX,
        alignment=Alignment(
            horizontal="center" if centred else "left",
            vertical="top" if look is Look.TEXT else "center",
            wrap_text=not number,
            shrink_to_fit=number,
        ),
        number_format="@" if look is Look.TEXT else "General",
        protection=Protection(locked=look not in (Look.ENTRY, Look.TEXT)),
    )


def _font(look: Look) -> Font:
    if look is Look.TITLE:
        return Font("黑体", 14)
    if look is Look.NOTE:
        return Font("宋体", 9, color="595959")
    return Font("黑体" if look is Look.HEAD else "宋体", 11 if look is Look.TEXT else 10)
