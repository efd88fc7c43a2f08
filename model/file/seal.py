"""The seal of an office file: a digest of every record and one of them all, by which a file proves that it is whole.

Texts and numbers are held alike: one character or digit that is another gives another digest. What does not change
the content (blanks between records, the way a character is escaped) does not break the seal.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

SEAL: Final = "seal"
"""The seal's name among the tables of a file."""
SEALED_SINCE: Final = 3
"""The first format that has a seal."""
_WHOLE: Final = "whole"
_LENGTH: Final = 32
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

Tables: TypeAlias = Mapping[str, object]


def encoded(value: object) -> bytes:
    """Return a value as the bytes that stand in a file, half a surrogate pair as “?”."""
    return _ENCODER.encode(value).encode(errors="replace")


def digest(content: bytes) -> str:
    """Return a content's digest."""
    return hashlib.sha256(content).hexdigest()[:_LENGTH]


def seal_of(records: Iterable[tuple[str, str]], version: int) -> dict[str, str]:
    """Return the seal of records, given as pairs of name (table/row) and digest."""
    parts = dict(sorted(records))
    return {_WHOLE: digest(encoded([version, parts])), **parts}


def whole_of(seal: Mapping[str, str]) -> str:
    """Return the one digest that stands for everything in the file."""
    return seal[_WHOLE]


def broken_at(tables: Tables, seal: object, version: int) -> str | None:
    """Return the first record (table/row) that does not agree with the seal, "" for the seal itself, None if all do."""
    if not isinstance(seal, Mapping):
        return ""
    found: list[tuple[str, str]] = []
    for table, rows in tables.items():
        if not isinstance(rows, Mapping):
            return table
        for row, record in rows.items():
            name = f"{table}/{row}"
            found.append((name, digest(encoded(record))))
            if seal.get(name) != found[-1][1]:
                return name
    missing = {str(name) for name in seal if name != _WHOLE} - {name for name, _ in found}
    if missing:
        return min(missing)
    agrees: bool = seal_of(found, version) == dict(seal)
    return None if agrees else ""
