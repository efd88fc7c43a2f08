"""The data of an office that a report carries: each field once, for window, workbook, preamble, readers and next year."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple


class OfficeField(NamedTuple):
    """One field: its name in the file, what it is called, and what its empty line suggests.

    `lasts`: it holds from year to year. `is_day`: an ISO day. `asked`: the drafted preamble names it among whom to ask.
    `written`: how preambles write it, as a regular expression whose group 1 is the field; "" where readers look elsewhere.
    A `hint` may speak of {next}, the year after the one reported on.
    """

    name: str
    words: str
    hint: str = ""
    lasts: bool = False
    is_day: bool = False
    asked: bool = False
    written: str = ""

    def hint_in(self, year: int) -> str:
        """Return the hint in a report on `year`."""
        return self.hint.format(next=year + 1)


_NUMBER: Final = r"(?:号码)?[:：]?\s*((?:\d{3,4}\s*[-—－]{1,2}\s*)?\d{7,8})"
OFFICE_FIELDS: Final = (
    OfficeField("office", "机关名称", lasts=True),
    OfficeField("year", "年度"),
    OfficeField("level", "机关类别", lasts=True),
    OfficeField("title", "报告标题", "留空则自动拟定"),
    OfficeField(
        "contact", "联系部门", "如 办公室", lasts=True, asked=True,
        written=r"联系(?:部门|科室|处室|单位)[:：]\s*([^，。；,;）)（(]{2,20})",
    ),
    OfficeField(
        "address", "地址", "与门户网站公布的一致", lasts=True, asked=True,
        written=r"(?:办公|通讯|联系|单位)?地址[:：]?\s*([^，。；,;）)（(]{4,40})",
    ),
    OfficeField(
        "postcode", "邮编", "6 位数字", lasts=True, asked=True, written=r"(?:邮政编码|邮编|邮政编号)[:：]?\s*(\d{6})"
    ),
    OfficeField(
        "phone", "联系电话", "区号-号码", lasts=True, asked=True, written=rf"(?:联系|咨询)?电话{_NUMBER}"
    ),
    OfficeField("fax", "传真", "没有可留空", lasts=True, asked=True, written=rf"传真{_NUMBER}"),
    OfficeField(
        "email", "电子邮箱", "工作邮箱", lasts=True, asked=True,
        written=r"(?:电子邮箱|电子邮件|邮箱|E-?mail)[:：]?\s*([\w.+-]+@[\w.-]+\w)",
    ),
    OfficeField(
        "website", "网址", "报告电子版的网址", lasts=True,
        written=r"((?:https?://|www\.)[a-zA-Z0-9./?=&%_-]*[a-zA-Z0-9/])",
    ),
    OfficeField("date", "成文日期", "如 {next}-01-20", is_day=True),
    OfficeField("deadline", "报送期限", "留空按法定；如 {next}-01-26", is_day=True),
    OfficeField("drafter", "拟稿人", "姓名，没有可留空", lasts=True),
    OfficeField("checker", "复核人", "做复核录入的同事姓名", lasts=True),
    OfficeField("signers", "审签环节", "如 拟稿、核稿、主要领导", lasts=True),
    OfficeField("release", "拟公开方式", "如 门户网站公开专栏", lasts=True),
    OfficeField("limit", "字数上限", "总体情况的上限，如 1000", lasts=True),
)  # fmt: skip
"""In the order in which the cover page and the workbook show them. `level` is the kind of office; it sets the deadline."""
FIELD_WORDS: Final = {field.name: field.words for field in OFFICE_FIELDS}
"""Field → what it is called."""
DAYS: Final = tuple(field.name for field in OFFICE_FIELDS if field.is_day)
LASTING: Final = tuple(field.name for field in OFFICE_FIELDS if field.lasts)
"""Fields that hold from year to year."""
NEEDED: Final = ("level", "address", "phone")
"""What the cover cannot do without: the rest of the office data may stay empty."""
LEVELS: Final = {
    "department": "部门、乡镇、街道（次年1月31日前）",
    "government": "县级以上人民政府（次年3月31日前）",
}
"""Kind of office, as the field "level" has it → its words."""
PREAMBLE_WORDS: Final = "引言"
"""What the words before the first section are called."""


def missing_of(field: Callable[[str], str]) -> Sequence[str]:
    """Return the needed fields that are empty; `field` tells what a field says."""
    return [name for name in NEEDED if not field(name)]
