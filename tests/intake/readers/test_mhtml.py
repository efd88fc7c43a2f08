"""A page that a browser has saved as one file is read; of several frames the largest is the page."""

import quopri
from collections.abc import Iterator

import pytest

from export.html import render
from intake.errors import SourceRefused
from intake.readers.mhtml import read_mhtml
from intake.readers.reading import read_bytes
from intake.taking_in import take_in_bytes
from model.compose import compose
from model.document import Table
from tests.intake import layouts
from tests.intake.figures import misread, report

HEAD = (
    "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
    '\ttype="text/html";\r\n\tboundary="teil"\r\n\r\n'
)


def part(content: bytes, charset: str, kind: str = "text/html") -> bytes:
    """A page as a part of a saved whole."""
    told = f'Content-Type: {kind}; charset="{charset}"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n'
    return b"--teil\r\n" + told.encode() + quopri.encodestring(content) + b"\r\n"


def texts(*parts: bytes) -> list[str]:
    data = HEAD.encode() + b"".join(parts) + b"--teil--\r\n"
    return [paragraph.text for paragraph in read_mhtml(data, "年报.mht").paragraphs]


def test_of_several_frames_the_largest_is_the_page_wherever_it_stands() -> None:
    page, frame = part("<p>一、总体情况</p>".encode(), "utf-8"), part("<p>栏</p>".encode(), "utf-8")
    assert texts(page, frame) == texts(frame, page) == ["一、总体情况"]


def test_a_page_of_the_other_name_counts_and_what_is_no_page_does_not() -> None:
    page = part("<p>总体</p>".encode(), "utf-8", "application/xhtml+xml")
    assert texts(page, part(b"p{}" * 99, "utf-8", "text/css")) == ["总体"]


@pytest.mark.parametrize("charset", ["no-such-charset", "ascii"])
def test_a_part_that_names_another_encoding_than_it_has_is_read_by_its_bytes(charset: str) -> None:
    assert texts(part("<p>一、总体情况，全年平稳。</p>".encode("gb18030"), charset)) == [
        "一、总体情况，全年平稳。"
    ]


@pytest.mark.parametrize("charset", ["utf-8", "gb2312"])
def test_a_page_saved_as_one_file_is_read(charset: str) -> None:
    wanted = report("2021", 6, blanks=0.1)
    page = render(compose(wanted)).encode(charset)
    saved = (
        HEAD.encode() + part(b"<html><p>frame</p></html>", "utf-8") + part(page, charset) + b"--teil--\r\n"
    )
    assert not misread(wanted, take_in_bytes(saved, "年报.mht").report)


def test_a_saved_whole_without_a_page_is_refused() -> None:
    with pytest.raises(SourceRefused, match="没有网页"):
        read_bytes(
            HEAD.encode() + b"--teil\r\nContent-Type: image/png\r\n\r\nx\r\n--teil--\r\n", "年报.mhtml"
        )


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf", b"\n"])
def test_a_page_saved_alone_without_what_belongs_to_it_is_read(mark: bytes) -> None:
    wanted = report("2021", 6, blanks=0.1)
    page = quopri.encodestring(render(compose(wanted)).encode("gb18030"))
    head = 'From: <Saved>\nMIME-Version: 1.0\nContent-Type: text/html;\n\tcharset="gb2312"\n'
    saved = mark + f"{head}Content-Transfer-Encoding: quoted-printable\n\n".encode() + page
    assert not misread(wanted, take_in_bytes(saved, "年报.mht").report)


def tabbed(table: Table) -> Iterator[str]:
    return ("\t".join(cell.text for cell in row) for row in layouts.rows_of(table))


def test_a_letter_with_the_report_in_its_words_is_read_and_one_that_brings_files_is_not() -> None:
    wanted = report("2021", 6)
    words = "\n".join(f"> {line}" for line in layouts.page(compose(wanted), tabbed).split("\n")).encode()
    alone = b"From: a@example.cn\nContent-Type: text/plain; charset=utf-8\n\n" + words
    mixed = HEAD.replace("related", "mixed").encode()
    beside = part(words, "utf-8", "text/plain")
    for letter in (alone, mixed + beside + b"--teil--\r\n"):
        assert not misread(wanted, take_in_bytes(letter, "年报.eml").report)
    attached = b"--teil\r\nContent-Type: application/msword\r\nContent-Disposition: attachment\r\n\r\nx\r\n"
    with pytest.raises(SourceRefused, match="附件"):
        read_bytes(mixed + beside + attached + b"--teil--\r\n", "年报.eml")
