"""Known names, numbers and handles are found in running words, however they are written, while names are shown."""

from __future__ import annotations

import pytest

from desktop.casework import guarding, naming, records
from desktop.casework.guarding import Telltales
from desktop.casework.workspace import Workspace
from desktop.domain.mentions import Text, compose
from tests.casework.conftest import Case

PHONE = "13900001234"


def known(ws: Workspace) -> Telltales:
    telltales = guarding.Telltales()
    guarding.learn(telltales, guarding.telltales_of(ws, guarding.to_look_at(ws)))
    return telltales


def found(ws: Workspace, words: str) -> list[tuple[str, str | None]]:
    return [(words[mark.start : mark.end], mark.person) for mark in known(ws).marks(words)]


@pytest.mark.parametrize("written", ["林小舟", "林 小舟", "Lin Xiaozhou", "linxiaozhou", "小舟"])
def test_r_idn_04_a_known_alias_typed_in_either_script_or_pinyin_is_found_with_whose_it_is(
    ws: Workspace, case: Case, written: str
) -> None:
    assert found(ws, f"那天{written}，来了") == [(written, case.son)]


def test_r_idn_04_a_name_kept_in_simplified_script_is_found_in_traditional(ws: Workspace, case: Case) -> None:
    assert found(ws, "那天林遠、林秀蘭都在") == [("林遠", case.son), ("林秀蘭", case.mother)]


def test_r_idn_04_a_number_a_handle_and_an_address_are_found_with_whose_they_are(ws: Workspace, case: Case) -> None:
    nested = {
        "of": case.son,
        "contacts": [{"value": f"+86 {PHONE}"}, {"value": "xiao_zhou_88"}],
        "documents": [{"number": "330106199001011234"}],
        "addresses": [{"address": "玉兰路七号三楼"}],
        "spoken": [{"words": "老三"}],
    }
    records.add(ws, "identity", [nested])
    said = ["139 0000 1234", "xiao_zhou_88", "330106199001011234", "玉兰路七号三楼", "老三"]
    assert found(ws, "，".join(said)) == [(one, case.son) for one in said]


def test_r_idn_04_made_a_mention_it_reads_verbatim_while_names_are_shown_and_as_the_code_while_not(
    ws: Workspace, case: Case
) -> None:
    made = guarding.make_mentions(ws, [(case.son, "Lin Xiaozhou"), (case.mother, "秀兰")])
    stored = compose([Text("They took "), made.mentions[0], Text(" and "), made.mentions[1]])
    assert naming.read(ws, stored) == "They took Lin Xiaozhou and 秀兰"
    ws.vault.close_compartment()
    assert naming.read(ws, stored) == f"They took {ws.vault.code(case.son)} and {ws.vault.code(case.mother)}"


def test_nothing_is_known_while_names_are_hidden_or_the_identities_closed(ws: Workspace, case: Case) -> None:
    records_of_names = guarding.to_look_at(ws)
    assert guarding.to_look_at(ws.hiding_names(True)) == ()
    ws.vault.close_compartment()
    assert guarding.to_look_at(ws) == ()
    assert guarding.telltales_of(ws, records_of_names) == {}


def test_an_officials_name_and_words_of_kinship_are_not_marked(ws: Workspace, case: Case) -> None:
    (official,) = records.add(ws, "person", [{"official": True}]).created
    records.add(ws, "name", [{"person": official, "full": "钱大勇"}])
    records.add(ws, "identity", [{"of": case.mother, "spoken": [{"words": "母亲"}]}])
    assert found(ws, "钱大勇把母亲带走了") == []


def test_a_name_that_was_deleted_is_marked_no_more(ws: Workspace, case: Case) -> None:
    (name,) = ws.vault.referring(case.mother, "name")
    records.delete(ws, name)
    assert found(ws, "林秀兰") == []
