"""What commands on records say, in both languages: keeping, finding, agreeing, erasing, telling."""

from __future__ import annotations

from collections.abc import Mapping

OF_RECORDS: Mapping[str, tuple[str, str]] = {
    "alike_written": ("written the same", "写法相同"),
    "alike_spelled": ("spelled the same in letters", "字母拼写相同"),
    "alike_sounds": ("read the same, other characters", "读音相同，用字不同"),
    "no_pairs": ("Nobody has a name like somebody else's.", "没有姓名相近的人。"),
    "pairs_closed": ("Names are compared only while the identities are open.", "只有身份资料打开时才比较姓名。"),
    "same_decided": ("Decided.", "已记下决定。"),
    "due_review": ("look at it again", "需要复查"),
    "due_task": ("to do", "待办"),
    "due_risk": ("look at the risks again", "重新评估风险"),
    "due_opening": ("interview without its opening", "访谈尚缺开场步骤"),
    "nothing_due": ("Nothing is due.", "没有到期事项。"),
    "exported": (
        "{count} files written. They are not encrypted: keep them safe.",
        "已写出 {count} 个文件，均未加密，请妥善保管。",
    ),
    "export_stays": ("Not written, {kind}: {count}. {reason}.", "未写出的{kind}：{count}。{reason}。"),
    "left_out": (
        "Sealed records left out: {count}, for the identities are closed. To write them too, give their "
        "passphrase with --identity-passphrase-file, and another folder.",
        "有 {count} 条封存的记录未写出：身份资料已关闭。如要一并写出，请用 --identity-passphrase-file "
        "给出它的口令，并另选一个文件夹。",
    ),
    "nothing_found": ("Nothing found.", "没有找到。"),
    "deleted": ("deleted", "已删除"),
    "erased": ("erased", "已抹除"),
    "conflict": ("Open conflict: {field}", "有冲突待定：{field}"),
    "rival": ("    {author}, {at}: {value}", "    {author}，{at}：{value}"),
    "sealed": ("Sealed: it can be read when the identities are open.", "已封存：打开身份资料后才能阅读。"),
    "not_here": ("a later wording is not here", "后来的文字不在这里"),
    "struck": ("struck", "已删去"),
    "newer": (
        "Of a newer program, or written by another; kept and passed on as it is:",
        "来自较新版本的程序，或由别的程序写入；原样保留，原样传递：",
    ),
    "doubt_record": ("Record {number}:", "第 {number} 条："),
    "doubt_field": (
        "{kind} has no field “{field}”; it is kept as it is, as of a newer program.",
        "“{kind}”没有栏目“{field}”；将原样保留，视为来自较新版本的程序。",
    ),
    "doubt_code": (
        "“{code}” is none of the codes for {field}; it is kept as it is.",
        "“{code}”不在 {field} 的代码之中；将原样保留。",
    ),
    "doubt_group": (
        "“{code}” is a group of codes for {field}; one of its members is wanted. It is kept as it is.",
        "“{code}”是 {field} 的一组代码，应填其中之一；将原样保留。",
    ),
    "doubt_instead": ("Is “{instead}” meant?", "是否指“{instead}”？"),
    "more_doubts": ("… and {count} more like these.", "……同类情况还有 {count} 处。"),
    "lacks": ("Still lacks: {field}", "尚缺：{field}"),
    "ours": ("ours", "本库"),
    "history_created": ("created", "建立"),
    "history_changed": ("changed", "修改"),
    "history_merged": ("merged", "合并"),
    "history_deleted": ("deleted", "删除"),
    "history_restored": ("brought back", "恢复"),
    "history_erased": ("erased", "抹除"),
    "add_accept": (
        "This is a preview; nothing was done. Add --accept to do it.",
        "以上为预览，什么都还没做。加上 --accept 才会执行。",
    ),
    "goes": ("Goes for good: {what}", "将永久抹除：{what}"),
    "file_goes": ("The file goes with it.", "文件一并抹除。"),
    "stays_wording": ("Stays, and has the same words: {what}", "留下，但含有同样的文字：{what}"),
    "approval_waits": ("{code} waits for a second person's approval: {who}", "{code} 尚待第二人核准：{who}"),
    "approval_allows": ("It would allow: {use}", "核准后可以：{use}"),
    "approval_lacks": ("It cannot be approved before this is written: {field}", "须先写明这一项才能核准：{field}"),
    "approval_none": ("Nothing waits for your approval.", "没有待您核准的同意书。"),
    "approval_given": (
        "Approved. It is signed, and goes back with your next hand-over of the case.",
        "已核准。已签署，将随该案件的下一次移交送回。",
    ),
    "approval_declined": (
        "Not approved. It is signed, and goes back with your next hand-over of the case.",
        "未予核准。已签署，将随该案件的下一次移交送回。",
    ),
    "held_by_contact": (
        "{to} has it, from the package of {day}{purpose}; it cannot be called back.",
        "{to} 已有：{day}的包{purpose}；无法收回。",
    ),
    "held_by_passphrase": (
        "Whoever has the passphrase of the package of {day}{purpose} has it; it cannot be called back.",
        "持有{day}的包{purpose}之口令的人已有；无法收回。",
    ),
    "held_by_tables": (
        "Whoever got at the tables written out on {day}{purpose} has it; find and delete them.",
        "拿到{day}写出的数据表{purpose}的人已有；请找出并删除。",
    ),
    "held_by_file": (
        "Whoever got at the copy of a file given out on {day}{purpose} has it; find and delete it.",
        "拿到{day}交出的文件副本{purpose}的人已有；请找出并删除。",
    ),
    "held_by_submission": (
        "Whoever got the form written out on {day}{purpose} has it; it cannot be called back.",
        "收到{day}写出的表格{purpose}的人已有；无法收回。",
    ),
    "held_for": (" (“{purpose}”)", "（“{purpose}”）"),
    "words_moved": (
        "The account was changed since; these words still stand in it: “{words}”",
        "证词后来改过；其中仍有这些话：“{words}”",
    ),
    "words_earlier": (
        "Quoted from an earlier wording; the account says otherwise today: “{words}”",
        "引自较早的文字；证词现在另有说法：“{words}”",
    ),
    "words_gone": (
        "No wording of the account that is here has these words: “{words}”",
        "这里保存的证词文字中没有这些话：“{words}”",
    ),
    "quoted_by": (
        "Quotes these words and is not erased with them: {what}",
        "引用了这些文字，不会随之抹除：{what}",
    ),
    "erase_waits": (
        "Part of it lies with the identities, which are closed: it goes when they are next open "
        "(--identity-passphrase-file).",
        "其中一部分在已关闭的身份资料内：下次打开时（--identity-passphrase-file）才会抹除。",
    ),
    "erase_begun": ("Erased, but for what waits.", "已抹除，尚待处理的部分除外。"),
    "erase_done": ("Erased; nothing of it is left in the vault.", "已抹除，保险库中不再留有任何痕迹。"),
    "form_ready": ("Nothing is missing that the form must have.", "表格所需的必填内容已齐全。"),
    "form_left_out": ("Left out: {code} ({reason})", "未列入：{code}（{reason}）"),
    "form_written": (
        "Written, not encrypted. Whoever holds the file can read it; delete it once it was sent.",
        "已写出，未加密。持有该文件者都能阅读；发出后请删除。",
    ),
    "table_beside_earlier": (
        "This table left for others on {day} too. Counts that are higher or lower by only one or two since: {count}. "
        "Whoever has both tables may be able to tell who came in or was taken out. It is safer to wait until more has "
        "changed.",
        "这张表已于 {day} 提供给他人。自那时以来仅增减一或二的数目：{count} 个。"
        "同时持有两张表的人，或许能看出是谁被加入或移出。等变动更多之后再提供更为稳妥。",
    ),
    "not_counted": (
        "Acts left out, since whoever was harmed did not agree to be counted: {count}",
        "因受害人未同意统计而未计入的侵害行为：{count}",
    ),
    "nothing_to_count": ("There is nothing to count yet.", "目前没有可统计的内容。"),
    "withdrawal_of": ("Consent taken back by: {who}", "撤回同意的人：{who}"),
    "use_stops": ("Stops: {use}", "停止：{use}"),
    "use_goes_on": ("Goes on: {use}", "继续：{use}"),
    "nothing_stops": (
        "Nothing stops that was allowed: they said no before, or were never asked.",
        "没有什么要停止：此人此前已表示不同意，或从未被询问。",
    ),
    "nothing_sent": ("Nothing about them went out from this vault.", "本保险库从未发出过与此人有关的内容。"),
    "tell_them": (
        "Tell those who have it. The next hand-over to our own team carries the withdrawal.",
        "请告知已持有者。下次移交给本团队时，会一并告知撤回。",
    ),
    "withdrawal_recorded": (
        "The withdrawal is recorded; from now on what stops stays in the vault.",
        "撤回已记录；从现在起，停止的内容不会离开保险库。",
    ),
    "rows": ("{rows} rows: {new} new, {known} here already.", "{rows} 行：新的 {new} 行，已有 {known} 行。"),
    "makes": ("Makes {count} {what}", "将建立 {what}：{count}"),
    "read_as": ("Read as {encoding}.", "按 {encoding} 读取。"),
    "guessed_as": (
        "Read as {encoding}, which is a guess: check that this reads right: {beginning}",
        "按 {encoding} 读取，这是猜测：请核对这样读是否正确：{beginning}",
    ),
    "trouble": ("{place}: {reason} {text}", "{place}：{reason} {text}"),
    "trouble_row": ("Row {row}", "第 {row} 行"),
    "trouble_column": ("Row {row}, {column}", "第 {row} 行，{column}"),
    "trouble_place": ("Row {row}, column {column}", "第 {row} 行第 {column} 列"),
    "more_troubles": ("… and {count} more like these: {reason}", "……同类问题还有 {count} 个：{reason}"),
    "column_becomes": ("Column {column}: {target}", "列 {column}：{target}"),
    "target_name": ("name, aliases in brackets apart", "姓名（括号内的别名分开）"),
    "target_sex": ("sex", "性别"),
    "target_birth": ("date of birth", "出生日期"),
    "target_death": ("date of death", "去世日期"),
    "target_source": ("source", "来源"),
    "target_note": ("note, word for word", "备注，照抄原文"),
    "target_record": ("field, as exported", "栏目，照导出原样"),
    "imported": (
        "Rows brought in: {rows}; records made of them: {count}.",
        "已导入 {rows} 行；由此建立记录 {count} 条。",
    ),
    "nothing_hidden": ("Nothing hidden was found.", "没有发现隐藏信息。"),
    "file_cleaned": (
        "  The file of {title} goes without what is hidden in it.",
        "  “{title}”的文件去除隐藏信息后发出。",
    ),
    "file_plain": ("  The file of {title} goes: it is text.", "  “{title}”的文件发出：它是纯文本。"),
    "file_kept": (
        "  The file of {title} goes as it is, with what is hidden in it.",
        "  “{title}”的文件连同其中隐藏的信息原样发出。",
    ),
    "file_stays": (
        "  The file of {title} stays: {reason} (--keep-hidden to send it all the same).",
        "  “{title}”的文件留下：{reason}（如仍要发出，请用 --keep-hidden）。",
    ),
    "demo_kept": ("What was made is in {folder}.", "所建内容在 {folder}。"),
    "written": ("Written: {file}", "已写出：{file}"),
}
