"""The kinds of cells: what each may hold and how it is shown, once for typing, checks, paper and spreadsheet."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, assert_never


@dataclass(frozen=True, slots=True)
class KindSpec:
    """What cells of one kind have in common.

    `decimals`: the most that a value may have; with none it is a whole number, an int, else an amount, a Decimal.
    `signed`: it may be below zero, and is printed with its sign. `code`, `wanted`: the check of such a cell (rules C1
    and C2) and what it asks for. `too_fine`: why a number with more decimals is refused. `advice`: what may be filled
    in, as a spreadsheet tells it. `format`: how a spreadsheet shows it; "" where it follows the value's own decimals.
    """

    decimals: int
    signed: bool
    code: str
    wanted: str
    too_fine: str
    advice: str
    format: str

    @property
    def whole(self) -> bool:
        """Whether values are whole numbers."""
        return self.decimals == 0


_COUNT: Final = KindSpec(
    decimals=0,
    signed=False,
    code="C1",
    wanted="不小于 0 的整数",
    too_fine="不是整数；件数只能填整数",
    advice="件数请填不小于 0 的整数；没有发生的请填 0，尚不清楚的请留空",
    format="0",
)
_SIGNED: Final = KindSpec(
    decimals=0,
    signed=True,
    code="C1",
    wanted="整数",
    too_fine="不是整数；件数只能填整数",
    advice="增减数请填整数，减少的前面加“-”号",
    format="+0;-0;0",
)
_MONEY: Final = KindSpec(
    decimals=6,
    signed=False,
    code="C2",
    wanted="不小于 0、最多 6 位小数的金额",
    too_fine="小数过多；金额以万元为单位，最多保留 6 位小数",
    advice="金额以万元为单位，请填不小于 0 的数，最多 6 位小数",
    format="",
)


class CellKind(StrEnum):
    """What a cell holds."""

    COUNT = "count"
    SIGNED = "signed"
    MONEY = "money"

    @property
    def spec(self) -> KindSpec:
        """What cells of this kind have in common; a kind without it fails the type checker."""
        match self:
            case CellKind.COUNT:
                return _COUNT
            case CellKind.SIGNED:
                return _SIGNED
            case CellKind.MONEY:
                return _MONEY
            case _:
                assert_never(self)
