"""What of somebody a file shows or holds, and which yes it needs before it leaves."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.casework.identified import Readings

LIKENESSES: Mapping[str, str] = {"face": "image", "voice": "voice", "name": ""}
"""Each with the consent it needs beside the purpose; a name needs a purpose that names people."""

LACKING: Mapping[str, str] = {"face": "no_image_consent", "voice": "no_voice_consent", "name": "no_name_consent"}
"""Why a file stays, of `handoff_reasons`."""

NAMES_THEM = frozenset(
    {"un_confidential", "un_to_gov", "un_public", "un_reprisals_report", "publish_named", "legal", "sanctions"}
)
"""Purposes whose audience is told who somebody is."""

_BY_MEDIA: Mapping[str, tuple[str, ...]] = {"image/": ("face",), "audio/": ("voice",)}


def likenesses(read: Readings, *, sealed: bool) -> frozenset[str]:
    """What a file holds of people, by every reading of its record; where nobody said, what such a file may hold.

    sealed: it lies with the identities. Of a film, and of what nobody can tell, face and voice. A picture of a letter
    lies there too: it holds nothing of anybody once somebody looked and said so; we ourselves, if we took it in, and
    only as long as nobody put another file in its place. So is what a file holds: what a colleague notes of ours adds
    to what it may hold, and takes nothing from it.
    """
    said = frozenset(read.codes("likeness")) & LIKENESSES.keys()
    if said and read.ours("likeness", LIKENESSES):
        return said
    nobody = read.always("shows_person", value=False) and read.at_one("blob")
    if nobody or not (sealed or read.ever("shows_person")):
        return said
    media = set(read.named("media_type")) or {""}
    return said.union(*map(_may_hold, media))


def _may_hold(media: str) -> tuple[str, ...]:
    return next((kinds for beginning, kinds in _BY_MEDIA.items() if media.startswith(beginning)), ("face", "voice"))
