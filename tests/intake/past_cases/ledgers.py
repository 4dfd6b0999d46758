"""Penalty ledgers of six other offices, each kept in its own way. Nobody in them is real."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet


def _rows(sheet: Worksheet, start: int, rows: Sequence[Sequence[Any]]) -> None:
    for at, row in enumerate(rows, start):
        for column, value in enumerate(row, 1):
            if value is not None:
                sheet.cell(at, column).value = value


def machine_works(path: Path) -> Path:
    """Write a ledger with two-level titles, merged names and days, months between the rows, sums by hand."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "登记簿"
    _rows(
        sheet,
        1,
        [
            ["北河机械厂违纪处罚登记簿"],
            ["二〇二四年度", None, None, None, None, None, None, None, None, "填表单位：行政科"],
            ["序号", "单位", "责任人", "职工号", "违规情况", None, "依据条款", "处理", None, "执行情况"],
            [None, None, None, None, "时间", "内容", None, "罚款（元）", "赔偿（元）", None],
            ["一月份"],
            [
                1,
                "铸造车间",
                "齐国栋",
                "B-017",
                "1月5日",
                "占用门卫报警电话",
                "电话制度15.一.4",
                50,
                None,
                "1月工资已扣",
            ],
            [2, None, None, None, None, "拨打168声讯台", "15条一款3项", "86元", None, None],
            [3, "财务科", "盖丽丽", "B-102", None, "故意损坏话机", "电话管理规定 15-一-7", 100, 230.5, "未扣"],
            ["一月小计", None, None, None, None, None, None, 236, 230.5],
            ["——2月——"],
            [4, "销售科", "毋庸", "B-033", "二月十四日", "没有接电话", "门禁管理办法第3条", "口头警告", None, None],
            [5, "销售科", "毋庸", "B-033", "2.14", "手机关机", "电话15.二.6", 100, None, "已扣60元"],
            ["本月小计", None, None, None, None, None, None, 150, None],
            ["合计", None, None, None, None, None, None, 336, 230.5],
            ["备注：1. 罚款从当月工资扣除。"],
            ["制表：闻人雪", None, None, "审核："],
        ],
    )
    for area in ("A1:J1", "A5:J5", "C6:C7", "B6:B7", "D6:D7", "E6:E8", "E3:F3", "H3:I3", "A15:J15"):
        sheet.merge_cells(area)
    book.save(path)
    return path


def trading_company(path: Path) -> Path:
    """Write a CSV in GB18030: no year in any title, days and sums in many spellings, 同上, a row without a name."""
    lines = [
        "罚单编号,员工姓名,所在部门,违章日期,违反制度,条款号,处罚措施,处罚金额（元）,是否扣款,备注",
        "CF-01,米乐,采购部,2023/3/5,电子邮件管理规定,第六条第二款,降薪,—,,",
        'CF-02,米乐,同上,3月9日,〃,6.3,罚款,"￥1,200.00",是,总经理特批加重',
        "CF-03,占有福,物流部,20230401,电话规定,12.8,罚款,五百,4月,",
        "CF-04,占有福,物流部,4.2,电话规定,12.8,罚款,约100元,,",
        "CF-05,,物流部,4.3,电话规定,12.8,罚款,55,,",
        "CF-06,岑参（QH0021）,物流部,4月31日,电话规定,15.一.3,罚款,58元,否,",
        "CF-07,过秋月,综合部,4月20日,电话规定,15.一.3,罚款,伍拾捌元整(58.00),,分两次扣",
        "CF-07,过秋月,综合部,4月20日,电话规定,15.一.3,罚款,85,,",
        "CF-08,苗条,综合部,,考勤制度,第九条,罚款,20,,",
        "CF-09,应有德,综合部,2023.5,电话规定,15.一.4,罚款,50,,",
        ",,,,,,合计,2025.00,,",
    ]
    path.write_bytes("\r\n".join(lines).encode("gb18030"))
    return path


def office_system(path: Path) -> Path:
    """Write what a web console calls .xls: HTML with cells that span rows."""
    rows = [
        (
            "<tr><th>单据编号</th><th>部门</th><th>违规人员</th><th>事发日期</th><th>违规事项</th><th>处罚依据</th>"
            "<th>处理意见</th><th>罚款金额</th><th>补缴话费</th><th>单据状态</th></tr>"
        ),
        (
            "<tr><td>OA0031</td><td rowspan='2'>客服部</td><td rowspan='2'>钟离静</td><td>2025年三月五日</td>"
            "<td>拨打声讯台</td><td>002/15.一.3</td><td>追缴话费并罚款</td><td>伍佰元整</td><td>22.50</td><td>已生效</td></tr>"
        ),
        (
            "<tr><td>OA0032</td><td>2025年十一月二十一日</td><td>打私人电话</td><td>电话管理制度第十五条第一款第五项</td>"
            "<td>自付话费</td><td></td><td>8元6角</td><td>已撤销</td></tr>"
        ),
        (
            "<tr><td>OA0040</td><td>仓储部</td><td>乐天</td><td>2025-12-30</td><td>未登记长途</td><td>长途电话登记制度</td>"
            "<td>记过一次</td><td>/</td><td>/</td><td>已生效</td></tr>"
        ),
    ]
    text = f"<html><head><meta charset='gb2312'></head><body><table border='1'>{''.join(rows)}</table></body></html>"
    path.write_bytes(text.encode("gb18030"))
    return path


