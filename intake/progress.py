"""How far a reading has come, told in words as it goes on."""

from collections.abc import Callable
from typing import TypeAlias

Tell: TypeAlias = Callable[[str], None]
"""Takes a short sentence about what is being done."""


def silent(_words: str) -> None:
    """Tell nobody."""
