"""Telephone lines, rights, whose they were when, and devices."""

from __future__ import annotations

from desk_mailadmin.store.upgrades.step import Step

STEP = Step(8, "lines", ())
