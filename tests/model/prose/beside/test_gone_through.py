"""What was kept of documents that were gone through is not all that are in force."""

import pytest

from model.prose.beside.gone_through import kept_of_those
from tests.model.prose.telling import told

IN_FORCE = "规范性文件现行有效数"


@pytest.mark.parametrize(
    "text",
    [
        "对33件规范性文件进行清理，继续有效29件，修改2件，废止2件。",
        "规范性文件33件经评估清理，废止4件、继续有效29件，年内新发5件。",
    ],
)
def test_what_was_kept_of_so_many_is_not_counted(text: str) -> None:
    assert IN_FORCE not in [name for name, _ in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "规范性文件清理完毕，继续有效29件。",
        "对33件规范性文件进行清理，继续有效29件，废止2件。",
    ],
)
def test_without_all_the_others_it_is(text: str) -> None:
    assert (IN_FORCE, 29) in told(text)


def test_where_the_number_stands() -> None:
    words = "清理文件33件,保留29件,修改2件,废止2件"
    assert kept_of_those(words) == {words.index("29")}
