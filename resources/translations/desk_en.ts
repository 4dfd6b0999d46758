<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>ChoiceDialog</name>
    <message>
        <source>邮管台账</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>年-月-日</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1203、+3、-1、t（今天）；Ctrl+; 今天，Alt+↓ 打开月历</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开月历</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>清除筛选</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有符合“{words}”的{title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>记录都在，只是这个条件下没有。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看全部</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有等着办的{title}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这里的事都办完了</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EntryDialog</name>
    <message>
        <source>邮管台账</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>还没有填</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>必填</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>更多</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>带 * 的必填</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保存草稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} 处须改</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>仍然保存</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>填写的内容还没有保存。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>放弃</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>放弃后不能找回。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HitList</name>
    <message>
        <source>没有找到</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>已复制 {n} 行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导出 Excel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已导出 {n} 条到 {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导出 {title}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LivePreview</name>
    <message>
        <source>草稿，编号保存后给出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>整页</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>页宽</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>缩小</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>放大</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>实时预览</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LongTextField</name>
    <message>
        <source>{count} / {limit} 字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>多了 {over} 字，最多 {limit} 字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>粘贴的文字太长，末尾 {count} 字没有收下</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageDialog</name>
    <message>
        <source>邮管台账</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>打印预览</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>共 {count} 页</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonField</name>
    <message>
        <source>还没有从列表中选定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑↓ 选择&#x3000;回车 确定&#x3000;Esc 取消</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&#x3000;F3 新增人员</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressDialog</name>
    <message>
        <source>停止</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在停止</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 {done} / {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QtPrompter</name>
    <message>
        <source>知道了</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重试</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>确定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原因</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这里要写上内容。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>怎么办：{remedy}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegisterModel</name>
    <message>
        <source>已勾选</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下一步 {step}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegisterTab</name>
    <message>
        <source>没有选中的记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在本页查找</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回车 = 下一步&#x3000;空格 = 勾选</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>共 {n} 条</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上一条（Alt+↑）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下一条（Alt+↓）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收起（F9）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有选中的记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>进展</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>最近一次打印的样子</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部 {n} 条</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>{name} {pages} 页</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开 {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TabTools</name>
    <message>
        <source>选择列</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更多</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导出 Excel…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印列表…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复制</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部勾选</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在本页查找</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上一条</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下一条</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>详细资料</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>刷新</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>最多 {limit} 字，多出的没有收下</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>desk</name>
    <message>
        <source>{place}：“{key}”写了两次，去掉一个或改名。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}：选项不对，选择项要写 options，其他栏目不写。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}：文件有 {size} KB，最多 {most} KB。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}：不是 UTF-8 文本，另存为 UTF-8。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}：写法不对（{error}），检查引号、括号和等号。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}：条款没有说清，items 和 field 写其中一个。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}：列没有说清，columns 和 columns_field 写其中一个。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}：没有选项，写上 options = [&quot;…&quot;]。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有表单“{form}”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}：没有能用的样例，写一份 JSON 样例，每个栏目给一个值。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}：没有这个文件，从随程序的表单复制一份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}：id 是“{id}”，应当和文件夹同名：{folder}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}：引用了外部程序包或过大，去掉以 @ 开头的 import。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}：不能是 {number}，自己的表单用 90 到 99 中没用过的号，改动随程序的表单时保留原号。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个 PDF 打不开，可能已损坏或有密码。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>表单“{title}”画不出来：{diagnostic}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>表单“{title}”缺少这些内容：{fields}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>此字打不出：“{sign}”（U+{code}），在“{text}”里。换一个写法。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>扫描件有 {size} MB，最多 {most} MB。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}：应当是文字，写在英文双引号里。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}：有 {length} 个字，最多 {longest} 个。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}：不能是“{value}”，应写成 {example} 这样。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}：“{value}”里的大括号不对，大括号里只能是一个栏目名，例如 {example}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}：不能是“{value}”，应当是 {least} 到 {most} 的整数。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}：不是开关，应当是 true 或 false。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}：不认识“{value}”，可以是 {words}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}：应当是一个列表，写在方括号里，用逗号分开。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}：有 {count} 项，应当是 {least} 到 {most} 项。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}：应当是一组“名称 = 值”，写在花括号里。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}：没有“{key}”这一项，可以写的有 {keys}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}：缺少“{key}”，补上这一项。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”不是表单上的 16 位码。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”有一位不对，重新扫描或输入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已停止读取“{file}”，什么都没有导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”读了 {seconds} 秒还没有读完，已停止，什么都没有导入。拆小后再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”无法读取：内容不正常，读取它时出了错。什么都没有导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”展开后过大，内存不够，没有读完。什么都没有导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”无法读取（{reason}）。什么都没有导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”是空文件，里面没有内容。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”有 {size} MB，超过 {limit} MB，拆成几个文件再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有“{file}”这个文件，可能已被移走或改名。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打不开“{file}”（{reason}）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在 Excel 里关闭它，或复制到本机再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”设了打开密码（或已损坏），在 Excel 里去掉密码、另存后再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”是 {kind} 文件，不是 Excel 或 CSV 表格，换成 .xlsx 或 .csv 再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”的内容已损坏，无法读取，在 Excel 里打开、另存为新文件再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”里没有内容。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”加了密码，去掉密码、另存后再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”里有外部定义（DTD），不是办公软件存出来的，不能导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”里合并了整张表那么大的区域，取消合并后再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”已损坏或没有复制完整，读不出来，重新复制一份再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”展开后过大，不像正常的表格，没有打开它。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”不是日期，可以写 1203、2026-12-03、+3 或 t（今天）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现在是“{old}”，不能改为“{new}”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”不是金额，应写成 1234.50 这样。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}”的值“{value}”类型不对。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}”只能是：{fitting}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}”最小是 {least}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}”最大是 {most}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}”只能是“是”或“否”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}”应是整数，不是“{text}”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮箱名还没有填写。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮箱名“{text}”里有英文字母、数字以外的字，看着像也不能用。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮箱名最长 {longest} 个字符，“{text}”太长。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮箱名“{text}”里有两个相连的点。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮箱名“{text}”的头尾应是字母或数字。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮箱名“{text}”只能有小写字母、数字、点、横线和下划线。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”是留给系统和公用邮箱的名字，不能给个人。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{characters}”字没有读音，邮箱名要自己填写。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>命名规则“{pattern}”写法不对，可用的部分：{places}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”不是大写金额，应写成“壹佰元零伍角整”这样。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>工号“{text}”被 Excel 改成了科学计数，原号码已丢失。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”不像工号。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>工号“{text}”有全角字符，改为“{repair}”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>工号“{text}”有小写字母，改为“{repair}”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>工号“{text}”有空格，改为“{repair}”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”不是手机号码。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>手机号码“{text}”是 {count} 位，应为 11 位。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>手机号码“{text}”是全角数字，改为“{repair}”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一格里有 {count} 个手机号码：“{text}”，可先留第一个“{repair}”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>手机号码“{text}”被 Excel 改成了科学计数，原号码已丢失。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”不是分机号。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”不是电话号码。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”不是邮箱地址。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮箱“{text}”有全角字符或空格，改为“{repair}”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日期“{text}”在今天之后。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日期“{text}”分不清哪个是月、哪个是日。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有“{text}”这一天。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日期“{text}”的月份不在 1 到 12 之间。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日期“{text}”只有年和月，缺日。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日期“{text}”只有年，缺月和日。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”看不出是哪一天。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这张表没有“{key}”这一栏。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}应当是一列选项。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}应当是整数。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>草稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待签字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待开户</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待送回执</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待签收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已办结</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已退回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不同意</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已作废</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现在是“{state}”，不能登记签字。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这张表没有“{role}”这一处签字。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}已经登记过签字。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先登记{title}签字。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签字日期在今天以后。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签字日期早于填表日期 {entered}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>前一处签字是 {before}，这一处不能更早。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还缺 {count} 处签字：{missing}。签字齐全才能开户（邮件制度 3.0）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>最后一处签字是 {last}，开户不能更早。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开户日期在今天以后。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有填{label}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}最多 {most} 个字，现在有 {count} 个。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}应在 {least} 到 {most} 之间。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}没有“{unknown}”这一项。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}至少选一项。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保存草稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}已经正式填表，不能再改；可以退回或作废。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改草稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>填写申请</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正式填表 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有写{title}是谁签的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记{title}签字：{signer}，同意</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记{title}签字：{signer}，不同意</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现在没有可以更正的签字。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更正{title}签字：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开通 {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{on} 退回：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>作废：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}已离职，不能申请开户。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} {why}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{branch}还缺客户端设置：{missing}。先在“通讯录 › 单位”里填写，回执上要印。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回执{what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>总部</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>大区</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>分公司</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>办事处</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SSL/TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不加密</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮箱域名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收信服务器</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发信服务器</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名称是空的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有“{kind}”这一种单位。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”不是域名，应写成 example.com.cn 这样，不带 @ 和网址前缀。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>服务器“{host}”只写主机名，例如 imap.example.com，不带空格和网址前缀。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>端口 {port} 不对，应在 1 到 65535 之间。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有“{security}”这种加密方式。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新建单位 {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改单位 {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经有名为“{name}”的单位。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有选单位。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>部门名称是空的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新建部门 {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改部门 {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有“{name}”这个单位。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{branch}已经有“{name}”这个部门。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>停用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保留</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已删除</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>可用，符合命名规则</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{owner}（{dept}）的申请已选用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>是{owner}（{dept}）的别名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{owner}（{dept}）的邮箱已停用，地址仍保留</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{owner}（{dept}）离职保留到 {until}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{owner}（{dept}）离职保留中</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>曾属于{owner}（{dept}），不再发放</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已被{owner}（{dept}）使用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>容量应在 1 到 {most} MB 之间（邮件制度 4.1）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>增加别名 {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有写保留到哪一天。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} 改为{state}：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{branch}还没有设置邮箱域名，在“通讯录 › 单位”里填写。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{address}”不是本公司的邮箱地址，域名只能是 {domains}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已签收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>拒签</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>遗失</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>当面</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>部门转交</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回执 {issued} 才开出，不能早于这一天送出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>送出日期在今天以后。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回执还没有登记送出，先登记送出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回执 {handed} 才送出，签收不能更早。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签收日期在今天以后。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有写原因。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开出回执 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回执 {number} 已经送出或办结，不用再登记送出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有“{how}”这种送达方式。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>送出回执，{how}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{signer}签收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>拒签：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>遗失：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>遗失后重新送出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印 {address} 的密码单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入花名册 {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>记住花名册的列对应</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在职</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>离职</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>工号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>部门</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>职务</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>职级</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>性别</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>手机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>分机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮箱</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>入职日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>离职日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>状态</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备注</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名是空的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名太长，最多 {most} 个字。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有填部门。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>手机只写数字，应为 {right} 位。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还差 {gap} 位（应为 {right} 位）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>多了 {gap} 位（应为 {right} 位）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>入职日期在今天以后，不能同时离职。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>离职日期早于入职日期。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记{name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改{name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>工号 {emp_no} 已属于{name}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保存的文件不见了：{path}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>从整个台账文件夹的副本里把它放回原处。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保存的文件被改动或损坏：{path}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>从整个台账文件夹的副本里换回原来的文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>附上“{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”是空文件，没有附上。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”超过 {cap} MB，没有附上；扫描时把分辨率调到 300 dpi。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备份检查没有通过（{detail}），没有留用；台账和以前的备份未受影响。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>检查磁盘，并尽快再备份一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备份与台账对不上，没有留用；台账和以前的备份未受影响。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>再备份一次；重复出现时检查磁盘。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据库设置“{name}”没有生效，台账没有打开，文件没有改动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>把台账文件夹放到本机磁盘（不放网络盘和同步盘），再打开。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这台电脑的 SQLite {version} 太旧，台账没有打开。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>安装带有 SQLite 3.37 以上版本的 Python，或使用安装包。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>台账文件有损坏。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日志里没有备份记下的第 {seq} 条，日志被截断或重做过。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>台账现在只能查看，本次未保存。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>把整个台账文件夹复制到可以写入的磁盘，再打开那一份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>磁盘已满，本次未保存，原记录未受影响。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>清出磁盘空间后再保存一次，填好的内容还在。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>台账所在的位置只能读，本次未保存，原记录未受影响。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>台账文件正被别的程序占用，本次未保存，原记录未受影响。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>等同步、杀毒或备份程序放开文件后再试一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>台账文件有损坏，已停止写入，文件没有改动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保留原文件，从“备份”里恢复最近一份完好的备份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”不是本系统的台账文件，文件没有改动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>找到台账文件夹里的 desk.maildesk 再打开，或新建一个台账。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这不是本系统的台账文件，文件没有改动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>读写磁盘出错，本次未保存，原记录未受影响。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>检查磁盘和连线；重复出现时先做一次备份，再换磁盘。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有读写台账文件夹的权限，本次未保存，原记录未受影响。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>让管理电脑的同事把这个文件夹的读写权限给您。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件操作没有完成（{detail}），本次未保存，原记录未受影响。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>再试一次；重复出现时把这句话告诉管理电脑的同事。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件“{name}”不见了。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>从“备份”或别的副本把它放回原处。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>台账正被电脑 {host} 上的 {user} 使用，没有打开。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在那台电脑上关掉台账再打开；要看数据可以打开最近的备份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这里没有台账：{place}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>找到原来的台账文件夹再打开，从备份恢复，或新建一个台账。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”是台账的副本或备份，不能直接当台账打开。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开原来的台账，再从“备份”里恢复这一份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个台账由更新的版本（{version}）写成，这里的版本打不开，文件没有改动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>把程序更新到 {version} 或以上，再打开。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日志的保护被拆除（{name}）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日志第 {seq} 条不见了。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日志第 {seq} 条与前一条接不上。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日志第 {seq} 条被改过。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日志第 {seq} 条的变更内容不见了。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日志第 {seq} 条的变更内容被改过。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} 里已经有台账，可以直接打开。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个台账要先升级，但所在的位置只能读，没有打开。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在做升级前的备份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在升级台账</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写明推迟的原因。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>推迟到 {until}：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消推迟</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印“{form}”第 {number} 次，{copies} 份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>补打“{form}”第 {reprint} 次，{copies} 份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>设置“{title}”由“{old}”改为“{new}”，自 {in_force} 起</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>设置“{title}”保存的值读不出来，暂用默认值“{default}”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一步不能撤销了；可以用作废或更正。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤销</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤销“{action}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这条记录后来又改过，不能撤销；可以直接更正。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>后来有别的记录用到它（{what}），不能撤销；可以作废。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>台账升级没有完成（{detail}），台账保持原样。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>继续用原来的版本打开，并把这句话告诉管理电脑的同事。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>台账升级后检查出损坏（{detail}）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>从“备份”里恢复升级前的那一份，并检查磁盘。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查看{what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} 改为{what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{year} 年放假安排已确认</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>列表里没有记录，没有可以打印或导出的内容。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>仍然继续</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parent</name>
    <message>
        <source>恢复列的默认样子</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
