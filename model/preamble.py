"""The preamble: drafted from the office's data until the clerk writes one, and the default title and deadline."""

from datetime import date
from typing import Final

from model.office_fields import OFFICE_FIELDS
from model.ordinals import ordinal
from model.pattern import Pattern
from model.report import Report
from model.sections import sections_of

REPORT_NAME: Final = "政府信息公开工作年度报告"


def title_of(report: Report) -> str:
    """Return the report's title: the office's own, or 某某局2024年政府信息公开工作年度报告."""
    return report.field("title") or f"{report.office}{report.year}年{REPORT_NAME}"


def period_of(report: Report) -> str:
    """Return 统计期限: 1 January to 31 December of the report's year (rule S2)."""
    return f"{report.year}年1月1日至{report.year}年12月31日"


def preamble_of(report: Report) -> str:
    """Return the preamble: as the clerk wrote it, else as drafted."""
    return report.text("preamble") or draft_preamble(report)


def draft_preamble(report: Report) -> str:
    """Return a preamble with the legal basis, the parts, the period, and where to read the report and whom to ask."""
    parts = [section.title for section in sections_of(report)]
    count = ordinal(len(parts))
    basis = "《中华人民共和国政府信息公开条例》"
    if report.form.title:
        basis += f"和《{report.form.title}》（{report.form.authority}）"
    paragraphs = [
        (
            f"根据{basis}的要求，现公布{report.office or '本机关'}{report.year}年{REPORT_NAME}。"
            f"本报告由{'、'.join(parts)}{count}个部分组成，所列数据的统计期限为{period_of(report)}。"
        )
    ]
    download = f"本报告电子版可在{report.field('website')}查阅和下载。" if report.field("website") else ""
    ask = _contact(report)
    if download or ask:
        paragraphs.append(download + ask)
    return "\n".join(paragraphs)


def _contact(report: Report) -> str:
    known = [f"{f.words}：{report.field(f.name)}" for f in OFFICE_FIELDS if f.asked and report.field(f.name)]
    return f"如对本报告有疑问，请与{report.office or '本机关'}联系（{'，'.join(known)}）。" if known else ""


DUE: Final = {"department": (1, 31), "government": (3, 31)}
"""Kind of office, as the field "level" has it → month and day it is due by in the year after (条例第四十九条).

县级以上人民政府部门 hand in by 31 January, and so do towns and sub-district offices, with the departments of their county;
县级以上地方人民政府 publish by 31 March.
"""
_OF_A_TOWN: Final = Pattern(r"(?:镇|乡|苏木|街道)(?:人民)?政府$")
_OF_A_PREFECTURE: Final = ("行政公署", "行署", "行政委员会")
"""Set up by a province to lead counties, or by a prefecture to lead an area as a county, so due when they are."""
_ASIDE: Final = Pattern(r"[（(][^（）()]*[）)]$")
"""某县人民政府（本级）."""


def level_of(office: str) -> str:
    """Return what an office's name tells of its kind, as the field "level" has it."""
    name = plain_name(office)
    county = is_government(name) and not _OF_A_TOWN.search(name)
    return "government" if county or name.endswith(_OF_A_PREFECTURE) else "department"


def is_government(office: str) -> bool:
    """Whether the name is that of a people's government at any level, of towns as well: 各级人民政府."""
    return plain_name(office).endswith("政府")


def plain_name(office: str) -> str:
    """Return an office's name without blanks and what stands in brackets behind it."""
    return _ASIDE.sub("", "".join(office.split()))


def deadline_of(report: Report) -> date:
    """Return the day the report is due: as set, else that of the office's kind (DUE); its name tells one not set."""
    if report.field("deadline"):
        return date.fromisoformat(report.field("deadline"))
    month, day = DUE.get(report.field("level") or level_of(report.office), DUE["department"])
    return date(report.year + 1, month, day)
