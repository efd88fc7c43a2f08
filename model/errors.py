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
