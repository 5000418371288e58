"""The page of a case: everything in it is shown, nothing in it runs or loads."""

from __future__ import annotations

import dataclasses
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.formats.dossier import Dossier, Fact, Item, Passage, Statement, case_html
from desktop.formats.dossier import Testimony as Account  # whose name pytest would take for a test's

HARMLESS = {
    "html", "head", "meta", "title", "style", "body", "header", "nav", "main", "section", "article", "h1", "h2", "h3",
    "p", "ul", "ol", "li", "a", "dl", "div", "dt", "dd", "span", "bdi",
}  # fmt: skip
HOSTILE = '"><script>alert(1)</script><img src="file:///etc/passwd" onerror=x><a href="javascript:x">\u202e\x00\x1b[2J'


class Page(HTMLParser):
    """What a browser would see of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.text += data


def dossier(word: str) -> Dossier:
    """A dossier with the same word in every place there is."""
    passage = Passage(word, word)
    item = Item(word, word, word, (Fact(word, word),), (passage,))
    statement = Statement(passage, passage, word)
    testimony = Account(word, word, word, (Fact(word, word),), (statement, Statement(passage)))
    lists = dict.fromkeys(("people", "acts", "consents", "interventions", "evidence", "sources"), (item,))
    return Dossier(word, word, (Fact(word, word),), (word,), (passage,), testimonies=(testimony,), **lists)


@pytest.mark.fault(25)
@pytest.mark.parametrize("language", ["en", "zh_Hans"])
def test_fault_25_hostile_words_in_every_place_stay_words(language: str) -> None:
    page = Page(case_html(dossier(HOSTILE), language))
    assert set(page.tags) <= HARMLESS
    assert page.text.count("<script>alert(1)</script>") >= 40
    assert {value for name, value in page.attributes if name in {"href", "src"}} == {
        f"#{section}"
        for section in (
            "summary", "people", "acts", "testimonies", "consents", "interventions", "evidence", "sources",
        )
    }  # fmt: skip
    assert not [name for name, _ in page.attributes if name.startswith("on") or name == "style"]


@pytest.mark.fault(25)
def test_fault_25_what_hides_or_turns_text_is_seen() -> None:
    html = case_html(dossier("a\u202egnp.exe\x1b"), "en")
    assert "\u202e" not in html
    assert "\x1b" not in html
    assert "a⟨U+202E⟩gnp.exe⟨U+001B⟩" in html


@pytest.mark.fault(25)
def test_fault_25_a_line_of_a_megabyte_is_shown() -> None:
    assert "x" * 1_000_000 in case_html(dataclasses.replace(dossier("a"), title="x" * 1_000_000), "en")


@given(st.text(max_size=40))
def test_any_word_is_read_back_from_the_page(word: str) -> None:
    quiet = re.sub(r"[^\w<>&\"' ]", "", word)
    assert quiet in Page(case_html(Dossier(title=quiet, code="7KQ2-M4XD"), "en")).text


def test_the_policy_allows_one_style_sheet_and_nothing_else() -> None:
    html = case_html(dossier("a"), "en")
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert style
    digest = b64encode(sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in html
    assert "<script" not in html


def test_nothing_is_loaded_from_anywhere() -> None:
    html = case_html(dossier("a"), "en")
    assert not re.search(r"https?:|url\(|@import|src=|<link|<iframe|<object", html)


def test_original_and_translation_stand_side_by_side() -> None:
    statement = Statement(Passage("他们昨天来了。", "zh-Hans"), Passage("They came yesterday.", "en"))
    html = case_html(Dossier("a", "b", testimonies=(Account("t", statements=(statement,)),)), "zh_Hans")
    assert '<div class="account two">' in html
    assert html.index("他们昨天来了。") < html.index("They came yesterday.")
    assert 'lang="zh-Hans">他们昨天来了。' in html


def test_acts_stand_in_the_order_given() -> None:
    acts = tuple(Item(title, when=when) for title, when in [("first", "2019"), ("second", "2020"), ("third", "")])
    text = Page(case_html(Dossier("a", "b", acts=acts), "en")).text
    assert text.index("first") < text.index("second") < text.index("third")
    assert "Date not known" in text


@pytest.mark.parametrize(("language", "word"), [("en", "Testimonies"), ("zh_Hans", "证言"), ("ug", "Testimonies")])
def test_headings_speak_the_readers_language(language: str, word: str) -> None:
    assert word in Page(case_html(dossier("a"), language)).text


def test_what_is_not_there_has_no_heading() -> None:
    text = Page(case_html(Dossier("title", "code"), "en")).text
    assert "Evidence" not in text
    assert "Contents" not in text
