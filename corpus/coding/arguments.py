"""Who did it, to whom: a trigger in its sentence goes in, party codes on both sides come out.

There is no parser here. Where a party stands, and how the sentence marks it (`roles`), decides;
what the clause leaves out is looked for in the clauses before it, then in what the article has
told so far. No party is ever invented: an attack whose author is not named has none.
"""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.coding.discourse import dealing
from corpus.coding.doers import acting, held, striking
from corpus.coding.enough import SUFFERED, enough
from corpus.coding.objects import REACH, addressed, ahead, object_of, objected
from corpus.coding.pivots import caused, governed, striking_before, within_words
from corpus.coding.roles import (
    EVERY,
    Named,
    Slot,
    codes_of,
    first_group,
    in_country,
    last_group,
)
from corpus.coding.scene import Scene, Sides
from corpus.coding.strangers import unnamed
from corpus.coding.vocabulary import event_types
from corpus.entities.codes import camp, parts

_PASSIVE = {
    "zh": re.compile(
        r"(?:被(?!迫|指|控(?!制)|怀疑|曝)|遭到?|遭遇了?|遭受|受到|得到|获得|赢得)[^，。；：]{0,24}$"
    ),
    "en": re.compile(
        r"\b(?:is|are|was|were|been|be|being|got|came under|comes under)(?: \w+ly| also| being)* $"
    ),
}
_AT = re.compile(r"(?: out)? at (?:the )?| (?:the )?")
#: before a participle that has its own subject: has driven by
_PERFECT = re.compile(r"\b(?:has|have|had)(?: \w+ly)? $")
_PARTICIPLE = re.compile(r"(?:ed|en|wn|un[gk]|id|hit|shot|struck|held|built|sent|met|put)\b")
#: between a visit and the place it leads to
_TO = re.compile(r" ?(?:to (?:the )?)?")
#: how far behind it a party that no table knows is looked for
_FAR = 80
#: types of which the other side may be known from what the article told before
_DIRECTED = ("THREATEN", "REJECT", "REQUEST", "ACCUSE", "SUPPORT", "ASSAULT", "COERCE")
#: types that are done by speaking: how far behind it, in characters, an English place is its object
_SPOKEN = {"ACCUSE": 4, "SUPPORT": 4, "REQUEST": 32, "REJECT": 30, "THREATEN": 30}
#: types that are directed at somebody of the same state as well
_ASKED = ("REQUEST", "ACCUSE")
#: types in which whoever is sent acts
_MOVED = ("MOBILIZE", "AID")
#: types that a party does by itself
_ALONE = ("MOBILIZE", "COOPERATE", "PROTEST")


def sides(scene: Scene) -> Sides | None:
    """Read both sides of one trigger by its frame (``triggers_zh.tsv``); None if it has too few."""
    found = _framed(scene)
    type_ = scene.trigger.type
    if not found.recipients and found.actors and type_ not in _ALONE:
        told = _apart(_told(scene, found), found.actors)
        chinese = scene.sentence.language == "zh"
        # an English sentence says at whom it is directed, or it is not known; but of a war
        guessed = _DIRECTED if chinese else ("ASSAULT",)
        directed = type_ in guessed or (chinese and scene.trigger.frame == "with")
        if not told and directed and not objected(scene):
            kind = dealing(type_, event_types()[type_, scene.trigger.mode].quad_class)
            told = _apart(scene.discourse.counterpart(found.actors[0], kind), found.actors)
            told = tuple(code for code in told if chinese or parts(code).head)
        if told:
            found = replace(found, recipients=told, pattern=f"{found.pattern}.context")
    about = scene.sentence.folded.startswith(" that ", scene.at.end)  # warned that the police ...
    if not found.recipients and found.actors and type_ not in _ALONE and not about:
        end = min(scene.at.end + _FAR, scene.sentence.clauses[scene.clause].end)
        objects = unnamed(scene.sentence, scene.at.end, end, "", "to", "with", "of")
        objects = [s for s in objects if s.role in ("", "with") or not s.codes[0].startswith("UNK")]
        found = replace(found, recipients=_without(codes_of(objects[:1]), found.actors))
    return enough(scene, found)


def _told(scene: Scene, found: Sides) -> tuple[str, ...]:
    """To whom it is said, not who asks for it (接受彭博社采访); in English only of talks."""
    marked = [s for s in scene.slots if s.role == "to" and not scene.supposed(s)]
    heard = [s for s in marked if " JRN" not in "".join(s.codes[:1]) and ahead(scene, s, found)]
    if scene.sentence.language == "en":
        heard = first_group(heard) if scene.trigger.frame == "meet" else []
    return codes_of(heard)


