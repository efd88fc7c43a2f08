"""Has the kernel run programs of another machine's kind by QEMU, as roots of that kind need."""

import platform
import subprocess
from pathlib import Path

from release.targets import Target

_KERNEL = Path("/proc/sys/fs/binfmt_misc")


class NoEmulation(Exception):
    """Programs of the target's kind cannot be run here; the message says what to install."""


def emulate(target: Target) -> None:
    """See to it that the target's programs run on this machine. Raises NoEmulation."""
    if target.machine == platform.machine():
        return
    name = f"qemu-{target.machine}"
    configuration = Path(f"/usr/lib/binfmt.d/{name}.conf")
    if not configuration.exists():
        raise NoEmulation(f"{target.machine} is not emulated here: apt-get install qemu-user-static")
    if not (_KERNEL / "register").exists():
        subprocess.run(["mount", "-t", "binfmt_misc", "binfmt_misc", str(_KERNEL)], check=True)
    if not (_KERNEL / name).exists():
        # Its flag F has the kernel open QEMU now: so it is found from inside of a root too.
        (_KERNEL / "register").write_text(
            configuration.read_text(encoding="latin-1").strip(), encoding="latin-1"
        )
