"""The foot of the Word file's pages: the number between dashes, and on request the check code on the other side."""

from io import BytesIO
from typing import Final

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import _Footer
from docx.shared import Pt

from export.official import NUMBER_SIZE, TOP, TYPE_AREA
from export.qr import SIDE, picture
from export.word.styles import Style
from export.word.xml import element, replace_children, run, twips, twips_of
from model.check_code import grouped

_CODE_BELOW: Final = 4.0
"""From the type area down to the QR code in mm."""
_CODE_SIZE: Final = 9
_NUMBERS: Final = {"left": 1, "right": 2}
"""Of the QR codes at either side."""


def set_footer(footer: _Footer, side: str, code: str = "") -> None:
    """Put the page number at this side, "left" or "right", one character from the edge; the code at the other side."""
    footer.is_linked_to_previous = False
    content = [_page_number(side)]
    if code:
        content.insert(0, _code(footer, code, "left" if side == "right" else "right"))
    replace_children(footer.part.element, content)


def _page_number(side: str) -> BaseOxmlElement:
    """— 1 — one character from the edge."""
    return element(
        "p",
        _setting(element("ind", **{side: twips(NUMBER_SIZE)}), element("jc", val=side)),
        run("— "),
        element("fldSimple", run("1"), instr=" PAGE "),
        run(" —"),
    )


def _code(footer: _Footer, code: str, side: str) -> BaseOxmlElement:
    """校验码 and its QR code, in a frame of their own: a foot that is higher would take lines away from the page."""
    made = footer.add_paragraph().add_run()
    made.add_picture(BytesIO(picture(code)), width=Pt(SIDE), height=Pt(SIDE))
    about = next(made.element.iter(qn("wp:docPr")))
    # The library numbers the pictures of each foot from 1; in the file each number may stand once.
    about.set("id", str(_NUMBERS[side]))
    about.set("name", f"二维码 {_NUMBERS[side]}")
    about.set("descr", "校验码的二维码")
    middle = element(
        "rPr",
        element("position", val=round(SIDE - _CODE_SIZE)),
        element("sz", val=2 * _CODE_SIZE),
    )
    words = f"校验码：{grouped(code)}"
    line = [made.element, run(f"　{words}", middle)]
    if side == "right":
        line = [run(f"{words}　", middle), made.element]
    top = twips_of(TOP + TYPE_AREA[1] + _CODE_BELOW)
    frame = element("framePr", wrap="around", vAnchor="page", hAnchor="margin", xAlign=side, y=top)
    spacing = element("spacing", line=240, lineRule="auto")
    return element("p", _setting(frame, spacing, element("jc", val=side)), *line)


def _setting(*children: BaseOxmlElement) -> BaseOxmlElement:
    return element("pPr", element("pStyle", val=Style.NUMBER), *children)
