"""A screen reader finds the document in the PDF: headings, paragraphs, tables with their heads, nothing of the page."""

import re
import zlib
from base64 import a85decode
from collections.abc import Iterator
from typing import Final

import pytest

from export.charts_paper import render as render_charts
from export.pdf import render
from export.typeset.tagging import Node, structure_of
from model.document import CellRole, Document, Paragraph, Role, Table, TableCell
from tests.export import reports

OBJECT: Final = re.compile(rb"(\d+) 0 obj\s(.*?)endobj", re.DOTALL)


class Tree:
    """The structure tree of a PDF, walked object by object."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.objects = {int(number): body for number, body in OBJECT.findall(data)}
        self.pages = [
            n for n, body in self.objects.items() if b"/Type /Page\n" in body or b"/Type /Page " in body
        ]

    def elements(self) -> list[bytes]:
        return [body for body in self.objects.values() if b"/Type /StructElem" in body]

    def kinds(self) -> list[str]:
        found = (re.search(rb"/S /(\w+)", body) for body in self.elements())
        return [match[1].decode() for match in found if match]

    def marks(self) -> set[tuple[int, int]]:
        """Page and number of all that the tree points to."""
        marks = set()
        for body in self.elements():
            for mark in re.findall(rb"<<[^<>]*/Type /MCR[^<>]*>>", body):
                page, number = re.search(rb"/Pg (\d+)", mark), re.search(rb"/MCID (\d+)", mark)
                assert page
                assert number
                marks.add((int(page[1]), int(number[1])))
        return marks

    def contents(self) -> Iterator[tuple[int, str]]:
        """The operators of each page."""
        for page in self.pages:
            stream = re.search(rb"/Contents (\d+)", self.objects[page])
            assert stream
            packed = self.objects[int(stream[1])].partition(b"stream\n")[2].rpartition(b"endstream")[0]
            yield page, _unpacked(packed).decode("latin-1")


def _unpacked(packed: bytes) -> bytes:
    data = packed.strip()
    return zlib.decompress(a85decode(data.removesuffix(b"~>")) if data.endswith(b"~>") else data)


@pytest.fixture(scope="module", params=[2014, 2019, 2024])
def document(request: pytest.FixtureRequest) -> Document:
    return reports.document(request.param)


def test_every_block_and_every_cell_has_its_element(document: Document) -> None:
    kinds = Tree(render(document)).kinds()
    cells = [cell for table in document.tables for cell in table.cells]
    assert kinds.count("TH") + kinds.count("TD") == len(cells)
    assert kinds.count("TD") == sum(node.kind == "TD" for node in structure_of(document).all())
    assert kinds.count("Table") == len(list(document.tables))
    assert kinds.count("TR") == sum(table.rows for table in document.tables)
    assert kinds.count("H1") == 1
    assert kinds.count("H2") == sum(paragraph.role is Role.HEADING1 for paragraph in document.paragraphs)


def test_what_the_tree_points_to_is_marked_on_the_pages_and_the_other_way_round(document: Document) -> None:
    tree = Tree(render(document))
    marked = {
        (page, int(number))
        for page, code in tree.contents()
        for number in re.findall(r"/MCID (\d+)>> BDC", code)
    }
    assert marked == tree.marks()
    assert len(marked) > 100


def test_every_mark_is_closed_and_all_words_stand_in_one(document: Document) -> None:
    for _, code in Tree(render(document)).contents():
        depth = 0
        for operator in re.findall(r"\b(BDC|BMC|EMC|Tj)\b", code):
            depth += {"BDC": 1, "BMC": 1, "EMC": -1, "Tj": 0}[operator]
            assert depth == 1 if operator == "Tj" else depth in (0, 1)
        assert depth == 0


def test_page_numbers_and_repeated_heads_belong_to_the_page() -> None:
    tree = Tree(render(reports.document(2014)))
    assert all(code.count("/Artifact BMC") >= 2 for _, code in tree.contents())
    heads = [
        cell for table in reports.document(2014).tables for cell in table.cells if cell.role is CellRole.HEAD
    ]
    columns = [body for body in tree.elements() if b"/Scope /Column" in body]
    assert len(columns) == len(heads)


def test_heads_and_labels_say_what_they_are_for() -> None:
    nodes = list(structure_of(reports.document()).all())
    scopes = {dict(node.attributes).get("Scope") for node in nodes if node.kind == "TH"}
    assert scopes == {"Column", "Row", "Both"}
    spans = [dict(node.attributes) for node in nodes if node.attributes]
    assert any(attributes.get("RowSpan") == 8 for attributes in spans)
    assert any(attributes.get("ColSpan") == 5 for attributes in spans)


def test_a_head_beside_its_field_names_the_row_and_one_above_a_column_the_column() -> None:
    cells = (
        TableCell(0, 0, "年度", role=CellRole.HEAD),
        TableCell(0, 1, "2025年度"),
        TableCell(1, 0, "审签环节", role=CellRole.HEAD),
        TableCell(1, 1, "意见", role=CellRole.HEAD),
    )
    nodes = structure_of(Document((Table(2, 2, cells),))).all()
    told = [(node.kind, dict(node.attributes).get("Scope")) for node in nodes if node.kind in ("TH", "TD")]
    assert told == [("TH", "Row"), ("TD", None), ("TH", "Column"), ("TH", "Column")]


def test_no_level_of_headings_is_left_out() -> None:
    blocks = (Paragraph("题", Role.TITLE), Paragraph("一、", Role.HEADING1), Paragraph("1.甲", Role.HEADING3))
    kinds = [node.kind for node in structure_of(Document(blocks)).all()]
    assert kinds == ["Document", "H1", "H2", "H3"]


def test_a_table_without_bands_has_head_and_body() -> None:
    table = Table(1, 1, (), head_rows=1, caption="表")
    (root,) = [structure_of(Document((table,)))]
    assert [node.kind for node in root.all()] == ["Document", "Table", "Caption", "THead", "TR"]
    assert isinstance(root, Node)


def test_charts_are_told_in_words() -> None:
    tree = Tree(render_charts([reports.report()]))
    figures = [body for body in tree.elements() if b"/S /Figure" in body]
    assert len(figures) == 4
    assert all(b"/Alt (" in body for body in figures)


def test_the_file_says_that_it_is_tagged_and_in_chinese() -> None:
    data = render(reports.document())
    assert data.startswith(b"%PDF-1.7")
    for sign in (
        b"/Marked true",
        b"/Lang (zh-CN)",
        b"/StructTreeRoot",
        b"/DisplayDocTitle true",
        b"/Tabs /S",
    ):
        assert sign in data, sign
