"""What Word demands of a file that others forgive: the schema's order of elements, parts that are linked and declared.

Word calls a file damaged in which an element stands out of order, or a link leads nowhere; LibreOffice shows it.
"""

import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from posixpath import dirname, normpath
from typing import Final

import pytest
from lxml import etree

from export.correction import correction
from export.remarks_sheet import remarks_sheet
from export.sign_off import sign_off
from export.word import render
from model.check import check
from model.compose import compose
from model.report import Report
from model.review.remarks import Place, added, open_remarks
from model.rules.rule import Case
from tests.export import reports
from tests.export.sample import FORMS, nasty_report, report_of
from tests.model.drafts import finished

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
ORDER: Final = {
    "document": "background body",
    "tbl": "tblPr tblGrid tr",
    "tblGrid": "gridCol",
    "tr": "tblPrEx trPr tc",
    "tc": "tcPr p",
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
        "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
        "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ),
    "tabs": "tab",
    "rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
        "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs "
        "em lang eastAsianLayout specVanish oMath"
    ),
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd "
        "tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription"
    ),
    "tblBorders": "top left start bottom right end insideH insideV",
    "tblCellMar": "top left start bottom right end",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "tcMar": "top left start bottom right end",
    "sectPr": (
        "headerReference|footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType "
        "cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings"
    ),
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "rPrDefault": "rPr",
    "pPrDefault": "pPr",
    "style": (
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
        "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"
    ),
    "settings": "zoom evenAndOddHeaders characterSpacingControl compat themeFontLang",
    "compat": "compatSetting",
    "fonts": "font",
    "font": "altName panose1 charset family notTrueType pitch sig",
    "comments": "comment",
    "comment": "p",
    "fldSimple": "r",
    "hdr": "p",
    "ftr": "p",
    # In these, what the schema names first stands first; the rest may stand in any order.
    "body": "p|tbl sectPr",
    "p": "pPr r|fldSimple|commentRangeStart|commentRangeEnd",
    "r": "rPr t|br|tab|drawing|commentReference|annotationRef",
    "trPr": "cantSplit|trHeight|tblHeader",
    "drawing": "",
}
"""The children that the schema of ECMA-376 (part 1, annex A) lets these elements have, in its order; a|b: a choice."""


