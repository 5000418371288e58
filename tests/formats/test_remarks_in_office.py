"""What people remarked beside a text, and what was taken out of it, goes whole and not by name alone."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import pytest

from desktop.formats.hidden import working
from tests.formats import telling_files as files

SECRET = "she hides at the cousin's"
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_LINKS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'


def element(name: str, within: str) -> str:
    return f'<{name} xmlns:r="r">{within}</{name}>'


def links(*targets: tuple[str, str]) -> str:
    """A list of links, numbered. targets: type and place."""
    told = "".join(
        f'<Relationship Id="rId{at}" Type="o/{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if ":" in target else "/>")
        for at, (kind, target) in enumerate(targets)
    )
    return f"<Relationships {_LINKS}>{told}</Relationships>"


def word(**more: str) -> Mapping[str, str | bytes]:
    """A text with a remark, another part of it, and a picture and a link that were deleted from it."""
    return {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": links(("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": links(
            ("comments", "/word/remarks.xml"),
            ("image", "media/gone.jpeg"),
            ("image", "media/shown.jpeg"),
            ("hyperlink", f"mailto:{SECRET}"),
            ("glossaryDocument", "glossary/document.xml"),
        ),
        "word/glossary/document.xml": f"<w:glossaryDocument><w:t>{SECRET}</w:t></w:glossaryDocument>",
        "word/document.xml": '<w:document xmlns:w="w" xmlns:r="r"><w:p><w:commentRangeStart w:id="0"/><w:r><w:t>notice'
        '</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><a:blip r:embed="rId2"/>'
        '<w:del><w:hyperlink r:id="rId3"/><a:blip r:embed="rId1"/></w:del></w:p></w:document>',
        "word/remarks.xml": f'<w:comments xmlns:w="w"><w:comment w:id="0"><w:t>{SECRET}</w:t></w:comment></w:comments>',
        "word/_rels/remarks.xml.rels": links(("image", "media/in_remark.jpeg")),
        "word/media/gone.jpeg": files.drawn("JPEG"),
        "word/media/shown.jpeg": files.drawn("JPEG"),
        "word/media/in_remark.jpeg": files.drawn("JPEG"),
        **more,
    }


def table() -> Mapping[str, str | bytes]:
    """A sheet with a remark old and new, the frame around it, and what its maker wrote at a place of their own."""
    return {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": links(("officeDocument", "xl/workbook.xml"), ("core-properties", "props.psmdcp")),
        "props.psmdcp": f"<coreProperties><title>{SECRET}</title></coreProperties>",
        "xl/workbook.xml": "<workbook/>",
        "xl/_rels/workbook.xml.rels": links(("worksheet", "worksheets/sheet1.xml"), ("person", "persons/person.xml")),
        "xl/worksheets/sheet1.xml": element("worksheet", '<legacyDrawing r:id="rId1"/>'),
        "xl/worksheets/_rels/sheet1.xml.rels": links(
            ("comments", "../comments1.xml"),
            ("vmlDrawing", "../drawings/vmlDrawing1.vml"),
            ("threadedComment", "../threadedComments/threadedComment1.xml"),
        ),
        "xl/comments1.xml": f"<comments><commentList><comment><t>{SECRET}</t></comment></commentList></comments>",
        "xl/threadedComments/threadedComment1.xml": f"<ThreadedComments><t>{SECRET}</t></ThreadedComments>",
        "xl/persons/person.xml": f'<personList><person id="{SECRET}"/></personList>',
        "xl/drawings/vmlDrawing1.vml": f'<v:shape title="{SECRET}"><x:ClientData ObjectType="Note"/></v:shape>',
    }


def slides() -> Mapping[str, str | bytes]:
    """A slide with what the speaker noted under it."""
    return {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": links(("officeDocument", "ppt/slides/slide1.xml")),
        "ppt/slides/slide1.xml": "<p:sld/>",
        "ppt/slides/_rels/slide1.xml.rels": links(
            ("notesSlide", "../notesSlides/n.xml"), ("comments", "../comments/c.xml")
        ),
        "ppt/notesSlides/n.xml": f"<p:notes><a:t>{SECRET}</a:t></p:notes>",
        "ppt/notesSlides/_rels/n.xml.rels": links(("slide", "../slides/slide1.xml")),
        "ppt/comments/c.xml": f"<p188:cmLst><p188:cm><a:t>{SECRET}</a:t></p188:cm></p188:cmLst>",
    }


def open_text() -> Mapping[str, str | bytes]:
    """An open document with a remark and a picture nobody sees."""
    return {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:body><office:annotation><text:p>{SECRET}</text:p></office:annotation>"
        '<draw:image xlink:href="Pictures/shown.jpeg"/></office:body>',
        "Pictures/shown.jpeg": files.drawn("JPEG"),
        "Pictures/gone.jpeg": files.drawn("JPEG"),
    }


@pytest.mark.parametrize("parts", [word(), table(), slides(), open_text()])
def test_words_somebody_remarked_are_told_and_leave_the_file(parts: Mapping[str, str | bytes]) -> None:
    reads, cleans = working.load("office")
    data = files.archive(dict(parts))
    assert ("comment", "comment") in {(one.group, one.name) for one in reads(data)}
    cleaned = working.prove(reads, cleans, data)
    assert cleaned is not None
    with zipfile.ZipFile(io.BytesIO(cleaned)) as opened:
        names = opened.namelist()
        everything = b"".join(opened.read(name) for name in names)
    assert SECRET.encode() not in everything
    assert not any("gone" in name or "remark" in name for name in names)
    assert ("shown" in " ".join(names)) == any("shown" in name for name in parts)
    assert b"omment" not in everything
    assert b"legacyDrawing" not in everything


def test_a_table_laid_into_an_open_document_keeps_the_file_in() -> None:
    reads, cleans = working.load("office")
    inner = "<office:body><office:spreadsheet/></office:body>"
    shown = '<office:body><draw:object xlink:href="./Object 1"/></office:body>'
    data = files.archive({**open_text(), "content.xml": shown, "Object 1/content.xml": inner})
    assert ("not_looked_into", "Object 1/content.xml") in {(one.name, one.value) for one in reads(data)}
    assert working.prove(reads, cleans, data) is None


def test_a_part_to_which_nothing_leads_is_told_and_goes() -> None:
    reads, cleans = working.load("office")
    data = files.archive(dict(word(**{"word/aside.xml": f"<w:p>{SECRET}</w:p>"})))
    assert ("attachment", "word/aside.xml") in {(one.name, one.value) for one in reads(data)}
    cleaned = working.prove(reads, cleans, data)
    assert cleaned is not None
    assert "word/aside.xml" not in zipfile.ZipFile(io.BytesIO(cleaned)).namelist()
