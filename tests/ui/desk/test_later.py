"""What can wait is done in short steps between two events, in the order in which it was asked for, or left."""

import sys
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.desk.later import Later, loading, loading_rules

PATIENCE = 60_000


def is_under_way(later: Later) -> bool:
    """Whether more steps are to come."""
    turn = later.findChild(QTimer)
    assert isinstance(turn, QTimer)
    return turn.isActive()


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def later(owner: QWidget) -> Later:
    return Later(owner)


def test_a_step_is_asked_for_when_its_turn_has_come(later: Later, qtbot: QtBot) -> None:
    asked: list[int] = []

    def steps() -> Iterator[Callable[[], object]]:
        for number in range(2):
            asked.append(number)
            yield list

    later.begin(steps())
    assert asked == []
    with qtbot.waitSignal(later.done, timeout=PATIENCE):
        pass
    assert asked == [0, 1]


def test_what_is_stopped_is_left(later: Later, qtbot: QtBot) -> None:
    done: list[str] = []

    def first() -> None:
        done.append("first")
        later.stop()

    later.begin(iter([first, lambda: done.append("second")]))
    qtbot.waitUntil(lambda: bool(done), timeout=PATIENCE)
    assert not is_under_way(later)
    assert done == ["first"]


def test_only_modules_that_are_missing_are_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "model.rules.roll_up", raising=False)
    (step,) = loading(["model.report", "model.rules.roll_up"])
    assert "model.rules.roll_up" not in sys.modules
    step()
    assert "model.rules.roll_up" in sys.modules
    assert list(loading(["model.report", "model.rules.roll_up"])) == []


def test_the_modules_that_need_most_others_come_last(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("model.rules.")]:
        monkeypatch.delitem(sys.modules, name)
    steps = [step for step in loading_rules() if isinstance(step, partial)]
    names = [str(step.args[0]) for step in steps if str(step.args[0]).startswith("model.rules.")]
    told = [name for name in names if name.startswith("model.rules.told.")]
    rules = names[len(told) + 1 :]
    assert names == ["model.rules.rule", *told, *rules]
    assert told == [*sorted(told[:-1]), "model.rules.told.reckoned"]
    assert sorted(rules[-3:]) == ["model.rules.catalogue", "model.rules.handbook", "model.rules.narrative"]
    assert rules[:-3] == sorted(set(rules[:-3]))


def test_steps_come_one_by_one_and_those_begun_first_are_kept(qtbot: QtBot) -> None:
    done: list[str] = []
    owner = QWidget()
    qtbot.addWidget(owner)
    later = Later(owner)
    later.begin(iter([lambda: done.append("first"), lambda: done.append("second")]))
    later.begin(iter([lambda: done.append("again")]))
    assert done == []
    with qtbot.waitSignal(later.done, timeout=PATIENCE):
        pass
    assert done == ["first", "second"]
    assert not is_under_way(later)
