"""Packs a folder so that the same files give the same bytes: in order of their names, with one owner and one time.

And unpacks what is packed.
"""

import lzma
import tarfile
import tempfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from release.facts import ROOT, run


def pack_tar(folder: Path, archive: Path, epoch: int, level: int = 6) -> None:
    """Pack a folder, its name included, as .tar.xz."""
    with lzma.open(archive, "wb", preset=level) as packed, tarfile.open(fileobj=packed, mode="w") as tar:
        for path in [folder, *sorted(folder.rglob("*"))]:
            entry = tar.gettarinfo(path, str(path.relative_to(folder.parent)))
            entry.uid = entry.gid = 0
            entry.uname = entry.gname = "root"
            entry.mtime = epoch
            if entry.isreg():
                with path.open("rb") as stream:
                    tar.addfile(entry, stream)
            else:
                tar.addfile(entry)


def pack_zip(folder: Path, archive: Path, epoch: int) -> None:
    """Pack a folder, its name included, as .zip with UTF-8 names."""
    when = datetime.fromtimestamp(epoch, UTC)
    stamp = (when.year, when.month, when.day, when.hour, when.minute, when.second // 2 * 2)
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                entry = zipfile.ZipInfo(str(path.relative_to(folder.parent)), stamp)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system = 3
                entry.external_attr = (path.stat().st_mode & 0xFFFF) << 16
                packed.writestr(entry, path.read_bytes())


def unpack_tar(archive: Path, folder: Path) -> None:
    """Unpack a .tar or .tar.xz into a folder, which is made. Raises CannotBuild.

    By tar itself: the Python of Debian 12 does not yet know how to refuse names that lead out of the folder.
    """
    folder.mkdir(parents=True, exist_ok=True)
    run("tar", "--extract", f"--file={archive}", f"--directory={folder}")


def unpack_commit(commit: str, folder: Path, *parts: str) -> None:
    """Lay the project's files, or these parts, as they were committed, version and date filled in by git.

    Raises CannotBuild.
    """
    with tempfile.TemporaryDirectory() as work:
        archive = Path(work) / "commit.tar"
        run("git", "-C", str(ROOT), "archive", f"--output={archive}", commit, *parts)
        unpack_tar(archive, folder)
