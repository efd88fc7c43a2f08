"""Files as accidents and other versions make them: downloads that are not whole, a report of a later format."""

import re
from collections.abc import Mapping


def damaged(whole: bytes) -> Mapping[str, bytes]:
    """Return damaged copies of a download, by what has happened to them."""
    middle = len(whole) // 2
    changed = bytes([whole[middle] ^ 1])
    return {
        "cut off": whole[:middle],
        "with one byte changed": whole[:middle] + changed + whole[middle + 1 :],
    }


def of_later_version(report: str) -> str:
    """Return the text of a report as a version of the program would save it that this one does not know yet."""
    return re.sub(r'"format":\d+', '"format":999', report, count=1)
