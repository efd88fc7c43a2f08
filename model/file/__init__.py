"""The office file: how it is saved, locked, kept in versions and brought back after a crash."""
