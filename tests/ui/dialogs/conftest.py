from __future__ import annotations

from tests.registers.conftest import furnished, house

__all__ = ["furnished", "house"]
