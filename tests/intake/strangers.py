"""Rosters of eight more invented houses, written by somebody who did not know how rosters are read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

Lines = Sequence[Sequence[object]]


def _write(sheet: Worksheet, row: int, column: int, lines: Lines) -> None:
    for down, line in enumerate(lines):
        for right, value in enumerate(line):
            sheet.cell(row + down, column + right, None if value == "" else value)


def hospital(path: Path) -> None:
    """Wards as banners, dates by month, statuses of a hospital, yellow for new colleagues."""
    book = Workbook()
    sheet = book.active
    sheet.title = "在职"
    sheet["A1"], sheet["A2"], sheet["G2"] = "临江区第二人民医院职工花名册", "制表：人事科", "打印日期：2026年11月3日"
    sheet.merge_cells("A1:I1")
    _write(
        sheet,
        4,
        1,
        [
            ("序\n号", "职工编码", "姓　名", "性别", "职称", "职 务", "联系电话", "来院时间", "人员状态"),
            ("【内科】",),
            (1, "00012", "孙　丽", "女", "主任医师", "科主任", "138 0571 1201", "1998.7", "在岗"),
            (2, "00013", "周大伟", "男", "主治医师", "", "13805711202", "2010年8月", "进修"),
            (3, "00014", "吴敏(返聘)", "女", "副主任医师", "", "13805711203", "1985/9/1", "返聘"),
            (4, "00015", "郑国庆", "男", "主任医师", "", "13805711204", "1979.12", "退休"),
            ("小计：4人",),
            ("【外科】",),
            (1, "00021", "王磊", "男", "医师", "", "１３８０５７１１２０５", "2021-07-01", "在岗"),
            (2, "00022", "冯婷", "女", "护师", "护士长", "13805711206", "20150315", "产假"),
            (3, "00022", "陈晨", "女", "护士", "", "13805711207", "2019.13", "在岗"),
            (4, "", "褚卫东", "男", "医师", "", "1380571120", "2018.5.6", "在岗"),
            (5, "00025", "蒋欣", "女", "护士", "", "13805711209", "2020.2.30", "辞职"),
            ("小计：5人",),
            ("【医务科】",),
            (1, "00031", "沈阳", "男", "", "科长", "13805711210", "2005.6", "援疆"),
            (2, "00032", "韩梅", "女", "", "科员", "13805711211", "2023.9.1", "规培结束离院"),
            ("合计：11人",),
            ("注：本表一式两份，人事科、院办各存一份。",),
            ("审核：　　　　　制表：",),
        ],
    )
    for row in (5, 11, 18):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=9)
    sheet["C12"].fill = PatternFill("solid", fgColor="FFFFFF00")
    book.save(path)


def school(path: Path) -> None:
    """Semicolons in GB18030, remarks in whole sentences, a total under the running number."""
    path.write_bytes(
        """城关镇中心小学教职工一览表;;;;;;;
