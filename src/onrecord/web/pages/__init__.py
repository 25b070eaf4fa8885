"""The pages, a router each."""

from onrecord.web.pages import (
    actor,
    actors,
    atlas,
    brief,
    claim,
    claims,
    following,
    guide,
    notes,
    place,
    report,
    reports,
    review,
    search,
    sign,
    timeline,
)

ROUTERS = (
    claims.router,
    claim.router,
    brief.router,
    guide.router,
    reports.router,
    report.router,
    search.router,
    timeline.router,
    actors.router,
    actor.router,
    atlas.router,
    place.router,
    review.router,
    notes.router,
    following.router,
    sign.router,
)
"""The routers of all pages, in the order in which addresses are looked up."""
