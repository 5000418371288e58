"""How well what is typed fits what something is called."""

from __future__ import annotations

import pytest

from desktop.domain.fitting import Fit, above, fit, fitting_terms, may_be_pinyin, sounds
from desktop.domain.vocabulary import Vocabularies


@pytest.mark.parametrize(
    ("typed", "called", "how"),
    [
        ("wife", "Wife", Fit.EXACT),
        ("wife", "Wife's father", Fit.BEGINS),
        ("father", "Wife's father", Fit.WORD),
        ("ather", "Wife's father", Fit.INSIDE),
        ("husband", "Wife's father", None),
        ("姥爷", "外公 / 姥爷", Fit.ONE_OF),
        ("妻子", "配偶（丈夫/妻子）", Fit.ONE_OF),
        ("son", "Son/daughter-in-law", Fit.BEGINS),
        ("親", "父亲", Fit.INSIDE),
        ("ＷＩＦＥ", "Wife", Fit.EXACT),
        ("  elder   sister ", "Elder sister", Fit.EXACT),
        ("", "Wife", None),
    ],
)
def test_the_whole_is_better_than_its_beginning_and_that_than_the_rest(
    typed: str, called: str, how: Fit | None
) -> None:
    assert fit(typed, called) is how


@pytest.mark.parametrize(
    ("typed", "called", "how"),
    [
        ("qizi", "qīzi", Fit.BEGINS),
        ("qī zi", "qīzi", Fit.BEGINS),
        ("laoye", "wàigōng / lǎoye", Fit.BEGINS),
        ("juliu", "拘留", Fit.BEGINS),
        ("jl", "拘留", Fit.BEGINS),
        ("jul", "拘留", Fit.WORD),
        ("iu", "拘留", None),
        ("juliu", "行政拘留", Fit.INSIDE),
        ("拘", "拘留", None),
    ],
)
def test_latin_letters_fit_by_pinyin_and_initials(typed: str, called: str, how: Fit | None) -> None:
    assert sounds(typed, called) is how


def first(vocabularies: Vocabularies, name: str, typed: str, lang: str = "en") -> str:
    """The code of what is offered first."""
    return fitting_terms(vocabularies[name], typed, lang)[0][0].code


@pytest.mark.parametrize(
    ("typed", "lang", "code"),
    [
        ("wife", "en", "wife"),
        ("wife", "zh_Hans", "wife"),
        ("wi", "en", "wifes_father"),
        ("妻子", "zh_Hans", "wife"),
        ("妻子", "en", "wife"),
        ("qizi", "en", "wife"),
        ("father", "en", "father"),
        ("son", "en", "son"),
        ("岳母", "en", "wifes_mother"),
        ("wifes_mother", "zh_Hans", "wifes_mother"),
    ],
)
def test_a_word_of_kinship_typed_whole_comes_first(
    vocabularies: Vocabularies, typed: str, lang: str, code: str
) -> None:
    assert first(vocabularies, "kin_terms", typed, lang) == code


@pytest.mark.parametrize(
    ("name", "typed", "code"),
    [
        ("harassment_types", "E.04", "E.04"),
        ("harassment_types", "e.04", "E.04"),
        ("harassment_types", "e04", "E.04"),
        ("harassment_types", "E4", "E.04"),
        ("harassment_types", "e10", "E.10"),
        ("harassment_types", "拒發護照", "E.02"),
        ("harassment_types", "拒发护照", "E.02"),
        ("harassment_types", "jufahuzhao", "E.02"),
        ("harassment_types", "jù fā hù zhào", "E.02"),
        ("harassment_types", "jfhzhtxz", "E.02"),
        ("harassment_types", "tuixue", "A.07"),
        ("harassment_types", "huijian", "C.01"),
        ("harassment_types", "hecha", "B.01"),
        ("harassment_types", "biankong", "A.09"),
        ("harassment_types", "fired", "G.01"),
        ("harassment_types", "房东", "F.01"),
        ("harassment_types", "举报", "J.01"),
        ("harassment_types", "passp", "E.02"),
        ("harassment_types", "边控", "A.09"),
        ("harassment_types", "邊控", "A.09"),
        ("harassment_types", "监居", "B.05"),
        ("harassment_types", "停水", "F.02"),
        ("legal_norms", "crc 2", "CRC-2"),
        ("legal_norms", "CN-EEAL-12", "CN-EEAL-12"),
        ("legal_norms", "cneeal12", "CN-EEAL-12"),
        ("perpetrator_types", "kanshousuo", "STATE.DET"),
        ("kin_terms", "waigong", "maternal_grandfather"),
    ],
)
@pytest.mark.parametrize("lang", ["en", "zh_Hans", "zh_Hant"])
def test_a_term_is_found_by_any_label_its_code_and_its_pinyin(
    vocabularies: Vocabularies, name: str, typed: str, code: str, lang: str
) -> None:
    found = fitting_terms(vocabularies[name], typed, lang, by_sound=True)
    assert found[0][0].code == code


@pytest.mark.parametrize("lang", ["en", "zh_Hans"])
def test_every_label_typed_whole_is_offered_first(vocabularies: Vocabularies, lang: str) -> None:
    labels = [(name, term.label(lang)) for name in vocabularies for term in vocabularies[name] if term.pickable]
    others = [one for one in labels if fitting_terms(vocabularies[one[0]], one[1], lang)[0][0].label(lang) != one[1]]
    assert others == []


def test_of_two_that_fit_alike_the_label_of_the_window_comes_before_other_languages(vocabularies: Vocabularies) -> None:
    terms = fitting_terms(vocabularies["kin_terms"], "mother", "en")
    assert [term.code for term, _ in terms][:3] == ["mother", "mothers_brother", "mothers_brothers_wife"]


def test_what_a_term_belongs_to_leads_to_it_last(vocabularies: Vocabularies) -> None:
    terms = fitting_terms(vocabularies["kin_terms"], "spouse", "en", also=lambda term: term.more["relationship"])
    assert [term.code for term, _ in terms] == ["husband", "wife", "former_husband", "former_wife"]


@pytest.mark.parametrize(
    ("typed", "family"), [("livelihood", "G"), ("生计", "G"), ("監視、抹黑", "I"), ("children", "A")]
)
def test_what_a_family_of_types_is_called_leads_to_all_of_it_last(
    vocabularies: Vocabularies, typed: str, family: str
) -> None:
    acts = vocabularies["harassment_types"]
    found = [term.code for term, _ in fitting_terms(acts, typed, "en", also=lambda term: above(acts, term))]
    leaves = [term.code for term in acts if term.parent == family]
    assert found[-len(leaves) :] == leaves


def test_groups_are_not_offered(vocabularies: Vocabularies) -> None:
    acts = vocabularies["harassment_types"]
    assert any(term.group for term in acts)
    assert not any(term.group for term, _ in fitting_terms(acts, "", "en"))


def test_pinyin_is_worked_out_only_where_the_list_has_none(vocabularies: Vocabularies) -> None:
    assert not may_be_pinyin(vocabularies["kin_terms"], "qizi")
    assert may_be_pinyin(vocabularies["relationships"], "peiou")
    assert not may_be_pinyin(vocabularies["relationships"], "配偶")


def test_a_term_is_found_by_the_pinyin_of_its_chinese_label(vocabularies: Vocabularies) -> None:
    assert fitting_terms(vocabularies["relationships"], "peiou", "en") == []
    found = fitting_terms(vocabularies["relationships"], "peiou", "en", by_sound=True)
    assert [term.code for term, _ in found] == ["spouse"]
