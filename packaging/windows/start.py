"""What 年报助手.exe runs: the program, told that the Python for further processes is pythonw.exe beside this file."""

import os
import sys
from pathlib import Path

_RUNTIME = Path(__file__).resolve().parent
_PROGRAM = _RUNTIME.parent / "app"


def run() -> int:
    """Run the program with the arguments as they came."""
    sys.executable = sys._base_executable = str(_RUNTIME / "pythonw.exe")  # type: ignore[attr-defined]  # noqa: SLF001
    sys.path[0] = str(_PROGRAM)
    if sys.platform == "win32":  # where alone it runs
        # Qt's plugins look for Qt's libraries where this process looks; without this one icons are not drawn.
        os.add_dll_directory(str(_RUNTIME / "Lib" / "site-packages" / "PySide6"))
    import main

    return main.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(run())
