"""What is drawn on a PDF page, and where: parts of it may be drawn once as a form and put on the page somewhere else."""

import ctypes
from collections.abc import Iterator
from itertools import islice
from typing import Final

import pypdfium2
from pypdfium2 import raw

MOST_OBJECTS: Final = 20_000
"""Of a page that are looked at."""
_WIDE: Final = 0.4
_TALL: Final = 0.04
"""Of a page: a table that is a picture is at least so wide and so tall; smaller ones are seals and signs."""
_DEEPEST: Final = 4
"""Forms within forms, the page counted, as programs leave them that put pages into pages."""


def objects_on(page: pypdfium2.PdfPage, *kinds: int) -> Iterator[pypdfium2.PdfObject]:
    """Yield what is drawn on a page in its order, `kinds` of objects alone where some are given."""
    return islice(page.get_objects(filter=kinds or None, max_depth=_DEEPEST), MOST_OBJECTS)


def bounds_on_page(item: pypdfium2.PdfObject) -> tuple[float, float, float, float]:
    """Return left, bottom, right and top in points of the page; the library gives them in those of the form."""
    bounds: tuple[float, float, float, float] = item.get_bounds()
    for matrix in placings(item):
        bounds = matrix.on_rect(*bounds)
    return bounds


def placings(item: pypdfium2.PdfObject) -> Iterator[pypdfium2.PdfMatrix]:
    """Yield how the forms that an object stands in are put on the page, the innermost first."""
    form = item.container
    while form is not None:
        yield form.get_matrix()
        form = form.container


def pictures_on(page: pypdfium2.PdfPage) -> Iterator[tuple[float, float, float, float]]:
    """Yield left, bottom, right and top of the pictures on a page that are large enough for a table."""
    for item in objects_on(page, raw.FPDF_PAGEOBJ_IMAGE):
        left, bottom, right, top = bounds_on_page(item)
        if right - left > _WIDE * page.get_width() and top - bottom > _TALL * page.get_height():
            yield left, bottom, right, top


def address_of(item: object) -> int:
    """Return where the library keeps an object, by which it is known again."""
    return ctypes.cast(item, ctypes.c_void_p).value or 0  # type: ignore[arg-type]
