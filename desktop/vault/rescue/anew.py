"""Building the new vault: read all that is left, make the folder, fill it, check it, and only then give it its key."""

from __future__ import annotations

import json
import secrets
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import replace
from pathlib import Path

from desktop.crypto.keys import database_key
from desktop.crypto.page_cipher import PAGE
from desktop.crypto.recipients import HybridRecipient, KeyRecipient, parse_recipient
from desktop.errors import Damaged, JiashuError
from desktop.history.revision import is_id
from desktop.vault import files, folder, marker, newkeys, recovery, renewal, schema, unlocking
from desktop.vault.blobfile import BlobInfo
from desktop.vault.connection import Database, Key
from desktop.vault.log import first
from desktop.vault.marker import Marker
from desktop.vault.rescue import keys as slot_keys
from desktop.vault.rescue.cells import Row
from desktop.vault.rescue.evidence import Evidence, Named
from desktop.vault.rescue.filling import Filling
from desktop.vault.rescue.gathering import Source
from desktop.vault.rescue.keys import Way
from desktop.vault.rescue.pages import Pages, beginning, readable
from desktop.vault.rescue.report import Rescued
from desktop.vault.rescue.salvage import Salvage, unsealed
from desktop.vault.slots import KeyRing
from desktop.vault.vault import Vault

Progress = Callable[[int, int], None]

_TABLES = ("setting", "contact", "sent", "sent_item", "refused", "keeping", "draft", "derived")
_ALSO_FROM_BACKUPS = ("setting", "contact", "sent", "sent_item", "refused")
"""What of a backup stands in where pages of the vault are lost; drafts and derived records may hold erased words."""

_OWN_CARD = "own_card"
_OF_RENEWING = (newkeys.CURRENT, newkeys.PROPOSED)
"""Facts that are noted anew: where keys were being renewed, all there is counts as not sealed to the new ones yet."""


