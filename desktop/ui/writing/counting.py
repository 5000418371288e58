"""From places in a field, as Qt counts them, to places in the text as it is stored."""

from __future__ import annotations

from desktop.domain.mentions import Mention, pieces

LAST_OF_ONE_UNIT = "\uffff"


def stored_places(stored: str) -> list[int]:
    """For each place between two signs of a field that shows `stored` the place in `stored`, in code points.

    A field counts UTF-16 units; in it a mention, a bracket that is stored twice and a line end of two signs are one.
    """
    places: list[int] = []
    for piece in pieces(stored):
        if isinstance(piece.part, Mention) or len(piece.part.words) < piece.end - piece.start:
            places.append(piece.start)
            continue
        before = ""
        for at, sign in enumerate(piece.part.words, start=piece.start):
            if not (before == "\r" and sign == "\n"):
                places.extend([at] if sign <= LAST_OF_ONE_UNIT else [at, at])
            before = sign
    places.append(len(stored))
    return places
