"""Sentences that are right, with everything in them that could be mistaken for a fault: no rule on words says a thing."""

import tomllib
from pathlib import Path

import pytest

from model.check import check
from model.levels import Level
from tests.model.drafts import OVERVIEW, case

RIGHT = (
    "服务热线实行7×24小时值守，每周提供5×8小时现场咨询。",
    "新购X光机3台、A3打印机1台，均用于窗口。",
    "O2O预约平台试运行，接入商户若干家。",
    "表中带*的项目为必填项，其余选填。",
    "“XX先锋”栏目更名为“公开先锋”。",
    "某企业来函致谢，某高校组织学生参观。",
    "对张某某的申请依法作出答复。",
    "几件群众关心的小事得到解决。",
    "制度汇编（填写说明见附件）已印发各股室。",
    "公开目录可在网站下载（请在“政府信息公开”栏目查阅）。",
    "此项清单待完善后另行公布。",
    "编号为GZ-2023(A)的档案已移交。",
    "栏目点击量较高的为“办事指南”，日均3,000余次。",
    "落实《关于进一步优化某类服务的意见》（国办发〔2021〕30号）。",
    "学习国务院令第722号，优化营商环境。",
    "政府网站普查的统计周期为2022年12月至2023年11月。",
    "线上问卷的统计时间为2023年3月1日至2023年4月30日。",
    "截至2023年12月31日，公众号粉丝达5200人。",
    "宣传片时长3'20''，画面比例为16:9。",
    "接听电话0500-6812345转8001，回访率100%。",
    "统一社会信用代码11320703MB12345678已更新。",
    "收到信件 12 件，均 已 办结。",
    "文  件 归档，责任 人 到位，事 项 清零。",
    "市民高度评价，群众安全感持续提升。",
    "申请人方便时可到窗口领取答复。",
    "村民周末也能查询，居民马上可以打印。",
    "修订《信息发布审核办法（试行）》，明确三审三校。",
    "引入“AI+政务”助手，接入V2.0系统。",
    "第三人意见征询平均用时6个工作日。",
    "网站改版后共设8个频道、32个栏目。",
    "2024年将继续完善制度，2022年的做法予以保留。",
    "对依法不予公开的事项说明理由。",
    "合同履约期、设备预约期均已公示。",
    "公共件和专用件分柜存放，按件、按次登记。",
    "签约项目126个、计划投资418万元，其中大项目88个，占69.8%。",
    "中心自2015年启用起，到2023年底累计出台规范性文件46件。",
    "从2018年组建后，截至2023年底制定规范性文件46件。",
    "事项库收录依申请事项1496项、公共服务事项347项。",
    "满意率超过九十%，参与人数同比增长二十％。",
    "㎡、℃、①②等符号统一规范。",
)


@pytest.mark.parametrize("words", RIGHT)
def test_right_words_are_left_in_peace(words: str) -> None:
    found = check(case(texts={"overview": f"{OVERVIEW}\n{words}"})).findings
    assert [(finding.code, finding.message) for finding in found] == []


@pytest.mark.parametrize(
    "preamble",
    [
        "根据《中华人民共和国政府信息公开条例》（国务院令第711号）和《中华人民共和国政府信息公开工作年度报告格式》"
        "（国办公开办函〔2021〕30号）要求编制。所列数据的统计期限为2023年1月1日至12月31日。",
        "本报告依据《条例》编制，数据统计截至2023年12月31日。如有疑问，请与办公室联系（电话：0500-6812345）。",
        "本年报由六部分组成，电子版可从网站（www.example.gov.cn）下载；联系人：李工，手机13800138000。",
    ],
)
def test_right_preambles_are_left_in_peace(preamble: str) -> None:
    assert [f.message for f in check(case(texts={"preamble": preamble})).findings] == []


TOLD = tomllib.loads((Path(__file__).parent / "right_words.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("section", TOLD["texts"])
def test_what_is_told_right_of_busy_tables_is_left_in_peace(section: str) -> None:
    questioned = {}
    for words in TOLD["texts"][section]:
        text = f"{OVERVIEW}\n{words}" if section == "overview" else words
        told = case(TOLD["year"], TOLD["cells"], {section: text}, TOLD["office"], TOLD["last_year"])
        found = [f.message for f in check(told).findings if f.level is not Level.HINT]
        if found:
            questioned[words] = found
    assert questioned == {}
