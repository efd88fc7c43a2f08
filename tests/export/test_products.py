"""Each product comes under its own name."""

from html import unescape
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

import resources
from export.excel.findings import NAME
from export.products import Printing, produce
from export.typeset import faces
from intake.taking_in import take_in
from model.check import check
from model.check_code import check_code, grouped
from model.outcome import BLANK
from model.rules.rule import Case
from tests.export import reports
from tests.export.paper import read


@pytest.mark.parametrize(
    ("name", "endings"),
    [
        ("pdf", ["报告.pdf"]),
        ("signoff", ["报告审签单.pdf", "报告审签单.docx"]),
        ("charts", ["报告图表.pdf"]),
        ("fragment", ["报告粘贴版.html"]),
    ],
)
def test_a_product_is_written_under_its_name(name: str, endings: list[str], tmp_path: Path) -> None:
    made = list(produce(name, {2024: reports.report()}, 2024, tmp_path))
    stem = f"{reports.OFFICE}2024年政府信息公开工作年度"
    assert [path.name for path in made] == [stem + ending for ending in endings]
    assert all(path.stat().st_size > 1000 for path in made)


def test_the_workbook_says_what_the_check_beside_last_year_finds(tmp_path: Path) -> None:
    years = {year: reports.report(year) for year in (2023, 2024)}
    (path,) = produce("xlsx", years, 2024, tmp_path)
    sheet = load_workbook(path)[NAME]
    told = [str(row[1]) for row in sheet.iter_rows(min_row=4, values_only=True)]
    found = [finding.code for finding in check(Case.among(years, 2024)).findings]
    assert sorted(told) == sorted(code for code in found if code != BLANK)
    assert "S8" in found
    assert "S8" not in [finding.code for finding in check(Case(years[2024])).findings]


def test_charts_show_no_year_after_the_report_s(tmp_path: Path) -> None:
    years = {year: reports.report(year) for year in (2022, 2023, 2024)}
    (path,) = produce("charts", years, 2023, tmp_path)
    text = read(path.read_bytes()).text
    assert "2022年" in text
    assert "2024年" not in text


@pytest.mark.parametrize("coded", [True, False])
def test_the_check_code_is_printed_on_request(coded: bool, tmp_path: Path) -> None:
    report = reports.report()
    (path,) = produce("pdf", {2024: report}, 2024, tmp_path, Printing(coded))
    for page in read(path.read_bytes()).pages:
        assert (f"校验码：{grouped(check_code(report))}" in page.text) is coded


@pytest.mark.parametrize("name", ["pdf", "signoff", "charts"])
def test_every_pdf_is_set_in_the_installed_faces_on_request(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(faces, "font_folders", lambda: (tmp_path,))
    (tmp_path / "simsun.ttf").write_bytes(resources.data("fonts/Kai.ttf"))
    printing = Printing(installed_faces=True)
    path = next(iter(produce(name, {2024: reports.report()}, 2024, tmp_path, printing=printing)))
    used = {glyph.face for page in read(path.read_bytes()).pages for glyph in page.glyphs}
    assert "FandolKai-Regular" in used
    assert "FandolSong-Regular" not in used


@pytest.mark.parametrize("name", ["docx", "signoff"])
def test_what_cannot_be_filed_yet_says_so_in_its_name(tmp_path: Path, name: str) -> None:
    made = list(produce(name, {2024: reports.report()}, 2024, tmp_path, draft=True))
    assert made
    assert all("（草稿）" in path.name for path in made)


def test_a_product_that_somebody_has_worked_on_is_kept_and_named(tmp_path: Path) -> None:
    (path,) = produce("html", {2024: reports.report()}, 2024, tmp_path)
    path.write_text("手工修改", encoding="utf-8")
    again, kept = produce("html", {2024: reports.report()}, 2024, tmp_path)
    assert again == path
    assert kept.read_text(encoding="utf-8") == "手工修改"


@pytest.mark.parametrize("name", ["pdf", "docx", "xlsx", "html"])
def test_a_draft_says_so_on_its_pages_and_is_read_back_like_any_other(tmp_path: Path, name: str) -> None:
    report = reports.report()
    found = []
    for draft in (False, True):
        (path,) = produce(name, {2024: report}, 2024, tmp_path, draft=draft)
        taken = take_in(path)
        found.append((taken.report.slots, taken.unread))
        assert ("草稿" in _words_of(path)) is draft
    assert found[0] == found[1]


def _words_of(path: Path) -> str:
    """All that is written in a file: a PDF's characters, or the text of an archive's parts."""
    data = path.read_bytes()
    if path.suffix == ".pdf":
        return "".join(page.text for page in read(data).pages)
    if not data.startswith(b"PK"):
        return data.decode()
    with ZipFile(path) as archive:
        parts = (archive.read(part).decode(errors="replace") for part in archive.namelist())
        return unescape("".join(parts))
