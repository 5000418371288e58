"""A written account is recorded whole in the window, by the words one sees, and nothing of it needs the shell."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QPlainTextEdit, QTableView

from desktop.casework import family, records
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.missing import missing
from tests.ui.asking import ask
from tests.ui.hand import Hand, commit
from tests.ui.test_pickers import picker, rows, write

ACCOUNT = Path(__file__).parents[2] / "resources" / "demo" / "account.en.txt"
CASE = "The school meals"
DEFENDER, TELLER, MOTHER, GIRL, BOY = "Lu Zhiyuan", "Lu Zhiyao", "Lu Guiyuan", "Xiaoman", "Xiaoshu"
BABY = ""  # nobody knows her name; what is typed is her code
CODE = re.compile(r"\w{4}-\w{4}")
AGREED = (
    "Keep what they told",
    "Keep who they really are",
    "Contact them again",
    "Give to UN experts in confidence",
    "Let UN experts name them to the Government",
)
NEWBORN = f"Daughter of {DEFENDER}"
KIN = ((TELLER, "younger sister"), (MOTHER, "mother"), (GIRL, "daughter"), (BOY, "son"), ("Xing Wanchuan", "lawyer"))


@dataclass(frozen=True)
class Actor:
    """Somebody who did it, as the account has them. called: what was heard; pressed: who leaned on them."""

    kind: str
    called: str = ""
    number: str = ""
    described: str = ""
    pressed: str = ""


@dataclass(frozen=True)
class Told:
    """One act. words: those of the account it is made of; kind: what one types to find what it is; as_said: when."""

    words: str
    harmed: str
    kind: str
    as_said: str
    actors: tuple[Actor, ...] = ()
    quoted: str = ""
    goes_on: str = ""  # when last confirmed
    over: str = ""  # since when
    nature: str = ""


HOSPITAL = Actor("hospital", described="The head of the ward", pressed="Yanpu police station")
ACTS = (
    Told(
        "six policemen came to her flat and took her away in her house shoes",
        DEFENDER,
        "criminal detention",
        "8 March 2021, at about nine in the evening",
        (Actor("local police", "deputy head He", "1"), Actor("local police", number="6")),
        "Is this what you want to die for?",
        goes_on="31 May 2024",
    ),
    Told("both were taken to the closed ward", GIRL, "closed ward", "9 March 2021", (HOSPITAL,), over="1 June 2024"),
    Told("both were taken to the closed ward", BOY, "mental hospital", "9 March 2021", over="the end of 2022"),
    Told(
        "he was given to a man in the county town",
        BOY,
        "given to a man",
        "Some time between December 2022 and February 2023",
        (Actor("proxy", "Uncle Ma"),),
        goes_on="2 March 2024",
    ),
    Told("She was taken away after eleven days", BABY, "newborn", "August 2021", goes_on="August 2023"),
    Told("nobody told her where her daughter was", MOTHER, "not notified", "9 March 2021", over="July 2022"),
    Told(
        "asked to see the children",
        TELLER,
        "visit refused",
        "12 June 2023",
        (Actor("civil affairs"),),
        "Orders from above",
    ),
    Told(
        "Two held her arms while her thumb was pressed on the paper",
        MOTHER,
        "thumbprint",
        "18 February 2024",
        (Actor("unknown", "Old Zhang", "4"),),
        "Sign, it is only a receipt",
    ),
    Told("I would lose my post if she did not", TELLER, "dismissal", "18 February 2024", nature="a threat"),
    Told("Xiaoman was gone from the ward", GIRL, "whereabouts", "1 June 2024", goes_on="10 March 2026"),
)


def paragraphs() -> list[str]:
    """What she said, as the two pages have it."""
    told = (one for one in ACCOUNT.read_text(encoding="utf-8").split("\n\n") if one.startswith('"'))
    return [one.strip('"').replace("\n", " ") for one in told]


def choose(hand: Hand, name: str, words: str) -> None:
    """Type and press Enter, as one does who knows what is in the list."""
    field = picker(hand, name)
    field.selectAll()
    hand.say(field, words)
    hand.until(lambda: bool(rows(hand)))
    QTest.keyClick(field, Qt.Key.Key_Return)
    hand.until(lambda: field.chosen is not None)


def open_row(hand: Hand, words: str) -> None:
    """Click a line of a list, and press Enter on it."""

    def clicked() -> bool:
        for table in hand.visible(QAbstractItemView):
            model = table.model()
            cells = (model.index(row, 0) for row in range(model.rowCount()))
            found = next((cell for cell in cells if words in str(cell.data() or "")), None)
            if found is not None and not table.property("navigation"):
                QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(found).center())
                return True
        return False

    hand.until(clicked)


def open_case(hand: Hand) -> None:
    hand.go("Cases")
    open_row(hand, CASE)
    hand.wait_for(QAbstractButton, "Add somebody")


def write_the_testimony(hand: Hand) -> None:
    """Her words whole, who she is, whose case it is, and exactly what she agreed to."""
    hand.keys("Ctrl+N")
    text = hand.wait_for(QPlainTextEdit, "The account, in their own words")
    for number, paragraph in enumerate(paragraphs()):
        if number:
            QTest.keyClick(text, Qt.Key.Key_Return)
        commit(text, paragraph)
    hand.type_into("Who is speaking", TELLER)
    hand.type_into("About whom", DEFENDER)
    QTest.keyClick(picker(hand, "About whom"), Qt.Key.Key_Return)
    hand.type_into("Which case", CASE)
    choose(hand, "What they agreed to", "As listed")
    for use in AGREED:
        hand.press(use)
    hand.keys("Ctrl+S")
    hand.sees("The testimony is kept.")
    hand.sees(f"Agreed to: {', '.join(AGREED)}. To nothing else.")


def name_the_family(hand: Hand) -> str:
    """Everybody with how they are related, the newborn last. Returns the code she is called by."""
    open_case(hand)
    hand.press("Add somebody")
    who = hand.wait_for(QLineEdit, "Who")
    for name, kin in KIN:
        hand.type_into("Who", name)
        choose(hand, "Relationship", kin)
        hand.press("Add")
        hand.until(lambda: who.text() == "")
    choose(hand, "Relationship", "daughter")
    hand.press("Add without a name")
    found: list[str] = []

    def called() -> bool:
        for table in hand.visible(QTableView):
            model = table.model()
            cells = range(model.columnCount())
            lines = ([str(model.index(row, at).data()) for at in cells] for row in range(model.rowCount()))
            found.extend(line[-1] for line in lines if line[0] == NEWBORN and CODE.fullmatch(line[-1]))
        return bool(found)

    hand.until(called)
    return found[0]


def make_an_act(hand: Hand, told: Told, baby: str) -> None:
    """Mark the words it stands on, and say what happened to whom, when, and who did it."""
    text = hand.wait_for(QPlainTextEdit, "In their own words 1")
    hand.until(lambda: told.words in text.toPlainText())
    text.setFocus()
    cursor, start = text.textCursor(), text.toPlainText().index(told.words)
    cursor.setPosition(start)
    cursor.setPosition(start + len(told.words), cursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    hand.press("Turn the marked words into an act")
    hand.until(lambda: hand.caret() is hand.named(QLineEdit, "Person harmed"))
    choose(hand, "Person harmed", told.harmed or baby)
    choose(hand, "What happened", told.kind)
    nature = picker(hand, "Nature")
    hand.until(lambda: nature.text() != "")  # proposed
    if told.nature:
        choose(hand, "Nature", told.nature)
    if told.quoted:
        hand.type_into("Words used", told.quoted)
    hand.type_into("Began", told.as_said)
    if told.over:
        hand.type_into("Ended", told.over)
    if told.goes_on:
        hand.press("It is over: No")
        hand.type_into("Last confirmed", told.goes_on)
    hand.keys("Ctrl+S")
    hand.wait_for(QAbstractButton, "History")
    for actor in told.actors:
        name_who_did_it(hand, actor)
    hand.press("Back")
    hand.wait_for(QPlainTextEdit, "In their own words 1")


def name_who_did_it(hand: Hand, actor: Actor) -> None:
    hand.press("Add who did it")
    for name, words in (
        ("How many people", actor.number),
        ("What they were called", actor.called),
        ("Description", actor.described),
    ):
        if words:
            hand.type_into(name, words)
    choose(hand, "Type", actor.kind)
    if actor.pressed:
        field = write(hand, "Pressured by", actor.pressed)
        QTest.keyClick(field, Qt.Key.Key_Return)
        hand.until(lambda: field.chosen is not None)
    hand.press("Add")
    hand.until(lambda: hand.named(QLineEdit, "What they were called") is None)


def note_consents(hand: Hand, baby: str) -> None:
    """The mother's, with its end and its limit; and the one she gave for the child who is too young to say."""
    open_case(hand)
    hand.press("Add a consent")
    choose(hand, "Person", MOTHER)
    hand.press("Keep what they told")
    hand.press("Work with it in our own team")
    hand.type_into("Until", "20 December 2026")
    hand.press("Conditions and limits")
    hand.type_into("Conditions", "Her village is never to be named.")
    hand.keys("Ctrl+S")
    hand.wait_for(QAbstractButton, "They withdrew this")
    open_case(hand)
    hand.press("Add a consent")
    choose(hand, "Person", baby[:6])
    hand.press("Give to UN experts in confidence")
    hand.press("Who answered, who asked")
    choose(hand, "Who answered", "guardian")
    choose(hand, "Who spoke for them", MOTHER)
    choose(hand, "The child's own wish", "too young")
    hand.type_into("Why it is in the child's best interests", "Only a search can bring her home.")
    hand.type_into("Second approval (code)", "R-02")
    hand.keys("Ctrl+S")
    hand.sees("This counts only once a second person approves it.")


