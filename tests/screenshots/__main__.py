"""Takes the pictures: every look at 1366×768, larger scalings and larger text, each in a process of its own."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from model.file import user_folder

LOOKS = (
    ("light", "1"),
    ("dark", "1"),
    ("light", "2"),
    ("light", "1.25"),
    ("dark", "1.5"),
    ("contrast", "1"),
    ("large", "1"),
)


def main(folder: str) -> int:
    """Take all pictures into a folder and return the exit code."""
    for look, scale in LOOKS:
        with tempfile.TemporaryDirectory() as home:
            kept = {f"XDG_{kind}_HOME": f"{home}/{kind}" for kind in ("DATA", "CONFIG", "CACHE", "STATE")}
            kept[user_folder.VARIABLE] = f"{home}/user"
            environment = os.environ | kept | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
            target = Path(folder) / f"{look}-{round(float(scale) * 100)}"
            command = [sys.executable, "-m", "tests.screenshots.take", str(target), look]
            done = subprocess.run(command, env=environment, check=False)
            if done.returncode:
                return done.returncode
    print(f"{sum(1 for _ in Path(folder).rglob('*.png'))} pictures in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
