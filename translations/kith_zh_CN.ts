<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ColumnLabel</name>
    <message>
        <source>Country</source>
        <translation>国家/地区</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>省/州</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>District</source>
        <translation>区县</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>邮政编码</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>See kith-cli help %1.</source>
        <translation>请参阅 kith-cli help %1。</translation>
    </message>
    <message>
        <source>There is no terminal to ask for the passphrase; give --passphrase-file FILE or --keychain.</source>
        <translation>没有可用于输入口令的终端；请指定 --passphrase-file FILE 或 --keychain。</translation>
    </message>
    <message>
        <source>Say what to do: kith-cli help lists the commands.</source>
        <translation>请指定要执行的命令：kith-cli help 可列出所有命令。</translation>
    </message>
    <message>
        <source>There is no option %1; see kith-cli --help.</source>
        <translation>没有选项 %1；请参阅 kith-cli --help。</translation>
    </message>
    <message>
        <source>The option --%1 needs a value.</source>
        <translation>选项 --%1 需要一个值。</translation>
    </message>
    <message>
        <source>The language “%1” is not known; give zh_CN or en.</source>
        <translation>不支持语言“%1”；请指定 zh_CN 或 en。</translation>
    </message>
    <message>
        <source>A quotation mark %1 is not closed.</source>
        <translation>引号 %1 未闭合。</translation>
    </message>
    <message>
        <source>the book; %1 without it</source>
        <translation>客户簿；省略时为 %1</translation>
    </message>
    <message>
        <source>the passphrase, on the first line of a file</source>
        <translation>口令，位于文件的第一行</translation>
    </message>
    <message>
        <source>open with the system keychain; with a passphrase file: with both</source>
        <translation>使用系统钥匙串打开；同时指定口令文件时，两者并用</translation>
    </message>
    <message>
        <source>open with the recovery code on the first line of a file</source>
        <translation>使用文件第一行的恢复码打开</translation>
    </message>
    <message>
        <source>answer with exactly one JSON value</source>
        <translation>仅以一个 JSON 值作答</translation>
    </message>
    <message>
        <source>the language of texts</source>
        <translation>文字语言</translation>
    </message>
    <message>
        <source>Usage: kith-cli [options] COMMAND ...</source>
        <translation>用法：kith-cli [选项] 命令 ...</translation>
    </message>
    <message>
        <source>Options of every command:</source>
        <translation>所有命令的通用选项：</translation>
    </message>
    <message>
        <source>kith-cli help COMMAND says more. Exit code 0: done; 1: refused or failed, with a sentence; 2: wrong usage.</source>
        <translation>详情请参阅 kith-cli help COMMAND。退出码 0：完成；1：被拒绝或失败，并附说明；2：用法错误。</translation>
    </message>
    <message>
        <source>What the commands are and how they are used.</source>
        <translation>列出命令及其用法。</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redone</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Several edited</source>
        <translation>批量编辑</translation>
    </message>
    <message>
        <source>Removed for good</source>
        <translation>彻底删除</translation>
    </message>
    <message>
        <source>Catalog extended</source>
        <translation>扩展目录</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Demo company</source>
        <translation>演示公司</translation>
    </message>
    <message>
        <source>New book</source>
        <translation>新建客户簿</translation>
    </message>
    <message>
        <source>Changed or linked since, and left as it is:</source>
        <translation>此后已被修改或关联，保持不变：</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>What was done in this book, newest first.</source>
        <translation>列出此客户簿中的操作，最新的在前。</translation>
    </message>
    <message>
        <source>at most so many (50)</source>
        <translation>最多条数（50）</translation>
    </message>
    <message numerus="yes">
        <source>Redone: %n record(s).</source>
        <translation>
            <numerusform>已重做：%n 条记录。</numerusform>
        </translation>
    </message>
    <message>
        <source>Do again what was undone last.</source>
        <translation>重做最近一次撤销的操作。</translation>
    </message>
    <message>
        <source>An act has a number; kith-cli acts lists them.</source>
        <translation>请使用操作编号；kith-cli acts 可列出所有操作。</translation>
    </message>
    <message numerus="yes">
        <source>Undone: %1 “%2”, %n record(s).</source>
        <translation>
            <numerusform>已撤销：%1“%2”，%n 条记录。</numerusform>
        </translation>
    </message>
    <message>
        <source>Take back the last act, or that one; what was changed since stays and is listed.</source>
        <translation>撤销最近一次操作或指定的操作；此后又被修改的内容予以保留并列出。</translation>
    </message>
    <message>
        <source>The backup %1 is made and checked.</source>
        <translation>备份 %1 已创建并通过检查。</translation>
    </message>
    <message>
        <source>The backup does not hold what the book holds; it was not kept.</source>
        <translation>备份与客户簿的内容不一致，未予保留。</translation>
    </message>
    <message>
        <source>One portable, encrypted file of the whole book, checked before it takes its name.</source>
        <translation>将整个客户簿备份为一个可携带的加密文件，检查通过后才正式命名。</translation>
    </message>
    <message>
        <source>The line has no command.</source>
        <translation>该行没有命令。</translation>
    </message>
    <message>
        <source>The command %1 cannot stand in a batch.</source>
        <translation>命令 %1 不能用于批处理。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n command(s) failed; the answers say why.</source>
        <translation>
            <numerusform>%n 条命令中有 %1 条失败；原因见各条应答。</numerusform>
        </translation>
    </message>
    <message>
        <source>Run a command a line from standard input with one opening of the book; one JSON value a line.</source>
        <translation>只打开一次客户簿，逐行执行标准输入中的命令；每行输出一个 JSON 值。</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Leads to, or may be</source>
        <translation>关联对象或可选值</translation>
    </message>
    <message>
        <source>kith-cli catalog takes one entity, add-field or add-option.</source>
        <translation>kith-cli catalog 接受一个实体、add-field 或 add-option。</translation>
    </message>
    <message>
        <source>Entities and fields as this book has them; add a field or an option.</source>
        <translation>列出此客户簿的实体和字段；添加字段或选项。</translation>
    </message>
    <message>
        <source>Something is missing: kith-cli catalog add-field ENTITY KEY TYPE, or catalog add-option ENTITY FIELD KEY.</source>
        <translation>缺少参数：kith-cli catalog add-field ENTITY KEY TYPE，或 catalog add-option ENTITY FIELD KEY。</translation>
    </message>
    <message>
        <source>there is such a field already</source>
        <translation>该字段已存在</translation>
    </message>
    <message>
        <source>The field %1 is there.</source>
        <translation>字段 %1 已添加。</translation>
    </message>
    <message>
        <source>there is such an option already</source>
        <translation>该选项已存在</translation>
    </message>
    <message>
        <source>The option %1 is there.</source>
        <translation>选项 %1 已添加。</translation>
    </message>
    <message>
        <source>what the new field or option is called in English</source>
        <translation>新字段或选项的英文名称</translation>
    </message>
    <message>
        <source>what the new field or option is called in Chinese</source>
        <translation>新字段或选项的中文名称</translation>
    </message>
    <message>
        <source>other names for it in files</source>
        <translation>在文件中的其他名称</translation>
    </message>
    <message>
        <source>where a new relation may lead</source>
        <translation>新关联可指向的实体</translation>
    </message>
    <message>
        <source>the new field may not be empty</source>
        <translation>新字段不得为空</translation>
    </message>
    <message>
        <source>the new field is searched, with this weight from 1 to 10</source>
        <translation>新字段参与搜索，权重为 1 到 10</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Added.</source>
        <translation>已添加。</translation>
    </message>
    <message>
        <source>Say which one: kith-cli keys remove ID; kith-cli keys list shows them.</source>
        <translation>请指定要移除哪一个：kith-cli keys remove ID；kith-cli keys list 可列出全部。</translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>已移除。</translation>
    </message>
    <message>
        <source>The passphrase is changed.</source>
        <translation>口令已更改。</translation>
    </message>
    <message>
        <source>the new passphrase; asked for on a terminal without it</source>
        <translation>新口令；省略时在终端询问</translation>
    </message>
    <message>
        <source>a name for the new passphrase</source>
        <translation>新口令的名称</translation>
    </message>
    <message>
        <source>The book %1 is made.</source>
        <translation>客户簿 %1 已创建。</translation>
    </message>
    <message>
        <source>Recovery code, to be kept on paper: it opens the book when the passphrase is lost.</source>
        <translation>恢复码，请抄写在纸上妥善保管：忘记口令时可用它打开客户簿。</translation>
    </message>
    <message>
        <source>Make an encrypted book.</source>
        <translation>创建加密的客户簿。</translation>
    </message>
    <message>
        <source>write the recovery code to this file instead of showing it</source>
        <translation>将恢复码写入此文件，而不显示</translation>
    </message>
    <message>
        <source>whose book it is: the person called “me”</source>
        <translation>客户簿的所有者，即“me”所指的人</translation>
    </message>
    <message>
        <source>country of phones without a country code: CN, US, …</source>
        <translation>无国际区号的电话号码所属国家/地区：CN、US……</translation>
    </message>
    <message>
        <source>currency of amounts without one: CNY, USD, …</source>
        <translation>未注明币种的金额所用币种：CNY、USD……</translation>
    </message>
    <message>
        <source>“%1” is no country.</source>
        <translation>“%1”不是有效的国家/地区。</translation>
    </message>
    <message>
        <source>“%1” is no currency.</source>
        <translation>“%1”不是有效的币种。</translation>
    </message>
    <message>
        <source>One backup makes one book: kith-cli restore FILE --to BOOK.</source>
        <translation>一个备份还原为一个客户簿：kith-cli restore FILE --to BOOK。</translation>
    </message>
    <message>
        <source>The book %1 is made of the backup; it opens as the backed-up book did.</source>
        <translation>已从备份还原客户簿 %1；打开方式与原客户簿相同。</translation>
    </message>
    <message>
        <source>Say what to restore: kith-cli restore ENTITY ID, or kith-cli restore FILE --to BOOK.</source>
        <translation>请指定要恢复的内容：kith-cli restore ENTITY ID，或 kith-cli restore FILE --to BOOK。</translation>
    </message>
    <message>
        <source>Restored.</source>
        <translation>已恢复。</translation>
    </message>
    <message>
        <source>Nothing had changed.</source>
        <translation>没有任何更改。</translation>
    </message>
    <message>
        <source>Bring deleted records back, or make a book of a backup.</source>
        <translation>恢复已删除的记录，或从备份还原客户簿。</translation>
    </message>
    <message>
        <source>where the book of the backup shall be</source>
        <translation>还原后客户簿的位置</translation>
    </message>
    <message numerus="yes">
        <source>The book is sound: %n record(s).</source>
        <translation>
            <numerusform>客户簿完好：%n 条记录。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The book has %n fault(s); restore it from a backup.</source>
        <translation>
            <numerusform>客户簿有 %n 处错误；请从备份还原。</numerusform>
        </translation>
    </message>
    <message>
        <source>Read and check every page, record and computed value.</source>
        <translation>读取并检查每一页、每条记录和每个计算值。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n customer(s)</source>
        <translation>
            <numerusform>%1 / %n 个客户</numerusform>
        </translation>
    </message>
    <message>
        <source>Fill a book with the demo company; the book is made if there is none.</source>
        <translation>用演示公司的数据填充客户簿；客户簿不存在时自动创建。</translation>
    </message>
    <message>
        <source>so many customers (300)</source>
        <translation>客户数量（300）</translation>
    </message>
    <message>
        <source>another number makes another company (1)</source>
        <translation>数字不同，生成的公司也不同（1）</translation>
    </message>
    <message>
        <source>without contacts, sales and service</source>
        <translation>不含联系人、销售和服务数据</translation>
    </message>
    <message>
        <source>write the customers to a CSV file instead</source>
        <translation>改为将客户写入 CSV 文件</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) written to %1.</source>
        <translation>
            <numerusform>已将 %n 条记录写入 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>headers for people instead of field keys</source>
        <translation>以字段名称而非键名作为表头</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>已读取行数</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已更新</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Made for links</source>
        <translation>因关联而新建</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Columns left out</source>
        <translation>忽略的列</translation>
    </message>
    <message>
        <source>Guessed</source>
        <translation>推断</translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation>建议查看</translation>
    </message>
    <message>
        <source>Rejected rows are in</source>
        <translation>被拒绝的行保存在</translation>
    </message>
    <message>
        <source>To take it back</source>
        <translation>撤销方法</translation>
    </message>
    <message>
        <source>Building the index: %1 %</source>
        <translation>正在建立索引：%1 %</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) read</source>
        <translation>
            <numerusform>已读取 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled: what was read until then is in the book, and kith-cli undo takes it back.</source>
        <translation>已取消：此前读取的内容已存入客户簿，可用 kith-cli undo 撤销。</translation>
    </message>
    <message>
        <source>No import was interrupted; there is nothing to go on with.</source>
        <translation>没有被中断的导入，无可继续。</translation>
    </message>
    <message>
        <source>Say what to import and from where: kith-cli import customer customers.csv.</source>
        <translation>请指定导入的内容和来源：kith-cli import customer customers.csv。</translation>
    </message>
    <message>
        <source>An import of “%1” was interrupted; kith-cli import --resume goes on with it.</source>
        <translation>“%1”的导入曾被中断；kith-cli import --resume 可继续导入。</translation>
    </message>
    <message>
        <source>which column goes to which field: {&quot;column&quot;: &quot;field&quot;}</source>
        <translation>列与字段的对应关系：{&quot;column&quot;: &quot;field&quot;}</translation>
    </message>
    <message>
        <source>skip, update (usual) or create when it is there already</source>
        <translation>记录已存在时：skip（跳过）、update（更新，默认）或 create（新建）</translation>
    </message>
    <message>
        <source>links whose missing records are made; all: every link</source>
        <translation>自动新建所缺记录的关联；all：所有关联</translation>
    </message>
    <message>
        <source>only say what would happen</source>
        <translation>仅预览结果，不写入</translation>
    </message>
    <message>
        <source>go on with the import that a crash interrupted</source>
        <translation>继续因崩溃而中断的导入</translation>
    </message>
    <message>
        <source>--make %1: no column of the file leads to that link.</source>
        <translation>--make %1：文件中没有列对应该关联。</translation>
    </message>
    <message>
        <source>--on-duplicate is skip, update or create, not “%1”.</source>
        <translation>--on-duplicate 应为 skip、update 或 create，而不是“%1”。</translation>
    </message>
    <message>
        <source>Make a record; a link is named by its ID or title, part of an address as address.city=….</source>
        <translation>新建记录；关联以 ID 或标题指定，地址的各部分写作 address.city=…。</translation>
    </message>
    <message>
        <source>In the trash; kith-cli restore brings it back.</source>
        <translation>已移入回收站；可用 kith-cli restore 恢复。</translation>
    </message>
    <message>
        <source>Move records to the trash.</source>
        <translation>将记录移入回收站。</translation>
    </message>
    <message>
        <source>An address has no “%1”; it has %2.</source>
        <translation>地址没有“%1”；可用的有 %2。</translation>
    </message>
    <message>
        <source>“%1” is not FIELD=VALUE.</source>
        <translation>“%1”不符合 FIELD=VALUE 格式。</translation>
    </message>
    <message>
        <source>Search as the search field does.</source>
        <translation>与搜索框相同的搜索。</translation>
    </message>
    <message>
        <source>only records of these kinds</source>
        <translation>仅限这些类型的记录</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>未找到任何内容。</translation>
    </message>
    <message>
        <source>What was changed in a record, newest first.</source>
        <translation>列出记录的变更，最新的在前。</translation>
    </message>
    <message>
        <source>at most so many (200)</source>
        <translation>最多条数（200）</translation>
    </message>
    <message>
        <source>More with --after %1</source>
        <translation>更多内容请用 --after %1</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) in all</source>
        <translation>
            <numerusform>共 %n 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>A page of a list.</source>
        <translation>列出一页记录。</translation>
    </message>
    <message>
        <source>at most so many rows (50); 0: only count</source>
        <translation>最多行数（50）；0：仅计数</translation>
    </message>
    <message>
        <source>go on behind an earlier page: its “next”</source>
        <translation>从前一页之后继续：填写该页的“next”值</translation>
    </message>
    <message>
        <source>also say how many there are in all</source>
        <translation>同时给出总数</translation>
    </message>
    <message>
        <source>only records for which this holds: &quot;customer.city = &apos;Berlin&apos;&quot;</source>
        <translation>仅限符合此条件的记录：&quot;customer.city = &apos;Berlin&apos;&quot;</translation>
    </message>
    <message>
        <source>in this order; -FIELD: backwards</source>
        <translation>按此排序；-FIELD：倒序</translation>
    </message>
    <message>
        <source>these fields</source>
        <translation>仅这些字段</translation>
    </message>
    <message>
        <source>deleted records instead of living ones</source>
        <translation>列出已删除的记录，而非现有记录</translation>
    </message>
    <message>
        <source>Say what to purge: an entity, or --all for the whole trash.</source>
        <translation>请指定要清除的内容：一个实体，或用 --all 清空整个回收站。</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) removed for good.</source>
        <translation>
            <numerusform>已彻底删除 %n 条记录。</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove deleted records and their history for good; this cannot be undone.</source>
        <translation>彻底删除回收站中的记录及其历史；此操作无法撤销。</translation>
    </message>
    <message>
        <source>the whole trash</source>
        <translation>整个回收站</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Change fields of a record; an empty value empties the field.</source>
        <translation>更改记录的字段；空值会清空字段。</translation>
    </message>
    <message>
        <source>One record with its links.</source>
        <translation>显示一条记录及其关联。</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>回收站为空。</translation>
    </message>
    <message>
        <source>Deleted records.</source>
        <translation>列出已删除的记录。</translation>
    </message>
    <message>
        <source>The command %1 has no option --%2.</source>
        <translation>命令 %1 没有选项 --%2。</translation>
    </message>
    <message>
        <source>The option --%1 takes no value.</source>
        <translation>选项 --%1 不接受值。</translation>
    </message>
    <message>
        <source>Something is missing: kith-cli %1 %2.</source>
        <translation>缺少参数：kith-cli %1 %2。</translation>
    </message>
    <message>
        <source>“%1” is too much: kith-cli %2 %3.</source>
        <translation>“%1”是多余的：kith-cli %2 %3。</translation>
    </message>
    <message>
        <source>--%1 needs a whole number from %2 on, not “%3”.</source>
        <translation>--%1 需要不小于 %2 的整数，而不是“%3”。</translation>
    </message>
    <message>
        <source>Passphrase:</source>
        <translation>口令：</translation>
    </message>
    <message>
        <source>New passphrase:</source>
        <translation>新口令：</translation>
    </message>
    <message>
        <source>The same again:</source>
        <translation>再次输入：</translation>
    </message>
    <message>
        <source>The two passphrases are not the same; nothing was changed.</source>
        <translation>两次输入的口令不一致，未做任何更改。</translation>
    </message>
    <message>
        <source>There is no command “%1”; kith-cli help lists them.</source>
        <translation>没有命令“%1”；kith-cli help 可列出所有命令。</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录数</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) written to %1.</source>
        <translation>
            <numerusform>已将 %n 个客户写入 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Matched</source>
        <translation>匹配内容</translation>
    </message>
    <message>
        <source>Checking the copy</source>
        <translation>正在检查副本</translation>
    </message>
    <message>
        <source>%1% copied under the new key</source>
        <translation>已用新密钥复制 %1%</translation>
    </message>
    <message>
        <source>The book is under a new key, and every way in opens it as before. Backups made until now keep the keys they were made with: make a new one, and delete those that nobody else may read.</source>
        <translation>客户簿已换成新密钥，每种打开方式仍和以前一样有效。此前的备份仍使用原来的密钥：请重新备份，并删除不应让别人读到的旧备份。</translation>
    </message>
    <message>
        <source>kith-cli keys can list, add, remove, change and rotate, not “%1”.</source>
        <translation>kith-cli keys 可以 list、add、remove、change 和 rotate，不能“%1”。</translation>
    </message>
    <message>
        <source>The ways into the book: list, add or remove one, change the passphrase, put the book under a new key.</source>
        <translation>打开客户簿的方式：列出、添加或删除，更改口令，或为客户簿更换密钥。</translation>
    </message>
    <message>
        <source>Say what to add: kith-cli keys add passphrase, keychain, passphrase+keychain or recovery.</source>
        <translation>请指定要添加的项：kith-cli keys add passphrase、keychain、passphrase+keychain 或 recovery。</translation>
    </message>
    <message>
        <source>--vcard is 4.0 or 3.0, not “%1”.</source>
        <translation>--vcard 只能是 4.0 或 3.0，不能是“%1”。</translation>
    </message>
    <message>
        <source>Write records to a CSV file or an Excel workbook that can be imported again unchanged, or contacts and customers to a file of vCards.</source>
        <translation>将记录写入可原样重新导入的 CSV 文件或 Excel 工作簿，或将联系人和客户写入 vCard 文件。</translation>
    </message>
    <message>
        <source>of the vCards: 4.0 (usual) or 3.0</source>
        <translation>vCard 版本：4.0（默认）或 3.0</translation>
    </message>
    <message>
        <source>Take in a CSV file, an Excel workbook (.xlsx) or a file of vCards (.vcf); encoding, delimiter, sheet, header and columns are found by looking at it.</source>
        <translation>导入 CSV 文件、Excel 工作簿（.xlsx）或 vCard 文件（.vcf）；自动识别编码、分隔符、工作表、表头和列。</translation>
    </message>
    <message>
        <source>of a workbook; otherwise the first that holds something</source>
        <translation>工作簿中的工作表；未指定时取第一个有内容的</translation>
    </message>
    <message>
        <source>write rejected rows with their reasons to this CSV file</source>
        <translation>将被拒绝的行及原因写入此 CSV 文件</translation>
    </message>
    <message>
        <source>Look like others</source>
        <translation>疑似重复</translation>
    </message>
    <message numerus="yes">
        <source>%n of those made; kith-cli duplicates %1 lists them</source>
        <translation>
            <numerusform>新建的记录中有 %n 条；kith-cli duplicates %1 可列出</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 % compared, %n pair(s) found</source>
        <translation>
            <numerusform>已比较 %1 %，发现 %n 对</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) of likely duplicates.</source>
        <translation>
            <numerusform>共 %n 组疑似重复。</numerusform>
        </translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>依据</translation>
    </message>
    <message numerus="yes">
        <source>These are the first %n; --limit shows more.</source>
        <translation>
            <numerusform>以上是前 %n 组；用 --limit 可显示更多。</numerusform>
        </translation>
    </message>
    <message>
        <source>Say which are not the same: --apart ID,ID.</source>
        <translation>请指明哪些不是同一对象：--apart ID,ID。</translation>
    </message>
    <message>
        <source>Remembered: they are not the same.</source>
        <translation>已记住：它们不是同一对象。</translation>
    </message>
    <message>
        <source>Groups of records that look like the same, with the reasons.</source>
        <translation>疑似重复的记录分组，并说明依据。</translation>
    </message>
    <message>
        <source>at most so many groups, the surest first</source>
        <translation>最多显示多少组，最有把握的在前</translation>
    </message>
    <message>
        <source>compare all records anew</source>
        <translation>重新比较所有记录</translation>
    </message>
    <message>
        <source>remember that these are not the same</source>
        <translation>记住这些不是同一对象</translation>
    </message>
    <message>
        <source>Say which field and from which record: --take FIELD=ID.</source>
        <translation>请指明字段及其取自哪条记录：--take 字段=ID。</translation>
    </message>
    <message>
        <source>Say which record to keep and which to merge into it: kith-cli merge ENTITY KEEP ID.</source>
        <translation>请指明保留哪条记录、将哪些记录并入其中：kith-cli merge 实体 保留的ID ID。</translation>
    </message>
    <message>
        <source>Merged; kith-cli undo takes it back.</source>
        <translation>已合并；可用 kith-cli undo 撤销。</translation>
    </message>
    <message>
        <source>Make one record of several: what leads to the others leads to the kept one afterwards.</source>
        <translation>将多条记录合并为一条：原先指向其他记录的内容，此后均指向保留的记录。</translation>
    </message>
    <message>
        <source>whose value a field gets; else the kept one&apos;s, if it has one</source>
        <translation>字段取哪条记录的值；不指定时，保留的记录有值则取其值</translation>
    </message>
    <message>
        <source>fields that tell a record that is there already; likeness: what looks like one</source>
        <translation>用于识别已有记录的字段；likeness：按相似程度识别</translation>
    </message>
    <message>
        <source>of 100 customers, so many a second time, entered otherwise (0; at most 50)</source>
        <translation>每 100 个客户中，有多少个以另一种写法再录入一次（0；最多 50）</translation>
    </message>
    <message>
        <source>Making what is there comparable: %1 %</source>
        <translation>正在为已有记录建立比对依据：%1 %</translation>
    </message>
    <message>
        <source>“%1” is no repair; there are %2.</source>
        <translation>没有“%1”这种更正方式，可用的有：%2。</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>实体</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Finds</source>
        <translation>检查内容</translation>
    </message>
    <message>
        <source>The check “%1” is about no single field; --repair trash is all there is.</source>
        <translation>检查“%1”不针对单个字段，只能用 --repair trash。</translation>
    </message>
    <message>
        <source>There is no check “%1” of %2; kith-cli quality %2 lists them.</source>
        <translation>%2 没有检查“%1”；用 kith-cli quality %2 查看全部检查。</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s).</source>
        <translation>
            <numerusform>%n 条记录。</numerusform>
        </translation>
    </message>
    <message>
        <source>Before</source>
        <translation>更正前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>更正后</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) would be put right; nothing is written.</source>
        <translation>
            <numerusform>将更正 %n 条记录；未写入任何内容。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) put right.</source>
        <translation>
            <numerusform>已更正 %n 条记录。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) stay as they are.</source>
        <translation>
            <numerusform>%n 条记录保持原样。</numerusform>
        </translation>
    </message>
    <message>
        <source>--repair %1 does not suit the field “%2”.</source>
        <translation>--repair %1 不适用于字段“%2”。</translation>
    </message>
    <message>
        <source>“%1” is no country; write its two letters, as CN or GB.</source>
        <translation>“%1”不是国家/地区代码；请写两个字母，如 CN、GB。</translation>
    </message>
    <message>
        <source>Say which value: --value VALUE.</source>
        <translation>请指定值：--value VALUE。</translation>
    </message>
    <message>
        <source>Say of which entity: kith-cli quality ENTITY --check KEY.</source>
        <translation>请指定实体：kith-cli quality ENTITY --check KEY。</translation>
    </message>
    <message>
        <source>Say which records: --check KEY.</source>
        <translation>请指定检查：--check KEY。</translation>
    </message>
    <message>
        <source>What may be wrong with records, and putting many of them right at once.</source>
        <translation>检查数据质量，并批量更正。</translation>
    </message>
    <message>
        <source>the records that this check finds</source>
        <translation>此项检查找出的记录</translation>
    </message>
    <message>
        <source>for read: numbers of this country; else that of each record&apos;s address</source>
        <translation>用于 read：号码所属国家/地区；不指定时按各记录的地址</translation>
    </message>
    <message>
        <source>for set: what the check&apos;s field gets</source>
        <translation>用于 set：该检查的字段要设置的值</translation>
    </message>
    <message>
        <source>only these of the records</source>
        <translation>只处理其中这些记录</translation>
    </message>
    <message>
        <source>say what would change and write nothing</source>
        <translation>只显示会更改什么，不写入</translation>
    </message>
    <message>
        <source>read (phones again), correct (mails), drop (what is not readable), link (by name), set, clear, trash</source>
        <translation>read（重新识别电话）、correct（更正邮箱）、drop（移除无法识别的）、link（按名称关联）、set（设置）、clear（清空）、trash（移到回收站）</translation>
    </message>
