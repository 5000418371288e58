"""A few fields under a value that say where a source says so; what is typed there is kept as any draft is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from desktop.domain.registry import declaration
from desktop.errors import JiashuError
from desktop.ui.drafting import DRAFT
from desktop.ui.form import Form, Shape
from desktop.ui.layout import column, held, primary, row
from desktop.ui.place import Place
from desktop.ui.record_editor import RecordEditor
from desktop.ui.sourcing.refused import field_of
from desktop.ui.speaking import Speaking
from desktop.ui.tools import Tools

SHAPE = Shape(
    only=("source", "locator_kind", "locator", "quote", "basis", "stance", "information_reliability"),
)


class CiteForm(Speaking):
    """`done` when the citation is kept, or nobody wants it any more."""

    done = Signal()

    def __init__(self, tools: Tools, of: str, name: str = "") -> None:
        super().__init__()
        self._tools = tools
        given = {"of": of, **({"field": name} if name else {})}
        key = f"new:citation:{of}:{name}"
        self.form = Form(tools, declaration("citation"), SHAPE)
        place = Place("record", kind="citation", given=(*given.items(), (DRAFT, key)))
        self.editor = RecordEditor(tools, place, self.form, {}, by_hand=True)
        self._add = primary(QPushButton())
        self._cancel = QPushButton()
        self.setLayout(column(self.form, held(row(self._add, self._cancel, None)), gap=8))
        self._add.clicked.connect(self._keep)
        self._cancel.clicked.connect(self._leave)
        self.editor.refused.connect(self._mark)
        self.editor.saved.connect(self._was_saved)
        self.retranslate()
        self.editor.begin(given)

    def retranslate(self) -> None:
        """The buttons."""
        self._add.setText(self.tr("Add this source"))
        self._cancel.setText(self.tr("Not now"))

    def begin(self) -> None:
        """The caret goes into the first field."""
        self.form.focus()

    def keep_draft(self) -> None:
        """Keep what was typed."""
        self.editor.keep_draft()

    def _keep(self) -> None:
        """A citation without a source would say nothing."""
        self.form.settle()
        source = self.form.rows["source"]
        if isinstance(source.value(), str) and not source.untaken():
            self.editor.save()
        else:
            source.mark_wrong(self.tr("Choose the source, the file or the testimony that says so."))
            source.take_caret()

    def _was_saved(self, _record: str) -> None:
        """Words that were not taken stay in their field, as is told; so the form does."""
        if not self.editor.is_dirty:
            self.done.emit()

    def _mark(self, error: JiashuError) -> None:
        name = field_of(error)
        if name in self.form.rows:
            self.form.rows[name].mark_wrong(self._tools.language.messages.sentence(error))
            self.form.focus(name)

    def _leave(self) -> None:
        self.editor.discard()
        self.done.emit()
