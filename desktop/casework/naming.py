"""What a person is called, and how a text reads that mentions people: names, what is known instead, or codes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from desktop.casework import nameless
from desktop.casework.form_names import form_name
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.mentions import OPEN, Mention, render
from desktop.domain.name_choice import rank
from desktop.domain.titles import BETWEEN, show_title
from desktop.domain.titles import title as title_of
from desktop.vault.rows import Row

__all__ = [
    "Calling",
    "called",
    "called_all",
    "called_beside",
    "called_plainly",
    "form_name",
    "read",
    "title",
    "told_apart",
]

_IDENTIFYING = frozenset({"name", "identity"})


def called(ws: Workspace, record: str) -> str:
    """A person as the screen calls them: the name while names are shown, else the code. Other kinds: the title.

    Somebody without a name is called by what is known of them, with the code, since two may be known alike.
    """
    return Calling(ws).record(record)


def called_all(ws: Workspace, records: Collection[str]) -> Mapping[str, str]:
    """The same for many at once."""
    calling = Calling(ws)
    return {record: calling.record(record) for record in records}


def called_beside(ws: Workspace, records: Collection[str]) -> Mapping[str, str]:
    """The same where the code stands beside each."""
    calling = Calling(ws)
    return {record: calling.beside(record) for record in records}


def called_plainly(ws: Workspace, records: Collection[str]) -> Mapping[str, str]:
    """The same by name or code alone, for a sentence about what people are to each other."""
    calling = Calling(ws)
    return {record: calling.plainly(record) for record in records}


def told_apart(ws: Workspace, called: Mapping[str, str]) -> Mapping[str, str]:
    """Each with its code where several are called the same."""
    often = Counter(called.values())
    return {one: f"{name} · {ws.vault.code(one)}" if often[name] > 1 else name for one, name in called.items()}


def read(ws: Workspace, text: str) -> str:
    """A stored text as it reads: each mention becomes the spoken words, the name, or the code."""
    return Calling(ws).text(text)


def title(ws: Workspace, kind: str, record: str, nested: JSON) -> str:
    """One line for lists and window parts, in the workspace's language."""
    return Calling(ws).title(kind, record, nested)


_MOST_WITHIN = 5  # records called by records called by others; somebody may have strung thousands together
_LONGEST_WITHIN = 240
"""Code points of what a record is called within what another is called: of a chain in which each names the one before
it twice, what the hundredth is called would fill any memory."""


