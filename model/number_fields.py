"""Number fields: `{收到申请总数}` in a text stands for a number of the tables and follows it."""

import re
from collections.abc import Iterator
from typing import Final

from model.report import Report
from model.values import Value, add_up, to_text

FIELD: Final = re.compile(r"\{([^{}\n]{1,40})\}")
UNKNOWN: Final = "〔未填〕"
"""Printed for a field whose number is still blank; the blank cell itself is what rule C3 finds."""
BLOT: Final = "\ue000"
"""Stands for each character of a number field where a text is read for its numbers (`mask`)."""


def field_value(report: Report, name: str) -> Value:
    """Return the number a field stands for, None while it is blank. Raises KeyError for a name that is no field."""
    return add_up(map(report.value, report.form.number_fields[name]))


def expand(report: Report, text: str) -> str:
    """Return the text with its fields replaced by their numbers; braces around anything else are left alone."""

    def number(match: re.Match[str]) -> str:
        if match[1] not in report.form.number_fields:
            return match[0]
        return to_text(field_value(report, match[1])) or UNKNOWN

    return FIELD.sub(number, text)


def mask(report: Report, text: str) -> str:
    """Return the text with each number field blotted out, character by character: places stay what they were."""
    if "{" not in text:
        return text

    def blot(match: re.Match[str]) -> str:
        return BLOT * len(match[0]) if match[1] in report.form.number_fields else match[0]

    return FIELD.sub(blot, text)


def fields_in(report: Report, text: str) -> Iterator[re.Match[str]]:
    """Yield the places of the number fields in a text; group 1 is the field's name."""
    return (match for match in FIELD.finditer(text) if match[1] in report.form.number_fields)