</context>
<context>
    <name>CsvLook</name>
    <message>
        <source>Column %1</source>
        <translation>第 %1 列</translation>
    </message>
</context>
<context>
    <name>HumanFormat</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>还剩几秒</translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation>约剩 %1 秒</translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation>约剩 %1 分钟</translation>
    </message>
    <message>
        <source>about %1 h %2 min left</source>
        <translation>约剩 %1 小时 %2 分</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Some characters could not be read and were replaced.</source>
        <translation>部分字符无法识别，已被替换。</translation>
    </message>
</context>
<context>
    <name>ImportMap</name>
    <message>
        <source>it is not a JSON object</source>
        <translation>不是 JSON 对象</translation>
    </message>
    <message>
        <source>it is not valid JSON: %1 at byte %2</source>
        <translation>不是有效的 JSON：第 %2 字节处，%1</translation>
    </message>
    <message>
        <source>it is not the plan of an import</source>
        <translation>不是导入方案</translation>
    </message>
    <message>
        <source>it is not a remembered mapping</source>
        <translation>不是已保存的列对应关系</translation>
    </message>
    <message>
        <source>the column %1 needs the name of a field, or null to leave it out</source>
        <translation>列 %1 需要填写字段名，或填 null 以忽略该列</translation>
    </message>
    <message>
        <source>the column %1 has an unknown setting %2</source>
        <translation>列 %1 含有未知设置 %2</translation>
    </message>
    <message>
        <source>dateOrder must be ymd, dmy or mdy, not %1</source>
        <translation>dateOrder 应为 ymd、dmy 或 mdy，而不是 %1</translation>
    </message>
    <message>
        <source>decimalMark must be a point or a comma, not %1</source>
        <translation>decimalMark 应为句点或逗号，而不是 %1</translation>
    </message>
    <message>
        <source>the encoding %1 is not known</source>
        <translation>无法识别编码 %1</translation>
    </message>
    <message>
        <source>the delimiter must be one character such as , ; | or tab</source>
        <translation>分隔符必须是单个字符，例如 , ; | 或制表符</translation>
    </message>
    <message>
        <source>header must be true or false</source>
        <translation>header 应为 true 或 false</translation>
    </message>
    <message>
        <source>onDuplicate must be skip, update or create, not %1</source>
        <translation>onDuplicate 应为 skip、update 或 create，而不是 %1</translation>
    </message>
    <message>
        <source>the option %1 is not known</source>
        <translation>无法识别选项 %1</translation>
    </message>
    <message>
        <source>records cannot be matched by %1: there is no such field</source>
        <translation>无法按 %1 匹配记录：没有该字段</translation>
    </message>
    <message>
        <source>the file has no column %1</source>
        <translation>文件中没有列 %1</translation>
    </message>
    <message>
        <source>the column %1 cannot go to %2: there is no such field to import into</source>
        <translation>列 %1 无法对应到 %2：没有可导入的该字段</translation>
    </message>
    <message>
        <source>the columns %1 and %2 cannot both go to %3</source>
        <translation>列 %1 和 %2 不能同时对应到 %3</translation>
    </message>
