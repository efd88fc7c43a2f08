"""A report under check whose failing sums come with advice: the Checker and the diagnosis, following every edit."""

from model.check import Checker
from model.diagnosis import Diagnosis, Knowledge, diagnose
from model.diagnosis.advice import Trail, advise
from model.outcome import Outcome
from model.prose.claim import Kind
from model.report import Change, SlotKind
from model.rules.rule import Case
from model.rules.told.own_claims import claims_of


class Advisor:
    """Judges a report again after each change and says which cell most likely breaks its sums."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._checker = Checker(case)
        self._trail = Trail()
        self._known: Knowledge | None = None
        self._diagnoses: tuple[Diagnosis, ...] = ()
        self.outcome = self._advised(self._checker.outcome)

    def update(self, change: Change) -> Outcome:
        """Return the outcome after a change that the report has undergone."""
        outcome = self._checker.update(change)
        if any(slot.kind is not SlotKind.TEXT for slot in change.slots):
            self._trail.follow(change, self._case.report)
            self._known = None
        self._case = self._case.reread()
        self.outcome = self._advised(outcome)
        return self.outcome

    def _advised(self, outcome: Outcome) -> Outcome:
        return advise(self._case.report, outcome, self._diagnosed)

    def _diagnosed(self) -> tuple[Diagnosis, ...]:
        """The diagnoses of the sums that fail: those made before, where words were changed and tell no other numbers."""
        known = knowledge_of(self._case, self._trail)
        if known != self._known:
            self._known, self._diagnoses = known, diagnose(self._case.report, known)
        return self._diagnoses


def knowledge_of(case: Case, trail: Trail) -> Knowledge:
    """Return what is known beside the numbers: the cells just edited, last year's values, and what the texts tell."""
    last_year = {key: case.last(key) for key in case.report.form.entered} if case.last_year else {}
    return Knowledge(dict(trail.edited), last_year, told_numbers(case))


def told_numbers(case: Case) -> dict[str, frozenset[int]]:
    """Return cell → the exact numbers that the texts give for it; claims on several cells together tell of none."""
    told: dict[str, set[int]] = {}
    fields = case.report.form.number_fields
    for _, claim in claims_of(case):
        exact = claim.kind is Kind.COUNT and not claim.back and claim.quantity.low == claim.quantity.high
        for names in claim.readings if exact else ():
            keys = [key for name in names for key in fields.get(name, ())]
            if len(keys) == 1:
                told.setdefault(keys[0], set()).add(int(claim.quantity.low))
    return {key: frozenset(numbers) for key, numbers in told.items()}
