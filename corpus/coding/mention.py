"""One sentence in, the mentions it makes out: where the steps of the coder meet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from corpus.coding import status
from corpus.coding.arguments import sides
from corpus.coding.conditions import applies, named
from corpus.coding.dating import Dating, Passage, date_of, position
from corpus.coding.discourse import Discourse
from corpus.coding.evidence import parts_of, renamed
from corpus.coding.naming import follows, only_named
from corpus.coding.relevance import commented, epochal, foretold, met, political
from corpus.coding.roles import Filled
from corpus.coding.scene import Scene, Sides
from corpus.coding.sentence import Sentence, Span
from corpus.coding.settling import settled
from corpus.coding.shielding import Told, joined, main, shielded
from corpus.coding.speech import Saying, timed, voice_of
from corpus.coding.status import Reading
from corpus.coding.topics import contexts_of, subjects
from corpus.coding.turns import put_off
from corpus.coding.vocabulary import Trigger, event_types
from corpus.coding.where import place_of, said_at
from corpus.entities.codes import parts, sectors
from corpus.model import Mention, Place
from corpus.times.hours import clock_of

#: types in which a bare state acts through its forces
_FORCEFUL = ("ASSAULT", "MOBILIZE")
#: statuses that a reader cannot weigh without knowing whose word it is
_SAID_SO = ("claimed", "denied")
#: traits of rows that count only where all they ask for stands
_STRICT = frozenset(("noun", "strict"))
_QUOTES = (("“", "”"), ("「", "」"), ("（", "）"))
_TRIMMED = ' \t\n“”"「」，。；：,;:、'


def mentions_of(
    text: str,
    sentence: Sentence,
    said: tuple[Saying, ...],
    filled: Filled,
    discourse: Discourse,
    passage: Passage,
) -> list[Mention]:
    """Code every trigger of a sentence whose row applies and whose parties are known."""
    found: list[Told] = []
    for start, end, rows in sentence.triggers:
        at = Span(start, end)
        trigger = next((row for row in rows if applies(row, sentence, at)), None)
        if trigger is None or ("doer" not in trigger.traits and named(sentence, at)):
            continue
        threat = "threat" in trigger.traits
        if shielded(sentence, at, found) and not threat:
            continue
        mention = _code(text, sentence, trigger, at, said, filled, discourse, passage)
        if mention is not None:
            found = joined(sentence, found, trigger, mention)
    # below the lead a loose reading is more often wrong than right
    loose = not discourse.subject and sentence.language == "en" and bool(sentence.parties)
    if loose and not found:
        told = (
            _waived(text, sentence, hit, said, filled, discourse, passage)
            for hit in sentence.triggers
        )
        found = [pair for pair in told if pair is not None][:1]
    return [mention for _, mention in main(sentence, found)]


def _waived(
    text: str,
    sentence: Sentence,
    hit: tuple[int, int, tuple[Trigger, ...]],
    said: tuple[Saying, ...],
    filled: Filled,
    discourse: Discourse,
    passage: Passage,
) -> Told | None:
    """A verb whose object no row lists, in an English sentence that tells nothing else.

    No list of objects is complete; here both sides have to be known and to stand beside it. Of
    several rows for one verb the first of the table is taken.
    """
    at = Span(hit[0], hit[1])
    rows = [row for row in hit[2] if row.needs.behind and not row.traits & _STRICT]
    trigger = next((row for row in rows if applies(row, sentence, at, waived=True)), None)
    if trigger is None or named(sentence, at):
        return None
    mention = _code(text, sentence, trigger, at, said, filled, discourse, passage)
    if mention is None or not (mention.actors and mention.recipients):
        return None
    beside = mention.rule.endswith((" subject", " passive", " by", " stranger", " owner"))
    return (trigger, mention) if beside else None


def _code(
    text: str,
    sentence: Sentence,
    trigger: Trigger,
    at: Span,
    said: tuple[Saying, ...],
    filled: Filled,
    discourse: Discourse,
    passage: Passage,
) -> Mention | None:
    voice = voice_of(sentence, said, at.start, discourse.speaker)
    if "speech-only" in trigger.traits and not voice.speaker:
        return None
    if commented(sentence, voice, at) or only_named(sentence, trigger, at):
        return None
    dating = date_of(sentence, at, trigger, passage, voice.start)
    dated: status.Dated = "" if dating.basis not in ("explicit", "relative") else "behind"
    if passage.published is not None and _ahead(dating, passage.published):
        if status.told_as_past(sentence, at):
            dating, dated = Dating(), ""  # "in July" of a year that the text does not give
        else:
            dated = "ahead"
    reading = put_off(sentence, trigger, at, dated)
    reading = reading or status.read(sentence, trigger, at, bool(voice.speaker), dated)
    if reading is None or follows(sentence, at, reading):
        return None
    place = place_of(sentence, trigger, at, discourse)
    scene = Scene(sentence, trigger, at, filled[voice.speaker], discourse, voice.speaker, place)
    both = sides(scene)
    if both is None:
        return None
    if both.pattern.startswith("embedded") and dating.basis not in ("explicit", "relative"):
        return None  # 他对俄罗斯入侵乌克兰的立场: what he speaks of, and not when it was
    if dating.basis == "none" and epochal(sentence, at, passage.published):
        return None
    feared, vowed = reading.feared, reading.vowed
    reading, both = settled(reading, both, scene, voice)
    if position(dating, reading.type, both.actors, passage):
        dating = Dating()
    if "force" in trigger.traits and not any(_force(code) for code in both.actors):
        return None
    if (feared or (vowed and reading.vowed)) and not both.recipients:
        return None
    if "own" in trigger.traits and foretold(both, voice):
        return None
    if discourse.subject and not political(reading, both):
        return None
    if reading.type == "CONSULT" and not met(reading, both):
        return None
    if sentence.block.kind == "heading" and not _announcing(scene, both):
        return None
    return _mention(text, scene, voice, dating, reading, both)


def _announcing(scene: Scene, both: Sides) -> bool:
    """True for a heading that tells news: who does what, by a verb, and not what an expert holds.

    Most headings only name a matter; nothing that the text around them told is read into them.
    """
    sentence = scene.sentence
    told_before = both.pattern.endswith((".context", "discourse"))
    comment = sentence.find("comment", sentence.start, sentence.end)
    return bool(both.near and both.actors and not (told_before or scene.nominal or comment))


def _ahead(dating: Dating, published: date) -> bool:
    """True for days that lie behind the day of publication, or reach from it into what follows."""
    begins, ends = dating.first or date.min, dating.last or date.min
    return begins > published or begins == published < ends


def _mention(
    text: str, scene: Scene, voice: Saying, dating: Dating, reading: Reading, both: Sides
) -> Mention:
    at, sentence = scene.at, scene.sentence
    place = scene.place or said_at(sentence, reading.type, voice)
    if both.pattern.startswith("capital"):
        place = None  # Muscat accused Iran: who did it, not where
    if place is not None and reading.type == "ASSAULT" and _elsewhere(place, both):
        place = None  # rallied in New York against the attack: no place of the attack
    start, end = _quote(text, scene, both, reading, voice)
    if reading.type == "CONSULT" and not reading.mode and place is not None:
        reading = replace(reading, mode="visit")  # talks that have a place are face to face
    kind = event_types()[(reading.type, reading.mode)]
    topics = subjects(sentence, Span(start, end), at, reading.type, both.recipients)
    actors = _sectors(both.actors, "MIL" if reading.type in _FORCEFUL else "GOV")
    recipients = _sectors(both.recipients, "" if kind.quad_class == 4 else "GOV")
    own_words = kind.quad_class % 2 == 1 and voice.speaker in actors
    reported = not own_words and timed(sentence, voice, dating.time, at)
    evidence = (
        both.near,
        bool(both.recipients) or scene.trigger.frame == "drill",
        dating.basis in ("explicit", "relative"),
        reading.status in ("happened", "ongoing"),
    )
    return Mention(
        language=sentence.language,
        region=sentence.block.kind,
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
        clock="" if reported else clock_of(dating.time),
        date_basis=dating.basis,
        told=dating.told.edtf if dating.told else "",
        status=reading.status,
        actors=tuple(map(str, actors)),
        recipients=tuple(map(str, recipients)),
        place=place.name if place else "",
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        topics=topics,
        speaker=str(voice.speaker),
        via=str(voice.via),
        salience=1,
        repeat=False,
        rule=f"{scene.trigger.name} {both.pattern}",
        confidence=round(0.4 + 0.15 * sum(evidence), 2),
        parts=parts_of(actors, recipients, place, dating, voice, reading, scene.discourse),
    )


def _elsewhere(place: Place, both: Sides) -> bool:
    """True for a place in a country of neither side, where both sides are states."""
    states = {parts(code).head for code in (*both.actors, *both.recipients)}
    known = both.recipients and place.country and "" not in states  # a sea is in no country
    return bool(known) and place.country not in states


def _quote(
    text: str, scene: Scene, both: Sides, reading: Reading, voice: Saying
) -> tuple[int, int]:
    """The clause that tells the act; a threat takes its condition with it, a claim who makes it."""
    sentence, at = scene.sentence, scene.at
    clause = sentence.clauses[scene.clause]
    start, end = min(clause.start, both.start), max(clause.end, at.end)
    if reading.status == "conditional":
        for condition in sentence.conditions:
            begins = sentence.clauses[sentence.clause_at(condition.start)].start
            start, end = min(start, begins), max(end, condition.end)
    said = sentence.clause_at(voice.start)
    if reading.status in _SAID_SO and voice.start < voice.end and said == scene.clause - 1:
        start = min(start, sentence.clauses[said].start)
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
    words = code.split()
    return len(words) == 1 or words[1] in ("MIL", "GOV", "REB", "IGO", "PRM")


def _sectors(codes: tuple[str, ...], sector: str) -> tuple[str, ...]:
    """Bare states with the sector through which they act; ``MIL`` and ``GOV`` stand for all."""
    whole = sectors()
    return tuple(
        code if " " in code or not sector or code in whole else renamed(code, f"{code} {sector}")
        for code in codes
    )