</context>
<context>
    <name>Likeness</name>
    <message>
        <source>Same phone %1</source>
        <translation>电话相同：%1</translation>
    </message>
    <message>
        <source>Same mail %1</source>
        <translation>邮箱相同：%1</translation>
    </message>
    <message>
        <source>Same web domain %1</source>
        <translation>网站域名相同：%1</translation>
    </message>
    <message>
        <source>Same tax number %1</source>
        <translation>税号相同：%1</translation>
    </message>
    <message>
        <source>Same customer code</source>
        <translation>客户编号相同</translation>
    </message>
    <message>
        <source>Same WeChat or QQ account</source>
        <translation>微信或 QQ 账号相同</translation>
    </message>
    <message>
        <source>Same name</source>
        <translation>名称相同</translation>
    </message>
    <message>
        <source>Same name, its words in another order</source>
        <translation>名称相同，仅词序不同</translation>
    </message>
    <message>
        <source>Same name, one of them without the place</source>
        <translation>名称相同，其中一个未写地名</translation>
    </message>
    <message>
        <source>The names differ by a slip of the fingers</source>
        <translation>名称仅有笔误之差</translation>
    </message>
    <message>
        <source>The names sound the same</source>
        <translation>名称读音相同</translation>
    </message>
    <message>
        <source>The names differ in one character</source>
        <translation>名称仅一字之差</translation>
    </message>
    <message>
        <source>One name is short for the other</source>
        <translation>一个名称是另一个的简称</translation>
    </message>
    <message>
        <source>Both work at the same company</source>
        <translation>在同一家公司任职</translation>
    </message>
    <message>
        <source>Same address</source>
        <translation>地址相同</translation>
    </message>
    <message>
        <source>Same birthday</source>
        <translation>生日相同</translation>
    </message>
    <message>
        <source>The names are different</source>
        <translation>名称不同</translation>
    </message>
    <message>
        <source>The names are the same, but of different places</source>
        <translation>名称相同，但地名不同</translation>
    </message>
    <message>
        <source>The tax numbers are different</source>
        <translation>税号不同</translation>
    </message>
    <message>
        <source>They are in different cities</source>
        <translation>所在城市不同</translation>
    </message>
    <message>
        <source>The web domains are different</source>
        <translation>网站域名不同</translation>
    </message>
    <message>
        <source>The phones are different</source>
        <translation>电话不同</translation>
    </message>
    <message>
        <source>The mail addresses are different</source>
        <translation>邮箱不同</translation>
    </message>
    <message>
        <source>The birthdays are different</source>
        <translation>生日不同</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between two reasons</comment>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>Something happened that should be impossible, and nothing was changed; try again, and report it if it comes back.</source>
        <translation>发生了意外错误，未做任何更改；请重试，若再次出现请反馈。</translation>
    </message>
    <message>
        <source>Cancelled; nothing more was changed.</source>
        <translation>已取消，未再做任何更改。</translation>
    </message>
    <message>
        <source>The command cannot be understood; see kith-cli --help.</source>
        <translation>无法识别该命令；请参阅 kith-cli --help。</translation>
    </message>
    <message>
        <source>There is no file “%1”; check its name and folder.</source>
        <translation>找不到文件“%1”；请检查文件名和所在文件夹。</translation>
    </message>
    <message>
        <source>The file “%1” cannot be read; check that you may open it and that no other program holds it.</source>
        <translation>无法读取文件“%1”；请确认您有权打开，且未被其他程序占用。</translation>
    </message>
    <message>
        <source>The file “%1” cannot be written; choose another folder or ask for the right to write there.</source>
        <translation>无法写入文件“%1”；请选择其他文件夹，或申请该位置的写入权限。</translation>
    </message>
    <message>
        <source>The file “%1” is there already; choose another name.</source>
        <translation>文件“%1”已存在；请选择其他名称。</translation>
    </message>
    <message>
        <source>There is no space left for “%1”, and nothing was damaged; free some space and try again.</source>
        <translation>没有足够空间存放“%1”，数据未受损；请释放空间后重试。</translation>
    </message>
    <message>
        <source>“%1” may only be read; change its rights or work with a copy in a folder of your own.</source>
        <translation>“%1”为只读；请更改其权限，或使用您自己文件夹中的副本。</translation>
    </message>
    <message>
        <source>The contents of “%1” are damaged or belong to another book; restore it from a backup.</source>
        <translation>“%1”的内容已损坏或属于其他客户簿；请从备份还原。</translation>
    </message>
    <message>
        <source>There is no book at “%1”; check the path or make a new book.</source>
        <translation>“%1”处没有客户簿；请检查路径或新建客户簿。</translation>
    </message>
    <message>
        <source>There is a book at “%1” already; open it or choose another name.</source>
        <translation>“%1”处已有客户簿；请打开它或选择其他名称。</translation>
    </message>
    <message>
        <source>The book “%1” is damaged; restore the last backup and keep this file until you have.</source>
        <translation>客户簿“%1”已损坏；请还原最近的备份，完成前请保留此文件。</translation>
    </message>
    <message>
        <source>“%1” is not encrypted, so it is no Kith book and was not opened.</source>
        <translation>“%1”未加密，不是 Kith 客户簿，因此未打开。</translation>
    </message>
    <message>
        <source>The book “%1” does not open with the key of its key file, or its beginning is damaged; restore both from the same backup.</source>
        <translation>客户簿“%1”无法用其密钥文件中的密钥打开，或文件开头已损坏；请从同一备份还原两者。</translation>
    </message>
    <message>
        <source>This book already holds customers; the demo company needs a book of its own, so make a new one for it.</source>
        <translation>此客户簿中已有客户；演示公司需使用单独的客户簿，请为其新建一个。</translation>
    </message>
    <message>
        <source>The book “%1” was made by a newer Kith (version %2, this one knows %3); install the newer one.</source>
        <translation>客户簿“%1”由更新版本的 Kith 创建（版本 %2，本程序支持 %3）；请安装新版本。</translation>
    </message>
    <message>
        <source>The book “%1” is open in another Kith; close that one or go on there.</source>
        <translation>客户簿“%1”已在另一个 Kith 中打开；请关闭它，或在那里继续。</translation>
    </message>
    <message>
        <source>The book is locked; unlock it first.</source>
        <translation>客户簿已锁定；请先解锁。</translation>
    </message>
    <message>
        <source>The book is busy with something long; try again when that is done.</source>
        <translation>客户簿正在执行耗时任务；请在完成后重试。</translation>
    </message>
    <message>
        <source>The book is being indexed; this works again when that is done.</source>
        <translation>客户簿正在建立索引；完成后即可使用此功能。</translation>
    </message>
    <message>
        <source>The key file “%1” is missing; without it the book cannot be opened, so put it back from a backup.</source>
        <translation>缺少密钥文件“%1”，客户簿无法打开；请从备份还原该文件。</translation>
    </message>
    <message>
        <source>The key file “%1” and its second copy are damaged; put it back from a backup.</source>
        <translation>密钥文件“%1”及其副本均已损坏；请从备份还原。</translation>
    </message>
    <message>
        <source>The key file “%1” belongs to another book; put the right one beside this book.</source>
        <translation>密钥文件“%1”属于其他客户簿；请将正确的密钥文件放在此客户簿旁。</translation>
    </message>
    <message>
        <source>The key file “%1” was made by a newer Kith; install that one.</source>
        <translation>密钥文件“%1”由更新版本的 Kith 创建；请安装新版本。</translation>
    </message>
    <message>
        <source>The key file “%1” asks for what no Kith would; it was changed by someone, so put it back from a backup.</source>
        <translation>密钥文件“%1”的参数异常，已被他人改动；请从备份还原。</translation>
    </message>
    <message>
        <source>The passphrase is wrong; try again, or use the recovery code.</source>
        <translation>口令错误；请重试，或使用恢复码。</translation>
    </message>
    <message>
        <source>The recovery code does not belong to this book; look for the one printed when the book was made.</source>
        <translation>恢复码不属于此客户簿；请查找创建客户簿时打印的恢复码。</translation>
    </message>
    <message>
        <source>The recovery code has a slip in it; compare it with the printed one.</source>
        <translation>恢复码有误；请与打印的恢复码核对。</translation>
    </message>
    <message>
        <source>The passphrase is too short; take at least %1 characters.</source>
        <translation>口令太短；请至少使用 %1 个字符。</translation>
    </message>
    <message>
        <source>A book has at most %1 ways to open it; remove one first.</source>
        <translation>一个客户簿最多有 %1 种打开方式；请先移除一种。</translation>
    </message>
    <message>
        <source>This is the last way to open the book; add another before removing it.</source>
        <translation>这是客户簿的最后一种打开方式；请先添加另一种再移除。</translation>
    </message>
    <message>
        <source>The system keychain is locked; unlock it, or use the passphrase or the recovery code.</source>
        <translation>系统钥匙串已锁定；请解锁，或使用口令或恢复码。</translation>
    </message>
    <message>
        <source>The system keychain does not answer here; use the passphrase or the recovery code.</source>
        <translation>系统钥匙串在此无响应；请使用口令或恢复码。</translation>
    </message>
    <message>
        <source>The system keychain took too long to answer; use the passphrase or the recovery code.</source>
        <translation>系统钥匙串响应超时；请使用口令或恢复码。</translation>
    </message>
    <message>
        <source>What the system keychain holds does not open this book; use the passphrase or the recovery code.</source>
        <translation>系统钥匙串中的密钥无法打开此客户簿；请使用口令或恢复码。</translation>
    </message>
    <message>
        <source>There is not enough memory for this; close other programs and try again.</source>
        <translation>内存不足；请关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>The catalog has a fault at “%1”; correct it or take the change back.</source>
        <translation>目录在“%1”处有错误；请更正或撤销该更改。</translation>
    </message>
    <message>
        <source>There is no kind of record called “%1”; see the catalog for those there are.</source>
        <translation>没有名为“%1”的记录类型；请在目录中查看现有类型。</translation>
    </message>
    <message>
        <source>“%2” is none of the options; choose one of them or add it first.</source>
        <translation>“%2”不在选项之中；请选择现有选项，或先添加该选项。</translation>
    </message>
    <message>
        <source>There is no %1 “%2”; it may have been deleted, so look in the trash.</source>
        <translation>找不到%1“%2”；可能已被删除，请查看回收站。</translation>
    </message>
    <message>
        <source>There is no act %1; list the acts first.</source>
        <translation>没有操作 %1；请先列出操作。</translation>
    </message>
    <message>
        <source>This field must not be empty; fill it in.</source>
        <translation>此字段不能为空；请填写。</translation>
    </message>
    <message>
        <source>This field is filled in by Kith and cannot be set by hand; leave it out.</source>
        <translation>此字段由 Kith 自动填写，不能手动设置；请勿填写。</translation>
    </message>
    <message>
        <source>“%2” does not fit here; correct it or leave it empty.</source>
        <translation>“%2”不适用于此处；请更正或留空。</translation>
    </message>
    <message>
        <source>“%2” is not a number; write it like 1054.50.</source>
        <translation>“%2”不是数字；请写成 1054.50 的形式。</translation>
    </message>
    <message>
        <source>“%2” is too large to be kept exactly; check its digits.</source>
        <translation>“%2”过大，无法精确保存；请检查位数。</translation>
    </message>
    <message>
        <source>“%2” has more than the %3 decimals kept here; round it first.</source>
        <translation>“%2”的小数位数超过此处允许的 %3 位；请先取舍。</translation>
    </message>
    <message>
        <source>“%2” is not a date; write it like 2016-10-20.</source>
        <translation>“%2”不是日期；请写成 2016-10-20 的形式。</translation>
    </message>
    <message>
        <source>“%2” is neither yes nor no; write one of them.</source>
        <translation>“%2”既不是“是”也不是“否”；请填写其中之一。</translation>
    </message>
    <message>
        <source>“%2” is no currency known here; write its code, like CNY.</source>
        <translation>无法识别币种“%2”；请填写币种代码，例如 CNY。</translation>
    </message>
    <message>
        <source>“%2” is not a telephone number; write it with its area or country code, like +86 138 1234 5678.</source>
        <translation>“%2”不是电话号码；请连同区号或国际区号填写，例如 +86 138 1234 5678。</translation>
    </message>
    <message>
        <source>“%2” is not a mail address; write it like name@example.com.</source>
        <translation>“%2”不是邮箱地址；请写成 name@example.com 的形式。</translation>
    </message>
    <message>
        <source>“%2” is not a web address; write it like www.example.com.</source>
        <translation>“%2”不是网址；请写成 www.example.com 的形式。</translation>
    </message>
    <message>
        <source>The check character of the tax number “%2” is wrong; compare it with the paper.</source>
        <translation>税号“%2”的校验码有误；请与纸质文件核对。</translation>
    </message>
    <message>
        <source>“%2” is no country known here; write its name or its code, like CN.</source>
        <translation>无法识别国家/地区“%2”；请填写名称或代码，例如 CN。</translation>
    </message>
    <message>
        <source>The text is longer than %2 characters; shorten it.</source>
        <translation>文字超过 %2 个字符；请缩短。</translation>
    </message>
    <message>
        <source>There is no record called “%2”; check the name or make it first.</source>
        <translation>没有名为“%2”的记录；请检查名称，或先新建该记录。</translation>
    </message>
    <message>
        <source>%3 records could be meant by “%2”; choose one of them.</source>
        <translation>“%2”可能指 %3 条记录；请从中选择一条。</translation>
    </message>
    <message>
        <source>This would make the record stand above itself; choose another one.</source>
        <translation>这会使记录成为自身的上级；请选择其他记录。</translation>
    </message>
    <message>
        <source>%1 “%2” is in the trash; restore it first.</source>
        <translation>%1“%2”在回收站中；请先恢复。</translation>
    </message>
    <message>
        <source>%3 records belong to %1 “%2”; move or delete them first.</source>
        <translation>有 %3 条记录属于%1“%2”；请先转移或删除它们。</translation>
    </message>
    <message>
        <source>The condition cannot be understood at character %1; expected was %2.</source>
        <translation>条件在第 %1 个字符处无法识别；此处应为%2。</translation>
    </message>
    <message>
        <source>Something stored is damaged at “%1”; check the book with verify and restore a backup if it says so.</source>
        <translation>“%1”处存储的数据已损坏；请用 verify 检查客户簿，并根据提示还原备份。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>没有可重做的操作。</translation>
    </message>
    <message>
        <source>The encoding of “%1” is not known here; save the file as UTF-8 and try again.</source>
        <translation>无法识别“%1”的编码；请将文件另存为 UTF-8 后重试。</translation>
    </message>
    <message>
        <source>The file “%1” is empty; choose another one.</source>
        <translation>文件“%1”为空；请选择其他文件。</translation>
    </message>
    <message>
        <source>The file “%1” has no line with the names of its columns; add one.</source>
        <translation>文件“%1”没有列名行；请添加。</translation>
    </message>
    <message>
        <source>No field was chosen for the column “%1”; choose one or leave the column out.</source>
        <translation>尚未为列“%1”选择字段；请选择字段或忽略该列。</translation>
    </message>
    <message>
        <source>The mapping “%1” cannot be used; correct it.</source>
        <translation>列对应关系“%1”无法使用；请更正。</translation>
    </message>
    <message>
        <source>The cell in line %1, column %2 is larger than any cell may be; check for a quote that is not closed.</source>
        <translation>第 %1 行第 %2 列的单元格过大；请检查是否有未闭合的引号。</translation>
    </message>
    <message>
        <source>The quote in line %1, column %2 is never closed; close it.</source>
        <translation>第 %1 行第 %2 列的引号未闭合；请补全。</translation>
    </message>
    <message>
        <source>The row has %1 cells instead of %2; check it for a missing separator.</source>
        <translation>该行有 %1 个单元格，应为 %2 个；请检查是否缺少分隔符。</translation>
    </message>
    <message>
        <source>The row has %1 cells instead of %2; check it for a separator that should be in quotes.</source>
        <translation>该行有 %1 个单元格，应为 %2 个；请检查是否有应加引号的分隔符。</translation>
    </message>
    <message>
        <source>There is a record with “%2” already; update it or leave the row out.</source>
        <translation>已有包含“%2”的记录；请更新该记录或忽略此行。</translation>
    </message>
    <message>
        <source>“%1” is not a whole backup; take another one.</source>
        <translation>“%1”不是完整的备份；请使用其他备份。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A field&apos;s label, and what is wrong with its value</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A sentence, and the reason that the system gave</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>The list has changed since you picked; pick again.</source>
        <translation>选择之后列表有了变化，请重新选择。</translation>
    </message>
    <message>
        <source>The book has no such way in; see those it has in the settings under Keys, or by kith-cli keys list.</source>
        <translation>客户簿没有这种打开方式；请在设置的“密钥”中，或用 kith-cli keys list 查看已有的方式。</translation>
    </message>
    <message>
        <source>The system keychain has no key for this book; use the passphrase or the recovery code, and add the keychain again in the settings.</source>
        <translation>系统钥匙串中没有此客户簿的密钥；请使用口令或恢复码打开，然后在设置中重新添加钥匙串。</translation>
    </message>
    <message>
        <source>“%1” is in the format of Excel before 2007; open it in a spreadsheet program, save it as .xlsx, and take that file.</source>
        <translation>“%1”是 Excel 2007 之前的格式；请在电子表格程序中打开，另存为 .xlsx，再使用该文件。</translation>
    </message>
    <message>
        <source>“%1” is protected by a password; open it in a spreadsheet program, save it without one, and take that file.</source>
        <translation>“%1”受密码保护；请在电子表格程序中打开，去掉密码后另存，再使用该文件。</translation>
    </message>
    <message>
        <source>The cell holds the spreadsheet&apos;s error “%2”; mend it there or empty the cell.</source>
        <translation>该单元格是电子表格的错误值“%2”；请在原表中改正或清空该单元格。</translation>
    </message>
    <message>
        <source>There is more in “%1” than can safely be read; split the file or save it as CSV.</source>
        <translation>“%1”的内容超出可安全读取的范围；请拆分文件或另存为 CSV。</translation>
    </message>
    <message>
        <source>The workbook “%1” is damaged; open it in a spreadsheet program, save it again, and take that file.</source>
        <translation>工作簿“%1”已损坏；请在电子表格程序中打开并重新保存，再使用该文件。</translation>
    </message>
    <message>
        <source>“%1” has no sheet “%2”; choose one that it has.</source>
        <translation>“%1”中没有工作表“%2”；请选择其中已有的工作表。</translation>
    </message>
    <message>
        <source>%2 of “%3” is longer than the %4 characters that a cell of “%1” can hold; export to CSV, or leave the column out.</source>
        <translation>“%3”的%2超过“%1”中一个单元格可容纳的 %4 个字符；请导出为 CSV，或不导出此列。</translation>
    </message>
    <message>
        <source>A sheet holds at most %2 rows, too few for “%1”; export to CSV, or fewer records.</source>
        <translation>一张工作表最多 %2 行，不够“%1”使用；请导出为 CSV，或减少导出的记录。</translation>
    </message>
    <message>
        <source>%1 cannot be written as vCards, which are for people and companies; export to CSV or .xlsx.</source>
        <translation>%1无法写成 vCard，vCard 只用于个人和公司；请导出为 CSV 或 .xlsx。</translation>
    </message>
    <message>
        <source>Files like “%1” cannot be used here; take CSV, an Excel workbook (.xlsx) or vCards (.vcf).</source>
        <translation>此处无法使用“%1”这类文件；请使用 CSV、Excel 工作簿（.xlsx）或 vCard（.vcf）。</translation>
    </message>
    <message>
        <source>“%1” is not a Kith book, or nothing of one is left in it; choose another file, or restore it from a backup.</source>
        <translation>“%1”不是 Kith 客户簿，或其中的内容已不复存在；请选择其他文件，或从备份还原。</translation>
    </message>
    <message>
        <source>%1 “%2” was merged into another record; open that one.</source>
        <translation>%1“%2”已并入另一条记录；请打开那条记录。</translation>
    </message>
    <message>
        <source>%1: duplicates are looked for among customers, contacts and leads.</source>
        <translation>%1：仅在客户、联系人和线索中查找重复记录。</translation>
    </message>
    <message>
        <source>%1: records of this kind cannot be merged; delete the one that is too much.</source>
        <translation>%1：此类记录不能合并；请删除多余的一条。</translation>
    </message>
    <message>
        <source>There is no field “%2”; the catalog of “%1” has those there are.</source>
        <translation>没有字段“%2”；“%1”的字段目录列出了可用的字段。</translation>
    </message>
    <message>
        <source>“%1” is another file now than when its import began; put the old one back and go on.</source>
        <translation>“%1”已不是导入开始时的那个文件；请放回原来的文件，再继续导入。</translation>
    </message>
