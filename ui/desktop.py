"""Is there a desktop to open the window on? Asked before Qt is imported, and answered without it.

Qt ends the process where its platform plugin cannot be loaded or the display cannot be reached, and an import
error names a library but no package. Here both become a sentence for the user that says what to install. A release
brings some of these libraries along, beside Qt's own: they are not asked of the system, but loaded from there. Qt then
finds them all, also those that only another of them asks for: the loader looks beside Qt for Qt's own needs alone.
"""

import ctypes
import importlib.util
import os
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from model.program import belongs_to_program, broken

# Shared library -> Debian package, for what the Linux wheels of PySide6 6.9 load (by readelf -d on them).
_QT: Final = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
_PLATFORMS: Final = {
    "xcb": {
        # These first, each after those that it needs: they may be brought along, and find only what is loaded.
        "libxcb-util.so.1": "libxcb-util1",
        "libxcb-render-util.so.0": "libxcb-render-util0",
        "libxcb-image.so.0": "libxcb-image0",
        "libX11-xcb.so.1": "libx11-xcb1",
        "libxcb-cursor.so.0": "libxcb-cursor0",
        "libxcb-icccm.so.4": "libxcb-icccm4",
        "libxcb-keysyms.so.1": "libxcb-keysyms1",
        "libxcb-randr.so.0": "libxcb-randr0",
        "libxcb-render.so.0": "libxcb-render0",
        "libxcb-shape.so.0": "libxcb-shape0",
        "libxcb-shm.so.0": "libxcb-shm0",
        "libxcb-sync.so.1": "libxcb-sync1",
        "libxcb-xfixes.so.0": "libxcb-xfixes0",
        "libxcb-xkb.so.1": "libxcb-xkb1",
        "libxcb.so.1": "libxcb1",
        "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    },
    "wayland": {
        "libwayland-client.so.0": "libwayland-client0",
        "libwayland-cursor.so.0": "libwayland-cursor0",
        "libwayland-egl.so.1": "libwayland-egl1",
    },
}
# The older Qt that aarch64 has to stay with asks for the session manager's libraries too.
_PLATFORMS_OF: Final = {"aarch64": {"xcb": {"libICE.so.6": "libice6", "libSM.so.6": "libsm6"}}}
_PACKAGES: Final = _QT | {name: package for group in _PLATFORMS.values() for name, package in group.items()}
_PACKAGES.update(_PLATFORMS_OF["aarch64"]["xcb"])
# Patterns of what the loader says, compiled where there is something to explain.
_MISSING: Final = r"(lib[\w.+-]+\.so[.\d]*): cannot open shared object file"
_OLD_SYSTEM: Final = r"version `(GLIBC(?:XX)?_[\d.]+)' not found"


def _x_server_answers(display: str) -> bool:
    """Ask libxcb as Qt would, but without ending the process where nobody answers."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(os.fsencode(display), None)
    failed: int = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return failed == 0


def _beside_qt(library: str) -> str:
    """Return where the library lies beside Qt's own, as in a release, "" where it is not brought along."""
    qt = importlib.util.find_spec("PySide6")
    places = [Path(folder, "Qt", "lib", library) for folder in (qt and qt.submodule_search_locations) or ()]
    return next((str(place) for place in places if place.exists()), "")


class Machine(NamedTuple):
    """What is asked of the machine. `load` opens a shared library by name or place, OSError where it is missing.

    `brought` tells of a library where the program has it with it, "" where it has not.
    """

    platform: str = sys.platform
    environment: Mapping[str, str] = os.environ
    load: Callable[[str], object] = ctypes.CDLL
    x_server_answers: Callable[[str], bool] = _x_server_answers
    brought: Callable[[str], str] = _beside_qt
    kind: str = os.uname().machine if sys.platform == "linux" else ""


def why_no_window(machine: Machine | None = None) -> str | None:
    """Why a window cannot be opened here, as a sentence for the user, or None where it can.

    Only Linux is asked: elsewhere the desktop is always there and the wheels bring every library.
    """
    machine = machine or Machine()
    if not machine.platform.startswith("linux"):
        return None
    chosen = machine.environment.get("QT_QPA_PLATFORM", "").partition(":")[0].partition("-")[0]
    if chosen:
        return _missing(_libraries(chosen, machine), machine)
    displays = {
        "xcb": machine.environment.get("DISPLAY"),
        "wayland": machine.environment.get("WAYLAND_DISPLAY"),
    }
    reasons = [_why_not(kind, display, machine) for kind, display in displays.items() if display]
    if not reasons:
        return "本机没有图形桌面，窗口打不开。"
    return None if None in reasons else reasons[0]


def explain(error: ImportError | FileNotFoundError) -> str | None:
    """What to do about a start that failed, as a sentence, or None where nothing is known of it."""
    if isinstance(error, FileNotFoundError):
        name = str(error.filename or error)
        ours = name.startswith("resources/") or belongs_to_program(name)
        return broken(Path(name).name) if ours else None
    if found := re.search(_MISSING, str(error)):
        return _sentence([found[1]])
    if found := re.search(_OLD_SYSTEM, str(error)):
        return f"本机的系统太旧，缺少 {found[1]}，窗口打不开。请在较新的系统上运行，或只用命令行。"
    return broken(error.name or str(error))


def _why_not(kind: str, display: str, machine: Machine) -> str | None:
    missing = _missing(_libraries(kind, machine), machine)
    if missing or kind == "wayland" or machine.x_server_answers(display):
        return missing
    return f"连不上图形桌面 {display}，窗口打不开。"


def _libraries(kind: str, machine: Machine) -> dict[str, str]:
    return _QT | _PLATFORMS.get(kind, {}) | _PLATFORMS_OF.get(machine.kind, {}).get(kind, {})


def _missing(libraries: Mapping[str, str], machine: Machine) -> str | None:
    missing = [name for name in libraries if not _loads(name, machine)]
    return _sentence(missing) if missing else None


def _loads(library: str, machine: Machine) -> bool:
    brought = machine.brought(library)
    try:
        machine.load(brought or library)
    except OSError:
        # What it lacks of the system is in the list by itself: nobody has to install what is brought along.
        return bool(brought)
    return True


def _sentence(libraries: list[str]) -> str:
    packages = sorted({_PACKAGES[name] for name in libraries if name in _PACKAGES})
    lack = f"缺少系统库 {'、'.join(libraries)}，窗口打不开。"
    if not packages:
        return f"{lack}请让管理员安装带有它的软件包。"
    return f"{lack}请让管理员安装软件包：apt-get install {' '.join(packages)}"
