"""Every screen, light and dark, English and Chinese: `python -m tests.screenshots FOLDER`."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from desktop import app
from desktop.casework import backing_up, evidence, family, quick, records, submission
from desktop.casework.from_account import Words
from desktop.casework.people import Pick
from desktop.casework.quick import QuickTestimony
from desktop.casework.workspace import Workspace
from desktop.ui.act_from_words import leading_to
from desktop.ui.entry import TextField
from desktop.ui.layout import lay_out_all
from desktop.ui.no_settings import keep_no_settings
from desktop.ui.place import Place
from desktop.ui.record_form import RecordForm
from desktop.ui.safekeeping.key_paper import RecoveryKey
from desktop.ui.theme import STYLE
from desktop.ui.viewer import Viewer
from desktop.ui.window import Window
from tests import screens_of_exchange, screens_of_safekeeping

T = TypeVar("T")
PASSPHRASE = "seven quiet lamps under water"
SIZE = (1280, 820)
SECONDS = 60.0
ACCOUNT = """2015年7月9日凌晨四点左右，国保从家里带走了我的丈夫。他们没有出示任何证件，只说“跟我们走一趟”。
孩子被吵醒了，一直在哭。他们把电脑和手机都拿走了，门口留了两个人。
第二天早上学校打来电话，说孩子不能再来上课了。老师说这是上面的意思，她也没有办法。"""
TRANSLATION = """Around four in the morning on 9 July 2015 State Security took my husband from our home. They showed \
no papers, they only said: come with us.
The child woke up and would not stop crying. They took the computer and the telephones and left two men at the door.
The next morning the school rang to say that the child could not come back. The teacher said it came from above and \
there was nothing she could do."""
BEGUN = "昨天晚上房东来说，水电要停了，让我们月底以前搬走。他说他也不愿意，是派出所找了他三次。"


@dataclass(frozen=True)
class Told:
    """The records the pictures are taken of."""

    case: str
    testimony: str
    act: str
    wife: str
    evidence: str
    form: str


class Studio:
    """A window, and someone who waits until it is quiet before taking a picture."""

    def __init__(self, application: QApplication, out: Path) -> None:
        self.window: Window = app.build(application, work_factor=6)
        self.window.resize(*SIZE)
        self._out = out
        self.look = "light-en"

    def until(self, seen: Callable[[], bool]) -> None:
        """Run the window until something is so."""
        end = time.monotonic() + SECONDS
        while not seen():
            if time.monotonic() > end:
                raise TimeoutError
            QCoreApplication.processEvents()
            time.sleep(0.002)

    def ask(self, action: Callable[[Workspace], T]) -> T:
        """Run an action in the vault's thread."""
        answers: list[T] = []
        self.window.tools.worker.submit(action, answers.append, owner=self.window)
        self.until(lambda: bool(answers))
        return answers[0]

    def show(self, name: str, place: Place) -> None:
        """Go somewhere and take a picture."""
        self.window.tools.go(Place("passphrase"))  # so that a page shown already is built anew
        self.window.tools.go(place)
        self.quiet()
        self.take(name)

    def quiet(self) -> None:
        """Let all that was asked be answered, and what follows from it."""
        for _ in range(4):
            self.ask(lambda _ws: True)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def take(self, name: str) -> None:
        """A picture of what is shown once all of it came; as before each painting of the window, all has its place."""
        self.until(lambda: not any(page.building for page in self.window.findChildren(RecordForm) if page.isVisible()))
        for _ in range(3):
            QCoreApplication.processEvents()
        lay_out_all()
        self.window.grab().save(str(self._out / f"{name}-{self.look}.png"))

    def wear(self, theme: str, language: str) -> None:
        """Another look from now on."""
        self.look = f"{theme}-{'zh' if language.startswith('zh') else 'en'}"
        self.window.tools.theme.choose(theme)
        self.window.tools.language.choose(language)
        if self.window.desk is not None:
            self.window.tools.worker.look_otherwise(lambda ws: ws.speaking(language))


def tell_of(ws: Workspace, folder: Path) -> Told:
    """A family nobody knows, made of words that were told often."""
    said = QuickTestimony(ACCOUNT, "zh-Hans", Pick(text="沈月"), (Pick(text="韩松"),), Pick(text="七月案"), "our_team")
    changes = quick.record_testimony(ws, said)
    testimony = quick.testimony_of(ws, changes) or ""
    item = next(iter(records.show(ws, testimony).nested["statements"]))
    records.edit(ws, testimony, {"statements": {item: {"translation": TRANSLATION, "basis": "first_hand"}}})
    case = records.list_records(ws, "case").rows[0].id
    people = {one.title: one.id for one in records.list_records(ws, "person").rows}
    husband, wife = people["韩松"], people["沈月"]
    family.add_relative(ws, Pick(record=wife), of=husband, relationship="spouse", kin_term="wife")
    son = family.add_relative(ws, Pick(text="韩小雨"), of=husband, relationship="child", kin_term="son").created[0]
    records.edit(ws, son, {"minor": True})
    records.edit(ws, husband, {"status": "held"})
    act = _acts(ws, case, husband, wife, son)
    for number, name in enumerate(("林清河", "Aynur Test", "多吉 测试", "周望山")):
        words = f"这是第{number + 1}份证词，讲述人请求不要公开。"
        quick.record_testimony(ws, QuickTestimony(words, speaker=Pick(text=name)))
    note = folder / "notes.txt"
    note.write_text("七月九日 凌晨四点 门口两个人，灰色面包车。\n", encoding="utf-8")
    kept = evidence.attach(ws, case, note).created[0]
    (form,) = submission.start(ws, "SP_SUBMISSION", case, [wife, husband]).created
    return Told(case, testimony, act, wife, kept, form)


