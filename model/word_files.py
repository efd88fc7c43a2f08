"""Files of words that the program reads prose by, `resources/words/`: parsed, and refused where they lack something."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import resources
from model.errors import WordsError


def words_in(file: str) -> Mapping[str, Any]:
    """Return what a file of words holds."""
    return tomllib.loads(resources.text(file))


@contextmanager
def whole_words() -> Iterator[None]:
    """Make words with this around. WordsError: the file lacks something, contradicts itself, or has what is no pattern."""
    try:
        yield
    except (KeyError, ValueError, TypeError, AttributeError, re.error) as error:
        raise WordsError(f"文字核对所用的词库有误（{error}），请重新安装程序") from error
