"""Contact data of a form that cannot be used are told; every usual way to write them is left in peace."""

import pytest

from model.check import check
from model.office_fields import FIELD_WORDS
from model.rules.rule import Case
from tests.model.drafts import case, field, finished


def wrong(name: str, value: str) -> list[str]:
    findings = check(Case(field(finished(), name, value))).findings
    return [finding.message for finding in findings if finding.code == "S14"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("postcode", "22300"),
        ("postcode", "223O01"),
        ("phone", "8360"),
        ("phone", "0517-836"),
        ("fax", "见官网"),
        ("email", "xxgk.example.cn"),
        ("email", "xxgk@example"),
        ("website", "www"),
        ("postcode", "000000"),
        ("phone", "051-7836052"),
        ("phone", "0517-8360521O"),
        ("phone", "0517-83605210、8360521011"),
        ("phone", "1380013800"),
        ("email", "a b@example.cn"),
        ("email", "xxgk@example.c"),
        ("website", "www,example,gov,cn"),
        ("website", "htp://www.example.gov.cn"),
        ("website", "http//www.example.gov.cn"),
        ("website", "www.example"),
        ("website", "无"),
    ],
)
def test_what_nobody_can_write_or_ring_to(name: str, value: str) -> None:
    (message,) = wrong(name, value)
    assert message.startswith(f"{FIELD_WORDS[name]}“{value}”")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("postcode", "２２３００１"),
        ("phone", "0517-83605210"),
        ("phone", "（0517）83605210、83605211"),
        ("phone", "0517—83605210转8001"),
        ("phone", "13800138000"),
        ("phone", "0517-83605210（工作日）"),
        ("phone", "办公室：0517-83605210；信息股：0517-83605211"),
        ("email", "xxgk@example.cn（备用）"),
        ("phone", "12345"),
        ("phone", "400-800-1234"),
        ("fax", "0517－8360521"),
        ("email", "xxgk_01@example.gov.cn"),
        ("website", "https://www.example.gov.cn/zfxxgk/"),
        ("website", "甲县人民政府门户网站"),
        ("website", "www.example.gov.cn"),
        ("phone", "+86-517-83605210"),
        ("phone", "(86)0517-83605210"),
        ("phone", "021-6321 2810"),
        ("phone", "0517-83605210 转 8012"),
        ("phone", "0517-83605210 83605211"),
        ("phone", "0517-83605210（工作日8:30-17:30）"),
        ("phone", "800-820-1234"),
        ("phone", "95598"),
        ("phone", "138-0013-8000"),
        ("email", "ｘｘｇｋ＠ｅｘａｍｐｌｅ．ｃｎ"),
        ("email", "xxgk@example.cn；gkb@example.cn"),
        ("website", "HTTP://WWW.EXAMPLE.GOV.CN"),
        ("website", "http：//www.example.gov.cn"),
        ("website", "http://192.0.2.1:8080/gk"),
        ("website", "甲县政府网（www.example.gov.cn）"),
    ],
)
def test_what_is_usual(name: str, value: str) -> None:
    assert wrong(name, value) == []


def test_data_told_in_the_preamble_are_looked_at_too() -> None:
    text = "请与本局联系（地址：文化路1号，邮编：2230，电话：0517-83605210，电子邮箱：xxgk@example.cn）。"
    findings = [f for f in check(case(texts={"preamble": text})).findings if f.code == "S14"]
    assert [finding.quote for finding in findings] == ["2230"]
    spot = findings[0].spot
    assert spot is not None
    assert text[spot.start : spot.end] == "2230"


@pytest.mark.parametrize(
    "told",
    [
        "邮　　编：22300",
        "邮编22300",
        "电话（传真）：0517-836052",
        "监督电话0517-836052",
        "邮箱xxgk.example.cn",
        "E-mail：xxgk.example.cn",
        "网址：www,example,gov,cn",
    ],
)
def test_a_datum_is_known_however_it_is_called(told: str) -> None:
    findings = check(case(texts={"preamble": f"请与本局联系，{told}。"})).findings
    assert [finding.code for finding in findings] == ["S14"]


@pytest.mark.parametrize(
    "told",
    [
        "邮编:223001, E-mail:xxgk@example.cn, 网址:www.example.gov.cn/gk?id=1",
        "电话2部、传真1台、邮箱3个",
        "邮编：223001/电话：0517-83605210",
        "电子邮箱：xxgk@example.cn, www.example.gov.cn",
        "联系电话：李工，13800138000",
    ],
)
def test_usual_lines_of_contact_data_are_left_in_peace(told: str) -> None:
    findings = check(case(texts={"preamble": f"请与本局联系，{told}。"})).findings
    assert [finding.message for finding in findings if finding.code == "S14"] == []


def test_what_the_office_data_and_the_preamble_both_say_wrong_is_told_once() -> None:
    report = finished(texts={"preamble": "如有疑问，请与本局联系（联系电话：0517-836）。"})
    told = [f for f in check(Case(field(report, "phone", "0517-836"))).findings if f.code == "S14"]
    assert [(finding.page, finding.quote) for finding in told] == [("preamble", "0517-836")]
    assert "机关信息和引言中都是" in told[0].message


def told_otherwise(phone: str, told: str, name: str = "phone") -> list[str]:
    report = field(finished(texts={"preamble": f"如有疑问，请与本机关联系（{told}）。"}), name, phone)
    return [finding.message for finding in check(Case(report)).findings if finding.code == "S14"]


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("phone", "0517-83605210", "电话：0517-83605211"),
        ("phone", "83605210", "联系电话0517-83605211，传真0517-83605210"),
        ("postcode", "223001", "邮编：223100"),
        ("email", "xxgk@example.cn", "电子邮箱：gk@example.cn"),
        ("phone", "0517-83605210", "电话：０５１７－８３６０５２１１"),
        ("phone", "0517-83605210", "电话 0517 83605211"),
        ("phone", "0517-83605210", "热线电话：12345，联系电话：0517-83605211"),
        ("postcode", "223001", "邮编：２２３１００"),
        ("email", "xxgk@example.cn", "邮箱地址：gk@example.cn"),
    ],
)
def test_a_preamble_that_tells_where_to_ask_otherwise_than_the_offices_data_is_told(
    name: str, value: str, told: str
) -> None:
    (message,) = told_otherwise(value, told, name)
    assert "与机关信息中的" in message
    assert value in message


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("phone", "0517-83605210", "电话：83605210"),
        ("phone", "83605210转8012", "电话：0517-83605210"),
        ("phone", "0517-83605210、83605211", "电话：（0517）83605211"),
        ("phone", "0517-83605210", "监督电话：0517-83600000，咨询电话：0517-83605210"),
        ("phone", "", "电话：0517-83605210"),
        ("phone", "0517-83605210", "邮编：223001"),
        ("email", "xxgk@example.cn", "邮箱：XXGK@example.cn"),
        ("email", "xxgk@example.cn", "邮箱：ｘｘｇｋ＠example.cn"),
        ("phone", "0517-83605210", "热线电话：12345"),
        ("phone", "4008001234", "电话：400-800-1234"),
        ("phone", "0517-83605210转8012", "电话：0517-83605210-8012"),
        ("website", "www.example.gov.cn", "网址：http://xxgk.example.gov.cn"),
    ],
)
def test_a_preamble_that_tells_the_same_in_another_way_is_left_in_peace(
    name: str, value: str, told: str
) -> None:
    assert told_otherwise(value, told, name) == []
