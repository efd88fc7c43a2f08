"""What was corrected before, 更正 by 更正: its day, its reason, and each place with what stood there and stands there since."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from model.review.corrections import PastCorrection
from ui.look.style import SPACE
from ui.look.wrapped import WrappedLabel

_NOTHING: Final = "（无）"
_WIDTHS: Final = ("28%", "36%", "36%")


class PastCorrections(QWidget):
    """Shows the corrections that have gone out, the newest first; nothing where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel(self)
        self._title.setObjectName("partHeading")
        self.told = WrappedLabel(self)
        self.told.setAccessibleName("以前的更正")
        self.told.setTextFormat(Qt.TextFormat.RichText)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self._title)
        column.addWidget(self.told)
        self.hide()

    def show_corrections(self, past: Sequence[PastCorrection]) -> None:
        """Show these corrections, given in the order of time."""
        self._title.setText(f"以前的更正（{len(past)} 次）")
        self.told.setText("".join(_shown(each) for each in reversed(past)))
        self.told.setAccessibleDescription("\n".join(_said(each) for each in reversed(past)))
        self.setVisible(bool(past))


def _head(past: PastCorrection) -> str:
    why = f"因{past.why.removeprefix('因').rstrip('。')}，" if past.why else ""
    return f"{past.day}　{why}更正 {len(past.places)} 处".lstrip()


def _places(past: PastCorrection) -> Iterator[tuple[str, str, str]]:
    """Each place with what stood there and what stands there since."""
    for part, name, before, after in past.places:
        yield part if name in part else f"{part}：{name}", before or _NOTHING, after or _NOTHING


def _said(past: PastCorrection) -> str:
    """One correction as a screen reader says it: of a table it would read the cells without their heads."""
    places = (f"{place}：原为{before}，更正为{after}" for place, before, after in _places(past))
    return "；".join((_head(past), *places))


def _shown(past: PastCorrection) -> str:
    """One correction as rich text."""
    rows = "".join([_row("th", "位置", "原为", "更正为"), *(_row("td", *place) for place in _places(past))])
    return f'<p><b>{escape(_head(past))}</b></p><table width="100%" cellpadding="3">{rows}</table>'


def _row(cell: str, *words: str) -> str:
    cells = (
        f'<{cell} width="{width}" align="left" valign="top">{escape(each)}</{cell}>'
        for width, each in zip(_WIDTHS, words, strict=True)
    )
    return f"<tr>{''.join(cells)}</tr>"
