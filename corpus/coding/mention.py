"""One sentence in, the mentions it makes out: where the steps of the coder meet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from corpus.coding import status
from corpus.coding.arguments import sides
from corpus.coding.dating import Dating, Passage, date_of
from corpus.coding.discourse import Discourse
from corpus.coding.roles import slots
from corpus.coding.scene import Scene, Sides
from corpus.coding.sentence import Sentence, Span
from corpus.coding.settling import heads_of, is_assembly, settled
from corpus.coding.speech import Saying, voice_of
from corpus.coding.status import Reading
from corpus.coding.topics import contexts_of, topics_in
from corpus.coding.vocabulary import Trigger, event_types
from corpus.coding.where import place_of, said_at
from corpus.model import Mention, Party, Place

#: types whose content follows them: what they promise, ask or refuse is not told as done
_SHIELDS = ("REQUEST", "AGREE", "REJECT", "THREATEN", "CONCEDE")
#: types in which a bare state acts through its forces
_FORCEFUL = ("ASSAULT", "MOBILIZE")
_QUOTES = (("“", "”"), ("「", "」"), ("（", "）"))
_TRIMMED = ' \t\n“”"「」，。；：,;:、'


def mentions_of(
    text: str,
    sentence: Sentence,
    said: tuple[Saying, ...],
    discourse: Discourse,
    passage: Passage,
) -> list[Mention]:
    """Code every trigger of a sentence whose row applies and whose parties are known."""
    found: list[tuple[Trigger, Mention]] = []
    for start, end, rows in sentence.triggers:
        at = Span(start, end)
        trigger = next((row for row in rows if _applies(row, sentence, at)), None)
        if trigger is None or _named(sentence, at):
            continue
        threat = "threat" in trigger.traits
        if _shielded(sentence, at, found) and not threat:
            continue
        mention = _code(text, sentence, trigger, at, said, discourse, passage)
        if mention is not None:
            # what was promised is told by itself: one telling, not two
            found = [pair for pair in found if not _promises(*pair, mention)]
            found.append((trigger, mention))
    return [mention for _, mention in found]


def _applies(trigger: Trigger, sentence: Sentence, at: Span) -> bool:
    folded = sentence.folded
    surroundings = folded[sentence.start : sentence.end]
    person = any(party.kind == "person" for party in sentence.parties)
    if trigger.needs and not any(
        word in surroundings or (word == "@person" and person) for word in trigger.needs
    ):
        return False
    for context in trigger.unless:
        left, _, right = context.partition("_")
        if folded.endswith(left, sentence.start, at.start) and folded.startswith(right, at.end):
            return False
    return "noun" not in trigger.traits or not _referred(sentence, at)


def _referred(sentence: Sentence, at: Span) -> bool:
    """True for an event noun that only refers back, or only frames another act.

    ``after the meeting`` tells nothing new; ``after holding talks with Russia`` may.
    """
    clause = sentence.clauses[sentence.clause_at(at.start)]
    reach = 10 if sentence.language == "zh" else 24
    if any(clause.holds(time.start) and time.dated for time in sentence.times):
        return False
    if sentence.find("light", clause.start, at.start):
        return False
    if sentence.find("anaphor", max(clause.start, at.start - reach), at.start):
        return True
    tail = sentence.find("adverbial", at.end, min(sentence.end, at.end + reach // 2))
    return tail is not None and tail.start() - at.end <= 1


def _named(sentence: Sentence, at: Span) -> bool:
    """True inside a party's or a place's name."""
    named: tuple[Party | Place, ...] = (*sentence.parties, *sentence.places)
    return any(name.start <= at.start and at.end <= name.end for name in named)


def _shielded(sentence: Sentence, at: Span, found: list[tuple[Trigger, Mention]]) -> bool:
    """True for the content of a promise, a demand, a refusal: asked for, not done."""
    here = sentence.clause_at(at.start)
    return any(
        "content" in trigger.traits
        and mention.type in _SHIELDS
        and sentence.clause_at(mention.trigger_start) == here
        for trigger, mention in found
    )


def _promises(trigger: Trigger, mention: Mention, later: Mention) -> bool:
    """True for a promise or a warning whose content is a mention of its own."""
    if "content" not in trigger.traits or not heads_of(mention.actors) & heads_of(
        (*later.actors, later.speaker)
    ):
        return False
    if later.type == "THREATEN":
        return mention.type in ("AGREE", "ACCUSE", "THREATEN")
    return mention.type == "AGREE" and later.type == "SUPPORT" and not mention.topics


def _code(
    text: str,
    sentence: Sentence,
    trigger: Trigger,
    at: Span,
    said: tuple[Saying, ...],
    discourse: Discourse,
    passage: Passage,
) -> Mention | None:
    voice = voice_of(sentence, said, at.start, discourse.speaker)
    if "speech-only" in trigger.traits and not voice.speaker:
        return None
    undated = "standing" in trigger.traits or "none" in trigger.traits
    dating = date_of(sentence, at, passage, undated, voice.start)
    dated: status.Dated = "" if dating.basis not in ("explicit", "relative") else "behind"
    if passage.published is not None and (dating.first or date.min) > passage.published:
        dated = "ahead"
    reading = status.read(sentence, trigger, at, bool(voice.speaker), dated)
    if reading is None:
        return None
    filled = slots(sentence, discourse, voice.speaker)
    place = place_of(sentence, trigger, at, discourse)
    scene = Scene(sentence, trigger, at, filled, discourse, voice.speaker, place)
    both = sides(scene)
    if both is None:
        return None
    reading, both = settled(reading, both, scene, voice)
    if "force" in trigger.traits and not any(_force(code) for code in both.actors):
        return None
    if reading.type == "ACCUSE" and not both.recipients:
        return None
    if reading.type == "CONSULT" and not _met(reading, both):
        return None
    return _mention(text, scene, voice, dating, reading, both)


def _met(reading: Reading, both: Sides) -> bool:
    """Several states or organisations have to meet: a government among itself is no event here."""
    apart = heads_of(both.recipients) - heads_of(both.actors)
    return bool(apart) or is_assembly(reading, both)


def _mention(
    text: str, scene: Scene, voice: Saying, dating: Dating, reading: Reading, both: Sides
) -> Mention:
    at, sentence = scene.at, scene.sentence
    place = scene.place or said_at(sentence, reading.type, voice)
    start, end = _quote(text, scene, both, reading)
    if reading.type == "CONSULT" and not reading.mode and place is not None:
        reading = replace(reading, mode="visit")  # talks that have a place are face to face
    kind = event_types()[(reading.type, reading.mode)]
    topics = topics_in(sentence, start, end)
    evidence = (
        both.near,
        bool(both.recipients) or scene.trigger.frame == "drill",
        dating.basis in ("explicit", "relative"),
        reading.status in ("happened", "ongoing"),
    )
    return Mention(
        language=sentence.language,
        start=start,
        end=end,
        quote=text[start:end],
        trigger=text[at.start : at.end],
        trigger_start=at.start,
        trigger_end=at.end,
        type=reading.type,
        mode=reading.mode,
        contexts=contexts_of(topics),
        quad_class=kind.quad_class,
        score=kind.score,
        first=dating.first,
        last=dating.last,
        precision=dating.precision,
        date_basis=dating.basis,
        told=dating.told.edtf if dating.told else "",
        status=reading.status,
        actors=_sectors(both.actors, "MIL" if reading.type in _FORCEFUL else "GOV"),
        recipients=_sectors(both.recipients, "" if kind.quad_class == 4 else "GOV"),
        place=place.name if place else "",
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        topics=topics,
        speaker=voice.speaker,
        salience=1,
        repeat=False,
        rule=f"{scene.trigger.name} {both.pattern}",
        confidence=round(0.4 + 0.15 * sum(evidence), 2),
    )


def _quote(text: str, scene: Scene, both: Sides, reading: Reading) -> tuple[int, int]:
    """The clause that tells the act; a threat takes its condition with it."""
    sentence, at = scene.sentence, scene.at
    clause = sentence.clauses[scene.clause]
    start, end = min(clause.start, both.start), max(clause.end, at.end)
    if reading.status == "conditional":
        for condition in sentence.conditions:
            begins = sentence.clauses[sentence.clause_at(condition.start)].start
            start, end = min(start, begins), max(end, condition.end)
    while start < at.start and text[start] in _TRIMMED:
        start += 1
    while end > at.end and text[end - 1] in _TRIMMED:
        end -= 1
    for opening, closing in _QUOTES:  # a quotation that begins inside ends inside
        if text.count(opening, start, end) > text.count(closing, start, end):
            close = text.find(closing, end, sentence.end)
            end = close + 1 if close >= 0 else end
    return start, end


def _force(code: str) -> bool:
    parts = code.split()
    return len(parts) == 1 or parts[1] in ("MIL", "GOV", "REB", "IGO")


def _sectors(codes: tuple[str, ...], sector: str) -> tuple[str, ...]:
    """Bare states with the sector through which they act; ``MIL`` and ``GOV`` stand for all."""
    return tuple(code if " " in code or not sector else f"{code} {sector}" for code in codes)
