"""One quiet style in three looks: the colours by what they mean, spacing, and the style sheet made of them.

Which look the window has is told by the application's own palette, so that there is one place to ask.
"""

import re
from typing import Final, NamedTuple

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

import resources
from ui.look.fonts import window_font

SPACE: Final = 8
"""The unit of all distances, in device-independent pixels; half and double are used too."""

_SIZES: Final = {"small": 0.85, "verdict": 1.05, "heading": 1.3, "title": 1.8, "number": 3.0}
"""Sizes of letters in the style sheet, as parts of the usual size."""


class Theme(NamedTuple):
    """Colours (#rrggbb) by meaning. A `_soft` colour is the ground that goes with the ink of the same name.

    The grounds differ between themes: a theme is known by its own. `focus` is the width of the frame around what
    has the keyboard, in device-independent pixels.
    """

    ground: str  # behind everything
    panel: str  # bars, lists, entry fields
    line: str  # hairlines between parts
    line_strong: str  # frames of fields and tables
    ink: str
    ink_soft: str  # secondary words
    ink_faint: str  # zeros, placeholders
    ink_off: str  # what cannot be chosen now; the only words that may be hard to read
    accent: str
    accent_soft: str
    on_accent: str
    head: str  # heads and labels of a table
    computed: str  # ground of cells that the program adds up
    selection: str  # ground of selected cells
    error: str
    error_soft: str
    explain: str
    explain_soft: str
    hint: str
    hint_soft: str
    good: str
    good_soft: str
    found: str  # ground of words and numbers that were looked for
    ghost: str  # last year's numbers beside this year's
    focus: int = 2


LIGHT: Final = Theme(
    ground="#f4f6f8", panel="#ffffff", line="#e1e5ea", line_strong="#cbd2da", ink="#1d242c", ink_soft="#4d5966",
    ink_faint="#5b6673", ink_off="#a3acb7", accent="#1f5fb0", accent_soft="#e6effa", on_accent="#ffffff", head="#f1f4f8",
    computed="#eef1f6", selection="#dae7f9", error="#b3202c", error_soft="#fdeaea", explain="#8f5a00",
    explain_soft="#fdf3e1", hint="#4a6076", hint_soft="#edf2f7", good="#1c7437", good_soft="#eaf5ec",
    found="#fff3b0", ghost="#6d55a0",
)  # fmt: skip
DARK: Final = Theme(
    ground="#15191e", panel="#1c2127", line="#2c333b", line_strong="#3d4650", ink="#e3e8ee", ink_soft="#b4bfcb",
    ink_faint="#9eaab7", ink_off="#66717e", accent="#6ea8ef", accent_soft="#22364f", on_accent="#0d1b2d", head="#232a32",
    computed="#262e37", selection="#243d5c", error="#ff8d8f", error_soft="#43232a", explain="#eab35b",
    explain_soft="#3d3019", hint="#a9bbcd", hint_soft="#25303b", good="#7fce95", good_soft="#1d3626",
    found="#3b3606", ghost="#b09fd6",
)  # fmt: skip
CONTRAST: Final = Theme(
    ground="#000000", panel="#000000", line="#ffffff", line_strong="#ffffff", ink="#ffffff", ink_soft="#ffffff",
    ink_faint="#e0e0e0", ink_off="#9c9c9c", accent="#ffff00", accent_soft="#333300", on_accent="#000000",
    head="#1f1f1f", computed="#1f1f1f", selection="#003c80", error="#ffc4c4", error_soft="#4d0000",
    explain="#ffcc33", explain_soft="#332600", hint="#ffffff", hint_soft="#1f1f1f", good="#66ff66",
    good_soft="#003300", found="#4d3d00", ghost="#eccfff", focus=4,
)  # fmt: skip
THEMES: Final = (LIGHT, DARK, CONTRAST)


def theme() -> Theme:
    """Return the colours of the running application."""
    ground = QApplication.palette().window().color()
    return next((known for known in THEMES if QColor(known.ground) == ground), LIGHT)


def apply_style(app: QApplication, *, dark: bool, contrast: bool = False) -> None:
    """Give the application its font, colours and style sheet; high contrast goes before light or dark."""
    colours = CONTRAST if contrast else DARK if dark else LIGHT
    app.setFont(window_font(app.font().pointSizeF()))
    app.setPalette(_palette(colours))
    app.setStyleSheet(_style_sheet(colours))


def _palette(colours: Theme) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: colours.ground,
        QPalette.ColorRole.WindowText: colours.ink,
        QPalette.ColorRole.Base: colours.panel,
        QPalette.ColorRole.AlternateBase: colours.head,
        QPalette.ColorRole.Text: colours.ink,
        QPalette.ColorRole.PlaceholderText: colours.ink_faint,
        QPalette.ColorRole.Button: colours.panel,
        QPalette.ColorRole.ButtonText: colours.ink,
        QPalette.ColorRole.ToolTipBase: colours.panel,
        QPalette.ColorRole.ToolTipText: colours.ink,
        QPalette.ColorRole.Highlight: colours.selection,
        QPalette.ColorRole.HighlightedText: colours.ink,
        QPalette.ColorRole.Link: colours.accent,
        QPalette.ColorRole.Mid: colours.line_strong,
        QPalette.ColorRole.Light: colours.panel,
        QPalette.ColorRole.Dark: colours.line_strong,
    }
    palette = QPalette()
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.ink_off))
    return palette


def _style_sheet(colours: Theme) -> str:
    values = {name: str(value) for name, value in colours._asdict().items()}
    usual = QApplication.font().pointSizeF()
    values |= {name: f"{usual * part:.1f}pt" for name, part in _SIZES.items()}
    # On the accent's ground of a box, and on a menu's, which is the other way round.
    tick, mark = ("light", "dark") if colours is LIGHT else ("dark", "light")
    for name, drawing in (("chevron", "chevron"), ("tick", f"tick-{tick}"), ("mark", f"tick-{mark}")):
        values[name] = resources.path(f"icons/{drawing}.svg").as_posix()

    def value(match: re.Match[str]) -> str:
        return values[match[1]]

    sheets = ["style/window.qss", *(["style/contrast.qss"] if colours is CONTRAST else [])]
    return re.sub(r"@(\w+)", value, "".join(map(resources.text, sheets)))
