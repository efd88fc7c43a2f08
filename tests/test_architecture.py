"""The house stands as it is drawn: imports run downward, Qt stays in the window, nothing uses a network."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

ROOT = Path(__file__).resolve().parent.parent
HOUSE = {
    # room: (rooms below it, libraries it may use)
    "resources": (set(), set()),
    "model": ({"resources"}, {"tinydb"}),
    "intake": ({"model", "resources"}, {"docx", "lxml", "openpyxl", "pypdfium2", "python_calamine", "xlrd"}),
    "export": ({"model", "resources"}, {"PIL", "docx", "lxml", "openpyxl", "reportlab"}),
    "ui": ({"export", "intake", "model", "resources"}, {"PySide6", "jeepney", "pypdfium2"}),
    "commands": ({"export", "intake", "model", "resources"}, set()),
    "main": ({"commands", "export", "intake", "model", "resources", "ui"}, {"PySide6"}),
}
FLOORS = {
    # Rooms inside a room, floor by floor from the ground up; each may use the floors below it and no neighbour.
    "ui": (
        ("look", "one_window", "qt_words"),
        ("desk",),
        ("findings", "grid", "prose"),
        ("report",),
        ("ledger", "start", "tools"),
        ("frame",),
        ("crash_guard", "desktop", "fcitx", "plain_message"),
        ("session_bus",),
        ("input_method",),
        ("application",),
    ),
    "intake": (
        ("errors", "plain_words", "progress"),
        ("figures", "office_names"),
        ("readers",),
        ("page", "ledger"),
        ("tables",),
        ("recognise", "own_workbook"),
        ("taking_in", "adopting", "draft"),
        ("apart",),
    ),
    "intake.tables": (
        ("bars", "found", "head_words", "remainder", "sums", "sums_over_rows", "vocabulary"),
        ("by_order", "rows"),
        ("columns", "units"),
        ("groups", "labels", "owners"),
        ("accounts", "placed_rows"),
        ("placing",),
        ("whole_table",),
        ("named_block",),
    ),
    "model.prose": (
        ("clean_text", "labels", "passages", "slips_of_pen", "words"),
        ("claim", "other_offices", "outright", "pieces", "repeats", "total"),
        ("beside", "lists", "other_years", "reckoned"),
        ("likely", "sentences"),
        ("claims",),
    ),
}
NETWORK = {
    "asyncio",
    "ftplib",
    "http",
    "httpx",
    "imaplib",
    "poplib",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "telnetlib",
    "urllib.request",
    "urllib3",
    "webbrowser",
    "xmlrpc",
}
QT_NETWORK = {"PySide6.QtNetwork", "PySide6.QtWebEngineCore", "PySide6.QtWebSockets"}
LATE = {"ui.session_bus"}
"""Loaded only where a Linux desktop names fcitx: a socket of this machine, on which its parts speak to each other."""
KEYBOARD_OF_QT = {"setFocus", "clearFocus", "focusNextChild", "focusPreviousChild"}
"""Ways of Qt to move the keyboard that ask nothing; ours is `ui.look.keyboard.give_keyboard`."""
HEAVY = {"PIL", "docx", "lxml", "openpyxl", "pypdfium2", "python_calamine", "reportlab", "xlrd"}


@cache
def sources(*rooms: str) -> tuple[Path, ...]:
    """Every module of these rooms, or of the whole tree with its tests."""
    folders = [room.replace(".", "/") for room in rooms or (*HOUSE, "tests")]
    found = [path for room in folders for path in (ROOT / f"{room}.py", *sorted((ROOT / room).rglob("*.py")))]
    return tuple(path for path in found if path.exists())


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Line and absolute dotted name of everything the module imports, wherever in it the import stands."""
    package = module_name(path).split(".")
    if path.name != "__init__.py":
        package.pop()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            start = ".".join([*base, *([node.module] if node.module else [])])
            yield from ((node.lineno, f"{start}.{alias.name}") for alias in node.names)


