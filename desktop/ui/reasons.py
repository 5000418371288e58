"""What the codes of previews and results say: why something stays, what to mind, what was found."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.domain.vocabulary import Vocabularies

Sentences = Mapping[str, object]  # English, marked for translation; what marks them is declared to give an object

PERMISSIONS, RULES = "permission_reasons", "handoff_reasons"
STANDINGS: Sentences = {
    "new": QT_TRANSLATE_NOOP("Reasons", "A new contact."),
    "newer": QT_TRANSLATE_NOOP("Reasons", "A newer card of somebody you know, made with the same key."),
    "known": QT_TRANSLATE_NOOP("Reasons", "You have this card already."),
    "older": QT_TRANSLATE_NOOP("Reasons", "You have a newer card of theirs already; this one is not taken."),
    "own": QT_TRANSLATE_NOOP("Reasons", "This is your own card."),
    "keys_only": QT_TRANSLATE_NOOP(
        "Reasons",
        "A bare key of somebody without this program. They can be sent redacted copies; nothing they send can be told "
        "to be theirs.",
    ),
    "changed_key": QT_TRANSLATE_NOOP(
        "Reasons",
        "You know somebody of this name with another key. This may be their new key, or somebody pretending to be "
        "them: compare the words before you trust it.",
    ),
}
ARRIVING: Sentences = {
    "new": QT_TRANSLATE_NOOP("Reasons", "New here"),
    "merged": QT_TRANSLATE_NOOP("Reasons", "Merges with yours"),
    "known": QT_TRANSLATE_NOOP("Reasons", "Here already"),
}
DECISIONS: Sentences = {
    "erasure": QT_TRANSLATE_NOOP("Reasons", "They erased it"),
    "deletion": QT_TRANSLATE_NOOP("Reasons", "They put it aside"),
    "removal": QT_TRANSLATE_NOOP("Reasons", "They removed an entry"),
    "restoration": QT_TRANSLATE_NOOP("Reasons", "They brought it back"),
    "loosened_consent": QT_TRANSLATE_NOOP("Reasons", "By their note, somebody agreed to more than is noted here"),
}
FOUND_BY: Sentences = {
    "text": QT_TRANSLATE_NOOP("Reasons", "in the text"),
    "name": QT_TRANSLATE_NOOP("Reasons", "by name"),
    "code": QT_TRANSLATE_NOOP("Reasons", "by code"),
    "term": QT_TRANSLATE_NOOP("Reasons", "by what is chosen there"),
    "pinyin": QT_TRANSLATE_NOOP("Reasons", "by pinyin"),
}
HAPPENED: Sentences = {
    "created": QT_TRANSLATE_NOOP("Reasons", "Made"),
    "changed": QT_TRANSLATE_NOOP("Reasons", "Changed"),
    "merged": QT_TRANSLATE_NOOP("Reasons", "Brought together"),
    "deleted": QT_TRANSLATE_NOOP("Reasons", "Put aside"),
    "restored": QT_TRANSLATE_NOOP("Reasons", "Brought back"),
    "erased": QT_TRANSLATE_NOOP("Reasons", "Erased"),
}
TARGETS: Sentences = {
    "name": QT_TRANSLATE_NOOP("Reasons", "Names; aliases in brackets become names of their own"),
    "sex": QT_TRANSLATE_NOOP("Reasons", "Sex"),
    "birth": QT_TRANSLATE_NOOP("Reasons", "Date of birth"),
    "death": QT_TRANSLATE_NOOP("Reasons", "Date of death"),
    "source": QT_TRANSLATE_NOOP("Reasons", "A source"),
    "note": QT_TRANSLATE_NOOP("Reasons", "A note, word for word"),
    "record": QT_TRANSLATE_NOOP("Reasons", "A field of the record"),
}
CHECKED: Sentences = {
    "pages": QT_TRANSLATE_NOOP("Reasons", "Pages of the databases"),
    "revisions": QT_TRANSLATE_NOOP("Reasons", "Changes"),
    "openings": QT_TRANSLATE_NOOP("Reasons", "What the changes say"),
    "sealed": QT_TRANSLATE_NOOP("Reasons", "Sealed with the identities, which are closed"),
    "files": QT_TRANSLATE_NOOP("Reasons", "Evidence files"),
    "events": QT_TRANSLATE_NOOP("Reasons", "Steps noted in the vault"),
}


def handing(vocabularies: Vocabularies, code: str, language: str) -> str:
    """Why something stays, or what to mind about handing it over; the words stand in the vocabularies."""
    bare = code.removeprefix("handoff.")
    name = PERMISSIONS if bare in vocabularies[PERMISSIONS] else RULES
    return vocabularies.label(name, bare, language)


def said(table: Sentences, code: str) -> str:
    """The sentence for a code in the window's language; a code of a newer program stands for itself."""
    words = table.get(code)
    return QCoreApplication.translate("Reasons", str(words)) if words else code
