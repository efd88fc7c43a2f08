"""The window fits small screens in every state that is pictured, also while it reads, counts, writes and sets in type.

What is tried stands in `tests/ui/test_small_screen.py`; `make test` leaves out the states that take their time.
"""

from pathlib import Path
from typing import Final

import pytest

_TRIED: Final = Path(__file__).resolve().parents[1] / "ui" / "test_small_screen.py"


def main() -> int:
    """Try all of them; 0 when the window fits in every one."""
    return int(pytest.main(["--quiet", "--whole", str(_TRIED)]))
