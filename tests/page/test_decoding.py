from __future__ import annotations

from typing import Literal

import pytest

from onrecord.errors import Empty, NotText
from onrecord.page.charset import guessed_encoding
from onrecord.page.decoding import decoded

RUSSIAN = "Командир пакистанских талибов подтвердил переговоры."
FRENCH = "Le président a confirmé les négociations. L’armée a nié."

SHORT_TEXTS = [
    ("cp1251", RUSSIAN),
    ("cp1251", "Переговоры"),
    ("cp1251", "Талибан подтвердил переговоры."),
    ("cp1251", "ТАЛИБАН ПОДТВЕРДИЛ ПЕРЕГОВОРЫ"),
    ("cp1251", "Речник президента спростував переговори з бойовиками."),
    ("cp1251", "Говорителят на армията отрече съобщенията за преговори."),
    ("koi8_r", "Талибан подтвердил переговоры."),
    ("cp866", RUSSIAN),
    ("cp1252", FRENCH),
    ("cp1252", "Café talks"),
    ("cp1252", "El presidente confirmó “conversaciones exploratorias” – según él."),
    ("cp1252", "The army “denied” it – the group’s spokesman said…"),
    ("cp1252", "O presidente disse que não há negociações."),
    ("cp1252", "Die Regierung bestätigte Gespräche über ein Ende der Kämpfe."),
    ("cp1252", "Forsætisráðherra neitaði því að viðræður hefðu farið fram."),
    ("cp1254", "Hükümet sözcüsü görüşmeleri doğrulamadı; örgüt ise açıklama yapmadı."),
    ("cp1256", "أكد قائد في حركة طالبان الباكستانية إجراء محادثات سلام مع الحكومة"),
    ("cp1255", "דובר הצבא הכחיש את הדיווחים על שיחות שלום"),
    ("cp1253", "Ο εκπρόσωπος της κυβέρνησης διέψευσε τις συνομιλίες"),
    ("cp932", "タリバン司令官は政府との和平交渉を確認した。軍の報道官は否定した。"),
    ("gb18030", "塔利班指挥官证实与政府进行和平谈判。军方发言人否认了这一消息。"),
    ("cp949", "탈레반 지휘관은 정부와의 평화 협상을 확인했다. 군 대변인은 이를 부인했다."),
]


@pytest.mark.parametrize(("encoding", "text"), SHORT_TEXTS)
def test_short_text_that_does_not_say_its_encoding(encoding: str, text: str) -> None:
    assert decoded(text.encode(encoding), "text") == text


@pytest.mark.parametrize(("encoding", "text"), SHORT_TEXTS)
def test_markup_around_it_does_not_mislead(encoding: str, text: str) -> None:
    page = (
        f'<html><body><div class="story-body"><p>{text}</p></div><footer>All rights reserved</footer></body></html>'
    )
    assert decoded(page.encode(encoding), "html") == page


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("media", ["text", "html"])
def test_unicode_is_known_by_its_mark_or_its_bytes(encoding: str, media: Literal["text", "html"]) -> None:
    text = "<p>The army denied “talks” with the Taliban in Waziristan, officials said.</p>"
    assert decoded(text.encode(encoding), media) == text


@pytest.mark.parametrize(
    ("declaration", "encoding"),
    [
        ('<meta charset="windows-1250">', "cp1250"),
        ("<meta http-equiv=Content-Type content='text/html; charset=iso-8859-2'>", "iso8859-2"),
        ('<?xml version="1.0" encoding="iso-8859-2"?>', "iso8859-2"),
        ('<META CHARSET="ISO-8859-13">', "iso8859-13"),
    ],
)
def test_declared_encoding_decides_where_bytes_do_not(declaration: str, encoding: str) -> None:
    page = declaration + "<p>Žižkov šel</p>"
    assert decoded(page.encode(encoding), "html") == page


@pytest.mark.parametrize("name", ["iso-8859-1", "latin1", "us-ascii", "windows-1252"])
def test_declared_latin_is_read_as_browsers_read_it(name: str) -> None:
    page = f'<meta charset="{name}"><p>The group’s “talks”</p>'
    assert decoded(page.encode("cp1252"), "html") == page


@pytest.mark.parametrize("name", ["iso-8859-1", "utf-8", "windows-1252", "nonsense", "base64", "unicode_escape"])
def test_declaration_that_cannot_be_right_is_not_believed(name: str) -> None:
    page = f'<meta charset="{name}"><p>{RUSSIAN}</p>'
    assert decoded(page.encode("cp1251"), "html") == page
    assert decoded(page.encode("utf-8"), "html") == page


def test_escaped_japanese_is_not_taken_for_ascii() -> None:
    page = '<meta charset="iso-2022-jp"><p>軍は否定した</p>'
    assert decoded(page.encode("iso2022_jp"), "html") == page


def test_declaration_counts_in_pages_only() -> None:
    text = '<meta charset="koi8-r"> is what the page said, о переговорах сообщили вчера.'
    assert decoded(text.encode("cp1251"), "text") == text


def test_line_ends_become_newlines() -> None:
    assert decoded(b"one\r\ntwo\rthree\n\r\nfour", "text") == "one\ntwo\nthree\n\nfour"
    assert decoded("one\r\ntwo", "text") == "one\ntwo"


def test_nothing_is_lost_unseen() -> None:
    assert decoded(b"a\0b", "text") == "a\ufffdb"
    assert decoded("a\0b\ud800c", "text") == "a\ufffdb\ufffdc"
    assert decoded("\ufeffabc", "text") == "abc"


def test_a_few_foreign_bytes_in_utf8_show_as_replacement_characters() -> None:
    data = FRENCH.encode() * 3 + b" caf\xe9"
    assert decoded(data, "text") == FRENCH * 3 + " caf\ufffd"


def test_utf8_that_is_cut_off_stays_utf8() -> None:
    assert decoded("Négociations terminé".encode()[:-1], "text") == "Négociations termin\ufffd"


def test_many_bytes_that_make_no_words_are_not_text() -> None:
    with pytest.raises(NotText):
        decoded(bytes(range(0x80, 0xA0)) * 200, "text")


@pytest.mark.parametrize("data", [b"", b" \r\n ", "", "\ufeff ", b"\xff\xfe \x00"])
def test_white_space_alone_is_empty(data: bytes | str) -> None:
    with pytest.raises(Empty):
        decoded(data, "text")


def test_ascii_needs_no_guessing() -> None:
    assert guessed_encoding(b"The army denied it.") == "cp1252"
