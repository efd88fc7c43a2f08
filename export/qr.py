"""The QR code of a check code: its modules for the PDF, a picture of it for Word."""

from functools import lru_cache
from io import BytesIO
from typing import Final, TypeAlias

from export.official import POINT

SIDE: Final = 13.0 / POINT
"""Side on paper in pt: about 0.6 mm a module, which a telephone reads."""
_DOTS: Final = 8
"""Dots of the picture for a module, so that it stays sharp in print."""

Modules: TypeAlias = tuple[tuple[bool, ...], ...]
"""Rows of modules, True for a dark one."""


@lru_cache(maxsize=8)
def modules(code: str) -> Modules:
    """Return the modules of a code's QR code, error correction M."""
    # The encoder brings much of reportlab with it, which a print without a code need not load.
    from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

    encoder = QRCode(None, QRErrorCorrectLevel.M)
    encoder.addData(code)
    encoder.make()
    return tuple(tuple(map(bool, row)) for row in encoder.modules)


def picture(code: str) -> bytes:
    """Return the QR code as a BMP file in black and white, without a margin.

    Nothing in it is compressed: the picture has the same bytes whichever library packs it, on every system.
    """
    from PIL import Image

    rows = modules(code)
    image = Image.new("1", (len(rows), len(rows)), 1)
    image.putdata([0 if dark else 1 for row in rows for dark in row])
    made = BytesIO()
    image.resize((len(rows) * _DOTS, len(rows) * _DOTS), Image.Resampling.NEAREST).save(made, "BMP")
    return made.getvalue()
