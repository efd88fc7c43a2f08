"""Damaged files: thousands of altered copies of each kind are read, and each is read or refused, in time and in bounds.

They are read in a process that binds itself as a reader's process does. One that ends it, by time or by memory, counts
as bounded where the program's own way of reading refuses that file; anything else that it does is a fault.
"""

import io
import json
import random
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import docx
from openpyxl import Workbook
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from intake.apart.reading_apart import ReadingApart
from intake.apart.wire import BytesSource, Request
from model.errors import AssistantError
from model.file.office_content import Content
from model.file.seal import SEAL, SEALED_SINCE
from model.file.storage import OfficeStorage
from model.form_file import load_form
from model.report import Report, Slot, SlotKind

ROOT: Final = Path(__file__).resolve().parent.parent.parent
COPIES: Final = 5_000
"""Of each kind."""
SLOWEST: Final = 5
"""Seconds of the processor for one file."""
_ROWS: Final = (
    ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
    ("规章", "3", "1", "12"),
    ("行政规范性文件", "0", "2", "5"),
)
_REGULATIONS: Final = (("issued", 3), ("repealed", 1), ("in_force", 12))
_TITLE: Final = "清河县水利局2024年政府信息公开工作年度报告"
_HEADING: Final = "二、主动公开政府信息情况"
_WORDS: Final = "2024年，本局主动公开信息120条，其中规章3件。"
_READER: Final = """
import sys, time, traceback
sys.path.insert(0, sys.argv[1])
from intake.apart.bounds import Bounds, bind_this_process
from intake.taking_in import take_in_bytes
from model.errors import AssistantError
from tests.proof.damaged_sources import copy_of
kind, first, last, seconds = sys.argv[2], *map(int, sys.argv[3:6])
bind_this_process(Bounds(seconds=seconds))
for number in range(first, last):
    data = copy_of(kind, number)
    begun = time.process_time()
    try:
        take_in_bytes(data, f"report.{kind}", year=2024)
        told = "read"
    except AssistantError:
        told = "refused"
    except Exception:
        told = "fault " + traceback.format_exc().replace(chr(10), " | ")
    print(number, time.process_time() - begun, told, flush=True)
"""
_BATCH: Final = 250
"""Copies that one process reads, within `_BATCH_SECONDS` of the processor."""
_BATCH_SECONDS: Final = 180


def _word() -> bytes:
    word = docx.Document()
    for words in (_TITLE, _HEADING, _WORDS):
        word.add_paragraph(words)
    table = word.add_table(len(_ROWS), len(_ROWS[0]))
    for row, texts in zip(table.rows, _ROWS, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    made = io.BytesIO()
    word.save(made)
    return made.getvalue()


def _excel() -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in ((_TITLE,), (_HEADING,), (_WORDS,), *_ROWS):
        sheet.append([int(text) if text.isdecimal() else text for text in row])
    sheet.merge_cells("A1:D1")
    sheet["B6"] = "=1+2"
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _pdf() -> bytes:
    # A face that is named and not embedded keeps the file small; what it says is told by its encoding.
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    made = io.BytesIO()
    canvas = Canvas(made, pageCompression=0)
    canvas.setFont("STSong-Light", 12)
    for line, words in enumerate((_TITLE, _HEADING, _WORDS)):
        canvas.drawString(80, 780 - 25 * line, words)
    canvas.grid([80, 190, 300, 410, 520], [600, 630, 660, 690])
    for row, texts in enumerate(_ROWS):
        for column, text in enumerate(texts):
            canvas.drawString(90 + 110 * column, 670 - 30 * row, text)
    canvas.save()
    return made.getvalue()


def _page() -> str:
    rows = "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in _ROWS)
    style = "<style>.zs{vertical-align:super}.yc{display:none}</style>"
    words = f"<p>{_WORDS}<span class=zs>1</span><span class=yc>9</span><s>8</s></p>"
    return f"<html><head>{style}</head><body><h1>{_TITLE}</h1><h2>{_HEADING}</h2>{words}<table>{rows}</table></body></html>"


def _mhtml() -> bytes:
    head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=teil\r\n\r\n--teil\r\n"
    return f"{head}Content-Type: text/html; charset=utf-8\r\n\r\n{_page()}\r\n--teil--\r\n".encode()


_MANIFEST: Final = (
    '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
    "</manifest:manifest>"
)


def _opendocument() -> bytes:
    cells = [
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
            for text in row
        )
        + "</table:table-row>"
        for row in ((_TITLE,), (_HEADING,), *_ROWS)
    ]
    name = "urn:oasis:names:tc:opendocument:xmlns:"
    content = (
        f'<?xml version="1.0"?><office:document-content xmlns:office="{name}office:1.0" xmlns:table="{name}table:1.0"'
        f' xmlns:text="{name}text:1.0"><office:body><office:spreadsheet><table:table table:name="a">{"".join(cells)}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
        archive.writestr("content.xml", content)
    return made.getvalue()


def _old_sheets() -> bytes:
    # What LibreOffice 7.4 makes of `_excel`: no library of ours writes this format.
    return (Path(__file__).parent / "old_excel.xls").read_bytes()


def _office_file() -> bytes:
    # Of the format before files were sealed: what an accident changes is read, and not only refused by the seal.
    report = Report(load_form("2021"), "清河县水利局", 2024)
    report.set((Slot(SlotKind.CELL, f"disclosure.regulations.{name}"), value) for name, value in _REGULATIONS)
    report.set([(Slot(SlotKind.TEXT, "overview"), _WORDS)])
    storage = OfficeStorage()
    Content({"office": report.office}, {report.year: report}).stage(storage)
    tables = {name: rows for name, rows in json.loads(storage.encode()).items() if name != SEAL}
    return json.dumps(tables | {"format": SEALED_SINCE - 1}, ensure_ascii=False, indent=0).encode()


def _text() -> bytes:
    return "\n".join((_TITLE, _HEADING, _WORDS, *("\t".join(row) for row in _ROWS))).encode()


def _commas() -> bytes:
    return "\n".join((_TITLE, _HEADING, *(",".join(row) for row in _ROWS))).encode()


SEEDS: Final[Mapping[str, Callable[[], bytes]]] = {
    "docx": _word,
    "xlsx": _excel,
    "pdf": _pdf,
    "html": lambda: _page().encode(),
    "mht": _mhtml,
    "xls": _old_sheets,
    "ods": _opendocument,
    "xxgk": _office_file,
    "txt": _text,
    "csv": _commas,
}
_made: dict[str, bytes] = {}


def copy_of(kind: str, number: int) -> bytes:
    """Return one altered copy of a kind's sound file; the same one for the same number."""
    chance = random.Random(f"{kind} {number}")
    sound = _made.get(kind) or _made.setdefault(kind, SEEDS[kind]())
    if not sound.startswith(b"PK") or chance.random() < 0.2:
        return _altered(sound, chance)
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sound)) as archive, zipfile.ZipFile(made, "w") as changed:
        names = archive.namelist()
        hit = set(chance.sample(names, chance.randint(1, min(2, len(names)))))
        for name in names:
            part = archive.read(name)
            changed.writestr(name, _altered(part, chance) if name in hit else part)
    return made.getvalue()


