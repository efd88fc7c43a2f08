"""Whose report it is, of which year, and which words of a page belong to it."""

import pytest

from intake.errors import NotUnderstood
from intake.readers.text import read_text
from intake.recognise import Recognition, recognise
from model.report import Report
from model.sections import sections_of

PREAMBLE = "根据《中华人民共和国政府信息公开条例》的规定，编制本报告，所列数据的统计期限自{year}年1月1日至{year}年12月31日。"
SECTIONS = (
    "一、总体情况",
    "全年公开水利信息三百余条，办理申请都在期限以内，没有发生复议和诉讼。",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "全年没有收到申请。",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "解读的形式还比较单一，下一步将多用图表。",
    "六、其他需要报告的事项",
    "无",
)


def read(*lines: str) -> Report:
    return recognised(*lines).report


def recognised(*lines: str) -> Recognition:
    return recognise(read_text("\n".join(lines)))


def report(*above: str, year: int = 2023) -> Report:
    return read(*above, PREAMBLE.format(year=year), *SECTIONS)


@pytest.mark.parametrize(
    ("title", "office", "year"),
    [
        ("清河县水利局2023年政府信息公开工作年度报告", "清河县水利局", 2023),
        ("2023年度清河县水利局政府信息公开工作年度报告", "清河县水利局", 2023),
        ("清河县水利局关于2023年度政府信息公开情况的报告", "清河县水利局", 2023),
        ("清河县水利局二〇二三年政府信息公开年报", "清河县水利局", 2023),
        ("清河县水利局2023年政府信息公开工作的年度报告", "清河县水利局", 2023),
        ("2023年清河县政府信息公开工作年度报告", "清河县人民政府", 2023),
        ("清河县人民政府2023年政府信息公开工作年度报告", "清河县人民政府", 2023),
        ("2023年政府信息公开工作年度报告（清河县水利局）", "清河县水利局", 2023),
        ("清河县水利局2023年政府信息公开工作年度报告-清河县人民政府", "清河县水利局", 2023),
        ("清河县水利局2023年政府信息公开工作年度报告_清河县门户网站", "清河县水利局", 2023),
        ("清河县水利局关于公布2023年政府信息公开工作年度报告的公告", "清河县水利局", 2023),
    ],
)
def test_the_title_tells_office_and_year(title: str, office: str, year: int) -> None:
    found = report(title)
    assert (found.office, found.year) == (office, year)


def test_a_title_on_several_lines_is_one() -> None:
    found = report("清河县水利局", "2023年政府信息公开工作", "年度报告")
    assert (found.office, found.year) == ("清河县水利局", 2023)
    assert report("清河县水利局", "2023年政府信息公开工作年度报告").field("title") == ""


@pytest.mark.parametrize(
    "above",
    [
        ("索 引 号: | A/2024-001 | 分类: | 年报 |", "发布机构: | 清河县水利局 | 发布日期: | 2024-01-20 |"),
        ("发布机构 清河县水利局 发文日期 2024-01-20",),
        ("来源：清河县水利局　浏览次数：12",),
        ("单位名称：清河县水利局", "2023年政府信息公开工作年度报告"),
        ("填报单位（盖章）：清河县水利局",),
        ("2023年政府信息公开工作年度报告", "清河县水利局"),
    ],
)
def test_without_a_title_the_box_above_tells_the_office(above: tuple[str, ...]) -> None:
    found = report(*above)
    assert (found.office, found.year) == ("清河县水利局", 2023)


def test_a_notice_that_sends_the_report_round_is_not_its_title() -> None:
    own = "清河县水利局2023年政府信息公开工作年度报告"
    found = recognised("清河县人民政府办公室关于公布2023年政府信息公开工作年度报告的通知", own, *SECTIONS)
    assert found.report.office == "清河县水利局"
    assert f"标题：{own}" in found.summary


def test_of_a_list_of_reports_the_one_that_stands_above_the_text_is_taken_and_that_is_said() -> None:
    links = [f"清河县{name}局2023年政府信息公开工作年度报告" for name in ("教育", "民政", "财政", "水利")]
    found = recognised(*links, *SECTIONS)
    assert found.report.office == "清河县水利局"
    said = "页面上有几个机关的报告标题"
    assert not any(said in line for line in found.doubts)
    two = recognised(links[0], "首页", links[3], *SECTIONS)
    assert any(said in line for line in two.doubts)


def test_without_title_and_box_the_preamble_or_the_signature_tells_the_office() -> None:
    by_preamble = read(
        f"现公布清河县水利局2023年政府信息公开工作情况。{PREAMBLE.format(year=2023)}", *SECTIONS
    )
    by_signature = read(PREAMBLE.format(year=2023), *SECTIONS, "清河县水利局", "2024年1月20日")
    assert by_preamble.office == by_signature.office == "清河县水利局"
    assert by_signature.field("date") == "2024-01-20"
    assert by_signature.text("other_matters") == "无"


def test_without_any_year_the_reader_is_asked_for_it() -> None:
    with pytest.raises(NotUnderstood, match="年度"):
        read("某某机关", *SECTIONS)
    assert recognise(read_text("\n".join(SECTIONS)), office="清河县水利局", year=2022).report.year == 2022


