"""How an imported cell came to its value."""

import pytest

from model.import_state import ImportState, state_of


def test_each_state_is_stored_under_its_own_word_and_tells_the_clerk_what_to_do() -> None:
    assert [state.value for state in ImportState] == ["read", "placed", "doubtful", "missing"]
    assert all(state == state.value for state in ImportState)
    assert len({state.words for state in ImportState} | {state.advice for state in ImportState}) == 8


@pytest.mark.parametrize("state", list(ImportState))
def test_a_slot_gives_its_state_back(state: ImportState) -> None:
    assert state_of(state.value) is state


@pytest.mark.parametrize("value", [None, "", "gone", 1])
def test_an_empty_slot_has_no_state(value: object) -> None:
    assert state_of(value) is None


@pytest.mark.parametrize("state", [ImportState.PLACED, ImportState.DOUBTFUL])
def test_of_a_blank_cell_no_number_is_said_to_be_imported(state: ImportState) -> None:
    assert "导入的数字" in state.advice_on(blank=False)
    assert "导入的数字" not in state.advice_on(blank=True)
    assert ImportState.MISSING.advice_on(blank=True) == ImportState.MISSING.advice
