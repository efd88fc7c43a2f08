"""Reads the bytes of an office file into plain data and makes sure that they are what an office file holds.

Whatever is wrong is told with its place: the byte or the line and column where the text breaks off, or the year and
field whose value is not of its kind.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from itertools import compress
from operator import is_not
from types import MappingProxyType
from typing import Final

from model.cell_sums import kept_entry
from model.days import is_day
from model.deeds import DEED_DAYS, DEED_NAMES
from model.errors import FileDamaged, FileTooNew, FormError, NotOurs
from model.file.damage_words import (
    kind_words,
    office_words,
    record_words,
    slot_words,
    table_words,
    words_near,
)
from model.file.origin import Origin
from model.file.seal import SEAL, SEALED_SINCE, broken_at
from model.file.upgrades import CURRENT, Data
from model.form import Form
from model.form_file import load_form
from model.import_state import state_of
from model.office_fields import DAYS
from model.report import SIGNED_KINDS, SlotKind, SlotValue, restored
from model.review.remarks import ENTRIES, STATES
from model.stages import NOW, stage_of

_NONE: Final[Mapping[str, object]] = MappingProxyType({})
MOST_BYTES: Final = 64 * 1024 * 1024
"""The largest file that is opened, and so the largest that is saved."""
_MOST: Final = 10**18
"""No number is as large: a cell takes 15 digits, and sums of many offices take a few more."""
_MOST_PLACES: Final = 20
_MOST_DIGITS: Final = 9
_YEARS: Final = range(3000)
MOST_FIELD: Final = 1000
"""The longest of the office's data, in characters."""
TABLES: Final = ("origin", "office", "reports")
"""The tables of a file in their order: the origin first, where it is found even in a file that is cut off."""


def parse(content: bytes, name: str) -> tuple[Data, int]:
    """Return a file's data, unchecked inside, and its format version. `name` is the file's, for the message.

    Raises NotOurs, FileTooNew, or FileDamaged with the byte or the line and column.
    """
    if not content:
        raise _damaged(name, "文件是空的")
    if len(content) > MOST_BYTES:
        raise NotOurs(f"“{name}”超过 {MOST_BYTES >> 20} MB，不是年报助手能够保存的文件")
    if not content.lstrip().startswith(b"{"):
        raise NotOurs(f"“{name}”不是年报助手的文件，请选择 .xxgk 文件；其他格式的年报请用“导入”")
    try:
        data = json.loads(content.decode(), parse_float=_no_float, parse_constant=_no_float)
    except UnicodeDecodeError as error:
        place = f"第 {error.start + 1} 字节"
        raise _damaged(name, place + _near(content[: error.start].decode())) from error
    except json.JSONDecodeError as error:
        place = f"第 {error.lineno} 行第 {error.colno} 列"
        raise _damaged(name, place + _near(error.doc[: error.pos])) from error
    except (ValueError, RecursionError) as error:
        raise too_deep(name) from error
    version = data.get("format")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        if SEAL in data:
            raise _damaged(name, "版本标记")
        raise NotOurs(f"“{name}”中没有年报助手的版本标记，不是年报助手的文件")
    if version > CURRENT:
        raise FileTooNew(f"“{name}”由更新版本的年报助手保存（格式 {version}），请升级程序后再打开")
    return data, version


def check_seal(data: Data, version: int, name: str) -> None:
    """Make sure that the file is whole: that everything in it agrees with its seal.

    Formats that have none are let through. Raises FileDamaged with the table and year.
    """
    tables = {table: rows for table, rows in data.items() if table not in ("format", SEAL)}
    if version < SEALED_SINCE:
        if SEAL in data:
            raise _damaged(name, "版本标记")
        return
    broken = broken_at(tables, data.get(SEAL), version)
    if broken is not None:
        raise _damaged(name, f"{_place_of(broken, tables)}与保存时的校验值不符")


def check_shape(data: Data, name: str) -> None:
    """Make sure that data of the current format have the three tables with what belongs into them.

    Raises FileDamaged with the table, year and field.
    """
    for table in TABLES:
        rows = data.get(table)
        if not isinstance(rows, dict):
            raise _damaged(name, f"缺少{table_words(table)}")
        for row, entry in rows.items():
            if not (row.isascii() and row.isdigit() and isinstance(entry, dict)):
                raise _damaged(name, record_words(table, row))
    place = fault_in(_mapping(data["office"]), _mapping(data["reports"]))
    if place:
        raise _damaged(name, place)
    try:
        Origin.from_json(_mapping(_mapping(data["origin"]).get("1")))
    except ValueError as error:
        raise _damaged(name, "文件标识") from error


