"""What stands behind a word of kinship: whose side of the family, which sex, how it is said."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.domain.vocabulary import Term, Vocabularies

TERMS = "kin_terms"


def told(vocabularies: Vocabularies, term: Term, lang: str) -> str:
    """Side, sex and pinyin, as far as the word says them."""
    sex = term.more.get("sex", "")
    parts = (
        _side(term.more.get("side", "")),
        vocabularies.label("sexes", sex, lang) if sex else "",
        term.zh_hans if not lang.startswith("zh") else "",
        term.more.get("pinyin", ""),
    )
    return " · ".join(part for part in parts if part)


def _side(side: str) -> str:
    if side == "paternal":
        return QCoreApplication.translate("Kin", "father's side")
    if side == "maternal":
        return QCoreApplication.translate("Kin", "mother's side")
    if side == "husband":
        return QCoreApplication.translate("Kin", "husband's side")
    return QCoreApplication.translate("Kin", "wife's side") if side == "wife" else ""
