"""Everything somebody can agree to, as a list to tick; entries it cannot show stand beneath it as they are."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent

from desktop.casework.workspace import JSON
from desktop.domain.consent_scopes import SCOPES, TEAM, WITHOUT_CONSENT
from desktop.domain.declaration import FieldDecl
from desktop.ui.consenting.use import Rows, Use
from desktop.ui.editors import Editor
from desktop.ui.field_row import FieldRow
from desktop.ui.form import AFTER
from desktop.ui.items import ItemsEditor
from desktop.ui.layout import column
from desktop.ui.listening import listening
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.tools import Tools

OPEN_UNDER = (None, "not_asked", "given")
"""Answers under which a use can be agreed to; any other holds for all of them."""
UNASKED = "not_possible"
"""Under this some uses can be ticked, which two people then answer for."""
HEIGHT, HEADS = 44, 60  # pixels a use takes at least, and what stands above and between them
AT_A_TIME = 4  # uses


class UsesEditor(Editor):
    """`ticked` when somebody ticked a use, which is a yes."""

    ticked = Signal()

    def __init__(self, tools: Tools, decl: FieldDecl) -> None:
        super().__init__()
        assert decl.items is not None
        self._tools = tools
        self._overall: JSON = None
        self._order: list[str] = []
        self._unread: dict[str, JSON] = {}
        self._terms = {term.code: term for term in tools.vocabularies["consent_scopes"]}
        self._decls = decl.items
        self._uses: dict[str, Use] = {}
        self._hint = PlainLabel(wrap=True).be(quiet=True)
        self._warning = PlainLabel(wrap=True).be(warning=True)
        self._inside, self._outside, self._beneath = (Heading(level=3) for _ in range(3))
        self._rest = ItemsEditor(tools, decl, lambda inner: FieldRow(tools, inner), adding=False)
        self._places = {True: column(self._inside, gap=4), False: column(self._outside, gap=4)}
        beneath = column(self._beneath, self._rest)
        self.setLayout(column(self._hint, self._warning, *self._places.values(), beneath, gap=16))
        self._rest.edited.connect(self.edited)
        self._later = QTimer(self)
        self._later.setInterval(AFTER)
        self._later.timeout.connect(self._build_next)
        self.setFocusProxy(self._use(next(iter(self._terms))))
        self.retranslate()

    def build_within(self, room: int) -> int:
        """Those in sight in so many pixels are there at once, the others while nobody waits."""
        room -= HEADS
        for code in self._terms:
            room -= HEIGHT
            if room > 0:
                self._use(code)
        self._later.start()
        return room

    def put(self, value: JSON) -> None:
        """Entries by their id, each under its use."""
        items = value if isinstance(value, dict) else {}
        self._order = list(items)
        self._unread = {item: fields for item, fields in items.items() if not isinstance(fields, dict)}
        mine: dict[str, Rows] = {code: {} for code in self._terms}
        rest: Rows = {}
        for item, fields in items.items():
            if isinstance(fields, dict):
                mine.get(str(fields.get("scope")), rest)[item] = fields
        for code, rows in mine.items():
            if rows or code in self._uses:  # of what is not on the screen yet nothing was said
                self._use(code).put(rows)
        self._rest.put(rest)
        self._tell()

    def value(self) -> JSON:
        """Entries by their id, new ones last; None where there are none."""
        rest = self._rest.value()
        stand: dict[str, JSON] = {**self._unread, **(rest if isinstance(rest, dict) else {})}
        for code in self._terms:
            stand |= self._uses[code].value() if code in self._uses else {}
        first = {item: stand[item] for item in self._order if item in stand}
        return {**first, **{item: fields for item, fields in stand.items() if item not in first}} or None

    def use(self, code: str) -> Use | None:
        """The use of this code; None where there is none such."""
        return self._use(code) if code in self._terms else None

    def stand_under(self, overall: JSON) -> None:
        """The answer on the whole is another."""
        if overall == self._overall:
            return
        self._overall = overall
        for use in self._uses.values():
            self._relate(use)
        self._tell()

    def settle(self) -> None:
        """In every entry."""
        for use in self._uses.values():
            use.settle()
        self._rest.settle()

    def untaken(self) -> JSON:
        """By entry, then by field."""
        words: dict[str, JSON] = {}
        for use in self._uses.values():
            words |= use.untaken()
        rest = self._rest.untaken()
        return {**words, **(rest if isinstance(rest, dict) else {})}

    def put_untaken(self, words: JSON) -> None:
        """Each under the use it was typed for."""
        for item, inside in words.items() if isinstance(words, dict) else ():
            if not any(use.put_untaken(item, inside) for use in self._uses.values()):
                self._rest.put_untaken({item: inside})

    def call(self, name: str) -> None:
        """Each box has a name of its own."""

    def retranslate(self) -> None:
        """The headings, and what the ticks amount to."""
        self._inside.setText(self.tr("In our own team"))
        self._outside.setText(self.tr("Outside our team"))
        self._beneath.setText(self.tr("Also written here, for uses that are not in this list; kept as it is"))
        self._tell()

    def showEvent(self, event: QShowEvent) -> None:
        """The rest comes now that somebody sees it."""
        super().showEvent(event)
        self._later.start()

    def _build_next(self) -> None:
        lack = [code for code in self._terms if code not in self._uses]
        if not lack or not self.isVisible():
            self._later.stop()
            return
        with listening().still():
            for code in lack[:AT_A_TIME]:
                self._use(code)

    def _use(self, code: str) -> Use:
        """One of them, made if it is not there yet, in its place among the others."""
        if code in self._uses:
            return self._uses[code]
        use = self._uses[code] = Use(self._tools, self._terms[code], self._decls)
        ours, codes = _is_ours(code), list(self._terms)
        before = [one for one in codes[: codes.index(code)] if one in self._uses]
        self._places[ours].insertWidget(1 + sum(_is_ours(one) is ours for one in before), use)
        self._relate(use)
        use.edited.connect(self._edited)
        use.ticked.connect(self.ticked)
        return use

    def _relate(self, use: Use) -> None:
        """To the answer on the whole."""
        use.stand_under(self._overall)
        use.open(self._overall in OPEN_UNDER or (self._overall == UNASKED and use.code in WITHOUT_CONSENT))

    def _edited(self) -> None:
        self._tell()
        self.edited.emit()

    def _tell(self) -> None:
        hint, warning = self._words()
        for label, words in ((self._hint, hint), (self._warning, warning)):
            label.setText(words)
            label.setVisible(bool(words))
        some_left = bool(self._rest.value())
        self._beneath.setVisible(some_left)
        self._rest.setVisible(some_left)

    def _words(self) -> tuple[str, str]:
        """What the ticks amount to, and what about them should be looked at."""
        agreed = any(use.agreed for use in self._uses.values())
        if self._overall == UNASKED:
            told = self.tr(
                "Nobody could be asked. What can be ticked here may be done all the same, once the reason is written "
                "below and a second person of your team has approved it. Names never leave that way."
            )
            return told, ""
        if self._overall not in OPEN_UNDER:
            kept = self.tr("What is ticked is kept, and does not count.") if agreed else ""
            return self.tr("The answer above holds for every use."), kept
        if self._overall != "given":
            doubt = self.tr("Uses are ticked and count as agreed to, though the answer is not yes. Is that right?")
            return self.tr("Tick what they agree to; the answer is yes then."), doubt if agreed else ""
        if not agreed:
            return self.tr("Tick what they agree to."), self.tr("A yes to nothing yet: nothing may leave our team.")
        return (
            self.tr(
                "What is not ticked counts as not asked: nobody outside gets it; our own team may go on working. If "
                "they said no to one of these, or only to some people: “…” beside it, or F4."
            ),
            "",
        )


def _is_ours(code: str) -> bool:
    return SCOPES.get(code, ("", ""))[1] == TEAM
