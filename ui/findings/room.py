"""The height of the findings' list, known before the list is there."""

from typing import Final

HEIGHT: Final = 138
"""Room for the head and four rows at the usual size of text, in device-independent pixels."""
