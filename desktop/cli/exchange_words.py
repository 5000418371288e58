"""What commands between colleagues say, in both languages: cards, packages, decisions."""

from __future__ import annotations

from collections.abc import Mapping

OF_EXCHANGE: Mapping[str, tuple[str, str]] = {
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
        "By their note, somebody agreed to more than is noted here: {what} — takes effect here only with --accept "
        "--accept-erasures",
        "按对方的记录，当事人同意的比这里记下的更多：{what}——加 --accept --accept-erasures 才在此生效",
    ),
    "refused_before": ("(refused here before)", "（此前已拒绝）"),
    "agreed_on_condition": (
        "{who} agreed on a condition; see that it holds: {words}",
        "{who}附条件同意，请确认条件已满足：{words}",
    ),
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
        "对方抹除、删除或放宽的事项中：我们接受 {accepted} 项，拒绝 {refused} 项。",
    ),
}
