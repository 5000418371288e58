"""What the demonstration says, and its invented people; any likeness is chance."""

from __future__ import annotations

from collections.abc import Mapping

TESTIMONY = "三月的一个晚上，他们把我家的电停了。一个穿便衣的人说：叫你儿子别再写了。"

TABLE = """Name,Gender,Date of Birth,Place,Source
林远（林小舟）,male,1988-02-30,青石镇,https://example.org/list/1
许安,female,1991,云河,https://example.org/list/2
贺兰·巴图,male,19993,,https://example.org/list/3
"""

STORY: Mapping[str, tuple[str, str]] = {
    "case_title": ("The family of a letter writer", "一位写信人的家庭"),
    "practice": (
        "A practice vault is filled with invented families, {records} records, in the folder {folder}; its passphrase "
        "is “{passphrase}”.",
        "已建立练习保险库，内有虚构家庭，共 {records} 条记录，位于文件夹 {folder}；口令为“{passphrase}”。",
    ),
    "practice_case": (
        "  {title}: people {people}, acts {acts}, testimonies {testimonies}, consents {consents}",
        "  {title}：人物 {people}，侵害行为 {acts}，证词 {testimonies}，同意书 {consents}",
    ),
    "created": (
        "{name} creates a vault with the passphrase “{passphrase}” and writes the recovery key down.",
        "{name} 用口令“{passphrase}”建立保险库，并抄下恢复密钥。",
    ),
    "recorded": ("Anna records a testimony: {title}", "Anna 记录了一份证词：{title}"),
    "member": ("  In the case: {name} ({kinship}), acts: {acts}", "  案中：{name}（{kinship}），侵害行为：{acts}"),
    "found": ("Searching “{words}” finds: {titles}", "搜索“{words}”找到：{titles}"),
    "trouble": (
        "  The table, row {row}, {column}: {text} – {reason}",
        "  表格第 {row} 行，{column}：{text}——{reason}",
    ),
    "imported": (
        "{rows} rows became {count} records; importing the same table again would add {new}.",
        "{rows} 行成为 {count} 条记录；再次导入同一表格将新增 {new} 行。",
    ),
    "card": ("{name}'s card is taken; read aloud: {words}", "已添加 {name} 的名片；请念：{words}"),
    "handed_over": (
        "Anna hands the case to Bao: a sealed file of {size} bytes.",
        "Anna 把案件移交给 Bao：一个 {size} 字节的密封文件。",
    ),
    "received": (
        "Bao receives it: {new} new, {merged} merged, {evidence} files.",
        "Bao 接收：新 {new}，合并 {merged}，文件 {evidence}。",
    ),
    "conflict": ("Both changed “{field}” meanwhile: {sides}", "两人都改了“{field}”：{sides}"),
    "settled": ("Anna settles it; conflicts left: {count}.", "Anna 作出选择；余下冲突：{count}。"),
    "redacted": (
        "A redacted copy would hold {leaving} records; {staying} stay: {reasons}.",
        "隐去身份的副本将含 {leaving} 条记录；留下 {staying} 条：{reasons}。",
    ),
    "erasing": (
        "The testimony is to be erased: {count} wordings go; {held} still has a copy.",
        "将抹除该证词：{count} 处文字；{held} 仍有副本。",
    ),
    "erased": ("It is erased; searching its words finds {found}.", "已抹除；搜索其中文字找到 {found} 条。"),
    "verified": (
        "A vault was checked: {revisions} signed changes, {findings} findings.",
        "已检查一个保险库：{revisions} 次签名的更改，{findings} 处异常。",
    ),
}
