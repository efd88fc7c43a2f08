"""The catalogue: every rule of every subject, in the order in which findings are listed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from model.form import Form
from model.rules import (
    applications,
    cells,
    citations,
    contacts,
    copied,
    disclosure,
    disputes,
    formalities,
    glyphs,
    leaks,
    ledger,
    length,
    marks,
    narrative,
    placeholders,
    printed,
    roll_up,
    statistics,
    sums,
    wording,
)
from model.rules.rule import Judgement, Rule

RULES: Final = (
    *cells.RULES,
    *disclosure.RULES,
    *sums.RULES,
    *applications.RULES,
    *disputes.RULES,
    *statistics.RULES,
    *narrative.RULES,
    *placeholders.RULES,
    *formalities.RULES,
    *printed.RULES,
    *citations.RULES,
    *copied.RULES,
    *wording.RULES,
    *leaks.RULES,
    *ledger.RULES,
    *marks.RULES,
    *glyphs.RULES,
    *contacts.RULES,
    *length.RULES,
    *roll_up.RULES,
)


@dataclass(frozen=True)
class Plan:
    """All judgements of a form in the order of the catalogue, and by name those that an edit of it calls for."""

    judgements: tuple[Judgement, ...]
    readers: Mapping[str, frozenset[int]]


@cache
def rule_of(code: str) -> Rule:
    """Return the rule with this code. Raises KeyError for a code that no rule has."""
    return {rule.code: rule for rule in RULES}[code]


@cache
def rules_for(form: Form) -> tuple[Rule, ...]:
    """Return the rules that apply to a form: those that find in it what they name."""
    return tuple(rule for rule in RULES if any(True for _ in rule.judgements(form)))


@cache
def plan_for(form: Form) -> Plan:
    """Return the judgements of all rules on a form. A cell calls for the readers of its totals as well."""
    judgements = tuple(judgement for rule in RULES for judgement in rule.judgements(form))
    readers: dict[str, set[int]] = {}
    for number, judgement in enumerate(judgements):
        for name in judgement.reads:
            readers.setdefault(name, set()).add(number)
    called = {name: frozenset(numbers) for name, numbers in readers.items()}
    for key in form.cells:
        called[key] = frozenset().union(*(called.get(name, frozenset()) for name in _with_totals(form, key)))
    return Plan(judgements, called)


def _with_totals(form: Form, key: str) -> Iterator[str]:
    """The cell and every computed cell that rests on it."""
    touched = {key}
    yield key
    for total, parts in form.sums.items():
        if not touched.isdisjoint(parts):
            touched.add(total)
            yield total
