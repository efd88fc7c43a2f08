"""Faults injected into real and random figures: how often the culprit is named, and how long that takes."""

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from model.diagnosis import Diagnosis, Knowledge, diagnose
from model.diagnosis.search import TooManyFaults, smallest_repairs
from model.diagnosis.surroundings import Surroundings
from model.diagnosis.system import components, observed
from model.file.office_file import OfficeFile
from model.report import Report, Slot, SlotKind
from resources import path
from tests.bench.measure import Measure, percentile, seconds
from tests.bench.minimum import fewest_changes
from tests.bench.slips import KINDS, SIZES, STALE_TOTAL, TABLE, ZERO_MISTYPED, Kind, random_figures, report_of

CASES: Final = 2_000
COMPARED: Final = 1_000
TABLES: Final = 12
"""Random tables of each size."""
BYSTANDERS: Final = 3
"""Innocent cells that were edited along with the wrong one."""

_PUBLISHED: Final = Path(__file__).resolve().parents[2].parent / "shared" / "reports"


@dataclass(frozen=True, slots=True)
class Setting:
    """What the diagnosis has to go by, and what is asked of it (shares; None: only told)."""

    name: str
    declared: bool
    faults: int
    edited: bool = False
    first: float | None = None
    among_three: float | None = None


SETTINGS: Final = (
    Setting("declared totals, one fault", declared=True, faults=1, first=0.995),
    Setting("declared totals, two faults", declared=True, faults=2, first=0.90),
    Setting("computed totals", declared=False, faults=1, among_three=0.85),
    Setting("computed totals, last edits known", declared=False, faults=1, edited=True, first=0.97),
)


@dataclass
class Tally:
    """What came of the cases of one kind, size and setting."""

    cases: int = 0
    first: int = 0
    among_three: int = 0
    wrong_alone: int = 0
    times: list[float] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        """Count another tally's cases in."""
        self.cases += other.cases
        self.first += other.first
        self.among_three += other.among_three
        self.wrong_alone += other.wrong_alone
        self.times += other.times


def measures() -> Iterator[Measure]:
    """Inject every kind of slip into every kind of table, then compare with a mixed-integer solver."""
    for setting in SETTINGS:
        for size, figures in _tables().items():
            whole = Tally()
            for kind in (*KINDS, ZERO_MISTYPED, *([STALE_TOTAL] if setting.declared else [])):
                tally = _inject(
                    setting, [report_of(entry, declared=setting.declared) for entry in figures], kind
                )
                if tally.cases:
                    whole.add(tally)
                    yield _line(f"{setting.name}, {size}, {kind.name}", tally, setting, judged=False)
            yield _line(f"{setting.name}, {size}, ALL KINDS", whole, setting, judged=True)
            if setting.declared and whole.cases:
                share = 100 * whole.wrong_alone / whole.cases
                yield Measure(f"{setting.name}, {size}, wrong cell named alone", share, "%", budget=0.5)
            yield Measure(f"{setting.name}, {size}, slowest", 1000 * max(whole.times), "ms", budget=50)
    yield from _misplaced()
    yield _compared()


def _misplaced() -> Iterator[Measure]:
    """A number typed into another column of its row, totals computed: how often both cells are named, and how often others."""
    for size, count in SIZES.items():
        rng = random.Random(f"misplaced {size}")
        right = wrong = cases = 0
        while cases < COMPARED // 2:
            report = report_of(random_figures(rng, count), declared=False)
            true, false = _two_columns(rng, report)
            number = report.value(true)
            if not number or report.value(false):
                continue
            report.set([(Slot(SlotKind.CELL, true), 0), (Slot(SlotKind.CELL, false), number)])
            named = [d.named for d in diagnose(report) if d.named]
            told = [{(step.cell, step.new) for step in repair.changes} for repair in named]
            cases += 1
            right += told == [{(true, number), (false, 0)}]
            wrong += any(changes != {(true, number), (false, 0)} for changes in told)
        yield Measure(f"wrong column, {size}, both named", 100 * right / cases, "%")
        yield Measure(f"wrong column, {size}, wrong cell named", 100 * wrong / cases, "%", budget=0)


def _two_columns(rng: random.Random, report: Report) -> tuple[str, str]:
    """Two entered cells of one row of the table."""
    table = report.form.table(TABLE)
    row = rng.choice([row.id for row in table.rows if row.id != "handled_total"])
    one, other = rng.sample([column.id for column in table.bands[0].columns[:-1]], 2)
    return f"{TABLE}.{row}.{one}", f"{TABLE}.{row}.{other}"


def _line(name: str, tally: Tally, setting: Setting, *, judged: bool) -> Measure:
    first, three = 100 * tally.first / tally.cases, 100 * tally.among_three / tally.cases
    by_first = setting.first is not None
    target = setting.first if by_first else setting.among_three
    return Measure(
        name, first if by_first else three, "%", budget=100 * target if judged and target else None, at_least=True,
        note=f"first {first:.1f} %, among three {three:.1f} %, wrong alone {100 * tally.wrong_alone / tally.cases:.2f} %, "
        f"median {1000 * percentile(tally.times, 0.5):.2f} ms, 99 % {1000 * percentile(tally.times, 0.99):.2f} ms",
    )  # fmt: skip


