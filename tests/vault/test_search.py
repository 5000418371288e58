"""Finding words: both scripts, without spaces, by pinyin, by code, and only what may be seen."""

from __future__ import annotations

import pytest

from desktop.vault.snippet import LONGEST, snippet
from tests.measured import MIB, room
from tests.vault.desk import Desk

HOUSE = "他们夜里来抄家，把母亲的药也带走了。"


def found(desk: Desk, words: str) -> list[str]:
    return [hit.record for hit in desk.vault.search(words)]


def marked(desk: Desk, words: str) -> list[str]:
    """The pieces of the first hit that are marked."""
    return [piece for piece, hit in desk.vault.search(words)[0].snippet_parts if hit]


@pytest.mark.parametrize(
    "words", ["药", "母亲", "抄家", "夜里来抄家", "把母親的藥", "「抄家」", "母亲 夜里", "药　抄家"]
)
def test_words_of_any_length_are_found_in_either_script(desk: Desk, words: str) -> None:
    said = desk.testimony(HOUSE)
    desk.testimony("他们白天来过。")
    assert found(desk, words) == [said]


@pytest.mark.parametrize("words", ["亲母", "家抄", "药 白天", "警察", "。", ""])
def test_what_is_not_there_is_not_found(desk: Desk, words: str) -> None:
    desk.testimony(HOUSE)
    assert found(desk, words) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The school SENT her home", "school sent"),
        ("ئۇلار كېچىدە كەلدى", "كېچىدە"),
        ("ཁོང་ཚོ་མཚན་མོར་ཡོང་", "མཚན"),
        ("Gülnar was there", "gulnar"),
        ("住在𠮷野家", "𠮷野"),
        ("number 440111", "440111"),
    ],
)
def test_words_of_other_scripts_are_found(desk: Desk, text: str, words: str) -> None:
    assert found(desk, words) == [] or pytest.fail("nothing is here yet")
    said = desk.testimony(text)
    assert found(desk, words) == [said]


def test_the_words_are_shown_in_their_sentence_with_marks(desk: Desk) -> None:
    desk.testimony(HOUSE)
    (hit,) = desk.vault.search("母亲")
    assert "".join(piece for piece, _ in hit.snippet_parts) == HOUSE
    assert marked(desk, "母親") == ["母亲"]


def test_marks_are_in_the_text_as_it_was_written(desk: Desk) -> None:
    desk.testimony("她說「抄家」之後就沒有消息。")
    assert marked(desk, "没有消息") == ["沒有消息"]


def test_a_long_text_is_shown_around_the_match(desk: Desk) -> None:
    desk.testimony("前面。" * 300 + "就在这里" + "后面。" * 300)
    (hit,) = desk.vault.search("就在这里")
    shown = "".join(piece for piece, _ in hit.snippet_parts)
    assert len(shown) < 120
    assert shown[0] == shown[-1] == "…"
    assert marked(desk, "就在这里") == ["就在这里"]


def test_a_mention_stays_whole_in_a_snippet_and_is_no_word(desk: Desk) -> None:
    person, _ = desk.person("秦望舒")
    desk.testimony(f"那天⟦{person}⟧被学校开除")
    (hit,) = desk.vault.search("学校")
    assert (f"那天⟦{person}⟧被", False) in hit.snippet_parts
    assert found(desk, person[:12]) == []


def test_a_half_typed_word_is_found_when_no_whole_one_is(desk: Desk) -> None:
    said = desk.testimony("They were evicted twice.")
    assert found(desk, "evict") == [said]


@pytest.mark.parametrize(
    ("typed", "why"),
    [("秦望舒", "name"), ("望舒", "name"), ("qinwangshu", "pinyin"), ("qin wang", "pinyin"), ("qws", "pinyin")],
)
def test_a_name_leads_to_the_person(desk: Desk, typed: str, why: str) -> None:
    person, name = desk.person("秦望舒")
    (hit,) = desk.vault.search(typed)
    assert (hit.record, hit.kind, hit.via, hit.why) == (person, "person", name, why)


def test_a_phone_number_leads_to_whom_it_belongs(desk: Desk) -> None:
    person, _ = desk.person("秦望舒")
    desk.add("identity", {"of": person, "contacts": [{"type": "phone", "value": "555 0199"}]}, sealed=True)
    assert found(desk, "0199") == [person]


def test_names_are_not_found_while_the_compartment_is_closed(desk: Desk) -> None:
    desk.person("秦望舒")
    desk.vault.close_compartment()
    assert found(desk, "秦望舒") == []
    assert found(desk, "qinwangshu") == []


