from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from tests.record.questions.held import filled
from tests.web.desks import client_of

from onrecord.errors import RecordUnusable
from onrecord.server import application, rounds


def test_a_round_that_fails_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "talks.db"
    filled(place).close()
    desk = application(place).state.desk
    made: list[int] = []

    def one_round(_: object) -> None:
        made.append(1)
        if len(made) == 1:
            raise RecordUnusable("the record is busy")

    monkeypatch.setattr(rounds, "one_round", one_round)

    async def served() -> None:
        async with rounds.rounds(desk, pause=0.01):
            for _ in range(200):
                await asyncio.sleep(0.01)
                if len(made) > 1:
                    return

    asyncio.run(served())
    assert len(made) > 1


def test_a_round_of_a_desk_without_questions_changes_nothing(tmp_path: Path) -> None:
    place = tmp_path / "talks.db"
    filled(place).close()
    app = application(place, user="A. Reader")
    with client_of(app) as client:
        before = client.get("/").text
        rounds.one_round(app.state.desk)
        assert client.get("/").text == before
