"""What can go wrong while reading, each with a sentence that tells the clerk what to do next."""

from model.errors import AssistantError


class SourceRefused(AssistantError):
    """The file cannot be read: damaged, protected, too large, or of a kind that the program does not know."""


class NotUnderstood(AssistantError):
    """The file was read, but no report was found in it."""
