"""The height of the findings' list, known before the list is there."""

from typing import Final

HEIGHT: Final = 138
"""Room for the head and four rows at the usual size of text, in device-independent pixels."""
LEAST: Final = 76
"""Room for the head and one row: of a low window the findings have no more, unless the clerk gives it to them."""
