"""Operators' bills, call records of the exchange, and calls."""

from __future__ import annotations

from desk_mailadmin.store.upgrades.step import Step, search_table

_CALL = """
    {id},
    bill_id BIGINT NOT NULL REFERENCES bill (id) ON DELETE CASCADE,
    line_no BIGINT NOT NULL,
    started_at TEXT NOT NULL,
    number TEXT NOT NULL,
    called TEXT NOT NULL,
    place TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL CHECK (kind IN ('local', 'domestic', 'ip', 'hmt', 'international', 'info', 'service', 'other')),
    seconds BIGINT NOT NULL,
    base_fen BIGINT NOT NULL DEFAULT 0,
    info_fen BIGINT NOT NULL DEFAULT 0,
    discount_fen BIGINT NOT NULL DEFAULT 0,
    fee_fen BIGINT NOT NULL,
    line_id BIGINT,
    extension TEXT NOT NULL DEFAULT '',
    staff_id BIGINT REFERENCES staff (id),
    department_id BIGINT REFERENCES department (id),
    branch_id BIGINT REFERENCES branch (id),
    pbx BIGINT NOT NULL DEFAULT 0 CHECK (pbx IN (0, 1)),
    how TEXT NOT NULL DEFAULT '' CHECK (how IN ('', 'number', 'pbx', 'hand', 'trunk')),
    private_by BIGINT REFERENCES staff (id),
    remark TEXT NOT NULL DEFAULT ''
"""
"""What is kept of a call; a void bill's calls stand apart in the same shape, so that no sum ever meets them."""

_PBX_CALL = """
    {id},
    bill_id BIGINT NOT NULL REFERENCES bill (id) ON DELETE CASCADE,
    line_no BIGINT NOT NULL,
    extension TEXT NOT NULL,
    called TEXT NOT NULL,
    direction TEXT NOT NULL CHECK (direction IN ('in', 'out', 'internal')),
    started_at TEXT NOT NULL,
    answered_at TEXT,
    seconds BIGINT NOT NULL,
    disposition TEXT NOT NULL DEFAULT '',
    call_id BIGINT
"""
"""``extension`` is the party inside, ``called`` the other one: called, or for ``in`` the caller."""

_CALL_SUM = """
    CREATE TABLE call_sum (
        {id},
        month TEXT NOT NULL,
        branch_id BIGINT,
        department_id BIGINT,
        line_id BIGINT,
        number TEXT NOT NULL,
        extension TEXT NOT NULL,
        staff_id BIGINT,
        kind TEXT NOT NULL,
        how TEXT NOT NULL,
        private_by BIGINT,
        calls BIGINT NOT NULL,
        over_calls BIGINT NOT NULL,
        seconds BIGINT NOT NULL,
        minutes BIGINT NOT NULL,
        base_fen BIGINT NOT NULL,
        info_fen BIGINT NOT NULL,
        discount_fen BIGINT NOT NULL,
        fee_fen BIGINT NOT NULL
    )
"""
"""What the calls of a month come to, line by line; derived from ``call`` and made anew with it."""

_SUMMED = "kind, private_by, calls, over_calls, minutes, info_fen, fee_fen"
"""What overviews add up: an index that holds it all is read in its order, without the table and without sorting."""

_CALL_TOTAL = """
    CREATE TABLE call_total (
        {id},
        month TEXT NOT NULL,
        branch_id BIGINT,
        department_id BIGINT,
        kind TEXT NOT NULL,
        how TEXT NOT NULL,
        private_by BIGINT,
        calls BIGINT NOT NULL,
        over_calls BIGINT NOT NULL,
        seconds BIGINT NOT NULL,
        minutes BIGINT NOT NULL,
        base_fen BIGINT NOT NULL,
        info_fen BIGINT NOT NULL,
        discount_fen BIGINT NOT NULL,
        fee_fen BIGINT NOT NULL
    )
"""
"""The same by department and kind, for many years: ``how`` tells open calls only, ``private_by`` is 0 for all."""

_CALL_MONTH = """
    CREATE TABLE call_month (
        {id},
        month TEXT NOT NULL UNIQUE,
        basis TEXT NOT NULL,
        calls BIGINT NOT NULL,
        open_calls BIGINT NOT NULL,
        clock_seconds BIGINT,
        assigned_on TEXT NOT NULL
    )
"""
"""By what the calls of a month were last assigned; ``clock_seconds``: how far the exchange's clock is ahead."""

