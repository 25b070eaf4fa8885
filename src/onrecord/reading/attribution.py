"""Who said what, sentence by sentence: cue, sources and contents found by rules over words.

Each construction of news English is one function that looks at a sentence and gives the attributions it finds:
a verb after its source ("the army denied any talks"), before it ("..., said the minister"), taken up again
("adding that ..."), elided ("as did a spokesman"), impersonal ("is believed to have split", "it is unclear whether"),
"according to", and silence ("could not be reached", "declined to comment").
"""

from __future__ import annotations

from onrecord.model import Span
from onrecord.reading.constructions import accordings, elided, hearsay, silences, unclears
from onrecord.reading.contents import (
    content_after_source,
    content_left,
    content_right,
    goes_on,
    is_postposed,
    is_quoted,
    sets_the_scene,
)
from onrecord.reading.cues import cues
from onrecord.reading.scene import Attribution, Cue, Scene
from onrecord.reading.sources import inverted_source, is_nobody, subject

__all__ = ["Attribution", "Scene", "attributions"]


def attributions(scene: Scene) -> tuple[Attribution, ...]:
    """Every attribution whose cue stands in the sentence of the scene, in order of the cue."""
    found = [*silences(scene), *unclears(scene), *accordings(scene)]
    taken = [a.cue for a in found]
    verbs = [c for c in cues(scene) if not any(scene.span(c.first, c.last + 1).overlaps(t) for t in taken)]
    previous: Attribution | None = None
    for number, cue in enumerate(verbs):
        following = verbs[number + 1] if number + 1 < len(verbs) else None
        attribution = hearsay(scene, cue) or _reported(scene, cue, following, previous)
        if attribution is not None:
            found.append(attribution)
            if attribution.construction == "verb":
                previous = attribution
    found += elided(scene, found)
    return tuple(sorted(found, key=lambda a: (a.cue.start, a.cue.end)))


def _reported(scene: Scene, cue: Cue, following: Cue | None, previous: Attribution | None) -> Attribution | None:
    """The attribution of a verb with a source before or after it, or one taken up from the cue before."""
    if cue.passive and cue.verb.base not in {"quote", "cite"}:
        return None
    inverted = inverted_source(scene, cue)
    if inverted is not None:
        sources, end = inverted
        content = content_left(scene, cue.first) + content_after_source(scene, end)
        return _made(scene, sources, cue, content)
    found = subject(scene, cue, previous)
    if found is None:
        return None
    sources, start = found
    if is_nobody(scene, sources, start):
        return None
    right = content_right(scene, cue, following)
    if cue.inflection == "gerund":
        return _made(scene, sources, cue, right)
    left = () if right and not is_postposed(scene, cue, start) else content_left(scene, start)
    if left and sets_the_scene(scene) and is_quoted(scene, right):
        left = ()
    return _made(scene, sources, cue, left + (right if not left or goes_on(scene, cue, right) else ()))


def _made(scene: Scene, sources: tuple[Span, ...], cue: Cue, content: tuple[Span, ...]) -> Attribution | None:
    if not content or (cue.verb.frames <= {"quote"} and not is_quoted(scene, content)):
        return None
    return Attribution("verb", sources, scene.span(cue.first, cue.last + 1), content, cue.verb)
