"""The report and its rules: pure Python, no Qt, no file format but the office file."""
