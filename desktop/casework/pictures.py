"""Pictures to look at: their pixels, decoded by the process that holds no key."""

from __future__ import annotations

from desktop.casework.stops import Stops
from desktop.formats.pictures import MAX_SIDE, Picture, PictureHelper

__all__ = ["MAX_SIDE", "Picture", "decode"]


def decode(untrusted: bytes, *, max_side: int = MAX_SIDE, stops: Stops | None = None) -> Picture:
    """Upright RGBA pixels, made smaller where a side is longer than `max_side`.

    Refused `picture.format`, `picture.too_large`, `picture.unreadable`. Takes a process of its own and up to
    twenty seconds, and needs no vault: long rows of pictures belong outside the vault's thread. stops: by which it is
    ended before that.
    """
    helper = PictureHelper()
    if stops is None:
        return helper.decode(untrusted, max_side)
    with stops.by(helper.stop):
        return helper.decode(untrusted, max_side)
