"""Penalty ledgers as offices kept them by hand."""
