"""Draws the program's icon in the sizes that desktops ask for, from resources/icons/program.svg: `make icons`.

The pictures are committed, so that every build has the same and none needs a drawing library.
"""

import io
from pathlib import Path
from typing import Final

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from release.facts import ICON_SIZES, ICONS, ROOT

_DRAWING: Final = ROOT / "resources" / "icons" / "program.svg"
_SIDE: Final = (164, 314)
"""Pixels of the picture beside the first and the last page of the installer for Windows, as NSIS asks for it."""
_SIDE_ICON: Final = 96
_SIDE_COLOUR: Final = "#e3ecf8"


def picture(size: int) -> bytes:
    """Return the icon as PNG, size × size pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(_DRAWING)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def draw(folder: Path) -> None:
    """Write nianbao-SIZE.png for each size, nianbao.ico with all of them, and the installer's picture."""
    folder.mkdir(parents=True, exist_ok=True)
    images = []
    for size in ICON_SIZES:
        data = picture(size)
        (folder / f"nianbao-{size}.png").write_bytes(data)
        images.append(Image.open(io.BytesIO(data)))
    largest = images[-1]
    largest.save(folder / "nianbao.ico", sizes=[image.size for image in images], append_images=images)
    beside_the_installer().save(folder / "setup.bmp")


def beside_the_installer() -> Image.Image:
    """Return the installer's picture: the icon on a plain ground, a third from the top."""
    side = Image.new("RGB", _SIDE, _SIDE_COLOUR)
    icon = Image.open(io.BytesIO(picture(_SIDE_ICON)))
    side.paste(icon, ((_SIDE[0] - _SIDE_ICON) // 2, (_SIDE[1] - _SIDE_ICON) // 3), icon)
    return side.quantize()


if __name__ == "__main__":
    draw(ICONS)
