"""The words by which official prose names the numbers of the tables, as data for `model.prose.claims`.

Patterns see a sentence without spaces and with narrow digits, commas and colons. `*+` keeps them linear.
"""

import re
from dataclasses import dataclass
from typing import Final

_CLAUSE: Final = "[^,。;:（）、\\d\ue000]"
_PHRASE: Final = "[^,。;:（）\\d\ue000]"
_COUNT: Final = (
    "(?:总数量|数量|总数|总量|件数|共计|总计|合计|累计|一共|总共|达到|大约|将近|超过|事项|分别"
    "|共|数|为|计|达|有|是|了|仅|约|近|逾|超|的|:|”|》)*+$"
)
_ALONE: Final = "(?<![和及与或])(?<![^件宗]、)"
"""Not the last of several that are counted together."""
_ABOUT: Final = "(?:政府信息公开|信息公开|依申请公开|政府信息|公开|申请|本年度?|当年|全年|全部|均|已|件)*+"
_APPLICATION: Final = "(?:政府信息公开申请|信息公开申请|依申请公开(?:政府信息|信息|申请|件)*+|公开申请)"
_OUTCOMES: Final = ("予以公开", "部分公开", "不予公开", "无法提供", "不予处理", "其他处理")


@dataclass(frozen=True, slots=True)
class Topic:
    """One way to name a number: `before` it, up to it, or around it (`lead` before, `after` behind).

    One of `words` is always there: where none is, the patterns need not be tried.
    `readings` are the ways to read it, each the names of number fields to add up. `unless`: words in the match or just
    around it that make it something else. `part`: still means the same after "其中". `year`: what the year that is
    named in the match must be, counted from the report's. `about`: the paragraph must speak of applications.
    """

    code: str
    readings: tuple[tuple[str, ...], ...]
    words: tuple[str, ...]
    before: re.Pattern[str]
    lead: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None
    units: tuple[str, ...] = ("件", "宗", "件次")
    part: bool = False
    year: int = 0
    about: bool = False


KEYWORDS: Final = re.compile(
    "申请|复议|诉讼|规范性文件|行政[许处强]|[予分]公开|无法提供|[予他]处理|转|延[期续]|跨年|办结|答复|完毕|办复"
)
"""One of these stands in every paragraph that tells a number of the tables."""
YEAR: Final = re.compile(r"(20\d\d)(?=年)")
CARRIED: Final = re.compile(
    "(?:上一?年度?|去年|20\\d\\d年度?)(?:转结|结转)|结转(?:上一?年度?|去年)"
    "|(?:结转|顺延|延期|延续|跨年)(?:至|到|入)?(?:下一?年度?|次年|明年|20\\d\\d年度?)"
)
WHOLE_YEAR: Final = re.compile("(?<!\\d)1月1日|12月31日|12月底|(?<!\\d)1月?(?:-|—|至|到|~)12月")
OTHER_PERIOD: Final = re.compile(
    "上半年|下半年|季度|(?<!\\d)\\d{1,2}月|本月|每月|当月|月均|日均|平均|每年|历年|以来|历史|至今|近[两三四五]年|上年|去年|上一年|前年|往年"
    "|同期|同比|环比|相比|十四五|十三五"
)
WHOLE_AREA: Final = re.compile("[全我][市县区省州旗盟镇乡](?!政府|委|直|人民政府)|全系统|全街道")
"""Told of everybody under the government: of its own report, or else of another scope."""
OTHER_OFFICES: Final = re.compile(
    "各部门|各单位|各县|各区|各镇|各乡|各街道|各地|各市|各级|各科室|各局|市直|县直|区直|省直|区级部门|县级部门|市级部门|镇街|辖区"
)
OTHERS_WORK: Final = re.compile("下属|所属|本级|代[为政]|协助|指导|转来|转交")
OWN_OFFICE: Final = re.compile("办公[室厅]|政府办(?!理|结)")
"""A part of a government, where the report is a government's."""
OTHER_BUSINESS: Final = re.compile(
    "投诉|举报|信访|热线|信箱|咨询|留言|建议|提案|来电|来信|来访|诉求|工单|12345|审批|办件|登记|仲裁|舆情|问政|民生|网民|点击|阅读|浏览|访问"
)
"""What else an office receives and answers."""

