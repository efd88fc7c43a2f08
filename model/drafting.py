"""按表拟写: the passages that every report has, drafted from its tables as `resources/words/drafts.toml` says.

A draft tells only what the tables know, in number fields that follow them. What is 0 is left out or told as none.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import resources
from model.form import Form
from model.number_fields import FIELD, PLUS, SINCE, field_named, field_value
from model.pattern import Pattern
from model.report import Report
from model.values import Value, to_text

FILE: Final = "words/drafts.toml"
_GOVERNMENT: Final = "人民政府"
_AREAS: Final = Pattern(r"([省市县区州旗盟镇乡])" + _GOVERNMENT)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a wording: see the file."""

    say: str = ""
    when: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage and its wordings by name. `needs` is the field that a form must have for it."""

    id: str
    title: str
    needs: str
    wordings: Mapping[str, tuple[Part, ...]]


@dataclass(frozen=True, slots=True)
class Draft:
    """A drafted passage as it would be kept: `text` has number fields."""

    title: str
    wording: str
    text: str


def drafts(report: Report, last_year: Report | None) -> tuple[Draft, ...]:
    """Return all drafts for a report, passage by passage, each wording that says something; none twice."""
    return tuple(_drafts(report, last_year))


def _drafts(report: Report, last_year: Report | None) -> Iterator[Draft]:
    for passage in passages():
        if passage.needs not in report.form.number_fields:
            continue
        told: set[str] = set()
        for name, parts in passage.wordings.items():
            text = "".join(_said(part, report, last_year) for part in parts)
            if text and text not in told:
                told.add(text)
                yield Draft(passage.title, name, text)


@cache
def passages() -> tuple[Passage, ...]:
    """Return the passages of the file."""
    return tuple(
        Passage(
            entry["id"],
            entry["title"],
            entry["needs"],
            {wording["name"]: tuple(map(_part, wording["parts"])) for wording in entry["wording"]},
        )
        for entry in tomllib.loads(resources.text(FILE))["passage"]
    )


@dataclass(frozen=True, slots=True)
class Number:
    """A number that can be put into a text: its group and name in the menu, and what is put there."""

    group: str
    name: str
    text: str


def numbers(report: Report, last_year: Report | None) -> tuple[Number, ...]:
    """Return the numbers made of several: sums, shares, changes since last year, and last year's own."""
    offered = tomllib.loads(resources.text(FILE))["offered"]
    found = [Number("合计", name, f"{{{name}}}") for name in offered["sums"]]
    found += [Number("占比", name, f"{{{name}}}") for name in offered["shares"]]
    found = [number for number in found if field_named(report.form, number.name)]
    for name in offered["changes"]:
        before = _last(last_year, report.form, [name])
        if before is not None:
            found.append(Number("比上年", name, f"{{{name}{SINCE}{to_text(before)}}}"))
            found.append(Number("上年的数", name, to_text(before)))
    return tuple(found)


def _part(entry: Mapping[str, str | Sequence[str]]) -> Part:
    words = {name: str(entry.get(name, "")) for name in ("say", "before", "after")}
    lists = {name: tuple(entry.get(name, ())) for name in ("if", "unless", "list")}
    return Part(when=lists["if"], unless=lists["unless"], entries=lists["list"], **words)


def _said(part: Part, report: Report, last_year: Report | None) -> str:
    """The words of a part, "" where it has nothing to say."""
    if not all(field_named(report.form, name) for name in (*part.when, *part.unless)):
        return ""
    if any(field_value(report, name) == 0 for name in part.when):
        return ""
    if any(field_value(report, name) != 0 for name in part.unless):
        return ""
    if part.entries:
        entries = [_with_change(entry, report, last_year) for entry in part.entries if _counts(entry, report)]
        return _named(f"{part.before}{'、'.join(entries)}{part.after}", report) if entries else ""
    return _named(_with_change(part.say, report, last_year), report)


def _counts(entry: str, report: Report) -> bool:
    """Whether the entry's field is there and not 0."""
    names = [match[1] for match in FIELD.finditer(entry)]
    return bool(names) and all(
        field_named(report.form, name) and field_value(report, name) != 0 for name in names
    )


def _with_change(words: str, report: Report, last_year: Report | None) -> str:
    """The words with last year's number in a field that tells the change; none where that is not known."""
    for name in [match[1] for match in FIELD.finditer(words)]:
        if name.endswith(SINCE):
            before = _last(last_year, report.form, name.removesuffix(SINCE).split(PLUS))
            if before is None:
                return ""
            words = words.replace(f"{{{name}}}", f"{{{name}{to_text(before)}}}")
        elif field_named(report.form, name) is None:
            return ""
    return words


def _last(last_year: Report | None, form: Form, names: Iterable[str]) -> Value:
    if last_year is None or not all(
        name in last_year.form.number_fields and name in form.number_fields for name in names
    ):
        return None
    return field_value(last_year, PLUS.join(names))


def _named(words: str, report: Report) -> str:
    return words.replace("<年>", str(report.year)).replace("<本机关>", who(report.office))


def who(office: str) -> str:
    """Return how a report speaks of the reporting office: 全县 of a government, else 本机关."""
    area = _AREAS.search(office)
    if area is not None and office.endswith(_GOVERNMENT):
        return f"全{area[1]}"
    return "本机关"
