"""The addresses of the pages. Each carries the day as of which one looks; the address alone makes the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urlencode

from onrecord.web.assets import static_address

Value = str | int | date | None


@dataclass(frozen=True, slots=True)
class Addresses:
    """Addresses as seen from one page: `to.claim(id)` in a template.

    `path` and `asked` are the present page's own; `as_of` is the chosen day, which every address carries.
    """

    path: str = "/"
    asked: tuple[tuple[str, str], ...] = ()
    as_of: date | None = None

    def claims(self, **asked: Value) -> str:
        """The board, with `q, party, place, type, standing, since, sort` as they are given."""
        return self._made("/", asked)

    def claim(self, ident: str, statement: str | None = None) -> str:
        """One claim, or one statement on its page."""
        shown = {} if statement is None else {"statement": statement}
        return self._made(f"/claims/{_part(ident)}", shown, fragment=statement and f"s-{statement}")

    def brief(self, ident: str) -> str:
        """The page on a claim that is made for printing."""
        return self._made(f"/claims/{_part(ident)}/brief")

    def reports(self, **asked: Value) -> str:
        """The list of reports."""
        return self._made("/reports", asked)

    def report(self, ident: str, statement: str | None = None) -> str:
        """A report as it came, or one statement in it."""
        return self._made(f"/reports/{_part(ident)}", fragment=statement)

    def actors(self, **asked: Value) -> str:
        """Everybody on record."""
        return self._made("/actors", asked)

    def actor(self, identity: str) -> str:
        """One person, group or government."""
        return self._made(f"/actors/{_part(identity)}")

    def place(self, key: str) -> str:
        """One place, by the key of its site."""
        return self._made(f"/places/{_part(key)}")

    def map(self, **asked: Value) -> str:
        """The map."""
        return self._made("/map", asked)

    def timeline(self, q: str | None = None, **asked: Value) -> str:
        """What was said on the claims that have these words, in order of time."""
        return self._made("/timeline", {"q": q, **asked})

    def search(self, q: str | None = None, **asked: Value) -> str:
        """The reports and statements that have these words."""
        return self._made("/search", {"q": q, **asked})

    def review(self, **asked: Value) -> str:
        """The queue of what is least certain."""
        return self._made("/review", asked)

    def notes(self, **asked: Value) -> str:
        """Notes and replies."""
        return self._made("/notes", asked)

    def following(self) -> str:
        """What is new on what one follows."""
        return self._made("/following")

    def sign_in(self) -> str:
        """Where one gives a name or a token; afterwards one is back here."""
        return self._made("/sign-in", {"back": self.here()})

    def sign_out(self) -> str:
        """Where one takes leave (by POST)."""
        return "/sign-out"

    def help(self) -> str:
        """How to read the pages."""
        return self._made("/help")

    def page(self, path: str, **asked: Value) -> str:
        """Any other page of the desk."""
        return self._made(path, asked)

    def static(self, name: str) -> str:
        """A style, script or picture that belongs to the desk; its address changes when it does."""
        return static_address(name)

    def here(self, **changed: Value) -> str:
        """This page with some of its query changed; None takes a value out. The next page of a list begins anew."""
        asked = {name: value for name, value in self.asked if name != "after" or "after" in changed}
        return _address(self.path, {**asked, **_written(changed)} if changed else asked)

    def at(self, day: date | str | None) -> str:
        """This page as of another day, None for all that is on record."""
        return self.here(as_of=day)

    def fields(self, *without: str) -> list[tuple[str, str]]:
        """What a form on this page has to carry along in hidden fields, besides the fields that it shows itself."""
        return [(name, value) for name, value in self.asked if name not in {"after", *without}]

    def _made(self, path: str, asked: Mapping[str, Value] | None = None, fragment: str | None = None) -> str:
        query = {**_written(asked or {}), "as_of": "" if self.as_of is None else self.as_of.isoformat()}
        return _address(path, query) + (f"#{_part(fragment)}" if fragment else "")


def _written(asked: Mapping[str, Value]) -> dict[str, str]:
    return {name: "" if value is None else str(value) for name, value in asked.items()}


def _address(path: str, query: Mapping[str, str]) -> str:
    given = {name: value for name, value in query.items() if value}
    return f"{path}?{urlencode(given)}" if given else path


def _part(text: str) -> str:
    return quote(text, safe="")
