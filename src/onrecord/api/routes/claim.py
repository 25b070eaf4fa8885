"""Everything on one claim."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter
from starlette.responses import Response

from onrecord.api import answers
from onrecord.api.asking import Reading
from onrecord.api.documented import answered, text
from onrecord.api.meant import claim_meant
from onrecord.api.parameters import (
    AsOf,
    ClaimPath,
    KnownAt,
)
from onrecord.api.sending import json_response
from onrecord.api.shapes import catalogue
from onrecord.api.tabled import Tabled, table_routes
from onrecord.contract import standing_json, summary_json
from onrecord.model import ClaimSummary, Standing, Testimony
from onrecord.record.board import claims_called, summary
from onrecord.record.choosing import chosen
from onrecord.record.questions.brief import Brief
from onrecord.record.testimonies import told_on
from onrecord.record.vantage import Vantage

router = APIRouter(tags=["claims"])
_LINKS = Tabled(answers.LinkLine, lambda line: line.id, answers.link_json)
_TESTIMONIES = Tabled(Testimony, lambda one: one.statement)


@router.get(
    "/claims/{claim}",
    operation_id="claim",
    response_class=Response,
    responses=answered(catalogue.object_of(ClaimSummary), "The claim."),
)
def claim_summary(ask: Reading, claim: ClaimPath, as_of: AsOf = None, known_at: KnownAt = None) -> Response:
    """One claim, as the board has it; of several that have the words, the most reported."""
    vantage, ident = Vantage(as_of, known_at), claim_meant(ask, claim, as_of, known_at)
    with ask.record.asking() as connection:
        held = claims_called(connection, ident, vantage, ask.record.aliases)
        best = chosen(connection, held, vantage)
        told = told_on(connection, held.only([best]), vantage)
    return json_response(summary_json(summary(best, told[best.claim.id], vantage)), headers=ask.headers)


@router.get(
    "/claims/{claim}/standing",
    operation_id="standing",
    response_class=Response,
    responses=answered(catalogue.object_of(Standing), "Where it stands."),
)
def claim_standing(ask: Reading, claim: ClaimPath, as_of: AsOf = None, known_at: KnownAt = None) -> Response:
    """Where a claim stands: positions, firsts, changes, each tied to statements.

    It is what `onrecord standing --format json` prints: a report of positions, never a verdict.
    """
    return json_response(
        standing_json(ask.record.standing(claim_meant(ask, claim, as_of, known_at), as_of, known_at)),
        headers=ask.headers,
    )


def claim_testimonies(
    ask: Reading, claim: ClaimPath, as_of: AsOf = None, known_at: KnownAt = None
) -> Sequence[Testimony]:
    """The statements that count for a claim, or did, in order of publication.

    Those of a report that was withdrawn have the day of it in `withdrawn`, and count for nothing from then on.
    """
    return ask.record.testimonies(claim_meant(ask, claim, as_of, known_at), as_of, known_at)


def links(ask: Reading, claim: ClaimPath, as_of: AsOf = None, known_at: KnownAt = None) -> Sequence[answers.LinkLine]:
    """The statements that bear on a claim, with the stance and the state of each link.

    Rejected ones are kept and shown; they count for nothing.
    """
    return answers.link_lines(ask.record.claim(claim_meant(ask, claim, as_of, known_at), as_of, known_at))


table_routes(router, "/claims/{claim}/testimonies", claim_testimonies, _TESTIMONIES)
table_routes(router, "/claims/{claim}/links", links, _LINKS)


@router.get(
    "/claims/{claim}/brief",
    operation_id="brief",
    response_class=Response,
    responses=answered(catalogue.object_of(Brief), "The brief."),
)
def brief(ask: Reading, claim: ClaimPath, as_of: AsOf = None, known_at: KnownAt = None) -> Response:
    """One page on a claim, every sentence of which leads to statements."""
    return json_response(
        answers.brief_json(ask.record.brief(claim_meant(ask, claim, as_of, known_at), as_of, known_at)),
        headers=ask.headers,
    )


@router.get(
    "/claims/{claim}/brief.md",
    operation_id="brief_md",
    response_class=Response,
    responses=text("The brief as Markdown (CommonMark).", "text/markdown"),
)
def brief_markdown(ask: Reading, claim: ClaimPath, as_of: AsOf = None, known_at: KnownAt = None) -> Response:
    """One page on a claim, as Markdown, every sentence of which leads to statements."""
    page = ask.record.brief(claim_meant(ask, claim, as_of, known_at), as_of, known_at).markdown()
    return Response(page.encode("utf-8", "replace"), 200, ask.headers, "text/markdown; charset=utf-8")


@router.get(
    "/claims/{claim}/brief.html",
    operation_id="brief_html",
    response_class=Response,
    responses=text("The brief as one HTML file that needs nothing else.", "text/html"),
)
def brief_html(ask: Reading, claim: ClaimPath, as_of: AsOf = None, known_at: KnownAt = None) -> Response:
    """One page on a claim, as one HTML file to print and send.

    It comes as a file to keep, not as a page of the desk.
    """
    page = ask.record.brief(claim_meant(ask, claim, as_of, known_at), as_of, known_at).html()
    told = {"Content-Disposition": 'attachment; filename="brief.html"', **ask.headers}
    return Response(page.encode("utf-8", "replace"), 200, told, "text/html; charset=utf-8")
