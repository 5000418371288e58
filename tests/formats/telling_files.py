"""Small files of every kind with secrets in them, made as they are needed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import pikepdf
from pikepdf import Array, AttachedFileSpec, Dictionary, Name
from PIL import Image
from PIL.PngImagePlugin import PngInfo

AUTHOR = "Ou Yangmin"
PLACE = "39.90419, 116.40722"
SERIAL = "SN-4471"
XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="e" exif:GPSLatitude="39,54N">'
    b"<dc:creator><rdf:Seq><rdf:li>Ou Yangmin</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>"
)
_RELS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
_TYPES = 'xmlns="http://schemas.openxmlformats.org/package/2006/content-types"'
_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def camera_notes(orientation: int = 6) -> bytes:
    """What a telephone writes into a picture."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F], exif[0x013B] = orientation, "Huawei", AUTHOR
    exif[0x0132] = "2025:07:09 04:00:00"
    exif.get_ifd(0x8825).update({1: "N", 2: (39.0, 54.0, 15.1), 3: "E", 4: (116.0, 24.0, 26.0)})
    exif.get_ifd(0x8769)[0xA431] = SERIAL
    exif.get_ifd(0x8769)[0x927C] = b"maker" * 4
    return exif.tobytes()


def drawn(form: str, **options: object) -> bytes:
    """A picture of coloured noise, the same each time."""
    out = io.BytesIO()
    Image.linear_gradient("L").resize((60, 40)).convert("RGB").save(out, form, **options)
    return out.getvalue()


def geotagged() -> bytes:
    """A photograph of a telephone, with everything in it and something behind it."""
    return drawn("JPEG", exif=camera_notes(), xmp=XMP, comment=AUTHOR.encode(), icc_profile=b"x" * 200) + b"behind"


def png() -> bytes:
    """With texts of both kinds."""
    texts = PngInfo()
    texts.add_text("Author", AUTHOR)
    texts.add_itxt("XML:com.adobe.xmp", XMP.decode())
    return drawn("PNG", exif=camera_notes(), pnginfo=texts) + b"behind"


def pictures() -> Mapping[str, bytes]:
    """One of each format."""
    second = [Image.new("RGB", (60, 40))]
    return {
        "jpeg": geotagged(),
        "double": drawn("MPO", save_all=True, append_images=second),
        "png": png(),
        "webp": drawn("WEBP", exif=camera_notes(), xmp=XMP),
        "moving webp": drawn("WEBP", exif=camera_notes(), save_all=True, append_images=second),
        "gif": drawn("GIF", comment=AUTHOR.encode()),
        "tiff": drawn("TIFF", tiffinfo={270: "a gate", 315: AUTHOR, 306: "2025:07:09 04:00:00", 700: XMP}),
        "bmp": drawn("BMP") + b"behind",
    }


def pdf() -> bytes:
    """A page with a photograph and a note; an attachment and a program."""
    made = pikepdf.new()
    made.add_blank_page()
    made.docinfo["/Author"] = AUTHOR
    with made.open_metadata() as metadata:
        metadata["dc:creator"] = [AUTHOR]
    made.attachments["list.txt"] = AttachedFileSpec(made, b"the list", filename="list.txt")
    made.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")
    photo = made.make_stream(geotagged())
    photo.stream_dict = Dictionary(
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=60,
        Height=40,
        ColorSpace=Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=Name.DCTDecode,
    )
    page = made.pages[0]
    page.Resources = Dictionary(XObject=Dictionary(I=photo))
    page.Contents = made.make_stream(b"q 60 0 0 40 0 0 cm /I Do Q")
    page.PieceInfo = Dictionary(Illustrator=Dictionary(LastModified="D:20250709"))
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9], T=AUTHOR, Contents="look", M="D:20250709")
    page.Annots = made.make_indirect(Array([made.make_indirect(note)]))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, body in parts.items():
            made.writestr(name, body)
    return out.getvalue()