def _framed(scene: Scene) -> Sides:
    frame = scene.trigger.frame
    if frame == "must" or _threatened(scene):
        asked, asks = acting(scene), (scene.speaker,) if scene.speaker else ()
        said = scene.sentence.language == "en" and frame == "must"
        if said:  # but not: that should help; we must stand together
            others = _without(asked.actors, asks) if asked.near else ()
            if not (others or scene.sentence.folded.startswith(" be ", scene.at.end)):
                asks = ()  # but: such a war must be avoided
            return replace(asked, actors=asks, recipients=others, pattern="must")
        others = _apart(asked.actors, asks) or _apart(codes_of(scene.own(*EVERY)), asks)
        return replace(asked, actors=asks, recipients=others, pattern="must")
    if frame == "passive" or _passive(scene):
        return _undergone(scene)
    subject = acting(scene)
    if frame in ("meet", "with"):
        return _met(scene, subject)
    if frame == "drill":
        partners = codes_of(scene.own("with", "and"))
        return replace(subject, actors=subject.actors + _without(partners, subject.actors))
    if scene.trigger.type == "MOBILIZE":
        return _moved(scene, subject)
    agreed = scene.trigger.type == "AGREE"
    means = agreed and scene.sentence.folded.startswith("用", scene.at.end)  # 同意用俄罗斯资产
    choices: tuple[tuple[str, ...], ...] = (
        # 同意使用俄罗斯资产: what a promise is followed by may be a verb of its own
        () if means else object_of(scene, 1 if agreed else 2),
        addressed(scene),
        # agreed to use Russian assets to support Ukraine: whom the promise is for
        codes_of(scene.after("object")) if agreed else (),
        object_of(scene),
        # an attempt to equate Israel with Hamas: not who is blamed for it
        codes_of(scene.own("with")) if scene.trigger.type != "ACCUSE" else (),
        codes_of(scene.before("object")),
    )
    apart, home = [_apart(c, subject.actors) for c in choices], _home(scene, subject.actors)
    recipients = next(filter(None, apart), ()) or _scolded(scene) or home
    place, folded = scene.place, scene.sentence.folded
    led = place is not None and _TO.fullmatch(folded, scene.at.end, place.start)
    if scene.trigger.mode == "visit" and place is not None and led:
        # a trip to China may show US threats; one to Kyiv to meet Zelensky is to him
        there = (codes for codes in apart if codes and parts(codes[0]).head == place.country)
        recipients = next(there, home) or recipients
    if scene.trigger.type in _ASKED:  # a parliament presses its own government
        recipients = recipients or _without(addressed(scene), subject.actors)
    named = next((t.removeprefix("to=") for t in scene.trigger.traits if t.startswith("to=")), "")
    if named:
        return replace(subject, recipients=(Named(named, scene.at.start, scene.at.end),))
    return replace(subject, recipients=recipients)


def _threatened(scene: Scene) -> bool:
    """True for Russia would face consequences: who faces them is not who threatens with them."""
    sentence, at = scene.sentence, scene.at
    start = max(sentence.clauses[scene.clause].start, at.start - REACH[sentence.language])
    threat = scene.trigger.type == "THREATEN" and "content" not in scene.trigger.traits
    return threat and bool(scene.speaker) and sentence.find("suffers", start, at.start) is not None


def _met(scene: Scene, subject: Sides) -> Sides:
    """Who with whom: partners by "with", or the second of two named together."""
    partners = codes_of(scene.own("with", "and"))
    actors = subject.actors or partners[:1]
    objects = () if "about" in scene.trigger.traits else object_of(scene)
    others = _without((*partners, *objects), actors)
    if not others and len({camp(code) for code in actors}) > 1:
        actors, others = actors[:1], actors[1:]
    if scene.trigger.type == "ASSAULT" and not actors:
        others = others or _home(scene, ())  # fighting in Kyiv: whoever fights, it befalls Ukraine
    if scene.trigger.type == "ACCUSE" and others:  # who trades accusations makes and takes them
        actors, others = (*actors, *others), (*others, *actors)
    return replace(subject, actors=actors, recipients=others)


def _moved(scene: Scene, subject: Sides) -> Sides:
    """Forces: where they are sent is a place and no other side; they may follow their verb."""
    if not subject.near and (forces := object_of(scene)):
        subject = replace(subject, actors=forces, near=True, pattern="inverted")
    at_border = scene.place is not None and scene.place.name.endswith("'s border")
    return replace(subject, recipients=_home(scene, subject.actors) if at_border else ())


