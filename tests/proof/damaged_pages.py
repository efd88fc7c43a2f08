"""No number of a damaged page in a wrong cell without a mark, over thousands of pages of every layout."""

from typing import Final

from hypothesis import HealthCheck, Phase, given, settings

from tests.intake.damaged import Page, pages, silent

PAGES: Final = 5_000
_TOLD: Final = 500
"""Pages after which the proof says how far it is."""


def prove(count: int) -> int:
    """Read so many pages and print each that is read wrong. Returns how many there were."""
    read = broken = 0

    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(page=pages())
    def read_one(page: Page) -> None:
        nonlocal read, broken
        read += 1
        wrong = silent(page)
        if wrong:
            broken += 1
            print(f"  {page}: {wrong}", flush=True)
        if read % _TOLD == 0:
            print(f"  {read} pages read, {broken} broken", flush=True)

    read_one()
    print(f"{read} pages read, {broken} with a cell wrong without a mark")
    return broken


def main() -> int:
    """Read the pages. 0 when none was broken."""
    return int(prove(PAGES) > 0)
