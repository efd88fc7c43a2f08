"""The readers: bytes become a Document."""
