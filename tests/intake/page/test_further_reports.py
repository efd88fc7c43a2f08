"""Two whole reports in one source are noticed; a title that is only repeated is not."""

import pytest

from intake.readers.text import read_text
from intake.recognise import recognise

SECTIONS = (
    "一、总体情况\n围绕水利工程、防汛抗旱、河道管理等事项公开信息，公开的范围更广，群众查阅起来也更方便。\n"
    "二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n"
    "五、存在的主要问题及改进情况\n公开的内容还不够细，下一年将逐项补上缺少的说明。\n六、其他需要报告的事项\n没有其他事项。\n"
)
CONTENTS = "".join(line + "\n" for line in SECTIONS.splitlines() if "、" in line[:2])


def title(year: int = 2024, office: str = "清河县水利局") -> str:
    return f"{office}{year}年政府信息公开工作年度报告\n"


def told(text: str) -> list[str]:
    return [doubt for doubt in recognise(read_text(text)).doubts if "不止一份报告" in doubt]


@pytest.mark.parametrize("second", [title(), title(2023), title(office="清河县林业局")])
def test_a_second_report_in_one_source_is_told(second: str) -> None:
    (line,) = told(title() + SECTIONS + second + SECTIONS)
    assert f"“{second.strip()}”" in line


def test_the_second_report_is_named_without_the_heading_above_it() -> None:
    (line,) = told(title() + SECTIONS.removesuffix("没有其他事项。\n") + title(2023) + SECTIONS)
    assert f"“{title(2023).strip()}”" in line


@pytest.mark.parametrize(
    "text",
    [
        title() + SECTIONS,
        title() + CONTENTS + title() + SECTIONS,
        title() + SECTIONS + title(2023) + title(2022),
        title() + SECTIONS.replace("三、", title() + "三、").replace("六、", title() + "六、"),
    ],
    ids=["one", "table of contents", "links below", "running head"],
)
def test_a_title_that_stands_again_is_no_second_report(text: str) -> None:
    assert told(text) == []
