"""What is packed never touches, and takes the fewest rows that the order allows."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from corpus.charts.packing import Block, Option, pack, stack
from corpus.charts.tokens import GAP


def block(middle: float, width: float, group: int | None = None) -> Block:
    return Block(
        (
            Option("right", middle - 7, middle + width, "text"),
            Option("left", middle - width, middle + 7, "text"),
            Option("none", middle - 7, middle + 7),
        ),
        group,
    )


BLOCKS = st.lists(
    st.builds(block, st.integers(0, 1000), st.integers(20, 300), st.none() | st.integers(0, 5)),
    max_size=40,
)


@given(BLOCKS, st.integers(1, 30))
def test_nothing_in_a_row_touches(blocks, most):
    placed = [place for place in pack(blocks, most) if place]
    for one, two in combinations(placed, 2):
        if one.row == two.row:
            apart = max(one.option.low - two.option.high, two.option.low - one.option.high)
            assert apart >= (GAP if one.option.text and two.option.text else 2)


@given(BLOCKS)
def test_with_enough_rows_everything_is_placed_with_its_label(blocks):
    assert all(place and place.option.text for place in pack(blocks, len(blocks)))


@given(BLOCKS, st.integers(1, 4))
def test_rows_are_never_more_than_allowed(blocks, most):
    assert all(place.row < most for place in pack(blocks, most) if place)


def test_a_label_is_given_up_before_its_mark():
    blocks = [block(100, 100), block(400, 100), block(250, 300)]
    (*_, third) = stack(blocks, {}, most_rows=1)
    assert third
    assert third.option.side == "none"
    assert pack([*blocks, block(250, 300)], 1)[-1] is None, "and nothing covers another mark"


def test_beads_of_one_day_keep_to_one_side():
    placed = pack([block(400, 100, group=1) for _ in range(4)] + [block(430, 100, group=2)], 10)
    assert len({place.option.side for place in placed[:4] if place}) == 1


def test_a_day_goes_left_where_that_saves_rows():
    blocks = [block(400, 150, 1), block(400, 150, 1), block(450, 150, 2), block(450, 150, 2)]
    placed = pack(blocks, 10)
    assert max(place.row for place in placed if place) == 1
    assert [place.option.side for place in placed if place] == ["left", "left", "right", "right"]


def test_a_day_of_one_event_is_turned_too_where_that_saves_a_row():
    lone, next_to_it = block(400, 100, 1), block(440, 100, 2)
    right_only = Block(next_to_it.options[:1], 2)
    placed = pack([lone, right_only], 3)
    assert [(place.row, place.option.side) for place in placed if place] == [
        (0, "left"),
        (0, "right"),
    ]


def test_taken_room_is_left_free():
    (placed,) = pack([block(50, 100)], 3, [[(0.0, 400.0)]])
    assert placed
    assert placed.row == 1