</context>
<context>
    <name>Vcard</name>
    <message>
        <source>The birthday “%1” has no year and was left out.</source>
        <translation>生日“%1”没有年份，已略去。</translation>
    </message>
    <message>
        <source>The birthday “%1” is not understood and was left out.</source>
        <translation>无法识别生日“%1”，已略去。</translation>
    </message>
    <message>
        <source>The picture of a card was left out: records hold no pictures yet.</source>
        <translation>名片中的图片已略去：记录目前还不能存放图片。</translation>
    </message>
    <message>
        <source>Something of a card was left out because it is too large.</source>
        <translation>名片中有一项内容过大，已略去。</translation>
    </message>
</context>
<context>
    <name>Verifier</name>
    <message numerus="yes">
        <source>%n computed value(s) were wrong and have been put right.</source>
        <translation>
            <numerusform>%n 个计算值有误，已经改正。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) were sorted wrongly and have been put right.</source>
        <translation>
            <numerusform>%n 个名称的排序有误，已经改正。</numerusform>
        </translation>
    </message>
    <message>
        <source>The search index did not agree with the records and was made anew.</source>
        <translation>搜索索引与记录不一致，已经重建。</translation>
    </message>
    <message>
        <source>The file is damaged; restore the latest backup. The database engine says: %1</source>
        <translation>文件已损坏，请恢复最近的备份。数据库引擎的原文：%1</translation>
    </message>