def _altered(data: bytes, chance: random.Random) -> bytes:
    """The bytes after one to four accidents."""
    for _ in range(chance.randint(1, 4)):
        data = chance.choice(_ACCIDENTS)(data, chance)
    return data


def _flipped(data: bytes, chance: random.Random) -> bytes:
    if not data:
        return data
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randint(0, len(data))] if chance.random() < 0.3 else _without(data, chance)


def _without(data: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + data[at + chance.randint(1, 200) :]


def _doubled(data: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(data))
    piece = data[at : at + chance.randint(1, 400)]
    return data[:at] + piece * chance.choice((1, 2, 50)) + data[at:]


def _renumbered(data: bytes, chance: random.Random) -> bytes:
    digits = [at for at, byte in enumerate(data) if 48 <= byte <= 57]
    if not digits:
        return data
    at = chance.choice(digits)
    return data[:at] + chance.choice((b"0", b"-1", b"99999999", b"1e9", b"9" * 5_000, b"")) + data[at + 1 :]


def _untagged(data: bytes, chance: random.Random) -> bytes:
    signs = [at for at, byte in enumerate(data) if byte in b'<>"&/']
    if not signs:
        return data
    at = chance.choice(signs)
    return data[:at] + chance.choice((b"", b"<", b">", b'"', b"&", b"\x00", b"]]>")) + data[at + 1 :]


_ACCIDENTS: Final = (_flipped, _cut, _doubled, _renumbered, _untagged)


def outcomes(kind: str, copies: int) -> Iterator[tuple[int, str]]:
    """Yield number and fate of each copy: read, refused, bounded, or "fault …"."""
    number = 0
    while number < copies:
        last = min(copies, number + _BATCH)
        numbers = map(str, (number, last, _BATCH_SECONDS))
        command = [sys.executable, "-W", "ignore", "-c", _READER, str(ROOT), kind, *numbers]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as reader:
            for line in reader.stdout or ():
                at, seconds, told = line.strip().split(" ", 2)
                slow = float(seconds) > SLOWEST and not told.startswith("fault")
                yield number, f"fault: {seconds} s of the processor, {told}" if slow else told
                number = int(at) + 1
        if number < last:
            yield number, _ended(kind, number, reader.returncode)
            number += 1


def _ended(kind: str, number: int, code: int) -> str:
    """What a file has done that ended the reader: bounded where the program refuses it, and says so."""
    try:
        ReadingApart(Request(BytesSource(copy_of(kind, number), f"report.{kind}"), year=2024)).result()
    except AssistantError:
        return "bounded"
    return f"fault: it ended the reader with {code}, and is read"


def prove(kinds: Sequence[str], copies: int) -> int:
    """Read the copies and print what became of them. Returns how many faults there were."""
    faults = 0
    for kind in kinds:
        fates: Counter[str] = Counter()
        for number, told in outcomes(kind, copies):
            fates[told.split()[0].rstrip(":")] += 1
            if told.startswith("fault"):
                faults += 1
                print(f"  {kind} {number}: {told[-1_000:]}")
        print(
            f"  {kind}: " + ", ".join(f"{count} {fate}" for fate, count in sorted(fates.items())), flush=True
        )
    return faults


def main() -> int:
    """Prove all kinds. 0 when no copy was a fault."""
    return int(prove(tuple(SEEDS), COPIES) > 0)
