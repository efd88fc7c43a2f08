"""Tests of export/typeset."""
