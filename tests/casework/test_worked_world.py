"""The worked world: rich enough for every screen, whole in both languages, and of invented people alone."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.casework import family, records, reports, vaults, worked_world
from desktop.casework.workspace import Workspace
from desktop.domain.registry import KINDS
from desktop.domain.vocabulary import Vocabularies
from desktop.places import resources

NOW = 1_795_000_000
FOLDER = resources() / "demo"


@pytest.fixture(scope="module", params=["en", "zh_Hans"])
def world(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, vocabularies: Vocabularies
) -> Iterator[Workspace]:
    place = tmp_path_factory.mktemp("practice") / "vault"
    made = worked_world.make_practice_vault(place, FOLDER, vocabularies, lambda: NOW, request.param)
    yield made
    vaults.lock(made.vault)


def all_of(ws: Workspace, kind: str) -> list[dict[str, Any]]:
    return [dict(records.show(ws, row.id).nested) for row in records.list_records(ws, kind, limit=500).rows]


def case_named(ws: Workspace, *words: str) -> str:
    rows = records.list_records(ws, "case", limit=10).rows
    return next(row.id for row in rows if any(word in row.title for word in words))


def codes(values: Any, key: str) -> set[str]:
    return {item[key] for item in (values or {}).values() if key in item}


def test_every_kind_a_person_fills_in_is_there(world: Workspace) -> None:
    lacking = {kind for kind in KINDS if not records.list_records(world, kind, limit=1).total}
    assert lacking == {"approval", "merge_decision"}  # an approval needs a second person; a decision is left to take


def test_nothing_in_it_is_odd(world: Workspace) -> None:
    odd = {
        (kind, problem)
        for kind in KINDS
        for row in records.list_records(world, kind, limit=500).rows
        for problem in records.show(world, row.id).problems
    }
    assert odd == set()


def test_the_second_family_has_a_defender_and_nine_relatives_over_three_generations(world: Workspace) -> None:
    page = family.case_page(world, case_named(world, "ferry", "渡轮"))
    kin = {all_of_one["type"] for all_of_one in all_of(world, "relationship")}
    assert len(page.members) >= 10
    assert {"parent", "child", "spouse", "sibling", "nephew_niece"} <= kin


def test_there_are_thirty_acts_of_all_five_key_takeaways(world: Workspace, vocabularies: Vocabularies) -> None:
    tree = vocabularies["harassment_types"]
    acts = all_of(world, "act")
    takeaways = Counter(tree[act["type"]].more.get("seed_takeaway", "")[:3] for act in acts)
    assert len(acts) >= 30
    assert {"KT1", "KT2", "KT3", "KT4", "KT5"} <= set(takeaways)


def test_r_dom_03_the_table_of_the_five_takeaways_is_made_from_the_sample_data(world: Workspace) -> None:
    counts = {str(name)[:3]: count for name, count in reports.table(world, "takeaways").rows}
    assert all(int(counts[takeaway]) >= 5 for takeaway in ("KT1", "KT2", "KT3", "KT4", "KT5"))


def test_r_dom_01_one_family_says_ten_acts_against_five_people_and_the_defender_with_proxies(world: Workspace) -> None:
    case = case_named(world, "meals", "校餐")
    acts = [act for act in all_of(world, "act") if act["case"] == case]
    defender = acts[0]["because_of"]
    proxies = [one for one in all_of(world, "involvement") if one["act"] and one["type"].startswith("PROXY")]
    assert len(acts) == 10
    assert len({act["victim"] for act in acts} - {defender}) == 5
    assert {act["nature"] for act in acts} >= {"act", "state", "omission"}
    assert all(isinstance(act["type"], str) for act in acts)
    assert len(proxies) >= 2


def test_some_dates_are_uncertain_and_none_is_lost(world: Workspace) -> None:
    starts = [act["start"] for act in all_of(world, "act")]
    assert all(start.get("edtf") or start.get("words") for start in starts)
    said = [start.get("edtf") or "" for start in starts]
    assert any(one.startswith("[") and one[1] != "." for one in said)  # some day between two
    assert any(one.startswith("[..") for one in said)  # before a day
    assert any("/" in one for one in said)  # every day between two
    assert any("~" in one for one in said)  # about
    assert any(start.get("calendar") == "lunar" for start in starts)
    assert any(start.get("relative") for start in starts)  # two weeks after something else


def test_sources_contradict_each_other_about_an_age(world: Workspace) -> None:
    claims = [claim for claim in all_of(world, "claim") if claim["field"] == "age"]
    assert {claim["value"] for claim in claims} == {"6", "7"}
    assert {claim["status"] for claim in claims} == {"accepted", "conflict"}


def test_consents_are_of_every_kind(world: Workspace, vocabularies: Vocabularies) -> None:
    consents = all_of(world, "consent")
    assert {consent["state"] for consent in consents} == {term.code for term in vocabularies["consent_states"]}
    assert {consent.get("child_assent") for consent in consents} >= {"given", "refused", "not_able", "not_asked"}
    for field in ("given_by", "basis", "mode"):
        said = {consent[field] for consent in consents if consent.get(field)}
        assert said == {term.code for term in vocabularies[KINDS["consent"].fields[field].vocabulary or ""]}, field
    uses = {use for consent in consents for use in codes(consent.get("scopes"), "scope")}
    assert uses == {term.code for term in vocabularies["consent_scopes"]}
    assert any(codes(consent.get("scopes"), "recipients") for consent in consents)
    assert any(consent.get("expires", {}).get("edtf", "9") < "2026" for consent in consents)


def test_evidence_is_of_each_type_of_file(world: Workspace) -> None:
    media = {record["media_type"].split("/")[0] for record in all_of(world, "evidence")}
    assert media == {"image", "audio", "video", "text", "application"}


def test_a_practice_vault_says_that_it_is_one(world: Workspace) -> None:
    assert world.vault.setting(worked_world.PRACTICE) is True


def test_its_passphrase_opens_it_again(tmp_path: Path, vocabularies: Vocabularies) -> None:
    made = worked_world.make_practice_vault(tmp_path / "v", FOLDER, vocabularies, lambda: NOW, "en")
    vaults.lock(made.vault)
    vault = vaults.unlock(tmp_path / "v", worked_world.PASSPHRASE, clock=lambda: NOW)
    assert vault.compartment_open
    vaults.lock(vault)


def test_what_is_said_in_one_language_is_said_in_the_other() -> None:
    def pairs(value: Any) -> Iterator[dict[str, str]]:
        if isinstance(value, dict):
            if "en" in value or "zh" in value:
                yield value
            else:
                for one in value.values():
                    yield from pairs(one)
        elif isinstance(value, list):
            for one in value:
                yield from pairs(one)

    told = list(pairs(json.loads((FOLDER / "world.json").read_text(encoding="utf-8"))))
    assert len(told) > 150
    assert all(one.keys() == {"en", "zh"} and one["en"] and one["zh"] for one in told)
