"""A citation, or a claim: the field it is about is told as its form names it, beside the word it is kept by."""

from __future__ import annotations

from desktop.casework.records import Shown
from desktop.domain.registry import KINDS
from desktop.ui.record_form import RecordForm


class AboutPage(RecordForm):
    """Asks what kind of record it is about; nothing is told where nobody knows."""

    def show_record(self, shown: Shown) -> None:
        """Say which field it is."""
        super().show_record(shown)
        of, name = shown.nested.get("of"), shown.nested.get("field")

        def tell(kind: str | None) -> None:
            decl = KINDS[kind].fields.get(str(name)) if kind is not None and kind in KINDS else None
            self.form.rows["field"].hint(decl.label(self.tools.language.code) if decl is not None else "")

        if isinstance(of, str):
            self.tools.worker.submit(lambda ws: ws.vault.kind_of(of), tell, owner=self, look=True)
