"""The window: everything that knows Qt. Nothing below this package imports it."""
