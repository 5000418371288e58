"""The practice vault and the main job told line by line, with invented people, in a throwaway folder."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click

from desktop import places
from desktop.casework import (
    conflicts,
    contacts,
    erase,
    evidence,
    family,
    find,
    handoff,
    importing,
    known,
    passphrases,
    quick,
    receive,
    records,
    vaults,
    worked_world,
)
from desktop.casework.handoff import Handoff
from desktop.casework.outfiles import new_folder
from desktop.casework.people import Pick
from desktop.casework.quick import QuickTestimony
from desktop.casework.workspace import Workspace
from desktop.cli.demo_words import STORY, TABLE, TESTIMONY
from desktop.cli.printing import say
from desktop.cli.shell import Shell, clock, vocabularies

_WORK_FACTOR = 10  # the passphrase is told on the screen: nothing is kept from anybody here


@click.command("demo")
@click.option("--dir", "folder", type=click.Path(path_type=Path), help="Keep what is made in this new or empty folder.")
@click.pass_obj
def demo(shell: Shell, folder: Path | None) -> None:
    """Do the main job once with invented people, telling each step; nothing of yours is touched."""
    place = folder or Path.cwd() / f"jiashu-demo-{secrets.token_hex(4)}"
    new_folder(place)
    try:
        _Story(shell, place).tell()
        if folder:
            say(shell.say("demo_kept", folder=place))
    finally:
        if not folder:
            shutil.rmtree(place)


@dataclass
class _Story:
    """Two vaults, one family. Each chapter does the real thing and says what came of it."""

    shell: Shell
    place: Path = field(repr=False)
    case: str = ""
    testimony: str = ""
    open: list[Workspace] = field(default_factory=list)

    def tell(self) -> None:
        """All chapters in order; every vault is locked at the end."""
        chapters: Sequence[Callable[[], None]] = (
            self.practise,
            self.create,
            self.record,
            self.complete,
            self.search,
            self.bring_in,
            self.exchange_cards,
            self.hand_over,
            self.receive_twice,
            self.disagree,
            self.redact,
            self.erase,
            self.verify,
        )
        try:
            for chapter in chapters:
                chapter()
        finally:
            for ws in self.open:
                vault_folder = ws.vault.folder
                vaults.lock(ws.vault)
                known.forget_vault(vault_folder)

    def practise(self) -> None:
        place = self.place / "practice"
        ws = worked_world.make_practice_vault(
            place, places.resources() / "demo", vocabularies(), clock, self.shell.language
        )
        try:
            total = sum(count for _, count in worked_world.counted(ws))
            self.line("practice", records=total, folder=place.name, passphrase=worked_world.PASSPHRASE)
            for row in records.list_records(ws, "case", limit=10).rows:
                page = family.case_page(ws, row.id)
                told = {"people": page.members, "acts": page.acts, "testimonies": page.testimonies}
                counts = {name: len(lines) for name, lines in told.items()}
                self.line("practice_case", title=page.case.title, consents=len(page.consents), **counts)
        finally:
            vaults.lock(ws.vault)
            known.forget_vault(place)

    def create(self) -> None:
        for name in ("Anna", "Bao"):
            passphrase = passphrases.suggest_passphrase()
            created = vaults.create_vault(self.place / name.lower(), passphrase, clock=clock, work_factor=_WORK_FACTOR)
            ws = Workspace(created.vault, vocabularies(), clock, self.shell.language)
            self.open.append(ws)
            contacts.rename_own(ws, name)
            self.line("created", name=name, passphrase=passphrase)

    def record(self) -> None:
        told = QuickTestimony(
            text=TESTIMONY,
            language="zh-Hans",
            speaker=Pick(text="林秀兰"),
            about=(Pick(text="林远（林小舟）"),),
            case=Pick(text=STORY["case_title"][self.shell.language == "zh_Hans"]),
            consent="our_team",
        )
        changes = quick.record_testimony(self.anna, told)
        self.testimony = quick.testimony_of(self.anna, changes) or ""
        self.case = records.show(self.anna, self.testimony).nested["case"]
        self.line("recorded", title=records.show(self.anna, self.testimony).title)

    def complete(self) -> None:
        defender = family.people_of(self.anna, self.case)[0]
        mother = records.show(self.anna, self.testimony).nested["speaker"]
        family.add_relative(self.anna, Pick(mother), of=defender, relationship="parent", kin_term="mother")
        act = {"type": "F.02", "victim": mother, "because_of": defender, "relationship": "parent"}
        start = {"edtf": "2024-03", "words": "2024年3月", "calendar": "gregorian"}
        family.add_act(self.anna, self.case, {**act, "start": start})
        notice = self.place / "notice.txt"
        notice.write_text("停电通知", encoding="utf-8")
        evidence.attach(self.anna, self.case, notice)
        page = family.case_page(self.anna, self.case)
        for member in page.members:
            self.line("member", name=member.called, kinship=member.kinship or "–", acts=len(member.acts))

    def search(self) -> None:
        for words in ("电", "穿便衣的人", "linyuan", "林遠"):
            found = find.search(self.anna, words)
            self.line("found", words=words, titles="; ".join(hit.title for hit in found) or "–")

    def bring_in(self) -> None:
        preview = importing.preview_import(self.anna, TABLE.encode("utf-8"))
        for trouble in preview.troubles:
            reason = importing.reason(trouble, self.anna)
            self.line("trouble", row=trouble.row, column=trouble.column, text=trouble.text, reason=reason)
        changes = importing.accept_import(self.anna, preview)
        again = importing.preview_import(self.anna, TABLE.encode("utf-8"))
        self.line("imported", rows=preview.rows, count=len(changes.created), new=again.new)

    def exchange_cards(self) -> None:
        for ws, other in ((self.anna, self.bao), (self.bao, self.anna)):
            card = contacts.preview_card(ws, contacts.own_card(other).text.encode("utf-8"))
            contacts.add_card(ws, card, our_team=True, verified=True)
            self.line("card", name=card.name, words=card.words)

    def hand_over(self) -> None:
        self.package = self._hand(self.anna, "Bao", "transfer")
        self.line("handed_over", size=self.package.stat().st_size)

    def receive_twice(self) -> None:
        for _ in range(2):
            preview = receive.preview_package(self.bao, self.package)
            done = receive.receive(self.bao, preview, accepted={one.id for one in preview.decisions})
            self.line("received", new=done.new, merged=done.merged, evidence=done.evidence)

    def disagree(self) -> None:
        records.edit(self.anna, self.case, {"priority": "urgent"})
        records.edit(self.bao, self.case, {"priority": "low", "region": "53"})
        preview = receive.preview_package(self.anna, self._hand(self.bao, "Anna", "transfer"))
        receive.receive(self.anna, preview)
        for conflict in conflicts.open_conflicts(self.anna):
            sides = "; ".join(f"{side.author or self.shell.say('ours')}: {side.text}" for side in conflict.sides)
            self.line("conflict", field=conflict.label, sides=sides)
            conflicts.settle(self.anna, conflict.record, conflict.path, conflict.sides[0].revision)
        self.line("settled", count=len(conflicts.open_conflicts(self.anna)))

    def redact(self) -> None:
        wanted = Handoff(self.case, "redacted", (contacts.resolve_contact(self.anna, "Bao").id,))
        preview = handoff.preview_handoff(self.anna, wanted)
        reasons = sorted({handoff.reason(self.anna, staying.reason) for staying in preview.staying})
        self.line("redacted", leaving=len(preview.leaving), staying=len(preview.staying), reasons="; ".join(reasons))

    def erase(self) -> None:
        preview = erase.preview_erase(self.anna, self.testimony)
        held = dict.fromkeys(held.to for held in preview.elsewhere)
        self.line("erasing", count=len(preview.goes), held="; ".join(held))
        erase.erase(self.anna, preview)
        self.line("erased", found=len(find.search(self.anna, "穿便衣的人")))

    def verify(self) -> None:
        from desktop.casework.verify import verify

        for ws in self.open:
            found = verify(ws)
            self.line("verified", revisions=dict(found.checked)["revisions"], findings=len(found.findings))

    @property
    def anna(self) -> Workspace:
        """Who records."""
        return self.open[0]

    @property
    def bao(self) -> Workspace:
        """Who receives."""
        return self.open[1]

    def line(self, key: str, **details: object) -> None:
        """One line of the story."""
        english, chinese = STORY[key]
        say((chinese if self.shell.language == "zh_Hans" else english).format(**details))

    def _hand(self, ws: Workspace, name: str, mode: str) -> Path:
        wanted = Handoff(self.case, mode, (contacts.resolve_contact(ws, name).id,))
        out = self.place / f"{secrets.token_hex(8)}.age"
        return handoff.hand_off(ws, handoff.preview_handoff(ws, wanted), out).files[0]


COMMANDS = (demo,)
