"""年报助手: opens the window, or does one command without it."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import resources

_SAMPLE: Final = "sample"
_TIDY_AFTER: Final = 300_000
"""Objects made between two searches for those that are no longer needed."""


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments ask for and return the exit code: 0 done, 1 errors found by `check`, 2 unusable input."""
    if not any(arguments):  # an empty name is none: it would stand for the folder one is in
        return _show_window(None)
    if arguments[0] == _SAMPLE:
        return _show_sample(arguments[1:])
    from intake.apart import READER

    if arguments == [READER]:
        from intake.apart.child import serve

        return serve()
    path = Path(arguments[0])
    return _show_window(path) if len(arguments) == 1 and _exists(path) else _do(arguments)


def _show_window(path: Path | None) -> int:
    """Open the window; where there can be none, tell the clerk why."""
    reason = _open_window(path)
    return reason if isinstance(reason, int) else _complain_to_clerk(reason)


def _show_sample(arguments: Sequence[str]) -> int:
    """Open the window with the sample; without a display do the same job without a window, into a folder."""
    if arguments and (len(arguments) != 2 or arguments[0] != "--to"):
        return _do([_SAMPLE, *arguments])
    sample = resources.path("samples/示例.xxgk")
    reason = _open_window(sample)
    if isinstance(reason, int):
        return reason
    _complain(f"{reason}\n改为不开窗口，核对并导出示例。")
    checked = _do(["check", str(sample)])
    return _do(["export", str(sample), "--to", arguments[1] if arguments else "out"]) or checked


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # no such name can be
        return False


def _do(arguments: Sequence[str]) -> int:
    """Do one command. Its module is loaded here, so that the window need not wait for it."""
    import commands

    # A command ends before there is much to tidy up: to look for it over and over takes a tenth of an export's time.
    gc.set_threshold(_TIDY_AFTER)
    code = commands.run(arguments)
    # What is left goes with the process, unsearched.
    gc.freeze()
    return code


def _complain(sentence: str) -> int:
    """Say what is in the way of the window, and return the exit code for it."""
    print(sentence, file=sys.stderr)
    return 2


def _complain_to_clerk(sentence: str) -> int:
    """The same to one who double-clicked the program, and looks at no terminal."""
    from ui.plain_message import show_plainly

    show_plainly(sentence)
    return 2


def _open_window(path: Path | None) -> int | str:
    """Open the window and return its exit code, or the sentence that says why there can be none."""
    from ui.desktop import why_no_window

    reason = why_no_window()
    if reason is not None:
        return reason
    # Hardly anything that is made on the way to the window is garbage; once it stands, it looks for that itself.
    gc.disable()
    return _load_and_run(path)


def _load_and_run(path: Path | None) -> int | str:
    from ui.desktop import explain

    try:
        from ui.application import run

        return run(path)
    except (ImportError, FileNotFoundError) as error:
        sentence = explain(error)
        if sentence is None:
            raise
        gc.enable()  # there is no window that would tidy up
        return sentence


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
