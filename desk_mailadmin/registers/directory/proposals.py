"""What the directory must do after the personnel register: who left, who moved, who is missing (002/4.五.2)."""

from __future__ import annotations

from collections.abc import Sequence

from desk_mailadmin.registers.directory.rules import Behind, Follow
from desk_mailadmin.store.database import execute
from desk_mailadmin.store.desk import Desk

_LISTED = """
    SELECT CASE WHEN staff.state = 'left' THEN 'left' ELSE 'moved' END, staff.id, e.id
    FROM directory_entry e JOIN staff ON staff.id = e.staff_id
    WHERE e.state = 'active' AND (staff.state = 'left' OR staff.department_id <> e.department_id)
    ORDER BY staff.state = 'left' DESC, staff.name_key, staff.id
"""

_MISSING = """
    SELECT 'missing', staff.id, NULL FROM staff
    WHERE staff.state = 'active'
    AND NOT EXISTS (SELECT 1 FROM directory_entry e WHERE e.staff_id = staff.id AND e.state = 'active')
    ORDER BY staff.department_id, staff.name_key, staff.id
"""


def behind(desk: Desk) -> Sequence[Behind]:
    """Return whom the directory does not follow: who left, who moved, who is in office and not listed.

    Who left without ever being listed is no concern of it.
    """
    with desk.reading():
        found = [row for sql in (_LISTED, _MISSING) for row in execute(desk.database, sql)]
    return [Behind(Follow(what), staff, record) for what, staff, record in found]
