"""While an archive is read the shape of the page stands there, and is gone afterwards."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest


def _page(wait: bool) -> None:
    import streamlit as st

    from pages.parts.skeleton import waiting_in

    with waiting_in(st.empty(), "reading") as told:
        told(1, 4)
        if wait:
            st.stop()


def test_a_shape_says_how_far_the_reading_is_for_as_long_as_it_lasts():
    during = AppTest.from_function(_page, args=(True,)).run(timeout=30)
    assert not during.exception
    (bar,) = during.get("progress")
    assert (bar.value, bar.proto.text) == (25, "reading 1 / 4")
    assert len(during.get("skeleton")) > 4
    # so that the browser fetches the code of charts in the meantime
    assert len(during.get("plotly_chart")) == 1
    after = AppTest.from_function(_page, args=(False,)).run(timeout=30)
    assert not after.exception
    assert [after.get(kind) for kind in ("progress", "skeleton", "plotly_chart")] == [[], [], []]
