"""Word pages: reports have the pages of the PDF in LibreOffice, each paragraph as many lines as there.

The words of mixed ones are the sentences that stand in the `.toml` files beside this module, put together at random
under every kind of heading, in reports of all forms; hard ones are those of `tests.papers`. A case is a report, broken
one with another number of pages, or whose signature stands alone on a page. How many paragraphs take another number of
lines is told with it.
"""

import random
import re
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, product
from pathlib import Path
from typing import Final

from export import pdf, word
from export.products import Printing, pdf_options
from export.typeset.breaks import clean
from export.typeset.flow import Paging
from intake.apart.office_suite import office_suite
from model.compose import compose
from model.document import Document, Paragraph, Role
from model.form_file import form_for
from model.report import Report, Slot, SlotKind
from tests.export import paper
from tests.office_suite import OfficeSuite
from tests.papers.hard import HARD
from tests.proof.file import table
from tests.proof.file.line import Line, Tally
from tests.proof.narratives import FILES, plain

REPORTS: Final = 40
_YEARS: Final = (2025, 2024, 2023, 2022, 2020, 2019, 2016)
_OFFICES: Final = (
    "清河县人民政府办公室",
    "清河县统计局",
    "清河经济技术开发区管理委员会",
    "清河县住房和城乡建设局（清河县人民防空办公室）",
    "清河自治州清河自治县农业农村和水利林业草原综合行政执法局",
)
_EXTRA: Final = (
    "网址为https://www.example.gov.cn/zwgk/fdzdgknr/2024/12/t20241231_1234567.html，可供查阅。",
    "邮箱wz_gk@example.gov.cn，电话0517-83600000。",
    "“双随机、一公开”“证照分离”有序推进——做到“应公开、尽公开”……",
    "面积1,234.5平方千米，增长5.8%（可比价），办结率99.87%。",
    "依照《条例》第二十条、《办法》（国办发〔2019〕14号），梳理A、B、C三类事项。",
)
_HEADS: Final = ("主动公开", "依申请公开", "政府信息管理", "平台建设", "监督保障")
_SPACE: Final = re.compile(r"\s")
_SAME_ROW: Final = 2.0
"""Characters whose base lines differ by less, in pt, stand in one row: LibreOffice moves some of another face a hair."""


@dataclass(frozen=True)
class Set:
    """A report as it was set: the text of its rows, top to bottom, each with its page."""

    rows: Sequence[tuple[int, str]]

    @classmethod
    def read(cls, data: bytes) -> "Set":
        """Read a PDF's rows but for its page numbers."""
        rows = [(number, row) for number, page in enumerate(paper.read(data).pages, 1) for row in _rows(page)]
        return cls([(number, row) for number, row in rows if not re.fullmatch(r"—\d+—", row)])

    @property
    def pages(self) -> int:
        return self.rows[-1][0]

    def alone(self, document: Document) -> bool:
        """Whether nothing but office and date stands on the last page."""
        last = "".join(row for page, row in self.rows if page == self.pages)
        signed = (block.text for block in document.paragraphs if block.role is Role.SIGNATURE)
        return last == _flat("".join(signed))

    def lines(self, document: Document) -> dict[int, int]:
        """How many rows each paragraph takes, by its place in the document; those that cannot be found left out."""
        text = "".join(row for _, row in self.rows)
        starts = [0, *accumulate(len(row) for _, row in self.rows)]
        found, at = {}, 0
        for place, block in enumerate(document.blocks):
            words = _flat(block.text) if isinstance(block, Paragraph) else ""
            begin = text.find(words, at) if words else -1
            if begin >= 0:
                at = begin + len(words)
                found[place] = 1 + sum(begin < start < at for start in starts)
        return found


def lines(count: int = REPORTS) -> Iterator[Line]:
    """Prove all, a line each."""
    if office_suite() is None:
        yield Line("Word's pages are the PDF's in LibreOffice", 0, 0, "LibreOffice is not installed")
        return
    with tempfile.TemporaryDirectory() as folder:
        for what, reports in (("mixed", _mixed(count)), ("hard", _hard())):
            yield of_reports(what, reports, Path(folder))


def _mixed(count: int) -> Iterator[tuple[str, Report, Paging]]:
    for seed in range(count):
        yield f"{seed}", mixed(seed), (Paging.SAVING if seed % 4 == 3 else Paging.WHOLE)


