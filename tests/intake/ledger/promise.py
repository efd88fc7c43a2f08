"""The promise of counting: a ledger counts exactly, or lists exactly its rows without a place; none is lost or twice there."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from intake.ledger.ledger import Count, Ledger
from intake.ledger.memory import Memory
from intake.ledger.reading import LedgerFile
from intake.ledger.tally import Purpose
from model.form_file import form_for
from tests.intake.ledger.invented import TODAY, YEAR, Application, truth
from tests.intake.ledger.layouts import CODES, Layout

FORM = form_for(YEAR)
_SIDES = ("received", "carried_in")
Spoilt = Mapping[str, Mapping[str, object]]


def memory_for(layout: Layout) -> Memory:
    """What a clerk has told of a ledger that uses codes of its own."""
    memory = Memory({})
    for code, outcome in CODES.items() if layout.says == "code" else ():
        memory.give(Purpose.OUTCOME, code, outcome)
    return memory


def counted_from(*sources: LedgerFile) -> tuple[Ledger, Counter[str]]:
    """The ledger of some files in which every row has a place, and the entered cells it counts."""
    ledger = Ledger.of(sources, FORM, YEAR, Memory({}))
    count = ledger.count(Memory({}), TODAY)
    assert not count.tallies["applications"].unplaced
    return ledger, Counter({key: n for key, n in count.cells.items() if n and key not in FORM.sums})


def counted(
    layout: Layout,
    applications: list[Application],
    spoilt: Spoilt | None = None,
    year: int = YEAR,
    today: date = TODAY,
) -> tuple[Ledger, Count]:
    """The ledger of some applications in a layout, and what it counts."""
    memory = memory_for(layout)
    source = LedgerFile("台账.xlsx", tuple(layout.sheets(applications, spoilt or {})))
    ledger = Ledger.of([source], FORM, year, memory)
    return ledger, ledger.count(memory, today)


def entered(count: Count) -> Counter[str]:
    """The cells that are not sums and not 0."""
    return Counter({key: n for key, n in count.cells.items() if n and key not in FORM.sums})


def numbers_at(ledger: Ledger, layout: Layout, places: Iterable[int]) -> list[str]:
    """The numbers of the applications at some places."""
    column = next(at for at, (_, what) in enumerate(layout.columns) if what == "number")
    return sorted(str(row[column]) for row in ledger.rows_at(list(places)))


def broken_in(
    layout: Layout, applications: list[Application], spoilt: Spoilt, ledger: Ledger, count: Count
) -> Iterator[str]:
    """Yield how the promise is broken for a ledger of these applications, of which the spoilt ones have no place."""
    tally = count.tallies["applications"]
    unplaced = [entry.place for entry in tally.unplaced]
    sound = [each for each in applications if each.number not in spoilt]
    if numbers_at(ledger, layout, unplaced) != sorted(spoilt):
        yield f"{layout.name}: {len(unplaced)} rows listed, {len(spoilt)} have no place"
    if entered(count) != truth(sound):
        yield f"{layout.name}: counted {entered(count) - truth(sound)} too many, {truth(sound) - entered(count)} too few"
    sides: list[int] = []
    ends: list[int] = []
    for key, places in tally.rows.items():
        (sides if key.split(".")[1] in _SIDES else ends).extend(places)
    numbers = sorted(each.number for each in sound)
    if numbers_at(ledger, layout, sides) != numbers or sorted(sides) != sorted(ends):
        yield f"{layout.name}: a row is lost, or stands twice on a side"
    if not set(sides).isdisjoint(unplaced):
        yield f"{layout.name}: a row is counted and listed"