_PART_OF_ALL: Final = (
    "当面|现场|窗口|网络|网上|线上|在线|网站|信函|邮寄|邮件|传真|信件|平台|自然人|公民|法人|企业|个人|律师|科研|公益|转办|交办|逾期|不服|补正|延期"
    "|撤回|撤销|重复|疑难|复杂|涉及|有关"
)
NO_APPLICATION: Final = re.compile(
    f"{OTHER_BUSINESS.pattern}|{_PART_OF_ALL}|许可|复议|诉讼|处罚|确认|强制|不予|未|非|证照|资金|补助|救助"
)
EVERYBODY: Final = re.compile(
    "(?:公民|自然人)、(?:企业|法人)(?:和|或|及|或者|以及|、)(?:其他|其它)组织|公民和法人"
)
REASONS: Final = re.compile(
    "秘密|第三方|内部|过程性|案卷|查询|禁止|稳定|隐私|主动公开|文件|公文|政策|不掌握|不存在|另行制作|不明确|信访|重复|出版物|反复|确认|自然人|企业|法人|科研"
    "|律师|法律服务|公益|个人|复议|诉讼|许可|处罚"
)
NO_DISPUTE: Final = re.compile(
    f"结转|新增|遗留|跨年|维持|纠正|败诉|胜诉|撤销|驳回|审结|调解|和解|出庭|{OTHER_BUSINESS.pattern}"
)
_NO_DOCUMENT: Final = re.compile("公开|清理|审查|审核|备案|解读|修订|修改|草案|征求|评估|报送")
_NO_DECISION: Final = re.compile(
    "公开|公示|公布|发布|归集|报送|推送|上传|信息|归档|评查|案卷|复议|诉讼|受理|申请|事项|取消|下放|承接|梳理|清单|目录"
)
_HASTE: Final = re.compile(
    "按期|按时|延期|逾期|超期|当场|当面|电话|书面|口头|网上|在线|限内|未|不|延长|补正|回复|率"
)

APPLICANTS: Final = {
    "自然人": "自然人申请数",
    "商业企业": "商业企业申请数",
    "科研机构": "科研机构申请数",
    "社会公益组织": "社会公益组织申请数",
    "法律服务机构": "法律服务机构申请数",
}
SHARE: Final = re.compile(
    f"(?:占比?{_CLAUSE}{{0,16}}|比例(?:约|为|是|达|达到)*+|比重(?:约|为|是|达|达到)*+)$"
)
SHARED: Final = re.compile("|".join((*_OUTCOMES, *APPLICANTS)))
COMPARED: Final = re.compile("增长|下降|增加|减少|上升|提高|提升|降低")


def _received(before: str, lead: str, *readings: tuple[str, ...]) -> Topic:
    return Topic(
        "N1",
        readings,
        ("申请",),
        re.compile(f"{before}{_PHRASE}{{0,36}}?(?:{_APPLICATION}|申请)(?:事项|件)?{_COUNT}"),
        re.compile(f"{lead}(?:到|了|各类|共计|共|有|约|近|超)*+$"),
        re.compile(f"^(?:公民、法人[或和及者]*其他组织|提出|提交|的|有效)*+{_APPLICATION}"),
        NO_APPLICATION,
        ("件", "宗", "份", "条", "起", "件次"),
        about=True,
    )


def _decided(words: str, name: str) -> Topic:
    return Topic(
        "N7",
        ((name,),),
        (words,),
        re.compile(f"{_ALONE}{words}(?:处理)?(?:决定|案件)?{_COUNT}"),
        unless=_NO_DECISION,
    )


def _document(deed: str, *names: str) -> Topic:
    return Topic(
        "N7",
        tuple((name,) for name in names),
        ("规范性文件",),
        re.compile(f"(?<![和及、与或]){deed}{_PHRASE}{{0,16}}?规范性文件{_COUNT}|规范性文件{deed}{_COUNT}"),
        re.compile(f"(?<![和及、与或]){deed}(?:了|共)*+$"),
        re.compile("^(?:行政)?规范性文件"),
        _NO_DOCUMENT,
        ("件", "份", "个", "部"),
    )


_TO_NEXT: Final = "(?:结转|顺延|延期|转|延续|跨年)(?:至|到|入)?(?:下一?年度?|次年|明年|(?P<{}>20\\d\\d)年度?)"
_FROM_LAST: Final = "(?:上一?年度?|去年|(?P<{}>20\\d\\d)年度?)(?:转结|结转)"

