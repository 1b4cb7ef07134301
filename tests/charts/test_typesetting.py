"""Estimated widths are on the wide side, and no text is lost when lines are broken."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.charts.typesetting import balanced, shortened, text_width, wrapped

TEXT = st.text(st.sampled_from("abc WMil.,–布林肯，。“”é\n"), max_size=80)


def test_estimates_are_not_narrower_than_the_faces_on_screen():
    """Pixels at 12.5 px, as Chromium measured them for Source Sans."""
    measured = {
        "US–Russia talks in Geneva": 136,
        "Russia–US talks to open in Geneva “early in 2022”": 255.5,
        "Stoltenberg phones Blinken, Baerbock, Wallace": 246,
        "without an article": 92,
    }
    for text, width in measured.items():
        assert width <= text_width(text, 12.5) <= width * 1.08


@given(TEXT, st.floats(30, 400))
def test_breaking_lines_loses_nothing_and_keeps_to_the_room(text, room):
    for lines in (wrapped(text, room, 12.5), balanced(text, room, 12.5)):
        assert "".join("".join(lines).split()) == "".join(text.split())
        # a line may end in punctuation that must not begin the next
        hanging = text_width("，" * 80, 12.5) if any(mark in text for mark in "，。”") else 0
        longest = text_width("W" * 24, 12.5)
        assert all(text_width(line, 12.5) <= max(room, longest) + hanging for line in lines)
        assert all(lines)


@given(TEXT, st.floats(0, 400))
def test_a_shortened_text_fits_and_begins_like_the_whole(text, room):
    short = shortened(text, room, 12.5)
    assert text_width(short, 12.5) <= room + 1e-6
    assert text.startswith(short.removesuffix("…").rstrip()) or short == text


@given(TEXT)
def test_balanced_lines_are_as_few_as_wrapped_ones(text):
    assert len(balanced(text, 90, 12.5)) == len(wrapped(text, 90, 12.5))
