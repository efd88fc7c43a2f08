"""The start page: a new report, a report to open, the recent ones."""
