"""A consent as a form: an answer, uses to tick, and nothing lost that a tick cannot show."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLineEdit, QMenu, QTableWidget

from desktop.casework import consent, quick, records
from desktop.casework.people import Pick
from desktop.casework.quick import QuickTestimony, record_testimony
from desktop.casework.workspace import JSON, day_of
from desktop.ui.form import Form
from desktop.ui.place import Place
from tests.ui.asking import ask, stands
from tests.ui.conftest import PASSPHRASE
from tests.ui.hand import Hand, called, settle

T = TypeVar("T")
PARTNER = "Share with a partner organisation"
MEDIA = "Give to journalists"


def somebody(hand: Hand) -> str:
    """A person in the vault, whom nobody asked yet."""
    told = QuickTestimony("他们来了。", speaker=Pick(text="沈月"))
    ask(hand, lambda ws: record_testimony(ws, told))
    return ask(hand, lambda ws: records.list_records(ws, "person")).rows[0].id


def a_consent(hand: Hand, **nested: JSON) -> str:
    """A consent in the vault, its page open."""
    person = somebody(hand)
    record: str = ask(hand, lambda ws: records.add(ws, "consent", [{"person": person, **nested}])).created[0]
    hand.window.tools.go(Place("record", record, "consent"))
    code = ask(hand, lambda ws: records.show(ws, record)).code
    hand.sees(code)
    return record


def a_new_consent(hand: Hand) -> str:
    """The page of a consent that is not there yet; returns whose it will be."""
    person = somebody(hand)
    hand.window.tools.go(Place("record", kind="consent", given=(("person", person),)))
    hand.wait_for(QCheckBox, MEDIA)
    return person


def box(hand: Hand, name: str) -> QCheckBox:
    return hand.wait_for(QCheckBox, name)


def only_consent(hand: Hand) -> JSON:
    return stands(hand, ask(hand, lambda ws: records.list_records(ws, "consent")).rows[0].id)


def tab() -> None:
    """Tab, wherever the caret is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Tab)


def choose(hand: Hand, use: str, entry: str) -> None:
    """F4 on a use, and an entry of its menu."""
    box(hand, use).setFocus()
    QTest.keyClick(box(hand, use), Qt.Key.Key_F4)
    hand.until(lambda: any(hand.visible(QMenu)))
    menu = next(iter(hand.visible(QMenu)))
    menu.setActiveAction(next(one for one in menu.actions() if one.text().replace("&", "").rstrip("…") == entry))
    QTest.keyClick(menu, Qt.Key.Key_Return)
    hand.window.activateWindow()  # offscreen, nobody gives the keyboard back when a menu closes
    settle()


def test_ticking_a_use_with_the_space_bar_is_a_yes_to_it(desk: Hand) -> None:
    person = a_new_consent(desk)
    QTest.keyClick(box(desk, MEDIA), Qt.Key.Key_Space)
    desk.keys("Ctrl+S")
    desk.until(lambda: ask(desk, lambda ws: records.list_records(ws, "consent")).total == 1)
    assert only_consent(desk)["state"] == "given"
    assert ask(desk, lambda ws: consent.permits(ws, person, "media", "", day_of(ws))).allowed


def test_tab_goes_from_box_to_box(desk: Hand) -> None:
    a_new_consent(desk)
    box(desk, "Keep what they told").setFocus()
    for name in ("Keep who they really are", "Contact them again", "Work with it in our own team"):
        tab()
        assert QApplication.focusWidget() is box(desk, name)


def test_each_use_says_what_it_means(desk: Hand) -> None:
    a_new_consent(desk)
    assert desk.reads("The experts write to the Government about them, by name.")


def test_no_closes_the_list_and_says_so(desk: Hand) -> None:
    a_new_consent(desk)
    desk.press("Their answer: No")
    assert not box(desk, MEDIA).isEnabled()
    assert desk.reads("The answer above holds for every use.")


