"""The form's words are found again, whole or torn, in its own words or in others that mean the same."""

import pytest

from intake.tables.vocabulary import (
    distinct,
    is_scrap,
    is_torn,
    is_whole,
    likeness,
    targets_of,
    weight,
    words_of,
)
from model.form_file import load_form
from tests.intake.tables.drawn import GRANTED, table


@pytest.mark.parametrize("form", ["2014", "2019", "2021"])
def test_every_entered_cell_is_in_a_row_of_its_table_once(form: str) -> None:
    made = load_form(form)
    keys = [key for each in made.tables for target in targets_of(each) for key in target.keys]
    assert len(keys) == len(set(keys))
    assert set(made.entered) <= set(keys)


@pytest.mark.parametrize("form", ["2014", "2019", "2021"])
def test_every_label_is_known_for_itself_and_like_no_other_as_much(form: str) -> None:
    for each in load_form(form).tables:
        labels = [target for target in targets_of(each) if target.label and target.keys]
        for target in labels:
            assert likeness(target.label, target) == 1.0
            assert weight(each, target.label) > 0


@pytest.mark.parametrize(
    ("text", "surely"),
    [("（一）予以公开", 2), ("自然人", 2), ("其他", 1), ("商业企业科研机构", 2), ("今日天气", 0), ("", 0)],
)
def test_a_whole_label_weighs_more_than_a_short_one(text: str, surely: int) -> None:
    assert weight(table(), text) == surely


def test_a_sentence_is_no_label_however_many_words_of_the_form_are_in_it() -> None:
    assert weight(table(), "全年予以公开的申请中自然人提出的占大多数，" * 5) == 0


def test_a_label_is_known_without_its_number_and_in_other_words() -> None:
    assert likeness("予以公开", GRANTED) > 0.9
    assert likeness("（一）予以公示", GRANTED) < likeness("予以公开", GRANTED)
    assert likeness("", GRANTED) == 0.0


def test_pieces_of_the_form_s_words_are_told_from_strange_ones() -> None:
    assert is_scrap(table(), "予以公")
    assert not is_scrap(table(), "天气晴")
    assert is_torn(table(), "企业机构其他总计")
    assert not is_torn(table(), "天气")
    assert not is_torn(table(), "")


def test_a_whole_label_is_told_from_a_part_of_it() -> None:
    assert is_whole(table(), "（一）予以公开")
    assert not is_whole(table(), "公开")


def test_words_that_tell_a_form_are_long_ones_of_its_tables() -> None:
    form = load_form("2021")
    printed = frozenset().union(*(words_of(each) for each in form.tables))
    assert distinct(form) <= printed
    assert min(map(len, distinct(form))) == 5


def test_a_remark_in_brackets_is_a_part_of_a_label_and_not_behind_it() -> None:
    target = next(one for one in targets_of(load_form("2014").table("statistics")) if "（" in one.label)
    assert not target.behind(target.label)
    assert target.behind(f"{target.label}　共 3 件") == "共3件"
