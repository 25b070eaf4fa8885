from __future__ import annotations

import pytest

from onrecord.page.language import language_of

ENGLISH = """A spokesman for the government declined to comment. The army has denied holding any negotiations with the
militants in the region."""
SPANISH = """El presidente Santos confirmó que el Gobierno ha mantenido conversaciones exploratorias con las FARC para
buscar el fin del conflicto armado."""
RUSSIAN = """Представитель армии опроверг это сообщение и заявил, что никаких контактов с боевиками не было и не
планируется в ближайшее время, сообщает агентство."""
CHINESE = "塔利班指挥官证实与政府进行和平谈判。军方发言人否认了这一消息。政府发言人拒绝评论，称没有任何接触。"
NAMES = "Bajaur Mohmand Orakzai Khyber Kurram Waziristan Peshawar Islamabad Mehsud Malik Gilani Ehsan " * 2


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        (SPANISH, "es"),
        (RUSSIAN, "ru"),
        (CHINESE, "zh"),
        (NAMES, None),
        ("The army denied it.", None),
        ("12 34 56 78 " * 10, None),
        ("", None),
    ],
)
def test_language_is_told_only_where_it_is_plain(text: str, language: str | None) -> None:
    assert language_of(text) == language
