"""Finding in running words what tells who somebody is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.common_words import is_anybodys
from desktop.domain.telltales import Found, Telltale, Telltales, of_name, of_named, of_number, of_stranger
from tests.domain.ids import OTHER, PERSON

LATIN = tuple(of_name(PERSON, "Amélie Rose Okafor"))
CHINESE = tuple(of_name(PERSON, "欧阳秀兰"))
UYGHUR = tuple(of_name(PERSON, "阿依古丽·买买提"))
TELEPHONE = tuple(of_number(PERSON, "+86 139 0000 1234"))
SAID = st.text(alphabet="欧阳歐陽秀兰蘭 ·xiulanXI\n⟦ab-", max_size=24)


def left(known: tuple[Telltale, ...], words: str) -> str:
    """The words, with a star for everybody found in them."""
    return "".join(part if isinstance(part, str) else "*" for part in Telltales(known).parts(words))


@pytest.mark.parametrize(
    "written",
    [
        "欧阳秀兰",
        "歐陽秀蘭",
        "欧阳 秀兰",
        "欧阳·秀兰",
        "欧\u200b阳秀\u2060兰",
        "秀兰",
        "秀蘭",
        "Ouyang Xiulan",
        "OUYANG XIU-LAN",
        "Ōuyáng Xiùlán",
        "Xiulan Ouyang",
        "ouyangxiulan",
        "ｏｕｙａｎｇ ｘｉｕｌａｎ",
        "xiulan",
    ],
)
def test_a_chinese_name_is_found_however_it_is_written(written: str) -> None:
    assert left(CHINESE, f"那天{written}，来了") == "那天*，来了"


@pytest.mark.parametrize(
    "written",
    ["Amélie Rose Okafor", "amelie rose okafor", "OKAFOR", "Okafor Rose Amélie", "Rose", "Okafor-Rose-Amelie"],
)
def test_a_latin_name_is_found_however_it_is_written(written: str) -> None:
    assert left(LATIN, f"Then {written} came.") == "Then * came."


def test_a_transcribed_name_is_found_without_its_dot() -> None:
    assert left(UYGHUR, "阿依古丽买买提在家") == "*在家"


def test_a_text_may_end_in_a_name_with_which_a_longer_one_begins() -> None:
    assert left((*of_name(PERSON, "Jean"), *of_name(OTHER, "Jean-Luc")), "That was Jean") == "That was *"


@pytest.mark.parametrize("written", ["Li Na", "LI NA", "Lina", "Na Li"])
def test_a_name_of_two_signs_is_found_by_its_reading(written: str) -> None:
    assert left(tuple(of_name(PERSON, "李娜")), f"Then {written} came.") == "Then * came."


@pytest.mark.parametrize("written", ["阿依古丽", "买买提"])
def test_each_part_of_a_transcribed_name_is_found_alone(written: str) -> None:
    assert left(UYGHUR, f"那天{written}来了") == "那天*来了"


@pytest.mark.parametrize("written", ["林秀兰", "秀兰", "小兰花", "Lin Xiulan"])
def test_a_name_with_another_in_brackets_is_found_by_either(written: str) -> None:
    assert left(tuple(of_name(PERSON, "林秀兰（小兰花）")), f"那天{written}，来了") == "那天*，来了"


@pytest.mark.parametrize("written", ["བསྟན་འཛིན་རྒྱ་མཚོ", "བསྟན་འཛིན", "རྒྱ་མཚོ"])
def test_a_tibetan_name_is_found_whole_and_by_two_of_its_syllables(written: str) -> None:
    assert left(tuple(of_name(PERSON, "བསྟན་འཛིན་རྒྱ་མཚོ")), f"{written}་ལགས།") == "*་ལགས།"


def test_a_tibetan_text_keeps_the_syllables_a_name_is_made_of() -> None:
    said = "ང་ཚོའི་བསྟན་པ་ལ་བསམ་བློ་གཏོང་།"
    assert left(tuple(of_name(PERSON, "བསྟན་འཛིན")), said) == said


@pytest.mark.parametrize("words", ["a rose on the table", "Roses", "Okaforian times", "秀气的兰花", "欧阳"])
def test_words_that_only_look_alike_stay(words: str) -> None:
    assert left((*LATIN, *CHINESE), words) == words


def test_a_surname_of_one_sign_stays() -> None:
    assert left(tuple(of_name(PERSON, "陈卫")), "陈述，保卫") == "陈述，保卫"


@pytest.mark.parametrize(
    "written", ["+86 139 0000 1234", "0086-13900001234", "13900001234", "139-0000-1234", "１３９００００１２３４"]
)
def test_a_telephone_number_is_found_however_it_is_written(written: str) -> None:
    assert left(TELEPHONE, f"call {written}!").replace("+", "") == "call *!"


def test_a_number_kept_without_its_country_code_is_found_with_it() -> None:
    assert "1390000" not in left(tuple(of_number(PERSON, "139 0000 1234")), "+8613900001234")


def test_a_short_number_within_a_longer_one_stays() -> None:
    assert left(tuple(of_number(PERSON, "77341")), "in 2177341") == "in 2177341"


def test_a_year_is_no_number_of_anybody() -> None:
    assert left(tuple(of_number(PERSON, "2021")), "in 2021") == "in 2021"


def test_the_longer_of_two_names_is_found() -> None:
    names = (*of_name(PERSON, "林秀兰"), *of_name(OTHER, "秀兰芳"))
    (found,) = (part for part in Telltales(names).parts("林秀兰") if isinstance(part, Found))
    assert found.person == PERSON


def test_a_name_two_people_share_tells_of_neither() -> None:
    names = (Telltale("秀兰", PERSON), Telltale("秀兰", OTHER))
    assert list(Telltales(names).parts("秀兰")) == [Found(None, "秀兰")]


@given(SAID)
def test_words_of_nobody_come_back_as_they_are(words: str) -> None:
    assert "".join(str(part) for part in Telltales(()).parts(words)) == words


@given(SAID, SAID)
def test_no_name_is_ever_left_standing(before: str, after: str) -> None:
    assert "欧阳秀兰" not in left(CHINESE, f"{before}欧阳秀兰{after}")


@given(SAID)
def test_what_is_left_of_words_was_in_them(words: str) -> None:
    pieces = [part for part in Telltales(CHINESE).parts(words) if isinstance(part, str)]
    at = 0
    for piece in pieces:
        at = words.index(piece, at) + len(piece)
    assert at <= len(words)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("王秀兰", "秀兰"),
        ("王秀兰", "xiulan"),
        ("王秀兰", "Wang Xiulan"),
        ("Amélie Okafor", "Okafor"),
        ("白云", "白云"),
        ("阿依古丽·买买提", "阿依古丽"),
    ],
)
def test_a_strangers_name_is_found_whole_and_alone(name: str, written: str) -> None:
    assert left(tuple(of_stranger(name)), f"那天{written}，来了") == "那天*，来了"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("王建国", "建国以后"),
        ("Chen Xiaoling", "Officer Chen"),
        ("Grace May", "In May, by the grace of"),
        ("陈卫", "保卫"),
    ],
)
def test_a_common_word_is_no_strangers_name(name: str, words: str) -> None:
    assert left(tuple(of_stranger(name)), words) == words


def test_a_single_name_means_whoever_of_the_case_is_called_so() -> None:
    names = (*of_stranger("王秀兰"), *of_name(PERSON, "林秀兰"))
    assert list(Telltales(names).parts("秀兰")) == [Found(PERSON, "秀兰")]


@pytest.mark.parametrize("written", ["Amélie Okafor", "Okafor, Amelie", "Amélie"])
def test_the_whole_name_of_whoever_may_be_named_stays_though_a_part_of_it_is_anothers(written: str) -> None:
    names = (*of_named("Amélie Okafor"), *of_name(OTHER, "Rose Okafor"), *of_stranger("Amélie Dubois"))
    assert left(names, f"Then {written} came.") == f"Then {written} came."


@pytest.mark.parametrize("written", ["Okafor", "Rose Okafor", "Rose"])
def test_a_surname_that_is_anothers_too_does_not_stay_alone(written: str) -> None:
    names = (*of_named("Amélie Okafor"), *of_name(OTHER, "Rose Okafor"))
    assert left(names, f"Then {written} came.") == "Then * came."


def test_a_whole_name_that_is_anothers_too_does_not_stay() -> None:
    assert left((*of_named("林秀兰"), *of_name(OTHER, "林秀兰")), "林秀兰") == "*"


def test_a_name_that_stays_hides_none_that_begins_within_it() -> None:
    assert left((*of_named("高明"), *of_name(OTHER, "李明华")), "老高、明华，和高明来了") == "老高、*，和高明来了"
    assert left((*of_named("Hong Mei"), *of_name(OTHER, "Mei Ling Zhao")), "Hong, Mei Ling Zhao") == "Hong, *"


@pytest.mark.parametrize("said", ["我妈", "他们", "她", "my aunt", "the driver", "他妹妹", "老师"])
def test_what_may_be_said_of_anybody_is_told_from_what_one_is_called(said: str) -> None:
    assert is_anybodys(said, {"妹妹"})
    assert not is_anybodys("老三", {"妹妹"})


def test_what_is_learned_later_is_found_as_what_was_known_at_once() -> None:
    at_once, later = Telltales(CHINESE), Telltales()
    for one in CHINESE:
        later.learn([one])
    words = "林秀兰说，秀兰的儿子林远走了。"
    assert list(later.parts(words)) == list(at_once.parts(words))
