"""Words taken over from another report give themselves away: by its year, and by its office."""

import pytest

from model.check import check
from model.findings import Finding, reworded
from model.rules.rule import Case
from tests.model.drafts import OVERVIEW, PROBLEMS, case, field, finished

OWN = "云溪县行政审批服务局"


def findings(code: str, checked: Case) -> list[Finding]:
    return [finding for finding in check(checked).findings if finding.code == code]


def told(code: str, words: str) -> list[Finding]:
    return findings(code, case(texts={"overview": f"{OVERVIEW}\n{words}"}))


def in_preamble(code: str, words: str, office: str = OWN) -> list[Finding]:
    return findings(code, case(texts={"preamble": words}, office=office))


@pytest.mark.parametrize(
    "words",
    [
        "2022年我镇共公开信息30条。",
        "2022年，我局主动公开信息30条。",
        "（六）其他情况。2022年度本局收到申请3件。",
        "2021年全局主动公开信息30条。",
        "二〇二二年，我局主动公开信息30条。",
        "二零二四年度本局收到申请3件。",
        "２０２２年我局主动公开信息30条。",
        "2022年没有收取信息处理费。",
    ],
)
def test_another_year_in_a_statement_about_this_year(words: str) -> None:
    (finding,) = told("S3", words)
    assert finding.spot is not None
    assert finding.left != 2023
    assert finding.right == 2023


@pytest.mark.parametrize(
    "words",
    [
        "2023年我镇共公开信息30条。",
        "2022年以来，我局持续公开信息。",
        "2024年，我局将继续公开信息。",
        "与2022年相比，我局公开信息增加30条。",
        "根据《2022年政务公开工作要点》公开信息。",
        "2022年我局公开20条，2023年公开30条。",
        "2023年我局公开30条；2022年公开20条，2021年公开12条。",
        "2022年我局收到申请3件；2023年收到申请5件。",
        "2018年我局挂牌成立。",
        "二〇二三年，我局主动公开信息30条。",
        "2022年度考核反馈的问题已整改完毕。",
        "2022年我局公开20条，２０２３年公开30条。",
        "编制并公布了2022年政府信息公开工作年度报告。",
    ],
)
def test_other_years_that_have_their_place(words: str) -> None:
    assert told("S3", words) == []


def test_a_long_gap_behind_a_year_is_passed_by() -> None:
    assert told("S3", f"2022年{' ' * 200_000}。") == []


def test_a_plan_for_next_year_has_its_year() -> None:
    assert findings("S3", case(texts={"problems": f"{PROBLEMS}\n2024年，我局加强培训。"})) == []


@pytest.mark.parametrize(
    "words",
    [
        "现公布云溪县行政审批服务局2022年政府信息公开工作年度报告。",
        "现将我局2022年度政府信息公开工作情况报告如下。",
        "根据条例要求，特编制2022年度云溪县行政审批服务局政府信息公开工作年度报告。",
        "2022年，我局认真贯彻条例，现将有关情况报告如下。",
        "现将我局２０２２年政府信息公开工作年度报告公布如下。",
        "现公布云溪县行政审批服务局政府信息公开工作2022年度报告。",
    ],
)
def test_a_preamble_that_opens_the_report_of_another_year(words: str) -> None:
    (finding,) = in_preamble("S3", words)
    assert (finding.left, finding.right) == (2022, 2023)


@pytest.mark.parametrize(
    "words",
    [
        "现公布云溪县行政审批服务局2023年政府信息公开工作年度报告。",
        "根据《中华人民共和国政府信息公开条例》（2019年修订）和国办公开办函〔2021〕30号的要求，编制本报告。",
        "按照《2022年政务公开工作要点》，现将2023年度政府信息公开工作情况报告如下。",
        "本报告自2024年1月20日起可在网站查阅。",
        "本报告所列数据与2022年政府信息公开工作年度报告衔接一致。",
        "根据国务院办公厅2021年印发的政府信息公开工作年度报告格式，编制本报告。",
        "根据县政府办公室关于编制2022年政府信息公开工作年度报告的通知，编制本报告。",
        "2021年，国务院办公厅修订了政府信息公开工作年度报告格式，本报告据此编制。",
        "按照2022年度报告格式，编制本报告。",
    ],
)
def test_years_of_other_papers_in_a_preamble_are_left_alone(words: str) -> None:
    assert in_preamble("S3", words) == []


@pytest.mark.parametrize(
    "words",
    [
        "现公布云溪县行政审批服务局2022年政府信息公开工作年度报告。",
        "根据条例要求，2022年度政府信息公开工作情况报告如下。",
    ],
)
def test_the_year_of_the_report_in_its_preamble_is_put_right_with_one_key(words: str) -> None:
    (finding,) = in_preamble("S3", words)
    assert finding.rewording is not None
    assert reworded(words, [finding.rewording]) == words.replace("2022", "2023")


def test_no_year_is_offered_where_another_report_may_be_named() -> None:
    (finding,) = in_preamble("S3", "2022年政府信息公开工作年度报告请见网站。")
    assert not finding.can_be_mended


def test_a_statement_of_another_year_may_be_true_so_no_year_is_offered() -> None:
    (finding,) = told("S3", "2022年我镇共公开信息30条。")
    assert not finding.can_be_mended


@pytest.mark.parametrize("section", ["overview", "problems"])
def test_a_section_that_opens_with_last_year_is_told_without_any_number_in_it(section: str) -> None:
    words = "2022年，在县委、县政府的领导下，政府信息公开工作有序开展。\n"
    texts = {"overview": words + OVERVIEW, "problems": words + PROBLEMS}
    (finding,) = findings("S3", case(texts={section: texts[section]}))
    assert finding.page == section