def _hard() -> Iterator[tuple[str, Report, Paging]]:
    for hard, paging in product(HARD, Paging):
        yield f"{hard.name}-{paging}", hard.report, paging


def of_reports(what: str, reports: Iterable[tuple[str, Report, Paging]], folder: Path) -> Line:
    """These reports, each with its name."""
    suite = OfficeSuite.at_hand(folder)
    tally = Tally(f"Word's pages are the PDF's in LibreOffice, {what} reports")
    paragraphs = other = 0
    for name, report, paging in reports:
        document = compose(report)
        ours = Set.read(pdf.render(document, pdf_options(report, Printing(saving=paging is Paging.SAVING))))
        made = folder / f"{name}.docx"
        made.write_bytes(word.render(document, paging))
        theirs = Set.read(suite.convert(made, "pdf", folder).read_bytes())
        here, there = ours.lines(document), theirs.lines(document)
        paragraphs += len(here.keys() & there.keys())
        other += sum(here[place] != there[place] for place in here.keys() & there.keys())
        faults = []
        if ours.pages != theirs.pages:
            faults.append(f"report {name}: {theirs.pages} pages, not {ours.pages}")
        if theirs.alone(document) and not ours.alone(document):
            faults.append(f"report {name}: the signature stands alone")
        tally.add("", *faults)
    line = tally.line
    return Line(
        line.what,
        line.cases,
        line.broken,
        f"{other} of {paragraphs:,} paragraphs with other lines {line.note}",
    )


def mixed(seed: int) -> Report:
    """A report of any form with mixed prose in its sections."""
    chance = random.Random(seed)
    year = chance.choice(_YEARS)
    report = Report(form_for(year), chance.choice(_OFFICES), year)
    report.set(
        (Slot(SlotKind.CELL, key), chance.randrange(10 ** chance.randrange(1, 6)))
        for key in report.form.entered
    )
    report.set([(Slot(SlotKind.FIELD, "date"), f"{year + 1}-01-20")])
    for section in report.form.sections:
        report.set([(Slot(SlotKind.TEXT, section.id), _section(chance) if section.kind == "text" else "")])
    return report


def _section(chance: random.Random) -> str:
    kind = chance.choice(("none", "few", "many", "below headings", "run in"))
    if kind == "none":
        return "无"
    if kind == "below headings":
        return "\n".join(
            f"（{'一二三四五'[at]}）{head}\n{_paragraph(chance)}" for at, head in enumerate(_HEADS)
        )
    if kind == "run in":
        return "\n".join(
            f"（{'一二三四五'[at]}）{head}。{_paragraph(chance)}" for at, head in enumerate(_HEADS)
        )
    most = 3 if kind == "few" else 12
    return "\n".join(_paragraph(chance) for _ in range(chance.randint(1, most)))


def _paragraph(chance: random.Random) -> str:
    return "".join(
        chance.choice(_EXTRA) if chance.random() < 0.1 else chance.choice(_SENTENCES)
        for _ in range(chance.randint(1, 6))
    )


def _sentences() -> Iterator[str]:
    for file in FILES:
        kinds = tomllib.loads(file.read_text(encoding="utf-8"))["sentences"]
        yield from map(plain, kinds["heard"])
        yield from (part for text in kinds["quiet"] for part in text.split("|"))


_SENTENCES: Final = tuple(_sentences())


def _rows(page: paper.PrintedPage) -> Iterator[str]:
    rows: list[list[paper.Glyph]] = []
    for glyph in sorted(page.glyphs, key=lambda glyph: glyph.base):
        if not rows or glyph.base - rows[-1][0].base > _SAME_ROW:
            rows.append([])
        rows[-1].append(glyph)
    for row in rows:
        yield _flat("".join(glyph.text for glyph in sorted(row, key=lambda glyph: glyph.x)))


def _flat(text: str) -> str:
    """The text without blanks, and without hyphens, which readers take away at a line's end."""
    return _SPACE.sub("", clean(text)).replace("-", "")


def main() -> int:
    """Prove all; 1 where pages differ."""
    found = list(lines())
    print(table(found), flush=True)
    return int(any(line.broken for line in found))


if __name__ == "__main__":
    sys.exit(main())
