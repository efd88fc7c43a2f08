"""The office that speaks in a report: who publishes it, and of whose deeds it tells."""

import pytest

from intake.page.speakers import acting, asked, publisher, speaker
from intake.page.texts import Texts
from tests.intake.page.test_masthead import TITLE, identity


def texts(preamble: str = "", overview: str = "") -> Texts:
    return Texts({"preamble": preamble.split("\n"), "overview": overview.split("\n")})


def test_a_preamble_tells_who_publishes_the_report() -> None:
    assert publisher(texts("现公布清河县水利局2023年政府信息公开工作年度报告。")) == "清河县水利局"
    assert publisher(texts("现公布2023年政府信息公开工作年度报告。")) == ""


def test_a_title_that_the_preamble_quotes_tells_who_publishes_the_report() -> None:
    quoted = "按照《关于编制2023年政府信息公开工作年度报告的通知》，编制形成《清河县水利局2023年政府信息公开工作年度报告》。"
    assert publisher(texts(quoted)) == "清河县水利局"
    assert publisher(texts("按照《清河县关于编制2023年政府信息公开工作年度报告的通知》要求。")) == ""


def test_whom_a_preamble_tells_to_ask_reports_where_the_sections_speak_of_it() -> None:
    contact = "如有疑问，请联系：清河县水利局，电话：0578-1234567。"
    assert asked(texts(contact, "2023年，县水利局公开信息41条。")) == "清河县水利局"
    assert asked(texts(contact, "2023年，我镇公开信息41条。")) == ""
    assert asked(texts("请与清河县人民政府办公室联系。", "按照县人民政府的要求，公开信息41条。")) == ""


def test_a_preamble_tells_of_its_office_by_its_full_name() -> None:
    assert speaker(texts("2023年，清河县水利局认真贯彻条例。")) == "清河县水利局"
    assert speaker(texts("2023年，县水利局认真贯彻条例。")) == ""
    assert speaker(texts("根据《条例》要求清河县水利局编制了本报告。")) == "清河县水利局"


@pytest.mark.parametrize(
    "words",
    [
        "2023年，清河县水利局通过县政府网站公开信息41条。",
        "2023年度,清河县水利局未收到政府信息公开申请。",
        "（一）主动公开\n清河县水利局围绕群众关切公开信息。",
    ],
)
def test_sections_tell_of_whose_deeds_they_are(words: str) -> None:
    assert acting(texts(overview=words)) == "清河县水利局"


@pytest.mark.parametrize(
    "words",
    [
        "2023年，县水利局通过县政府网站公开信息41条。",
        "通过清河县人民政府网站主动公开信息41条。",
        "在清河县人民政府领导下，积极公开信息。",
        "各镇通过公开栏公开信息。",
    ],
)
def test_offices_that_are_only_spoken_of_do_not_report(words: str) -> None:
    assert acting(texts(overview=words)) == ""


def test_an_office_that_only_the_sections_name_is_taken_and_said() -> None:
    page = (
        "一、总体情况",
        "2023年，清河县水利局通过网站公开信息41条。",
        "六、其他需要报告的事项",
        "没有其他事项。",
    )
    found = identity("2023年政府信息公开工作年度报告", *page)
    assert found.office == "清河县水利局"
    assert found.doubts == ("标题、引言、落款都没有写明机关，“清河县水利局”取自正文，请核对",)
    assert identity(TITLE, *page).doubts == ()
