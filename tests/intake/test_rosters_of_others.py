"""Rosters of other companies: every fault named, every good row kept."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from desk_mailadmin.intake.roster.reader import read_roster
from desk_mailadmin.kernel.errors import UserError

from . import offices

DATA = Path(__file__).parents[1] / "data/rosters"
TODAY = date(2026, 11, 15)


def read(build, path):
    build(path)
    return read_roster(path, today=TODAY)


def kinds(reading):
    return {(fault.row, fault.kind) for fault in reading.faults}


@pytest.fixture(scope="module")
def works(tmp_path_factory):
    return read(offices.machine_works, tmp_path_factory.mktemp("works") / "员工信息.xlsx")


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    return read(offices.hr_system, tmp_path_factory.mktemp("hr") / "导出.csv")


class TestMachineWorks:
    def test_everybody_is_found_under_section_and_sheet(self, works):
        places = Counter((row.branch, row.dept) for row in works.people)
        assert places == {
            ("苏州工厂", "铸造车间"): 4,
            ("苏州工厂", "财务科"): 3,
            ("苏州工厂", "总经理办公室"): 3,
            ("北京办事处", "销售科"): 3,
            ("北京办事处", ""): 1,
        }

    def test_leavers_by_the_offices_own_legend_remark_and_strike(self, works):
        left = {row.name: (row.left_by, row.left_on) for row in works.people if row.left}
        assert left == {
            "曾国辉": ("fill", None),
            "马冬梅": ("remark", date(2026, 3, 1)),
            "盖丽丽": ("strike", None),
        }

    def test_banding_means_nothing_and_is_said_so(self, works):
        assert "colour-decoration" in {notice.kind for notice in works.notices}

    def test_every_fault_is_named(self, works):
        first = {(f.row, f.kind) for f in works.faults if f.sheet == "苏州工厂"}
        assert first == {
            (7, "date-month-only"),
            (8, "left-unclear"),
            (10, "date-month-only"),
            (12, "mobile-two"),
            (12, "extension-odd"),
            (14, "empno-dup"),
            (17, "date-month13"),
            (17, "mobile-digits"),
            (18, "row-without-name"),
            (19, "name-with-note"),
            (19, "extension-odd"),
            (20, "date-future"),
        }
        second = {(f.row, f.kind) for f in works.faults if f.sheet == "北京办事处"}
        assert second == {
            (3, "date-impossible"),
            (3, "left-unclear"),
            (4, "empno-lower"),
            (4, "mobile-exponent"),
            (5, "dept-missing"),
        }

    def test_names_numbers_and_dates_are_kept(self, works):
        row = next(row for row in works.people if row.emp_no == "0016")
        assert (row.name, row.post, row.gender, row.hired_on) == ("朴正花", "会计", "女", date(2020, 1, 1))
        foreign = next(row for row in works.people if row.emp_no == "0017")
        assert (foreign.name, foreign.mobile) == ("Anna Müller", "15400010017")

    def test_the_sheet_of_explanations_is_left_alone_and_said_so(self, works):
        assert [sheet.role for sheet in works.sheets] == ["people", "people", "old"]


class TestExportOfAnHrSystem:
    def test_codes_keep_their_zeros_and_paths_are_taken_apart(self, exported):
        assert exported.encoding == "gb18030"
        places = [(row.emp_no, row.branch, row.dept) for row in exported.people]
        assert places[0] == ("00001", "华北分公司", "财务部")
        assert places[3] == ("00004", "华南分公司", "仓储部")
        assert [row.name for row in exported.people] == [
            "张三丰", "李四", "王五", "赵六", "钱七", "孙八", "周九", "吴十", "郑十一",
        ]  # fmt: skip

    def test_a_line_break_or_a_separator_inside_quotes_stays_inside(self, exported):
        assert exported.people[1].post == "会计 （兼出纳）"
        assert exported.people[5].post == "叉车工;电工"

    def test_leavers_by_status_and_date_only_when_it_has_come(self, exported):
        left = {row.name: (row.left_by, row.left_on) for row in exported.people if row.left}
        assert left == {"王五": ("status", date(2026, 8, 31))}
        assert next(row for row in exported.people if row.name == "周九").left_on == date(2027, 1, 31)

    def test_every_fault_is_named(self, exported):
        assert kinds(exported) == {
            (6, "email-typo"),
            (8, "mobile-missing"),
            (8, "date-month13"),
            (11, "person-twice"),
            (13, "email-fullwidth-at"),
            (13, "mobile-fullwidth"),
            (13, "status-unknown"),
            (14, "empno-missing"),
            (14, "date-ambiguous"),
        }


@pytest.mark.parametrize("suffix", ["xlsx", "xls", "ods"])
def test_a_clinic_without_numbers_in_every_format(suffix, tmp_path):
    path = DATA / f"clinic.{suffix}"
    if suffix == "xlsx":
        path = tmp_path / "clinic.xlsx"
        offices.clinic_book().save(path)
    reading = read_roster(path, today=TODAY)
    assert [(row.name, row.dept) for row in reading.people] == [
        ("华佗", "内科"),
        ("任一", "内科"),
        ("刘洋", "内科"),
        ("扁鹊", "外科"),
        ("刘洋", "外科"),
        ("查理", "外科"),
        ("李时珍", "药房"),
        ("葛洪", "药房"),
        ("孙思邈", "中医科"),
        ("钱乙", "儿科"),
        ("张仲景", "内科"),
    ]
    assert {(row.name, row.left_on) for row in reading.people if row.left} == {
        ("刘洋", date(2026, 9, 30)),
        ("葛洪", date(2026, 10, 31)),
        ("张仲景", date(2025, 12, 31)),
    }
    assert kinds(reading) == {(8, "mobile-shared"), (9, "mobile-digits"), (15, "date-month-only")}
    said = {notice.kind for notice in reading.notices}
    assert "no-emp-no" in said
    assert ("colours-not-read" in said) == (suffix != "xlsx")


def test_two_tables_side_by_side(tmp_path):
    reading = read(offices.phone_list, tmp_path / "电话表.txt")
    assert [(row.name, row.dept, row.mobile[-4:]) for row in reading.people] == [
        ("张飞", "保安队", "0001"),
        ("刘备", "经理室", "0003"),
        ("赵云", "保安队", "0005"),
        ("关羽", "保安队", "0002"),
        ("诸葛亮", "参谋部", "0004"),
    ]
    assert {row.branch for row in reading.people} == {""}


def test_a_table_without_any_title(tmp_path):
    reading = read(offices.headless, tmp_path / "名单.txt")
    assert [(row.emp_no, row.name, row.dept) for row in reading.people][:2] == [
        ("A001", "王小明", "技术部"),
        ("A002", "李小红", "技术部"),
    ]
    assert "no-header" in {notice.kind for notice in reading.notices}


def test_lost_merges_are_carried_down(tmp_path):
    path = tmp_path / "名册.csv"
    path.write_text("部门,姓名\n财务部,张一\n,李二\n,王三\n销售部,赵四\n,钱五\n", encoding="gb18030")
    assert [row.dept for row in read_roster(path, today=TODAY).people] == ["财务部"] * 3 + ["销售部"] * 2


def test_a_file_that_is_no_roster_is_refused(tmp_path):
    path = tmp_path / "报价.csv"
    path.write_text("品名,单价\n螺丝,1.20\n螺母,0.80\n", encoding="utf-8")
    with pytest.raises(UserError, match="不像花名册"):
        read_roster(path, today=TODAY)


def test_leavers_listed_below_a_line(tmp_path):
    path = tmp_path / "名册.csv"
    path.write_text("工号,姓名,部门\n1001,张一,财务部\n以下人员已离职：,,\n1002,李二,财务部\n", encoding="utf-8")
    people = read_roster(path, today=TODAY).people
    assert [(row.name, row.left_by) for row in people] == [("张一", ""), ("李二", "section")]
