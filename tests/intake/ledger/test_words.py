"""Every place of the form has words, no word means two places, and what may mean two is never decided."""

import tomllib
from collections import Counter

import pytest

import resources
from intake.ledger.words import OPEN, plain, words_of
from model.form_file import form_for
from tests.intake.ledger.invented import KINDS, OUTCOMES
from tests.intake.ledger.layouts import KIND_WORDS, LABELS, WORDS

DATA = tomllib.loads(resources.text("ledger.toml"))
FORM = form_for(2025)
KNOWN = words_of(FORM)


def test_every_outcome_and_every_column_of_the_form_has_words() -> None:
    rows = {row.id for row in FORM.table("applications").rows} - {
        "received",
        "carried_in",
        "handled_total",
        "carried_out",
    }
    assert set(DATA["outcomes"]) == rows == set(OUTCOMES)
    columns = {column.id for column in FORM.table("applications").bands[0].columns} - {"total"}
    assert set(DATA["applicants"]) == columns == set(KINDS)
    verdicts = {column.id for column in FORM.table("disputes").bands[0].columns} - {"total", "pending"}
    assert set(DATA["verdicts"]) == verdicts
    for group in ("outcomes", "applicants", "verdicts", "disputes"):
        assert all(entry["words"] for entry in DATA[group].values())


@pytest.mark.parametrize("group", ["outcomes", "applicants", "verdicts", "disputes"])
def test_no_word_stands_twice(group: str) -> None:
    words = [
        plain(w) for entry in DATA[group].values() for w in (*entry["words"], *entry.get("articles", ()))
    ]
    words += [plain(word) for word in DATA["either"].get(group, {})]
    assert [word for word, count in Counter(words).items() if count > 1] == []


def test_a_word_that_may_mean_several_places_names_places_of_the_form() -> None:
    for group, places in (("outcomes", OUTCOMES), ("applicants", KINDS)):
        for among in DATA["either"][group].values():
            assert len(among) > 1
            assert set(among) <= set(places)


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_the_words_of_the_form_and_of_everyday_mean_their_outcome(outcome: str) -> None:
    row = next(row for row in FORM.table("applications").rows if row.id == outcome)
    for text in (LABELS[outcome], row.name, "".join(row.label[1:]), *WORDS[outcome]):
        assert KNOWN.outcomes.meaning(text) == frozenset((outcome,)), text


@pytest.mark.parametrize("kind", KINDS)
def test_the_words_for_applicants_mean_their_column(kind: str) -> None:
    for text in KIND_WORDS[kind]:
        assert KNOWN.applicants.meaning(text) == frozenset((kind,)), text


@pytest.mark.parametrize(
    "text",
    ["不予公开", "无法提供", "不予处理", "其他处理", "其他", "（三）不予公开", "第十四条", "视为放弃申请"],
)
def test_a_word_that_may_mean_several_outcomes_is_not_decided(text: str) -> None:
    meaning = KNOWN.outcomes.meaning(text)
    assert meaning is not None
    assert len(meaning) > 1


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("不予公开：国家秘密", "refused_state_secret"),
        ("部分公开（涉及个人隐私）", "partial"),
        ("依据《条例》第36条第（五）项，不属于本机关", "unavailable_not_held"),
        ("条例第十六条第一款", "refused_internal_affairs"),
        ("（三）1", "refused_state_secret"),
        ("(五)2.重复申请", "declined_repeat"),
        ("其他处理＋3.其他", "other_remaining"),
        ("办理中", OPEN),
        ("①予以公开", "granted"),
        ("1、予以公开", "granted"),
        ("A.部分公开", "partial"),
        ("（四）3、补正后申请内容仍不明确", "unavailable_still_unclear"),
        ("全部予以公开告知书", "granted"),
        ("延期后予以公开", "granted"),
        ("已在网站主动公开，告知查询方式", "granted"),
        ("经检索，该信息不存在", "unavailable_not_held"),
        ("信息不存在（本机关未制作）", "unavailable_not_held"),
        ("非本机关职责范围，告知向某局申请", "unavailable_not_held"),
        ("不属于本机关公开，告知其负责机关的名称和联系方式", "unavailable_not_held"),
        ("第三方不同意公开且涉及商业秘密，不予公开", "refused_third_party"),
    ],
)
def test_words_beside_one_another_decide_together(text: str, outcome: str) -> None:
    assert KNOWN.outcomes.meaning(text) == frozenset((outcome,))


@pytest.mark.parametrize(
    "text",
    [
        "未予以公开",
        "不全部公开",
        "告知向某局申请",
        "1、",
        "不是信息不存在",
        "拟同意公开",
        "予以公开的除外",
        "甲乙丙",
    ],
)
def test_a_part_that_is_no_known_word_leaves_the_whole_open(text: str) -> None:
    assert KNOWN.outcomes.meaning(text) is None


def test_words_that_exclude_each_other_mean_nothing() -> None:
    assert KNOWN.outcomes.meaning("予以公开、信息不存在") == frozenset()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("赵某某", "natural_person"),
        ("赵**", "natural_person"),
        ("赵某（代理人：某律师事务所）", "natural_person"),
        ("赵某、钱某等5人", "natural_person"),
        ("云溪县清源建材有限公司", "enterprise"),
        ("清源建材有限公司（法定代表人：赵某）", "enterprise"),
        ("江南大学", "research"),
        ("云溪县环保协会", "nonprofit"),
        ("北京衡平律师事务所", "legal_service"),
        ("李家坪村村民委员会", "other"),
        ("云溪县第一中学", "other"),
        ("一个说不清是谁的申请人", None),
    ],
)
def test_a_name_tells_the_kind_of_applicant_by_its_end(name: str, kind: str | None) -> None:
    assert KNOWN.applicant_of_name(name) == kind
