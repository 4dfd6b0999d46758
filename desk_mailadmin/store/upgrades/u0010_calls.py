"""Operators' bills, call records and calls."""

from __future__ import annotations

from desk_mailadmin.store.upgrades.step import Step

STEP = Step(10, "calls", ())