def fault_in(
    office: Mapping[str, object], reports: Mapping[str, object], sound: Mapping[str, object] = _NONE
) -> str:
    """Return the place of the first thing in a file's tables that it cannot carry, "" when there is none.

    `sound` are records of reports that were found sound before: what they share with those now given is not looked at
    again.
    """
    if "1" not in office:
        return "缺少单位资料"
    for field, value in _mapping(office["1"]).items():
        if not isinstance(value, str) or len(value) > MOST_FIELD:
            return office_words(field)
    for year, report in reports.items():
        place = _report_fault(year, _mapping(report), _mapping(sound.get(year)))
        if place:
            return f"{year} 年度报告的{place}"
    return ""


def too_deep(name: str) -> FileDamaged:
    """Return the error about a file whose values are nested deeper than anything that was ever saved."""
    return _damaged(name, "有一处数字或结构超出限度")


def _no_float(text: str) -> object:
    raise ValueError(text)


def _place_of(record: str, tables: Mapping[str, object]) -> str:
    """A record of the seal (table/row) as the clerk reads it, and what in it can be seen to be wrong."""
    table, _, row = record.partition("/")
    there = _mapping(tables.get(table)).get(row)
    fault = _report_fault(row, there, _NONE) if table == "reports" and isinstance(there, Mapping) else ""
    return record_words(table, row) + (f"的{fault}" if fault else "")


def _near(text: str) -> str:
    words = words_near(text)
    return f"，{words}附近" if words else ""


def _damaged(name: str, place: str) -> FileDamaged:
    return FileDamaged(f"“{name}”已损坏（{place}），没有打开", place)


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _report_fault(year: str, report: Mapping[str, object], sound: Mapping[str, object]) -> str:
    """What is wrong in a report, "" when it is sound. `sound` is what it was when it was last found so, if ever."""
    try:
        form = load_form(str(report.get("form")))
    except FormError:
        return "格式版本"
    slots = report.get("slots")
    if not isinstance(slots, Mapping) or not isinstance(slots.get("field"), Mapping):
        return "内容（没有单位资料）"
    known = _mapping(sound.get("slots")) if sound.get("form") == report.get("form") else _NONE
    for kind_name, entries in slots.items():
        kind = _KINDS.get(kind_name)
        if kind is None or not isinstance(entries, Mapping):
            return kind_words(str(kind_name))
        is_sound, before = _SOUND.get(kind, _is_text), _mapping(known.get(kind_name))
        if before is entries:
            continue
        for key, value in _news(entries, before):
            if not is_sound(form, key, value):
                return slot_words(form, kind, key, _mapping(slots.get(SlotKind.HEADING)))
    return "" if str(slots["field"].get("year")) == year else office_words("year")


def _news(entries: Mapping[str, object], before: Mapping[str, object]) -> Iterable[tuple[str, object]]:
    """What is not the very same object as before under its key: as a rule one cell of two hundred."""
    if list(entries) == list(before):
        return compress(entries.items(), map(is_not, entries.values(), before.values()))
    return ((key, value) for key, value in entries.items() if before.get(key, _NONE) is not value)


def _is_sound(form: Form, kind: SlotKind, key: str, value: object) -> bool:
    """Whether a slot's key exists in the form and its value is of the slot's kind."""
    return _SOUND.get(kind, _is_text)(form, key, value)


def _is_text(_form: Form, _key: str, value: object) -> bool:
    return isinstance(value, str)


def _is_entry(form: Form, key: str, value: object) -> bool:
    return key in form.cells and key not in form.sums and _is_number(value)


def _is_total(form: Form, key: str, value: object) -> bool:
    return key in form.sums and _is_number(value)


def _is_datum(_form: Form, key: str, value: object) -> bool:
    """Whether it is a datum of the office: a year, a day, or a text of no great length."""
    if key == "year":
        return _is_whole(value) and value in _YEARS
    return isinstance(value, str) and (is_day(value) if key in DAYS else len(value) <= MOST_FIELD)


def _is_sum(form: Form, key: str, value: object) -> bool:
    return key in form.cells and kept_entry(value, form.cells[key].kind) is not None


def _is_state(form: Form, key: str, value: object) -> bool:
    return key in form.cells and state_of(value) is not None


def _is_stage(_form: Form, key: str, value: object) -> bool:
    return key == NOW and stage_of(value) is not None


def _is_deed(_form: Form, key: str, value: object) -> bool:
    if key not in DEED_NAMES or not isinstance(value, str):
        return False
    return is_day(value) if key in DEED_DAYS else len(value) <= MOST_FIELD


def _is_order(_form: Form, _key: str, value: object) -> bool:
    return isinstance(value, list) and all(isinstance(entry, str) for entry in value)


def _is_source(_form: Form, _key: str, value: object) -> bool:
    return isinstance(value, Mapping) and all(isinstance(entry, str) for entry in value.values())


def _is_explanation(_form: Form, _key: str, value: object) -> bool:
    return isinstance(value, Mapping) and isinstance(value.get("text"), str) and _is_slot_value(value)


def _is_phrase(_form: Form, key: str, value: object) -> bool:
    return isinstance(value, str) and _is_number_of_a_list(key)