</context>
<context>
    <name>Workbook</name>
    <message>
        <source>Its part %1 begins with a document type, which no spreadsheet program writes.</source>
        <translation>其部件 %1 以文档类型声明开头，电子表格程序不会这样写。</translation>
    </message>
    <message>
        <source>Its part %1 has an element beyond all measure.</source>
        <translation>其部件 %1 中有大得反常的元素。</translation>
    </message>
    <message>
        <source>The elements of its part %1 stand too deep.</source>
        <translation>其部件 %1 中的元素嵌套过深。</translation>
    </message>
    <message>
        <source>Its part %1 is not well-formed in line %2.</source>
        <translation>其部件 %1 第 %2 行的 XML 不合规范。</translation>
    </message>
    <message>
        <source>It is not a whole archive.</source>
        <translation>它不是完整的压缩包。</translation>
    </message>
    <message>
        <source>It has more than %1 parts.</source>
        <translation>其部件超过 %1 个。</translation>
    </message>
    <message>
        <source>Its list of parts cannot be read.</source>
        <translation>无法读取其部件列表。</translation>
    </message>
    <message>
        <source>It lacks its part %1.</source>
        <translation>缺少部件 %1。</translation>
    </message>
    <message>
        <source>Its part %1 cannot be opened.</source>
        <translation>无法打开其部件 %1。</translation>
    </message>
    <message>
        <source>Its part %1 cannot be unpacked.</source>
        <translation>无法解压其部件 %1。</translation>
    </message>
    <message>
        <source>Its part %1 unpacks to more than %2 GiB.</source>
        <translation>其部件 %1 解压后超过 %2 GiB。</translation>
    </message>
    <message>
        <source>Its part %1 unpacks to more than %2 times its size.</source>
        <translation>其部件 %1 解压后超过原大小的 %2 倍。</translation>
    </message>
    <message>
        <source>A sheet has more than %1 merged cells.</source>
        <translation>有工作表的合并单元格超过 %1 个。</translation>
    </message>
    <message>
        <source>Its cells hold more different texts than fit into memory.</source>
        <translation>其单元格中不同的文本过多，内存无法容纳。</translation>
    </message>
    <message>
        <source>A sheet has more than %1 rows.</source>
        <translation>有工作表超过 %1 行。</translation>
    </message>
    <message>
        <source>It has a cell at “%1”, where none can be.</source>
        <translation>“%1”处不应有单元格，却有一个。</translation>
    </message>
    <message>
        <source>A sheet has more than %1 cells.</source>
        <translation>有工作表超过 %1 个单元格。</translation>
    </message>
    <message>
        <source>A cell refers to a text that is not there.</source>
        <translation>有单元格引用了不存在的文本。</translation>
    </message>
    <message>
        <source>It has no sheets.</source>
        <translation>其中没有工作表。</translation>
    </message>
    <message>
        <source>The cells of row %1 hold more text than fits into memory.</source>
        <translation>第 %1 行单元格中的文本过多，内存无法容纳。</translation>
    </message>
    <message>
        <source>Its sheets are large, and nothing is in the first ones.</source>
        <translation>其工作表很大，而前几个都没有内容。</translation>
    </message>
</context>
<context>
    <name>kith::AddressesEditor</name>
    <message>
        <source>Remove this address</source>
        <translation>删除此地址</translation>
    </message>
</context>
<context>
    <name>kith::Banner</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>kith::BulkBar</name>
    <message>
        <source>Pick none</source>
        <translation>取消选择</translation>
    </message>
</context>
<context>
    <name>kith::CellText</name>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n 分钟前</numerusform>
        </translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>today, %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>yesterday, %1</source>
        <translation>昨天 %1</translation>
    </message>
</context>
<context>
    <name>kith::ChoicePopup</name>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find in this list</source>
        <translation>在此列表中查找</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>选项</translation>
    </message>
</context>
<context>
    <name>kith::Commands</name>
    <message>
        <source>Dark theme</source>
        <translation>深色主题</translation>
    </message>
    <message>
        <source>Export this list</source>
        <translation>导出此列表</translation>
    </message>
    <message>
        <source>Go home</source>
        <translation>转到首页</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>转到%1</translation>
    </message>
    <message>
        <source>Import from a file</source>
        <translation>从文件导入</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>浅色主题</translation>
    </message>
    <message>
        <source>Lock the book</source>
        <translation>锁定客户簿</translation>
    </message>
    <message>
        <source>New %1</source>
        <translation>新建%1</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>打开设置</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>撤销上次更改</translation>
    </message>
    <message>
        <source>Keep this list as a view</source>
        <translation>把这个列表存为视图</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>选择列</translation>
    </message>
    <message>
        <source>Find duplicates</source>
        <translation>查找重复记录</translation>
    </message>
    <message>
        <source>Check data quality</source>
        <translation>检查数据质量</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
</context>
<context>
    <name>kith::DateEditor</name>
    <message>
        <source>2025-03-31, today, +7d</source>
        <translation>2025-03-31、今天、+7d</translation>
    </message>
    <message>
        <source>2025-03-31 14:30, now</source>
        <translation>2025-03-31 14:30、now</translation>
    </message>
    <message>
        <source>Choose from a calendar</source>
        <translation>从日历中选择</translation>
    </message>
</context>
<context>
    <name>kith::DatePopup</name>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
</context>
<context>
    <name>kith::Dialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>kith::DuplicateHints</name>
    <message>
        <source>Records that look like this one</source>
        <translation>与此相似的记录</translation>
    </message>
    <message>
        <source>This is probably there already:</source>
        <translation>很可能已有此记录：</translation>
    </message>
    <message>
        <source>This may be there already:</source>
        <translation>可能已有此记录：</translation>
    </message>
    <message>
        <source>Open it. What you typed here is kept.</source>
        <translation>打开该记录。此处输入的内容会保留。</translation>
    </message>
</context>
<context>
    <name>kith::DuplicateJob</name>
    <message>
        <source>%1 records read</source>
        <translation>已读取 %1 条记录</translation>
    </message>
    <message>
        <source>%1 likely pairs found so far</source>
        <translation>目前发现 %1 对疑似重复</translation>
    </message>
    <message>
        <source>Nearly there</source>
        <translation>即将完成</translation>
    </message>
</context>
<context>
    <name>kith::DuplicatesPage</name>
    <message>
        <source>Compare all again</source>
        <translation>全部重新比较</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重复记录</translation>
    </message>
    <message>
        <source>How far the comparing is</source>
        <translation>比较进度</translation>
    </message>
    <message>
        <source>Groups of likely duplicates</source>
        <translation>疑似重复的分组</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Make one record of them. Everything that belongs to the others moves to the kept one (%1)</source>
        <translation>合并为一条记录。属于其他记录的一切都会移到保留的记录（%1）</translation>
    </message>
    <message>
        <source>Not duplicates</source>
        <translation>不是重复</translation>
    </message>
    <message>
        <source>They are different; they will not be shown together again (%1)</source>
        <translation>它们不是同一对象，以后不再一起列出（%1）</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n 组</numerusform>
        </translation>
    </message>
    <message>
        <source>All %1 are being compared</source>
        <translation>正在比较所有%1</translation>
    </message>
    <message>
        <source>Go on working meanwhile; what is found appears here.</source>
        <translation>您可以继续工作；发现的结果会显示在这里。</translation>
    </message>
    <message>
        <source>No likely duplicates</source>
        <translation>没有疑似重复</translation>
    </message>
    <message>
        <source>No two %1 look like the same. New ones are compared as they come.</source>
        <translation>没有看起来相同的%1。新增的会随时比较。</translation>
    </message>
    <message numerus="yes">
        <source>%n more record(s) are like these; they come when these are merged.</source>
        <translation>
            <numerusform>另有 %n 条记录与这些相似；合并后会接着列出。</numerusform>
        </translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>已合并</translation>
    </message>
    <message>
        <source>Remembered as different</source>
        <translation>已记住不是同一对象</translation>
    </message>
</context>
<context>
    <name>kith::FilterBar</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter by another field</source>
        <translation>按其他字段筛选</translation>
    </message>
    <message>
        <source>For example: amount &gt; 1000 and (stage = won or changed &gt;= -30d)</source>
        <translation>例如：amount &gt; 1000 and (stage = won or changed &gt;= -30d)</translation>
    </message>
    <message>
        <source>Filter in words</source>
        <translation>条件式筛选</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>The last 12 months</source>
        <translation>最近 12 个月</translation>
    </message>
    <message>
        <source>The next 7 days</source>
        <translation>未来 7 天</translation>
    </message>
    <message>
        <source>The next 30 days</source>
        <translation>未来 30 天</translation>
    </message>
    <message>
        <source>Before today</source>
        <translation>今天之前</translation>
    </message>
    <message>
        <source>Longer than 30 days ago</source>
        <translation>30 天以前</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>为空</translation>
    </message>
    <message>
        <source>Not empty</source>
        <translation>不为空</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>为空</translation>
    </message>
    <message>
        <source>not empty</source>
        <translation>不为空</translation>
    </message>
    <message>
        <source>Write a condition</source>
        <translation>输入条件式</translation>
    </message>
    <message>
        <source>Write a filter</source>
        <translation>输入筛选条件式</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>无法识别</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>无法识别</translation>
    </message>
</context>
<context>
    <name>kith::FilterChip</name>
    <message>
        <source>Filter by %1</source>
        <translation>按%1筛选</translation>
    </message>
</context>
<context>
    <name>kith::FilterText</name>
    <message>
        <source>a field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>a comparison such as = or contains</source>
        <translation>比较符，例如 = 或 contains</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>a closing quote</source>
        <translation>右引号</translation>
    </message>
    <message>
        <source>“and”, “or” or the end</source>
        <translation>“and”、“or”或结尾</translation>
    </message>
    <message>
        <source>fewer brackets within each other</source>
        <translation>更少的嵌套括号</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>结尾</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1或%2</translation>
    </message>
</context>
<context>
    <name>kith::FindingsView</name>
    <message>
        <source>Clear the field</source>
        <translation>清空该字段</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>一切正常</translation>
    </message>
    <message>
        <source>No check finds fault with %1.</source>
        <translation>%1的各项检查均未发现问题。</translation>
    </message>
    <message>
        <source>Set %1…</source>
        <translation>设置%1…</translation>
    </message>
    <message>
        <source>Give all of them one value (%1)</source>
        <translation>为它们设置同一个值（%1）</translation>
    </message>
    <message>
        <source>Leave %1 empty</source>
        <translation>清空%1</translation>
    </message>
    <message>
        <source>Read again…</source>
        <translation>重新识别…</translation>
    </message>
    <message>
        <source>Put right…</source>
        <translation>更正…</translation>
    </message>
    <message>
        <source>Find by name…</source>
        <translation>按名称查找…</translation>
    </message>
    <message>
        <source>Look at what would change before it is done (%1)</source>
        <translation>先查看将如何更改（%1）</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>全部 %1 条</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) put right</source>
        <translation>
            <numerusform>已更正 %n 条记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n had changed meanwhile and stay as they are</source>
        <translation>
            <numerusform>%n 条在此期间已被修改，保持原样</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set for %n record(s)</source>
        <translation>
            <numerusform>设置 %n 条记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) moved to the trash</source>
        <translation>
            <numerusform>%n 条记录已移到回收站</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Remove what is not readable</source>
        <translation>移除无法识别的</translation>
    </message>
    <message>
        <source>This check finds no record.</source>
        <translation>此项检查没有发现问题。</translation>
    </message>
</context>
<context>
    <name>kith::FormPage</name>
    <message>
        <source>What you typed last time and did not save is here again.</source>
        <translation>已恢复您上次输入但未保存的内容。</translation>
    </message>
    <message>
        <source>Start afresh</source>
        <translation>重新填写</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>New %1</source>
        <translation>新建%1</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>编辑%1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Leave without saving (%1). What you typed is kept until you come back.</source>
        <translation>不保存并离开（%1）。已输入的内容会保留到您下次返回。</translation>
    </message>
    <message>
        <source>Save (%1)</source>
        <translation>保存（%1）</translation>
    </message>
    <message>
        <source>%1 (required)</source>
        <translation>%1（必填）</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>已创建</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Nothing had changed</source>
        <translation>没有任何更改</translation>
    </message>
</context>
<context>
    <name>kith::GroupDelegate</name>
    <message>
        <source>Nearly certain</source>
        <translation>几乎确定</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>很可能</translation>
    </message>
</context>
<context>
    <name>kith::HelpPage</name>
    <message>
        <source>Search the help</source>
        <translation>搜索帮助</translation>
    </message>
    <message>
        <source>Topics of the help</source>
        <translation>帮助主题</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Nothing in the help says that. Try fewer words.</source>
        <translation>帮助中没有这些内容，请减少几个词再试。</translation>
    </message>
</context>
<context>
    <name>kith::HistoryModel</name>
    <message>
        <source>Came with the book</source>
        <translation>随客户簿创建</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Deleted for good</source>
        <translation>彻底删除</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edited with others</source>
        <translation>批量编辑</translation>
    </message>
    <message>
        <source>Fields changed</source>
        <translation>字段变更</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Made for the demo</source>
        <translation>为演示创建</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Moved to the trash</source>
        <translation>移入回收站</translation>
    </message>
    <message>
        <source>Redone</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Restored from the trash</source>
        <translation>从回收站恢复</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>kith::HistoryView</name>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>by you</source>
        <translation>您</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
</context>
<context>
    <name>kith::HomePage</name>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Done lately</source>
        <translation>最近操作</translation>
    </message>
    <message>
        <source>Undo the last</source>
        <translation>撤销上一步</translation>
    </message>
    <message>
        <source>New %1</source>
        <translation>新建%1</translation>
    </message>
    <message>
        <source>Import from a file</source>
        <translation>从文件导入</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>查看全部</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>暂无</translation>
    </message>
