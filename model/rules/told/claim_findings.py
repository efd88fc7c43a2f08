"""How a finding on a claim is made and worded: at its words, with the cells in the form's own words."""

from decimal import Decimal
from typing import Final

from model.findings import Finding, Spot
from model.form import Form, Shape
from model.levels import Level
from model.prose.claim import Claim
from model.rules.told.claim_values import cells_of
from model.rules.told.own_claims import Place
from model.values import Value

_MOST_SHOWN: Final = 40
"""Characters of a passage that a message quotes: what is wrong with it must come into sight behind them."""
_FEWEST_SHOWN: Final = 12
_CLAUSE_ENDS: Final = "，、；。：,;"


def finding_on(
    form: Form,
    place: Place,
    claim: Claim,
    code: str,
    message: str,
    left: Value,
    right: Value,
    names: tuple[str, ...],
) -> Finding:
    """The finding on a claim, at its words, with the cells that the number fields `names` stand for."""
    keys = tuple(key for name in names for key in cells_of(form, name))
    spot = Spot(place.section, place.start + claim.start, place.start + claim.end)
    return Finding(code, Level.EXPLAIN, message, keys, left, right, place.section, spot, quote=claim.words)


def shown(words: str) -> str:
    """The words as a message quotes them: of a long passage its beginning, up to the end of a clause; all of it is marked."""
    if len(words) <= _MOST_SHOWN:
        return words
    beginning = words[:_MOST_SHOWN]
    end = max((beginning.rfind(mark) for mark in _CLAUSE_ENDS), default=-1)
    return f"{beginning[:end] if end >= _FEWEST_SHOWN else beginning}…"


def plain(value: Decimal) -> int | Decimal:
    """Return a number told without its decimals where it is whole."""
    return int(value) if value == value.to_integral_value() else value


def numeral_of(form: Form, section: str) -> str:
    """Return how the heading of a section begins: 一、."""
    return next((s.heading.partition("、")[0] + "、" for s in form.sections if s.id == section), "")


def cells_named(form: Form, names: tuple[str, ...]) -> str:
    """The cells in the form's own words: one by its row, several by the group label that they share."""
    cells = [form.cells[key] for name in names for key in cells_of(form, name)]
    first = cells[0]
    numeral = numeral_of(form, first.table.section)
    if len(cells) == 1 and first.table.shape is not Shape.GRID:
        return f"{numeral}{first.name}"
    levels = zip(*(cell.row.label for cell in cells), strict=False)
    shared = [words[0] for words in levels if len(set(words)) == 1]
    columns = {cell.column.name for cell in cells}
    return (
        f"{numeral}“{shared[-1]}”{first.column.name}"
        if shared and len(columns) == 1
        else f"{numeral}{'＋'.join(_called(form, name) for name in names)}"
    )


def fields_named(form: Form, names: tuple[str, ...]) -> str:
    """Number fields by their names, cells in the form's own words."""
    named = all(name in form.number_fields for name in names)
    return "＋".join(names) if named else cells_named(form, names)


def _called(form: Form, name: str) -> str:
    """A number field by its name, a cell by its row."""
    return form.cells[name].name if name in form.cells else name


def gap(one: int | Decimal, other: int | Decimal) -> int | Decimal:
    """Return how far two numbers are apart."""
    return plain(abs(Decimal(one) - Decimal(other)))