def _undergone(scene: Scene) -> Sides:
    """The subject is the one it was done to; in 被Y…的X it stands behind."""
    doers = [slot for slot in scene.before("by") if not held(scene, slot)]
    if not doers and scene.sentence.language == "en":
        doers = scene.after("by")
    doers = doers or striking(scene)
    clause = scene.sentence.clauses[scene.clause]
    told = within_words(scene, scene.before("", "and", "of"))
    if cause := caused(scene, clause.start):  # 俄罗斯的轰炸造成平民死亡: by whom, not whom
        doers = doers or striking_before(scene, told, cause)
        told = [s for s in told if s.party.start >= cause]
    doers = doers or unnamed(scene.sentence, scene.at.end, clause.end, "by")[:1]
    actors = codes_of(doers)
    behind = scene.sentence.folded.startswith("的", scene.at.end)
    subjects = [slot for slot in told if slot.role != "of"]
    harmed = object_of(scene) if behind else codes_of(last_group(subjects))
    owners = [slot for slot in told if slot.role == "of"]
    harmed = _without(harmed, actors) or _without(codes_of(owners), actors)
    harmed = harmed or _without(codes_of(scene.before("to")) if cause else (), actors)
    harmed = harmed or codes_of(_headed(scene, clause.start))
    start = min((slot.party.start for slot in doers), default=_struck(scene))
    if not actors and scene.trigger.type in _MOVED:
        return Sides(harmed, (), bool(harmed), "passive", start)  # who is sent goes himself
    return Sides(actors, harmed or _home(scene, actors), bool(actors), "passive", start)


def _struck(scene: Scene) -> int:
    """Where the clause before begins, if it tells what killed: 袭击造成伤亡，其中两人死亡."""
    if scene.trigger.type == "ASSAULT" and scene.clause and scene.sentence.language == "zh":
        before = scene.sentence.clauses[scene.clause - 1]
        if scene.sentence.find("weapon", before.start, before.end):
            return before.start
    return scene.at.start


def _headed(scene: Scene, start: int) -> list[Slot]:
    """The subject of a passive: one that no table knows, or one before an apposition."""
    found = unnamed(scene.sentence, start, scene.at.start, "")[-1:]
    if found or not scene.sentence.resumes(scene.at.start):
        return found
    known = [s for s in scene.slots if s.role == "" and s.codes and s.party.end <= start]
    near = [slot for slot in known if slot.clause == scene.clause - 2]  # before the apposition
    return near[-1:] or known[:1] or unnamed(scene.sentence, scene.sentence.start, start, "")[:1]


def _passive(scene: Scene) -> bool:
    sentence, at = scene.sentence, scene.at
    before = sentence.folded[max(sentence.start, at.start - 40) : at.start]
    reduced = sentence.folded.startswith(" by ", at.end) and not _PERFECT.search(before)
    if not reduced and not _PASSIVE[sentence.language].search(before):
        return False
    if sentence.language == "zh":
        return not governed(scene, at.start - len(before))
    # is committed to, is prepared to: what the subject does itself
    active = scene.trigger.type == "AGREE" and sentence.folded.endswith(" to", at.start, at.end)
    progressive = sentence.folded[at.start : at.end].partition(" ")[0].endswith("ing")
    verb = not (active or progressive)
    return verb and _PARTICIPLE.search(sentence.folded, at.start, at.end) is not None


def _scolded(scene: Scene) -> tuple[str, ...]:
    """A state that an English preposition makes a place, though it is blamed: lashed out at."""
    sentence, at = scene.sentence, scene.at
    if sentence.language != "en" or scene.trigger.type != "ACCUSE":
        return ()
    behind = (place for place in sentence.places if place.start >= at.end)
    return next(
        ((in_country(p),) for p in behind if _AT.fullmatch(sentence.folded, at.end, p.start)), ()
    )


def _home(scene: Scene, others: tuple[str, ...]) -> tuple[str, ...]:
    """The state in which it happens, if it is none of the others': who is attacked is at home."""
    if _topical(scene):
        return ()
    # 俄军在哈尔科夫地区进攻，占领了一个村庄: the place of the clause before is still the same
    clause = scene.sentence.clauses[scene.clause]
    earlier = [place for place in scene.sentence.places if place.end <= clause.start]
    same = scene.trigger.type in SUFFERED
    place = scene.place or (next(reversed(earlier), None) if same else None)
    if place is None or place.country in ("", *(code.split()[0] for code in others)):
        return ()
    return (in_country(place),)


def _topical(scene: Scene) -> bool:
    """True for an English place that is only spoken of: warned of an attack in Germany."""
    reach = _SPOKEN.get(scene.trigger.type)
    if scene.place is None or scene.sentence.language != "en" or reach is None:
        return False
    near = 0 <= scene.place.start - scene.at.end <= reach
    return scene.trigger.mode != "investigate" and not near


def _apart(codes: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """Codes of other states, organisations and camps within a state than those of the others."""
    camps = {camp(code) for code in others}
    return tuple(code for code in dict.fromkeys(codes) if camp(code) not in camps)


def _without(codes: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code for code in dict.fromkeys(codes) if code not in others)
