"""What an element says of the text in it: a menu, a caption, a form, something hidden."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from lxml.html import HtmlElement

from onrecord.model import FurnitureKind


@dataclass(frozen=True, slots=True)
class Landmark:
    """A kind of furniture that an element declares itself to be, and the words for saying so.

    `certain` is true of elements and classes whose very name says it, false of names that may mean other things.
    """

    kind: FurnitureKind
    reason: str
    certain: bool


_BY_TAG: Final[dict[str, FurnitureKind]] = {
    "nav": "navigation", "menu": "navigation", "aside": "related", "figcaption": "caption", "caption": "caption",
    "header": "navigation", "footer": "legal", "form": "advert", "fieldset": "advert", "dialog": "other",
    "button": "other", "select": "other", "textarea": "other",
}  # fmt: skip
_CERTAIN_TAGS: Final = frozenset({"nav", "menu", "aside", "figcaption", "caption", "footer", "form"})

_NAMED_FURTHER: Final = frozenset({"aside", "form", "footer", "dialog"})

_BY_ROLE: Final[dict[str, FurnitureKind]] = {
    "navigation": "navigation", "menu": "navigation", "menubar": "navigation", "banner": "navigation",
    "search": "navigation", "complementary": "related", "contentinfo": "legal", "form": "advert",
    "dialog": "other", "alertdialog": "other",
}  # fmt: skip

# Words of class and id, the telling before the vague: a "newsletter-sidebar" is an advert, not a sidebar.
_BY_NAME: Final[tuple[tuple[FurnitureKind, str], ...]] = (
    ("caption", "caption|wp-caption-text|photo-?credit|image-?credit"),
    ("legal", "(?:site-)?footer|cookies?|consent|gdpr|copyright|disclaimer|terms-of-use|privacy"),
    ("paywall", r"paywall|regwall|metered|subscribers?-only|premium-(?:wall|notice|gate)"),
    ("appeal", r"donat\w*|appeal|contribut(?:e|ions?)(?:-\w+)*|membership|support-us"),
    ("forum", r"comments?|disqus\w*|discussions?|forum|respond|repl(?:y|ies)"),
    ("advert", r"ads?|adverts?|advertisements?|sponsor\w*|promos?|promotion\w*|newsletters?|subscri\w+|sign-?up|dfp"),
    (
        "related",
        r"(?:jp-)?related\w*|recommend\w*|most-?(?:read|popular|viewed)|popular|trending|more-?(?:on|from|stories|news)",
    ),
    ("related", r"read-?(?:more|next|also)|also-?(?:read|in)|teasers?|outbrain|taboola|next-?(?:up|story)"),
    ("navigation", r"nav\w*|menus?|breadcrumbs?|masthead|top-?bar|toolbar|paginat\w+|pager"),
    ("navigation", r"search(?:-?(?:box|form|bar))?|skip(?:-?(?:link|to))*|site-?header|language-?switch\w*"),
    ("other", "shar(?:e|ing)|social|byline|dateline|timestamp|tags?|tag-?list|widget|sidebar|banner"),
)
_NAMES: Final = tuple((kind, re.compile(rf"(?:^|[\s_-])(?:{words})(?=$|[\s_-])")) for kind, words in _BY_NAME)
_PLAIN_NAMES: Final = re.compile(
    r"donat\w*|newsletters?|cookies?|breadcrumbs?|wp-caption-text|(?:photo|image)-?credit"
)
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LONGEST_NAME: Final = 500

_HIDING_STYLE: Final = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_HIDING_CLASS: Final = frozenset({"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text"})


def hidden_by(element: HtmlElement) -> str | None:
    """How the element is hidden from readers, in words; None if it is not."""
    if element.get("hidden") is not None:
        return f"hidden from readers: <{element.tag} hidden>"
    if (element.get("aria-hidden") or "").strip().lower() == "true":
        return f'hidden from readers: <{element.tag} aria-hidden="true">'
    if _HIDING_STYLE.search(element.get("style") or ""):
        return f"hidden from readers: the style of <{element.tag}>"
    if hiding := _HIDING_CLASS.intersection((element.get("class") or "")[:_LONGEST_NAME].split()):
        return f'hidden from readers: <{element.tag} class="{min(hiding)}">'
    return None


def landmark_of(element: HtmlElement) -> Landmark | None:
    """The kind of furniture that an element declares itself to be, by its name, its role, its class or its id."""
    tag = str(element.tag).lower()
    role = (element.get("role") or "").strip().lower()
    named = _by_name(element, tag)
    if tag in _BY_TAG and not (tag == "header" and _within_report(element)):
        # <aside class="newsletter"> is an advert, but a <nav> or a <figcaption> is that whatever its class
        telling = named is not None and named.kind != "other" and tag in _NAMED_FURTHER
        return Landmark(named.kind if named and telling else _BY_TAG[tag], f"inside <{tag}>", tag in _CERTAIN_TAGS)
    if role in _BY_ROLE:
        return Landmark(_BY_ROLE[role], f'inside <{tag} role="{role}">', certain=role in {"navigation", "search"})
    return named


def _within_report(element: HtmlElement) -> bool:
    """Whether this is the head of a report (its headline and byline) rather than of the site."""
    return next(element.iterancestors("article", "main"), None) is not None


def _by_name(element: HtmlElement, tag: str) -> Landmark | None:
    for attribute in ("id", "class", "data-component", "data-testid"):
        words = _CAMEL.sub("-", (element.get(attribute) or "")[:_LONGEST_NAME]).lower()
        for kind, pattern in _NAMES if words else ():
            if match := pattern.search(words):
                name = match[0].strip(" _-\t\n")
                return Landmark(kind, f'inside <{tag} {attribute}="{name}">', bool(_PLAIN_NAMES.fullmatch(name)))
    return None
