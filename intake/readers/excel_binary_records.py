"""The records that the parts of an .xlsb file consist of ([MS-XLSB] 2.1.4): kind, size, content."""

from collections.abc import Iterator


def records(part: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield kind and content of the records of a part; both counts before them take seven bits of a byte each.

    Raises IndexError for a part that ends within them.
    """
    at = 0
    while at < len(part):
        counts = []
        for most in (2, 4):
            count = 0
            for place in range(most):
                byte = part[at]
                at += 1
                count |= (byte & 0x7F) << (7 * place)
                if not byte & 0x80:
                    break
            counts.append(count)
        kind, size = counts
        yield kind, part[at : at + size]
        at += size


def number(record: bytes, at: int, size: int = 4) -> int:
    """Return a number of a record."""
    return int.from_bytes(record[at : at + size], "little")


def words(record: bytes, at: int) -> tuple[str, int]:
    """Return a text of a record and where it ends."""
    end = at + 4 + 2 * number(record, at)
    return record[at + 4 : end].decode("utf-16-le"), end
