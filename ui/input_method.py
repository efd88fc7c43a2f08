"""Chinese input under fcitx, the input method of 统信 and 麒麟: PySide6 brings no plugin for it.

fcitx 5 answers to Qt's own plugin for IBus, over the desktop portal; for fcitx 4 there is the bridge. Which of the two
is there is asked of the session's bus, and only where the session names fcitx at all.
"""

import contextlib
import os
import sys
from collections.abc import Mapping, MutableMapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_MODULE: Final = "QT_IM_MODULE"
_PORTAL: Final = "org.freedesktop.portal.IBus"
"""Who answers to Qt's plugin for IBus when it asks the portal: fcitx 5, or IBus itself."""
_NAMED_IN: Final = (_MODULE, "QT_IM_MODULES", "XMODIFIERS", "GTK_IM_MODULE")
_NAMES: Final = ("fcitx", "fcitx5")
_AS_IBUS: Final = {_MODULE: "ibus", "IBUS_USE_PORTAL": "1"}


def names_fcitx(environment: Mapping[str, str]) -> bool:
    """Whether the session says that its input method is fcitx; what the clerk has set for Qt goes before the rest."""
    for variable in _NAMED_IN:
        named = environment.get(variable, "").removeprefix("@im=").split(";")
        if any(named):
            return any(name in _NAMES for name in named)
    return False


def prepare(environment: MutableMapping[str, str] = os.environ, platform: str = sys.platform) -> None:
    """Have Qt load the plugin that fcitx 5 answers to. To be called before the application is made."""
    if platform.startswith("linux") and names_fcitx(environment):
        environment.pop("QT_IM_MODULES", None)
        environment.update(_AS_IBUS)


def attach(app: "QApplication", environment: Mapping[str, str] = os.environ) -> None:
    """Put the bridge to fcitx 4 between keyboard and fields, where the session asks for it and nothing better is there."""
    if environment.get("IBUS_USE_PORTAL") != "1" or app.platformName() != "xcb":
        return
    from ui.fcitx import Bridge, Unreachable
    from ui.session_bus import SessionBus

    # Without a session's bus, or where it ends at once, there is nobody to be asked.
    with contextlib.suppress(Unreachable):
        bus = SessionBus()
        if bus.has(_PORTAL):
            bus.close()
        else:
            Bridge(bus, environment.get("DISPLAY", ""), app)