截至2026年9月;;;;;;;
序号;姓名;年级组/部门;任教学科;手机;何时调入;备注;
1;钱小芳;一年级组;语文;13905722301;2003年8月;;
2;"赵 刚";一年级组;数学;139-0572-2302;2011.08;;
3;欧阳文静;二年级组;英语、音乐;13905722303;2015年秋;班主任;
4;李明;二年级组;体育;13905722304;2008/8/20;2026年8月调往城南小学;
5;李明;总务处;;13905722305;1999.9;与二年级组李明同名;
6;古丽·阿依木;三年级组;舞蹈;13905722306;2020-9-1;支教;
7;何其芳;三年级组;语文;13905722307;2026年9月1日;新调入;
8;马　腾;校长室;;13905722308、0572-2203411;1996年7月;校长兼书记;
9;白雪;总务处;会计;;2013.3;;
10;待聘;四年级组;科学;;;;
11;高山;四年级组;科学;13905722311;2010.9;2026.7退休;
12;高水;四年级组;语文;13905722312;2010.9;高山之妻，配偶已退休;
合计;12人;;;;;;
校长签字：;;;;年 月 日;;;
""".encode("gb18030")
    )


def hotel(path: Path) -> None:
    """A sheet for each department, two tables beside each other with a gap, and who has left on a sheet 离店人员."""
    book = Workbook()
    book.remove(book.active)
    head = ("员工号", "姓名", "岗位", "手机号码")
    houses: dict[str, tuple[Lines, Lines]] = {
        "前厅部": (
            [
                (1001, "安琪", "前台主管", 13611110001),
                (1002, "毕胜", "礼宾", 13611110002),
                (1003, "常乐", "总机", 13611110003),
            ],
            [(1004, "邓超群", "前台", 13611110004), (1005, "尔冬", "前台", 13611110005.0)],
        ),
        "客房部": (
            [
                ("HK01", "方圆", "楼层主管", "13611110006"),
                ("HK02", "葛优优", "服务员", "13611110007"),
                ("HK03", "黄河（9月离职）", "服务员", "13611110008"),
            ],
            [("HK04", "江海", "PA", "13611110009"), ("HK05", "康康", "服务员", "1361111OO10")],
        ),
        "餐饮部": (
            [("FB01", "罗兰", "经理", "13611110011"), ("FB02", "毛毛", "厨师长", "13611110012")],
            [("FB03", "倪萍萍", "服务员", "13611110013")],
        ),
    }
    for name, (left, right) in houses.items():
        sheet = book.create_sheet(name)
        sheet["A1"] = f"云栖大酒店{name}人员表"
        sheet.merge_cells("A1:I1")
        _write(sheet, 2, 1, [head, *left])
        _write(sheet, 2, 6, [head, *right])
    for column in range(1, 5):
        book["餐饮部"].cell(4, column).font = Font(strike=True)
    _write(
        book.create_sheet("离店人员"),
        1,
        1,
        [
            ("员工号", "姓名", "原部门", "离店日期", "原因"),
            ("FB09", "潘多拉", "餐饮部", datetime(2026, 5, 1), "个人原因"),
            (1006, "秦淮", "前厅部", "2026.6.30", "合同到期"),
            (1002, "毕胜", "前厅部", "2026/10/31", "辞职"),
        ],
    )
    _write(
        book.create_sheet("各部门人数统计"),
        1,
        1,
        [("部门", "编制", "在岗", "缺编"), ("前厅部", 6, 4, 2), ("合计", 14, 10, 4)],
    )
    book.save(path)


def logistics(path: Path) -> None:
    """Two-level titles with a bare 入职 and 离职, merged depots, a hidden row, a number in the place of a name."""
    book = Workbook()
    sheet = book.active
    sheet["B1"] = "迅达物流（集团）员工信息登记表"
    _write(sheet, 3, 2, [("网点", "班组", "基本信息", "", "", "联系方式", "", "任职情况")])
    _write(sheet, 4, 4, [("姓名", "员工编号", "性别", "手机", "紧急联系人电话", "岗位", "入职", "离职")])
    start = datetime(2022, 1, 1)
    _write(
        sheet,
        5,
        2,
        [
            ("杭州分拨中心", "干线组", "石磊", "XD-001", "男", 13712340001, 13799990001, "司机", start, ""),
            ("", "", "田甜", "XD-002", "女", 13712340002, "", "调度", start, ""),
            ("", "城配组", "魏巍", "xd-003", "男", 1.3712340003e10, "", "司机", "2021.5.8", "2026.8.15"),
            ("", "", "徐徐", "XD-004", "男", "+86 13712340004", "", "司机", 44317, ""),
            (
                "宁波分拨中心",
                "干线组",
                "杨洋",
                "XD-005",
                "女",
                "(137)1234-0005",
                "",
                "文员",
                start,
                datetime(2027, 1, 31),
            ),
            ("", "", "杨洋", "XD-006", "男", "13712340006", "", "司机", start, ""),
            ("", "", "朱", "XD-007", "男", "13712340007", "", "搬运", start, ""),
            ("", "仓储组", "XD-008", "尤佳", "女", "13712340008", "", "仓管", start, ""),
            ("", "", "许多", "XD-009", "男", "13712340009", "", "仓管", datetime(2028, 1, 1), ""),
            ("", "", "许多多", "XD-010", "男", "13712340010", "", "仓管", start, datetime(2021, 1, 1)),
        ],
    )
    for merged in (
        "B3:B4",
        "C3:C4",
        "D3:F3",
        "G3:H3",
        "I3:K3",
        "B5:B8",
        "C5:C6",
        "C7:C8",
        "B9:B14",
        "C9:C11",
        "C12:C14",
    ):
        sheet.merge_cells(merged)
    sheet.row_dimensions[6].hidden = True
    book.save(path)


def mine(path: Path) -> None:
    """A sheet for each pit, gangs with lost merges, statuses under 在册情况, somebody who moved pits."""
    book = Workbook()
    book.remove(book.active)
    pits: dict[str, Lines] = {
        "一号井": [
            ("采煤一队", "101", "龙腾", "班长", "在册", "  "),
            ("", "102", "虎跃", "采煤工", "在册", ""),
            ("", "103", "熊大", "采煤工", "工伤休养", ""),
            ("掘进队", "105", "柏林", "掘进工", "在册", "2026年9月调二号井"),
            ("", "106", "苗苗", "记录员", "停薪留职", ""),
        ],
        "二号井": [
            ("采煤二队", "105", "柏林", "掘进工", "在册", "由一号井调入"),
            ("", "201", "凤舞", "班长", "在册", ""),
            ("", "202", "花开", "采煤工", "死亡", "2026.3"),
            ("", "203", "花落", "采煤工", "除名", ""),
            ("机电队", "204", "富贵", "电工", "在册", ""),
            ("", "204", "荣华", "电工", "在册", ""),
            ("", "２０６", "长安", "电工", "在册", ""),
        ],
    }
    for name, lines in pits.items():
        sheet = book.create_sheet(name)
        _write(sheet, 1, 1, [("黑山煤业公司",), (f"{name}在册职工名册",), ("填报单位（盖章）：",)])
        _write(sheet, 5, 1, [("队别", "工号", "姓名", "工种", "在册情况", "说明"), *lines])
        _write(sheet, 7 + len(lines), 1, [("矿长：", "", "", "人事主管：")])
    book.save(path)


def law_firm(path: Path) -> None:
    """English titles, Chinese names beside foreign ones, a comma in a name, a vacant post."""
    path.write_text(
        """No,Name,Chinese Name,Title,Practice Group,Mobile,Direct Line,E-mail,Joined,Left
