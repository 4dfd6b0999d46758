"""Which tables of a file are penalty ledgers."""

from __future__ import annotations

from desk_mailadmin.intake.headers import Vocabulary
from desk_mailadmin.intake.past_cases.fields import Field, field_of_title, is_known_title
from desk_mailadmin.intake.tables import BookKind

_OF_A_CASE = frozenset(
    {Field.FACTS, Field.CLAUSE, Field.REGULATION, Field.SANCTION, Field.AMOUNT, Field.FINE, Field.RECOVERY}
)

LEDGER = BookKind(
    Vocabulary(field_of_title, is_known_title, fewest=3, many=6),
    tuple(Field),
    lambda fields: Field.NAME in fields and not _OF_A_CASE.isdisjoint(fields),
)
