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

SHOWS_PEOPLE = ("image/", "audio/", "video/")
"""How the kinds of file begin that may show a face or hold a voice."""

_BY_MEDIA: Mapping[str, tuple[str, ...]] = {"image/": ("face",), "audio/": ("voice",)}


def likenesses(read: Readings, *, sealed: bool) -> frozenset[str]:
    """What a file holds of people, by every reading of its record; where nobody here said, what such a file may hold.

    sealed: it lies with the identities. Of a film, and of what nobody can tell, face and voice. A picture of a letter
    lies there too: it holds nothing of anybody once somebody here looked and said so, wherever its record came from,
    and only as long as nobody put another file in its place. So is what a file holds: what others note of it adds to
    what it may hold, and takes nothing from it. A picture, sound or film that came from others may hold somebody
    wherever they kept it.
    """
    said = frozenset(read.codes("likeness")) & LIKENESSES.keys()
    if said and read.ours("likeness", LIKENESSES, of="blob"):
        return said
    media = set(read.named("media_type")) or {""}
    nobody = read.said_here("shows_person", value=False, of="blob")
    theirs = not read.made_here and any(each.startswith(SHOWS_PEOPLE) for each in media)
    if nobody or not (sealed or theirs or read.ever("shows_person")):
        return said
    return said.union(*map(_may_hold, media))


def as_others_say(read: Readings, *, sealed: bool) -> frozenset[str] | None:
    """What a file would hold if the word of others were enough, where they say less than counts; else None."""
    counts = likenesses(read, sealed=sealed)
    said = frozenset(read.codes("likeness")) & LIKENESSES.keys()
    nobody = read.told("shows_person", value=False) and read.at_one("blob")
    return said if (said or nobody) and said < counts else None


def _may_hold(media: str) -> tuple[str, ...]:
    return next((kinds for beginning, kinds in _BY_MEDIA.items() if media.startswith(beginning)), ("face", "voice"))
