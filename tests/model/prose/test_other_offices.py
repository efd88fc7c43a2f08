"""Names of offices: which stand where only the report's own office does, and which can be its own."""

import pytest

from model.prose.other_offices import (
    PUBLISHED,
    is_other,
    is_peer,
    office_of_title,
    offices_acting,
    offices_of_preamble,
)

OWN = "云溪县行政审批服务局"


def test_a_preamble_names_whose_report_it_opens_and_who_answers_for_it() -> None:
    words = "现公布青石县民政局2023年政府信息公开工作年度报告。请与青石县民政局办公室联系。"
    found = [(words[each.start : each.end], each.says) for each in offices_of_preamble(words)]
    assert found == [("青石县民政局", PUBLISHED), ("青石县民政局", "answering")]


def test_whoever_begins_a_sentence_on_the_work_acts_in_it() -> None:
    words = "2023年，青石县民政局坚持公开。会同云溪县司法局认真清理文件。白水镇主动公开信息。"
    assert [each.words for each in offices_acting(words)] == ["青石县民政局", "白水镇"]


def test_the_title_of_a_report_names_its_office_before_or_behind_the_year() -> None:
    assert office_of_title("青石县民政局2023年政府信息公开工作年度报告") == "青石县民政局"
    assert office_of_title("2023年度青石县民政局政府信息公开工作年度报告") == "青石县民政局"
    assert office_of_title("") == ""


@pytest.mark.parametrize(
    "name", [OWN, "县行政审批局", "行政审批服务局", f"{OWN}办公室", "我局", "本机关", "全县"]
)
def test_shorter_and_longer_forms_of_the_own_name_are_no_other_office(name: str) -> None:
    assert not is_other(OWN, name)


def test_a_government_and_its_office_are_one() -> None:
    assert not is_other("云溪县人民政府", "云溪县人民政府办公室")
    assert not is_other("云溪县人民政府办公室", "云溪县政府")
    assert not is_other("云溪县白水街道办事处", "白水街道")


@pytest.mark.parametrize("name", ["青石县民政局", "民政局", "青石县", "云溪县人民政府"])
def test_any_other_office_is_another(name: str) -> None:
    assert is_other(OWN, name)


@pytest.mark.parametrize(
    ("own", "name", "peer"),
    [
        (OWN, "青石县民政局", True),
        (OWN, "云溪县教育局", True),
        (OWN, "江州市行政审批服务局", False),
        (OWN, "云溪县人民政府", False),
        ("云溪县人民政府", "青石区人民政府", True),
        ("云溪县人民政府", "白水镇人民政府", False),
        ("江州市青石区民政局", "青石区教育局", True),
        ("民政局", "青石县民政局", False),
    ],
)
def test_a_peer_is_of_the_own_kind_on_the_own_step(own: str, name: str, *, peer: bool) -> None:
    assert is_peer(own, name) is peer


def test_when_something_was_done_is_no_part_of_a_name() -> None:
    assert not is_peer("松岭镇人民政府", "今年镇")


def test_offices_named_together_are_the_own_one_where_one_of_them_is() -> None:
    assert not is_other("云溪市人民政府办公室", "市政府及市政府办公室")
    assert is_other("云溪县民政局", "青石县教育局和青石县水利局")
    assert not is_other("云溪县住房和城乡建设局", "县住房和城乡建设局")
