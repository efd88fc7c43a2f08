"""One passing and one failing case for each code of what a report's form and words must be, and what its message must show."""

from collections.abc import Callable
from dataclasses import dataclass

from model.form_file import load_form
from model.report import Slot, SlotKind
from model.rules.rule import Case
from tests.model.drafts import OVERVIEW, PROBLEMS, case, field, finished

SENTENCES = "本局按时公开了各项工作信息。业务骨干参加了两次培训。网站专栏全年运行平稳。保密审查做到了全覆盖。"
NEW_SENTENCES = "本局改版了公开专栏的栏目。新入职人员参加了轮训。保密审查流程作了简化。热线问答整理成了专题。"


@dataclass(frozen=True)
class Example:
    """A rule's code, a case that it passes, one that it finds at fault, and what its message must show."""

    code: str
    passes: Callable[[], Case]
    fails: Callable[[], Case]
    shows: tuple[str, ...]


def _old_form() -> Case:
    return Case(finished(2023, form=load_form("2019")))


def _own_heading(heading: str) -> Case:
    report = finished()
    report.set([(Slot(SlotKind.HEADING, "problems"), heading)])
    return Case(report)


def told(words: str, cells: dict[str, str] | None = None) -> Case:
    """A report whose first text says something more; `cells` are the numbers that it speaks of."""
    return case(cells=cells, texts={"overview": OVERVIEW + "\n" + words})


def _dated(day: str) -> Case:
    return Case(field(finished(), "date", day))


FORMALITIES = (
    Example(
        "S1", case, lambda: _own_heading("五、存在问题"), ("五、存在问题", "五、存在的主要问题及改进情况")
    ),
    Example(
        "S2",
        lambda: case(texts={"preamble": "统计期限为2023年1月1日至2023年12月31日。"}),
        lambda: case(texts={"preamble": "统计期限为2022年1月1日至2022年12月31日。"}),
        ("2022年1月1日至2022年12月31日", "2023年1月1日至2023年12月31日"),
    ),
    Example(
        "S3",
        lambda: told("2023年我镇共公开信息30条。"),
        lambda: told("2022年我镇共公开信息30条。"),
        ("2022年我镇", "2022 年", "2023 年度报告"),
    ),
    Example(
        "S16",
        lambda: case(texts={"preamble": "现公布甲县乙局2023年政府信息公开工作年度报告。"}),
        lambda: case(texts={"preamble": "现公布丙县丁局2023年政府信息公开工作年度报告。"}),
        ("“丙县丁局”", "“甲县乙局”", "别的报告"),
    ),
    Example(
        "S18",
        case,
        lambda: case(texts={"problems": f"五、存在的主要问题及改进情况\n{PROBLEMS}"}),
        ("1 处", "五、存在的主要问题及改进情况", "印两遍"),
    ),
    Example(
        "S4",
        lambda: case(texts={"preamble": "按照国办公开办函〔2021〕30号文件编制。"}),
        lambda: case(texts={"preamble": "按照国办发〔2021〕30号文件编制。"}),
        ("国办发〔2021〕30号", "国办公开办函〔2021〕30号"),
    ),
    Example(
        "S17", case, lambda: case(texts={"overview": ""}), ("“一、总体情况”没有内容", "监督保障", "5 个方面")
    ),
    Example(
        "S5",
        case,
        lambda: case(texts={"overview": OVERVIEW.partition("（五）")[0]}),
        ("一、总体情况", "监督保障", "5 个方面", "缺 1 个"),
    ),
    Example("S6", case, lambda: case(texts={"problems": "无"}), ("五、存在的主要问题及改进情况", "无")),
    Example(
        "S7",
        lambda: case(texts={"other_matters": "全年收取信息处理费3940元。"}),
        lambda: case(texts={"other_matters": "全年收取信息处理费3945元。"}),
        ("信息处理费（3945 元）", "10 元"),
    ),
    Example(
        "S8",
        lambda: case(texts={"problems": NEW_SENTENCES}, last_texts={"problems": SENTENCES}),
        lambda: case(texts={"problems": SENTENCES}, last_texts={"problems": SENTENCES}),
        ("五、存在的主要问题及改进情况", "与上年重复 100%", "80%"),
    ),
    Example("S9", case, lambda: _dated("2023-12-28"), ("2023-12-28", "2023-12-31")),
    Example("S10", case, _old_form, ("2023年度", "2019 年试行格式", "2021 年版格式")),
    Example(
        "S12",
        lambda: told("窗口已设立，欢迎前往（上班时间）。"),
        lambda: told("窗口已设立,欢迎前往(上班时间)。"),
        ("3 处半角标点", "已设立,欢迎"),
    ),
    Example(
        "S13",
        lambda: told("服务大厅改造完成。"),
        lambda: told("服务大厅\uf06c改造完成。"),
        ("\uf06c", "U+F06C", "〓"),
    ),
    Example(
        "S14",
        lambda: Case(field(finished(), "postcode", "223001")),
        lambda: Case(field(finished(), "postcode", "22300")),
        ("邮编“22300”", "6 位数字"),
    ),
    Example(
        "S15",
        lambda: Case(field(finished(), "limit", "1000")),
        lambda: Case(field(finished(), "limit", "100")),
        ("一、总体情况", "上限（100 字）", "多出"),
    ),
    Example(
        "S11",
        lambda: told("联系电话0517-83605210。"),
        lambda: told("申请人手机13800138000。"),
        ("手机号码", "138…00"),
    ),
)
