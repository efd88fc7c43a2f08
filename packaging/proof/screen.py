"""A screen that nobody sees, for a program in a bare root: Xvfb, with xdotool to look for windows."""

import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_SIZE = "1366x768x24"
REPORT_WINDOW = "年度.* — 年报助手"
"""What the title of a window with a report in it looks like, wherever the report lies."""
DRAWN = 50
"""A screen with more colours than this shows more than an empty window."""
_IN_THE_PREAMBLE = ("700", "545")
"""A point of a report's first page, from the window's corner."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A running X server, by its display such as :79."""

    display: str

    def shows(self, title: str) -> bool:
        """Whether a visible window's title has these words."""
        return bool(self.ask("xdotool", "search", "--onlyvisible", "--name", title).strip())

    def colours(self, picture: Path) -> int:
        """Take a picture of the screen and return how many colours are in it."""
        self.ask("import", "-window", "root", str(picture))
        return int(self.ask("convert", str(picture), "-unique-colors", "-format", "%w", "info:") or 0)

    def settles(self, picture: Path, seconds: float = 60) -> bool:
        """Wait until something is drawn and nothing more is added to it: `picture` is of that; return whether it came."""
        seen: list[str] = []

        def still() -> bool:
            drawn = self.colours(picture) > DRAWN
            seen.append(self.ask("convert", str(picture), "-format", "%#", "info:"))
            self.ask("xdotool", "sleep", "1")
            return drawn and len(seen) > 1 and seen[-1] == seen[-2]

        return until(still, seconds)

    def go_into_text(self, picture: Path) -> None:
        """Put the keyboard into the preamble of the report that a window shows, when it is drawn: `picture` is of that."""
        self.settles(picture)
        window = self.ask("xdotool", "search", "--onlyvisible", "--name", REPORT_WINDOW).split()[0]
        self.ask("xdotool", "windowfocus", "--sync", window)
        self.ask("xdotool", "mousemove", "--window", window, *_IN_THE_PREAMBLE, "click", "1", "sleep", "1")

    def ask(self, *command: str) -> str:
        """Run a program on the screen and return what it prints, "" where it fails."""
        environment = {"DISPLAY": self.display, "PATH": "/usr/bin:/bin", "HOME": "/nonexistent"}
        return subprocess.run(command, check=False, env=environment, capture_output=True, text=True).stdout


@contextmanager
def screen() -> Iterator[Screen]:
    """Start an X server on a free display and yield it."""
    with subprocess.Popen(
        # Else it starts anew whenever its last client leaves, be it one that looks for a window, and who comes then is
        # turned away.
        ["Xvfb", "-displayfd", "1", "-screen", "0", _SIZE, "-nolisten", "tcp", "-noreset"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    ) as server:  # fmt: skip
        try:
            number = server.stdout.readline().strip() if server.stdout else ""
            yield Screen(f":{number}")
        finally:
            server.terminate()


def until(happens: Callable[[], bool], seconds: float) -> bool:
    """Wait until something happens, for some seconds at most; return whether it did."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if happens():
            return True
        time.sleep(0.1)
    return False
