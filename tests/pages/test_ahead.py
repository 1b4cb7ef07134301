"""While an archive is read a hidden chart fetches the code of charts, and is gone afterwards."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest


def _page(wait: bool) -> None:
    import streamlit as st

    from pages.parts.ahead import charts_ahead

    with charts_ahead():
        if wait:
            st.stop()


def test_a_chart_is_there_for_as_long_as_the_wait_and_no_longer():
    during = AppTest.from_function(_page, args=(True,)).run(timeout=30)
    assert len(during.get("plotly_chart")) == 1
    after = AppTest.from_function(_page, args=(False,)).run(timeout=30)
    assert not after.exception
    assert len(after.get("plotly_chart")) == 0