@pytest.mark.parametrize(
    "opening",
    [
        "2022年以来，政府信息公开工作有序开展。",
        "2023年，工作有序开展。",
        "2022年，县局成立。",
        "2022年11月，新网站上线。",
    ],
)
def test_a_section_may_open_with_what_went_before(opening: str) -> None:
    assert findings("S3", case(texts={"overview": f"{opening}\n{OVERVIEW}"})) == []


@pytest.mark.parametrize(
    "words",
    [
        "现公布青石县民政局2023年政府信息公开工作年度报告。",
        "现将云溪县教育局2023年度政府信息公开工作情况报告如下。",
        "如有疑问，请与青石县行政审批服务局办公室联系。",
        "如有疑问，请直接联系青石县行政审批服务局办公室。",
        "现公布青石县民政局２０２３年政府信息公开工作年度报告。",
    ],
)
def test_another_office_in_the_place_of_the_own_one_is_told_in_a_preamble(words: str) -> None:
    (finding,) = in_preamble("S16", words)
    assert finding.spot is not None
    assert OWN in finding.message


@pytest.mark.parametrize(
    "words",
    [
        "现公布云溪县行政审批服务局2023年政府信息公开工作年度报告。",
        "现公布县审批服务局2023年政府信息公开工作年度报告。",
        "现公布本局2023年政府信息公开工作年度报告。",
        "如有疑问，可致电云溪县行政审批服务局办公室。",
        "根据国务院办公厅政府信息与政务公开办公室的要求，按照省政府办公厅、县政府办公室部署，编制本报告。",
        "本报告可在云溪县人民政府网站查阅，如有疑问，请与云溪县行政审批服务局办公室联系。",
        "云溪县行政审批服务局编制了2023年度政府信息公开年度报告。",
        "汇总云溪县人民政府各部门2023年度政府信息公开工作年度报告。",
        "如有疑问，请与县政务公开办公室联系。",
    ],
)
def test_offices_that_a_preamble_names_in_their_place_are_left_alone(words: str) -> None:
    assert in_preamble("S16", words) == []


def test_the_own_name_is_offered_where_the_report_is_made_public() -> None:
    words = "现公布青石县民政局2023年政府信息公开工作年度报告。"
    (finding,) = in_preamble("S16", words)
    assert finding.rewording is not None
    assert reworded(words, [finding.rewording]) == words.replace("青石县民政局", OWN)


@pytest.mark.parametrize(
    ("office", "words"),
    [
        (OWN, "2023年，青石县民政局坚持以公开促规范。"),
        (OWN, "云溪县教育局共收到政府信息公开申请3件。"),
        ("云溪县人民政府", "青石县人民政府认真贯彻条例。"),
        ("云溪县白水镇人民政府", "2023年，青石镇坚持便民利民。"),
        (OWN, "２０２３年，青石县民政局坚持以公开促规范。"),
        (OWN, "青石县民政局2023年度没有收取信息处理费。"),
        ("云溪县河东街道办事处", "河西街道充分运用公示栏。"),
    ],
)
def test_another_office_that_does_the_work_of_the_own_one(office: str, words: str) -> None:
    (finding,) = findings("S16", case(texts={"overview": f"{words}\n{OVERVIEW}"}, office=office))
    assert finding.page == "overview"
    assert not finding.can_be_mended


@pytest.mark.parametrize(
    ("office", "words"),
    [
        (OWN, "云溪县行政审批服务局坚持以公开促规范。"),
        (OWN, "云溪县人民政府办公室高度重视政务公开工作。"),
        (OWN, "江州市行政审批服务局认真指导我局工作。"),
        (OWN, "县政府办公室按照要求组织培训。"),
        (OWN, "与青石县民政局共同举办培训。"),
        (OWN, "云溪县政务服务中心主动公开信息12条。"),
        (OWN, "云溪县司法局受理以我局为被申请人的行政复议2件。"),
        (OWN, "云溪县法院受理以本机关为被告的行政诉讼2件。"),
        ("云溪县人民政府", "云溪县教育局共收到政府信息公开申请3件。"),
        ("云溪县人民政府", "白水镇坚持便民利民。"),
        ("云溪县白水镇人民政府", "云溪县人民政府全面部署政务公开工作。"),
    ],
)
def test_superior_and_lower_offices_and_companions_are_others_in_their_place(office: str, words: str) -> None:
    assert findings("S16", case(texts={"overview": f"{words}\n{OVERVIEW}"}, office=office)) == []


def test_a_title_of_the_own_making_is_read_as_well() -> None:
    report = field(finished(office=OWN), "title", "青石县民政局2022年政府信息公开工作年度报告")
    found = check(Case(report)).findings
    assert [(finding.code, finding.page) for finding in found] == [("S3", "cover"), ("S16", "cover")]
    field(report, "title", "")
    assert not check(Case(report)).findings


def test_words_without_end_are_passed_by() -> None:
    assert told("S16", "与云溪县" * 20_000) == []


@pytest.mark.parametrize(
    "title",
    [
        "青石县民政局２０２２年政府信息公开工作年度报告",
        "青石县民政局二〇二二年政府信息公开工作年度报告",
        "青石县民政局政府信息公开工作2022年度报告",
        "青石县民政局政府信息公开工作年度报告（2022）",
    ],
)
def test_a_title_names_office_and_year_however_it_is_written(title: str) -> None:
    checked = Case(field(finished(office=OWN), "title", title))
    assert [one.left for one in findings("S3", checked)] == [2022]
    assert [one.quote for one in findings("S16", checked)] == ["青石县民政局"]
