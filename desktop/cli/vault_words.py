"""What commands on a vault say, in both languages: its keys, backups, check, rescue and end."""

from __future__ import annotations

from collections.abc import Mapping

OF_A_VAULT: Mapping[str, tuple[str, str]] = {
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
    "renewing_lists": (
        "Lists and search are being brought up to date with this version of the program; this happens once.",
        "正在把列表和搜索更新到本程序的版本；只需一次。",
    ),
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
