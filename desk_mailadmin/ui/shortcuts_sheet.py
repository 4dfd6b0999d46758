"""F1: every key of the window on one sheet."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from desk_mailadmin.ui.dialogs.pieces import Button, card, column, holding, label, row


class ShortcutsSheet(QDialog):
    """The keyboard map of UI.md 5, in two columns."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("快捷键"))
        done = Button(self.tr("关闭"), kind="primary")
        done.clicked.connect(self.accept)
        done.setDefault(True)
        keys = self.keys()
        half = (len(keys) + 1) // 2
        sheets = (card(holding(_sheet(part)), margins=(14, 12, 14, 12)) for part in (keys[:half], keys[half:]))
        dates = label(self.tr("日期可以写 1203、+3、-1 或 t（今天）。"), "muted")
        self.setLayout(column(row(*sheets, spacing=10), dates, row(None, done), spacing=10, margins=(16, 14, 16, 14)))

    def keys(self) -> list[tuple[str, str]]:
        """Return (keys, what they do)."""
        return [
            ("Ctrl+1…9", self.tr("到第几页")),
            ("Ctrl+Tab", self.tr("后一页")),
            ("Ctrl+K", self.tr("找人、编号、分机、邮箱")),
            ("Ctrl+F", self.tr("在本页查找（Esc 清除，↓ 进列表）")),
            ("Ctrl+N", self.tr("新建本页的记录")),
            ("Ctrl+Shift+P", self.tr("登记处罚，在哪一页都行")),
            ("回车", self.tr("做这一行的下一步")),
            ("F2", self.tr("修改")),
            ("F6", self.tr("登记签字、签收")),
            ("F7", self.tr("延后一件待办")),
            ("Shift+F6", self.tr("批量签收")),
            ("F8", self.tr("办理：开户、完工、发送……，登记送出")),
            ("Shift+F8", self.tr("收回、归还、撤销、退订")),
            ("F9", self.tr("打开或收起详细资料；台账里是汇总，资料用 Shift+F9")),
            ("Ctrl+PgUp / Ctrl+PgDn", self.tr("台账的上个月、下个月；Alt+Home 到本月")),
            ("Ctrl+Shift+M", self.tr("台账：选月份")),
            ("Ctrl+Shift+T", self.tr("台账：统计")),
            ("F5", self.tr("刷新")),
            ("Alt+↑ / Alt+↓", self.tr("上一条、下一条")),
            ("空格", self.tr("勾选这一行")),
            ("Ctrl+A", self.tr("全部勾选")),
            ("Ctrl+C", self.tr("复制（可贴进 Excel、WPS）")),
            ("Ctrl+P", self.tr("预览并打印")),
            ("Ctrl+E", self.tr("导出 Excel")),
            ("Ctrl+回车", self.tr("在窗口里：保存并打印")),
            ("Ctrl+S", self.tr("在窗口里：保存草稿")),
            ("Ctrl+Z / Ctrl+Y", self.tr("撤销、重做")),
            ("Ctrl+; / Ctrl+D", self.tr("填今天、抄上一条的值")),
            ("F3", self.tr("选人时：加上缺的人")),
            ("Ctrl+F6", self.tr("到下一区")),
            ("Ctrl++ / Ctrl+- / Ctrl+0", self.tr("放大、缩小、原大小")),
            ("Esc", self.tr("关闭（改过才会问）")),
        ]


def _sheet(keys: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(6)
    for place, (key, does) in enumerate(keys):
        grid.addWidget(label(key, "b"), place, 0)
        grid.addWidget(label(does), place, 1)
    grid.setColumnStretch(1, 1)
    return grid
