"""The office file's format version and the numbered steps that bring older files up to it, on plain data.

Each step takes the data of format n and makes that of format n + 1. One small sample file of every old format is
kept with the tests. A step, once released, is never changed.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

Data: TypeAlias = dict[str, object]
"""What a file says: the format version and the tables, as JSON gives them."""


def _start_history(data: Data) -> None:
    """Format 2 keeps a history of what each save changed."""
    data["history"] = {}


def _name_the_file(data: Data) -> None:
    """Format 3 has no such history but an origin with an identity, the same at each opening: made of the content."""
    data.pop("history", None)
    content = json.dumps(data, sort_keys=True).encode()
    data["origin"] = {"1": {"identity": hashlib.sha256(content).hexdigest()[:32]}}


STEPS: Final[Mapping[int, Callable[[Data], None]]] = {1: _start_history, 2: _name_the_file}
"""Format version → the step that leads to the next one."""

CURRENT: Final = max(STEPS) + 1


def upgrade(data: Data, version: int) -> Data:
    """Return the data of format `version` in the current format; the data given are left as they are."""
    upgraded = dict(data)
    for step in range(version, CURRENT):
        STEPS[step](upgraded)
        upgraded["format"] = step + 1
    return upgraded
