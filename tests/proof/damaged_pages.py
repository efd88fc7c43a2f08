"""No number of a damaged page in a wrong cell without a mark, over thousands of pages of every layout."""

from typing import Final

from hypothesis import HealthCheck, given, settings

from tests.intake.damaged import Page, pages, silent

PAGES: Final = 5_000


def main() -> int:
    """Read so many pages; print the smallest one that is read wrong, and return 1, where there is one."""
    read = 0

    @settings(max_examples=PAGES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(page=pages())
    def prove(page: Page) -> None:
        nonlocal read
        read += 1
        wrong = silent(page)
        assert not wrong, f"{page}: {wrong}"

    try:
        prove()
    except AssertionError as error:
        print(error)
        return 1
    print(f"{read} pages read, no cell wrong without a mark")
    return 0