def test_an_officials_name_is_found_while_the_compartment_is_closed(desk: Desk) -> None:
    official = desk.add("person", {"official": True})
    desk.add("name", {"person": official, "full": "胡鹰"})
    desk.vault.close_compartment()
    assert found(desk, "huying") == [official]


def test_a_code_leads_to_its_record(desk: Desk) -> None:
    said = desk.testimony(HOUSE)
    (hit,) = desk.vault.search(desk.vault.code(said).lower())
    assert (hit.record, hit.why) == (said, "code")


def test_a_record_is_one_hit_however_often_it_has_the_word(desk: Desk) -> None:
    said = desk.add("testimony", {"statements": [{"words": "药"}, {"words": "药和药"}]})
    assert found(desk, "药") == [said]


def test_words_in_different_fields_of_a_record_are_found_together(desk: Desk) -> None:
    said = desk.add("testimony", {"statements": [{"words": "抄家"}, {"words": "停电"}]})
    desk.testimony("只有停电")
    assert found(desk, "抄家 停电") == [said]


def test_the_newest_come_first_and_no_more_than_asked_for(desk: Desk) -> None:
    several = [desk.testimony(f"药 {number}") for number in range(12)]
    assert [hit.record for hit in desk.vault.search("药", limit=5)] == several[:-6:-1]


def test_edited_words_are_found_and_the_earlier_ones_are_not(desk: Desk) -> None:
    case = desk.add("case", {"title": "旧的标题"})
    desk.edit(case, {"title": "新的标题"})
    assert found(desk, "新的") == [case]
    assert found(desk, "旧的") == []


def test_deleted_records_are_not_found(desk: Desk) -> None:
    said = desk.testimony(HOUSE)
    desk.edit(said, {"*": True})
    assert found(desk, "抄家") == []


@pytest.mark.parametrize("typed", ["秦", "望舒", "qinw", "QWS"])
def test_a_list_of_people_narrows_by_name_while_it_is_typed(desk: Desk, typed: str) -> None:
    person, _ = desk.person("秦望舒")
    desk.person("祝余")
    assert [row.id for row in desk.vault.rows("person", text=typed)] == [person]
    assert desk.vault.count("person", text=typed) == 1


def test_a_list_narrows_by_words_and_by_what_it_belongs_to(desk: Desk) -> None:
    case = desk.add("case", {"title": "One"})
    inside = desk.testimony("The landlord shouted.", case=case)
    desk.testimony("The landlord wept.")
    assert [row.id for row in desk.vault.rows("testimony", text="landl", referring_to=case)] == [inside]


def test_wordings_of_today_and_earlier_that_hold_the_words(desk: Desk) -> None:
    case = desk.add("case", {"title": "Lin from Room 7"})
    first = desk.vault.revisions(case)[0].id
    desk.edit(case, {"title": "L. from Room 7"})
    later = desk.vault.revisions(case)[1].id
    other = desk.add("case", {"title": "no", "summary": 'Room 7, "Lin"'})
    _, name = desk.person("Lin")
    held = {(word.record, word.path, word.shown) for word in desk.vault.wordings("Lin")}
    assert held == {(case, "title", False), (other, "summary", True), (name, "full", True)}
    assert {word.revision for word in desk.vault.wordings("Room 7")} >= {first, later}


def test_wordings_in_the_compartment_stay_there_while_it_is_closed(desk: Desk) -> None:
    desk.person("Lin")
    desk.vault.close_compartment()
    assert desk.vault.wordings("Lin") == []


@pytest.mark.fault(16)
def test_fault_16_of_a_text_of_megabytes_the_beginning_is_looked_through() -> None:
    mention = f"⟦{'0' * 64}⟧"
    text = "家" * 100 + " willow " + "家" * LONGEST + mention + "poplar" + "家" * 3_000_000
    assert "".join(piece for piece, hit in snippet(text, ["willow"]) if hit) == "willow"
    assert not any(hit for _, hit in snippet(text, ["poplar"]))
    assert room(lambda: snippet(text, ["poplar"])) < 30 * MIB  # looked through to its end it is 400


def test_no_mention_is_cut_in_two_where_looking_ends() -> None:
    text = "家" * (LONGEST - 40) + f"柳树⟦{'0' * 64}⟧" + "家" * 100
    *_, before, (matched, hit), (end, _) = snippet(text, ["柳 树"])
    assert (before[1], matched, hit, end) == (False, "柳树", True, "…")
