<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ActFromWords</name>
    <message>
        <source>From: {account}</source>
        <translation>出自：{account}</translation>
    </message>
</context>
<context>
    <name>ActOfAnother</name>
    <message>
        <source>Filled in as it stands of the other one: look it over. How it ended and what it did to them is each one&apos;s own. Who did it is added once this is saved.</source>
        <translation>已照另一人的记录填好，请看一遍。如何结束、造成什么影响，各人不同，请另填。保存后会一并写上是谁做的。</translation>
    </message>
</context>
<context>
    <name>ActPage</name>
    <message>
        <source>The same happened to somebody else…</source>
        <translation>别人也遭遇了同一件事…</translation>
    </message>
    <message>
        <source>Write first who was harmed or what happened; then add who did it.</source>
        <translation>请先写下谁受害或发生了什么，再写明是谁做的。</translation>
    </message>
    <message>
        <source>The same person: the defender themself was harmed.</source>
        <translation>同一个人：受害的就是捍卫者本人。</translation>
    </message>
    <message>
        <source>Proposed: this is how the two are recorded as related. Change it if it is otherwise.</source>
        <translation>建议：两人的关系已这样记录。如有不同，请更改。</translation>
    </message>
    <message>
        <source>Proposed: usual for what happened. Change it if it is otherwise.</source>
        <translation>建议：此类侵害通常如此。如有不同，请更改。</translation>
    </message>
</context>
<context>
    <name>Actors</name>
    <message>
        <source>Who did it</source>
        <translation>是谁做的</translation>
    </message>
    <message>
        <source>Nobody is named yet.</source>
        <translation>还没有写明任何人。</translation>
    </message>
    <message>
        <source>Add who did i&amp;t</source>
        <translation>写明是谁做的(&amp;T)</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{who} · pressured by {pressing}</source>
        <translation>{who} · 受 {pressing} 施压</translation>
    </message>
</context>
<context>
    <name>AddActor</name>
    <message>
        <source>Write what is known, and leave out the rest: a name can come later. Whoever was leaned on, a landlord or a school, is named together with who pressured them.</source>
        <translation>写下已知的，其余留空：名称可以以后再补。房东、学校等被施压的一方，连同向其施压者一起写明。</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>添加(&amp;D)</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>取消(&amp;N)</translation>
    </message>
    <message>
        <source>Proposed: somebody pressured them. Change it if it is otherwise.</source>
        <translation>建议：有人向其施压。如不是这样，请更改。</translation>
    </message>
</context>
<context>
    <name>AddCardPage</name>
    <message>
        <source>Add a colleague&apos;s card</source>
        <translation>添加同事的名片</translation>
    </message>
    <message>
        <source>Reading the pictures</source>
        <translation>正在读取图片</translation>
    </message>
    <message>
        <source>No QR code was found in the pictures.</source>
        <translation>图片中没有找到二维码。</translation>
    </message>
    <message>
        <source>Take them again: one whole code a picture, straight, sharp, without glare.</source>
        <translation>请重新拍摄：每张图片一个完整的二维码，端正、清晰、不反光。</translation>
    </message>
    <message>
        <source>“{name}” is a contact now.</source>
        <translation>“{name}”已成为联系人。</translation>
    </message>
</context>
<context>
    <name>AddMember</name>
    <message>
        <source>Defender</source>
        <translation>人权捍卫者</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>Is the …</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>… of</source>
        <translation>与谁的关系</translation>
    </message>
    <message>
        <source>Name or code</source>
        <translation>姓名或代号</translation>
    </message>
    <message>
        <source>Relationship</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Relative of</source>
        <translation>与谁的关系</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>Add without a name</source>
        <translation>先不写姓名，添加</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>取消(&amp;N)</translation>
    </message>
    <message>
        <source>Add the defender first; relatives come after.</source>
        <translation>请先添加人权捍卫者，再添加亲属。</translation>
    </message>
    <message>
        <source>Say who it is, or add them without a name.</source>
        <translation>请写明是谁，或按“先不写姓名，添加”。</translation>
    </message>
</context>
<context>
    <name>Agreed</name>
    <message>
        <source>Not asked</source>
        <translation>没有问过</translation>
    </message>
    <message>
        <source>Keep only, share with nobody</source>
        <translation>仅保存，不给任何人</translation>
    </message>
    <message>
        <source>Our team</source>
        <translation>本团队</translation>
    </message>
    <message>
        <source>As listed…</source>
        <translation>逐项列出…</translation>
    </message>
