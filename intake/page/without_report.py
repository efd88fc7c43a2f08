"""What is said of a source in which no report was found: where it may be instead, and what to do."""

from typing import Final

from intake.errors import NotUnderstood
from model.document import Document

_MOST: Final = 3
"""Files that are named."""


def without_report(document: Document, *, has_form: bool = False) -> NotUnderstood:
    """Return the refusal of a source without a report: it may be in a file beside the page, or a picture.

    `has_form`: the official form's own words stand in it, so that what it lacks is what they ask for.
    """
    if document.beside:
        names = "、".join(f"“{name}”" for name in document.beside[:_MOST])
        return NotUnderstood(
            f"网页里没有报告的正文，它可能在网页显示或链接的{names}中；请下载或另存那个文件，再导入"
        )
    if any(paragraph.doubt for paragraph in document.paragraphs):
        return NotUnderstood(
            "其中只有图片，没有报告的文字，程序不能辨认；请找到文字版（Word、PDF、网页）再导入"
        )
    if has_form:
        return NotUnderstood(
            "这是没有填写的空白格式，没有可以导入的内容；请新建空白报告填写，或导入填好的报告"
        )
    return NotUnderstood("没有在其中找到政府信息公开年度报告，请确认文件，或打开网页后全选复制再粘贴")
