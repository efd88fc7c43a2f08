"""The storage under TinyDB: tables are staged in memory, and one `commit` puts them on disk, whole and durable.

TinyDB's own JSONStorage writes in place at every insert; killed half-way it leaves a file that no longer opens.
"""

from pathlib import Path
from typing import Any, Final

from tinydb.storages import Storage

from model.errors import CannotRead, FileChanged
from model.file.file_shape import MOST_BYTES, TABLES, check_seal, check_shape, fault_in, parse, too_deep
from model.file.safe_read import NotOrdinary, TooLarge, read_ordinary, read_start
from model.file.safe_write import not_saved, why, write_durably
from model.file.seal import SEAL, digest, encoded, seal_of, whole_of
from model.file.upgrades import CURRENT, upgrade
from model.pattern import Pattern

IDENTITY: Final = Pattern(rb'"identity":"([0-9a-f]{32})"')
"""How the identity is found in a file's first bytes, whatever the rest is like."""
_SESSION: Final = Pattern(rb'"session":"([0-9a-f]{32})"')
_HEAD: Final = 1024


def read_bytes(path: Path) -> bytes:
    """Return what a file holds. Raises CannotRead, also for a pipe, a device, and what is too large to be ours."""
    try:
        return read_ordinary(path, MOST_BYTES, follow=True)
    except NotOrdinary as error:
        raise CannotRead(f"“{path.name}”不是普通文件，不能打开") from error
    except TooLarge as error:
        raise CannotRead(f"“{path.name}”超过 {MOST_BYTES >> 20} MB，不是年报助手的文件") from error
    except FileNotFoundError as error:
        raise CannotRead(f"没有找到“{path.name}”，它可能已被移走、改名或删除") from error
    except IsADirectoryError as error:
        raise CannotRead(f"“{path.absolute().name or path}”是文件夹，请选择其中的 .xxgk 文件") from error
    except PermissionError as error:
        raise CannotRead(f"没有读取“{path.name}”的权限，请向文件的所有者申请") from error
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError | ValueError) -> CannotRead:
    return CannotRead(f"“{path.name}”读不出来：{why(error)}")


def identity_in(path: Path) -> str:
    """Return the identity that a file bears at its beginning, "" where there is no such file."""
    return _in_head(path, IDENTITY)


def session_in(path: Path) -> str:
    """Return which opening of a report has written a file, "" where there is none or it does not say."""
    return _in_head(path, _SESSION)


def _in_head(path: Path, pattern: Pattern[bytes]) -> str:
    try:
        found = pattern.search(read_start(path, _HEAD))
    except (OSError, ValueError):
        return ""
    return found[1].decode() if found else ""


def is_elsewhere(identity: str, noted: Path, path: Path) -> bool:
    """Whether the file of this identity still is at a noted place, and is not the one at `path`."""
    try:
        return noted != path and identity_in(noted) == identity and not _is_same(noted, path)
    except OSError:
        return False


def _is_same(one: Path, other: Path) -> bool:
    return other.exists() and one.samefile(other)


class ReportLines:
    """Reports as they stand in a file. A kind of slots is written out once while none of them changes.

    The storages of a file and of its crash copies share one: what a copy has written out, the save need not.
    """

    def __init__(self) -> None:
        self._kinds: dict[tuple[str, str], tuple[object, bytes]] = {}

    def line(self, row: str, report: dict[str, Any]) -> bytes:
        """Return what `encoded` makes of the report in a row, of which only the kinds that have changed are made anew."""
        parts = []
        for kind, entries in report["slots"].items():
            known = self._kinds.get((row, kind))
            if known is None or known[0] is not entries:
                known = self._kinds[row, kind] = entries, b"%b:%b" % (encoded(kind), encoded(entries))
            parts.append(known[1])
        return b'{"form":%b,"slots":{%b}}' % (encoded(report["form"]), b",".join(parts))