class Rescue:
    """Used as a context, its steps in this order: `read`, `offer` (packages), `begin`, `fill`.

    Of the damaged vault and the backups every file is opened for reading alone. Left before `fill` has returned,
    nothing of the new vault stays.
    """

    def __init__(
        self, damaged: Path, new: Path, way: Way, *, clock: Callable[[], int], backups: Sequence[Path] = ()
    ) -> None:
        """backups: folders of vaults with the same keys, the latest first.

        Refused `vault.not_found`, `vault.is_file`, `vault.not_a_vault`, `vault.passphrase`, `vault.recovery_key`;
        Hindered `vault.in_use`; Damaged `vault.key_slot` and the like when no copy of the slot is whole.
        """
        folder.check(damaged, needs=())
        self.new = new
        self._way = way
        self._clock = clock
        self._places = (damaged, *backups)
        self._stack = ExitStack()
        self._made = False
        self._vault: Vault | None = None
        self._evidence: Evidence | None = None
        self._offered: list[Source] = []
        self._ids: dict[str, frozenset[str]] = {}
        held = folder.keep_others_out(damaged)
        if held is not None:
            self._stack.callback(held.release)
        try:
            self.keys = slot_keys.find(self._places, way)
            self._salvages = self._salvaged(damaged, backups)
        except BaseException:
            self._stack.close()
            raise

    def __enter__(self) -> Rescue:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()
        if self._vault is not None:
            self._vault.lock()
            self._vault = None
        if self._made:
            shutil.rmtree(self.new, ignore_errors=True)

    def read(self) -> Iterator[tuple[int, int]]:
        """Read every page there is; gives (done, total)."""
        total = sum(one.pages.count for one in self._salvages)
        before = 0
        for salvage in self._salvages:
            for done, _ in salvage.read():
                yield before + done, total
            before += salvage.pages.count
        self._leave_out_others()
        self._ids = {one.name: frozenset(one.ids.values()) for one in self._salvages}
        self.keys = slot_keys.none_of_files(self.keys, {info.header for _, info in self._blob_rows()})

    def _leave_out_others(self) -> None:
        """Take nothing from a folder that is no backup of this vault, nor of one of the same person: one of somebody
        else's vault may open by the same passphrase."""
        others = {place for place in self._places[1:] if not self._is_ours(place)}
        self._salvages = [one for one in self._salvages if one.pages.path.parent not in others]
        self._places = tuple(place for place in self._places if place not in others)
        self.keys = self.keys.without(others)

    def _is_ours(self, place: Path) -> bool:
        try:
            theirs = slot_keys.find([place], self._way)
        except JiashuError:
            return True  # nothing of it that is not ours opens
        here, there = ({one.recipient for one in ring.identities} for ring in (self.keys.ring, theirs.ring))
        if here & there or theirs.own & self.own:
            return True
        told = self._salvages[0].facts.get("vault")
        return told is not None and any(
            one.facts.get("vault") == told for one in self._salvages[1:] if one.pages.path.parent == place
        )

    @property
    def own(self) -> frozenset[str]:
        """Public keys, hex, of the own authors, as far as they are known."""
        return self.keys.own | frozenset(self._authors_told())

    @property
    def contacts(self) -> frozenset[str]:
        """The signing keys of contacts."""
        return frozenset(str(key[0]) for one in self._salvages for key in one.tables.get("contact", {}))

    @property
    def packages(self) -> frozenset[str]:
        """Digests and names of packages that were sent or came."""
        return frozenset(str(key[0]) for one in self._salvages for key in one.tables.get("sent", {}))

    def knows_change(self, revision: str) -> bool:
        """Whether a revision was here, also where nothing but its id is left."""
        return any(revision in one.known or revision in self._ids[one.name] for one in self._salvages)

    def offer(self, source: Source) -> None:
        """Another place to take revisions from, after all others."""
        self._offered.append(source)

    def begin(self, progress: Progress | None = None, *, keys_alone: bool = False) -> Vault:
        """Make the new vault, without a record in it, and bring its evidence over, read back from where it is now.

        Refused `vault.exists`; Hindered `disk.…`; Damaged `rescue.nothing` when not one change can be read, unless
        the keys alone are worth it. It stays without `k1` for now, so that nobody takes it for whole.
        """
        if not keys_alone and not any(source.known for source in (*self._salvages, *self._offered)):
            raise Damaged("rescue.nothing")
        rows = self._blob_rows()
        needed = 3 * self._salvages[0].pages.count * PAGE + sum(info.stored for _, info in rows)
        files.check_room(self.new.parent, needed)
        folder.create(self.new)
        self._made = True
        compartment = self._compartment()
        vault_id = secrets.token_bytes(16)
        ring = self.keys.ring
        Database.create(self.new / folder.MAIN, ring.database_key, self._statements(vault_id, compartment))
        self._written = slot_keys.write(
            self.new,
            self.keys,
            self._way,
            recovery=self._recovery(recovery.MAIN),
            recovery_identities=self._recovery(recovery.IDENTITIES),
            compartment=compartment,
            authors_told=self._authors_told(),
            now=self._clock(),
        )
        marker.closed(self.new, Marker(vault_id, 0, first(vault_id)).seal(ring.recipient))
        held = folder.lock(self.new)
        try:
            opened = unlocking.unlock_with(self.new, held, ring, now=self._clock(), last_seen=None)
        except BaseException:
            held.release()
            raise
        self._vault = vault = Vault(opened, self._clock)
        vault._begin(self._way.identity_passphrase)
        self._evidence = evidence = Evidence(self.new, vault._database, self.keys, self._places)
        for done, _ in enumerate(evidence.take(rows)):
            if progress:
                progress(done, len(rows))
        return vault

    def fill(self, progress: Progress | None = None) -> Rescued:
        """Put everything in, read all of it back, and give the vault its key. Raising from `progress` undoes it."""
        vault = self._vault
        evidence = self._evidence
        if vault is None or evidence is None:
            raise ValueError("begin comes first")
        filling = Filling(vault, self._salvages, self._offered, self.own, self._unsealed())
        total = len(filling.order)
        vault.append_records(filling.records(lambda done: progress(done, total) if progress else None))
        evidence.look_again()
        for named in filling.named.values():
            if not evidence.here(named.name) and (named.name in evidence.report.lost or self._was_here(named)):
                evidence.take_named(named)
        kept = {table: self._take_rows(vault._database, table) for table in _TABLES}
        self._go_on_renewing(vault)
        aside = filling.keep_aside(self.new)
        checked = vault.verify(progress)
        wrong = tuple(sorted({finding.code for finding in checked.findings}))
        report = filling.report(evidence.report, self._damage(), kept, aside, self._written.anew, wrong)
        vault.keeping.note("rescue", whole=report.whole, part=len(report.part), lost=len(report.lost))
        passphrase_kept = slot_keys.write_first(self.new, self.keys, self._way)
        self._made = False
        return report if passphrase_kept else replace(report, passphrase_kept=False)

    def _go_on_renewing(self, vault: Vault) -> None:
        """Where keys were being renewed, that is to begin anew with all the files that came over."""
        vault._database.run("DELETE FROM fact WHERE name = ?", (newkeys.CURRENT,))
        newkeys.settle(vault._database, self.keys.ring)

    def _salvaged(self, damaged: Path, backups: Sequence[Path]) -> list[Salvage]:
        """Each database that may hold revisions: the vault's, copies of it that another program left, the backups'."""
        copies = [damaged / name for name in folder.strange_names(damaged) if name.endswith(".db")]
        found = [("a.db", damaged / folder.MAIN), *((path.name, path) for path in copies)]
        found += [(f"backup {number}", place / folder.MAIN) for number, place in enumerate(backups, start=1)]
        return [Salvage(name, self._stack.enter_context(Pages(path, self._key(path)))) for name, path in found]

    def _unsealed(self) -> dict[str, bytes]:
        """What the identity database still has of words; nothing while its keys are not here."""
        inner = self.keys.inner
        if inner is None:
            return {}
        path = self._places[0] / folder.IDENTITIES
        begins = beginning(path)
        tried = [database_key(one.secret, folder.IDENTITIES) for one in inner.identities]
        key = next((one for one in tried if one[1] == begins), tried[0])
        with Pages(path, key) as pages:
            return unsealed(pages, self._salvages[0].ids)

    def _key(self, path: Path) -> Key:
        """The key of a database: the one whose salt it begins with, else the one that opens most of its pages."""
        rings = [self.keys.ring]
        for place in self._places:
            with suppress(JiashuError):
                rings.append(slot_keys.find([place], self._way).ring)
        tried = [database_key(one.secret, folder.MAIN) for ring in rings for one in ring.identities]
        begins = beginning(path)
        for key in tried:
            if key[1] == begins:
                return key
        return max(tried, key=lambda key: readable(path, key)) if len(set(tried)) > 1 else tried[0]

    def _statements(self, vault_id: bytes, compartment: HybridRecipient) -> Iterator[str]:
        yield from schema.MAIN
        yield renewal.FACT
        facts: dict[str, str | bytes] = {**self._facts(), "vault": vault_id, "compartment": compartment.text}
        for name, value in facts.items():
            hexed = value.hex() if isinstance(value, bytes) else f"{value.encode().hex()}' AS TEXT"
            told = f"x'{hexed}'" if isinstance(value, bytes) else f"CAST(x'{hexed})"
            yield f"INSERT INTO fact VALUES (CAST(x'{name.encode().hex()}' AS TEXT), {told})"  # noqa: S608 - hex digits

    def _facts(self) -> dict[str, str]:
        """What the databases tell of themselves: recipients and the like, never what says how lists were made."""
        found: dict[str, str] = {}
        for salvage in self._salvages:
            for name, value in salvage.facts.items():
                if isinstance(value, str) and value.startswith("age1") and name not in _OF_RENEWING:
                    found.setdefault(name, value)
        return found

    def _compartment(self) -> HybridRecipient:
        """Whom new sealed words are sealed to; a new compartment where nothing tells of the old one any more."""
        told, inner = self._facts().get("compartment"), self.keys.inner
        if inner is None:
            if told is not None:
                return HybridRecipient.from_text(told)
            inner = KeyRing.generate(folder.IDENTITIES)
        elif told is not None:
            if told not in {one.recipient.text for one in inner.identities}:
                return HybridRecipient.from_text(told)
            if not self.keys.ring.renewing:  # else the current one counts, whatever was noted by then
                inner = inner.led_by(HybridRecipient.from_text(told))
        self.keys = replace(self.keys, inner=inner)
        return inner.recipient

    def _recovery(self, name: str) -> KeyRecipient | None:
        told = self._facts().get(name)
        return None if told is None else parse_recipient(told)

    def _authors_told(self) -> list[str]:
        """Who signs here, by the card of one's own that is kept among the settings."""
        found: list[str] = []
        for salvage in self._salvages:
            row = salvage.tables.get("setting", {}).get((_OWN_CARD,))
            with suppress(ValueError, KeyError, TypeError):
                signing = json.loads(json.loads(str(row[1])))["signing"] if row else None
                if isinstance(signing, str) and is_id(signing) and signing not in found:
                    found.append(signing)
        return found

    def _blob_rows(self) -> list[tuple[str, BlobInfo]]:
        found: dict[str, tuple[str, BlobInfo]] = {}
        for salvage in self._salvages:
            for name, row in salvage.blobs.items():
                found.setdefault(name, row)
        return list(found.values())

    def _was_here(self, named: Named) -> bool:
        """Whether bytes a record names were in the vault: the index says it, or nothing is left to say it."""
        first_of_all = self._salvages[0]
        return (
            named.name in first_of_all.blob_names
            or bool(first_of_all.pages.damaged)
            or any((place / folder.BLOBS / named.name[:2] / named.name).exists() for place in self._places)
        )

    def _take_rows(self, database: Database, table: str) -> int:
        found = dict(self._salvages[0].tables.get(table, {}))
        if self._salvages[0].pages.damaged and table in _ALSO_FROM_BACKUPS:
            for salvage in self._salvages[1:]:
                found = {**salvage.tables.get(table, {}), **found}
        rows = [found[key] for key in sorted(found, key=_number if table == "keeping" else str)]
        if not rows:
            return 0
        signs = ", ".join("?" * len(rows[0]))
        with database.transaction():
            database.run_many(f"INSERT OR IGNORE INTO {table} VALUES ({signs})", rows)  # noqa: S608 - our own tables
        return len(rows)

    def _damage(self) -> dict[str, tuple[int, int, int]]:
        return {one.name: (one.pages.count, len(one.pages.damaged), len(one.pages.older)) for one in self._salvages}


def _number(key: Row) -> int:
    """Of a line that tells by it which came later."""
    return key[1] if isinstance(key[1], int) else 0
