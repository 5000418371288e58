"""Which field of a record a claim or a citation is about, chosen by the name its form gives it."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.casework.workspace import JSON
from desktop.domain.registry import KINDS
from desktop.ui import sources
from desktop.ui.choosers import ChoiceEditor
from desktop.ui.picker import Picker
from desktop.ui.suggestions import Option
from desktop.ui.tools import Tools


class FieldChoice(ChoiceEditor):
    """The fields of one kind of record, in the order of its form; none as long as the kind is not known.

    The value is the name the field is kept by. One that this version of the program does not know stays as it is.
    """

    def __init__(self, tools: Tools) -> None:
        self._kind = ""
        super().__init__(tools, Picker("", sources.fixed(self._options)))

    def offer_of(self, kind: str) -> None:
        """From now on fields of this kind; "": nobody knows which."""
        self._kind = kind
        if not self.picker.untaken:
            self.put(self._stands)

    def put(self, value: JSON) -> None:
        """The name of a field."""
        self._stands = value if isinstance(value, str) else None
        if self._stands is None:
            self.picker.put(None)
            return
        known = (option for option in self._options() if option.key == self._stands)
        self.picker.put(next(known, Option(self._stands, self._stands)))

    def retranslate(self) -> None:
        """The name in the language spoken now."""
        self.offer_of(self._kind)

    def _options(self) -> Sequence[Option]:
        fields = KINDS[self._kind].fields if self._kind in KINDS else {}
        return [Option(name, decl.label(self._tools.language.code)) for name, decl in fields.items()]