@pytest.mark.parametrize(
    "nested",
    [
        {"state": "given", "scopes": [{"scope": "media", "state": "given"}, {"scope": "image"}]},
        {"state": "withdrawn", "scopes": [{"scope": "media"}, {"scope": "legal", "state": "withdrawn"}]},
        {"state": "of_2031", "scopes": [{"scope": "opera", "state": "perhaps", "mood": "calm"}, {"conditions": "x"}]},
        {"state": {"absent": "declined"}, "scopes": {"absent": "unknown"}},
        {
            "state": "given",
            "scopes": [
                {"scope": "share_partner", "state": "given", "recipients": " Harbour Aid ", "tone": "low"},
                {"scope": "share_partner", "state": "refused", "recipients": {"absent": "declined"}},
                {"scope": "media", "state": {"absent": "unknown"}, "conditions": "a\n\nb"},
            ],
        },
    ],
)
def test_what_nobody_touched_stays_letter_for_letter(desk: Hand, nested: JSON) -> None:
    record = a_consent(desk, **nested)
    before = stands(desk, record)
    desk.say(desk.field("Until"), "2030")
    desk.keys("Ctrl+S")
    desk.until(lambda: "expires" in stands(desk, record))
    after = stands(desk, record)
    del after["expires"]
    assert after == before


def test_two_entries_for_one_use_are_both_shown_and_kept_when_another_use_is_ticked(desk: Hand) -> None:
    entries = [
        {"scope": "share_partner", "state": "given", "recipients": name} for name in ("Harbour Aid", "South Desk")
    ]
    record = a_consent(desk, state="given", scopes=entries)
    desk.until(lambda: len([one for one in desk.visible(QLineEdit) if one.accessibleName() == "Only to"]) == 2)
    QTest.keyClick(box(desk, MEDIA), Qt.Key.Key_Space)
    desk.keys("Ctrl+S")
    desk.until(lambda: len(stands(desk, record)["scopes"]) == 3)
    assert [one.get("recipients") for one in stands(desk, record)["scopes"].values()] == [
        "Harbour Aid",
        "South Desk",
        None,
    ]


def test_a_use_of_a_newer_program_is_shown_and_kept(desk: Hand) -> None:
    record = a_consent(desk, state="given", scopes=[{"scope": "opera_2031", "state": "given"}])
    desk.sees("opera_2031")
    QTest.keyClick(box(desk, MEDIA), Qt.Key.Key_Space)
    desk.keys("Ctrl+S")
    desk.until(lambda: len(stands(desk, record)["scopes"]) == 2)
    assert "opera_2031" in [one["scope"] for one in stands(desk, record)["scopes"].values()]


def test_an_entry_without_an_answer_of_its_own_shares_the_answer_above(desk: Hand) -> None:
    a_consent(desk, state="given", scopes=[{"scope": "media"}])
    assert box(desk, MEDIA).isChecked()
    desk.press("Their answer: Not asked")
    assert not box(desk, MEDIA).isChecked()


def test_taking_a_tick_away_takes_the_entry_away(desk: Hand) -> None:
    record = a_consent(desk, state="given", scopes=[{"scope": "media", "state": "given"}, {"scope": "legal"}])
    QTest.keyClick(box(desk, MEDIA), Qt.Key.Key_Space)
    desk.keys("Ctrl+S")
    desk.until(lambda: len(stands(desk, record)["scopes"]) == 1)


def test_ticking_again_brings_back_the_conditions_that_stood_there(desk: Hand) -> None:
    entry = {"scope": "media", "state": "given", "conditions": "Only after the trial"}
    record = a_consent(desk, state="given", scopes=[entry])
    before = stands(desk, record)
    for _ in range(2):
        QTest.keyClick(box(desk, MEDIA), Qt.Key.Key_Space)
    desk.sees("Only after the trial")
    desk.keys("Ctrl+S")
    desk.window.tools.go(Place("today"))
    assert stands(desk, record) == before


