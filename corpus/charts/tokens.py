"""The one place for colour, type and measure: nothing enters, the token table leaves.

Every renderer, the page's own style sheet and the exports read these values; none may write down a
colour, a face or a size of its own. Contrast and colour-blind distances are computed from this
table by ``tests/charts/test_tokens.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Theme = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme, as ``#RRGGBB``."""

    #: background of page and chart; and of the hover card only
    page: str
    raised: str
    #: text, axis; secondary text, minor events; rules and month lines
    ink: str
    muted: str
    hair: str
    #: stretches without articles: the ground, and the strokes on it
    tint: str
    hatch: str
    #: words of cooperation, acts of cooperation, words of conflict, acts of conflict
    classes: tuple[str, str, str, str]
    #: "here is the sentence, or the contradiction": never data, never decoration; text on it
    marker: str
    on_marker: str

    def of_class(self, quad_class: int) -> str:
        """Colour of a PLOVER quad class 1 to 4; ink for 0, which stands for no class."""
        return self.classes[quad_class - 1] if quad_class else self.ink


PALETTES: Final[dict[Theme, Palette]] = {
    "light": Palette(
        page="#FBFAF6",
        raised="#FFFFFF",
        ink="#17212B",
        muted="#5A6570",
        hair="#DEDBD0",
        tint="#F1EFE7",
        hatch="#CFCBBD",
        classes=("#1F70A8", "#0B3C6F", "#A65500", "#8A1A2C"),
        marker="#FFE27A",
        on_marker="#17212B",
    ),
    "dark": Palette(
        page="#11171D",
        raised="#1A222B",
        ink="#ECE9E2",
        muted="#A3ADB7",
        hair="#303A45",
        tint="#19212A",
        hatch="#3A4550",
        classes=("#A9D3F2", "#4C9AE0", "#F4BE72", "#EE6A55"),
        marker="#FFE27A",
        on_marker="#17212B",
    ),
}

#: Streamlit brings the Source faces, the Chinese ones are the reader's own
SANS: Final = (
    "'Source Sans', 'PingFang SC', 'Noto Sans CJK SC', 'Noto Sans SC', 'Microsoft YaHei', "
    "sans-serif"
)
SERIF: Final = "'Source Serif', 'Songti SC', 'Noto Serif CJK SC', 'Noto Serif SC', 'SimSun', serif"

# type sizes of charts, in pixels
LABEL: Final = 12.5
TITLE: Final = 13.0
DAY: Final = 11.5
HOVER: Final = 13.5
HOVER_TITLE: Final = 15.0
CAPTION_TITLE: Final = 18.0
#: read from the back of a room
STRIP_TEXT: Final = 19.0

# measures of charts, in pixels
ROW: Final = 19.5
#: a row of marks of which none has a label
DENSE_ROW: Final = 11.0
#: widths of marks by how many sources tell the event, and of those in such a row
MARKS: Final = (10.0, 13.0, 16.0)
BEADS: Final = (7.0, 8.5, 10.0)
#: how much wider than a disc a ring is that looks as large
RING: Final = 1.1
LANE_HEAD: Final = 26.0
LANE_FOOT: Final = 4.0
#: zone of months and days above the axis, which lies at y = 0
AXIS_HEAD: Final = 46.0
COVERAGE_HEAD: Final = 10.0
BAR: Final = 9.0
#: a bar under its label, or in a low row
STRIP: Final = 5.0
#: least free space between two things in one row, and from the middle of a mark to its label
GAP: Final = 12.0
OFFSET: Final = 12.5