class OfficeStorage(Storage):
    """Tables in memory above one file. `version` is the format that the file had when it was loaded.

    `digest` stands for what was loaded or saved last; "" while nothing was.
    """

    def __init__(self, path: Path | None = None, report_lines: ReportLines | None = None) -> None:
        self.path = path
        self.version = CURRENT
        self.content = b""
        self.digest = ""
        self.report_lines = ReportLines() if report_lines is None else report_lines
        self._tables: dict[str, dict[str, Any]] = {}
        self._known: list[bytes] = []
        self._sound: dict[str, object] = {}
        self._lines: dict[tuple[str, str], tuple[object, bytes, str]] = {}

    def load(self, content: bytes, name: str) -> None:
        """Stage what `content` says, brought up to the current format.

        Raises NotOurs, FileTooNew, or FileDamaged with the place of the damage.
        """
        data, self.version = parse(content, name)
        try:
            check_seal(data, self.version, name)
            data.pop(SEAL, None)
            data = upgrade(data, self.version)
            check_shape(data, name)
        except RecursionError as error:
            raise too_deep(name) from error
        self.content = content
        self._tables = {
            name: rows for name, rows in data.items() if name in TABLES and isinstance(rows, dict)
        }
        self._known = [content]
        self._sound = dict(self._tables["reports"])
        self.digest = whole_of(self._seal())

    def read(self) -> dict[str, dict[str, Any]]:
        """Return the staged tables."""
        return self._tables

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Stage the tables; the file is not touched."""
        self._tables = data

    def encode(self) -> bytes:
        """Return the staged tables as the bytes of a file: one record a line, so that damage has a place."""
        return self._sealed()[0]

    def _sealed(self) -> tuple[bytes, str]:
        """The bytes of the file, and the digest that stands for everything in it."""
        seal = self._seal()
        lines = {table: [self._line(table, row)[0] for row in self._rows(table)] for table in TABLES}
        lines[SEAL] = [b'"%b":"%b"' % (name.encode(), value.encode()) for name, value in seal.items()]
        pieces = [b'{\n"format":%d' % CURRENT]
        for table, rows in lines.items():
            pieces.append(b',\n"%b":{\n' % table.encode())
            for number, row in enumerate(rows):
                pieces += (b",\n", row) if number else (row,)
            pieces.append(b"\n}")
        return b"".join((*pieces, b"\n}\n")), whole_of(seal)

    @property
    def fault(self) -> str:
        """The place of what is staged that could not be opened again, "" when everything could."""
        reports = self._tables.get("reports", {})
        news = {row: record for row, record in reports.items() if self._sound.get(row) is not record}
        place = fault_in(self._tables.get("office", {}), news, self._sound)
        if not place:
            self._sound = dict(reports)
        return place

    def _seal(self) -> dict[str, str]:
        records = [
            (f"{table}/{row}", self._line(table, row)[1]) for table in TABLES for row in self._rows(table)
        ]
        return seal_of(records, CURRENT)

    def _rows(self, table: str) -> list[str]:
        return sorted(self._tables.get(table, {}), key=int)

    def _line(self, table: str, row: str) -> tuple[bytes, str]:
        """A record's line and digest, made once: a record is replaced when it changes, never changed."""
        record = self._tables[table][row]
        known = self._lines.get((table, row))
        if known is None or known[0] is not record:
            content = self.report_lines.line(row, record) if table == "reports" else encoded(record)
            known = record, b"%b:%b" % (encoded(row), content), digest(content)
            self._lines[table, row] = known
        return known[1], known[2]

    @property
    def is_current(self) -> bool:
        """Whether what is on disk is what was loaded or saved, in the format of today."""
        return self.version == CURRENT and not self.changed_on_disk

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
            raise FileChanged(f"“{path.name}”已被其他程序改动，没有覆盖")
        content, whole = self._sealed()
        if len(content) > MOST_BYTES:
            raise not_saved(path, f"内容超过 {MOST_BYTES >> 20} MB，请删减文字")
        # Known before it is written: when only the last sync of the folder fails, the file is ours all the same.
        known.append(content)
        write_durably(path, content)
        self.path, self.content, self._known = path, content, [content]
        self.digest, self.version = whole, CURRENT
        return content


def _holds_other(path: Path, known: list[bytes]) -> bool:
    try:
        return read_ordinary(path, MOST_BYTES, follow=True) not in known
    except (IsADirectoryError, NotOrdinary, TooLarge):
        return True
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
