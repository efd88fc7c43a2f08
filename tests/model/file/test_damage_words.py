"""Where a file is damaged is told in the words of the form, whatever kind of thing stands there."""

import pytest

import resources
from model.errors import FileDamaged
from model.file.damage_words import kind_words, record_words, slot_words, table_words, words_near
from model.file.office_content import Content
from model.form_file import load_form
from model.report import SlotKind

FORM = load_form("2021")
CELL = "disclosure.regulations.issued"
CELL_WORDS = "二、主动公开政府信息情况：规章·本年制发件数"
SAVED = resources.data("samples/示例.xxgk").decode()


@pytest.mark.parametrize(
    ("kind", "key", "words"),
    [
        (SlotKind.CELL, CELL, f"填报数字“{CELL_WORDS}”"),
        (SlotKind.STATE, CELL, f"导入状态“{CELL_WORDS}”"),
        (SlotKind.RECHECK, CELL, f"复核记录“{CELL_WORDS}”"),
        (SlotKind.LEDGER, CELL, f"台账统计数“{CELL_WORDS}”"),
        (SlotKind.ROLL_UP, CELL, f"汇总数“{CELL_WORDS}”"),
        (SlotKind.SUM, "x.y.z", "算式（表中没有的一格“x.y.z”）"),
        (SlotKind.TEXT, "overview", "文字“一、总体情况”"),
        (SlotKind.TEXT, "preamble", "文字“引言”"),
        (SlotKind.TEXT, "own1", "文字“五、特色做法”"),
        (SlotKind.TEXT, "own2", "文字“own2”"),
        (SlotKind.HEADING, "own1", "标题“五、特色做法”"),
        (SlotKind.FIELD, "phone", "单位资料“联系电话”"),
        (SlotKind.FIELD, "x" * 99, f"单位资料“{'x' * 20}…”"),
        (SlotKind.DEED, "signed.by", "办理记录“签发人”"),
        (SlotKind.EXPLANATION, f"T3.4:{CELL}", f"说明“T3.4 {CELL_WORDS}”"),
        (SlotKind.EXPLANATION, "N4:overview:共12件", "说明“N4 一、总体情况”"),
        (SlotKind.EXPLANATION, "C2:cover", "说明“C2 封面与引言”"),
        (SlotKind.REMARK, "3", "意见第 3 条"),
        (SlotKind.PHRASE, "2", "常用语第 2 条"),
        (SlotKind.LEDGER_SOURCE, "1", "台账来源第 1 条"),
        (SlotKind.CHILD, "云溪县文化馆", "下级单位“云溪县文化馆”"),
        (SlotKind.STAGE, "now", "报告状态"),
        (SlotKind.ORDER, "sections", "章节顺序"),
        (SlotKind.AS_SIGNED, f"cell:{CELL}", f"签发时的内容（填报数字“{CELL_WORDS}”）"),
        (SlotKind.AS_SIGNED, "nothing", "签发时的内容"),
        (SlotKind.AS_SIGNED, "as_signed:as_signed:x", "签发时的内容"),
    ],
)
def test_a_slot_is_told_in_the_words_of_the_form(kind: SlotKind, key: str, words: str) -> None:
    assert slot_words(FORM, kind, key, {"own1": "五、特色做法"}) == words


@pytest.mark.parametrize("kind", SlotKind)
def test_every_kind_of_slot_has_words(kind: SlotKind) -> None:
    assert kind_words(kind.value) in slot_words(FORM, kind, "x")
    assert kind_words(kind.value).isascii() is False


@pytest.mark.parametrize(
    ("kind", "key", "words"),
    [
        (SlotKind.CELL, f"x{CELL[1:]}", f"填报数字“{CELL_WORDS}”的名称"),
        (SlotKind.RECHECK, f"{CELL[:-2]}:x", f"复核记录“{CELL_WORDS}”的名称"),
        (SlotKind.FIELD, "phoNe", "单位资料“联系电话”的名称"),
        (SlotKind.DEED, "signed,by", "办理记录“签发人”的名称"),
        (SlotKind.CELL, "applications.received", "填报数字（表中没有的一格“applications.receive…”）"),
    ],
)
def test_a_damaged_name_is_told_by_the_one_that_it_was(kind: SlotKind, key: str, words: str) -> None:
    assert slot_words(FORM, kind, key) == words


def test_damaged_names_of_kinds_and_tables_are_told_by_those_that_they_were() -> None:
    assert kind_words("explan4tion") == "说明的名称"
    assert table_words("repOrts") == record_words("repOrts", "2024") == "年度报告的名称"
    assert kind_words("k" * 99) == f"本程序不认识的内容“{'k' * 20}…”"


def test_what_is_unknown_is_called_so() -> None:
    assert kind_words("odd") == "本程序不认识的内容“odd”"
    assert table_words("more") == record_words("more", "1") == "本程序不认识的部分“more”"
    assert record_words("", "") == "文件内容"


@pytest.mark.parametrize(
    ("last", "words"),
    [
        ('"format":3', ""),
        ('"reports":{\n', "年度报告"),
        ('"reports":{\n"2024":{"form":', "2024 年度报告"),
        (f'"{CELL}":', f"2024 年度报告的填报数字“{CELL_WORDS}”"),
        ('"phone":', "2024 年度报告的单位资料“联系电话”"),
        ('"overview":"2024年', "2024 年度报告的文字“一、总体情况”"),
    ],
)
def test_where_a_text_breaks_off_is_told_by_what_stands_before(last: str, words: str) -> None:
    place = SAVED.index(last, 0 if "format" in last or "reports" in last else SAVED.index('"reports"'))
    assert words_near(SAVED[: place + len(last)]) == words


def test_a_broken_line_is_told_by_the_cell_at_which_it_breaks() -> None:
    place = SAVED.index(f'"{CELL}":', SAVED.index('"2025":{'))
    with pytest.raises(FileDamaged, match=f"2025 年度报告的填报数字“{CELL_WORDS}”附近"):
        Content.decode((SAVED[:place] + SAVED[place:].replace(":", ";", 1)).encode(), "年报.xxgk")
