"""What parts of a text are called that stand below its headings, （一）, 2.主动公开情况。, and how years are written."""

from typing import Final

ITEM: Final = r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]"
"""A pattern of the number of a part."""
LABEL: Final = rf"(?:{ITEM}[^。，,\n]{{0,20}}?[。.：:]?)"
"""A pattern of that number with the name behind it, if any."""
NUMBER_OF_YEAR: Final = r"(?:[2２][0０]\d\d|二[〇○零][〇○零一二三四五六七八九]{2})"
"""A pattern of a year in digits of either width, or in characters."""
