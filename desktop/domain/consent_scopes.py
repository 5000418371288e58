"""The purposes a consent can be for, and the four quick answers of a first talk."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from desktop.domain.values import Json

Choice = Literal["not_asked", "keep_only", "our_team", "as_listed"]

TEAM = "own_team"
BESIDE = "as_other_scopes"
SCOPES: Mapping[str, tuple[str, str]] = {
    "record": ("keep", TEAM),
    "identity_store": ("keep_identity", TEAM),
    "contact": ("contact", TEAM),
    "internal": ("analyse", TEAM),
    "stats": ("count", "public"),
    "share_partner": ("share", "partner"),
    "un_confidential": ("submit", "un_experts"),
    "un_to_gov": ("submit_named", "government"),
    "un_public": ("publish_named", "un_reports"),
    "un_reprisals_report": ("publish_named", "un_reprisals_report"),
    "publish_anon": ("publish_anonymous", "public"),
    "publish_pseudonym": ("publish_pseudonym", "public"),
    "publish_named": ("publish_named", "public"),
    "media": ("share", "media"),
    "image": ("use_image", BESIDE),
    "voice": ("use_voice", BESIDE),
    "legal": ("submit", "courts"),
    "sanctions": ("submit", "sanctions_authorities"),
    "advocacy_private": ("share", "governments_private"),
    "archive": ("keep", "archive"),
}
"""Every purpose as (use, audience); the vocabulary ``consent_scopes`` has their labels."""

OUTSIDE = frozenset(code for code, (_, audience) in SCOPES.items() if audience not in {TEAM, BESIDE})
"""What somebody outside our team can be given something for. A face or a voice is asked for beside the purpose."""

FOR_A_CHILD_NOT_ABLE = frozenset({"record", "identity_store", "contact", "internal", "un_confidential", "legal"})
"""What a guardian's consent still allows for a child too young to say: within the team, confidential UN, courts."""

WITHOUT_CONSENT = frozenset({"record", "internal", "un_confidential"})
"""What may be done for somebody who cannot be asked, once the reason is written and a second person approved."""


def quick_consent(choice: Choice) -> dict[str, Json]:
    """The values of a consent record for one of the four quick answers, without person, day or mode.

    Scopes stand in a JSON array, to be given item ids where it is saved. "As listed" leaves them to be added;
    "keep only" says no to the team too.
    """
    if choice == "not_asked":
        return {"state": "not_asked"}
    if choice == "as_listed":
        return {"state": "given", "scopes": [_row("record", "given")]}
    team = "refused" if choice == "keep_only" else "given"
    return {"state": "given", "scopes": [_row("record", "given"), _row("internal", team)]}


def _row(scope: str, state: str) -> dict[str, Json]:
    return {"scope": scope, "state": state}
