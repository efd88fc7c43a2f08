"""Opens the window under Wayland, drawn by Weston on the screen: without X in reach, and where its libraries are too old."""

from typing import Final

from proof.place import STARTER, Place
from proof.screen import DRAWN, REPORT_WINDOW, screen, until

_TOO_OLD: Final = "bullseye"
"""Its libwayland has not what Qt's Wayland plugin asks for: there the window opens through X, which such desktops have."""
_SESSION: Final = """
export XDG_RUNTIME_DIR="$HOME/run" XDG_SESSION_TYPE=wayland; mkdir --parents --mode=700 "$XDG_RUNTIME_DIR"
weston --backend="$1" --shell=kiosk-shell.so --socket=wayland-proof --idle-time=0 $2 &
while ! [ -S "$XDG_RUNTIME_DIR/wayland-proof" ]; do sleep 0.5; done
$3 WAYLAND_DISPLAY=wayland-proof "$4" sample
"""
_SOFTWARE: Final = {"bookworm": "--use-pixman", "trixie": "--renderer=pixman"}


def prove_wayland(place: Place) -> None:
    """Show the sample in a session whose only window is the program's own."""
    old = place.suite == _TOO_OLD
    done = place.apt("install", "weston", "libwayland-client0", "libwayland-cursor0", "libwayland-egl1")
    place.list.hold("a Wayland desktop is installed", holds=done.well, detail=done.words)
    if old:
        with place.root.clerk_runs(STARTER, "sample", seconds=600, WAYLAND_DISPLAY="wayland-none",
                                   XDG_SESSION_TYPE="wayland"):  # fmt: skip
            through_x = until(lambda: place.screen.shows(REPORT_WINDOW), 240)
            place.list.hold("under a Wayland too old for Qt the window opens through X", holds=through_x)
        return
    session = (
        "sh",
        "-c",
        _SESSION,
        "sh",
        "x11-backend.so",
        _SOFTWARE[place.suite],
        "env --unset=DISPLAY",
        STARTER,
    )
    # On a screen of its own: what Weston leaves behind would keep the next window from hearing the mouse.
    with screen() as apart:
        place.root.let_use(apart.display)
        with place.root.clerk_runs(*session, seconds=600, DISPLAY=apart.display):
            shown = until(lambda: apart.colours(place.picture("wayland")) > DRAWN, 240)
        place.list.hold("the window is drawn under Wayland, without X", holds=shown)
