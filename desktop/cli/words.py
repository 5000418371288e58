"""What the commands say, in both languages; sentences of errors stand with the messages."""

from __future__ import annotations

from collections.abc import Mapping

LANGUAGES = ("en", "zh_Hans")

_WORDS: Mapping[str, tuple[str, str]] = {
    "passphrase": ("Passphrase", "口令"),
    "new_passphrase": ("New passphrase, twice", "新口令（输入两次）"),
    "interrupted": ("Stopped. Nothing half done was kept.", "已停止，没有留下做了一半的东西。"),
    "created": ("Vault created.", "保险库已建立。"),
    "recovery": (
        "Recovery key. Write it down on paper now and keep it apart from this machine; it is shown this once:",
        "恢复密钥。请现在抄在纸上，与本机分开保管；它只显示这一次：",
    ),
    "recovery_shares": (
        "Recovery key in {count} shares; any {needed} of them open the vault. Write each on a paper of its own, and "
        "give them to different people or places, away from this machine; they are shown this once:",
        "恢复密钥分为 {count} 份，凭其中任意 {needed} 份可打开保险库。请把每一份抄在单独的纸上，"
        "分别交给不同的人或放在不同的地方，远离本机；它们只显示这一次：",
    ),
    "share": ("Share {number} of {count}", "第 {number} 份，共 {count} 份"),
    "recovery_set_next": (
        "It opens nothing yet. Give it back from paper with `jiashu recovery set VAULT`; until then the key before it "
        "opens.",
        "它还打不开任何东西。请用 jiashu recovery set VAULT 照纸上内容交回；在那之前，原来的密钥仍有效。",
    ),
    "recovery_set": (
        "It is in place. The recovery key before it opens this vault no more; copies of the folder made before still "
        "open with it.",
        "已经生效。原来的恢复密钥不再能打开此保险库；此前复制的文件夹仍能用它打开。",
    ),
    "recovery_rejoined": (
        "The recovery key of the vault opens the identities too.",
        "保险库的恢复密钥也能打开身份资料了。",
    ),
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
    "opens_vault": ("It opens the vault.", "它能打开保险库。"),
    "opens_identities": ("It opens the identities.", "它能打开身份资料。"),
    "recovery_set_up": ("Recovery set up {at} (UTC).", "恢复密钥设置于 {at}（UTC）。"),
    "recovery_not_set_up": (
        "Recovery is not set up: nobody was asked to give the recovery key back.",
        "恢复密钥尚未设置好：还没有请人交回核对过。",
    ),
    "recovery_in_shares": (
        "It is in {count} shares, of which {needed} are needed.",
        "它分为 {count} 份，需要其中 {needed} 份。",
    ),
    "rehearsed": ("Recovery rehearsed {at} (UTC).", "恢复演练完成于 {at}（UTC）。"),
    "not_rehearsed": ("Recovery was not rehearsed with this key.", "尚未用此密钥做过恢复演练。"),
    "identities_own_key": (
        "The identities have a recovery key of their own.",
        "身份资料有自己的恢复密钥。",
    ),
    "limit_1": (
        "Whoever forces the passphrase from you has everything.",
        "谁逼您说出口令，谁就得到一切。",
    ),
    "limit_2": (
        "A copied disk keeps what it had, even if you change the passphrase later.",
        "磁盘一旦被复制，里面的东西就留在那里，事后改口令也没有用。",
    ),
    "limit_3": (
        "Cloud input methods and cameras see what you type.",
        "云输入法和摄像头看得见您打的字。",
    ),
    "limit_4": (
        "Printing goes through the system's print queue, which may keep what was printed.",
        "打印要经过系统的打印队列，那里可能留下打印过的内容。",
    ),
    "limit_5": ("A contact can pass on what you sent.", "收到的人可以把您发的东西转给别人。"),
    "identities_with_vault": (
        "The identities open with the vault from now on; their passphrase is needed no more.",
        "从现在起，身份信息随保险库一起打开，不再需要它自己的口令。",
    ),
    "passphrase_changed": ("Passphrase changed.", "口令已更改。"),
    "key_file_made": (
        "Key file made. From now on the vault needs it beside the passphrase: keep a second copy of it, neither "
        "of them with the vault. The recovery key opens the vault without it.",
        "密钥文件已生成。从现在起，打开保险库除了口令还需要它：请另存一份，两份都不要与保险库放在一起。恢复密钥不需要它也能打开保险库。",
    ),
    "key_file_taken_away": (
        "The vault opens by its passphrase alone from now on. Copies of the vault made before still need the key file.",
        "从现在起只用口令就能打开保险库。以前复制的保险库仍然需要密钥文件。",
    ),
    "somebody_knows": (
        "If somebody may know the old one, renew the keys too (`jiashu renew-keys`): else a copy of the vault that "
        "they made lets them open this vault as well.",
        "如果可能有人知道旧口令，请同时更新密钥（jiashu renew-keys）：否则他们凭旧口令和早先复制的保险库，"
        "也能打开现在的保险库。",
    ),
    "keys_meaning": (
        "The vault gets new keys, and everything in it is sealed to them: {count} files of evidence ({size} MB). "
        "Passphrases and the recovery key stay. Whoever kept the old keys opens what they copied, nothing of today.",
        "保险库将换用新密钥，其中所有内容都重新加密：证据文件 {count} 个（{size} MB）。口令和恢复密钥不变。"
        "留有旧密钥的人只能打开他们当时复制的内容，打不开现在的。",
    ),
    "keys_room": ("Free room it needs meanwhile: {size} MB.", "期间需要的空闲空间：{size} MB。"),
    "keys_closed": (
        "The identities are closed: they get new keys when they are next opened.",
        "身份资料已关闭：下次打开时才会换上新密钥。",
    ),
    "keys_traces": (
        "Traces of the old files may stay on the disk until it is written over.",
        "旧文件的痕迹可能留在磁盘上，直到被新内容覆盖。",
    ),
    "keys_set_aside": (
        "Files set aside before stay sealed to the keys they had: {count}.",
        "先前搁置的文件仍用原来的密钥加密：{count} 个。",
    ),
    "keys_going_on": ("Keys are being renewed…", "正在更新密钥……"),
    "keys_renewed": (
        "The keys are renewed. Give your contact card to those who send you packages once more: it has new keys too.",
        "密钥已更新。请把您的联系人名片再给一次寄文件包给您的人：其中的密钥也换了。",
    ),
    "keys_wait": (
        "The rest waits until the identities are open: give --identity-passphrase-file.",
        "其余部分要等身份资料打开后才能进行：请给出 --identity-passphrase-file。",
    ),
    "keys_damaged": (
        "Files that are damaged keep the old keys, so that nothing more of them is lost: {count}. See `jiashu verify`.",
        "已损坏的文件仍保留旧密钥，以免损失更多：{count} 个。见 jiashu verify。",
    ),
    "keys_once_more": ("Give the same command once more to end it.", "再执行一次同样的命令即可完成。"),
    "backed_up": (
        "Backed up and read back: {records} records, {files} evidence files, {changes} changes.",
        "已备份并读回核对：记录 {records} 条，证据文件 {files} 个，更改 {changes} 处。",
    ),
    "backup_evidence": (
        "Evidence files copied this time: {copied}; taken out, since they were erased: {removed}.",
        "本次复制的证据文件：{copied}；因已抹除而去掉：{removed}。",
    ),
    "backup_lacking": (
        "Evidence files that the vault itself has not whole, and no backup here: {count}. Run `verify`.",
        "保险库自身不完整、此处备份也没有的证据文件：{count}。请运行 verify。",
    ),
    "backup_split": (
        "Files cut into parts, for this disk takes no large ones: {count}. Restoring joins them.",
        "因磁盘存不下大文件而切开的文件：{count}。恢复时会自动合并。",
    ),
    "backup_beside": (
        "It lies on the same disk as the vault: when that breaks or is taken, both are gone. Make one elsewhere, too.",
        "它与保险库在同一个磁盘上：磁盘坏了或被拿走，两者就都没了。请在别处再备份一份。",
    ),
    "backup_keys": (
        "It opens with the passphrase and the recovery key of today, also after you change them. Older backups keep "
        "what is erased from now on.",
        "它用今天的口令和恢复密钥打开，即使您以后更改。从现在起抹除的内容，旧备份里仍会有。",
    ),
    "log_hash": ("Log: {digest}", "日志：{digest}"),
    "restored": (
        "Restored: {records} records, {files} evidence files, {changes} changes. The backup was only read.",
        "已恢复：记录 {records} 条，证据文件 {files} 个，更改 {changes} 处。备份只被读取。",
    ),
    "mended": (
        "Put back from the backup: {names}. The vault opens by the passphrase and the recovery key of that day.",
        "已从备份放回：{names}。保险库用备份当天的口令和恢复密钥打开。",
    ),
    "nothing_to_mend": (
        "All files that hold the keys are there and can be read; nothing was changed.",
        "存放密钥的文件都在，也能读取；没有任何更改。",
    ),
    "restore_lost": ("Files that could not be read: {count}.", "无法读取的文件：{count}。"),
    "restore_differing": (
        "Files that are not as they were when the backup was made: {count}.",
        "与备份时不一样的文件：{count}。",
    ),
    "restore_unchecked": (
        "Not checked, since the identities have a passphrase of their own: {count}.",
        "因身份资料另有口令而未检查：{count}。",
    ),
    "drilled": (
        "The drill succeeded: {records} records, {files} evidence files, {changes} changes were restored by the "
        "recovery key, checked, and taken away again.",
        "演练成功：已用恢复密钥恢复并检查记录 {records} 条、证据文件 {files} 个、更改 {changes} 处，随后已全部删除。",
    ),
    "drill_later": (
        "Changes made in the vault since that backup: {count}.",
        "那次备份之后保险库中的更改：{count} 处。",
    ),
    "drill_earlier_key": (
        "This was an earlier recovery key, and a backup from its days: it does not count as a rehearsal of the one of "
        "today. Make a backup now, and rehearse with that.",
        "这是较早的恢复密钥和当时的备份：不算对今天的恢复密钥的演练。请现在做一次备份，再用它演练。",
    ),
    "sound": ("Everything is in order.", "一切完好。"),
    "identities_unchecked": (
        "The identities were closed, and so not checked: give --identity-passphrase-file to check them too.",
        "身份信息没有打开，因此没有检查：要一并检查，请加上 --identity-passphrase-file。",
    ),
    "checked": ("{count} {what} checked", "已检查 {what}：{count}"),
    "more_notices": ("… and {count} more; `verify` lists them all.", "……另有 {count} 项；verify 会全部列出。"),
    "sound_noticed": (
        "What is here is in order; what was noticed is listed above.",
        "现有内容完好；注意到的情况列在上面。",
    ),
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
    "rescued": (
        "The new vault is made: {count} records whole, {files} evidence files. The damaged one was only read.",
        "新保险库已建立：完整记录 {count} 条，证据文件 {files} 个。受损的保险库只被读取，没有改动。",
    ),
    "rescued_from": ("From {source}: {count} changes", "取自 {source}：{count} 次改动"),
    "rescue_pages": (
        "{file}: {broken} of {pages} pages cannot be read, {older} were read as they were before.",
        "{file}：{pages} 页中有 {broken} 页无法读取，{older} 页按较早的内容读取。",
    ),
    "rescue_part": ("Here in part: {kind} {code}", "部分保留：{kind} {code}"),
    "rescue_lost": ("Lost: {kind} {code}", "已丢失：{kind} {code}"),
    "rescue_file_lost": ("The file is lost: {kind} {code}", "文件已丢失：{kind} {code}"),
    "rescue_unnamed": (
        "Lost as well: {count} changes of which nothing tells any more where they belong.",
        "另有 {count} 次改动丢失，已无从得知属于哪条记录。",
    ),
    "rescue_aside": (
        "{count} changes lack what they build on. They are kept aside, sealed, in the file {file}.",
        "有 {count} 次改动缺少其所依据的内容，已封存在文件 {file} 中，另行保留。",
    ),
    "rescue_unread": (
        "{count} of the files were copied unread, for the identities are closed.",
        "其中 {count} 个文件未经读取即被复制：身份资料已关闭。",
    ),
    "rescue_k1": (
        "The passphrase opens it no more. Set a new one: jiashu passphrase --recovery-key-file",
        "口令已无法打开它。请设置新口令：jiashu passphrase --recovery-key-file",
    ),
    "rescue_k2": (
        "The recovery key no longer opens it. Set up recovery anew.",
        "恢复密钥已无法打开它。请重新设置恢复方式。",
    ),
    "rescue_k3": (
        "The keys of the identities are lost; sealed words cannot be read any more.",
        "身份资料的密钥已丢失；封存的内容无法再读取。",
    ),
    "rescue_k4": (
        "The recovery key no longer opens the identities. Set up recovery anew.",
        "恢复密钥已无法打开身份资料。请重新设置恢复方式。",
    ),
    "rescue_k5": (
        "The keys for packages are new. Give contacts the new card; packages made for the old one stay closed.",
        "文件包密钥已换新。请把新名片交给联系人；按旧名片制作的文件包无法打开。",
    ),
    "rescue_k6": (
        "The signing key is new. Give contacts the new card, and compare the words of the fingerprint again.",
        "签名密钥已换新。请把新名片交给联系人，并重新核对指纹词语。",
    ),
    "rescue_k7": (
        "The keys for names in packages are new. Give contacts the new card.",
        "文件包中姓名的密钥已换新。请把新名片交给联系人。",
    ),
    "copy_taken_in": (
        "Taken in: changes of {count} records, {new} of them new here. The copy is set aside.",
        "已并入 {count} 条记录的改动，其中 {new} 条是这里没有的。该副本已另行放置。",
    ),
    "rescue_package": ("Package {number} gave nothing: {why}", "文件包 {number} 未能提供内容：{why}"),
    "nothing_found": ("Nothing found.", "没有找到。"),
    "nothing_changed": ("Nothing changed: it was so already.", "没有变化：原来就是这样。"),
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
    "renewing_lists": (
        "Lists and search are being brought up to date with this version of the program; this happens once.",
        "正在把列表和搜索更新到本程序的版本；只需一次。",
    ),
    "own_card": ("Our contact card", "我们的联系人名片"),
    "fingerprint_words": ("Read these words to each other over another channel:", "请通过另一途径互相念这些词："),
    "card_standing_new": ("A new contact.", "新联系人。"),
    "card_standing_newer": ("A newer card of a known contact.", "已知联系人的新名片。"),
    "card_standing_known": ("This card is known.", "此名片已有。"),
    "card_standing_older": ("Older than the card that is known.", "比已有的名片旧。"),
    "card_standing_own": ("This is our own card.", "这是我们自己的名片。"),
    "card_standing_keys_only": (
        "A bare key of somebody without this program: redacted copies can be sealed to it; nothing they send can be "
        "checked.",
        "只有密钥、没有本程序的人：可以给对方隐去身份的副本，但无法确认来件出自对方。",
    ),
    "card_standing_changed_key": (
        "Somebody of this name is known with ANOTHER key: a new contact until you have compared the words.",
        "已有同名联系人，但密钥不同：核对词语之前视为新联系人。",
    ),
    "bare_key": ("a bare key", "只有密钥"),
    "contact_added": ("Added: {name}", "已添加：{name}"),
    "contact_renamed": ("Called from now on: {name}", "今后称为：{name}"),
    "calls_themselves": (" (calls themselves “{name}”)", "（自称“{name}”）"),
    "our_team": ("our team", "本团队"),
    "verified": ("words compared", "已核对"),
    "unverified": ("words not compared yet", "尚未核对"),
    "leaves_whole": ("Leaves: {what}", "离开：{what}"),
    "leaves_deleted": (
        "Leaves: only that it was deleted here, without its words: {what}",
        "离开：只告知此处已删除，不含内容：{what}",
    ),
    "leaves_erased": (
        "Leaves: only that it was erased here, without its words: {what}",
        "离开：只告知此处已抹除，不含内容：{what}",
    ),
    "leaves_as": ("Leaves: {what} — there it reads: {name}", "离开：{what}——对方看到的是：{name}"),
    "leaves_lacking": ("    still lacks: {fields}", "    尚缺：{fields}"),
    "copy_for": ("The copy for {name}:", "给 {name} 的副本："),
    "stays": ("Stays: {what} ({reason})", "留下：{what}（{reason}）"),
    "stays_as": (
        "    in its place a bare code leaves, nothing else: {code}",
        "    只以代号 {code} 出现，不带任何内容",
    ),
    "taken_coded": (
        "Names that read as a code, in {what}: {count} ({words})",
        "{what} 中改为代号的姓名：{count} 处（{words}）",
    ),
    "taken_left_out": (
        "Names and numbers left out of {what}: {count} ({words})",
        "{what} 中略去的姓名和号码：{count} 处（{words}）",
    ),
    "on_condition": (
        "See that this condition of {name} holds: {words}",
        "请确认 {name} 的条件已满足：{words}",
    ),
    "withheld_acts": (
        "{count} acts are left out because somebody does not agree.",
        "有 {count} 项侵害行为因有人不同意而略去。",
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
    "earlier_wordings": (
        "{count} earlier wordings go along; strike them first if they should not.",
        "会连同 {count} 处早先的文字一起发出；如不应发出，请先删去。",
    ),
    "handed_over": ("Written: {file}", "已写出：{file}"),
    "in_parts": (
        "All parts are needed to open it: keep them in one folder. Whoever receives it chooses any of them.",
        "打开时需要全部分卷：请放在同一个文件夹中。接收者选其中任何一个即可。",
    ),
    "from": ("From {name}, who claims it was made on {at}.", "来自 {name}，自称制作于 {at}。"),
    "unverified_signer": (
        "The words of their card were never compared with them: somebody else may be writing in their name. Read these "
        "words to each other over another channel before you take it in: {words}",
        "从未与对方核对其名片的词语：可能有人冒用其名。接收之前，请通过另一途径互相念这些词：{words}",
    ),
    "unknown_signer": (
        "Signed by somebody who is no contact here. Compare these words with them, then add their card: {words}",
        "签名者不是这里的联系人。请与对方核对这些词，再添加其名片：{words}",
    ),
    "arriving_new": ("New: {what}", "新：{what}"),
    "arriving_merged": ("Merges: {what}", "合并：{what}"),
    "arriving_known": ("Known: {what}", "已有：{what}"),
    "arriving_conflict": (
        "{what}: two values of {field} will stand until settled",
        "{what}：{field} 将有两个值并存待定",
    ),
    "decision_erasure": (
        "They erased: {what} — takes effect here only with --accept --accept-erasures",
        "对方已抹除：{what}——加 --accept --accept-erasures 才在此生效",
    ),
    "decision_deletion": (
        "They deleted: {what} — takes effect here only with --accept --accept-erasures",
        "对方已删除：{what}——加 --accept --accept-erasures 才在此生效",
    ),
    "decision_removal": (
        "They removed an item: {what} — takes effect here only with --accept --accept-erasures",
        "对方移除了一项：{what}——加 --accept --accept-erasures 才在此生效",
    ),
    "decision_restoration": (
        "They brought back: {what} — takes effect here only with --accept --accept-erasures",
        "对方已恢复：{what}——加 --accept --accept-erasures 才在此生效",
    ),
    "decision_loosened_consent": (
        "They loosened a consent: {what} — takes effect here only with --accept --accept-erasures",
        "对方放宽了同意：{what}——加 --accept --accept-erasures 才在此生效",
    ),
    "refused_before": ("(refused here before)", "（此前已拒绝）"),
    "cleared": ("Arrives cleared or not here: {what}", "到达时为空或不在：{what}"),
    "evidence_files": ("{count} evidence files, {size} bytes", "证据文件 {count} 个，共 {size} 字节"),
    "names_will_wait": (
        "Names came with it; they wait, sealed, until the identities are opened.",
        "随包带有姓名：它们会封存等待，直到打开身份资料。",
    ),
    "names_wait": (
        "Names came with it; they wait, sealed, until the identities are opened: they come in with the next command "
        "given --identity-passphrase-file.",
        "随包带有姓名：它们已封存等待，直到打开身份资料；下次用 --identity-passphrase-file 运行任何命令时即会并入。",
    ),
    "nothing_new": ("Everything in it is here already.", "里面的内容这里都已经有了。"),
    "received": (
        "Received: {new} new, {merged} merged, {conflicts} conflicts to settle.",
        "已接收：新 {new}，合并 {merged}，待定冲突 {conflicts}。",
    ),
    "decided": (
        "Of what they took away or allowed: {accepted} accepted here, {refused} refused.",
        "对方抹除、删除或放宽的事项中：本处接受 {accepted} 项，拒绝 {refused} 项。",
    ),
    "demo_kept": ("What was made is in {folder}.", "所建内容在 {folder}。"),
    "written": ("Written: {file}", "已写出：{file}"),
    "destroy_about": (
        "This destroys the vault in the folder {name} for good: first its keys, in a moment, then every file of it. "
        "Nobody can bring it back, and no passphrase or recovery key opens it any more.",
        "这将永久销毁文件夹 {name} 中的保险库：先是密钥，一瞬间完成，然后是其中每个文件。"
        "谁也无法恢复，任何口令或恢复密钥都不再能打开它。",
    ),
    "destroy_keeps": (
        "What it cannot reach: backups, copied disks and packages handed over, which still open with their passphrase "
        "or key. An SSD, a memory stick, a file system that keeps versions, a synchronised folder may hold the old "
        "keys for a while: whoever has those and the passphrase can open what was copied. Only a destroyed disk is "
        "certain.",
        "它够不到的：备份、被复制的磁盘和已交出的文件包，仍能用各自的口令或密钥打开。固态硬盘、U 盘、会保留旧版本的"
        "文件系统、同步文件夹可能还会把旧密钥留存一段时间：谁拿到这些又有口令，就能打开当时复制的内容。"
        "只有毁掉磁盘才算万无一失。",
    ),
    "destroy_name": ("Type the name of the folder to go on", "请输入该文件夹的名称以继续"),
    "destroy_word": ("Type the word destroy to destroy it now", "请输入“销毁”二字，立即销毁"),
    "keys_destroyed": (
        "The keys are destroyed: nothing opens this vault any more.",
        "密钥已销毁：再没有什么能打开此保险库。",
    ),
    "destroy_stopped": (
        "Stopped. The keys are destroyed and nothing opens this vault; the same command takes the rest away.",
        "已停止。密钥已销毁，再没有什么能打开此保险库；再次运行同一命令可清除其余部分。",
    ),
    "destroyed": ("The vault is destroyed.", "保险库已销毁。"),
    "destroy_kept": (
        "Files of it that the disk would not give up: {count}. Without the keys they cannot be read.",
        "磁盘不肯删除的文件：{count} 个。没有密钥，它们无法读出。",
    ),
    "destroy_unwritten": (
        "Files that went without being written over first: {count}; they have another name elsewhere, or were links.",
        "未先覆写就删除的文件：{count} 个；它们在别处另有名称，或者只是链接。",
    ),
    "destroy_strange": (
        "Files in the folder that are not of the vault, and were left: {count}.",
        "文件夹中不属于此保险库、原样留下的文件：{count} 个。",
    ),
}


_OWN: Mapping[str, tuple[str, str]] = {
    "vault.key_slot": (
        "The file {slot} of this vault, which holds its keys, is damaged. The rest is as it was. "
        "`mend VAULT --from BACKUP` puts it back from the last backup and keeps what was saved since; "
        "`restore BACKUP NEWFOLDER` makes a vault of the backup.",
        "保险库中存放密钥的文件 {slot} 已损坏，其余没有变化。mend VAULT --from BACKUP 会从最近的备份放回它，"
        "并保留此后保存的内容；restore BACKUP NEWFOLDER 则用备份建立一个保险库。",
    ),
    "disk.full": (
        "There is no room left on the disk. What was in the vault before is still there; this command was not done. "
        "Make at least {needed} bytes of room, then give it once more.",
        "磁盘已没有空间。保险库中原有的内容仍在；这条命令没有完成。请腾出至少 {needed} 字节，然后重新执行。",
    ),
}
"""Errors of which the window's sentence speaks of what somebody is typing there."""


def own_words(code: str, language: str) -> str | None:
    """The sentence a command has for an error in place of the one among the messages; None for most."""
    if code not in _OWN:
        return None
    english, chinese = _OWN[code]
    return chinese if language.startswith("zh") else english


def words(key: str, language: str) -> str:
    """The phrase with its placeholders; English where the language has none."""
    english, chinese = _WORDS[key]
    return chinese if language.startswith("zh") else english
