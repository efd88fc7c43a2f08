"""A report is found in whatever its page looks like."""

import pytest

from intake.errors import NotUnderstood
from intake.readers.reading import read_clipboard
from intake.readers.text import read_text
from intake.recognise import recognise


def test_a_text_that_is_no_report_is_refused() -> None:
    with pytest.raises(NotUnderstood, match="没有"):
        recognise(read_text("今天天气很好。"))


def test_the_clipboard_is_read_as_a_page_where_it_holds_one() -> None:
    document = read_clipboard("<table><tr><td>规章</td><td>1</td></tr></table>", "规章 1")
    (table,) = document.tables
    assert [cell.text for cell in table.cells] == ["规章", "1"]
