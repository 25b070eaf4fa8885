"""Whatever the document of the API allows, and much that it does not, is answered as the document says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance
from tests.api.desks import server_of
from tests.record.questions.held import filled

from onrecord.desk.hooks import Hooks
from onrecord.desk.notes import Notes, Subject
from onrecord.desk.tokens import Tokens
from onrecord.desk.watches import Question, Watches
from onrecord.record import Record

EXAMPLES = 3
"""Calls that are made of each operation in each way."""
NOW = datetime(2026, 5, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Described:
    """An API as its own document describes it, somebody who may do everything there, and what its record holds."""

    schema: Any
    headers: dict[str, str]
    known: dict[str, str]


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Described]:
    """The API of a record in which there is something of everything."""
    with filled(tmp_path_factory.mktemp("described") / "record.db") as record:
        known = _furnished(record)
        secret = Tokens(record).add("A Tester", NOW, ["admin"]).secret
        schema = schemathesis.openapi.from_asgi(
            "/api/openapi.json", server_of(record), headers={"Authorization": f"Bearer {secret}"}
        )
        yield Described(schema, {"Authorization": f"Bearer {secret}"}, known)


def _furnished(record: Record) -> dict[str, str]:
    """Leaves notes, decisions, corrections and saved questions; ids of what there is, by what a path calls it."""
    claim, statement = "TTP talks", record.testimonies("TTP talks")[0].statement
    with record.review("A. Reviewer", NOW, "as the report has it") as review:
        review.judge_link(statement, claim, "confirm")
        review.correct_statement(statement, {"certainty": "possible"})
    left, right = (one.id for one in record.identities()[:2])
    record.judge(left, right, "different", "B. Reviewer", NOW)
    note = Notes(record).write(Subject("statement", statement), "see the second page", "A Tester", NOW)
    Notes(record).write(Subject("note", note.id), "so it is", "A. Reviewer", NOW)
    watches = Watches(record)
    watch = watches.add(Question("any-denial", words="talks"), "A Tester", NOW)
    watches.run(NOW)
    hook = Hooks(record).add(watch.id, "https://calls.example/", "A Tester", NOW).hook
    report = next(one.id for one in record.reports() if one.published == date(2011, 11, 16))
    found = {"claim": claim, "statement": statement, "report": report, "actor": left, "note": note.id}
    return found | {"watch": watch.id, "hook": hook.id}


def test_every_question_is_answered_as_it_is_described(described: Described) -> None:
    operations = [found.ok() for found in described.schema.get_all_operations()]
    asked = {"office": "spokesman", "person": "Malik", "words": "talks", "since": "2011-11-01", "kind": "statement",
             "id": described.known["statement"], "first": "A. Reviewer", "second": "B. Reviewer"}  # fmt: skip
    answered = 0
    for operation in operations:
        names = [one["name"] for one in operation.definition.raw.get("parameters", ()) if one["in"] == "path"]
        if operation.method != "get" or not set(names) <= set(described.known):
            continue
        needed = {one["name"]: asked[one["name"]] for one in operation.definition.raw.get("parameters", ())
                  if one["in"] == "query" and one.get("required")}  # fmt: skip
        path = {name: described.known[name] for name in names}
        response = operation.Case(path_parameters=path, query=needed, headers=described.headers).call()
        assert response.status_code == 200, (operation.label, response.text)
        operation.validate_response(response)
        answered += 1
    assert answered > 60


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["allowed", "not allowed"])
def test_every_operation_answers_as_it_is_described(described: Described, mode: GenerationMode) -> None:
    operations = [found.ok() for found in described.schema.get_all_operations()]
    wrong = mode is GenerationMode.NEGATIVE
    asked = [one for one in operations if not (wrong and _is_left_out(one))]
    statuses = [status for one in asked for status in _called(one, mode, described)]
    assert len(statuses) >= len(asked)
    assert 401 not in statuses
    assert wrong or statuses.count(200) > len(operations)


def _called(operation: Any, mode: GenerationMode, described: Described) -> list[int]:
    """Calls one operation some times, always in the same way; how it answered.

    What is written as it should be may be refused still, for what it asks of this record.
    """
    statuses: list[int] = []

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def call(case: Any) -> None:
        response = case.call(headers=described.headers)
        statuses.append(response.status_code)
        assert response.status_code != 500, case.as_curl_command()
        case.validate_response(response, excluded_checks=[positive_data_acceptance])

    call()
    return statuses


def _is_left_out(operation: Any) -> bool:
    """Whether an operation takes nothing that could be wrong, or what the page of the same table takes."""
    bare = not any(True for _ in operation.iter_parameters()) and not operation.body
    return bare or operation.path.endswith((".json", ".csv"))