@dataclass(frozen=True)
class Package:
    """The parts of a .docx file by name."""

    data: bytes

    @cached_property
    def parts(self) -> dict[str, bytes]:
        with zipfile.ZipFile(BytesIO(self.data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    @cached_property
    def roots(self) -> dict[str, etree._Element]:
        """Word's own parts, read."""
        return {
            name: etree.fromstring(data)
            for name, data in self.parts.items()
            if name.startswith("word/") and name.endswith(".xml")
        }

    def links(self, part: str) -> dict[str, str]:
        """What a part links to, by the link's id: names of parts."""
        folder, _, name = part.rpartition("/")
        told = self.parts.get(f"{folder}/_rels/{name}.rels".lstrip("/"))
        links = etree.fromstring(told) if told else ()
        return {
            link.get("Id", ""): normpath(f"{dirname(part)}/{link.get('Target', '')}".lstrip("/"))
            for link in links
        }


def remarked() -> Report:
    report = reports.report(2024)
    report.set(added(report, Place("problems"), "写具体些", who="王科长", when="2025-01-09"))
    report.set(
        added(report, Place("applications", "applications.granted.natural_person"), "请核对", who="", when="")
    )
    return report


def made() -> Iterator[tuple[str, bytes]]:
    """Every kind of Word file that there is."""
    for form in FORMS:
        yield form, render(compose(report_of(form)))
    report = remarked()
    findings = check(Case(report)).findings
    yield "with comments", render(compose(report), findings=findings, remarks=open_remarks(report))
    yield "a draft", render(compose(nasty_report()), draft=True)
    yield "sign-off", render(sign_off(report, check(Case(report))), code="ABCD1234EFGH")
    yield "remarks", render(remarks_sheet(report))
    yield "correction", render(correction(finished(2023)))


MADE: Final = {name: Package(data) for name, data in made()}
packages = pytest.mark.parametrize("package", MADE.values(), ids=MADE)


def test_every_kind_of_element_is_written_somewhere() -> None:
    seen = {
        element.tag for package in MADE.values() for root in package.roots.values() for element in root.iter()
    }
    assert {f"{W}{name}" for name in ORDER if name != "pPrDefault"} <= seen


@packages
def test_children_are_those_of_the_schema_in_its_order(package: Package) -> None:
    for element in (element for root in package.roots.values() for element in root.iter(f"{W}*")):
        name = element.tag.removeprefix(W)
        children = [child.tag.removeprefix(W) for child in element if child.tag.startswith(W)]
        if not children:
            continue
        assert name in ORDER, f"{name} has children that no order is known for"
        places = {child: at for at, step in enumerate(ORDER[name].split()) for child in step.split("|")}
        assert set(children) <= set(places), name
        assert [places[child] for child in children] == sorted(places[child] for child in children), name


@packages
def test_no_property_is_told_twice(package: Package) -> None:
    for element in (element for root in package.roots.values() for element in root.iter(f"{W}*")):
        if element.tag.endswith("Pr") and not element.tag.endswith(("sectPr", "trPr")):
            tags = [child.tag for child in element]
            assert len(tags) == len(set(tags)), element.tag


@packages
def test_every_link_leads_to_a_part_and_every_part_is_declared(package: Package) -> None:
    for part, root in package.roots.items():
        links = package.links(part)
        for element in root.iter():
            used = [value for name, value in element.attrib.items() if str(name).startswith(R)]
            assert set(used) <= set(links), part
        assert set(links.values()) <= set(package.parts)
    assert set(package.links("").values()) <= set(package.parts)
    types = etree.fromstring(package.parts["[Content_Types].xml"])
    endings = {element.get("Extension") for element in types if element.get("Extension")}
    named = {element.get("PartName") for element in types if element.get("PartName")}
    assert named <= {f"/{part}" for part in package.parts}
    for part in package.parts.keys() - {"[Content_Types].xml"}:
        assert f"/{part}" in named or part.rpartition(".")[2] in endings, part
        assert f"/{part}" in named or not part.endswith(".xml"), f"{part} is of no kind but XML"


@packages
def test_styles_that_are_used_are_there_and_none_twice(package: Package) -> None:
    styles = [style.get(f"{W}styleId") for style in package.roots["word/styles.xml"].iter(f"{W}style")]
    assert len(styles) == len(set(styles))
    for root in package.roots.values():
        for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"):
            assert {element.get(f"{W}val") for element in root.iter(f"{W}{tag}")} <= set(styles), tag


@packages
def test_rows_fill_the_table_and_cells_end_in_a_paragraph(package: Package) -> None:
    body = package.roots["word/document.xml"][0]
    for table in body.iter(f"{W}tbl"):
        columns = len(list(table.iter(f"{W}gridCol")))
        for row in table.iter(f"{W}tr"):
            spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.iter(f"{W}tc")]
            assert sum(1 if span is None else int(span.get(f"{W}val", "1")) for span in spans) == columns
        assert all(cell[-1].tag == f"{W}p" for cell in table.iter(f"{W}tc"))
        following = table.getnext()
        assert following is not None
        assert following.tag == f"{W}p", "Word joins tables that touch, and ends no document in one"


@packages
def test_a_cell_that_goes_on_lies_below_one_that_begins(package: Package) -> None:
    for table in package.roots["word/document.xml"].iter(f"{W}tbl"):
        open_at: dict[int, int] = {}
        for row in table.iter(f"{W}tr"):
            column, merged = 0, {}
            for cell in row.iter(f"{W}tc"):
                span = cell.find(f"{W}tcPr/{W}gridSpan")
                wide = 1 if span is None else int(span.get(f"{W}val", "1"))
                merge = cell.find(f"{W}tcPr/{W}vMerge")
                if merge is not None:
                    assert merge.get(f"{W}val") == "restart" or open_at.get(column) == wide
                    merged[column] = wide
                column += wide
            open_at = merged


@packages
def test_ids_are_given_once_and_comments_have_their_places(package: Package) -> None:
    pictures = [drawn.get("id") for root in package.roots.values() for drawn in root.iter(f"{DRAWING}docPr")]
    assert len(pictures) == len(set(pictures))
    document = package.roots["word/document.xml"]
    comments = package.roots.get("word/comments.xml")
    told = [] if comments is None else [comment.get(f"{W}id") for comment in comments]
    assert len(told) == len(set(told))
    for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert Counter(element.get(f"{W}id") for element in document.iter(f"{W}{tag}")) == Counter(told)


@packages
def test_pictures_are_told_in_words(package: Package) -> None:
    for root in package.roots.values():
        assert all(drawn.get("descr") for drawn in root.iter(f"{DRAWING}docPr"))
