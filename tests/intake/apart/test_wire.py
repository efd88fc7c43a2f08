"""What goes to a reader's process and comes back: nothing is lost on the way, and nothing else is taken for an answer."""

import io
import json
from pathlib import Path

import pytest

from intake.apart.bounds import Bounds
from intake.apart.wire import (
    BytesSource,
    CopiedSource,
    FileSource,
    Request,
    Source,
    answered,
    read,
    refused,
    teller,
)
from intake.errors import NotUnderstood, OldFormat, ReaderEnded, SourceRefused, YearNotTold
from intake.recognise import Recognition
from model.errors import AssistantError
from tests.intake.figures import report


@pytest.mark.parametrize(
    "source",
    [
        FileSource(Path("/某处/年报.pdf")),
        BytesSource(b'{"path": 1}\n\x00', "年报.txt"),
        CopiedSource("<p>", "年报\n"),
    ],
)
def test_a_request_arrives_as_it_was_sent(source: Source) -> None:
    request = Request(source, "某局", 2024, Bounds(1, 2, 3, 4, aside=True), ledger=True, draft=True)
    assert Request.receive(io.BytesIO(request.encode() + b"behind it")) == request
    assert Request.receive(io.BytesIO(Request(source).encode())) == Request(source)


def test_what_stands_behind_the_bytes_of_a_source_is_left_for_the_next_reading() -> None:
    stream = io.BytesIO(Request(BytesSource(b"123", "年报.txt")).encode() + b"more\n")
    Request.receive(stream)
    assert stream.read() == b"more\n"


def test_a_source_is_called_by_its_file_or_as_what_was_copied() -> None:
    assert FileSource(Path("/某处/年报.pdf")).name == "年报.pdf"
    assert CopiedSource("", "").name == "复制的内容"


def test_what_was_read_arrives_whole() -> None:
    found = Recognition(
        report("2021", 5),
        ("机关：某局",),
        ("没有读出表三",),
        {"a.b.c": "三"},
        exact=True,
        doubts=("两个机关",),
    )
    got = answered(read(found))
    assert isinstance(got, Recognition)
    assert got.report.slots == found.report.slots
    assert (got.doubts, got.summary, got.unread, got.sources, got.exact) == (
        found.doubts,
        found.summary,
        found.unread,
        found.sources,
        found.exact,
    )


def test_words_of_progress_are_words() -> None:
    answers = io.BytesIO()
    teller(answers)("第 1 页")
    assert answered(answers.getvalue()) == "第 1 页"


@pytest.mark.parametrize("kind", [SourceRefused, OldFormat, NotUnderstood, YearNotTold])
def test_a_refusal_keeps_its_kind_its_words_and_its_cause(kind: type[AssistantError]) -> None:
    error = kind("请另存一份")
    error.__cause__ = KeyError("no such part")
    with pytest.raises(kind, match="请另存一份") as told:
        answered(refused(error))
    assert type(told.value) is kind
    assert "no such part" in str(told.value.__cause__)


def test_a_refusal_of_a_kind_that_nobody_knows_is_a_refused_source() -> None:
    with pytest.raises(SourceRefused, match="不行"):
        answered(refused(AssistantError("不行")))


def test_of_a_long_cause_the_end_is_kept() -> None:
    error = SourceRefused("不行")
    error.__cause__ = ValueError(f"begin{'x' * 9_000}end")
    line = json.loads(refused(error))
    assert len(line["cause"]) == 4_000
    assert line["cause"].rstrip().endswith("end")


SOUND = json.loads(read(Recognition(report("2021", 5), (), ())))


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"no json",
        b"[]",
        b"{}",
        b'{"refused": "no"}',
        b'{"read": null}',
        json.dumps({"read": SOUND["read"] | {"summary": "words"}}).encode(),
        json.dumps({"read": SOUND["read"] | {"sources": []}}).encode(),
        json.dumps({"read": SOUND["read"] | {"report": []}}).encode(),
    ],
)
def test_what_is_no_answer_ends_the_reading(line: bytes) -> None:
    with pytest.raises(ReaderEnded):
        answered(line)


def test_only_what_says_so_was_read_exactly() -> None:
    got = answered(json.dumps({"read": SOUND["read"] | {"exact": "yes"}}).encode())
    assert isinstance(got, Recognition)
    assert not got.exact
