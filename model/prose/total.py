"""A total and the parts told with it, where these make up another number."""

from dataclasses import dataclass

from model.prose.words.numerals import Quantity


@dataclass(frozen=True, slots=True)
class Sum:
    """A total and its parts as told, where they do not agree. `sure`: they cannot, whatever else there is."""

    quantity: Quantity
    start: int
    end: int
    parts: tuple[Quantity, ...]
    read: str
    sure: bool
