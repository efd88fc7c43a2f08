"""The arithmetic identities of the form: sums, balances, parts at most the whole. All derived from the form's data."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from model.arithmetic import ARITHMETIC
from model.findings import Finding
from model.form import Form, Identity, IdentityKind, Line, Shape
from model.levels import Level
from model.report import Report, SlotKind
from model.rules.ledger import is_explained
from model.rules.rule import Case, Rule, each_identity
from model.values import Value, add_up, to_text

MOST_NAMED: Final = 7
"""A sum of more parts than this is not spelled out in its message."""

FEW: Final = 2
"""A sum of as few parts is spelled out with its zeros."""

_NOTE: Final = re.compile(r"(?<=.)（[^（）]{4,}）$")
_NUMERAL: Final = re.compile(r"^[一二三四五六七八九十]+、")
_ORDINAL: Final = re.compile(r"([一二三四五六七八九十]+)、|(（[一二三四五六七八九十]+）)")


def _identity(case: Case, identity: Identity) -> Iterator[Finding]:
    """T3.1–T3.3, T4.1, P1–P8: the identity as it stands in the form, or the control total that its sum should meet."""
    finding = judge(case.report, identity) or judge_control(case.report, identity)
    if finding is not None:
        yield finding


def judge(report: Report, identity: Identity) -> Finding | None:
    """Return the finding when the identity fails, None when it holds or is not yet known."""
    left = side(report, identity.left)
    right = side(report, identity.right)
    if left is None or right is None or left == right:
        return None  # blank: not yet known, not wrong
    if identity.kind is IdentityKind.AT_MOST and left < right:
        return None
    page = report.form.table(identity.table).section
    message = _message(report, identity, left, right)
    return Finding(identity.code, Level.ERROR, message, identity.right + identity.left, left, right, page)


def judge_control(report: Report, identity: Identity) -> Finding | None:
    """Return the finding when a sum differs from the control total that the clerk has from elsewhere, else None.

    A total of the ledger goes without, once it is said why cells differ from the ledger (L1).
    """
    if identity.kind is not IdentityKind.SUM:
        return None
    total = identity.right[0]
    control = report.get(SlotKind.CONTROL, total)
    left = side(report, identity.left)
    if not isinstance(control, int) or left is None or left == control or is_explained(report, total):
        return None
    gap = to_text(left - control if left > control else control - left)
    parts = _spelled(report, identity, identity.left) if len(identity.left) <= MOST_NAMED else "各分项合计"
    message = f"{place_of(report.form, identity)}{parts}＝{to_text(left)}，核对合计（{control}），相差 {gap}"
    page = report.form.table(identity.table).section
    return Finding(identity.code, Level.ERROR, message, (total, *identity.left), left, control, page)


def side(report: Report, keys: Sequence[str]) -> Value:
    """Return the sum of the cells of one side, None while one is blank."""
    return add_up(map(report.value, keys))


def _message(report: Report, identity: Identity, left: int | Decimal, right: int | Decimal) -> str:
    where = place_of(report.form, identity)
    gap = to_text(left - right if left > right else right - left)
    if identity.kind is IdentityKind.AT_MOST:
        part = _short(report.form.cells[identity.left[0]].row)
        whole = _short(report.form.cells[identity.right[0]].row)
        return f"{where}{part}（{to_text(left)}）大于{whole}（{to_text(right)}），多出 {gap}"
    parts = _spelled(report, identity, identity.left) if len(identity.left) <= MOST_NAMED else "各分项合计"
    total = _spelled(report, identity, identity.right)
    if len(identity.right) > 1:
        total += f"＝{to_text(right)}"
    return f"{where}{parts}＝{to_text(left)}，{total}，相差 {gap}"


def place_of(form: Form, identity: Identity) -> str:
    """Return where an identity runs, as a message begins: `三、自然人列：`."""
    table = form.table(identity.table)
    numeral = next((s.heading.partition("、")[0] + "、" for s in form.sections if s.id == table.section), "")
    if identity.line is None:
        return numeral
    if table.shape is Shape.GROUPS:
        return f"{numeral}{'·'.join(identity.line.label)}："
    along = "列" if _runs_down(form, identity) else "行"
    return f"{numeral}{_NUMERAL.sub('', identity.line.name)}{along}："


def _runs_down(form: Form, identity: Identity) -> bool:
    """Whether the identity stays in one column, so that its cells are told apart by their rows."""
    return identity.line is None or identity.line in form.table(identity.table).bands[0].columns


def _spelled(report: Report, identity: Identity, keys: Sequence[str]) -> str:
    """The cells with their numbers, joined by ＋; of many parts those that are 0 are left out, for they take only room."""
    told = [key for key in keys if report.value(key)]
    keys = told if told and len(keys) > FEW else keys
    down = _runs_down(report.form, identity)
    cells = (report.form.cells[key] for key in keys)
    return "＋".join(
        f"{_short(cell.row) if down else cell.column.name}（{to_text(report.value(cell.key))}）"
        for cell in cells
    )


def _short(line: Line) -> str:
    """A row as the form's corner cell names it: 一, 三（七）总计; others keep their words, without the note behind."""
    if len(line.label) == 1 and line.unit:
        return _NOTE.sub("", line.name)
    words = ""
    for label in line.label:
        ordinal = _ORDINAL.match(label)
        if ordinal is None:
            return line.name
        words += ordinal[1] or (label if label.endswith("总计") else ordinal[2])
    return words


RULES: Final = tuple(
    Rule(
        code,
        Level.ERROR,
        relation.title,
        each_identity(code, _identity),
        formula=relation.formula,
        source=relation.source,
    )
    for code, relation in ARITHMETIC.items()
)
"""One rule for each code that a form may lay down; it looks at the identities that carry the code."""
