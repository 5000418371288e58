"""What a record still lacks before it is accepted, and what looks odd in it; nothing of it stops anybody."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.casework.records import Shown
from desktop.domain.registry import KINDS
from desktop.ui.layout import column
from desktop.ui.plain import PlainLabel
from desktop.ui.speaking import Speaking
from desktop.ui.tools import Tools


class Lacks(Speaking):
    """Two quiet lines under a form; hidden when there is nothing to say."""

    def __init__(self, tools: Tools, kind: str) -> None:
        super().__init__()
        self._tools = tools
        self._kind = kind
        self._shown: Shown | None = None
        self._lacking = PlainLabel(wrap=True).be(quiet=True)
        self._odd = PlainLabel(wrap=True).be(warning=True)
        self.setLayout(column(self._lacking, self._odd, gap=4))
        self.hide()

    def show_record(self, shown: Shown) -> None:
        """Take on a record."""
        self._shown = shown
        self.retranslate()

    def retranslate(self) -> None:
        """The fields' labels in the language spoken now."""
        if self._shown is None:
            return
        lacking = self._labels(path for path, _code in self._shown.lacks)
        odd = self._labels(path for path, _code in self._shown.problems)
        self._lacking.setText(
            self.tr("Wanted before it is accepted: {fields}").format(fields=lacking) if lacking else ""
        )
        self._odd.setText(self.tr("Looks odd: {fields}").format(fields=odd) if odd else "")
        self._lacking.setVisible(bool(lacking))
        self._odd.setVisible(bool(odd))
        self.setVisible(bool(lacking or odd))

    def _labels(self, paths: Iterable[str]) -> str:
        decl, lang = KINDS.get(self._kind), self._tools.language.code
        fields = decl.fields if decl else {}
        names = dict.fromkeys(path.split("/")[0] for path in paths)
        return ", ".join(fields[name].label(lang) if name in fields else name for name in names)
