"""Calls as operators write them: what was dialled, how long, of which kind."""

import pytest

from desk_mailadmin.language.calls import CALL_KINDS, LONG_DISTANCE, call_kind, dialled, spoken_length


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("057155510000\t", "057155510000"),
        ("020-55511132", "02055511132"),
        ("（0571）5551 1001", "057155511001"),
        ("+8615400059809", "15400059809"),
        ("+44 5550370624", "00445550370624"),
        ("１５４０００５９８０９", "15400059809"),
        ("154****9809", "154****9809"),
        ("=1+1", "11"),
        ("匿名", ""),
    ],
)
def test_a_number_is_kept_as_it_was_dialled(text, number):
    assert dialled(text) == number


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("00:01:20", 80),
        ("0:01:20", 80),
        ("1:20", 80),
        ("84:08:22", 302902),
        ("1分20秒", 80),
        ("27秒", 27),
        ("1分02秒", 62),
        ("3分", 180),
        ("1小时2分3秒", 3723),
        ("80", 80),
        ("80.0", 80),
        ("80秒", 80),
        ("1m20s", 80),
        ("", None),
        ("00:", None),
        ("-5", None),
        ("1:75", None),
        ("一分钟", None),
    ],
)
def test_the_length_of_a_call_in_the_spellings_of_operators(text, seconds):
    assert spoken_length(text) == seconds


@pytest.mark.parametrize(
    ("type_text", "called", "info", "kind"),
    [
        ("本地", "55502408", 0, "local"),
        ("市话", "15400077005", 0, "local"),
        ("本地", "95002", 0, "service"),
        ("市话", "96001", 0, "local"),
        ("免费特服", "12117", 0, "service"),
        ("特服", "10000", 0, "service"),
        ("国内长途", "099155505024", 0, "domestic"),
        ("长途", "015400065420", 0, "domestic"),
        ("长途", "0085255501234", 0, "hmt"),
        ("长途", "00445550370624", 0, "international"),
        ("长途", "1790902155509706", 0, "ip"),
        ("17909长途", "1790902155509706", 0, "ip"),
        ("IP", "17909051255504833", 0, "ip"),
        ("国际长途", "00445550370624", 0, "international"),
        ("国际及港澳台", "00445550370624", 0, "international"),
        ("港澳台", "0085255501234", 0, "hmt"),
        ("国际长途", "0085355501234", 0, "hmt"),
        ("声讯信息", "037116811049", 0, "info"),
        ("信息", "1604808", 300, "info"),
        ("本地", "16835349", 1200, "info"),
        ("", "55502408", 0, "local"),
        ("", "02155503289", 0, "domestic"),
        ("", "00445550370624", 0, "international"),
        ("", "114", 0, "service"),
        ("", "", 0, "other"),
        ("月租", "55502408", 0, "other"),
    ],
)
def test_the_kind_of_a_call_by_what_the_operator_calls_it_and_what_was_dialled(type_text, called, info, kind):
    assert call_kind(type_text, called, info) == kind


def test_long_distance_are_four_of_the_kinds():
    assert set(CALL_KINDS) > LONG_DISTANCE == {"domestic", "ip", "hmt", "international"}
