"""Consent: may what somebody told be used for a purpose, by whom, on a day, and why (not)?

From rules of the field: consent is asked for each purpose, may be narrowed or withdrawn at any time, and of several
answers the stricter holds; a child's refusal outweighs any guardian (Every Casualty Standards; Murad Code; CRC 12).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from desktop.domain.consent_said import Answer, Question, answers
from desktop.domain.consent_scopes import SCOPES, TEAM
from desktop.domain.consent_second import NOBODY, Second
from desktop.domain.permission import AS_NOT_ASKED, FINAL, GRANTS, Permission, strictest
from desktop.domain.values import Nested


def permits(
    consents: Mapping[str, Nested],
    scope: str,
    recipient: str,
    day: date,
    *,
    person: Nested | None = None,
    second: Second = NOBODY,
) -> Permission:
    """May what one person's consents cover go to somebody for a purpose on a day?

    consents: the settled values of that person's consent records, by record id. scope: a code of `SCOPES`.
    recipient: as it would be named in "only to". person: their record, for the day they come of age. second: what
    others said of these consents.

    Any refusal or withdrawal of the scope, of keeping the account at all, or of everything, holds; then a consent
    that covers the scope, is good, and was not narrowed by another; else the reason the nearest one is not. Never
    asked: our team yes, others no.
    """
    asked = Question(scope, recipient, day, person or {}, second)
    said = [answer for record, consent in sorted(consents.items()) for answer in answers(record, consent, asked)]
    told = [Permission(answer.reason in GRANTS, answer.reason, answer.consent) for answer in said]
    against = [permission for permission in told if permission.reason in FINAL]
    if against:
        return strictest(against)
    if (granted := next(_standing(said), None)) is not None:
        return Permission(True, granted.reason, granted.consent)
    denied = [permission for permission in told if not permission.allowed]
    if SCOPES.get(scope, ("", ""))[1] == TEAM and all(permission.reason in AS_NOT_ASKED for permission in denied):
        return Permission(True, "team_not_asked")
    return strictest(denied) if denied else Permission(False, "not_asked")


def _standing(said: Sequence[Answer]) -> Iterator[Answer]:
    """The consents that no other narrows.

    Who once named recipients did not mean anybody else at another time; and a consent that has run out is renewed
    only by one that was given later for certain.
    """
    named = [answer for answer in said if answer.named and answer.reason in {*GRANTS, "recipient"}]
    over = [answer for answer in said if answer.reason == "expired"]
    for answer in said:
        if answer.reason in GRANTS and (answer.named or not named) and all(_later(answer, ended) for ended in over):
            yield answer


def _later(answer: Answer, ended: Answer) -> bool:
    """Whether a consent was given after one that has run out, for certain."""
    if answer.not_before is None or ended.not_after is None:
        return False
    return answer.not_before > ended.not_after
