"""Rosters of other companies: every fault named, every good row kept."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from desk_mailadmin.intake.guard import ROSTER_LIMITS
from desk_mailadmin.intake.roster.reader import roster_of_file
from desk_mailadmin.kernel.errors import UserError

from . import offices

DATA = Path(__file__).parents[1] / "data/rosters"
TODAY = date(2026, 11, 15)


def read_roster(path, *, today):
    """Read in this process; the files of the other tests go through the child."""
    return roster_of_file(path, ROSTER_LIMITS, today, None, None, lambda _fraction: None)


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


def test_a_trading_house_with_bilingual_titles_and_leavers_below(tmp_path):
    reading = read(offices.trading_house, tmp_path / "名册.xlsx")
    assert [(row.emp_no, row.name, row.branch, row.dept) for row in reading.people] == [
        ("HT0012", "王建国", "华东分公司", "财务部"),
        ("HT0013", "李娜", "华东分公司", "财务部"),
        ("HT0014", "Tom Lee", "华东分公司", "销售部"),
        ("HT0015", "欧阳娜娜", "华南分公司", "销售部"),
        ("HT0016", "司徒静", "华南分公司", "销售部"),
        ("HT0099", "赵离", "", "行政部"),
        ("HT0098", "钱离", "", "行政部"),
    ]
    assert {row.name: (row.left_by, row.left_on) for row in reading.people if row.left} == {
        "李娜": ("left_on", None),
        "欧阳娜娜": ("status", date(2025, 3, 1)),
        "赵离": ("left_on", date(2024, 5, 6)),
        "钱离": ("section", None),
    }
    assert kinds(reading) == {(7, "mobile-with-text"), (8, "date-month-only")}
    assert [sheet.role for sheet in reading.sheets] == ["people", "empty"]


def test_a_sheet_for_each_department(tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    for sheet, people in ((book.active, ["甄嬛", "沈眉庄"]), (book.create_sheet("销售部"), ["安陵容", "年世兰"])):
        sheet.append(["工号", "姓名", "短号"])
        for name in people:
            sheet.append([f"{sheet.title[0]}{people.index(name)}", name, "6023"])
    book.active.title = "财务部"
    book.create_sheet("汇总").append(["部门", "人数"])
    book.save(tmp_path / "名册.xlsx")
    reading = read_roster(tmp_path / "名册.xlsx", today=TODAY)
    assert [row.dept for row in reading.people] == ["财务部", "财务部", "销售部", "销售部"]
    assert {notice.kind for notice in reading.notices} == {"sheet-statistics"}


def test_branches_written_above_each_header(tmp_path):
    path = tmp_path / "名册.csv"
    block = "{0},,\n工号,姓名,部门\n{1}1,张一,财务部\n{1}2,李二,\n"
    path.write_text(block.format("华东分公司", 1) + block.format("华南分公司", 2) + "合计,4,\n", encoding="gb18030")
    reading = read_roster(path, today=TODAY)
    assert [(row.emp_no, row.branch) for row in reading.people] == [
        ("11", "华东分公司"),
        ("12", "华东分公司"),
        ("21", "华南分公司"),
        ("22", "华南分公司"),
    ]


def csv_of(tmp_path, text):
    path = tmp_path / "名册.csv"
    path.write_text(text, encoding="utf-8")
    return read_roster(path, today=TODAY)


def test_one_missing_department_offers_the_one_above(tmp_path):
    text = "工号,姓名,部门\n1,张一,财务部\n2,李二,\n3,王三,财务部\n4,赵四,销售部\n"
    (fault,) = csv_of(tmp_path, text).faults
    assert (fault.row, fault.kind, fault.repair, fault.row_kept) == (3, "dept-missing", "财务部", False)


def test_the_same_person_under_other_signs(tmp_path):
    text = (
        "工号,姓名,部门,手机,备注\n"
        "A1,吕一,财务部,15400000001,\n"
        "A1,呂一,财务部,15400000001,\n"  # a variant character
        "A2,张二,财务部,15400000002,\n"
        "A9,张二,销售部,15400000002,\n"  # another number
        "A3,李三,销售部,15400000003,借调到财务部\n"
        "A3,李三,财务部,15400000003,\n"  # the home row comes second
    )
    reading = csv_of(tmp_path, text)
    assert {(fault.row, fault.kind) for fault in reading.faults} == {
        (3, "person-twice"),
        (5, "person-maybe-twice"),
        (6, "person-twice"),
    }
    assert [row.row for row in reading.people] == [2, 4, 5, 7]


def test_without_a_number_name_and_mobile_tell_the_same_person(tmp_path):
    reading = csv_of(
        tmp_path, "姓名,部门,手机\n张一,财务部,15400000001\n张一,财务部,15400000001\n张一,销售部,15400000009\n"
    )
    assert [(row.row, row.same_as is not None) for row in reading.rows] == [(2, False), (3, True), (4, False)]
    assert len(reading.namesakes["张一"]) == 2


def test_a_leavers_sheet_beside_the_roster(tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["工号", "姓名", "部门", "入职日期"])
    for line in (
        ["1", "张一", "财务部", "2026.5.1"],
        ["2", "李二", "财务部", "2020.1.1"],
        ["3", "王三", "财务部", None],
    ):
        book.active.append(line)
    book.active.append(["4", "王三", "财务部", None])
    left = book.create_sheet("离职")
    left.append(["工号", "姓名", "部门", "离职日期", "备注"])
    left.append(["1", "张一", "财务部", "2024.1.1", None])  # came back
    left.append(["2", "李二", "财务部", "2019.1.1", None])  # before the hire date, so hired again too
    left.append([None, "王三", "财务部", "2026.1.1", None])  # which of the two?
    left.append([None, "赵四", "财务部", "2026.1.1", None])
    book.save(tmp_path / "名册.xlsx")
    reading = read_roster(tmp_path / "名册.xlsx", today=TODAY)
    assert {row.name for row in reading.people if row.left} == {"王三", "赵四"}
    assert {(fault.sheet, fault.row, fault.kind) for fault in reading.faults} == {
        ("Sheet", 2, "rehired"),
        ("Sheet", 3, "rehired"),
        ("离职", 4, "leaver-ambiguous"),
    }


def test_odd_cells_are_each_named(tmp_path):
    text = (
        "工号,姓名,部门,性别,邮箱,入职日期,离职日期,备注\n"
        "1,张一,财务部,中,a@x.example,2020.1.1,2019.1.1,\n"
        "2,李\u200b二,财务部,男,A@X.example,2020.1.1,,\n"
        "3,王三2,财务部,女,,2020.1.1,,锟斤拷\n"
        "4,锟斤拷,财务部,女,,2020.1.1,,\n"
        f"5,赵四,财务部,女,,2020.1.1,,{'长' * 600}\n"
        "6,,财务部,女,,2020.1.1,,\n"
        "张三,钱七,财务部,女,,2020.1.1,,\n"
        "8,孙八,〃,女,,2020.1.1,,\n"
    )
    reading = csv_of(tmp_path, text)
    assert {(fault.row, fault.field, fault.kind) for fault in reading.faults} == {
        (2, "gender", "gender-odd"),
        (2, "left_on", "left-before-hired"),
        (3, "name", "name-invisible"),
        (3, "email", "email-shared"),
        (4, "name", "name-number"),
        (4, "remark", "garbled"),
        (5, "name", "garbled"),
        (6, "remark", "text-long"),
        (7, "name", "row-without-name"),
        (8, "emp_no", "empno-odd"),
    }
    assert reading.people[-1].dept == "财务部"
    assert reading.headings() == ("工号", "姓名", "部门", "性别", "邮箱", "入职日期", "离职日期", "备注")
    assert next(fault for fault in reading.faults if fault.kind == "gender-odd").sentence == "“中”不是性别。"


def test_month_by_month_sheets_count_once_the_last_one(tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    for sheet, names in (
        (book.active, ["张一", "李二", "王三"]),
        (book.create_sheet("11月"), ["张一", "李二", "赵四"]),
    ):
        sheet.append(["部门", "姓名", "状态"])
        for name in names:
            sheet.append(["一车间", name, "√"])
    book.worksheets[0].title = "10月"
    book.save(tmp_path / "名册.xlsx")
    reading = read_roster(tmp_path / "名册.xlsx", today=TODAY)
    assert [row.name for row in reading.people] == ["张一", "李二", "赵四"]
    assert [sheet.role for sheet in reading.sheets] == ["old", "people"]
    assert "“10月”页是旧表或说明，没有读。" in [notice.sentence for notice in reading.notices]


def test_a_day_in_three_columns_and_a_person_on_two_lines(tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.append(["编号", "姓名", "部门", "入职时间", None, None, "手机", "备注"])
    sheet.append([None, None, None, "年", "月", "日", None, None])
    sheet.append(["A-001", "张 一", "财务部", 2019, 5, 6, "15400010001", None])
    sheet.append([None, None, None, None, None, None, "15400010002", None])
    sheet.append(["A-002", "李二", '"', "2019", "2", "30", "15400010003", "2026年底离职"])
    sheet.append(["本月在职：2人"])
    for area in ("D1:F1", "A1:A2", "B1:B2", "C1:C2", "A3:A4", "B3:B4", "C3:C4"):
        sheet.merge_cells(area)
    book.save(tmp_path / "名册.xlsx")
    reading = read_roster(tmp_path / "名册.xlsx", today=TODAY)
    assert [(row.emp_no, row.name, row.dept, row.hired_on, row.left) for row in reading.people] == [
        ("A-001", "张一", "财务部", date(2019, 5, 6), False),
        ("A-002", "李二", "财务部", None, False),
    ]
    assert kinds(reading) == {(4, "person-twice"), (5, "date-impossible")}


def test_the_sheet_of_a_twin_is_named_where_it_is_another(tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    for sheet in (book.active, book.create_sheet("外聘")):
        sheet.append(["工号", "姓名", "部门"])
        sheet.append(["1", "张一", "财务部"])
    book.worksheets[0].title = "正式"
    book.save(tmp_path / "名册.xlsx")
    (fault,) = read_roster(tmp_path / "名册.xlsx", today=TODAY).faults
    assert fault.sentence == "“张一”在“正式”页第 2 行已有，是同一个人，不再新建。"


def test_a_department_of_pensioners_affairs_has_not_left(tmp_path):
    reading = csv_of(tmp_path, "工号,姓名,手机\n离退休办公室,,\n1,张一,15400000001\n,,\n以下人员已离职,,\n2,李二,\n")
    assert [(row.name, row.dept, row.left) for row in reading.people] == [
        ("张一", "离退休办公室", False),
        ("李二", "离退休办公室", True),
    ]


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("离职人员", True),
        ("离职人员（1人）", True),
        ("本月已离职：", True),
        ("本月离职2人", False),
        ("注：以上无人离职", False),
    ],
)
def test_which_lines_begin_the_leavers(line, left, tmp_path):
    reading = csv_of(tmp_path, f"工号,姓名,部门\n1,张一,财务部\n{line},,\n2,李二,财务部\n")
    assert [row.left for row in reading.people] == [False, left]


def test_numbered_but_empty_lines_are_no_fault(tmp_path):
    reading = csv_of(tmp_path, "序号,工号,姓名,部门,备注\n1,A1,张一,财务部,\n2,,,财务部,\n3,,,,预留\n")
    assert [row.name for row in reading.people] == ["张一"]
    assert reading.faults == ()
