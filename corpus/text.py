"""Canonical text: raw strings go in, tidy blocks, their language and sentence spans come out.

It must never change a word, only white space and characters that nobody sees; and a span that it
gives never covers less than the text has, so that nothing is lost between two sentences.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from unicodedata import normalize

from corpus.han import simplified, simplified_table
from corpus.language import function_words, within
from corpus.language import language_of as language_of
from corpus.lexicon import listed, table
from corpus.model import Block

_WIDE = "\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"

#: zero-width characters, marks of direction, soft hyphen, byte order mark, control characters
_INVISIBLE = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad"
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]"
)
#: white space that is not yet the single space that it may become: most runs are
_SPACE = re.compile(r"(?! (?!\s))\s+")
_BREAK = re.compile("[\n\r\v\f\x85\u2028\u2029]")
_ONE_WIDE = re.compile(f"[{_WIDE}]")
_ONE_HAN = re.compile(f"[{_HAN}]")
_LINE = re.compile("[^\n\r\v\f\x85\u2028\u2029]+")


def tidy(raw: str) -> str:
    r"""One block's canonical text: NFC, nothing invisible, single spaces, none at the ends.

    A run of white space that contains a line break is the markup's, not the author's, where a
    Chinese character or a full-width mark adjoins it: it vanishes. Spaces typed in a line stay.

    >>> tidy("布林肯\n  周五（1月21日）在\u200b日内瓦")
    '布林肯周五（1月21日）在日内瓦'
    >>> tidy("  近 50 名\n\n国防领导人")
    '近 50 名国防领导人'
    >>> tidy("Sergey\n  Lavrov said")
    'Sergey Lavrov said'
    """
    if raw.isprintable():  # as most are: then its only white space is the plain one
        text = normalize("NFC", raw).strip()
        if "  " not in text:
            return text
    text = normalize("NFC", _INVISIBLE.sub("", raw)).strip()
    if not _SPACE.search(text):
        return text

    def collapse(run: re.Match[str]) -> str:
        neighbours = text[run.start() - 1] + text[run.end()]
        return "" if _BREAK.search(run.group()) and _ONE_WIDE.search(neighbours) else " "

    # once more NFC: a combining mark may have moved next to its letter
    return normalize("NFC", _SPACE.sub(collapse, text))


def letters(text: str) -> str:
    """What two headlines are compared by: their letters and figures, in one case.

    >>> letters("NATO–Russia talks: “9 Jan.”") == letters("Nato-Russia Talks, 9 Jan")
    True
    """
    return "".join(filter(str.isalnum, text)).casefold()


def blocks_of(text: str, language: str | None = None) -> tuple[Block, ...]:
    r"""The paragraphs of plain text, parted by line breaks; ``language`` holds for all if given.

    >>> [(b.start, b.end, b.language) for b in blocks_of("普京周四说。\n\n He said so. \n")]
    [(0, 6, 'zh'), (9, 20, 'en')]
    """
    whole = language or language_of(text)
    blocks: list[Block] = []
    for line in _LINE.finditer(text):
        start, end = _trimmed(text, *line.span())
        if start < end:
            own = language or language_of(text[start:end])
            blocks.append(Block("paragraph", start, end, within(own, whole)))
    return tuple(blocks)


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the sentences of one block: trimmed, in order, together all that is not white space.

    A sentence takes in the closing quotation marks and brackets behind its stop. Up to two
    sentences in quotation marks or brackets stay with the sentence that frames them; a longer
    speech is cut, its first sentence keeps the words that lead in, its last those that follow.

    >>> def show(text): return [text[a:b] for a, b in sentences(text, 0, len(text))]
    >>> show("“我们致力于走这条路。”他说。双方没有透露细节。")
    ['“我们致力于走这条路。”他说。', '双方没有透露细节。']
    >>> show('U.S. Gen. Mark Milley met J. Stoltenberg on Feb. 3. "We agreed," he said.')
    ['U.S. Gen. Mark Milley met J. Stoltenberg on Feb. 3.', '"We agreed," he said.']
    """
    pairs = enclosures(text, start, end)
    stops = list(_stops(text, start, end, {close for _, close in pairs}))
    places = [at for at, _ in stops]
    held: set[int] = set()
    for opening, close in pairs:
        inner = range(bisect(places, opening), bisect(places, close))
        # a last sentence may have no stop of its own: “One. Two. Three,” he said
        count = len(inner) + (bool(inner) and stops[inner[-1]][1] <= close)
        if count < 3:
            held.update(index for index in inner if stops[index][1] <= close)
    ends = [stop for index, (_, stop) in enumerate(stops) if index not in held]
    spans = (_trimmed(text, *span) for span in pairwise([start, *ends, end]))
    return [(first, last) for first, last in spans if first < last]


# ------------------------------------------------------------------------------------- sentences
_PAIRS = dict(zip("“「『«《〈（【〔([", "”」』»》〉）】〕)]", strict=True))
_MARK = re.compile(f'[{re.escape("".join(_PAIRS) + "".join(_PAIRS.values()))}"]')
_CLOSING = frozenset("".join(_PAIRS.values()) + '"’')
_NAMING = frozenset("》〉】")  # the title of a work, a label: its stop is part of a name
_TAIL = 200  # the words that name a speaker are fewer characters
_DEPTH = 16  # no writer nests deeper; what stays open longer has lost its partner
_SAME = str.maketrans("（）", "()")  # a full-width bracket is often closed by an ASCII one