</context>
<context>
    <name>kith::ImportJob</name>
    <message>
        <source>The rows are in. Search and sorting are being built.</source>
        <translation>数据已导入，正在建立搜索和排序索引。</translation>
    </message>
    <message>
        <source>%1 rows read, %2 created, %3 updated, %4 rejected</source>
        <translation>已读取 %1 行，新建 %2 条，更新 %3 条，拒绝 %4 行</translation>
    </message>
    <message>
        <source>The records that are there are being made comparable. That is done once.</source>
        <translation>正在为已有记录建立比对依据，只需一次。</translation>
    </message>
</context>
<context>
    <name>kith::ImportPage</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>What the rows are</source>
        <translation>数据类型</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Separated by</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>Commas</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>Semicolons</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>Tabs</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>竖线</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Year, month, day</source>
        <translation>年、月、日</translation>
    </message>
    <message>
        <source>Day, month, year</source>
        <translation>日、月、年</translation>
    </message>
    <message>
        <source>Month, day, year</source>
        <translation>月、日、年</translation>
    </message>
    <message>
        <source>A record is there already if it has the same</source>
        <translation>以下内容相同即视为已有记录</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>已有记录时</translation>
    </message>
    <message>
        <source>Update it</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Make another</source>
        <translation>另行新建</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>选择其他文件</translation>
    </message>
    <message>
        <source>Try without writing</source>
        <translation>试导入（不写入）</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>导入进度</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>You can go on working. Stopping keeps what is in; it can be undone.</source>
        <translation>您可以继续工作。停止后，已导入的内容会保留，也可撤销。</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n of these rows would be rejected.</source>
        <translation>
            <numerusform>其中 %n 行将被拒绝。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of these rows hold a guess.</source>
        <translation>
            <numerusform>其中 %n 行含有推断内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>These rows can all be taken as they are.</source>
        <translation>这些行均可直接导入。</translation>
    </message>
    <message>
        <source>As they are</source>
        <translation>按原样</translation>
    </message>
    <message>
        <source>Nothing: every row is new</source>
        <translation>不比对：每行均为新记录</translation>
    </message>
    <message>
        <source>Make what is missing: %1</source>
        <translation>自动新建缺少的%1</translation>
    </message>
    <message>
        <source>Trying %1, nothing is written</source>
        <translation>正在试导入 %1，不写入任何内容</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>正在导入 %1</translation>
    </message>
    <message>
        <source>First row</source>
        <translation>首行</translation>
    </message>
    <message>
        <source>Names the columns</source>
        <translation>是列名</translation>
    </message>
    <message>
        <source>Is a record already</source>
        <translation>本身就是一条记录</translation>
    </message>
    <message>
        <source>Make what is missing, for links to</source>
        <translation>自动新建缺少的关联：</translation>
    </message>
    <message>
        <source>No program opens %1 here; it is a CSV file.</source>
        <translation>这台电脑上没有能打开 %1 的程序；它是一个 CSV 文件。</translation>
    </message>
    <message>
        <source>You can go on working.</source>
        <translation>您可以继续工作。</translation>
    </message>
    <message>
        <source>The import is being taken back</source>
        <translation>正在撤销导入</translation>
    </message>
    <message>
        <source>Save the rejected rows</source>
        <translation>保存被拒绝的行</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV 文件 (*.csv)</translation>
    </message>
    <message>
        <source>%1 rejected.csv</source>
        <translation>%1 被拒绝.csv</translation>
    </message>
    <message>
        <source>The import of %1 was cut off</source>
        <translation>%1 的导入被中断</translation>
    </message>
    <message>
        <source>%1 rows had been read; it can go on behind them.</source>
        <translation>已读取 %1 行，可以从其后继续。</translation>
    </message>
    <message>
        <source>Leave it at that</source>
        <translation>就到这里</translation>
    </message>
    <message>
        <source>What is in stays in; it can be undone.</source>
        <translation>已导入的会保留，也可以撤销。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Drop a CSV, Excel or vCard file here</source>
        <translation>将 CSV、Excel 或 vCard 文件拖放到此处</translation>
    </message>
    <message>
        <source>From a spreadsheet, a phone or another program. You see what becomes of it before anything is written, and the whole import can be undone.</source>
        <translation>可来自电子表格、手机或其他程序。写入前可预览结果，整个导入也可撤销。</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Tables and cards (*.csv *.tsv *.txt *.xlsx *.vcf)</source>
        <translation>表格和名片 (*.csv *.tsv *.txt *.xlsx *.vcf)</translation>
    </message>
    <message>
        <source>Looks: name, phone, mail and the like</source>
        <translation>整体相似（名称、电话、邮箱等）</translation>
    </message>
</context>
<context>
    <name>kith::ImportReportView</name>
    <message>
        <source>Taken, but worth a look</source>
        <translation>已导入，但值得看一看</translation>
    </message>
    <message>
        <source>This is what would come of it; nothing was written</source>
        <translation>结果将会如此；尚未写入任何内容</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入完成</translation>
    </message>
    <message>
        <source>The import is taken back</source>
        <translation>导入已撤销</translation>
    </message>
    <message>
        <source>Stopped: this is what would come of the rows so far</source>
        <translation>已停止：到目前为止的行会有这样的结果</translation>
    </message>
    <message>
        <source>Stopped: what was in by then stays in</source>
        <translation>已停止：此前已导入的会保留</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation>%1，用时 %2</translation>
    </message>
    <message>
        <source>rows read</source>
        <translation>已读取的行</translation>
    </message>
    <message>
        <source>created</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>related records made</source>
        <translation>新建的关联记录</translation>
    </message>
    <message>
        <source>Rows with the same %1 as a record update it; where nothing differs, they are skipped.</source>
        <translation>%1与已有记录相同的行会更新该记录；没有差别的会跳过。</translation>
    </message>
    <message>
        <source>Rows with the same %1 as a record are skipped.</source>
        <translation>%1与已有记录相同的行会跳过。</translation>
    </message>
    <message>
        <source>Import for real</source>
        <translation>正式导入</translation>
    </message>
    <message>
        <source>Back to the columns</source>
        <translation>返回列的对应</translation>
    </message>
    <message>
        <source>Look at the records</source>
        <translation>查看记录</translation>
    </message>
    <message>
        <source>Undo the whole import</source>
        <translation>撤销整个导入</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>另选文件</translation>
    </message>
    <message>
        <source>Left as they are: edited or linked since</source>
        <translation>保持不变：之后被编辑或关联过</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>还有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Why rows were rejected</source>
        <translation>被拒绝的原因</translation>
    </message>
    <message>
        <source>The rejected rows, each with its reason, are in %1. Correct them there and import that file.</source>
        <translation>被拒绝的行及各自的原因在 %1 中。请在其中改正，再导入该文件。</translation>
    </message>
    <message>
        <source>The rejected rows can be saved as a file, each with its reason, to be corrected and imported.</source>
        <translation>被拒绝的行可以连同各自的原因存为文件，改正后再导入。</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Import the corrected file</source>
        <translation>导入改正后的文件</translation>
    </message>
    <message>
        <source>Save the rejected rows</source>
        <translation>保存被拒绝的行</translation>
    </message>
    <message>
        <source>%1: %2 is taken for %3</source>
        <translation>%1：把 %2 当作 %3</translation>
    </message>
    <message>
        <source>What was taken for something near it</source>
        <translation>按相近名称匹配的内容</translation>
    </message>
    <message>
        <source>look like others</source>
        <translation>疑似重复</translation>
    </message>
    <message>
        <source>Rows that look like a record update it; where nothing differs, they are skipped.</source>
        <translation>与已有记录相似的行会更新该记录；没有差异时跳过。</translation>
    </message>
    <message>
        <source>Rows that look like a record are skipped.</source>
        <translation>与已有记录相似的行会跳过。</translation>
    </message>
    <message>
        <source>Look at the duplicates</source>
        <translation>查看重复记录</translation>
    </message>
</context>
<context>
    <name>kith::MergeTable</name>
    <message numerus="yes">
        <source>%n more field(s) are the same in all of them.</source>
        <translation>
            <numerusform>另有 %n 个字段在各记录中相同。</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>保留 %1</translation>
    </message>
    <message>
        <source>Open this record</source>
        <translation>打开此记录</translation>
    </message>
</context>
<context>
    <name>kith::MoneyEditor</name>
    <message>
        <source>Currency of %1</source>
        <translation>%1的币种</translation>
    </message>
</context>
<context>
    <name>kith::NavigationPane</name>
    <message>
        <source>Navigation</source>
        <translation>导航</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>销售</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>市场</translation>
    </message>
    <message>
        <source>Our own</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重复记录</translation>
    </message>
    <message>
        <source>Data quality</source>
        <translation>数据质量</translation>
    </message>
</context>
<context>
    <name>kith::NumberEditor</name>
    <message>
        <source>Given when it is saved</source>
        <translation>保存时自动生成</translation>
    </message>
</context>
<context>
    <name>kith::PassphraseDialog</name>
    <message>
        <source>Add a passphrase</source>
        <translation>添加口令</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>更改口令</translation>
    </message>
    <message>
        <source>A sentence of several words is easy to keep in mind and hard to guess. Nobody can bring it back for you: without a passphrase, keychain or recovery code the book stays closed.</source>
        <translation>由多个词组成的句子易记而难猜。口令无人能为您找回：没有口令、系统钥匙串或恢复码，客户簿将无法打开。</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>当前口令</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>再次输入</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>The two passphrases differ. Type the same one twice.</source>
        <translation>两次输入的口令不一致，请重新输入。</translation>
    </message>
</context>
<context>
    <name>kith::Pill</name>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>kith::PointLabel</name>
    <message>
        <source>Work</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>家庭</translation>
    </message>
    <message>
        <source>Main</source>
        <translation>主要</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>传真</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>开票</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>收货</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>kith::PointsEditor</name>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Label of %1</source>
        <translation>%1的标签</translation>
    </message>
    <message>
        <source>Add a phone number</source>
        <translation>添加电话号码</translation>
    </message>
    <message>
        <source>Add a mail address</source>
        <translation>添加邮箱地址</translation>
    </message>
    <message>
        <source>Add a link</source>
        <translation>添加链接</translation>
    </message>
    <message>
        <source>Add an address</source>
        <translation>添加地址</translation>
    </message>
    <message>
        <source>Remove this line</source>
        <translation>删除此行</translation>
    </message>
    <message>
        <source>The first is the one that is shown and dialled.</source>
        <translation>默认显示并拨打第一项。</translation>
    </message>
</context>
<context>
    <name>kith::PreviewTable</name>
    <message>
        <source>left out</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>chosen by you</source>
        <translation>您选择的</translation>
    </message>
    <message>
        <source>as last time</source>
        <translation>与上次相同</translation>
    </message>
    <message>
        <source>certain</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>很可能</translation>
    </message>
    <message>
        <source>a guess: please look</source>
        <translation>推断，请核对</translation>
    </message>
    <message>
        <source>The first rows as they will be</source>
        <translation>前几行导入后的样子</translation>
    </message>
    <message>
        <source>What the column %1 becomes</source>
        <translation>列“%1”对应的字段</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>忽略</translation>
    </message>
</context>
<context>
    <name>kith::ProgressCard</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>kith::QualityPage</name>
    <message>
        <source>Data quality</source>
        <translation>数据质量</translation>
    </message>
    <message>
        <source>Kinds of records</source>
        <translation>记录类型</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查项</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>good</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>%1 of %2 checks find something</source>
        <translation>%2 项检查中有 %1 项发现问题</translation>
    </message>
</context>
<context>
    <name>kith::RecordPage</name>
    <message>
        <source>More that can belong to it</source>
        <translation>更多可归属于此的内容</translation>
    </message>
    <message>
        <source>Parts of this record</source>
        <translation>记录的各部分</translation>
    </message>
    <message>
        <source>Log follow-up</source>
        <translation>记录跟进</translation>
    </message>
    <message>
        <source>Log follow-up (%1)</source>
        <translation>记录跟进（%1）</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edit (%1)</source>
        <translation>编辑（%1）</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>移入回收站</translation>
    </message>
    <message>
        <source>This record is in the trash.</source>
        <translation>此记录在回收站中。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>%1 is in the trash</source>
        <translation>%1已移入回收站</translation>
    </message>
    <message>
        <source>New %1</source>
        <translation>新建%1</translation>
    </message>
    <message>
        <source>No %1 yet</source>
        <translation>暂无%1</translation>
    </message>
    <message>
        <source>What you add here belongs to %1.</source>
        <translation>在此添加的内容归属于%1。</translation>
    </message>