def all_of(ws: Workspace, kind: str) -> list[dict[str, JSON]]:
    return [records.show(ws, row.id).nested for row in records.list_records(ws, kind).rows]


@pytest.mark.slow
def test_the_written_account_is_recorded_whole_in_the_window(desk: Hand) -> None:
    write_the_testimony(desk)
    baby = name_the_family(desk)
    desk.go("Testimonies")
    open_row(desk, "")
    for told in ACTS:
        make_an_act(desk, told, baby)
    note_consents(desk, baby)
    listed = ask(desk, lambda ws: records.list_records(ws, "person")).rows
    people = {row.id: row.code if row.title == NEWBORN else row.title for row in listed}
    acts = ask(desk, lambda ws: all_of(ws, "act"))
    assert Counter(people[act["victim"]] for act in acts) == Counter(told.harmed or baby for told in ACTS)
    assert len(acts) == 10
    assert len({act["victim"] for act in acts if people[act["victim"]] != DEFENDER}) == 5
    assert {people[act["because_of"]] for act in acts} == {DEFENDER}
    assert all(act["anchors"] and act["start"]["edtf"] for act in acts)
    assert [missing("act", act, "accept") for act in acts] == [[]] * len(ACTS)
    involved = ask(desk, lambda ws: all_of(ws, "involvement"))
    lacking = {lack.path for one in involved for lack in missing("involvement", one, "accept") if one.get("called")}
    assert "perpetrator" not in lacking
    assert {one.get("called") for one in involved} == {None, "deputy head He", "Uncle Ma", "Old Zhang"}
    assert sorted(one["number"] for one in involved if one.get("number")) == [1, 4, 6]
    (hospital,) = (one for one in involved if one.get("pressured_by"))
    assert (hospital["description"], hospital["degree"]) == ("The head of the ward", "pressured")
    (case,) = ask(desk, lambda ws: records.list_records(ws, "case")).rows
    members = {one.called: one.kinship for one in ask(desk, lambda ws: family.case_page(ws, case.id)).members}
    assert (members[NEWBORN], members[MOTHER], members["Xing Wanchuan"]) == ("Daughter", "Mother", "Lawyer")
    consents = {people[one["person"]]: one for one in ask(desk, lambda ws: all_of(ws, "consent"))}
    assert set(consents) == {TELLER, MOTHER, baby}
    assert consents[MOTHER]["expires"]["edtf"] == "2026-12-20"
    assert not ask(desk, lambda ws: ws.vault.drafts())
