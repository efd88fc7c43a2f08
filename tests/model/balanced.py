"""Tables in which every sum is right, drawn by dice: empty, small, large, with one column or all."""

import random
from typing import Final

from model.form import Form

OFFICES: Final = (
    "甲县乙局",
    "丙市人民政府",
    "甲县丁镇人民政府",
    "丙省人民政府",
    "甲县丁街道办事处",
    "丙市人民政府办公室",
    "丙高新技术产业开发区管理委员会",
    "丁自治州人民政府",
    "甲县丁民族乡人民政府",
    "国家税务总局甲县税务局",
    "丙市司法局",
    "丙市供水集团有限公司",
)
"""One of every kind of office that reports."""
_CARRIED: Final = ("received", "carried_in", "carried_out")


def balanced(form: Form, dice: random.Random) -> dict[str, str]:
    """Cells as they are typed: no check of the tables has anything to say of their sums."""
    scale = dice.choice((3, 30, 900, 20_000))
    cells = {
        key: _few(dice, scale if cell.table.id != "disputes" else 1 + scale // 50)
        for key, cell in form.cells.items()
        if key in form.entered
    }
    rows = dict.fromkeys(cell.row.id for cell in form.cells.values() if cell.table.id == "applications")
    outcomes = [
        row for row in rows if f"applications.{row}.natural_person" in form.entered and row not in _CARRIED
    ]
    columns = [key.rpartition(".")[2] for key in form.entered if key.startswith("applications.received.")]
    share = dice.choice((0.0, 0.2, 0.6, 1.0))
    for column in columns:
        drawn = _column(outcomes, dice, scale if dice.random() < share else 0)
        cells |= {f"applications.{row}.{column}": value for row, value in drawn.items()}
    for kind in ("regulations", "normative_documents"):
        if f"disclosure.{kind}.in_force" in cells:
            cells[f"disclosure.{kind}.in_force"] = cells[f"disclosure.{kind}.issued"] + dice.randrange(50)
    return {key: str(value) for key, value in cells.items()}


def _few(dice: random.Random, most: int) -> int:
    """Mostly nothing or little, at times much."""
    return dice.choice((0, 0, 0, 1, 2, dice.randint(1, max(1, most))))


def _column(outcomes: list[str], dice: random.Random, scale: int) -> dict[str, int]:
    """What came in of one kind of applicant, spread over what became of it."""
    drawn = dict.fromkeys((*outcomes, *_CARRIED), 0)
    if scale:
        drawn["received"], drawn["carried_in"] = _few(dice, scale), _few(dice, scale // 10)
    left = drawn["received"] + drawn["carried_in"]
    drawn["carried_out"] = dice.choice((0, dice.randint(0, left), left))
    left -= drawn["carried_out"]
    while left:
        some = dice.randint(1, left)
        drawn[dice.choice(outcomes)] += some
        left -= some
    return drawn
