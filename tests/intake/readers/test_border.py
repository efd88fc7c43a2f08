"""Whatever goes wrong behind the border of a reader is a refusal in words; what ends the program goes through."""

import pytest

from intake.errors import SourceRefused
from intake.readers.border import border
from model.errors import AssistantError


class Panic(BaseException):
    """What a library in another language raises where it gives up."""


@pytest.mark.parametrize("error", [ValueError("x"), SyntaxError("x"), RecursionError(), Panic()])
def test_whatever_a_library_raises_is_told_as_damage(error: BaseException) -> None:
    with pytest.raises(SourceRefused) as told, border("年报.xls", " WPS "):
        raise error
    assert told.value.message == "“年报.xls”已损坏，请用 WPS 打开后另存一份再导入"
    assert told.value.__cause__ is error


def test_a_file_too_big_for_the_memory_is_told_as_that() -> None:
    with pytest.raises(SourceRefused, match="展开后过大"), border("年报.xls", " WPS "):
        raise MemoryError


@pytest.mark.parametrize("error", [SourceRefused("已加密"), AssistantError("没有找到")])
def test_a_refusal_stays_as_it_is(error: AssistantError) -> None:
    with pytest.raises(AssistantError) as told, border("年报.xls", " WPS "):
        raise error
    assert told.value is error


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit])
def test_what_ends_the_program_is_no_damage(error: type[BaseException]) -> None:
    with pytest.raises(error), border("年报.xls", " WPS "):
        raise error
