"""Operators' itemised bills: which columns mean what, rows checked one by one, totals, written to a staging file."""
