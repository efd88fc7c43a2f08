"""The window's typeface: the system's Chinese face where there is one, else the embedded 黑体."""

from functools import cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

import resources

_PREFERRED: Final = (
    "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC",
    "HarmonyOS Sans SC", "PingFang SC", "WenQuanYi Micro Hei", "SimHei",
)  # fmt: skip
"""Faces made for screens, in the order in which they are looked for."""

_EMBEDDED: Final = ("fonts/Hei.ttf", "fonts/Fallback-Song.ttf")
"""The window's face and the one for the characters it lacks (names of places and persons)."""

POINT_SIZE: Final = 10.0


def window_font() -> QFont:
    """Return the font for all of the window; the embedded faces are loaded only where the system has none."""
    known = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    families = [name for name in _PREFERRED if name in known][:1] or known[:1] or _embedded()
    font = QFont(families)
    font.setPointSizeF(POINT_SIZE)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font


@cache
def _embedded() -> list[str]:
    """Families of the embedded faces; loading them is slow, and each time would add them once more."""
    families: list[str] = []
    for name in _EMBEDDED:
        number = QFontDatabase.addApplicationFont(str(resources.path(name)))
        families += QFontDatabase.applicationFontFamilies(number)
    return families
