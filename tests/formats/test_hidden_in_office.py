"""What office files keep that no page shows goes, or the file stays: wherever programs leave it by themselves."""

from __future__ import annotations

import io
import zipfile

import pytest

from desktop.formats.hidden import working
from tests.formats import telling_files as files

WHO = "Ou Yangmin"
WORD, SHEET, BOOK = "word/document.xml", "xl/worksheets/sheet1.xml", "xl/workbook.xml"
_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def document(part: str, inside: str) -> bytes:
    """One part; of an open document where that is its name."""
    if part == "content.xml":
        kind = "application/vnd.oasis.opendocument.text"
        return files.archive({"mimetype": kind, "content.xml": f'<o:body xmlns:o="o">{inside}</o:body>'})
    return files.archive({"[Content_Types].xml": _TYPES, part: f"<w:all {_WORD}>{inside}</w:all>"})


@pytest.mark.parametrize(
    ("part", "inside"),
    [
        (WORD, f'<wp:docPr id="1" name="Picture 1" descr="C:/Users/{WHO}/gate.jpg"/>'),
        (WORD, f'<pic:cNvPr id="1" name="{WHO} at the gate.jpg"/>'),
        (WORD, f'<v:imagedata o:title="{WHO}"/>'),
        (WORD, f'<w:fldSimple w:instr="INCLUDEPICTURE {WHO}.jpg"/>'),
        (WORD, f'<w:instrText>INCLUDEPICTURE "C:</w:instrText><w:instrText>Users {WHO}</w:instrText>'),
        (WORD, f"<w:instrText> ADDIN ZOTERO_ITEM {{{WHO}}}</w:instrText>"),
        (WORD, f'<w:sdtPr><w:alias w:val="{WHO}"/><w:tag w:val="{WHO}"/></w:sdtPr>'),
        (
            "word/_rels/settings.xml.rels",
            f'<Relationship Type="x/attachedTemplate" Target="https://a.example/{WHO}" TargetMode="External"/>',
        ),
        ("word/settings.xml", f'<w:mailMerge><w:connectString w:val="Source=C:/Users/{WHO}/a.xlsx"/></w:mailMerge>'),
        (SHEET, f'<scenario name="dry" user="{WHO}" comment="made by {WHO}"/>'),
        (BOOK, f'<customWorkbookViews><customWorkbookView name="{WHO}"/></customWorkbookViews>'),
        (BOOK, f"<definedName>'C:/Users/{WHO}/[a.xlsx]S'!A1</definedName>"),
        ("xl/comments1.xml", f"<authors><author>{WHO}</author></authors><comment><t>{WHO}:</t><t>why?</t></comment>"),
        ("xl/revisions/revisionLog1.xml", f"<rcc><oc><v>{WHO}</v></oc></rcc>"),
        ("ppt/changesInfos/changesInfo1.xml", f'<pc:chgData name="{WHO}"/>'),
        ("ppt/tags/tag1.xml", f'<p:tag name="A" val="{WHO}"/>'),
        ("content.xml", f"<loext:sender-initials>{WHO}</loext:sender-initials>"),
        ("content.xml", f"<ns0:creator>{WHO}</ns0:creator><ns0:date>{WHO}</ns0:date>"),
        ("content.xml", f'<draw:image xlink:href="../../{WHO}/gate.jpg"/>'),
        ("content.xml", f"<svg:title>{WHO}</svg:title><svg:desc>{WHO}</svg:desc>"),
    ],
)
def test_what_programs_note_beside_the_words_is_told_and_goes(part: str, inside: str) -> None:
    reads, cleans = working.load("office")
    data = document(part, inside)
    assert {one.group for one in reads(data)} & {"properties", "authors"}
    cleaned = working.prove(reads, cleans, data)
    assert cleaned is not None
    with zipfile.ZipFile(io.BytesIO(cleaned)) as opened:
        assert not any(WHO.encode() in opened.read(name) for name in opened.namelist())


@pytest.mark.parametrize(
    ("part", "inside", "told"),
    [
        (WORD, "<w:rPr><w:vanish/></w:rPr>", "unseen"),
        (WORD, '<w:rPr><w:highlight w:val="black"/></w:rPr>', "unseen"),
        ("content.xml", '<style:text-properties fo:background-color="#000000"/>', "unseen"),
        (WORD, '<a:srcRect l="0" r="21000"/>', "cropped"),
        (SHEET, '<row r="3" hidden="1"/>', "unseen"),
        (SHEET, '<col min="2" max="2" width="0" customWidth="1"/>', "unseen"),
        (BOOK, '<sheet name="list" state="veryHidden"/>', "unseen"),
        ("ppt/slides/slide1.xml", '<p:sld show="0"/>', "unseen"),
        ("xl/pivotCache/pivotCacheRecords1.xml", '<r><s v="a name"/></r>', "unseen"),
        ("xl/externalLinks/externalLink1.xml", "<v>a name</v>", "unseen"),
        ("xl/connections.xml", '<connection sourceFile="C:/a"/>', "unseen"),
        ("content.xml", '<text:section text:display="none"/>', "unseen"),
        ("content.xml", '<table:table-row table:visibility="collapse"/>', "unseen"),
        ("content.xml", '<style:graphic-properties fo:clip="rect(0cm, 1cm, 0cm, 0cm)"/>', "cropped"),
        ("word/fonts/list.ttf", "no typeface", "not_looked_into"),
    ],
)
def test_what_is_there_and_not_shown_is_told_and_the_file_stays(part: str, inside: str, told: str) -> None:
    reads, cleans = working.load("office")
    assert told in {one.name for one in reads(document(part, inside))}
    assert working.prove(reads, cleans, document(part, inside)) is None


@pytest.mark.parametrize(
    ("part", "inside"),
    [
        (WORD, '<a:srcRect/><a:srcRect l="0"/><w:vanish w:val="0"/><w:instrText> PAGE </w:instrText>'),
        (SHEET, '<row r="1" hidden="0"/>'),
        (BOOK, '<sheet name="a" state="visible"/><definedName hidden="1">S!$A$1</definedName>'),
        ("content.xml", '<text:date>4 July</text:date><style:graphic-properties fo:clip="rect(0cm, 0cm, 0cm, 0cm)"/>'),
    ],
)
def test_what_is_shown_stays_as_it_is(part: str, inside: str) -> None:
    reads, cleans = working.load("office")
    cleaned = working.prove(reads, cleans, document(part, inside))
    assert cleaned is not None
    with zipfile.ZipFile(io.BytesIO(cleaned)) as opened:
        words = opened.read(part).decode()
    assert all(one in words for one in ("PAGE", "S!$A$1", "4 July") if one in inside)
