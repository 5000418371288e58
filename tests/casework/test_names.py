"""Names: any number for one person, apart for forms, pinyin that is only proposed."""

from __future__ import annotations

import pytest

from desktop.casework import form_names, naming, open_names, people, person_names, records, vaults
from desktop.casework.find import search
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.romanising import pinyin, split
from desktop.errors import Refused


def person(ws: Workspace, *names: JSON, **values: JSON) -> str:
    """Somebody with these names, each as a form saves it."""
    (made,) = records.add(ws, "person", [{"counting_unit": "individual", **values}]).created
    for name in names:
        records.save(ws, "name", None, {"person": made, **({"full": name} if isinstance(name, str) else name)})
    return made


def found(ws: Workspace, words: str) -> list[str]:
    return [row.id for row, _ in people.called_once(ws, words, limit=9)]


@pytest.mark.parametrize(
    "typed", ["沈墨", "沈玉文", "沈 玉 文", "Shen Mo", "shenmo", "SHEN Yuwen", "Yuwen Shen", "yuwenshen"]
)
def test_r_nam_01_every_name_of_a_person_finds_the_same_person(ws: Workspace, typed: str) -> None:
    person(ws, "祝余", "Zhu Yu")
    poet = person(ws, "沈墨", "沈玉文", "Shen Mo", "SHEN Yuwen")
    assert found(ws, typed) == [poet]
    assert {hit.record for hit in search(ws, typed) if hit.kind == "person"} == {poet}


def test_r_nam_01_a_name_keeps_type_script_parts_order_pinyin_source_and_dates(ws: Workspace) -> None:
    (source,) = records.add(ws, "source", [{"title": "A list"}]).created
    whole = {
        "full": "沈玉文",
        "type": "birth",
        "script": "Hans",
        "family": "沈",
        "given": "玉文",
        "name_order": "family_first",
        "pinyin": "Shen Yuwen",
        "pinyin_confirmed": True,
        "used_from": "1970",
        "used_until": "2010",
        "source": source,
    }
    (made,) = records.add(ws, "person", [{"counting_unit": "individual"}]).created
    (name,) = records.add(ws, "name", [{**whole, "person": made}]).created
    kept = records.show(ws, name).nested
    assert {key: value for key, value in kept.items() if not key.startswith("used")} == {
        **{key: value for key, value in whole.items() if not key.startswith("used")},
        "person": made,
    }
    assert (kept["used_from"]["edtf"], kept["used_until"]["edtf"]) == ("1970", "2010")


def test_r_nam_01_one_name_is_preferred_in_each_script(ws: Workspace) -> None:
    poet = person(
        ws,
        {"full": "沈墨", "type": "pen"},
        {"full": "沈玉文", "type": "legal_zh"},
        {"full": "沈玉聞", "type": "legal_zh"},
        {"full": "Shen Mo", "type": "pinyin"},
        {"full": "SHEN Yuwen", "type": "legal_latin"},
    )
    assert form_names.preferred(ws, poet) == {"Hans": "沈玉文", "Hant": "沈玉聞", "Latn": "SHEN Yuwen"}
    assert naming.called(ws, poet) == "沈玉文"


def test_r_nam_01_a_name_no_longer_used_comes_behind_the_one_that_is(ws: Workspace) -> None:
    used = {"edtf": "2010", "words": "2010", "calendar": "gregorian"}
    poet = person(ws, {"full": "沈玉文", "type": "legal_zh", "used_until": used}, {"full": "沈墨", "type": "legal_zh"})
    assert naming.called(ws, poet) == "沈墨"


@pytest.mark.parametrize(
    "names",
    [
        [{"full": "沈全章", "pinyin": "Shen Quanzhang", "pinyin_confirmed": True}],
        [
            {"full": "沈全章", "family": "沈", "given": "全章"},
            {"full": "SHEN Q", "family": "Shen", "given": "Quanzhang"},
        ],
        [{"full": "Quanzhang Shen", "family": "Shen", "given": "Quanzhang", "name_order": "given_first"}],
        [{"full": "沈全章", "family": "沈", "given": "全章", "pinyin": "Shen Quanzhang", "pinyin_confirmed": True}],
    ],
)
def test_r_nam_02_a_form_gets_family_and_given_name_apart(ws: Workspace, names: list[JSON]) -> None:
    assert naming.form_name(ws, person(ws, *names)) == ("Shen", "Quanzhang")


