"""Lists that must add up to what the tables or the sentence before tell."""

import pytest

from model.prose.reckoned.figures import Figure, rows
from model.rules.told.families import Tables
from model.rules.told.told_lists import wrong_lists
from tests.model.drafts import applications, case


def is_open(_: Figure) -> None:
    """No number is settled."""


def doubted(text: str) -> list[str]:
    """What is reckoned of the last sentence of a text on 217 applications."""
    tables = Tables.of(case(2023, applications(217, 217), {}).report)
    *before, row = rows(text)
    return [doubt.says for doubt in wrong_lists(row, before[-1].figures if before else (), tables, is_open)]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("平台提交164件、邮寄58件、窗口递交13件。", "164＋58＋13＝235，收到申请总数是 217"),
        ("县里承办申请183件、乡镇承办申请43件。", "183＋43＝226，收到申请总数是 217"),
        (
            "全年刊发388条。内容包括补贴102条、防汛147条、环境66条、党务37条。",
            "102＋147＋66＋37＝352，上文是 388",
        ),
        (
            "申请内容涉及征地75件，规划42件，户籍67件，其他24件。",
            "75＋42＋67＋24＝208，收到申请总数是 217",
        ),
        ("申请内容中，征地类57件，户籍类118件，其他类24件。", "57＋118＋24＝199，收到申请总数是 217"),
        ("待办94件，县里承办56件、乡镇承办29件。", "56＋29＝85，上文是 94"),
        (
            "发布388条，比上年增加40条。其中，村务公开147条，惠农政策102条，其他193条。",
            "147＋102＋193＝442，上文是 388",
        ),
        ("按收件层级，县政府64件、部门94件、乡镇95件收到的。", "64＋94＋95＝253，收到申请总数是 217"),
        ("共271件。按申请层级，县政府44件、部门94件、乡镇79件。", "44＋94＋79＝217，上文是 271"),
    ],
)
def test_a_list_that_a_slip_parts_from_its_total(text: str, says: str) -> None:
    assert doubted(text) == [says]


@pytest.mark.parametrize(
    "text",
    [
        "平台提交146件、邮寄58件、窗口递交13件。",
        "平台提交146件，其中夜间提交58件、节日提交31件。",
        "收到申请146件，办结85件，结转13件。",
        "复议申请164件、维持58件、撤回13件。",
        "申请中征地类164件、规划类58件、户籍类13件。",
        "申请内容涉及征地75件，规划42件，户籍76件，其他24件。",
        "申请内容涉及征地75件，规划42件，户籍58件。",
        "申请内容中，征地类75件，户籍类118件，其他类24件。",
        "抽查答复30件中有2件超期。",
        "发布388条，比上年增加40条。其中，村务公开147条，惠农政策102条，其他139条。",
        "发布388条，比上年增加40条。其中，村务公开147条，惠农政策102条，会议39条。",
        "共217件。按申请层级，县政府44件、部门94件、乡镇79件。",
        "网上公开133条，解读82条，会议15条。",
        "办了216件。问水价的106件、问管网的58件、问河道的43件、问别的10件。",
        "全年刊发388条。其中民生领域公开情况：补贴102条、防汛47条、环境66条、党务73条。",
        "刊发62条。办公室刊发21条补贴信息；村级刊发41条信息：2条公告、0条通知、0条机构；采购39条。",
        "发布信息388条。在公众号发布338条、微博发布20条、报纸刊发3条。",
        "发布稿件388条。微博推送358条，微信推送300条。",
        "全年刊发88条。其中：出让公告12条、划拨公示16条；成交公示10条、转让公示20条、抵押公示18条；合同12条。",
    ],
)
def test_what_adds_up_or_need_not(text: str) -> None:
    assert doubted(text) == []
