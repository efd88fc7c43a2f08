"""The command `count`: ledgers are counted into the tables of a report."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from commands.arguments import Refused
from intake.apart.ledger_apart import LedgerApart
from intake.apart.wire import FileSource
from intake.ledger.gathered import gathered
from intake.ledger.ledger import Count, Ledger
from intake.ledger.map_file import give_words, lay_out, read_map
from intake.ledger.memory import Memory
from intake.ledger.offices import of_others
from intake.ledger.taking_over import Origin, settings_of
from model.days import today
from model.errors import FileReadOnly
from model.file.office_file import OfficeFile
from model.file.safe_read import read_ordinary
from model.file.safe_write import why
from model.report import Report
from model.values import Value, to_text

_MOST_MAP: Final = 1 << 20
"""Bytes of a file that says what the columns are for."""
_LISTED: Final = 20
"""Rows without a place that are listed; `--json` lists them all."""


def count_into(office: OfficeFile, options: argparse.Namespace) -> tuple[Ledger, Count]:
    """Count the ledgers into the year's report and return what was counted; the file is not saved yet.

    Raises SourceRefused, NotUnderstood, FormError, FileReadOnly, Refused.
    """
    if office.read_only:
        raise FileReadOnly(f"“{options.file.name}”不能保存：{office.reason}")
    data = read_map(_map_text(options.map)) if options.map else {}
    memory = Memory(office.profile)
    report = office.reports.get(options.year) or office.start_year(options.year)
    give_words(data, memory, report.form)
    apart = LedgerApart(*map(FileSource, options.ledgers))
    try:
        origins = [Origin.now(file.name, file.fingerprint) for file in apart.read()]
        ledger = apart.lay_out(memory, options.year, options.year, report.form)
        lay_out(data, ledger)
        count = ledger.count(memory, today())
    finally:
        apart.end()
    report.set(settings_of(count, report, origins), "台账统计")
    if options.map:
        ledger.confirm(memory)
        office.profile.update(memory.entries)
    return ledger, count


def _map_text(path: Path) -> str:
    try:
        return read_ordinary(path, _MOST_MAP, follow=True).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = why(error) if isinstance(error, OSError) else "不是 UTF-8 文本"
        raise Refused(f"没有读到对应关系文件“{path.name}”：{reason}") from error


def notes_on(ledger: Ledger, count: Count, report: Report) -> Iterator[str]:
    """Yield what to know of a count before its numbers are used."""
    yield from ledger.notes
    yield from of_others(ledger, report.office)
    yield from gathered(ledger, count)


def count_as_json(ledger: Ledger, count: Count, report: Report) -> dict[str, object]:
    """Return a count under the keys that other programs read. A row is its number, with its sheet where there are several."""
    alone = len(ledger.parts) == 1

    def named(place: int) -> int | str:
        part, number = ledger.find(place)
        return number if alone else f"{part.name}!{number}"

    tallies = count.tallies.values()
    behind = {key: tally.behind(key, count.form) for tally in tallies for key in tally.cells(count.form)}
    return {
        "cells": count.cells,
        "unplaced": [
            {"row": named(entry.place), "value": entry.value, "why": entry.why}
            for tally in tallies
            for entry in tally.unplaced
        ],
        "rows": {key: [named(place) for place in places] for key, places in behind.items() if places},
        "proposed": sorted(
            {str(named(place)) for tally in tallies for places in tally.guessed.values() for place in places}
        ),
        "doubles": [
            {"rows": [named(place) for place in entry.places], "why": entry.why}
            for tally in tallies
            for entry in tally.doubles
        ],
        "notes": [*notes_on(ledger, count, report)],
    }


def counted(ledger: Ledger, count: Count, report: Report, before: dict[str, Value]) -> Iterator[str]:
    """Yield what was counted, what was replaced, and the rows that have no place."""
    yield from notes_on(ledger, count, report)
    for key, number in count.cells.items():
        if key not in report.form.sums and before[key] not in (None, number):
            yield f"原为 {to_text(before[key])}，台账统计为 {number}：{report.form.cells[key].name}"
    for tally in count.tallies.values():
        heading = next(s.heading for s in report.form.sections if s.id == tally.table)
        rows = {place for places in tally.rows.values() for place in places}
        yield f"{heading}：已归类 {len(rows)} 行"
        guessed = {place for places in tally.guessed.values() for place in places}
        if guessed:
            yield f"  其中 {len(guessed)} {tally.guess}，请核对"
        for doubles in tally.doubles[:_LISTED]:
            yield f"  {'、'.join(map(ledger.where, doubles.places))}：{doubles.why}，请核对"
        if tally.unplaced:
            yield f"  未能归类 {len(tally.unplaced)} 行，没有计入："
        for entry in tally.unplaced[:_LISTED]:
            yield f"  {ledger.where(entry.place)}“{entry.value}”：{entry.why}"
        if len(tally.unplaced) > _LISTED:
            yield f"  ……另有 {len(tally.unplaced) - _LISTED} 行，用 --json 可列出全部"
