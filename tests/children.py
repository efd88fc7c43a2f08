"""Real processes for tests about kills, locks and limits: a program text run by an interpreter of its own."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def start(program: str, *arguments: str | Path) -> subprocess.Popen[str]:
    """Start the program in the project's root; its lines can be read as they come."""
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def outcome(program: str, *arguments: str | Path, unprivileged: bool = False) -> tuple[int, str, str]:
    """Run the program to its end; return exit code, output and complaints.

    `unprivileged`: the rights of files and folders bind it even where the tests run as root.
    """
    command = [sys.executable, "-c", program, *map(str, arguments)]
    if unprivileged and os.geteuid() == 0:
        rights = "-dac_override,-dac_read_search"
        command = ["setpriv", f"--bounding-set={rights}", f"--inh-caps={rights}", "--", *command]
    done = subprocess.run(command, check=False, cwd=ROOT, capture_output=True, text=True)
    return done.returncode, done.stdout.strip(), done.stderr


def rights_bind() -> bool:
    """Whether a child can be made to whom the rights of files and folders apply."""
    return os.name != "nt" and (os.geteuid() != 0 or shutil.which("setpriv") is not None)


def kill(child: subprocess.Popen[str]) -> None:
    """End the process as a power cut would: at once, with no word to it."""
    child.send_signal(signal.SIGKILL)
    child.communicate()
