"""A bare Debian in a folder: made by debootstrap, entered by chroot, with a clerk who has no rights and no network."""

import os
import shlex
import shutil
import signal
import stat
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

CLERK: Final = "li"
HOME: Final = f"/home/{CLERK}"
_PATH: Final = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"}
_DEVICES: Final = {"null": (1, 3), "zero": (1, 5), "random": (1, 8), "urandom": (1, 9), "tty": (5, 0)}
_HANGS_AFTER: Final = 300.0
_RESTS_FOR: Final = 3.0
_HARDLY: Final = 0.05
"""Of a processor: what a blinking cursor takes, also of an emulated one."""


@dataclass(frozen=True, slots=True)
class Said:
    """How a program ended and what it said."""

    code: int
    words: str

    @property
    def well(self) -> bool:
        """Whether it ended without an error."""
        return self.code == 0


@dataclass(frozen=True, slots=True)
class BareRoot:
    """A root folder to run programs in, each in a process namespace of its own: it leaves nothing running behind.

    Nothing is mounted but for the time of one program, so that the folder can be removed without a danger.
    """

    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict)

    def inside(self, *command: str) -> Said:
        """Run a program as administrator, with the network."""
        return self._said([*self._alone(), "chroot", str(self.folder), *command], {"HOME": "/root"})

    def clerk(self, *command: str, seconds: float = _HANGS_AFTER, **variables: str) -> Said:
        """Run a program as the clerk, without any network, and wait for its end."""
        return self._said(self._as_clerk(command, seconds), variables)

    @contextmanager
    def clerk_runs(
        self, *command: str, seconds: float, **variables: str
    ) -> Iterator[subprocess.Popen[bytes]]:
        """Run a program as the clerk for as long as the block lasts, but no longer than some seconds."""
        with self._runs(self._as_clerk(command, seconds), variables) as process:
            yield process

    @contextmanager
    def administrator_runs(self, *command: str) -> Iterator[subprocess.Popen[bytes]]:
        """Run a program as administrator for as long as the block lasts, and end it there as when the power fails."""
        with self._runs([*self._alone(), "chroot", str(self.folder), *command], {"HOME": "/root"}) as process:
            yield process

    def rests(self) -> bool:
        """Whether the programs inside have nothing to do, looked at for some seconds: all that a start puts off is done."""
        before = self._worked()
        time.sleep(_RESTS_FOR)
        return self._worked() - before < _RESTS_FOR * _HARDLY

    def let_use(self, display: str) -> None:
        """Let programs inside use an X server of this machine, such as :79."""
        socket = f"tmp/.X11-unix/X{display.lstrip(':')}"
        self.path(socket).parent.mkdir(exist_ok=True)
        self.path(socket).hardlink_to(f"/{socket}")

    def path(self, inside: str) -> Path:
        """Return where a path inside of the root lies outside."""
        return self.folder / inside.lstrip("/")

    def _worked(self) -> float:
        """Return the processor time in seconds that the programs inside have taken so far."""
        ticks = 0
        for process in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):  # it has just ended
                if (process / "root").readlink() == self.folder:
                    fields = (process / "stat").read_text().rpartition(")")[2].split()
                    ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")

    @contextmanager
    def _runs(
        self, command: Sequence[str], variables: Mapping[str, str]
    ) -> Iterator[subprocess.Popen[bytes]]:
        with subprocess.Popen(
            command,
            env=self._variables(variables),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        ) as process:
            try:
                yield process
            finally:
                # The first process of a namespace hears no gentler signal.
                os.killpg(process.pid, signal.SIGKILL)

    def _as_clerk(self, command: Sequence[str], seconds: float) -> list[str]:
        chroot = ["chroot", f"--userspec={CLERK}:{CLERK}", str(self.folder)]
        return ["timeout", "--signal=KILL", str(seconds), *self._alone("--net"), *chroot, *command]

    def _alone(self, *more: str) -> list[str]:
        return ["unshare", *more, "--pid", "--fork", "--kill-child", f"--mount-proc={self.folder / 'proc'}"]

    def _said(self, command: Sequence[str], variables: Mapping[str, str]) -> Said:
        done = subprocess.run(
            command,
            check=False,
            env=self._variables(variables),
            capture_output=True,
            stdin=subprocess.DEVNULL,
        )
        words = (done.stdout + done.stderr).decode(errors="replace")
        return Said(done.returncode, f"$ {shlex.join(command[-6:])}\n{words}")

    def _variables(self, variables: Mapping[str, str]) -> dict[str, str]:
        return {**_PATH, "HOME": HOME, **self.environment, **variables}


def base_root(roots: Path, suite: str, architecture: str) -> Path:
    """Return a bare root of a Debian release, kept in `roots`; where there is none yet it is made, from apt's mirror."""
    kept = roots / f"debian-{suite}-{architecture}"
    if not kept.exists():
        making = kept.with_name(f"{kept.name}.making")
        shutil.rmtree(making, ignore_errors=True)
        wanted = ["--variant=minbase", f"--arch={architecture}", suite, str(making), mirror()]
        subprocess.run(["debootstrap", *wanted], check=True, stdout=subprocess.DEVNULL)
        making.rename(kept)
    return kept


def mirror() -> str:
    """Return the archive that this machine's apt asks, which may have other releases of Debian too."""
    asked = subprocess.run(
        ["apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages"],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return next(uri for uri in asked.stdout.splitlines() if "security" not in uri)


@contextmanager
def fresh_root(kept: Path, display: str = "") -> Iterator[BareRoot]:
    """Yield a copy of a kept root, with a clerk and the devices that programs ask for, and remove it afterwards.

    `display` is that of an X server of this machine, such as :79, which programs inside may use.
    """
    with tempfile.TemporaryDirectory(prefix="nianbao-root-") as work:
        Path(work).chmod(0o755)
        folder = Path(work) / "root"
        subprocess.run(["cp", "--archive", "--reflink=auto", str(kept), str(folder)], check=True)
        for name, (major, minor) in _DEVICES.items():
            device = folder / "dev" / name
            device.unlink(missing_ok=True)
            os.mknod(device, 0o666 | stat.S_IFCHR, os.makedev(major, minor))
            device.chmod(0o666)
        shutil.copyfile("/etc/resolv.conf", folder / "etc/resolv.conf")
        shutil.copytree("/etc/apt/apt.conf.d", folder / "etc/apt/apt.conf.d", dirs_exist_ok=True)
        root = BareRoot(folder, {"DISPLAY": display} if display else {})
        root.inside("useradd", "--create-home", CLERK)
        if display:
            root.let_use(display)
        yield root


def administrator() -> bool:
    """Whether roots can be made and entered here."""
    return os.geteuid() == 0
