"""The kinds of remains are those of `resources/words/remains.toml`."""

import pytest

from model.errors import WordsError
from model.levels import Level
from model.rules.remains import read_remains, remains


def test_what_can_be_nothing_else_comes_first() -> None:
    levels = [kind.level for kind in remains()]
    assert levels == sorted(levels, key=lambda level: level is Level.EXPLAIN)
    assert set(levels) == {Level.ERROR, Level.EXPLAIN}


def test_each_kind_looks_for_what_it_cannot_do_without() -> None:
    assert all(kind.holds and all(kind.holds) for kind in remains())


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"kind": [{"says": "数字漏填", "pattern": "("}]},
        {"kind": [{"says": "数字漏填", "pattern": "<no_such>", "holds": ["件"]}], "fragment": {}},
        {"kind": [{"pattern": "件", "holds": ["件"]}]},
    ],
)
def test_a_file_that_lacks_something_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(WordsError):
        read_remains(data)
