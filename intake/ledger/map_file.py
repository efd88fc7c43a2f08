"""Reads what a map says of a ledger: a TOML file in place of the questions that the window asks.

sheets = ["一季度", "二季度"]           # only these are counted
[columns]
received = "收到日期"                   # a head, or a letter: "C"
outcome = ["答复类型", "具体情形"]
extended = ""                           # no column is for this
[words.outcome]
"A1" = "予以公开"                       # a place by its name in the form, or by its id
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from intake.errors import NotUnderstood
from intake.ledger.choosing import labels_of, vocabularies_of
from intake.ledger.columns import Field, Layout
from intake.ledger.heads import Column
from intake.ledger.ledger import Ledger
from intake.ledger.memory import Memory
from intake.ledger.tally import Purpose
from intake.ledger.words import Vocabulary, plain, words_of
from model.form import Form

_FIELDS: Final = {field.value: field for field in Field}
_PURPOSES: Final = {purpose.value: purpose for purpose in Purpose}


def read_map(text: str) -> Mapping[str, Any]:
    """Return a map's data. Raises NotUnderstood for a text that is no map, with the name that is not known."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise NotUnderstood("对应关系文件不是有效的 TOML 文件，请核对后重试") from error
    columns, words = data.get("columns", {}), data.get("words", {})
    if not isinstance(columns, dict) or not isinstance(words, dict):
        raise NotUnderstood("对应关系文件中 columns、words 应是表，请核对后重试")
    unknown = [name for name in columns if name not in _FIELDS] + [
        name for name in words if name not in _PURPOSES
    ]
    if unknown:
        known = "、".join((*_FIELDS, *_PURPOSES))
        raise NotUnderstood(f"对应关系文件中不认识“{'、'.join(unknown)}”；可用的名称：{known}")
    return data


def give_words(data: Mapping[str, Any], memory: Memory, form: Form) -> None:
    """Remember the places that a map gives to words. Raises NotUnderstood for a place that the form does not have."""
    for name, places in data.get("words", {}).items():
        labels = labels_of(form, _PURPOSES[name])
        known = vocabularies_of(words_of(form))[_PURPOSES[name]]
        for word, place in places.items():
            found = _place_named(str(place), labels, known)
            if found is None:
                raise NotUnderstood(
                    f"对应关系文件中“{word}”对应的“{place}”不是表中的项目；可用的：{'、'.join(labels)}"
                )
            memory.give(_PURPOSES[name], word, found)


def _place_named(text: str, labels: Mapping[str, str], known: Vocabulary) -> str | None:
    """The place with this id or label, or the one that the words mean; None where they mean none, or several."""
    if text in labels:
        return text
    by_label = {plain(label): place for place, label in labels.items()}
    meaning = known.meaning(text) or frozenset()
    return by_label.get(plain(text)) or (next(iter(meaning)) if len(meaning) == 1 else None)


def lay_out(data: Mapping[str, Any], ledger: Ledger) -> None:
    """Let the sheets be counted and their columns used as a map says. Raises NotUnderstood for what is not there."""
    wanted = data.get("sheets")
    for at, part in enumerate(ledger.parts):
        counted = part.counted if wanted is None else part.sheet.name in wanted
        layout = part.layout
        for name, heads in data.get("columns", {}).items():
            layout = _used(
                layout, _FIELDS[name], heads if isinstance(heads, list) else [heads], part.head.columns
            )
        ledger.parts[at] = replace(part, layout=layout, counted=counted)
    heads_there = {word for part in ledger.parts for column in part.head.columns for word in _names(column)}
    for name, heads in data.get("columns", {}).items():
        for head in heads if isinstance(heads, list) else [heads]:
            if head and plain(str(head)) not in heads_there:
                raise NotUnderstood(f"台账中没有“{head}”这一列（对应关系文件 columns.{name}）")


def _used(layout: Layout, field: Field, heads: Sequence[object], columns: Sequence[Column]) -> Layout:
    named = {plain(str(head)) for head in heads if head}
    fields = [None if each is field else each for each in layout.fields]
    for column in columns:
        if not named.isdisjoint(_names(column)):
            fields[column.index] = field
    return replace(layout, fields=tuple(fields))


def _names(column: Column) -> set[str]:
    """What a map may call a column."""
    return {plain(column.head), plain(column.head.rpartition("/")[2]), column.leaf, plain(column.letter)} - {
        ""
    }
