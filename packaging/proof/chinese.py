"""Types Chinese into the window under fcitx, as 统信 and 麒麟 come with it: 4 on Debian 11, 5 on later ones."""

from pathlib import Path
from typing import Final

from proof.place import REPORT, STARTER, Place
from proof.root import HOME
from proof.screen import REPORT_WINDOW, until

_PACKAGES: Final = {
    "bullseye": (
        "fcitx",
        "fcitx-module-dbus",
        "fcitx-module-x11",
        "fcitx-pinyin",
        "fcitx-ui-classic",
        "dbus",
    ),
    "bookworm": ("fcitx5", "fcitx5-modules", "fcitx5-pinyin", "dbus"),
    "trixie": ("fcitx5", "fcitx5-modules", "fcitx5-pinyin", "dbus"),
}
_PROFILES: Final = {
    f"{HOME}/.config/fcitx/profile": "[Profile]\nIMName=pinyin\nEnabledIMList=fcitx-keyboard-us:True,pinyin:True\n",
    f"{HOME}/.config/fcitx5/profile": (
        "[Groups/0]\nName=Default\nDefault Layout=us\nDefaultIM=pinyin\n[Groups/0/Items/0]\nName=keyboard-us\n"
        "[Groups/0/Items/1]\nName=pinyin\n[GroupOrder]\n0=Default\n"
    ),
}
_SESSION: Final = """
fcitx5 -d || fcitx -d
until fcitx5-remote || fcitx-remote; do sleep 0.5; done
exec "$@"
"""
_NAMED: Final = {"QT_IM_MODULE": "fcitx", "XMODIFIERS": "@im=fcitx", "LANG": "C.UTF-8"}
_WORDS: Final = (("nihao", "你好"), ("zhengfu", "政府"))


def prove_chinese_input(place: Place) -> None:
    """Type two words into the report's preamble, save, and look for them in the file."""
    root, screen, found = place.root, place.screen, place.list
    done = place.apt("install", *_PACKAGES[place.suite])
    found.hold("fcitx is installed", holds=done.well, detail=done.words)
    for file, text in _PROFILES.items():
        root.clerk("mkdir", "-p", str(Path(file).parent))
        root.path(file).write_text(text, encoding="utf-8")
        root.inside("chown", "-R", "--reference", HOME, f"{HOME}/.config")
    session = ("dbus-run-session", "--", "sh", "-c", _SESSION, "session", STARTER, REPORT)
    with root.clerk_runs(*session, seconds=600, **_NAMED):
        if not found.hold(
            "the window opens under fcitx", holds=until(lambda: screen.shows(REPORT_WINDOW), 240)
        ):
            return
        screen.go_into_text(place.picture("fcitx"))
        screen.ask("xdotool", "key", "ctrl+space", "sleep", "2")
        for typed, _ in _WORDS:
            screen.ask("xdotool", "type", "--delay", "150", typed)
            screen.ask("xdotool", "sleep", "3")
            screen.colours(place.picture("fcitx"))
            screen.ask("xdotool", "key", "space", "sleep", "2")
        screen.ask("xdotool", "key", "ctrl+s", "sleep", "2")
        wanted = "".join(word for _, word in _WORDS)
        report = root.path(REPORT)
        written = until(lambda: wanted in report.read_text(encoding="utf-8"), 240)
        found.hold(f"{wanted} typed under fcitx stands in the report", holds=written)
