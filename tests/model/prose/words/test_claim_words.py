"""The vocabulary of narratives: every word is there once, and every meaning names what some form has."""

import re
import tomllib

import pytest

import resources
from model.errors import WordsError
from model.form_file import form_ids, load_form
from model.prose.words.claim_words import FILE, read_vocabulary, vocabulary

DATA = tomllib.loads(resources.text(FILE))
GIVES_BACK = re.compile(r"\)(?:[*+]|\{\d*,\})(?!\+)")
"""A group that may stand any number of times and is not kept as it was found (`)*` and not `)*+`)."""
PATTERNS = {
    **{f"fragment.{name}": words for name, words in DATA["fragment"].items()},
    **{f"shape.{name}": entry["says"] for name, entry in DATA["shape"].items()},
    **{f"passage.{name}": words for name, words in DATA["passage"].items()},
}


@pytest.mark.parametrize(
    ("part", "name", "entry"),
    [
        ("filler", "count", "收到"),
        ("group", "added", ""),
        ("group", "unheard_of", "加上"),
        ("unit", "fee", 7),
        ("fragment", "bench", "("),
        ("passage", "marked", "("),
        ("meaning", "fee", {"told": ["N7"]}),
        ("meaning", "budget", {}),
    ],
)
def test_a_file_that_contradicts_itself_is_refused(part: str, name: str, entry: object) -> None:
    data = {**DATA, part: {**DATA[part], name: entry}}
    with pytest.raises(WordsError, match="词库有误"):
        read_vocabulary(data)


def test_a_file_that_lacks_a_part_is_refused() -> None:
    with pytest.raises(WordsError):
        read_vocabulary({part: entries for part, entries in DATA.items() if part != "unit"})


def test_every_meaning_reads_a_number_that_some_form_has() -> None:
    forms = [load_form(form_id) for form_id in form_ids()]
    known = {name for form in forms for name in (*form.number_fields, *form.cells)}
    readings = {
        name
        for entries in vocabulary().meanings.values()
        for meaning in entries.values()
        for reading in meaning.readings
        for name in reading
    }
    assert readings <= known


def test_every_thing_that_is_told_of_has_a_name_to_be_read_out_by() -> None:
    assert set(vocabulary().meanings) <= set(vocabulary().said)


def test_the_longest_word_at_a_place_is_taken() -> None:
    found = next(vocabulary().words_in("行政处罚决定书", 0, 7), None)
    assert found is not None
    assert (found[1], found[2].name) == (7, "penalty")


@pytest.mark.parametrize(
    ("words", "shape"),
    [
        ("主要涉及土地、住房等领域的", "wide"),
        ("公民和法人或其他组织", "everybody"),
        ("在法定期限内", "manner"),
        ("以县政府名义", "signed"),
        ("通过网站、信函等方式提出的", "by_any"),
        ("通过网站提交的", "channel"),
        ("被复议机关撤销", "corrected"),
        ("正在复议机关审理中", "pending_result"),
        ("依申请公开工作", "topic"),
        ("上年结转", "carry"),
        ("截至2023年12月31日", "whole_year"),
        ("第一季度", "period"),
        ("2023年", "year"),
        ("政府信息公开申请书", "application"),
        ("行政复议案件", "review"),
        ("行政诉讼案件", "suit"),
        ("正在办理中", "pending"),
        ("登记政府信息公开申请", "received"),
        ("按期答复率", "rate"),
        ("（", "mark"),
    ],
)
def test_what_is_told_by_its_shape_is_found_where_it_begins(words: str, shape: str) -> None:
    found = vocabulary().pattern.match(words)
    assert found is not None
    assert found.lastgroup == shape


def test_no_repeated_group_is_tried_in_every_way_it_may_be_split() -> None:
    assert GIVES_BACK.search(r"(?:年|全年)*(?:收到)") is not None
    assert GIVES_BACK.search(r"(?:年|全年)*+(?:收到)") is None
    assert [name for name, pattern in PATTERNS.items() if GIVES_BACK.search(pattern)] == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("bare", "全年" * 200 + "年末"),
        ("list_closes", "其他" + "各类" * 200 + "年末"),
        ("marked", "主动公开" + "的" * 200),
    ],
)
def test_a_passage_of_one_word_over_and_over_is_read_at_once(name: str, text: str) -> None:
    assert vocabulary().passages[name].match(text) is None


@pytest.mark.parametrize(
    "text", ["公民" + "企业法人" * 200 + "分别", "1" * 2000, "十" * 2000, "二、" * 500 + "年"]
)
def test_a_word_over_and_over_has_no_shape_of_many(text: str) -> None:
    assert {match.lastgroup for match in vocabulary().pattern.finditer(text)} <= {"bare"}


@pytest.mark.parametrize(
    "words",
    [
        *("五年来", "十多年来", "2019年以来", "10年间", "十几年来", "三年来", "近十五年"),
        *("2023—2024学年", "自《条例》2019年修订施行至2024年底"),
    ],
)
def test_a_span_of_years_is_a_period(words: str) -> None:
    (found,) = vocabulary().pattern.finditer(words)
    assert (found.lastgroup, found[0]) in {("period", words), ("whole_year", words)}
