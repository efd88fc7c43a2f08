"""The last saved generations of each office file, kept in the user's data folder: listed, opened, given back."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from model.errors import OfficeFileError
from model.file.office_content import Content
from model.file.safe_write import write_whole
from model.file.storage import read_bytes
from model.file.user_folder import user_folder

KEPT: Final = 20
_STAMP: Final = "%Y%m%dT%H%M%S.%fZ"
_ENDING: Final = ".xxgk"
_NAME: Final = re.compile(r"\d{8}T\d{6}\.\d{6}Z\.xxgk")
"""What generations are called; anything else in their folder is somebody's own."""


@dataclass(frozen=True, slots=True)
class Generation:
    """One saved state of an office file."""

    path: Path
    saved: datetime

    @property
    def name(self) -> str:
        """When it was saved, in local time, as the clerk reads it."""
        return f"{self.saved.astimezone():%Y-%m-%d %H:%M:%S} 保存的版本"

    def open(self) -> Content:
        """Return what was saved then. Raises OfficeFileError."""
        return Content.read(self.path)


class Generations:
    """The generations of the office file `path`, newest first."""

    def __init__(self, path: Path, folder: Path | None = None) -> None:
        whole = str(path.absolute())
        digest = hashlib.sha256(whole.encode(errors="surrogatepass")).hexdigest()[:16]
        self.folder = (folder or user_folder()) / "generations" / digest

    def list(self) -> tuple[Generation, ...]:
        """Return the generations, newest first."""
        return tuple(
            Generation(file, datetime.strptime(file.stem, _STAMP).replace(tzinfo=UTC))
            for file in self._files()
        )

    def add(self, content: bytes) -> None:
        """Keep what was just saved and drop what is older than the last twenty; the same twice is kept once.

        Raises OSError.
        """
        kept = self._files()
        if kept and kept[0].stat().st_size == len(content) and kept[0].read_bytes() == content:
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        write_whole(self.folder / f"{datetime.now(UTC).strftime(_STAMP)}{_ENDING}", content)
        for file in kept[KEPT - 1 :]:
            file.unlink(missing_ok=True)

    def _files(self) -> Sequence[Path]:
        if not self.folder.is_dir():
            return ()
        return sorted((entry for entry in self.folder.iterdir() if _NAME.fullmatch(entry.name)), reverse=True)

    def newest_sound(self) -> Generation | None:
        """Return the newest generation that opens, None when there is none."""
        for generation in self.list():
            try:
                Content.decode(read_bytes(generation.path), generation.name)
            except OfficeFileError:
                continue
            return generation
        return None
