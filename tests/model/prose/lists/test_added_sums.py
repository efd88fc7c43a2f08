"""A total that the numbers behind it miss by a slip of the pen is questioned; one that they make up is not."""

import pytest

from model.prose.lists.added_sums import slips_of_sums


def told(text: str) -> list[tuple[int, int]]:
    """Each total that is questioned, and what its parts make up."""
    return [
        (int(entry.quantity.low), int(sum(part.low for part in entry.parts))) for entry in slips_of_sums(text)
    ]


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        # Digits exchanged of many, though no word opens the list.
        ("主动公开信息10686条,公开概况167条,公开动态3371条,公开目录7328条。", 10686, 10866),
        # A colon opens a list of whatever units.
        ("发布信息83条:制度2份,文件3份,预决算23份,人事11次,招考6条,预警39次。", 83, 84),
        # Lists within lists.
        ("发布信息7315条,其中网站6402条,包括概况20条、动态5102条、目录1280条;公众号912条。", 7315, 7314),
        ("公开信息468条,其中:网站130条（其中领导信息4条,预算126条）;公众号337条。", 468, 467),
        ("发布信息2594条,其中部门频道801条,含公文3条,其他798条。公众号推文655篇;短视频1137条。", 2594, 2593),
        ("公开信息311条（其中网站6条,公众号305条）,其中动态86条,解读53条,公告26条,其他145条。", 311, 310),
        (
            "公示决定15460件,其中处罚13276件（同比下降5.3%）、强制2183件（同比增长10.5%）;许可2904件。",
            15460,
            15459,
        ),
        # Nothing opens them.
        ("服务群众15208人次,咨询12066件,投诉2950件,求助191件。", 15208, 15207),
        ("公开文件26条。发布许可类信息9条,预决算8条,其他类信息8条。", 26, 25),
        # What opens them stands further on, or in the sentence behind.
        (
            "公开信息66条,其中全文电子化达100%。在公开的信息中,机构0条;公文8条;预算12条;公告40条;年报5条。",
            66,
            65,
        ),
        ("公开信息19件。内容涉及动态13篇,统计0篇,公告3篇,预算2篇。", 19, 18),
        # The last is a part though the others make up the total.
        ("公开信息60条,其中动态20条,机构10条,领导15条,会议7条,预算8条,指南1条。", 60, 61),
        ("公开93条,其中:动态41条;指南2条;概况19条;规划3条;解读27条;年报2条。", 93, 94),
        # A number lacks its unit.
        ("公开信息80条,其中重点领域41条,公告30条,意见征集5、预算栏3条。", 80, 79),
        # Brackets are all there is.
        ("办理建议提案15件（建议答复11件,提案答复3件）。", 15, 14),
        ("收到来信284件,其中答复272件,正在处理11件。", 284, 283),
        # What is told beside the total is none of its list.
        ("收到108件申请,比去年同期增加15件,其中当面7件,网络38件,邮寄62件。", 108, 107),
        ("接收申请105件,上年结转2件,其中个人申请101件、企业申请3件。", 105, 104),
        # A list that leaves nothing out misses its total by a little.
        ("发布信息1527条,比上年增加203条。按载体分,网站583条、微信734条、抖音205条。", 1527, 1522),
        ("公开办理结果217件,其中人大代表建议99件、政协委员提案121件。", 217, 220),
        ("公开信息240条,其中动态150条,公告60条,其他20条。", 240, 230),
        # One that may leave some out is hardly more than its total.
        ("公开信息239条,其中动态161条,目录71条,解读12条。", 239, 244),
        # Lists within a list, opened in other words.
        ("公开信息41条。其中机构类20条,内有领导9条、职能11条;文件类12条;其他类8条。", 41, 40),
        # What is told of the total stands before its list.
        ("公开信息99条,主要涉及机构、预算、养老等方面,其中网站67条,公众号31条。", 99, 98),
        # The same is told of a total and of each of its parts.
        ("推送信息530条（原创140条）,其中网站300条（原创90条）,公众号230条（原创51条）。", 140, 141),
        (
            "累计公开4310条（今年新增260条）,动态累计2600条（今年新增150条）,其他累计1711条（今年新增110条）。",
            4310,
            4311,
        ),
        # Numbers stand before what they count.
        ("印发文件6件、制作24份解读产品（包含9份图解产品、12份音频产品和2份问答产品）。", 24, 23),
        # The others make up the total, though they are counted as papers of several kinds.
        ("公开信息48条,其中文件23件,公告17条,任免5条,预算2条,计划1条,总结1条。", 48, 49),
        # Two digits exchanged.
        ("公开信息805条,其中网站86条,公众号737条。", 805, 823),
        ("公开信息95条。其中动态4条、文件13条、其他重要信息60条。", 95, 77),
        ("收到申请168件,其中当面申请26件,来信申请60件,网上申请46件。", 168, 132),
        ("公开信息3433条,其中动态2015条,目录2160条,概况96条,解读22条,征集40条。", 3433, 4333),
        ("公开信息2130条,其中动态1904条、目录175条、概况15条,组织访谈21场。", 2130, 2094),
    ],
)
def test_a_total_that_is_a_slip_away_from_what_stands_behind_it(text: str, total: int, parts: int) -> None:
    assert (total, parts) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "农户提出86件,占66.2%;企业提出24件,占18.5%;其他20件。",
        "其中:网上申请20件,信函申请8件,当面申请11件。",
        "发布信息7315条,其中网站6402条,包括概况20条、动态5102条、目录1280条;公众号913条。",
        "公开信息60条,其中动态20条,机构10条,领导15条,会议7条,预算8条。解读1条。",
        "公开信息60条,其中动态20条,机构10条,领导30条,新闻发布会1场。",
        "制发行政公文72条,其中主动公开71条,全文电子化率100%;制发规范性文件0件。",
        "新收申请1002件,答复995件,结转下年6件。",
        "出具告知书202份,其中公开告知书109份、不予公开告知书14份、不存在告知书52份。",
        "政府信息公开复议19件,维持13件、纠正3件、其他2件。",
        "发布信息320条,主要有动态200条、公告119条。",
        "收到申请12件,答复14件,其中公开9件,部分公开2件。",
        "公开信息239条,其中动态161条,目录51条,解读12条。",
        "公开信息239条,其中原创161条,图文71条,解读22条。",
        "公开信息134条,其中动态95条,公告17条,业务工作13条,目录1条,规划1条,解读5条,其他2条。",
        "公开信息311条（其中网站6条,公众号305条）,其中动态86条,解读53条,公告26条,其他146条。",
        "发布信息320条,网站200条,公众号119条。",
        "举办培训12场,参加300人次,发放资料290份。",
        "公开信息300余条,其中动态201条、公告98条。",
        "公开信息95条。其中动态4条、文件13条、公告60条。",
        # One of a list is no total of those that stand beside it.
        "受理投诉404件,其中油烟180件、扬尘141件、噪声58件、其他25件。",
        "按内容看,征收类12件、规划类9件、登记类10件。不予处理的,信访类8件,重复1件。",
        f"公开信息95条,其中动态60条,公告34条。{'公开' * 1000}",
    ],
)
def test_what_may_be_right_is_not_questioned(text: str) -> None:
    assert told(text) == []


def test_parts_of_the_number_before_are_no_list_of_the_last() -> None:
    assert told("收到229件,办结227件。从内容看,征收98件、工程61件、物业37件、其他33件。") == []