def test_f4_notes_a_no_to_one_use(desk: Hand) -> None:
    person = a_new_consent(desk)
    QTest.keyClick(box(desk, "Keep what they told"), Qt.Key.Key_Space)
    choose(desk, "Work with it in our own team", "They said no to this")
    desk.sees("Refused")
    desk.keys("Ctrl+S")
    desk.until(lambda: ask(desk, lambda ws: records.list_records(ws, "consent")).total == 1)
    assert ask(desk, lambda ws: consent.permits(ws, person, "internal", "", day_of(ws))).reason == "refused"


def test_f4_names_whom_alone_a_use_is_for(desk: Hand) -> None:
    person = a_new_consent(desk)
    choose(desk, PARTNER, "Only to some, or on conditions")
    desk.type_into("Only to", "Harbour Aid")
    desk.keys("Ctrl+S")
    desk.until(lambda: ask(desk, lambda ws: records.list_records(ws, "consent")).total == 1)
    assert ask(desk, lambda ws: consent.permits(ws, person, "share_partner", "Harbour Aid", day_of(ws))).allowed
    assert not ask(desk, lambda ws: consent.permits(ws, person, "share_partner", "South Desk", day_of(ws))).allowed


def test_tab_goes_from_a_box_into_what_belongs_to_it(desk: Hand) -> None:
    a_new_consent(desk)
    choose(desk, PARTNER, "Only to some, or on conditions")
    desk.wait_for(QLineEdit, "Only to")
    box(desk, PARTNER).setFocus()
    tab()
    assert QApplication.focusWidget() is desk.field("Only to")


def test_an_answer_that_is_none_of_the_buttons_has_one_of_its_own(desk: Hand) -> None:
    record = a_consent(desk, state="withdrawn")
    withdrawn = desk.wait_for(QAbstractButton, "Their answer: Withdrawn")
    assert withdrawn.isChecked()
    desk.press("Their answer: Yes")
    desk.press("Their answer: Withdrawn")
    assert stands(desk, record)["state"] == "withdrawn"


def test_ticks_beside_another_answer_than_yes_are_asked_about(desk: Hand) -> None:
    a_consent(desk, state="not_asked", scopes=[{"scope": "media", "state": "given"}])
    desk.sees("Uses are ticked and count as agreed to, though the answer is not yes.")


def test_an_unfinished_consent_comes_back_after_a_lock(desk: Hand) -> None:
    record = a_consent(desk, state="given", scopes=[{"scope": "legal", "state": "given"}])
    QTest.keyClick(box(desk, MEDIA), Qt.Key.Key_Space)
    desk.lock()
    desk.unlock(PASSPHRASE)
    desk.until(lambda: box(desk, MEDIA).isChecked())
    assert len(stands(desk, record)["scopes"]) == 1


GOVERNMENT = "Let UN experts name them to the Government"


def test_r_con_02_the_form_asks_the_question_of_the_un_word_for_word(desk: Hand) -> None:
    person = a_new_consent(desk)
    assert desk.reads(
        "Victim or representative aware and agrees that a letter with names and details goes to the Government / other "
        "actor [Yes/No]"
    )
    desk.press(f"{GOVERNMENT}: No")
    desk.press("Name them in public UN reports: Yes")
    desk.keys("Ctrl+S")
    desk.until(lambda: ask(desk, lambda ws: records.list_records(ws, "consent")).total == 1)
    to_gov, public = ask(
        desk, lambda ws: [consent.permits(ws, person, use, "", day_of(ws)) for use in ("un_to_gov", "un_public")]
    )
    assert (to_gov.reason, public.allowed) == ("refused", True)


