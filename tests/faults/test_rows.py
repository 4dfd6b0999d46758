"""Each fault that is reckoned with (F1 to F39) has a test, and each sentence says cause, effect and the next step."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desk_mailadmin.store import faults

TESTS = Path(__file__).parents[1]

ROWS = {
    "F1 killed in a transaction": "faults/test_killed.py::test_f1_killed_in_the_middle",
    "F2 power cut": "faults/test_power_cuts.py::test_f2_f3_a_power_cut",
    "F3 torn sectors": "faults/test_power_cuts.py::test_f2_f3_a_power_cut",
    "F4 a write or sync fails": "faults/test_disk_errors.py::test_f4_each_write_sync",
    "F5 disk full in a commit": "faults/test_in_the_window.py::test_f5_on_a_full_disk_the_dialog",
    "F6 disk full elsewhere": "faults/test_full_disk.py::test_f5_f6_f20_f36",
    "F7 read-only": "faults/test_full_disk.py::test_f7_on_a_read_only_disk",
    "F8 a second window": "faults/test_two_windows.py::test_f8_a_second_start",
    "F9 held elsewhere": "store/test_opening.py::test_f9_a_desk_held_by_another_program",
    "F10 locks of a crash": "faults/test_two_windows.py::test_f10_after_kill_9",
    "F11 a missing desk": "store/test_opening.py::test_f11_a_missing_desk",
    "F12 a foreign file": "store/test_opening.py::test_f12_a_file_that_is_no_desk",
    "F13 damage": "faults/test_damage.py::test_f13_each_damaged_page",
    "F14 stray side files": "faults/test_side_files.py::test_f14_a_journal_of_the_former_desk",
    "F15 a restore killed": "faults/test_killed_restoring.py::test_f15_killed_in_a_restore",
    "F16 a damaged backup": "faults/test_damage.py::test_f16_each_flipped_bit",
    "F17 the second place gone": "journeys/test_backups.py::test_f17_a_second_place",
    "F18 rotation by a wrong clock": "store/test_backups.py::test_f18_a_clock",
    "F19 an emptied desk": "store/test_backups.py::test_f19_an_emptied_table",
    "F20 an upgrade fails": "journeys/test_backups.py::test_f20_where_an_upgrade_fails",
    "F21 an upgrade keeps children": "store/test_upgrades.py::test_rebuilding_a_parent_table",
    "F22 a newer desk": "upgrades/test_released_desks.py::test_f22_a_desk_of_a_version_to_come",
    "F24 the clock": "faults/test_clock.py::test_f24_the_window_says",
    "F25 zone and language": "faults/test_clock.py::test_f25_zone_and_language",
    "F26 the keyring": "store/test_secrets.py::test_what_a_keyring_raises_is_told_in_words",
    "F27 a bug in a slot": "faults/test_in_the_window.py::test_f27_a_bug_behind_a_button",
    "F28 a parser dies": "intake/test_hostile_files.py::test_it_is_refused_in_one_sentence",
    "F29 an import killed": "faults/test_killed_import.py::test_killed_in_an_import",
    "F30 the export's target is open": "documents/test_saving.py::test_a_file_open_in_an_office_program",
    "F31 no printer": "ui/dialogs/test_printing.py::test_no_printer_at_all_is_a_fault",
    "F32 mail servers": "mailserver/test_sending.py::test_a_bad_certificate",
    "F33 network disks": "store/test_shared_disk.py::test_f33_a_new_desk_is_refused",
    "F34 a file held for a while": "faults/test_two_windows.py::test_f34_a_program_that_holds_the_file",
    "F35 the session ends": "ui/dialogs/test_form_dialog.py::test_a_draft_is_kept_when_the_computer_is_shut_down",
    "F36 logs": "ui/test_guard.py::test_f36_a_long_log",
    "F37 another SQLite": "store/test_opening.py::test_an_old_sqlite_is_named",
    "F38 an altered journal": "store/test_journal.py::test_attack_1_editing",
    "F39 a child with the connection": "store/test_work.py::test_a_child_process_may_not_touch",
}
OPEN = {
    "F23": "a desk that goes back to an older version and forward again: no two released versions yet",
    "F34": "a file held by an antivirus program is waited for; not tried with a real one on Windows",
}
EFFECTS = ("未受影响", "没有改动", "保持原样", "放不下", "不见了")


@pytest.mark.parametrize("row", ROWS)
def test_each_row_has_its_test(row):
    file, _sign, name = ROWS[row].partition("::")
    assert re.search(rf"^def {name}", (TESTS / file).read_text(encoding="utf-8"), re.MULTILINE), ROWS[row]


def test_no_row_is_forgotten():
    assert {row.split()[0] for row in ROWS} | OPEN.keys() == {f"F{number}" for number in range(1, 40)}


def sentences() -> dict[str, tuple[str, str]]:
    """Return the sentence and the next step of every fault that is put into words in one place."""
    return {
        name: value
        for name, value in vars(faults).items()
        if isinstance(value, tuple) and len(value) == 2 and all(isinstance(part, str) for part in value)
    }


@pytest.mark.parametrize("name", sentences())
def test_each_sentence_says_cause_effect_and_next_step(name):
    sentence, step = sentences()[name]
    assert sentence.endswith("。")
    assert step.endswith("。")
    assert "，" in sentence or any(effect in sentence for effect in EFFECTS)
    assert any(effect in sentence for effect in EFFECTS), sentence
    assert not re.search(r"Error|SQLITE|errno|Traceback|请|用户|提交|系统错误", sentence + step)


def test_the_kinds_are_those_a_clerk_can_meet():
    assert len(sentences()) >= 12
