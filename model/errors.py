"""The errors of the program: each carries a sentence for the clerk; the technical cause is chained behind it."""


class AssistantError(Exception):
    """Base of all errors that the program raises on purpose.

    `message` is Chinese, polite, and says what to do next. The technical cause belongs into `raise … from cause`.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class FormError(AssistantError):
    """A form's data file is incomplete or contradicts the counts it declares."""


class ValueRefused(AssistantError):
    """What was typed or pasted is not a value of its cell; what stood there stays."""


class ReportSigned(AssistantError):
    """A signed report was to be changed; only 更正 opens it again."""

    def __init__(self, year: int, stage: str) -> None:
        super().__init__(
            f"{year} 年度报告{stage}，受保护，没有改动；确需修改的，请先在“上报前检查”中点“更正”"
        )


class OfficeFileError(AssistantError):
    """Base of what can go wrong with an office file; what stands in the window is never touched by it."""


class CannotRead(OfficeFileError):
    """The file is missing, is no file, or may not be read."""


class NotOurs(OfficeFileError):
    """The file was not written by this program."""


class FileDamaged(OfficeFileError):
    """The file is not whole. `place` says where; the newest sound saved generation is found by the file's path."""

    def __init__(self, message: str, place: str) -> None:
        super().__init__(message)
        self.place = place


class FileTooNew(OfficeFileError):
    """The file was written by a newer version of the program; it is refused, not guessed at."""


class CannotWrite(OfficeFileError):
    """Disk full, folder read-only, folder gone, path too long: the file on disk is still the old one, whole."""


class FileReadOnly(OfficeFileError):
    """A file opened read-only was to be saved."""


class FileChanged(OfficeFileError):
    """The file on disk is no longer the one that was opened; it is only overwritten when asked to."""


class FileTaken(OfficeFileError):
    """A new file was to be made where one stands already."""


class NameRefused(OfficeFileError):
    """No file should be called so: the name would not do on another system, or says nothing."""


class YearTaken(OfficeFileError):
    """The office file has a report on this year already."""


class WordsError(AssistantError):
    """A file of words that the program reads prose by is incomplete or contradicts itself."""
