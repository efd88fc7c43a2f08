"""A few of the damaged files that `make proof` reads by the thousand: none is a fault."""

import pytest

from intake.taking_in import take_in_bytes
from tests.intake.sound_sources import SOUND
from tests.proof.damaged_sources import copy_of, outcomes


@pytest.mark.parametrize("kind", SOUND)
def test_damaged_files_are_read_or_refused(kind: str) -> None:
    fates = dict(outcomes(kind, 40))
    assert len(fates) == 40
    assert not {number: fate for number, fate in fates.items() if fate.startswith("fault")}


@pytest.mark.parametrize("kind", SOUND)
def test_the_sound_file_of_each_kind_is_a_report(kind: str) -> None:
    read = take_in_bytes(SOUND[kind](), f"report.{kind}", year=2024).report
    assert read.value("disclosure.regulations.in_force") == 12


def test_a_copy_is_the_same_each_time_and_another_is_another() -> None:
    assert copy_of("txt", 3) == copy_of("txt", 3) != copy_of("txt", 4)
