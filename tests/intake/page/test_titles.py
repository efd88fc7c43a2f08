"""The title is the line that the rest of the page agrees with."""

import pytest

from intake.page.flow import Row, rows_of
from intake.page.titles import Evidence, agree, best_of, is_title, office_in, titles_in
from intake.readers.text import read_text
from intake.recognise import recognise

WORDS = (
    "全年主动公开水利工程、防汛抗旱等信息一百余条，受理的申请都在期限内答复，没有因政府信息公开被申请复议。"
)


def rows(*lines: str) -> list[Row]:
    return rows_of(read_text("\n".join(lines)))


def title(*lines: str, names: tuple[str, ...] = ()) -> str:
    found = best_of(titles_in(rows(*lines), len(lines)), Evidence(names))
    return office_in(found.text) or found.office


@pytest.mark.parametrize(
    "lines",
    [
        ("清河县水利局2023年政府信息公开工作年度报告", "关于2023年政府信息公开工作年度报告"),
        ("清河县水利局2023年", "政府信息公开工作年度报告"),
        ("清河县水利局2023年政务信息公开年度报告",),
        ("2023年政府信息公开工作年度报告", "（清河县水利局）"),
        ("清河县水利局2023年政府信息公开工作年度报告", "现将我局2023年政府信息公开工作情况报告如下："),
        ("清河县人民政府", "", "清河县水利局2023年政府信息公开工作年度报告"),
        ("正文", "2023年清河县水利局政府信息公开工作", "年度报告"),
    ],
)
def test_the_title_that_names_the_office_is_taken(lines: tuple[str, ...]) -> None:
    assert title(*lines) == "清河县水利局"


def test_a_year_alone_above_the_title_belongs_to_it() -> None:
    found = best_of(titles_in(rows("2023年度", "清河县水利局政府信息公开工作年度报告"), 2), Evidence())
    assert found.text == "2023年度清河县水利局政府信息公开工作年度报告"


def test_a_title_that_breaks_within_its_last_word_is_taken_whole() -> None:
    lines = rows("清河县水利局2023年政府信息公开工作年度报", "告")
    assert best_of(titles_in(lines, 2), Evidence()).text == "清河县水利局2023年政府信息公开工作年度报告"


def test_other_offices_reports_are_told_by_what_the_page_says_elsewhere() -> None:
    links = ("清河县林业局2023年政府信息公开工作年度报告", "", "清河县水利局2023年政府信息公开工作年度报告")
    assert title(*links, names=("清河县水利局",)) == "清河县水利局"


@pytest.mark.parametrize(
    "words",
    [
        "根据条例的规定，现将本局2023年政府信息公开情况报告",
        "清河县规定和印发的2023年信息公开报告。",
        "附件：政府信息公开年度报告",
    ],
)
def test_a_sentence_is_no_title(words: str) -> None:
    assert not is_title(words)


def test_names_agree_where_one_has_the_others_letters() -> None:
    assert agree("县水利局", "清河县水利局")
    assert not agree("清河县林业局", "清河县水利局")


def test_a_title_that_breaks_within_the_offices_name_is_one_where_the_page_has_that_name() -> None:
    torn = ("2023年清河县", "水利局政府信息公开工作年度报告")
    assert title(*torn, names=("清河县水利局",)) == "清河县水利局"
    assert (
        title("政务公开", "清河县水利局2023年政府信息公开工作年度报告", names=("清河县水利局",))
        == "清河县水利局"
    )


@pytest.mark.parametrize("signed", ["清河县水利局", "清河县水利局\n2024年1月20日"])
def test_an_office_that_the_title_has_without_its_place_is_told_in_full_by_the_signature(signed: str) -> None:
    page = (
        f"水利局2023年政府信息公开工作年度报告\n一、总体情况\n{WORDS}\n六、其他需要报告的事项\n无。\n{signed}"
    )
    assert recognise(read_text(page)).report.office == "清河县水利局"


def test_a_title_behind_the_name_of_its_field_is_one_by_itself() -> None:
    found = titles_in(rows("名称：清河县水利局2023年政府信息公开工作年度报告"), 1)
    assert "清河县水利局2023年政府信息公开工作年度报告" in [each.text for each in found]
