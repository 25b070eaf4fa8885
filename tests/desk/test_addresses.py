"""Which addresses a webhook may call."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from onrecord.desk.publicaddresses import address_to_call, addresses_of, checked_url, is_public, place_of
from onrecord.errors import UsageError

PRIVATE = (
    "fec0::1 3fff::1 5f00::1 192.0.0.192 192.88.99.1 127.0.0.1 127.8.8.8 0.0.0.0 10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1"
    " 100.100.100.200 192.0.0.1 192.0.2.1 198.18.0.1 198.51.100.7 203.0.113.9 224.0.0.1 240.0.0.1 255.255.255.255"
    " 168.63.129.16 :: ::1 fe80::1 fe80::1%eth0 fc00::1 fd00:ec2::254 ff02::1 2001:db8::1 ::ffff:127.0.0.1"
    " ::ffff:169.254.169.254 ::ffff:a00:1 64:ff9b::7f00:1 64:ff9b::a9fe:a9fe 2002:7f00:1:: 2002:a00:1::1"
    " 2001:0:4136:e378:8000:63bf:80ff:fffe localhost x 127.1 0x7f000001 2130706433"
).split()
PUBLIC = "1.1.1.1 8.8.8.8 93.184.215.14 2606:4700:4700::1111 ::ffff:8.8.8.8 64:ff9b::808:808".split()


@pytest.mark.parametrize("address", PRIVATE)
def test_addresses_that_not_anybody_may_reach(address: str) -> None:
    assert not is_public(address)
    with pytest.raises(UsageError, match="anybody on the internet"):
        address_to_call("desk.example.org", 443, lambda *_: [address], private=False)
    assert address_to_call("desk.example.org", 443, lambda *_: [address], private=True) == address


@pytest.mark.parametrize("address", PUBLIC)
def test_addresses_of_the_internet(address: str) -> None:
    assert is_public(address)
    assert address_to_call("desk.example.org", 443, lambda *_: [address], private=False) == address


def test_a_name_with_one_private_address_is_not_called() -> None:
    with pytest.raises(UsageError):
        address_to_call("desk.example.org", 443, lambda *_: ["8.8.8.8", "10.0.0.1"], private=False)
    with pytest.raises(OSError, match="no address"):
        address_to_call("desk.example.org", 443, lambda *_: [], private=False)


def test_an_address_in_place_of_a_name_is_looked_at_itself() -> None:
    def nothing(_host: str, _port: int) -> Sequence[str]:
        raise AssertionError

    with pytest.raises(UsageError):
        address_to_call("127.0.0.1", 443, nothing, private=False)
    assert address_to_call("8.8.8.8", 443, nothing, private=False) == "8.8.8.8"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "desk.example.org",
        "//desk.example.org/x",
        "https://",
        "https:///x",
        "ftp://desk.example.org/x",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://user@desk.example.org/x",
        "https://user:secret@desk.example.org/x",
        "https://desk.example.org/x#y",
        "https://desk.example.org:0/x",
        "https://desk.example.org:99999/x",
        "https://desk.example.org/\r\nX: y",
        "https://desk.example.org/a b",
        "https://dësk.example.org/x",
        "https://[::1/x",
        "https://desk.example.org/" + "x" * 2_000,
    ],
)
@pytest.mark.parametrize("private", [True, False])
def test_what_is_no_address_of_a_webhook(url: str, private: bool) -> None:
    with pytest.raises(UsageError):
        checked_url(url, private=private)


def test_only_https_and_only_the_internet_unless_a_setting_says_otherwise() -> None:
    for url in (
        "http://desk.example.org/x",
        "https://127.0.0.1/x",
        "https://[::1]/x",
        "https://169.254.169.254/latest",
    ):
        with pytest.raises(UsageError):
            checked_url(url, private=False)
        assert checked_url(url, private=True) == url
    assert checked_url(" https://desk.example.org/x?y=z ", private=False) == "https://desk.example.org/x?y=z"
    assert place_of("https://desk.example.org/x") == ("https", "desk.example.org", 443)
    assert place_of("http://desk.example.org:8080/") == ("http", "desk.example.org", 8080)


def test_names_are_looked_up_by_the_system() -> None:
    assert addresses_of("127.0.0.1", 80) == ["127.0.0.1"]
