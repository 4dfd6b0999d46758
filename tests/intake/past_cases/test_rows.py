"""Single rows: people, sums, remarks, copies, totals, columns."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from desk_mailadmin.intake.past_cases.fields import Field, field_of_title, is_known_title
from desk_mailadmin.intake.past_cases.people import hides_others, names_in, of_note, parted, places_in
from desk_mailadmin.intake.past_cases.states import Standing, standing_of
from desk_mailadmin.kernel.errors import UserError

from .reading import kinds, read, table


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("陈𠮷祥、林清建", ["陈𠮷祥", "林清建"]),
        ("张三，李四/王五", ["张三", "李四", "王五"]),
        ("张三 李四", ["张三", "李四"]),
        ("张 三", ["张 三"]),
        ("张三和李四", ["张三", "李四"]),
        ("李和平", ["李和平"]),
        ("张三（财务部、兼职）、李四", ["张三（财务部、兼职）", "李四"]),
        ("阿依古丽·买买提", ["阿依古丽·买买提"]),
        ("", [""]),
    ],
)
def test_names_of_one_cell(text: str, names: list[str]):
    assert list(names_in(text)) == names


def test_departments_of_several_people():
    assert list(places_in("综合部、财务部", 2)) == ["综合部", "财务部"]
    assert list(places_in("综合部", 2)) == ["综合部", "综合部"]
    assert parted("华东分公司销售部") == ("华东分公司", "销售部")
    assert parted("总部/财务部") == ("总部", "财务部")
    assert parted("销售部") == ("", "销售部")
    assert (of_note("qh-021"), of_note("财务部"), of_note("已离职")) == (("QH-021", ""), ("", "财务部"), ("", ""))
    assert (hides_others("张三等3人"), hides_others("张三等"), hides_others("张等")) == (True, True, True)
    assert not hides_others("张三")


@pytest.mark.parametrize(
    ("said", "deducted", "standing"),
    [
        ("", "", Standing()),
        ("作废", "", Standing("void")),
        ("作 废", "已扣", Standing("void")),
        ("未作废", "", Standing()),
        ("经总经理批准免于处罚", "", Standing("waived", "", 10000)),
        ("减免40元", "是", Standing("valid", "yes", 4000, 6000)),
        ("减免一百元", "", Standing("waived", "", 10000)),
        ("减半", "", Standing("valid", "", 5000)),
        ("3月工资已扣", "", Standing("valid", "yes", 0, 10000)),
        ("", "4月工资扣", Standing("valid", "yes", 0, 10000)),
        ("", "否", Standing("valid", "no")),
        ("下月扣", "", Standing("valid", "no")),
        ("已扣60元，余40元", "", Standing("valid", "part", 0, 6000)),
        ("已扣100元", "", Standing("valid", "yes", 0, 10000)),
        ("尚欠30元", "", Standing("valid", "part", 0, 7000)),
        ("分两次扣", "3月", Standing("valid", "part")),
        ("分两次扣，已扣清", "", Standing("valid", "yes", 0, 10000)),
        ("现金交财务", "", Standing("valid", "yes", 0, 10000)),
    ],
)
def test_what_remarks_say(said: str, deducted: str, standing: Standing):
    assert standing_of(said, deducted, 10000, Standing()) == standing


def test_sums_of_columns_say_it_too():
    assert standing_of("", "", 10000, Standing("", "", 0, 4000)) == Standing("valid", "part", 0, 4000)
    assert standing_of("", "", 10000, Standing("", "", 2500, 7500)) == Standing("valid", "yes", 2500, 7500)
    assert standing_of("已扣", "", 0, Standing()) == Standing()


@pytest.mark.parametrize(
    ("amount", "facts", "each", "kind"),
    [
        ("各58元", "打私人长途", 5800, ""),
        ("58", "打私人长途（各罚）", 5800, ""),
        ("58", "打私人长途", 0, "amount-joint"),
        ("共116元", "打私人长途", 0, "amount-shared"),
        ("共115.01元", "打私人长途", 0, "amount-shared"),
        ("0", "打私人长途", 0, ""),
    ],
)
def test_a_sum_of_two_people_is_divided_only_where_it_is_said(
    tmp_path: Path, amount: str, facts: str, each: int, kind: str
):
    reading = read(table(tmp_path, f"1,3.5,张三、李四,销售部,{facts},电话12.8,罚款,{amount},"))
    assert [case.fine_fen for case in reading.rows] == [each, each]
    faults = [fault for fault in reading.faults if fault.field == "amount"]
    assert [fault.kind for fault in faults] == ([kind] if kind else [])
    assert [fault.repair for fault in faults] == {
        "amount-joint": ["各58.00元"], "amount-shared": ["各58.00元"] if amount == "共116元" else [None], "": [],
    }[kind]  # fmt: skip
    assert len(reading.ready) == (0 if kind else 2)


@pytest.mark.parametrize(
    ("said", "amount", "fine", "recovery", "sanctions"),
    [
        ("追缴话费", "8.6", 0, 860, ("recovery",)),
        ("追缴话费8.6元并罚款", "58.6", 5000, 860, ("recovery", "fine")),
        ("追缴话费，罚款50元", "58.6", 5000, 860, ("recovery", "fine")),
        ("追缴并罚款", "58.6", 5860, 0, ("recovery", "fine")),
        ("", "50", 5000, 0, ("fine",)),
        ("警告", "50", 5000, 0, ("warning", "fine")),
        ("", "口头警告", 0, 0, ("warning",)),
        ("罚款50元", "", 5000, 0, ("fine",)),
        ("", "20×0.15+50=53", 5300, 0, ("fine",)),
    ],
)
def test_a_sum_follows_the_words_beside_it(
    tmp_path: Path, said: str, amount: str, fine: int, recovery: int, sanctions: tuple[str, ...]
):
    (case,) = read(table(tmp_path, f"1,3.5,张三,销售部,打私人长途,电话12.8,{said},{amount},")).rows
    assert (case.fine_fen, case.recovery_fen, case.sanctions) == (fine, recovery, sanctions)


def test_copies_and_numbers(tmp_path: Path):
    reading = read(
        table(
            tmp_path,
            "A01,3.5,张三,销售部,打私人长途,电话12.8,罚款,58,",
            ",3.5,张三,销售部,打私人长途,电话12.8,罚款,58,",
            ",3.6,李四,销售部,打私人长途,电话12.8,罚款,58,",
            "A04,3.7,李四,销售部,打私人长途,电话12.8,罚款,58,",
            "A04,3.8,王五,销售部,关机,电话15.二.6,罚款,100,",
            ",3.9,王五,销售部,打私人长途,电话12.8,罚款,58,",
        )
    )
    assert [case.row for case in reading.rows if case.same_as] == [3]
    assert [(f.row, f.repair) for f in reading.faults if f.kind == "slip-missing"] == [(4, "A02"), (7, "A05")]
    assert {(3, "E", "line-copied"), (6, "A", "slip-shared")} <= kinds(reading)


def test_ledgers_without_any_number_are_not_nagged(tmp_path: Path):
    reading = read(table(tmp_path, ",3.5,张三,销售部,打私人长途,电话12.8,罚款,58,"))
    assert reading.faults == ()


@pytest.mark.parametrize(
    ("total", "kind"),
    [("158", ""), ("258.00", ""), ("伍佰元整", "total-differs"), ("（略）", ""), ("358", "")],
)
def test_totals_may_count_void_rows_or_not(tmp_path: Path, total: str, kind: str):
    reading = read(
        table(
            tmp_path,
            "1,3.5,张三,销售部,打私人长途,电话12.8,罚款,58,",
            "2,3.6,李四,销售部,关机,电话15.二.6,罚款,100,",
            "3,3.7,李四,销售部,关机,电话15.二.6,罚款,100,作废",
            "4,3.8,李四,销售部,关机,电话15.二.6,罚款,100,免于处罚",
            f"合计,,,,,,,{total},",
        )
    )
    assert [fault.kind for fault in reading.faults] == ([kind] if kind else [])


def test_days_carried_dittos_and_days_elsewhere(tmp_path: Path):
    reading = read(
        table(
            tmp_path,
            "1,,张三,销售部,打私人长途,电话12.8,罚款,58,",
            "三月份",
            "2,3.5,张三,销售部,打私人长途,电话12.8,罚款,58,",
            "3,,同上,〃,关机,电话15.二.6,罚款,100,",
            "4,4.5,王五,销售部,关机,电话15.二.6,罚款,100,",
            "以下空白",
        )
    )
    assert kinds(reading) == {(2, "B", "date-missing"), (5, "B", "date-carried"), (6, "B", "date-elsewhere")}
    assert [case.name for case in reading.rows] == ["张三", "张三", "张三", "王五"]
    assert [case.row for case in reading.ready] == [4, 5, 6]


def test_titles_that_speak_of_validity(tmp_path: Path):
    path = tmp_path / "2025.csv"
    path.write_text("姓名,日期,事由,金额,是否有效\n张三,3.5,关机,100,否\n李四,3.6,关机,100,是\n", encoding="utf-8")
    assert [case.state for case in read(path).rows] == ["void", "valid"]


def test_a_mapping_overrules_the_guess(tmp_path: Path):
    path = table(tmp_path, "1,3.5,张三,销售部,打私人长途,电话12.8,罚款,58,旧号77")
    mapping = dict(read(path).mapping)
    (case,) = read(path, {**mapping, "备注": "", "金额": "recovery"}).rows
    assert (case.remark, case.fine_fen, case.recovery_fen, case.sanctions) == ("", 0, 5800, ("fine", "recovery"))
    with pytest.raises(UserError, match="不像处罚台账"):
        read(path, {**mapping, "姓名": ""})


def test_two_tables_of_one_sheet_and_a_header_that_comes_again(tmp_path: Path):
    head = ["姓名", "日期", "事由", "依据", "金额"]
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (
        ["2025年处罚台账"],
        head,
        ["张三", "3.5", "关机", "电话15.二.6", 100],
        head,
        ["李四", "3.6", "关机", "电话15.二.6", 100],
        ["员工", "违纪时间", "违纪行为", "条款", "罚款"],
        ["王五", "4.6", "关机", "电话15.二.6", "#N/A"],
    ):
        sheet.append(row)
    path = tmp_path / "两张表.xlsx"
    book.save(path)
    reading = read(path)
    assert [(case.name, case.row) for case in reading.rows] == [("张三", 3), ("李四", 5), ("王五", 7)]
    assert reading.headings()[:2] == ("姓名", "日期")
    assert reading.sheets[0].header_rows == (2, 6)


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("处罚金额（元）", Field.AMOUNT),
        ("罚款(元)", Field.FINE),
        ("违 规 人", Field.NAME),
        ("违规行为描述", Field.FACTS),
        ("处罚所依据的条款", Field.CLAUSE),
        ("审批人", None),
        ("以上内容由行政部负责登记和解释", None),
        ("", None),
    ],
)
def test_titles_of_columns(title: str, field: Field | None):
    assert field_of_title(title)[0] == field
    assert is_known_title(title) == (field is not None or title == "审批人")
