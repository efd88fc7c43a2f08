"""Icons: SVG drawings of resources/icons, in a colour of the theme and sharp at every scaling."""

from functools import cache

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPixmap, QPixmapCache
from PySide6.QtWidgets import QApplication

import resources
from model.program import is_removed

_SIDE = 16
_BLANK = '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16"/>'


def icon(name: str, colour: str, side: int = _SIDE) -> QIcon:
    """Return the icon in a colour (#rrggbb). Raises FileNotFoundError for a name that is none."""
    drawn = QIcon()
    for scale in (1, 2):
        drawn.addPixmap(_drawn(name, colour, side * scale))
    return drawn


def picture(name: str, colour: str, side: int = _SIDE) -> QPixmap:
    """Return the icon as a picture of `side` device-independent pixels, drawn for the densest screen."""
    ratio = QApplication.primaryScreen().devicePixelRatio() if QApplication.primaryScreen() else 1.0
    pixmap = QPixmap(_drawn(name, colour, round(side * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


@cache
def _source(name: str) -> str:
    try:
        return resources.text(f"icons/{name}.svg")
    except FileNotFoundError:
        if is_removed():
            # The words beside it still have to be shown: they tell that the program was removed under its window.
            return _BLANK
        raise


def _drawn(name: str, colour: str, pixels: int) -> QPixmap:
    key = f"icon {name} {colour} {pixels}"
    kept = QPixmap()
    if QPixmapCache.find(key, kept):
        return kept
    drawn = _draw(name, colour, pixels)
    QPixmapCache.insert(key, drawn)
    return drawn


def _draw(name: str, colour: str, pixels: int) -> QPixmap:
    source = _source(name).replace("currentColor", colour)
    for length in ("16", "64"):
        source = source.replace(
            f'width="{length}" height="{length}" view', f'width="{pixels}" height="{pixels}" view'
        )
    pixmap = QPixmap()
    pixmap.loadFromData(source.encode())
    return pixmap if pixmap.width() == pixels else pixmap.scaled(QSize(pixels, pixels))
