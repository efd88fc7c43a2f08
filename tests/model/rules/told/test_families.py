"""Numbers of the tables that are told together."""

from decimal import Decimal

import pytest

from model.errors import WordsError
from model.form_file import load_form
from model.rules.told.claim_values import cells_of
from model.rules.told.families import Tables, families, known_in, read_families
from tests.model.drafts import applications, case


def tables() -> Tables:
    """The numbers of a report on 14 applications, 12 handled and 2 carried over."""
    return Tables.of(case(2023, applications(14, 12, 0, 2), {}).report)


def test_every_name_is_one_of_the_form() -> None:
    form = load_form("2021")
    names = [name for family in families() for part in (*family.parts, family.whole) for name in part.split()]
    assert [name for name in names if not cells_of(form, name)] == []


def test_tables_add_up_fields_and_know_none_that_the_form_lacks() -> None:
    assert tables().number("收到申请总数", "结转下年度申请数") == Decimal(16)
    assert tables().number("没有这个数") is None


def test_a_sentence_tells_of_the_families_that_its_words_name() -> None:
    (known,) = [known for known in known_in("收了14件", tables()) if "收到申请总数" in known.family.parts]
    assert dict(known.parts)["办结申请总数"] == Decimal(12)
    assert known_in("天气晴好", tables()) == ()


@pytest.mark.parametrize(
    ("words", "told"),
    [("公开的5件", True), ("予以公开5件", True), ("公开规范性文件5件", False), ("主动公开5件", False)],
)
def test_what_a_body_publishes_unasked_is_no_answer(words: str, *, told: bool) -> None:
    outcomes = next(family for family in families() if family.whole == "办结申请总数")
    assert bool(outcomes.words.search(words)) is told


def test_the_last_part_that_words_tell_of_is_meant() -> None:
    outcomes = next(family for family in families() if family.whole == "办结申请总数")
    assert outcomes.told_by("不予公开") == "不予公开数"
    assert outcomes.told_by("", "全文公开") == "予以公开数"
    assert outcomes.told_by("来电") == ""


def test_a_sum_is_a_part_of_its_own_where_it_adds_up_several() -> None:
    total = "新收和上年结转申请总数"
    carried_in = Tables.of(case(2023, applications(14, 16, 3, 1), {}).report)
    for numbers, told in ((tables(), False), (carried_in, True)):
        (known,) = [one for one in known_in("收了14件", numbers) if total in one.family.parts]
        assert (total in dict(known.parts)) is told


def test_a_file_that_lacks_something_is_told() -> None:
    with pytest.raises(WordsError):
        read_families({"family": [{"words": "文件"}]})
