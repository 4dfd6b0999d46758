"""Which tables of a file are long-distance logs."""

from __future__ import annotations

from desk_mailadmin.intake.headers import Vocabulary
from desk_mailadmin.intake.long_distance.fields import Field, field_of_title, is_known_title
from desk_mailadmin.intake.tables import BookKind

_OF_A_CALL = frozenset({Field.CALLED, Field.CALLEE, Field.FROM})

LOG = BookKind(
    Vocabulary(field_of_title, is_known_title, fewest=4, many=6),
    tuple(Field),
    lambda fields: Field.NAME in fields and not _OF_A_CALL.isdisjoint(fields),
)
