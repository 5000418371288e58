"""Records somebody made large or tangled on purpose: looking at them takes steps that grow with them, and ends."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.casework import arriving, conflicts, consent, erase, naming, records
from desktop.casework.workspace import JSON, Workspace, day_of
from desktop.domain.checking import check
from desktop.domain.values import Nested
from desktop.history.revise import revise
from desktop.vault.append import Addition
from tests.casework.conftest import Make, introduce
from tests.casework.exchange import handed, received
from tests.measured import calls

ITEMS = [f"{number:032x}" for number in range(4_000)]


def grows_with(work: Callable[[int], object], few: int, many: int) -> bool:
    """Whether ten times as much takes about ten times as many steps, and not a hundred times."""
    return calls(lambda: work(many)) < 2 * many / few * calls(lambda: work(few))


def noted(ws: Workspace, count: int, text: str = "willow") -> str:
    """A case with so many notes."""
    notes = {f"+{number}": {"label": "a", "text": text} for number in range(count)}
    return records.save(ws, "case", None, {"title": "a", "notes": notes}).created[0]


@pytest.mark.fault(16)
def test_fault_16_wrong_values_are_told_in_steps_that_grow_with_their_number() -> None:
    wrong: dict[int, Nested] = {n: {"notes": {item: {"text": 7} for item in ITEMS[:n]}} for n in (400, 4_000)}
    assert grows_with(lambda count: check("case", wrong[count]), 400, 4_000)


@pytest.mark.fault(16)
def test_fault_16_a_record_whose_every_text_has_the_words_is_read_once_for_a_search(ws: Workspace) -> None:
    noted(ws, 20)
    few = calls(lambda: ws.vault.search("willow"))
    noted(ws, 200)
    assert calls(lambda: ws.vault.search("willow")) < 40 * few


@pytest.mark.fault(16)
def test_fault_16_conflicts_are_listed_in_steps_that_grow_with_their_number(make: Make, ws: Workspace) -> None:
    other = make("Bao")
    introduce(ws, other)
    cases = {count: noted(ws, count) for count in (20, 200)}
    for case in cases.values():
        received(other, handed(ws, case, "Bao"))
        for each in (ws, other):
            notes = each.vault.state(case).nested()["notes"]
            assert isinstance(notes, dict)
            patch = {"notes": {item: {"text": each.vault.signing.public_hex} for item in notes}}
            records.edit(each, case, patch)
        received(other, handed(ws, case, "Bao"))
    assert len(conflicts.open_conflicts(other, cases[200])) == 200
    assert grows_with(lambda count: conflicts.open_conflicts(other, cases[count]), 20, 200)


def revised(ws: Workspace, count: int) -> str:
    """A case whose summary was written anew so many times."""
    case = records.save(ws, "case", None, {"title": "a"}).created[0]
    for number in range(count):
        records.edit(ws, case, {"summary": f"{number} of {count} willows"})
    return case


@pytest.mark.fault(16)
def test_fault_16_what_an_erasure_takes_is_looked_up_in_steps_that_grow_with_it(ws: Workspace) -> None:
    cases = {count: revised(ws, count) for count in (10, 100)}
    assert grows_with(lambda count: erase.preview_erase(ws, cases[count], words="poplar"), 10, 100)
    goes = {count: erase.preview_erase(ws, cases[count], words="poplar").goes for count in cases}
    assert grows_with(lambda count: erase._long_texts(ws, goes[count]), 10, 100)


@pytest.mark.fault(16)
def test_fault_16_words_of_many_revisions_are_looked_for_in_steps_that_grow_with_them(ws: Workspace) -> None:
    for count in (10, 100):
        revised(ws, count)
    assert grows_with(lambda count: ws.vault.wordings(f"of {count} willows"), 10, 100)


@pytest.mark.fault(16)
def test_fault_16_words_that_come_later_are_weighed_in_steps_that_grow_with_them(make: Make, ws: Workspace) -> None:
    """First the envelopes alone, then all the words of them."""
    stranger = make("Eve")
    late: dict[int, list[Addition]] = {}
    for count in (10, 100):
        record = records.save(stranger, "case", None, {"title": "a"}).created[0]
        for number in range(count):
            said = revise(stranger.vault.state(record), "case", {"title": f"{number}"}, stranger.vault.signing, number)
            stranger.vault.append([Addition(*said)])
        openings = stranger.vault.openings(record)
        late[count] = [Addition(said, openings[said.id]) for said in stranger.vault.revisions(record)]
        ws.vault.append([Addition(one.revision) for one in late[count]])
    weigh = arriving._merged
    assert len(weigh(ws, late[100][0].revision.record, late[100]).news) == 101
    assert grows_with(lambda count: weigh(ws, late[count][0].revision.record, late[count]), 10, 100)


@pytest.mark.fault(16)
def test_fault_16_records_strung_together_by_the_thousand_are_still_called_something(ws: Workspace) -> None:
    last = records.save(ws, "case", None, {"title": "a"}).created[0]
    for _ in range(400):
        opening = revise(None, "identity", {"of": last}, ws.vault.signing, 1)
        ws.vault.append([Addition(*opening)])
        last = opening[0].id
    assert naming.called(ws, last)


@pytest.mark.fault(16)
def test_fault_16_a_chain_in_which_each_names_the_one_before_twice_is_called_something_short(ws: Workspace) -> None:
    last = records.save(ws, "case", None, {"title": "a"}).created[0]
    chain: list[str] = []
    for _ in range(20):
        said, opening = revise(None, "event_link", {"first": last, "second": last}, ws.vault.signing, 1)
        ws.vault.append([Addition(said, opening)])
        last = said.id
        chain.append(last)
    assert max(len(called) for called in naming.called_all(ws, chain).values()) < 1_000


def test_a_record_called_by_another_is_called_by_its_title(ws: Workspace) -> None:
    case = records.save(ws, "case", None, {"title": "The willow case"}).created[0]
    identity = records.save(ws, "identity", None, {"of": case}).created[0]
    assert naming.called(ws, identity) == "The willow case"


@pytest.mark.fault(16)
def test_fault_16_a_text_that_mentions_somebody_by_the_thousand_asks_once_who_that_is(ws: Workspace) -> None:
    person = records.save(ws, "person", None, {"sex": "f"}).created[0]
    spoken = {"+1": {"words": "my sister"}}
    identity = records.save(ws, "identity", None, {"of": person, "spoken": spoken}).created[0]
    forms = ws.vault.state(identity).nested()["spoken"]
    assert isinstance(forms, dict)
    (item,) = forms
    mention = f"⟦{person}·{item}⟧"
    assert naming.read(ws, mention * 3) == "my sister" * 3
    assert calls(lambda: naming.read(ws, mention * 1_000)) < 100 * calls(lambda: naming.read(ws, mention))


@pytest.mark.fault(16)
def test_fault_16_somebody_recorded_many_times_is_asked_for_in_steps_that_grow_with_the_records(ws: Workspace) -> None:
    people: dict[int, list[str]] = {}
    for count in (5, 50):
        people[count] = list(records.add(ws, "person", [{"counting_unit": "individual"}] * count).created)
        pairs = zip(people[count], people[count][1:], strict=False)
        decided: list[JSON] = [{"person": one, "other": other, "decision": "same"} for one, other in pairs]
        records.add(ws, "merge_decision", decided)

    def ask(count: int) -> None:
        asking = consent.Asking(ws, day_of(ws))
        assert {asking.permits(one, "internal", "").allowed for one in people[count]} == {True}

    assert grows_with(ask, 5, 50)
