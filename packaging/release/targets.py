"""The systems a release is for: how pip, Debian and the release's own file names call each."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Target:
    """One system. `tags` are the platform tags of wheels that run there, the newest last.

    `loader`: the file of a Linux system that loads programs made for it, as they name it themselves.
    """

    name: str
    machine: str
    windows: bool
    tags: tuple[str, ...]
    debian: str = ""
    glibc: tuple[int, int] = (0, 0)
    loader: str = ""

    def markers(self) -> dict[str, str]:
        """Return what a lock file's conditions are asked about on this system."""
        return {
            "sys_platform": "win32" if self.windows else "linux",
            "os_name": "nt" if self.windows else "posix",
            "platform_system": "Windows" if self.windows else "Linux",
            "platform_machine": self.machine,
            "platform_python_implementation": "CPython",
            "implementation_name": "cpython",
            "python_version": "3.11",
            "python_full_version": "3.11.9",
        }


def _linux(machine: str, debian: str, newest: int, loader: str) -> Target:
    older = [minor for minor in (17, 24, 26, 27, 28, 31) if minor <= newest]
    tags = (f"manylinux2014_{machine}", *(f"manylinux_2_{minor}_{machine}" for minor in older))
    return Target(f"linux-{machine}", machine, False, tags, debian, (2, min(newest, 30)), loader)


X86_64: Final = _linux("x86_64", "amd64", 28, "/lib64/ld-linux-x86-64.so.2")
"""UOS 20, Kylin V10 and all that is newer: glibc 2.28."""
AARCH64: Final = _linux("aarch64", "arm64", 31, "/lib/ld-linux-aarch64.so.1")
"""Kylin V10 SP1 and all that is newer: PySide6's last wheel that such a system can load asks for glibc 2.30."""
WINDOWS: Final = Target("windows-x64", "AMD64", True, ("win_amd64",))
LINUX: Final = {target.machine: target for target in (X86_64, AARCH64)}
