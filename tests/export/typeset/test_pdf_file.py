"""The PDF is a sound file: its cross-references point at its objects, and it tells of nothing but the report."""

import re
import zlib

from export.pdf import PdfOptions, render
from export.typeset.pdf_file import PdfFile, text_string
from tests.export import reports


def test_cross_references_point_at_the_objects() -> None:
    data = render(reports.document())
    start = int(data.rpartition(b"startxref\n")[2].split()[0])
    assert data[start : start + 4] == b"xref"
    offsets = [int(line[:10]) for line in data[start:].splitlines() if line.endswith(b" n ")]
    for number, offset in enumerate(offsets, 1):
        assert data[offset:].startswith(b"%d 0 obj\n" % number)
    assert re.search(rb"/Size (\d+)", data[start:]) is not None
    assert b"/Size %d " % (len(offsets) + 1) in data[start:]


def test_every_stream_is_as_long_as_it_says() -> None:
    data = render(reports.document())
    streams = list(re.finditer(rb"/Length (\d+)[^>]*>>\nstream\n", data))
    assert len(streams) > 10
    for stream in streams:
        end = stream.end() + int(stream[1])
        assert data[end:].startswith(b"\nendstream")
        assert zlib.decompress(data[stream.end() : end])


def test_nothing_tells_of_time_or_machine() -> None:
    data = render(reports.document())
    assert b"Date" not in data
    assert b"/home" not in data
    assert b".ttf" not in data


def test_another_number_is_another_file_id() -> None:
    first, second = (
        re.search(rb"/ID \[<(\w+)>", render(reports.document(2024, office))) for office in ("甲局", "乙局")
    )
    assert first is not None
    assert second is not None
    assert first[1] != second[1]


def test_the_language_and_the_title_are_told_to_the_reader() -> None:
    data = render(reports.document(), PdfOptions())
    assert b"/Lang (zh-CN)" in data
    assert b"/DisplayDocTitle true" in data


def test_a_reserved_object_is_put_in_later() -> None:
    file = PdfFile()
    later = file.reserve()
    other = file.put("<< /Type /Catalog >>")
    assert (later, other) == (1, 2)
    assert file.put("[1 2]", later) == 1
    assert b"1 0 obj\n[1 2]\nendobj" in file.save(other, later)


def test_a_string_holds_any_character() -> None:
    assert bytes.fromhex(text_string("年报😀(").strip("<>")).decode("utf-16") == "年报😀("
    assert text_string("\ud800") == "<FEFF003F>"
