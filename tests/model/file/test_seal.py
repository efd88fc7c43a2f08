"""A seal holds every record and all of them together."""

from typing import TypeAlias

from model.file.seal import broken_at, digest, encoded, seal_of, whole_of

Rows: TypeAlias = dict[str, dict[str, object]]
TABLES: Rows = {
    "office": {"1": {"office": "甲"}},
    "reports": {"2024": {"cells": {"a": 1}}, "2025": {"cells": {"a": 2}}},
}


def seal(tables: Rows, version: int = 3) -> dict[str, str]:
    records = [
        (f"{table}/{row}", digest(encoded(each)))
        for table, rows in tables.items()
        for row, each in rows.items()
    ]
    return seal_of(records, version)


def test_what_is_sealed_agrees() -> None:
    assert broken_at(TABLES, seal(TABLES), 3) is None


def test_the_record_that_is_another_is_named() -> None:
    other: Rows = {**TABLES, "reports": {**TABLES["reports"], "2025": {"cells": {"a": 3}}}}
    assert broken_at(other, seal(TABLES), 3) == "reports/2025"


def test_a_record_that_is_gone_or_new_is_named() -> None:
    fewer: Rows = {**TABLES, "reports": {"2024": TABLES["reports"]["2024"]}}
    assert broken_at(fewer, seal(TABLES), 3) == "reports/2025"
    assert broken_at(TABLES, seal(fewer), 3) == "reports/2025"


def test_a_seal_of_another_format_or_none_is_broken_itself() -> None:
    assert broken_at(TABLES, seal(TABLES, 4), 3) == ""
    assert broken_at(TABLES, None, 3) == ""


def test_one_digest_stands_for_everything() -> None:
    other: Rows = {**TABLES, "office": {"1": {"office": "乙"}}}
    assert whole_of(seal(TABLES)) == whole_of(seal(TABLES))
    assert whole_of(seal(TABLES)) != whole_of(seal(other))