@pytest.mark.parametrize(
    "beside",
    [
        {"full": "Anna Bell", "family": "Bell", "given": "Anna", "type": "pseudonym_case"},
        {"full": "Cindy Shen", "family": "Shen", "given": "Cindy", "type": "english"},
        {"full": "沈墨", "type": "pen", "pinyin": "Shen Mo", "pinyin_confirmed": True},
    ],
)
def test_r_nam_02_a_form_gets_the_own_name_of_somebody_who_has_others_beside_it(ws: Workspace, beside: JSON) -> None:
    own = {"full": "沈全章", "family": "沈", "given": "全章", "type": "legal_zh"}
    assert naming.form_name(ws, person(ws, beside, own)) == ("沈", "全章")
    confirmed = {**own, "pinyin": "Shen Quanzhang", "pinyin_confirmed": True}
    assert naming.form_name(ws, person(ws, beside, confirmed)) == ("Shen", "Quanzhang")


def test_r_nam_02_a_form_gets_nothing_that_nobody_confirmed(ws: Workspace) -> None:
    assert naming.form_name(ws, person(ws, {"full": "沈全章", "pinyin": "Shen Quanzhang"})) == ("", "沈全章")
    assert naming.form_name(ws, person(ws, {"full": "沈全章", "family": "沈", "given": "全章"})) == ("沈", "全章")


def test_r_nam_02_a_name_is_shown_as_it_was_written(ws: Workspace) -> None:
    chinese = person(ws, {"full": "沈全章", "family": "沈", "given": "全章", "name_order": "family_first"})
    latin = person(ws, {"full": "Quanzhang Shen", "family": "Shen", "given": "Quanzhang", "name_order": "given_first"})
    assert [naming.called(ws, one) for one in (chinese, latin)] == ["沈全章", "Quanzhang Shen"]


def test_r_nam_02_no_form_gets_a_name_while_the_identities_are_closed(ws: Workspace) -> None:
    hidden = person(ws, {"full": "沈全章", "family": "沈", "given": "全章"})
    known = person(ws, {"full": "祝余", "family": "祝", "given": "余"}, publicly_known=True)
    vaults.close_identities(ws)
    assert naming.form_name(ws, hidden) == ("", ws.vault.code(hidden))
    assert naming.form_name(ws, known) == ("祝", "余")


def test_r_nam_03_pinyin_is_proposed_with_the_reading_of_the_surname_first() -> None:
    first, *others = pinyin("单立桦")
    assert first == "Shan Lihua"
    assert "Dan Lihua" in others


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("曾明", "Zeng Ming"),
        ("單立樺", "Shan Lihua"),
        ("欧阳懿", "Ouyang Yi"),
        ("吕洪", "Lü Hong"),
        ("张西安", "Zhang Xi'an"),
        ("墨", "Mo"),
    ],
)
def test_r_nam_03_pinyin_is_written_family_first_and_the_given_name_in_one(name: str, first: str) -> None:
    assert pinyin(name)[0] == first


@pytest.mark.parametrize("name", ["老张", "小王", "老欧阳", "李嫂", "王老师", "賀副所長", "欧阳先生"])
def test_r_nam_03_what_somebody_is_called_by_has_no_parts_and_no_pinyin_like_a_name(name: str) -> None:
    assert (split(name), pinyin(name)) == (None, [])


@pytest.mark.parametrize("name", ["张小王", "王老五", "师傅", "哥舒翰"])
def test_a_name_that_only_looks_like_it_keeps_its_proposals(name: str) -> None:
    assert split(name)
    assert pinyin(name)


@pytest.mark.parametrize("name", ["买买提·艾力", "阿依古丽买买提", "Tenzin", "བསྟན་འཛིན", "王A", ""])
def test_r_nam_03_no_pinyin_is_proposed_for_what_is_no_chinese_name(name: str) -> None:
    assert pinyin(name) == []


def test_r_nam_03_pinyin_is_never_kept_by_itself(ws: Workspace) -> None:
    (made,) = people.add(ws, "单立桦").created[:1]
    (name,) = ws.vault.referring(made, "name")
    kept = records.show(ws, name).nested
    assert not {"pinyin", "pinyin_confirmed", "family", "given", "name_order"} & set(kept)


