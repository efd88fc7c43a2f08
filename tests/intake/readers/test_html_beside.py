"""Files that a page shows or links to, by the names that a clerk sees."""

import pytest

from intake.readers.html import read_html


@pytest.mark.parametrize(
    ("mark", "names"),
    [
        ('<iframe src="main.htm"></iframe>', ("main.htm",)),
        ('<object data="a/%E5%B9%B4%E6%8A%A5.pdf"></object>', ("年报.pdf",)),
        ('<embed src="viewer.html?file=/upload/2024.pdf#page=1">', ("2024.pdf",)),
        ('<a href="P02.docx">附件：<b>年报</b></a><a href="P02.docx">附件：年报</a>', ("附件：年报",)),
        ('<a href="download?id=4">年报.docx</a><a href="?id=5">下载说明</a>', ("年报.docx",)),
        ('<a href="P02.ofd"><img src="i.png"></a>', ("P02.ofd",)),
        ('<iframe src="about:blank"></iframe><a href="index.html">首页</a>', ()),
    ],
)
def test_what_a_page_shows_of_other_files_is_named(mark: str, names: tuple[str, ...]) -> None:
    assert read_html(f"<p>年报</p>{mark}").beside == names
