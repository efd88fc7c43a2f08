"""Takes a count over into a report: the numbers, totals to check against, and what is remembered of the ledger."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Final

from intake.ledger.ledger import Count
from intake.ledger.reading import MOST_BYTES
from intake.office_names import apart, is_full_name, without_year
from model.file.safe_read import read_ordinary
from model.report import Report, Slot, SlotKind, SlotValue

_NAME: Final = re.compile(
    r"(?=台[账帐]|(?:(?:政府|政务)信息|(?<!政府)(?<!政务)信息|政务公开|依申请|申请|受理|收到|办理|处理|登记|行政|复议|诉讼)"
    r"[\u3400-\u9fff（）() \d]{0,24}?(?:台[账帐]|[表簿册]|清单|记录))"
)
"""Where what a ledger is called may begin: what stands before it may be the office."""
_LABELLED: Final = re.compile(
    r"(?:填报|填表|编制|制表|登记|报送)(?:单位|机关|部门)(?:名称|[（(]盖章[）)])?\s*[:：]\s*([\u3400-\u9fff（）()]+)"
)
_PERIOD: Final = re.compile(
    r"第?[一二三四1-4]季度|[上下]半年|全年|年度|[一二三四五六七八九十]{1,2}月份?"
    r"|\d{1,2}月?(?:\d{1,2}日)?\s*[-—–~～至到]\s*\d{1,2}月(?:\d{1,2}日|份)?|\d{1,2}月(?:\d{1,2}日|份)?"
)
"""What of the year a ledger is about."""
_AROUND: Final = re.compile(r"^关于|关于$|的$|[（(]\s*[）)]")
_WIDE_DIGITS: Final = str.maketrans("０１２３４５６７８９", "0123456789")


@dataclass(frozen=True, slots=True)
class Origin:
    """What is remembered of a ledger's file: its name, the fingerprint of its bytes, and when it was counted (ISO)."""

    name: str
    fingerprint: str
    time: str

    @classmethod
    def of(cls, name: str, data: bytes) -> "Origin":
        """Return the origin of bytes that are counted now."""
        return cls.now(name, sha256(data).hexdigest())

    @classmethod
    def now(cls, name: str, fingerprint: str) -> "Origin":
        """Return the origin of a file with this fingerprint that is counted now."""
        return cls(name, fingerprint, datetime.now().astimezone().isoformat(timespec="seconds"))

    def is_of(self, path: Path) -> bool:
        """Whether a file is there and still is what was counted."""
        try:
            return sha256(read_ordinary(path, MOST_BYTES, follow=True)).hexdigest() == self.fingerprint
        except OSError:
            return False


def origins_of(report: Report) -> tuple[Origin, ...]:
    """Return the ledgers that a report was counted from, in order."""
    kept = sorted(report.of_kind(SlotKind.LEDGER_SOURCE).items())
    return tuple(
        Origin(str(entry.get("name", "")), str(entry.get("fingerprint", "")), str(entry.get("time", "")))
        for _, entry in kept
        if isinstance(entry, dict)
    )


def settings_of(
    count: Count, report: Report, origins: Sequence[Origin], wanted: Collection[str] | None = None
) -> Iterator[tuple[Slot, SlotValue]]:
    """Yield the settings that take a count over in one step; of the entered cells the `wanted` ones, else all counted.

    What the ledger counts is remembered of every cell, so that a later difference is told (rule L1), and the totals
    become 核对合计. Totals that were declared and marks of an import go with the numbers that they belonged to.
    """
    cells = count.cells
    for key, number in cells.items():
        if key in count.form.sums:
            yield Slot(SlotKind.CONTROL, key), number
            continue
        yield Slot(SlotKind.LEDGER, key), number
        if wanted is None or key in wanted:
            yield Slot(SlotKind.CELL, key), number
            yield Slot(SlotKind.STATE, key), None
    for key in report.of_kind(SlotKind.DECLARED):
        if key in cells:
            yield Slot(SlotKind.DECLARED, key), None
            yield Slot(SlotKind.STATE, key), None
    for number, origin in enumerate(origins, 1):
        entry = {"name": origin.name, "fingerprint": origin.fingerprint, "time": origin.time}
        if number == 1 and count.left_out:
            entry["left_out"] = str(count.left_out)
        yield Slot(SlotKind.LEDGER_SOURCE, str(number)), entry
    for key in report.of_kind(SlotKind.LEDGER_SOURCE):
        if int(key) > len(origins):
            yield Slot(SlotKind.LEDGER_SOURCE, key), None


def office_in(title: str) -> str:
    """Return the office that what stands above a ledger names, "" where it names none for certain, or several.

    It stands before what the ledger is called, with or without the year, or behind 填报单位：.
    """
    text = title.translate(_WIDE_DIGITS)
    before = (_bare(text[: match.start()]) for match in _NAME.finditer(text))
    named = {*before, *(match[1] for match in _LABELLED.finditer(text))}
    offices = apart(sorted(name for name in named if is_full_name(name)))
    return offices[0] if len(offices) == 1 else ""


def _bare(words: str) -> str:
    """The last of the words before a ledger's name, without what they say of the time; 人民 is short for 人民政府."""
    pieces = re.split(r"[\s:：|]+", _PERIOD.sub("", without_year(words)))
    last = next((piece for each in reversed(pieces) if (piece := _AROUND.sub("", each))), "")
    return f"{last}政府" if last.endswith("人民") else last