1,Jonathan Meyer,,Partner,Corporate,+86 138-1111-2222,021-6000 0001,jmeyer@lexis-lin.example,2009-04-01,
2,Lin Yifan,林一凡,Partner,Corporate,13811112223,021-60000002,yflin@lexis-lin.example,2009-04-01,
3,Maria d'Ávila-Souza,,Of Counsel,Arbitration,+852 9123 4567,,mdavila@lexis-lin.example,2015-01-15,
4,Zhang Wei,张伟,Associate,Arbitration,13811112225,,wzhang@lexis-lin.example,1-Sep-19,
5,Zhang Wei,张薇,Associate,Arbitration,13811112226,,wzhang2@lexis-lin.example,1-Sep-19,30-Jun-26
6,Qin Mo,覃默,Paralegal,IP,13811112227,,moqin@lexis-lin,2021-02-29,
7,"O'Brien, Sean",,Associate,IP,13811112228,,sobrien@lexis-lin.example,"March 3, 2022",
8,Vacant,,Associate,IP,,,,,
9,Shangguan Ke,上官珂,Secretary,Office,13811112230,,wzhang@lexis-lin.example,2022/3/4,
""",
        encoding="utf-8-sig",
    )


def foreign_owned(path: Path) -> None:
    """Titles in two languages on two lines, English statuses, notice periods, a post still open."""
    book = Workbook()
    sheet = book.active
    titles = (
        "Employee ID\n工号", "Name (CN)\n中文名", "English Name\n英文名", "Cost Center\n成本中心", "Dept.\n部门",
        "Position\n职位", "Mobile\n手机", "Onboard Date\n入职日期", "Last Working Day\n最后工作日", "Status\n状态", "Remark",
    )  # fmt: skip
    _write(
        sheet,
        1,
        1,
        [
            titles,
            ("E0001", "顾念", "Nina Gu", 1001, "Finance", "Controller", "13922220001", "15-Mar-2021", "", "Active", ""),
            (
                "E0002",
                "",
                "Hans Müller",
                1001,
                "Finance",
                "CFO",
                "+49 151 2345",
                datetime(2018, 1, 1),
                "",
                "Active",
                "",
            ),
            (
                "E0003",
                "郝运",
                "Lucky Hao",
                2001,
                "Sales",
                "Rep",
                "13922220003",
                "2020/5/6",
                datetime(2026, 12, 31),
                "Resigned",
                "",
            ),
            (
                "E0004",
                "纪晓",
                "Joy Ji",
                2001,
                "Sales",
                "Rep",
                "13922220004",
                "2020-05-06",
                "2026-03-31",
                "Terminated",
                "",
            ),
            ("E0005", "管仲", "Zack Guan", 2001, "Sales", "Intern", "13922220005", "2026-07-01", "", "Inactive", ""),
            ("E0006", "苏丹", "Dan Su", 2001, "Sales", "Rep", "13922220006", "05/06/2020", "", "On Leave", ""),
            ("E0007", "邢 远", "Yuan Xing", 3001, "IT", "Admin", "13922220007", "2022-2-2", "", "", ""),
            ("E0008", "TBH", "", 3001, "IT", "Admin", "", "", "", "Open", ""),
            ("E0001", "顾念念", "Nian Gu", 3001, "IT", "Dev", "13922220009", "2022-2-2", "", "Active", ""),
        ],
    )
    book.save(path)


def municipal(path: Path) -> None:
    """A web page named .xls: offices with lost merges, two mobiles in a cell, a post without anybody."""
    rows = (
        ("单位", "处（科）室", "姓　名", "编制", "职　务", "办公电话", "手机", "备　注"),
        ("市建设局", "办公室", "于　勇", "行政", "党组书记、局长", "0573-82051234转801", "13567340001", ""),
        ("", "", "尹志平", "行政", "主任", "82051235/82051236", "13567340002 13567340003", ""),
        ("", "城建科", "史可", "事业", "科长", "8205 1237", "135 6734 0004", "挂职（县里）至2027年"),
        ("", "", "明亮", "编外", "科员", "", "13567340005", "2026年10月31日合同终止"),
        ("市水利局", "办公室", "江流", "行政", "主任", "82059999", "13567340006", "借调省厅"),
        ("", "", "海燕", "行政", "科员", "同上", "", "已调离"),
        ("", "", "空编", "行政", "", "", "", ""),
        ("", "水政科", "付强(兼)", "行政", "科长", "82059998", "13567340008", "兼办公室副主任"),
    )
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    title = "<tr><td colspan=8>市直机关工作人员通讯名册</td></tr>"
    path.write_bytes(
        f"<html><head><meta charset=gb2312></head><body><table>{title}{table}</table></body></html>".encode("gb18030")
    )
