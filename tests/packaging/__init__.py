"""The builders of releases, without a network: what is pinned, what is cut, what is laid, and that bytes repeat."""
