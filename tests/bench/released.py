"""The start of a release beside the start of the source tree that it was made of, in processor time, on a real screen."""

import platform
import subprocess
import tempfile
import tomllib
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

import resources
from model.program import FOLDER, release
from tests.bench.measure import Measure, processor_seconds, side_by_side
from tests.bench.startup import OURS, until_usable
from tests.x_screen import why_no_screen, x_screen

_BUDGET: Final = 1.0
_REPEATS: Final = 15


def measures() -> Iterator[Measure]:
    """The start page and a report."""
    laid = FOLDER / "build" / f"nianbao-{release().version}-linux-{platform.machine()}"
    reason = why_no_screen() or _why_not_of_this_commit(laid / "app")
    if reason is not None:
        yield Measure.not_taken("the start of a release", reason)
        return
    sample = str(resources.path("samples/示例.xxgk"))
    with tempfile.TemporaryDirectory() as folder, x_screen(Path(folder)) as screen:
        for what, arguments in (("start page", ()), ("a report", (sample,))):
            source = partial(until_usable, OURS, arguments, screen.environment)
            python = str(laid / "runtime" / "cpython" / "python")
            released = partial(source, python=python, folder=laid / "app")
            ours, theirs = side_by_side(released, source, repeats=_REPEATS, clock=processor_seconds)
            yield Measure(
                f"{what}, of a release",
                ours * 1000,
                "ms",
                _BUDGET,
                theirs * 1000,
                "the source tree, in processor time",
            )


def _why_not_of_this_commit(app: Path) -> str | None:
    """Why a release cannot be compared with this source tree, None where it was made of it."""
    facts = app / "resources" / "release.toml"
    made_of = tomllib.loads(facts.read_text(encoding="utf-8"))["commit"] if facts.exists() else ""
    here = subprocess.run(
        ["git", "rev-parse", "HEAD"], check=False, cwd=FOLDER, capture_output=True, text=True
    )
    same = made_of and made_of == here.stdout.strip()
    return None if same else f"no release of this commit lies in build: make bundle ARCH={platform.machine()}"
