from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from desk_mailadmin.kernel.clauses import REGULATIONS, Demand, cite, cite_all, load_demands, load_left_to_people
from desk_mailadmin.kernel.paths import asset_dir

CATALOGUE = asset_dir("resources") / "clauses.toml"
DEMANDS = load_demands(CATALOGUE)
LEFT = load_left_to_people(CATALOGUE)
CLAUSE = re.compile(r"00[0-4]/(第[一二三四五六七八九十]+条|计划|附[一二]|制度2|[0-9一二三四五六七八九十][^ /,]*)")
MODULES = {
    0: 17,
    1: 10,
    2: 17,
    3: 10,
    4: 22,
    5: 27,
    6: 6,
    7: 13,
    8: 11,
    9: 16,
    10: 11,
    11: 8,
    12: 12,
    13: 9,
    14: 7,
    15: 22,
}


@pytest.mark.parametrize(
    ("clause", "reads"),
    [
        ("000/6.2", "邮件制度 6.2"),
        ("002/15.一.3", "电话制度 15.一.3"),
        ("004/第十条", "集团邮件规定 第十条"),
        ("009/1", "009/1"),
        ("000/", "000/"),
        ("", ""),
    ],
)
def test_a_clause_reads_short_and_the_unknown_stays_as_it_is(clause: str, reads: str) -> None:
    assert cite(clause) == reads


def test_several_clauses_read_in_one_line_by_regulation() -> None:
    assert cite_all("000/4.2, 000/6.1, 004/计划") == "邮件制度 4.2、6.1；集团邮件规定 计划"
    assert cite_all("000/4.2") == cite("000/4.2")
    assert cite_all("other") == "other"
    assert cite_all("") == "本程序增设"


def test_every_module_of_the_regulations_is_there_in_full() -> None:
    counted = Counter(int(demand.id[1:].partition("-")[0]) for demand in DEMANDS)
    assert dict(counted) == MODULES


def test_every_id_is_well_formed_and_stands_once() -> None:
    ids = [demand.id for demand in DEMANDS]
    assert len(set(ids)) == len(ids)
    assert [wrong for wrong in ids if not re.fullmatch(r"M(1[0-5]|\d)-([1-9]|[12]\d)", wrong)] == []


def test_every_clause_is_written_out_and_names_a_regulation() -> None:
    clauses = [clause for entry in (*DEMANDS, *LEFT) if entry.clause for clause in entry.clause.split(", ")]
    assert [wrong for wrong in clauses if not CLAUSE.fullmatch(wrong)] == []
    assert {clause[:3] for clause in clauses} == set(REGULATIONS)


def test_only_own_additions_have_no_clause_and_say_so() -> None:
    own = [demand for demand in DEMANDS if not demand.clause]
    assert len(own) == 9
    assert all("本程序增设" in demand.text for demand in own)


def test_every_demand_is_one_line_of_simplified_chinese_with_known_kinds() -> None:
    for entry in DEMANDS:
        assert re.search("[一-鿿]", entry.text), entry
        assert "\n" not in entry.text, entry
        assert not re.search("[會務郵處檔時電,;!?]", entry.text), entry
        assert re.fullmatch("[RCMPK]+", entry.kinds), entry
        assert len(set(entry.kinds)) == len(entry.kinds), entry


def test_what_is_left_to_people_has_title_text_and_clauses() -> None:
    assert len({entry.title for entry in LEFT}) == len(LEFT) == 14
    assert all(entry.text and entry.clause for entry in LEFT)


def test_a_catalogue_may_say_where_a_demand_is_met(tmp_path: Path) -> None:
    path = tmp_path / "clauses.toml"
    path.write_text(
        '[[demand]]\nid = "M0-1"\nclause = "000/3.0"\ntext = "申请表"\nkinds = "RP"\nmet_in = "申请"\nnumber = "2 份"\n',
        encoding="utf-8",
    )
    assert load_demands(path) == (Demand("M0-1", "000/3.0", "申请表", "RP", met_in="申请", number="2 份"),)
