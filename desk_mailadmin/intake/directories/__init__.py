"""Telephone directories kept by hand."""
