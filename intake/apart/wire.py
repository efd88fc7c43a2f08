"""What goes between the program and a reader's process: plain data in lines, since what comes back is not trusted.

To the reader: one line of JSON, then the bytes of a source that is no file. From it: lines of JSON, each with one key:
`progress`, `refused` (with `kind` and `cause`), or `read`; after one of the last two it has no more to say.
"""

import json
import traceback
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, TypeAlias

from intake.apart.bounds import USUAL, Bounds
from intake.errors import NotUnderstood, OldFormat, ReaderEnded, SourceRefused, YearNotTold
from intake.progress import Tell
from model.errors import AssistantError

if TYPE_CHECKING:
    from intake.recognise import Recognition

_REFUSALS: Final[Mapping[str, type[AssistantError]]] = {
    kind.__name__: kind for kind in (SourceRefused, OldFormat, NotUnderstood, YearNotTold)
}
_LONGEST_CAUSE: Final = 4_000
"""Characters of a trace that are kept: its end tells most."""


@dataclass(frozen=True, slots=True)
class FileSource:
    """A file, opened only in the reader's process: it may be a pipe, or lie on a share that does not answer."""

    path: Path

    @property
    def name(self) -> str:
        """What messages call it."""
        return self.path.name

    @property
    def size(self) -> int:
        """How many bytes it has; 0 where the system does not say."""
        try:
            return self.path.stat().st_size
        except OSError:
            return 0


@dataclass(frozen=True, slots=True)
class BytesSource:
    """The bytes of a file that is not at hand, as from standard input."""

    data: bytes
    name: str

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return len(self.data)


@dataclass(frozen=True, slots=True)
class CopiedSource:
    """What lies on the clipboard."""

    html: str
    text: str

    @property
    def name(self) -> str:
        """What messages call it."""
        return "复制的内容"

    @property
    def size(self) -> int:
        """How many characters it has."""
        return len(self.html) + len(self.text)


Source: TypeAlias = FileSource | BytesSource | CopiedSource


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be read, within which bounds; `office` and `year` overrule what the source says.

    `ledger`: it is a ledger and no report; what is asked of it then is told by `intake.apart.ledger_wire`. `draft`: it is an
    edited draft, and what stands beside its words is wanted as well.
    """

    source: Source
    office: str | None = None
    year: int | None = None
    bounds: Bounds = USUAL
    ledger: bool = False
    draft: bool = False

    def encode(self) -> bytes:
        """Return the request as it goes to the reader."""
        told: dict[str, object] = {"office": self.office, "year": self.year, "bounds": asdict(self.bounds)}
        told |= {"ledger": self.ledger, "draft": self.draft}
        source, data = self.source, b""
        if isinstance(source, FileSource):
            told["path"] = str(source.path)
        elif isinstance(source, BytesSource):
            told["name"], data = source.name, source.data
            told["size"] = len(data)
        else:
            told["html"], told["text"] = source.html, source.text
        return json.dumps(told).encode("ascii") + b"\n" + data

    @classmethod
    def receive(cls, stream: BinaryIO) -> "Request":
        """Return the request that the program sends."""
        told = json.loads(stream.readline())
        source: Source
        if "path" in told:
            source = FileSource(Path(told["path"]))
        elif "name" in told:
            source = BytesSource(stream.read(told["size"]), told["name"])
        else:
            source = CopiedSource(told["html"], told["text"])
        return cls(
            source, told["office"], told["year"], Bounds(**told["bounds"]), told["ledger"], told["draft"]
        )


def teller(answers: BinaryIO) -> Tell:
    """Return what tells the program at once how far the reading has come."""

    def tell(words: str) -> None:
        answers.write(_line({"progress": words}))
        answers.flush()

    return tell


def read(found: "Recognition") -> bytes:
    """Return the line that tells what was read."""
    return _line({"read": plain_of(found)})


def plain_of(found: "Recognition") -> dict[str, object]:
    """Return what was read as plain data."""
    return {
        "report": found.report.to_json(),
        "summary": found.summary,
        "unread": found.unread,
        "sources": dict(found.sources),
        "exact": found.exact,
        "doubts": found.doubts,
    }


def refused(error: AssistantError) -> bytes:
    """Return the line that tells why there is nothing to show."""
    cause = "".join(traceback.format_exception(error.__cause__)) if error.__cause__ else ""
    return _line({"refused": error.message, "kind": type(error).__name__, "cause": cause[-_LONGEST_CAUSE:]})


def _line(told: Mapping[str, object]) -> bytes:
    return json.dumps(told).encode("ascii") + b"\n"


def answered(line: bytes) -> "Recognition | str":
    """Return what a line says: words of progress, or what was read.

    Raises what the reader refused with, ReaderEnded for a line that is none of these.
    """
    try:
        told = json.loads(line)
        if "progress" in told:
            return str(told["progress"])
        if "read" in told:
            return recognition(told["read"])
        refusal = _REFUSALS.get(told["kind"], SourceRefused)(str(told["refused"]))
        cause = ReaderEnded(told["cause"])
    except (AssistantError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ReaderEnded(line[-_LONGEST_CAUSE:].decode("ascii", "replace")) from error
    raise refusal from cause


def recognition(told: Mapping[str, object]) -> "Recognition":
    """Return what plain data tell was read. Raises KeyError, TypeError or ValueError for data that tell nothing such."""
    # A ledger's process need not load what reads reports: that takes as long as reading a ledger of 10,000 rows.
    from intake.recognise import Recognition
    from model.report import Report

    report, sources = told["report"], told["sources"]
    if not isinstance(report, Mapping) or not isinstance(sources, Mapping):
        raise TypeError(report)
    return Recognition(
        Report.from_json(report),
        _strings(told["summary"]),
        _strings(told["unread"]),
        {str(key): str(words) for key, words in sources.items()},
        told["exact"] is True,
        _strings(told["doubts"]),
    )


def _strings(told: object) -> tuple[str, ...]:
    if not isinstance(told, list):
        raise TypeError(told)
    return tuple(map(str, told))
