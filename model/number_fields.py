"""Number fields: `{收到申请总数}` in a text stands for a number of the tables and follows it.

A field may also stand for a sum (`{予以公开数＋部分公开数}`), for a share (`{予以公开数÷办结申请总数}`, read as 42.9%) and
for the change since last year, whose number is in the field because it is over and done (`{收到申请总数较25}`, read as
比上年增长28%).
"""

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from model.form import Form
from model.pattern import Pattern
from model.report import Report
from model.values import Value, add_up, to_text

FIELD: Final = Pattern(r"\{([^{}\n]{1,120})\}")
UNKNOWN: Final = "〔未填〕"
"""Printed for a field whose number is still blank; the blank cell itself is what rule C3 finds."""
BLOT: Final = "\ue000"
"""Stands for each character of a number field where a text is read for its numbers (`mask`)."""
PLUS: Final = "＋"
OVER: Final = "÷"
SINCE: Final = "较"
_FINEST: Final = 6
"""Decimals of a share at the most."""
_ROUND: Final = (0, 100, -100)
"""Per cent that mean nothing, all, and all gone: what is only near to them is told with more decimals."""
_UNIT: Final = "件"
"""What is counted where the form prints no unit."""
_MANY: Final = 1000
"""Per cent of growth from which on nobody tells it in per cent."""
_SHAPE: Final = Pattern(
    rf"(?P<parts>[^{PLUS}{OVER}{SINCE}]+(?:{PLUS}[^{PLUS}{OVER}{SINCE}]+)*)"
    rf"(?:{OVER}(?P<over>[^{OVER}{SINCE}]+)|{SINCE}(?P<base>\d{{1,14}}(?:\.\d{{1,6}})?))?"
)


class NumberField(NamedTuple):
    """What a field says: the names to add up, the names of the whole that they are a share of, last year's number."""

    parts: tuple[str, ...]
    over: tuple[str, ...] = ()
    base: Decimal | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """All names of the form that it speaks of."""
        return self.parts + self.over


@lru_cache(maxsize=1024)
def field_named(form: Form, name: str) -> NumberField | None:
    """Return the field that a name stands for in a form, None where it is no field."""
    if name in form.number_fields:
        return NumberField((name,))
    match = _SHAPE.fullmatch(name)
    if match is None:
        return None
    over = tuple(match["over"].split(PLUS)) if match["over"] else ()
    base = Decimal(match["base"]) if match["base"] else None
    field = NumberField(tuple(match["parts"].split(PLUS)), over, base)
    return field if all(part in form.number_fields for part in field.names) else None


def field_value(report: Report, name: str) -> Value:
    """Return the number a field stands for, None while it is blank: a sum, or per cent to a tenth, finer near 0 and 100.

    None as well for a share or a growth of nothing. Raises KeyError for a name that is no field.
    """
    field = field_named(report.form, name)
    if field is None:
        raise KeyError(name)
    total = _sum(report, field.parts)
    if field.over:
        return _per_cent(total, _sum(report, field.over))
    if field.base is not None:
        return None if total is None else _per_cent(total - field.base, field.base)
    return total


def field_text(report: Report, name: str) -> str:
    """Return what a field reads as: 12, 42.9%, 比上年增长28%. Raises KeyError for a name that is no field."""
    field = field_named(report.form, name)
    value = field_value(report, name)
    if field is None or (not field.over and field.base is None):
        return to_text(value) or UNKNOWN
    if field.base is not None:
        unit = report.form.cells[report.form.number_fields[field.parts[0]][0]].unit or _UNIT
        return _change(_sum(report, field.parts), field.base, value, unit)
    if value is None:
        return "0%" if _sum(report, field.over) == 0 else UNKNOWN
    return f"{to_text(value)}%"


def since(before: Report, name: str) -> str:
    """Return the field that tells the same change since the year of `before`.

    "" for a field that tells no change, and where that report does not have the number.
    """
    field = field_named(before.form, name)
    base = _sum(before, field.parts) if field is not None and field.base is not None else None
    if field is None or base is None:
        return ""
    counted = name if base == field.base else f"{PLUS.join(field.parts)}{SINCE}{to_text(base)}"
    return counted if field_named(before.form, counted) else ""


def moved_on(previous: Report, text: str, year: int) -> str:
    """Return a text of an earlier report for the report on `year`: its changes are counted from the year right before.

    Where that report does not have the number, or is of another year, they stand as they were told.
    """

    def counted(match: re.Match[str]) -> str:
        field = field_named(previous.form, match[1])
        if field is None or field.base is None:
            return match[0]
        anew = since(previous, match[1]) if previous.year == year - 1 else ""
        return f"{{{anew}}}" if anew else field_text(previous, match[1])

    return FIELD.sub(counted, text) if SINCE in text else text


def _change(now: Value, base: Decimal, value: Value, unit: str) -> str:
    """The change in words; where there are many times as many, or there were none, it is told in numbers."""
    if now is None:
        return UNKNOWN
    if now == base:
        return "与上年持平"
    if value is None or value > _MANY:
        return f"比上年增加{to_text(add_up((Decimal(now), -base)))}{unit}"
    grown = now > base
    return f"比上年{'增长' if grown else '下降'}{to_text(value if grown else -value)}%"


def _sum(report: Report, names: tuple[str, ...]) -> Value:
    return add_up(report.value(key) for name in names for key in report.form.number_fields[name])


def _per_cent(part: Value, whole: Value) -> Value:
    if part is None or not whole:
        return None
    exact = Decimal(part) * 100 / Decimal(whole)
    shares = [exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) for places in range(1, _FINEST + 1)]
    share = next((share for share in shares if share not in _ROUND or share == exact), shares[-1])
    return int(share) if share == share.to_integral_value() else share.normalize()


def expand(report: Report, text: str) -> str:
    """Return the text with its fields replaced by their numbers; braces around anything else are left alone."""
    if "{" not in text:
        return text

    def number(match: re.Match[str]) -> str:
        return field_text(report, match[1]) if field_named(report.form, match[1]) else match[0]

    return FIELD.sub(number, text)


def mask(report: Report, text: str) -> str:
    """Return the text with each number field blotted out, character by character: places stay what they were."""
    if "{" not in text:
        return text

    def blot(match: re.Match[str]) -> str:
        return BLOT * len(match[0]) if field_named(report.form, match[1]) else match[0]

    return FIELD.sub(blot, text)


def fields_in(report: Report, text: str) -> Iterator[re.Match[str]]:
    """Yield the places of the number fields in a text; group 1 is the field's name."""
    found = FIELD.finditer(text) if "{" in text else ()
    return (match for match in found if field_named(report.form, match[1]))
