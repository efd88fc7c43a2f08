"""The proofs' own parts: a list that cannot pass empty or with a fault, and files told apart by their bytes."""

from pathlib import Path

import pytest

import resources
from model.errors import FileTooNew
from model.file.office_content import Content
from proof.altered import damaged, of_later_version
from proof.checklist import Checklist
from proof.emulation import NoEmulation, emulate
from proof.reference import digests
from proof.screen import Screen, until
from release.targets import AARCH64, LINUX, Target


def test_a_list_passes_when_all_holds(capsys: pytest.CaptureFixture[str]) -> None:
    found = Checklist("bookworm")
    assert found.hold("it installs", holds=True)
    assert found.close()
    assert capsys.readouterr().out == "ok   bookworm: it installs\n     bookworm: 1 passed, 0 failed\n"


def test_a_fault_is_shown_with_what_was_said_and_fails_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    found = Checklist("bookworm")
    assert not found.hold("it installs", holds=False, detail="no room\nat all")
    found.hold("it is removed", holds=True)
    assert not found.close()
    said = capsys.readouterr()
    assert "FAIL bookworm: it installs" in said.out
    assert "no room\n       at all" in said.err


def test_an_empty_list_proves_nothing() -> None:
    assert not Checklist("nothing").close()


def test_files_are_told_apart_by_their_bytes(tmp_path: Path) -> None:
    for folder, text in (("a", "one"), ("b", "one"), ("c", "two")):
        (tmp_path / folder / "年报").mkdir(parents=True)
        (tmp_path / folder / "年报" / "x.pdf").write_text(text)
    assert digests(tmp_path / "a") == digests(tmp_path / "b")
    assert digests(tmp_path / "a") != digests(tmp_path / "c")
    assert set(digests(tmp_path / "a")) == {"年报/x.pdf"}


def test_waiting_ends_when_it_happens() -> None:
    answers = iter([True])
    assert until(lambda: next(answers), 60)
    assert not until(lambda: False, 0)


def test_a_window_has_settled_when_nothing_is_added_to_what_is_drawn(tmp_path: Path) -> None:
    colours = iter(["2", "2", "60", "61", "61"])
    pictures = iter(["empty", "empty", "half", "whole", "whole", "not asked any more"])

    class Painting(Screen):
        def ask(self, *command: str) -> str:
            return next(pictures) if "%#" in command else next(colours) if "-unique-colors" in command else ""

    assert Painting(":0").settles(tmp_path / "window.png")
    assert next(pictures) == "not asked any more"
    assert not Painting(":0").settles(tmp_path / "window.png", seconds=0)


def test_this_machine_needs_no_emulation_of_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    for target in LINUX.values():
        monkeypatch.setattr("platform.machine", lambda machine=target.machine: machine)
        emulate(target)


def test_a_machine_that_cannot_be_emulated_is_told_with_its_package() -> None:
    odd = Target("linux-odd", "odd", False, AARCH64.tags)
    with pytest.raises(NoEmulation, match="qemu-user-static"):
        emulate(odd)


def test_each_damaged_copy_differs_from_the_whole_one() -> None:
    whole = bytes(range(9))
    copies = damaged(whole)
    assert copies["cut off"] == whole[:4]
    assert sum(one != other for one, other in zip(copies["with one byte changed"], whole, strict=True)) == 1


def test_a_report_of_a_later_version_is_too_new_for_this_one() -> None:
    sample = resources.text("samples/示例.xxgk")
    with pytest.raises(FileTooNew):
        Content.decode(of_later_version(sample).encode(), "示例.xxgk")