def _tables() -> dict[str, list[dict[str, int]]]:
    rng = random.Random(2024)
    tables = {size: [random_figures(rng, count) for _ in range(TABLES)] for size, count in SIZES.items()}
    real = [
        _entered(report.values())
        for report in OfficeFile.open(path("samples/示例.xxgk"), read_only=True).reports.values()
    ]
    for source in sorted(_PUBLISHED.glob("*.json")):
        cells = json.loads(source.read_text(encoding="utf-8"))["cells"]
        if f"{TABLE}.other_remaining.other" in cells and cells[f"{TABLE}.received.total"]:
            real.append(_entered(cells))
    return {"real figures": real, **tables}


def _entered(cells: Mapping[str, object]) -> dict[str, int]:
    form = report_of({}, declared=False).form
    return {
        key: value for key in form.entered if key.startswith(TABLE) and isinstance(value := cells[key], int)
    }


def _inject(setting: Setting, reports: Sequence[Report], kind: Kind) -> Tally:
    rng = random.Random(f"{setting.name} {kind.name}")
    beside = [Surroundings(report) for report in reports]
    tally = Tally()
    for _ in range(CASES):
        number = rng.randrange(len(reports))
        slips = _slips(rng, reports[number], beside[number], kind, setting)
        if len(slips) == setting.faults:
            _try(rng, reports[number], slips, setting, tally)
    return tally


def _slips(
    rng: random.Random, report: Report, beside: Surroundings, kind: Kind, setting: Setting
) -> dict[str, tuple[int, int]]:
    """Cells to spoil: key → (true, wrong). Fewer than asked for where the kind does not apply."""
    keys = [
        key
        for key in report.form.cells
        if key.startswith(TABLE) and (setting.declared or key not in report.form.sums)
    ]
    slips: dict[str, tuple[int, int]] = {}
    for _ in range(60):
        key = rng.choice(keys)
        true = report.value(key)
        if not isinstance(true, int) or key in slips or (kind is STALE_TOTAL and key not in report.form.sums):
            continue
        around = [value for other in beside.beside(key) if isinstance(value := report.value(other), int)]
        wrong = kind.make(rng, true, around) if (true == 0) == (kind is ZERO_MISTYPED) else None
        if wrong is not None and wrong != true:
            slips[key] = (true, wrong)
        if len(slips) == setting.faults:
            break
    return slips


def _try(
    rng: random.Random, report: Report, slips: Mapping[str, tuple[int, int]], setting: Setting, tally: Tally
) -> None:
    kinds = {key: SlotKind.CONTROL if key in report.form.sums else SlotKind.CELL for key in slips}
    change = report.set((Slot(kinds[key], key), wrong) for key, (_, wrong) in slips.items())
    edited = (
        [*slips, *rng.sample(sorted(report.of_kind(SlotKind.CELL)), BYSTANDERS)] if setting.edited else []
    )
    knowledge = Knowledge(
        edited={key: slips[key][0] if key in slips else report.value(key) for key in edited}
    )
    found: list[tuple[Diagnosis, ...]] = []
    tally.times.append(seconds(lambda: found.append(diagnose(report, knowledge))))
    report.apply(change.inverse)
    tally.cases += 1
    truth = {(key, true) for key, (true, _) in slips.items()}
    tally.first += truth <= _told(found[0], 1)
    tally.among_three += truth <= _told(found[0], 3)
    named = [diagnosis.named for diagnosis in found[0]]
    tally.wrong_alone += any(step.cell not in slips for repair in named if repair for step in repair.changes)


def _told(diagnoses: Sequence[Diagnosis], most: int) -> set[tuple[str, object]]:
    repairs = [repair for diagnosis in diagnoses for repair in diagnosis.repairs[:most]]
    return {(step.cell, step.new) for repair in repairs for step in repair.changes}


def _compared() -> Measure:
    """The share of random cases in which as few cells are changed as a mixed-integer solver finds necessary."""
    rng = random.Random(7)
    agreed = given_up = 0
    for number in range(COMPARED):
        declared = number % 2 == 0
        report = report_of(random_figures(rng, rng.choice(tuple(SIZES.values())[:3])), declared=declared)
        keys = sorted(report.of_kind(SlotKind.CELL)) + sorted(report.of_kind(SlotKind.CONTROL))
        for key in rng.sample(keys, rng.randint(1, 3)):
            kind = SlotKind.CONTROL if key in report.form.sums else SlotKind.CELL
            report.set([(Slot(kind, key), int(str(report.value(key) or 0)) + rng.randint(1, 30))])
        for part in components(report.form, observed(report)):
            if part.residual:
                try:
                    ours = len(smallest_repairs(part)[0])
                except TooManyFaults:
                    given_up += 1
                    break
                if ours != fewest_changes(part):
                    break
        else:
            agreed += 1
    share = 100 * agreed / (COMPARED - given_up)
    note = f"{COMPARED} cases, {given_up} given up as too many faults"
    return Measure(
        "fewest changes, as a mixed-integer solver finds", share, "%", budget=100, at_least=True, note=note
    )
