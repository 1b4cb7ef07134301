"""Text for plotly: plain strings enter, strings in plotly's small subset of HTML leave.

This is the one gate: everything that a figure writes passes through `safe`, so that no text of an
article is ever read as markup, as a template or as TeX.
"""

from __future__ import annotations

from html import escape
from urllib.parse import urlsplit

from corpus.charts import tokens
from corpus.charts.records import Band, CaptionLine, Count, Coverage, Diamond, Fold, Item
from corpus.charts.terms import Language, counted, dated, period, term
from corpus.charts.tokens import Palette
from corpus.charts.typesetting import shortened, wrapped

_HOVER_ROOM = 370.0


def safe(text: str) -> str:
    """``text`` as plotly must be given it in order to show exactly that text on one line.

    >>> safe('<a href="x">5 < 6 & $x$</a>')
    '&lt;a href="x"&gt;5 &lt; 6 &amp; &#36;x&#36;&lt;/a&gt;'
    """
    return escape(" ".join(text.split()), quote=False).replace("$", "&#36;")


def styled(text: str, size: float, color: str = "", bold: bool = False) -> str:
    """A span of safe text."""
    style = f"font-size:{size:g}px" + (f";color:{color}" if color else "")
    span = f'<span style="{style}">{safe(text)}</span>'
    return f"<b>{span}</b>" if bold else span


def hover_card(item: Item, room: int = 10_000) -> str:
    """Label in bold, date and status, who to whom, the sentence in serif, outlet.

    Plain lines have the size and face that the figure gives to its hover labels. Of what would
    make the card longer than ``room`` bytes, the sentence is left out first, the label never.
    """
    card = item.card
    title = _block(item.label, tokens.HOVER_TITLE)
    quote = _block(card.quote, tokens.HOVER)
    title = f'<b><span style="font-size:{tokens.HOVER_TITLE:g}px">{title}</span></b>'
    serif = f'<span style="font-family:{tokens.SERIF}">{quote}</span>' if quote else ""
    when, who, source = (_block(line, tokens.HOVER) for line in (card.when, card.who, card.source))
    choices = ((title, when, who, serif, source), (title, when, who, source), (title, when))
    written = ["<br>".join(filter(None, blocks)) for blocks in choices]
    plain = f"<b>{safe(shortened(item.label, _HOVER_ROOM, tokens.HOVER_TITLE))}</b>"
    return next((text for text in written if len(text.encode()) <= room), plain)


def _block(text: str, size: float) -> str:
    return "<br>".join(map(safe, wrapped(text, _HOVER_ROOM, size)))


def article_card(article: Coverage, language: Language) -> str:
    """Outlet and day."""
    return f"<b>{safe(article.outlet)}</b><br>{safe(dated(article.day, 'day', language))}"


def count_card(count: Count, language: Language) -> str:
    """How many, of whom, and in which days."""
    words = ("event", "events_counted") if count.lane else ("article", "articles_counted")
    number = counted(*words, count.count, language)
    days = period(count.first, count.last, language)
    told = " · ".join(filter(None, (count.outlet, days)))
    return f"<b>{safe(number)}</b><br>{safe(told)}"


def fold_card(fold: Fold, language: Language) -> str:
    """What is folded, and what a click does."""
    told = [line.text for line in fold.caption if line.role in ("title", "what")]
    days = period(fold.first, fold.last, language)
    return "<br>".join(
        (f"<b>{safe(' '.join(told))}</b>", safe(days), safe(term("open_fold", language)))
    )


def milestone_card(diamond: Diamond, language: Language) -> str:
    """Every known date with its day and where it is stated; what it is not, in the last line."""
    blocks = [
        f"<b>{_block(known.label, tokens.HOVER_TITLE)}</b><br>"
        f"{safe(dated(known.day, 'day', language))} · {safe(urlsplit(known.reference).netloc)}"
        for known in diamond.milestones
    ]
    return "<br>".join((*blocks, f"<i>{safe(term('not_yours', language))}</i>"))


def lane_title(band: Band, ink: Palette) -> str:
    """Title in the class colour, what follows it in muted."""
    color = ink.of_class(band.lane.quad_class)
    title = styled(band.lane.title, tokens.TITLE, color, bold=True)
    return f"{title}  {styled(band.note, tokens.LABEL, ink.muted)}"


def caption(fold: Fold, ink: Palette, language: Language) -> str:
    """The caption of a fold in one string, its lines parted as `Fold.upright` asks."""
    lines = [_caption_line(line, fold.upright, ink, language) for line in fold.caption]
    notes = [index for index, line in enumerate(fold.caption) if line.role == "note"]
    if notes:
        lines.insert(notes[0], "")
    return ("  " if fold.upright else "<br>").join(lines)


def _caption_line(line: CaptionLine, upright: bool, ink: Palette, language: Language) -> str:
    if line.role == "title":
        size = tokens.TITLE if upright else tokens.CAPTION_TITLE
        return styled(line.text, size, ink.ink, bold=True)
    text = styled(line.text, tokens.LABEL, ink.muted if line.role == "when" else ink.ink)
    # Chinese faces have no italic: a slanted one would be drawn
    return f"<i>{text}</i>" if line.role == "note" and language == "en" else text
