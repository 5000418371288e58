"""Taking a consent back from a shell."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def consent(jiashu: Run) -> str:
    """A consent of somebody who agreed to the media."""
    person = added(jiashu, "person")
    return added(jiashu, "consent", person=person, state="given", scopes=[{"scope": "media", "state": "given"}])


def added(jiashu: Run, kind: str, **fields: object) -> str:
    return jiashu("add", kind, input=json.dumps(fields or {"counting_unit": "individual"})).out.strip()


def consents(jiashu: Run) -> int:
    return len(jiashu("list", "consent", "--json").lines)


def test_without_accept_it_only_says_what_would_stop(jiashu: Run, consent: str) -> None:
    result = jiashu("withdraw", consent)
    assert result.code == 0
    assert "Stops: Give to journalists" in result.lines
    assert consents(jiashu) == 1


def test_with_accept_the_withdrawal_is_kept_with_its_day(jiashu: Run, consent: str) -> None:
    result = jiashu("withdraw", consent, "--on", "2024年5月3日", "--accept", "--json")
    (told,) = result.objects
    (made,) = told["created"]
    (shown,) = jiashu("show", made, "--json").objects
    assert (result.code, told["done"]) == (0, True)
    assert shown["fields"]["state"] == "withdrawn"
    assert shown["fields"]["obtained_on"]["edtf"] == "2024-05-03"


def test_afterwards_nothing_more_stops(jiashu: Run, consent: str) -> None:
    jiashu("withdraw", consent, "--accept")
    (told,) = jiashu("withdraw", consent, "--json").objects
    assert told["stops"] == []


def test_one_use_alone_can_be_taken_back(jiashu: Run, consent: str) -> None:
    (told,) = jiashu("withdraw", consent, "--use", "media", "--json").objects
    assert [scope["code"] for scope in told["stops"]] == ["media"]


def test_it_speaks_chinese(jiashu: Run, consent: str) -> None:
    assert "停止：提供给记者" in jiashu("withdraw", consent, "--lang", "zh_Hans").lines


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--on", " "), 2),
        (("--use", "opera"), 2),
        (("--what",), 2),
    ],
)
def test_misuse_is_told_apart(jiashu: Run, consent: str, words: tuple[str, ...], code: int) -> None:
    assert jiashu("withdraw", consent, *words).code == code


def test_what_is_nobodys_consent_is_refused(jiashu: Run) -> None:
    result = jiashu("withdraw", added(jiashu, "case", title="A"), "--accept")
    assert (result.code, result.err.strip().endswith("[consent.nobody]")) == (1, True)


def test_an_unknown_code_is_refused(jiashu: Run) -> None:
    assert jiashu("withdraw", "AAAA-AAAA").code == 1