</context>
<context>
    <name>AgreedPage</name>
    <message>
        <source>Who agreed to what</source>
        <translation>谁同意了什么</translation>
    </message>
    <message>
        <source>All they agreed to</source>
        <translation>本人同意的全部用途</translation>
    </message>
    <message>
        <source>As it stands today, from all their consents together; of several answers the stricter holds. What leaves this vault asks here.</source>
        <translation>按今天的情况，综合本人全部同意书；答复不一时，以较严者为准。凡离开本保险库的内容，均以此为准。</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>为了谁</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>有效至</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>&amp;Look at the consent that decided</source>
        <translation>查看所依据的同意书(&amp;L)</translation>
    </message>
    <message>
        <source>Ask, and note the &amp;answer</source>
        <translation>询问并记下答复(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Go to the person</source>
        <translation>前往人物页面(&amp;G)</translation>
    </message>
    <message>
        <source>The UN asks: {question}</source>
        <translation>联合国的问题：{question}</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>有效至 {day}</translation>
    </message>
    <message>
        <source>only to {names}</source>
        <translation>仅限{names}</translation>
    </message>
    <message>
        <source>on the condition: {words}</source>
        <translation>条件：{words}</translation>
    </message>
    <message>
        <source>May be used</source>
        <translation>可以</translation>
    </message>
    <message>
        <source>Not asked, goes on in our team</source>
        <translation>未询问，本团队可继续使用</translation>
    </message>
    <message>
        <source>Only to some</source>
        <translation>仅限部分对象</translation>
    </message>
    <message>
        <source>May not be used</source>
        <translation>不可以</translation>
    </message>
    <message>
        <source>To be asked</source>
        <translation>待询问</translation>
    </message>
    <message>
        <source>{code}: {answer}</source>
        <translation>{code}：{answer}</translation>
    </message>
    <message>
        <source>their records say different things ({each}), and the stricter holds here</source>
        <translation>其各条记录说法不同（{each}），此处以较严的为准</translation>
    </message>
</context>
<context>
    <name>Also</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{name} · also {codes}</source>
        <translation>{name} · 另见{codes}</translation>
    </message>
    <message>
        <source>{name} · also recorded as {codes}</source>
        <translation>{name} · 另登记为{codes}</translation>
    </message>
</context>
<context>
    <name>AnswerEditor</name>
    <message>
        <source>Yes</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>No</source>
        <translation>不同意</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>没有问过</translation>
    </message>
    <message>
        <source>Could not be asked</source>
        <translation>无法询问</translation>
    </message>
</context>
<context>
    <name>ApprovalSheet</name>
    <message>
        <source>It would allow:</source>
        <translation>核准后可以：</translation>
    </message>
    <message>
        <source>It would allow nothing yet.</source>
        <translation>目前核准后也没有任何用途。</translation>
    </message>
    <message>
        <source>Only where it cannot wait: {uses}. Do the reasons say why it cannot?</source>
        <translation>仅在刻不容缓时：{uses}。理由中是否写明为何不能等？</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>It cannot be approved before this is written: {field}.</source>
        <translation>须先写明这一项才能核准：{field}。</translation>
    </message>
    <message>
        <source>Your reason (needed for a no)</source>
        <translation>您的理由（不予核准时必填）</translation>
    </message>
    <message>
        <source>&amp;Look at the consent</source>
        <translation>查看同意书(&amp;L)</translation>
    </message>
    <message>
        <source>Do &amp;not approve</source>
        <translation>不予核准(&amp;N)</translation>
    </message>
    <message>
        <source>A&amp;pprove</source>
        <translation>核准(&amp;P)</translation>
    </message>
</context>
<context>
    <name>ApprovalsPage</name>
    <message>
        <source>Waiting for my approval</source>
        <translation>待我核准</translation>
    </message>
    <message>
        <source>A colleague wrote these consents, and they count only once a second person approves them: nobody could be asked, or a child is too young to say. What you say is signed with your key, holds for these very words, and goes back with your next hand-over.</source>
        <translation>这些同意书由同事撰写，须经第二人核准方为有效：因为无法征求同意，或儿童年幼无法表达。您的决定以您的密钥签署，只对目前的文字有效，并随下一次移交送回。</translation>
    </message>
    <message>
        <source>Nothing waits for your approval.</source>
        <translation>没有待您核准的同意书。</translation>
    </message>
    <message>
        <source>You approved it.</source>
        <translation>您已核准。</translation>
    </message>
    <message>
        <source>You did not approve it.</source>
        <translation>您没有核准。</translation>
    </message>
    <message>
        <source>It is signed, and goes back with your next hand-over of the case.</source>
        <translation>已签署，将随该案件的下一次移交送回。</translation>
    </message>
</context>
<context>
    <name>AttachList</name>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>已存入</translation>
    </message>
    <message>
        <source>Being taken in…</source>
        <translation>正在存入…</translation>
    </message>
    <message>
        <source>Not taken in yet</source>
        <translation>尚未存入</translation>
    </message>
</context>
<context>
    <name>AttachPage</name>
    <message>
        <source>The files to take in</source>
        <translation>要存入的文件</translation>
    </message>
    <message>
        <source>Add files as evidence</source>
        <translation>添加文件作为证据</translation>
    </message>
    <message>
        <source>They are sealed as they come in and kept letter for letter. Pictures, sound and film go to the identities. The files you choose stay where they are: delete them there yourself if they should not.</source>
        <translation>文件存入时即被加密，原样保存。图片、声音和影像归入身份资料。您选择的文件仍留在原处：若不应留着，请自行删除。</translation>
    </message>
    <message>
        <source>&amp;Choose files…</source>
        <translation>选择文件(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;For which case</source>
        <translation>所属案件(&amp;F)</translation>
    </message>
    <message>
        <source>For which case</source>
        <translation>所属案件</translation>
    </message>
    <message>
        <source>&amp;Take it in</source>
        <translation>存入(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Take them in</source>
        <translation>全部存入(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>BackLine</name>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>Alt+Left</source>
        <translation>Alt+←</translation>
    </message>
</context>
<context>
    <name>BackToReports</name>
    <message>
        <source>All &amp;reports</source>
        <translation>全部报告(&amp;R)</translation>
    </message>
</context>
<context>
    <name>BackedUpStep</name>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Evidence files</source>
        <translation>证据文件</translation>
    </message>
    <message>
        <source>Copied this time</source>
        <translation>本次复制</translation>
    </message>
    <message>
        <source>Taken out, since they were erased</source>
        <translation>因已抹除而去掉</translation>
    </message>
    <message>
        <source>Cut into parts, for this disk</source>
        <translation>因磁盘所限切成几份</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Written and read back</source>
        <translation>写入并读回</translation>
    </message>
    <message>
        <source>Checksum of all changes</source>
        <translation>全部更改的校验值</translation>
    </message>
    <message>
        <source>Backed up. It was read back from the disk and opened, and everything is in it.</source>
        <translation>备份完成。已从磁盘读回并打开核对，内容齐全。</translation>
    </message>
    <message>
        <source>It lies on the same disk as the vault: when that breaks or is taken, both are gone. Make one elsewhere, too.</source>
        <translation>它与保险库在同一个磁盘上：磁盘坏了或被拿走，两者就都没了。请在别处再备份一份。</translation>
    </message>
    <message>
        <source>{count} evidence files are damaged or missing in the vault itself, and no earlier copy of them is in the backup. Check the vault.</source>
        <translation>保险库自身有 {count} 个证据文件损坏或缺失，备份里也没有更早的副本。请检查保险库。</translation>
    </message>
    <message>
        <source>&amp;Rehearse recovering from it…</source>
        <translation>用它演练恢复(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Another backup…</source>
        <translation>再备份一次(&amp;A)…</translation>
    </message>
</context>
<context>
    <name>BackupPage</name>
    <message>
        <source>Back up</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Backing up and reading back</source>
        <translation>正在备份并读回核对</translation>
    </message>
</context>
<context>
    <name>BackupSection</name>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>A copy elsewhere, sealed as the vault is: all that is left when this disk breaks or is taken.</source>
        <translation>放在别处的一份副本，与保险库一样密封：这个磁盘坏了或被拿走时，就只剩它了。</translation>
    </message>
    <message>
        <source>Back &amp;up…</source>
        <translation>备份(&amp;U)…</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>还没有备份。</translation>
    </message>
    <message>
        <source>Backed up on {day}; nothing changed since.</source>
        <translation>备份于 {day}，之后没有更改。</translation>
    </message>
    <message>
        <source>Backed up on {day}; {count} changes since.</source>
        <translation>备份于 {day}，之后有 {count} 处更改。</translation>
    </message>
</context>
<context>
    <name>BackupStart</name>
    <message>
        <source>Everything goes along as it is, sealed, and is read back and opened before it is called done. The former backup stays until then. Go on working meanwhile; if you leave this page, it stops.</source>
        <translation>全部内容原样密封带走，读回并打开核对之后才算完成；在此之前，上一份备份一直保留。期间保存照常进行；离开本页会停止备份。</translation>
    </message>
    <message>
        <source>Folder for the backup</source>
        <translation>备份文件夹</translation>
    </message>
    <message>
        <source>A new or empty folder on a stick or another disk, or the last backup of this vault. Its name can be seen, so let it say nothing. Keep the stick apart from this machine.</source>
        <translation>U 盘或另一个磁盘上新建或空的文件夹，或本保险库上一次的备份。文件夹名别人看得见，请不要让它透露什么。U 盘请与本机分开保管。</translation>
    </message>
    <message>
        <source>&amp;Read and compare everything that is there already, too (slow)</source>
        <translation>已在那里的内容也全部读出比对（较慢）(&amp;R)</translation>
    </message>
    <message>
        <source>Back &amp;up now</source>
        <translation>立即备份(&amp;U)</translation>
    </message>
    <message>
        <source>Remind me</source>
        <translation>提醒我</translation>
    </message>
    <message>
        <source>after {count} days</source>
        <translation>{count} 天后</translation>
    </message>
    <message>
        <source>after a day</source>
        <translation>一天后</translation>
    </message>
    <message>
        <source>never</source>
        <translation>不提醒</translation>
    </message>
    <message>
        <source>A backup opens with the passphrase and the recovery key of its day, also if you change them later, and keeps what is erased afterwards. So destroy old sticks, and back up again after an erasure.</source>
        <translation>备份用当天的口令和恢复密钥打开，即使您以后更改也一样；之后抹除的内容，它仍会保留。所以请销毁旧 U 盘，并在抹除之后重新备份。</translation>
    </message>
</context>
<context>
    <name>BeforeNewKey</name>
    <message>
        <source>The identities then have a key of their own: the vault&apos;s recovery key no longer opens them. It sets a new passphrase for the identities when theirs is lost.</source>
        <translation>这样身份资料就有自己的密钥：保险库的恢复密钥不再能打开它们。身份资料的口令丢失时，可用它设置新口令。</translation>
    </message>
    <message>
        <source>The recovery key opens the vault when the passphrase is lost, and sets a new one.</source>
        <translation>口令丢失时，恢复密钥可以打开保险库并设置新口令。</translation>
    </message>
    <message>
        <source>You write the new key down, whole or in shares, and it is asked back. Only then it counts, and the key or all shares before it are worth nothing for this folder. Do this when a paper is lost or was seen.</source>
        <translation>您把新密钥抄下来（整个，或分成几份），程序再请您交回核对。核对之后新密钥才生效，原来的密钥或全部各份对这个文件夹就不再有用。有一张纸丢失或被人看到时，请这样做。</translation>
    </message>
    <message>
        <source>A copy of the folder that was made before, a backup or a stolen one, still opens with the key it had then.</source>
        <translation>此前复制的文件夹（备份，或被盗走的副本）仍能用当时的密钥打开。</translation>
    </message>
    <message>
        <source>&amp;Passphrase of the vault</source>
        <translation>保险库的口令(&amp;P)</translation>
    </message>
    <message>
        <source>Passphrase of the vault</source>
        <translation>保险库的口令</translation>
    </message>
    <message>
        <source>&amp;Make the new key</source>
        <translation>生成新密钥(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
</context>
<context>
    <name>CardStep</name>
    <message>
        <source>The card says it was made on {when}.</source>
        <translation>名片上写明制作于 {when}。</translation>
    </message>
    <message>
        <source>What you ca&amp;ll them</source>
        <translation>您对其的称呼(&amp;L)</translation>
    </message>
    <message>
        <source>What you call them</source>
        <translation>您对其的称呼</translation>
    </message>
    <message>
        <source>Another contact has this name: choose one you will not mix up</source>
        <translation>另一位联系人已用这个名字：请取一个不会混淆的称呼</translation>
    </message>
    <message>
        <source>The name stays whatever a newer card of theirs says. Where somebody agreed “only to” certain recipients, this is the name that counts.</source>
        <translation>无论对方的新名片怎么写，这个称呼都不变。若当事人只同意交给某些接收人（“仅限”），以这个称呼为准。</translation>
    </message>
    <message>
        <source>Call the person, or meet them, and read these words to each other. They are the same on both sides or the card is not theirs. If you cannot now, add the card and compare later.</source>
        <translation>请打电话或当面互相读出这些词。两边必须完全一样，否则这张名片不是对方的。现在不方便的话，可以先添加，以后再核对。</translation>
    </message>
    <message>
        <source>We &amp;compared the words, and they are the same</source>
        <translation>已核对这些词，完全一致(&amp;C)</translation>
    </message>
    <message>
        <source>Of our &amp;team</source>
        <translation>属于本团队(&amp;T)</translation>
    </message>
    <message>
        <source>Our team can be handed whole cases with names and history; everybody else gets redacted copies.</source>
        <translation>本团队成员可以收到含姓名和历史的完整案件；其他人只收到隐去身份的副本。</translation>
    </message>
    <message>
        <source>&amp;Add the card</source>
        <translation>添加名片(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Do not add it</source>
        <translation>不添加(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
</context>
<context>
    <name>CardWays</name>
    <message>
        <source>The file with the card</source>
        <translation>名片文件</translation>
    </message>
    <message>
        <source>Pictures of the codes</source>
        <translation>二维码图片</translation>
    </message>
    <message>
        <source>Nothing is taken before you have seen whose card it is and could compare its words.</source>
        <translation>在您看清这是谁的名片、并能核对这些词之前，不会采用任何内容。</translation>
    </message>
    <message>
        <source>Choose a &amp;file…</source>
        <translation>选择文件(&amp;F)…</translation>
    </message>
    <message>
        <source>The card as your colleague saved it, from a stick or a message.</source>
        <translation>同事保存的名片，来自 U 盘或消息。</translation>
    </message>
    <message>
        <source>Choose &amp;pictures of QR codes…</source>
        <translation>选择二维码图片(&amp;P)…</translation>
    </message>
    <message>
        <source>All codes of a card, one or several a picture, in any order; some now and the rest later is fine.</source>
        <translation>一张名片的全部二维码，每张图片一个或几个，次序不限；可以先读一部分，其余以后再读。</translation>
    </message>
    <message>
        <source>Or paste the card as &amp;text:</source>
        <translation>或粘贴名片文字(&amp;T)：</translation>
    </message>
    <message>
        <source>The card as text</source>
        <translation>名片文字</translation>
    </message>
    <message>
        <source>&amp;Read the text</source>
        <translation>读取文字(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
</context>
<context>
    <name>CasePage</name>
    <message>
        <source>The family</source>
        <translation>家庭</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>Is the defender&apos;s</source>
        <translation>与捍卫者的关系</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>现状</translation>
    </message>
    <message>
        <source>Acts</source>
        <translation>侵害行为</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Nobody is named yet: begin with the defender.</source>
        <translation>还没有人：请先添加人权捍卫者。</translation>
    </message>
    <message>
        <source>Add so&amp;mebody</source>
        <translation>添加人物(&amp;M)</translation>
    </message>
    <message>
        <source>What happened to each</source>
        <translation>各人的遭遇</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>受害人</translation>
    </message>
    <message>
        <source>What</source>
        <translation>遭遇</translation>
    </message>
    <message>
        <source>Nothing is written down yet.</source>
        <translation>还没有记录。</translation>
    </message>
    <message>
        <source>Add what &amp;happened</source>
        <translation>添加遭遇(&amp;H)</translation>
    </message>
    <message>
        <source>Testimonies</source>
        <translation>证词</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>Record a &amp;testimony</source>
        <translation>记录证词(&amp;T)</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>同意书</translation>
    </message>
    <message>
        <source>Add a c&amp;onsent</source>
        <translation>添加同意书(&amp;O)</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Add a &amp;file</source>
        <translation>添加文件(&amp;F)</translation>
    </message>
    <message>
        <source>T&amp;imeline</source>
        <translation>时间线(&amp;I)</translation>
    </message>
    <message>
        <source>What still &amp;goes on</source>
        <translation>仍在持续的状态(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Who agreed to what…</source>
        <translation>谁同意了什么(&amp;W)…</translation>
    </message>
    <message>
        <source>Hand o&amp;ver…</source>
        <translation>移交(&amp;V)…</translation>
    </message>
    <message>
        <source>A form for the UN…</source>
        <translation>联合国表格…</translation>
    </message>
    <message>
        <source>there may be more: open the identities to see</source>
        <translation>可能还有：请打开身份资料查看</translation>
    </message>
    <message>
        <source>closed: open the identities to see</source>
        <translation>已关闭：请打开身份资料查看</translation>
    </message>
    <message>
        <source>{name} (child)</source>
        <translation>{name}（未成年）</translation>
    </message>
    <message>
        <source>{name} · also recorded as {codes}</source>
        <translation>{name} · 另有记录：{codes}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Defender</source>
        <translation>人权捍卫者</translation>
    </message>
    <message>
        <source>{name}, {age}</source>
        <translation>{name}，{age}</translation>
    </message>
</context>
<context>
    <name>CaseSummary</name>
    <message>
        <source>Status: {status}</source>
        <translation>状态：{status}</translation>
    </message>
    <message>
        <source>Priority: {priority}</source>
        <translation>优先程度：{priority}</translation>
    </message>
    <message>
        <source>Say how it stands</source>
        <translation>填写目前状态</translation>
    </message>
    <message>
        <source>Write a s&amp;ummary</source>
        <translation>写概要(&amp;U)</translation>
    </message>
</context>
<context>
    <name>ChainPart</name>
    <message>
        <source>It led to this</source>
        <translation>它导致了此事</translation>
    </message>
    <message>
        <source>It came before this</source>
        <translation>它先于此事</translation>
    </message>
    <message>
        <source>This led to it</source>
        <translation>此事导致了它</translation>
    </message>
    <message>
        <source>It came after this</source>
        <translation>它晚于此事</translation>
    </message>
    <message>
        <source>This is part of it</source>
        <translation>此事属于它</translation>
    </message>
    <message>
        <source>It is part of this</source>
        <translation>它属于此事</translation>
    </message>
    <message>
        <source>Both happened at the same time</source>
        <translation>两者同时发生</translation>
    </message>
    <message>
        <source>What led to it, what came of it</source>
        <translation>前因后果</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>先后</translation>
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
        <source>Link</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>Nothing is linked to it yet.</source>
        <translation>尚无关联。</translation>
    </message>
    <message>
        <source>Add a &amp;link</source>
        <translation>添加关联(&amp;L)</translation>
    </message>
    <message>
        <source>How they are linked</source>
        <translation>如何关联</translation>
    </message>
    <message>
        <source>Event or act</source>
        <translation>事件或侵害行为</translation>
    </message>
    <message>
        <source>&amp;Link them</source>
        <translation>关联(&amp;L)</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>取消(&amp;N)</translation>
    </message>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>after</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>the whole it is part of</source>
        <translation>所属的整体</translation>
    </message>
    <message>
        <source>a part of it</source>
        <translation>其中一部分</translation>
    </message>
    <message>
        <source>at the same time</source>
        <translation>同时</translation>
    </message>
</context>
<context>
    <name>ChangePanel</name>
    <message>
        <source>Written here</source>
        <translation>在这里写的</translation>
    </message>
    <message>
        <source>By {who}</source>
        <translation>作者：{who}</translation>
    </message>
    <message>
        <source>&amp;Undo this change</source>
        <translation>撤销这次更改(&amp;U)</translation>
    </message>
    <message>
        <source>Sets these fields back to what stood before; the history keeps both.</source>
        <translation>把这些栏目改回原来的内容；历史中两者都保留。</translation>
    </message>
    <message>
        <source>&amp;Strike an earlier wording…</source>
        <translation>删去较早的文字(&amp;S)…</translation>
    </message>
    <message>
        <source>Erases these words from the history for good; first you see exactly what goes.</source>
        <translation>把这些话从历史中永久抹除；之前会先让您看清会删去什么。</translation>
    </message>
    <message>
        <source>Times come from each person&apos;s own computer, and decide nothing.</source>
        <translation>时间取自各人自己的电脑，不作为判断依据。</translation>
    </message>
    <message>
        <source>(struck)</source>
        <translation>（已删去）</translation>
    </message>
    <message>
        <source>(the wording is not here)</source>
        <translation>（这段文字不在这里）</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>（空）</translation>
    </message>
</context>
<context>
    <name>ChangePassphrase</name>
    <message>
        <source>Change the passphrase</source>
        <translation>更改口令</translation>
    </message>
    <message>
        <source>Copies of the vault made before still open with the old one. The recovery key stays the same.</source>
        <translation>此前复制的保险库仍可用旧口令打开。恢复密钥不变。</translation>
    </message>
    <message>
        <source>&amp;Old passphrase</source>
        <translation>旧口令(&amp;O)</translation>
    </message>
    <message>
        <source>Old passphrase</source>
        <translation>旧口令</translation>
    </message>
    <message>
        <source>Somebody &amp;may know the old passphrase</source>
        <translation>可能有人知道旧口令(&amp;M)</translation>
    </message>
    <message>
        <source>Then renew the keys too: with a copy of the vault, the old passphrase opens this one even afterwards.</source>
        <translation>那就请同时更新密钥：有保险库副本的人，改口令之后仍能用旧口令打开现在的保险库。</translation>
    </message>
    <message>
        <source>&amp;Change it</source>
        <translation>更改(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>The passphrase was changed.</source>
        <translation>口令已更改。</translation>
    </message>
    <message>
        <source>Use the new one from now on.</source>
        <translation>从现在起请使用新口令。</translation>
    </message>
</context>
<context>
    <name>CheckSection</name>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Reads every change and every file, and says whether anything was lost or altered. It goes on beside other work.</source>
        <translation>读取每次改动和每个文件，说明是否有内容丢失或被改动。检查时可以照常做别的工作。</translation>
    </message>
    <message>
        <source>It has not been checked yet.</source>
        <translation>还从未检查过。</translation>
    </message>
    <message>
        <source>The check of {day} found {count} things wrong.</source>
        <translation>{day}的检查发现 {count} 处异常。</translation>
    </message>
    <message>
        <source>It was last checked on {day}: all in order then.</source>
        <translation>上次检查是{day}，当时一切完好。</translation>
    </message>
    <message>
        <source>Checked on {day}: all in order.</source>
        <translation>{day}检查过：一切完好。</translation>
    </message>
    <message>
        <source>Chec&amp;k the vault…</source>
        <translation>检查保险库(&amp;K)…</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Remove {what}</source>
        <translation>移除{what}</translation>
    </message>
</context>
<context>
    <name>CiteForm</name>
    <message>
        <source>Add this source</source>
        <translation>添加这一来源</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不添加</translation>
    </message>
    <message>
        <source>Choose the source, the file or the testimony that says so.</source>
        <translation>请选择这样说的来源、文件或证词。</translation>
    </message>
</context>
<context>
    <name>CitedLine</name>
    <message>
        <source>A source that is not here</source>
        <translation>不在这里的来源</translation>
    </message>
    <message>
        <source>Change this citation</source>
        <translation>修改这条引证</translation>
    </message>
    <message>
        <source>Take this citation away</source>
        <translation>移去这条引证</translation>
    </message>
    <message>
        <source>{what}: {rating}</source>
        <translation>{what}：{rating}</translation>
    </message>
    <message>
        <source> (as for all this source says)</source>
        <translation>（与此来源的全部信息相同）</translation>
    </message>
    <message>
        <source>Restricted: {what}</source>
        <translation>使用受限：{what}</translation>
    </message>
    <message>
        <source>The citation was taken away.</source>
        <translation>这条引证已移去。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>CitingList</name>
    <message>
        <source>What stands on it</source>
        <translation>以此为依据的内容</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Nothing yet. A source is added where it is needed: at a field, with “…” beside it or Ctrl+“.”</source>
        <translation>还没有。来源在需要的地方添加：用栏目旁的“…”，或按 Ctrl+“.”</translation>
    </message>
    <message>
        <source>Cite it</source>
        <translation>引用它</translation>
    </message>
    <message>
        <source>Other sources of the same origin: together they count as one</source>
        <translation>同一出处的其他来源：合起来只算一个</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>None that names the same origin.</source>
        <translation>没有写明同一出处的来源。</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>整条记录</translation>
    </message>
</context>
<context>
    <name>CodeShown</name>
    <message>
        <source>QR code</source>
        <translation>二维码</translation>
    </message>
    <message>
        <source>What is written by hand leaves no copy. A photograph stays on the phone, and in its cloud if it has one.</source>
        <translation>手抄不会留下副本。照片会留在手机里，如有云端也会留在云端。</translation>
    </message>
    <message>
        <source>Show the letters again</source>
        <translation>重新显示文字</translation>
    </message>
    <message>
        <source>Show it as a QR code</source>
        <translation>显示为二维码</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>One person?</source>
        <translation>是同一人吗？</translation>
    </message>
    <message>
        <source>Neither record is changed. Taken for one person, both are found under the one that was made first; taken for two, you are never asked again. Either can be taken back.</source>
        <translation>两条记录都不会改动。认定为同一人后，两条都归在先建立的那条之下；认定为两人后，不再询问。两种决定都可以撤回。</translation>
    </message>
    <message>
        <source>&amp;Why (may stay empty)</source>
        <translation>理由(&amp;W)（可留空）</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>The &amp;same person</source>
        <translation>同一人(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Not the same person</source>
        <translation>不是同一人(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Take the decision back</source>
        <translation>撤回决定(&amp;T)</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Decided: the same person.</source>
        <translation>已认定：同一人。</translation>
    </message>
    <message>
        <source>Decided: not the same person. They are not suggested again.</source>
        <translation>已认定：不是同一人。不再提示。</translation>
    </message>
    <message>
        <source>Open: {what}</source>
        <translation>打开：{what}</translation>
    </message>
    <message>
        <source>Taken for one person from now on.</source>
        <translation>从现在起视为同一人。</translation>
    </message>
    <message>
        <source>Taken for two people; nobody is asked again.</source>
        <translation>视为两个人；不再询问。</translation>
    </message>
    <message>
        <source>Taken back: undecided again.</source>
        <translation>已撤回：恢复为未决定。</translation>
    </message>
</context>
<context>
    <name>ConfirmRecoveryPage</name>
    <message>
        <source>Is the recovery key on paper?</source>
        <translation>恢复密钥抄在纸上了吗？</translation>
    </message>
    <message>
        <source>Give the recovery key back from paper, whole or in shares. Nothing is changed but that this is noted.</source>
        <translation>请照纸上内容交回恢复密钥，整个或分份均可。除记下这件事外，不作任何改动。</translation>
    </message>
    <message>
        <source>&amp;Check it</source>
        <translation>核对(&amp;C)</translation>
    </message>
    <message>
        <source>I do not &amp;have it: make a new one…</source>
        <translation>没有：生成新的(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>This is the recovery key of this vault.</source>
        <translation>这就是此保险库的恢复密钥。</translation>
    </message>
</context>
<context>
    <name>ConflictsPage</name>
    <message>
        <source>Conflicts</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Open conflicts</source>
        <translation>未处理的冲突</translation>
    </message>
    <message>
        <source>Nothing contradicts itself. When you and a colleague write different things into the same field before you exchange the case again, both are kept and shown here.</source>
        <translation>没有互相矛盾的内容。如果您和同事在再次交换案件之前，在同一栏目写了不同的内容，两者都会保留并显示在这里。</translation>
    </message>
    <message>
        <source>All values are kept until you settle it; the ones not chosen stay in the history.</source>
        <translation>在您处理之前，所有内容都保留；未选中的仍在历史中。</translation>
    </message>
    <message>
        <source>Settled.</source>
        <translation>已处理。</translation>
    </message>
    <message>
        <source>The other values stay in the history.</source>
        <translation>其他内容仍在历史中。</translation>
    </message>
</context>
<context>
    <name>ConsentPage</name>
    <message>
        <source>They &amp;withdrew this…</source>
        <translation>本人已撤回(&amp;W)…</translation>
    </message>
    <message>
        <source>All they &amp;agreed to…</source>
        <translation>本人同意的全部用途(&amp;A)…</translation>
    </message>
    <message>
        <source>Ask a&amp;gain…</source>
        <translation>再次询问(&amp;G)…</translation>
    </message>
    <message>
        <source>In another record they said no to everything. That holds, whatever stands here.</source>
        <translation>在另一条记录中，本人已表示一切都不同意。无论这里怎么写，都以那条为准。</translation>
    </message>
    <message>
        <source>In another record they said no to: {uses}. That holds, whatever stands here.</source>
        <translation>在另一条记录中，本人已表示不同意：{uses}。无论这里怎么写，都以那条为准。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>ConsentsToday</name>
    <message>
        <source>Waiting for my a&amp;pproval: {count}</source>
        <translation>待我核准(&amp;P)：{count}</translation>
    </message>
    <message>
        <source>Consents running out, or to ask again</source>
        <translation>即将到期或须再次询问的同意书</translation>
    </message>
    <message>
        <source>Show all {count}</source>
        <translation>显示全部 {count} 项</translation>
    </message>
    <message>
        <source>Now of age: ask the person</source>
        <translation>已成年：须询问本人</translation>
    </message>
    <message>
        <source>Consent has run out: ask again</source>
        <translation>同意已到期：请再次询问</translation>
    </message>
    <message>
        <source>Consent runs out soon: ask again</source>
        <translation>同意即将到期：请再次询问</translation>
    </message>
    <message>
        <source>It was agreed to ask again</source>
        <translation>约定再次询问</translation>
    </message>
    <message>
        <source>since their 18th birthday</source>
        <translation>自年满十八岁起</translation>
    </message>
    <message>
        <source>on {day}</source>
        <translation>{day} 到期</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>自 {day} 起</translation>
    </message>
</context>
<context>
    <name>ContactPanel</name>
    <message>
        <source>Their fingerprint. They see the same words on their own card:</source>
        <translation>对方的指纹。对方在自己的名片上看到同样的词：</translation>
    </message>
    <message>
        <source>We &amp;compared the words, and they are the same</source>
        <translation>已核对这些词，完全一致(&amp;C)</translation>
    </message>
    <message>
        <source>Of our &amp;team</source>
        <translation>属于本团队(&amp;T)</translation>
    </message>
    <message>
        <source>Our team can be handed whole cases with names and history; everybody else gets redacted copies.</source>
        <translation>本团队成员可以收到含姓名和历史的完整案件；其他人只收到隐去身份的副本。</translation>
    </message>
    <message>
        <source>&amp;Forget this contact…</source>
        <translation>移除这位联系人(&amp;F)…</translation>
    </message>
    <message>
        <source>Forget “{name}”? Nothing can be handed to them until their card is added again.</source>
        <translation>移除“{name}”？在重新添加其名片之前，无法向其移交任何内容。</translation>
    </message>
    <message>
        <source>Their card has run out. Ask them for their newest one.</source>
        <translation>其名片已过期。请索取最新的名片。</translation>
    </message>
    <message>
        <source>F&amp;orget</source>
        <translation>移除(&amp;O)</translation>
    </message>
    <message>
        <source>Calls themselves “{name}”</source>
        <translation>自称“{name}”</translation>
    </message>
    <message>
        <source>What you ca&amp;ll them</source>
        <translation>您对其的称呼(&amp;L)</translation>
    </message>
    <message>
        <source>What you call them</source>
        <translation>您对其的称呼</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>改名(&amp;R)</translation>
    </message>
    <message>
        <source>The name stays whatever a newer card of theirs says. Where somebody agreed “only to” certain recipients, this is the name that counts.</source>
        <translation>无论对方的新名片怎么写，这个称呼都不变。若当事人只同意交给某些接收人（“仅限”），以这个称呼为准。</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>Their card is good until {day}.</source>
        <translation>其名片有效期至 {day}。</translation>
    </message>
</context>
<context>
    <name>ContactsPage</name>
    <message>
        <source>Contacts</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>&amp;Add a colleague&apos;s card…</source>
        <translation>添加同事的名片(&amp;A)…</translation>
    </message>
    <message>
        <source>Cases are sealed to people. Exchange cards with a colleague, then read the words to each other.</source>
        <translation>案件是加密给具体的人的。请与同事交换名片，再互相读出这些词。</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>your own card</source>
        <translation>自己的名片</translation>
    </message>
    <message>
        <source>words compared</source>
        <translation>已核对</translation>
    </message>
    <message>
        <source>words not compared</source>
        <translation>尚未核对</translation>
    </message>
    <message>
        <source>a bare key</source>
        <translation>只有密钥</translation>
    </message>
    <message>
        <source>calls themselves “{name}”</source>
        <translation>自称“{name}”</translation>
    </message>
    <message>
        <source>our team</source>
        <translation>本团队</translation>
    </message>
</context>
<context>
    <name>CopiesPanel</name>
    <message>
        <source>The copy to take in</source>
        <translation>要存入的副本</translation>
    </message>
    <message>
        <source>Copies made from it</source>
        <translation>由它制作的副本</translation>
    </message>
    <message>
        <source>Each is evidence of its own with its own fingerprint. The original is never changed.</source>
        <translation>每份副本都是独立的证据，有自己的指纹。原件永不改动。</translation>
    </message>
    <message>
        <source>Add a copy &amp;made from it…</source>
        <translation>添加由它制作的副本(&amp;M)…</translation>
    </message>
    <message>
        <source>How it was made</source>
        <translation>制作方式</translation>
    </message>
    <message>
        <source>Choose the &amp;file…</source>
        <translation>选择文件(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
</context>
<context>
    <name>CopyPanel</name>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Leaves: {count}</source>
        <translation>移交：{count}</translation>
    </message>
    <message>
        <source>Stays: {count}</source>
        <translation>留下：{count}</translation>
    </message>
    <message>
        <source>How it leaves</source>
        <translation>如何离开</translation>
    </message>
    <message>
        <source>Still lacks</source>
        <translation>尚缺</translation>
    </message>
    <message>
        <source>What leaves</source>
        <translation>移交的内容</translation>
    </message>
    <message>
        <source>In its place</source>
        <translation>代之以</translation>
    </message>
    <message>
        <source>What stays, and why</source>
        <translation>留下的内容及原因</translation>
    </message>
    <message>
        <source>only the code {code}</source>
        <translation>仅代号 {code}</translation>
    </message>
    <message>
        <source>Names and numbers taken out of texts: {count}</source>
        <translation>从文字中去掉的姓名和号码：{count} 处</translation>
    </message>
    <message>
        <source>A word that is no name may be among them. If so, the text reads strangely there: look at it.</source>
        <translation>其中可能有并非姓名的词；那样的话，该处文字会读不通，请查看。</translation>
    </message>
    <message>
        <source>What was taken out of texts</source>
        <translation>从文字中去掉的内容</translation>
    </message>
    <message>
        <source>Reads as a code</source>
        <translation>改为代号</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>略去</translation>
    </message>
    <message>
        <source>only that it was erased</source>
        <translation>只告知已抹除</translation>
    </message>
    <message>
        <source>only that it was put aside</source>
        <translation>只告知已搁置</translation>
    </message>
    <message>
        <source>as {name}</source>
        <translation>显示为 {name}</translation>
    </message>
    <message>
        <source>Earlier wordings</source>
        <translation>早先的文字</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Why it stays</source>
        <translation>留下的原因</translation>
    </message>
    <message>
        <source>They agreed on a condition: see that it holds</source>
        <translation>当事人附条件同意：请确认条件已满足</translation>
    </message>
    <message>
        <source>Acts left out because somebody does not permit it: {count}</source>
        <translation>因有人不允许而略去的侵害行为：{count}</translation>
    </message>
</context>
<context>
    <name>CountedFrom</name>
    <message>
        <source>How many</source>
        <translation>多少</translation>
    </message>
    <message>
        <source>After or before</source>
        <translation>之后或之前</translation>
    </message>
    <message>
        <source>Which event or act</source>
        <translation>哪个事件或侵害行为</translation>
    </message>
    <message>
        <source>a&amp;bout</source>
        <translation>约(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Count</source>
        <translation>推算(&amp;C)</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>取消(&amp;N)</translation>
    </message>
    <message>
        <source>days after</source>
        <translation>天后</translation>
    </message>
    <message>
        <source>days before</source>
        <translation>天前</translation>
    </message>
    <message>
        <source>weeks after</source>
        <translation>周后</translation>
    </message>
    <message>
        <source>weeks before</source>
        <translation>周前</translation>
    </message>
    <message>
        <source>about {number} {way}</source>
        <translation>约 {number} {way}</translation>
    </message>
    <message>
        <source>{number} {way}</source>
        <translation>{number} {way}</translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>The program is still at work. What stands here is shown again in a moment.</source>
        <translation>程序还在处理。此处内容稍后会重新显示。</translation>
    </message>
</context>
<context>
    <name>CreateVault</name>
    <message>
        <source>Making keys and files: a few seconds.</source>
        <translation>正在生成密钥和文件：需要几秒钟。</translation>
    </message>
    <message>
        <source>A new vault</source>
        <translation>新建保险库</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Folder of the new vault</source>
        <translation>新保险库的文件夹</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>选择(&amp;H)…</translation>
    </message>
    <message>
        <source>A new or empty folder. A copy of the folder is a backup. Its name can be seen, so let it say nothing.</source>
        <translation>新的或空的文件夹。复制这个文件夹就是备份。文件夹的名字别人看得到，请不要透露任何信息。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>The &amp;identities get a passphrase of their own</source>
        <translation>身份资料另设口令(&amp;I)</translation>
    </message>
    <message>
        <source>Real names, numbers and addresses then stay closed when the vault is opened, and codes are shown, until it is typed too. It can be given, changed or taken away later.</source>
        <translation>这样打开保险库时，真实姓名、号码和地址仍然关闭，只显示代号，直到也输入这个口令。以后可以随时设置、更改或取消。</translation>
    </message>
    <message>
        <source>What it cannot protect</source>
        <translation>它保护不了什么</translation>
    </message>
    <message>
        <source>&amp;Create the vault</source>
        <translation>建立保险库(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>Whoever forces the passphrase out of you has everything.</source>
        <translation>谁逼您说出口令，谁就得到一切。</translation>
    </message>
    <message>
        <source>A disk that was copied keeps what it had; erasing later does not reach the copy.</source>
        <translation>被复制过的硬盘会留下当时的内容；事后抹除管不到那份拷贝。</translation>
    </message>
    <message>
        <source>Cloud input methods and phone cameras see what you type and read.</source>
        <translation>云输入法和手机摄像头看得到您输入和阅读的内容。</translation>
    </message>
    <message>
        <source>Printing goes through the system, which may keep what was printed.</source>
        <translation>打印要经过系统，系统可能留下打印过的内容。</translation>
    </message>
    <message>
        <source>Whoever you hand something to can pass it on.</source>
        <translation>您交给谁，谁就可以再转给别人。</translation>
    </message>
    <message>
        <source>A new or empty folder</source>
        <translation>新的或空的文件夹</translation>
    </message>
</context>
<context>
    <name>Curtain</name>
    <message>
        <source>Names are hidden, so this is not shown. Press F8 to show names.</source>
        <translation>姓名已隐藏，因此这里不显示内容。按 F8 可显示姓名。</translation>
    </message>
    <message>
        <source>The identities are closed, so this is not shown. Open them at the foot of the window.</source>
        <translation>身份资料已关闭，因此这里不显示内容。可在窗口底部打开。</translation>
    </message>
</context>
<context>
    <name>CustodyPanel</name>
    <message>
        <source>Who had this file</source>
        <translation>文件经手记录</translation>
    </message>
    <message>
        <source>Taking in, handing over, receiving and giving out are noted by themselves. No line is ever taken away.</source>
        <translation>接收、移交、收到和交出都会自动记下。任何一行都不会去掉。</translation>
    </message>
    <message>
        <source>&amp;Note a step…</source>
        <translation>记下一步(&amp;N)…</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>From whom (code)</source>
        <translation>来自何人（代号）</translation>
    </message>
    <message>
        <source>To whom (code)</source>
        <translation>交给何人（代号）</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>&amp;Keep this step</source>
        <translation>保存这一步(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>经手人</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>To</source>
        <translation>交给</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>us ({code})</source>
        <translation>我们（{code}）</translation>
    </message>
</context>
<context>
    <name>DateEditor</name>
    <message>
        <source>2015-07-09, July 2015, 2015年7月上旬…</source>
        <translation>2015-07-09、2015年7月、2015年7月上旬…</translation>
    </message>
    <message>
        <source>Count it from another date…</source>
        <translation>以另一日期推算…</translation>
    </message>
    <message>
        <source>Understood as {date}, counted from: {title}</source>
        <translation>理解为{date}，推算自：{title}</translation>
    </message>
    <message>
        <source>Understood as {date}</source>
        <translation>理解为：{date}</translation>
    </message>
    <message>
        <source>Which day of the lunar calendar this was is not sure: kept in these words.</source>
        <translation>不能确定是农历哪一天：保留原文。</translation>
    </message>
    <message>
        <source>There is no such day: kept in these words. Look at day, month and weekday again.</source>
        <translation>没有这一天：按原话保存。请再核对月、日和星期。</translation>
    </message>
    <message>
        <source>Which year is not said: kept in these words. Add it with four digits, if it is known.</source>
        <translation>没有说是哪一年：按原话保存。如果知道，请补上四位数的年份。</translation>
    </message>
    <message>
        <source>Not understood as a date: kept as it was said. Understood are 2015-07-09, July 2015, 2015年7月上旬. Under “…” it can be counted from another date.</source>
        <translation>看不出是哪一天：按原话保存。可以写2015-07-09、2015年7月、2015年7月上旬；也可在“…”中由另一个日期推算。</translation>
    </message>
    <message>
        <source>Not understood as a date: kept in these words. Understood are 2015-07-09, July 2015, 2015年7月上旬.</source>
        <translation>看不出是哪一天：按原话保存。可以写2015-07-09、2015年7月、2015年7月上旬。</translation>
    </message>
    <message>
        <source>Write the year with four digits; until then it is kept in these words.</source>
        <translation>请用四位数写年份；在此之前保留原文。</translation>
    </message>
    <message>
        <source>This can be meant in two ways: kept in these words. Write it out: 3 April 2023, from 2021 to 2023.</source>
        <translation>可能有两种意思：按原话保存。请写明，如2023年4月3日、2021年至2023年。</translation>
    </message>
    <message>
        <source>Other days lie between these two: kept in these words.</source>
        <translation>两者之间还隔着别的日子：按原话保存。</translation>
    </message>
    <message>
        <source>When it began or ended is not said exactly enough: kept in these words. If you mean some day in between, write “between … and …”.</source>
        <translation>起止时间说得不够确切：按原话保存。如指其间某一天，请写“……至……之间”。</translation>
    </message>
</context>
<context>
    <name>DeadlineList</name>
    <message>
        <source>Deadlines</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>no deadline yet</source>
        <translation>尚无期限</translation>
    </message>
    <message>
        <source>missing: when the State was sent it</source>
        <translation>缺少转交有关国家的日期</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>days past: {days}</source>
        <translation>已过 {days} 天</translation>
    </message>
    <message>
        <source>days left: {days}</source>
        <translation>剩余 {days} 天</translation>
    </message>
</context>
<context>
    <name>Decisions</name>
    <message>
        <source>Yours to decide: {count}</source>
        <translation>由您决定：{count}</translation>
    </message>
    <message>
        <source>Tick what shall hold here too. What is not ticked is noted as refused and not asked again.</source>
        <translation>请勾选在这里也要生效的内容。未勾选的记为拒绝，不再询问。</translation>
    </message>
    <message>
        <source>{what}: {kind} “{title}”</source>
        <translation>{what}：{kind}“{title}”</translation>
    </message>
    <message>
        <source>Refused here before.</source>
        <translation>此前在这里已拒绝。</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Checking the vault: {part} %</source>
        <translation>正在检查保险库：{part} %</translation>
    </message>
    <message>
        <source>The vault is checked.</source>
        <translation>保险库已检查完。</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>查看…</translation>
    </message>
    <message>
        <source>The vault is checked: everything is in order.</source>
        <translation>保险库已检查完：一切完好。</translation>
    </message>
    <message>
        <source>The vault is checked: something is not as it was written.</source>
        <translation>保险库已检查完：有内容与写入时不一致。</translation>
    </message>
    <message>
        <source>Size of text: {size} %</source>
        <translation>文字大小：{size} %</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Testimonies</source>
        <translation>证词</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Safekeeping</source>
        <translation>妥善保管</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>DestroyForm</name>
    <message>
        <source>Destroy this vault</source>
        <translation>销毁此保险库</translation>
    </message>
    <message>
        <source>First its keys go, in a moment: from then on no passphrase, key file or recovery key opens it, and nobody can bring it back. Then every file of it is written over and taken away. Nobody is asked for a passphrase.</source>
        <translation>先销毁密钥，一瞬间完成：此后任何口令、密钥文件或恢复密钥都打不开它，谁也无法恢复。然后覆写并删除其中每个文件。整个过程不问口令。</translation>
    </message>
    <message>
        <source>What this cannot reach: backups, copied disks and packages handed over still open with their passphrase or key. An SSD, a memory stick, a file system that keeps versions, a synchronised folder may hold the old keys for a while. Only a destroyed disk is certain.</source>
        <translation>它够不到的：备份、被复制的磁盘和已交出的文件包，仍能用各自的口令或密钥打开。固态硬盘、U 盘、会保留旧版本的文件系统、同步文件夹可能还会把旧密钥留存一段时间。只有毁掉磁盘才算万无一失。</translation>
    </message>
    <message>
        <source>To go on, type the name of its folder: {name}</source>
        <translation>如要继续，请输入它的文件夹名称：{name}</translation>
    </message>
    <message>
        <source>Name of the folder</source>
        <translation>文件夹名称</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>继续(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>Destroy the vault now? This cannot be undone.</source>
        <translation>现在就销毁此保险库吗？此举无法撤销。</translation>
    </message>
    <message>
        <source>&amp;Keep the vault</source>
        <translation>保留此保险库(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Destroy it for good</source>
        <translation>永久销毁(&amp;D)</translation>
    </message>
</context>
<context>
    <name>Destroyed</name>
    <message>
        <source>Destroying the vault…</source>
        <translation>正在销毁保险库……</translation>
    </message>
    <message>
        <source>The vault is destroyed</source>
        <translation>保险库已销毁</translation>
    </message>
    <message>
        <source>The keys are destroyed: nothing opens this vault any more.</source>
        <translation>密钥已销毁：再没有什么能打开此保险库。</translation>
    </message>
    <message>
        <source>Writing over the rest</source>
        <translation>正在覆写其余部分</translation>
    </message>
    <message>
        <source>Files of it that the disk would not give up: {count}. Without the keys they cannot be read.</source>
        <translation>磁盘不肯删除的文件：{count} 个。没有密钥，它们无法读出。</translation>
    </message>
    <message>
        <source>Files that went without being written over, for they have another name elsewhere: {count}.</source>
        <translation>因在别处另有名称而未覆写就删除的文件：{count} 个。</translation>
    </message>
    <message>
        <source>Files in the folder that are not of the vault, and were left: {count}.</source>
        <translation>文件夹中不属于此保险库、原样留下的文件：{count} 个。</translation>
    </message>
    <message>
        <source>Backups and copied disks still open with their passphrase or key. See to them too, if you can.</source>
        <translation>备份和被复制的磁盘仍能用各自的口令或密钥打开。如有可能，也请处理它们。</translation>
    </message>
    <message>
        <source>&amp;End the program</source>
        <translation>结束程序(&amp;E)</translation>
    </message>
</context>
<context>
    <name>Drafting</name>
    <message>
        <source>Kept as an encrypted draft.</source>
        <translation>已存为加密草稿。</translation>
    </message>
</context>
<context>
    <name>DrillPage</name>
    <message>
        <source>Rehearse recovery</source>
        <translation>恢复演练</translation>
    </message>
    <message>
        <source>Restoring and checking</source>
        <translation>正在恢复并检查</translation>
    </message>
</context>
<context>
    <name>DrillStart</name>
    <message>
        <source>Will the stick be readable and the key on paper right, on the day you need them? Restore the last backup once with the recovery key: everything is read and checked, compared with this vault, and thrown away. Nothing changes in the vault or the backup.</source>
        <translation>真到用的那天，U 盘读得出来吗？纸上的密钥对吗？请用恢复密钥把上一份备份恢复一次：全部读出检查，与本保险库比对，然后丢弃。保险库和备份都不会改变。</translation>
    </message>
    <message>
        <source>Folder of the backup</source>
        <translation>存放备份的文件夹</translation>
    </message>
    <message>
        <source>Another place to restore to</source>
        <translation>恢复到别处</translation>
    </message>
    <message>
        <source>Left empty, beside the backup. There must be as much room as the backup takes.</source>
        <translation>留空则恢复在备份旁边。所需空间与备份一样大。</translation>
    </message>
    <message>
        <source>Re&amp;hearse now</source>
        <translation>开始演练(&amp;H)</translation>
    </message>
</context>
<context>
    <name>DueList</name>
    <message>
        <source>Due</source>
        <translation>到期事项</translation>
    </message>
    <message>
        <source>Show all {count}</source>
        <translation>显示全部 {count} 项</translation>
    </message>
    <message>
        <source>Look at the risks again</source>
        <translation>重新评估风险</translation>
    </message>
    <message>
        <source>Look at it again</source>
        <translation>需要复查</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Interview without its opening</source>
        <translation>访谈尚缺开场步骤</translation>
    </message>
    <message>
        <source>unfinished since {day}</source>
        <translation>自 {day} 起未完成</translation>
    </message>
    <message>
        <source>due since {day}</source>
        <translation>已于 {day} 到期</translation>
    </message>
    <message>
        <source>due today</source>
        <translation>今天到期</translation>
    </message>
</context>
<context>
    <name>Earlier</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Looked at again. The earlier record, {code}, stays as it is.</source>
        <translation>重新评估。之前的记录 {code} 保持不变。</translation>
    </message>
    <message>
        <source>Asked again. In {code} they agreed to: {uses}. The answer “Yes” ticks these again; change them as they say now. {code} itself stays as it is.</source>
        <translation>再次询问。{code} 中本人同意：{uses}。答复“同意”会重新勾选这些用途；请按本人现在的意思修改。{code} 本身保持不变。</translation>
    </message>
    <message>
        <source>Asked again. {code} stays as it is.</source>
        <translation>再次询问。{code} 保持不变。</translation>
    </message>
    <message>
        <source>Open the ea&amp;rlier one</source>
        <translation>打开之前的记录(&amp;R)</translation>
    </message>
</context>
<context>
    <name>EmergencySection</name>
    <message>
        <source>Emergency</source>
        <translation>紧急情况</translation>
    </message>
    <message>
        <source>Escape three times within a second, or Ctrl+Shift+L, takes everything off the screen at once, from anywhere, and locks. What was typed is kept.</source>
        <translation>一秒内按三次 Esc，或按 Ctrl+Shift+L：无论在哪里，屏幕上的一切立即消失，并锁定。已输入的内容会保留。</translation>
    </message>
    <message>
        <source>Then the program</source>
        <translation>然后程序</translation>
    </message>
    <message>
        <source>waits in the task bar, locked</source>
        <translation>锁定后留在任务栏</translation>
    </message>
    <message>
        <source>ends</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>&amp;Destroy the vault…</source>
        <translation>销毁保险库(&amp;D)…</translation>
    </message>
</context>
<context>
    <name>EmptyScreen</name>
    <message>
        <source>No case yet</source>
        <translation>还没有案件</translation>
    </message>
    <message>
        <source>A case is one defender and the family made to pay for the defender&apos;s work: who they are, what happened to each of them, who told it, and what they agreed to.</source>
        <translation>一个案件是一位人权捍卫者，以及因其工作而受牵连的家人：他们是谁，各自遭遇了什么，由谁讲述，他们同意了什么。</translation>
    </message>
    <message>
        <source>Begin a &amp;case</source>
        <translation>建立案件(&amp;C)</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>还没有人物</translation>
    </message>
    <message>
        <source>Defenders, relatives, witnesses, officials. Everybody has a code; names are kept apart, with the identities. A name typed into a testimony makes the person by itself.</source>
        <translation>人权捍卫者、亲属、证人、官员。每个人都有代号；姓名另存于身份资料。在证词里填写姓名，就会自动建立这个人物。</translation>
    </message>
    <message>
        <source>Add a &amp;person</source>
        <translation>添加人物(&amp;P)</translation>
    </message>
    <message>
        <source>No testimony yet</source>
        <translation>还没有证词</translation>
    </message>
    <message>
        <source>What somebody told, in their own words. Ctrl+N opens an empty one from anywhere; everything else can be added later, from the text.</source>
        <translation>某人用自己的话讲述的内容。在任何地方按 Ctrl+N 都可以新建；其余的以后再从文字里补充。</translation>
    </message>
    <message>
        <source>Record a &amp;testimony</source>
        <translation>记录证词(&amp;T)</translation>
    </message>
    <message>
        <source>No evidence yet</source>
        <translation>还没有证据</translation>
    </message>
    <message>
        <source>Pictures, recordings, papers and other files. Each is sealed as it comes in, kept letter for letter, and looked at from memory.</source>
        <translation>图片、录音、书面材料和其他文件。存入时即加密，原样保存，只在内存中查看。</translation>
    </message>
    <message>
        <source>Add a &amp;file</source>
        <translation>添加文件(&amp;F)</translation>
    </message>
    <message>
        <source>No event yet</source>
        <translation>还没有事件</translation>
    </message>
    <message>
        <source>A raid, a hearing, a day of protest: one occasion to which several acts belong. An act names it; how one led to another stands on its page.</source>
        <translation>一次抄家、一次开庭、一天抗议：一个事件可包含多起侵害行为。侵害行为中注明所属事件；前因后果写在事件页面上。</translation>
    </message>
    <message>
        <source>Add an e&amp;vent</source>
        <translation>添加事件(&amp;V)</translation>
    </message>
    <message>
        <source>No organisation yet</source>
        <translation>还没有机构</translation>
    </message>
    <message>
        <source>Police stations, schools, landlords&apos; companies, groups of defenders: whoever acts, or is made to act. A name typed where an act asks for one makes it by itself.</source>
        <translation>派出所、学校、物业公司、维权团体：自己动手的，或被迫动手的。填写侵害行为时，在需要机构的地方输入名称，就会自动建立。</translation>
    </message>
    <message>
        <source>Add an &amp;organisation</source>
        <translation>添加机构(&amp;O)</translation>
    </message>
    <message>
        <source>No source yet</source>
        <translation>还没有来源</translation>
    </message>
    <message>
        <source>Reports, articles, web pages, letters: what a record stands on besides testimony and files.</source>
        <translation>报告、文章、网页、信件：除证词和文件以外，记录所依据的材料。</translation>
    </message>
    <message>
        <source>Add a so&amp;urce</source>
        <translation>添加来源(&amp;U)</translation>
    </message>
    <message>
        <source>Nothing to do yet</source>
        <translation>还没有待办事项</translation>
    </message>
    <message>
        <source>What is to be done by a day or some time. What is due is shown on the page of today.</source>
        <translation>要在某日之前或某个时候做的事。到期的会显示在“今天”页面。</translation>
    </message>
    <message>
        <source>Add a &amp;task</source>
        <translation>添加待办(&amp;T)</translation>
    </message>
    <message>
        <source>No tag yet</source>
        <translation>还没有标签</translation>
    </message>
    <message>
        <source>Words that records are gathered under. A tag typed into a form makes it by itself.</source>
        <translation>把记录归在一起的词语。在表单中输入新标签，就会自动建立。</translation>
    </message>
    <message>
        <source>Add a t&amp;ag</source>
        <translation>添加标签(&amp;A)</translation>
    </message>
</context>
<context>
    <name>ErasePage</name>
    <message>
        <source>Strike a wording</source>
        <translation>删去文字</translation>
    </message>
    <message>
        <source>Erase a record</source>
        <translation>抹除记录</translation>
    </message>
    <message>
        <source>Erasing</source>
        <translation>正在抹除</translation>
    </message>
    <message>
        <source>Erased.</source>
        <translation>已抹除。</translation>
    </message>
    <message>
        <source>Nothing of it is left in this vault; that there was something, and when, stays in the history.</source>
        <translation>本保险库中已没有其内容；历史中只留下曾有过这条记录及其时间。</translation>
    </message>
</context>
<context>
    <name>EraseStep</name>
    <message>
        <source>This cannot be undone by anybody, neither with the passphrase nor with the recovery key. Backups made earlier still hold it.</source>
        <translation>任何人都无法撤销，无论用口令还是恢复密钥。此前的备份中仍有这些内容。</translation>
    </message>
    <message>
        <source>Goes for good: {count}</source>
        <translation>永久抹除：{count}</translation>
    </message>
    <message>
        <source>Stays, and has the same words: {count}</source>
        <translation>留下，但含有同样的话：{count}</translation>
    </message>
    <message>
        <source>Others have it already: {count}</source>
        <translation>他人已持有：{count}</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Shown today</source>
        <translation>目前显示</translation>
    </message>
    <message>
        <source>What goes</source>
        <translation>抹除的内容</translation>
    </message>
    <message>
        <source>What stays</source>
        <translation>留下的内容</translation>
    </message>
    <message>
        <source>Who has it already</source>
        <translation>已持有者</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>持有者</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>目的</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自何时起</translation>
    </message>
    <message>
        <source>What went out</source>
        <translation>外传的内容</translation>
    </message>
    <message>
        <source>Evidence files that go with it: {count}</source>
        <translation>一并抹除的证据文件：{count}</translation>
    </message>
    <message>
        <source>Records that quote these words: {count}</source>
        <translation>引用这些话的记录：{count}</translation>
    </message>
    <message>
        <source>Part of it lies with the identities, which are closed; it goes when they are next opened.</source>
        <translation>其中一部分在身份资料里，目前已关闭；下次打开时抹除。</translation>
    </message>
    <message>
        <source>&amp;I have looked at the list</source>
        <translation>我已看过清单(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Erase the record for good</source>
        <translation>永久抹除记录(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Strike it for good</source>
        <translation>永久删去(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Leave everything as it is</source>
        <translation>全部保持原样(&amp;L)</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
</context>
<context>
    <name>EvidencePage</name>
    <message>
        <source>Where the copy goes, in clear</source>
        <translation>副本（未加密）存到哪里</translation>
    </message>
    <message>
        <source>&amp;Give out a clean copy…</source>
        <translation>交出干净的副本(&amp;G)…</translation>
    </message>
    <message>
        <source>Give out the &amp;original…</source>
        <translation>交出原件(&amp;O)…</translation>
    </message>
    <message>
        <source>Files of this kind are kept, but cannot be shown inside the window. Nothing of it is opened.</source>
        <translation>这类文件会妥善保存，但无法在窗口中显示，其内容不会被打开。</translation>
    </message>
    <message>
        <source>The original was written, in clear, with what is hidden in it.</source>
        <translation>原件已写出，未加密，连同其中隐藏的信息。</translation>
    </message>
    <message>
        <source>The copy was written, in clear, without what was hidden in it.</source>
        <translation>副本已写出，未加密，已去除其中隐藏的信息。</translation>
    </message>
    <message>
        <source>The original stays sealed in the vault.</source>
        <translation>原件仍加密保存在保险库中。</translation>
    </message>
    <message>
        <source>Delete the copy when it is no longer needed; its disk may remember it.</source>
        <translation>不再需要时请删除副本；存过它的磁盘可能留有痕迹。</translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>Take everything out</source>
        <translation>全部导出</translation>
    </message>
    <message>
        <source>Every record as text and as tables, and every evidence file as it came in, to be read by other programs. Who said no is left out. The vault stays as it is. This is no backup: that is under Safekeeping, and stays sealed and whole.</source>
        <translation>所有记录写成文本和数据表，证据文件保持原样，供其他程序读取。不同意者的内容不写出。保险库保持不变。这不是备份：备份在“妥善保管”中，保持加密且完整。</translation>
    </message>
    <message>
        <source>Writing everything out</source>
        <translation>正在全部写出</translation>
    </message>
    <message>
        <source>It is all there now, readable by anybody who gets at it. Delete it when it is no longer needed.</source>
        <translation>全部内容已写出，谁拿到都能读。不再需要时请删除。</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>ExportStep</name>
    <message>
        <source>Evidence files</source>
        <translation>证据文件</translation>
    </message>
    <message>
        <source>A new or empty folder</source>
        <translation>新的或空的文件夹</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>用于什么</translation>
    </message>
    <message>
        <source>For ourselves, as it is</source>
        <translation>自己用，原样写出</translation>
    </message>
    <message>
        <source>For a purpose, without names</source>
        <translation>用于某一用途，不含姓名</translation>
    </message>
    <message>
        <source>They agreed to</source>
        <translation>本人同意</translation>
    </message>
    <message>
        <source>Left out, since people did not agree or cannot have:</source>
        <translation>以下内容不写出，因为当事人没有同意或无法同意：</translation>
    </message>
    <message>
        <source>What is left out</source>
        <translation>不写出的内容</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What is written out is not encrypted. Whoever holds the folder, or finds it later on this disk, has everything. On many disks a deleted file can be brought back.</source>
        <translation>写出的内容不加密。谁拿到这个文件夹，或以后在这块磁盘上找到它，就得到一切。许多磁盘上删除的文件可以恢复。</translation>
    </message>
    <message>
        <source>Real names, numbers and addresses go along, because the identities are open.</source>
        <translation>因为身份资料已打开，真实姓名、号码和地址会一并写出。</translation>
    </message>
    <message>
        <source>Codes stand in place of people; names and identities stay here.</source>
        <translation>以代号代替人物；姓名和身份资料留在此处。</translation>
    </message>
    <message>
        <source>Real names, numbers and addresses stay, because the identities are closed.</source>
        <translation>因为身份资料已关闭，真实姓名、号码和地址不会写出。</translation>
    </message>
    <message>
        <source>&amp;I know that it lies there in clear</source>
        <translation>我知道内容未加密(&amp;I)</translation>
    </message>
    <message>
        <source>Choose the &amp;folder and write…</source>
        <translation>选择文件夹并写出(&amp;F)…</translation>
    </message>
</context>
<context>
    <name>Eye</name>
    <message>
        <source>Hide what is typed</source>
        <translation>隐藏输入内容</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>显示输入内容</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>More about: {field}</source>
        <translation>更多：{field}</translation>
    </message>
    <message>
        <source>Why there is no answer (F4), what it stands on (Ctrl+.)</source>
        <translation>为何没有答案（F4）、依据是什么（Ctrl+.）</translation>
    </message>
    <message>
        <source>Why there is no answer (F4)</source>
        <translation>为何没有答案（F4）</translation>
    </message>
    <message>
        <source>What it &amp;stands on, what others say…</source>
        <translation>依据什么、其他说法(&amp;S)…</translation>
    </message>
</context>
<context>
    <name>FieldSources</name>
    <message>
        <source>sources: {count}</source>
        <translation>来源：{count}</translation>
    </message>
    <message>
        <source>values: {count}</source>
        <translation>不同的说法：{count}</translation>
    </message>
    <message>
        <source>Nothing says yet what it stands on; it begins low.</source>
        <translation>尚未说明依据；可信度从“低”开始。</translation>
    </message>
    <message>
        <source>Sources: {sources}, independent of each other: {origins}.</source>
        <translation>来源 {sources} 个，其中互相独立的 {origins} 个。</translation>
    </message>
    <message>
        <source>Independent ones that say otherwise: {count}.</source>
        <translation>说法相反的独立来源：{count} 个。</translation>
    </message>
    <message>
        <source>They would allow: {label}. You decide.</source>
        <translation>据此可定为：{label}。由您决定。</translation>
    </message>
    <message>
        <source>What stands here is more than that.</source>
        <translation>此处所填高于来源所能支持的程度。</translation>
    </message>
    <message>
        <source>Save this first (Ctrl+S); then a source can stand behind it.</source>
        <translation>请先保存（Ctrl+S），然后才能注明依据。</translation>
    </message>
</context>
<context>
    <name>FilesLeaving</name>
    <message>
        <source>Evidence files: {going} leave, {staying} stay</source>
        <translation>证据文件：{going} 个发出，{staying} 个留下</translation>
    </message>
    <message>
        <source>What is hidden in a file (place, names, device, time) is taken out on the way, and the file is looked into once more before it counts as clean. What cannot be cleaned stays.</source>
        <translation>文件中隐藏的信息（地点、姓名、设备、时间）会在发出时清除，并再查看一遍，确认干净才算数。无法清除的文件会留下。</translation>
    </message>
    <message>
        <source>What becomes of the files</source>
        <translation>文件如何处理</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>如何处理</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Goes as it is, with all that is hidden in it</source>
        <translation>原样发出，连同其中隐藏的一切</translation>
    </message>
    <message>
        <source>Goes; nothing is hidden in it</source>
        <translation>发出；其中没有隐藏信息</translation>
    </message>
    <message>
        <source>Stays: {reason}</source>
        <translation>留下：{reason}</translation>
    </message>
    <message>
        <source>Goes without what is hidden in it</source>
        <translation>去除隐藏信息后发出</translation>
    </message>
    <message>
        <source>Take out what is hidden in this file after all</source>
        <translation>还是去除这个文件中隐藏的信息</translation>
    </message>
    <message>
        <source>Send this file as it is, with what is hidden in it</source>
        <translation>把这个文件连同隐藏的信息原样发出</translation>
    </message>
</context>
<context>
    <name>FingerprintWords</name>
    <message>
        <source>Fingerprint words: {words}</source>
        <translation>指纹词：{words}</translation>
    </message>
</context>
<context>
    <name>FirstLooks</name>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Working…</source>
        <translation>处理中…</translation>
    </message>
    <message>
        <source>Vault open</source>
        <translation>保险库已打开</translation>
    </message>
    <message>
        <source>Names shown</source>
        <translation>姓名显示中</translation>
    </message>
    <message>
        <source>Codes shown</source>
        <translation>姓名已隐藏，显示代号</translation>
    </message>
    <message>
        <source>F8 hides names and shows codes, or brings the names back</source>
        <translation>按 F8 隐藏姓名、只显示代号，或恢复显示姓名</translation>
    </message>
    <message>
        <source>Identities open</source>
        <translation>身份资料已打开</translation>
    </message>
    <message>
        <source>Identities closed</source>
        <translation>身份资料已关闭</translation>
    </message>
    <message>
        <source>Closes the identities</source>
        <translation>关闭身份资料</translation>
    </message>
    <message>
        <source>Opens the identities</source>
        <translation>打开身份资料</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>去决定…</translation>
    </message>
</context>
<context>
    <name>FormField</name>
    <message>
        <source>Write it by hand</source>
        <translation>自行填写</translation>
    </message>
    <message>
        <source>Keep these words</source>
        <translation>保留这些文字</translation>
    </message>
    <message>
        <source>Take what the records say</source>
        <translation>改用记录中的内容</translation>
    </message>
    <message>
        <source>Fill it in: {kind}</source>
        <translation>去填写：{kind}</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>written by hand</source>
        <translation>自行填写</translation>
    </message>
</context>
<context>
    <name>FormPage</name>
    <message>
        <source>This is exactly what would be written, in English, as the mechanisms take it. What you write by hand stands instead of what the records say.</source>
        <translation>这就是将要写出的全部内容，使用英文，符合各机制的要求。自行填写的内容会代替记录中的内容。</translation>
    </message>
    <message>
        <source>&amp;Write as text…</source>
        <translation>写成纯文本(&amp;W)…</translation>
    </message>
    <message>
        <source>Write for &amp;programs (JSON)…</source>
        <translation>写成程序格式 JSON(&amp;P)…</translation>
    </message>
    <message>
        <source>Fill in what only the sender &amp;knows…</source>
        <translation>填写只有提交者知道的内容(&amp;K)…</translation>
    </message>
    <message>
        <source>Asked once</source>
        <translation>只填一次的内容</translation>
    </message>
    <message>
        <source>{who} · {count} lacking</source>
        <translation>{who} · 缺 {count} 项</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Urgent until {day}: less than three months since the disappearance.</source>
        <translation>紧急，至 {day} 止：失踪不满三个月。</translation>
    </message>
    <message>
        <source>Left out: {what} ({why})</source>
        <translation>未列入：{what}（{why}）</translation>
    </message>
    <message>
        <source>It goes to: {whom}</source>
        <translation>提交给：{whom}</translation>
    </message>
    <message>
        <source>Nothing is missing that the form must have.</source>
        <translation>表格所需的必填内容已齐全。</translation>
    </message>
    <message>
        <source>The file will be in English, whatever language the window speaks, since whoever imposes sanctions reads English. Have somebody read it who knows both languages before it goes.</source>
        <translation>无论界面使用哪种语言，文件都会用英文写成，因为实施制裁的机构阅读英文。发出之前，请让懂两种语言的人读一遍。</translation>
    </message>
    <message>
        <source>The file will be in English, whatever language the window speaks: the UN’s human rights offices work in English, French and Spanish. Chinese is an official language of the UN, but what comes in it may have to be translated there first, which takes time. Have somebody read the file who knows both languages before it goes.</source>
        <translation>无论界面使用哪种语言，文件都会用英文写成：联合国人权机构以英文、法文和西班牙文工作。中文虽是联合国正式语文，但中文来件可能要先在那里翻译，需要时间。发出之前，请让懂两种语言的人把文件读一遍。</translation>
    </message>
    <message>
        <source>Write the form</source>
        <translation>写出表格</translation>
    </message>
    <message>
        <source>The form is written, not encrypted. It was noted who is in it.</source>
        <translation>表格已写出，未加密。已记下其中涉及的人。</translation>
    </message>
    <message>
        <source>Whoever holds the file can read it. Delete it once it was sent.</source>
        <translation>持有该文件者都能阅读。发出后请删除。</translation>
    </message>
</context>
<context>
    <name>FormPerson</name>
    <message>
        <source>Yes.</source>
        <translation>是。</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>否。</translation>
    </message>
    <message>
        <source>Not answered.</source>
        <translation>尚未答复。</translation>
    </message>
    <message>
        <source>Note what they answered…</source>
        <translation>记录其答复…</translation>
    </message>
    <message>
        <source>They and what was done to them are left out: {reason}</source>
        <translation>此人及其遭遇不列入表格：{reason}</translation>
    </message>
    <message>
        <source>Their code stands in for the name.</source>
        <translation>以代号代替姓名。</translation>
    </message>
</context>
<context>
    <name>FormRecord</name>
    <message>
        <source>See the &amp;form</source>
        <translation>查看表格(&amp;F)</translation>
    </message>
</context>
<context>
    <name>FromPicture</name>
    <message>
        <source>Picture of the code</source>
        <translation>二维码的图片</translation>
    </message>
    <message>
        <source>From a picture…</source>
        <translation>从图片读取…</translation>
    </message>
</context>
<context>
    <name>Group</name>
    <message>
        <source>Remove this entry</source>
        <translation>移除这一项</translation>
    </message>
</context>
<context>
    <name>HandedOverStep</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>The case is sealed</source>
        <translation>案件已加密</translation>
    </message>
    <message>
        <source>The file can be read by nobody but those it is for. It was noted who has it.</source>
        <translation>除指定的人以外，谁也读不了这个文件。已记下由谁持有。</translation>
    </message>
    <message>
        <source>Give the file and the passphrase by two different ways, the passphrase best by voice.</source>
        <translation>请用两种不同的方式交付文件和口令，口令最好口头告知。</translation>
    </message>
    <message>
        <source>Give it to them by stick, message or mail: whoever carries it learns its size, no more.</source>
        <translation>可用 U 盘、消息或邮件交付：传递者只知道文件大小。</translation>
    </message>
    <message>
        <source>&amp;Back to the case</source>
        <translation>返回案件(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Hand over once more…</source>
        <translation>再次移交(&amp;H)…</translation>
    </message>
</context>
<context>
    <name>HandoverForm</name>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>To</source>
        <translation>交给</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>They agreed to</source>
        <translation>本人同意的用途</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>目的</translation>
    </message>
    <message>
        <source>Contacts it is handed to</source>
        <translation>移交给哪些联系人</translation>
    </message>
    <message>
        <source>Why they get it, in your words; they read this too</source>
        <translation>为什么交给他们，用您自己的话写；对方也会看到</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Somebody with only a passphrase</source>
        <translation>只用口令的人</translation>
    </message>
    <message>
        <source>The whole case</source>
        <translation>完整案件</translation>
    </message>
    <message>
        <source>A redacted copy</source>
        <translation>隐去身份的副本</translation>
    </message>
    <message>
        <source>You have no contacts yet. Add a colleague&apos;s card first.</source>
        <translation>您还没有联系人。请先添加同事的名片。</translation>
    </message>
    <message>
        <source>&amp;Add a colleague&apos;s card…</source>
        <translation>添加同事的名片(&amp;A)…</translation>
    </message>
    <message>
        <source>See what would &amp;leave</source>
        <translation>查看会移交什么(&amp;L)</translation>
    </message>
    <message>
        <source>our team</source>
        <translation>本团队</translation>
    </message>
    <message>
        <source>words not compared</source>
        <translation>尚未核对</translation>
    </message>
    <message>
        <source>a bare key</source>
        <translation>只有密钥</translation>
    </message>
    <message>
        <source>calls themselves “{name}”</source>
        <translation>自称“{name}”</translation>
    </message>
    <message>
        <source>Everything, with names, evidence and earlier wordings. What both sides change merges later.</source>
        <translation>全部内容，包括姓名、证据和早先的文字。双方以后的更改会合并。</translation>
    </message>
    <message>
        <source>No names, no history, and only what people agreed to. Whole cases go to contacts of our team alone. It is sealed with a passphrase, which you tell by another way.</source>
        <translation>不含姓名和历史，只含当事人同意的内容。完整案件只交给本团队的联系人。用口令加密，口令请另行告知。</translation>
    </message>
    <message>
        <source>No names, no history, and only what people agreed to.</source>
        <translation>不含姓名和历史，只含当事人同意的内容。</translation>
    </message>
    <message>
        <source>No names, no history, and only what people agreed to. Whole cases go to contacts of our team alone.</source>
        <translation>不含姓名和历史，只含当事人同意的内容。完整案件只移交给本团队的联系人。</translation>
    </message>
</context>
<context>
    <name>HandoverPage</name>
    <message>
        <source>Hand over a case</source>
        <translation>移交案件</translation>
    </message>
    <message>
        <source>Sealing the case</source>
        <translation>正在加密案件</translation>
    </message>
</context>
<context>
    <name>HandoverPreviewStep</name>
    <message>
        <source>A file that was given away cannot be called back, and whoever opens it can pass it on. Look through the lists once more.</source>
        <translation>交出的文件无法收回，打开它的人可以再转给别人。请再看一遍清单。</translation>
    </message>
    <message>
        <source>&amp;Write the sealed file…</source>
        <translation>写出加密文件(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>Earlier wordings go along: {count}. If one of them should not, open the record&apos;s history (Enter on its line), strike it, and come back.</source>
        <translation>早先的文字会一并移交：{count}。如有不该移交的，请打开该记录的历史（在该行按 Enter），删去后再回来。</translation>
    </message>
    <message>
        <source>Everybody gets a copy of their own. The one for:</source>
        <translation>每人各有一份副本。查看给谁的那一份：</translation>
    </message>
    <message>
        <source>The copy for</source>
        <translation>副本的接收人</translation>
    </message>
    <message>
        <source>A new or empty folder for the copies, one for each</source>
        <translation>存放各份副本的新的或空的文件夹</translation>
    </message>
    <message>
        <source>Where the sealed file goes</source>
        <translation>加密文件存到哪里</translation>
    </message>
    <message>
        <source>To</source>
        <translation>交给</translation>
    </message>
    <message>
        <source>Whoever has the passphrase</source>
        <translation>持有口令的人</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>The whole case</source>
        <translation>完整案件</translation>
    </message>
    <message>
        <source>A redacted copy</source>
        <translation>隐去身份的副本</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>目的</translation>
    </message>
</context>
<context>
    <name>HasIt</name>
    <message>
        <source>Whoever got at the tables written out</source>
        <translation>拿到所写出数据表的人</translation>
    </message>
    <message>
        <source>Whoever got at the copy of a file</source>
        <translation>拿到文件副本的人</translation>
    </message>
    <message>
        <source>Whoever got the form written out</source>
        <translation>拿到所写出表格的人</translation>
    </message>
    <message>
        <source>Whoever has the passphrase of that package</source>
        <translation>持有该文件包口令的人</translation>
    </message>
    <message>
        <source>Hand-over with names, to our team</source>
        <translation>含姓名的移交（交给本团队）</translation>
    </message>
    <message>
        <source>Redacted copy</source>
        <translation>隐去身份的副本</translation>
    </message>
    <message>
        <source>Redacted copy with a passphrase</source>
        <translation>以口令加密、隐去身份的副本</translation>
    </message>
    <message>
        <source>Hand-over that came from them</source>
        <translation>对方移交来的</translation>
    </message>
    <message>
        <source>Tables, not encrypted</source>
        <translation>数据表（未加密）</translation>
    </message>
    <message>
        <source>A file, not encrypted</source>
        <translation>单个文件（未加密）</translation>
    </message>
    <message>
        <source>A form, not encrypted</source>
        <translation>表格（未加密）</translation>
    </message>
    <message>
        <source>It came from them</source>
        <translation>由对方交来</translation>
    </message>
</context>
<context>
    <name>HasLeftLine</name>
    <message>
        <source>Others have something of theirs already: {count}. Tell them what may no longer be done with it.</source>
        <translation>他人手中已有含其资料的内容：{count} 份。请告知对方哪些用途已不再允许。</translation>
    </message>
    <message>
        <source>See who has &amp;it…</source>
        <translation>查看谁持有(&amp;I)…</translation>
    </message>
</context>
<context>
    <name>HiddenPanel</name>
    <message>
        <source>It tells where:</source>
        <translation>透露地点：</translation>
    </message>
    <message>
        <source>It tells who:</source>
        <translation>透露人物：</translation>
    </message>
    <message>
        <source>It holds more than one sees:</source>
        <translation>含有看不见的内容：</translation>
    </message>
    <message>
        <source>It tells with what device or program:</source>
        <translation>透露设备或程序：</translation>
    </message>
    <message>
        <source>It tells when:</source>
        <translation>透露时间：</translation>
    </message>
    <message>
        <source>It tells besides:</source>
        <translation>此外还有：</translation>
    </message>
    <message>
        <source>Looking into the file…</source>
        <translation>正在查看文件内部…</translation>
    </message>
    <message>
        <source>Hidden data in this file</source>
        <translation>文件中隐藏的信息</translation>
    </message>
    <message>
        <source>&amp;Look for hidden data</source>
        <translation>查找隐藏信息(&amp;L)</translation>
    </message>
    <message>
        <source>Make a &amp;clean copy</source>
        <translation>制作干净的副本(&amp;C)</translation>
    </message>
    <message>
        <source>It is plain text: nothing can be hidden in it but what one reads.</source>
        <translation>这是纯文本：除了读到的内容，不会隐藏别的。</translation>
    </message>
    <message>
        <source>Nothing was found: no place, no names, no device.</source>
        <translation>没有发现隐藏信息：没有地点、姓名或设备。</translation>
    </message>
    <message>
        <source>All of this is taken out when the file goes to anybody outside our team, unless you decide otherwise there. The original here stays as it came.</source>
        <translation>文件发给本团队以外的人时，这些都会清除，除非您届时另作决定。这里的原件保持原样。</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>有</translation>
    </message>
    <message>
        <source>{reason}. When the case goes to anybody outside our team this file stays here, unless you decide otherwise.</source>
        <translation>{reason}。案件发给本团队以外的人时，这个文件会留下，除非您另作决定。</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>&amp;Back to the record</source>
        <translation>返回记录(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Erase the record…</source>
        <translation>抹除记录(&amp;E)…</translation>
    </message>
    <message>
        <source>Changes, the latest first</source>
        <translation>更改，最近的在前</translation>
    </message>
    <message>
        <source>{count} fields</source>
        <translation>{count} 个栏目</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{fields} and {count} more</source>
        <translation>{fields}等，另有 {count} 项</translation>
    </message>
    <message>
        <source>Bring it bac&amp;k</source>
        <translation>恢复(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Put it aside</source>
        <translation>搁置(&amp;P)</translation>
    </message>
    <message>
        <source>here</source>
        <translation>本机</translation>
    </message>
</context>
<context>
    <name>HowManyShares</name>
    <message>
        <source>Split the recovery key into shares</source>
        <translation>把恢复密钥分成几份</translation>
    </message>
    <message>
        <source>Each share is a list of 33 words. Nobody who finds one has anything, and one that is lost locks nobody out. Whoever brings enough of them together opens everything, so give them to people who would not be searched on the same day.</source>
        <translation>每一份是 33 个词。谁捡到其中一份都毫无用处，丢失一份也不会把人关在门外。谁凑齐足够的份数就能打开一切，所以请交给不会在同一天被搜查的人。</translation>
    </message>
    <message>
        <source>{needed} of {count}</source>
        <translation>{count} 份中的 {needed} 份</translation>
    </message>
    <message>
        <source>&amp;Make the shares</source>
        <translation>分成这些份(&amp;M)</translation>
    </message>
    <message>
        <source>Rather &amp;one key</source>
        <translation>还是用一个密钥(&amp;O)</translation>
    </message>
    <message>
        <source>{count} papers; any {needed} of them open the vault; {spare} may be lost.</source>
        <translation>共 {count} 张纸；凭其中任意 {needed} 张可打开保险库；可以丢失 {spare} 张。</translation>
    </message>
</context>
<context>
    <name>IdentitiesPassphrase</name>
    <message>
        <source>Without it nobody can see real names. The recovery key opens them too.</source>
        <translation>没有它，谁也看不到真实姓名。恢复密钥也能打开它们。</translation>
    </message>
    <message>
        <source>New passphrase of the i&amp;dentities</source>
        <translation>身份资料的新口令(&amp;D)</translation>
    </message>
    <message>
        <source>New passphrase of the identities</source>
        <translation>身份资料的新口令</translation>
    </message>
    <message>
        <source>The same a&amp;gain</source>
        <translation>再输入一次(&amp;G)</translation>
    </message>
    <message>
        <source>The same passphrase of the identities again</source>
        <translation>再输入一次身份资料的口令</translation>
    </message>
</context>
<context>
    <name>IdentityPage</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Switch them on in the case that needs them, and say there why:</source>
        <translation>在需要它们的案件里开启，并写明理由：</translation>
    </message>
    <message>
        <source>They are switched on in a case this person belongs to.</source>
        <translation>在此人所属的案件里开启。</translation>
    </message>
    <message>
        <source>Not written down unless a case needs it: {lists}.</source>
        <translation>除非案件需要，否则不记录：{lists}。</translation>
    </message>
    <message>
        <source>What is written here is best kept to what a case needs; say below why it is kept.</source>
        <translation>这里只写案件需要的内容，并请在下面写明保存的理由。</translation>
    </message>
    <message>
        <source>Switch it on in {case}</source>
        <translation>在 {case} 中开启</translation>
    </message>
</context>
<context>
    <name>IdentityPassphrasePage</name>
    <message>
        <source>Passphrase of the identities</source>
        <translation>身份资料的口令</translation>
    </message>
    <message>
        <source>With a passphrase of their own the identities stay closed when the vault is opened: codes are shown, and real names, numbers and addresses only once it is typed. They are opened and closed at the foot of the window. Copies of the vault made before open as they did.</source>
        <translation>身份资料另设口令后，打开保险库时它们仍然关闭：只显示代号，输入这个口令后才显示真实姓名、号码和地址。在窗口底部可以打开和关闭它们。以前复制的保险库仍按原来的方式打开。</translation>
    </message>
    <message>
        <source>The identities have a passphrase of their own.</source>
        <translation>身份资料有单独的口令。</translation>
    </message>
    <message>
        <source>The identities open with the vault.</source>
        <translation>身份资料随保险库一起打开。</translation>
    </message>
    <message>
        <source>&amp;Old passphrase of the identities</source>
        <translation>身份资料的旧口令(&amp;O)</translation>
    </message>
    <message>
        <source>Old passphrase of the identities</source>
        <translation>身份资料的旧口令</translation>
    </message>
    <message>
        <source>&amp;Passphrase of the vault</source>
        <translation>保险库的口令(&amp;P)</translation>
    </message>
    <message>
        <source>Passphrase of the vault</source>
        <translation>保险库的口令</translation>
    </message>
    <message>
        <source>&amp;Change it</source>
        <translation>更改(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Give them this passphrase</source>
        <translation>设置这个口令(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Take it away</source>
        <translation>取消单独的口令(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>The identities have this passphrase of their own from now on.</source>
        <translation>从现在起身份资料有这个单独的口令。</translation>
    </message>
    <message>
        <source>Closing the vault closes them; it is asked for at the foot of the window.</source>
        <translation>关闭保险库时它们也随之关闭；在窗口底部打开时会要求输入这个口令。</translation>
    </message>
    <message>
        <source>The identities open with the vault from now on.</source>
        <translation>从现在起身份资料随保险库一起打开。</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Bring in a table</source>
        <translation>导入表格</translation>
    </message>
    <message>
        <source>Reading the table</source>
        <translation>正在读取表格</translation>
    </message>
    <message>
        <source>Bringing in the rows</source>
        <translation>正在导入各行</translation>
    </message>
</context>
<context>
    <name>ImportPreviewStep</name>
    <message>
        <source>To look at: {count}</source>
        <translation>需要看一下：{count}</translation>
    </message>
    <message>
        <source>Problems by row and column</source>
        <translation>各行各列的问题</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>原内容</translation>
    </message>
    <message>
        <source>Of each problem the first are listed; how many more there are stands at the end.</source>
        <translation>每种问题只列出最前面的几个；其余的数量列在最后。</translation>
    </message>
    <message>
        <source>What becomes of the columns</source>
        <translation>各列如何处理</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>成为</translation>
    </message>
    <message>
        <source>The first rows, as they were read</source>
        <translation>读到的前几行</translation>
    </message>
    <message>
        <source>Bring in &amp;all {count} rows</source>
        <translation>导入全部 {count} 行(&amp;A)</translation>
    </message>
    <message>
        <source>Bring in &amp;all {count} new rows</source>
        <translation>导入全部 {count} 个新行(&amp;A)</translation>
    </message>
    <message>
        <source>Bring in &amp;none</source>
        <translation>都不导入(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>The table cannot be taken while the problems marked “stops it” stand. Nothing was kept.</source>
        <translation>标有“阻止导入”的问题未解决之前无法导入。没有保存任何内容。</translation>
    </message>
    <message>
        <source>Every row is here already; bringing the table in again changes nothing.</source>
        <translation>所有的行都已在这里；再次导入不会有任何改变。</translation>
    </message>
    <message>
        <source>None of these stops the table: the words are kept as they stand, and flagged.</source>
        <translation>这些都不妨碍导入：原话照样保留，并加以标记。</translation>
    </message>
    <message>
        <source>No problems were found.</source>
        <translation>没有发现问题。</translation>
    </message>
    <message>
        <source>and {count} more like these: {problem}</source>
        <translation>同类问题还有 {count} 个：{problem}</translation>
    </message>
    <message>
        <source>Chinese of an older kind. Look whether the first rows read right.</source>
        <translation>较旧的中文编码。请看前几行是否读对了。</translation>
    </message>
    <message>
        <source>Chinese of an older kind, in traditional script. Look whether the first rows read right.</source>
        <translation>较旧的繁体中文编码。请看前几行是否读对了。</translation>
    </message>
    <message>
        <source>Letters of an older kind. Look whether the first rows read right.</source>
        <translation>较旧的文字编码。请看前几行是否读对了。</translation>
    </message>
    <message>
        <source>Column {number}</source>
        <translation>第 {number} 列</translation>
    </message>
    <message>
        <source>stops it: {problem}</source>
        <translation>阻止导入：{problem}</translation>
    </message>
    <message>
        <source>Each row is</source>
        <translation>每行是</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新</translation>
    </message>
    <message>
        <source>Here already</source>
        <translation>已在这里</translation>
    </message>
    <message>
        <source>Makes</source>
        <translation>将建立</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>读作</translation>
    </message>
</context>
<context>
    <name>ImportStart</name>
    <message>
        <source>The table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>A table (CSV) with one person a row, or the records another vault wrote out (files ending in .jsonl). A row becomes a person with names and a source; what has no place of its own is kept word for word as notes.</source>
        <translation>每行一个人的表格（CSV），或另一个保险库写出的记录（以 .jsonl 结尾的文件）。每行成为一个人物，带有姓名和来源；没有对应栏目的内容逐字存为备注。</translation>
    </message>
    <message>
        <source>First you see every problem by row and column and what would be made of the table. Then all rows come in, or none. The file itself stays where it is: delete it yourself if it should not lie there.</source>
        <translation>先列出每行每列的问题以及表格会变成什么，然后要么全部导入，要么都不导入。文件本身留在原处：如不应留下，请自行删除。</translation>
    </message>
    <message>
        <source>Choose the &amp;file…</source>
        <translation>选择文件(&amp;F)…</translation>
    </message>
    <message>
        <source>Each &amp;row is</source>
        <translation>每行是(&amp;R)</translation>
    </message>
    <message>
        <source>Each row is</source>
        <translation>每行是</translation>
    </message>
</context>
<context>
    <name>ImportedStep</name>
    <message>
        <source>Nothing new</source>
        <translation>没有新内容</translation>
    </message>
    <message>
        <source>All rows are in</source>
        <translation>已全部导入</translation>
    </message>
    <message>
        <source>Every row was here already; nothing was changed.</source>
        <translation>所有的行都已在这里；没有任何改变。</translation>
    </message>
    <message>
        <source>They came in as one whole, each record with its history from now on.</source>
        <translation>已一次全部导入，每条记录从现在起都有自己的历史。</translation>
    </message>
    <message>
        <source>&amp;See them</source>
        <translation>查看(&amp;S)</translation>
    </message>
    <message>
        <source>Bring in &amp;another…</source>
        <translation>再导入一个(&amp;A)…</translation>
    </message>
</context>
<context>
    <name>InterventionPage</name>
    <message>
        <source>No deadline runs yet: it counts from the day this was passed on to the State. Write that day down once you know it, under “{field}”.</source>
        <translation>期限尚未起算：期限从转交有关国家之日算起。得知日期后，请填入“{field}”。</translation>
    </message>
    <message>
        <source>Write the &amp;day down</source>
        <translation>填写日期(&amp;D)</translation>
    </message>
</context>
<context>
    <name>InterviewBox</name>
    <message>
        <source>&amp;Interview in progress</source>
        <translation>正在访谈(&amp;I)</translation>
    </message>
    <message>
        <source>While you listen and touch nothing, the vault stays open longer.</source>
        <translation>您在倾听而没有操作时，保险库会保持打开更长时间。</translation>
    </message>
</context>
<context>
    <name>InterviewButton</name>
    <message>
        <source>How the interview went</source>
        <translation>访谈经过</translation>
    </message>
</context>
<context>
    <name>InterviewPage</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>The opening is not finished: {steps}. The interview is kept all the same.</source>
        <translation>开场步骤还没有都答“是”：{steps}。访谈照样保存。</translation>
    </message>
    <message>
        <source>Go &amp;through it</source>
        <translation>逐项完成(&amp;T)</translation>
    </message>
</context>
<context>
    <name>InterviewSign</name>
    <message>
        <source>Interview: open until {time}</source>
        <translation>访谈中：{time}之前不锁定</translation>
    </message>
    <message>
        <source>Press when the interview is over</source>
        <translation>访谈结束时请按此处</translation>
    </message>
    <message>
        <source>If nothing is touched, the vault locks at {time}.</source>
        <translation>如果一直无人操作，保险库将在{time}锁定。</translation>
    </message>
</context>
<context>
    <name>InvolvementPage</name>
    <message>
        <source>Proposed: somebody pressured them. Change it if it is otherwise.</source>
        <translation>建议：有人向其施压。如不是这样，请更改。</translation>
    </message>
</context>
<context>
    <name>ItemsEditor</name>
    <message>
        <source>Add: {what}</source>
        <translation>添加：{what}</translation>
    </message>
</context>
<context>
    <name>KeyFileLine</name>
    <message>
        <source>&amp;Key file…</source>
        <translation>密钥文件…(&amp;K)</translation>
    </message>
    <message>
        <source>This vault also needs its key file.</source>
        <translation>这个保险库还需要它的密钥文件。</translation>
    </message>
    <message>
        <source>The key file of the vault</source>
        <translation>保险库的密钥文件</translation>
    </message>
</context>
<context>
    <name>KeyFilePage</name>
    <message>
        <source>Key file</source>
        <translation>密钥文件</translation>
    </message>
    <message>
        <source>A small file without which the passphrase opens nothing, and without which nobody can even try passphrases. Keep it on a stick, apart from the vault: then whoever takes the computer, or copies its disk, has too little.</source>
        <translation>一个小文件：没有它，光有口令什么也打不开，别人连猜口令都无从下手。请放在U 盘上，与保险库分开保管：这样，拿走电脑或复制硬盘的人还缺一样东西。</translation>
    </message>
    <message>
        <source>This vault needs its key file.</source>
        <translation>这个保险库需要它的密钥文件。</translation>
    </message>
    <message>
        <source>This vault needs no key file.</source>
        <translation>这个保险库不需要密钥文件。</translation>
    </message>
    <message>
        <source>Keep a second copy somewhere safe. Where both are lost, the recovery key alone opens the vault. Copies of the vault made before go on opening as they did.</source>
        <translation>请在安全的地方另存一份。如果两份都丢失，单凭恢复密钥也能打开保险库。以前复制的保险库仍按原来的方式打开。</translation>
    </message>
    <message>
        <source>&amp;Passphrase of the vault</source>
        <translation>保险库的口令(&amp;P)</translation>
    </message>
    <message>
        <source>Passphrase of the vault</source>
        <translation>保险库的口令</translation>
    </message>
    <message>
        <source>&amp;Make another key file…</source>
        <translation>另做一个密钥文件…(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Make a key file…</source>
        <translation>生成密钥文件…(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Do without a key file</source>
        <translation>不再使用密钥文件(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>Where the key file is kept, apart from the vault</source>
        <translation>密钥文件放在哪里（与保险库分开）</translation>
    </message>
    <message>
        <source>The key file was made. The vault needs it from now on, beside the passphrase.</source>
        <translation>密钥文件已生成。从现在起，打开保险库除了口令还需要它。</translation>
    </message>
    <message>
        <source>The recovery key opens the vault without it.</source>
        <translation>用恢复密钥打开保险库不需要它。</translation>
    </message>
    <message>
        <source>Copy it to a second stick, and keep neither with the vault.</source>
        <translation>请再复制一份到另一个U 盘，两份都不要与保险库放在一起。</translation>
    </message>
    <message>
        <source>The vault opens by its passphrase alone from now on.</source>
        <translation>从现在起只用口令就能打开保险库。</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Underlined letters work with Alt. While an input method composes, its keys stay its own.</source>
        <translation>带下划线的字母与 Alt 同按。输入法组字时，按键归输入法使用。</translation>
    </message>
    <message>
        <source>A new testimony, from anywhere</source>
        <translation>在任何地方新建证词</translation>
    </message>
    <message>
        <source>The rooms at the left, from the top</source>
        <translation>左侧各栏，自上而下</translation>
    </message>
    <message>
        <source>In a list: filter it</source>
        <translation>在列表中：筛选</translation>
    </message>
    <message>
        <source>In a list: order it by the next column</source>
        <translation>在列表中：改按下一列排序</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Lock: the screen is cleared at once, what was typed comes back</source>
        <translation>锁定：屏幕立即清空，已输入的内容会恢复</translation>
    </message>
    <message>
        <source>Somebody is at the door: lock, and off the screen at once, from anywhere; Ctrl+Shift+L too</source>
        <translation>有人上门：无论在哪里，立即锁定并从屏幕上消失；Ctrl+Shift+L 也可以</translation>
    </message>
    <message>
        <source>Hide names and show codes, or bring the names back</source>
        <translation>隐藏姓名、显示代号，或恢复显示姓名</translation>
    </message>
    <message>
        <source>In a field: say why it is empty; F4 again goes on to the next reason, Enter or 1 … 4 take it</source>
        <translation>在栏目中：说明为何空缺；再按 F4 转到下一个原因，按 Enter 或 1 … 4 选定</translation>
    </message>
    <message>
        <source>On the line above a group of fields: close it, open it; Enter does either</source>
        <translation>在一组栏目上方的标题行：收起、展开；按 Enter 也可</translation>
    </message>
    <message>
        <source>In a field: what it stands on, and the other values there are</source>
        <translation>在栏目中：依据什么，以及还有哪些不同的说法</translation>
    </message>
    <message>
        <source>In a longer text: mention a person, or let the marked words stand for one</source>
        <translation>在较长的文字中：提到一个人，或让选中的文字代表某人</translation>
    </message>
    <message>
        <source>In a text: make the name or number that is underlined a mention, or in one line its code</source>
        <translation>在文字中：把加了下划线的姓名或号码变为提及；单行中则换成代号</translation>
    </message>
    <message>
        <source>In a testimony or an interview: pause, stop, support for whoever speaks</source>
        <translation>在证词或访谈中：暂停、停止、给讲述人的支持</translation>
    </message>
    <message>
        <source>In a testimony: one more statement</source>
        <translation>在证词中：增加一段陈述</translation>
    </message>
    <message>
        <source>Among what still goes on: it goes on today; it is over</source>
        <translation>在“仍在持续”中：今天仍在持续；已经结束</translation>
    </message>
    <message>
        <source>From the navigation to the list, to what is chosen in it, and round; with Shift back</source>
        <translation>依次转到导航、列表、所选内容；加 Shift 则反向</translation>
    </message>
    <message>
        <source>Larger and smaller text; Ctrl+0 the system&apos;s own size</source>
        <translation>放大或缩小文字；Ctrl+0 恢复系统大小</translation>
    </message>
    <message>
        <source>Lock and end the program; what was typed is kept</source>
        <translation>锁定并退出程序；已输入的内容会保留</translation>
    </message>
    <message>
        <source>Back to where you were</source>
        <translation>回到刚才的地方</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>本页</translation>
    </message>
</context>
<context>
    <name>KeysSection</name>
    <message>
        <source>Keys</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>What opens this vault. A recovery key opens it whatever else is lost.</source>
        <translation>用什么打开这个保险库。无论丢了别的什么，恢复密钥都能打开它。</translation>
    </message>
    <message>
        <source>Key &amp;file…</source>
        <translation>密钥文件…(&amp;F)</translation>
    </message>
    <message>
        <source>Passphrase of the &amp;identities…</source>
        <translation>身份资料的口令…(&amp;I)</translation>
    </message>
    <message>
        <source>It opens by its passphrase alone.</source>
        <translation>只用口令就能打开。</translation>
    </message>
    <message>
        <source>It opens by its passphrase and its key file together.</source>
        <translation>要口令和密钥文件一起才能打开。</translation>
    </message>
    <message>
        <source>Without the key file nobody can even try a passphrase.</source>
        <translation>没有密钥文件，别人连猜口令都无从下手。</translation>
    </message>
    <message>
        <source>Trying a single passphrase costs {size} MB of memory, and a computer like the one it was set on about a second.</source>
        <translation>每试一个口令，都要占用 {size} MB 内存；在设置口令时那样的电脑上约需一秒钟。</translation>
    </message>
    <message>
        <source>The identities open with it.</source>
        <translation>身份资料随之打开。</translation>
    </message>
    <message>
        <source>The identities have a passphrase of their own.</source>
        <translation>身份资料有单独的口令。</translation>
    </message>
    <message>
        <source>Change the &amp;passphrase…</source>
        <translation>更改口令(&amp;P)…</translation>
    </message>
</context>
<context>
    <name>Kin</name>
    <message>
        <source>father&apos;s side</source>
        <translation>父亲一方</translation>
    </message>
    <message>
        <source>mother&apos;s side</source>
        <translation>母亲一方</translation>
    </message>
    <message>
        <source>husband&apos;s side</source>
        <translation>丈夫一方</translation>
    </message>
    <message>
        <source>wife&apos;s side</source>
        <translation>妻子一方</translation>
    </message>
</context>
<context>
    <name>Lacks</name>
    <message>
        <source>Wanted before it is accepted:</source>
        <translation>采纳前还需要：</translation>
    </message>
    <message>
        <source>Looks odd:</source>
        <translation>看起来有问题：</translation>
    </message>
    <message>
        <source>Go to: {field}</source>
        <translation>前往：{field}</translation>
    </message>
</context>
<context>
    <name>Line</name>
    <message>
        <source>Remove {what}</source>
        <translation>移除{what}</translation>
    </message>
</context>
<context>
    <name>LineMarking</name>
    <message>
        <source>Somebody known is named here. Write a code instead.</source>
        <translation>此处提到已知的人，请改写代号。</translation>
    </message>
    <message>
        <source>Somebody known is named here. F7 puts the code there.</source>
        <translation>此处提到已知的人。按 F7 换成代号。</translation>
    </message>
    <message>
        <source>Put the code in its place</source>
        <translation>换成代号</translation>
    </message>
</context>
<context>
    <name>ListedField</name>
    <message>
        <source>This is not in the list, and so it is not saved. Choose from the list, or clear the field.</source>
        <translation>这不在列表中，因此没有保存。请从列表中选择，或清空此栏。</translation>
    </message>
    <message>
        <source>not in the list, not saved</source>
        <translation>不在列表中，未保存</translation>
    </message>
</context>
<context>
    <name>Locking</name>
    <message>
        <source>Locking the vault…</source>
        <translation>正在锁定保险库…</translation>
    </message>
</context>
<context>
    <name>LongWork</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
</context>
<context>
    <name>LookFirst</name>
    <message>
        <source>Others noted what can be seen or heard in this file. Somebody here has to look at it first: until then it counts as if a face or a voice may be in it, and stays here where that needs somebody&apos;s yes.</source>
        <translation>这份文件中能看到或听到什么，是他人注明的。须先由这里的人亲自看过；在此之前，一律视为可能有面容或声音，凡须本人同意的用途都不外传。</translation>
    </message>
    <message>
        <source>I have looked: it is as &amp;they say</source>
        <translation>我已看过，确如所述(&amp;T)</translation>
    </message>
</context>
<context>
    <name>MakePractice</name>
    <message>
        <source>Filling it: a few seconds.</source>
        <translation>正在填入内容：需要几秒钟。</translation>
    </message>
    <message>
        <source>Look around with invented people</source>
        <translation>先用虚构人物试试</translation>
    </message>
    <message>
        <source>A vault for practice, with three invented families in it: what was done to them, how it is known and what they agreed to. Try out everything; nothing here can do harm.</source>
        <translation>练习用的保险库，内有三个虚构家庭：他们遭遇了什么、如何得知、同意了什么。什么都可以试，不会造成任何损害。</translation>
    </message>
    <message>
        <source>Record nobody real in it. Anybody can open it: its passphrase is “{passphrase}”.</source>
        <translation>不要在里面记录任何真实的人。任何人都能打开它：口令是“{passphrase}”。</translation>
    </message>
    <message>
        <source>Folder of the practice vault</source>
        <translation>练习保险库的文件夹</translation>
    </message>
    <message>
        <source>A new or empty folder.</source>
        <translation>新的或空的文件夹。</translation>
    </message>
    <message>
        <source>&amp;Make the practice vault</source>
        <translation>建立练习保险库(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
</context>
<context>
    <name>MarkedLine</name>
    <message>
        <source>Make it a mention</source>
        <translation>变为提及</translation>
    </message>
    <message>
        <source>Make them all mentions</source>
        <translation>全部变为提及</translation>
    </message>
    <message>
        <source>The words stay as they were said; closed, the text has the code.</source>
        <translation>原话照旧；身份关闭时，文中只见代号。</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>Nobody known is named here in plain words.</source>
        <translation>此处没有以明文提到已知的人。</translation>
    </message>
    <message>
        <source>Somebody known is named here in plain words. F7 makes it a mention.</source>
        <translation>此处以明文提到已知的人。按 F7 变为提及。</translation>
    </message>
    <message>
        <source>{count} times somebody known is named here in plain words. F7 makes one a mention.</source>
        <translation>此处有 {count} 处以明文提到已知的人。按 F7 逐个变为提及。</translation>
    </message>
</context>
<context>
    <name>MendedStep</name>
    <message>
        <source>Put back. The vault opens with the passphrase and the recovery key of the day of the backup.</source>
        <translation>已放回。保险库用备份当天的口令和恢复密钥打开。</translation>
    </message>
    <message>
        <source>All the files with the keys are there and can be read. Nothing was changed.</source>
        <translation>存放密钥的文件都在，也能读取。没有任何更改。</translation>
    </message>
    <message>
        <source>&amp;Open it…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
</context>
<context>
    <name>MentionButton</name>
    <message>
        <source>Mention a person</source>
        <translation>提及某人</translation>
    </message>
    <message>
        <source>Ctrl+M puts somebody into the text, or lets the marked words stand for them</source>
        <translation>Ctrl+M：在文中提及某人，或让选中的文字代表此人</translation>
    </message>
</context>
<context>
    <name>MentionField</name>
    <message>
        <source>Mentions {people}</source>
        <translation>提及 {people}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Make the &amp;name a mention</source>
        <translation>把此名变为提及(&amp;N)</translation>
    </message>
    <message>
        <source>Somebody known is named here. F7: a mention</source>
        <translation>此处提到已知的人。按 F7 变为提及</translation>
    </message>
    <message>
        <source>Ctrl+M mentions a person</source>
        <translation>按 Ctrl+M 可提及某人</translation>
    </message>
    <message>
        <source>&amp;Mention a person</source>
        <translation>提及某人(&amp;M)</translation>
    </message>
</context>
<context>
    <name>MentionPicker</name>
    <message>
        <source>Who is “{words}”?</source>
        <translation>“{words}”是谁？</translation>
    </message>
    <message>
        <source>Who is mentioned here?</source>
        <translation>这里提到的是谁？</translation>
    </message>
    <message>
        <source>The words stay as they were said; while names are hidden the code stands in their place.</source>
        <translation>原话保持不变；隐藏姓名时，此处显示代号。</translation>
    </message>
    <message>
        <source>Name or code</source>
        <translation>姓名或代号</translation>
    </message>
</context>
<context>
    <name>MovedDate</name>
    <message>
        <source>Counted from a date that has changed since. Nothing was changed here.</source>
        <translation>所依据的日期后来改过。此处没有改动。</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>重新推算</translation>
    </message>
</context>
<context>
    <name>NameProposals</name>
    <message>
        <source>Which part is which, proposed:</source>
        <translation>建议的姓与名：</translation>
    </message>
    <message>
        <source>Pinyin, proposed. Choose how they write it:</source>
        <translation>拼音，仅为建议。请选择本人的写法：</translation>
    </message>
    <message>
        <source>one name only: {given}</source>
        <translation>只有名，无姓：{given}</translation>
    </message>
    <message>
        <source>family {family}, given {given}</source>
        <translation>姓 {family}，名 {given}</translation>
    </message>
    <message>
        <source>Take over: {what}</source>
        <translation>采用：{what}</translation>
    </message>
</context>
<context>
    <name>NamesPage</name>
    <message>
        <source>Names that came</source>
        <translation>收到的姓名</translation>
    </message>
    <message>
        <source>&amp;Decide so</source>
        <translation>就这样决定(&amp;D)</translation>
    </message>
    <message>
        <source>These names came while the identities were closed. What somebody else put aside in them holds here only if you accept it.</source>
        <translation>这些姓名是在身份资料关闭期间收到的。别人在其中搁置的内容，只有您接受，才在这里生效。</translation>
    </message>
    <message>
        <source>Nothing is left to decide, or the identities are closed.</source>
        <translation>没有需要决定的，或者身份资料已关闭。</translation>
    </message>
    <message>
        <source>Decided.</source>
        <translation>已决定。</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>New testimony</source>
        <translation>新证词</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Ctrl+N</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation>导航</translation>
    </message>
    <message>
        <source>{room}: {count} to settle</source>
        <translation>{room}：有 {count} 处待处理</translation>
    </message>
</context>
<context>
    <name>NewFormPage</name>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>State responsible</source>
        <translation>责任国</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>为了谁</translation>
    </message>
    <message>
        <source>About which acts</source>
        <translation>针对的侵害行为</translation>
    </message>
    <message>
        <source>A new form</source>
        <translation>新表格</translation>
    </message>
    <message>
        <source>This form is for one person; make one for each.</source>
        <translation>此表格每人一份；请为每个人分别填写。</translation>
    </message>
    <message>
        <source>&amp;Begin the form</source>
        <translation>开始填写(&amp;B)</translation>
    </message>
    <message>
        <source>the defender</source>
        <translation>捍卫者本人</translation>
    </message>
    <message>
        <source>Choose a case first.</source>
        <translation>请先选择案件。</translation>
    </message>
    <message>
        <source>Tick for whom it is.</source>
        <translation>请勾选表格是为谁填写的。</translation>
    </message>
    <message>
        <source>Leave one person ticked.</source>
        <translation>请只勾选一个人。</translation>
    </message>
</context>
<context>
    <name>NewKeysSection</name>
    <message>
        <source>If somebody knows the passphrase</source>
        <translation>如果有人知道口令</translation>
    </message>
    <message>
        <source>Changing it is not enough where they have a copy of the vault: then renew the keys as well.</source>
        <translation>如果对方有保险库的副本，光改口令不够：还要更新密钥。</translation>
    </message>
    <message>
        <source>Rene&amp;w the keys…</source>
        <translation>更新密钥(&amp;W)…</translation>
    </message>
    <message>
        <source>The keys were last renewed on {day}.</source>
        <translation>上次更新密钥：{day}。</translation>
    </message>
    <message>
        <source>The keys are being renewed. The rest is done when the identities are open.</source>
        <translation>正在更新密钥，其余部分要等身份资料打开后才能完成。</translation>
    </message>
    <message>
        <source>The keys are renewed but for the last step: lock the vault and unlock it once more, and open the identities with their passphrase if they have one.</source>
        <translation>密钥更新只差最后一步：请锁定保险库再重新解锁；如果身份资料有自己的口令，请用它打开身份资料。</translation>
    </message>
    <message>
        <source>Everything has new keys but {count} damaged files, which keep the old ones so that nothing more of them is lost. Checking the vault says which they are.</source>
        <translation>除 {count} 个已损坏的文件外，所有内容都已换用新密钥；这些文件保留旧密钥，以免损失更多。检查保险库可以看到是哪些文件。</translation>
    </message>
    <message>
        <source>The keys are being renewed. Go on working; after a lock it goes on by itself.</source>
        <translation>正在更新密钥。请继续工作；锁定后会自行接着进行。</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>Very weak</source>
        <translation>很弱</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>弱</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>好</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>强</translation>
    </message>
    <message>
        <source>It is too long.</source>
        <translation>太长了。</translation>
    </message>
    <message>
        <source>It needs an input method, which is not there when the vault is opened, and may send what is typed elsewhere. Use letters, digits and signs of the keyboard.</source>
        <translation>它需要输入法，而打开保险库时没有输入法可用，输入法还可能把您输入的内容传到别处。请使用键盘上的字母、数字和符号。</translation>
    </message>
    <message>
        <source>It can be guessed. Several unrelated words are better.</source>
        <translation>这可能被猜到。用几个互不相关的词更好。</translation>
    </message>
    <message>
        <source>Pinyin can be guessed more easily than it looks. Add syllables, or use the words proposed.</source>
        <translation>拼音比看起来容易猜到。请增加音节，或使用建议的词。</translation>
    </message>
    <message>
        <source>Nobody can open the vault without it.</source>
        <translation>没有它，谁也打不开保险库。</translation>
    </message>
    <message>
        <source>New &amp;passphrase</source>
        <translation>新口令(&amp;P)</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>The &amp;same again</source>
        <translation>再输入一次(&amp;S)</translation>
    </message>
    <message>
        <source>The same passphrase again</source>
        <translation>再输入一次口令</translation>
    </message>
    <message>
        <source>Propose &amp;words</source>
        <translation>建议几个词(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Use these words</source>
        <translation>使用这些词(&amp;U)</translation>
    </message>
    <message>
        <source>Words proposed</source>
        <translation>建议的词</translation>
    </message>
    <message>
        <source>The two are not the same yet.</source>
        <translation>两次输入还不一致。</translation>
    </message>
</context>
<context>
    <name>NewPerson</name>
    <message>
        <source>A new person</source>
        <translation>新人物</translation>
    </message>
    <message>
        <source>&amp;Name, as far as it is known</source>
        <translation>姓名，知道多少写多少(&amp;N)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Names are sealed with the identities. Without a name the person is called by a code.</source>
        <translation>姓名与身份资料一起加密保存。没有姓名时以代号称呼。</translation>
    </message>
    <message>
        <source>&amp;Add the person</source>
        <translation>添加此人(&amp;A)</translation>
    </message>
</context>
<context>
    <name>NewerFields</name>
    <message>
        <source>Of a newer program</source>
        <translation>来自较新版本的程序</translation>
    </message>
    <message>
        <source>This program does not know these fields. They are kept and passed on as they are.</source>
        <translation>本程序不认识这些栏目；会原样保留，原样传递。</translation>
    </message>
</context>
<context>
    <name>NormsEditor</name>
    <message>
        <source>Add: {what}</source>
        <translation>添加：{what}</translation>
    </message>
    <message>
        <source>&amp;Propose rules of law</source>
        <translation>建议法律规范(&amp;P)</translation>
    </message>
    <message>
        <source>Another rule: ICCPR 12, passport, 出境</source>
        <translation>其他规范：ICCPR 12、护照、出境</translation>
    </message>
    <message>
        <source>Choose what happened first; rules are proposed for its type.</source>
        <translation>请先选择侵害类型；法律规范按类型建议。</translation>
    </message>
    <message>
        <source>A rule you tick is kept as confirmed, with the code you sign by.</source>
        <translation>勾选的规范记为已确认，并附上您的签名代号。</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>confirmed by {code}</source>
        <translation>由 {code} 确认</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已确认</translation>
    </message>
</context>
<context>
    <name>NotSaved</name>
    <message>
        <source>What you have just left could not be saved.</source>
        <translation>刚才离开的页面没有保存成功。</translation>
    </message>
    <message>
        <source>Your words are kept as an encrypted draft.</source>
        <translation>您写下的内容已作为加密草稿保留。</translation>
    </message>
    <message>
        <source>Go back to it</source>
        <translation>回到那里</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Dismiss this message</source>
        <translation>关闭这条消息</translation>
    </message>
</context>
<context>
    <name>OutcomeStep</name>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Evidence files</source>
        <translation>证据文件</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Since then, in the vault</source>
        <translation>此后保险库中</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Not as they were when the backup was made</source>
        <translation>与备份时不一样</translation>
    </message>
    <message>
        <source>Not checked: the identities have their own passphrase</source>
        <translation>未检查：身份资料另有口令</translation>
    </message>
    <message>
        <source>Checksum of all changes</source>
        <translation>全部更改的校验值</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
</context>
<context>
    <name>OwnCardPanel</name>
    <message>
        <source>Your card</source>
        <translation>您的名片</translation>
    </message>
    <message>
        <source>Give it to colleagues. It holds no secret: whoever has it can send you cases and can read nothing. What matters is that they know it is yours.</source>
        <translation>请交给同事。名片不含秘密：持有者可以把案件发给您，但读不到任何内容。重要的是对方确知这是您的名片。</translation>
    </message>
    <message>
        <source>&amp;Name on the card</source>
        <translation>名片上的名字(&amp;N)</translation>
    </message>
    <message>
        <source>Name on the card</source>
        <translation>名片上的名字</translation>
    </message>
    <message>
        <source>What colleagues call you; it need not be your real name</source>
        <translation>同事怎么称呼您；不必是真名</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>改名(&amp;R)</translation>
    </message>
    <message>
        <source>Read these words to your colleague, over the phone or face to face:</source>
        <translation>请在电话里或当面把这些词读给同事听：</translation>
    </message>
    <message>
        <source>Save as a &amp;file…</source>
        <translation>存为文件(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Copy as text</source>
        <translation>复制为文字(&amp;C)</translation>
    </message>
    <message>
        <source>Show as &amp;QR codes</source>
        <translation>显示为二维码(&amp;Q)</translation>
    </message>
    <message>
        <source>Show the &amp;words again</source>
        <translation>重新显示指纹词(&amp;W)</translation>
    </message>
    <message>
        <source>Colleagues can send to this card until {day}. New keys are made for it each quarter: give the card again before then. What was sent to an older card still opens for a year after its end.</source>
        <translation>同事可以用这张名片给您发送内容，直到{day}。名片的密钥每季度换新：请在那之前再给一次名片。用旧名片发来的内容，在其到期后一年内仍能打开。</translation>
    </message>
    <message>
        <source>Your card was made anew.</source>
        <translation>您的名片已重新生成。</translation>
    </message>
    <message>
        <source>Colleagues see the new name when you give it.</source>
        <translation>您交出新名片后，同事会看到新名字。</translation>
    </message>
    <message>
        <source>Where the card is saved</source>
        <translation>名片存到哪里</translation>
    </message>
    <message>
        <source>The card was saved.</source>
        <translation>名片已保存。</translation>
    </message>
    <message>
        <source>It holds no secret.</source>
        <translation>名片不含秘密。</translation>
    </message>
    <message>
        <source>The card is on the clipboard for ten seconds.</source>
        <translation>名片已在剪贴板上，十秒后自动清除。</translation>
    </message>
</context>
<context>
    <name>OwnNameStep</name>
    <message>
        <source>Your card has no name yet. Whoever gets it, by itself or with a package, sees a row of letters and digits and has to guess whose it is. You are asked this once.</source>
        <translation>您的名片还没有名字。无论单独收到还是随包收到，对方只会看到一串字母和数字，只能猜是谁的。只问您这一次。</translation>
    </message>
    <message>
        <source>&amp;Name on the card</source>
        <translation>名片上的名字(&amp;N)</translation>
    </message>
    <message>
        <source>Name on the card</source>
        <translation>名片上的名字</translation>
    </message>
    <message>
        <source>What colleagues call you; it need not be your real name</source>
        <translation>同事怎么称呼您；不必是真名</translation>
    </message>
    <message>
        <source>&amp;Use this name</source>
        <translation>使用这个名字(&amp;U)</translation>
    </message>
    <message>
        <source>Go on &amp;without a name</source>
        <translation>不用名字，继续(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
</context>
<context>
    <name>PackagePassphrase</name>
    <message>
        <source>Whoever has the file and this passphrase can read it. It is kept nowhere: note it down.</source>
        <translation>谁有文件和这个口令，谁就能读。口令不会保存在任何地方：请记下来。</translation>
    </message>
</context>
<context>
    <name>PackagePassphraseStep</name>
    <message>
        <source>That passphrase does not open it. Mind capital letters, spaces and the keyboard&apos;s layout.</source>
        <translation>这个口令打不开。请注意大小写、空格和键盘布局。</translation>
    </message>
    <message>
        <source>The package is not sealed to you. If it was made for somebody else, nobody here can open it; if the sender told you a passphrase, type it here.</source>
        <translation>这个文件包不是加密给您的。如果是给别人的，这里没有人能打开；如果发送者告诉过您口令，请在此输入。</translation>
    </message>
    <message>
        <source>&amp;Passphrase of the package</source>
        <translation>文件包的口令(&amp;P)</translation>
    </message>
    <message>
        <source>Passphrase of the package</source>
        <translation>文件包的口令</translation>
    </message>
    <message>
        <source>&amp;Open it</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
</context>
<context>
    <name>PairsPage</name>
    <message>
        <source>Perhaps the same person</source>
        <translation>可能是同一人</translation>
    </message>
    <message>
        <source>This person</source>
        <translation>此人</translation>
    </message>
    <message>
        <source>and this one</source>
        <translation>与此人</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>已决定</translation>
    </message>
    <message>
        <source>Names are compared only while the identities are open and names are shown.</source>
        <translation>只有身份资料打开且显示姓名时，才比较姓名。</translation>
    </message>
    <message>
        <source>Nobody here has a name like somebody else&apos;s that was not decided on.</source>
        <translation>没有姓名相近而尚未决定的人。</translation>
    </message>
    <message>
        <source>Choose a pair to compare the two. There are more; they come once these are decided.</source>
        <translation>请选择一对进行比较。还有更多，这些决定之后再列出。</translation>
    </message>
    <message>
        <source>Choose a pair to compare the two. What you decide is remembered.</source>
        <translation>请选择一对进行比较。您的决定会被记住。</translation>
    </message>
</context>
<context>
    <name>PersonNames</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Type, script</source>
        <translation>类型、文字</translation>
    </message>
    <message>
        <source>Pinyin</source>
        <translation>拼音</translation>
    </message>
    <message>
        <source>Family | given</source>
        <translation>姓 | 名</translation>
    </message>
    <message>
        <source>{pinyin} (not confirmed)</source>
        <translation>{pinyin}（未确认）</translation>
    </message>
</context>
<context>
    <name>Picker</name>
    <message>
        <source>Add “{words}” as a new person</source>
        <translation>新建人物“{words}”</translation>
    </message>
    <message>
        <source>Add “{words}” as a new case</source>
        <translation>新建案件“{words}”</translation>
    </message>
    <message>
        <source>Use “{words}” as it is written</source>
        <translation>照原样使用“{words}”</translation>
    </message>
    <message>
        <source>Add “{words}” as a new organisation</source>
        <translation>新建机构“{words}”</translation>
    </message>
    <message>
        <source>Add “{words}” as a new source</source>
        <translation>新建来源“{words}”</translation>
    </message>
    <message>
        <source>Add “{words}” as a new tag</source>
        <translation>新建标签“{words}”</translation>
    </message>
</context>
<context>
    <name>PracticeLine</name>
    <message>
        <source>For practice: all people here are invented. Record nobody real here. Its passphrase: {passphrase}</source>
        <translation>练习用：这里的人物均为虚构，请勿记录真实的人。口令：{passphrase}</translation>
    </message>
</context>
<context>
    <name>PrintPaper</name>
    <message>
        <source>By hand is safer. What is printed passes through the system&apos;s print queue and the printer. Both may keep it, readable, for long; a printer in a network is sent it over the network. To find printers the system may ask the network which there are.</source>
        <translation>手抄更安全。打印的内容要经过系统的打印队列和打印机，两处都可能长期留下可读的内容；网络打印机的内容还要经过网络。查找打印机时，系统可能会在网络上询问。</translation>
    </message>
    <message>
        <source>&amp;Look for printers…</source>
        <translation>查找打印机(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Print this page</source>
        <translation>打印这一页(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Do &amp;not print</source>
        <translation>不打印(&amp;N)</translation>
    </message>
    <message>
        <source>The system is being asked…</source>
        <translation>正在询问系统……</translation>
    </message>
    <message>
        <source>It was sent to the printer. Take the page at once. Then give it back here, as if written.</source>
        <translation>已送到打印机。请马上取走那一页，然后像手抄的一样在这里交回核对。</translation>
    </message>
    <message>
        <source>It could not be printed. Write it down by hand.</source>
        <translation>没能打印。请用手抄下。</translation>
    </message>
    <message>
        <source>This machine has no printer. Write it down by hand.</source>
        <translation>这台电脑没有打印机。请用手抄下。</translation>
    </message>
    <message>
        <source>Stand at the printer, so that nobody else takes the page. Nothing on it says what it opens.</source>
        <translation>请守在打印机旁，别让别人拿走那一页。纸上没有写明它能打开什么。</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
</context>
<context>
    <name>PubliclyKnown</name>
    <message>
        <source>This means: the name stands with all other records. Whoever opens this vault reads it, also without the passphrase of the identities. Only for people whose name is known in public already.</source>
        <translation>这表示：姓名与其他记录放在一起。打开这个保险库的人都能读到，不需要身份资料的口令。只用于姓名已为公众所知的人。</translation>
    </message>
    <message>
        <source>The names written before are still sealed with the identities.</source>
        <translation>此前写下的姓名仍与身份资料一同封存。</translation>
    </message>
    <message>
        <source>&amp;Let these names stay in sight</source>
        <translation>让这些姓名保持可见(&amp;L)</translation>
    </message>
    <message>
        <source>Names of theirs still stand in sight, outside the identities.</source>
        <translation>此人的姓名仍在身份资料之外，可以看到。</translation>
    </message>
    <message>
        <source>&amp;Seal these names</source>
        <translation>封存这些姓名(&amp;S)</translation>
    </message>
    <message>
        <source>Open the identities first.</source>
        <translation>请先打开身份资料。</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>File Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>%1 File</source>
        <translation>%1 文件</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>驱动器</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>快捷方式</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>位置(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>QrCodes</name>
    <message>
        <source>A card needs several codes. Your colleague takes a picture of each, in any order, and reads the pictures in. Phones that back their pictures up to a cloud give away whom you know.</source>
        <translation>一张名片需要几个二维码。请同事逐个拍照，次序不限，再读入图片。会把照片备份到云端的手机会暴露您认识谁。</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>上一个(&amp;P)</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>下一个(&amp;X)</translation>
    </message>
    <message>
        <source>Code {number} of {count}</source>
        <translation>第 {number} 个，共 {count} 个</translation>
    </message>
</context>
<context>
    <name>QuickChoices</name>
    <message>
        <source>Who is speaking</source>
        <translation>讲述人</translation>
    </message>
    <message>
        <source>About whom</source>
        <translation>涉及谁</translation>
    </message>
    <message>
        <source>Which case</source>
        <translation>所属案件</translation>
    </message>
    <message>
        <source>What they agreed to</source>
        <translation>同意的范围</translation>
    </message>
    <message>
        <source>Name or code</source>
        <translation>姓名或代号</translation>
    </message>
    <message>
        <source>Title or code</source>
        <translation>标题或编号</translation>
    </message>
</context>
<context>
    <name>QuickTestimonyPage</name>
    <message>
        <source>Nothing is written yet.</source>
        <translation>还没有写任何内容。</translation>
    </message>
    <message>
        <source>New testimony</source>
        <translation>新证词</translation>
    </message>
    <message>
        <source>The account, in their own words</source>
        <translation>讲述内容（原话）</translation>
    </message>
    <message>
        <source>Write down what is told, in the words it is told in. Nothing else has to be filled in.</source>
        <translation>把讲述的内容按原话写下来。其他的都可以不填。</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>&amp;Throw away</source>
        <translation>丢弃(&amp;T)</translation>
    </message>
    <message>
        <source>Here is what you had begun.</source>
        <translation>这是您之前写的内容。</translation>
    </message>
    <message>
        <source>Here is what you had begun. The names are with the identities: open them, and they come back.</source>
        <translation>这是您之前写的内容。其中的姓名存放在身份资料里：打开身份资料，姓名就会回来。</translation>
    </message>
    <message>
        <source>The testimony is kept.</source>
        <translation>证词已保存。</translation>
    </message>
    <message>
        <source>Go on from its text when you like.</source>
        <translation>您可以随时从文字继续补充。</translation>
    </message>
    <message>
        <source>Write down what was agreed to with the speaker.</source>
        <translation>请在讲述人那里写明同意的内容。</translation>
    </message>
    <message>
        <source>The account was thrown away.</source>
        <translation>这份讲述已丢弃。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>ReasonMenu</name>
    <message>
        <source>There is no answer:</source>
        <translation>没有答案，因为：</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>A new contact.</source>
        <translation>新联系人。</translation>
    </message>
    <message>
        <source>A newer card of somebody you know, made with the same key.</source>
        <translation>您认识的人的较新名片，密钥相同。</translation>
    </message>
    <message>
        <source>You have this card already.</source>
        <translation>您已有这张名片。</translation>
    </message>
    <message>
        <source>You have a newer card of theirs already; this one is not taken.</source>
        <translation>您已有对方更新的名片；这张不采用。</translation>
    </message>
    <message>
        <source>This is your own card.</source>
        <translation>这是您自己的名片。</translation>
    </message>
    <message>
        <source>A bare key of somebody without this program. They can be sent redacted copies; nothing they send can be told to be theirs.</source>
        <translation>没有本程序的人的单独密钥。可以发给他们隐去身份的副本；但无法确认收到的内容出自他们。</translation>
    </message>
    <message>
        <source>You know somebody of this name with another key. This may be their new key, or somebody pretending to be them: compare the words before you trust it.</source>
        <translation>您认识的同名联系人用的是另一个密钥。这可能是其新密钥，也可能有人冒充：请先核对这些词再信任。</translation>
    </message>
    <message>
        <source>New here</source>
        <translation>新记录</translation>
    </message>
    <message>
        <source>Here already</source>
        <translation>这里已有</translation>
    </message>
    <message>
        <source>They erased it</source>
        <translation>对方已抹除</translation>
    </message>
    <message>
        <source>They put it aside</source>
        <translation>对方已搁置</translation>
    </message>
    <message>
        <source>They removed an entry</source>
        <translation>对方移除了一项</translation>
    </message>
    <message>
        <source>They brought it back</source>
        <translation>对方已恢复</translation>
    </message>
    <message>
        <source>in the text</source>
        <translation>见于正文</translation>
    </message>
    <message>
        <source>by name</source>
        <translation>按姓名</translation>
    </message>
    <message>
        <source>by code</source>
        <translation>按编号</translation>
    </message>
    <message>
        <source>by what is chosen there</source>
        <translation>按所选项</translation>
    </message>
    <message>
        <source>by pinyin</source>
        <translation>按拼音</translation>
    </message>
    <message>
        <source>Pages of the databases</source>
        <translation>数据库的页</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>What the changes say</source>
        <translation>更改的内容</translation>
    </message>
    <message>
        <source>Steps noted in the vault</source>
        <translation>保险库记下的步骤</translation>
    </message>
    <message>
        <source>Sealed with the identities, which are closed</source>
        <translation>与身份资料一起加密（现已关闭）</translation>
    </message>
    <message>
        <source>Evidence files</source>
        <translation>证据文件</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>建立</translation>
    </message>
    <message>
        <source>Merges with yours</source>
        <translation>与您的记录合并</translation>
    </message>
    <message>
        <source>By their note, somebody agreed to more than is noted here</source>
        <translation>按对方的记录，当事人同意的范围大于此处所记</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Brought together</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>Brought back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>抹除</translation>
    </message>
    <message>
        <source>Names; aliases in brackets become names of their own</source>
        <translation>姓名；括号中的别名另成姓名</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Date of death</source>
        <translation>去世日期</translation>
    </message>
    <message>
        <source>A source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>A note, word for word</source>
        <translation>备注，逐字保存</translation>
    </message>
    <message>
        <source>A field of the record</source>
        <translation>记录的栏目</translation>
    </message>
</context>
<context>
    <name>ReceivePage</name>
    <message>
        <source>Receive a package</source>
        <translation>接收文件包</translation>
    </message>
    <message>
        <source>Opening and checking the package</source>
        <translation>正在打开并检查文件包</translation>
    </message>
    <message>
        <source>The package is whole, and signed by somebody who is not among your contacts. Who is it?</source>
        <translation>文件包完整，但签名者不在您的联系人中。这是谁？</translation>
    </message>
    <message>
        <source>Taking the package in</source>
        <translation>正在接收文件包</translation>
    </message>
</context>
<context>
    <name>ReceivePreviewStep</name>
    <message>
        <source>Arrives: {count}</source>
        <translation>收到：{count} 条</translation>
    </message>
    <message>
        <source>They agreed on a condition: see that it holds</source>
        <translation>当事人附条件同意：请确认条件已满足</translation>
    </message>
    <message>
        <source>What arrives</source>
        <translation>到达的内容</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>如何处理</translation>
    </message>
    <message>
        <source>&amp;Take it in</source>
        <translation>接收并合并(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Do not take it</source>
        <translation>不接收(&amp;D)</translation>
    </message>
    <message>
        <source>{what}; contradicts: {fields}</source>
        <translation>{what}；有矛盾：{fields}</translation>
    </message>
    <message>
        <source>The words of their card were never compared with them: somebody else may be writing in their name. Call them before you take it in, and read these words to each other: {words}</source>
        <translation>从未与对方核对其名片的词语：可能有人冒用其名。接收之前请打电话给对方，互相念这些词：{words}</translation>
    </message>
    <message>
        <source>Everything in it is here already. Nothing would change.</source>
        <translation>其中的内容都已在这里，不会有任何改变。</translation>
    </message>
    <message>
        <source>Names came with it; they wait, sealed, until the identities are opened (at the foot of the window). Everything else can be taken in now.</source>
        <translation>随包带有姓名：它们会封存等待，直到打开身份资料（在窗口底部）。其余内容现在就可以收下。</translation>
    </message>
    <message>
        <source>The names in it are sealed to keys that are not here, so it cannot be taken in. Give the sender your newest contact card, and ask them to hand the case over once more.</source>
        <translation>其中的姓名所用的密钥不在这里，因此不能收下。请把最新的名片交给发送方，并请对方再移交一次案件。</translation>
    </message>
    <message>
        <source>Where they and you wrote different things, both stay until you settle it under Conflicts.</source>
        <translation>双方写得不同的地方，两者都会保留，直到您在“冲突”中处理。</translation>
    </message>
    <message>
        <source>Arrives empty, or its latest wording is not in the package: {fields}</source>
        <translation>到达时为空，或文件包中没有最新的文字：{fields}</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>Calls themselves</source>
        <translation>自称</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>制作时间</translation>
    </message>
    <message>
        <source>{when}, as they claim</source>
        <translation>{when}（对方所述）</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>A whole case</source>
        <translation>完整案件</translation>
    </message>
    <message>
        <source>A redacted copy</source>
        <translation>隐去身份的副本</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>目的</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
</context>
<context>
    <name>ReceiveStart</name>
    <message>
        <source>The package</source>
        <translation>文件包</translation>
    </message>
    <message>
        <source>A package is opened and checked in memory: who signed it, whether anything was altered. You see what it would bring and change before anything of it is kept. Receiving the same one twice changes nothing.</source>
        <translation>文件包在内存中打开并检查：由谁签名，是否被改动过。在保存任何内容之前，您会看到它会带来和改变什么。同一个文件包接收两次不会有任何改变。</translation>
    </message>
    <message>
        <source>Choose the &amp;file…</source>
        <translation>选择文件(&amp;F)…</translation>
    </message>
</context>
<context>
    <name>ReceivedStep</name>
    <message>
        <source>New records</source>
        <translation>新记录</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>已合并</translation>
    </message>
    <message>
        <source>Conflicts to settle</source>
        <translation>待处理的冲突</translation>
    </message>
    <message>
        <source>Evidence files</source>
        <translation>证据文件</translation>
    </message>
    <message>
        <source>Decisions accepted</source>
        <translation>已接受的决定</translation>
    </message>
    <message>
        <source>Decisions refused</source>
        <translation>已拒绝的决定</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>没有新内容</translation>
    </message>
    <message>
        <source>The package is in</source>
        <translation>文件包已接收</translation>
    </message>
    <message>
        <source>Everything in it was here already; nothing was changed.</source>
        <translation>其中的内容都已在这里；没有任何改变。</translation>
    </message>
    <message>
        <source>It was taken in as a whole. What you had before is still in the history.</source>
        <translation>已完整接收。您原有的内容仍在历史中。</translation>
    </message>
    <message>
        <source>Names came with it; they wait, sealed, until the identities are opened.</source>
        <translation>随包带有姓名：它们已封存等待，直到打开身份资料。</translation>
    </message>
    <message>
        <source>See the &amp;cases</source>
        <translation>查看案件(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Settle the conflicts</source>
        <translation>处理冲突(&amp;S)</translation>
    </message>
    <message>
        <source>Receive &amp;another…</source>
        <translation>再接收一个(&amp;A)…</translation>
    </message>
</context>
<context>
    <name>ReckonedLines</name>
    <message>
        <source>Lasted: {text}</source>
        <translation>持续时间：{text}</translation>
    </message>
    <message>
        <source>Held in {about}: {text}</source>
        <translation>关押于{about}：{text}</translation>
    </message>
    <message>
        <source>At the time: {text}</source>
        <translation>当时：{text}</translation>
    </message>
    <message>
        <source>At the time: {text}, a child</source>
        <translation>当时：{text}，未成年</translation>
    </message>
    <message>
        <source>At the time: {text}, perhaps a child</source>
        <translation>当时：{text}，可能未成年</translation>
    </message>
    <message>
        <source>The age stated, {text}, does not fit what is known of the birth. Both stay.</source>
        <translation>所写年龄 {text} 岁与已知的出生日期不符。两者都保留。</translation>
    </message>
    <message>
        <source>This lies before the birth that is recorded: one of the two does not fit.</source>
        <translation>此日期早于所记的出生日期：两者必有一处不符。</translation>
    </message>
    <message>
        <source>By the age given: born {text}</source>
        <translation>按所说年龄推算：出生于{text}</translation>
    </message>
    <message>
        <source>Today: {text}</source>
        <translation>今天：{text}</translation>
    </message>
</context>
<context>
    <name>RecordEditor</name>
    <message>
        <source>The words are kept as a draft.</source>
        <translation>这些文字已作为草稿保留。</translation>
    </message>
    <message>
        <source>The changes were thrown away.</source>
        <translation>改动已放弃。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Words you had typed here are with the identities: open them before you save.</source>
        <translation>您在此输入过的一些字词存放在身份资料里：保存之前请先打开身份资料。</translation>
    </message>
</context>
<context>
    <name>RecordHead</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>New: {kind}</source>
        <translation>新建：{kind}</translation>
    </message>
    <message>
        <source>Nothing here has to be filled in.</source>
        <translation>这里没有必填的内容。</translation>
    </message>
    <message>
        <source>Erased: nothing of it is left.</source>
        <translation>已抹除：没有留下任何内容。</translation>
    </message>
    <message>
        <source>Sealed with the identities. Open them at the foot of the window to read it.</source>
        <translation>与身份资料一起加密。请在窗口底部打开身份资料后再阅读。</translation>
    </message>
    <message>
        <source>Put aside. “More” brings it back.</source>
        <translation>已搁置。可在“更多”中恢复。</translation>
    </message>
    <message>
        <source>Values contradict each other after a merge: see Conflicts.</source>
        <translation>合并后有互相矛盾的内容：请看“冲突”。</translation>
    </message>
    <message>
        <source>A later wording is not here.</source>
        <translation>后来的文字不在这里。</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>历史(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Bring back</source>
        <translation>恢复(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Put aside</source>
        <translation>搁置(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Look at it again on a day…</source>
        <translation>设定复查日期(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Erase…</source>
        <translation>抹除(&amp;E)…</translation>
    </message>
</context>
<context>
    <name>RecordPage</name>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>Alt+Left</source>
        <translation>Alt+←</translation>
    </message>
</context>
<context>
    <name>RecordsModel</name>
    <message>
        <source>Orders the list by this; once more the other way round</source>
        <translation>按此列排序；再点一次则反向</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>讲述人</translation>
    </message>
    <message>
        <source>First words</source>
        <translation>开头文字</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Due by</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更改日期</translation>
    </message>
    <message>
        <source>(nothing written yet)</source>
        <translation>（还没有内容）</translation>
    </message>
</context>
<context>
    <name>RecordsPage</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>筛选列表</translation>
    </message>
    <message>
        <source>First-hand only</source>
        <translation>只看亲历</translation>
    </message>
    <message>
        <source>Recorded twice?</source>
        <translation>有重复记录？</translation>
    </message>
    <message>
        <source>People whose names are alike, to be compared two by two</source>
        <translation>姓名相近的人，可两两比较</translation>
    </message>
    <message>
        <source>New &amp;event</source>
        <translation>新建事件(&amp;E)</translation>
    </message>
    <message>
        <source>New &amp;organisation</source>
        <translation>新机构(&amp;O)</translation>
    </message>
    <message>
        <source>New so&amp;urce</source>
        <translation>新来源(&amp;U)</translation>
    </message>
    <message>
        <source>New &amp;task</source>
        <translation>新待办(&amp;T)</translation>
    </message>
    <message>
        <source>New t&amp;ag</source>
        <translation>新标签(&amp;A)</translation>
    </message>
    <message>
        <source>Nothing here has these words. Shorten or clear the filter; Ctrl+K searches everywhere.</source>
        <translation>这里没有含这些词的条目。请缩短或清空筛选；按 Ctrl+K 可搜索全部内容。</translation>
    </message>
    <message>
        <source>Nothing here was said to be first-hand. “How they know” in a statement says so.</source>
        <translation>这里没有注明为亲历的内容。请在陈述的“如何得知”中注明。</translation>
    </message>
    <message>
        <source>Choose something in the list, and it opens here.</source>
        <translation>在列表中选择一项，就会在这里打开。</translation>
    </message>
    <message>
        <source>New &amp;case</source>
        <translation>新案件(&amp;C)</translation>
    </message>
    <message>
        <source>New &amp;person</source>
        <translation>新人物(&amp;P)</translation>
    </message>
    <message>
        <source>New &amp;testimony</source>
        <translation>新证词(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Add a file</source>
        <translation>添加文件(&amp;A)</translation>
    </message>
</context>
<context>
    <name>Recover</name>
    <message>
        <source>Working out the keys: a few seconds.</source>
        <translation>正在计算密钥，需要几秒钟。</translation>
    </message>
    <message>
        <source>Open with the recovery key</source>
        <translation>用恢复密钥打开</translation>
    </message>
    <message>
        <source>Type the key from paper, piece by piece; blanks and capital letters do not matter. Or give as many shares as are needed. The vault then gets a new passphrase, which opens the identities too unless they have a recovery key of their own; it needs no key file any more. Copies made before still open as they did.</source>
        <translation>请照纸逐段输入密钥，空格和大小写都没有关系；或给出所需的各份。随后为保险库设置新口令，身份资料也用它打开（除非另有自己的恢复密钥），也不再需要密钥文件。此前的副本仍照原样打开。</translation>
    </message>
    <message>
        <source>&amp;Open the vault</source>
        <translation>打开保险库(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
</context>
<context>
    <name>RecoverIdentities</name>
    <message>
        <source>Open the identities with their recovery key</source>
        <translation>用恢复密钥打开身份资料</translation>
    </message>
    <message>
        <source>Their own recovery key, or its shares; where they have none, the vault&apos;s. They then get a new passphrase of their own; copies made before still open with the old one.</source>
        <translation>身份资料自己的恢复密钥或其各份；没有的话，用保险库的恢复密钥。随后为身份资料设置新的专用口令；此前的副本仍能用旧口令打开。</translation>
    </message>
    <message>
        <source>&amp;Open the identities</source>
        <translation>打开身份资料(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
</context>
<context>
    <name>RecoveryEntry</name>
    <message>
        <source>The whole key</source>
        <translation>整个密钥</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>分份</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>Any shares of one set, in any order. The first four letters of each word are enough; capital letters, numbers before the words and line ends do not matter.</source>
        <translation>同一套中的任意几份，顺序不限。每个词输入前四个字母即可；大小写、词前的编号和换行都没有关系。</translation>
    </message>
    <message>
        <source>The key is complete.</source>
        <translation>密钥完整无误。</translation>
    </message>
    <message>
        <source>{count} of {all} letters</source>
        <translation>已输入 {count} / {all} 个字符</translation>
    </message>
    <message>
        <source>A letter is mistyped, or there are too many. Compare it with the paper, piece by piece.</source>
        <translation>有字符输入有误，或字符过多。请与纸上逐段对照。</translation>
    </message>
    <message>
        <source>The shares give a whole key.</source>
        <translation>这些份合成了完整的密钥。</translation>
    </message>
</context>
<context>
    <name>RecoveryKey</name>
    <message>
        <source>Write down the recovery key</source>
        <translation>抄下恢复密钥</translation>
    </message>
    <message>
        <source>When the passphrase is lost it opens instead, for you and for whoever finds it. It is shown this once and kept nowhere. Write it on paper by hand, and keep the paper far from this machine. Capital letters do not matter, and there is no letter O and no letter I in it.</source>
        <translation>口令丢失时，凭它就能打开，对您如此，对捡到它的人也一样。它只显示这一次，不保存在任何地方。请用手抄在纸上，把纸放在远离这台电脑的地方。大小写无关紧要，其中没有字母 O 和字母 I。</translation>
    </message>
    <message>
        <source>Other programs (age) want {beginning} before it, without a blank.</source>
        <translation>用其他程序（age）时，须在前面加上 {beginning}，中间不留空格。</translation>
    </message>
    <message>
        <source>I have &amp;written it down</source>
        <translation>我已抄写好(&amp;W)</translation>
    </message>
    <message>
        <source>Split it into s&amp;hares…</source>
        <translation>分成几份(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Print it…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Show it again</source>
        <translation>再显示一次(&amp;S)</translation>
    </message>
    <message>
        <source>To be sure that it is on paper, type two of its pieces, or show a picture of its code:</source>
        <translation>为确认已抄在纸上，请输入其中两段，或给出二维码的图片：</translation>
    </message>
    <message>
        <source>The code is another one. Take a picture of the one shown before.</source>
        <translation>这是另一个二维码。请拍摄刚才显示的那个。</translation>
    </message>
    <message>
        <source>Piece {number}</source>
        <translation>第 {number} 段</translation>
    </message>
    <message>
        <source>It is on &amp;paper</source>
        <translation>已抄在纸上(&amp;P)</translation>
    </message>
    <message>
        <source>Piece {number} reads otherwise. Look at the paper once more.</source>
        <translation>第 {number} 段不一样。请再看一看纸上写的。</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>The new recovery key was not put in place.</source>
        <translation>新的恢复密钥没有生效。</translation>
    </message>
    <message>
        <source>The one before it still counts.</source>
        <translation>原来的恢复密钥仍然有效。</translation>
    </message>
    <message>
        <source>Destroy what you wrote down of the new one.</source>
        <translation>请销毁抄下的新密钥。</translation>
    </message>
    <message>
        <source>A recovery key for the identities</source>
        <translation>身份资料的恢复密钥</translation>
    </message>
    <message>
        <source>A new recovery key</source>
        <translation>新的恢复密钥</translation>
    </message>
    <message>
        <source>The new recovery key is in place.</source>
        <translation>新的恢复密钥已经生效。</translation>
    </message>
    <message>
        <source>The one before opens this folder no more; copies of the folder made before still open with it.</source>
        <translation>原来的密钥不再能打开这个文件夹；此前复制的文件夹仍能用它打开。</translation>
    </message>
    <message>
        <source>Destroy the papers of the old one, and old copies you do not need. Then rehearse the new one.</source>
        <translation>请销毁旧密钥的纸张和不需要的旧副本，然后用新密钥演练一次。</translation>
    </message>
</context>
<context>
    <name>RecoverySection</name>
    <message>
        <source>Recovery</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>The recovery key, whole or in shares on paper, opens the vault when the passphrase is lost.</source>
        <translation>口令丢失时，可用抄在纸上的恢复密钥（整个或分份）打开保险库。</translation>
    </message>
    <message>
        <source>Make a new recovery key…</source>
        <translation>生成新的恢复密钥…</translation>
    </message>
    <message>
        <source>I have it on paper…</source>
        <translation>我已抄在纸上…</translation>
    </message>
    <message>
        <source>Rehearse it…</source>
        <translation>演练…</translation>
    </message>
    <message>
        <source>The identities&apos; own recovery key…</source>
        <translation>身份资料自己的恢复密钥…</translation>
    </message>
    <message>
        <source>Not set up: nobody has given the recovery key back from paper yet.</source>
        <translation>尚未设置好：还没有人照纸交回过恢复密钥。</translation>
    </message>
    <message>
        <source>Given back from paper on {day}.</source>
        <translation>{day}已照纸交回核对。</translation>
    </message>
    <message>
        <source>It is in {count} shares, of which {needed} are needed.</source>
        <translation>它分为 {count} 份，需要其中 {needed} 份。</translation>
    </message>
    <message>
        <source>Not rehearsed yet: a drill restores the last backup with it.</source>
        <translation>尚未演练：演练会用它恢复最近的备份。</translation>
    </message>
    <message>
        <source>Rehearsed on {day}.</source>
        <translation>{day}演练成功。</translation>
    </message>
    <message>
        <source>The identities have a recovery key of their own.</source>
        <translation>身份资料有自己的恢复密钥。</translation>
    </message>
</context>
<context>
    <name>RehearsedStep</name>
    <message>
        <source>{count} changes more</source>
        <translation>多了 {count} 处更改</translation>
    </message>
    <message>
        <source>It works: the backup is whole, and the recovery key opens it. The rehearsal left nothing.</source>
        <translation>演练成功：备份完整，恢复密钥能打开它。演练没有留下任何东西。</translation>
    </message>
    <message>
        <source>The key opens the backup, but something in it is damaged. Make a new one on another stick.</source>
        <translation>密钥能打开备份，但里面有损坏。请在另一个 U 盘上重新备份。</translation>
    </message>
    <message>
        <source>The backup is whole, but it and this key are older than the recovery key of today. Make a backup now, and rehearse with that and with the key of today.</source>
        <translation>备份完好，但它和这个密钥都早于今天的恢复密钥。请现在做一次备份，再用它和今天的密钥演练。</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>完成(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Rehearse once more…</source>
        <translation>再演练一次(&amp;R)…</translation>
    </message>
</context>
<context>
    <name>RelatedList</name>
    <message>
        <source>none yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>Cases as the defender</source>
        <translation>作为捍卫者的案件</translation>
    </message>
    <message>
        <source>They &amp;withdrew this…</source>
        <translation>本人已撤回(&amp;W)…</translation>
    </message>
    <message>
        <source>All they &amp;agreed to…</source>
        <translation>本人同意的全部用途(&amp;A)…</translation>
    </message>
    <message>
        <source>Add {what}</source>
        <translation>添加{what}</translation>
    </message>
    <message>
        <source>Add an {what}</source>
        <translation>添加{what}</translation>
    </message>
    <message>
        <source>Add a {what}</source>
        <translation>添加{what}</translation>
    </message>
    <message>
        <source>there may be more: open the identities to see</source>
        <translation>可能还有：请打开身份资料查看</translation>
    </message>
    <message>
        <source>closed: open the identities to see</source>
        <translation>已关闭：请打开身份资料查看</translation>
    </message>
</context>
<context>
    <name>RelatedOthers</name>
    <message>
        <source>Add something else</source>
        <translation>添加其他</translation>
    </message>
</context>
<context>
    <name>RelatedTasks</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Due by</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编号</translation>
    </message>
</context>
<context>
    <name>RelationshipPage</name>
    <message>
        <source>Proposed: this is what the word says. Change it if it is otherwise.</source>
        <translation>建议：该称谓即为此关系。如不是这样，请更改。</translation>
    </message>
    <message>
        <source>{person} is the {relation} of {related}.</source>
        <translation>{person}是{related}的{relation}。</translation>
    </message>
</context>
<context>
    <name>RenewKeysPage</name>
    <message>
        <source>Renew the keys</source>
        <translation>更新密钥</translation>
    </message>
    <message>
        <source>Do this when somebody may know a passphrase of this vault. A new passphrase alone does not keep them out: the old one and a copy of the vault from that time open this vault too.</source>
        <translation>如果可能有人知道这个保险库的口令，请这样做。光换新口令挡不住他们：旧口令加上当时的保险库副本，也能打开现在的保险库。</translation>
    </message>
    <message>
        <source>The vault gets new keys, and everything in it is sealed to them. Change the passphrase first. You can go on working; a lock interrupts it, and it goes on by itself after unlocking.</source>
        <translation>保险库将换用新密钥，其中所有内容都用新密钥重新加密。请先更改口令。期间可以继续工作；锁定会中断它，解锁后会自行接着进行。</translation>
    </message>
    <message>
        <source>What they copied before stays open to them, and traces of the old files may stay on the disk until it is written over. Passphrases and the recovery key stay as they are. Your contact card gets new keys for packages; give it to your contacts once more.</source>
        <translation>他们先前复制走的内容，他们仍然能打开；旧文件的痕迹也可能留在磁盘上，直到被新内容覆盖。口令和恢复密钥不变。您的联系人名片会换上新的文件包密钥，请再给一次您的联系人。</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>口令(&amp;P)</translation>
    </message>
    <message>
        <source>Passphrase of the &amp;identities</source>
        <translation>身份资料的口令(&amp;I)</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Passphrase of the identities</source>
        <translation>身份资料的口令</translation>
    </message>
    <message>
        <source>&amp;Renew the keys</source>
        <translation>更新密钥(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Go on now</source>
        <translation>现在继续(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Let it rest until the next unlocking</source>
        <translation>暂停，下次解锁后继续(&amp;L)</translation>
    </message>
    <message>
        <source>The identities are closed: they get new keys when they are next opened.</source>
        <translation>身份资料已关闭：下次打开时才会换上新密钥。</translation>
    </message>
    <message>
        <source>Files to seal anew: {count} ({size}). Free room needed meanwhile: {room}.</source>
        <translation>需要重新加密的文件：{count} 个（{size}）。期间需要的空闲空间：{room}。</translation>
    </message>
    <message>
        <source>Files that were set aside before keep the keys they had: {count}.</source>
        <translation>先前搁置的文件保留原来的密钥：{count} 个。</translation>
    </message>
</context>
<context>
    <name>Renewing</name>
    <message>
        <source>Lists and search are up to date.</source>
        <translation>列表和搜索已更新。</translation>
    </message>
    <message>
        <source>Lists and search are being brought up to date: {done} of {total}</source>
        <translation>正在更新列表和搜索：{done} / {total}</translation>
    </message>
</context>
<context>
    <name>RenewingKeys</name>
    <message>
        <source>Renewing the keys rests. It goes on after the next unlocking.</source>
        <translation>密钥更新已暂停，下次解锁后继续。</translation>
    </message>
    <message>
        <source>Keys are being renewed: {percent} %</source>
        <translation>正在更新密钥：{percent} %</translation>
    </message>
    <message>
        <source>Keys are renewed in part. Safekeeping says what is missing.</source>
        <translation>密钥只更新了一部分，还缺什么见“妥善保管”。</translation>
    </message>
    <message>
        <source>Your contact card…</source>
        <translation>您的联系人名片…</translation>
    </message>
    <message>
        <source>The keys are renewed.</source>
        <translation>密钥已更新。</translation>
    </message>
    <message>
        <source>Whoever kept the old ones opens what they copied then, and nothing that is in the vault today.</source>
        <translation>留有旧密钥的人只能打开他们当时复制的内容，打不开保险库现在的任何内容。</translation>
    </message>
    <message>
        <source>Give your contact card once more to those who send you packages: it has new keys too.</source>
        <translation>请把您的联系人名片再给一次寄文件包给您的人：其中的密钥也换了。</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Forms for the UN and for sanctions</source>
        <translation>联合国与制裁表格</translation>
    </message>
    <message>
        <source>Filled in from the records. Nothing is written before everybody in it has been asked.</source>
        <translation>由记录自动填写。询问过其中每一个人之前，不会写出任何内容。</translation>
    </message>
    <message>
        <source>&amp;New form…</source>
        <translation>新表格(&amp;N)…</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>统计表</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>表格</translation>
    </message>
</context>
<context>
    <name>RescueForm</name>
    <message>
        <source>Everything that can still be read is brought into a new vault, which opens with the same passphrase and recovery key. The damaged one is only read; keep it. What cannot be brought over is listed by its code.</source>
        <translation>所有仍可读取的内容都会放进一个新保险库，它用同样的口令和恢复密钥打开。受损的保险库只被读取，请保留它。无法带过来的内容会按编号列出。</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>口令(&amp;P)</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>I have only the recovery &amp;key, or the passphrase no longer opens it</source>
        <translation>我只有恢复密钥，或口令已无法打开它(&amp;K)</translation>
    </message>
    <message>
        <source>The &amp;identities have a passphrase of their own</source>
        <translation>身份资料另有口令(&amp;I)</translation>
    </message>
    <message>
        <source>Passphrase of the identities</source>
        <translation>身份资料的口令</translation>
    </message>
    <message>
        <source>Where the new vault goes</source>
        <translation>新保险库放在哪里</translation>
    </message>
    <message>
        <source>Folder of the new vault</source>
        <translation>新保险库的文件夹</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>选择(&amp;H)…</translation>
    </message>
    <message>
        <source>What else there is</source>
        <translation>其他来源</translation>
    </message>
    <message>
        <source>What is missing is taken from backups, and from packages that came or were sent. A newer backup first.</source>
        <translation>缺少的内容会从备份以及收到或发出的文件包中取回。请先添加较新的备份。</translation>
    </message>
    <message>
        <source>Add a back&amp;up…</source>
        <translation>添加备份…(&amp;U)</translation>
    </message>
    <message>
        <source>Add pa&amp;ckages…</source>
        <translation>添加文件包…(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Rescue</source>
        <translation>救援(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>Backup: {folder}</source>
        <translation>备份：{folder}</translation>
    </message>
    <message>
        <source>Package: {file}</source>
        <translation>文件包：{file}</translation>
    </message>
    <message>
        <source>A new or empty folder</source>
        <translation>新的或空的文件夹</translation>
    </message>
    <message>
        <source>The folder of a backup</source>
        <translation>备份所在的文件夹</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>文件包</translation>
    </message>
</context>
<context>
    <name>RescueScreen</name>
    <message>
        <source>Rescue a damaged vault</source>
        <translation>救援受损的保险库</translation>
    </message>
    <message>
        <source>Reading what is left, and building the new vault</source>
        <translation>正在读取余下的内容，建立新保险库</translation>
    </message>
</context>
<context>
    <name>Rescued</name>
    <message>
        <source>The recovery key no longer opens it: set up recovery anew.</source>
        <translation>恢复密钥已无法打开它：请重新设置恢复方式。</translation>
    </message>
    <message>
        <source>The keys of the identities are lost: sealed words cannot be read any more.</source>
        <translation>身份资料的密钥已丢失：封存的内容无法再读取。</translation>
    </message>
    <message>
        <source>The recovery key no longer opens the identities: set up recovery anew.</source>
        <translation>恢复密钥已无法打开身份资料：请重新设置恢复方式。</translation>
    </message>
    <message>
        <source>The keys for packages are new: give your contacts the new card.</source>
        <translation>文件包密钥已换新：请把新名片交给联系人。</translation>
    </message>
    <message>
        <source>The signing key is new: give your contacts the new card, and compare words.</source>
        <translation>签名密钥已换新：请把新名片交给联系人，并重新核对词语。</translation>
    </message>
    <message>
        <source>The keys for names in packages are new: give your contacts the new card.</source>
        <translation>文件包中姓名的密钥已换新：请把新名片交给联系人。</translation>
    </message>
</context>
<context>
    <name>RescuedStep</name>
    <message>
        <source>Everything was brought over: nothing is missing in the new vault.</source>
        <translation>全部内容都已带过来：新保险库里什么也不缺。</translation>
    </message>
    <message>
        <source>The new vault has all that could be read. Keep the damaged one: should a backup or a package turn up, rescue once more with it.</source>
        <translation>新保险库里有所有能读出的内容。请保留受损的保险库：如果找到备份或文件包，可连同它再救援一次。</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>缺少的内容</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>&amp;Open the new vault</source>
        <translation>打开新保险库(&amp;O)</translation>
    </message>
    <message>
        <source>Records whole</source>
        <translation>完整的记录</translation>
    </message>
    <message>
        <source>Records in part</source>
        <translation>部分保留的记录</translation>
    </message>
    <message>
        <source>Records lost</source>
        <translation>丢失的记录</translation>
    </message>
    <message>
        <source>Changes lost of which nothing tells where they belong</source>
        <translation>丢失且无从得知归属的改动</translation>
    </message>
    <message>
        <source>Changes kept aside, for what they build on is missing</source>
        <translation>因缺少所依据的内容而另行保留的改动</translation>
    </message>
    <message>
        <source>Evidence files</source>
        <translation>证据文件</translation>
    </message>
    <message>
        <source>Evidence files lost</source>
        <translation>丢失的证据文件</translation>
    </message>
    <message>
        <source>The passphrase no longer opens it: the recovery key does, and sets a new one.</source>
        <translation>口令已无法打开它：恢复密钥可以打开，并设置新口令。</translation>
    </message>
    <message>
        <source>Package {number} gave nothing: {why}</source>
        <translation>文件包 {number} 未能提供内容：{why}</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>已丢失</translation>
    </message>
    <message>
        <source>Here in part</source>
        <translation>部分保留</translation>
    </message>
    <message>
        <source>The file is lost</source>
        <translation>文件已丢失</translation>
    </message>
</context>
<context>
    <name>RestoreScreen</name>
    <message>
        <source>Restore from a backup</source>
        <translation>从备份恢复</translation>
    </message>
    <message>
        <source>Restoring and checking</source>
        <translation>正在恢复并检查</translation>
    </message>
    <message>
        <source>Putting back what opens the vault</source>
        <translation>正在放回打开保险库所需的文件</translation>
    </message>
</context>
<context>
    <name>RestoreStart</name>
    <message>
        <source>A vault is made from the backup in a new place, and all of it is checked. The backup is only read. Leave whatever is left of the old vault where it is: more may be rescued from it.</source>
        <translation>用备份在新位置建立保险库，并检查全部内容。备份只被读取。旧保险库剩下的部分请原样留着：也许还能从中抢救更多。</translation>
    </message>
    <message>
        <source>What is restored</source>
        <translation>恢复什么</translation>
    </message>
    <message>
        <source>A whole vault, elsewhere</source>
        <translation>在别处恢复整个保险库</translation>
    </message>
    <message>
        <source>What opens the vault here</source>
        <translation>只恢复打开此处保险库的密钥文件</translation>
    </message>
    <message>
        <source>If only the small files with the keys are damaged, putting these back loses nothing that was saved since the backup.</source>
        <translation>如果损坏的只是存放密钥的小文件，放回它们不会丢失备份之后保存的任何内容。</translation>
    </message>
    <message>
        <source>Folder of the backup</source>
        <translation>存放备份的文件夹</translation>
    </message>
    <message>
        <source>Folder of the restored vault</source>
        <translation>恢复后的保险库文件夹</translation>
    </message>
    <message>
        <source>A new or empty folder.</source>
        <translation>新建或空的文件夹。</translation>
    </message>
    <message>
        <source>What opens it</source>
        <translation>用什么打开</translation>
    </message>
    <message>
        <source>The passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>The recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>Passphrase on the day of the backup</source>
        <translation>备份当天的口令</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>恢复(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
</context>
<context>
    <name>RestoredStep</name>
    <message>
        <source>Restored. All of it was checked and is as it was written. The backup was not changed.</source>
        <translation>已恢复。全部检查过，与写入时一致。备份没有改变。</translation>
    </message>
    <message>
        <source>Restored as far as it goes: something in the backup is damaged. What is whole can be used. Keep the backup and whatever is left of the old vault; more may be rescued from them.</source>
        <translation>能恢复的都恢复了：备份里有损坏。完好的部分可以使用。请保留备份和旧保险库剩下的部分，也许还能从中抢救更多。</translation>
    </message>
    <message>
        <source>&amp;Open it…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
</context>
<context>
    <name>RiskPage</name>
    <message>
        <source>Assess a&amp;gain…</source>
        <translation>再次评估(&amp;G)…</translation>
    </message>
</context>
<context>
    <name>RiskPrompt</name>
    <message>
        <source>{person} is at risk by being near the defender. The risk is not assessed yet.</source>
        <translation>{person} 因与捍卫者亲近而有风险，尚未评估。</translation>
    </message>
    <message>
        <source>Note a &amp;risk assessment</source>
        <translation>记录风险评估(&amp;R)</translation>
    </message>
</context>
<context>
    <name>RunOutLine</name>
    <message>
        <source>Ask a&amp;gain…</source>
        <translation>再次询问(&amp;G)…</translation>
    </message>
    <message>
        <source>This consent has run out: it held until {day}.</source>
        <translation>此同意已到期：有效期至{day}。</translation>
    </message>
    <message>
        <source>This consent counts as run out: until when it holds cannot be told from “{words}”.</source>
        <translation>此同意按已到期处理：从“{words}”看不出它有效到何时。</translation>
    </message>
    <message>
        <source>This consent counts as run out: until when it holds is not known.</source>
        <translation>此同意按已到期处理：不知道它有效到何时。</translation>
    </message>
    <message>
        <source>Other answers of theirs stand in its place.</source>
        <translation>此人后来另有答复，以其为准。</translation>
    </message>
    <message>
        <source>Nothing more goes out on it until they agree again.</source>
        <translation>在此人再次同意之前，不会再据此对外提供任何内容。</translation>
    </message>
    <message>
        <source>{sentence} {next}</source>
        <translation>{sentence}{next}</translation>
    </message>
</context>
<context>
    <name>SafekeepingPage</name>
    <message>
        <source>Safekeeping</source>
        <translation>妥善保管</translation>
    </message>
</context>
<context>
    <name>Same</name>
    <message>
        <source>written the same</source>
        <translation>写法相同</translation>
    </message>
    <message>
        <source>spelled the same in letters</source>
        <translation>字母拼写相同</translation>
    </message>
    <message>
        <source>read the same, other characters</source>
        <translation>读音相同，用字不同</translation>
    </message>
</context>
<context>
    <name>SameLine</name>
    <message>
        <source>See &amp;both…</source>
        <translation>查看两者(&amp;B)…</translation>
    </message>
    <message>
        <source>Also recorded as {who}: taken for one person everywhere.</source>
        <translation>另有记录 {who}：各处视为同一人。</translation>
    </message>
    <message>
        <source>&amp;Compare…</source>
        <translation>比较(&amp;C)…</translation>
    </message>
    <message>
        <source>Perhaps the same person: {who}, {how}.</source>
        <translation>可能是同一人：{who}，{how}。</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>还有 {count} 个</translation>
    </message>
</context>
<context>
    <name>SaveBar</name>
    <message>
        <source>Not saved yet. It is kept as an encrypted draft and saved when you go elsewhere.</source>
        <translation>尚未保存。已存为加密草稿，离开此页时自动保存。</translation>
    </message>
    <message>
        <source>Not saved yet. What you type is kept as an encrypted draft until you press Save.</source>
        <translation>尚未保存。您填写的内容会留作加密草稿，按“保存”才会存入。</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>放弃更改(&amp;D)</translation>
    </message>
</context>
<context>
    <name>SayFirst</name>
    <message>
        <source>I know it is true: sa&amp;y so too</source>
        <translation>我知道属实：予以确认(&amp;Y)</translation>
    </message>
    <message>
        <source>Others say that this name is a pseudonym for the case. Until somebody here says so too, it counts as a real name and does not go to anybody outside our team.</source>
        <translation>他人称该姓名是为本案所用的化名。在我们这里有人确认之前，它视为真实姓名，不会交给本团队以外的人。</translation>
    </message>
    <message>
        <source>Others say that this person acts for the State and is publicly known. Until somebody here says so too, their name does not go to anybody outside our team, and what is about them goes there only with their consent.</source>
        <translation>他人称此人是公职人员，也是公众人物。在我们这里有人确认之前，其姓名不会交给本团队以外的人，有关此人的内容也须经本人同意才能交给他们。</translation>
    </message>
    <message>
        <source>Others say that this person acts for the State. Until somebody here says so too, their name does not go to anybody outside our team, and what is about them goes there only with their consent.</source>
        <translation>他人称此人是公职人员。在我们这里有人确认之前，其姓名不会交给本团队以外的人，有关此人的内容也须经本人同意才能交给他们。</translation>
    </message>
    <message>
        <source>Others say that this person is publicly known. Until somebody here says so too, their name does not go to anybody outside our team.</source>
        <translation>他人称此人是公众人物。在我们这里有人确认之前，其姓名不会交给本团队以外的人。</translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>Something in the program went wrong.</source>
        <translation>程序出了问题。</translation>
    </message>
    <message>
        <source>What was saved before is still there.</source>
        <translation>之前保存的内容都还在。</translation>
    </message>
    <message>
        <source>If it happens again, tell whoever supports you: {place}</source>
        <translation>如果再次发生，请把这一行告诉为您提供帮助的人：{place}</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Words, a name, its pinyin, or a code</source>
        <translation>词语、姓名、拼音或编号</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>First-hand only: what somebody saw, heard or lived through themselves</source>
        <translation>只看亲历：本人亲眼所见、亲耳所闻或亲身经历</translation>
    </message>
    <message>
        <source>Everything you may see is searched: testimonies and translations, people by name, by pinyin or its first letters, what is chosen from lists, codes. Chinese needs no spaces and may be typed in either script. Several words: records that have all of them.</source>
        <translation>搜索您能看到的全部内容：证词和译文，按姓名、拼音或拼音首字母找人，从列表中选定的内容，以及编号。中文不需要空格，简体繁体均可。输入几个词，会找到含有全部这些词的记录。</translation>
    </message>
    <message>
        <source>No record has the words hidden here. F8 shows them; typing puts others in their place.</source>
        <translation>没有记录包含这里隐藏的文字。按 F8 可显示；直接输入会替换它们。</translation>
    </message>
    <message>
        <source>No record has “{words}”. Fewer words, or a part of the name, may find more.</source>
        <translation>没有含“{words}”的记录。少输入几个词，或只输入姓名的一部分，也许能找到更多。</translation>
    </message>
    <message>
        <source>The best {count} hits</source>
        <translation>最相关的 {count} 条</translation>
    </message>
    <message>
        <source>Hits: {count}</source>
        <translation>结果：{count}</translation>
    </message>
</context>
<context>
    <name>SecondPerson</name>
    <message>
        <source>&amp;Approve it or not…</source>
        <translation>核准或不核准(&amp;A)…</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Approved as it reads now, by: {who}. A later change needs a new approval.</source>
        <translation>目前的文字已获核准，核准人：{who}。以后如有改动，须重新核准。</translation>
    </message>
    <message>
        <source>Not approved, by: {who}. It does not count. Their reason: {reason}</source>
        <translation>未获核准，决定人：{who}。此同意书无效。理由：{reason}</translation>
    </message>
    <message>
        <source>This counts only with a second person&apos;s approval, for which something is to be written: {field}.</source>
        <translation>须经第二人核准方为有效，核准前须写明：{field}。</translation>
    </message>
    <message>
        <source>This counts only once a second person approves it. You can be that person.</source>
        <translation>须经第二人核准方为有效。您可以核准。</translation>
    </message>
    <message>
        <source>Hand it over to a colleague: it waits for them under Today, and comes back with their next hand-over.</source>
        <translation>请移交给一位同事：对方会在“今天”中看到，其决定会随对方下一次移交回来。</translation>
    </message>
    <message>
        <source>An earlier wording was approved, not this one: it does not count yet.</source>
        <translation>核准的是较早的文字，不是现在的：目前无效。</translation>
    </message>
    <message>
        <source>This counts only once a second person approves it.</source>
        <translation>须经第二人核准方为有效。</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>✓ finished</source>
        <translation>✓ 已填完</translation>
    </message>
    <message>
        <source>{filled} of {total} filled</source>
        <translation>已填 {filled}/{total}</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>尚未填写</translation>
    </message>
</context>
<context>
    <name>SentButton</name>
    <message>
        <source>Open what was &amp;sent</source>
        <translation>打开已发出的记录(&amp;S)</translation>
    </message>
    <message>
        <source>It was &amp;sent</source>
        <translation>记为已发出(&amp;S)</translation>
    </message>
    <message>
        <source>This form never left from here: something above holds it back.</source>
        <translation>这份表格从未由这里写出：上面列出的原因使它还不能写出。</translation>
    </message>
    <message>
        <source>Nothing was noted yet.</source>
        <translation>还没有记下任何内容。</translation>
    </message>
    <message>
        <source>If it went another way, note it as sent: then it is known who has it, and when an answer is due. Say on the next page on which day it went, and for whom.</source>
        <translation>如果它是通过其他途径发出的，请记为已发送：这样就知道谁收到了它，以及何时应有答复。请在下一页写明是哪一天、为谁发出的。</translation>
    </message>
    <message>
        <source>Note it as sent another way</source>
        <translation>记为已通过其他途径发送</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Lock when nobody is there</source>
        <translation>无人时锁定</translation>
    </message>
    <message>
        <source>During an interview</source>
        <translation>访谈期间</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>The whole vault</source>
        <translation>整个保险库</translation>
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
        <source>{count} min</source>
        <translation>{count} 分钟</translation>
    </message>
    <message>
        <source>The screen is cleared at once; what was typed comes back after unlocking.</source>
        <translation>屏幕立即清空；已输入的内容在解锁后恢复。</translation>
    </message>
    <message>
        <source>An interview in progress is ticked where it is written down. Whatever is set here, the vault locks when the screen is locked, when the machine sleeps or is shut down, and when its session ends.</source>
        <translation>在记录访谈的页面勾选“正在访谈”即可。无论这里如何设置，屏幕锁定、电脑睡眠或关机、会话结束时，保险库都会锁定。</translation>
    </message>
    <message>
        <source>&amp;Change the passphrase…</source>
        <translation>更改口令(&amp;C)…</translation>
    </message>
    <message>
        <source>Chec&amp;k it…</source>
        <translation>检查(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Take everything out…</source>
        <translation>全部导出(&amp;T)…</translation>
    </message>
</context>
<context>
    <name>SettlingPanel</name>
    <message>
        <source>Look at the &amp;record</source>
        <translation>查看记录(&amp;R)</translation>
    </message>
    <message>
        <source>Or write your own:</source>
        <translation>或自己写：</translation>
    </message>
    <message>
        <source>&amp;Keep what I wrote</source>
        <translation>采用我写的(&amp;K)</translation>
    </message>
    <message>
        <source>Your own: {field}</source>
        <translation>自己写：{field}</translation>
    </message>
    <message>
        <source>Written here</source>
        <translation>在这里写的</translation>
    </message>
    <message>
        <source>By {who}</source>
        <translation>作者：{who}</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Take this one</source>
        <translation>采用这个</translation>
    </message>
    <message>
        <source>Take this one: {text}</source>
        <translation>采用这个：{text}</translation>
    </message>
</context>
<context>
    <name>ShareField</name>
    <message>
        <source>Share {number}</source>
        <translation>第 {number} 份</translation>
    </message>
    <message>
        <source>This is share {number} of its set, whole.</source>
        <translation>这是其中第 {number} 份，完整。</translation>
    </message>
    <message>
        <source>Word {number} cannot be right. Compare it with the paper.</source>
        <translation>第 {number} 个词不对，请与纸上核对。</translation>
    </message>
    <message>
        <source>{count} of {all} words</source>
        <translation>{count} / {all} 个词</translation>
    </message>
</context>
<context>
    <name>SharesPaper</name>
    <message>
        <source>Write down share {number} of {count}</source>
        <translation>请抄下第 {number} 份（共 {count} 份）</translation>
    </message>
    <message>
        <source>Any {needed} of the {count} shares open what the recovery key opens; fewer tell nothing. Write each on a paper of its own, with its number, and give the papers to different people or places. It is shown this once. The first four letters of each word are enough to write.</source>
        <translation>{count} 份中任意 {needed} 份能打开恢复密钥所能打开的；不足则毫无用处。请把每一份抄在单独的纸上，写上编号，分别交给不同的人或放在不同的地方。它只显示这一次。每个词抄前四个字母即可。</translation>
    </message>
    <message>
        <source>I have &amp;written it down</source>
        <translation>我已抄写好(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Print it…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>To be sure that it is on paper, type its words from there, or show a picture of its code:</source>
        <translation>为确认已抄在纸上，请照纸输入这些词，或给出二维码的图片：</translation>
    </message>
    <message>
        <source>All are on &amp;paper</source>
        <translation>全部都在纸上了(&amp;P)</translation>
    </message>
    <message>
        <source>On to the &amp;next share</source>
        <translation>下一份(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Show it again</source>
        <translation>再显示一次(&amp;S)</translation>
    </message>
</context>
<context>
    <name>SourcePage</name>
    <message>
        <source>Its use is restricted: {what}</source>
        <translation>使用受限：{what}</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>born {year}</source>
        <translation>{year} 年生</translation>
    </message>
</context>
<context>
    <name>StagedPage</name>
    <message>
        <source>It was stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Nothing half done was kept.</source>
        <translation>没有留下做到一半的内容。</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
</context>
<context>
    <name>StandingLines</name>
    <message>
        <source>Last backup {ago}</source>
        <translation>上次备份：{ago}</translation>
    </message>
    <message>
        <source>Recovery rehearsed {ago}</source>
        <translation>上次恢复演练：{ago}</translation>
    </message>
    <message>
        <source>Checked {ago}: nothing wrong</source>
        <translation>上次检查：{ago}，没有问题</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>{count} days ago</source>
        <translation>{count} 天前</translation>
    </message>
    <message>
        <source>{count} weeks ago</source>
        <translation>{count} 周前</translation>
    </message>
    <message>
        <source>{count} months ago</source>
        <translation>{count} 个月前</translation>
    </message>
    <message>
        <source>The check {ago} found something wrong: {count}. All else can be used.</source>
        <translation>检查（{ago}）发现 {count} 处问题。其余内容可以照常使用。</translation>
    </message>
    <message>
        <source>At unlocking it was noticed that something of the vault may be missing or older.</source>
        <translation>解锁时注意到：保险库可能缺了些什么，或是较旧的副本。</translation>
    </message>
    <message>
        <source>The keys of the vault are being renewed. It goes on by itself while the vault is open.</source>
        <translation>保险库的密钥正在更换。保险库打开期间会自动继续。</translation>
    </message>
    <message>
        <source>If you forget the passphrase nothing opens the vault: recovery is not set up yet.</source>
        <translation>一旦忘记口令，就没有什么能打开保险库：恢复办法还没有设好。</translation>
    </message>
    <message>
        <source>Nobody has tried yet whether the recovery key brings everything back.</source>
        <translation>还没有人试过恢复密钥能否找回一切。</translation>
    </message>
    <message>
        <source>There is no backup: if this disk is lost, everything is.</source>
        <translation>还没有备份：这块磁盘一丢，就什么都没有了。</translation>
    </message>
    <message>
        <source>The last backup was made {ago}.</source>
        <translation>上次备份是{ago}做的。</translation>
    </message>
    <message>
        <source>Recovery was rehearsed {ago}.</source>
        <translation>上次恢复演练是{ago}做的。</translation>
    </message>
    <message>
        <source>The vault was checked {ago}.</source>
        <translation>上次检查保险库是{ago}。</translation>
    </message>
    <message>
        <source>The vault was never checked as a whole.</source>
        <translation>保险库还从未整体检查过。</translation>
    </message>
    <message>
        <source>See what…</source>
        <translation>看看是什么…</translation>
    </message>
    <message>
        <source>Check it…</source>
        <translation>去检查…</translation>
    </message>
    <message>
        <source>How far it is…</source>
        <translation>看看进度…</translation>
    </message>
    <message>
        <source>Set it up…</source>
        <translation>去设置…</translation>
    </message>
    <message>
        <source>Rehearse it…</source>
        <translation>去演练…</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>去备份…</translation>
    </message>
</context>
<context>
    <name>StandingPanel</name>
    <message>
        <source>What it stands on</source>
        <translation>依据什么</translation>
    </message>
    <message>
        <source>What it repeats: it counts as one source with these</source>
        <translation>它转述了什么：与这些来源合算一个</translation>
    </message>
    <message>
        <source>What “{field}” stands on</source>
        <translation>“{field}”依据什么</translation>
    </message>
    <message>
        <source>Accepted, but what it stands on is not here. Until its source is, it counts as “Work needed”.</source>
        <translation>已标为“采纳”，但其依据不在这里。在来源到齐之前，视为“待处理”。</translation>
    </message>
    <message>
        <source>No source yet.</source>
        <translation>还没有来源。</translation>
    </message>
    <message>
        <source>Close: {what}</source>
        <translation>关闭：{what}</translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation>添加来源</translation>
    </message>
    <message>
        <source>Add a source: {value}</source>
        <translation>添加来源：{value}</translation>
    </message>
    <message>
        <source>Another value…</source>
        <translation>另一种说法…</translation>
    </message>
    <message>
        <source>Another value: {field}</source>
        <translation>另一种说法：{field}</translation>
    </message>
    <message>
        <source>Words of testimonies it is anchored in: {count}. They count as a source.</source>
        <translation>所依据的证词原话：{count} 处，算作来源。</translation>
    </message>
    <message>
        <source>The record says so from now on.</source>
        <translation>记录从现在起采用这一说法。</translation>
    </message>
    <message>
        <source>The other values stay beside it, with their sources, and in the history.</source>
        <translation>其他说法连同来源仍并列保存，历史中也都在。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>Statement</name>
    <message>
        <source>Take the reason back</source>
        <translation>撤回理由</translation>
    </message>
    <message>
        <source>{field}: {reason}</source>
        <translation>{field}：{reason}</translation>
    </message>
</context>
<context>
    <name>StatementsEditor</name>
    <message>
        <source>In their own words</source>
        <translation>原话</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>译文</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Language of the translation</source>
        <translation>译文语言</translation>
    </message>
    <message>
        <source>Translator (code)</source>
        <translation>译者（代号）</translation>
    </message>
    <message>
        <source>How they know</source>
        <translation>如何得知</translation>
    </message>
    <message>
        <source>Remove this statement</source>
        <translation>移除这段陈述</translation>
    </message>
    <message>
        <source>Add a state&amp;ment</source>
        <translation>添加一段陈述(&amp;M)</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Turn the marked words into an &amp;act</source>
        <translation>把选中的话记为侵害行为(&amp;A)</translation>
    </message>
</context>
<context>
    <name>StatesPage</name>
    <message>
        <source>Still going on</source>
        <translation>仍在持续</translation>
    </message>
    <message>
        <source>Exit bans, house arrest, detention, exclusion from school: states nobody has said to be over. Ask whether each still goes on, and say so here.</source>
        <translation>限制出境、软禁、羁押、失学等尚无人说已结束的状态。请逐一询问是否仍在持续，并在此写明。</translation>
    </message>
    <message>
        <source>Only what was not confirmed for six &amp;months</source>
        <translation>只显示六个月未确认的(&amp;M)</translation>
    </message>
    <message>
        <source>States that go on</source>
        <translation>仍在持续的状态</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自何时起</translation>
    </message>
    <message>
        <source>Last confirmed</source>
        <translation>最后确认</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>持续多久</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>对何人</translation>
    </message>
    <message>
        <source>It still goes on &amp;today</source>
        <translation>今天仍在持续(&amp;T)</translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation>Ctrl+T</translation>
    </message>
    <message>
        <source>It is o&amp;ver…</source>
        <translation>已经结束(&amp;V)…</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>&amp;Open it</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>When did it end? Leave it empty if nobody knows.</source>
        <translation>何时结束？无人知道则留空。</translation>
    </message>
    <message>
        <source>When did it end?</source>
        <translation>何时结束？</translation>
    </message>
    <message>
        <source>&amp;Keep that it is over</source>
        <translation>记下已经结束(&amp;K)</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>取消(&amp;N)</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Nothing waits to be confirmed.</source>
        <translation>没有需要确认的。</translation>
    </message>
    <message>
        <source>{count} in all; the {shown} that wait longest are shown</source>
        <translation>共 {count} 项；显示等候最久的 {shown} 项</translation>
    </message>
    <message>
        <source>Confirmed today.</source>
        <translation>已确认今天仍在持续。</translation>
    </message>
    <message>
        <source>It is over: kept.</source>
        <translation>已记下：已经结束。</translation>
    </message>
</context>
<context>
    <name>SupportButton</name>
    <message>
        <source>Pause, stop, support</source>
        <translation>暂停、停止、支持</translation>
    </message>
    <message>
        <source>F9</source>
        <translation>F9</translation>
    </message>
</context>
<context>
    <name>SupportPanel</name>
    <message>
        <source>Ask how they are</source>
        <translation>问问对方近况</translation>
    </message>
    <message>
        <source>Noted.</source>
        <translation>已记下。</translation>
    </message>
    <message>
        <source>Pause, stop, support</source>
        <translation>暂停、停止、支持</translation>
    </message>
    <message>
        <source>There is no hurry, and nothing has to be told. What is written is kept; every field may stay empty.</source>
        <translation>不必着急，也不必讲任何事。写下的都已保存，任何一栏都可以空着。</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>继续(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Stop &amp;here</source>
        <translation>到此为止(&amp;H)</translation>
    </message>
    <message>
        <source>Notes that it ended early, and keeps everything</source>
        <translation>记下提前结束，并保存全部内容</translation>
    </message>
    <message>
        <source>Signs of distress</source>
        <translation>痛苦的表现</translation>
    </message>
    <message>
        <source>Who was asked to help</source>
        <translation>已请谁帮助</translation>
    </message>
    <message>
        <source>Ask after them on</source>
        <translation>何时再问候</translation>
    </message>
    <message>
        <source>N&amp;ote it down</source>
        <translation>记下来(&amp;O)</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>关闭此栏</translation>
    </message>
    <message>
        <source>Nothing is written here, and nothing has to be.</source>
        <translation>这里什么也没写，也不必写。</translation>
    </message>
    <message>
        <source>Pause since {time}.</source>
        <translation>自 {time} 起暂停。</translation>
    </message>
</context>
<context>
    <name>TablePage</name>
    <message>
        <source>Counting</source>
        <translation>正在统计</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>保存统计表</translation>
    </message>
    <message>
        <source>It is on the clipboard for ten seconds.</source>
        <translation>已在剪贴板上，十秒后自动清除。</translation>
    </message>
    <message>
        <source>Counts under 3 are not in it, nor anybody who did not agree to be counted.</source>
        <translation>其中不含小于 3 的数字，也不含未同意被统计的人。</translation>
    </message>
    <message>
        <source>It has every count. Keep it to yourselves: small numbers can show who is meant.</source>
        <translation>其中含全部数字。请勿外传：数字太小时，可能看出是谁。</translation>
    </message>
    <message>
        <source>The table is saved, not encrypted.</source>
        <translation>统计表已保存，未加密。</translation>
    </message>
</context>
<context>
    <name>TableStep</name>
    <message>
        <source>As &amp;others may get it: counts under 3 left out, nobody counted who did not agree to be counted</source>
        <translation>按可以外传的样子显示：隐去小于 3 的数字，不统计未同意的人(&amp;O)</translation>
    </message>
    <message>
        <source>Acts left out, since whoever was harmed did not agree to be counted: {count}</source>
        <translation>因受害人未同意统计而未计入的侵害行为：{count}</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>统计表</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save for others…</source>
        <translation>保存，供外传(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Save for ourselves…</source>
        <translation>保存，仅供自用(&amp;S)…</translation>
    </message>
    <message>
        <source>Save with &amp;every count, for ourselves…</source>
        <translation>保存全部数字，仅供自用(&amp;E)…</translation>
    </message>
    <message>
        <source>Nobody agreed to be counted yet, or there is nothing to count.</source>
        <translation>还没有人同意被统计，或没有可统计的内容。</translation>
    </message>
    <message>
        <source>There is nothing to count yet.</source>
        <translation>目前没有可统计的内容。</translation>
    </message>
    <message>
        <source>Nothing is listed here now.</source>
        <translation>目前没有要列出的内容。</translation>
    </message>
    <message>
        <source>This table left for others on {day} too. Counts that are higher or lower by only one or two since: {count}. Whoever has both tables may be able to tell who came in or was taken out. It is safer to wait until more has changed.</source>
        <translation>这张表在 {day} 也曾外传。此后只增减了一或二的数字有 {count} 个。同时持有两张表的人，或许能看出谁被加入、谁被移出。等变动更多之后再外传更为稳妥。</translation>
    </message>
</context>
<context>
    <name>TaskMarks</name>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>✓ Done</source>
        <translation>✓ 已完成</translation>
    </message>
</context>
<context>
    <name>TestimonyPage</name>
    <message>
        <source>Consent: nobody is named as speaking.</source>
        <translation>同意：尚未写明讲述人。</translation>
    </message>
    <message>
        <source>Consent: not asked yet. It stays with our own team.</source>
        <translation>同意：还没有问过。仅限本团队使用。</translation>
    </message>
    <message>
        <source>Consent: refused or withdrawn. Nothing of this may be used.</source>
        <translation>同意：本人已拒绝或撤回。其中任何内容都不得使用。</translation>
    </message>
    <message>
        <source>Consent: agreed to nothing yet. It stays with our own team.</source>
        <translation>同意：尚未同意任何用途。只留在我们自己的团队内。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Agreed to: {uses}. To nothing else.</source>
        <translation>同意用于：{uses}。不得用于其他。</translation>
    </message>
    <message>
        <source>Mark the words an act stands on, then press the button.</source>
        <translation>请先选中侵害行为所依据的话，再按此按钮。</translation>
    </message>
</context>
<context>
    <name>TimelinePage</name>
    <message>
        <source>Timeline: {case}</source>
        <translation>时间线：{case}</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Hatched: some time within these days. Solid: known to have gone on. Fading: not known to be over. Arrow keys go from one to the next, Enter opens.</source>
        <translation>斜线：在这些日子中的某时。实色：已知在持续。渐隐：不知是否已结束。用方向键逐一移动，按 Enter 打开。</translation>
    </message>
    <message>
        <source>Add an &amp;event</source>
        <translation>添加事件(&amp;E)</translation>
    </message>
    <message>
        <source>To the &amp;case</source>
        <translation>回到案件(&amp;C)</translation>
    </message>
    <message>
        <source>Closer (+)</source>
        <translation>放大 (+)</translation>
    </message>
    <message>
        <source>Further away (−)</source>
        <translation>缩小 (−)</translation>
    </message>
    <message>
        <source>Timeline: a lane a person</source>
        <translation>时间线：每人一行</translation>
    </message>
    <message>
        <source>All of it in the order of time</source>
        <translation>按时间排列的全部内容</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>受害人</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>持续多久</translation>
    </message>
    <message>
        <source>{name}, {age}</source>
        <translation>{name}，{age}</translation>
    </message>
    <message>
        <source>Nothing is written down yet: add an event, or what happened to somebody on the page of the case.</source>
        <translation>目前没有记录：可添加事件，或在案件页面添加各人的遭遇。</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Nobody named</source>
        <translation>未写明何人</translation>
    </message>
    <message>
        <source>Defender</source>
        <translation>人权捍卫者</translation>
    </message>
    <message numerus="yes">
        <source>%n without a date</source>
        <translation>
            <numerusform>%n 项无日期</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Ctrl+N opens an empty testimony from anywhere. Nothing typed is ever lost.</source>
        <translation>在任何地方按 Ctrl+N 都可以新建证词。输入的内容不会丢失。</translation>
    </message>
    <message>
        <source>Record a &amp;testimony</source>
        <translation>记录证词(&amp;T)</translation>
    </message>
    <message>
        <source>Settle &amp;conflicts</source>
        <translation>处理冲突(&amp;C)</translation>
    </message>
    <message>
        <source>What still &amp;goes on</source>
        <translation>仍在持续的状态(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Decide about names that came</source>
        <translation>决定收到的姓名(&amp;D)</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Latest testimonies</source>
        <translation>最近的证词</translation>
    </message>
    <message>
        <source>Latest cases</source>
        <translation>最近的案件</translation>
    </message>
    <message>
        <source>Drafts to go on with</source>
        <translation>可继续的草稿</translation>
    </message>
    <message>
        <source>last typed on {day}</source>
        <translation>最后输入于 {day}</translation>
    </message>
    <message>
        <source>Perhaps the &amp;same person: {count}</source>
        <translation>可能是同一人(&amp;S)：{count}</translation>
    </message>
    <message>
        <source>New testimony: {beginning}</source>
        <translation>新证词：{beginning}</translation>
    </message>
    <message>
        <source>A withdrawal of consent</source>
        <translation>撤回同意</translation>
    </message>
    <message>
        <source>Changes to: {kind}</source>
        <translation>对{kind}的更改</translation>
    </message>
</context>
<context>
    <name>TypeAdvice</name>
    <message>
        <source>Under 18 that day: of children this is recorded as</source>
        <translation>当日未满 18 岁：儿童应记为</translation>
    </message>
    <message>
        <source>Not under 18 that day: family A is for children. Of adults:</source>
        <translation>当日已满 18 岁：A 类只用于儿童；成年人应记为</translation>
    </message>
    <message>
        <source>If they named a form of detention, that one comes first:</source>
        <translation>如果对方说明了羁押形式，优先选择该形式：</translation>
    </message>
    <message>
        <source>Only where nothing else fits; what it was to force is a purpose. First look at:</source>
        <translation>只在其他类型都不合适时选用；要逼迫什么，写在“施压目的”。请先看：</translation>
    </message>
    <message>
        <source>A threat and what came of it are two acts: record the other one by itself.</source>
        <translation>威胁与其兑现是两项侵害行为：请另行记录。</translation>
    </message>
    <message>
        <source>Only threatened, not done: a threat has a type of its own.</source>
        <translation>只是威胁，并未实施：威胁有单独的类型。</translation>
    </message>
    <message>
        <source>Only where no other type fits; say in words what happened.</source>
        <translation>只在没有其他合适类型时选用；请用文字写明发生了什么。</translation>
    </message>
</context>
<context>
    <name>Unassessed</name>
    <message>
        <source>No risk assessment yet; whoever is near a defender is at risk:</source>
        <translation>尚无风险评估；与捍卫者亲近的人都有风险：</translation>
    </message>
    <message>
        <source>Note a risk assessment of {person}</source>
        <translation>记录 {person} 的风险评估</translation>
    </message>
</context>
<context>
    <name>Unlock</name>
    <message>
        <source>Working out the key: about a second.</source>
        <translation>正在计算密钥：约一秒钟。</translation>
    </message>
    <message>
        <source>The vault is locked</source>
        <translation>保险库已锁定</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>口令(&amp;P)</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>The &amp;identities have a passphrase of their own</source>
        <translation>身份资料另有口令(&amp;I)</translation>
    </message>
    <message>
        <source>Passphrase of the identities</source>
        <translation>身份资料的口令</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>解锁(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Another vault…</source>
        <translation>其他保险库(&amp;A)…</translation>
    </message>
    <message>
        <source>I have only the &amp;recovery key…</source>
        <translation>我只有恢复密钥(&amp;R)…</translation>
    </message>
    <message>
        <source>Restore from a &amp;backup…</source>
        <translation>从备份恢复(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Destroy this vault…</source>
        <translation>销毁此保险库(&amp;D)…</translation>
    </message>
    <message>
        <source>Rescue a da&amp;maged vault…</source>
        <translation>救援受损的保险库(&amp;M)…</translation>
    </message>
    <message>
        <source>Choose the key file of this vault first.</source>
        <translation>请先选择这个保险库的密钥文件。</translation>
    </message>
</context>
<context>
    <name>UnlockIdentities</name>
    <message>
        <source>Real names, numbers and addresses can be read while the identities are open.</source>
        <translation>身份资料打开时，真实姓名、号码和地址都可以看到。</translation>
    </message>
    <message>
        <source>Passphrase of the identities</source>
        <translation>身份资料的口令</translation>
    </message>
    <message>
        <source>Their own passphrase, if they have one</source>
        <translation>身份资料的口令（如另设）</translation>
    </message>
    <message>
        <source>&amp;Open them</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>I have only their recovery &amp;key…</source>
        <translation>我只有它们的恢复密钥(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
</context>
<context>
    <name>Untaken</name>
    <message>
        <source>{field} “{words}”</source>
        <translation>{field}“{words}”</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Not in the list, and so not saved: {fields}.</source>
        <translation>列表中没有，因此未保存：{fields}。</translation>
    </message>
    <message>
        <source>No whole number, and so not saved: {fields}.</source>
        <translation>不是整数，因此未保存：{fields}。</translation>
    </message>
    <message>
        <source>Write digits, such as 4, or clear the field.</source>
        <translation>请写数字，例如 4，或清空该栏目。</translation>
    </message>
    <message>
        <source>The words stay in the field.</source>
        <translation>这些文字仍留在栏内。</translation>
    </message>
    <message>
        <source>Choose from the list, or clear the field.</source>
        <translation>请从列表中选择，或清空此栏。</translation>
    </message>
</context>
<context>
    <name>Use</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>More about: {use}</source>
        <translation>更多：{use}</translation>
    </message>
    <message>
        <source>They said no to it, or only on conditions (F4)</source>
        <translation>本人不同意此项，或附有条件（F4）</translation>
    </message>
    <message>
        <source>Only to &amp;some, or on conditions…</source>
        <translation>仅限某些对象，或附有条件(&amp;S)…</translation>
    </message>
    <message>
        <source>They said &amp;no to this</source>
        <translation>本人不同意此项(&amp;N)</translation>
    </message>
    <message>
        <source>N&amp;othing was said of this</source>
        <translation>没有谈到此项(&amp;O)</translation>
    </message>
</context>
<context>
    <name>UsesEditor</name>
    <message>
        <source>In our own team</source>
        <translation>在本团队内</translation>
    </message>
    <message>
        <source>Outside our team</source>
        <translation>给团队以外</translation>
    </message>
    <message>
        <source>Also written here, for uses that are not in this list; kept as it is</source>
        <translation>这里还写有清单之外的用途，原样保留</translation>
    </message>
    <message>
        <source>Nobody could be asked. What can be ticked here may be done all the same, once the reason is written below and a second person of your team has approved it. Names never leave that way.</source>
        <translation>无法征求同意。此处能勾选的用途，在下方写明理由并经本团队第二人核准后，仍可进行。姓名不会以这种方式外传。</translation>
    </message>
    <message>
        <source>What is ticked is kept, and does not count.</source>
        <translation>已勾选的内容会保留，但不算数。</translation>
    </message>
    <message>
        <source>The answer above holds for every use.</source>
        <translation>上面的答复适用于一切用途。</translation>
    </message>
    <message>
        <source>Uses are ticked and count as agreed to, though the answer is not yes. Is that right?</source>
        <translation>有用途已勾选，算作同意，但答复并不是“同意”。这样对吗？</translation>
    </message>
    <message>
        <source>Tick what they agree to; the answer is yes then.</source>
        <translation>请勾选本人同意的用途；勾选后答复即为“同意”。</translation>
    </message>
    <message>
        <source>Tick what they agree to.</source>
        <translation>请勾选本人同意的用途。</translation>
    </message>
    <message>
        <source>A yes to nothing yet: nothing may leave our team.</source>
        <translation>已同意，但还没有任何用途：任何内容都不得离开本团队。</translation>
    </message>
    <message>
        <source>What is not ticked counts as not asked: nobody outside gets it; our own team may go on working. If they said no to one of these, or only to some people: “…” beside it, or F4.</source>
        <translation>未勾选的视为没有问过：不会给团队以外的任何人，本团队可以继续工作。如果本人不同意其中某项，或只限某些对象：请点旁边的“…”，或按 F4。</translation>
    </message>
</context>
<context>
    <name>ValueForm</name>
    <message>
        <source>Put it beside the others</source>
        <translation>与其他说法并列</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不添加</translation>
    </message>
</context>
<context>
    <name>ValueSheet</name>
    <message>
        <source>The record says so</source>
        <translation>记录现采用</translation>
    </message>
    <message>
        <source>Nobody is named who says so.</source>
        <translation>没有写明是谁这样说的。</translation>
    </message>
    <message>
        <source>Accept this one</source>
        <translation>采纳这一说法</translation>
    </message>
    <message>
        <source>Accept this one: {value}</source>
        <translation>采纳这一说法：{value}</translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation>添加来源</translation>
    </message>
    <message>
        <source>Add a source: {value}</source>
        <translation>添加来源：{value}</translation>
    </message>
    <message>
        <source>Why this one</source>
        <translation>为何采纳</translation>
    </message>
    <message>
        <source>Why this one, if it can be said in a line</source>
        <translation>为何采纳，可用一句话说明</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>采纳</translation>
    </message>
</context>
<context>
    <name>VerifiedStep</name>
    <message>
        <source>Everything is in order: nothing is lost, nothing was altered.</source>
        <translation>一切正常：没有丢失，没有改动。</translation>
    </message>
    <message>
        <source>Something is not as it was written; all else can be read and saved as before. </source>
        <translation>有内容与写入时不一致；其余一切仍可照常阅读和保存。</translation>
    </message>
    <message>
        <source>Keep the vault and its backups as they are. To bring what is whole into a new vault, lock this one and choose “Rescue a damaged vault” where the passphrase is asked for. Show this list to whoever supports you.</source>
        <translation>请让保险库及其备份保持原样。要把完好的内容放进新保险库，请锁上这个保险库，在输入口令处选择“救援受损的保险库”。请把这份清单给为您提供支持的人看。</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Take in what only “{file}” has</source>
        <translation>并入只有“{file}”才有的内容</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>再检查一次(&amp;A)</translation>
    </message>
</context>
<context>
    <name>VerifyPage</name>
    <message>
        <source>Check the vault</source>
        <translation>检查保险库</translation>
    </message>
    <message>
        <source>Checking every record and file</source>
        <translation>正在检查每条记录和文件</translation>
    </message>
</context>
<context>
    <name>VerifyStart</name>
    <message>
        <source>Every change, every evidence file and every list is read and compared with what was noted when it was written. Nothing is changed. A large vault takes a while: go on elsewhere and save as usual. The check goes on beside that, and what it found is told when it is done.</source>
        <translation>逐一读取每次改动、每个证据文件和每份清单，并与写入时的记录对照。不会改动任何内容。较大的保险库需要一些时间：您可以到别处继续工作、照常保存。检查会同时进行，完成后会告知结果。</translation>
    </message>
    <message>
        <source>Check &amp;everything</source>
        <translation>全部检查(&amp;E)</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Covered until you ask to see it. Nothing is written to disk to show it.</source>
        <translation>在您要求查看之前不显示。查看时不会写入磁盘。</translation>
    </message>
    <message>
        <source>Sho&amp;w it</source>
        <translation>显示(&amp;W)</translation>
    </message>
    <message>
        <source>The text of the file</source>
        <translation>文件的文字</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Cover it again</source>
        <translation>重新遮住</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Letters home, kept safe</source>
        <translation>家书，妥为保存</translation>
    </message>
    <message>
        <source>Jiashu keeps testimony about the families of human rights defenders in an encrypted vault on this machine. Nothing leaves it unless you hand it over yourself.</source>
        <translation>家书把有关人权捍卫者家属的证词保存在这台电脑上的加密保险库里。除非您亲自移交，任何内容都不会离开。</translation>
    </message>
    <message>
        <source>&amp;Create a vault…</source>
        <translation>新建保险库(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Open a vault…</source>
        <translation>打开保险库(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Restore from a backup…</source>
        <translation>从备份恢复(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Look around with invented people…</source>
        <translation>先用虚构人物试试(&amp;L)…</translation>
    </message>
    <message>
        <source>Opened on this machine before</source>
        <translation>曾在这台电脑上打开</translation>
    </message>
    <message>
        <source>Vaults opened on this machine before</source>
        <translation>曾在这台电脑上打开的保险库</translation>
    </message>
    <message>
        <source>{folder} (not here now)</source>
        <translation>{folder}（现在不在）</translation>
    </message>
    <message>
        <source>The vault&apos;s folder</source>
        <translation>保险库的文件夹</translation>
    </message>
</context>
<context>
    <name>Whereabouts</name>
    <message>
        <source>The account says so today.</source>
        <translation>证词现在就是这样说的。</translation>
    </message>
    <message>
        <source>The account was changed since; these words still stand in it.</source>
        <translation>证词后来改过；其中仍有这些话。</translation>
    </message>
    <message>
        <source>Quoted from an earlier wording; the account says otherwise today.</source>
        <translation>引自较早的文字；证词现在另有说法。</translation>
    </message>
    <message>
        <source>No wording of the account that is here has these words.</source>
        <translation>这里保存的证词文字中没有这些话。</translation>
    </message>
    <message>
        <source>See the &amp;history of the account</source>
        <translation>查看证词的历史(&amp;H)</translation>
    </message>
    <message>
        <source>Go to these &amp;words</source>
        <translation>转到这些话(&amp;W)</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Nobody was there, so what was typed was taken off the screen.</source>
        <translation>一段时间没有人操作，已把屏幕上输入的内容清除。</translation>
    </message>
</context>
<context>
    <name>WithdrawPage</name>
    <message>
        <source>They withdraw their consent</source>
        <translation>撤回同意</translation>
    </message>
    <message>
        <source>The withdrawal is recorded.</source>
        <translation>撤回已记录。</translation>
    </message>
    <message>
        <source>What it stops stays in this vault from now on; a hand-over says why.</source>
        <translation>从现在起，停止的内容不会离开本保险库；移交时会说明原因。</translation>
    </message>
</context>
<context>
    <name>WithdrawStep</name>
    <message>
        <source>What do they take back?</source>
        <translation>本人撤回什么？</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Only some uses</source>
        <translation>只撤回某些用途</translation>
    </message>
    <message>
        <source>What stops</source>
        <translation>停止的用途</translation>
    </message>
    <message>
        <source>Who has it already</source>
        <translation>已持有者</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>持有者</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>目的</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自何时起</translation>
    </message>
    <message>
        <source>What went out</source>
        <translation>外传的内容</translation>
    </message>
    <message>
        <source>Nothing about them went out from this vault.</source>
        <translation>本保险库从未发出过与此人有关的内容。</translation>
    </message>
    <message>
        <source>Said on</source>
        <translation>表示日期</translation>
    </message>
    <message>
        <source>In their words</source>
        <translation>本人原话</translation>
    </message>
    <message>
        <source>&amp;Record the withdrawal</source>
        <translation>记录撤回(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Leave everything as it is</source>
        <translation>全部保持原样(&amp;L)</translation>
    </message>
    <message>
        <source>Nothing that was allowed: they said no before, or were never asked.</source>
        <translation>没有什么要停止：此人此前已表示不同意，或从未被问过。</translation>
    </message>
    <message>
        <source>Tick what they take back.</source>
        <translation>请勾选本人撤回的用途。</translation>
    </message>
    <message>
        <source>Goes on as before: {uses}.</source>
        <translation>照旧：{uses}。</translation>
    </message>
    <message>
        <source>Nothing is erased by this. What they told stays here; if they want it gone, erase it as well.</source>
        <translation>撤回不会抹除任何内容。本人讲述的内容仍留在这里；如果本人要求删除，还须另行抹除。</translation>
    </message>
    <message>
        <source>Others have it already: {count}</source>
        <translation>他人已持有：{count}</translation>
    </message>
    <message>
        <source>What went out cannot be called back. Tell those who have it; the next hand-over to our own team carries the withdrawal.</source>
        <translation>已发出的内容无法收回。请告知已持有者；下次移交给本团队的同事时，会一并告知撤回。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>Wrong</name>
    <message>
        <source>This is no whole number. Write digits, such as 4.</source>
        <translation>这不是整数。请写数字，例如 4。</translation>
    </message>
    <message>
        <source>This is not understood as a date. Write it as it was told: 2015-07-09, July 2015, 2015年7月上旬.</source>
        <translation>无法理解为日期。请按所说的写，例如：2015-07-09、2015年7月、2015年7月上旬。</translation>
    </message>
    <message>
        <source>This is no entry of a list. Choose one from the list.</source>
        <translation>这不是列表中的条目。请从列表中选择。</translation>
    </message>
    <message>
        <source>This is not in the list of this program; a newer one may know it. Choose what fits, or leave it.</source>
        <translation>本程序的列表中没有这一项，较新的程序可能认得。请选择合适的一项，或保留不动。</translation>
    </message>
    <message>
        <source>This is a whole group. Choose the one of it that fits.</source>
        <translation>这是一整类。请选择其中合适的一项。</translation>
    </message>
    <message>
        <source>This points at no record. Choose one from the list.</source>
        <translation>这没有指向任何记录。请从列表中选择。</translation>
    </message>
    <message>
        <source>This is neither yes nor no. Choose one of the two.</source>
        <translation>这既不是“是”也不是“否”。请二选一。</translation>
    </message>
    <message>
        <source>This is no reason this program knows. Press F4 and choose one.</source>
        <translation>本程序不认得这个原因。请按 F4 选择一个。</translation>
    </message>
    <message>
        <source>This is not what the field takes. Write it anew, or leave it as it is.</source>
        <translation>这不是本栏目所要的内容。请重新填写，或保留不动。</translation>
    </message>
    <message>
        <source>“{value}” stands here.</source>
        <translation>此处写着“{value}”。</translation>
    </message>
</context>
<context>
    <name>YesNoEditor</name>
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
    <name>_StillReading</name>
    <message>
        <source>Still reading this from the vault. It comes by itself, and nothing is lost.</source>
        <translation>仍在从保险库读取。读完会自动显示，不会丢失任何内容。</translation>
    </message>
</context>
<context>
    <name>_Veil</name>
    <message>
        <source>What was typed here is hidden with the names. F8 shows it again.</source>
        <translation>这里输入的内容已随姓名一同隐藏，按 F8 可重新显示。</translation>
    </message>
</context>
</TS>
