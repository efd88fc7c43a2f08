"""Reports with figures of every size, as hypothesis or a seed draws them, and what must be read back of them."""

import random
from decimal import Decimal

from model.cell_kinds import CellKind
from model.form_file import load_form
from model.report import Report, Slot, SlotKind
from model.values import Value

OFFICE = "清河县水利局"
YEARS = {"2014": 2016, "2019": 2020, "2021": 2024}
WORDS = (
    "全年围绕水利工程、防汛抗旱等事项公开信息，公开的范围比上年更广，查阅比上年更便。",
    "受理的申请都在期限内答复，答复前都经过法制审核，没有逾期的情况。",
    "下一步，将继续做好解读和回应，定期检查公开的内容，及时更正过时的信息。",
)


def report(form_id: str = "2021", seed: int = 0, *, blanks: float = 0.0, zeros: float = 0.5) -> Report:
    """A report with words in every section; each entered cell is blank, 0 or some number by chance."""
    chance = random.Random(seed)
    made = Report(load_form(form_id), OFFICE, YEARS[form_id])
    for key in made.form.entered:
        made.set([(Slot(SlotKind.CELL, key), _value(chance, made.form.cells[key].kind, blanks, zeros))])
    for section in made.form.sections:
        words = "\n".join(chance.sample(WORDS, 2))
        made.set([(Slot(SlotKind.TEXT, section.id), words if section.kind == "text" else "")])
    return made


def balanced(seed: int) -> Report:
    """A report in form 2021 in which every identity holds."""
    made = report("2021", seed)
    for column in ("natural_person", "enterprise", "research", "nonprofit", "legal_service", "other"):
        handled, left = (
            made.value(f"applications.{row}.{column}") for row in ("handled_total", "carried_out")
        )
        made.set([(Slot(SlotKind.CELL, f"applications.carried_in.{column}"), 0)])
        made.set([(Slot(SlotKind.CELL, f"applications.received.{column}"), (handled or 0) + (left or 0))])
    return made


def _value(chance: random.Random, kind: CellKind, blanks: float, zeros: float) -> Value:
    if chance.random() < blanks:
        return None
    if chance.random() < zeros:
        return Decimal(0) if kind is CellKind.MONEY else 0
    number = chance.choice((chance.randint(1, 9), chance.randint(10, 999), chance.randint(1000, 999_999)))
    if kind is CellKind.MONEY:
        return Decimal(number) / chance.choice((1, 10, 100, 10_000))
    return -number if kind is CellKind.SIGNED and chance.random() < 0.5 else number


def misread(
    wanted: Report, got: Report, *, printed: set[str] | None = None
) -> dict[str, tuple[Value, Value]]:
    """The cells that came out differently: wanted, got. `printed`: only these were on the page."""
    keys = wanted.form.cells if printed is None else printed
    return {key: (wanted.value(key), got.value(key)) for key in keys if wanted.value(key) != got.value(key)}
