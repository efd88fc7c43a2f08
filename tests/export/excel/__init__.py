"""Tests of what the workbook is made of."""
