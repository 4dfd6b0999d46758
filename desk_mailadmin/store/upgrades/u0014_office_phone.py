"""Daily telephone work: sales figures, messages, switchboard, partners."""

from __future__ import annotations

from desk_mailadmin.store.upgrades.step import Step

STEP = Step(14, "office_phone", ())
