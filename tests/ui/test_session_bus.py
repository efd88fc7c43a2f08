"""The session's bus itself, a real one of this test's own: calls are answered, signals come, and its end is noticed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ui.fcitx import Place, Unreachable

if sys.platform != "linux":
    pytest.skip("D-Bus is spoken on Linux", allow_module_level=True)

from ui.session_bus import SessionBus

_DAEMON = shutil.which("dbus-daemon")
_BUS = Place("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
_CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN" "">
<busconfig><type>session</type><listen>unix:path={0}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy></busconfig>"""


@pytest.fixture
def daemon(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    if _DAEMON is None:
        pytest.skip("dbus-daemon is not installed")
    configuration = tmp_path / "bus.conf"
    configuration.write_text(_CONFIGURATION.format(tmp_path / "bus"))
    command = [_DAEMON, f"--config-file={configuration}", "--nofork", "--print-address=1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as running:
        yield running
        running.kill()


@pytest.fixture
def bus(daemon: subprocess.Popen[str]) -> Iterator[SessionBus]:
    assert daemon.stdout is not None
    opened = SessionBus(daemon.stdout.readline().strip())
    yield opened
    opened.close()


def test_names_are_asked_for(bus: SessionBus) -> None:
    assert bus.has("org.freedesktop.DBus")
    assert not bus.has("org.fcitx.Fcitx-0")
    assert os.fstat(bus.handle)


def test_signals_that_come_before_an_answer_are_kept(bus: SessionBus) -> None:
    bus.listen("org.freedesktop.DBus", "org.fcitx.Fcitx-0")
    bus.call(_BUS, "RequestName", "su", "org.fcitx.Fcitx-0", 0, within=5.0)
    bus.call(_BUS, "RequestName", "su", "org.example.Other", 0, within=5.0)
    heard = [signal for signal in bus.signals() if signal.name == "NameOwnerChanged"]
    assert [signal.content[0] for signal in heard] == ["org.fcitx.Fcitx-0"]


def test_a_call_that_is_refused_is_told(bus: SessionBus) -> None:
    with pytest.raises(Unreachable):
        bus.call(
            Place("org.fcitx.Fcitx-0", "/inputmethod", "org.fcitx.Fcitx"), "CreateICv3", "s", "x", within=5.0
        )


def test_the_end_of_the_bus_is_noticed(bus: SessionBus, daemon: subprocess.Popen[str]) -> None:
    daemon.kill()
    daemon.wait()
    with pytest.raises(Unreachable):
        list(bus.signals())


def test_no_bus_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unreachable):
        SessionBus(f"unix:path={tmp_path / 'nothing'}")
