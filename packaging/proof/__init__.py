"""Proves a release on systems that have nothing: bare Debian roots, and Wine for Windows."""