STEP = Step(
    10,
    "calls",
    (
        """
        CREATE TABLE bill (
            {id},
            operator TEXT NOT NULL,
            operator_key TEXT NOT NULL DEFAULT '',
            source TEXT NOT NULL CHECK (source IN ('operator', 'pbx')),
            state TEXT NOT NULL DEFAULT 'in' CHECK (state IN ('in', 'void')),
            file_name TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            month TEXT NOT NULL DEFAULT '',
            account TEXT NOT NULL DEFAULT '',
            period_from TEXT,
            period_to TEXT,
            numbers BIGINT NOT NULL DEFAULT 0,
            calls BIGINT NOT NULL,
            seconds BIGINT NOT NULL,
            base_fen BIGINT NOT NULL DEFAULT 0,
            info_fen BIGINT NOT NULL DEFAULT 0,
            discount_fen BIGINT NOT NULL DEFAULT 0,
            calls_fen BIGINT NOT NULL DEFAULT 0,
            rent_fen BIGINT NOT NULL DEFAULT 0,
            caller_id_fen BIGINT NOT NULL DEFAULT 0,
            other_fen BIGINT NOT NULL DEFAULT 0,
            footer_calls BIGINT,
            footer_seconds BIGINT,
            footer_fen BIGINT,
            footer_due_fen BIGINT,
            damaged BIGINT NOT NULL DEFAULT 0,
            repeated BIGINT NOT NULL DEFAULT 0,
            imported_on TEXT NOT NULL,
            void_on TEXT,
            remark TEXT NOT NULL DEFAULT ''
        )
        """,
        "CREATE INDEX bill_by_month ON bill (month, source, operator, id)",
        "CREATE INDEX bill_by_file ON bill (sha256)",
        """
        CREATE TABLE bill_number (
            {id},
            bill_id BIGINT NOT NULL REFERENCES bill (id) ON DELETE CASCADE,
            number TEXT NOT NULL,
            calls BIGINT NOT NULL DEFAULT 0,
            seconds BIGINT NOT NULL DEFAULT 0,
            calls_fen BIGINT NOT NULL DEFAULT 0,
            rent_fen BIGINT NOT NULL DEFAULT 0,
            caller_id_fen BIGINT NOT NULL DEFAULT 0,
            other_fen BIGINT NOT NULL DEFAULT 0,
            UNIQUE (bill_id, number)
        )
        """,
        "CREATE INDEX bill_number_by_number ON bill_number (number, bill_id)",
        """
        CREATE TABLE bill_fault (
            {id},
            bill_id BIGINT NOT NULL REFERENCES bill (id) ON DELETE CASCADE,
            sheet TEXT NOT NULL DEFAULT '',
            line_no BIGINT NOT NULL,
            kind TEXT NOT NULL,
            message TEXT NOT NULL
        )
        """,
        "CREATE INDEX bill_fault_by_bill ON bill_fault (bill_id, line_no)",
        """
        CREATE TABLE bill_skip (
            {id},
            bill_id BIGINT NOT NULL REFERENCES bill (id) ON DELETE CASCADE,
            held_by BIGINT NOT NULL,
            calls BIGINT NOT NULL,
            numbers BIGINT NOT NULL
        )
        """,
        "CREATE INDEX bill_skip_by_bill ON bill_skip (bill_id)",
        """
        CREATE TABLE bill_mapping (
            {id},
            headings TEXT NOT NULL UNIQUE,
            operator TEXT NOT NULL DEFAULT '',
            mapping TEXT NOT NULL,
            used_on TEXT NOT NULL
        )
        """,
        f"CREATE TABLE pbx_call ({_PBX_CALL})",
        "CREATE INDEX pbx_call_by_bill ON pbx_call (bill_id, line_no)",
        "CREATE INDEX pbx_call_by_start ON pbx_call (direction, started_at)",
        "CREATE INDEX pbx_call_by_call ON pbx_call (call_id) WHERE call_id IS NOT NULL",
        f"CREATE TABLE call ({_CALL})",
        "CREATE INDEX call_by_bill ON call (bill_id, line_no)",
        "CREATE INDEX call_by_start ON call (started_at, id)",
        "CREATE INDEX call_by_number ON call (number, started_at)",
        "CREATE INDEX call_by_called ON call (called, started_at)",
        "CREATE INDEX call_by_line ON call (line_id, started_at) WHERE line_id IS NOT NULL",
        "CREATE INDEX call_by_staff ON call (staff_id, started_at) WHERE staff_id IS NOT NULL",
        "CREATE INDEX call_by_department ON call (department_id, started_at) WHERE department_id IS NOT NULL",
        "CREATE INDEX call_by_extension ON call (extension, started_at) WHERE extension <> ''",
        "CREATE INDEX call_by_tail ON call (substr(called, length(called) - 3))",
        "CREATE INDEX call_by_fee ON call (fee_fen, started_at)",
        "CREATE INDEX call_by_length ON call (seconds, started_at)",
        "CREATE INDEX call_private ON call (private_by, started_at) WHERE private_by IS NOT NULL",
        "CREATE INDEX call_noted ON call (id) WHERE remark <> ''",
        _CALL_SUM,
        "CREATE INDEX call_sum_by_month ON call_sum (month)",
        f"CREATE INDEX call_sum_by_extension ON call_sum (branch_id, extension, number, {_SUMMED})",
        f"CREATE INDEX call_sum_by_staff ON call_sum (staff_id, {_SUMMED})",
        _CALL_TOTAL,
        "CREATE INDEX call_total_by_month ON call_total (month)",
        _CALL_MONTH,
        f"CREATE TABLE void_call ({_CALL})",
        "CREATE INDEX void_call_by_bill ON void_call (bill_id)",
        f"CREATE TABLE void_pbx_call ({_PBX_CALL})",
        "CREATE INDEX void_pbx_call_by_bill ON void_pbx_call (bill_id)",
        search_table("bill"),
    ),
)
