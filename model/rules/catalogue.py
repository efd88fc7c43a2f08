"""The catalogue: every rule of every subject, in the order in which findings are listed."""

from functools import cache
from typing import Final

from model.rules import cells, disclosure, sums
from model.rules.rule import Rule

RULES: Final = (*cells.RULES, *disclosure.RULES, *sums.RULES)


@cache
def rules_for(form_id: str) -> tuple[Rule, ...]:
    """Return the rules that apply to a form."""
    return tuple(rule for rule in RULES if form_id in rule.forms)
