"""Whatever titles, order and spelling an office chooses, the same people come out; whatever the cells hold, nothing breaks."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk_mailadmin.intake.grid import Cell, Document, GridRow, SheetGrid
from desk_mailadmin.intake.roster.reader import _Reading
from desk_mailadmin.kernel.errors import UserError

TODAY = date(2026, 11, 15)
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

TITLES = {
    "emp_no": ["工号", "员工编号", "人员编码", "工作证号", "职工号", "工 号", "员工工号（必填）", "Employee No."],
    "name": ["姓名", "姓　名", "员工姓名", "人员姓名", "姓名 Name", "职工姓名", "名字"],
    "branch": ["单位", "分公司", "所属公司", "所在单位", "分支机构"],
    "dept": ["部门", "所属部门", "部门/科室", "科室", "部门名称", "任职部门"],
    "mobile": ["手机", "手机号码", "移动电话", "联系电话", "电话", "手 机\n号 码"],
    "hired_on": ["入职日期", "入职时间", "入司日期", "进厂时间", "到岗日期", "报到日期"],
    "post": ["岗位", "职务", "职位", "工种", "岗位名称"],
}
FOREIGN = ["序号", "出生年月", "学历", "身份证号", "籍贯"]
PEOPLE = [
    ("QY0001", "王建国", "总部", "财务部", "15400000001", date(2019, 2, 3), "会计"),
    ("QY0002", "欧阳娜", "总部", "财务部", "15400000002", date(2020, 12, 31), "出纳"),
    ("QY0003", "单明", "华东分公司", "销售部", "15400000003", date(2021, 7, 8), "代表"),
    ("QY0004", "阿依古丽·买买提", "华东分公司", "销售部", "15400000004", date(2026, 11, 15), "代表"),
    ("QY0005", "朴正花", "华东分公司", "仓库", "15400000005", date(2005, 1, 1), "保管"),
]
DATES = ["%Y-%m-%d", "%Y.%m.%d", "%Y/%m/%d", "%Y年%m月%d日", "%Y%m%d", "%y.%m.%d"]
MOBILES = ["{0}", "{0} ", "+86{0}", "{1} {2} {3}", "{1}-{2}-{3}"]


def sheet(lines):
    return SheetGrid("表", [GridRow(at, tuple(map(Cell, line))) for at, line in enumerate(lines, start=1)])


def people_of(*sheets):
    return _Reading(Document(sheets), TODAY, None, None).result("花名册.xlsx", "").people


@st.composite
def layouts(draw):
    fields = draw(st.permutations([*TITLES, *draw(st.lists(st.sampled_from(FOREIGN), unique=True, max_size=3))]))
    titles = [draw(st.sampled_from(TITLES[field])) if field in TITLES else field for field in fields]
    lines = [["某某公司员工花名册"]] * draw(st.integers(0, 2)) + [titles]
    for at, person in enumerate(PEOPLE):
        lines.append([_shown(draw, field, person, at) for field in fields])
        if draw(st.booleans()) and at < 4:
            lines.append(draw(st.sampled_from([[""], titles, ["小计：2人"], ["注：按入职先后排列"]])))
    return [*lines, ["合计", "5"], ["制表：　　审核："]]


def _shown(draw, field, person, at):
    if field not in TITLES:
        return {"序号": at + 1, "出生年月": "1980.1", "学历": "本科", "身份证号": "33010019800101123X", "籍贯": "浙江"}[
            field
        ]
    value = person[["emp_no", "name", "branch", "dept", "mobile", "hired_on", "post"].index(field)]
    if field == "hired_on":
        return value.strftime(draw(st.sampled_from(DATES)))
    if field == "mobile":
        return draw(st.sampled_from(MOBILES)).format(value, value[:3], value[3:7], value[7:])
    if field == "name" and len(value) == 2:
        return draw(st.sampled_from([value, f"{value[0]}　{value[1]}", f"{value[0]} {value[1]}"]))
    return value


@SLOW
@given(layouts())
def test_the_same_people_come_out_of_every_layout(lines):
    found = [
        (row.emp_no, row.name, row.branch, row.dept, row.mobile, row.hired_on, row.post)
        for row in people_of(sheet(lines))
    ]
    assert found == PEOPLE


CELLS = st.one_of(
    st.none(),
    st.text(max_size=12),
    st.floats(),
    st.integers(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.sampled_from(
        ["工号", "姓名", "部门", "小计", "离职", "财务部", "张三", "15400000001", "2024.2.30", "同上", "备注：", "是"]
    ),
)


@SLOW
@given(st.lists(st.lists(CELLS, max_size=8), max_size=15))
def test_no_table_breaks_the_reader(lines):
    header = ["工号", "姓名", "部门", "手机", "入职日期", "备注"]
    try:
        people = people_of(sheet(lines), sheet([header, *lines]))
    except UserError:
        return
    assert all(row.name for row in people)