def within(name: str, modules: set[str]) -> bool:
    return any(name == module or name.startswith(f"{module}.") for module in modules)


@pytest.mark.parametrize("room", HOUSE)
def test_imports_run_downward_and_libraries_stay_in_their_rooms(room: str) -> None:
    below, libraries = HOUSE[room]
    allowed = below | libraries | {room, "__future__"} | set(sys.stdlib_module_names)
    faults = [
        f"{path.relative_to(ROOT)}:{line} imports {name}"
        for path in sources(room)
        for line, name in imports(path)
        if name.split(".")[0] not in allowed
    ]
    assert not faults


def used_by(path: Path) -> set[str]:
    """The modules of ours that a module imports."""
    names = {name if name in OURS else name.rpartition(".")[0] for _, name in imports(path)}
    return names & OURS - {module_name(path)}


OURS = {module_name(path) for path in sources(*HOUSE)}


def room_within(room: str, module: str) -> str:
    """The room that a module is in, or the module itself, right inside another room."""
    return ".".join(module.split(".")[: room.count(".") + 2])


@pytest.mark.parametrize("room", FLOORS)
def test_rooms_inside_a_room_use_only_the_floors_below(room: str) -> None:
    floor_of = {f"{room}.{name}": floor for floor, names in enumerate(FLOORS[room]) for name in names}
    faults = []
    for path in sources(room):
        name = module_name(path)
        if name == room:
            continue
        here = room_within(room, name)
        for other in used_by(path) - {room}:
            there = room_within(room, other)
            if there in floor_of and there != here and floor_of[there] >= floor_of[here]:
                faults.append(f"{name} imports {other}")
    assert not faults


def test_every_room_inside_a_room_stands_on_a_floor() -> None:
    drawn = {f"{room}.{name}" for room, floors in FLOORS.items() for names in floors for name in names}
    built = {
        room_within(room, module_name(path))
        for room in FLOORS
        for path in sources(room)
        if module_name(path) != room
    }
    assert built == drawn


def test_the_map_in_the_readme_draws_every_room() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    drawing = next(block for block in readme.split("```")[1::2] if "\nui/ " in block)
    rooms = {path.relative_to(ROOT).parts[:-1][:2] for path in sources()} - {()}
    rooms |= {("resources", path.name) for path in (ROOT / "resources").iterdir() if path.is_dir()}
    kept = {parts[-1] for parts in rooms if parts[0] != "tests" and parts[-1] != "__pycache__"}
    assert not {name for name in kept if f"{name}/" not in drawing}


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph = {module_name(path): used_by(path) for path in sources(*HOUSE)}
    while free := {name for name, used in graph.items() if not used & graph.keys()}:
        graph = {name: used for name, used in graph.items() if name not in free}
    in_circles = {name for name in graph if any(name in graph[other] for other in graph)}
    assert not in_circles


def test_no_module_of_ours_imports_a_network_module() -> None:
    faults = [
        f"{path.relative_to(ROOT)}:{line} imports {name}"
        for path in sources(*HOUSE)
        for line, name in imports(path)
        if within(name, NETWORK | QT_NETWORK)
    ]
    assert not faults


