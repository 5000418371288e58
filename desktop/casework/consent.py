"""What people agreed to: said in one word, listed, withdrawn, and asked before anything leaves."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.casework.workspace import Changes, Workspace


@dataclass(frozen=True)
class Scope:
    """One thing a person can agree to. code: of `consent_scopes`."""

    code: str
    label: str


@dataclass(frozen=True)
class ScopeState:
    """How it stands with one scope. state: code of `consent_states`, or "expired". record: the consent, if any."""

    scope: Scope
    state: str
    state_label: str
    record: str | None


@dataclass(frozen=True)
class Allowed:
    """The answer before something leaves. reason: a code, e.g. `consent.given`, `consent.refused`."""

    allowed: bool
    reason: str


@dataclass(frozen=True)
class Withdrawal:
    """What a withdrawal reaches. sent: packages that went out with this person in them, (name, to, at)."""

    person: str
    sent: tuple[tuple[str, str, int], ...]


def scopes(ws: Workspace) -> tuple[Scope, ...]:
    """All scopes in the vocabulary's order."""
    raise NotImplementedError


def consents_of(ws: Workspace, person: str) -> tuple[ScopeState, ...]:
    """How it stands with each scope."""
    raise NotImplementedError


def permits(ws: Workspace, person: str, scope: str, recipient: str | None, day: str) -> Allowed:
    """Own setters and all setters are asked; the stricter answer holds. day: YYYY-MM-DD."""
    raise NotImplementedError


def record_consent(ws: Workspace, person: str, choice: str, *, listed: tuple[str, ...] = ()) -> Changes:
    """One of `quick.CONSENT_CHOICES`; `listed` are scopes for "as_listed"."""
    raise NotImplementedError


def preview_withdrawal(ws: Workspace, person: str) -> Withdrawal:
    """Who already has something of theirs."""
    raise NotImplementedError


def withdraw(ws: Workspace, preview: Withdrawal, *, scope: str | None = None) -> Changes:
    """Consent is withdrawn, for one scope or all."""
    raise NotImplementedError
