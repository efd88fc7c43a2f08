"""Every command of the menus over every page that covers the report: nothing happens out of sight, nothing is lost.

What is tried stands in `tests/ui/test_commands_over_pages.py`; `make test` tries one page of each kind.
"""

from pathlib import Path
from typing import Final

import pytest

_TRIED: Final = Path(__file__).resolve().parents[1] / "ui" / "test_commands_over_pages.py"


def main() -> int:
    """Try all of them; 0 when every command does its work in sight, or says why not."""
    return int(pytest.main(["--quiet", "--whole", str(_TRIED)]))
