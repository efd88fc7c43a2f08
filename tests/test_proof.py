"""A small part of the proof: what `make proof` tries thousands of times holds a few times here."""

import os
from collections.abc import Callable
from importlib import import_module

import pytest

from tests.proof import ledgers, side_by_side, whole_narratives
from tests.proof.__main__ import main, parts
from tests.proof.file import (
    SECTIONS,
    damage,
    failing_deeds,
    failing_disk,
    killing,
    surroundings,
    table,
    writers,
)
from tests.proof.file.line import Line, Tally

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are made by fork here")


@pytest.mark.parametrize(
    ("prove", "cases"),
    [
        (lambda: killing.at_random(25), 25),
        (lambda: damage.damaged(300), 300),
        (lambda: writers.at_once(3, 5, stale=True), 5),
        (lambda: surroundings.clocks(10), 10),
        (lambda: surroundings.moves(25), 25),
        (lambda: surroundings.limits(10), 10),
    ],
)
def test_nothing_is_lost(prove: Callable[[], Line], cases: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NIANBAO_DATA", "")
    line = prove()
    assert (line.cases, line.broken) == (cases, 0), line.note


def test_nothing_is_lost_when_the_disk_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NIANBAO_DATA", "")
    line = failing_disk.refused(every=61)
    assert line.cases > 10
    assert not line.broken, line.note


@pytest.mark.parametrize("deed", failing_deeds.DEEDS)
def test_nothing_is_lost_when_the_disk_refuses_what_is_done_with_a_file(
    deed: failing_deeds.Deed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NIANBAO_DATA", "")
    line = failing_deeds.refused(deed, every=83)
    assert line.cases > 2
    assert not line.broken, line.note


def test_a_case_that_broke_is_counted_and_told() -> None:
    tally = Tally("tried")
    tally.add("held")
    tally.add("held", "a save was lost", "and a copy")
    assert tally.line == Line("tried", 2, 1, "2 held, a save was lost")
    assert "tried      2       1  2 held, a save was lost" in table([tally.line])


def test_the_file_is_a_part_of_the_proof() -> None:
    assert "file" in parts()
    assert {killing, failing_disk, failing_deeds, damage, writers, surroundings} == {
        import_module(f"tests.proof.file.{name}") for name in SECTIONS
    }


def test_ledgers_count_exactly_whatever_their_layout() -> None:
    for line in (ledgers.of_size(40), ledgers.published(kinds=False)):
        assert line.cases >= 20
        assert not line.broken, line.note


def test_a_part_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["nothing"]) == 2
    assert "No such part: nothing" in capsys.readouterr().err


def test_a_whole_narrative_is_right_as_it_stands_and_each_slip_in_it_is_noticed() -> None:
    counties = next(file for file in whole_narratives.FILES if file.stem == "counties")
    score = whole_narratives.score(whole_narratives.narratives_of(counties)[:1])
    assert (score.questioned, score.missed, score.unrecognised) == ((), (), ())
    assert score.slips > 30


def test_right_sentences_beside_each_other_are_hardly_ever_questioned() -> None:
    assert len(side_by_side.questioned(seed=1, pairs=100)) <= 1


def test_a_number_one_too_many_is_written_as_it_was() -> None:
    numbers = ("12", "1,204", "７", "三", "十", "85.4")
    assert [whole_narratives.one_more(number) for number in numbers] == [
        "13",
        "1,205",
        "８",
        "四",
        "十一",
        "86.4",
    ]
