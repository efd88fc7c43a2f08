"""One quiet style, light and dark: the colours by what they mean, spacing, and the style sheet made of them.

Whether the window is dark is told by the application's own palette, so that there is one place to ask.
"""

import re
from dataclasses import asdict, dataclass
from typing import Final

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

import resources
from ui.fonts import window_font

SPACE: Final = 8
"""The unit of all distances, in device-independent pixels; half and double are used too."""

ROW_HEIGHT: Final = 24
"""Height of a row of a table or list at 100 %."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours (#rrggbb) by meaning. A `_soft` colour is the ground that goes with the ink of the same name."""

    ground: str  # behind everything
    panel: str  # bars, lists, entry fields
    line: str  # hairlines between parts
    line_strong: str  # frames of fields and tables
    ink: str
    ink_soft: str  # secondary words
    ink_faint: str  # zeros, placeholders
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
    ghost: str  # last year's numbers beside this year's


LIGHT: Final = Theme(
    ground="#f4f6f8", panel="#ffffff", line="#e1e5ea", line_strong="#cbd2da", ink="#1d242c", ink_soft="#586472",
    ink_faint="#a3acb7", accent="#1f5fb0", accent_soft="#e6effa", on_accent="#ffffff", head="#f1f4f8",
    computed="#eef1f6", selection="#d3e3f7", error="#b3202c", error_soft="#fdeaea", explain="#8f5a00",
    explain_soft="#fdf3e1", hint="#4a6076", hint_soft="#edf2f7", good="#1c7437", good_soft="#eaf5ec",
    ghost="#8a75ad",
)  # fmt: skip
DARK: Final = Theme(
    ground="#15191e", panel="#1c2127", line="#2c333b", line_strong="#3d4650", ink="#e3e8ee", ink_soft="#a3aebb",
    ink_faint="#66717e", accent="#6ea8ef", accent_soft="#22364f", on_accent="#0d1b2d", head="#232a32",
    computed="#262e37", selection="#29466b", error="#ff8d8f", error_soft="#43232a", explain="#eab35b",
    explain_soft="#3d3019", hint="#a9bbcd", hint_soft="#25303b", good="#7fce95", good_soft="#1d3626",
    ghost="#b09fd6",
)  # fmt: skip


def theme() -> Theme:
    """Return the colours of the running application."""
    return DARK if QApplication.palette().window().color().lightness() < 128 else LIGHT


def apply_style(app: QApplication, *, dark: bool) -> None:
    """Give the application its font, colours and style sheet."""
    colours = DARK if dark else LIGHT
    app.setFont(window_font())
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
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.ink_faint))
    return palette


def _style_sheet(colours: Theme) -> str:
    values: dict[str, str] = asdict(colours)
    tick = "dark" if colours is DARK else "light"
    for name, drawing in (("chevron", "chevron"), ("tick", f"tick-{tick}")):
        values[name] = resources.path(f"icons/{drawing}.svg").as_posix()

    def colour(match: re.Match[str]) -> str:
        return values[match[1]]

    return re.sub(r"@(\w+)", colour, resources.text("style/window.qss"))
