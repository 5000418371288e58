"""Vocabularies as they ship, and what can be asked of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from build_spec.traditional import labels_read, traditional, with_labels
from desktop.domain.consent_scopes import SCOPES
from desktop.domain.permission import Reason
from desktop.domain.vocabulary import Vocabularies
from desktop.errors import Damaged
from desktop.places import read_tables

TABLES = read_tables()


@pytest.mark.parametrize("name", TABLES)
def test_every_term_is_labelled_in_both_languages(name: str, vocabularies: Vocabularies) -> None:
    terms = list(vocabularies[name])
    assert terms
    latin_names = {"Signal", "Telegram", "WhatsApp"}
    for term in terms:
        assert term.en.strip()
        assert term.label("en") in latin_names or re.search(r"[\u4e00-\u9fff]", term.zh_hans), term.code


@pytest.mark.parametrize("name", TABLES)
def test_a_traditional_label_is_as_the_machine_writes_it_or_as_a_person_read_it(name: str) -> None:
    """Where this fails: run ``python -m build_spec.traditional``, and have somebody read what it wrote."""
    read = labels_read()
    for row in TABLES[name]:
        wanted = read.get((name, row["code"])) or traditional(row["label_zh_hans"])
        assert row.get("label_zh_hant") == wanted, f"{name} {row['code']}"


def test_what_a_person_read_is_kept_by_the_machine() -> None:
    table = "code,label_en,label_zh_hans,note\na,A,里面,x\nb,B,里面,\n"
    made = with_labels("list", table, {("list", "b"): "裏面"})
    assert made == "code,label_en,label_zh_hans,label_zh_hant,note\na,A,里面,裡面,x\nb,B,里面,裏面,\n"
    assert with_labels("list", made, {("list", "b"): "裏面"}) == made


def test_what_a_person_read_is_of_terms_there_are() -> None:
    assert all(code in {row["code"] for row in TABLES[name]} for name, code in labels_read())


@pytest.mark.parametrize("name", TABLES)
def test_every_parent_is_a_term_of_the_same_list(name: str, vocabularies: Vocabularies) -> None:
    vocabulary = vocabularies[name]
    assert all(not term.parent or term.parent in vocabulary for term in vocabulary)


@pytest.mark.parametrize("name", TABLES)
def test_every_code_is_plain_ascii(name: str, vocabularies: Vocabularies) -> None:
    assert all(re.fullmatch(r"[A-Za-z0-9_.-]+", term.code) for term in vocabularies[name])


def test_an_inverse_is_a_relationship_whose_inverse_leads_back(vocabularies: Vocabularies) -> None:
    relationships = vocabularies["relationships"]
    for term in relationships:
        back = relationships[term.more["inverse"]].more["inverse"]
        assert relationships[back].more["group"] == term.more["group"]
        assert back == term.code or term.more["inverse"] == relationships[back].more["inverse"]


def test_every_norm_an_act_type_proposes_exists(vocabularies: Vocabularies) -> None:
    norms = vocabularies["legal_norms"]
    proposed = {
        code for term in vocabularies["harassment_types"] for code in term.more.get("legal_norms", "").split(";")
    }
    assert {code for code in proposed if code and code not in norms} == set()


def test_a_norm_says_how_china_stands_to_it(vocabularies: Vocabularies) -> None:
    assert vocabularies["legal_norms"]["ICCPR-17"].more["status_for_prc"] == "signed 1998, not ratified"
    assert all(term.more.get("status_for_prc") for term in vocabularies["legal_norms"])


def test_only_leaves_of_the_tree_of_acts_are_to_be_picked(vocabularies: Vocabularies) -> None:
    acts = vocabularies["harassment_types"]
    assert acts["A"].group
    assert not acts["A.01"].group
    assert [term.code for term in acts.lineage("A.01")] == ["A", "A.01"]
    assert {term.code for term in acts if not term.parent} >= set("ABCDEFGHIJ")


def test_the_purposes_of_consent_are_those_the_rules_know(vocabularies: Vocabularies) -> None:
    told = {term.code: (term.more["use"], term.more["audience"]) for term in vocabularies["consent_scopes"]}
    assert told == SCOPES


def test_every_reason_has_a_label(vocabularies: Vocabularies) -> None:
    assert {term.code for term in vocabularies["permission_reasons"]} == set(Reason.__args__)  # type: ignore[attr-defined]


def test_a_code_of_a_newer_list_is_called_by_itself(vocabularies: Vocabularies) -> None:
    assert vocabularies.label("confidence", "very_high", "en") == "very_high"
    assert vocabularies.label("a_list_to_come", "x", "en") == "x"


def test_traditional_labels_fall_back_to_simplified_ones(vocabularies: Vocabularies) -> None:
    assert vocabularies.label("perpetrator_types", "STATE.DET", "zh_Hant") == "看守所"
    assert vocabularies.label("harassment_types", "A", "zh_Hant") == "傷害人權捍衛者的子女"
    table = [{"code": "a", "label_en": "A", "label_zh_hans": "里面"}]
    assert Vocabularies.from_tables({"list": table}).label("list", "a", "zh_Hant") == "里面"


@pytest.mark.parametrize(
    "rows",
    [
        [{"code": "a", "label_en": "A"}],
        [{"code": "", "label_en": "A", "label_zh_hans": "甲"}],
        [{"code": "a", "label_en": "A", "label_zh_hans": "甲"}, {"code": "a", "label_en": "B", "label_zh_hans": "乙"}],
    ],
    ids=["no Chinese label", "no code", "a code twice"],
)
def test_a_list_that_is_not_whole_is_damaged(rows: list[dict[str, str]]) -> None:
    with pytest.raises(Damaged, match=r"vocabulary\.row"):
        Vocabularies.from_tables({"letters": rows})


def test_a_list_the_program_came_without_is_damage(vocabularies: Vocabularies) -> None:
    with pytest.raises(Damaged, match=r"vocabulary\.absent"):
        vocabularies["letters"]


def test_the_lists_are_text_every_program_reads_alike(root: Path) -> None:
    for path in (root / "resources" / "vocabulary").glob("*.csv"):
        raw = path.read_bytes()
        assert not raw.startswith(b"\xef\xbb\xbf")
        assert b"\r" not in raw
        assert raw.decode("utf-8").endswith("\n")


def test_no_list_is_shipped_that_nothing_in_the_program_names(root: Path) -> None:
    lists = {path.stem for path in (root / "resources" / "vocabulary").glob("*.csv")}
    source = "\n".join(path.read_text(encoding="utf-8") for path in (root / "desktop").rglob("*.py"))
    assert {name for name in lists if not re.search(rf"[\"']{name}[\"']", source)} == set()


def test_terms_are_found_by_words_of_their_labels(vocabularies: Vocabularies) -> None:
    found = vocabularies.labelled("permit application")
    assert ("harassment_types", "E.02") in found
    assert all("permit application" in vocabularies[name][code].en.lower() for name, code in found)


@pytest.mark.parametrize(("phrase", "among"), [("permit appl", True), ("ermit", False), ("pa", False), ("护 照", True)])
def test_a_label_is_compared_by_whole_words_the_last_of_which_may_be_begun(
    vocabularies: Vocabularies, phrase: str, among: bool
) -> None:
    assert (("harassment_types", "E.02") in vocabularies.labelled(phrase)) is among
