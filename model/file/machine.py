"""Which machine this is, and which run of it: what tells two computers apart that bear the same name.

What only Windows is asked through is loaded there alone: a start with a file would wait for it.
"""

import hashlib
import os
import sys
from pathlib import Path

_ADDRESSES = Path("/sys/class/net")
_IDS = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))
_BOOT = Path("/proc/sys/kernel/random/boot_id")
_REGISTRY = r"SOFTWARE\Microsoft\Cryptography"


def machine() -> str:
    """Return a name of this computer that its clones do not have: made of its installation and its network cards."""
    installation = _from_registry() if os.name == "nt" else next(filter(None, map(_line, _IDS)), "")
    return hashlib.sha256(f"{installation}|{_cards()}".encode()).hexdigest()[:16]


def host() -> str:
    """Return the name of this computer as others know it."""
    if os.name == "nt":
        import platform

        return platform.node()
    return os.uname().nodename


def boot() -> str:
    """Return what this run of the computer has to itself, "" where the system does not tell."""
    return _line(_BOOT)


def _cards() -> str:
    """The addresses of the network cards that are built in or plugged in."""
    if os.name == "nt":
        import uuid

        return f"{uuid.getnode():x}"
    try:
        cards = sorted(card for card in _ADDRESSES.iterdir() if (card / "device").exists())
    except OSError:
        return ""
    return ",".join(filter(None, (_line(card / "address") for card in cards)))


def _line(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""


def _from_registry() -> str:
    if sys.platform == "win32":
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, _REGISTRY) as key:
                return str(winreg.QueryValueEx(key, "MachineGuid")[0])
        except OSError:
            return ""
    return ""