def test_r_con_06_where_nobody_could_be_asked_only_marked_uses_can_be_ticked(desk: Hand) -> None:
    record = a_consent(desk, state="not_possible", reason="missing", scopes=[{"scope": "un_confidential"}])
    assert box(desk, "Give to UN experts in confidence").isChecked()
    assert not box(desk, MEDIA).isEnabled()
    desk.sees("This counts only once a second person approves it.")
    assert stands(desk, record)["state"] == "not_possible"


def test_all_somebody_agreed_to_is_one_press_away_from_a_consent(desk: Hand) -> None:
    a_consent(desk, state="given", scopes=[{"scope": "media", "recipients": "Harbour Radio"}])
    desk.press("All they agreed to")
    desk.sees("only to Harbour Radio")
    desk.sees("To be asked")


def test_r_con_01_an_export_for_a_purpose_says_who_is_left_out_and_why(desk: Hand) -> None:
    a_consent(desk, state="given", scopes=[{"scope": "un_confidential"}])
    desk.window.tools.go(Place("export"))
    desk.press("What it is for: For a purpose, without names")
    desk.type_into("They agreed to", MEDIA)
    QTest.keyClick(desk.field("They agreed to"), Qt.Key.Key_Return)
    desk.sees("Left out, since people did not agree or cannot have:")
    desk.sees("Not asked for this purpose")
    desk.sees("Codes stand in place of people; names and identities stay here.")


def test_a_testimony_says_only_what_they_agreed_to(desk: Hand) -> None:
    said = QuickTestimony("他们来了。", speaker=Pick(text="沈月"), consent="as_listed", scopes=("un_confidential",))
    told = ask(desk, lambda ws: quick.testimony_of(ws, record_testimony(ws, said)))
    assert told is not None
    desk.window.tools.go(Place("record", told, "testimony"))
    desk.sees("Agreed to: Keep what they told, Give to UN experts in confidence. To nothing else.")


def test_a_consent_that_has_run_out_is_asked_again_from_today_in_a_new_record_with_the_same_uses(desk: Hand) -> None:
    ended = {"edtf": "2026-01-31", "words": "2026-01-31", "calendar": "gregorian"}
    earlier = a_consent(desk, state="given", scopes=[{"scope": "media"}], expires=ended)
    before = stands(desk, earlier)
    desk.go("Today")
    desk.sees("Consent has run out: ask again")
    table = desk.wait_for(QTableWidget, "Consents running out, or to ask again")
    table.setFocus()
    table.setCurrentCell(0, 0)
    QTest.keyClick(table, Qt.Key.Key_Return)
    desk.sees("they agreed to: Give to journalists.")
    assert not box(desk, MEDIA).isChecked()
    desk.press("Their answer: Yes")
    assert box(desk, MEDIA).isChecked()
    desk.keys("Ctrl+S")
    person = before["person"]
    desk.until(lambda: ask(desk, lambda ws: consent.permits(ws, person, "media", "", day_of(ws))).allowed)
    assert stands(desk, earlier) == before


def test_r_con_04_a_consent_that_ran_out_says_since_when_and_leads_to_asking_again(desk: Hand) -> None:
    expires = {"edtf": "2021-03-08", "words": "8 March 2021", "calendar": "gregorian"}
    a_consent(desk, state="given", scopes=[{"scope": "media", "state": "given"}], expires=expires)
    desk.sees("This consent has run out: it held until 8 March 2021.")
    assert len([one for one in desk.visible(QAbstractButton) if called(one, "Ask again")]) == 1
    desk.press("Ask again")
    desk.sees("Asked again.")


def test_what_they_say_now_can_be_written_down_though_the_earlier_consent_cannot_be_read(desk: Hand) -> None:
    given = (("person", somebody(desk)), ("earlier", "0" * 64))
    desk.window.tools.go(Place("record", kind="consent", given=given))
    desk.until(lambda: bool(desk.window.notice))
    form = next(desk.visible(Form))
    assert form.isEnabled()
    desk.until(lambda: form.isAncestorOf(desk.caret() or desk.window))
