"""CLDR's names of states go in, ``corpus/lexicon/territories.tsv`` comes out on standard output.

    python docs/territories.py > territories.tsv && mv territories.tsv corpus/lexicon/

Babel carries CLDR; loading three of its languages takes as long as all other tables together, so
the names are read once. It must never change a name: what CLDR lacks stands in ``states.tsv``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from babel import Locale
from babel.core import get_global

#: alpha-3 codes that CLDR maps although ISO has withdrawn them, or although they are no state's
_NO_STATES = frozenset(["BUR", "DDR", "FXX", "TMP", "YMD", "ZAR", "QUU", "XAA", "XBB", "ZZZ"])
_COMMENT = """\
# Names of all states and territories from CLDR (Unicode), read through Babel by
# docs/territories.py: never change a name here, add what is missing to states.tsv.
# code       ISO 3166-1 alpha-3 (Kosovo has none: XKK, as in CLDR)
# name_en, name_zh, name_hant   in English, in simplified Chinese, and as Taiwan calls it (紐西蘭)
"""


def rows() -> Iterator[tuple[str, str, str, str]]:
    """Code and names of every state, in the order of CLDR."""
    english = Locale("en").territories
    mainland = Locale("zh", script="Hans").territories
    elsewhere = Locale("zh", script="Hant").territories
    for code, aliases in get_global("territory_aliases").items():
        if len(code) == 3 and code.isalpha() and code not in _NO_STATES and len(aliases) == 1:
            (territory,) = aliases
            if territory in mainland:
                name = english[territory].replace("’", "'")
                yield code, name, mainland[territory], elsewhere[territory]


if __name__ == "__main__":
    lines = ["\t".join(cells) for cells in (("code", "name_en", "name_zh", "name_hant"), *rows())]
    sys.stdout.write(_COMMENT + "\n".join(lines) + "\n")
