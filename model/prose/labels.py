"""What the parts of a text are called that stand below its headings: （一）, 2.主动公开情况。"""

from typing import Final

ITEM: Final = r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]"
"""A pattern of the number of a part."""
LABEL: Final = rf"(?:{ITEM}[^。，,\n]{{0,20}}?[。.：:]?)"
"""A pattern of that number with the name behind it, if any."""
