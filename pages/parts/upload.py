"""Adding files: what a person drops on the page goes in, what became of each file comes out.

Where the files go is said before one is chosen: into the folder on one's own machine, into
memory, for this visitor alone, everywhere else.
"""

from __future__ import annotations

import streamlit as st

from corpus.charts.terms import counted
from corpus.holdings import from_file, told_in
from corpus.tables import Row, rows
from pages.parts.frame import Frame
from pages.parts.incoming import Incoming
from pages.parts.markup import Markup, joined, plain, show, tag
from pages.parts.shortfalls import article_link
from pages.parts.store import (
    MEGABYTES,
    VISITOR_MEGABYTES,
    folder,
    forget,
    held_files,
    take,
    writable,
)

#: how often files were taken: a new uploader is an empty one
_TAKEN = "uploads_taken"
#: what became of the files that were taken last
_REPORT = "uploads_report"
#: articles of one file that are named
_NAMED = 5


def upload_panel(frame: Frame) -> None:
    """Where added files go, the way to add them, and what became of the last ones."""
    own = writable()
    where = "upload_folder" if own else "upload_memory"
    said = frame.say(where, folder=folder(), most=VISITOR_MEGABYTES)
    show(
        tag("h2", frame.say("upload_title"), cls="dl-h2"),
        tag("p", said, cls="dl dl-sub"),
    )
    key = f"upload_{st.session_state.get(_TAKEN, 0)}"
    with st.container(key="upload"):
        st.file_uploader(
            plain(frame.say("upload_label", n=MEGABYTES)),
            accept_multiple_files=True,
            max_upload_size=MEGABYTES,
            key=key,
            on_change=_take,
            args=(key,),
        )
    show(_report(frame, st.session_state.get(_REPORT, [])))
    if held := len(held_files().files):
        st.button(plain(frame.say("upload_forget", n=held)), key="upload_forget", on_click=_forget)


def _take(key: str) -> None:
    files = st.session_state[key]
    if files:
        st.session_state[_REPORT] = take((file.name, file.getvalue()) for file in files)
        st.session_state[_TAKEN] = st.session_state.get(_TAKEN, 0) + 1


def _forget() -> None:
    forget()
    st.session_state.pop(_REPORT, None)


def _report(frame: Frame, taken: list[Incoming]) -> Markup:
    """Every file with what was read in it, or why nothing was."""
    if not taken:
        return Markup("")
    items = [_line(frame, one) for one in taken]
    title = tag("p", frame.say("upload_result"), cls="dl-strong")
    return tag("div", title, tag("ul", *items, cls="dl-rows"), cls="dl dl-report", role="status")


def _line(frame: Frame, one: Incoming) -> Markup:
    """One file: its name, its fate, its articles and the reasons against it."""
    fate = "" if one.fate == "added" else frame.say(f"fate_{one.fate}", path=one.path)
    name = tag("p", tag("b", one.name), tag("small", " ", fate) if fate else "")
    if not one.path:
        return tag("li", name, tag("p", one.detail, cls="dl-meta", lang="en"))
    tables = frame.tables
    read = rows(from_file(tables.articles, one.path))
    problems = rows(from_file(tables.problems, one.path))
    lines = [_read(frame, read)] if read else []
    return tag("li", name, *lines, *(_refused(frame, row, read) for row in problems))


def _read(frame: Frame, read: list[Row]) -> Markup:
    events = told_in(frame.tables.mentions, [row["article_id"] for row in read])
    said = frame.say(
        "upload_read",
        articles=counted("article", "articles_counted", len(read), frame.language),
        events=counted("event", "events_counted", events, frame.language),
    )
    links = [
        tag("p", article_link(frame, row["article_id"], row["title"] or row["path"]))
        for row in read[:_NAMED]
    ]
    more = len(read) - _NAMED
    rest = tag("p", frame.say("upload_more", n=f"{more:,}"), cls="dl-meta") if more > 0 else ""
    return joined(tag("p", said, cls="dl-meta"), *links, rest)


def _refused(frame: Frame, row: Row, read: list[Row]) -> Markup:
    reason = tag("span", row["reason"], lang="en")
    partly = any(article["path"] == row["path"] for article in read)
    word = frame.say("upload_partly") if partly else frame.say("upload_refused")
    said = tag("p", tag("i", word, cls="dl-no"), " ", reason)
    if not row["detail"]:
        return said
    detail = tag("p", row["detail"], cls="dl-meta", lang="en")
    opened = tag("summary", frame.say("detail"))
    return joined(said, tag("details", opened, detail, cls="dl-detail"))
