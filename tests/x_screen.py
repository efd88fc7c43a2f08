"""A real screen that nobody sees: Xvfb, with xdotool for the hands and Qt for the camera.

There is no window manager on it: a window gets the keyboard when `focus` gives it.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ui.desktop import Machine, why_no_window

SIZE: Final = (1366, 768)
_HANGS_AFTER: Final = 60.0
_CAMERA: Final = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
sys.exit(not app.primaryScreen().grabWindow(0).save(sys.argv[1]))
"""


@dataclass(frozen=True, slots=True)
class XScreen:
    """A running X server; `environment` is for the programs that are to appear on it."""

    environment: Mapping[str, str]

    @contextmanager
    def running(self, *command: str, cwd: Path) -> Iterator[subprocess.Popen[str]]:
        """Run a program on the screen; whatever happens, it does not outlive the block."""
        pipe = subprocess.PIPE
        with subprocess.Popen(
            command, cwd=cwd, env=self.environment, stdout=pipe, stderr=subprocess.STDOUT, text=True
        ) as program:
            try:
                yield program
            finally:
                program.kill()

    def window_of(self, program: subprocess.Popen[str]) -> str:
        """Wait for the program's first visible window and return its id."""
        return self._hands("search", "--sync", "--onlyvisible", "--pid", str(program.pid)).split("\n")[0]

    def wait_for_title(self, words: str) -> None:
        """Wait until some window's title has these words."""
        self._hands("search", "--sync", "--name", words)

    def focus(self, window: str) -> None:
        """Give the keyboard to a window."""
        self._hands("windowfocus", "--sync", window)

    def press(self, *keys: str) -> None:
        """Press keys one after the other, by their names in X: `ctrl+s`, `Return`, `a`."""
        self._hands("key", "--delay", "20", *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self._hands("type", "--delay", "20", text)

    def photograph(self, path: Path) -> None:
        """Save what the screen shows as a picture."""
        subprocess.run(
            [sys.executable, "-c", _CAMERA, str(path)], check=True, env=self.environment, capture_output=True
        )

    def _hands(self, *arguments: str) -> str:
        command = ["xdotool", *arguments]
        return subprocess.run(
            command, check=True, env=self.environment, stdout=subprocess.PIPE, text=True, timeout=_HANGS_AFTER
        ).stdout


def why_no_screen() -> str | None:
    """Why there can be no such screen here, None where there can."""
    missing = [name for name in ("Xvfb", "xdotool") if shutil.which(name) is None]
    if missing:
        return f"{' and '.join(missing)} not installed"
    environment = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":0"}
    return why_no_window(Machine(environment=environment))


@contextmanager
def x_screen(home: Path) -> Iterator[XScreen]:
    """Run an X server with a screen of 1366×768; what its programs keep of a user goes into `home`."""
    read, write = os.pipe()
    size = f"{SIZE[0]}x{SIZE[1]}x24"
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as pipe:
            display = f":{pipe.readline().strip()}"
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "WAYLAND_"))}
        folders = {
            f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("DATA", "CONFIG", "CACHE", "STATE")
        }
        yield XScreen(kept | folders | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"})
    finally:
        server.terminate()
        server.wait()
