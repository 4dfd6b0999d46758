"""The catalogue of bad input, each item with the test that tries it; ``tests/contract/test_hostile_catalogue.py`` holds it true.

4.1 counts as SAFETY does; what has a file of its own in ``books.py`` bears its number there and is not named again.
"""

from __future__ import annotations

from collections.abc import Mapping

_HERE = "tests/hostile/"

CATALOGUE: Mapping[str, Mapping[str, str]] = {
    "4.1 workbooks": {
        "all of books.py": _HERE + "test_books.py::test_it_is_settled_soon_in_one_sentence_or_with_what_can_be_read",
        "22 a key the desk has already": "tests/cli/test_records.py::test_the_same_roster_twice_changes_nothing",
        "25, 24, 29 held back": _HERE + "test_books.py::test_what_is_no_name_number_or_day_is_held_back",
        "27 changed between preview and import": _HERE
        + "test_collection.py::test_what_was_previewed_goes_in_whatever_became_of_the_file",
        "28 our own export": _HERE + "test_collection.py::test_our_own_list_of_people_read_again_changes_nothing",
        "29 UTF-8 read as GBK": "tests/language/test_garbled.py::test_utf_8_read_as_gbk_is_seen",
        "killed, slow, too large in the child": "tests/intake/test_child.py::test_a_reader_that_breaks_is_one_sentence",
        "the files of data/hostile": "tests/intake/test_hostile_files.py::test_it_is_refused_in_one_sentence_that_names_the_file",
        "through every wizard": _HERE
        + "test_collection.py::test_in_the_window_each_is_said_or_shown_and_nothing_is_written",
        "through every command": _HERE
        + "test_collection.py::test_on_the_command_line_each_is_refused_or_its_faults_are_named",
    },
    "4.2 text tables": {
        "all of texts.py": _HERE + "test_texts.py::test_as_a_bill_it_is_settled_soon_and_counts_what_can_be_read",
        "other doors": _HERE + "test_texts.py::test_through_every_other_door_it_is_told_in_words",
        "calls of other months": "tests/intake/bills/test_reader.py::test_calls_of_other_months_are_told",
        "printed twice": "tests/intake/bills/test_reader.py::test_rows_printed_twice_count_once_wherever_they_stand",
        "overlapping, re-issued": "tests/registers/bills/test_form.py::test_an_overlapping_bill_is_replaced_or_its_calls_are_skipped",
        "two million lines": "tests/intake/bills/test_reader.py::test_a_bill_of_too_many_rows_is_refused",
    },
    "4.4 templates": {
        "form.toml": _HERE + "test_templates.py::test_a_form_that_may_not_be_is_refused_with_its_place",
        "form.typ": _HERE + "test_templates.py::test_a_template_that_may_not_be_is_refused_with_its_place",
        "sample.json": _HERE + "test_templates.py::test_a_sample_that_is_none_is_refused",
        "commands as text": _HERE + "test_templates.py::test_what_looks_like_a_command_is_drawn_as_it_stands",
        "data": _HERE + "test_templates.py::test_data_that_look_like_something_else_are_drawn_as_they_are",
        "links": _HERE + "test_templates.py::test_a_link_out_of_the_folder_is_not_followed",
        "no end, all memory": "tests/documents/test_own_forms.py::test_a_template_that_never_ends_or_takes_all_memory_harms_a_child_only",
        "zips of forms": "tests/documents/test_form_zip.py::test_links_giants_and_doubles_are_refused",
        "keys of thousands of parts": "tests/kernel/test_toml_text.py::test_a_key_of_thousands_of_parts_is_refused_at_once_with_its_line",
    },
    "4.5 backups": {
        "damaged or foreign": "tests/store/test_backups.py::test_a_damaged_or_foreign_backup_is_not_offered",
        "no desk at all": "tests/cli/test_desks.py::test_a_foreign_file_is_left_alone",
    },
    "4.6 search, filters, orders": {
        "two hundred words": "tests/contract/test_search_boxes.py::test_no_word_breaks_a_search_and_none_finds_everything",
        "filters": "tests/contract/test_search_boxes.py::test_no_word_breaks_a_filter_and_none_lets_everything_through",
        "sort keys, saved filters": "tests/contract/test_search_boxes.py::test_filters_segments_and_orders_that_went_away_are_passed_over",
        "all registers at once": "tests/contract/test_search_boxes.py::test_no_word_breaks_the_search_through_all_registers",
    },
    "4.7 fields": {
        "every kind of field": "tests/ui/dialogs/test_wicked_entries.py::test_whatever_is_typed_or_set_is_clean_or_refused",
        "a pasted megabyte": "tests/ui/dialogs/test_wicked_entries.py::test_a_pasted_megabyte_is_cut",
        "half composed": "tests/ui/dialogs/test_wicked_entries.py::test_what_is_half_composed_is_no_entry_until_it_is_committed",
        "half composed on save": "tests/ui/dialogs/test_wicked_entries.py::test_saving_while_something_is_half_composed_saves_what_stands_there_once",
        "drafts of another version": "tests/ui/dialogs/test_wicked_entries.py::test_whatever_a_draft_gives_back_is_shown_or_passed_over",
        "double click on save": "tests/ui/dialogs/test_form_dialog.py::test_a_double_click_on_save_saves_once",
        "closing with entries": "tests/ui/dialogs/test_form_dialog.py::test_escape_asks_once_something_was_entered",
        "scans": _HERE + "test_scans.py::test_it_is_kept_or_refused_in_one_sentence",
    },
    "4.8 mail and settings": {
        "line ends in subjects": "tests/mailserver/test_message.py::test_a_line_end_in_the_subject_is_refused",
        "addresses": "tests/mailserver/test_message.py::test_what_is_not_one_plain_address_is_refused",
        "domains": "tests/mailserver/test_message.py::test_a_chinese_domain_is_written_as_the_net_knows_it",
        "server and port": "tests/mailserver/test_sending.py::test_a_description_that_cannot_stand_is_refused_by_its_field",
        "settings file": _HERE + "test_settings_files.py::test_a_file_that_is_none_is_kept_aside_and_told",
        "values of other types": _HERE + "test_settings_files.py::test_a_value_of_another_type_counts_as_never_written",
        "desk.toml": "tests/test_desk_file.py::test_a_file_that_cannot_be_read_is_named",
    },
    "4.9 exports": {
        "no formulas": _HERE + "test_exports.py::test_no_text_becomes_a_formula_and_all_stand_there_as_written",
        "every character": _HERE + "test_exports.py::test_every_character_there_is_can_leave_and_be_read_again",
        "too long": _HERE + "test_exports.py::test_a_text_longer_than_a_cell_is_refused_and_the_old_file_stays",
        "totals": _HERE + "test_exports.py::test_counts_and_sums_are_those_of_the_rows",
        "sheet names": _HERE + "test_exports.py::test_any_title_becomes_a_sheets_name",
        "rows with faults": _HERE + "test_exports.py::test_rows_with_faults_leave_as_text_whatever_they_hold",
        "vCard and LDIF": _HERE
        + "test_exports.py::test_contacts_leave_as_standards_want_them_whatever_people_are_called",
        "CSV": _HERE + "test_exports.py::test_no_part_writes_csv",
        "file names": "tests/kernel/test_file_names.py::test_any_name_is_one_file_in_its_folder",
        "1,048,576 rows": "tests/documents/test_books.py::test_more_rows_than_a_sheet_holds_are_refused",
    },
}

LEFT_OUT: Mapping[str, str] = {
    "4.3 mail files": "no door takes .eml, .mbox, .msg or mail logs yet; what data/hostile has of them is refused as a table",
}
"""What of the catalogue has no door in the program yet."""