def test_a_year_without_a_form_is_refused() -> None:
    with pytest.raises(NotUnderstood, match="没有对应"):
        read("清河县水利局2001年政府信息公开工作年度报告", *SECTIONS)


def test_what_the_site_puts_around_stays_out() -> None:
    found = read(
        "首页 > 政务公开 > 年报", "分享到：微信 微博", "【字体：大 中 小】 打印",
        "清河县水利局2023年政府信息公开工作年度报告", "发布日期：2024-01-20 浏览次数：30",
        PREAMBLE.format(year=2023), *SECTIONS, "附件：", "文件下载：年报.pdf", "主办单位：清河县人民政府", "网站标识码 1234",
    )  # fmt: skip
    assert found.text("preamble") == PREAMBLE.format(year=2023)
    assert found.text("other_matters") == "无"


def test_words_in_a_table_section_are_kept() -> None:
    assert report("清河县水利局2023年政府信息公开工作年度报告").text("applications") == "全年没有收到申请。"


@pytest.mark.parametrize(
    "headings",
    [
        ("总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况", "政府信息公开行政复议、行政诉讼情况",
         "存在的主要问题及改进情况", "其他需要报告的事项"),
        ("一、工作总体情况", "二、主动公开情况", "三、依申请公开情况", "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
         "五、政府信息公开工作存在的主要问题及改进措施", "六、其他事项"),
        ("一.总体情况", "二.主动公开政府信息情况", "三.收到和处理政府信息公开申请情况", "四.政府信息公开行政复议,行政诉讼情况",
         "五.存在的主要问题及改进情况", "六.其他需要报告的事项"),
        ("一、總體情況", "二、主動公開政府信息情況", "三、收到和處理政府信息公開申請情況",
         "四、政府信息公開行政復議、行政訴訟情況",
         "五、存在的主要問題及改進情況", "六、其他需要報告的事項"),
        ("一、 总 体 情 况：", "二、主动公开政府信息 情况", "三、收到和处理政府信息公开申请情况。",
         "四、政府信息公开行政复议、行政诉讼情况",
         "第五部分 存在的主要问题及改进情况", "六、其他需要报告的事项"),
    ],
    ids=["no numbers", "other words", "points", "traditional", "blanks"],
)  # fmt: skip
def test_headings_are_found_however_they_are_written(headings: tuple[str, ...]) -> None:
    texts = [f"这是第{number}部分的文字，说明有关的情况。" for number in "一二三四五六"]
    lines = [line for pair in zip(headings, texts, strict=True) for line in pair]
    found = read("清河县水利局2023年政府信息公开工作年度报告", *lines)
    assert [found.text(section.id) for section in found.form.sections] == texts


def test_a_heading_and_its_text_on_one_line_are_parted() -> None:
    lines = [line if line != "无" else "" for line in SECTIONS]
    lines[8] = "六、其他需要报告的事项：本年度没有收取信息处理费。"
    found = read("清河县水利局2023年政府信息公开工作年度报告", *lines)
    assert found.text("other_matters") == "本年度没有收取信息处理费。"


def test_a_table_of_contents_is_not_the_report() -> None:
    contents = SECTIONS[0], SECTIONS[2], SECTIONS[3], SECTIONS[5], SECTIONS[6], SECTIONS[8]
    found = read(
        "清河县水利局2023年政府信息公开工作年度报告", "目录", *contents, PREAMBLE.format(year=2023), *SECTIONS
    )
    assert found.text("overview") == SECTIONS[1]


def test_a_report_of_free_sections_keeps_the_headings_of_the_office() -> None:
    lines = (
        "清河县水利局2016年政府信息公开工作年度报告",
        PREAMBLE.format(year=2016),
        "一、基本情况",
        "全年公开水利信息三百余条，比上年多。",
        "（一）机制。完善了审查的程序。",
        "二、依申请公开政府信息情况",
        "全年没有收到申请，也没有收费。",
        "三、工作打算",
        "多用图表解读，定期检查公开的内容。",
    )
    found = read(*lines)
    assert found.form.id == "2014"
    assert [section.heading for section in sections_of(found)] == [lines[2], lines[5], lines[7]]
    assert [found.text(section.id) for section in sections_of(found)] == [
        "\n".join(lines[3:5]),
        lines[6],
        lines[8],
    ]


def test_contacts_in_the_preamble_become_office_data() -> None:
    words = "请联系（联系科室：办公室，地址：清河县水利路1号，邮编：223000，电话：0517-83600000，电子邮箱：slj@example.cn）。"
    found = report("清河县水利局2023年政府信息公开工作年度报告", words)
    told = {
        "contact": "办公室",
        "address": "清河县水利路1号",
        "postcode": "223000",
        "phone": "0517-83600000",
        "email": "slj@example.cn",
    }
    assert {name: found.field(name) for name in told} == told


def test_the_summary_tells_what_was_read() -> None:
    told = "\n".join(recognised("清河县水利局2023年政府信息公开工作年度报告", *SECTIONS).summary)
    for word in ("清河县水利局", "2023", "6 个部分", "来源中没有这张表"):
        assert word in told
