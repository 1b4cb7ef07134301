"""Why it was read so: a mention goes in, the steps that led to it come out in plain words."""

from __future__ import annotations

from datetime import date

from babel.dates import get_day_names

from corpus.charts.terms import dated, listing, period, term
from corpus.tables import Row
from pages.parts.article_choice import Choice
from pages.parts.frame import Frame
from pages.parts.markup import Markup, joined, tag
from pages.parts.status import status_line
from pages.parts.tellings import day_of, named, when, where


def why_panel(frame: Frame, chosen: Choice) -> Markup:
    """Days, publication, code, parties, speaker and further tellings, each with its rule."""
    mention, language = chosen.mention, frame.language
    if mention is None:
        return tag("p", frame.say("why_choose"), cls="dl dl-sub")
    event = chosen.events[mention["event_id"]]
    steps = [
        _days(frame, mention, chosen.times, chosen.article["text"]),
        _published(frame, chosen.article),
        _coded(frame, mention),
        _parties(frame, mention, chosen.article["text"]),
        _place(frame, mention, chosen.article["text"]),
        _status(frame, mention, chosen.article["text"]),
        _speaker(frame, mention, chosen.article["text"]),
        _again(frame, mention, event),
    ]
    shown = [step for step in steps if step]
    items = [
        tag("li", tag("span", str(number)), tag("span", step))
        for number, step in enumerate(shown, start=1)
    ]
    return tag(
        "div",
        status_line(mention, language),
        tag("h3", event[f"label_{language}"], cls="dl-event", lang=language),
        tag("p", when(mention, language), cls="dl-sub"),
        tag("ol", *items, cls="dl-steps"),
        cls="dl",
    )


def _days(frame: Frame, mention: Row, times: list[Row], text: str) -> Markup:
    basis = mention["date_basis"]
    governing = _words(mention, "time", text)
    if basis == "context" and governing:
        return joined(frame.say("why_context_words", surface=governing))
    if basis not in ("explicit", "relative"):
        return joined(frame.say(f"why_{basis}"))
    own = [
        time
        for time in times
        if time["first"] == mention["first"] or time["last"] == mention["last"]
    ]
    near = min(own, key=lambda time: abs(time["start"] - mention["trigger_start"]), default=None)
    if near is None:
        return joined(frame.say(f"basis_{basis}"))
    # publication, context or nothing: what a relative date was counted from
    kind, *anchor = near["anchor"].split() or [""]
    key = f"why_date_{kind}" if kind else "why_date"
    days = period(day_of(near["first"]), day_of(near["last"]), frame.language)
    told = dated(date.fromisoformat(anchor[0]), "day", frame.language) if anchor else ""
    read = frame.say(key, surface=near["surface"], date=days, anchor=told)
    doubt = _doubt(frame, near["conflict"])
    return joined(read, " ", doubt, " " if doubt else "", _rule(frame, near["rule"]))


def _doubt(frame: Frame, told: str) -> str:
    """What stands beside a date and does not agree with it: a weekday, or another day."""
    if not told:
        return ""
    weekday = told.removeprefix("XXXX-WXX-")
    if weekday != told:
        told = get_day_names("wide", locale=frame.language)[int(weekday) - 1]
    else:
        told = dated(date.fromisoformat(told), "day", frame.language)
    return frame.say("why_conflict", told=told)


def _published(frame: Frame, article: Row) -> Markup:
    day = day_of(article["published_day"])
    if day is None:
        return joined(frame.say("margin_undated"))
    basis = frame.say("published_basis_" + article["published_basis"].replace(" ", "_"))
    return joined(frame.say("why_published", day=dated(day, "day", frame.language), basis=basis))


def _coded(frame: Frame, mention: Row) -> Markup:
    code = f"{mention['type']} / {mention['mode']}" if mention["mode"] else mention["type"]
    said = frame.say("why_trigger", trigger=mention["trigger"], code=code)
    return joined(said, " ", _rule(frame, mention["rule"]))


def _parties(frame: Frame, mention: Row, text: str) -> str:
    actors = _quoted(frame, mention, "actor", mention["actors"], text)
    recipients = _quoted(frame, mention, "recipient", mention["recipients"], text)
    if actors and recipients:
        return frame.say("why_parties", actors=actors, recipients=recipients)
    if actors:
        return frame.say("why_actor_only", actors=actors)
    return frame.say("why_target_only", recipients=recipients)


def _place(frame: Frame, mention: Row, text: str) -> str:
    words = _words(mention, "place", text)
    if not words:
        return ""
    name = where(mention["place"], frame.language)
    return frame.say("why_place", place=_beside(frame, name, words))


def _status(frame: Frame, mention: Row, text: str) -> str:
    cue = _words(mention, "status", text)
    status = term(f"status_{mention['status']}", frame.language)
    return frame.say("why_status", cue=cue, status=status) if cue else ""


def _speaker(frame: Frame, mention: Row, text: str) -> str:
    if not mention["speaker"]:
        return ""
    speaker = _quoted(frame, mention, "speaker", [mention["speaker"]], text)
    if not mention["via"]:
        return frame.say("why_speaker", speaker=speaker)
    via = _quoted(frame, mention, "via", [mention["via"]], text)
    return frame.say("why_speaker_via", speaker=speaker, via=via)


def _quoted(frame: Frame, mention: Row, role: str, codes: list[str], text: str) -> str:
    """Names of parties, each with the article's own words for it."""
    sides = (
        _beside(frame, named([code], frame.language), _words(mention, role, text, code))
        for code in codes
    )
    return listing(list(sides), frame.language)


def _beside(frame: Frame, name: str, words: str) -> str:
    """A name with the words it was read from, unless they are the same."""
    return name if words in ("", name) else frame.say("why_words", name=name, words=words)


def _words(mention: Row, role: str, text: str, value: str = "") -> str:
    """The words behind a part of a mention; empty where no words name it."""
    for part in mention["parts"]:
        if part["role"] == role and value in ("", part["value"]):
            return text[part["start"] : part["end"]]
    return ""


def _again(frame: Frame, mention: Row, event: Row) -> str:
    own = [m for m in event["mentions"] if m.startswith(f"{mention['article_id']}.")]
    more = len(own) - 1
    if more < 1:
        return ""
    n = frame.say("why_times_one") if more == 1 else frame.say("why_times_many", n=more)
    return frame.say("why_repeat", n=n)


def _rule(frame: Frame, rule: str) -> Markup:
    return tag("span", rule, cls="dl-code", title=frame.say("why_rule", rule=rule))
