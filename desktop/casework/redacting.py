"""Fresh records for one recipient: nothing in them identifies, and no id is shared with anybody else's copy."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from desktop.casework.accepting import as_it_counts
from desktop.casework.derived_records import Derived
from desktop.casework.gathering import Gathered
from desktop.casework.identified import Readings
from desktop.casework.leaving import Verdict
from desktop.casework.outgoing import CLEANED, Outgoing
from desktop.casework.rewording import Rewording
from desktop.casework.unnaming import telltales
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.checking import check
from desktop.domain.compartment import belongs_sealed, identifying_paths
from desktop.domain.dates import GREGORIAN, LUNAR
from desktop.domain.declaration import FieldDecl
from desktop.domain.mentions import escape, render
from desktop.domain.permission import FINAL
from desktop.domain.registry import KINDS
from desktop.domain.walk import WORDS
from desktop.errors import Refused
from desktop.formats.content import Carried
from desktop.history import canonical, codes, paths, shape
from desktop.history.revise import revise
from desktop.vault.derived import DerivedRecord

STUB: Mapping[str, JSON] = {"counting_unit": "individual"}
DAY = 86400

# Each kind after those it points at; people first, since texts mention them.
_ORDER = (
    "person", "organisation", "source", "case", "interview", "testimony", "evidence", "act", "involvement",
    "relationship", "intervention", "name", "citation",
)  # fmt: skip
# Anchors and custody tell of our own log and our own people; notes and own fields nobody has judged.
_NEVER = frozenset({"anchors", "custody", "notes", "custom", "blob", "next_review_on", "follow_up_on"})
# Who gave a file was never asked; what somebody said is to stay confidential does.
_NEVER |= frozenset({"received_from", "received_how", "confidential_parts", "referral"})
# Work for ourselves: what does not fit with others' accounts, how far we rely on who told it, how somebody bore up,
# what we collect and how long.
_NEVER |= frozenset(
    {"contradictions", "speaker_reliability", "distress", "distress_signs", "collects", "retention_review_on"}
)
# Of a child that was taken, as near to an address as anybody knows; numbers by which public letters of the UN tell who.
_NEVER |= frozenset({"whereabouts", "reference"})
_OF_DEFENDERS = frozenset({"summary", "context"})
_OPEN_NAME = ("person", "full", "type", "script", "family", "given", "name_order", "pinyin")
_FILE = ("size", "sha256")


@dataclass
class Redaction:
    """One recipient's copy in the making. minted: derived records somebody was shown, to be the ones that leave.

    outgoing: what becomes of files, by record; files: those that go along. made: by record of ours.
    """

    ws: Workspace
    gathered: Gathered
    verdict: Verdict
    recipient: str = field(repr=False)
    outgoing: Mapping[str, Outgoing] = field(default_factory=dict, repr=False)
    minted: Mapping[str, Derived] = field(default_factory=dict, repr=False)
    made: dict[str, Derived] = field(default_factory=dict, repr=False)
    files: frozenset[str] = field(init=False, repr=False)
    rewording: Rewording = field(init=False, repr=False)

    def __post_init__(self) -> None:
        leaves = self.verdict.leaves
        self.files = frozenset(record for record in leaves if record in self.outgoing and self.outgoing[record].goes)
        self.rewording = Rewording(telltales(self.ws, self.gathered, frozenset(leaves)), self._stand_in)

    def make(self) -> None:
        """Derive every record that leaves, and a bare person for everybody who does not permit."""
        people = self.gathered.of_kind("person")
        for person in people:
            self.made[person] = self._earlier(person)
            if person not in self.verdict.leaves or not self.made[person].revisions:
                self._extend(person, dict(STUB))  # who no longer permits is a bare person from now on
        for kind in _ORDER:
            for record in self.verdict.leaves:
                if self.gathered.states[record].kind == kind:
                    self._derive(record)

    def carried(self) -> list[Carried]:
        """Every revision, parents first; of earlier ones only the words that still stand."""
        return [carried for derived in self.made.values() for carried in self._carried(derived)]

    def kept(self) -> list[DerivedRecord]:
        """What the vault has to remember."""
        return [DerivedRecord(self.recipient, each.source, each.id, each.encode()) for each in self.made.values()]

    def nested(self) -> dict[str, tuple[str, dict[str, JSON]]]:
        """The derived records as they read: kind and values by their id."""
        found = {}
        for derived in self.made.values():
            state = derived.state(self.ws.vault.own_authors)
            if state is not None:
                found[derived.id] = (state.kind, state.nested())
        return found

    def plain(self, typed: str) -> str:
        """Words typed for whoever gets the copy, with people by the codes they have in it."""
        return render(self.rewording.text("", escape(typed)), lambda mention: codes.code_of(mention.person))

    def _derive(self, record: str) -> None:
        if record not in self.made:
            self.made[record] = self._earlier(record)
        derived = self.made[record]
        kind = self.gathered.states[record].kind
        values = self._checked(kind, dict(self._values(record, kind, derived)))
        if kind == "person":
            values = {**STUB, **values}
        if record in self.files:
            derived.blob = derived.blob or secrets.token_hex(16)
            values["blob"] = derived.blob
            values |= self._file(record)
        if values or derived.revisions:  # what they have of it already is cleared where nothing may leave now
            self._extend(record, values)
        else:
            del self.made[record]

    def _file(self, record: str) -> dict[str, JSON]:
        """What is true of the file that goes, which may be another than the one that stays here."""
        going = self.outgoing[record]
        cleaned: dict[str, JSON] = {"metadata_stripped": True} if going.how == CLEANED else {}
        return {"size": going.size, "sha256": going.sha256, **cleaned}

    def _extend(self, record: str, values: Mapping[str, JSON]) -> None:
        """Bring a derived record to these values, by one more revision if anything differs."""
        derived = self.made[record]
        state = derived.state(self.ws.vault.own_authors)
        shown = state.values() if state else {}
        body: dict[str, JSON] = {path: None for path in shown if path not in values and not paths.is_register(path)}
        body |= {path: value for path, value in values.items() if not canonical.same(shown.get(path), value)}
        if not body:
            return
        at = self.ws.clock() // DAY * DAY
        kind = self.gathered.states[record].kind
        # A face is for whoever can open their identities; a passphrase alone has no such second key.
        sealed = bool(self.recipient) and belongs_sealed(kind, values, {"official": True})
        said, opening = revise(state, kind, body, self.ws.vault.signing, at, sealed=sealed)
        derived.revisions.append(said)
        derived.openings[said.id] = opening

    def _values(self, record: str, kind: str, derived: Derived) -> Iterator[tuple[str, JSON]]:
        """What of a record goes, path by path, with their items, their people and no order of ours."""
        placed: set[str] = set()
        open_name = kind == "name"
        withheld = _NEVER | (_OF_DEFENDERS if self._defender_stays(record, kind) else frozenset())
        hidden = frozenset() if open_name else frozenset(identifying_paths(kind))
        counts = as_it_counts(self.ws, record, kind, self.gathered.nested[record])
        for path, value in _flat(counts).items():
            names, items = path.split("/")[::2], path.split("/")[1::2]
            declared = _declared(kind, names)
            if names[0] in withheld or declared is None or "/*/".join(names) in hidden or names[0] in hidden:
                continue
            if (open_name and names[0] not in _OPEN_NAME) or (names[0] in _FILE and record not in self.files):
                continue
            told = self._value(record, declared, value)
            if told is None:
                continue
            place = "/".join(_woven(names, [self._item(derived, item) for item in items]))
            yield place, told
            item = place.rpartition("/")[0]
            if items and item not in placed:
                placed.add(item)
                yield f"{item}/order", f"V{len(placed):05d}1"  # ours would tell that two copies are of one record

    def _defender_stays(self, record: str, kind: str) -> bool:
        """Whether somebody a case is about said no: then its words, which are about all of them, stay."""
        if kind != "case":
            return False
        named = Readings(self.ws, record, self.gathered.states[record]).named("defenders/*/person")
        return any(self.verdict.refused.get(person) in FINAL for person in named)

    def _checked(self, kind: str, values: Mapping[str, JSON]) -> dict[str, JSON]:
        """Only what is of the shape its field has: whatever else somebody put there, nobody has looked at."""
        wrong = tuple(problem.path for problem in check(kind, shape.nest(values), self.ws.vocabularies))
        return {path: value for path, value in values.items() if not _within(path, wrong)}

    def _value(self, record: str, declared: FieldDecl, value: JSON) -> JSON:
        if declared.type == "ref":
            return self._stand_in(value) if isinstance(value, str) else None
        words = declared.type in WORDS or (declared.type == "code" and declared.vocabulary is None)
        if words and isinstance(value, str):
            return self.rewording.text(record, value)
        if declared.type == "date" and isinstance(value, dict) and "absent" not in value:
            said = value.get("words")
            told: dict[str, JSON] = {"words": self.rewording.text(record, said)} if isinstance(said, str) else {}
            calendar = value.get("calendar")
            told |= {"calendar": calendar} if calendar in (GREGORIAN, LUNAR) else {}
            return {**told, "edtf": value["edtf"]} if "edtf" in value else told
        return value

    def _stand_in(self, record: str) -> str | None:
        """The id a record of ours has in the copy."""
        made = self.made.get(record)
        return made.id if made is not None and made.revisions else None

    def _item(self, derived: Derived, item: str) -> str:
        return derived.items.setdefault(item, paths.new_item())

    def _earlier(self, record: str) -> Derived:
        known = self.ws.vault.derived.one(self.recipient, record) if self.recipient else None
        if known is not None:
            return Derived.decode(record, known.state)
        return self.minted[record].copy() if record in self.minted else Derived(record)

    def _carried(self, derived: Derived) -> Iterator[Carried]:
        state = derived.state(self.ws.vault.own_authors)
        assert state is not None
        standing = {(setter.revision, path) for path, one in state.fields.items() for setter in one.setters}
        for said in derived.revisions:
            opening = derived.openings.get(said.id)
            over = [path for path in opening.body if (said.id, path) not in standing] if opening else []
            yield Carried(said, opening.without(over) if opening else None, state.sealed)


def _declared(kind: str, names: Sequence[str]) -> FieldDecl | None:
    """The declaration of a field; None for what a newer program added, and for the order of items."""
    fields = KINDS[kind].fields if kind in KINDS else {}
    found = None
    for name in names:
        found = fields.get(name)
        if found is None:
            return None
        fields = found.items or {}
    return found


def _within(path: str, wrong: Sequence[str]) -> bool:
    return any(path == one or path.startswith(f"{one}/") for one in wrong)


def _flat(nested: Mapping[str, JSON]) -> dict[str, JSON]:
    """The paths of a record; without what another program wrote that no list can be made of."""
    try:
        return shape.flatten(nested)
    except Refused:
        flat: dict[str, JSON] = {}
        for name, value in nested.items():
            with suppress(Refused):
                flat |= shape.flatten({name: value})
        return flat


def _woven(names: Sequence[str], items: Sequence[str]) -> Iterator[str]:
    """Names and items in turns."""
    for place, name in enumerate(names):
        yield name
        if place < len(items):
            yield items[place]
