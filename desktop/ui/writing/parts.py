"""What stands in a field's document, words and mentions by turns: read from it, and put into it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from PySide6.QtGui import QTextCursor, QTextDocument

from desktop.domain.mentions import Mention, Part, Text
from desktop.ui.writing.chip import SIGN, format_of, mention_of

KEEP = QTextCursor.MoveMode.KeepAnchor
LINE_ENDS = str.maketrans({"\u2028": "\n", "\u2029": "\n"})


def parts_of(document: QTextDocument, start: int = 0, end: int | None = None) -> Iterator[Part]:
    """What stands between two places, as Qt counts them. end: None, to the last."""
    end = document.characterCount() - 1 if end is None else end
    for place, mention in mentions_of(document):
        if start <= place < end:
            if start < place:
                yield Text(_words(document, start, place))
            yield mention
            start = place + 1
    if start < end:
        yield Text(_words(document, start, end))


def mentions_of(document: QTextDocument) -> Iterator[tuple[int, Mention]]:
    """Every mention and where its sign stands."""
    block = document.begin() if SIGN in document.toRawText() else document.end()
    while block.isValid():
        pieces = block.begin() if SIGN in block.text() else block.end()
        while not pieces.atEnd():
            piece = pieces.fragment()
            mention = mention_of(piece.charFormat())
            if mention is not None:
                yield from ((piece.position() + at, mention) for at in range(piece.length()))
            pieces += 1
        block = block.next()


def put_parts(cursor: QTextCursor, parts: Collection[Part], *, with_last: bool = False) -> None:
    """In the place of what the cursor has marked. with_last: one undo takes it back together with what came before."""
    if with_last:
        cursor.joinPreviousEditBlock()
    else:
        cursor.beginEditBlock()
    cursor.removeSelectedText()
    for part in parts:
        if isinstance(part, Mention):
            cursor.insertText(SIGN, format_of(part))
        else:
            cursor.insertText(part.words)
    cursor.endEditBlock()


def _words(document: QTextDocument, start: int, end: int) -> str:
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, KEEP)
    return cursor.selectedText().translate(LINE_ENDS)
