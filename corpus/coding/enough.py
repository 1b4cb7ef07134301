"""Is it an event: a trigger and both its sides go in, the same sides or none come out.

What is told of nobody, or is directed at nobody though it must be, is none. No party is ever
invented here; a crowd without a name is one of civilians.
"""

from __future__ import annotations

from dataclasses import replace

from corpus.coding.objects import objected
from corpus.coding.roles import Named, codes_of
from corpus.coding.scene import Scene, Sides
from corpus.entities.codes import parts

#: types that are told also where nobody says who did it
SUFFERED = ("ASSAULT", "COERCE", "RETREAT", "SANCTION")
#: types that are no event of this table unless it is known at whom they are directed
_AIMED = ("ACCUSE", "SUPPORT", "AID")


def enough(scene: Scene, found: Sides) -> Sides | None:
    """The sides with which a trigger tells an event; None if they are too few."""
    type_, english = scene.trigger.type, scene.sentence.language == "en"
    if not found.recipients and type_ in _AIMED and not _reaching(scene, found):
        return None
    if not found.actors and type_ == "PROTEST" and english:
        return _crowd(scene, found)
    if not found.actors and type_ not in SUFFERED and scene.trigger.frame != "passive":
        return None
    if not found.actors and english and _nobody(scene, found):
        return None
    return found if found.actors or found.recipients else None


def _crowd(scene: Scene, found: Sides) -> Sides | None:
    """A protest of people who are not named, if it says against whom it is, or where behind it."""
    against, place = codes_of(scene.after("to")[:1]), scene.place
    if not against and (place is None or place.start < scene.at.end):
        return None
    return replace(found, actors=(Named("CVL", *scene.at),), recipients=against)


def _reaching(scene: Scene, found: Sides) -> bool:
    """True for praise or blame, in English, of an act whose author the clause does not name."""
    if not found.near or scene.sentence.language != "en":
        # 内政部正在调查此案, 谴责暴力: it is one, whoever is its object
        return found.near and (scene.trigger.mode == "investigate" or objected(scene))
    return scene.trigger.mode != "allege" or any(parts(code).head for code in found.actors)


def _nobody(scene: Scene, found: Sides) -> bool:
    """True where neither who did it nor to whom, nor in which country, is known."""
    return scene.place is None and not any(parts(code).head for code in found.recipients)
