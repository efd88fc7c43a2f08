"""Rules are found by the names of what they are for; of two that are for one element the closer or later holds."""

import re

from lxml import etree

from intake.readers.style_sheets import StyleSheets, declarations


def sheets(style: str, body: str) -> tuple[StyleSheets, etree._Element]:
    """A page's style sheets and the element <b> in it."""
    root = etree.fromstring(f"<style>{style}</style>{body}", etree.HTMLParser())
    (bold,) = root.iter("b")
    return StyleSheets(root, re.compile("").search), bold


def test_rules_for_a_class_and_what_the_element_says_itself_are_sure() -> None:
    told, bold = sheets(".x{a:1;b:1} #y{b:2}", '<b class=x id=y style="c:3">1</b>')
    assert told.declared(bold) == {"a": "1", "b": "2", "c": "3"}
    assert told.others(bold) == []


def test_rules_for_elements_within_others_are_for_those_only() -> None:
    told, bold = sheets(
        ".k b{a:1} div > b{a:2} .other b{a:3} .x.y{a:4}", '<div class=k><b class="x y">1</b></div>'
    )
    assert sorted(rule.declared["a"] for rule in told.others(bold)) == ["1", "2", "4"]


def test_a_rule_that_asks_for_more_than_one_name_is_closer() -> None:
    told, bold = sheets("b{a:1} .k b{a:2}", "<div class=k><b>1</b></div>")
    assert {rule.declared["a"]: rule.is_closer for rule in told.others(bold)} == {"1": False, "2": True}


def test_an_important_declaration_stays() -> None:
    assert declarations("Color : Red !important; color: blue; width:1px") == {
        "color": "red !important",
        "width": "1px",
    }


def test_only_rules_that_matter_are_kept() -> None:
    root = etree.fromstring("<style>.x{a:1} .x{b:2}</style><b class=x>1</b>", etree.HTMLParser())
    (bold,) = root.iter("b")
    assert StyleSheets(root, re.compile("b:").search).declared(bold) == {"b": "2"}
