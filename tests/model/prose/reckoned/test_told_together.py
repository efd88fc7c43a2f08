"""All that the numbers of a paragraph tell of each other."""

from model.prose.reckoned.told_together import doubts


def test_totals_flows_changes_and_shares_are_reckoned() -> None:
    text = (
        "三栏分别更新120条、75条和34条，三栏合计292条。台账上年余9个，新增38个，清零40个，年末余17个。"
        "推送412条，比去年的350条增加26条。网站600条，占75.0%；公众号200条，占52.0%，合计800条。"
    )
    assert [doubt.says[:4] for doubt in doubts(text)] == ["120＋", "9＋38", "350 ", "200÷"]


def test_nothing_is_said_of_what_comes_out() -> None:
    assert doubts("三栏分别更新120条、75条和34条，三栏合计229条。") == ()
