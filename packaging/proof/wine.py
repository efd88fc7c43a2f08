"""Wine in a bare Debian 13: a Windows for programs that asks no licence. Debian 12's is too old for Qt's window."""

import shlex
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from proof.root import CLERK, HOME, BareRoot, Said, base_root, fresh_root
from proof.screen import until

DRIVE: Final = f"{HOME}/wine/drive_c"
"""Where drive C: lies inside the root."""
_PACKAGES: Final = ("wine", "wine64", "wine32:i386", "fonts-wqy-microhei", "locales-all")
_HANGS_AFTER: Final = 300
_DESKTOP: Final = r"HKCU\Software\Wine\Explorer"


@dataclass(frozen=True, slots=True)
class Wine:
    """A running Wine of the clerk's, without a network. All its programs live in one process namespace."""

    root: BareRoot
    namespace: int
    prefix: str = "wine"
    kind: str = "win64"

    def run(self, *command: str, seconds: int = _HANGS_AFTER) -> Said:
        """Run a Windows program and wait for its end."""
        done = subprocess.run(
            ["timeout", str(seconds), *self._enter("wine", *command)],
            check=False, env=self._environment(), capture_output=True, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        return Said(
            done.returncode,
            f"$ wine {shlex.join(command)}\n{(done.stdout + done.stderr).decode(errors='replace')}",
        )

    @contextmanager
    def runs(self, *command: str) -> Iterator[subprocess.Popen[bytes]]:
        """Run a Windows program for as long as the block lasts."""
        quiet = subprocess.DEVNULL
        with subprocess.Popen(
            self._enter("wine", *command), env=self._environment(), stdin=quiet, stdout=quiet, stderr=quiet
        ) as process:
            try:
                yield process
            finally:
                process.kill()

    def set(self, key: str, name: str, value: str) -> None:
        """Set a value of the registry."""
        self.run("reg", "add", key, "/v", name, "/d", value, "/f")

    def value(self, key: str, *of: str) -> str:
        """Return what the registry says under a key, "" where there is none."""
        asked = self.run("reg", "query", key, *of)
        return asked.words if asked.well else ""

    def processes(self) -> list[str]:
        """Return the command lines of all that runs in this root."""
        return [line for process in Path("/proc").glob("[0-9]*") if (line := self._command_line(process))]

    def loaded(self) -> list[str]:
        """Return what each process of this root has loaded, as the kernel lists it."""
        running = [process for process in Path("/proc").glob("[0-9]*") if self._command_line(process)]
        return [(process / "maps").read_text(errors="replace") for process in running]

    def administer(self, *command: str) -> None:
        """Run a program of this machine as administrator where Wine's programs live."""
        subprocess.run(["nsenter", f"--target={self.namespace}", "--pid", "--mount", *command], check=True)

    def end(self) -> None:
        """End all Windows programs of this prefix, at once, as when the power fails."""
        command = self._enter("/usr/lib/wine/wineserver64", "-k")
        subprocess.run(command, check=False, env=self._environment(), capture_output=True)
        until(lambda: not any(".exe" in line for line in self.processes()), 20)

    def path(self, windows: str) -> Path:
        """Return where a path on drive C: lies on this machine."""
        return self.root.path(DRIVE) / windows.removeprefix("C:\\").replace("\\", "/")

    def _command_line(self, process: Path) -> str:
        """Return what was started, "" where the process is of another root, or just ended."""
        try:
            inside = (process / "root").readlink() == self.root.folder
            return (process / "cmdline").read_bytes().replace(b"\0", b" ").decode() if inside else ""
        except OSError:
            return ""

    def _enter(self, *command: str) -> list[str]:
        enter = ["nsenter", f"--target={self.namespace}", "--net", "--pid", "--mount"]
        return [*enter, "chroot", f"--userspec={CLERK}:{CLERK}", str(self.root.folder), *command]

    def _environment(self) -> dict[str, str]:
        return {
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
            "HOME": HOME,
            "LC_ALL": "zh_CN.UTF-8",
            "WINEPREFIX": f"{HOME}/{self.prefix}",
            "WINEARCH": self.kind,
            "WINEDEBUG": "-all",
            **self.root.environment,
        }


@contextmanager
def wine(roots: Path, display: str) -> Iterator[Wine]:
    """Yield a fresh Wine that calls itself Windows 10 and draws its desktop on a display, and remove it afterwards."""
    with fresh_root(_kept(roots), display) as root:
        alone = [
            "unshare",
            "--net",
            "--pid",
            "--fork",
            "--kill-child",
            f"--mount-proc={root.folder / 'proc'}",
        ]
        with subprocess.Popen([*alone, "sleep", "infinity"]) as holder:
            try:
                children = Path(f"/proc/{holder.pid}/task/{holder.pid}/children")
                until(lambda: bool(children.read_text().strip()), 10)
                made = Wine(root, int(children.read_text().split()[0]))
                made.run("wineboot", "--init")
                # Without a desktop of Wine's own a window's inside stays black on a bare X server.
                made.set(_DESKTOP, "Desktop", "Default")
                made.set(rf"{_DESKTOP}\Desktops", "Default", "1366x768")
                yield made
            finally:
                holder.kill()


def _kept(roots: Path) -> Path:
    """Return a root with Wine; where there is none yet it is made."""
    kept = roots / "wine-trixie-amd64"
    if not kept.exists():
        with fresh_root(base_root(roots, "trixie", "amd64")) as root:
            root.inside("dpkg", "--add-architecture", "i386")
            root.inside("apt-get", "update", "-qq")
            quiet = (
                "env",
                "DEBIAN_FRONTEND=noninteractive",
                "apt-get",
                "install",
                "-y",
                "-qq",
                "--no-install-recommends",
            )
            done = root.inside(*quiet, *_PACKAGES)
            if not done.well:
                raise RuntimeError(done.words)
            making = kept.with_name(f"{kept.name}.making")
            shutil.rmtree(making, ignore_errors=True)
            subprocess.run(["cp", "--archive", str(root.folder), str(making)], check=True)
            making.rename(kept)
    return kept