TOPICS: Final = (
    Topic(
        "N4",
        (("结转下年度申请数",),),
        ("结转", "顺延", "延期", "延续", "跨年", "转下", "转至", "转入", "转到"),
        re.compile(f"{_TO_NEXT.format('year')}{_CLAUSE}{{0,14}}{_COUNT}"),
        re.compile("(?:有|另有|其余|剩余|尚有|,|（|、)?$"),
        re.compile(
            f"^(?:政府信息公开申请|信息公开申请|申请)?(?:正在办理)?[将需已]?{_TO_NEXT.format('later')}(?!{_CLAUSE}{{0,14}}\\d)"
        ),
        re.compile("上年|去年|复议|诉讼|许可|资金|项目"),
        part=True,
        year=1,
    ),
    Topic(
        "N2",
        (("上年结转申请数",),),
        ("结转", "转结"),
        re.compile(f"(?:{_FROM_LAST.format('year')}|结转(?:上一?年度?|去年)){_CLAUSE}{{0,16}}{_COUNT}"),
        re.compile("$"),
        re.compile(
            f"^(?:政府信息公开申请|信息公开申请|申请)?(?:为|系|是|属于?)?{_FROM_LAST.format('later')}"
        ),
        re.compile("下年|次年|办结|答复|复议|诉讼|许可|资金|项目"),
        part=True,
        year=-1,
    ),
    Topic(
        "N6",
        (("行政复议总数", "行政诉讼总数"),),
        ("行政诉讼",),
        re.compile(
            f"行政复议(?:案件|申请)?(?:、|和|及|与|或|以及)(?:被?提起|发生)?行政诉讼(?:案件|案|申请)?{_COUNT}"
        ),
        unless=NO_DISPUTE,
    ),
    Topic(
        "N6",
        (("行政复议总数",),),
        ("行政复议",),
        re.compile(f"行政复议(?:案件|申请|案)?{_COUNT}"),
        unless=NO_DISPUTE,
    ),
    Topic(
        "N6",
        (("行政诉讼总数",),),
        ("行政诉讼",),
        re.compile(f"(?<![、和及与或])行政诉讼(?:案件|案)?{_COUNT}"),
        unless=NO_DISPUTE,
    ),
    *(
        Topic(
            "N5",
            ((f"{outcome}数",),),
            (outcome,),
            re.compile(f"{_ALONE}{outcome}(?:的|申请|答复|决定|政府信息|信息|情形|类|”)*+{_COUNT}"),
            re.compile("(?:,|:|（|、|^|中|有|答复|办结|申请)$"),
            re.compile(f"^(?:申请|答复|作出|做出|依法|的|属于|“)*+{outcome}(?!的?信息)"),
            REASONS,
            part=True,
            about=True,
        )
        for outcome in _OUTCOMES
    ),
    _document("(?:制发|制定|印发|出台)", "规范性文件制发数", "规范性文件制作数", "制发规范性文件数"),
    _document("废止", "规范性文件废止数"),
    _document("现行有效", "规范性文件现行有效数"),
    _decided("行政许可", "行政许可数"),
    _decided("行政处罚", "行政处罚数"),
    _decided("行政强制", "行政强制数"),
    _received("(?:收到|新收|接收|接到|收悉)", "(?:收到|新收|接收|接到)", ("收到申请总数",)),
    _received("受理", "受理", ("收到申请总数",), ("收到申请总数", "上年结转申请数")),
    _received(
        "(?:处理|办理)",
        "(?:处理|办理)",
        ("收到申请总数",),
        ("办结申请总数",),
        ("答复申请总数",),
        ("收到申请总数", "上年结转申请数"),
    ),
    Topic(
        "N3",
        (("办结申请总数",), ("答复申请总数",)),
        ("办结", "答复", "完毕", "办复"),
        re.compile(f"(?:办结|答复|办理完毕|处理完毕|办复){_ABOUT}{_COUNT}"),
        unless=re.compile(f"{_HASTE.pattern}|{OTHER_BUSINESS.pattern}"),
        about=True,
    ),
)

_NONE: Final = "(?:未|没有|无|均未|尚未)"
NO_APPLICATIONS: Final = re.compile(
    f"{_NONE}(?:新)?(?:收到|接到|接收到?|受理)?(?:过|任何|公民、法人[和或及者]*其他组织|提出|关于|有关|书面|的)*+"
    "(?:政府信息公开|信息公开|依申请公开(?:政府信息|信息)?)的?(?:申请|事项|件|情况)*+(?=[,。;!！、]|$)"
)
NO_DISPUTES: Final = re.compile(
    f"{_NONE}(?:发生|出现|产生|收到|引发|提起|存在)?{_CLAUSE}{{0,24}}?(?P<review>行政复议)?(?:案件|申请)?(?:、|和|及|与|或|以及)?"
    "(?:被?提起|发生|引发)?(?P<suit>行政诉讼)?(?:案件|申请|的|等|情况|情形|事项)*+(?=[,。;!！]|$)"
)
