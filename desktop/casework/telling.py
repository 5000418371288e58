"""A case told as a page: every record in words, people by their codes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from desktop.casework import reading
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.allegation import TOLD_AS, in_words
from desktop.domain.mentions import render
from desktop.domain.registry import KINDS
from desktop.domain.titles import show_title, title
from desktop.formats.dossier import Dossier, Fact, Item, Passage, Statement, Testimony

Told = Mapping[str, tuple[str, Mapping[str, JSON]]]
"""Kind and values by record id."""


_CODES = ("On this page people stand as codes.", "本页以代号称呼人物。")
_REDACTED = (
    "This is a redacted copy: names, notes and whatever tells who somebody is were left out.",
    "这是隐去身份的副本：姓名、备注及一切能辨认身份的内容均已略去。",
)
_WITHHELD = (
    "Left out because somebody concerned does not agree: {count} acts.",
    "因当事人不同意而略去的侵害行为：{count} 项。",
)


@dataclass
class ByCode:
    """Calls everybody and everything by code, whatever is open here: the page is no place for names."""

    code: Callable[[str], str]

    def record(self, record: str) -> str:
        """The code of a record."""
        return self.code(record)

    def text(self, stored: str) -> str:
        """A text in which each mention reads as the code."""
        return render(stored, lambda mention: self.code(mention.person))


def dossier(ws: Workspace, told: Told, code: Callable[[str], str], notes: Sequence[str] = ()) -> Dossier:
    """The page of the one case in `told`. notes: sentences about this copy as a whole."""
    telling = _Telling(ws, told, ByCode(code))
    case = next(record for record, (kind, _) in told.items() if kind == "case")
    nested = told[case][1]
    return Dossier(
        title=telling.title(case),
        code=code(case),
        facts=telling.facts(case, leave_out=("title", "summary")),
        notes=tuple(notes),
        summary=telling.passages(case, ("summary",)) if nested.get("summary") else (),
        people=telling.items("person"),
        acts=tuple(sorted(telling.items("act"), key=lambda item: item.when)),
        testimonies=telling.testimonies(),
        consents=telling.items("consent"),
        interventions=telling.items("intervention"),
        evidence=telling.items("evidence"),
        sources=telling.items("source") + telling.items("organisation"),
    )


def about_copy(ws: Workspace, *, redacted: bool, withheld_acts: int) -> tuple[str, ...]:
    """What a reader should know of this copy as a whole."""
    told = [_CODES] + ([_REDACTED] if redacted else []) + ([_WITHHELD] if withheld_acts else [])
    spoken = 1 if ws.language.startswith("zh") else 0
    return tuple(both[spoken].format(count=withheld_acts) for both in told)


@dataclass
class _Telling:
    ws: Workspace
    told: Told
    calling: ByCode
    long: Mapping[str, frozenset[str]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.long = {
            kind: frozenset(name for name, one in declared.fields.items() if one.type == "long")
            for kind, declared in KINDS.items()
        }

    def title(self, record: str) -> str:
        """What a record is called; people by code."""
        kind, nested = self.told[record]
        if kind == "person":
            return self.calling.record(record)
        language = self.ws.language
        shown = show_title(
            title(kind, nested), self.ws.vocabularies, language, lambda mention: self.calling.record(mention.person)
        )
        return shown or self.calling.record(record)

    def items(self, kind: str) -> tuple[Item, ...]:
        """Every record of a kind."""
        return tuple(self._item(record) for record, (one, _) in self.told.items() if one == kind)

    def testimonies(self) -> tuple[Testimony, ...]:
        """Every account with its statements."""
        return tuple(self._testimony(record) for record, (kind, _) in self.told.items() if kind == "testimony")

    def facts(self, record: str, leave_out: Sequence[str] = ()) -> tuple[Fact, ...]:
        """The short values of a record; what points at its own case goes without saying."""
        kind, nested = self.told[record]
        skipped = {*leave_out, "case", *self.long.get(kind, ())}
        short = {name: value for name, value in nested.items() if name not in skipped}
        return tuple(Fact(one.label, one.text) for one in reading.facts(self.ws, kind, short, self.calling) if one.text)

    def passages(self, record: str, names: Sequence[str]) -> tuple[Passage, ...]:
        """The running texts of a record."""
        nested = self.told[record][1]
        texts = (nested.get(name) for name in names)
        return tuple(Passage(self.calling.text(text)) for text in texts if isinstance(text, str) and text)

    def _item(self, record: str) -> Item:
        kind, nested = self.told[record]
        own = self._relations(record) if kind == "person" else ()
        return Item(
            title=self.title(record),
            code=self.calling.record(record),
            when=self._when(nested),
            facts=(*own, *self._certainty(record), *self.facts(record)),
            passages=self.passages(record, sorted(self.long.get(kind, ()))),
        )

    def _certainty(self, record: str) -> tuple[Fact, ...]:
        """That an act is alleged, or reported, unless it is borne out."""
        kind, nested = self.told[record]
        said = in_words(nested, self.ws.language) if kind == "act" else ""
        return (Fact(TOLD_AS(self.ws.language), said),) if said else ()

    def _relations(self, person: str) -> tuple[Fact, ...]:
        """Whose wife or son somebody is."""
        label = KINDS["relationship"].label(self.ws.language)
        return tuple(
            Fact(label, self.title(record))
            for record, (kind, nested) in self.told.items()
            if kind == "relationship" and nested.get("person") == person
        )

    def _testimony(self, record: str) -> Testimony:
        nested = self.told[record][1]
        statements = nested.get("statements")
        spoken = statements.values() if isinstance(statements, dict) else ()
        return Testimony(
            title=self.calling.record(record),
            code=self.calling.record(record),
            when=self._when(nested),
            facts=self.facts(record, leave_out=("statements",)),
            statements=tuple(self._statement(one) for one in spoken if isinstance(one, dict)),
        )

    def _statement(self, nested: Mapping[str, JSON]) -> Statement:
        translation = nested.get("translation")
        basis = reading.text(self.ws, "testimony", "statements/-/basis", nested.get("basis"), self.calling)
        return Statement(
            original=self._passage(nested.get("words"), nested.get("language")),
            translation=self._passage(translation, nested.get("translation_language")) if translation else None,
            basis=basis,
            translator=reading.text(
                self.ws, "testimony", "statements/-/translator", nested.get("translator"), self.calling
            ),
        )

    def _passage(self, text: JSON, language: JSON) -> Passage:
        said = self.calling.text(text) if isinstance(text, str) else ""
        return Passage(said, language if isinstance(language, str) else "")

    def _when(self, nested: Mapping[str, JSON]) -> str:
        dates = (
            nested.get(name) for name in ("start", "recorded_on", "held_on", "received_on", "sent_on", "obtained_on")
        )
        return next((shown for value in dates if (shown := reading.date_text(self.ws, value))), "")