class Calling:
    """Looks names up for one query, each once."""

    def __init__(self, ws: Workspace, known: Mapping[str, str] | None = None) -> None:
        """known: what some are called, whatever the vault says of them (names that are only arriving)."""
        self._ws = ws
        self._known: dict[str, str] = dict(known or {})
        self._nameless: set[str] = set()
        self._forms: dict[str, dict[str, str]] = {}
        self._within = 0

    def prepare(self, records: Iterable[str]) -> None:
        """Look up the names of many people at once; other records have no business here."""
        people = [record for record in dict.fromkeys(records) if record not in self._known]
        if people:
            code, kind = self._ws.vault.code, self._ws.vault.kind_of
            found = self._names(people).items()
            self._known.update((one, name) for one, name in found if name != code(one) or kind(one) == "person")

    def record(self, record: str) -> str:
        """What a record is called: a person by name or code, others by their title, else the code."""
        called = self.within(record)
        if record not in self._nameless:
            return called
        code = self._ws.vault.code(record)
        return f"{called}（{code}）" if self._ws.language.startswith("zh") else f"{called} ({code})"

    def beside(self, record: str) -> str:
        """The same by itself, where the code stands beside it."""
        called = self.within(record)
        return called[:1].upper() + called[1:] if record in self._nameless else called

    def within(self, record: str) -> str:
        """The same in a sentence, where the code can be looked at."""
        if record not in self._known:
            self._known[record] = self._look_up(record)
        return self._known[record]

    def plainly(self, record: str) -> str:
        """The same by name or code alone, where it says itself what is known of somebody without a name."""
        called = self.within(record)
        return self._ws.vault.code(record) if record in self._nameless else called

    def mention(self, mention: Mention) -> str:
        """What a mention reads as."""
        return self.spoken(mention) or self.record(mention.person)

    def spoken(self, mention: Mention) -> str:
        """The words a mention was told in; empty where there are none, or names are hidden."""
        return self._spoken(mention.person, mention.item) if mention.item and self._ws.names_shown else ""

    def text(self, stored: str) -> str:
        """A stored text with its mentions put into words."""
        return render(stored, self.mention)

    def notation(self, notation: str) -> str:
        """A title kept in notation, put into words."""
        return self._notation("", notation)

    def _notation(self, kind: str, notation: str) -> str:
        said_by_it = kind == "relationship"  # what the nameless are to others: it would say that twice
        lookup = (lambda one: self.plainly(one.person)) if said_by_it else self.mention
        return show_title(notation, self._ws.vocabularies, self._ws.language, lookup)

    def listed(self, row: Row) -> str:
        """The title of a row of a list, beside its code; the vault keeps it in notation."""
        if row.kind == "person":
            return self.beside(row.id)
        if self.hides(row.kind, row.id):
            return row.code
        return self._with_file_name(row.kind, row.id, self._notation(row.kind, row.title)) or row.code

    def title(self, kind: str, record: str, nested: JSON) -> str:
        """A record's title in words; the code where there is nothing else to call it by."""
        if kind == "person":
            return self.beside(record)
        if self.hides(kind, record):
            return self._ws.vault.code(record)
        said = self._with_file_name(kind, record, self._notation(kind, title_of(kind, nested)))
        return said or self._ws.vault.code(record)

    def _with_file_name(self, kind: str, record: str, said: str) -> str:
        """Evidence is known by the name its file came with; that stands with the identities."""
        if kind != "evidence" or not self._ws.names_shown:
            return said
        identities = self._ws.vault.referring(record, "identity")
        names = (self._ws.vault.state(one).nested().get("file_name") for one in identities)
        name = next((name for name in names if isinstance(name, str) and name), "")
        return BETWEEN.join(part for part in (name, said) if part)

    def hides(self, kind: str, record: str) -> bool:
        """Whether a record that is itself a name, or what identifies somebody, is called by its code for now."""
        if self._ws.names_shown or kind not in _IDENTIFYING:
            return False
        return self._ws.vault.kind_of(record) is None or self._ws.vault.sealed(record)

    def _look_up(self, record: str) -> str:
        vault = self._ws.vault
        kind = vault.kind_of(record)
        if kind == "person":
            return self._names([record])[record]
        if kind is None:
            return vault.code(record)
        code = self._known[record] = vault.code(record)  # two records that are called by each other end here
        if self._within >= _MOST_WITHIN:
            return code
        self._within += 1
        try:
            return _shortened(self.title(kind, record, vault.state(record).nested()))
        finally:
            self._within -= 1

    def _names(self, people: Collection[str]) -> dict[str, str]:
        """What people are called: sealed names only while names are shown, the code where there is nothing to show."""
        named = self._named(people)
        return {**named, **self._described([one for one, name in named.items() if name == self._ws.vault.code(one)])}

    def _named(self, people: Collection[str]) -> dict[str, str]:
        vault = self._ws.vault
        rows = vault.referring_many(people, "name")
        return {person: self._best(rows.get(person, ())) or vault.code(person) for person in people}

    def _described(self, people: Collection[str]) -> dict[str, str]:
        """Those of people without a name of whom something is known; nobody while names are hidden."""
        if not self._ws.names_shown or not people:
            return {}
        found = nameless.told(self._ws, people, self._named)
        self._nameless |= found.keys()
        return found

    def _best(self, rows: Sequence[Row]) -> str:
        """The name to call somebody by, of all they have."""
        if not self._ws.names_shown:
            rows = [row for row in rows if not self._ws.vault.sealed(row.id)]
        if len(rows) == 1:
            return rows[0].title.replace(OPEN + OPEN, OPEN)
        shown = self._ws.names_shown
        ranked = [(rank(one, names_shown=shown), str(one.get("full") or "")) for one in map(self._nested, rows)]
        told = [(place, full) for place, full in ranked if full]
        return min(told, key=lambda name: name[0])[1] if told else ""

    def _nested(self, row: Row) -> Mapping[str, JSON]:
        return self._ws.vault.state(row.id).nested()

    def _spoken(self, person: str, item: str) -> str:
        if person not in self._forms:
            self._forms[person] = self._spoken_forms(person)
        return self._forms[person].get(item, "")

    def _spoken_forms(self, person: str) -> dict[str, str]:
        """By item of an identity the words a person is called by in texts."""
        forms: dict[str, str] = {}
        for record in self._ws.vault.referring(person, "identity"):
            spoken = self._ws.vault.state(record).nested().get("spoken")
            for item, said in spoken.items() if isinstance(spoken, dict) else ():
                if isinstance(said, dict) and isinstance(words := said.get("words"), str):
                    forms.setdefault(item, words.replace(OPEN + OPEN, OPEN))
        return forms


def _shortened(said: str) -> str:
    return said if len(said) <= _LONGEST_WITHIN else said[: _LONGEST_WITHIN - 1].rstrip() + "…"
