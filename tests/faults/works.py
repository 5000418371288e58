"""The works that faults are swept through, each one command of the program, begun on the same vault every time."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from desktop import places
from desktop.casework import contacts, drafts, evidence, records, recovering, vaults
from desktop.casework.workspace import Workspace
from desktop.crypto import age
from desktop.crypto.recipients import parse_identities
from desktop.domain.vocabulary import Vocabularies
from desktop.vault.connection import Database
from tests.casework.conftest import introduce, told
from tests.casework.exchange import handed
from tests.conftest import Clock
from tests.faults.disk import Command
from tests.formats import telling_files
from tests.proof.extent import THOROUGH
from tests.vault.old_keys import OldKeys

PASSPHRASE = "a lamp under seven willows"
NEW_PASSPHRASE = "eleven herons and a borrowed spade"
WORK_FACTOR = 2

ERASED = "丹顶鹤七号"
ERASED_SEALED = "白头翁八号"
"""Each in what one work erases, and nowhere else: afterwards in no decrypted page."""
CANARIES = (ERASED, ERASED_SEALED, "他们半夜来", "林秀兰", "林小舟", "许安桥", "信天翁", PASSPHRASE, NEW_PASSPHRASE)
"""Words of the vault and of what comes in, and its passphrases; none so short that sealed bytes hold it by chance."""

SAID = "信天翁 was taken away. " * 300
DRAFT = "信天翁, half typed"
SET = "It is in place."


@dataclass(frozen=True)
class Work:
    """words: of the command; {…} stands for what `Scene.prepared` made. done: said once it is acknowledged."""

    name: str
    words: tuple[str, ...]
    done: str
    typed: str = ""
    """The file its standard input is."""
    begins: Literal["calm", "busy", "older"] = "calm"
    """On a vault that was locked; whose program was killed, so that locking has a long log to move into the database;
    or that an older program left, so that opening it upgrades it, which is told.
    """
    goes_on: bool = False
    """Left by half it is taken up by the same command, and ends."""
    goes_out: bool = False
    """It writes a file for outside, which never stands there before the vault says that it does."""


_CLEANED = ("--case", "{case}", "--to", "Wei", "--redacted", "--out", "{out}", "--accept")

WORKS = (
    Work("testimony", ("add", "{vault}", "testimony", "--json"), '"id"', typed="{testimony}"),
    Work("erase", ("erase", "{vault}", "{erased}", "--accept"), "Erased;"),
    Work("erase_a_sealed_one", ("erase", "{vault}", "{sealed}", "--accept"), "Erased;"),
    Work("passphrase", ("passphrase", "{vault}", "--new-passphrase-file", "{new}"), "Passphrase changed."),
    Work("lock", ("list", "{vault}", "case"), "A letter writer", begins="busy"),
    Work("upgrade", ("list", "{vault}", "case"), "A letter writer", begins="older"),
    Work("renew_keys", ("renew-keys", "{vault}", "--accept"), "The keys are renewed.", goes_on=True),
    Work("attach", ("attach", "{vault}", "{case}", "{file}", "--sealed", "--json"), '"sealed": true'),
    Work("import", ("import", "{vault}", "{table}", "--accept"), "Rows brought in: 20"),
    Work("receive", ("receive", "{vault}", "{package}", "--accept"), "Received:"),
    *(
        (
            Work("extract", ("extract", "{vault}", "{document}", "--out", "{out}"), "Written", goes_out=True),
            Work("hand_over_cleaned", ("handoff", "{vault}", *_CLEANED), "Written: ", goes_out=True),
            Work("recovery", ("recovery", "set", "{vault}", "--recovery-key-file", "{next_key}"), SET),
        )
        if THOROUGH
        else ()
    ),
)
"""The last three are swept in `make proof` alone: one notes a line as others do, before a file stands outside, one
hands a copy over whose file is cleaned on the way, and one replaces two slots one after the other, as others do in
`make test` too."""


@dataclass(frozen=True)
class Scene:
    """stage: a vault and a home folder, put back for every run. made: what the words of a work stand for. old: the keys
    the vault has before any work.
    """

    folder: Path
    made: dict[str, str]
    old: list[OldKeys]

    @classmethod
    def prepared(cls, folder: Path) -> Scene:
        """A vault with a case, names, evidence and drafts; beside it a table, a file and a package that come in."""
        scene = cls(folder, {}, [])
        (scene.home / ".config").mkdir(parents=True)
        (ws, recovery), (other, _) = _created(scene.vault, "Anna"), _created(folder / "other", "Bao")
        introduce(ws, other)
        if THOROUGH:  # the program goes by the clock of the machine, and a card is a quarter's
            partner, _ = _created(folder / "partner", "Wei", Clock(int(time.time())))
            introduce(ws, partner, our_team=False)
            vaults.lock(partner.vault)
        case, theirs = told(ws), told(other)
        paper = folder / "paper"
        paper.write_text(f"{ERASED} was written down here. " * 2000, "utf-8")
        for name, word in (("erased", ERASED), ("sealed", ERASED_SEALED)):
            record = evidence.attach(ws, case.id, paper, sealed=name == "sealed").created[0]
            records.edit(ws, record, {"description": word})
            scene.made[name] = record
        paper.write_text("信天翁 was written down there. " * 2000, "utf-8")
        evidence.attach(other, theirs.id, paper, sealed=False)
        document = folder / "letter.docx"
        document.write_bytes(telling_files.docx())
        scene.made["document"] = evidence.attach(ws, case.id, document).created[0]
        next_key = recovering.make().key
        table = "姓名,来源\n" + "".join(f"许安桥{number},https://example.org/{number}\n" for number in range(20))
        scene.made.update(
            vault=str(scene.vault),
            out=str(scene.out),
            recovery=recovery,
            next_recovery=next_key,
            next_key=scene._file("next_key", next_key),
            passphrase=scene._file("passphrase", PASSPHRASE),
            new=scene._file("new", NEW_PASSPHRASE),
            case=case.id,
            file=scene._file("信天翁.txt", "信天翁 said so. " * 3000),
            table=scene._file("table.csv", table),
            testimony=scene._file("testimony.jsonl", json.dumps({"case": case.id, "statements": [{"words": SAID}]})),
            package=str(handed(other, theirs.id, "Anna")),
        )
        vaults.lock(other.vault)
        drafts.keep(ws, "quick", "quick", {"text": DRAFT})
        drafts.keep(ws, "form", "record:person", {"full": "林小舟, half typed"}, sealed=True)
        subprocess.run(["cp", "-r", scene.stage, folder / "busy"], check=True)  # this process must not open its files
        vaults.lock(ws.vault)
        scene.old.append(OldKeys.of(scene.vault, recovery))
        shutil.copytree(scene.stage, folder / "older")
        scene.stage.rename(folder / "calm")
        scene._age()
        return scene

    def _age(self) -> None:
        """Make the tables of one vault what they were in format 1; `tests/vault/golden` has a real one."""
        for name, raw in zip(("a.db", "b.db"), self.raw_keys(), strict=True):
            key = bytes.fromhex(raw)
            database = Database.open(self.folder / "older/vault" / name, (key[:32], key[32:]))
            if name == "a.db":
                database.run("DROP TABLE keeping")
            database.run("PRAGMA user_version = 1")
            database.truncate_wal()
            database.close()

    @property
    def stage(self) -> Path:
        return self.folder / "stage"

    @property
    def vault(self) -> Path:
        return self.stage / "vault"

    @property
    def out(self) -> Path:
        """What a work writes for outside."""
        return self.folder / "out" / "given"

    @property
    def home(self) -> Path:
        return self.stage / "home"

    def set(self, work: Work) -> None:
        """Put everything back to where the work begins."""
        for made in (self.stage, self.out.parent):
            shutil.rmtree(made, ignore_errors=True)
        self.out.parent.mkdir()
        shutil.copytree(self.folder / work.begins, self.stage)

    def raw_keys(self) -> tuple[str, ...]:
        """Of both databases, as long as no keys were renewed: the 96 hex digits of each."""
        recovery = parse_identities(self.made["recovery"])
        plain = [age.unseal((self.folder / "calm/vault" / slot).read_bytes(), recovery) for slot in ("k2", "k4")]
        return tuple(each.decode("ascii").split("'")[1] for each in plain)

    def command(self, work: Work) -> Command:
        """The command line, begun in the home folder of the stage."""
        words = [*(word.format_map(self.made) for word in work.words), "--passphrase-file", self.made["passphrase"]]
        return Command(words, self.home, work.typed.format_map(self.made))

    def _file(self, name: str, text: str) -> str:
        path = self.folder / name
        path.write_text(text, "utf-8")
        return str(path)


def _created(place: Path, name: str, clock: Clock | None = None) -> tuple[Workspace, str]:
    """A new vault, and its recovery key."""
    clock = clock or Clock()
    made = vaults.create_vault(place, PASSPHRASE, clock=clock, work_factor=WORK_FACTOR)
    ws = Workspace(made.vault, Vocabularies.from_tables(places.read_tables()), clock)
    contacts.rename_own(ws, name)
    return ws, made.recovery_key