def _is_number_of_a_list(key: str) -> bool:
    """Whether a key is a number of an entry; one of a thousand digits would be no number for Python either."""
    return key.isascii() and key.isdigit() and len(key) <= _MOST_DIGITS


def _is_remark(form: Form, key: str, value: object) -> bool:
    """Whether it is a 意见: a text for each entry, about a cell of the form if about any, from a day if from any."""
    if not isinstance(value, Mapping) or not _is_number_of_a_list(key) or set(value) != set(ENTRIES):
        return False
    if not all(isinstance(entry, str) for entry in value.values()):
        return False
    cell, when = str(value["cell"]), str(value["when"])
    return (not cell or cell in form.cells) and (not when or is_day(when)) and value["state"] in STATES


def _was_sound(form: Form, key: str, value: object) -> bool:
    """Whether it is what a slot of the report, named kind:key, may have held when the report was signed."""
    kind, _, name = key.partition(":")
    return kind in {signed.value for signed in SIGNED_KINDS} and _is_sound(form, SlotKind(kind), name, value)


def _is_past_correction(_form: Form, key: str, value: object) -> bool:
    """Whether it is a 更正 that has gone out: its day, if any, its reason, and a text for each entry of a place."""
    if (
        not isinstance(value, Mapping)
        or not _is_number_of_a_list(key)
        or set(value) != {"day", "why", "places"}
    ):
        return False
    day, why, places = value["day"], value["why"], value["places"]
    if not isinstance(day, str) or not isinstance(why, str) or not isinstance(places, list):
        return False
    return (not day or is_day(day)) and all(
        isinstance(place, Mapping)
        and set(place) == {"part", "name", "before", "after"}
        and all(isinstance(entry, str) for entry in place.values())
        for place in places
    )


def _is_child(form: Form, _key: str, value: object) -> bool:
    """Whether it is what a roll-up keeps of an office: two counts, and numbers of entered cells."""
    if not isinstance(value, Mapping):
        return False
    cells = value.get("cells")
    if not isinstance(cells, Mapping) or not all(_is_whole(value.get(name)) for name in ("errors", "blanks")):
        return False
    return all(_is_entry(form, key, number) for key, number in cells.items())


def _is_recheck(form: Form, key: str, value: object) -> bool:
    """Whether it is what 复核录入 keeps of an entered cell: two numbers or blanks, a name, a day."""
    if key not in form.cells or key in form.sums:
        return False
    if not isinstance(value, Mapping) or set(value) != {"value", "seen", "by", "day"}:
        return False
    numbers = all(value[name] is None or _is_number(value[name]) for name in ("value", "seen"))
    by, day = value["by"], value["day"]
    return numbers and isinstance(by, str) and len(by) <= MOST_FIELD and isinstance(day, str) and is_day(day)


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(value: object) -> bool:
    if type(value) is int:  # nearly every cell, at each save
        return -_MOST < value < _MOST
    return isinstance(value, Mapping) and set(value) == {"decimal"} and _is_slot_value(value)


def _is_slot_value(value: object) -> bool:
    try:
        return _is_carried(restored(value))
    except ValueError:
        return False


def _is_carried(value: SlotValue) -> bool:
    """Whether every number in a slot's value is of a size that the program can carry, print and compare."""
    if isinstance(value, Mapping):
        return all(map(_is_carried, value.values()))
    if isinstance(value, tuple):
        return all(map(_is_carried, value))
    if isinstance(value, Decimal):
        if not value.is_finite():
            return False
        sizes = (value.adjusted(), int(value.as_tuple().exponent))
        return all(abs(size) <= _MOST_PLACES for size in sizes) and abs(value) < _MOST
    return not isinstance(value, int) or abs(value) < _MOST


_KINDS: Final[Mapping[object, SlotKind]] = {kind.value: kind for kind in SlotKind}
_SOUND: Final[Mapping[SlotKind, Callable[[Form, str, object], bool]]] = {
    SlotKind.CELL: _is_entry,
    SlotKind.LEDGER: _is_entry,
    SlotKind.ROLL_UP: _is_entry,
    SlotKind.DECLARED: _is_total,
    SlotKind.CONTROL: _is_total,
    SlotKind.FIELD: _is_datum,
    SlotKind.ORDER: _is_order,
    SlotKind.EXPLANATION: _is_explanation,
    SlotKind.PHRASE: _is_phrase,
    SlotKind.LEDGER_SOURCE: _is_source,
    SlotKind.CHILD: _is_child,
    SlotKind.REMARK: _is_remark,
    SlotKind.SUM: _is_sum,
    SlotKind.RECHECK: _is_recheck,
    SlotKind.STATE: _is_state,
    SlotKind.STAGE: _is_stage,
    SlotKind.DEED: _is_deed,
    SlotKind.AS_SIGNED: _was_sound,
    SlotKind.CORRECTED: _is_past_correction,
}
"""Kind → whether a key and its plain value are sound in a form; any other kind holds a text."""
