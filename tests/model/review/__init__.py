"""Tests of how a draft is looked at before it goes out."""