@pytest.mark.parametrize(
    ("full", "family", "given", "order"),
    [
        ("沈墨", "沈", "墨", "family_first"),
        ("欧阳懿", "欧阳", "懿", "family_first"),
        ("歐陽懿", "歐陽", "懿", "family_first"),
        ("墨", "", "墨", "single"),
        ("SHEN Yuwen", "SHEN", "Yuwen", "family_first"),
        ("Yuwen SHEN", "SHEN", "Yuwen", "given_first"),
        ("Shen Mo", "Shen", "Mo", "family_first"),
        ("Quanzhang Shen", "Shen", "Quanzhang", "given_first"),
        ("Shen, Mo", "Shen", "Mo", "family_first"),
        ("Ouyang Yi", "Ouyang", "Yi", "family_first"),
    ],
)
def test_the_parts_of_a_name_are_proposed(full: str, family: str, given: str, order: str) -> None:
    proposed = split(full)
    assert proposed is not None
    assert (proposed.family, proposed.given, proposed.order) == (family, given, order)


@pytest.mark.parametrize("full", ["买买提·艾力", "Tenzin Delek", "John Smith", "Tenzin", "བསྟན་འཛིན", "", "Li Wang"])
def test_no_parts_are_proposed_where_they_can_only_be_guessed(full: str) -> None:
    assert split(full) is None


def test_somebody_who_becomes_publicly_known_keeps_their_name_while_the_identities_are_closed(ws: Workspace) -> None:
    poet = person(ws, {"full": "沈墨", "type": "legal_zh", "notes": [{"label": "x", "text": "y"}]}, "Shen Mo")
    with pytest.raises(Refused, match=r"names\.not_public"):
        open_names.open_names(ws, poet)
    records.edit(ws, poet, {"publicly_known": True})
    assert open_names.sealed_names(ws, poet) == 2
    open_names.open_names(ws, poet)
    assert naming.called(ws, poet) == "沈墨"
    assert open_names.sealed_names(ws, poet) == 0
    vaults.close_identities(ws)
    assert naming.called(ws, poet) == "沈墨"
    assert found(ws, "Shen Mo") == [poet]
    assert [line.full for line in person_names.names_of(ws, poet).lines] == ["沈墨", "Shen Mo"]


def test_a_name_is_locked_away_again_and_nothing_of_it_stays_in_sight(ws: Workspace) -> None:
    poet = person(ws, "沈墨", publicly_known=True)
    (before,) = ws.vault.referring(poet, "name")
    records.edit(ws, poet, {"publicly_known": None})
    assert open_names.names_in_sight(ws, poet) == 1
    open_names.seal_names(ws, poet)
    assert naming.called(ws, poet) == "沈墨"
    assert records.show(ws, before).erased
    vaults.close_identities(ws)
    assert naming.called(ws, poet) == ws.vault.code(poet)
    assert found(ws, "沈墨") == []


def test_no_name_is_moved_while_the_identities_are_closed(ws: Workspace) -> None:
    poet = person(ws, "沈墨")
    records.edit(ws, poet, {"publicly_known": True})
    vaults.close_identities(ws)
    with pytest.raises(Refused, match=r"vault\.compartment_closed"):
        open_names.open_names(ws, poet)


def test_r_nam_01_all_names_of_a_person_are_told_as_they_were_written(ws: Workspace) -> None:
    used = {"edtf": "2010", "words": "2010", "calendar": "gregorian"}
    poet = person(
        ws,
        {"full": "沈墨", "type": "pen", "script": "Hans", "pinyin": "Shen Mo"},
        {"full": "Yuwen Shen", "family": "Shen", "given": "Yuwen", "name_order": "given_first", "script": "Latn"},
        {"full": "沈玉文", "type": "legal_zh", "pinyin": "Shen Yuwen", "pinyin_confirmed": True, "used_until": used},
    )
    lines = person_names.names_of(ws, poet).lines
    assert [(one.full, one.about, one.parts, one.pinyin, one.used, one.first) for one in lines] == [
        ("沈玉文", "Legal name, Chinese characters", "", "Shen Yuwen", "2010", True),
        ("Yuwen Shen", "Latin letters", "Shen | Yuwen · Given name first", "", "", True),
        ("沈墨", "Pen name · Chinese, simplified", "", "Shen Mo ?", "", False),
    ]


def test_no_name_is_told_while_names_are_not_shown(ws: Workspace) -> None:
    poet = person(ws, "沈墨")
    for look in (ws.hiding_names(True),):
        assert person_names.names_of(look, poet).lines == ()
        assert person_names.names_of(look, poet).closed
