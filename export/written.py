"""What this program has written where, so that a file that somebody has worked on since is told from its own."""

import contextlib
import hashlib
from pathlib import Path

from model.file.safe_read import read_ordinary
from model.file.safe_write import remove_remains, write_whole
from model.file.user_folder import make_private, user_folder

_MOST_BYTES = 128


def note_written(path: Path, data: bytes) -> None:
    """Remember that `data` was written to `path`. Where it cannot be, the file counts as another one's later on."""
    with contextlib.suppress(OSError):
        note = _note(path)
        make_private(note.parent)
        remove_remains(note.parent)
        write_whole(note, _digest(data), private=True)


def is_as_written(path: Path, data: bytes) -> bool:
    """Whether what stands at `path`, `data`, is what this program wrote there last."""
    try:
        return read_ordinary(_note(path), _MOST_BYTES) == _digest(data)
    except OSError:
        return False


def _note(path: Path) -> Path:
    place = str(path.absolute()).encode(errors="surrogatepass")
    return user_folder() / "exports" / hashlib.sha256(place).hexdigest()[:32]


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest().encode()
