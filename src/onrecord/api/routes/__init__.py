"""The operations, a file for each part of the desk."""

from onrecord.api.routes import (
    claim,
    claims,
    feeds,
    follows,
    hooks,
    notes,
    people,
    places,
    questions,
    reports,
    reviewing,
    root,
    statements,
    tokens,
    watches,
)

ROUTERS = (
    root.router,
    claims.router,
    claim.router,
    questions.router,
    people.router,
    reports.router,
    statements.router,
    places.router,
    reviewing.router,
    notes.router,
    watches.router,
    hooks.router,
    follows.router,
    feeds.router,
    tokens.router,
)
"""In the order in which the reference lists them."""

__all__ = ["ROUTERS"]
