"""Events to lay out: a handful modelled on the four articles of ``seeds/``, and generated ones."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from corpus.charts.records import Card, Coverage, Item, Lane
from corpus.model import STATUSES

LANES = [Lane(f"lane_{n}", f"Lane {n}", "types of it", n) for n in (1, 2, 3, 4)]

NO_CARD = Card()


def day(text: str) -> date:
    return date.fromisoformat(text)


def item(
    event_id: str,
    first: str | None,
    last: str | None = "",
    *,
    exact: bool = True,
    quad_class: int = 1,
    status: str = "happened",
    salience: int = 2,
    label: str = "Blinken meets Lavrov in Geneva",
    conflict: str = "",
    card: Card = NO_CARD,
    hours: tuple[float, float] | None = None,
) -> Item:
    """An event; without ``last`` it has one day."""
    end = first if last == "" else last
    return Item(
        event_id,
        day(first) if first else None,
        day(end) if end else None,
        exact,
        f"lane_{quad_class}",
        quad_class,
        status,
        salience,
        label,
        conflict,
        card,
        hours=hours,
    )


def article(published: str, outlet: str = "Al Jazeera", number: int = 0) -> Coverage:
    return Coverage(f"a{published}-{number}", day(published), outlet)


def winter() -> list[Item]:
    """Talks and warnings of a winter, and a visit two years later."""
    return [
        item("calls", "2021-12-23", label="Stoltenberg phones Blinken, Baerbock and Wallace"),
        item("drill", "2021-12-23", quad_class=4, label="Russian paratroopers drill in Crimea"),
        item("proposals", "2021-12-01", "2021-12-31", exact=False, quad_class=3, salience=1),
        item("talks", "2022-01-09", "2022-01-10", status="planned", conflict="9 or 9–10 Jan"),
        item("osce", "2022-01-13", status="planned", label="OSCE talks"),
        item("geneva", "2022-01-21"),
        item("warning", "2022-01-21", quad_class=3, status="conditional", label="US warns Russia"),
        item(
            "troops", "2022-01-17", "2022-01-23", exact=False, quad_class=4, label="Troops arrive"
        ),
        item("exercise", "2022-02-01", "2022-02-28", exact=False, quad_class=2, status="planned"),
        item("early", "2022-01-01", "2022-04-30", exact=False, status="planned", label="Talks"),
        item("kyiv", "2024-05-14", label="Blinken visits Kyiv"),
        item("kharkiv", "2024-05-14", quad_class=4, status="ongoing", label="New offensive"),
        item("aid", None, None, quad_class=2, label="Congress approves the aid"),
    ]


def four_articles() -> list[Coverage]:
    return [
        article("2021-12-24"),
        article("2022-01-03"),
        article("2022-01-21", "Epoch Times"),
        article("2024-05-14", "FT"),
    ]


DAYS = st.dates(date(2019, 1, 1), date(2024, 12, 31)) | st.dates(date(1990, 1, 1), date(2030, 1, 1))
LABELS = st.text(st.sampled_from("abdeilmorstwABM 布林肯会晤–“”<&$"), max_size=60)


@st.composite
def items(draw: st.DrawFn, largest: int = 70) -> list[Item]:
    """Events of all kinds of dates, in clusters as archives have them."""
    middles = draw(st.lists(DAYS, min_size=1, max_size=4))
    found: list[Item] = []
    for number in range(draw(st.integers(0, largest))):
        start = draw(st.sampled_from(middles)) + timedelta(days=draw(st.integers(-20, 20)))
        kind = draw(st.sampled_from(["day"] * 5 + ["days", "month", "year", "since", "by", "none"]))
        length = {"days": draw(st.integers(1, 9)), "month": 30, "year": 364}.get(kind, 0)
        quad_class = draw(st.integers(1, 4))
        found.append(
            Item(
                f"e{number}",
                None if kind in ("by", "none") else start,
                None if kind in ("since", "none") else start + timedelta(days=length),
                draw(st.booleans()),
                f"lane_{quad_class}",
                quad_class,
                draw(st.sampled_from(STATUSES)),
                draw(st.integers(0, 2)),
                draw(LABELS),
                draw(st.sampled_from(["", "", "9 or 10 Jan"])),
            )
        )
    return found


@st.composite
def coverages(draw: st.DrawFn, largest: int = 12) -> list[Coverage]:
    days = draw(st.lists(DAYS, max_size=largest))
    return [
        Coverage(f"a{number}", published, "Al Jazeera") for number, published in enumerate(days)
    ]
