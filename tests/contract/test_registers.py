"""What every register promises, whichever it is: a new one is held to all of it by its line in the catalogue."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

import desk_mailadmin.registers
from desk_mailadmin.catalogue import ALL_MODELS, ALL_REGISTERS, ALL_SETTINGS, TABS, register_of
from desk_mailadmin.documents.pages import Pages
from desk_mailadmin.documents.workbook import export_table
from desk_mailadmin.kernel.clauses import cite
from desk_mailadmin.kernel.dates import due_text
from desk_mailadmin.kernel.privacy import hides, is_hidden
from desk_mailadmin.kernel.register import Register, Scope
from desk_mailadmin.kernel.table import Kind, Query, exported_columns, json_of, text_of
from desk_mailadmin.store.listing import ListingSource
from desk_mailadmin.ui.icons import is_known
from desk_mailadmin.ui.table_model import RegisterModel
from tests.registers.builders import COMPANY_NAME, House

KEYS = [register.key for register in ALL_REGISTERS]
every = pytest.mark.parametrize("register", ALL_REGISTERS, ids=KEYS)

PROMISED_COLUMNS = {
    "staff": "emp_no name pinyin branch dept post rank mobile hired_on left_on state",
    "applications": "number kind emp_no name dept branch state entered_on due_on",
    "receipts": "number application what subject name dept handed_on days_out signed_on state",
    "mailboxes": "address emp_no name branch state quota_mb opened_on closed_on",
    "lines": "number extension branch dept holder rights quota_fen state",
    "calls": "started_at extension number branch dept emp_no seconds fee_fen kind",
    "findings": "kind call number emp_no branch dept extension clause proposed_fen state",
    "longdistance": "on user dept extension number from to reason result state",
    "rulebook": "state clause title kind figures acts rivals in_force_on version note",
    "directory": "emp_no name branch dept extension direct short mobile rights state",
    "deliveries": "state number title name address subject attempts tried_at answer message_id",
    "journal": "number at who act kind text action hash",
}
PROMISED_STATES = {
    "staff": "active left",
    "applications": "draft signing ready opened receipted in_force closed returned refused void",
    "receipts": "out signed refused lost void",
    "mailboxes": "active disabled retained deleted",
    "lines": "active stopped removed",
    "calls": "",
    "findings": "open proposed dismissed",
    "longdistance": "open ok incomplete false unlogged",
    "rulebook": "active off",
    "directory": "active stopped none",
    "deliveries": "waiting sending sent failed unclear cancelled",
    "journal": "",
}
"""What scripts of the IT department rely on (``list REGISTER --json``)."""


def rows_of(house: House, register: Register, **query: Any) -> list[Any]:
    service = house.services[register.key]
    return list(service.rows(service.keys(Query(**query))))


def source_of(house: House, register: Register) -> ListingSource:
    source: ListingSource = house.services[register.key]._SqlListing__source
    return source


def doubled(values: list[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


# the catalogue


def test_the_folders_with_a_register_are_those_of_the_catalogue():
    (folder,) = desk_mailadmin.registers.__path__
    assert {path.parent.name for path in Path(folder).glob("*/register.py")} == set(KEYS)
    assert doubled(KEYS) == []
    assert [register_of(key) for key in KEYS] == list(ALL_REGISTERS)


def test_every_register_stands_in_a_tab_and_every_tab_shows_one():
    assert {register.tab for register in ALL_REGISTERS} == {tab.key for tab in TABS}
    assert all(is_known(part.icon) for part in (*TABS, *ALL_REGISTERS))


def test_models_settings_and_entries_are_named_once():
    assert len(set(ALL_MODELS)) == len(ALL_MODELS)
    assert {model for register in ALL_REGISTERS for model in register.models} < set(ALL_MODELS)
    assert doubled([setting.key for setting in ALL_SETTINGS]) == []
    assert doubled([kind for register in ALL_REGISTERS for kind in register.records]) == []


def test_every_setting_keeps_its_own_default_and_cites_a_clause_or_says_that_there_is_none():
    for setting in ALL_SETTINGS:
        assert setting.check(setting.default) == setting.default
        assert setting.title
        assert not setting.clause or cite(setting.clause) != setting.clause


def test_scanned_sheets_belong_to_one_register_each(full_house: House):
    library = full_house.office.papers.library
    for form in map(library.form, library.ids):
        owners = [register for register in ALL_REGISTERS if register.scans(form.spec)]
        assert len(owners) == (1 if form.spec.number else 0), form.spec.id
        assert all(register.scanned is not None for register in owners)


# the table


@every
def test_columns_are_unique_and_titled(register: Register):
    columns = register.table.columns
    assert doubled([column.key for column in columns]) == []
    assert doubled([column.title for column in columns]) == []
    assert all(column.title and column.width > 0 for column in columns)
    assert any(column.shown for column in columns)
    assert all(column.key.endswith("_fen") for column in columns if column.kind is Kind.MONEY)
    assert [c.kind for c in columns].count(Kind.NEXT_STEP) <= 1
    assert all(column is columns[-1] for column in columns if column.kind is Kind.NEXT_STEP)
    assert register.table.column(columns[0].key) is columns[0]


@every
def test_states_are_titled_and_their_icons_drawn(register: Register):
    states = register.table.states
    assert doubled([state.key for state in states]) == []
    assert doubled([state.title for state in states]) == []
    assert all(is_known(state.icon) for state in states)
    assert bool(states) == any(column.kind is Kind.STATE for column in register.table.columns)


@pytest.mark.parametrize("key", PROMISED_COLUMNS)
def test_what_scripts_rely_on_is_there(key: str):
    table = register_of(key).table
    assert set(PROMISED_COLUMNS[key].split()) <= {column.key for column in exported_columns(table)}
    assert [state.key for state in table.states] == PROMISED_STATES[key].split() or (
        {state.key for state in table.states} == set(PROMISED_STATES[key].split())
    )


kept = pytest.mark.parametrize("register", [one for one in ALL_REGISTERS if one.models], ids=lambda one: one.key)


@kept
def test_orders_segments_and_filters_are_known_to_the_service(register: Register, full_house: House):
    table, source = register.table, source_of(full_house, register)
    assert {column.sort for column in table.columns if column.sort} <= set(source.orders)
    assert not table.start_sort or table.start_sort in source.orders
    assert {segment.key for segment in table.segments} <= set(source.segments)
    assert doubled([segment.key for segment in table.segments]) == []
    assert table.start_segment in {segment.key for segment in table.segments}
    assert not register.badge or register.badge in {segment.key for segment in table.segments}
    assert {filter_.key for filter_ in table.filters} <= set(source.filters)
    assert all(filter_.title.startswith("全部") for filter_ in table.filters)


@every
def test_every_order_shows_everything_and_turns_round(register: Register, full_house: House):
    service = full_house.services[register.key]
    everything = sorted(service.keys(Query()))
    for column in register.table.columns:
        up = list(service.keys(Query(sort=column.sort)))
        assert sorted(up) == everything
        assert list(service.keys(Query(sort=column.sort, descending=True))) == up[::-1]


@every
def test_segments_count_what_they_show_and_combos_offer_what_there_is(register: Register, full_house: House):
    service = full_house.services[register.key]
    queries = [Query()] + [
        Query(filters={filter_.key: choice.key})
        for filter_ in register.table.filters
        for choice in service.choices(filter_.key)
    ]
    for query in queries:
        for segment, count in service.counts(query).items():
            assert count.count == len(service.keys(Query(segment=segment, filters=query.filters)))
            assert not count.more
    for filter_ in register.table.filters:
        choices = service.choices(filter_.key)
        assert choices
        assert doubled([choice.key for choice in choices]) == []
        assert all(choice.title for choice in choices)


@every
def test_every_state_was_met_and_every_cell_is_readable(register: Register, full_house: House):
    table, rows = register.table, rows_of(full_house, register)
    assert rows
    for column in table.columns:
        assert all(isinstance(text_of(table, column, row, year=2026), str) for row in rows)
    if table.states:
        state = next(column for column in table.columns if column.kind is Kind.STATE)
        assert {state.value(row) for row in rows} == {each.key for each in table.states if not each.passing}


@every
def test_scripts_read_plain_values(register: Register, full_house: House):
    columns = exported_columns(register.table)
    rows = [{c.key: json_of(c, row) for c in columns} for row in rows_of(full_house, register)]
    assert json.loads(json.dumps(rows, ensure_ascii=False)) == rows


@every
def test_every_record_has_a_headline_by_which_search_shows_it(register: Register, full_house: House):
    table = register.table
    headlines = [table.headline(row) for row in rows_of(full_house, register)]
    assert all(title and isinstance(text, str) for title, text in headlines)
    assert len({table.row_id(row) for row in rows_of(full_house, register)}) == len(headlines)


@every
def test_the_window_can_show_the_list_by_qts_rules(register: Register, full_house: House, qtmodeltester, qapp):
    model = RegisterModel(register.table, full_house.services[register.key])
    model.tell_next_steps(register.next_step, {action.key: action.title for action in register.actions})
    model.show_query(Query())
    qtmodeltester.check(model, force_py=True)
    assert model.rowCount() == len(rows_of(full_house, register))
    assert all(model.sentence(model.row_at(row)) for row in range(model.rowCount()))


# paper and Excel


@every
def test_the_list_leaves_as_paper(register: Register, full_house: House):
    rows = rows_of(full_house, register)
    (sheet,) = full_house.office.papers.list_sheets(register.title, register.table, rows, filter_text="全部")
    with Pages(sheet.pdf) as pages:
        text = "".join(pages.text(page) for page in range(pages.count))
    assert COMPANY_NAME in text
    assert f"共 {len(rows)} 条" in text
    assert all(column.title in text.replace("\n", "") for column in exported_columns(register.table) if column.printed)


@every
def test_the_list_leaves_as_a_workbook_that_opens(register: Register, full_house: House, tmp_path: Path):
    rows = rows_of(full_house, register)
    saved = export_table(
        tmp_path / "表.xlsx",
        title=register.title,
        company=COMPANY_NAME,
        spec=register.table,
        rows=rows,
        when=full_house.clock.now(),
    )
    assert saved.rows == len(rows)
    sheet = CalamineWorkbook.from_path(saved.path).get_sheet_by_index(0).to_python()
    titles = [column.title for column in exported_columns(register.table)]
    (place,) = [number for number, line in enumerate(sheet) if list(line[: len(titles)]) == titles]
    first = [text_of(register.table, c, rows[0]) for c in exported_columns(register.table) if c.kind is Kind.CODE]
    assert set(filter(None, first)) <= {str(cell) for cell in sheet[place + 1]}


# what the clerk can do


@every
def test_actions_are_named_once_and_so_are_their_keys(register: Register):
    actions = register.actions
    assert doubled([action.key for action in actions]) == []
    assert doubled([action.title for action in actions]) == []
    assert doubled([action.shortcut for action in actions if action.shortcut]) == []
    assert sum(action.primary for action in actions) == bool(actions)
    assert all(is_known(action.icon) and callable(action.run) for action in actions)
    assert not register.empty.action or register.empty.action in {action.key for action in actions}
    assert all(action.locked is None for action in actions if action.scope is Scope.LIST)


@every
def test_the_next_step_of_every_record_can_be_done(register: Register, full_house: House):
    actions = {action.key: action for action in register.actions}
    for row in rows_of(full_house, register):
        step = register.next_step(row)
        if step:
            assert step in actions
            lock = actions[step].locked
            assert lock is None or lock(row) == "", f"{step} is next and locked: {row}"


@every
def test_a_lock_says_why_in_words(register: Register, full_house: House):
    for action in register.actions:
        if action.locked is not None:
            answers = {action.locked(row) for row in rows_of(full_house, register)}
            assert len(answers) > 1, f"{action.key} is always, or never, locked"
            assert "" in answers


@every
def test_the_panel_of_every_record_offers_only_what_can_be_done(register: Register, full_house: House):
    service, actions = full_house.services[register.key], {action.key: action for action in register.actions}
    for row in rows_of(full_house, register):
        detail = service.detail(register.table.row_id(row))
        assert detail.title
        assert doubled([fact.label for fact in detail.facts]) == []
        assert detail.history or not register.models, "everything that is kept has a beginning"
        for key in (key for step in detail.steps for key in step.actions):
            lock = actions[key].locked
            assert lock is None or lock(row) == "", f"{key} is offered and locked: {row}"


@pytest.mark.parametrize(
    "register", [one for one in ALL_REGISTERS if hides(one.table.columns)], ids=lambda one: one.key
)
def test_what_a_list_masks_no_panel_and_no_search_shows_whole(register: Register, full_house: House):
    service, masked = full_house.services[register.key], [c for c in register.table.columns if is_hidden(c)]
    seen = 0
    for row in rows_of(full_house, register):
        texts = {text for column in masked if (text := text_of(register.table, column, row))}
        detail = service.detail(register.table.row_id(row))
        facts = detail.facts
        assert detail.hides == bool(texts), "F11 asks the panel whether anything is hidden"
        assert [fact.label for fact in facts if fact.value in texts and not fact.is_hidden] == []
        assert [text for text in texts if text in " ".join(register.table.headline(row))] == []
        seen += len(texts)
    assert seen, "there is something to be masked"


@every
def test_what_is_due_today_can_be_read_opened_and_done(register: Register, full_house: House):
    service, today = full_house.services[register.key], full_house.clock.today()
    todos = register.todos(service, today)
    assert doubled([todo.key for todo in todos]) == []
    for todo in todos:
        assert todo.title
        assert todo.text
        assert not todo.clause or cite(todo.clause) != todo.clause, (
            "a clause is one of the regulations', or there is none"
        )
        assert todo.due is None or due_text(todo.due, today, full_house.desk.workdays.calendar())
        target = register_of(todo.register)
        assert todo.action in {action.key for action in target.actions}
        assert todo.action_title
        assert is_known(todo.icon)
        if todo.record is None:
            assert next(a for a in target.actions if a.key == todo.action).scope is Scope.LIST
        else:
            assert full_house.services[todo.register].detail(todo.record).title


def test_applications_and_receipts_that_wait_stand_in_today(full_house: House):
    today = full_house.clock.today()
    waiting = [register_of(key) for key in ("branches", "applications", "receipts")]
    titles = Counter(todo.title for r in waiting for todo in r.todos(full_house.services[r.key], today))
    assert titles == {
        "单位设置不全": 1,
        "申请待签字": 1,
        "待办理": 1,
        "到期": 1,
        "退回的申请": 1,
        "申请草稿": 1,
        "回执待送出": 1,
        "回执未签收": 1,
        "回执遗失": 1,
        "该归还": 1,
    }