def quarterly_sheets(path: Path) -> Path:
    """Write a workbook with a sheet for each quarter, days as serial numbers, departments as headings."""
    book = Workbook()
    book.remove(book.worksheets[0])
    head = ["编号", "姓名", "日期", "违规行为", "违反条款", "处罚结果", "金额", "扣款月份", "备注"]
    first, second, old = (book.create_sheet(name) for name in ("2024年一季度", "2024年二季度", "草稿"))
    _rows(
        first,
        1,
        [
            ["处罚明细"],
            head,
            ["生产部"],
            ["24-001", "敖登", 45356, "群发笑话邮件", "邮件6.2", "降薪", None, None, None],
            ["24-002", "敖登", 45370, "转发邮件", "邮件6.2", "降职", None, None, "申诉成立，撤销"],
            ["设备科"],
            ["24-003", "逯遥", "3.12", "发送大邮件", "邮件6.1", "警告并罚款500元", None, "4月", "分两次扣"],
            ["总计", None, None, None, None, None, 500],
        ],
    )
    _rows(
        second,
        1,
        [
            head,
            ["24-004", "逯遥", 45401, "订阅电子杂志", "邮件6.1", "罚款", 800, "5月", "减免300元"],
            ["24-005", "敖登", 45413.5, "免费邮箱", "邮件6.3", "罚款", 200, None, "减半"],
            ["合计", None, None, None, None, None, 600],
        ],
    )
    _rows(old, 1, [head, ["24-099", "某某", 45401, "", "", "罚款", 1]])
    old.sheet_state = "hidden"
    first.merge_cells("A3:I3")
    book.save(path)
    return path


def hospital(path: Path) -> Path:
    """Write a ledger without a column of sums: they stand among the words; day in three columns, points."""
    book = Workbook()
    sheet = book.worksheets[0]
    _rows(
        sheet,
        1,
        [
            ["城东医院通讯违规处理情况一览表"],
            ["科室", "当事人", "年", "月", "日", "违规事由", "处理结果", "落实情况"],
            ["内科", "郝仁", 2025, 2, 3, "查出打私人长途", "追缴话费8.60元，罚款50元", "已交现金"],
            ["内科", "郝仁", 2025, 2, 3, "查出打私人长途", "追缴话费8.60元，罚款50元", "已交现金"],
            ["外科", "蒲公英、柏树", 2025, 2, 11, "值班脱岗", "考核扣分，扣3分", None],
            ["药剂科", "舒心", 2025, 13, 1, "泄密", "开除", None],
            ["检验科", "阿依古丽·买买提", 2025, 4, 1, "原因不明", "院办约谈", None],
            ["检验科", "终", 2025, 4, 2, "关机", "责令整改", None],
            ["三月无违规"],
        ],
    )
    book.save(path)
    return path


def school(path: Path) -> Path:
    """Write a ledger full of traps: joint sums, struck rows, lost zeros, formulas, merged sums, days of a range."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "2025"
    _rows(
        sheet,
        1,
        [
            ["单号", "时间", "姓名", "部门", "事由", "制度条款", "处理", "金额", "备注"],
            ["X1", "3月5日至7日", "宁静、路遥", "教务处、总务处", "手机不通", "电话15.二.6", "罚款", "共200元", None],
            ["X2", 3.1, "宁静", "教务处", "手机不通", "电话15.二.6", "罚款", "100元（已扣）", None],
            ["X3", "3.15 14:20", "雷鸣", "教务处", "占用门卫电话", "电话15.一.4", "罚款", "=25*2", None],
            ["X4", "3.16", "雷鸣", "教务处", "占用门卫电话", "电话15.一.4", "罚款", 50, None],
            ["X5（作废）", "3.17", "路遥", "总务处", "打私人长途", "第八条", "罚款", 52, None],
            ["X6", "3.18", "路遥", "总务处", "打私人长途", "电话制度", "罚款", "20*0.15+50=53", "免予处罚"],
            ["X7", "3.19", "平凡等3人", "后勤处", "发大邮件", "邮件6.1", "罚款", "各500元", None],
            ["X8", "3.20", "沈默", "后勤处", "发大邮件", "邮件6.1、邮件6.3", "罚款", 700, None],
            ["X8", "3.21", "安康", "后勤处", "发大邮件", "邮件6.1", "罚款", None, None],
            ["X10", "2024-12-31", "安康", "后勤处", "发大邮件", "第7条", "罚款", "500", None],
            ["说明：金额以元为单位。"],
        ],
    )
    for row in sheet.iter_rows(min_row=5, max_row=5):
        for cell in row:
            cell.font = Font(strike=True)
    sheet.merge_cells("H9:H10")
    sheet.cell(12, 1).value = "说明：金额以元为单位。"
    sheet.cell(13, 2).value = datetime(2025, 5, 1)
    sheet.cell(13, 3).value = "=1/0"
    book.save(path)
    return path
