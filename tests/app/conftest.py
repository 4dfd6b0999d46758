"""The window as in the journeys."""

from tests.journeys.conftest import bare, days, played, prompter, settings, staffed, theme

__all__ = ["bare", "days", "played", "prompter", "settings", "staffed", "theme"]
