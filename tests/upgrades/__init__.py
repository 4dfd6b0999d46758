"""Desks of every released version, and what becomes of them."""
