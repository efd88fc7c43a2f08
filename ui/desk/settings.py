"""What the program remembers of its user between two starts: recent files, window, splitters, looks."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from PySide6.QtCore import QByteArray, QSettings

from model.program import portable_folder
from model.system_folders import settings_folder

MOST_RECENT: Final = 8
_MOST_DIGITS: Final = 9


class Settings:
    """The user's settings, in one small file of the user's configuration folder: `place`."""

    def __init__(self, path: Path | None = None) -> None:
        self.place = place = path or (portable_folder() or settings_folder()) / "window.ini"
        self._store = QSettings(str(place), QSettings.Format.IniFormat)

    @property
    def recent(self) -> tuple[Path, ...]:
        """The office files opened last, newest first. What a sick disk has made of a name is none."""
        stored = self._store.value("recent", [])
        names = [stored] if isinstance(stored, str) else stored if isinstance(stored, list) else []
        return tuple(Path(name) for each in names if _could_be_a_file(name := str(each)))[:MOST_RECENT]

    def opened(self, path: Path) -> None:
        """Put a file at the head of the recent ones."""
        self._keep_recent([path, *(other for other in self.recent if other != path)])

    def forget(self, path: Path) -> None:
        """Take a file off the recent ones."""
        self._keep_recent([other for other in self.recent if other != path])

    @property
    def dark(self) -> bool | None:
        """Whether the user chose the dark look; None: as the system has it."""
        stored = str(self._store.value("dark", ""))
        return None if stored == "" else stored == "true"

    @dark.setter
    def dark(self, dark: bool | None) -> None:
        self._store.setValue("dark", "" if dark is None else "true" if dark else "false")

    @property
    def contrast(self) -> bool:
        """Whether the user chose high contrast, which goes before light or dark."""
        return self.flag("contrast")

    @contrast.setter
    def contrast(self, contrast: bool) -> None:
        self.set_flag("contrast", on=contrast)

    def flag(self, name: str, *, default: bool = False) -> bool:
        """Return a switch's last state."""
        return str(self._store.value(f"flags/{name}", "true" if default else "false")) == "true"

    def set_flag(self, name: str, *, on: bool) -> None:
        """Remember a switch's state."""
        self._store.setValue(f"flags/{name}", "true" if on else "false")

    def text(self, name: str) -> str:
        """Return a remembered text, "" when there is none."""
        return str(self._store.value(f"texts/{name}", ""))

    def number(self, name: str) -> int:
        """Return a remembered number, 0 when there is none."""
        text = self.text(name)
        return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else 0

    def set_text(self, name: str, text: str) -> None:
        """Remember a text: the last folder, the last choice."""
        self._store.setValue(f"texts/{name}", text)

    def geometry(self, name: str) -> QByteArray:
        """Return the remembered geometry of a window or splitter, empty when there is none."""
        stored = self._store.value(f"geometry/{name}")
        return stored if isinstance(stored, QByteArray) else QByteArray()

    def set_geometry(self, name: str, state: QByteArray) -> None:
        """Remember the geometry of a window or splitter."""
        self._store.setValue(f"geometry/{name}", state)

    def restore(self, words: str) -> None:
        """Take over the settings of a backup, given as the words of its file, but for the recent files and windows."""
        with TemporaryDirectory() as folder:
            file = Path(folder) / "window.ini"
            file.write_text(words, encoding="utf-8")
            kept = QSettings(str(file), QSettings.Format.IniFormat)
            for key in kept.allKeys():
                if key != "recent" and not key.startswith("geometry/"):
                    self._store.setValue(key, kept.value(key))

    def written(self) -> Path:
        """Return the settings' file, with everything in it that is remembered."""
        self._store.sync()
        return self.place

    def _keep_recent(self, paths: list[Path]) -> None:
        self._store.setValue("recent", [str(path) for path in paths[:MOST_RECENT]])


def _could_be_a_file(name: str) -> bool:
    return "\0" not in name and Path(name).is_absolute()
