"""Whose the things and the people are that an event hits, where the words name no body themselves."""

from __future__ import annotations

import pytest
from tests.reading.reports import reading

HIT = {
    "The FARC shot down a Russian helicopter near Bogotá, residents said.": ("shot down", ["Government of Russia"]),
    "The FARC said the Colombian army shelled its camps.": ("shelled", ["FARC"]),
    "The FARC attacked troops near Cali, the Colombian government said.": ("attacked", ["Colombia Army"]),
}


@pytest.mark.parametrize("text", HIT)
def test_what_is_hit_stands_for_its_owner(text: str) -> None:
    trigger, owners = HIT[text]
    found = reading(text)
    names = {a.id: a.name for a in found.actors}
    [event] = [e for e in found.events if e.trigger.text == trigger]
    assert [names[i] for i in event.recipients] == owners


def test_outsiders_are_nobodys() -> None:
    found = reading("The Colombian army said rebels killed an aid worker from Norway.")
    names = {a.id: a.name for a in found.actors}
    [event] = [e for e in found.events if e.trigger.text == "killed"]
    assert [names[i] for i in event.recipients] == ["aid worker"]
