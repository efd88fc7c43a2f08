"""The border of every reader: whatever goes wrong behind it, in a library or in our own code, comes out as a refusal."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from intake.errors import SourceRefused
from model.errors import AssistantError

_NO_FAULTS: Final = (KeyboardInterrupt, SystemExit, GeneratorExit)
"""What ends a program or a loop on purpose."""


@contextmanager
def border(name: str, program: str) -> Iterator[None]:
    """Turn what a damaged file makes its reader raise into SourceRefused; what is refused in words stays as it is.

    Libraries fail on such files in more ways than a list of types could name; one written in Rust panics with what is
    no Exception. `name` is the file's, `program` what it is opened and saved with.
    """
    try:
        yield
    except (AssistantError, *_NO_FAULTS):
        raise
    except MemoryError as error:
        raise SourceRefused(
            f"“{name}”展开后过大，不像是年度报告；请只保留年度报告的内容，另存一份再导入"
        ) from error
    except BaseException as error:
        raise SourceRefused(f"“{name}”已损坏，请用{program}打开后另存一份再导入") from error
