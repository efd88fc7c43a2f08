"""What is left of a damaged file is shown, record by record, and never taken for sound."""

from pathlib import Path

import pytest

from model.errors import FileDamaged
from model.file.generations import newest_sound_generation
from model.file.office_file import OfficeFile
from model.file.remains import Remains, readable
from tests.offices import RECEIVED, office_file, receive


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with office_file(tmp_path / "年报.xxgk", 2023, 2024) as made:
        receive(made, 12)
        made.save()
    return tmp_path / "年报.xxgk"


def test_a_changed_digit_is_shown_as_it_stands(path: Path) -> None:
    harmed = path.read_bytes().replace(b'natural_person":12', b'natural_person":72')
    assert readable(harmed, path.name).reports[2024].value(RECEIVED) == 72


def test_the_years_before_a_cut_are_read(path: Path) -> None:
    content = path.read_bytes()
    cut = content[: content.index(b'"2024":{') + 40]
    assert list(readable(cut, path.name).reports) == [2023]


@pytest.mark.parametrize("content", [b"", b"\x00" * 900, b'{\n"reports":{\n"2024":{"form":"2021"}\n}\n}'])
def test_where_nothing_can_be_read_it_is_told(content: bytes) -> None:
    with pytest.raises(FileDamaged, match="没有读得出的年度报告"):
        readable(content, "年报.xxgk")


def test_a_mended_file_has_its_remains_beside_its_states(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b'natural_person":12', b'natural_person":72'))
    generation = newest_sound_generation(path)
    assert generation is not None
    with OfficeFile.mend(path, generation) as mended:
        assert mended.remains == Remains(path.with_name("年报（损坏备份）.xxgk"))
        assert mended.remains.open().reports[2024].value(RECEIVED) == 72
        assert mended.reports[2024].value(RECEIVED) == 12
