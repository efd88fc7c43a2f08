"""A reader's process limits itself; a limit that the system has set already is not raised."""

import json
import sys

import pytest

from tests.children import outcome

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows limits of a job instead")

PROGRAM = """
import json, resource, sys
from intake.apart.bounds import Bounds, bind_this_process
if len(sys.argv) > 3:
    resource.setrlimit(resource.RLIMIT_CPU, (int(sys.argv[3]), int(sys.argv[3])))
bind_this_process(Bounds(memory=int(sys.argv[1]), seconds=int(sys.argv[2])))
print(json.dumps([resource.getrlimit(each)[0] for each in (resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_CORE)]))
"""


def limits(*told: int) -> list[int]:
    """Memory, seconds and size of a dump, as a process has them after it has bound itself."""
    code, output, errors = outcome(PROGRAM, *map(str, told))
    assert code == 0, errors
    return list(json.loads(output))


def test_memory_and_time_are_limited_and_nothing_of_the_source_is_dumped() -> None:
    assert limits(700 * 2**20, 7) == [700 * 2**20, 7, 0]


def test_a_stricter_limit_of_the_system_stays() -> None:
    assert limits(700 * 2**20, 7, 5)[1] == 5
