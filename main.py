"""年报助手: opens the window, or does one command without it."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import commands
import resources

_SAMPLE: Final = "sample"


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments ask for and return the exit code: 0 done, 1 errors found by `check`, 2 unusable input."""
    if arguments and (arguments[0] in commands.COMMANDS or arguments[0].startswith("-")):
        return commands.run(arguments)
    if arguments and arguments[0] == _SAMPLE:
        return _show_sample(arguments[1:])
    if len(arguments) > 1:
        return commands.complain(f"不认识的命令“{arguments[0]}”。\n{commands.USAGE}")
    path = Path(arguments[0]) if arguments else None
    if path is not None and not path.exists():
        return commands.complain(f"没有名为“{path}”的文件，也没有这个命令。\n{commands.USAGE}")
    reason = _open_window(path)
    return reason if isinstance(reason, int) else commands.complain(reason)


def _show_sample(arguments: Sequence[str]) -> int:
    """Open the window with the sample; without a display do the same job without a window, into a folder."""
    if arguments and (len(arguments) != 2 or arguments[0] != "--to"):
        return commands.complain(f"命令的参数不对。\n{commands.USAGE}")
    sample = resources.path("samples/示例.xxgk")
    reason = _open_window(sample)
    if isinstance(reason, int):
        return reason
    commands.complain(f"{reason}改为不开窗口，核对并导出示例。")
    checked = commands.run(["check", str(sample)])
    return commands.run(["export", str(sample), "--to", arguments[1] if arguments else "out"]) or checked


def _open_window(path: Path | None) -> int | str:
    """Open the window and return its exit code, or the sentence that says why there can be none."""
    from ui.desktop import explain, why_no_window

    reason = why_no_window()
    if reason is not None:
        return reason
    try:
        from ui.application import run
    except ImportError as error:
        sentence = explain(error)
        if sentence is None:
            raise
        return sentence
    return run(path)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