def _acts(ws: Workspace, case: str, husband: str, wife: str, son: str) -> str:
    told = (
        ("B.04", husband, "self", "2015-07-09", "2015年7月9日凌晨"),
        ("A.06", son, "child", "2015-07-10", "2015年7月10日"),
        ("E.01", wife, "spouse", "2016-03", "2016年3月"),
        ("F.03", wife, "spouse", "2017-05", "2017年5月"),
    )
    made = []
    for type_, victim, relationship, edtf, words in told:
        date = {"edtf": edtf, "words": words, "calendar": "gregorian"}
        nested = {
            "type": type_,
            "victim": victim,
            "because_of": husband,
            "relationship": relationship,
            "start": date,
            "narrative": ACCOUNT.splitlines()[0],
        }
        made.append(family.add_act(ws, case, nested).created[0])
    return made[0]


def before_unlocking(studio: screens_of_exchange.Studio) -> None:
    """Welcome, a new vault, a locked one."""
    studio.window.door.welcome()
    studio.take("welcome")
    studio.window.door.create()
    studio.take("create")
    studio.window.door.ask(Path("/media/stick/letters"))
    studio.take("unlock")
    screens_of_safekeeping.before_unlocking(studio)


def inside(studio: screens_of_exchange.Studio, told: Told) -> None:
    """Every room, and every kind of record in it."""
    studio.show("today", Place("today"))
    studio.show("quick", Place("testimony/new"))
    writing = studio.window.findChild(TextField)
    assert isinstance(writing, TextField)
    writing.setPlainText(BEGUN)
    studio.take("quick-begun")
    writing.clear()
    studio.show("cases", Place("cases", told.case))
    studio.show("case", Place("record", told.case, "case"))
    studio.show("timeline", Place("timeline", told.case, "case"))
    studio.show("states", Place("states"))
    studio.show("people", Place("people", told.wife))
    studio.show("testimony", Place("testimonies", told.testimony))
    studio.show("testimony-alone", Place("record", told.testimony, "testimony"))
    studio.show("act", Place("record", told.act, "act"))
    item = next(iter(studio.ask(lambda ws: records.show(ws, told.testimony).nested["statements"])))
    studio.show("act-from-words", leading_to(Words(told.testimony, item, 0, 12)))
    studio.show("new-person", Place("record", kind="person"))
    studio.show("new-consent", Place("record", kind="consent"))
    consent = studio.ask(lambda ws: records.list_records(ws, "consent")).rows[0].id
    studio.show("consent", Place("record", consent, "consent"))
    studio.show("withdraw", Place("withdraw", consent, "consent"))
    studio.show("attach", Place("record", kind="evidence"))
    studio.show("evidence", Place("evidence", told.evidence))
    viewer = studio.window.findChild(Viewer)
    assert isinstance(viewer, Viewer)
    viewer.wanted.emit()
    studio.quiet()
    studio.take("evidence-shown")
    for room in ("search", "import", "contacts", "contacts/add", "receive", "conflicts", "settings", "passphrase"):
        studio.show(room.replace("/", "-"), Place(room))
    studio.show("reports", Place("reports"))
    studio.show("form-new", Place("form/new", told.case, "case"))
    studio.show("form", Place("form", told.form, "submission"))
    studio.show("table", Place("report", given=(("report", "takeaways"),)))
    for room in ("handoff", "history", "erase"):
        studio.show(room, Place(room, told.case, "case"))
    for room in ("verify", "export"):
        studio.show(room, Place(room))


def main(out: Path) -> None:
    """Make a vault, take every picture in every look."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["JIASHU_HOME"] = os.environ["HOME"] = str(folder)
        keep_no_settings()
        application = QApplication.instance() or QApplication([*sys.argv[:1], *STYLE])
        assert isinstance(application, QApplication)
        studio = Studio(application, out)
        window = studio.window
        window.show()
        looks = [(theme, language) for theme in ("light", "dark") for language in ("en", "zh_Hans")]
        for theme, language in looks:
            studio.wear(theme, language)
            before_unlocking(studio)
        studio.wear("light", "en")
        window.door.way_in.make(folder / "letters", PASSPHRASE)
        studio.until(lambda: window.findChild(RecoveryKey) is not None)
        for theme, language in looks:
            studio.wear(theme, language)
            studio.take("recovery")
        key = window.findChild(RecoveryKey)
        assert isinstance(key, RecoveryKey)
        key.written_down.emit()
        studio.until(lambda: window.desk is not None)
        told = studio.ask(lambda ws: tell_of(ws, folder))
        for theme, language in looks:
            studio.wear(theme, language)
            inside(studio, told)
        made = screens_of_exchange.prepare(studio, told.case, told.testimony, folder)
        for theme, language in looks:
            studio.wear(theme, language)
            screens_of_exchange.exchange(studio, made)
        screens_of_exchange.take_in(studio, made)
        for theme, language in looks:
            studio.wear(theme, language)
            screens_of_exchange.contradictions(studio, made)
        kept = screens_of_safekeeping.prepare(studio, PASSPHRASE, folder)
        for theme, language in looks:
            studio.wear(theme, language)
            screens_of_safekeeping.keeping(studio, kept)
            screens_of_safekeeping.own_passphrase(studio)
            screens_of_safekeeping.with_key_file(studio, kept, folder)
        studio.ask(lambda ws: backing_up.back_up(ws, kept.backup))
        with_locked: list[bool] = []
        window.locked.connect(lambda: with_locked.append(True))
        window.lock()
        studio.until(lambda: bool(with_locked))
        for theme, language in looks:
            studio.wear(theme, language)
            screens_of_safekeeping.after_locking(studio, kept, folder / "letters", folder)
        window.tools.worker.stop()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "build/screenshots"))
