from desk_mailadmin.language.search_keys import fold, search_words, segments


def test_folding_makes_full_width_radicals_and_case_equal():
    assert fold(" ＱＹ０１２\u3000ab\u200b ") == "qy012 ab"
    assert fold("⽅") == "方"


def test_a_person_is_found_by_name_pinyin_initials_number_and_phone_tail():
    words = search_words("欧阳雪", ["QY0034"], ["15400001955"])
    assert {"欧", "欧阳", "阳雪", "ouyangxue", "oyx", "qy0034", "0034", "34", "15400001955", "1955"} <= set(words)


def test_a_surname_with_two_readings_is_found_by_both():
    assert {"qinming", "qm", "tanming", "tm"} <= set(search_words("覃明"))


def test_a_latin_name_has_no_pinyin_of_its_own():
    assert search_words("John Smith") == ["john", "smith"]


def test_two_phones_in_one_entry_are_both_found():
    assert {"0571", "5551"} <= set(search_words("", phones=["15400000571/0571-5551"]))


def test_nothing_gives_no_empty_word():
    assert search_words("", ["--"], [""]) == ["--"]


def test_a_text_is_its_characters_its_pairs_and_its_latin_words():
    assert segments("财务部") == ["财", "务", "部", "财务", "务部"]
    assert segments("A座3楼") == ["a", "座", "3", "楼"]
