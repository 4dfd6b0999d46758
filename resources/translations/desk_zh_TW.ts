<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="zh_CN">
<context>
    <name>AboutDialog</name>
    <message>
        <source>关于邮件管理台账</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复制版本信息</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮件管理台账</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>版本 {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮箱、电话和处罚台账全部存在本机的台账文件夹里，程序不联网，发邮件除外。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>许可</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>所用部件及许可</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>备份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>立即备份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另存到…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现在演练</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>演练记录…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开备份文件夹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第几份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>缘由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>大小</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>检查</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另存</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>之后登记</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BatchPreview</name>
    <message>
        <source>其中 {count} 份以前打印过，这次记为又一次打印。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看下一处</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在排版，已好 {done} / {total} 份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} 份画不出来，不会打印：{named}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} 成了 {pages} 页，应为 {expected} 页</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> 等 {count} 份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>超出一页：{named}{more}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} 份，{pages} 页，没有超出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} 份超出一页，共 {pages} 页</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已存为 {path}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BatchScanDialog</name>
    <message>
        <source>签收日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>扫描二维码，或输入编号后回车；今年的只写后几位也可以</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>扫描或输入编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在读 {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一行没有登记签收，不用撤。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑↓ 选一行&#x3000;扫描文件也可以拖进来，每一页按二维码附到自己的回执上</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>扫描文件…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>送出并签收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤掉这一张</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>完成</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>事项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>扫过的单据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先把签收日期改对。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选扫描件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} 读完，{count} 张里有 {odd} 张没有登记，已选中第一张，其余往下找标色的行。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已签收 {n} 份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&#x3000;没有登记 {n} 份</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CalendarEditor</name>
    <message>
        <source>节假日与调休</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{year} 年 {month} 月</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{year} 年的安排已经核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{year} 年的放假安排还没有公布或核对，期限先按周一至周五推算。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上个月</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下个月</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>今天</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名称，如 春节</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>期限按工作日算</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改动立即生效，记在历史里</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>班</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>休</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上班</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>放假</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改为放假</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改为上班</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CellsForm</name>
    <message>
        <source>加一格</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>去掉最后一格</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 {number} 格</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新栏目</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangesDialog</name>
    <message>
        <source>栏目</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原来</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现在</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>检查：{name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&#x3000;&#x3000;直接在表里改，改完自动重新检查</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>把有问题的行存为 Excel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有问题的行.xlsx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} 行存到了 {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入检查结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有问题的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>错误</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>提醒</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>可导入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} 行可导入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} 行有错</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} 行重复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} 行要看一眼</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>共 {total} 行：{parts}。还没有写入任何数据。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不改也行：{going} 行导入，认不出的那一格空着；{skipped} 行跳过。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckResultDialog</name>
    <message>
        <source>检查数据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日志第几条</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查出的问题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>那一条写的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看这一条</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印检查报告…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChecksField</name>
    <message>
        <source>还没有勾选</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoiceDialog</name>
    <message>
        <source>邮件管理台账</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chooser</name>
    <message>
        <source>输入汉字、拼音首字母或编号前缀</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有找到</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑↓ 选择&#x3000;回车 确定</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodeDialog</name>
    <message>
        <source>26 个字母和数字，大小写和空格不影响。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnsPage</name>
    <message>
        <source>对应列</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>程序按列名和内容猜的，猜错了在这里改；同样的文件下次照这样读。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件里的列</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>当作</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>前几格</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有哪一列是：{titles}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有两列都当作：{titles}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不用</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>比较：{title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>哪一处</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>随程序的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本单位的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>源文件的差别</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>逐处比较</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>源文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>共 {count} 处不同。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>内容没有不同。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>邮件管理台账</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>程序出了差错，刚才的操作没有做完。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>程序出了差错，台账没有打开。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已保存的记录都在。再打开一次；还是打不开，把下面的报告交给维护的人。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已保存的记录都在。可以接着用；再次出现时，把下面的报告交给维护的人。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>报告也写在 {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>报告</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看报告</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复制报告</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>接着用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭</source>
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
    <name>DayDialog</name>
    <message>
        <source>日期</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DomainsField</name>
    <message>
        <source>再加一个域名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>格式正确</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>哪个分公司</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移除</source>
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
    <name>EncryptionWizard</name>
    <message>
        <source>还没有打印。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保护什么</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印恢复码单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>输入恢复码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开始加密</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先打印恢复码单；没有它，以后换了电脑就打不开台账。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加密保护什么，不保护什么</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加密以后，没有密钥谁也读不出来</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加密不保护</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印恢复码单…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复码单上有密钥 {number} 的 26 位恢复码。它只打印这一次，程序里、台账里、打印存档里都不留；没有打印机时，照屏幕上的抄下来也可以。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>装信封封口，锁进保险柜，不和电脑、备份盘放在一起。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>照纸上的恢复码输入一遍，证明单子拿在手里、看得清楚。大小写和空格不影响；恢复码里没有 0、1、8、9，看着像的是字母 O、I、B。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>接着先做一份核对过的备份，再写新的台账文件，逐页核对以后换上；中途断电，台账还是原来的。窗口会关一下再打开。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复码单已打印。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有打印。照屏幕抄下来的，核对两遍再往下走。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EntryDialog</name>
    <message>
        <source>邮件管理台账</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FaxDialog</name>
    <message>
        <source>发送人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>填写的传真还没有登记。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>放弃</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>联系人、职务、单位、电话、传真都填，并且事先打过电话的才计入（电话制度 2.五）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记传真</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab 向右，回车向下，空格打勾；可以粘贴 Excel 的几列。</source>
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
    <name>FilePage</name>
    <message>
        <source>选文件…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>把文件拖到这里，或者</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选文件</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilesField</name>
    <message>
        <source>不附 {name}</source>
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
    <name>FirstRunWizard</name>
    <message>
        <source>首次使用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先看示例数据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>建立数据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有建立数据。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>放弃</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>放弃后要重新填写。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一个单位的全部数据在一个文件夹里，备份和搬家都只动它。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这些内容会印在表上、用来算期限和金额。每一项以后都能改。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>人员可以从人事部的花名册导入，部门由它带出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>预印在签字栏旁；没带 * 的可以空着，以后在设置里补。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备份放到另一块盘或网络盘上，电脑坏了也不丢。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据放在哪里</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公司与制度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>人员与部门</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>印章与签字人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>完成</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>到这里还没有写入任何东西。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据文件夹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有就新建；放在本机盘上，不要放在共享盘</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公司全称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>命名规则</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>施行的制度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮箱容量上限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>外发限制</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>印在每张表的抬头</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮箱域名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>建好后导入花名册（Excel 或 CSV）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>会先检查、再核对，可整批撤销</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>以后再导入，或一个一个登记</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>主管部门</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>办公室</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>行政人事部</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收表、盖章、保管存根的部门</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>部门负责人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上面这个部门签字的人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>审核分公司申请的人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮件管理员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>用这个程序的人，印在页脚</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>咨询分机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>印在回执上</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>每天退出时备份并核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备份到</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>空着就只备份在数据文件夹里</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>例：{example}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没勾选的条款不会提醒，也不会计算；以后可在设置里改</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在数据文件夹里面，盘坏了会一起丢</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公司</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>域名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>容量与外发</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据文件夹里</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>选文件夹…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormDeeds</name>
    <message>
        <source>本单位的版本收进 {place}，需要时可以找回；已经打印的不变。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}”改用随程序的版本？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>停用“{title}”？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改用随程序的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>停用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本单位改过和自建的 {count} 张</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一张</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导出哪些表单？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本单位的表单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导出表单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已导出 {count} 张表单到 {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入表单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>表名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>照哪一张做</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>表单编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编号前缀</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>照申请单做时用，两到四个大写字母；空着由程序定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新建</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新建表单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保存</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>放弃改动</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}”的改动还没有保存。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>去掉这一部分：{title}？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>去掉</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改为 {rev} 并保存</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>仍是 {rev}，只改了错字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入了 {count} 张：{titles}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有导入表单。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有收下的：
{list}</source>
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
    <name>FormList</name>
    <message>
        <source>表单</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormNotice</name>
    <message>
        <source>复制为本单位的版本</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>知道了，用本单位的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这是随程序的表单，只能看；要改先复制一份，随时可以改回。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormsDialog</name>
    <message>
        <source>表单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已保存，从现在起打印用这一版。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>比较…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改用随程序的…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新建表单…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导出…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保存</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>源文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改动还没有保存。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>停用…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HitList</name>
    <message>
        <source>没有找到</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>找到的记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑↓ 选择&#x3000;回车 打开&#x3000;Esc 收起</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有找到。可以换姓名、拼音首字母或编号再试。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportTable</name>
    <message>
        <source>结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>行号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>问题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>处理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改成 {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>就地改</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportWizard</name>
    <message>
        <source>导入可整批撤销</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在读 {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>表里改过的内容还没有导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>放弃</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>放弃后要重新改。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>，跳过 {count} 行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入 {count} 行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对应列</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>检查</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在重新读</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在导入</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ItemsForm</name>
    <message>
        <source>上移</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下移</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>去掉</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LadderCard</name>
    <message>
        <source>打开</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>详细资料（Shift+F9）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有选中的记录</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>已复制 {n} 行，里面有个人信息，{seconds} 秒后从剪贴板清除</source>
        <translation type="unfinished"></translation>
    </message>
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
    <name>LedgerTab</name>
    <message>
        <source>按部门、按人汇总</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上个月</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下个月</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本月</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择月份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>统计</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现在看的是统计，回到列表再办</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只看 {name}，按下恢复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看全部月份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}没有记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>别的月份有，可以换个月份看。</source>
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
    <name>MainWindow</name>
    <message>
        <source>今日</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤销</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重做</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>找人、编号、分机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>放大</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>缩小</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原大小</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复默认布局</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>后一页</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下一区</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>快捷键…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>浅色</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>深色</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>外观</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮件管理台账</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有可以撤销的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有可以重做的</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MembersDialog</name>
    <message>
        <source>多人使用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>使用人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>角色</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只管单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>状态</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加入…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重设 PIN…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不再使用…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改我的 PIN…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>换恢复码…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>停用多人使用…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>启用…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已启用。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有启用：一个人用，打开就能登记。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>启用以后，进入和离开座位一段时间后要输入 PIN；每件事记在做的人名下，作废、减免、决定、月结要由审批的人做，自己登记的不能自己批。
PIN 说明事情是谁做的，不给数据加密：能登录这台电脑的人仍然可以复制台账文件。要保密，靠各人的系统账户和加密的台账。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不再使用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>停用以后，谁打开台账都能登记、作废，不再问是谁。输入管理的 PIN：</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}不再使用这个台账？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>做过的事仍然记在名下，以后可以再加入。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>文件(&amp;F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编辑(&amp;E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>记录(&amp;R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印(&amp;P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>报表(&amp;B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>工具(&amp;T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查看(&amp;V)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>帮助(&amp;H)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageDialog</name>
    <message>
        <source>邮件管理台账</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MobileBillsDialog</name>
    <message>
        <source>话费月份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>填写的话费还没有登记。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>放弃</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话单里有这个手机号的，话费已经填好；没有的照账单填，是 0 的不登记。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个月没有人领手机补贴，没有话费要登记。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MonthCloseDialog</name>
    <message>
        <source>月结</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>审核</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>批准</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}&#x3000;月结</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未月结</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>月结以后 {month}的记录只读，不能改、不能删，更正只能在没有月结的月份登记“冲销”。台账随时可以再导出同一份。要重开，须写原因，并留下记录。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有月结过</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上次：{month}，{day} {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} / {all} 项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>月结检查</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>去办理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先结这个月</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{verb}：{what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>工作表</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>行数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>合计（元）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>将生成</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>制表&#x3000;{who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>台账存进本台账文件夹，签字后的纸件可以扫描附上。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>预览台账</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>月结并导出台账</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还有 {count} 项必须先办</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有签收的留到下月签收</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MonthGrid</name>
    <message>
        <source>周</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一二三四五六日</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>节假日与调休</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MonthSwitcher</name>
    <message>
        <source>上个月（Ctrl+PgUp）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下个月（Ctrl+PgDn）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本月（Alt+Home）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未月结</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>月份：{span}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已月结</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{year} 年</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MoveTable</name>
    <message>
        <source>姓名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>部门</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>变动</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MovesPage</name>
    <message>
        <source>核对变动</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>和现有数据比过了，还没有写入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>变动</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>接着填</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不要了</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} 没有保存（{at}）</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverviewCard</name>
    <message>
        <source>{title}汇总</source>
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
    <name>PartList</name>
    <message>
        <source>各部分</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加一部分</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上移这部分</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下移这部分</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>去掉这部分</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>表头</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>申请的登记和签字</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>记住在{keyring}里</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只记到关闭程序为止，不写进台账。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>继续</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮件服务器的密码</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PayrollDialog</name>
    <message>
        <source>月份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>扣款日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>工资表</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>表号或名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>填写的扣款还没有登记。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>放弃</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复应扣金额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记扣款</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一次登记整张表，先核对合计；登记错了用“退款或更正”。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeopleField</name>
    <message>
        <source>姓名、拼音或工号，回车加入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移除选中的（Del）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加入整个部门</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加入整个部门…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>共 {n} 人，每人一份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有选人</source>
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
        <source>列出全部</source>
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
    <name>PlaceTree</name>
    <message>
        <source>{n} 条</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}。拖动或按 Alt+↑、Alt+↓ 调整次序</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaceholderButton</name>
    <message>
        <source>插入栏目 ▾</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>把登记的内容放进文字里，例如 {example}；Ctrl+I</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewBar</name>
    <message>
        <source>打印</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另存 PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印空白表</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/ {count} 页</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} 处</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上一页 PgUp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下一页 PgDn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>页码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>缩小 Ctrl+-</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>放大 Ctrl+=</source>
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
        <source>在预览中查找&#x3000;Ctrl+F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在预览中查找</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>打印预览&#x3000;{title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另存 PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>至少要选一联。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pages} 页，没有超出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>成了 {pages} 页，应为 {expected} 页</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>字体齐全，可以搜索</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>页上没有可以搜索的文字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已存为 {path}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewSide</name>
    <message>
        <source>还没有打印过</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有找到打印机，可以另存 PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有找到打印机，接好打印机再打印</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> 套</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>份数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>联次</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>向右</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>向下</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印机走纸偏了，在这里移回来</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>位置</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>空白表（只印格式）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印即留档：这次的版本、内容和校验码会保存，以后补打与这次完全一样，页脚注明“补打”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印设置</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选项按单据种类记住</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>每套 {count} 联 = {sheets} 张</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrintQueue</name>
    <message>
        <source>打印队列</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印队列&#x3000;{forms}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选中的有 {count} 份已经打印过。再打会记为又一次打印，二维码换新，先前那张要撤掉。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>再打</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在打印第 {at} / {of} 份。停下来的话，正在打的这份打完，其余留着，下次打开台账时提醒。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>停止并关闭</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印进度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>继续</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>停止</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只重打失败的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打完剩下的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>再打选中的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看看打印机是否开机、连好、有纸，再按“继续”；不打了就按“停止”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只重打失败的 {count} 份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打完剩下的 {count} 份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打完这一批，或按“停止”以后，才能再打</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有失败的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先在表里选中要再打的，可以选多份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印停住了&#x3000;第 {at} / {of} 份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在打印&#x3000;第 {at} / {of} 份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已打印 {count} 份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} 份没有打成</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} 份没有打</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrintRun</name>
    <message>
        <source>排好版以后内容改过，没有打印；重打就按现在的内容。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经作废，没有打印。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经出纸，但没有留档：{why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>程序出错，没有打印。</source>
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
        <source>继续</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN</source>
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
        <source>查找范围：</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件类型：</source>
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
    <name>QueueTable</name>
    <message>
        <source>序号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>说明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>单据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>联次</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>页数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sets} 份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ×{sets}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 {places} 联</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>成了 {pages} 页，应为 {expected} 页</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 {times} 次打印</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordPages</name>
    <message>
        <source>选中的记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有选中的记录</source>
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
        <source>回车 = {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>空格 = 勾选</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>共 {n} 条</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已勾选 {n} 条</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤销这次导入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>以后也可以撤销，直到有别的记录用到它</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这次导入已经撤销，数据和导入前一样。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScanZone</name>
    <message>
        <source>粘贴的图片 {count}.png</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>把扫描件拖到这里，或 Ctrl+V 粘贴；图片上的二维码会核对是不是这一张</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选文件…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选扫描件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在读 {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}&#x3000;{pages} 页&#x3000;{verdict}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移除</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingForm</name>
    <message>
        <source>保存</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>设置</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改动从施行日起算，以前的事按以前的规定；改动记在历史里。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsTable</name>
    <message>
        <source>名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现值</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>制度原文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>依据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>施行日</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SheetDialog</name>
    <message>
        <source>填写的还没有登记。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>放弃</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab 向右，回车向下；可以粘贴 Excel 的几列。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutsSheet</name>
    <message>
        <source>快捷键</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日期可以写 1203、+3、-1 或 t（今天）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>到第几页</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>后一页</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>找人、编号、分机、邮箱</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在本页查找（Esc 清除，↓ 进列表）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新建本页的记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记处罚，在哪一页都行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>做这一行的下一步</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>延后一件待办</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记签字、签收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>批量签收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>办理：开户、完工、发送……，登记送出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收回、归还、撤销、退订</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开或收起详细资料；台账里是汇总，资料用 Shift+F9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>台账的上个月、下个月；Alt+Home 到本月</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>台账：选月份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>台账：统计</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>刷新</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上一条、下一条</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>勾选这一行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部勾选</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复制（可贴进 Excel、WPS）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>预览并打印</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导出 Excel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在窗口里：保存并打印</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在窗口里：保存草稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤销、重做</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>填今天、抄上一条的值</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选人时：加上缺的人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>到下一区</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>放大、缩小、原大小</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭（改过才会问）</source>
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
        <source>收起（{key}）</source>
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
        <source>显示这条记录的全部号码（{key}），并留下访问记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>显示</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部 {n} 条</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignatureDialog</name>
    <message>
        <source>登记签字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{verb}&#x3000;扫码打开</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>扫到的就是这一张。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>二维码没有扫对，再扫一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>扫描件（可以以后补）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记后这张申请到此为止，不再往下签。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记并继续扫描</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>扫下一张即自动保存这一张</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有一份扫描件是另一张表的，移除后再登记。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>仍然登记</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignersCard</name>
    <message>
        <source>谁签了</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日期照纸上写的填；默认今天</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签字人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>同意</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>纸上写了意见就照抄；{refusal}时必填</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不同意</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>意见</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签字意见</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>见证人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>见证人姓名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日期在今天之后，纸上不会有。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更正</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没轮到</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceEdit</name>
    <message>
        <source>源文件</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatisticsPage</name>
    <message>
        <source>回到列表</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回到列表（Esc）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>分组</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>（元）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>共 {n} 组</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回车 = 列出这一组的记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>图里画不下的 {n} 组用方向键看，表里都有</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一段没有可以统计的记录。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>就绪</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤销 Ctrl+Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>行高</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>缩放</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>停止</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备份 {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有备份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另存 {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另一块盘上的备份超过 7 天；插上移动硬盘或连上共享盘，再点“立即备份”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另一块盘上最新的备份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已停止</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>紧凑</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>标准</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>宽松</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>行高 {name}</source>
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
    <name>SumsBand</name>
    <message>
        <source>收起（F9）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开（F9）</source>
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
        <source>显示私人号码</source>
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
    <name>TextsForm</name>
    <message>
        <source>上移</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下移</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>去掉</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TierCard</name>
    <message>
        <source>预览并打印…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>刷新</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>延后…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更多</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>由规则算出，办完自动消失；回车 = 下一步，F7 = 延后</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待办</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>电话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>处罚</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>我延后的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>星期一 星期二 星期三 星期四 星期五 星期六 星期日</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month} 月 {day} 日&#x3000;{name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} 项逾期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} 项今天</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} 项本周及本月</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>我延后的 {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下一件在 {day} 到期。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>今天的事都办完了</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这里没有要办的事</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>把“{title} {number}”延后到哪一天</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已延后到 {day}：{title} {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TodayList</name>
    <message>
        <source>待办</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>事项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>说明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>期限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>依据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下一步</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已逾期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>今天</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本周</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本月</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>以后</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下一步 {step}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TodaySide</name>
    <message>
        <source>最右为本期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>最近打开</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开 {title}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TreeTab</name>
    <message>
        <source>部门</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>变更历史和打印</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhoDialog</name>
    <message>
        <source>邮件管理台账</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已锁定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>是谁在用？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>进入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退出程序</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>管理忘了 PIN…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WizardFrame</name>
    <message>
        <source>上一步</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下一步：{title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>完成</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_TitleButton</name>
    <message>
        <source>选择月份（Ctrl+Shift+M）</source>
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
        <source>{place}：要有一个、也只能有一个 person 栏目，写明是谁的申请。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}：办完后要用到“{key}”这一栏，表里没有。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}：不认识“{option}”，可以有 {options}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}：没有“{key}”这一栏，有 {keys}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}：没有“{value}”这个选项，有 {options}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}：文件超过 {most} KB，不像一张表单。</source>
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
        <source>{place}：签字栏没有说清，boxes 和 route = true 写其中一个。</source>
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
        <source>{place}：是空的，画出来是白纸，从随程序的表单复制一份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}：引用了外部程序包，去掉以 @ 开头的 import。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}：不能用 {word}，它能引用外部程序包，去掉它（注释里也不要写）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}：id 是“{id}”，应当和文件夹同名：{folder}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}：应当是 {kept}，改动随程序的表单时保留原来的编号前缀。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}：“{prefix}”已经用于“{title}”，换两到四个没用过的字母。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}：要保留“{title}”（{entry}），种类是 {kind}；程序要用它。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}：要保留签字路线“{title}”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}：应当是 {outcome}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}：没有“{field_key}”这个栏目，可以用的有 {known}。</source>
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
        <source>表单“{title}”缺少这些内容：{fields}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}：表单“{title}”画不出来：{diagnostic}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>此字打不出：“{sign}”（U+{code}），在“{text}”里。换一个写法。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>扫描件有 {count} 页，一次最多 {most} 页。</source>
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
        <source>{place}：还空着，选一个或填上，例如 {example}。</source>
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
        <source>“{file}”不是 Excel 或 CSV 表格，换成 .xlsx 或 .csv 再导入。</source>
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
        <source>“{title}”要有 {count} 个不同的词，用逗号分开。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}”里不能有“{sign}”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}”只写一行，不带看不见的字符。</source>
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
        <source>手机号码“{text}”里有别的字，记为“{repair}”。</source>
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
        <source>没有写日期，按上一行的 {day}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有写日期，补上日期。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>号码“{text}”被 Excel 改成了科学计数，原号码已丢失。</source>
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
        <source>申请种类</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>填表日期“{text}”不是日期，应写成 2026-12-03。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有工号 {emp_no} 这个人。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有“{dept}”这个部门。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有写停机原因。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>停机：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复机日期早于停机日期 {on}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{on} 复机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>拆机原因</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{on} 拆机{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开通权限 {rights}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭权限 {rights}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有写内容。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有这一类记录。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}：{text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个部门不属于所选单位。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} 已经是{holder}（{place}）的线路。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这条线路已经拆机，只能查看。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有“{branch}”这个单位。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在职人员里叫“{name}”的有 {count} 个，写工号 emp_no 指明是谁。</source>
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
        <source>这一步现在不适用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签字还没有齐全</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}还没有正式填表，或已经作废，不能发送。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>申请待签字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退回的申请</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>申请草稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待办理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>到期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>离职待收回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新建申请</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看全号码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开附件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复制</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记签字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>办理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>到回执</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收回、结束…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>续办…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有超过补贴、还没有处理的话费</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>手机话费超过补贴</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>手机补贴该停发</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>手机补贴</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记补贴</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记手机话费…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印发放表…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有手机补贴</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通讯补贴申请批准、办理以后记在这里；以前批准的可以直接登记。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退回…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更正签字…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>附扫描件…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>补打</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>作废…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没签保密协议的人员…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>员工要开邮箱、装电话、订杂志，先在这里填申请表，打印送签；签字齐全才能办理（邮件制度 3.0）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印空白表</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有申请</source>
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
        <source>生效中</source>
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
        <source>填写</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>哪一种申请？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已填写 {number}，打印后送签</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} 不予受理，已登记这次拒绝</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}的申请还是草稿，正式填表后才能打印。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已打印 {count} 张申请表</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这张表还没有打印过，先打印。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查谁还没有签哪一种？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在职人员都有生效的{title}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有生效的{title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按哪一条签字路线打印？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记后签字齐全，自动进入“待办理”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} {progress}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已{deed}，回执 {number} 待打印</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已登记 {number} 签字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不同意</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>同意</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记后还差{missing}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开户</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>作废</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更正签字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>（未编号）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选扫描件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在读 {file}</source>
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
        <source>这张表没有“{role}”这一处签字，有 {roles}。</source>
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
        <source>填表日期在今天以后。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还缺 {count} 处签字：{missing}。签字齐全才能{deed}{clause}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现在是“{state}”，不能{deed}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>最后一处签字是 {last}，{deed}不能更早。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{deed}日期在今天以后。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>到期日 {until} 早于开始日 {start}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} 才办理，{end}不能更早。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{end}日期在今天以后。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有填{label}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}应在 {least} 到 {most} 之间。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”不像分机或电话号码，应是 2 到 12 位数字。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”不是时间，应写成 09:30 这样。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} 的年份不对，应在 {first} 到 {last} 年之间。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}不能早于 {first}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}不能晚于 {last}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有超过这个邮箱的限额 {quota} MB，不用清理（邮件制度 4.1）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还超过这个邮箱的限额 {quota} MB，没有清理完（邮件制度 4.1）。</source>
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
        <source>没有“{kind}”这种申请。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这样填写没有适用的签字路线，改一改选项。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} 不予受理：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{refusal}这张申请不予受理，只登记这一次拒绝。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经有 {number}：{name}（{dept}）的“{subject}”，{progress}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}没有在生效中，不用收回。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>线路已复机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}已离职，不能再申请。</source>
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
        <source>签字人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>意见</source>
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
        <source>{address} {why}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{branch}还缺客户端设置：{missing}。先在“通讯录 › 单位”里填写，回执上要印。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{deed}：{subject}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{end}：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮箱 {address} 填表以后已经删除，不能{deed}；可以退回或作废这张申请。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有登记过邮箱 {address}。</source>
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
        <source>名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>行政人事部签字人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮件管理人</source>
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
        <source>网页邮箱</source>
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
        <source>总部已经是“{name}”，一个集团只有一个总部。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经有名为“{name}”的单位。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>部门名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>部门经理</source>
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
        <source>调整部门次序：{name}</source>
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
        <source>在库</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已归还</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对讲机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名称和型号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>机身号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>价值</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>购置日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有“{kind}”这一类，只有 {known}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有写名称和型号。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>价值不能是负数。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>购置日期还没有到。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日期还没有到。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日期早于领用日期 {since}。</source>
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
        <source>花名册上是{owner}（{dept}）的邮箱</source>
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
        <source>必须</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>完成</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在月结</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}已月结</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有月结过的月份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重开 {month}？重开以后可以再登记和更改，再次月结会另存一份台账，原来的一份也留着。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份备份没有加密：恢复以后台账不再加密，谁拿到文件都能读；恢复后再加密一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} 项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备份放在 {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有做过恢复演练；每月自动做一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} 恢复演练通过。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} 恢复演练没有通过：{fault}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在演练恢复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复演练没有通过：{fault}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>检查磁盘，再备份一次，再演练；还不通过，把演练记录交给管理电脑的同事。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有做过恢复演练，没有记录可打。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有另存到别的盘；电脑坏了，备份也跟着没有。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另存到 {folder}，还没有存过。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另存到 {folder}，最近一份 {at}，附件和打印存档也在那里。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在备份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备份另存到哪个文件夹（移动硬盘或共享盘）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} 和台账在同一块盘上，盘坏了两份都没有。还是存在那里？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>存在那里</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在核对备份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复到这一份备份？
{name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原因</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>为什么恢复？写进日志。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>用第 {number} 份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>再早的一份：{name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份备份之后没有登记过什么，恢复不丢东西。现在的台账先做一份备份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} 项登记在这份备份之后，恢复以后没有。现在的台账先做一份备份，以后还能再恢复回来。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>……以及更早的 {count} 项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}已重开</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}已月结，台账还没有导出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}已月结，台账已导出到 {path}</source>
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
        <source>{address} 容量改为 {quota} MB：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address} 转给{owner}：{reason}</source>
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
        <source>{what}，扫描件先前已经附上</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>扫描件先前已经附上，状态不变（{state}）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{on} 已经签收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已登记拒签，改签的在列表里单独登记</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已登记遗失；找回来的在列表里单独登记</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已作废，不能签收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>批量签收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已登记 {count} 份签收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一页没有读到二维码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已送出并签收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已撤掉，仍待签收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”不是回执编号，也不是二维码。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这是“{title}”，到“申请”页登记签字。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这是“{title}”，不在这里签收。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有登记送出，按 F8 送出并签收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>申诉中</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已签收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已扣款</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>被冲销</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话费清单核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>监督副本抽查</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮件日志</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>检查发现</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>他人反映</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>从工资扣除</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>交现金</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>报人力资源部</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不涉及金额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>维持</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>无线路</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>变更</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公用电话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>人员有变动</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>号码待通知</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通知超时</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名、拼音、分机、短号、尾号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤销</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有写{title}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有填传真。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查实虚报的传真不能改；先撤回抽查结果。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}发给{company}的传真本来就不计（{why}），不用登记属实。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>抽查：{what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有登记抽查。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤回抽查结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记处罚 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删除传真记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日期 {on} 还没有到。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经登记处罚 {number}，抽查结果不能再改。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记{name}的传真</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日期不能早于 {earliest}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>金额应在 0 到 1,000,000 元之间。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现在是“{state}”，不能登记签收。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经有申诉决定，不能再申诉。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>申诉期到 {until} 为止，已经过了。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} 已经报过人力资源部。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} 现在是“{state}”，签收或拒签以后才能报人力资源部。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} 现在是“{state}”，不能从工资扣款。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} 现在是“{state}”，不能冲销。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}还没有开始，扣了以后再登记。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}，附了扫描件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>附了扫描件，状态不变（{state}）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>拒签</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已登记 {number} 签收，申诉期到 {until}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已登记 {number} 拒签，申诉期到 {until}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本人怎么说</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>申诉内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记申诉</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>决定变更时填</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>总秒数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>应缴总额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>照读到的导入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>合计不一致</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>读不出来的行没有计入；打勾表示核对过，差额会一直显示在账单上。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>决定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不符</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>相符</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>账单写 {said}，读到 {read}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加密台账</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更换密钥和恢复码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在找没有加密的备份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>台账已加密，密钥编号 {number}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核对恢复码单：输入一遍，看它打得开</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更换密钥和恢复码（恢复码单丢了、被人看过）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭加密</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删除 {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还有 {what}，谁拿到都能读。覆写并删除它们吗？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已覆写并删除 {what}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在覆写并删除</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复码只在这张单上。关闭以后，在程序里哪里也找不到它。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭加密以后，谁拿到台账文件都能读。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>以前加密的备份仍要用密钥 {number} 的恢复码打开，恢复码单留着。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在备份、改写并核对台账</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已加密，密钥编号 {number}；新的备份已做好。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已关闭加密；新的备份已做好。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先做一份加密的备份再删；删掉以后回不到那些日子。别处另外拷走的要自己删，固态硬盘上可能还有残留。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>覆写并删除</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复码是对的，它打得开这个台账和同一密钥的备份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复码错过 {count} 次，{seconds} 秒以后再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>和账单合计核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通话费 {fee} 元，月租和来显 {fixed} 元</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>和账单上的小计不符</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} 次</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>各号码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>多人使用恢复码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮件管理台账</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已锁定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>用处</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>管理忘了 PIN 时设新的 PIN，别的用不上。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>用法</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>进入时选管理的姓名，点“管理忘了 PIN”，输入恢复码和新的 PIN。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保管</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>锁进柜子，不拍照，不存进电脑；看到它的人能以管理的身份进入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>台账</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>应扣（元）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>处理改为</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>决定变更，要改应扣的金额或处理。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记申诉决定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>报人事</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>共 {count} 件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>人事回复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记人事回复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在 {month}开一张新号冲销这一件；已经扣的变成应退。原来的一件留在台账里。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>冲销</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已删除{name}的处罚草稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>停机到 {day}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记复机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已附上 {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>遗失</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通知</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>密码单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>离职人员设备未还</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>设备丢失或损坏，未登记赔偿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>归还…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记赔偿…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>领用…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>丢失…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>损坏…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>设备</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有设备</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移动电话、对讲机和话机记在这里：机身号、价值、谁领用、何时归还。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已导入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>运营商账单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>交换机话单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IP 长途</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>港澳台</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>信息台</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>特服</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>其他</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有写是哪个运营商的账单。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>账单月份“{text}”应写成 2026-10 这样。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>要按来电号码回电</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待转达</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已转达</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回电话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>会再打来</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已告诉联系方式</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>转告留言</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>当面</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>留言条</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>短信或邮件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>来电人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>来电单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>来电号码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>来电日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>来电时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对方要求</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>留言内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>接电话的人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>来电人是空的；没有说的写“未留姓名”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有“{wish}”这种要求。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>要回电话的，来电号码不能空。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>转告留言的，留言内容不能空。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>来电日期 {on} 还没有到。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有“{how}”这种转达方式。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>转达日期 {on} 还没有到。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>转达时间早于来电时间。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>留言没有“{key}”这一项。</source>
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
        <source>回执 {handed} 才送出，拒签不能更早。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>拒签日期在今天以后。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>拒签要写见证人是谁。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回执 {issued} 才开出，遗失不能更早。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>遗失日期在今天以后。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这张回执没有登记签收，不用撤回。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经登记归还，签收不能再撤回。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签收只能在登记的当天撤回；以后发现错了就作废，另开一张。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有在手的设备或通讯录，不用登记归还。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{signed} 才签收，归还不能更早。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>归还日期在今天以后。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有“{what}”这种签收事项。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有写交付的是什么。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>份数应在 1 到 {most} 之间。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>号码没有变，不用开号码变更单。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>变更{name}的号码，{note}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开号码变更单 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>号码变更单 {number} 已作废。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记号码变更单 {number} 的通知</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>作废原因</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有写原因。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>号码变更单 {number} 作废：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{note} 作废，{name}的号码改回原来的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>扫错</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开出回执 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}已经离职，不能作领取人。</source>
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
        <source>撤回签收：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>拒签：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>拒签：{reason}&#x3000;见证人 {witness}</source>
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
        <source>归还“{what}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 {times} 次催交</source>
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
        <source>{who}没有导入：{why}先看电脑的日期 {today} 对不对，再核对入职日期 {hired}，改好后再导入一次就补上。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>类型</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>起始时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>实收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>方向</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入账单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话费清单 (*.csv *.xlsx *.xls *.ods *.txt);;所有文件 (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>运营商给的话费清单原样选进来就行：表头的说明、每个号码的小计、末尾的合计和固定费用都认得。写入之前先给出检查结果，和清单自己的合计核对，不改动原文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>读到 {count} 次通话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{damaged} 行读不出来、{repeated} 行印了两遍，没有计入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>表里是有问题的行和首尾各几行，还没有写入任何数据。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>账单自己的合计和读到的不一样。核对过以后，在“合计不一致”里打勾再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已导入 {operator} {month}：{count} 次通话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个文件 {on} 已经导入过（{operator} {month}）。要重新导入，先把那一份作废。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>清单里没有写是哪个运营商的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通话费 {sum} 元</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>月租和来显 {sum} 元</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有 {count} 次相同的通话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>同月有 {count} 个相同的号码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打勾的作废，由这一份代替；不打勾的留着，重复的通话和月租跳过，不重复计。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>和已导入的重复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>账单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>人数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>筛选条件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件校验码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} 次通话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} 个号码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入的账单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} 份原来的账单已作废，由这一份代替</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} 次通话已在别的账单里，没有重复计入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} 行读不出来，没有计入，列在账单的详细资料里</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} 行印了两遍，只计一次</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入交换机话单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>交换机话单 (*.csv *.txt);;所有文件 (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asterisk 交换机的 Master.csv 原样选进来就行。它不算钱，只用来查出总机中继上的通话是哪个分机打的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打出 {out}、打入 {into}、内线 {internal}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>负责人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>行政人事部</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮件专管员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在职</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>单位、负责人、域名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新增</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>变更&#x3000;{name}（{dept}）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已保存 {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已保存 {name}，号码变更单 {slip}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一条登记以后没有改过。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复 {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复到这时…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{at} 变更以前的样子</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&#x3000;只恢复{what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}（{dept}）哪一天起不在通讯录里？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已把{name}移出通讯录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}又在通讯录里了</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已调整{name}的次序</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}已经在最边上</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}&#x3000;{name}：{what}。{due} 前要通知到。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记通知</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}：{words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已打印 {count} 份号码变更单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印哪一份？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>作废哪一份？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>作废 {number}（{what}）的原因，号码改回原来的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} 已作废</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}已离职，移出通讯录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}已随花名册调到{dept}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通讯录与花名册一致</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>离职 {count} 人，移出通讯录：{names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>调动 {count} 人，改到新部门：{names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在职而不在通讯录 {count} 人：{names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通讯录与花名册有 {count} 处不一致。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按花名册更正</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已按花名册更正 {count} 处</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>列入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新列入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有变动</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份通讯录里没有</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不列入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按名册改部门</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按名册改手机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>去掉分机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入通讯录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通讯录 (*.xlsx *.xls *.ods *.csv *.txt);;所有文件 (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>以前手工编的通讯录原样选进来就行：合并的部门、分公司标题行、公用电话、各种写法的号码和权限都认得。先和名册、线路核对，矛盾的地方一处一处点掉；写入之前先给出检查结果，不改动原文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sheet}，第 {rows} 行是列名，{listed} 条</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>最后 {count} 行是名册里有分机、这份通讯录没有列的人，不点“列入”就跳过。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>台账里还没有人员，先导入花名册更好；现在导入只按名称列，不和名册核对。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有列入 {count} 行：{named}。在文件里改好，再导入一次就补上。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>（名册）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>勾选的移出通讯录；文件只是一部分时不要勾</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>线路 {count} 条有变动</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已导入：新列 {new} 条，变动 {changed} 条；线路新增 {lines} 条，变动 {moved} 条</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} 条移出了通讯录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} 个号码已经是别的线路的，没有改，在“线路”里核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} 人按职务记为领导，手机和直线只印在完整版</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>离职</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册里没有</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>分不清是谁，不导入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有变化</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入花名册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>花名册 (*.xlsx *.xls *.ods *.csv *.txt);;所有文件 (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>人事部的花名册原样选进来就行：标题行、合并的格子、离职的标记都认得。写入之前会先给出检查结果和变动，不改动原文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sheet}，第 {rows} 行是列名，{people} 行人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发现</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>依据条款</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>细目、处理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>建议金额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>该处理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核查结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部状态</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>责任人、部门、分机、号码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入并计入累计次数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已离职的人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册里没有，按姓名登记</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>作废或免于处罚，只留记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>以前导入过，不再导入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入旧台账</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>处罚台账 (*.xlsx *.xls *.ods *.csv *.txt);;所有文件 (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>以前手工记的处罚台账原样选进来就行：合并的格子、月份行、大写金额、旧的条款写法都认得。导入后只计入累计次数，保留原单号，不产生扣款。写入之前会先给出检查结果，不改动原文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sheet}，第 {rows} 行是列名，{cases} 件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{sheet}”第 {row} 行：</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} 行和前面的行是同一件事，没有重复导入：{named}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入，五项没有写全</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>以前导入过或登记过，不再导入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入长途登记表</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>长途电话登记表 (*.xlsx *.xls *.ods *.csv *.txt);;所有文件 (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>手工记的长途电话登记表原样选进来就行：10.5、10月8日、〃、9：15、下午2点21分都认得，号码带不带区号都行。导入以后自动和话费清单核对。写入之前会先给出检查结果，不改动原文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sheet}，第 {rows} 行是列名，{entries} 条</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>跳过 {count} 行：{named}。在文件里改好，再导入一次就补上。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已导入 {count} 条长途登记</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>和话费清单核对：{words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} 条以前有了，没有再导入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{sheet}”第 {row} 行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不计入累计次数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sum} 元</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已导入 {count} 件旧案，计入累计次数；另有 {kept} 件作废或免罚的只留记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} 人不在名册里，按姓名登记为离职人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} 件以前导入过，没有再导入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} 件在旧台账里没有扣完；旧案在这里不产生扣款，剩下的按原来的办法扣</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>等</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>勾选的登记为今天离职；名册不全时不要勾</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在职状态</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先不带工号导入，以后补。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改成 {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>台账里有 {count} 个人可能是</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} 入职</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已导入：新增 {joined} 人，变动 {changed} 人，离职 {left} 人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} 行分不清是谁，没有导入</source>
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
        <source>单号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>年</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发生日期</source>
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
        <source>直线</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>短号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>传真</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>权限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话费额度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>房间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>违规事实</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>处理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>罚款</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>追缴或赔偿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>扣款情况</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未扣金额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>减免</source>
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
        <source>申请</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回执</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>处罚台账</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通讯录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>电话登记</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮箱</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日志</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>制度</source>
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
        <source>没有“{state}”这种状态，只有 active 和 left。</source>
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
        <source>人员没有“{key}”这一项。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}“{text}”不是日期，应写成 2026-12-03。</source>
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
        <source>登记过的都已保存，但关闭时的备份没有做成。{why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>检查磁盘，再打开台账备份一次。</source>
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
        <source>台账文件里的“{table}”有损坏。</source>
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
        <source>找到台账文件夹里的 desk.maildesk 再打开，或新建一个台账。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”不是本程序的台账文件，文件没有改动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这不是本程序的台账文件，文件没有改动。</source>
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
        <source>路径太长，这里放不下台账。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>换一个名字短一些、层数少一些的文件夹。</source>
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
        <source>台账里已经有这一条（{detail}），本次未保存，原记录未受影响。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看看是不是已经登记过；不是的话，把这句话告诉维护程序的同事。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还有别的记录连着这一条，本次未保存，原记录未受影响。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先处理连着它的记录再试；重复出现时，把这句话告诉维护程序的同事。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>网络或共享盘连不上（{detail}），这一步没有做完，已保存的记录未受影响。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看网线、无线和共享盘是不是连着，再试一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>系统钥匙串没有打开，密码没有读到，记录未受影响。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>解锁系统钥匙串后再试一次，或这次直接输入密码。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>内存不够，本次未保存，原记录未受影响。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关掉几个别的程序后再保存一次，填好的内容还在。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记过的都已保存，但备份没有做成。{why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>清出磁盘空间或检查磁盘，再备份一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记过的都已保存；要先做的备份没有做成，所以这一步没有做。{why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>清出磁盘空间或检查磁盘，再试一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>台账文件正被别的程序占用（例如杀毒、同步或备份程序），没有打开，文件没有改动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>等那个程序放开文件，再试一次；要看数据可以打开最近的备份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>台账已经在这台电脑上打开，没有再打开一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关掉那个窗口再试；要看数据可以打开最近的备份。</source>
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
        <source>日志里多出一个不是本程序的触发器（{name}）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日志的保护被换过（{name}）。</source>
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
        <source>日志第 {seq} 条的变更内容被清空，没有销毁记录。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日志第 {seq} 条的变更内容被改过。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日志第 {seq} 条到第 {last} 条不见了。</source>
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
        <source>{cause}升级前的备份没有做成，台账没有升级，保持原样。</source>
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
        <source>上一步“{what}”不能撤销；要改回来，用这条记录自己的更正、退回、恢复或作废。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一步不能撤销了；可以用作废或更正。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤销：{what}</source>
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
        <source>把磁盘处理好，再打开台账；也可以继续用原来的版本。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{cause}台账升级没有完成，台账保持原样。</source>
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
    <message>
        <source>这是只读打开的台账，不能登记：台账正被另一个程序使用，这里看的是最近的备份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>要登记，先关掉那边的窗口，再从这里重新打开台账。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这是只读打开的台账，不能登记：它所在的文件夹没有写入权限。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>要登记，请管电脑的人开放写入权限，或把整个文件夹复制到能写入的磁盘，再打开那一份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>台账里没有编号 {number}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}”不属于任何登记簿，扫不出是哪一张。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>示例数据&#x3000;{company}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这是示例数据，可以随便试，下次打开又是原样。自己的数据在“文件 › 新建台账”建立。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查看、打印列表和导出仍然可以。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已撤销：{what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开附件“{what}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印列表 {count} 行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导出 {count} 行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复制 {count} 行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>今日待办</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”打不开：{fault}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>节假日未录入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{year} 年的放假和调休公布后录入，期限才算得准</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>录入…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 {number} 份备份有损坏，不能用来恢复；检查磁盘，再备份一次</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备份有损坏</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有一类记录比备份里少了一成以上，旧备份先一份不删；看看是不是误删</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据变少</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复演练没有通过</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复演练过期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>40 天没有试过备份能不能恢复；打开“备份…”，点“现在演练”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} 里没有 7 天以内的备份；插上移动硬盘或连上共享盘</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备份没有另存</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备份…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>从未</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>（{days} 天前）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据检查发现问题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查看…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>随程序的表单有改动</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>比较…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>所有表单用的是随程序的样子。{fault}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>表单用不了</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一张{form}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>私人号码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>事项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>说明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>期限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>依据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel 工作簿 (*.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>从备份重建台账…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开台账…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新建台账…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先看示例数据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>立即备份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开台账文件夹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记处罚…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导出办公台账…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>月结…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重开月份…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>设置…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>多人使用…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>锁定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>节假日与调休…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加密…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>表单…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>每夜备份和检查…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>检查数据…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开日志文件夹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关于…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已备份并核对：{file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导出哪个月的办公台账？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>月份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导出办公台账</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在写办公台账</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原来的文件正被打开，另存为 {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已导出到 {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在检查数据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另有 {count} 处，见检查结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有查出问题。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查出 {count} 处问题。台账没有因此改动，可以继续看，先不要清理备份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查了台账文件、{rows} 条日志、{backups} 份备份记下的校验码和处罚的合计。日志最后是第 {seq} 条，校验码 {head}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印检查报告给负责人看；把整个台账文件夹复制一份留好；再和最近的备份、签过字的纸对照，弄清是哪一天改的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印检查报告</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} → {first}；第二位{name} → {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这里已经有台账，可以直接打开，或换一个文件夹。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个文件夹里已有别的文件，换一个空的或新的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个磁盘剩下不到 200 MB，换一个地方。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只查看最近的备份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>从备份恢复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>台账文件正被别的程序占用，等它放开</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上次用的台账不见了：{place}。可能是盘没有插上，或文件夹被移走了。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>找到它在哪里</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另建一个新的台账</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>台账所在的文件夹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写明要设置什么，例如 company=某某公司，或 --file desk.toml。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{pair}”应写成 名称=值。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} 不是文件夹；多张表存进一个文件夹。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通讯录没有第 {number} 版。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}”不按月份，去掉 --month。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>条件“{condition}”看不懂，写成 列=值 或 列~文字，可用的列有 {columns}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有登记簿“{key}”，可用的有 {keys}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} 不是文件，换一个地方写。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} 不是普通文件，换一个文件名。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} 写不进去：{fault}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不能登记“{kind}”，可以登记 {kinds}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} 读不出来：{fault}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} 里应是一个 JSON 对象。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} 里有乱码，没有登记。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回执只有 recipient（领取人）一处签收。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>处罚通知单只有 person（当事人）一处签收。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>扣罚通知由 finance（财务部）、office（总经理办公室）、holder（责任人）签收。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} 还没有回执，先登记开户。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有编号 {number}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} 不是申请，这一步只用于申请。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有文件 {file}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} 读不出来：括号套得太深。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} 里应是 [settings] 和 [[branch]] 两部分，不认识“{unknown}”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} 超过 1 MB，不像 desk.toml。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有设置“{key}”，可用的有：{keys}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>单位没有“{unknown}”这一项，可以写 {keys}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>服务器写成 {example} 这样。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>端口应是整数，不是“{port}”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{start}…”有 {length} 个字，一格最多 {most} 个，不能导出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写好的工作簿读回来和数据不一致（{sheet}），没有保存。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>再导出一次；如果还不一致，检查磁盘。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有 {rows} 行，一张表最多 {most} 行。先筛选再导出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>磁盘已满，“{name}”没有写成，原来的文件没有动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>腾出空间，或换一个文件夹再导出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”写不到“{folder}”（{reason}），原来的文件没有动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭打开着的同名文件，或换一个文件夹再导出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一格有 {count} 个字，只留前 {most} 个。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”不是性别。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一格是公式，文件里没有存它的结果，在 Excel 里打开、保存一次再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一格的公式出错（如 #N/A），没有值。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”不像一个人的姓名。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名“{text}”末尾有编号，原样保留。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名“{text}”带了“{note}”，姓名记为“{repair}”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名“{repair}”前后有空格，已去掉。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名“{repair}”里有看不见的字符，已去掉。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”是乱码。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”没有存成（{reason}），原来的文件没有动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在 Excel 里关闭同名文件，或换一个文件夹再存。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一行没有姓名，不能导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一行是空岗，没有人，不导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 {row} 行有个引号没有关上，这一行没有读。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 {row} 行太长，不像花名册的一行，没有读。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 {row} 行有认不出的字节，可能是乱码，没有读。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>状态写着“{text}”，底色或删除线却表示离职，先按离职。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看不出状态“{text}”是在职还是离职，先按在职。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备注“{text}”说此人调动了，先按在职，离开了就登记离职。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>离职日期 {left} 早于入职日期 {hired}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”没有工号，补上工号或确认没有。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有手机号码。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”没有部门。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>合同快到期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>灰</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>红</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>橙</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>黄</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>绿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>蓝</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>紫</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>粉</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>黑</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”有 {rows} 行，超过 {limit} 行，拆成几个文件再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”里没有找到“姓名”这一列，不像花名册。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有找到“工号”这一列，按姓名认人。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有找到“部门”这一列。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{sheet}”页没有标题行，各列是按内容认的，核对一遍。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{sheet}”页里写明了颜色的意思，已照它读：{colours}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{sheet}”页很多行有同一种底色（{colour}），当作装饰，不表示离职。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{sheet}”页有 {count} 行的底色（{colour}）不知道是什么意思，按在职。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”里没有找到有“对方号码”“时间”和“时长”或“费用”的标题行，不像话费清单。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”超过 {limit} 行，拆成几个文件再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{sheet}”页是隐藏的，没有读。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有 {count} 次通话不在 {month}，照样计入这份账单。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有问题的行共 {count} 行，只列出前 {named} 行。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件里有空字节，已去掉。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件里混有两种编码，已逐行按各自的编码读。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{sheet}”页是旧表或说明，没有读。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{sheet}”页没有“姓名”列，没有读。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这种文件读不出底色、删除线和隐藏行，靠它们标的离职人员认不出来。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”里没有找到有“姓名”和“违规事实”“依据”或“金额”的标题行，不像处罚台账。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{sheet}”页的标题没有写年份，写全的日期都是 {year} 年，没写年份的也按 {year} 年。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{sheet}”页没有处罚台账的标题行，没有读。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件里有宏，宏没有运行，只读了数据。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”里没有找到有“姓名”和“分机”“电话”或“手机”的标题行，不像通讯录。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} 行的号码没有写区号，按同单位其他号码的区号补上了。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{sheet}”页没有通讯录的标题行，没有读。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>离表格很远的地方有零散内容，没有读。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件里有空字节，已去掉，核对一遍姓名。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这其实是网页另存的表格，已按网页读。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这种文件读不出删除线，用删除线作废的行认不出来。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>手机号码与“{other}”（{where}第 {row} 行）相同。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮箱与“{other}”（{where}第 {row} 行）相同。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”在{where}第 {row} 行已有，是同一个人，不再新建。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>工号 {number} 已是“{other}”（{where}第 {row} 行）的，确认哪个对。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”与{where}第 {row} 行姓名、手机都相同而工号不同，确认是不是同一个人。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>花名册里有 {count} 个“{name}”，看不出离职的是哪一个。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>离职表里 {left} 已离职，花名册 {hired} 又入职，按在职。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮箱“{text}”的域名可能写错了，应为“{repair}”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>月份“{text}”应写成 2026-11 这样。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导出 {month} 办公台账</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这张表不是这个台账打印的，可能属于另一家单位或另一个台账。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不认识这种表单（种类号 {number}）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>表单“{title}”没有编号，扫不出是哪一张。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保存并打印 {count} 份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新建 {form}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上限 {most}，{clause}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>申请人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选中人后，工号、部门、职务自动带出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>申请内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>自定义地址…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>命名规则&#x3000;{clause}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有选{title}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选中申请人后按命名规则给出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已有邮箱 {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>花名册上已有邮箱 {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在职，尚无公司邮箱</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>@ 前面的部分</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>继续填写…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改正…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记签字…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>办理…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>送出回执…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记签收…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>种类</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>地址</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>填表</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>生效</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>进展</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名、拼音、编号、事项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>停发…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话费月份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>手机话费</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>处罚单号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下一步</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部职级</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名、工号、手机、部门</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未办结</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>逾期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>做了什么</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名单或记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导出和打印</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>号码和附件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没写原因</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部名单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名单、原因、条件、文件、校验码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部种类</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部部门</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部年份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>单位与签字人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮箱与客户端设置（印在开户回执上）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收信 IMAP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收信 POP3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发信 SMTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新建单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记手机补贴</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改手机补贴</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>停发</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印哪个月的手机补贴发放表？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已打印 {month}手机补贴发放表</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>把{name}的手机话费超出补贴的部分转入处罚台账，从工资里扣。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>超额转工资</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已转工资扣款 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保存</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已保存{name}的手机补贴</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>补贴职级</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>各职级的标准在设置里</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>起始日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>截止日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公司领导批准的那一份（15.二.3）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已保存单位 {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>单位设置不全</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>填写…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>总部和各分公司的邮箱域名、服务器和签字人记在这里，回执上要印。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮件收发人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>每个部门指定一人（电子沟通管理办法 二(一)2）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>商密文件管理人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>每个部门指定一人（电话制度 11.二.3）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新建部门</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改部门</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已保存部门 {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在职人员里没有“{name}”，请核对姓名。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有部门</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入花名册时部门会自动建好；负责人在这里填，申请表由他审核签字。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有填负责人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有邮件收发人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有商密文件管理人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>部门、单位、负责人、收发人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>认不到人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>怎样认到</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>账单行号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>认不到人的通话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>长途通话清单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>信息台通话清单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>超过时长上限的通话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>私人电话清单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名、分机、号码、尾号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记已有邮箱</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改邮箱状态</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>增加别名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮箱已保存</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮箱已经删除</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮箱保留期满</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改状态…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>增加别名…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有邮箱</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>申请签字齐全并开户后，邮箱会自动记在这里；以前开的邮箱可以补登。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>使用人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>使用电话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>受话人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>起</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>止</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>联络事项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>交涉结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>批准单号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>容量 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开通</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保留到</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>地址、姓名、拼音、工号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>计算哪个月的话费？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在计算话费</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}话费：{lines} 条，合计 {total} 元，和账单相差 {off} 元</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>给 {count} 条话费开扣罚通知，个人承担共 {sum} 元。编号开出以后只能作废。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开扣罚通知</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已开出 {count} 份扣罚通知 {span}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{open} 责任人还没有签收，转过去以后要在处罚通知单上补签。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已打印 {count} 份扣罚通知</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份通知还没有打印过，先打印。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份通知都签完了。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不同意扣的，用“撤回通知”或“免扣”，写明理由。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已签</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>三处都签了以后，转工资扣款。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已登记 {number} {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lines} 没有责任人，单独办。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>把 {count} 份通知共 {sum} 元转入处罚台账，从工资里扣。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>转工资扣款</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤回通知</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} 等 {count} 条</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>免扣</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印哪个月的话费表？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>哪个月的话费表送总经理办公室？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>送出日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记话费表送出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有话费可以年结。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>年结哪一年的话费？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{year} 年话费已年结：{lines} 条线路，还应扣 {owing} 元</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>年终超支 {owing} 元转工资扣款？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有话费。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印哪一年的年结表？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有可以选的月份；先导入话单，再计算话费。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已转工资扣款 {count} 笔：{numbers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>由谁承担</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已打印 {which}{title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>拒签日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已保存设备 {device}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记设备</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改设备</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>领用人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>领用日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>长期使用的空着；到期在“今日”提醒</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>妥善保管，丢失或人为损坏照价赔偿（电话制度 15.二.5）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>领用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保存并打印签收单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>归还日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>情况</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>完好</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>归还</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>丢失</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>损坏</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>经过</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移动电话的号码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>见证人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已开出 {count} 份签收单 {span}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已打印 {count} 份回执</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已打印 {sheets} 张催交单，列了 {count} 份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>勾选的回执都没有送出在外，不用催。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只催这一份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个部门未交回的 {count} 份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>列表里未交回的 {count} 份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>所有逾期的 {count} 份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>所有未交回的 {count} 份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>催交单上列哪些？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}的密码单已经打印过。重新打印会换一个新密码，旧密码作废，服务器上也要改。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>换新密码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先在服务器上把 {address} 的密码设成这一个，再打印。关闭以后这个密码在程序里哪里也找不到。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这张回执还没有打印过，先打印。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记送出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} 份：{first} {name} 等</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>事项或物品</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>每人份数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>领取人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>应交回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新建签收单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保存并打印</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>同一样东西发给几个人，每人一张签收单，编号连续，一次打印。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>个工作日内，自送出起</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>设备和通讯录用完要还的，写上日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已登记 {number} 签收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记拒签</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记归还</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤回签收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记遗失</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} 待重新送出，交出去时登记送出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>金额（元）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已{what}&#x3000;{which}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回执已经办结</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回执不在待签收状态</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回执已经送出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回执还没有送出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回执没有遗失</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回执没有送出在外，不用催</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有在手的设备或通讯录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回执没有登记签收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经登记归还</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只有开户回执才有密码单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回执遗失</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回执未签收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>该归还</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>批量签收…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开户后回执会自动开出；通知、密码单、设备和通讯录的签收单在这里新建。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回执待送出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记签收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印回执</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>催交单…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印密码单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核查 {month}：新发现 {new} 项，消失 {gone} 项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>处罚已作废，重新待处理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有写说明。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不处理：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} 还有效，先在处罚台账里作废或冲销。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一次只登记一个人的同一种行为，分开选。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>制度没有给“{kind}”写处罚，只能记录说明。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不知道是谁打的，选一个人。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一件处罚最多 {most} 次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>处罚草稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>处罚通知单待打印</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>处罚通知单待签收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>申诉待决定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待报人力资源部</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现金待交</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待退款</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还是草稿，登记以后才能打印</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>旧台账转入的记录不再变动</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经登记签收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有未结清的金额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有收过钱，不用退款或更正</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经复机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有停着的电话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经报过人力资源部</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有报人力资源部</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>线路已经拆机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>线路不在用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>线路没有停机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>停机到期，该复机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保号到期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复机…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>权限到期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>权限…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移机、换人、换号…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>权限与职级不符</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>停机…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>拆机…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>维护记录…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印线路卡片</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印停机通知单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有线路</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>每条电话线路记在这里：号码、分机、责任人、权限和话费额度。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记复机…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>离职人员未结清</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印通知单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>减免…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>冲销…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记扣款…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印扣款清单…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>填完草稿…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>拒签…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记申诉…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>申诉决定…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>报人事…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记人事回复…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>扣款计划…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收现金…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退款或更正…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印其他单据…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话费超额待通知</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>扣罚通知待打印</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>扣罚通知待签收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>扣罚通知待转工资</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有要个人承担的话费</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有开扣罚通知</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>都签收过了，或者已经免扣</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上月话费表待送出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印话费表…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>补打…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有打印过</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤回通知…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>免扣…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话费年结…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印年结表…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>月话费</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有月话费</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入当月话单以后计算，每部电话的话费、额度和个人承担就列在这里。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>月工资（算扣款上限）…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>附证据…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>附签收扫描件…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删除草稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>补打扣款清单…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印空白通知单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这里还没有处罚</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记一件事，规则库给出条款、第几次和金额，由人决定；以前手工记的台账可以导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>遗失…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重新送出…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记归还…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤回签收…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有回执</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记送出…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回执编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>申请编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>送出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已送出天数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未交回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未交回清单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在手</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在手清单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签收单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>设备领用清单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>离职未还</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>丢失和损坏</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部类别</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>型号、机身号、姓名、拼音</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名、事项、编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>送达方式</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入花名册…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>工号 {number} 与第 {row} 行的{name}相同。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新增人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}（{dept}）哪一天离职？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已登记{name}离职</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已离职</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已调动</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>项目</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>经办 / 通知</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>变更历史</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>电话权限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这些号码还没有登记为线路，或者没有开通权限。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>领用设备</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有领用的设备。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>相关单据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有相关的申请、回执或号码变更单。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>虚框</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有期限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未开通</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印分级</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>考核起始日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>此前从事电话行销</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>入司日期取自花名册；没有的按起始日期算。入司不足半年、此前又不足一年的是新员工（电话制度 2.二）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记销售人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已登记 {count} 名销售人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>入司日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改销售人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已保存{name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>哪一天起不再考核？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查看</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>月结</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通讯录版次</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>办公台账</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待办</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>到期销毁</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日统计表</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>销售人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>设置</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>年结</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>工资标准</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>节假日</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>金额（分）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>单位（内部号）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>部门（内部号）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>人员（内部号）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证件号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>施行日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>值</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>今天</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>昨天</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>近 7 天</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>工号“{text}”认不出来。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经离职</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还在职</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记离职…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复在职</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>人事部的花名册可以整份导入，不用改格式；也可以一个一个新增。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>拼音</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>入职</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有工号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名、拼音、工号、分机、手机尾号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>制度原文是 {original} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>可导入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>提醒</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>错误</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>要写完整的路径，或用“选文件夹…”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第二个域名起要写是哪个分公司的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{domain}”写了两次</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>检查打印机是否开机、连好、有纸，再按“打印”；也可以先“另存 PDF”。这张表仍是“未打印”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>检查打印机是否开机、连好、有纸，再按“打印”。这张仍是“未打印”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有存下 {file}：{reason}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>换一个文件夹或文件名，或关闭正在看这个文件的程序，再存一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印系统没有回答</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有可用的打印机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印机没有接受</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印中断</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}”没有打印：{reason}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记{name}的手机补贴</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>停发手机补贴</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改按新的申请</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有超过补贴、还没有处理的话费。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>超过补贴转工资扣款 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}从 {on} 起已经有手机补贴，先停发再登记。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更正手机话费</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}手机话费 {fee} 元</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另一个人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一行文字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>多行文字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有销售人员；先在“销售人员”里登记考核谁。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>电话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>事先打过电话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更正传真记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已更正传真记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>属实</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>虚报</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>抽查人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>项目经理（电话制度 2.四）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>抽查情况</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>虚报的一定要写</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记抽查</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已登记 {count} 份传真的抽查</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印哪一天的传真记录？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已打印 {day} 传真记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记传真</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已登记 {count} 份传真</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} 份，计入 {counted} 份，不计 {void} 份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先打电话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不计的原因</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打过电话的写 1 或 √，没有的空着。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新邮箱地址</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已有的邮箱</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>任何邮箱地址</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>单选</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>多选</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数量</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>金额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>计费号码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对方号码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通话类型</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>起始时间（日期和时间）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开始时间（不带日期）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>时长</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通话地</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>基本费</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>信息费</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>优惠</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>实收话费</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>月租</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>来电显示费</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>其他月费</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>任何单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>总公司</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不开签收单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>设备、物品</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看栏目</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只在什么时候要填</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>什么时候走这条路线</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加一个条件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一律不受理的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加一种</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已保存 {clause} 的新版本</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>启用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>归属</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>权限和额度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话机、合约</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>例如 0571-55511001</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不选时按号码判断</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不填的由部门负责人负责</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不选就是责任人的部门</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>换人、换号、换部门时写；只改错的空着</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>空着就是一直归他，以前的话费也算他的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公用电话填写，例如 前台</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>从哪天起</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>额度（元）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>空着是没有规定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>当年没用完的额度结转下年</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话机加了锁</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不分部门</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{clause} 已从 {since} 起{verb}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经定了从 {since} 起{says}，到那天又会施行；要一直停用，从那天起再停用一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{act}”：由本条管。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{act}”：{others} 也管，只按一条处理。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{act}”：停用后没有条款管，那天起发生的不能登记。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{act}”：停用后按 {others}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>到哪天止</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>到期写作</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>到期做什么</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有期限的，到期收回、归还</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>交付</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签收内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>办理时开一张签收单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签字的先后</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加一位签字人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>代号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>小写字母，一条路线里不重复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>框内写作</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>盖章</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>留盖章处</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>小写字母，表上用它取内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>必填</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一定要填</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先填好</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>提示</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编号前缀</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>办理写作</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>列表里的一句</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>办理期限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>个工作日，0 按设置</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记时填的栏目</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加一栏</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>办理时逐项打勾</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加一项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>办完时填的栏目</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签字路线</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加一条路线</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>用于</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日期在今天之后。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有做：{missing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>扫描件 (*.pdf *.png *.jpg *.jpeg *.bmp)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} 不是 PDF，也不是图片，没有收下。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} 超过 50 MB，没有收下。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} 读了 {seconds} 秒还没有读完，没有收下。重新扫描一份，或拆成几份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} 展开后过大，没有收下。用 200 dpi 重新扫描一份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} 读不出来：内容不正常，没有收下。重新扫描一份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} 读不出来：{reason}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看文件是否还在、有没有权限，再选一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} 是空文件，没有收下。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不写金额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>每次定额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一个幅度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话费倍数，另加每次定额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>分次加重</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按情节选一项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改 {clause}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保存为新版本</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有改动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} 起另有一版，这一版施行到前一天。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>同设置</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>倍数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>倍</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>最高</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>罚款叫作</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>其他处理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>依次</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>计次期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>停机保号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>个月</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>施行日</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>元</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>个月；空着按设置，0 表示不限期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复制度原文的数字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一天起发生的违规按新规定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>制度原文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>施行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>影响</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写月数，最多 {most}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写出各级处理，用顿号分开，例如：降薪、降职、辞退。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现在：{says}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改后：{says}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>例如 {what}：罚款由 {old} 元变为 {new} 元</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有草稿受影响；已经出了通知单的处罚按原来的规定。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另有 {count} 件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} 件还没有出通知单的处罚会变：</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>从这一天起算</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>是</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>否</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}已经在通讯录里（{dept}）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记号码 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>去掉号码 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>制度原文：{value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} 起：{value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>花名册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发送人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>处罚</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>今天的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不计</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发送人、联系人、单位、号码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>表单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮件发送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>个人信息</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}应当是文字。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}应当是不小于 0 的整数。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}里有乱码，重新填写。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}最多 {most} 个字，现在有 {count} 个。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>制度条款</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>要求</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>要做的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在哪里</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已有</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>计划中</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部制度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>条款、要求</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另存备份的文件夹 {folder} 找不到；本机的备份已经做好。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>插上移动硬盘或连上共享盘，再点“立即备份”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另存到 {folder} 的备份和原来的不一样，那个盘可能有问题。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>换一个盘，在设置里改另存的文件夹。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} 所在的盘放不下这么大的文件；本机的备份已经做好。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>把那个盘格式化成 exFAT 或 NTFS，或者换一个盘。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有另存到 {folder}：{why}本机的备份已经做好。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看那个盘是不是满了、只读或拔掉了，再点“立即备份”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} 里还没有备份可看。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在另一台电脑上关掉台账，再打开。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复列的默认样子</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未打完的一批：还差 {count} 份（{at}）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>接着打</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} 中断时正在打，可能已经出纸，先看一眼打印机。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>表单“{title}”没有选中的联次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有 {user} 的密码：用 --password-stdin 从标准输入给出。{why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{place}”里有 {count} 个文件夹，只用了前 {most} 个，移走不是表单的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{place}”没有用上：里面的文件名是 {wrong}，应当是 {right}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{place}”没有用上：它是链接，把文件夹本身复制过来。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{place}”没有用上：文件夹名用小写英文字母开头，只有小写字母、数字和下划线，并与 form.toml 里的 id 相同。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{place}”应当是文件夹，现在是一个文件；本单位的表单没有用上，移走它就好。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{place}”读不出来（{reason}），本单位的表单没有用上；看看权限和磁盘。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”内容不正常，没有读完，什么都没有导入。重新复制一份再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”超过 {most} MB，不像从“表单”导出的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”不是完整的 zip 文件，重新复制一份再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”里有 {count} 个文件，不像从“表单”导出的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本单位的表单号 90 到 99 都用完了。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}”已经有本单位的版本。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>要签字的条款改了，版次仍是 {rev}。已签的按 {rev} 留存，改后的应当另记版次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{form}”没有本单位的版本。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{form}”是本单位自己的表单，没有随程序的版本。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>表单写不到“{place}”（{reason}），原来的没有动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看看磁盘是否已满、文件是否被别的程序打开，再试一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}：画了 {seconds} 秒还没有画完，里面可能有停不下来的循环。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}：画的时候出了错，可能用掉了太多内存。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>表单“{title}”复制为本单位的版本</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改了表单“{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按“{title}”登记的申请还在台账里，这张表单不能停用。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>表单“{title}”改用随程序的版本</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>随程序的表单“{title}”有改动，仍用本单位的版本</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新建表单“{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导出 {count} 张表单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入表单“{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>主题和收件人只能写一行。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>主题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有填写主题。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收件人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>服务器已收下。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} 的证书是自己签发的，无法确认对方是谁，没有发送密码。换正式证书，或在设置里指定公司的 CA 证书文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} 的证书不是这台电脑信任的机构签发的，没有发送密码。公司有自己的 CA 时，在设置里指定它的证书文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} 的证书已经过期，没有发送密码。管服务器的人要换新证书；也看一下这台电脑的日期对不对。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} 的证书还没有到生效日期，没有发送密码。先看这台电脑的日期对不对。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} 出示的证书是别的服务器的，没有发送密码。核对设置里的服务器名称，要与证书上的一致。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} 的证书通不过检查，没有发送密码：{answer}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CA 证书文件 {ca_file} 读不出来，没有连接服务器。在设置里重新指定，或清空。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} 的端口 {port} 没有用 TLS 应答，没有发送密码。核对端口和加密方式：465 用 TLS，587 和 25 用 STARTTLS。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} 不提供 STARTTLS 加密，没有发送密码。改用 465 端口和 TLS，或请管服务器的人开通加密。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} 不接受登录，没有发送密码。服务器不要求登录时，把设置里的登录名清空。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} 不认这个登录名或密码：{answer}。有的服务器要用单独的“授权码”代替密码。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} 不在这台电脑上，不加密就不发送。改用 TLS 或 STARTTLS。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>找不到服务器 {host}。核对设置里的名称，再看网络通不通。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} 的端口 {port} 拒绝连接。核对端口，或稍后再发。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>连不上 {host}：{answer}。看网络通不通，稍后再发。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} 太久没有应答，邮件没有发出。核对端口和加密方式，或稍后再发。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>与 {host} 的连接中断，邮件没有发出。稍后再发。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} 现在不收，说：{answer}。稍后再发。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} 不让用 {sender} 发信，说：{answer}。核对设置里的发件地址。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} 不收发给 {address} 的邮件，说：{answer}。核对收件地址。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮件太大，或对方邮箱已满，{host} 没有收，说：{answer}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} 没有收这封邮件，说：{answer}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮件已经全部送出，{host} 还没有答复连接就断了，对方可能收到，也可能没有。问过对方再决定是否重新发送。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有给出 {user} 的密码。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>密码里有英文字母、数字和符号以外的字，服务器不能用它登录。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不加密只能用于本机上的服务器，{host} 不是本机；改用 TLS 或 STARTTLS。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不加密的连接不能登录：密码会被看见。把登录名清空，或改用 TLS。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发件人姓名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登录名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有填写邮件发送服务器的名称。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{host}”不是服务器名称，只写名称，例如 smtp.example.com，不带 https://、端口和空格。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有填写邮箱地址。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{address}”不是一个邮箱地址，写成 name@example.com，一次一个。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>端口 {port} 不对，应在 1 到 {most} 之间，一般是 465 或 587。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{deed}日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经做好</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>应在 {due} 以前{deed}{clause}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>申请的表单“{form}”用不了，先在“工具 › 表单”里改正它。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还是草稿，正式填表后才能发送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>旧台账转入的记录没有通知单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话费账单没有导入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入账单…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入交换机话单…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更正…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经作废</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有导入账单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>每月交费后把运营商给的话费清单原样导入，再导入交换机话单，就知道每个分机打了多少。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>用邮件发送…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一个收件地址也没有填。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收件地址</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收件地址，空着就不发给这个人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>附件：{name}（{size}，打印留档的那一张）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>附件：{name}（{size}，还没有打印过，发送时留档）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>共 {count} 封，每人一封，各附自己的那一张（共 {size} KB）。主题和正文里的{places}发送时换成各人的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>用邮件发送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发送 {count} 封等着的邮件？被退回的要一封一封改过地址再发。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} 发给 {address} 的邮件，对方收到了吗？先打电话问一声。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对方已收到</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有收到，重新发送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不发了</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不再把 {number} 发给 {address}？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删除 {user} 的密码？下次发送再问。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删除</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>密码已删除</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有发送，{count} 封邮件在寄送记录里等着</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{user} 在 {host} 上的密码，只在核对过证书的加密连接上发送。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重新发送到 {address}？上一封要是到了，对方会收到两封。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重新发送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发一封没有附件的邮件，看服务器收不收。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮件管理台账：试发</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在试发</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在等系统钥匙串</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在发送 {number}（{place} / {count}）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>其余 {count} 封没有发，在寄送记录里等着。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已发送 {sent} 封邮件，{others} 封没有确认发出，在寄送记录里</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已发送 {count} 封邮件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回执 {number} 已经作废，不再发送。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} 没有可以发送的通知单。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮件下落不明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮件没有发出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮件待发送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>寄送记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重新发送…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>问清以后…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>到单据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发一封试试…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不发了…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删除保存的密码…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有用邮件发送过单据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在“回执”或“申请”里选一张或几张，用“更多 › 用邮件发送…”。发送结果都记在这里。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待发送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发送中</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已发送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>被退回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发送时程序中断，对方可能收到，也可能没有。问过对方再决定是否重新发送。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有设置邮件发送服务器：在“工具 › 设置 › 邮件发送”里填写发送服务器和发件地址。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}”不能用邮件发送：上面有密码，只打印一份，当面交给本人。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>准备重新发送到 {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开始发送到 {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address}：{said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>用邮件发送到 {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发送到 {address} 时程序中断，是否收到不明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>问过对方：{address} 已收到</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>决定重新发送到 {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不再发送到 {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”太大，邮件会超过外发单封上限 {most} MB，不能用邮件发送。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} 有一封邮件还不清楚对方是否收到，先在“回执 › 寄送记录”里处理，免得发两次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} 在 {at} 已经发送到 {address}，再发一次对方会收到两封。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>准备把 {number} 发送到 {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>单据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>次数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>主叫</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>被叫</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>呼叫方向</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>主叫线路</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>被叫线路</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开始时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>接通时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通话秒数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一行不完整（断在“{text}”），没有读；从交换机重新导出一份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开始时间“{text}”不能用，这一行没有读。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通话秒数“{text}”不能用，这一行没有读。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看不出是哪个分机，这一行没有读。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>服务器答复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮件标识</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>要处理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名、拼音、编号、地址</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有登记过邮箱 {address}，先在“邮箱”里登记。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>类别</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>附言</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>归还期限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有选领取人。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一次最多 {most} 人，分几次登记。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只有设备和通讯录才有归还期限。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>归还期限已经过了。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>行为</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发生时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发现方式</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>事实</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话费</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>费用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>扣分</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>执行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>扣款月份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>分期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>来源</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>停机的电话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>填发日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>时间“{text}”应写成 14:05 这样。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>填发日期应在发生日期 {on} 和今天之间。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发生日期 {on} 还没有到。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>次数在 1 到 {most} 之间。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>分期在 1 到 {most} 之间。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}没有“{key}”这一项。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>旧案的状态或减免金额不对。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第几次从 1 数起。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>私人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通话日期 {on} 还没有到。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}必须填写，长途电话五项都要登记。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有写是哪部电话打的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有写对方号码。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不认识的栏目。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在职人员里叫“{name}”的有 {count} 个，改用工号。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记 {user} 的长途电话 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删除长途登记</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日期“{text}”应写成 2026-12-03 这样。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入长途登记 {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>从登记表导入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}长途电话记录表已交管理部</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写明由谁核阅。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核阅日期早于交表日期 {on}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}长途电话记录表已核阅</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>记住长途登记表的列对应</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>禁止打私人长途电话（电话制度 5.四(四)）。已经打了的照实登记，列入核查。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>使用人不是所长以上人员，话机当天没有长途权限，也没有批准单（5.四(三)）。照实登记，列入核查。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}的长途电话记录表 {on} 已经由{by}核阅，改动后要重新核阅。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这是清单里没有登记的电话，用“补登”把它记下来。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}应当是整数。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>叫“{dept}”的部门有 {count} 个，写成“{example}”这样。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>部门“{dept}”里没有在职人员。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>应当是整数。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>归还期限“{text}”应写成 2026-12-31 这样。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows 凭据管理器</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>macOS 钥匙串</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>系统钥匙串</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KDE 钱包</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这台电脑没有可用的系统钥匙串，密码只记到关闭程序为止。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>系统钥匙串锁着，读不到保存的密码；解锁后再试，或这次直接输入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>系统钥匙串没有应答，这次直接输入密码。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>系统钥匙串出错，读不到保存的密码，这次直接输入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>密码没有存进系统钥匙串，只记到关闭程序为止。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>系统钥匙串锁着，密码没有存进去，只记到关闭程序为止。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>系统钥匙串锁着或没有应答，里面保存的密码没有删掉；解锁后再删一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>组名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只在什么时候出现</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>普通文字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>勾选</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>手填日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>大字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>内容取自</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>或写文字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>样子</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>行数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一行只在</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>是这个时出现</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>宽度份数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>各行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加一行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签字框</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加一个签字框</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>谁的意见</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>框内文字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签字写作</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>高（毫米）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>左</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>中</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>右</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>各列</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加一列</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>列名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>宽（毫米，0 占余下的）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对齐</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>各条</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加一条</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>引语</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>告知</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>版次</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>分级</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>排法</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按拼音</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>桌面分机表（A5 对折）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel 工作簿（按部门、按拼音两页）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>手机通讯录 vCard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>目录服务 LDIF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第几版</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>部门确认截止</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>每个列了人的部门开一张确认单，无误也要签字交回；全部交回后发布。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开始新一版</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开始并打印确认单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发布日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}：已确认 {confirmed}/{departments} 个部门。发布后这一版的内容固定下来，随时可以照样再印。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发布</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发布通讯录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通讯录还没有版次，先“开始新一版”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>桌面分机表只有普通版。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>预览并打印</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>普通版不印领导的手机和直线，发各部门；完整版编号，逐份登记领取人。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印通讯录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>持有人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编号并打印</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>每人一份，编号和持有人印在每一页；同时开出签收单，收回时在“回执”登记归还。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发完整版</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>当前内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>格式</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选文件并导出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>普通版里没有领导的手机和直线。导出的是个人信息，记入日志。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导出通讯录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>要签字的文字有自己的版次</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>各条取自</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>行取自</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>列取自</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>合计取自</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>字号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签字的人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加一位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>主送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>落款</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8 按平常的字号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>表名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>表单编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>纸张</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>横向</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>表名下的一行（左、中、右）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加一处</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>联次（每联印在左上角）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加一联</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>随程序</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有新版</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>用不了</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>密码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只能是英文字母、数字和符号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>等待</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在打印</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已打印</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>失败</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未打印</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} 不是处罚单，冲销只用于处罚单。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--absent-left 只用于花名册。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--operator、--month、--replace、--accept 只用于账单和交换机话单。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一行有号码却没有姓名，补上姓名或地点才能导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 {row} 行有认不出的字（编码坏了），这一行没有读，在原来的程序里重新导出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 {row} 行过长，不像一条记录，这一行没有读，在文件里核对。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 {row} 行有个引号没有关上，这一行没有读，在文件里补上引号。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”是几天，记为第一天 {day}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”可能是 {month} 月 {day} 日，也可能是 {month} 月 {day}0 日（末尾的 0 被 Excel 去掉了），写全日期。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”没有写年份，台账里也看不出是哪一年，补上年份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一行没有姓名，不知道处罚的是谁，补上姓名才能导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”没有把人写全，把每个人的姓名都写出来。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一行没有日期，按上一行的 {day}，核对一遍。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一行没有日期，补上日期才能导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日期 {day} 不在这一段写的“{heading}”里，核对一遍。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一行有删除线，按作废，核对一遍。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有写怎么处理，也没有金额，补上处理结果。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”看不出是什么处理，照原文保留。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”是和上一行合并的一格，只记在上一行。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”是几个人合并的一格，分不清各多少，在每一行写上各自的金额。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>单号 {slip} 与第 {row} 行是同一件事，不重复导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>单号 {slip} 在第 {row} 行已有，日期或金额却不同：是同一张就改成一样，不是就改单号。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>与第 {row} 行完全一样，不重复导入；确是两次的，在违规事实里写明区别再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>单号 {slip} 在第 {row} 行是{name}的，两行都导入，核对单号。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有单号；不填也能导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”写了几条依据，累计次数按第一条 {clause}，核对一遍。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>依据没有写到哪一条，按违规事实认作 {clause}，核对一遍。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”可能是 {clauses}，从违规事实看不出来，写全才计入累计次数。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”可能是 {clauses}，分不清，改成其中一条才计入累计次数。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有写依据，从违规事实也看不出是哪一条，补上依据才计入累计次数。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”不是规则库里的条款，照原文保留，不计入累计次数。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”是 {count} 个人一共的数，写成各多少元。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一行有 {count} 个人，“{text}”分不清是各罚还是一共，写成各多少元。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”里罚款和追缴没有分开，先全部记作罚款，核对一遍。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>金额写的是 {amount} 元，罚款和追缴相加是 {parts} 元，按后者。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>合计写的是 {written} 元，读得出的各行相加是 {added} 元；有的行金额没有读出，改好后再核对。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>合计写的是 {written} 元，各行相加是 {added} 元，相差 {less} 元，核对各行金额；导入按各行。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”里两个金额不一样，留下对的一个。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>金额“{text}”不是整分，改成两位小数。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”看不出是多少钱，写成 50.00 这样。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} 的合计与明细不符。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写台账的时候数据有变动，没有月结，再来一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}没有月结。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} 写不进去：{fault}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>如果它正在 Excel 里打开，先关上，或者换一个文件名。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>再次导出 {month} 已月结的台账</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还不能月结：{what}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}已经月结。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{later}已经月结，不能再结前面的{month}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}还没有开始，不能月结。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{earlier}还没有月结，按先后月结。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{later}也已经月结，先重开{later}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重开月份要写原因。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}已经月结，不能再改；更正记在没有月结的月份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>审核</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>批准</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>915、9:15、下午2点5分都行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>所长以上人员、有长途权限的话机和有批准单的不用填</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>用途</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保存后接着登下一条</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}月结</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重开{month}：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入旧台账…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入旧处罚台账 {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>记住旧台账的列对应</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>旧处罚台账里的人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有日期。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”可能是 {people}，在工号里写明是哪一个；都不是就在工号里写“无”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册里没有“{name}”，导入时按姓名登记为离职人员。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册里的{who}，台账写的是“{dept}”；不是同一个人就在工号里写“无”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按名册，{who}在 {on} 这天不在职；不是同一个人就在工号里写“无”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>批准人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>减免 {amount} 元：{reason}&#x3000;批准人 {approver}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}工资扣款 {amount} 元</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现金缴款 {amount} 元，收据 {reference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退款或更正 {amount} 元：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退款 {amount} 元</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一件没有停着的电话。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>电话复机 {on}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>决定人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>申诉决定：{decision}&#x3000;{reason}&#x3000;{by}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>由 {number} 冲销：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>申诉决定没有“{key}”这一项。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} 没有在申诉中。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>申诉不加重：金额应在 0 到 {due} 元之间。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} 冲销 {original}：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>凭据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>处理没有“{key}”这一项。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有条款</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>添加文件或扫描件…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有选当事人。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有填发生日期。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>（没有选，先不停）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>（只有金额）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>次</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打几个字或拼音，↓ 列出全部</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>当事人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话费（元）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>损失（元）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有损失填 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>事实经过</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>分</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>追缴/赔偿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>从哪月扣起</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改动理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有施行的条款</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还有 {count} 处空白没有填</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>事实经过里还有 {count} 处空白没有填，会照样印在通知单上。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已存草稿，没有编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有通话，先在“账单”里导入话单。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核查哪个月的通话？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核查</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核查 {month}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}核查完，{calls} 通通话：{kinds}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有发现</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sets}是公用电话，是谁打的？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已开出 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已存处罚草稿，在处罚台账里填完</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>把 {count} 项按人和行为存成 {people} 张处罚草稿？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>同一个人同一种行为的几次合在一张上，次数和话费相加。草稿没有编号，填完才开出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>存草稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>；{count} 项不知道是谁，单独登记</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已存 {count} 张处罚草稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>记录说明，不处理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不处理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已记录说明，{count} 项不处理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>把 {count} 项恢复为待处理？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个电话已经不在清单里了。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} 项，话费共 {fee} 元</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选证据文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复规则库的建议</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保存并打印通知单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记处罚</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>由规则库提出，可以改；改动要写理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{on} 离职</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规则库建议</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选了当事人和行为以后，这里是条款、金额怎么来的和以前的记录。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个人这一天的同一件事已经有 {listed}。同一件事只处理一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改用 {clause}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>同一行为还命中 {clause}（{brings}）。同一行为只处理一次，现按 {taken} 处理。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在这之后的 {listed} 已经处理，当时没有算上这一次；那几件的次数不会自动改。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>金额怎么来的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>以前没有</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有效</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已扣</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未结</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>额度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>实际</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>超额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>个人承担</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>单位承担</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>和账单相差</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个月已经月结，换到没有月结的月份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按线路</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按部门</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按条款</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>条款</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>长途</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>私话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>超时</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}的话单或线路后来有变动，责任人和部门可能不对，按“重新认人”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>快</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>慢</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个月已经月结，通话不再改动</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按分机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按种类</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按月份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>分钟</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>件数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>再犯</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>工资扣款</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现金缴款</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>作废冲减</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退款</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已收 {paid} 元，不能退或更正 {amount} 元。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>金额要大于 0。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>金额 {amount} 元超过未结清的 {rest} 元。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>分 {count} 期不行，最多 {most} 期，每期至少 1 分。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>凭据号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>从哪个月的工资扣起</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>分几期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已排好 {number} 的扣款：{plan}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>扣款计划</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保存计划</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>留空由程序编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收现金</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已收 {paid} 元，应退 {owed} 元。扣款登记多了也在这里更正，写明原因，更正的部分重新待扣。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退款或更正</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>月工资（元）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>留空就不核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只用来核对每月扣款上限，不打印，不导出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现在没有设上限，登记了也不核对；上限在工具 › 设置里。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记月工资</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记扣款用的月工资</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} 没有未结清的金额。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>扣款计划：{plan}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} 现在不能记这笔账（{state}）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>旧台账</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>离职结清</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>比应扣的多</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未结清</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本月应扣</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本次扣款</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>结转</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已登记</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}的 {number} 未结清 {rest} 元，不能扣 {amount} 元。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记扣款</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有填本次扣款，没有可以登记的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>停下了，一件也没有登记。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在登记扣款</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}没有要从工资扣的款。签收或拒签以后、计划到了这个月的才列入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>到本月为止的月份都已经月结，没有可以登记的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个月已经登记 {count} 件，合计 {total} 元，列在“已登记”一栏。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经排到 {later}的有 {count} 件，到那个月再登记。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本次扣款 {people} 人 {count} 件，合计 {total} 元&#x3000;{capitals}&#x3000;结转 {carried} 元</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已登记 {month}扣款 {count} 件，合计 {total} 元</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>，结转 {carried} 元到后面的月份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>停机（保号）通知单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>申诉处理决定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收款收据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>减免审批单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}没有要从工资扣的款。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一件没有其他单据；收现金、减免、申诉决定以后才有。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印哪一张？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有要从工资扣的款；签收以后才列入清单。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印哪个月的扣款清单？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已打印 {month}工资扣款清单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已打印 {number} {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有打印过，先打印。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>补打哪一张？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{on} 那天没有施行的条款管这件事，选一条依据条款，或到规则库启用。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>和规则库建议的不一样，写明改动理由。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一条按情节定，写明为什么这样定。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>记账</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>停机 {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}已经月结，扣款记在后面的月份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>从旧台账转入{slip}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>（还没有选行为）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} 已经正式开出，不能再改；开错了作废，签收以后冲销。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} {on} 的“{act}”已经有 {number}，{state}。同一件事只处理一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一张草稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开出处罚通知单 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>草稿成为处罚通知单 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}签收处罚通知单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>拒签原因</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}拒签，见证人 {witness}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有写申诉内容。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}提出申诉</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} 还没有报人力资源部。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>人力资源部回复：{reply}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记回复…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退款…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>计算式</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>记入月份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>再犯时</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待签收处罚通知单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待扣款</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未结清清单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待报人事清单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待报人事</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>冲销作废</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名、行为、编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>经济处理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>绩效扣减</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>分次处理和按情节处理只能用一种。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>停机最多 {most} 个月。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>计次期最多 {most} 个月，0 表示不限期。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>罚款不能叫作“{word}”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有“{word}”这种处理；可以写：{known}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>最高金额比最低金额小。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>倍数是 1 到 {most} 之间的整数。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>金额要大于 0，不超过 {most} 元。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>金额不能是负数，不超过 {most} 元。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>同一种处理写了两次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>最多 {most} 级。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}”不能写在这里。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>定额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>幅度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>追缴赔偿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按情节</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记查实</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不限期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>制度没有施行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原文没有写金额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>版本</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这项制度没有施行，先在“设置”里勾选。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经施行。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经停用。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规则库</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改数字…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>停用…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>启用…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>批评教育</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>警告</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>记过</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>降薪</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>降职</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>辞退</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开除</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>解除劳动合同</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>处分</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>考核扣分</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>追缴</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>赔偿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>长期权限改为勾选的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加开勾选的，可有期限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭勾选的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已保存线路 {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记线路</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改线路</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这天以前的话费仍算原来的人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移机、换人、换号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>怎样办</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>到哪天</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只在临时开通时写，到期在“今日”提醒</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>批准单编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>分机权限申请单办理时会自动登记，不用再记</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>停机日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复机日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>到期在“今日”提醒；不定的空着</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保号到</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>号码保留到哪一天；不限的空着</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>停机原因</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通知单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保存后打印停机（保号）通知单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>停机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{line} 哪一天复机的？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>拆机日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>拆机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关机说明写清原因，例如乘坐飞机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第几条</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>经办人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>动作</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记簿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>操作代号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记和办理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查看和带出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部经办人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部动作</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部登记簿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名、编号、内容、日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>维护记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已打印 {count} 张</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消账号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>依法追究法律责任</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>记录在案</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>次数至少是 1。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移动电话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>每月补贴</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本月话费</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>超过补贴</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话费不能是负数。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记手机话费</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已登记 {month}手机话费 {count} 笔</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{people} 人，话费合计 {fee} 元，超过补贴 {over} 元</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>损失金额不能是负数。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>设置为不罚款</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{clause} 自 {since} 起：{says}（{reason}）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规则库里没有“{clause}”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写明理由，例如管理层哪一天的决定。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>和 {since} 施行的一样，没有改动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>施行日 {since} 在今天之前。已经出了通知单的处罚不变，草稿和以后登记的按新规定。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>管哪些行为</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>同一行为</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一事多条</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本单位改过</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部行为</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>条款、行为、原文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>客户编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>号码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>秒数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通话费</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>其中信息费</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>月租和来显</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>相差</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>和账单合计</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>读不出来</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>合计不符</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部月份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部运营商</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>运营商、号码、客户编号、文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{year} 年 {month} 月</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{year} 年全年</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{year} 年 {month} 月至 {until} 月</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first}至 {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>合计</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>清单里没有写是哪个运营商的，用 --operator 写明。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}加上 --accept 就照读到的导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有认不出的字节，这一行没有计入；向运营商要一份完好的文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一行长得不正常，没有计入；向运营商要一份完好的文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>引号没有配对，这一行断了，没有计入；向运营商要完整的清单再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>和第 {first} 行是同一次通话，印了两遍，只计一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>各项费用加起来和实收不一样，按实收计。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有对方号码，照样计入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一行不完整（断在“{text}”），没有计入；向运营商要完整的清单再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一行比标题多出几格，分不清哪一格是费用，没有计入；改好再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>时长“{text}”不能用，这一行没有计入；查明后在文件里改好再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有计费号码，这一行没有计入；在文件里补上再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一行读不出来，没有计入；对照纸面清单改好再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”不是能用的日期和时间，这一行没有计入；查明后在文件里改好再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>实收是空的，这一行没有计入；向运营商问清金额，补上再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”看不出是多少钱，这一行没有计入；在文件里改好再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入用的临时文件写不下去（{reason}）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>腾出磁盘空间后再导入；什么都没有写进台账。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有认不出的字节，这一行没有计入；从交换机重新导出一份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一行长得不正常，没有计入；从交换机重新导出一份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>引号没有配对，这一行断了，没有计入；从交换机重新导出再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>和前面的一行完全相同，只计一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”不像交换机话单：认得 Asterisk 的 Master.csv（一行 17 列）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有 {count} 次通话不在 {month}，照样导入，核对时按时间取。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”不是电话号码，这一格空着导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{number}”没有区号，同单位的号码也都没有，补上区号。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>与第 {row} 行完全一样，不重复导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>内线</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>市话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>国内长途</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>国际长途</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”看不出是什么权限，写成 内线、市话、国内长途 或 国际长途。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”看不出是多少钱，写成 40.00 这样；这一格空着导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”里没有找到有“使用人”和“受话人”“对方号码”或“起”的标题行，不像长途电话登记表。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{sheet}”页没有长途电话登记表的标题行，没有读。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 {row} 行有认不出的字或没有关上的引号，这一行没有读，在文件里核对。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不公开</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”可能是 {hour} 点 {tens}0 分，末尾的 0 被 Excel 去掉了，写成 {repair} 这样。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”不是一天里的时间。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”看不出是几点几分，写成 14:05 这样。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>申请停发</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>申请作废</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}没有要发的手机补贴。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发放中</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已停发</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>手机补贴标准“{word}”应写成 主管级=100。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>职级没有填写。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>每月补贴应大于 0，不超过 10,000 元。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rank}的补贴标准是每月 {yuan} 元；要改标准，先改设置。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>截止日期早于起始日期。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>运营商</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>账单月份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写成 2026-10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更正账单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>账单已更正</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{operator} {month}，{count} 次通话。作废后不再计入任何统计，还能查到。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>账单作废</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>账单已作废：{operator} {month}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入话费清单 {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>由新导入的账单代替</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有写作废的原因。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>记住账单的列对应</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”里没有读到一次通话，没有导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个文件 {on} 已经导入过（{operator} {month}），没有再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>账单自己的合计和读到的不一样：{what}。核对过再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入 {operator} {month} 的账单，{calls} 次通话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>账单作废：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}”里有 {calls} 次通话或月租算在这份账单里，没有重复计入。先作废那一份，再动这一份，然后重新导入那一份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份账单里的通话或月租（{calls} 次通话）已经由“{file}”计入，不能再恢复；先作废那一份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}的 {calls} 通通话认到线路和人，{open_calls} 通认不到</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>谁打的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{calls}。私话费由本人承担；要处罚的，在“核查”里登记。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>认定私话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已认定 {count} 通私话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已取消 {count} 通私话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>线路</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>输入分机或号码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>责任人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不填就是线路当时的责任人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{calls}。分配以后重新认人也不改；两样都留空，就退回按线路认。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>分配通话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已分配 {count} 通通话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通话备注</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已保存备注</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按线路认人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有要认人的通话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}起 {calls} 通已按线路认人，{still} 通认不到</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>；交换机时钟快约 {seconds} 秒</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>；交换机时钟慢约 {seconds} 秒</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{at} 从 {line} 打到 {called}，{fee} 元</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} 通，共 {fee} 元</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>（没有落实到人）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>（没有落实到部门）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有分机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重新认人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有认定为私人电话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经按线路认到人，线路登记不对的先改线路</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入的通话还没有认到线路、责任人和部门</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话单或线路后来有变动，通话的责任人和部门可能不对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通话要认人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通话要重新认人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通话认不到人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>分配…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>认定私话…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备注…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消私话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有通话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在“账单”里导入运营商的详单和交换机话单，通话就列在这里，并认到分机、责任人和部门。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按计费号码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按交换机话单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>人工分配</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有分机（话机挂在中继线上）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>计费号码没有登记线路</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>认定为{name}的私人电话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消认定私人电话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有 {count} 通已经按线路认到人，不能再分配。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>人工分配给{whom}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消人工分配</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改备注</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{line} 没有要个人承担的话费，不用开扣罚通知。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开出扣罚通知 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}已经登记过，或者还没有开通知。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签收日期应在开出通知和今天之间。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签收人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签收人没有填写。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签收扣罚通知</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}：{name} {on}{opinion}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>作废扣罚通知</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤回扣罚通知 {number}：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>免扣：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这条线路没有免扣。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消免扣</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>转工资扣款 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}的话费还没有计算。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{table}话费表送总经理办公室，{name} {on} 签收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{line} 没有责任人，选由谁承担。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{line} 的话费已由其他处罚追缴，不再扣。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>信息费、私话费自负</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写明理由。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{line} 还没有开扣罚通知。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{year} 年没有话费。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重新计算话费</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>计算话费</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>账单里没有了，去掉</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已计算</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已通知</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已扣清</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只含通话费</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通话费和月租</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部费用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不限额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>额度按 0 元算</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>财务部审核</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>总经理办公室签收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>责任人签收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>免扣要写理由，例如批准人和原因。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}还没有导入话单。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>计算 {which}话费：{count} 条，账单 {fen} 元</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{year} 年话费年结</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{line} 没有责任人，先定由谁承担。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>年终超支转工资扣款 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{year} 年还没有过完，不能年结。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{year} 年的超支已经转工资扣款（{number}），不能重新年结。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印扣罚通知</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>实际话费</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>私话费</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另案追缴</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>扣罚通知</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>进度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话费超额名单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待通知</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>转工资</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未归属</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>责任人、部门、号码、分机、KF 编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上网电脑备案</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改上网电脑</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>哪一天下网的？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备案日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IP 或网卡地址</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已保存上网电脑 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经下网</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还在网上</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上网电脑</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记下网…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重新上网</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有上网电脑</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>每台联网的电脑在这里备案，一机一名责任人；责任人离职的会列出来。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在网</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已下网</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>电脑编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>网络地址</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>放置地点</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上网用途</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>电脑编号是空的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>每台上网电脑要有一名责任人（电话制度 4.六.1）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备案日期 {on} 还没有到。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上网电脑没有“{key}”这一项。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上网电脑 {number} 备案</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下网</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编号 {number} 已经备案过。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}已经是电脑 {number} 的责任人，制度要求一机一人。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>责任人已离职</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编号、责任人、拼音、地址</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记设备 {device}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}已经离职，不能领用。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>归还期限早于领用日期。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}领用，签收单 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>丢失：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>损坏：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>设备没有丢失也没有损坏。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>赔偿登记在 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有写经过。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>归还{condition}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}归还</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}领用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签收单没有签收</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>机身号 {serial} 已经登记过。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>设备没有“{key}”这一项。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>价值应当是整数，单位分。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>购置日期“{text}”应写成 2026-12-03 这样。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”不是{kind}号码。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>领导号码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通讯录没有“{key}”这一项。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”不是时间，写成 10:20 或 12-03 10:20，现在写 n。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>号码变更单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>几个号码用顿号分开</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>职务、手机、邮箱空着就用花名册上的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写 1020 或 12-03 10:20，现在写 n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公用电话不选人，写名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>会议室、传真、前台</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>位置</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>领导号码：直线和手机只印在完整版</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开号码变更单：别人要改记的号码，5 小时内通知到</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>变更时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有写变更时间。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有选部门。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经移出通讯录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还在通讯录里</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经是部门里的第一个</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经是部门里的最后一个</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>与花名册一致</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有号码变更单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>号码变更待通知</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记通知…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通讯录要更正</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移出通讯录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改到新部门</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通讯录与花名册核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>与花名册核对…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>变更…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>随花名册更正</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复到某一时点…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印号码变更单…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>作废号码变更单…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移出…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复在册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上移</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下移</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通讯录还是空的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>可以一个一个新增；人员先在花名册里，号码写在这里。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通讯录就是用来拨打的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已移出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有选人，公用电话要写名称（会议室、传真）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}“{number}”不是号码，只写数字。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} {number} 是 {count} 位，应为 {right} 位。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有“{kind}”这种号码。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} {number} 写了两次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}最多 {most} 个。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通知主管领导</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通知信息中心</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通知相关联络人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{at} 还没有到。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>变更原因</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记通讯录：{name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改通讯录：{name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}移出通讯录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}恢复到通讯录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经移出通讯录，没有次序。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>调整通讯录次序</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公用电话要写部门。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有工号 {emp_no} 的人员。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在职人员里叫“{name}”的有 {count} 人，写工号。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一条与花名册一致，不用更正。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}随花名册调到{dept}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>随花名册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入通讯录…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册里{name}在“{place}”，通讯录还写在“{listed}”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}已经离职（{on}），不该再列在通讯录里。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册里{name}的手机是 {mobile}，通讯录写的是 {listed}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>分机 {extension} 在第 {at} 行是{holder}的，这一行不带分机导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}有分机 {extension}，通讯录里没有列。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”可能是 {people}，在工号里写明是哪一个；不写就只按名称导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册里没有“{name}”，只按名称导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>（没有部门）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入通讯录 {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>记住通讯录的列对应</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已开始{name}，{count} 个部门要确认</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有在编制的版次，先开始新一版。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已发布{name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已打印 {count} 张确认单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已打印未确认清单，{count} 个部门</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有一版通讯录在等部门确认，先在“版次与确认”里开始新一版。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有未确认的部门。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>部门负责人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记部门确认</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有误已改</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>无误</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已登记{dept}的确认</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>哪个部门的确认单交回来了？（扫单子上的二维码更快）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已打印通讯录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有编号的完整版。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>再打印哪一份完整版？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>普通版（发各部门）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>完整版（总经理办公室）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>部门确认单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一版已经过去</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有登记确认</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>部门未确认通讯录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通讯录待发布</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发布…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通讯录该更新了</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开始新一版…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印通讯录…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发完整版…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印未交的确认单…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记部门确认…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导出…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印确认单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未确认清单…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>再打印一份完整版…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤回确认</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>版次与确认</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有版次</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开始新一版时，每个部门开一张确认单；全部确认后发布。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待确认</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未确认</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编制中</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已发布</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>普通版</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>完整版</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>版次名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有写版次名称。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经有第 {newest} 版，新一版的号要更大。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>确认截止日期已经过了。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>确认人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有写确认人。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>确认日期在今天以后。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一版 {opened} 才开始，确认不能更早。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还有一版在编制，先发布那一版。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通讯录里还没有人，先登记或导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开始编制通讯录第 {number} 版</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}已经发布。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发布日期要在开始编制和今天之间。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还有 {count} 个部门没有确认，制度要求每个部门都确认。仍然发布？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发布通讯录第 {number} 版，{entries} 条</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{edition}已经过去，不能再确认。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{dept}确认通讯录：{what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>催部门确认</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有要编号的人：选中的人已经有这一版的完整版。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一次最多 {most} 份，分几次发。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}已经离职，不能领完整版。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>完整版第 {number} 号发给{name}，{paper}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导出通讯录 {file}，{tier} {count} 条</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开出部门确认单 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新一版已开始，这一版没有确认</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>确认单号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>条数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>确认日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>截止</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未确认部门清单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部版次</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>部门、负责人、编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经登记处罚</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查实虚报的不能改</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有登记抽查</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>传真记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记抽查…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印当日记录…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤回抽查</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有传真记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>销售人员发的每份传真记在这里；五项齐全、事先打过电话的才计入当天的传真量。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>计入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不计：信息不全</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不计：未先联系</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>抽查属实</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>抽查虚报</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>联系人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>单位名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>抽查人是空的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>抽查日期不能早于发传真的日期，也不能晚于今天。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>虚报的写明查到什么。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>传真记录没有“{key}”这一项。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>called 只能是 true 或 false。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经处理过，要改先恢复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>制度没有写处罚，只能记录说明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有处理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通话待核查</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核查待处理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核查…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>记录说明…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看通话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>批量存处罚草稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复为待处理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有核查结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话单导入并认到人以后，按“核查”找出信息台、无权长途、未登记、登记不实、私话等。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待处理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已登记处罚</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>无权打长途</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>长途未登记</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记不实</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>私人电话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上班时间外</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>超过三分钟</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有用 17909</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核查哪些项目</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>17909 已经停用，默认不核查</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上班时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写成 8:30-12:00，用逗号分开；开始那一秒算上班，结束那一秒算下班</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>午休打的电话算上班时间内</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上班时间“{word}”应写成 8:30-12:00。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记线路 {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这条线路从 {since} 起才是现在这样，变更日期不能更早。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开通权限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消权限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>权限到 {last} 为止</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>权限恢复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>从 {from_on} 起归属</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更改归属</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>线路里没有 {number}，办理时不会改线路登记。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paper} 作废，恢复原状</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paper} 不再有效</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paper} 核定额度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按 {paper} 办理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>24 小时</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>7:00—22:00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>7:30—22:00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>责任人工号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>直线号码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公用名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>安装地点</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话机型号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话机编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>额度方式</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>额度周期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>容许超出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>结转下年</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>付费方</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>合约</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>合约到期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>集团网</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>彩铃</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保持畅通</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加锁</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>安装日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>从哪天起归责任人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保持畅通的时间只有三种。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话费额度不能是负数。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>容许超出的金额不能是负数。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>线路没有“{key}”这一项。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>权限应当是列表。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>权限应写成 inside 或 key、from_on、until_on。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}应当是整数，单位分。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}只能是 true 或 false。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正常</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已拆机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>传真线</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>中继</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按部门人数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按职级</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>每月</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>每年</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日常维护</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>部门监管</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关机说明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公司付</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>责任人付</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>内</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>市</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>长</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>国</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有“{key}”这种权限，只有 {known}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>权限的截止日期早于起始日期。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按职级的额度“{word}”应写成 经理=80。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>直线号码和分机至少填一个。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}要有号码。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有“{value}”，只有 {known}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复机日期早于停机日期。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保号日期不能早于停机和复机日期。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>职级没有登记</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{holder}（{rank}）在{least}以下，开通长途要有批准（电话制度 5.四(三)）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{holder}（{rank}）在{least}以下，不用固定电话（电话制度 15.一.2）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>长途只在部门经理本人的分机上开通（电话制度 9.2），这一条不是。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>地点</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有限期权限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有责任人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部类型</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部权限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>分机、号码、尾号、姓名、拼音</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记长途电话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已登记 {user} 的长途电话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改长途登记</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已修改长途登记</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>补登长途电话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已补登，和清单核对过</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删除 {user} {on} 打 {number} 的登记？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核对哪个月的登记？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}核对完：相符 {ok} 条，不完整 {incomplete} 条，不实 {false} 条，清单有而没有登记 {missed} 个</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>交表日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>交表人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记交表</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核阅日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核阅人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核阅意见</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记总经理核阅</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一条不知道是哪个单位的，先补上使用电话。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{branch}&#x3000;{month}长途电话记录表</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已{what}：{sheet}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有领出的话机钥匙。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话机 {set}：{name}&#x3000;{number}&#x3000;{at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>领出还没有归还的钥匙：</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有长途登记，也没有话费清单。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有写{title}，登记为不完整。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>线路登记里没有“{phone}”，不知道是哪部电话。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>叫“{name}”的不止一个人，在工号里写明是哪一个，否则只按姓名登记。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册里没有“{name}”，只按姓名登记。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month} 长途登记和话费清单核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>使用人和电话按名册和线路补上</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>长途登记</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记表里没有这个电话，用“补登”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经登记</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>长途记录待核阅</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>长途记录待交</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记核阅…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记交表…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话机钥匙未还</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>归还钥匙…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记长途</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>补登…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>和清单核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印月记录表</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>钥匙在谁手里</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删除…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入登记表…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有长途登记</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记使用人、受话人、起讫时间、联络事项、交涉结果五项；手工记的登记表可以导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不完整</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未登记</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>清单里没有这个电话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对方号码不符</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>使用电话不符</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>起讫时间不符</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>使用人不符</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重复登记</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>起时</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>讫时</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记的起时可以差</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记的时长可以差</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核对使用人是不是话机责任人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公用电话和有批准单的不核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>可以直接打长途的职级</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>所长以上人员；其他人先批准后打</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>长途电话记录表每月几日前呈总经理核阅</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>制度没有写日期，这里是本单位设定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>所长以上人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>话机有长途权限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有批准单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>批准人已签字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未经批准</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>补正…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>清单时长</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不符之处</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>长途通话登记</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>长途登记不完整</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>长途登记不实</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>清单有而登记无</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未经批准或私人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部不符之处</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>使用人、受话人、号码、事项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>代请病假、事假的电话不转：告诉对方打到所在部门的办公室（电话制度 1.六）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记转达</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记留言</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更正留言</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>怎样转达</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已登记 {count} 条留言转达</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已打印 {count} 张留言条</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已保存留言 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>给谁</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>要回电话的一定要记</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经转达，或者作废了</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有登记转达</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>留言待转达</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>电话留言</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印留言条</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改为没有转达</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印空白留言条</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有留言</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打来找人、人不在的电话记在这里；没有转达的列在今日。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记给{name}的留言 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>转达：{how}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{on} 作废：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>转达</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部要求</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>给谁、来电人、拼音、号码、内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>空着就是人员登记的手机号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通知时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记手机停机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开通时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记开通</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已{what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记开通…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经开通</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有开通</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经超过</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>手机停机待开通</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>手机停机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记停机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更正：还没有开通</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有停机的手机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>手机停机的，12 小时内交费开通；通知时间、期限和开通时间记在这里。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>要按这个号码缴费、开通</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待开通</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已开通</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>手机号没有填写。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通知时间还没有到。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开通时间应在通知时间和现在之间。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记手机停机 {mobile}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>手机已交费开通</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开通期限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名、工号、手机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记合作单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改合作单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>哪一天起停止往来？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已保存合作单位 {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本公司联系人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经停止往来</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还在往来</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>合作单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>停止往来…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复往来</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有合作单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>客户、供应商等合作单位的联系人单独列在这里，和本公司的通讯录分开。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>合作单位的工作电话，要拨打</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>往来中</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已停止往来</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>合作事项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>合作单位的名称是空的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>电话、手机、传真和邮箱至少填一项。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”不是电话号码，可以写 0571-55510000 转 12。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>合作单位没有“{key}”这一项。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记合作单位 {company}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>停止往来</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{company}的联系人“{contact}”已经登记过。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有本公司联系人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部联系人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>单位、联系人、拼音、电话、尾号、邮箱</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一件处罚只写一个人，勾选同一个人的传真。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有查实虚报</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经登记赔偿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>设备没有丢失也没有损坏</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>丢失、损坏时不在任何人手里</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记电话量和传真量</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日期是空的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已登记 {day} {count} 人，未完成 {short} 人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一天没有考核的人；先在“销售人员”里登记考核谁。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一天已经登记过，改了再登记就是更正。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>分钟数取自交换机话单或账单，核对后登记。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>份数取自传真记录，信息不全、没有先打电话和虚报的不计。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>到岗 {there} 人，完成 {done} 人，未完成 {short} 人，{minutes} 分钟、{faxes} 份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记延时结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>延迟下班半小时里补了多少；还差的列入周日加班名单（电话制度 2.六）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已登记 {count} 人的延时结果，周日加班 {owing} 人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} 人，补完 {done} 人，周日加班 {owing} 人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”不是分钟数或份数，只写数字。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>组别</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>标准</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>电话（分钟）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>自报传真</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>其中不计</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未到岗（原因）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>差额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下班时</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>补打（分钟）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>补发（份）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还差</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记周日加班</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>补完</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有补完</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>值班经理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已登记 {count} 人的周日加班</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印哪一天的统计表？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有人要周日加班。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印哪个周日的名单？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印哪个月的优胜名单？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month} 没有每天都按时完成的人，没有优胜名单。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已打印 {of} {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有登记电话量。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有要补的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有排周日加班</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>电话量未登记</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>电话量统计表</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>延时结果未登记</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>周日加班结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>周日加班名单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>当月优胜名单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>电话量和传真</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记当天…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记延时…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记周日…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更正当天…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印统计表…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印周日加班名单…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印当月优胜名单…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有电话量</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>每天一张表：每人电话分钟数和传真份数，对照标准，差多少一看就知道。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未完成，延时</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>延时补完</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>周日加班</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>周日补完</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>周日没有补完</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未到岗，不计</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>销售部门下班时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>统计在下班前几分钟内交</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未完成的延迟下班</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>当月优胜名单人数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未到岗的原因</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不计的传真 {void} 份，比自报的 {told} 份还多。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>传真记录里有 {invalid} 份不能计入，不计的不能少于这个数（电话制度 2.五）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写了未到岗（{absence}），就不能再填分钟和份数。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>电话分钟数在 0 到 {most} 之间。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>传真份数在 0 到 {most} 之间。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>电话量没有“{key}”这一项。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} {day} 没有要补的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>延时补 {minutes} 分钟、{faxes} 份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>值班经理是空的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} {day} 没有排周日加班。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>周日 {on} 还没有到。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>周日加班：{what}，值班经理{by}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删除电话量</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} {day} 不在考核名单里。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更正电话量</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记{name}的电话量</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>传真记录有 {void} 份不计</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>电话分钟</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>传真份数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>传真标准</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>自报份数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不计份数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>延时补</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未到岗</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待延时</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有按时完成</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名、拼音、日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经不再考核</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还在考核</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不再考核…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复考核</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有销售人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>考核电话量和传真量的人列在这里；每人的标准按入司时间和以往经验算出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>考核中</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不再考核</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日电话量标准</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日传真量标准</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新员工日电话量标准</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新员工日传真量标准</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>入司不足几个月算新员工</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>此前电话行销不足几个月算新员工</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>起始日期早于入司日期。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>此前从事电话行销的月数在 0 到 {most} 之间。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>销售人员没有“{key}”这一项。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不再考核电话量</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复考核电话量</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>考核{name}的电话量</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}已经在考核名单里。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>此前行销（月）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>电话标准</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>考核起始</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名、拼音、工号、分机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>谁通知的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记恢复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记总机记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更正总机记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已登记 {extension} 恢复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印哪个月的总机记录？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已打印 {month} 总机记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已保存分机 {extension} 的总机记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>是部门经理本人的办公分机（电话制度 9.2）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经恢复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有登记恢复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>总机记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记恢复…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印月记录…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改为没有恢复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有总机记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>总机开关分机的每一次记在这里：谁通知的、什么理由、谁办的、几点办的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>维持中</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已恢复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>整部分机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>外线</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本部门管辖范围以内</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>管辖范围以外</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>部门经理本人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>当班级别最高者</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>部门其他人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>业务欠费</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>安全问题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>其他特殊原因</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>前厅部</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>当班大堂副理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>分机所属部门</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开关</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>范围</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通知人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通知部门</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通知人身份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>受理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>总机操作人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>办理日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>办理时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>申请单号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}是空的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>办理日期 {on} 还没有到。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>管辖范围以外的分机不能由部门通知总机开通（电话制度 9.1）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭范围以外的分机要有欠费、安全等特殊原因（电话制度 9.1）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭范围以外的分机要由前厅部或当班大堂副理受理（电话制度 9.1）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写明关闭的理由（电话制度 9.1）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本部门分机的开关要部门经理本人通知；经理不在时由当班级别最高者申请（电话制度 9.2）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>经理不在时向大堂副理申请，受理选“当班大堂副理”（电话制度 9.2）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写明经理不在的情况和理由（电话制度 9.2）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>长途只开在部门经理本人的办公分机上（电话制度 9.2）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>总机记录没有“{key}”这一项。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own 只能是 true 或 false。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>总机{what} {extension}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复的时间不能早于办理时间，也不能晚于今天。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复原状</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>申请 {number} 已作废</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>范围以内</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>范围以外</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>所属部门</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>身份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>操作人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现在关着</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现在开着</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部事项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>分机、通知人、操作人、单号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>系统时间可疑：电脑上是 {now}，而最后一次登记是 {last}。记录和编号未受影响，但逾期和期限按电脑的日期计算，先把电脑的日期和时间调对。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>台账备份 (*.maildesk)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>台账打不开</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移动硬盘或共享盘上的备份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>把台账放进哪个空文件夹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} 不是空文件夹。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在新的地方重建</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在恢复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复到哪一份备份？最上面的是最近的一份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>旧文件读不出来，{at} 以后登记过什么要对着纸补。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>用最近的一份，之后登记的 {count} 项要重新登记；旧文件会留着。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 {number} 份&#x3000;{at}&#x3000;{why}&#x3000;{records} 条记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个系统的定时任务要由管理电脑的同事设：每夜运行 {command}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>每夜 {at} 自动备份并检查，现在开着。窗口开着时由窗口备份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>每夜 {at} 自动备份并检查，现在关着；电脑那时没有开机，就在下次开机后做。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关掉</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>每夜的备份和检查已关掉</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>每夜 {at} 自动备份并检查</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>系统的定时任务没有设好（{said}）。台账没有受影响。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>让管理电脑的同事每夜运行一次：{command}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现在核算{months}的通话和话费？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>认出每次通话是谁的，核查通话和长途登记，计算月话费。账单和长途登记没有导齐就先不算，以后在“今日”里做。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}：通话 {calls} 次，核查发现 {found} 项，话费 {sum} 元</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>、</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核算</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核算{months}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>窗口的设置文件读不出来，已改用默认的布局和外观；台账里的记录没有受影响。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原来的文件留作“{kept}”。打开的若不是上次的台账，在菜单里另选一个。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有恢复：这份备份之后做过到期销毁（{purges}），恢复以后销毁了的个人信息又在台账里，要再销毁一次。确实要恢复，加上 --with-destroyed。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hint}再早一份是第 {number} 份（{at}）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加上 --recovery-code，再输入恢复码单上的 26 位恢复码。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个台账是多人使用的，用 --as 姓名 说明是谁。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN 只在终端上输入，这里没有终端。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写明 --preview（查看）或 --run（销毁）中的一个。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN 只用数字。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN 要有 {least} 到 {most} 位数字。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个 PIN 一猜就中，换一个不连续、不重复的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>两次输入的 PIN 不一样。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN 输错 {wrong} 次，要等 {minutes} 分钟再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本部门日常核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>交财务对账</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>交人力资源部核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>领导要求提供</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名单有 {rows} 人，带个人信息，导出要写原因，加上 --reason。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查阅</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>录入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>审批</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>管理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>录入、审批或管理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>审批或管理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一步要由{asked}的人做，现在用的是{role}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一步涉及全部单位，现在用的人只管自己的单位。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>台账文件：人员、申请、处罚、通讯录、通话，连同日志和变更历史。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>以后的备份和另存的备份、没有存完的草稿、导入时的临时文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>扫描件（attachments）、打印存档（printed）、导出的 Excel 和 PDF：它们仍是普通文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开着的窗口：谁坐到这台电脑前，谁就能看。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>旧的明文文件会先覆写再删除，但固态硬盘可能还留着旧的存储块；要连这些也保护，打开系统的整盘加密（BitLocker、FileVault）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>钥匙串清空或换了电脑以后，只有恢复码能打开台账和备份；恢复码丢了，数据就再也打不开，谁也恢复不了。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个台账已经加密（密钥编号 {number}）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个台账没有加密。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>和刚才打印的恢复码不一样，台账没有加密。照这次的恢复码单再输入一遍。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{backups} 份没有加密的备份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{aside} 份移到 damaged 的没有加密的旧台账</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{backups} 份没有加密的备份、{aside} 份移到 damaged 的没有加密的旧台账</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另存的地方 {folder} 没有回应，那里的备份没有看；连上以后再看一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删除 {count} 份没有加密的备份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有第 {number} 份备份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>用 backup --list 看有哪些备份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份备份之后做过到期销毁（{purges}）：恢复以后，销毁了的个人信息又在台账里，要再销毁一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写明为什么恢复，它留在日志里。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在备份现在的台账</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已从第 {number} 份备份恢复（{at}）；读不出来的旧文件留在 {damaged}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已从第 {number} 份备份恢复（{at}）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已从第 {number} 份备份恢复（{at}）；{lost} 项登记在这份备份之后，没有带回。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编号 {numbers} 已经印在纸上，不再给出；补登时得到新的编号，把它写到原来那张纸上。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份备份之后开出的单据，先对着纸按原来编号的先后补登，再登记新的，编号就不会重复。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有 {missing} 个附件或打印存档在本机和另存处都找不到；找到那个盘后再恢复一次，或重新扫描。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>从另存处补回 {brought} 个附件和打印存档。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有 {drafts} 份没填完的草稿是用原来的密钥加密的，打不开了，要重新填。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份名单有 {rows} 人，带个人信息。为什么要用？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>其他原因…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>继续</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这是一份名单，不是一条记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>访问记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有访问记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看全私人号码、导出或打印名单，都记在这里：谁、什么时候、为什么、多少人。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核对纸上的校验码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签过字的表页脚、办公台账和检查报告上，印着当时日志的条数和 16 位校验码。照着输进来，看日志里是不是还是那一条。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>相符。日志第 {number} 条还是纸上印的那一条，到它为止的记录没有改过、删过。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>纸上的校验码还在日志里，但是逐条核对发现了问题：{found}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不符。日志第 {number} 条现在的校验码是 {digits}，不是纸上的 {typed}：那张纸打印以后日志被重做过，或者那张纸是别的台账打印的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不符。日志现在只到第 {last} 条，没有纸上的第 {number} 条：那张纸打印以后日志被截去一段，或者恢复过更早的备份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先对着纸再看一遍数字。还是不符，就留好这张纸，把整个台账文件夹复制一份，打印检查报告，和当时的备份对照。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{kind}”没有自己的页，这一条只在日志里。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一条没有记下改动，或者已按保存期限清除。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日志第 {number} 条改了什么</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日志第几条</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>校验码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16 位数字和字母，空格和大小写不要紧</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在逐条核对日志</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查看日志第 {number} 条的改动</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一条说的不是哪一条记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一条没有改动哪一栏</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改了什么…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核对纸上的校验码…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日志还是空的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记、办理、打印、导出，都在这里留下一条：谁、什么时候、做了什么。只能看，不能改。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>给已销毁的记录留一个空的人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>年度到期清理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>批准日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在查到期的记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有到期的记录。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有 {records} 条记录、{files} 个副本和草稿保存期满，开一张销毁审批单？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开审批单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>为什么销毁？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记审批单 {number} 的批准</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按审批单 {number} 销毁 {records} 条记录？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>销毁</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>销毁以后不能撤销。先做一份核对过的备份；此前的备份里仍有这些内容，按保留规则换掉以前都能找回。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已按审批单 {number} 销毁</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在销毁到期的记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>为什么作废这张审批单？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>期满但不销毁：{held}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这张审批单已经办完</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有销毁</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>年度到期销毁</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有保存期满的个人信息，开销毁审批单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复备份带回了销毁过的个人信息，要再销毁一次</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>再次到期销毁</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查看到期的记录…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印审批单…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有销毁过到期的记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>每年一月查一次：哪些个人信息保存期满，开审批单签字，再销毁，并打印销毁证明。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待批准</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已销毁</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>由公司法务核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编号、日期和结果留着，姓名和内容清空</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编号、条款和金额留着，姓名和事由清空</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>每月的合计留着</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通话明细、交换机话单、核查结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已办结的申请和签字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已了结的回执、签收单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已结清的处罚</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>月话费、扣罚通知、年结、手机补贴</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>金额和部门留着，责任人清空</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编号和日期留着</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>传真记录、日电话量</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮件寄送记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>归还的设备领用、下网的电脑、办完的停机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>注销的邮箱、删去的通讯录条目</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只留一行“已销毁”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>离职人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印留档和附件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>变更历史的前后内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>谁在什么时候改了哪条留着，改了什么清空</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开附件时的副本、没有保存的草稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有写为什么销毁。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有写批准人。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>批准日期 {on} 应在开出审批单那天（{first}）到今天之间。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}”现在有 {now} 条到期，审批单上是 {then} 条。作废这张审批单，重新开一张。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有到期的记录，不用销毁。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个月还没有月结</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核查结果或处罚还没有了结</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>审批单 {number} 还没有办完。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开出销毁审批单 {number}，{records} 条</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>作废销毁审批单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在备份并核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在销毁</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在清除文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按审批单 {number} 销毁 {records} 条，{by}批准</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>销毁完毕，文件已清除</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有文件清除不了：{fault}。记录已经销毁。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关掉正打开它的程序，重新打开台账，会接着清除。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>销毁前的备份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日志校验码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>销毁审批单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>台账现在只能查看，不能销毁。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>东西或回执还没有交回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮箱、权限或补贴还在用，要留依据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>财务和处罚的单据，随处罚一起</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还有没到期的记录用到</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还在计次期内</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记批准并销毁…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印销毁证明…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>审批单号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>到期日按</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>副本和草稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>销毁日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>审批单号、原因、批准人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复演练通过：第 {number} 份备份（{made_at}），{records} 条记录，用时 {seconds} 秒</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复演练没有通过：第 {number} 份备份（{made_at}），{fault}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>换一份备份，例如更早的一份；台账没有改动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”旁边没有备份清单（.json），不能确认它是不是完整。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备份清单“{name}”读不出来。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备份“{name}”和清单记下的不一样，被改动或损坏过。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备份“{name}”里面有损坏。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”是另一个台账的备份，不能恢复到这里。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备份“{name}”的文件找不到。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备份“{name}”不完整：应有 {wanted} 字节，现有 {size} 字节。可能还在复制，或者没有复制完。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”不是本程序的备份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备份“{name}”的表和本程序的不一样，可能被人动过。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备份“{name}”由更新的版本（{version}）写成，这里的版本用不了。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备份“{name}”里的记录对不上。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备份“{name}”的内容和清单写的不是一回事。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退出时</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开时</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>每 4 小时</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>手动</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>升级前</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入前</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>月结前</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重开月份前</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>清理前</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复前</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>演练前</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>切换加密前</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{cause}这一次可能已经写进台账，但磁盘没有确认，别的记录未受影响。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先不要再登记一次；检查磁盘，关掉台账再打开，看这一条在不在。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开启加密，密钥编号 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭加密，原密钥编号 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更换密钥，新密钥编号 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在做切换前的备份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在写新的台账文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在逐页核对新的台账文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>准备好新文件以后台账又有改动，加密没有切换，台账保持原样。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>再切换一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新写的台账文件与原来的对不上，加密没有切换，台账保持原样。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>再切换一次；重复出现时检查磁盘。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>程序没有装加密部件，加密的台账打不开，也不能开启加密；文件没有改动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>让管理电脑的同事运行 pip install &apos;desk_mailadmin[encrypt]&apos;，或改用带加密部件的安装包。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一步要再输入一次 PIN。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还不知道是谁在用，先输入姓名和 PIN。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一条是自己登记的，要由另一位审批的人来做。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一条是别的单位的，现在用的人只管自己的单位。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上一步是{who}做的，只能由本人或审批的人撤销。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日志的条数是一个数字，例如 1286。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>校验码是 16 位，这里是 {count} 位。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>校验码里只有数字和 a 到 f，没有“{wrong}”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复码不对：它不是密钥 {number} 的恢复码。核对恢复码单上的密钥编号。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>使用人里没有“{name}”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN 不对。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}的 PIN 连续输错 {wrong} 次</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>多人使用已经启用。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>启用多人使用，{name}是管理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只有管理全部单位的人能停用多人使用。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>停用多人使用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>换了恢复码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复码只给管理用；别人的 PIN 由管理重设。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复码不对。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}用恢复码设了新的 PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改使用人 {name}：{was}改为{role}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}不再使用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重设了{name}的 PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}改了自己的 PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加入使用人 {name}，{role}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经有一位“{name}”，同名的加上部门以便区分。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这是唯一管理全部单位的人，先让另一位做管理。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>和打印的恢复码不一样，照纸上的输入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复码里没有“{char}”这个字，照恢复码单再看一遍。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复码有 26 个字母和数字，这里是 {count} 个。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复码抄错了一个字，或两个字换了位置，照恢复码单再看一遍。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>从第 {number} 份备份恢复（{made_at}）。{lost} 项登记在这份备份之后，没有带回；原来的日志到第 {left_seq} 条，校验码 {left_hash}。原因：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>从第 {number} 份备份恢复（{made_at}）。{lost} 项登记在这份备份之后，没有带回；其间销毁的（{purges}）又在台账里，要再销毁；原来的日志到第 {left_seq} 条，校验码 {left_hash}。原因：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>从第 {number} 份备份恢复（{made_at}）。{lost} 项登记在这份备份之后，没有带回，它们的编号 {numbers} 不再给出；原来的日志到第 {left_seq} 条，校验码 {left_hash}。原因：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>从第 {number} 份备份恢复（{made_at}）。{lost} 项登记在这份备份之后，没有带回，它们的编号 {numbers} 不再给出；其间销毁的（{purges}）又在台账里，要再销毁；原来的日志到第 {left_seq} 条，校验码 {left_hash}。原因：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>从第 {number} 份备份恢复（{made_at}）。原来的台账读不出来，这份备份之后登记的没有带回。原因：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>从第 {number} 份备份恢复（{made_at}）。原来的台账读不出来，这份备份之后登记的没有带回，更新的备份里用过的编号 {numbers} 不再给出。原因：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有恢复，台账保持原样：{why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在核对附件和打印存档</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在换上备份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备份换上之前的检查没有通过。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>系统钥匙串没有存下密钥，下次打开还要输入恢复码。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这是加密的台账，但旁边没有密钥文件 desk.key，恢复码也打不开它；文件没有改动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>把原来文件夹里的 desk.key 或整个“backups”文件夹也复制过来，再打开。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这是加密的台账，这台电脑的钥匙串里没有它的密钥（编号 {number}）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>输入恢复码单上编号相同的 26 位恢复码打开；数据没有改动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已全面检查</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有损坏</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>填写时留下的草稿删不掉，下次还会出现；登记好的记录不受影响。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下次出现时放弃它，不要再保存一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} 在网络盘上，那里断线或两台电脑同时打开会损坏台账。换一个本机的文件夹；备份可以另存到网络盘。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} 由网盘程序同步，同步到一半的台账会损坏。换一个不同步的文件夹；备份可以另存到网盘。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>台账放在网络盘上，断线或两台电脑同时打开会损坏它。先备份，关掉程序，把整个台账文件夹移到本机再打开；备份可以另存到网络盘。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>台账放在网盘同步的文件夹里，同步到一半会损坏它。先备份，关掉程序，把整个台账文件夹移到不同步的地方再打开；备份可以另存到网盘。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>台账文件不在 {folder} 了（被移走、改名或删除），本次未保存。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>把它放回原处再保存一次；找不到时关掉台账，从关闭时留下的备份恢复。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} 里的台账文件被换成了另一个（复制、同步或恢复），本次未保存。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关掉台账再打开，看里面是哪一份；这里登记过的在关闭时留成一份备份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} 里的台账文件被别的程序改写过，已停止写入，本次未保存。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关掉台账，从“备份”里恢复最近一份，再对着纸补上后来登记的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选中的记录已经不在了，列表重新读过，什么都没有做。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这台机器没有屏幕，打不开窗口。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在有桌面的机器上打开；没有屏幕也能用子命令，见 desk-mailadmin --help。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
