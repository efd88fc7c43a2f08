"""The process that holds a ledger answers one question after the other; a refusal is an answer like any other."""

import gc
import io
import json
from pathlib import Path

import pytest

from intake.apart.ledger_child import serve_ledger
from intake.apart.wire import BytesSource, FileSource, Request, Source

LEDGER = "编号,收到日期,申请人类型,答复日期,办理结果\n{},2024-3-8,公民,2024-3-18,予以公开\n"
LAY_OUT: dict[str, object] = {"memory": {}, "year": None, "otherwise": 2023, "form": None}


def csv(number: str = "甲1") -> bytes:
    return LEDGER.format(number).encode()


@pytest.fixture(autouse=True)
def _own_garbage(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gc, "set_threshold", int)


def answers(*questions: dict[str, object], source: Source | None = None) -> list[dict[str, object]]:
    """What is answered to the reading of a source and to the questions behind it, without progress."""
    heard = io.BytesIO()
    asked = io.BytesIO(b"".join(json.dumps(each).encode() + b"\n" for each in questions))
    serve_ledger(Request(source or BytesSource(csv(), "台账.csv"), ledger=True), asked, heard)
    told = [json.loads(line) for line in heard.getvalue().splitlines()]
    return [line for line in told if "progress" not in line]


def layouts(laid: list[dict[str, object]]) -> list[object]:
    parts = [line["part"] for line in laid if "part" in line]
    return [part["layout"] for part in parts if isinstance(part, dict)]


def test_a_ledger_is_read_laid_out_and_counted_in_the_year_that_its_rows_tell() -> None:
    laid = answers({"lay_out": LAY_OUT})
    assert [next(iter(line)) for line in laid] == ["ledger", "part", "laid_out"]
    assert laid[-1]["laid_out"] == {"year": 2024, "notes": []}
    count = {"layouts": layouts(laid), "memory": {}, "today": "2025-01-10"}
    counted = answers({"lay_out": LAY_OUT}, {"count": count})
    assert {"rows": ["applications", "applications.granted.natural_person", [2]]} in counted
    assert counted[-1] == {"counted": ["applications"]}


def test_one_more_file_goes_on_with_the_ledger(tmp_path: Path) -> None:
    more = tmp_path / "下半年.csv"
    more.write_bytes(csv("乙1"))
    told = answers({"read": str(more)}, {"lay_out": LAY_OUT}, {"rows": [2, 4]})
    assert [next(iter(line)) for line in told] == [
        "ledger",
        "ledger",
        "part",
        "part",
        "laid_out",
        "row",
        "rows",
    ]
    assert json.dumps(told[-2], ensure_ascii=False).count("予以公开") == 2
    assert ["甲1" in str(told[-2]), "乙1" in str(told[-2])] == [True, True]


def test_what_was_left_out_is_not_counted() -> None:
    (layout,) = layouts(answers({"lay_out": LAY_OUT}))
    assert isinstance(layout, list)
    count = {"layouts": [[*layout[:3], False]], "memory": {}, "today": "2025-01-10"}
    assert answers({"lay_out": LAY_OUT}, {"count": count})[-1] == {"counted": []}


def test_after_a_refusal_the_next_question_is_answered(tmp_path: Path) -> None:
    told = answers({"read": str(tmp_path / "没有.csv")}, {"count": {}}, {"lay_out": LAY_OUT})
    assert ["refused" in line for line in told[:4]] == [False, True, True, False]
    assert "无法打开“没有.csv”" in str(told[1]["refused"])


def test_a_source_that_cannot_be_read_is_refused_at_once(tmp_path: Path) -> None:
    (told,) = answers(source=FileSource(tmp_path / "没有.csv"))
    assert told["kind"] == "SourceRefused"


class Gone(io.BytesIO):
    """Answers that nobody hears any more."""

    def flush(self) -> None:
        raise BrokenPipeError


def test_where_nobody_hears_any_more_it_ends_in_peace() -> None:
    serve_ledger(Request(BytesSource(csv(), "台账.csv"), ledger=True), io.BytesIO(), Gone())
