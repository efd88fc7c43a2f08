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
    """Write nianbao-SIZE.png for each size, and nianbao.ico with all of them."""
    folder.mkdir(parents=True, exist_ok=True)
    images = []
    for size in ICON_SIZES:
        data = picture(size)
        (folder / f"nianbao-{size}.png").write_bytes(data)
        images.append(Image.open(io.BytesIO(data)))
    largest = images[-1]
    largest.save(folder / "nianbao.ico", sizes=[image.size for image in images], append_images=images)


if __name__ == "__main__":
    draw(ICONS)
