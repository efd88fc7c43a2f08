"""Makes a .deb of a folder, laid as UOS asks (/opt/apps/APPID/{entries,files,info}) and known to other desktops too.

It runs no script at installing: the menus, file types and icons are taken in by dpkg's own triggers.
"""

import gzip
import hashlib
import shutil
import tempfile
import tomllib
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from typing import Final

from release.facts import APP_ID, ICON_SIZES, ICONS, PACKAGING, CannotBuild, Release, run
from release.folder import STARTER, settle
from release.libraries import from_outside
from release.targets import Target

_TEMPLATES: Final = PACKAGING / "linux"
_MIME_ICON: Final = "application-x-xxgk"


def pack_deb(release: Release, target: Target, folder: Path, package: Path) -> None:
    """Pack a folder laid for the target. Raises CannotBuild where it asks for a library of no known package."""
    needed, useful = packages_of(from_outside(folder), target.glibc)
    with tempfile.TemporaryDirectory() as work:
        root = Path(work) / "root"
        shutil.copytree(folder, root / "opt" / "apps" / APP_ID / "files", symlinks=True)
        _lay_entries(release, target, root)
        _lay_documents(release, root / "usr" / "share" / "doc" / APP_ID, folder)
        facts = {"app_id": APP_ID, "version": release.version, "debian": target.debian}
        size = sum(path.stat().st_size for path in root.rglob("*") if path.is_file()) // 1024
        control = (_TEMPLATES / "control").read_text(encoding="utf-8")
        _write(root / "DEBIAN" / "control", control.format(
            **facts, size=size, depends=", ".join(needed), recommends=", ".join(useful)))  # fmt: skip
        _write(root / "DEBIAN" / "md5sums", _sums(root))
        settle(root, release.epoch)
        run("dpkg-deb", "--root-owner-group", *release.package_packing, "--build", str(root), str(package),
            env={"PATH": "/usr/bin:/bin", "SOURCE_DATE_EPOCH": str(release.epoch)})  # fmt: skip


def packages_of(libraries: set[str], glibc: tuple[int, int]) -> tuple[list[str], list[str]]:
    """Return the packages that must be there and those that are of use. Raises CannotBuild for an unknown library."""
    table = tomllib.loads((_TEMPLATES / "system.toml").read_text(encoding="utf-8"))
    of_libc = table["of_libc"]
    unknown = libraries - {*table["needed"], *table["useful"], *of_libc["names"]}
    if unknown:
        raise CannotBuild(
            f"no package is known for {', '.join(sorted(unknown))}: see packaging/linux/system.toml"
        )
    needed = {table["needed"][name] for name in libraries & {*table["needed"]}}
    needed.add(of_libc["package"].format(glibc=f"{glibc[0]}.{glibc[1]}"))
    useful = {table["useful"][name] for name in libraries & {*table["useful"]}} - needed
    return sorted(needed), sorted(useful)


def lay_desktop(share: Path, starter: str) -> None:
    """Lay menu entry, file type and icons under a folder such as /usr/share, for a starter at this place."""
    entry = (_TEMPLATES / "nianbao.desktop").read_text(encoding="utf-8")
    _write(share / "applications" / f"{APP_ID}.desktop", entry.format(starter=starter, app_id=APP_ID))
    _write(
        share / "mime" / "packages" / f"{APP_ID}.xml",
        (_TEMPLATES / "nianbao.xml").read_text(encoding="utf-8"),
    )
    for size in ICON_SIZES:
        theme = share / "icons" / "hicolor" / f"{size}x{size}"
        for place in (theme / "apps" / f"{APP_ID}.png", theme / "mimetypes" / f"{_MIME_ICON}.png"):
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ICONS / f"nianbao-{size}.png", place)


def _lay_entries(release: Release, target: Target, root: Path) -> None:
    app = root / "opt" / "apps" / APP_ID
    starter = f"/opt/apps/{APP_ID}/files/{STARTER[False]}"
    # UOS looks into the first, every other desktop only into the second.
    for share in (app / "entries", root / "usr" / "share"):
        lay_desktop(share, starter)
    info = (_TEMPLATES / "info.json").read_text(encoding="utf-8")
    _write(app / "info", info.format(app_id=APP_ID, version=release.version, debian=target.debian))


def _lay_documents(release: Release, folder: Path, laid: Path) -> None:
    licence = (laid / "app" / "LICENSE").read_text(encoding="utf-8")
    where = f"/opt/apps/{APP_ID}/files: licences/, and the .dist-info folders of the packages in runtime/"
    _write(
        folder / "copyright", f"The program:\n\n{licence}\nWhat it brings along: the texts are in {where}\n"
    )
    when = format_datetime(datetime.fromtimestamp(release.epoch, UTC))
    entry = f"{APP_ID} ({release.version}) stable; urgency=low\n\n  * See 更新说明 in the program's help.\n\n"
    with (folder / "changelog.gz").open("wb") as file:
        file.write(gzip.compress(f"{entry} -- nianbao <nianbao@example.invalid>  {when}\n".encode(), mtime=0))


def _sums(root: Path) -> str:
    files = [path for path in sorted(root.rglob("*")) if path.is_file() and "DEBIAN" not in path.parts]
    return "".join(
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {path.relative_to(root)}\n"
        for path in files
    )


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
