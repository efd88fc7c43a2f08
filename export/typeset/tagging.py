"""The structure of a document, for screen readers and for text that reflows: PDF's tags (ISO 32000-1, 14.7 and 14.8).

reportlab knows no tags, so the tree is made of its objects of the lowest kind. Every text of a page that has an owner
is marked in the page's content; the tree says what the owner is and in which order all is read.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObject, PDFString

from export.typeset.pages import CAPTION, FOOT, Owner
from model.document import Block, CellRole, Document, Role, Table, TableCell

_HEADINGS: Final = {Role.TITLE: 1, Role.HEADING1: 2, Role.HEADING2: 3, Role.HEADING3: 4}
_SCOPES: Final = {CellRole.HEAD: "Column", CellRole.BAND: "Column", CellRole.CORNER: "Both"}


@dataclass(frozen=True, slots=True)
class Node:
    """An element of the structure: its kind, what of it stands on the pages, and the elements inside it.

    `attributes` are those of a table's cell; `words` stand for what is drawn.
    """

    kind: str
    owner: Owner | None = None
    kids: tuple["Node", ...] = ()
    attributes: tuple[tuple[str, str | int], ...] = ()
    words: str = ""

    def all(self) -> Iterator["Node"]:
        """Yield the element and all inside it."""
        yield self
        for kid in self.kids:
            yield from kid.all()


def structure_of(document: Document) -> Node:
    """Return the structure of a document: headings without a level left out, paragraphs, tables."""
    nodes: list[Node] = []
    level = 0
    for at, block in enumerate(document.blocks):
        if isinstance(block, Table):
            nodes += _table(block, at)
        else:
            level, kind = _kind(block, level)
            nodes.append(Node(kind, Owner(at)))
    return Node("Document", kids=tuple(nodes))


def _kind(block: Block, level: int) -> tuple[int, str]:
    """The level reached and the kind of a paragraph's element."""
    wanted = None if isinstance(block, Table) else _HEADINGS.get(block.role)
    if wanted is None:
        return level, "P"
    now = min(wanted, level + 1)
    return now, f"H{now}"


def _table(table: Table, at: int) -> Iterator[Node]:
    caption = (Node("Caption", Owner(at, CAPTION)),) if table.caption else ()
    groups = [("THead", range(table.head_rows)), ("TBody", range(table.head_rows, table.rows))]
    parts = tuple(
        Node(kind, kids=tuple(_row(table, row, at) for row in rows)) for kind, rows in groups if rows
    )
    yield Node("Table", kids=(*caption, *parts))
    if table.foot:
        yield Node("P", Owner(at, FOOT))


def _row(table: Table, row: int, at: int) -> Node:
    cells = [cell for cell in table.cells if cell.row == row]
    heads = all(cell.role in _SCOPES for cell in cells)
    return Node("TR", kids=tuple(_cell(table, cell, at, among_heads=heads) for cell in cells))


def _cell(table: Table, cell: TableCell, at: int, *, among_heads: bool) -> Node:
    """A head names its column where its row has nothing but heads, else what stands to its right, as on a form."""
    scope = _SCOPES.get(cell.role)
    if cell.role is CellRole.HEAD and not among_heads:
        scope = "Row"
    if cell.role is CellRole.LABEL and cell.column < table.label_columns:
        scope = "Row"
    attributes: list[tuple[str, str | int]] = [("Scope", scope)] if scope else []
    if cell.rowspan > 1:
        attributes.append(("RowSpan", cell.rowspan))
    if cell.colspan > 1:
        attributes.append(("ColSpan", cell.colspan))
    return Node("TH" if scope else "TD", Owner(at, "", cell.row, cell.column), (), tuple(attributes))


class Tags:
    """Numbers what is marked on the pages, and writes the tree when all pages are there."""

    def __init__(self, root: Node) -> None:
        self._root = root
        self._marked: dict[Owner, list[tuple[int, int]]] = defaultdict(list)
        self._on_page: dict[int, list[Owner]] = defaultdict(list)

    @cached_property
    def _kinds(self) -> Mapping[Owner, str]:
        return {node.owner: node.kind for node in self._root.all() if node.owner is not None}

    def begin(self, owner: Owner | None, page: int) -> str:
        """Return the operator that begins a text of this owner on a page (from 0); what nobody owns is the page's."""
        kind = self._kinds.get(owner) if owner is not None else None
        if kind is None or owner is None:
            return "/Artifact BMC"
        number = len(self._on_page[page])
        self._on_page[page].append(owner)
        self._marked[owner].append((page, number))
        return f"/{kind} <</MCID {number}>> BDC"

    def write(self, document: Any) -> None:  # noqa: ANN401 - reportlab has no types for it
        """Put the tree into the PDF, and what finds its elements from the pages."""
        pages = document.Pages.pages
        root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        reference = document.Reference(root)
        elements: dict[Owner, PDFObject] = {}
        root.dict["K"] = self._element(document, self._root, reference, elements)
        numbers: list[object] = []
        for at, page in enumerate(pages):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = at, PDFName("S")
            owners = PDFArray([elements[owner] for owner in self._on_page[at]])
            numbers += [at, document.Reference(owners)]
        root.dict["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
        root.dict["ParentTreeNextKey"] = len(pages)
        document.Catalog.StructTreeRoot = reference
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _element(
        self,
        document: Any,  # noqa: ANN401 - as above
        node: Node,
        parent: PDFObject,
        elements: dict[Owner, PDFObject],
    ) -> PDFObject:
        made = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(node.kind), "P": parent})
        reference: PDFObject = document.Reference(made)
        kids: list[object] = [self._element(document, kid, reference, elements) for kid in node.kids]
        if node.owner is not None:
            elements[node.owner] = reference
            pages = document.Pages.pages
            for page, number in self._marked[node.owner]:
                mark = {"Type": PDFName("MCR"), "Pg": document.Reference(pages[page]), "MCID": number}
                kids.append(PDFDictionary(mark))
        if kids:
            made.dict["K"] = PDFArray(kids)
        if node.attributes:
            values = {
                name: PDFName(value) if isinstance(value, str) else value for name, value in node.attributes
            }
            made.dict["A"] = PDFDictionary({"O": PDFName("Table"), **values})
        if node.words:
            made.dict["Alt"] = PDFString(node.words)
        return reference
