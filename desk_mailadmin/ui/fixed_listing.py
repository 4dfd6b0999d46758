"""A short list of rows that were read already, for tables that are no register's own (kernel.register.Listing)."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from typing import Any

from desk_mailadmin.kernel.detail import Detail
from desk_mailadmin.kernel.table import Choice, Query, SegmentCount


class FixedListing:
    """Offers its rows in the order given; their places are their ids."""

    def __init__(self) -> None:
        self.lines: Sequence[Any] = ()

    def keys(self, _query: Query) -> array[int]:
        """Return the places."""
        return array("q", range(len(self.lines)))

    def rows(self, ids: Sequence[int]) -> Sequence[Any]:
        """Return the rows of these places."""
        return [self.lines[place] for place in ids]

    def counts(self, _query: Query) -> Mapping[str, SegmentCount]:
        """Return nothing: there are no segments."""
        return {}

    def choices(self, _filter_key: str) -> Sequence[Choice]:
        """Return nothing: there are no combos."""
        return ()

    def detail(self, _record: int) -> Detail:
        """Return an empty panel: a line is all there is."""
        return Detail("")
