"""A dossier for sanctions: who acted of their own accord, and what speaks for them."""

from __future__ import annotations

from desktop.casework import records, submission
from desktop.casework.workspace import Workspace
from desktop.domain.mentions import Mention, Text, compose
from tests.casework.conftest import Case
from tests.casework.forms import (
    act,
    add,
    agree,
    begun,
    edtf,
    involve,
    refuse,
    text_of,
)


def test_r_src_06_a_sanctions_dossier_says_that_nothing_speaks_for_the_accused_if_nothing_is_recorded(
    ws: Workspace, case: Case
) -> None:
    agree(ws, case.son, "sanctions")
    involve(ws, act(ws, case, case.son))
    form = submission.preview(ws, begun(ws, case, "SANCTIONS_DOSSIER", [case.son]))
    assert text_of(form, "sanctions_exculpatory") == "None recorded."


def test_r_dom_07_who_was_pressured_is_no_target_of_sanctions_but_who_pressured_them_is(
    ws: Workspace, case: Case
) -> None:
    agree(ws, case.son, "sanctions")
    pressing = add(ws, "organisation", {"name_en": "Linhe State Security Office"})
    landlord = add(ws, "organisation", {"name_en": "Willow House Lettings"})
    evicted = act(ws, case, case.son, "F.01")
    involve(ws, evicted, perpetrator=landlord, degree="pressured", pressured_by=pressing)
    form = submission.preview(ws, begun(ws, case, "SANCTIONS_DOSSIER", [case.son]))
    assert text_of(form, "sanctions_target") == "Linhe State Security Office"


def test_a_target_of_sanctions_is_told_with_every_name_but_one_made_up_for_the_case_and_by_code_alone_if_unnamed(
    ws: Workspace, case: Case
) -> None:
    agree(ws, case.son, "sanctions")
    officer = add(ws, "person", {"official": True})
    other = add(ws, "person", {"nationality": "CN", "birth": edtf("1980")})
    for full, type_ in (("Gao Ming", "legal_latin"), ("Gao Daming", "alias"), ("Grey Heron", "pseudonym_case")):
        add(ws, "name", {"person": officer, "full": full, "type": type_})
    for person in (officer, other):
        add(ws, "posting", {"person": person, "rank": "Section head"})
    involve(ws, act(ws, case, case.son), perpetrator=officer, pressured_by=other)
    told = text_of(submission.preview(ws, begun(ws, case, "SANCTIONS_DOSSIER", [case.son])), "sanctions_target")
    assert told == f"Gao Ming\nAlso known as: Gao Daming\nPost: Section head\n\n{ws.vault.code(other)}"


def test_r_src_06_what_speaks_for_the_accused_is_no_evidence_against_them(ws: Workspace, case: Case) -> None:
    agree(ws, case.son, "sanctions")
    add(ws, "defender_profile", {"person": case.son, "work": "He taught workers their rights."})
    happened = act(ws, case, case.son)
    post = add(ws, "source", {"type": "social_post"})
    add(ws, "citation", {"of": happened, "source": post, "stance": "exculpatory"})
    paper = add(ws, "source", {"type": "news"})
    add(ws, "citation", {"of": happened, "source": paper, "stance": {"absent": "unknown"}})
    form = submission.preview(ws, begun(ws, case, "SANCTIONS_DOSSIER", [case.son]))
    assert text_of(form, "sanctions_evidence").endswith("Sources: news report.")
    assert "He taught workers their rights." in text_of(form, "sanctions_abuse", case.son)


def test_r_src_06_a_sanctions_dossier_has_what_speaks_for_the_accused(ws: Workspace, case: Case) -> None:
    agree(ws, case.son, "sanctions")
    involve(ws, act(ws, case, case.son), exculpatory="He let the family bring medicine.")
    form = submission.preview(ws, begun(ws, case, "SANCTIONS_DOSSIER", [case.son]))
    assert "He let the family bring medicine." in text_of(form, "sanctions_exculpatory")


def test_r_src_06_a_sanctions_dossier_never_says_that_nothing_is_recorded_where_something_is_withheld_or_has_no_words(
    ws: Workspace, case: Case
) -> None:
    agree(ws, case.son, "sanctions")
    refuse(ws, case.mother, "sanctions")
    done = act(ws, case, case.son)
    dossier = begun(ws, case, "SANCTIONS_DOSSIER", [case.son])

    def told() -> str:
        return text_of(submission.preview(ws, dossier), "sanctions_exculpatory")

    hers = {"of": done, "source": case.testimony, "stance": "exculpatory", "quote": "他当时不在场"}
    add(ws, "citation", hers)  # the mother's words, who said no
    assert told() == "More that speaks for those accused is recorded: [withheld]"
    paper = add(ws, "source", {"type": "news", "title": "A daily"})
    add(ws, "citation", {"of": done, "source": paper, "stance": "exculpatory"})
    assert told().startswith("A source speaks for them; its words are not noted.")


def test_a_quote_in_a_sanctions_dossier_tells_by_code_alone_of_somebody_without_a_name(
    ws: Workspace, case: Case
) -> None:
    agree(ws, case.son, "sanctions")
    girl = add(ws, "person", {"sex": "f", "birth": edtf("2015")})
    add(ws, "relationship", {"person": girl, "type": "child", "related_person": case.mother})
    quote = compose([Text("he was kind to "), Mention(girl)])
    paper = add(ws, "source", {"type": "news", "title": "A daily"})
    add(ws, "citation", {"of": act(ws, case, case.son), "source": paper, "stance": "exculpatory", "quote": quote})
    form = submission.preview(ws, begun(ws, case, "SANCTIONS_DOSSIER", [case.son]))
    assert text_of(form, "sanctions_exculpatory") == f"A source says: he was kind to {ws.vault.code(girl)}"


def test_a_sanctions_dossier_tells_how_reliable_a_source_and_what_it_says_are(ws: Workspace, case: Case) -> None:
    agree(ws, case.son, "sanctions")
    source = add(ws, "source", {"type": "letter", "title": "T", "reliability": "2"})
    add(ws, "citation", {"of": act(ws, case, case.son), "source": source, "information_reliability": "3"})
    told = text_of(submission.preview(ws, begun(ws, case, "SANCTIONS_DOSSIER", [case.son])), "sanctions_evidence")
    assert told.endswith("letter, source: likely reliable, information: unsure.")


def test_r_src_03_a_sanctions_dossier_tells_how_reliable_a_witness_is_and_names_nobody(
    ws: Workspace, case: Case
) -> None:
    agree(ws, case.son, "sanctions")
    agree(ws, case.mother, "sanctions")
    records.edit(ws, case.testimony, {"speaker_reliability": "1"})
    add(ws, "citation", {"of": act(ws, case, case.son), "source": case.testimony, "information_reliability": "3"})
    told = text_of(submission.preview(ws, begun(ws, case, "SANCTIONS_DOSSIER", [case.son])), "sanctions_evidence")
    assert told.endswith("witness statement, source: highly reliable, information: unsure.")
