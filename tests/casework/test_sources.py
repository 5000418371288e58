"""What is recorded stands on sources, and nothing is accepted without one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.casework import (
    accepting,
    cells,
    citing,
    corroboration,
    erase,
    exculpatory,
    find,
    first_hand,
    listing,
    origins,
    records,
)
from desktop.casework.citing import Place
from desktop.casework.items import new_item
from desktop.casework.workspace import JSON, Workspace
from desktop.errors import Refused
from desktop.history.revise import revise
from desktop.vault.append import Addition
from tests.casework.conftest import Case
from tests.casework.shorthand import cite


def added(ws: Workspace, kind: str, **fields: object) -> str:
    """The id of one new record."""
    return records.add(ws, kind, [fields]).created[0]


def act_of(case: Case, **fields: object) -> str:
    return added(case.ws, "act", victim=case.mother, type="F.01", **fields)


def anchors_in(case: Case) -> JSON:
    return {"+": {"record": case.testimony, "quote": "把电停了"}}


def first_hand_account(case: Case) -> None:
    """The mother saw it herself."""
    nested: JSON = case.ws.vault.state(case.testimony).nested()
    (item,) = nested["statements"]
    records.edit(case.ws, case.testimony, {"statements": {item: {"basis": "first_hand"}}})


def status_of(ws: Workspace, record: str) -> JSON:
    return records.show(ws, record).nested.get("claim_status")


# ------------------------------------------------------------------------------------------------- R-SRC-01


def test_r_src_01_an_act_without_a_citation_cannot_be_marked_accepted(ws: Workspace, case: Case) -> None:
    act = act_of(case)
    with pytest.raises(Refused, match=r"claim\.no_source"):
        records.edit(ws, act, {"claim_status": "accepted"})
    assert status_of(ws, act) is None


Way = Callable[[Workspace, str, JSON], object]
WAYS: dict[str, Way] = {
    "new": lambda ws, kind, nested: records.add(ws, kind, [{**nested, "claim_status": "accepted"}]),
    "form": lambda ws, kind, nested: records.save(ws, kind, None, {**nested, "claim_status": "accepted"}),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("kind", ["act", "involvement", "relationship"])
def test_r_src_01_no_way_of_saving_accepts_without_a_source(ws: Workspace, case: Case, kind: str, way: str) -> None:
    nested: dict[str, dict[str, str]] = {
        "act": {"victim": case.mother},
        "involvement": {"called": "the section chief"},
        "relationship": {"person": case.mother, "type": "parent", "related_person": case.son},
    }
    with pytest.raises(Refused) as refused:
        WAYS[way](ws, kind, nested[kind])
    assert (refused.value.code, refused.value.details["path"]) == ("claim.no_source", "claim_status")


def test_r_src_01_every_value_of_a_record_points_at_its_own_sources(ws: Workspace, case: Case) -> None:
    act = act_of(case, place="Hehai county")
    report = added(ws, "source", title="A report on the blackouts", type="ngo_report")
    cite(ws, act, report, "place", Place("page", "p. 12"))
    cite(ws, act, case.testimony)
    assert dict(citing.counts(ws, act)) == {"place": 1, "": 1}
    (cited,) = citing.citations_of(ws, act, "place")
    assert (cited.title, cited.where) == ("A report on the blackouts", "p. 12")


def test_r_src_01_an_act_with_a_citation_can_be_accepted(ws: Workspace, case: Case) -> None:
    act = act_of(case)
    cite(ws, act, case.testimony, "type")
    records.edit(ws, act, {"claim_status": "accepted"})
    assert status_of(ws, act) == "accepted"


def test_r_src_01_words_of_a_testimony_an_act_stands_on_are_a_source(ws: Workspace, case: Case) -> None:
    act = act_of(case, claim_status="accepted", anchors=anchors_in(case))
    assert status_of(ws, act) == "accepted"


@pytest.mark.parametrize("stance", ["contradicts", "exculpatory", "context"])
def test_r_src_01_a_citation_that_does_not_speak_for_it_is_no_source(ws: Workspace, case: Case, stance: str) -> None:
    act = act_of(case)
    cite(ws, act, case.testimony, place=Place(stance=stance))
    with pytest.raises(Refused, match=r"claim\.no_source"):
        records.edit(ws, act, {"claim_status": "accepted"})


def test_r_src_04_a_source_that_repeats_another_counts_with_it_once_though_its_stance_is_not_known(
    ws: Workspace, case: Case
) -> None:
    unknown: JSON = {"absent": "unknown"}
    act, first, second = act_of(case), added(ws, "source", title="A"), added(ws, "source", title="B")
    for of, source in ((act, first), (act, second), (first, second)):
        added(ws, "citation", of=of, source=source, stance=unknown)
    assert origins.proposed(ws, act).origins == 1


def test_r_src_01_a_source_is_not_deleted_while_something_accepted_stands_on_nothing_else(
    ws: Workspace, case: Case
) -> None:
    act, first, second = act_of(case), added(ws, "source", title="A"), added(ws, "source", title="B")
    cite(ws, act, first)
    cite(ws, act, second)
    records.edit(ws, act, {"claim_status": "accepted"})
    records.delete(ws, first)
    assert origins.proposed(ws, act).origins == 1
    with pytest.raises(Refused, match=r"claim\.last_source"):
        records.delete(ws, second)
    erase.erase(ws, erase.preview_erase(ws, second))  # that nobody may hinder: it is listed
    assert [row[-1] for row in corroboration.accepted_without_source(ws).rows] == [ws.vault.code(act)]


def test_r_src_01_the_last_source_of_something_accepted_is_not_taken_away(ws: Workspace, case: Case) -> None:
    act = act_of(case)
    (citation,) = cite(ws, act, case.testimony).created
    records.edit(ws, act, {"claim_status": "accepted"})
    with pytest.raises(Refused, match=r"claim\.last_source"):
        citing.remove(ws, citation)
    records.edit(ws, act, {"claim_status": "work_needed"})
    citing.remove(ws, citation)
    assert citing.citations_of(ws, act) == ()


def test_r_src_01_the_last_words_an_accepted_act_stands_on_stay(ws: Workspace, case: Case) -> None:
    act = act_of(case, claim_status="accepted", anchors=anchors_in(case))
    with pytest.raises(Refused, match=r"claim\.last_source"):
        records.edit(ws, act, {"anchors": None})


def test_r_src_01_what_was_accepted_elsewhere_without_a_source_is_taken_and_listed(ws: Workspace) -> None:
    body = {"type": "F.01", "claim_status": "accepted"}
    revision, opening = revise(None, "act", body, ws.vault.signing, ws.clock())  # as others' revisions come in
    ws.vault.append([Addition(revision, opening)])
    assert status_of(ws, revision.id) == "accepted"
    assert [row[2] for row in corroboration.accepted_without_source(ws).rows] == [ws.vault.code(revision.id)]


@pytest.mark.parametrize(("source", "counts_as"), [("f" * 64, "work_needed"), (cells.HELD_BACK, "accepted")])
def test_r_src_01_a_source_that_is_not_here_is_none_unless_it_is_withheld(
    ws: Workspace, source: JSON, counts_as: str
) -> None:
    act, opened = revise(None, "act", {"type": "F.01", "claim_status": "accepted"}, ws.vault.signing, ws.clock())
    cited, words = revise(None, "citation", {"of": act.id, "source": source}, ws.vault.signing, ws.clock())
    ws.vault.append([Addition(act, opened), Addition(cited, words)])  # as others' revisions come in
    assert accepting.as_it_counts(ws, act.id, "act", records.show(ws, act.id).nested)["claim_status"] == counts_as
    assert bool(corroboration.accepted_without_source(ws).rows) == (counts_as == "work_needed")


def test_r_src_01_words_of_a_testimony_that_is_not_here_are_no_source(ws: Workspace) -> None:
    item = new_item()
    body = {"type": "F.01", "claim_status": "accepted", f"anchors/{item}/record": "e" * 64}
    act, opened = revise(None, "act", body, ws.vault.signing, ws.clock())
    ws.vault.append([Addition(act, opened)])
    assert accepting.unsourced(ws, act.id)


def test_a_citation_of_a_field_there_is_not_is_refused(ws: Workspace, case: Case) -> None:
    with pytest.raises(Refused, match=r"citation\.field"):
        cite(ws, act_of(case), case.testimony, "colour")


def test_words_are_not_quoted_outside_the_identities_for_a_name(ws: Workspace, case: Case) -> None:
    (name,) = ws.vault.referring(case.mother, "name")
    with pytest.raises(Refused, match=r"citation\.sealed"):
        cite(ws, name, case.testimony, place=Place(quote="her name"))


# ------------------------------------------------------------------------------------------------- R-SRC-02


def test_r_src_02_a_recording_is_cited_from_and_to_a_time(ws: Workspace, case: Case) -> None:
    act = act_of(case)
    recording = added(ws, "evidence", type="audio", description="A call")
    cite(ws, act, recording, place=Place("clip", "00:12:30-00:14:05"))
    (cited,) = citing.citations_of(ws, act)
    assert (cited.where, cited.start, cited.stop) == ("00:12:30–00:14:05", 750_000, 845_000)


@pytest.mark.parametrize(
    ("kind", "typed", "kept", "read"),
    [
        ("page", "pp. 3-5", "3-5", "p. 3–5"),
        ("line", "14 to 20", "14-20", "line 14–20"),
        ("paragraph", "第 7 段", "7", "para. 7"),
        ("frame", "1:02:03", "01:02:03", "frame 01:02:03"),
        ("cell", "Blatt1!b2:b9", "Blatt1!B2-B9", "cell Blatt1!B2–B9"),
        ("message", "2023-05-03 21:14", "2023-05-03 21:14", "message 2023-05-03 21:14"),
        ("whole", "", "", ""),
    ],
)
def test_r_src_02_every_place_in_a_source_can_be_pointed_at(
    ws: Workspace, case: Case, kind: str, typed: str, kept: str, read: str
) -> None:
    act = act_of(case)
    source = added(ws, "source", title="A daily", archive="https://archive.example/1")
    (citation,) = cite(ws, act, source, "place", Place(kind, typed)).created
    assert records.show(ws, citation).nested.get("locator", "") == kept
    (cited,) = citing.citations_of(ws, act, "place")
    assert (cited.title, cited.where) == ("A daily", read)


def test_r_src_02_a_time_that_is_none_is_refused_however_it_is_saved(ws: Workspace, case: Case) -> None:
    recording = added(ws, "evidence", type="audio", description="A call")
    with pytest.raises(Refused, match=r"locator\.clip"):
        records.add(ws, "citation", [{"of": act_of(case), "source": recording, "locator_kind": "clip", "locator": "1"}])


# ------------------------------------------------------------------------------------------------- R-SRC-03


def test_r_src_03_a_reliable_source_may_be_cited_for_unsure_information(ws: Workspace, case: Case) -> None:
    act = act_of(case)
    source = added(ws, "source", title="A daily", reliability="1", information_reliability="2")
    cite(ws, act, source, "place", Place(information_reliability="3"))
    cite(ws, act, source, "start")
    unsure, general = (citing.citations_of(ws, act, name)[0] for name in ("place", "start"))
    assert (unsure.source_reliability, unsure.information_reliability, unsure.general) == ("1", "3", False)
    assert (general.information_reliability, general.general) == ("2", True)


def test_r_src_03_who_tells_an_account_is_rated_apart_from_a_piece_of_it_that_is_cited(
    ws: Workspace, case: Case
) -> None:
    act = act_of(case)
    records.edit(ws, case.testimony, {"speaker_reliability": "1"})
    cite(ws, act, case.testimony, "place", Place(information_reliability="3"))
    (cited,) = citing.citations_of(ws, act, "place")
    assert (cited.source_reliability, cited.information_reliability) == ("1", "3")


def test_r_src_03_no_rating_is_set_by_another(ws: Workspace, case: Case) -> None:
    act = act_of(case, confidence="high")
    source = added(ws, "source", title="A daily", reliability="5")
    before = records.show(ws, act).nested
    cite(ws, act, source, place=Place(information_reliability="5"))
    assert origins.proposed(ws, act).confidence == "low"
    assert records.show(ws, act).nested == before
    assert records.show(ws, source).nested == {"title": "A daily", "reliability": "5"}


# ------------------------------------------------------------------------------------------------- R-SRC-04


def reports_of(ws: Workspace, act: str, *groups: str) -> None:
    for number, group in enumerate(groups):
        report = added(ws, "source", title=f"Report {number}", type="news", origin_group=group)
        cite(ws, act, report)


def test_r_src_04_two_news_reports_quoting_the_same_tweet_are_still_low(ws: Workspace, case: Case) -> None:
    act = act_of(case)
    reports_of(ws, act, "The tweet of 3 May", "the  tweet of 3 MAY")
    proposal = origins.proposed(ws, act)
    assert (proposal.sources, proposal.origins, proposal.confidence) == (2, 1, "low")


def test_r_src_04_who_is_surer_than_the_sources_allow_is_listed_until_there_are_more(ws: Workspace, case: Case) -> None:
    act = act_of(case, confidence="medium")
    act_of(case, confidence="low")
    reports_of(ws, act, "The tweet of 3 May", "the tweet of 3 May")
    ((_, code, *_),) = corroboration.surer_than_sources(ws).rows
    assert code == ws.vault.code(act)
    reports_of(ws, act, "A neighbour")
    assert corroboration.surer_than_sources(ws).rows == ()


def test_r_src_04_independent_sources_raise_what_is_proposed(ws: Workspace, case: Case) -> None:
    act = act_of(case, anchors=anchors_in(case))
    reports_of(ws, act, "The tweet of 3 May", "A neighbour")
    proposal = origins.proposed(ws, act)
    assert (proposal.origins, proposal.confidence, proposal.corroboration) == (3, "medium", "corroborated")


def test_r_src_04_a_source_that_repeats_another_counts_with_it(ws: Workspace, case: Case) -> None:
    act = act_of(case)
    first, second = added(ws, "source", title="A daily"), added(ws, "source", title="A weekly")
    cite(ws, second, first)
    cite(ws, act, first)
    cite(ws, act, second)
    assert origins.proposed(ws, act).origins == 1


def test_r_src_04_a_recording_of_a_testimony_is_no_second_source(ws: Workspace, case: Case) -> None:
    first_hand_account(case)
    act = act_of(case, anchors=anchors_in(case))
    cite(ws, act, added(ws, "evidence", type="audio", description="The talk", testimony=case.testimony))
    proposal = origins.proposed(ws, act)
    assert (proposal.origins, proposal.corroboration) == (1, "single_first_hand")


# ------------------------------------------------------------------------------------------------- R-SRC-06


def test_r_src_06_what_speaks_for_the_accused_is_gathered_for_the_dossier(ws: Workspace, case: Case) -> None:
    act = act_of(case)
    part = added(ws, "involvement", act=act, called="Old Zhang", exculpatory="He rang to warn them.")
    diary = added(ws, "source", title="A diary")
    cite(ws, part, diary, place=Place("page", "3", quote="He was away", stance="exculpatory"))
    cite(ws, act, diary)
    found = exculpatory.exculpatory(ws, [act])
    assert [(one.words, one.source) for one in found] == [
        ("He rang to warn them.", ""),
        ("He was away", "A diary · p. 3"),
    ]


# ------------------------------------------------------------------------------------------------- R-SRC-07


def test_r_src_07_only_what_is_first_hand_is_found(ws: Workspace, case: Case) -> None:
    told = added(ws, "testimony", statements={"+": {"words": "I heard of it", "basis": "second_hand"}})
    assert first_hand.first_hand(ws, "testimony") == frozenset()
    first_hand_account(case)
    assert first_hand.first_hand(ws, "testimony") == {case.testimony}
    assert [entry.listed.id for entry in listing.table(ws, "testimony", first_hand_only=True).rows] == [case.testimony]
    assert told in [entry.listed.id for entry in listing.table(ws, "testimony").rows]


def test_r_src_07_an_act_is_first_hand_by_the_words_or_the_citation_it_stands_on(ws: Workspace, case: Case) -> None:
    first_hand_account(case)
    anchored = act_of(case, anchors=anchors_in(case))
    cited = act_of(case)
    cite(ws, cited, added(ws, "source", title="A diary"), place=Place(basis="first_hand"))
    act_of(case)
    assert first_hand.first_hand(ws, "act") == {anchored, cited}


def test_r_src_07_a_statement_told_by_others_makes_no_act_first_hand(ws: Workspace, case: Case) -> None:
    own, heard = new_item(), new_item()
    told = added(
        ws,
        "testimony",
        statements={
            own: {"words": "I saw the van", "basis": "first_hand"},
            heard: {"words": "They say he was beaten", "basis": "third_hand"},
        },
    )
    act_of(case, anchors={"+": {"record": told, "quote": "he was beaten"}})
    assert first_hand.first_hand(ws, "act") == frozenset()


def test_r_src_07_a_search_may_ask_for_first_hand_statements_alone(ws: Workspace, case: Case) -> None:
    own, heard = new_item(), new_item()
    statements = {
        own: {"words": "I saw the van", "basis": "first_hand"},
        heard: {"words": "They say a van came", "basis": "third_hand"},
    }
    seen = added(ws, "testimony", statements={own: statements[own]})
    added(ws, "testimony", statements={heard: statements[heard]})
    assert len(find.search(ws, "van")) == 2
    assert [hit.record for hit in find.search(ws, "van", first_hand_only=True)] == [seen]


# ------------------------------------------------------------------------------------------------- R-SRC-08


def test_r_src_08_acts_are_counted_by_type_and_corroboration(ws: Workspace, case: Case) -> None:
    for kind, said in (("F.01", "single"), ("F.01", "corroborated"), ("F.01", "single"), ("B.04", None)):
        added(ws, "act", type=kind, **({"corroboration": said} if said else {}))
    records.delete(ws, added(ws, "act", type="B.04", corroboration="single"))
    table = corroboration.acts_by_corroboration(ws)
    single, corroborated, silent, every = (
        table.columns.index(words)
        for words in ("Single source", "Corroborated by an independent source", "Nothing said", "All")
    )
    counted = {str(row[0])[:4]: [row[place] for place in (single, corroborated, silent, every)] for row in table.rows}
    assert counted == {"B.04": [0, 0, 1, 1], "F.01": [2, 1, 0, 3], "All": [2, 1, 1, 4]}


def test_r_src_08_acts_are_counted_by_the_standard_of_proof_they_meet(ws: Workspace) -> None:
    added(ws, "act", type="F.01", standard_of_proof="balance")
    table = corroboration.acts_by_standard_of_proof(ws.speaking("zh_Hans"))
    assert table.rows[0][table.columns.index("优势证据")] == 1


# ------------------------------------------------------------------------------------------------- R-INT-03


def test_r_int_03_noting_a_contradiction_changes_no_rating(ws: Workspace, case: Case) -> None:
    source = added(ws, "source", title="A daily", reliability="1")
    act = act_of(case, anchors=anchors_in(case), confidence="medium")
    records.edit(ws, case.testimony, {"speaker_reliability": "1"})
    ratings = [records.show(ws, one).nested for one in (source, act, case.mother)]
    proposal = origins.proposed(ws, act)
    noted = {"type": "external", "description": "The paper gives another day.", "other": source}
    records.edit(ws, case.testimony, {"contradictions": {"+": noted}})
    assert [records.show(ws, one).nested for one in (source, act, case.mother)] == ratings
    assert origins.proposed(ws, act) == proposal
    assert records.show(ws, case.testimony).nested["speaker_reliability"] == "1"  # nobody is called unreliable for it


# ------------------------------------------------------------------------------------------------- the source itself


def test_a_source_shows_what_stands_on_it(ws: Workspace, case: Case) -> None:
    act = act_of(case)
    source = added(ws, "source", title="A daily")
    cite(ws, act, source, "place", Place("page", "2"))
    (one,) = citing.citing(ws, source)
    assert (one.record, one.label, one.where) == (act, "Place", "p. 2")


def test_sources_of_one_origin_are_shown_with_each_other(ws: Workspace) -> None:
    first = added(ws, "source", title="A daily", origin_group="The tweet of 3 May")
    second = added(ws, "source", title="A weekly", origin_group="the tweet of 3 may")
    added(ws, "source", title="A monthly", origin_group="The tweet of 3 May, answered")
    assert [one.id for one in citing.same_origin(ws, first)] == [second]
