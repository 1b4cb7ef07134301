"""The curve has no line where nothing was published, and its band holds all scales."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from corpus.charts.curve import curve_figure
from corpus.escalation import SCALES
from corpus.tables import rows

WEEKS = [("2022-01-03", 3), ("2022-01-10", 2), ("2024-05-13", 1), ("2024-05-20", 0)]


def found():
    firsts = pd.to_datetime([first for first, _ in WEEKS])
    scales = pd.DataFrame(
        {scale: [0.1 * n, 0.2, -0.3, float("nan")] for n, scale in enumerate(SCALES)}
    )
    return scales.assign(
        first=firsts,
        last=firsts + pd.Timedelta(days=6),
        events=[n for _, n in WEEKS],
        articles=1,
        low=scales.min(axis=1),
        high=scales.max(axis=1),
    )


def scatters(figure):
    return [trace for trace in figure.data if isinstance(trace, go.Scatter)]


def test_the_line_breaks_at_a_silence_and_at_a_week_without_events():
    figure = curve_figure(rows(found()), "plover", "en", "light")
    (line,) = [t for t in scatters(figure) if t.mode == "lines+markers"]
    assert [x is None for x in line.x] == [False, False, True, False, True]
    texts = [note.text for note in figure.layout.annotations]
    assert any("847 days" in text for text in texts)


def test_more_conflict_is_higher_up():
    figure = curve_figure(rows(found()), "plover", "zh", "dark")
    (line,) = [t for t in scatters(figure) if t.mode == "lines+markers"]
    assert line.y[1] < line.y[0] < line.y[3]
    low, high = figure.layout.yaxis.range
    assert low > high


def test_the_band_holds_the_line_on_every_scale():
    for scale in SCALES:
        figure = curve_figure(rows(found()), scale, "en", "light")
        (line,) = [t for t in scatters(figure) if t.mode == "lines+markers"]
        bands = [t for t in scatters(figure) if t.fillcolor and not t.fillpattern.shape]
        for x, y in zip(line.x, line.y, strict=True):
            if x is None:
                continue
            near = [b for b in bands if min(b.x) <= x <= max(b.x)]
            assert any(min(b.y) - 1e-6 <= y <= max(b.y) + 1e-6 for b in near)


def test_an_empty_table_is_an_empty_figure():
    assert curve_figure([], "plover", "en", "light").layout.annotations