_STOP = re.compile(
    r"""
    [。！？!?….](?:  # one class in front: where no mark stands a search goes on at once
      (?<=[。！？])(?:\s*[。！？!?…])*  # full-width: always a stop, whatever follows
    | (?<=[!?])[!?]* | (?<=…)…* | (?<=\.)\.*  # ASCII: if white space and a capital follow
    )
    """,
    re.VERBOSE,
)
_WIDE_STOP = re.compile("[。！？]")
#: what follows a quotation's closing mark where the sentence around it goes on
_GOES_ON = re.compile(r"\s*[,，、；;：:）)]|的(?!确)|[等之]")
_LIST_NUMBER = re.compile(r"\s*\(?\d{1,3}")
_LAST_WORD = re.compile(r"(?<![^\W_])((?:[A-Za-z]\.)*[A-Za-z]+)$")
#: a typist's slip or a translation engine's: no space between two sentences
_NO_SPACE = re.compile(r"(?<=[a-z]{2}\.)[A-Z](?:[a-z]|['’ ])")
_NEXT = re.compile(r"\s+[“‘\"'(\[]*(\w+)?")


def enclosures(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Places of matching quotation marks and brackets; one without a partner counts for nothing."""
    found: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    paired = text.count('"', start, end) % 2 == 0
    for match in _MARK.finditer(text, start, end):
        place, mark = match.start(), match.group()
        partner = _PAIRS.get(mark)
        if mark == '"' and paired:
            partner = None if any(wanted == mark for wanted, _ in waiting) else mark
        if partner is not None:
            waiting.append((partner.translate(_SAME), place))
            del waiting[:-_DEPTH]
        elif mark in _CLOSING:
            wanted = mark.translate(_SAME)
            depth = max((i for i, (w, _) in enumerate(waiting) if w == wanted), default=None)
            if depth is not None:
                found.append((waiting[depth][1], place))
                del waiting[depth:]
    return found


def _stops(text: str, start: int, end: int, closes: set[int]) -> Iterator[tuple[int, int]]:
    """Where a sentence may end: place of its mark, and the place after the closing marks."""
    for match in _STOP.finditer(text, start, end):
        at, stop = match.span()
        while stop < end and text[stop] in _CLOSING and (text[stop] != '"' or stop in closes):
            stop += 1
        if stop < end:
            closed = stop > match.end()
            if closed and (
                text[stop - 1] in _NAMING
                or _GOES_ON.match(text, stop, end)
                or _tail(text, stop, end)
            ):
                continue
            if not _WIDE_STOP.match(match.group()) and not _ascii_stop(text, match, stop, start):
                continue
        yield at, stop


def _ascii_stop(text: str, match: re.Match[str], stop: int, start: int) -> bool:
    """True if an ASCII mark or an ellipsis ends a sentence, by what stands before and behind it."""
    mark = match.group()
    if _ONE_HAN.match(text, stop) or text[stop] in "“「《（【":
        # the dot between the parts of a foreign name is none, an ellipsis goes on
        return mark[0] in "!?" or (mark[0] == "…" and stop > match.end())
    following = _NEXT.match(text, stop)
    if following is None:
        return _NO_SPACE.match(text, stop) is not None
    word = following.group(1) or ""
    if word[:1].islower():
        return False
    if mark != ".":
        return True
    before = text[max(start, match.start() - 12) : match.start()]
    if len(before) < 12 and _LIST_NUMBER.fullmatch(before):
        return False
    last = _LAST_WORD.search(before)
    if last is None:
        return True
    form = last.group(1)
    initials = (len(form) == 1 and form.isupper()) or "." in form
    match _abbreviations().get(form, "any" if initials else ""):
        case "name":
            return False
        case "number":
            return not word[:1].isdigit()
        case "any":
            return word.lower() in function_words("en")
    return True


def _tail(text: str, stop: int, end: int) -> bool:
    """True if the words after a quotation only name its speaker: 他说。 or Putin said."""
    behind = simplified(text[stop : min(end, stop + _TAIL)])
    return any(tail.match(behind) for tail in _tails())


@cache
def _tails() -> tuple[re.Pattern[str], ...]:
    def verbs(language: str) -> str:
        rows = [row for row in simplified_table("speech.tsv") if row["language"] == language]
        forms = {form for row in rows for form in listed(row["forms"])}
        return "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))

    return (
        re.compile(rf"[^，。！？；：“”]{{0,40}}?(?:{verbs('zh')})(?:。|[，：]\s*[“「\"])"),
        re.compile(rf"\s+(?:[^\s.,;:!?“”\"]+\s+){{1,5}}(?:{verbs('en')})[.,]"),
    )


@cache
def _abbreviations() -> dict[str, str]:
    return {row["form"]: row["before"] for row in table("abbreviations.tsv")}


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the white space at its ends."""
    inner = text[start:end]
    return start + len(inner) - len(inner.lstrip()), start + len(inner.rstrip())
