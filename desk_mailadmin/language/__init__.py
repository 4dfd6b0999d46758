"""Chinese names, numbers, dates and amounts, as plain functions."""
