"""The reader's process says one thing on its output: its answer; what libraries print goes nowhere."""

import subprocess
import sys

from export.html import render
from intake.apart.wire import CopiedSource, Request, answered
from intake.recognise import Recognition
from model.compose import compose
from tests.children import ROOT
from tests.intake.figures import report

LOUD = """
import sys
import intake.taking_in as taking_in
read = taking_in.take_in_clipboard
def loud(*source, **told):
    print("words of a library")
    print("a complaint", file=sys.stderr)
    return read(*source, **told)
taking_in.take_in_clipboard = loud
from intake.apart.child import serve
sys.exit(serve())
"""


def test_the_answer_is_all_that_is_said_and_the_end_is_a_good_one() -> None:
    wanted = report("2021", 4)
    request = Request(CopiedSource(render(compose(wanted)), "")).encode()
    done = subprocess.run(
        [sys.executable, "-c", LOUD], input=request, cwd=ROOT, capture_output=True, check=False
    )
    (line,) = done.stdout.splitlines(keepends=True)
    found = answered(line)
    assert isinstance(found, Recognition)
    assert found.report.values() == wanted.values()
    assert (done.returncode, done.stderr) == (0, b"")
