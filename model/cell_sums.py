"""A cell's value written as a sum: `12+30+5` becomes 47, and what was written is kept as the cell's note.

It is known by a plus between two numbers, or by a sign of equality before it, as spreadsheets have it: `3-5` or
`2024-01-05` may be a span or a date, and is refused like everything else that is not plainly one number.
"""

from typing import Final, NamedTuple

from model.cell_kinds import CellKind
from model.characters import NARROW, visible
from model.errors import ValueRefused
from model.pattern import Pattern
from model.values import Value, add_up, parse, to_text

MOST_LETTERS: Final = 120
"""The longest sum that is kept: a note is to be read at a glance."""
_EQUALS: Final = ("=", "＝")
_SIGN: Final = Pattern(r"([+-])")


class TypedValue(NamedTuple):
    """What was typed into a cell: its value, and the sum it was written as, "" where it was one number."""

    value: Value
    sum: str = ""


def read_entry(text: str, kind: CellKind) -> TypedValue:
    """Return what `text`, typed into a cell of `kind`, means. Raises ValueRefused with the reason.

    Each number of a sum is read as one that stands alone, and so is what they come to.
    """
    written = visible(text).translate(NARROW).strip()
    stated = written.startswith(_EQUALS)
    first, *rest = _terms(written[stated:])
    has_plus = any(sign == "+" for sign, _ in rest)
    if not (stated or has_plus):
        return TypedValue(parse(text, kind))
    if len(written) > MOST_LETTERS:
        raise ValueRefused(f"算式最多 {MOST_LETTERS} 个字符，请先加出一部分再填写")
    if not all(number for _, number in (first, *rest)):
        raise ValueRefused(f"“{written}”还缺一个数字，请补全后重新填写")
    if not rest:
        return TypedValue(parse("".join(first), kind))
    values = [parse("".join(first), kind), *(_signed(sign, parse(number, kind)) for sign, number in rest)]
    kept = "".join(sign + number for sign, number in (first, *rest))
    return TypedValue(parse(to_text(add_up(values)), kind), kept if has_plus else f"={kept}")


def is_sum_of(written: object, value: Value, kind: CellKind) -> bool:
    """Whether this is a sum as it is kept, and comes to the value."""
    entry = kept_entry(written, kind)
    return entry is not None and entry.value == value


def kept_entry(written: object, kind: CellKind) -> TypedValue | None:
    """Return what a kept sum means, None for what is none."""
    if not isinstance(written, str):
        return None
    try:
        entry = read_entry(written, kind)
    except ValueRefused:
        return None
    return entry if entry.sum == written != "" else None


def _terms(written: str) -> list[tuple[str, str]]:
    """The sign and the number of each term; a sign before the first is its own, "" where it has none."""
    parts = [part.strip() for part in _SIGN.split(written)]
    if len(parts) > 1 and not parts[0]:
        return list(zip(parts[1::2], parts[2::2], strict=True))
    return [("", parts[0]), *zip(parts[1::2], parts[2::2], strict=True)]


def _signed(sign: str, value: Value) -> Value:
    return -value if sign == "-" and value is not None else value
