"""The border of every reader: whatever goes wrong behind it, in a library or in our own code, comes out as a refusal."""

from collections.abc import Iterator
from contextlib import contextmanager

from intake.errors import SourceRefused
from model.errors import AssistantError


@contextmanager
def border(name: str, program: str) -> Iterator[None]:
    """Turn what a damaged file makes its reader raise into SourceRefused; what is refused in words stays as it is.

    Libraries fail on such files in more ways than a list of types could name. `name` is the file's, `program` what it
    is opened and saved with.
    """
    try:
        yield
    except AssistantError:
        raise
    except MemoryError as error:
        raise SourceRefused(
            f"“{name}”展开后过大，不像是年度报告；请只保留年度报告的内容，另存一份再导入"
        ) from error
    except Exception as error:
        raise SourceRefused(f"“{name}”已损坏，请用{program}打开后另存一份再导入") from error
