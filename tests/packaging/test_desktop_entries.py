"""Menu entry, file type and icons as UOS and every other desktop look for them."""

import configparser
import json
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from release.deb import lay_desktop, packages_of
from release.facts import APP_ID, ICON_SIZES, ICONS, PACKAGING, CannotBuild, Release
from release.targets import AARCH64, X86_64
from ui.desktop import Machine, why_no_window

STARTER = f"/opt/apps/{APP_ID}/files/nianbao"


@pytest.fixture
def share(tmp_path: Path) -> Path:
    lay_desktop(tmp_path, STARTER)
    return tmp_path


def test_the_menu_entry_opens_report_files(share: Path) -> None:
    entry = configparser.ConfigParser(interpolation=None, delimiters="=")
    entry.optionxform = str  # type: ignore[assignment, method-assign]
    entry.read(share / "applications" / f"{APP_ID}.desktop", encoding="utf-8")
    main = entry["Desktop Entry"]
    assert main["Exec"] == f"{STARTER} %f"
    assert main["Name[zh_CN]"] == "年报助手"
    assert main["MimeType"] == "application/x-xxgk;"
    assert main["Icon"] == APP_ID


def test_report_files_have_a_type_and_an_icon(share: Path) -> None:
    kind = etree.parse(share / "mime" / "packages" / f"{APP_ID}.xml").getroot()
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    assert kind.xpath("string(m:mime-type/@type)", namespaces=space) == "application/x-xxgk"
    assert kind.xpath("string(//m:glob/@pattern)", namespaces=space) == "*.xxgk"
    for size in ICON_SIZES:
        for place in (f"apps/{APP_ID}.png", "mimetypes/application-x-xxgk.png"):
            with Image.open(share / "icons" / "hicolor" / f"{size}x{size}" / place) as picture:
                assert picture.size == (size, size)


def test_the_icon_of_windows_has_every_size() -> None:
    with Image.open(ICONS / "nianbao.ico") as icon:
        assert icon.info["sizes"] == {(size, size) for size in ICON_SIZES}


def test_the_store_gets_a_version_of_four_parts() -> None:
    text = (PACKAGING / "linux" / "info.json").read_text(encoding="utf-8")
    release = Release("1.2.3", "", 0)
    info = json.loads(text.format(app_id=APP_ID, version=release.version, debian="amd64"))
    assert info["version"] == "1.2.3.0"
    assert info["appid"] == APP_ID


def test_the_package_depends_on_what_it_asks_for() -> None:
    needed, useful = packages_of({"libc.so.6", "libEGL.so.1", "libcups.so.2"}, X86_64.glibc)
    assert needed == ["libc6 (>= 2.28)", "libegl1"]
    assert useful == ["libcups2 | libcups2t64"]


def test_a_library_of_no_known_package_stops_the_build() -> None:
    with pytest.raises(CannotBuild, match=r"libnew\.so\.1"):
        packages_of({"libnew.so.1"}, X86_64.glibc)


def test_a_package_made_for_aarch64_asks_for_its_own_glibc() -> None:
    assert packages_of(set(), AARCH64.glibc)[0] == ["libc6 (>= 2.30)"]


def test_what_the_program_calls_missing_the_package_depends_on() -> None:
    def nothing(library: str) -> object:
        raise OSError(library)

    bare = Machine("linux", {"DISPLAY": ":0"}, nothing, lambda _: True, lambda _: "", "aarch64")
    libraries = set((why_no_window(bare) or "").partition("缺少系统库 ")[2].partition("，")[0].split("、"))
    brought = {"cursor", "icccm", "image", "keysyms", "render-util", "util"}
    asked = {name for name in libraries if name.removeprefix("libxcb-").partition(".")[0] not in brought}
    assert len(asked) > 20
    assert packages_of(asked, X86_64.glibc)
