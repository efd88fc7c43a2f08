"""The QR code of a check code: a square with its three finders, as a picture the same."""

from io import BytesIO

from PIL import Image

from export.qr import modules, picture

CODE = "DD62BABF795C"
_FINDER = 7


def test_three_corners_have_a_finder() -> None:
    rows = modules(CODE)
    side = len(rows)
    assert {len(row) for row in rows} == {side}
    far = side - _FINDER
    for top, left in ((0, 0), (0, far), (far, 0)):
        square = [row[left : left + _FINDER] for row in rows[top : top + _FINDER]]
        assert all(square[0])
        assert all(row[0] and row[-1] for row in square)
        assert not any(square[1][1:-1])


def test_the_picture_shows_each_module() -> None:
    rows = modules(CODE)
    image = Image.open(BytesIO(picture(CODE)))
    assert image.width == image.height
    dots = image.width // len(rows)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            assert (image.getpixel((x * dots + dots // 2, y * dots + dots // 2)) == 0) == dark


def test_another_code_is_another_picture() -> None:
    assert picture(CODE) == picture(CODE) != picture("DD62BABF795D")
