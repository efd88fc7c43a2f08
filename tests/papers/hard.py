"""Reports that are hard to print, each for a reason: names, addresses, characters and lengths that an office may have."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import cycle, islice
from typing import Final

from model.form_file import form_for
from model.report import Report, Slot, SlotKind

OFFICE: Final = "清河县行政审批服务局"
ONE_CHARACTER: Final = "清"
LONG: Final = "清河自治州清河自治县农业农村和水利林业草原综合行政执法局"
LONGER: Final = "中共清河县委机构编制委员会办公室（清河县事业单位登记管理局、清河县机关事务服务保障中心）"
IN_BRACKETS: Final = "清河县住房和城乡建设局（清河县人民防空办公室）"
RARE_OFFICE: Final = "㙟𣲘镇人民政府"
ADDRESS: Final = "https://www.example.gov.cn/zwgk/fdzdgknr/gfxwj/2024/12/31/t20241231_1234567890.html?from=timeline&page=12"
_SENTENCES: Final = (
    "本机关围绕群众关心的事项及时发布文件、解读和办事指南，各类咨询均在规定时间内答复。",
    "依托门户网站、新媒体账号和政务公开专区公布信息，方便群众查询。",
    "信息发布前逐条审查，未经审查的一律不得公开，全年没有发生泄密情况。",
    "全年收到申请126件，比上年多14件，办结率99.2%，均在期限内答复。",
    "组织业务培训3次，参加人员450人次；编印《申请办理手册》2,000册，发放到各科室、各中心站所。",
    "一是公开的内容还不够全面，二是解读的形式比较单一，三是人手不足。",
    "下一步，将对照《条例》第二十条逐项梳理，做到应公开、尽公开。",
)
_RARE: Final = (
    "㙟城片区12㎡，气温−5℃，①②③④⑳，½，✓，10³m²，㐂、𠮷、𣲘、䶮、喆、堃、镕、昇、㛃、𬱖、𬍛、𫖯。",
    "“双引号”‘单引号’《〈书名〉》——破折号……省略号·间隔号、％‰、Ⅷ、α、№、￥、→、×、÷、±、≤。",
)
_LONG_LINE: Final = "主动公开政府信息情况与依申请公开政府信息办理情况以及政府信息管理和平台建设情况"
_WORDS: Final = "本机关公开政府信息工作情况如下所述各项均已按时办结并存档备查"


@dataclass(frozen=True, slots=True)
class Hard:
    """A hard report: the text of its sections, in the order of its form, `most` the biggest number of its tables."""

    name: str
    year: int
    texts: tuple[str, ...]
    office: str = OFFICE
    most: int | None = 99
    fields: Mapping[str, str] = field(default_factory=dict)

    @property
    def report(self) -> Report:
        """The report."""
        made = Report(form_for(self.year), self.office, self.year)
        slots = (Slot(SlotKind.TEXT, section.id) for section in made.form.sections)
        made.set(zip(slots, self.texts, strict=False))
        chance = random.Random(self.name)
        if self.most is not None:
            made.set((Slot(SlotKind.CELL, key), chance.randint(0, self.most)) for key in made.form.entered)
        fields = {"date": f"{self.year + 1}-01-20", "phone": "0517-83600000", **self.fields}
        made.set((Slot(SlotKind.FIELD, name), value) for name, value in fields.items())
        return made


def sentences(count: int, first: int = 0) -> str:
    """So many sentences in one paragraph."""
    return "".join(islice(cycle(_SENTENCES), first, first + count))


def paragraphs(count: int, each: int = 4) -> str:
    """So many paragraphs."""
    return "\n".join(sentences(each + at % 3, at) for at in range(count))


def under_headings(count: int) -> str:
    """Paragraphs below headings of three levels."""
    heads = ("主动公开", "依申请公开", "政府信息管理", "平台建设", "监督保障")
    return "\n".join(
        f"（{'一二三四五'[at]}）{head}\n{sentences(count, at)}\n1.工作制度。{sentences(1, at + 2)}"
        for at, head in enumerate(heads)
    )


def _all() -> Iterator[Hard]:
    empty = ("", "", "", "", "", "")
    few = (sentences(3), "", "", "", sentences(3, 4), "无")
    for year in (2024, 2020, 2016):
        yield Hard(f"空白表格{year}", year, empty, most=None)
        yield Hard(f"各部分只有一个无字{year}", year, ("无",) * 8)
        yield Hard(f"中等篇幅{year}", year, (under_headings(3), "", "", "", paragraphs(4), sentences(2)))
        yield Hard(f"名称很长{year}", year, few, LONG)
        yield Hard(f"大数{year}", year, few, most=999_999)
    for count in range(1, 5):
        yield Hard(
            f"表三前{count}句", 2024, (paragraphs(3), "", sentences(count, 1), "", paragraphs(2), "无")
        )
    yield Hard(
        "表三前1句2020", 2020, (paragraphs(2), sentences(1), sentences(1), sentences(1), paragraphs(2))
    )
    yield Hard("每张表前各3句", 2024, (paragraphs(1), sentences(3), sentences(3), sentences(3), sentences(2)))
    yield Hard("二万字", 2024, (paragraphs(44, 7), "", "", "", paragraphs(26, 7), sentences(4)))
    yield Hard("二万字2016", 2016, tuple(paragraphs(9, 7) for _ in range(8)))
    yield Hard(
        "长网址",
        2024,
        (
            f"{sentences(1)}全文见{ADDRESS}，可供查阅。\n{ADDRESS}\n（网址：{ADDRESS}）{sentences(1)}",
            "",
            f"申请网址为{ADDRESS}。",
            "",
            f"电子邮箱zhengwu_gongkai.shenqing@mail.qinghexian.example.gov.cn，电话0517-83600000、83600001。{sentences(1)}",
        ),
        fields={"website": ADDRESS},
    )
    yield Hard(
        "生僻字", 2024, ("\n".join(_RARE), "", _RARE[0], "", _RARE[1] + sentences(2), "无"), RARE_OFFICE
    )
    yield Hard("名称特长", 2024, few, LONGER)
    yield Hard("名称一字", 2024, few, ONE_CHARACTER)
    yield Hard("名称带括号2016", 2016, (*few, sentences(2), "无"), IN_BRACKETS)
    yield Hard("十位数", 2024, few, most=9_999_999_999)
    yield Hard(
        "标题很长",
        2024,
        (
            f"（一）{_LONG_LINE}\n{sentences(2)}\n（二）{_LONG_LINE}。{sentences(2)}\n1.{_LONG_LINE}\n{sentences(1)}",
            "",
            "",
            "",
            f"（一）{_LONG_LINE}",
        ),
    )
    yield Hard("一段到底无标点", 2024, (_WORDS * 40, "", _WORDS * 3, "", _WORDS * 12, _WORDS))
    yield Hard("每行一句", 2024, ("\n".join(_SENTENCES * 5), "", "", "", "\n".join(_SENTENCES * 2), "无"))
    yield Hard("西文很多", 2024, (
        "推广OFD、PDF、XLSX等格式，网站支持IPv6和HTTPS，访问量PV 1,234,567次、UV 345,678人，同比增长12.5%。" * 6,
        "", "", "", "A类、B类、C类事项按“1+N+X”模式公开，完成率100%，满意度4.98/5.00。" * 5, "无",
    ))  # fmt: skip


HARD: Final = tuple(_all())
