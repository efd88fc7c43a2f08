"""The catalogue to be read says of each rule its level, and which forms it applies to."""

from pathlib import Path

from model.form_file import form_ids, load_form
from model.levels import Level
from model.rules.catalogue import RULES, rules_for
from model.rules.handbook import entries, markdown
from tests.model.rules.cases_page import page


def row(code: str) -> list[str]:
    (line,) = [line for line in markdown().splitlines() if line.startswith(f"| {code} |")]
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_each_rule_has_a_row_with_the_forms_that_have_what_it_names() -> None:
    assert [entry.rule for entry in entries()] == list(RULES)
    for code in ("C1", "S1", "T2.4", "T3.1"):
        assert row(code)[-1] == "、".join(form for form in form_ids() if knows(form, code)), code
    assert row("C1")[-1] != row("S1")[-1] != ""


def knows(form: str, code: str) -> bool:
    return any(rule.code == code for rule in rules_for(load_form(form)))


def test_a_rule_of_two_levels_shows_both() -> None:
    two = next(entry for entry in entries() if len(entry.rule.levels) > 1)
    assert two.level == "／".join(f"{level} {level.word}" for level in two.rule.levels)
    assert row("T3.1")[1] == "E 错误"


def test_the_last_line_counts_the_rules_of_each_level() -> None:
    last = markdown().strip().splitlines()[-1]
    errors = sum(rule.level is Level.ERROR for rule in RULES)
    assert f"共 {len(RULES)} 条" in last
    assert f"{errors} 条错误" in last


DOCS = Path(__file__).resolve().parents[3] / "docs"


def test_the_printed_catalogue_is_current() -> None:
    assert (DOCS / "rules.md").read_text(encoding="utf-8") == markdown()


def test_the_printed_examples_are_current() -> None:
    assert (DOCS / "rules-examples.md").read_text(encoding="utf-8") == page()
