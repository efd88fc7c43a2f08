"""Reading in a process of its own: whatever a source does there, the program goes on."""

from typing import Final

READER: Final = "read-apart"
"""The one argument that makes the program such a process. Not for people."""
