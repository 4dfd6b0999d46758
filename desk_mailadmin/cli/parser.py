"""The sub-commands and what each takes."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path

from desk_mailadmin import __version__
from desk_mailadmin.cli.usage import OneLineParser

Command = Callable[[str, str], argparse.ArgumentParser]
_FIRST_YEAR, _LAST_YEAR = 1970, 2999


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} 不是日期，写成 2026-12-03") from None
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise argparse.ArgumentTypeError(f"{text} 不在 {_FIRST_YEAR} 年到 {_LAST_YEAR} 年之间")
    return day


def _place(text: str) -> Path:
    if not text.strip():
        raise argparse.ArgumentTypeError("没有写文件或文件夹")
    return Path(text)


_BY_CODE = "钥匙串里没有密钥时，在提示处或从标准输入给出恢复码（不写在命令里）"


def make_parser(*, commands: bool = True) -> argparse.ArgumentParser:
    """Return the parser of the command line, whole or, for the window, without its sub-commands."""
    everywhere = argparse.ArgumentParser(add_help=False)
    everywhere.add_argument("--desk", type=_place, metavar="DIR", help="台账所在的文件夹（不写则用默认位置）")
    everywhere.add_argument("--today", type=_day, metavar="YYYY-MM-DD", help="按这一天计算")
    everywhere.add_argument("--recovery-code", action="store_true", default=False, help=_BY_CODE)
    everywhere.add_argument("--as", dest="who", metavar="NAME", help="多人使用时是谁；PIN 在终端上输入")
    parser = OneLineParser(
        prog="desk-mailadmin",
        description="办公室邮件管理台账。不带子命令时打开窗口。",
        parents=[everywhere],
        epilog="退出码：0 完成；1 完成，但有指出的问题；2 没有做或用法不对。",
    )
    parser.add_argument("--version", action="version", version=__version__, help="显示版本")
    if commands:
        _add_commands(parser)
    else:
        parser.set_defaults(command=None)
    return parser


def _add_commands(parser: argparse.ArgumentParser) -> None:
    commands = parser.add_subparsers(dest="command", metavar="命令")

    def command(name: str, text: str) -> argparse.ArgumentParser:
        # A default here would overwrite what stands before the sub-command.
        added = commands.add_parser(name, help=text, description=text, argument_default=argparse.SUPPRESS)
        added.add_argument("--desk", type=_place, metavar="DIR", help="台账所在的文件夹")
        added.add_argument("--today", type=_day, metavar="YYYY-MM-DD", help="按这一天计算")
        added.add_argument("--recovery-code", action="store_true", help=_BY_CODE)
        added.add_argument("--as", dest="who", metavar="NAME", help="多人使用时是谁；PIN 在终端上输入")
        return added

    _desk_commands(command)
    _import_command(command)
    _record_commands(command)
    _month_commands(command)
    _output_commands(command)


def _desk_commands(command: Command) -> None:
    command("run", "打开窗口；没有屏幕时说明并改做演示")
    command("new", "新建台账")
    added = command("set", "设置，如 company=某某公司；或整份设置文件")
    added.add_argument("pairs", nargs="*", default=[], metavar="KEY=VALUE")
    added.add_argument("--file", type=_place, default=None, metavar="desk.toml")
    added.add_argument("--from", dest="in_force", type=_day, default=None, metavar="YYYY-MM-DD", help="自哪一天起施行")
    added = command("backup", "做一份核对过的备份；--list 列出有哪些备份")
    added.add_argument("--list", action="store_true", default=False, help="只列出已有的备份")
    added.add_argument("--json", action="store_true", default=False)
    added = command("drill", "恢复演练：把最新的备份恢复到另一个文件夹核对；退出码 1 表示没有通过")
    added.add_argument("-o", dest="out", type=_place, default=None, metavar="OUT.pdf", help="演练记录，给经理签字")
    added.add_argument("--json", action="store_true", default=False)
    added = command("restore", "用一份备份换下台账；现在的台账先备份，读不出来的旧文件移到 damaged")
    added.add_argument("backup", metavar="NUMBER|FILE", help="第几份备份，或备份文件（例如移动硬盘上的）")
    added.add_argument("--reason", required=True, help="为什么恢复；留在日志里")
    added.add_argument("--second", type=_place, default=None, metavar="DIR", help="另存备份的文件夹，从那里补回附件")
    added.add_argument("--with-destroyed", action="store_true", default=False, help="带回这份备份之后到期销毁的记录")
    added = command("encrypt", "加密台账：on 开启、off 关闭、rekey 换密钥和恢复码；开启和更换都要把恢复码输入一遍")
    added.add_argument("what", choices=["on", "off", "rekey"])
    added.add_argument("place", nargs="?", type=_place, default=None, metavar="DIR", help="台账所在的文件夹")
    added.add_argument(
        "-o", dest="out", type=_place, default=None, metavar="SHEET.pdf", help="恢复码单存成 PDF（不写则显示）"
    )
    added.add_argument("--remove-plain", action="store_true", default=False, help="覆写并删除没有加密的旧备份")
    added = command("purge", "到期销毁：查看到期的个人信息，或按签过字的审批单销毁")
    added.add_argument("--preview", action="store_true", default=False, help="只查看，什么也不改")
    added.add_argument("--run", action="store_true", default=False, help="先备份，再销毁；不能撤销")
    added.add_argument("--approved-by", default="", metavar="NAME", help="审批单上的批准人")
    added.add_argument("--approved-on", type=_day, default=None, metavar="YYYY-MM-DD", help="批准日期（不写则是今天）")
    added.add_argument("--reason", default="", help="为什么销毁")
    added.add_argument("--proof", type=_place, default=None, metavar="OUT.pdf", help="把销毁证明存成 PDF 并留档")
    added.add_argument("--json", action="store_true", default=False)
    added = command("check", "检查文件、日志链和备份")
    added.add_argument("--report", type=_place, default=None, metavar="OUT.pdf", help="另存一份检查报告")
    added.add_argument("--anchor", nargs=2, default=None, metavar=("N", "HEX"), help="只核对纸上的条数和校验码")
    added.add_argument("--json", action="store_true", default=False)
    command("nightly", "备份并检查窗口上次打开的台账，供系统的定时任务使用")
    added = command("tour", "用示例数据走一遍全部工作，把表单、台账和画面存到文件夹")
    added.add_argument("folder", type=_place)
    added = command("selftest", "检查字体、表单、导入和导出是否可用")
    added.add_argument("--json", action="store_true", default=False)
    added = command("clauses", "各项制度条款在程序里的落实情况")
    added.add_argument("--json", action="store_true", default=False)


_FILES = {
    "roster": "花名册",
    "penalties": "旧处罚台账",
    "directory": "通讯录",
    "bill": "账单",
    "calls": "交换机话单",
    "longdistance": "长途登记表",
}
"""What can be imported, by its name on the command line."""


def _import_command(command: Command) -> None:
    kinds = "、".join(f"{title}（{kind}）" for kind, title in _FILES.items())
    added = command("import", f"导入{kinds}")
    added.add_argument("kind", choices=list(_FILES))
    added.add_argument("file", type=_place)
    added.add_argument("--dry-run", action="store_true", default=False, help="只检查，不写入")
    added.add_argument("--faults", type=_place, default=None, metavar="OUT.xlsx", help="把有问题的行存成工作簿")
    added.add_argument("--absent-left", action="store_true", default=False, help="名册里没有的在职人员登记为离职")
    added.add_argument("--operator", default="", metavar="NAME", help="账单是哪个运营商的（不写则按清单和上次的）")
    added.add_argument("--month", default="", metavar="YYYY-MM", help="账单月份（不写则按清单）")
    added.add_argument("--replace", action="store_true", default=False, help="重复的旧账单作废，由这一份代替")
    added.add_argument("--accept", action="store_true", default=False, help="合计和账单自己的不一致也导入，差额照")
    added.add_argument("--json", action="store_true", default=False)


def _record_commands(command: Command) -> None:
    added = command("record", "登记一条记录")
    added.add_argument("kind")
    added.add_argument("--data", type=_place, required=True, metavar="FILE.json")
    added = command("sign", "登记签字或签收")
    added.add_argument("number")
    added.add_argument("role")
    added.add_argument("--by", default="", metavar="NAME")
    added.add_argument("--on", type=_day, default=None, metavar="YYYY-MM-DD")
    added.add_argument("--disagree", action="store_true", default=False, help="不同意")
    added.add_argument("--opinion", default="")
    added.add_argument("--witness", default="", metavar="NAME", help="回执、处罚通知单拒签的见证人")
    added.add_argument("--scan", type=_place, default=None, metavar="FILE")
    added = command("open", "登记已经办理（开户、完工、授权……）")
    added.add_argument("number")
    added.add_argument("--on", type=_day, default=None, metavar="YYYY-MM-DD")
    added.add_argument("--data", type=_place, default=None, metavar="FILE.json", help="办理时填写的栏目")
    added = command("end", "登记收回、归还、撤销等生效中的事项")
    added.add_argument("number")
    added.add_argument("--on", type=_day, default=None, metavar="YYYY-MM-DD")
    added.add_argument("--reason", required=True)
    added = command("hand-over", "登记回执送出")
    added.add_argument("number")
    added.add_argument("--on", type=_day, default=None, metavar="YYYY-MM-DD")
    added.add_argument("--how", choices=["in_person", "department", "mail"], default="in_person")
    added = command("send", "用邮件发送回执或申请表，附 PDF；退出码 1 表示对方是否收到不明")
    added.add_argument("number")
    added.add_argument("--to", default="", metavar="ADDRESS", help="收件地址（不写则用本人的邮箱）")
    added.add_argument("--password-stdin", action="store_true", default=False, help="从标准输入读一行密码")
    for name, text in (("void", "作废，编号保留"), ("return", "退回申请")):
        added = command(name, text)
        added.add_argument("number")
        added.add_argument("--reason", required=True)


def _month_commands(command: Command) -> None:
    added = command("reverse", "冲销一张处罚单，开一张新号")
    added.add_argument("number")
    added.add_argument("--reason", required=True)
    added.add_argument("--by", required=True, metavar="NAME", help="批准人")
    added.add_argument("--on", type=_day, default=None, metavar="YYYY-MM-DD")
    added = command("reckon", "话费：认出每次通话是谁的，核查通话和长途登记，计算月话费；导入以后自动做")
    added.add_argument("month", nargs="?", default="", metavar="YYYY-MM", help="不写则是所有要重新核算的月份")
    added.add_argument("--json", action="store_true", default=False)
    added = command("close-month", "月结：核对、存台账、锁定这个月")
    added.add_argument("month", metavar="YYYY-MM")
    added.add_argument("--reviewed-by", default="", metavar="NAME", help="审核")
    added.add_argument("--approved-by", default="", metavar="NAME", help="批准")
    added.add_argument("--carry", action="store_true", default=False, help="没有签收的通知单留到下月")
    added.add_argument("-o", dest="out", type=_place, default=None, metavar="OUT.xlsx", help="另存一份台账")
    added = command("reopen-month", "重开已经月结的月份")
    added.add_argument("month", metavar="YYYY-MM")
    added.add_argument("--reason", required=True)


def _output_commands(command: Command) -> None:
    added = command("list", "列出一个登记簿")
    added.add_argument("register")
    added.add_argument("--month", default="", metavar="YYYY-MM", help="按月登记簿（处罚、通话）只列这个月")
    added.add_argument("--where", action="append", default=[], metavar="column=value | column~text")
    added.add_argument("--json", action="store_true", default=False)
    added.add_argument("--reason", default="", help="名单带个人信息时为什么要用，记入访问记录")
    added = command("print", "把一张表存成 PDF 并留档；多张存进一个文件夹，一张一个文件")
    added.add_argument("numbers", nargs="+", metavar="NUMBER")
    added.add_argument("-o", dest="out", type=_place, required=True, metavar="OUT.pdf|DIR")
    added = command("export", "导出 Excel：ledger 为月度办公台账，其余为登记簿")
    added.add_argument("what", metavar="ledger|REGISTER")
    added.add_argument("--month", default="", metavar="YYYY-MM")
    added.add_argument("--where", action="append", default=[], metavar="column=value | column~text")
    added.add_argument("--tier", choices=["ordinary", "full"], default="", help="通讯录的分级；领导的号码只在 full 里")
    added.add_argument("--edition", type=int, default=None, metavar="N", help="通讯录第几版；不写则是当前内容")
    added.add_argument("--base", default="", metavar="DN", help="LDIF 条目所在的位置")
    added.add_argument("--reason", default="", help="名单带个人信息时为什么要用，记入访问记录")
    added.add_argument("-o", dest="out", type=_place, required=True, metavar="OUT.xlsx")
