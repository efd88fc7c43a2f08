"""The catalogue is whole: each code exists, passes what is right and says what is wrong in numbers and the form's words."""

import re
from collections import Counter

import pytest

from model.check import check
from model.form import Identity, IdentityKind
from model.form_file import form_ids, load_form
from model.levels import Level
from model.rules.catalogue import RULES, plan_for, rules_for
from model.rules.rule import Case
from tests.model.drafts import finished, put
from tests.model.rules.examples import EXAMPLES
from tests.model.rules.formal_examples import Example

CATALOGUE = {
    Level.ERROR: "C1 C2 C3 T3.1 T3.2 T3.3 T4.1 P1 P2 P3 P4 P5 P6 P7 P8 N10 S1 S2 S6 S17",
    Level.EXPLAIN: "T2.1 T2.2 T2.3 T3.4 T3.7 T4.4 B3 B4 N1 N2 N3 N4 N5 N6 N7 N8 N9 N11 N12 N13 N14 N18 S10 A1 L1",
    Level.WARNING: "N15 N16 N17 C4 C5 T2.4 T2.5 T4.2 P9 P10 S3 S4 S5 S7 S8 S9 S11 S12 S13 S14 S15 S16 S18",
    Level.HINT: "T3.5",
}
"""The codes that reviewers know, by level. A code is printed on paper and kept in files: none is ever renamed."""

INSTANCES = {"T3.1": 25, "T3.2": 7, "T3.3": 7, "T3.4": 7, "T4.1": 3, "T2.1": 2, "T2.2": 2, "T2.4": 10}


def test_every_code_of_the_catalogue_is_a_rule_and_every_rule_is_in_the_catalogue() -> None:
    known = {code: level for level, codes in CATALOGUE.items() for code in codes.split()}
    assert {rule.code: rule.level for rule in RULES} == known
    assert max(Counter(rule.code for rule in RULES).values()) == 1


def test_every_rule_has_an_example() -> None:
    assert {example.code for example in EXAMPLES} == {rule.code for rule in RULES}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.code)
def test_what_is_right_passes(example: Example) -> None:
    assert not [f.message for f in check(example.passes()).findings if f.code == example.code]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.code)
def test_what_is_wrong_is_found_with_both_numbers_and_the_words_of_the_form(example: Example) -> None:
    found = [finding for finding in check(example.fails()).findings if finding.code == example.code]
    assert found
    assert any(all(words in finding.message for words in example.shows) for finding in found), found[
        0
    ].message


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.code)
def test_a_finding_has_the_level_of_its_rule_and_a_page_to_go_to(example: Example) -> None:
    rule = next(rule for rule in RULES if rule.code == example.code)
    for finding in check(example.fails()).findings:
        if finding.code == example.code:
            assert finding.level in rule.levels
            assert finding.page


@pytest.mark.parametrize(("code", "count"), INSTANCES.items())
def test_a_rule_looks_at_as_many_places_as_the_form_has(code: str, count: int) -> None:
    form = load_form("2021")
    rule = next(rule for rule in rules_for(form) if rule.code == code)
    assert len(list(rule.judgements(form))) == count


def test_form_2019_has_two_rows_and_two_sums_less() -> None:
    rule = next(rule for rule in rules_for(load_form("2019")) if rule.code == "T3.1")
    assert len(list(rule.judgements(load_form("2019")))) == 23


def test_a_rule_says_what_it_compares_and_what_it_rests_on() -> None:
    for rule in RULES:
        assert len(rule.title) >= 6, rule.code
        assert len(rule.formula) >= 6, rule.code
        assert re.search("条例|号|法|惯例|格式|GB/T", rule.source), rule.code


IDENTITIES = [identity for form_id in form_ids() for identity in load_form(form_id).identities]


@pytest.mark.parametrize("identity", IDENTITIES, ids=lambda identity: f"{identity.code}:{identity.right[0]}")
def test_an_identity_that_is_broken_is_found_under_its_code(identity: Identity) -> None:
    form = next(form for form in map(load_form, form_ids()) if identity in form.identities)
    report = finished(form.years[0], form=form)
    assert identity.code not in {finding.code for finding in check(Case(report)).findings}
    broken = put(report, identity.left[0] if identity.kind is IdentityKind.AT_MOST else identity.right[-1], 7)
    found = [finding for finding in check(Case(broken)).findings if finding.code == identity.code]
    assert any(set(identity.keys) == set(finding.cells) for finding in found)


@pytest.mark.parametrize("form_id", form_ids())
def test_every_cell_and_every_kind_of_words_is_read_by_some_rule(form_id: str) -> None:
    form = load_form(form_id)
    assert set(form.cells) <= set(plan_for(form).readers)
    assert {"texts", "office data"} <= set(plan_for(form).readers)
