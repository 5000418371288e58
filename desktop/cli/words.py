"""What a command says, looked up by its key; sentences of errors stand with the messages."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.cli.exchange_words import OF_EXCHANGE
from desktop.cli.record_words import OF_RECORDS
from desktop.cli.vault_words import OF_A_VAULT

LANGUAGES = ("en", "zh_Hans")

WORDS: Mapping[str, tuple[str, str]] = {**OF_A_VAULT, **OF_RECORDS, **OF_EXCHANGE}
"""By key, in English and Chinese, with placeholders for what is filled in."""


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
    english, chinese = WORDS[key]
    return chinese if language.startswith("zh") else english
