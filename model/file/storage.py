"""The storage under TinyDB: tables are staged in memory, and one `commit` puts them on disk, whole and durable.

TinyDB's own JSONStorage writes in place at every insert; killed half-way it leaves a file that no longer opens.
"""

import json
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from model.errors import CannotRead, FileChanged
from model.file.file_shape import check_shape, parse
from model.file.safe_write import why, write_durably
from model.file.upgrades import CURRENT, upgrade


def read_bytes(path: Path) -> bytes:
    """Return what a file holds. Raises CannotRead."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise CannotRead(f"没有找到“{path.name}”，它可能已被移走、改名或删除") from error
    except IsADirectoryError as error:
        raise CannotRead(f"“{path.name}”是文件夹，请选择其中的 .xxgk 文件") from error
    except PermissionError as error:
        raise CannotRead(f"没有读取“{path.name}”的权限，请向文件的所有者申请") from error
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError | ValueError) -> CannotRead:
    return CannotRead(f"“{path.name}”读不出来：{why(error)}")


class OfficeStorage(Storage):
    """Tables in memory above one file. `version` is the format that the file had when it was loaded."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self.version = CURRENT
        self.content = b""
        self._tables: dict[str, dict[str, Any]] = {}
        self._known: list[bytes] = []
        self._lines: dict[tuple[str, str], tuple[object, bytes]] = {}

    def load(self, content: bytes, name: str) -> None:
        """Stage what `content` says, brought up to the current format.

        Raises NotOurs, FileTooNew, or FileDamaged with the place of the damage.
        """
        data, self.version = parse(content, name)
        data = upgrade(data, self.version)
        check_shape(data, name)
        self.content = content
        self._tables = {name: rows for name, rows in data.items() if isinstance(rows, dict)}
        self._known = [content]

    def read(self) -> dict[str, dict[str, Any]]:
        """Return the staged tables."""
        return self._tables

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Stage the tables; the file is not touched."""
        self._tables = data

    def encode(self) -> bytes:
        """Return the staged tables as the bytes of a file: one record a line, so that damage has a place."""
        parts = [f'"format":{CURRENT}'.encode()]
        for name, rows in self._tables.items():
            records = b",\n".join([self._line(name, row, rows[row]) for row in sorted(rows, key=int)])
            parts.append(b"%b:{\n%b\n}" % (_json(name), records))
        return b"{\n%b\n}\n" % b",\n".join(parts)

    def _line(self, table: str, row: str, record: object) -> bytes:
        """A record's line, made once: a record is replaced when it changes, never changed."""
        known = self._lines.get((table, row))
        if known is None or known[0] is not record:
            known = record, b"%b:%b" % (_json(row), _json(record))
            self._lines[table, row] = known
        return known[1]

    @property
    def changed_on_disk(self) -> bool:
        """Whether the file is another one than was loaded or saved. A file that is gone is not: nothing is lost.

        Raises CannotRead where that cannot be told.
        """
        return self.path is not None and _holds_other(self.path, self._known)

    def commit(self, path: Path, *, overwrite: bool = False) -> bytes:
        """Put the staged tables on disk at `path`, from now on the storage's file, and return the bytes.

        Raises FileChanged when another file stands there than was loaded or saved (unless `overwrite`), CannotWrite
        when it cannot be done; the file on disk is then what it was.
        """
        known = self._known if path == self.path else []
        if not overwrite and _holds_other(path, known):
            raise FileChanged(f"“{path.name}”已被其他程序改动，没有覆盖。请另存为其他名称，或确认后覆盖")
        content = self.encode()
        # Known before it is written: when only the last sync of the folder fails, the file is ours all the same.
        known.append(content)
        write_durably(path, content)
        self.path, self.content, self._known = path, content, [content]
        return content


def _holds_other(path: Path, known: list[bytes]) -> bool:
    try:
        return path.read_bytes() not in known
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(errors="replace")
