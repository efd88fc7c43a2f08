"""Takes the pictures: looks, screens and scalings, each in a process of its own."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from model.file import user_folder

LOOKS = ("light", "dark", "contrast", "large")
SCREENS = ((1024, 768), (1366, 768), (1920, 1080), (2560, 1440))
SCALES = (1.0, 1.25, 1.5, 2.0)
LEAST = (880, 480)
"""What the window needs; a screen that is scaled up beyond that is not looked at."""
USUAL = (
    ("light", (1366, 768), 1.0), ("dark", (1366, 768), 1.0), ("contrast", (1366, 768), 1.0),
    ("large", (1366, 768), 1.0), ("light", (1024, 768), 1.0), ("light", (1366, 768), 1.25),
    ("dark", (1366, 768), 1.5), ("light", (1920, 1080), 1.25), ("contrast", (1920, 1080), 2.0),
    ("light", (2560, 1440), 1.0), ("dark", (2560, 1440), 2.0),
)  # fmt: skip


def every() -> Iterator[tuple[str, tuple[int, int], float]]:
    """Each look on each screen at each scale that leaves enough room."""
    for look, screen, scale in product(LOOKS, SCREENS, SCALES):
        if screen[0] / scale >= LEAST[0] and screen[1] / scale >= LEAST[1]:
            yield look, screen, scale


def chosen(names: tuple[str, ...]) -> Iterator[tuple[str, tuple[int, int], float]]:
    """The usual views, `every` view, or those with these names, such as dark-1920-150."""
    if not names or names == ("every",):
        yield from every() if names else USUAL
    else:
        yield from (view for view in every() if _name(*view) in names)


def _name(look: str, screen: tuple[int, int], scale: float) -> str:
    return f"{look}-{screen[0]}-{round(scale * 100)}"


def _described(screen: tuple[int, int]) -> dict[str, object]:
    """A screen as Qt's platform without one wants to have it described."""
    size = {"width": screen[0], "height": screen[1]}
    return {
        "screens": [
            {"name": "view", "x": 0, "y": 0, **size, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        ]
    }


def main(folder: str, *names: str) -> int:
    """Take pictures of the views chosen into a folder, and return the exit code."""
    for look, screen, scale in chosen(names):
        with tempfile.TemporaryDirectory() as home:
            kept = {f"XDG_{kind}_HOME": f"{home}/{kind}" for kind in ("DATA", "CONFIG", "CACHE", "STATE")}
            kept[user_folder.VARIABLE] = f"{home}/user"
            described = Path(home) / "screen.json"
            described.write_text(json.dumps(_described(screen)), encoding="utf-8")
            kept["QT_QPA_PLATFORM"] = f"offscreen:configfile={described}"
            environment = os.environ | kept | {"QT_SCALE_FACTOR": str(scale)}
            target = Path(folder) / _name(look, screen, scale)
            size = [str(round(side / scale)) for side in screen]
            command = [sys.executable, "-m", "tests.screenshots.take", str(target), look, *size]
            done = subprocess.run(command, env=environment, check=False)
            if done.returncode:
                return done.returncode
    print(f"{sum(1 for _ in Path(folder).rglob('*.png'))} pictures in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
