"""Which field of a record a citation or a claim is about: chosen by the name its form gives it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from desktop.casework.workspace import JSON
from desktop.domain.registry import KINDS
from desktop.ui import sources
from desktop.ui.choosers import ChoiceEditor
from desktop.ui.picker import Picker
from desktop.ui.suggestions import Option
from desktop.ui.tools import Tools

NO_FACT = "notes"  # a section of which nothing has to be supported


class WhichFieldEditor(ChoiceEditor):
    """The fields of the record at hand. What is typed and names none of them is not taken: it is about nothing."""

    def __init__(self, tools: Tools, of: Callable[[], JSON]) -> None:
        """of: the record it is about, as the form has it now."""
        self._of = of
        super().__init__(tools, Picker("", self._offer))

    def put(self, value: JSON) -> None:
        """The word a field is kept by; what its form calls it arrives a moment later."""
        self._stands = value if isinstance(value, str) else None
        self.picker.put(Option(value, value) if isinstance(value, str) and value else None)
        if self._stands:
            self._ask_kind(partial(self._name, self._stands))

    def retranslate(self) -> None:
        """Its name in the language spoken now."""
        if self.picker.chosen is not None:
            self.put(self.picker.chosen.key)

    def _offer(self, words: str, answer: sources.Answer) -> None:
        def offer(kind: str) -> None:
            sources.fixed(lambda: self._options(kind))(words, answer)

        self._ask_kind(offer)

    def _ask_kind(self, then: Callable[[str], None]) -> None:
        of = self._of()
        if isinstance(of, str):
            self._tools.worker.submit(lambda ws: ws.vault.kind_of(of) or "", then, owner=self, look=True)
        else:
            then("")

    def _options(self, kind: str) -> list[Option]:
        lang = self._tools.language.code
        fields = KINDS[kind].fields if kind in KINDS else {}
        return [Option(name, decl.label(lang)) for name, decl in fields.items() if decl.section != NO_FACT]

    def _name(self, field: str, kind: str) -> None:
        chosen = self.picker.chosen
        called = next((option for option in self._options(kind) if option.key == field), None)
        if called is not None and chosen is not None and chosen.key == field:
            self.picker.put(called)
