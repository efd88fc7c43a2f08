"""Where no window can be opened, a sentence says why and what to install."""

from collections.abc import Mapping

import pytest

from ui.desktop import Machine, explain, why_no_window

BESIDE_QT = "/opt/release/PySide6/Qt/lib"


def machine(
    environment: Mapping[str, str],
    *,
    lacking: tuple[str, ...] = (),
    answers: bool = True,
    platform: str = "linux",
    brought: tuple[str, ...] = (),
    kind: str = "x86_64",
) -> Machine:
    def load(library: str) -> object:
        if library in lacking:
            raise OSError(f"{library}: cannot open shared object file: No such file or directory")
        return object()

    def place(library: str) -> str:
        return f"{BESIDE_QT}/{library}" if library in brought else ""

    return Machine(platform, environment, load, lambda _display: answers, place, kind)


@pytest.mark.parametrize(
    "environment", [{"DISPLAY": ":0"}, {"WAYLAND_DISPLAY": "wayland-0"}, {"QT_QPA_PLATFORM": "offscreen"}]
)
def test_a_whole_desktop_is_no_obstacle(environment: dict[str, str]) -> None:
    assert why_no_window(machine(environment)) is None


def test_without_a_display_it_says_so() -> None:
    assert why_no_window(machine({})) == "本机没有图形桌面，窗口打不开。"


def test_a_display_that_does_not_answer_is_named() -> None:
    assert why_no_window(machine({"DISPLAY": ":77"}, answers=False)) == "连不上图形桌面 :77，窗口打不开。"


def test_missing_libraries_are_told_with_their_packages() -> None:
    lacking = ("libEGL.so.1", "libxcb-cursor.so.0")
    sentence = why_no_window(machine({"DISPLAY": ":0"}, lacking=lacking))
    assert sentence is not None
    assert "缺少系统库 libEGL.so.1、libxcb-cursor.so.0" in sentence
    assert sentence.endswith("apt-get install libegl1 libxcb-cursor0")


def test_what_lies_beside_qt_is_not_missing() -> None:
    lacking, brought = ("libxcb-cursor.so.0", "libxcb-util.so.1"), ("libxcb-cursor.so.0",)
    sentence = why_no_window(machine({"DISPLAY": ":0"}, lacking=lacking, brought=brought))
    assert sentence is not None
    assert "libxcb-util.so.1" in sentence
    assert "libxcb-cursor" not in sentence


def test_what_is_brought_along_is_loaded_from_there_each_after_those_that_it_needs() -> None:
    brought = ("libxcb-cursor.so.0", "libxcb-image.so.0", "libxcb-render-util.so.0", "libxcb-util.so.1")
    loaded: list[str] = []
    asked = machine({"DISPLAY": ":0"}, brought=brought)._replace(load=loaded.append)
    assert why_no_window(asked) is None
    ours = [name.rpartition("/")[2] for name in loaded if name.startswith(BESIDE_QT)]
    assert sorted(ours) == sorted(brought)
    assert ours.index("libxcb-util.so.1") < ours.index("libxcb-image.so.0") < ours.index("libxcb-cursor.so.0")
    assert ours.index("libxcb-render-util.so.0") < ours.index("libxcb-cursor.so.0")


def test_what_is_brought_along_and_lacks_something_of_the_system_is_not_missing_itself() -> None:
    lacking = ("libxcb.so.1", f"{BESIDE_QT}/libxcb-util.so.1")
    sentence = why_no_window(machine({"DISPLAY": ":0"}, lacking=lacking, brought=("libxcb-util.so.1",)))
    assert sentence is not None
    assert sentence.endswith("apt-get install libxcb1")


def test_the_older_qt_of_aarch64_asks_for_the_session_manager() -> None:
    lacking = ("libSM.so.6",)
    assert why_no_window(machine({"DISPLAY": ":0"}, lacking=lacking)) is None
    sentence = why_no_window(machine({"DISPLAY": ":0"}, lacking=lacking, kind="aarch64"))
    assert (sentence or "").endswith("apt-get install libsm6")


def test_a_second_way_to_the_screen_is_enough() -> None:
    both = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}
    assert why_no_window(machine(both, lacking=("libxcb-cursor.so.0",))) is None


def test_only_the_platform_asked_for_counts() -> None:
    lacking = ("libxcb-cursor.so.0",)
    assert why_no_window(machine({"QT_QPA_PLATFORM": "offscreen"}, lacking=lacking)) is None
    assert why_no_window(machine({"QT_QPA_PLATFORM": "xcb"}, lacking=lacking)) is not None


def test_other_systems_are_not_asked() -> None:
    assert why_no_window(machine({}, lacking=("libEGL.so.1",), platform="win32")) is None


def test_this_machine_runs_the_tests_offscreen() -> None:
    assert why_no_window() is None


def test_a_real_address_where_nobody_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":4711")
    sentence = why_no_window()
    assert sentence is not None
    assert sentence.startswith(("连不上图形桌面 :4711", "缺少系统库"))


def test_an_import_error_of_qt_is_explained() -> None:
    error = ImportError("libxkbcommon.so.0: cannot open shared object file: No such file or directory")
    assert "apt-get install libxkbcommon0" in (explain(error) or "")


def test_an_unknown_library_is_named_without_a_guess() -> None:
    error = ImportError("libodd.so.3: cannot open shared object file: No such file or directory")
    assert explain(error) == "缺少系统库 libodd.so.3，窗口打不开。请让管理员安装带有它的软件包。"


def test_an_old_system_is_told() -> None:
    error = ImportError(
        "/lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.28' not found (required by libQt6Core.so.6)"
    )
    assert "系统太旧，缺少 GLIBC_2.28" in (explain(error) or "")


def test_a_missing_package_leads_to_make_run_in_the_source_tree() -> None:
    error = ModuleNotFoundError("No module named 'PySide6'", name="PySide6")
    assert (explain(error) or "").endswith("make run")


def test_a_missing_module_of_ours_is_a_broken_installation() -> None:
    sentence = explain(ImportError("cannot import name 'Grid' from 'ui.grid'", name="ui.grid"))
    assert (sentence or "").startswith("程序文件不完整（缺少 ui.grid）")


def test_a_missing_file_of_ours_is_a_broken_installation() -> None:
    sentence = explain(FileNotFoundError("resources/style/window.qss"))
    assert (sentence or "").startswith("程序文件不完整（缺少 window.qss）")


def test_a_missing_file_of_the_clerk_is_none() -> None:
    assert explain(FileNotFoundError(2, "No such file or directory", "/srv/年报/本单位.xxgk")) is None
