"""What was done with a report, and is kept with its year: exported, printed, signed, filed, published, corrected.

Each datum is a slot of its own, named deed.datum. A `code` is the check code of what was exported or printed: whether
something was edited since is told by the content and never by a clock.
"""

from typing import Final, NamedTuple


class DeedField(NamedTuple):
    """One datum of a deed: its key, what it is called, what its empty line suggests, and whether it is an ISO day.

    `typed`: the clerk enters it; the program notes the others. A `hint` may speak of {next}, the year after the report's.
    """

    name: str
    words: str
    hint: str = ""
    is_day: bool = False
    typed: bool = False


DEED_FIELDS: Final = (
    DeedField("exported.day", "导出日期", is_day=True),
    DeedField("exported.code", "导出时的校验码"),
    DeedField("printed.day", "打印日期", is_day=True),
    DeedField("printed.code", "打印时的校验码"),
    DeedField("signed.day", "签发日期", "如 {next}-01-20", is_day=True, typed=True),
    DeedField("signed.by", "签发人", "如 主要领导姓名", typed=True),
    DeedField("filed.day", "上报日期", "如 {next}-01-26", is_day=True, typed=True),
    DeedField("published.day", "公布日期", "如 {next}-01-28", is_day=True, typed=True),
    DeedField("published.place", "公布网址", "报告网页的地址", typed=True),
    DeedField("corrected.day", "更正日期", "如 {next}-02-10", is_day=True, typed=True),
    DeedField("corrected.why", "更正事由", "如 复核时发现表三漏填一件", typed=True),
)
DEED_NAMES: Final = tuple(field.name for field in DEED_FIELDS)
DEED_DAYS: Final = tuple(field.name for field in DEED_FIELDS if field.is_day)
TYPED_DEEDS: Final = tuple(field for field in DEED_FIELDS if field.typed)
"""What the clerk enters, in the order in which it is asked for."""
