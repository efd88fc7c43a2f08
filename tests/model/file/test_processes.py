"""A process that runs is told from one that has ended, and from a later one with the same number."""

import os

import pytest

from model.file.processes import is_running, started
from tests.children import kill, start


def test_this_process_runs_and_is_the_one_that_it_is() -> None:
    assert is_running(os.getpid())
    assert is_running(os.getpid(), started(os.getpid()))


@pytest.mark.skipif(not started(os.getpid()), reason="the system does not tell when a process was started")
def test_another_one_with_the_same_number_is_not_it() -> None:
    assert not is_running(os.getpid(), "1")


def test_a_process_that_was_killed_does_not_run() -> None:
    child = start("import sys; sys.stdin.read()")
    assert is_running(child.pid)
    kill(child)
    assert not is_running(child.pid)


@pytest.mark.parametrize("pid", [0, -1, 2**31 - 1, 10**12])
def test_a_number_that_no_process_has_is_none(pid: int) -> None:
    assert not is_running(pid)
    assert started(pid) == ""
