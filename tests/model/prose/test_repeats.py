"""How much of a text is last year's."""

import pytest

from model.prose.repeats import repeated, touched_up


@pytest.mark.parametrize(
    ("now", "share"),
    [
        ("收到申请12件，办结9件。", 100),
        ("收到申请 1，208 件，办结１９件。", 100),
        ("收到申请\ue000\ue000件，办结9件。", 100),
        ("收到申请12件，开展培训。", 60),
        ("开展培训。", 0),
        ("", 0),
    ],
)
def test_numbers_and_blanks_do_not_count(now: str, share: int) -> None:
    assert repeated(now, "收到申请8件，办结7件。\n网站运行平稳。") == share


LAST_YEAR = (
    "全年围绕中心工作主动公开各类信息120条，重点公开财政预决算和乡村振兴项目的进展。完善依申请公开的登记、审核和答复流程，"
    "收到申请8件，均按期答复。依托门户网站和微信公众号发布政策解读15篇，及时回应群众关切。"
)


@pytest.mark.parametrize(
    ("now", "share"),
    [
        (LAST_YEAR, 100),
        (
            "全年紧扣中心工作主动公开各类信息96条，重点公开财政预决算和乡村振兴项目的情况。健全依申请公开的登记、审核和答复机制，"
            "收到申请5件，全部按期答复。依托门户网站和微信公众号发布政策解读21篇，积极回应群众关切。",
            99,
        ),
        (
            "依托门户网站和微信公众号发布政策解读15篇，及时回应群众关切。全区机构改革后由新组建的办公室承担这项工作，编制了事项清单，"
            "对六个街道逐一上门辅导，并把档案馆设为查阅场所。",
            0,
        ),
        ("收到申请8件，均按期答复。", 100),
        ("", 0),
    ],
)
def test_sentences_with_words_changed_are_still_last_years(now: str, share: int) -> None:
    assert touched_up(now, LAST_YEAR) == share


def test_a_new_clause_of_a_sentence_that_is_otherwise_the_same_is_new() -> None:
    same = LAST_YEAR.removesuffix("及时回应群众关切。")
    assert touched_up(f"{same}还组织业务轮训。", LAST_YEAR) == 93


def test_only_a_text_without_a_new_word_is_wholly_last_years() -> None:
    before = LAST_YEAR * 20
    now = LAST_YEAR * 19 + LAST_YEAR.replace("收到", "接到")
    assert (repeated(before, before), repeated(f"{before}谢谢。", before)) == (100, 99)
    assert touched_up(now, LAST_YEAR) == 99


def test_nothing_is_taken_from_a_text_that_was_not_there() -> None:
    assert touched_up(LAST_YEAR, "") == 0
