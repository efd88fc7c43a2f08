"""Rules on 主动公开 (the table of section two)."""

from collections.abc import Iterator
from typing import Final

from model.findings import Finding, Level
from model.rules.rule import Case, Rule

_DOCUMENTS: Final = ("regulations", "normative_documents")


def _in_force_too_few(case: Case) -> Iterator[Finding]:
    if case.last_year is not None:
        return
    for row in _DOCUMENTS:
        keys = tuple(f"disclosure.{row}.{column}" for column in ("in_force", "issued", "repealed"))
        in_force, issued, repealed = (case.report.value(key) for key in keys)
        if in_force is None or issued is None or repealed is None or in_force >= issued - repealed:
            continue
        cell = case.report.form.cells[keys[0]]
        message = (
            f"二、{cell.row.name}：现行有效件数（{in_force}）少于"
            f"本年制发件数（{issued}）－本年废止件数（{repealed}）＝{issued - repealed}"
        )
        yield Finding("T2.2", Level.ERROR, message, keys, in_force, issued - repealed, cell.table.section)


RULES: Final = (Rule("T2.2", Level.ERROR, "现行有效件数应不少于本年净增件数", _in_force_too_few, ("2021",)),)