</context>
<context>
    <name>kith::RecordPeek</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>kith::RecordSheet</name>
    <message>
        <source>Hide empty fields</source>
        <translation>隐藏空字段</translation>
    </message>
    <message>
        <source>Show empty fields</source>
        <translation>显示空字段</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>kith::RecordsPage</name>
    <message>
        <source>That is more than %1 records: filter the list first.</source>
        <translation>超过 %1 条记录，请先筛选列表。</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) moved to the trash</source>
        <translation>
            <numerusform>已将 %n 条记录移入回收站</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) restored</source>
        <translation>
            <numerusform>已恢复 %n 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>Owner…</source>
        <translation>负责人…</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) changed</source>
        <translation>
            <numerusform>已更改 %n 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV 文件 (*.csv)</translation>
    </message>
    <message>
        <source>%1 records written to %2.</source>
        <translation>已将 %1 条记录写入 %2。</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>选择列</translation>
    </message>
    <message>
        <source>Write a filter</source>
        <translation>输入筛选条件式</translation>
    </message>
    <message>
        <source>Import from a file</source>
        <translation>从文件导入</translation>
    </message>
    <message>
        <source>New %1</source>
        <translation>新建%1</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>批量修改</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>移入回收站</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>回收站为空</translation>
    </message>
    <message>
        <source>What you delete stays here until you delete it for good.</source>
        <translation>删除的内容会保留在此，直到您将其彻底删除。</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>暂无内容</translation>
    </message>
    <message>
        <source>No record passes this view and these filters.</source>
        <translation>没有符合当前视图和筛选条件的记录。</translation>
    </message>
    <message>
        <source>No %1 yet</source>
        <translation>暂无%1</translation>
    </message>
    <message>
        <source>Enter the first one, or bring in a file you have.</source>
        <translation>录入第一条，或导入已有文件。</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选择 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n record(s) for good?</source>
        <translation>
            <numerusform>永久删除 %n 条记录？</numerusform>
        </translation>
    </message>
    <message>
        <source>They leave the book with their history and everything that belongs only to them. This cannot be undone.</source>
        <translation>它们会连同历史以及只属于它们的一切离开客户簿。此操作无法撤销。</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>Empty the trash?</source>
        <translation>清空回收站？</translation>
    </message>
    <message>
        <source>All deleted %1 leave the book with their history and everything that belongs only to them, also those that the filters hide now. This cannot be undone.</source>
        <translation>所有已删除的%1，包括现在被筛选隐藏的，会连同历史以及只属于它们的一切离开客户簿。此操作无法撤销。</translation>
    </message>
    <message>
        <source>Delete all of it for good</source>
        <translation>全部永久删除</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) deleted for good</source>
        <translation>
            <numerusform>已永久删除 %n 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>Look at it here</source>
        <translation>在此预览</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>编辑%1</translation>
    </message>
    <message>
        <source>Export what is picked</source>
        <translation>导出所选</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Alt with ↑ ↓ moves a column, with ← → makes it narrower or wider.</source>
        <translation>按住 Alt 并按 ↑ ↓ 移动列，按 ← → 调整列宽。</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>默认的列</translation>
    </message>
    <message>
        <source>What is in the trash is not edited; restore it first.</source>
        <translation>回收站中的记录不能编辑，请先恢复。</translation>
    </message>
    <message>
        <source>%1 is not edited here.</source>
        <translation>%1不能在这里编辑。</translation>
    </message>
    <message>
        <source>Nothing had changed</source>
        <translation>没有任何改动</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation>清空回收站</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>All rows are in; they are being indexed. Sorting and search are complete in a moment.</source>
        <translation>所有行都已导入，正在建立索引。稍后排序和搜索就会完整。</translation>
    </message>
    <message>
        <source>An import is filling this list. What is in stands in the order of its file and can be found and opened; it is being indexed, and sorted when all of it is in.</source>
        <translation>正在向此列表导入。已导入的按文件中的顺序排列，可以查找和打开；正在建立索引，全部导入后会排序。</translation>
    </message>
    <message>
        <source>An import is filling this list. What is in can be found and opened; it is being indexed.</source>
        <translation>正在向此列表导入。已导入的可以查找和打开，正在建立索引。</translation>
    </message>
    <message>
        <source>Export this list</source>
        <translation>导出此列表</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>vCards (*.vcf)</source>
        <translation>vCard 名片 (*.vcf)</translation>
    </message>
    <message>
        <source>at least %1</source>
        <comment>rows of a list</comment>
        <translation>至少 %1</translation>
    </message>
</context>
<context>
    <name>kith::RecoveryCodeView</name>
    <message>
        <source>Recovery code %1</source>
        <translation>恢复码 %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save to a file</source>
        <translation>保存到文件</translation>
    </message>
    <message>
        <source>I have kept the recovery code in a safe place</source>
        <translation>我已将恢复码妥善保管</translation>
    </message>
    <message>
        <source>Copied. Paste it where you keep your passwords.</source>
        <translation>已复制。请粘贴到您保管密码的地方。</translation>
    </message>
    <message>
        <source>Save the recovery code</source>
        <translation>保存恢复码</translation>
    </message>
    <message>
        <source>Kith recovery code</source>
        <translation>Kith 恢复码</translation>
    </message>
    <message>
        <source>Saved. Move the file off this computer.</source>
        <translation>已保存。请将该文件移出本机。</translation>
    </message>
    <message>
        <source>It could not be written there. Choose another folder.</source>
        <translation>无法写入该位置，请选择其他文件夹。</translation>
    </message>
</context>
<context>
    <name>kith::RecoveryDialog</name>
    <message>
        <source>Your recovery code</source>
        <translation>您的恢复码</translation>
    </message>
    <message>
        <source>It opens the book when the passphrase is forgotten and the keychain is gone. It is shown this once.</source>
        <translation>忘记口令且系统钥匙串不可用时，可用它打开客户簿。仅显示这一次。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>kith::RelationPicker</name>
    <message>
        <source>Type a name</source>
        <translation>输入名称</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Show the most likely ones</source>
        <translation>显示最可能的选项</translation>
    </message>
</context>
<context>
    <name>kith::RepairDialog</name>
    <message>
        <source>Read phones again</source>
        <translation>重新识别电话</translation>
    </message>
    <message>
        <source>Put emails right</source>
        <translation>更正邮箱</translation>
    </message>
    <message>
        <source>Find %1 by name</source>
        <translation>按名称查找%1</translation>
    </message>
    <message>
        <source>Numbers without a country code are read as those of a country. What was typed is kept beside the number.</source>
        <translation>没有国际区号的号码按所选国家/地区识别，原来输入的内容会保留。</translation>
    </message>
    <message>
        <source>Evident slips are put right. Look through them: what you untick stays as it is.</source>
        <translation>明显的笔误会被更正。请过目：取消勾选的保持原样。</translation>
    </message>
    <message>
        <source>Linked where just one record fits. Look through them: what you untick stays as it is.</source>
        <translation>只有一条记录符合时才关联。请过目：取消勾选的保持原样。</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Each record&apos;s own country, else %1</source>
        <translation>按各记录所在国家/地区，没有则按%1</translation>
    </message>
    <message>
        <source>Country of the numbers</source>
        <translation>号码所属国家/地区</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家/地区</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>更正后</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>将要更改的内容</translation>
    </message>
    <message numerus="yes">
        <source>Looking through %n record(s)…</source>
        <translation>
            <numerusform>正在检查 %n 条记录…</numerusform>
        </translation>
    </message>
    <message>
        <source>None of these can be read as a number of that country.</source>
        <translation>没有可以按该国家/地区识别的号码。</translation>
    </message>
    <message>
        <source>None of these is an evident slip.</source>
        <translation>没有明显的笔误。</translation>
    </message>
    <message>
        <source>For none of these is there just one that fits.</source>
        <translation>没有找到唯一符合的记录。</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) will be put right.</source>
        <translation>
            <numerusform>将更正 %n 条记录。</numerusform>
        </translation>
    </message>
    <message>
        <source>The first %1 are shown.</source>
        <translation>显示前 %1 条。</translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) cannot be told and stay as they are.</source>
        <translation>
            <numerusform>另有 %n 条无法判断，保持原样。</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove what is not readable</source>
        <translation>移除无法识别的</translation>
    </message>
    <message>
        <source>What could not be read goes; all that could stays.</source>
        <translation>无法识别的将被移除，其余保留。</translation>
    </message>
    <message>
        <source>All of these can be read.</source>
        <translation>这些都可以识别。</translation>
    </message>
</context>
<context>
    <name>kith::RotationRow</name>
    <message>
        <source>Renew</source>
        <translation>更换</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The key of the book</source>
        <translation>客户簿的密钥</translation>
    </message>
    <message>
        <source>Renew the key of the book</source>
        <translation>更换客户簿的密钥</translation>
    </message>
    <message>
        <source>Stop renewing the key</source>
        <translation>停止更换密钥</translation>
    </message>
    <message>
        <source>Renew it when somebody may know it: after a computer with the open book, or the key file and a passphrase, were in other hands.</source>
        <translation>如果密钥可能已被他人知道，请更换：例如打开着客户簿的电脑，或密钥文件连同口令，曾落入他人之手。</translation>
    </message>
    <message>
        <source>Put the book under a new key?</source>
        <translation>为客户簿更换密钥？</translation>
    </message>
    <message>
        <source>The whole book (%1) is written anew beside the old one, which then goes. What you save meanwhile waits. Every way in opens the book as before: if somebody may know a passphrase or the recovery code, change or remove that first. Backups made until now keep the keys they were made with.</source>
        <translation>整个客户簿（%1）会在旧文件旁重新写入，随后删除旧文件。期间的保存会等待。每种打开方式仍和以前一样有效：如果有人可能知道口令或恢复码，请先更改或删除。此前的备份仍使用原来的密钥。</translation>
    </message>
    <message>
        <source>Renew the key</source>
        <translation>更换密钥</translation>
    </message>
    <message>
        <source>The book is under a new key. Make a new backup, and delete those that somebody else could open.</source>
        <translation>客户簿已换成新密钥。请重新备份，并删除他人可能打开的旧备份。</translation>
    </message>
    <message>
        <source>The copy is being checked; the book is under the old key until that is done.</source>
        <translation>正在检查副本；检查完成前，客户簿仍使用旧密钥。</translation>
    </message>
    <message>
        <source>%1% copied under the new key. You can go on looking things up.</source>
        <translation>已用新密钥复制 %1%。您可以继续查阅。</translation>
    </message>
</context>
<context>
    <name>kith::SearchPanel</name>
    <message>
        <source>What was found</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Nothing is called that. Try fewer letters.</source>
        <translation>没有匹配的结果，请减少输入的字符。</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>最近打开</translation>
    </message>
</context>
<context>
    <name>kith::SecretLine</name>
    <message>
        <source>Show what is typed</source>
        <translation>显示输入的内容</translation>
    </message>
</context>
<context>
    <name>kith::Session</name>
    <message>
        <source>The system keychain cannot open this book: %1</source>
        <translation>系统钥匙串无法打开此客户簿：%1</translation>
    </message>
