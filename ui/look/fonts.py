"""The window's typeface: the system's Chinese face where there is one, else the embedded 黑体."""

from functools import cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

import resources

_PREFERRED: Final = (
    "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC",
    "HarmonyOS Sans SC", "PingFang SC", "WenQuanYi Micro Hei", "SimHei",
)  # fmt: skip
"""Faces made for screens, in the order in which they are looked for."""

_EMBEDDED: Final = ("fonts/Hei.ttf", "fonts/Fallback-Song.ttf")
"""The window's face and the one for the characters it lacks (names of places and persons)."""

POINT_SIZE: Final = 10.0
"""The usual size; all fixed distances are made for it."""
LARGEST: Final = 14.0
"""Beyond this the widest table's labels would leave no room for its numbers; the grid has its own zoom."""


def window_font(wanted: float = POINT_SIZE) -> QFont:
    """Return the font for all of the window, as large as the system's text (points) where that is larger than usual.

    The embedded faces are loaded only where the system has none.
    """
    known = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    system = [name for name in _PREFERRED if name in known][:1] or known[:1]
    font = QFont(system or _embedded())
    font.setPointSizeF(min(max(wanted, POINT_SIZE), LARGEST))
    # The embedded 黑体 has no hints of its own: found anew for each character, they take three times as long as drawing
    # it, for edges that hardly look sharper.
    hints = QFont.HintingPreference
    font.setHintingPreference(hints.PreferVerticalHinting if system else hints.PreferNoHinting)
    return font


def scaled(pixels: int) -> int:
    """Return a distance made for the usual size of text as it is for the window's own."""
    return round(pixels * QApplication.font().pointSizeF() / POINT_SIZE)


@cache
def _embedded() -> list[str]:
    """Families of the embedded faces; loading them is slow, and each time would add them once more."""
    families: list[str] = []
    for name in _EMBEDDED:
        number = QFontDatabase.addApplicationFont(str(resources.path(name)))
        families += QFontDatabase.applicationFontFamilies(number)
    return families
