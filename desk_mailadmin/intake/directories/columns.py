"""Which tables of a file are telephone directories."""

from __future__ import annotations

from desk_mailadmin.intake.directories.fields import NUMBERS, Field, field_of_title, is_known_title
from desk_mailadmin.intake.headers import Vocabulary
from desk_mailadmin.intake.tables import BookKind

DIRECTORY = BookKind(
    Vocabulary(field_of_title, is_known_title),
    tuple(Field),
    lambda fields: Field.NAME in fields and not fields.isdisjoint(NUMBERS),
)
