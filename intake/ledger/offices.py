"""Whose applications a ledger lists, where it says so: a report is one office's, and another's ledger is no part of it."""

from collections.abc import Iterator

from intake.ledger.ledger import Ledger
from intake.ledger.taking_over import office_in
from intake.office_names import apart


def of_others(ledger: Ledger, office: str) -> Iterator[str]:
    """Yield a sentence where what stands above a sheet that is counted names others than the report's office."""
    titles = (part.head.title for part in ledger.parts if part.counted)
    named = apart(sorted({name for title in titles if (name := office_in(title))}))
    others = [name for name in named if not _may_be_one(name, office)]
    if office and others:
        yield f"台账写的是“{'、'.join(others)}”，报告是“{office}”的；请核对是不是这个机关的台账"


def _may_be_one(one: str, other: str) -> bool:
    """Whether one name is the other's without its place in front or its room behind: 清河市云溪县水利局, 水利局."""
    short, full = sorted((one, other), key=len)
    return full.startswith(short) or full.endswith(short)
