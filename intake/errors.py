"""What can go wrong while reading, each with a sentence that tells the clerk what to do next."""

from model.errors import AssistantError


class SourceRefused(AssistantError):
    """The file cannot be read: damaged, protected, too large, or of a kind that the program does not know."""


class OldFormat(SourceRefused):
    """The file's kind is not read here, but an office suite can turn it into one that is."""


class NotUnderstood(AssistantError):
    """The file was read, but no report was found in it."""


class YearNotTold(NotUnderstood):
    """There is a report, but nothing tells its year: to be read again with the year that the clerk names."""


class ReadingCancelled(AssistantError):
    """The clerk has ended the reading."""

    def __init__(self) -> None:
        super().__init__("已取消读取，没有改动任何内容")


class ReaderEnded(Exception):
    """How a reader's process came to its end without an answer, or what went wrong in it: for us, not for the clerk."""
