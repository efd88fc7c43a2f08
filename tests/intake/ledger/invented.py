"""Invented applications and disputes whose counts are known, at random or so that they add up to a published table."""

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

YEAR = 2025
TODAY = date(2026, 1, 10)
KINDS = ("natural_person", "enterprise", "research", "nonprofit", "legal_service", "other")
OUTCOMES = (
    "granted", "partial", "refused_state_secret", "refused_by_law", "refused_security_stability", "refused_third_party",
    "refused_internal_affairs", "refused_process_information", "refused_enforcement_file",
    "refused_administrative_inquiry", "unavailable_not_held", "unavailable_needs_creation", "unavailable_still_unclear",
    "declined_petition", "declined_repeat", "declined_publication", "declined_excessive", "declined_confirmation",
    "other_not_corrected", "other_fee_unpaid", "other_remaining",
)  # fmt: skip
_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许"
_NAMES = {
    "enterprise": "{}源建材有限公司",
    "research": "{}川水利研究院",
    "nonprofit": "{}山环保协会",
    "legal_service": "{}衡律师事务所",
    "other": "{}家坪村村民委员会",
}


@dataclass(frozen=True)
class Application:
    """One application: what a ledger has of it. `answered` and `outcome` are None while it is open."""

    number: str
    received: date
    answered: date | None
    name: str
    kind: str
    outcome: str | None
    wanted: str


def name_of(kind: str, at: int) -> str:
    """An invented applicant's name that tells the kind of applicant."""
    first = _SURNAMES[at % len(_SURNAMES)] + _SURNAMES[at // 20 % 20]
    return _NAMES[kind].format(first) if kind in _NAMES else first + _SURNAMES[at // 400 % 20]


def random_applications(count: int, seed: int, year: int = YEAR) -> list[Application]:
    """Applications of which some came before the year and some were open at its end or answered after it."""
    dice = random.Random(seed)
    made = []
    for at in range(count):
        received = date(year, 1, 1) + timedelta(days=dice.randrange(-60, 365))
        answered: date | None = max(received, date(year, 1, 1)) + timedelta(days=dice.randrange(0, 25))
        outcome: str | None = dice.choice(OUTCOMES)
        if answered and (answered > date(year + 1, 1, 9) or dice.random() < 0.04):
            answered = outcome = None
        kind = dice.choice(KINDS[:1] * 6 + KINDS)
        made.append(
            Application(
                f"YX{at:06d}", received, answered, name_of(kind, at), kind, outcome, f"第{at}号地块材料"
            )
        )
    return made


def applications_of(cells: Mapping[str, int], year: int = YEAR) -> list[Application]:
    """Applications that add up to a table: as many rows as it says in every cell of both sides."""
    made: list[Application] = []
    for kind in KINDS:
        sides = [side for side in ("received", "carried_in") for _ in range(_cell(cells, side, kind))]
        ends = [end for end in (*OUTCOMES, "carried_out") for _ in range(_cell(cells, end, kind))]
        assert len(sides) == len(ends), kind
        for side, end in zip(sides, ends, strict=True):
            at = len(made)
            day = timedelta(days=at % 300)
            received = date(year - 1, 12, 20) if side == "carried_in" else date(year, 1, 4) + day
            is_open = end == "carried_out"
            answered = None if is_open else max(received, date(year, 1, 4)) + timedelta(days=at % 15)
            outcome = None if is_open else end
            made.append(
                Application(
                    f"YX{at:06d}", received, answered, name_of(kind, at), kind, outcome, f"第{at}号材料"
                )
            )
    return made


def _cell(cells: Mapping[str, int], row: str, kind: str) -> int:
    return int(cells.get(f"applications.{row}.{kind}", 0) or 0)


def truth(applications: Iterable[Application], year: int = YEAR) -> Counter[str]:
    """The entered cells that applications add up to, told without the program's own counting."""
    cells: Counter[str] = Counter()
    for each in applications:
        side = "received" if each.received.year == year else "carried_in"
        is_open = each.answered is None or each.answered.year > year
        cells[f"applications.{side}.{each.kind}"] += 1
        cells[f"applications.{'carried_out' if is_open else each.outcome}.{each.kind}"] += 1
    return cells


def spoil(
    applications: list[Application], seed: int, share: float = 0.08
) -> tuple[list[Application], dict[str, dict[str, object]]]:
    """Return the applications, and by number what is written in some of their cells so that they have no place."""
    dice = random.Random(seed)
    faults: list[dict[str, object]] = [
        {"received": "2025-2-30"},
        {"received": "不详"},
        {"received": ""},
        {"received": "2062-03-01"},
        {"received": date(YEAR + 1, 1, 5), "answered": "", "outcome": ""},
        {"answered": date(2024, 1, 2)},
        {"answered": "", "outcome": "予以公开"},
        {"answered": date(YEAR, 12, 20), "received": date(YEAR, 12, 1), "outcome": ""},
        {"answered": date(YEAR, 12, 20), "received": date(YEAR, 12, 1), "outcome": "不予公开"},
        {"answered": date(YEAR, 12, 20), "received": date(YEAR, 12, 1), "outcome": "酌情考虑"},
        {"answered": "2025-13-01"},
        {"kind": "法人或其他组织", "name": "甲乙丙丁戊己"},
    ]
    spoilt = {}
    for at, each in enumerate(applications):
        if dice.random() < share:
            spoilt[each.number] = faults[at % len(faults)]
    return applications, spoilt


def by_quarter(applications: Iterable[Application]) -> Iterator[tuple[str, list[Application]]]:
    """Applications by the quarter in which they came, those of the year before in the first."""
    quarters: dict[int, list[Application]] = {1: [], 2: [], 3: [], 4: []}
    for each in applications:
        quarters[1 if each.received.year < YEAR else (each.received.month + 2) // 3].append(each)
    for quarter, those in quarters.items():
        yield f"第{'一二三四'[quarter - 1]}季度", those