def fresh_interpreter(program: str, *arguments: str) -> str:
    """What a fresh interpreter prints, started where the program is."""
    command = [sys.executable, "-c", program, *arguments]
    done = subprocess.run(command, check=False, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_module_imports_alone() -> None:
    program = """
import importlib, sys, traceback
names = sys.argv[1:]
for name in names:
    for known in [m for m in sys.modules if m.split('.')[0] in {n.split('.')[0] for n in names}]:
        del sys.modules[known]
    try:
        importlib.import_module(name)
    except Exception:
        print(name, traceback.format_exc())
"""
    assert fresh_interpreter(program, *map(module_name, sources(*HOUSE))) == ""


def loaded_by(*names: str) -> set[str]:
    """The modules in memory after a fresh interpreter has imported these."""
    program = """
import importlib, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
print(*sys.modules, sep="\\n")
"""
    return set(fresh_interpreter(program, *names).splitlines())


@pytest.mark.parametrize("room", [room for room in HOUSE if room not in ("ui", "main")])
def test_rooms_below_the_window_load_no_qt(room: str) -> None:
    names = [module_name(path) for path in sources(room)]
    assert not {name for name in loaded_by(*names) if within(name, {"PySide6", "ui"})}


def test_the_whole_program_loads_no_qt_network() -> None:
    names = [module_name(path) for path in sources(*HOUSE)]
    assert not {name for name in loaded_by(*names) if within(name, QT_NETWORK)}


def test_the_window_starts_without_heavy_libraries_and_without_a_network() -> None:
    names = {module_name(path) for path in sources("ui", "main")} - LATE
    loaded = loaded_by(*sorted(names))
    assert not LATE & loaded
    assert not {
        name for name in loaded if within(name, HEAVY | {"socket", "ssl", "http.client", "urllib.request"})
    }


def test_no_module_is_long() -> None:
    lengths = {
        path.relative_to(ROOT): len(path.read_text(encoding="utf-8").splitlines()) for path in sources()
    }
    assert not {path: lines for path, lines in lengths.items() if lines > 500}


def test_no_function_and_no_class_is_long() -> None:
    limits = {ast.FunctionDef: 100, ast.AsyncFunctionDef: 100, ast.ClassDef: 300}
    faults = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in sources()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        and (node.end_lineno or node.lineno) - node.lineno >= limits[type(node)]
    ]
    assert not faults


def test_signals_are_connected_with_named_slots_alone() -> None:
    """A bound method ends with its object; a lambda or a partial keeps what it was made of alive."""
    faults = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sources("ui", "main")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "connect"
        if not all(isinstance(slot, ast.Attribute | ast.Name) for slot in node.args[:1])
    ]
    assert not faults


def test_the_keyboard_is_given_in_one_way() -> None:
    """Qt gives it to what is hidden, too: what is typed then is lost, and Enter does what nobody sees."""
    faults = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.attr}"
        for path in sources("ui", "main")
        if path != ROOT / "ui" / "look" / "keyboard.py"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and node.attr in KEYBOARD_OF_QT
    ]
    assert not faults


def test_the_window_uses_no_widget_of_qt_where_it_has_one_of_its_own() -> None:
    """Qt's line takes a path for text, its lists change under a passing wheel, its buttons do not know Enter."""
    own = {
        "QLineEdit": "text_line",
        "QComboBox": "choices",
        "QSpinBox": "choices",
        "QTabBar": "choices",
        "QTabWidget": "choices",
        "QPushButton": "buttons",
        "QToolButton": "buttons",
    }
    faults = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.func.id}"
        for path in sources("ui")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in own
        if path.stem != own[node.func.id]
    ]
    assert not faults


def qt_names() -> set[str]:
    """The names of everything that Qt's classes have: what overrides one of them is called by Qt."""
    kinds = [getattr(module, name) for module in (QtCore, QtGui, QtWidgets) for name in dir(module)]
    return {name for kind in kinds if isinstance(kind, type) for name in dir(kind)}


def test_nothing_is_defined_that_nobody_in_the_program_uses() -> None:
    nodes = [(path, node) for path in sources(*HOUSE) for node in ast.walk(tree(path))]
    used = {node.id for _, node in nodes if isinstance(node, ast.Name)}
    used |= {node.attr for _, node in nodes if isinstance(node, ast.Attribute)}
    # Tables name modules and functions that are loaded when they are needed; the Makefile calls the catalogue.
    used |= {
        node.value for _, node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    used |= {"create", "print_pages"}  # a whole deed in one call, for scripts
    used |= set(re.findall(r"\w+", (ROOT / "Makefile").read_text(encoding="utf-8"))) | qt_names()
    faults = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path, node in nodes
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        if node.name not in used and not node.name.startswith("__")
    ]
    assert not faults
