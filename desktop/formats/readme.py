"""The text inside every package that says how to open it without this program, in English and Chinese."""

from __future__ import annotations

from desktop.crypto import sshsig
from desktop.formats.card import Card
from desktop.formats.fingerprint import fingerprint_digits, fingerprint_words
from desktop.formats.manifest import NAMESPACE, PackageKind

_TEXT = """\
THIS PACKAGE CAN BE OPENED WITHOUT JIASHU

It is a tar archive inside an age file (https://age-encryption.org). The tools are free and run
on Windows, macOS and Linux: age{version}, tar (part of every system), ssh-keygen (part of most).

What is unpacked lies on your disk in clear. Unpack it on an encrypted disk, and delete it afterwards.

1. Open it. PACKAGE is the file you received{key_note}:

     {open_command}
     tar -xf package.tar

2. Read it: open case.html in a browser. It loads nothing and runs nothing; go offline if you like.
   The records themselves are in revisions.jsonl, one a line; files are in the folder evidence.

3. Check who sent it. The first line writes a file with the sender's key, the second checks:

     echo '{signer}' > allowed_signers
     ssh-keygen -Y verify -f allowed_signers -I sender -n {namespace} -s manifest.json.sig < manifest.json

   It must say "Good". That proves no more than that the owner of this key signed it: let the sender
   read the key's fingerprint to you over the telephone.

     words    {words}
     digits   {digits}

4. Check that nothing was altered: manifest.json lists the SHA-256 of every other file.

     sha256sum README.txt case.html revisions.jsonl          (macOS: shasum -a 256; Windows: certutil -hashfile)
{identities}
The format is described in docs/format.md of Jiashu's source.


不用家书也能打开这个文件包

它是一个用 age 加密的 tar 压缩档。所需工具都是免费的：age{version_zh}、tar、ssh-keygen。
解开后的内容会以明文存放在您的磁盘上。请在加密的磁盘上解开，用后删除。

1. 打开（PACKAGE 是您收到的文件{key_note_zh}）：

     {open_command}
     tar -xf package.tar

2. 阅读：用浏览器打开 case.html。它不加载任何外部内容，也不运行任何程序；您可以断网阅读。
   记录在 revisions.jsonl 中，每行一条；文件在 evidence 文件夹中。

3. 核对发送者：运行上面第 3 步的两条命令，结果应显示 Good。
   这只说明签名者持有这把密钥：请发送者在电话里念出密钥指纹：

     词语     {words}
     数字     {digits}

4. 核对内容是否被改动：manifest.json 列出了其他每个文件的 SHA-256。
{identities_zh}"""

_IDENTITIES = """
5. identities.age, if it is there, holds names and contacts, sealed once more to your second key:

     age -d -i IDENTITIES_KEY_FILE -o identities.jsonl identities.age
"""

_IDENTITIES_ZH = """
5. 如果有 identities.age，其中是姓名和联系方式，另用您的第二把密钥加密：

     age -d -i IDENTITIES_KEY_FILE -o identities.jsonl identities.age
"""


def readme(kind: PackageKind, sender: Card, *, hybrid: bool) -> str:
    """The text for one package. hybrid: its recipients' keys are post-quantum ones, which take a newer age."""
    by_passphrase = kind is PackageKind.PASSPHRASE
    return _TEXT.format(
        version=" 1.3 or later" if hybrid else "",
        version_zh=" 1.3 或更新版本" if hybrid else "",
        key_note="; you are asked for the passphrase" if by_passphrase else ", KEY_FILE your age identity file",
        key_note_zh="，会要求输入口令" if by_passphrase else "，KEY_FILE 是您的 age 密钥文件",
        open_command=f"age -d {'' if by_passphrase else '-i KEY_FILE '}-o package.tar PACKAGE",
        signer=sshsig.allowed_signers_line(bytes.fromhex(sender.signing), "sender", NAMESPACE),
        namespace=NAMESPACE,
        words=fingerprint_words(sender.fingerprint),
        digits=fingerprint_digits(sender.fingerprint),
        identities="" if by_passphrase else _IDENTITIES,
        identities_zh="" if by_passphrase else _IDENTITIES_ZH,
    )
