"""Rosters of other companies, each messy in its own way, and what a careful clerk would read in them."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Color, Font, PatternFill

GREEN = PatternFill("solid", fgColor="FF92D050")
BAND = PatternFill("solid", fgColor=Color(theme=0, tint=-0.0499))
GREY = PatternFill("solid", fgColor=Color(theme=0, tint=-0.249977))


def machine_works(path: Path) -> None:
    """Two factory sheets, departments as section rows, two-level header in row 4, a legend, 是否在职, banding."""
    book = Workbook()
    works = book.active
    works.title = "苏州工厂"
    works["A1"] = "永捷机械  员工信息登记表"
    works.merge_cells("A1:J1")
    works["A2"] = "绿色底纹表示已办离职，蓝色为试用期员工"
    upper = ["序号", "基本信息", None, None, "岗位信息", None, "联系方式", None, "是否在职", "说明"]
    lower = [None, "工作证号", "员工姓名", "男/女", "岗 位", "入厂\n时间", "手机号码", "内线", None, None]
    for column, (top, below) in enumerate(zip(upper, lower, strict=True), start=1):
        works.cell(4, column, top)
        works.cell(5, column, below)
    for area in ("B4:D4", "E4:F4", "G4:H4", "A4:A5", "I4:I5", "J4:J5"):
        works.merge_cells(area)
    lines = [
        ("section", "一、铸造车间（4人）"),
        (1, "0012", "单 田方", "男", "班长", "2011-3", 15400010012.0, "801", "是", None),
        (2, "0013", "曾国辉", "男", "造型工", "15.06.30", "154-0001-0013", "-", "是", None),
        (3, "0014", "马冬梅", "女", "造型工", datetime(2016, 7, 1), "15400010014", None, "否", "2026.3.1自离"),
        (4, "0015", "阿不都·克里木", "男", "炉前工", "2018年9月", "15400010015", None, "是", None),
        ("section", "二、财务科"),
        (5, "0016", "朴正花", "女", "会计", 43831, "15400010016/15400010099", "802转1", "是", "产假"),
        (6, "0017", "Anna Müller", "女", "Controller", "2020/1/6", "+86 15400010017", "803", "是", "外籍"),
        (7, "0012", "梁上君", "男", "出纳", "20210304", "15400010018", "804", "是", None),
        ("subtotal", "小计：7人"),
        ("section", "【总经理办公室】"),
        (8, "0019", "欧阳 修", "男", "主任", "2009.13.1", "1540001001", "805", "是", None),
        (9, None, "待招", None, "司机", None, None, None, None, "计划十月到岗"),
        (10, "0021", "尉迟敬德（返聘）", "男", "顾问", "二〇一九年五月一日", "15400010021", "8O6", "是", "退休返聘"),
        (11, "0022", "林黛", "女", "文员", "2026-12-01", "15400010022", None, "是", None),
        ("note", "以上信息如有变动，请及时通知人力资源部，谢谢配合！"),
        ("signature", "编制：　　　　审核：　　　　日期："),
    ]
    _fill_lines(works, 6, lines, 10)
    for row in (7, 9, 11, 13, 15, 17, 19, 21):
        for column in range(1, 11):
            works.cell(row, column).fill = BAND
    works.cell(8, 3).fill = GREEN
    works.row_dimensions[10].hidden = True
    office = book.create_sheet("北京办事处")
    office.append(["工作证号", "员工姓名", "科室", "岗位", "入厂时间", "手机号码", "是否在职", "说明"])
    office.append(["B001", "解晓东", "销售科", "经理", "2017.5.2", "15400020001", "是", None])
    office.append(["B002", "盖丽丽", "同上", "内勤", "2019-2-29", "15400020002", "是", None])
    office.append(["b003", "覃 辉", "销售科", "内勤", "2020-02-29", "1.54E+10", "是", "预计2027年1月离职"])
    office.append(["B004", "苏三", None, "司机", "2020-03-01", 15400020004, "Y", None])
    office["B3"].font = Font(strike=True)
    book.create_sheet("填写说明").append(["姓名", "按身份证填写", "部门"])
    book.save(path)


def _fill_lines(sheet, start, lines, width):
    for at, line in enumerate(lines, start=start):
        if isinstance(line[0], str):
            sheet.cell(at, 1, line[1])
            sheet.merge_cells(start_row=at, end_row=at, start_column=1, end_column=width)
            continue
        for column, value in enumerate(line, start=1):
            if value is not None:
                sheet.cell(at, column, value)


HR_SYSTEM = """导出时间：2026-11-15 09:30:00;;;;;;;;
人员编码;所属组织;人员姓名;职位名称;电子邮件地址;移动电话;入司日期;人员状态;离司日期
="00001";宏远集团/华北分公司/财务部;张三丰;财务经理;zhangsanfeng@hongyuan.example;15400030001;2015/3/1 0:00:00;在职;
="00002";宏远集团/华北分公司/财务部;"李  四";"会计
（兼出纳）";lisi@hongyuan.example;15400030002;2018/12/31 0:00:00;在职;
="00003";宏远集团/华北分公司/销售部;王五;销售代表;wangwu@hongyuan.exmaple;15400030003;2019/6/15 0:00:00;离职;2026/8/31 0:00:00
="00004";华南分公司/仓储部;赵六;保管员;zhaoliu@hongyuan.example;15400030004;2020/2/1 0:00:00;停薪留职;
="00005";华南分公司/仓储部;钱七;保管员;;;2021/13/1 0:00:00;试用;
人员编码;所属组织;人员姓名;职位名称;电子邮件地址;移动电话;入司日期;人员状态;离司日期
="00006";华南分公司/仓储部;孙八;"叉车工;电工";sunba@hongyuan.example;15400030006;2022/4/5 0:00:00;在岗;
="00006";华南分公司/仓储部;孙八;叉车工;sunba@hongyuan.example;15400030006;2022/4/5 0:00:00;在岗;
="00007";总部/信息部;周九;工程师;zhoujiu@hongyuan.example;15400030007;2023/7/8 0:00:00;在职;2027/1/31 0:00:00
="00008";总部/信息部;吴十;工程师;wushi＠hongyuan.example;１５４０００３０００８;31/12/2023;外星;
;总部/信息部;郑十一;实习生;;15400030009;03/04/2024;在职;
合计：10 人;;;;;;;;
"""


def hr_system(path: Path) -> None:
    """A GB18030 export with semicolons, codes as ="00001", a path for the place, a repeated header, a total."""
    path.write_bytes(HR_SYSTEM.replace("\n", "\r\n").encode("gb18030"))


def clinic_book() -> Workbook:
    """A roster without staff numbers, merged departments, two tables stacked, leavers on a sheet of their own."""
    book = Workbook()
    sheet = book.active
    sheet.title = "在职人员"
    sheet.append(["仁和诊所人员一览表（2026年11月）"])
    sheet.append(["部门", "姓名", "职务", "电话", "到岗日期", "备注"])
    rows = [
        ("内科", "华佗", "主任", 15400040001, date(2012, 5, 6), None),
        (None, "任 一", "医师", 15400040002, date(2015, 5, 6), None),
        (None, "刘洋", "护士", 15400040003, date(2020, 5, 6), None),
        ("外科", "扁鹊", "主任", 15400040004, date(2011, 1, 1), None),
        (None, "刘洋", "护士", 15400040005, date(2021, 1, 1), None),
        (None, "查理", "护士", 15400040005, date(2022, 1, 1), None),
        ("药房", "李时珍", "药师", 154000400, 44562, "长病假"),
        (None, "葛 洪", "药师", 15400040008, 44563, "离 (2026.10.31)"),
    ]
    for row in rows:
        sheet.append(row)
    for area in ("A3:A5", "A6:A8", "A9:A10"):
        sheet.merge_cells(area)
    sheet.append([])
    sheet.append(["外聘人员"])
    sheet.append(["姓名", "科室", "岗位", "手机", "入职"])
    sheet.append(["孙思邈", "中医科", "顾问", "15400040011", "2024.1.1"])
    sheet.append(["钱 乙", "儿科", "顾问", "15400040012", "2024.1"])
    left = book.create_sheet("离职人员名单")
    left.append(["姓名", "部门", "离职时间", "离职原因"])
    left.append(["张仲景", "内科", date(2025, 12, 31), "退休"])
    left.append(["刘洋", "外科", "2026.9.30", "个人原因"])
    return book


PHONE_LIST = (
    "姓名\t部门\t手机\t姓名\t部门\t手机\r\n"
    "张飞\t保安队\t15400050001\t关羽\t保安队\t15400050002\r\n"
    "刘备\t经理室\t15400050003\t诸葛亮\t参谋部\t15400050004\r\n"
    "赵云\t保安队\t15400050005\t\t\t\r\n"
)


def phone_list(path: Path) -> None:
    """Two tables side by side in UTF-16, as printed phone lists are."""
    path.write_bytes(PHONE_LIST.encode("utf-16"))


def headless(path: Path) -> None:
    """A text file without any title."""
    rows = [f"A{n:03d}|{name}|{dept}|154000600{n:02d}" for n, (name, dept) in enumerate(_HEADLESS, start=1)]
    path.write_text("\n".join(rows), encoding="utf-8-sig")


_HEADLESS = [("王小明", "技术部"), ("李小红", "技术部"), ("张大力", "行政部"), ("赵铁柱", "后勤部"), ("陈思", "财务部")]


def trading_house(path: Path) -> None:
    """Bilingual titles in row 6, numbers that only look like HT0012, two levels of departments, leavers below."""
    book = Workbook()
    sheet = book.active
    sheet["A1"], sheet["A3"], sheet["A4"] = "制表日期：2026-11-10", "宏图集团有限公司", "员工名册"
    sheet.append([])
    sheet.append(_BILINGUAL)
    for line in _TRADERS:
        sheet.append(line)
    for row in range(7, 12):
        sheet.cell(row, 3).number_format = '"HT"0000'
    sheet.append(["离职人员"])
    sheet.append(["工号", "姓名", "部门", "离职日期", "原因"])
    sheet.append(["HT0099", "赵离", "行政部", "2024.5.6", "回家"])
    sheet.append(["HT0098", "钱离", "行政部", None, None])
    book.create_sheet("Sheet2")
    book.save(path)


_BILINGUAL = [
    "No.", "姓\u00a0名 Name", "工号\u200b Employee No.", "一级部门", "二级部门", "职位 Title", "手机 Mobile", "邮箱 E-mail",
    "入职日期 Hire Date", "离职日期 Last Day", "在职状态", "紧急联系人", "紧急联系人电话", "备  注",
]  # fmt: skip
_TRADERS = [
    [
        1,
        "王建国",
        12,
        "华东分公司",
        "财务部",
        "经理",
        "15412340001（微信同号）",
        None,
        "2012-03-01",
        "在职",
        "正式",
        "李四",
        "15499990001",
    ],
    [
        2,
        "李  娜",
        13,
        "华东分公司",
        "财务部",
        "会计",
        "15412340002",
        "lina@ht.example",
        "2013/3/1",
        "2025年6月",
        "正式",
        None,
        None,
    ],
    [
        3,
        "Tom Lee",
        14,
        "华东分公司",
        "销售部",
        "Sales",
        "+86-154-1234-0003",
        None,
        "Mar 5, 2014",
        None,
        "正式",
        None,
        None,
    ],
    [
        4,
        "欧阳娜娜",
        15,
        "华南分公司",
        "销售部",
        "Sales",
        "15412340004",
        None,
        "2015.3.1",
        None,
        "已离职(2025-3-1)",
        None,
        None,
    ],
    [5, "司徒静", 16, "华南分公司", "销售部", "销售", "15412340005", None, "2015.3.1", "至今", "试用期", None, None],
    [None],
    [None, "共 5 人"],
]