</context>
<context>
    <name>kith::SettingsPage</name>
    <message>
        <source>Indigo</source>
        <translation>靛蓝</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>青色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>粉色</translation>
    </message>
    <message>
        <source>Graphite</source>
        <translation>石墨灰</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>System keychain</source>
        <translation>系统钥匙串</translation>
    </message>
    <message>
        <source>Passphrase and system keychain together</source>
        <translation>口令与系统钥匙串并用</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>The ways into this book. Each opens it alone; keep at least two.</source>
        <translation>此客户簿的打开方式。每种均可单独打开；请至少保留两种。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>更改口令</translation>
    </message>
    <message>
        <source>The book itself is not written anew; it is done at once.</source>
        <translation>无需重写客户簿，即刻生效。</translation>
    </message>
    <message>
        <source>Another passphrase</source>
        <translation>另一个口令</translation>
    </message>
    <message>
        <source>For a second person who uses this book on this computer.</source>
        <translation>供在本机使用此客户簿的另一人使用。</translation>
    </message>
    <message>
        <source>To print or keep elsewhere. It is shown once.</source>
        <translation>请打印或另行保管。仅显示一次。</translation>
    </message>
    <message>
        <source>Opens the book without asking. It is then as safe as your login to this computer; on Linux any program of yours can read the keychain.</source>
        <translation>打开客户簿时无需询问。其安全性等同于您的本机登录；在 Linux 上，您运行的任何程序都能读取系统钥匙串。</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>始于 %1</translation>
    </message>
    <message>
        <source>Remove this way in: %1</source>
        <translation>移除此打开方式：%1</translation>
    </message>
    <message>
        <source>Remove this way in?</source>
        <translation>移除此打开方式？</translation>
    </message>
    <message>
        <source>%1 will no longer open the book. That cannot be undone, but another can be added.</source>
        <translation>%1将无法再打开客户簿。此操作无法撤销，但可另行添加。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>The passphrase opens the book from now on.</source>
        <translation>此口令现已可用于打开客户簿。</translation>
    </message>
    <message>
        <source>The passphrase is changed.</source>
        <translation>口令已更改。</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>One encrypted file of everything. It opens with the same keys as the book.</source>
        <translation>将全部内容存入一个加密文件，可用与客户簿相同的密钥打开。</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>The copy is read back and checked before it takes its name.</source>
        <translation>备份文件经回读检查后才正式命名。</translation>
    </message>
    <message>
        <source>Check the book</source>
        <translation>检查客户簿</translation>
    </message>
    <message>
        <source>Reads every page, row and computed value. You can go on working.</source>
        <translation>读取每一页、每一行和每个计算值。您可以继续工作。</translation>
    </message>
    <message>
        <source>Where the book is</source>
        <translation>客户簿位置</translation>
    </message>
    <message>
        <source>Being copied and checked. You can go on working.</source>
        <translation>正在复制并检查。您可以继续工作。</translation>
    </message>
    <message>
        <source>Backed up to %1: %2 records, all checked.</source>
        <translation>已备份到 %1：%2 条记录，全部通过检查。</translation>
    </message>
    <message>
        <source>Being checked. You can go on working.</source>
        <translation>正在检查。您可以继续工作。</translation>
    </message>
    <message>
        <source>All is well: %1 records checked.</source>
        <translation>一切正常：已检查 %1 条记录。</translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation>设置分类</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>How Kith looks on this computer. Your records are the same either way.</source>
        <translation>Kith 在本机上的外观，不影响您的记录。</translation>
    </message>
    <message>
        <source>The system&apos;s</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>For words, dates and numbers.</source>
        <translation>用于文字、日期和数字。</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Accent</source>
        <translation>强调色</translation>
    </message>
    <message>
        <source>The colour of what is chosen and of what one presses first.</source>
        <translation>选中项和主要按钮的颜色。</translation>
    </message>
    <message numerus="yes">
        <source>After %n minute(s)</source>
        <translation>
            <numerusform>%n 分钟后</numerusform>
        </translation>
    </message>
    <message>
        <source>Never by itself</source>
        <translation>从不自动锁定</translation>
    </message>
    <message>
        <source>Lock when idle</source>
        <translation>闲置时锁定</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>The people, pipelines, stages and other lists that your records choose from.</source>
        <translation>供记录选用的员工、销售流程、销售阶段等列表。</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>What each kind of record is made of.</source>
        <translation>各类记录由哪些字段组成。</translation>
    </message>
    <message>
        <source>Kind of record</source>
        <translation>记录类型</translation>
    </message>
    <message>
        <source>A locked book is closed and its keys are gone from memory. Forms keep what you typed. It also locks when the computer sleeps, the screen is locked or another user takes over.</source>
        <translation>锁定后客户簿已关闭，密钥也从内存中清除。表单会保留您输入的内容。电脑睡眠、屏幕锁定或切换到其他用户时也会锁定。</translation>
    </message>
    <message>
        <source>Asking the system keychain. If it wants its own password, it asks in another window.</source>
        <translation>正在询问系统钥匙串。如果它需要自己的密码，会在另一个窗口中询问。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The system keychain opens the book from now on.</source>
        <translation>系统钥匙串现已可用于打开客户簿。</translation>
    </message>
    <message>
        <source>Opens the book on this computer only, with a passphrase. Once no passphrase opens it alone, a stolen copy is of no use even to somebody who knows the passphrase.</source>
        <translation>凭口令打开，且只能在这台电脑上打开。当没有口令能单独打开客户簿时，即使有人知道口令，偷走的副本也毫无用处。</translation>
    </message>
    <message>
        <source>The passphrase opens the book from now on, on this computer only.</source>
        <translation>此口令现已可用于打开客户簿，但仅限这台电脑。</translation>
    </message>
    <message numerus="yes">
        <source>The book has %n fault(s); restore the last good backup, and keep this file until you have.</source>
        <translation>
            <numerusform>客户簿有 %n 处错误；请还原最近一次完好的备份，完成前请保留此文件。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::Shell</name>
    <message>
        <source>Importing %1</source>
        <translation>正在导入 %1</translation>
    </message>
    <message>
        <source>Being indexed: lists and search are complete in a moment</source>
        <translation>正在建立索引：列表和搜索即将完整可用</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) imported</source>
        <translation>
            <numerusform>已导入 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Done again</source>
        <translation>已重做</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) changed since were left as they are.</source>
        <translation>
            <numerusform>此后被更改的 %n 条记录保持不变。</numerusform>
        </translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Saved on this computer, encrypted</source>
        <translation>已加密保存在本机</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Keys and backup</source>
        <translation>密钥与备份</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Open another book</source>
        <translation>打开其他客户簿</translation>
    </message>
    <message numerus="yes">
        <source>Tried: %n row(s) would be taken</source>
        <translation>
            <numerusform>试运行：会导入 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Trying %1</source>
        <translation>正在试运行 %1</translation>
    </message>
    <message>
        <source>Trying an import</source>
        <translation>正在试运行导入</translation>
    </message>
    <message>
        <source>The import of %1 was cut off. It can go on where it was.</source>
        <translation>%1 的导入被中断，可以从中断处继续。</translation>
    </message>
    <message>
        <source>The demo company is nobody&apos;s secret and stays open.</source>
        <translation>演示公司不是任何人的秘密，会保持打开。</translation>
    </message>
    <message>
        <source>You had not kept the recovery code yet. Make another in the settings, under Keys.</source>
        <translation>您还没有保存恢复码。请在设置的“密钥”中重新生成一个。</translation>
    </message>
    <message>
        <source>Looking for duplicates: %1 %</source>
        <translation>正在查找重复记录：%1 %</translation>
    </message>
</context>
<context>
    <name>kith::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Search everything, or type a command</source>
        <translation>搜索全部内容，或输入命令</translation>
    </message>
    <message>
        <source>New record of this kind</source>
        <translation>新建此类记录</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Log a follow-up</source>
        <translation>记录跟进</translation>
    </message>
    <message>
        <source>Save a form</source>
        <translation>保存表单</translation>
    </message>
    <message>
        <source>Leave a form</source>
        <translation>离开表单</translation>
    </message>
    <message>
        <source>Next and previous in a list</source>
        <translation>列表中的下一条和上一条</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Look at a record beside the list</source>
        <translation>在列表旁查看记录</translation>
    </message>
    <message>
        <source>Pick, for doing something to several</source>
        <translation>选择多条以批量操作</translation>
    </message>
    <message>
        <source>Write a filter</source>
        <translation>输入筛选条件式</translation>
    </message>
    <message>
        <source>Go to customers</source>
        <translation>转到客户</translation>
    </message>
    <message>
        <source>Go to opportunities</source>
        <translation>转到商机</translation>
    </message>
    <message>
        <source>Go home</source>
        <translation>转到首页</translation>
    </message>
    <message>
        <source>Back and forward</source>
        <translation>后退和前进</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation>本快捷键表</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Pick all of a list</source>
        <translation>选择列表中的全部</translation>
    </message>
    <message>
        <source>Edit in the list, in the cell the arrows reached</source>
        <translation>在列表中编辑方向键所到的单元格</translation>
    </message>
    <message>
        <source>What can be done with a row</source>
        <translation>对一行可做的操作</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单键</translation>
    </message>
    <message>
        <source>Move to the trash; in the trash, delete for good</source>
        <translation>移到回收站；在回收站中则永久删除</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
</context>
<context>
    <name>kith::TagsEditor</name>
    <message>
        <source>Add a tag</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation>标签“%1”</translation>
    </message>
</context>
<context>
    <name>kith::Toast</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>kith::TopBar</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Search everything, or type a command    Ctrl+K</source>
        <translation>搜索全部内容，或输入命令    Ctrl+K</translation>
    </message>
    <message>
        <source>Search everything, or type a command</source>
        <translation>搜索全部内容，或输入命令</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>New record</source>
        <translation>新建记录</translation>
    </message>
    <message>
        <source>Lock (Ctrl+L)</source>
        <translation>锁定（Ctrl+L）</translation>
    </message>
    <message>
        <source>Help (F1)</source>
        <translation>帮助（F1）</translation>
    </message>
</context>
<context>
    <name>kith::UnlockPage</name>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Type the recovery code that you kept when the book was made. Case and hyphens do not matter.</source>
        <translation>请输入创建客户簿时保存的恢复码。不区分大小写，可省略连字符。</translation>
    </message>
    <message>
        <source>Locked: nothing of it can be read until you open it.</source>
        <translation>已锁定：打开之前无法读取其中任何内容。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open with the system keychain</source>
        <translation>使用系统钥匙串打开</translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation>使用口令</translation>
    </message>
    <message>
        <source>Use the recovery code</source>
        <translation>使用恢复码</translation>
    </message>
    <message>
        <source>Another book</source>
        <translation>其他客户簿</translation>
    </message>
    <message>
        <source>Opening the book</source>
        <translation>正在打开客户簿</translation>
    </message>
    <message>
        <source>Asking the system keychain. If it wants its own password, it asks in another window.</source>
        <translation>正在询问系统钥匙串。如果它需要自己的密码，会在另一个窗口中询问。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Still opening. After an update of Kith the search index of a large book is made anew, which can take some minutes.</source>
        <translation>仍在打开。知客更新后，大客户簿的搜索索引会重新建立，可能需要几分钟。</translation>
    </message>
</context>
<context>
    <name>kith::ValueDialog</name>
    <message>
        <source>All of them get this value.</source>
        <translation>这些记录都会设置为此值。</translation>
    </message>
</context>
<context>
    <name>kith::ValueText</name>
    <message>
        <source>“%1” is not understood as a phone number and is kept as it is.</source>
        <translation>“%1”无法识别为电话号码，按原样保留。</translation>
    </message>
    <message>
        <source>“%1” is not understood as a mail address and is kept as it is.</source>
        <translation>“%1”无法识别为邮箱地址，按原样保留。</translation>
    </message>
    <message>
        <source>“%1” is not understood as a link and is kept as it is.</source>
        <translation>“%1”无法识别为链接，按原样保留。</translation>
    </message>
    <message>
        <source>A list holds at most %1 entries.</source>
        <translation>列表最多容纳 %1 项。</translation>
    </message>
    <message>
        <source>The time of day in “%1” is left out.</source>
        <translation>已忽略“%1”中的时刻。</translation>
    </message>
    <message>
        <source>“%1” is not understood as a country and is kept as it is.</source>
        <translation>“%1”无法识别为国家/地区，按原样保留。</translation>
    </message>
    <message>
        <source>“%1” is taken for the country %2.</source>
        <translation>“%1”识别为国家/地区“%2”。</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>kith::ViewTabs</name>
    <message>
        <source>Keep this list as a view</source>
        <translation>把这个列表存为视图</translation>
    </message>
    <message>
        <source>Rename or delete this view</source>
        <translation>重命名或删除此视图</translation>
    </message>
    <message>
        <source>Keep the changes</source>
        <translation>保存更改</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Delete this view</source>
        <translation>删除此视图</translation>
    </message>
    <message>
        <source>Its filter, its order and its columns become a tab of their own.</source>
        <translation>它的筛选、排序和列会成为一个单独的标签页。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>It takes the place of the view that is called so.</source>
        <translation>会取代同名的视图。</translation>
    </message>
    <message>
        <source>The view “%1” shows this list now</source>
        <translation>视图“%1”现在显示此列表</translation>
    </message>
    <message>
        <source>The view “%1” is kept</source>
        <translation>视图“%1”已保存</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>重命名视图</translation>
    </message>
    <message>
        <source>The view is called “%1” now</source>
        <translation>视图现在名为“%1”</translation>
    </message>
    <message>
        <source>The view “%1” is deleted</source>
        <translation>视图“%1”已删除</translation>
    </message>
</context>
<context>
    <name>kith::WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Know your customers</source>
        <translation>懂您的客户</translation>
    </message>
    <message>
        <source>Kith keeps everything about your customers on this computer, in one encrypted file that is yours. How would you like to begin?</source>
        <translation>Kith 将客户的全部资料保存在本机上一个完全属于您的加密文件中。您想如何开始？</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Begin with an empty book</source>
        <translation>从空白客户簿开始</translation>
    </message>
    <message>
        <source>Enter your customers yourself</source>
        <translation>自行录入客户</translation>
    </message>
    <message>
        <source>Look around in the demo company</source>
        <translation>体验演示公司</translation>
    </message>
    <message>
        <source>A made-up company to try everything on</source>
        <translation>用虚构的公司试用全部功能</translation>
    </message>
    <message>
        <source>Open a book I have</source>
        <translation>打开已有的客户簿</translation>
    </message>
    <message>
        <source>Your book</source>
        <translation>您的客户簿</translation>
    </message>
    <message>
        <source>The passphrase opens it. Several words are best: easy to remember, hard to guess.</source>
        <translation>口令用于打开客户簿。最好由多个词组成：易记而难猜。</translation>
    </message>
    <message>
        <source>Name of your company</source>
        <translation>公司名称</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>再次输入</translation>
    </message>
    <message>
        <source>Currency for amounts that come without one</source>
        <translation>未注明币种的金额所用币种</translation>
    </message>
    <message>
        <source>Open without asking on this computer (system keychain)</source>
        <translation>在本机上打开时无需询问（系统钥匙串）</translation>
    </message>
    <message>
        <source>Make the book</source>
        <translation>创建客户簿</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Give the book a name.</source>
        <translation>请为客户簿命名。</translation>
    </message>
    <message>
        <source>The two passphrases differ. Type the same one twice.</source>
        <translation>两次输入的口令不一致，请重新输入。</translation>
    </message>
    <message>
        <source>Making the book</source>
        <translation>正在创建客户簿</translation>
    </message>
    <message>
        <source>Keep the recovery code</source>
        <translation>保管恢复码</translation>
    </message>
    <message>
        <source>It opens the book when the passphrase is forgotten and the keychain is gone. It is shown this once, and nobody else has it.</source>
        <translation>忘记口令且系统钥匙串不可用时，可用它打开客户簿。仅显示这一次，且无他人持有。</translation>
    </message>
    <message>
        <source>Open my book</source>
        <translation>打开我的客户簿</translation>
    </message>
    <message>
        <source>Open a book</source>
        <translation>打开客户簿</translation>
    </message>
    <message>
        <source>Kith books (*.kith)</source>
        <translation>Kith 客户簿 (*.kith)</translation>
    </message>
    <message>
        <source>Then the system keychain is asked. If it wants its own password, it asks in another window.</source>
        <translation>随后会询问系统钥匙串。如果它需要自己的密码，会在另一个窗口中询问。</translation>
    </message>
    <message>
        <source>Go on without it</source>
        <translation>不使用钥匙串，继续</translation>
    </message>
    <message>
        <source>CSV, Excel or vCards, from a spreadsheet, a phone or another program</source>
        <translation>来自电子表格、手机或其他程序的 CSV、Excel 或 vCard 文件</translation>
    </message>
</context>
</TS>