def docx(**more: str | bytes) -> bytes:
    """With properties, tracked changes, a comment, a template's path and a photograph. more: further parts."""
    return archive(
        {
            "[Content_Types].xml": f'<Types {_TYPES}><Override PartName="/docProps/core.xml" ContentType="b"/>'
            '<Override PartName="/word/document.xml" ContentType="c"/></Types>',
            "_rels/.rels": f'<Relationships {_RELS}><Relationship Id="1" Type="t" Target="word/document.xml"/>'
            '<Relationship Id="2" Type="t" Target="docProps/core.xml"/></Relationships>',
            "docProps/core.xml": f'<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>{AUTHOR}</dc:creator>'
            "</cp:coreProperties>",
            "docProps/app.xml": "<Properties><Company>Bureau 3</Company><Application>WPS</Application></Properties>",
            "word/_rels/settings.xml.rels": f'<Relationships {_RELS}><Relationship Id="1" Type="t" '
            f'Target="file:///C:/Users/{AUTHOR}/t.dotx" TargetMode="External"/></Relationships>',
            "word/document.xml": f'<w:document {_WORD} xmlns:w14="q" xmlns:mc="m" mc:Ignorable="w14"><w:p w:rsidR="0A">'
            f'<w:ins w:id="1" w:author="{AUTHOR}" w:date="2025-07-01T10:00:00Z"><w:r>'
            "<w:t>new &amp; </w:t></w:r></w:ins>"
            f'<w:del w:id="2" w:author="{AUTHOR}"><w:r><w:delText>struck</w:delText></w:r></w:del>'
            "<w:r><w:t>停电通知</w:t></w:r></w:p></w:document>",
            "word/comments.xml": f'<w:comments {_WORD}><w:comment w:id="0" w:author="{AUTHOR}" w:initials="OY"><w:p/>'
            "</w:comment></w:comments>",
            "word/media/image1.jpeg": geotagged(),
            **more,
        }
    )


def xlsx() -> bytes:
    """With who commented, where it was kept, and a printer."""
    return archive(
        {
            "[Content_Types].xml": f"<Types {_TYPES}/>",
            "xl/workbook.xml": f'<book xmlns:x15ac="x"><fileSharing userName="{AUTHOR}"/>'
            f'<x15ac:absPath url="C:/{AUTHOR}/"/></book>',
            "xl/comments1.xml": f"<comments><authors><author>{AUTHOR}</author></authors></comments>",
            "xl/printerSettings/printerSettings1.bin": b"HP",
            "xl/worksheets/sheet1.xml": '<sheet xmlns:r="r"><pageSetup r:id="rId1" paperSize="9"/></sheet>',
            "xl/worksheets/_rels/sheet1.xml.rels": f'<Relationships {_RELS}><Relationship Id="rId1" Type="p" '
            'Target="../printerSettings/printerSettings1.bin"/></Relationships>',
        }
    )


def odt() -> bytes:
    """With properties, an annotation, what was deleted, a printer and a small picture of the page."""
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": '<m:manifest xmlns:m="m"><m:file-entry m:full-path="meta.xml"/>'
            '<m:file-entry m:full-path="content.xml"/></m:manifest>',
            "meta.xml": f'<o:meta xmlns:o="o" xmlns:meta="m"><meta:initial-creator>{AUTHOR}'
            "</meta:initial-creator></o:meta>",
            "settings.xml": f'<a xmlns:config="c"><config:config-item config:name="PrinterName">HP of {AUTHOR}'
            "</config:config-item></a>",
            "Thumbnails/thumbnail.png": png(),
            "content.xml": '<o:document-content xmlns:o="o" xmlns:text="t" xmlns:dc="d"><o:annotation>'
            f"<dc:creator>{AUTHOR}</dc:creator><text:p>why?</text:p></o:annotation><text:tracked-changes>"
            "<text:p>struck</text:p></text:tracked-changes><text:p>停电通知</text:p></o:document-content>",
        }
    )


def of_every_kind() -> list[tuple[str, bytes]]:
    """Kind and file."""
    return [
        *(("picture", one) for one in pictures().values()),
        ("pdf", pdf()),
        ("office", docx()),
        ("office", xlsx()),
        ("office", odt()),
    ]
