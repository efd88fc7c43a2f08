"""Words of a report: passages, numerals and the numbers that a text claims."""
