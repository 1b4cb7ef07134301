"""The house of DESIGN.md: imports go down, knowledge of frameworks stays on its floor, no clock."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
#: the longest name that begins a module's own decides its floor
FLOORS = {
    "corpus.model": 0,
    "corpus.happenings": 0,
    "corpus.errors": 0,
    "corpus.readers": 1,
    "corpus.text": 1,
    "corpus.han": 1,
    "corpus.language": 1,
    "corpus.lexicon": 1,
    "corpus.times": 2,
    "corpus.entities": 2,
    "corpus.quantities": 2,
    "corpus.coding": 2,
    "corpus.labels": 2,
    "corpus.naming": 2,
    "corpus.phrases": 2,
    "corpus.pieces": 2,
    "corpus.linking": 2,
    "corpus.subjects": 2,
    "corpus.copies": 2,
    "corpus.analysis": 2,
    "corpus.archive": 2,
    "corpus.explanation": 2,
    "corpus.tables": 3,
    "corpus.queries": 3,
    "corpus.indexes": 3,
    "corpus.comparison": 3,
    "corpus.reporting": 3,
    "corpus.emphasis": 3,
    "corpus.side_by_side": 3,
    "corpus.threads": 3,
    "corpus.storylines": 3,
    "corpus.ledger": 3,
    "corpus.disputes": 3,
    "corpus.summary": 3,
    "corpus.escalation": 3,
    "corpus.holdings": 3,
    "corpus.charts": 4,
    "corpus.exports": 4,
    "corpus": 5,
    "corpus.__main__": 5,
    "corpus.pipeline": 5,
    "corpus.additions": 5,
    "corpus.subset": 5,
    "pages.parts": 6,
    "pages": 7,
    "dashboard": 7,
}
#: packages with their own place in the house: the floors, or the only modules, that may import them
PANDAS_ON_FLOOR_4 = {"corpus.charts.frames"}
PLOTLY = {"corpus.charts.timeline", "corpus.charts.strip", "corpus.charts.curve"}
#: what the corpus must never ask: the time, chance, the place where it runs
FORBIDDEN = {"locale", "random", "secrets", "time", "uuid"}
CLOCKS = {"now", "today", "utcnow", "fromtimestamp"}


def modules() -> dict[str, Path]:
    """Every module of the product by its dotted name; a package stands for its ``__init__``."""
    paths = [*(ROOT / "corpus").rglob("*.py"), *(ROOT / "pages").rglob("*.py")]
    found = {}
    for path in sorted([*paths, ROOT / "dashboard.py"]):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(part for part in parts if part != "__init__")] = path
    return found


MODULES = modules()
TREES = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in MODULES.items()}


def floor(name: str) -> int | None:
    """The floor of a module; None for what is no part of the house."""
    exact = FLOORS.get(name)
    if exact is not None:
        return exact
    homes = [home for home in FLOORS if home not in ("corpus",) and name.startswith(f"{home}.")]
    return FLOORS[max(homes, key=len)] if homes else None


def imports(tree: ast.AST) -> Iterator[str]:
    """Names of all modules that a module imports, also inside functions and for types only."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative import"
            source = node.module or ""
            inner = {f"{source}.{alias.name}" for alias in node.names}
            yield from inner & set(MODULES) or {source}


def importers(package: str) -> set[str]:
    """Modules that import a package or a part of it."""
    return {
        name
        for name, tree in TREES.items()
        if any(found.partition(".")[0] == package for found in imports(tree))
    }


def test_every_module_stands_on_a_floor():
    assert [name for name in MODULES if floor(name) is None] == []


@pytest.mark.parametrize("name", MODULES)
def test_imports_only_go_down_or_stay_on_their_floor(name):
    above = [found for found in imports(TREES[name]) if (floor(found) or 0) > (floor(name) or 0)]
    assert above == []


def test_an_import_that_goes_up_is_seen():
    told = set(imports(ast.parse("def f():\n    from corpus import pipeline, build\n")))
    assert told == {"corpus.pipeline"}
    assert (floor("corpus.pipeline"), floor("corpus.coding.status")) == (5, 2)
    assert set(imports(ast.parse("from corpus import build"))) == {"corpus"}


def test_the_ground_floor_knows_nothing_but_the_standard_library():
    for name in ("corpus.model", "corpus.errors"):
        roots = {found.partition(".")[0] for found in imports(TREES[name])}
        assert roots <= sys.stdlib_module_names, name


def test_only_the_screens_know_streamlit():
    assert importers("streamlit") <= {name for name in MODULES if (floor(name) or 0) >= 6}
    assert "dashboard" in importers("streamlit")


def test_only_one_module_knows_plotly():
    assert importers("plotly") == PLOTLY


def test_data_frames_begin_on_the_third_floor():
    known = importers("pandas") | importers("pyarrow")
    assert [name for name in known if (floor(name) or 0) < 3] == []
    assert {name for name in known if floor(name) == 4} == PANDAS_ON_FLOOR_4


@pytest.mark.parametrize("name", MODULES)
def test_no_import_of_a_star_and_no_module_of_odds_and_ends(name):
    stars = [
        node
        for node in ast.walk(TREES[name])
        if isinstance(node, ast.ImportFrom) and node.names[0].name == "*"
    ]
    assert stars == []
    assert not {*name.split(".")} & {"utils", "util", "helpers", "helper", "misc", "common"}


@pytest.mark.parametrize("name", MODULES)
def test_no_module_is_longer_than_three_hundred_lines(name):
    assert len(MODULES[name].read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("name", [name for name in MODULES if name.startswith("corpus")])
def test_the_corpus_asks_neither_the_clock_nor_chance(name):
    assert not {found.partition(".")[0] for found in imports(TREES[name])} & FORBIDDEN
    asked = [ast.unparse(node) for node in ast.walk(TREES[name]) if _asks_the_clock(node)]
    assert asked == []


def _asks_the_clock(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    first = node.args[0] if node.args else None
    stamp = node.func.attr in ("Timestamp", "to_datetime") and isinstance(first, ast.Constant)
    return node.func.attr in CLOCKS or (stamp and first.value in ("now", "today"))


@pytest.mark.parametrize("call", ["date.today()", "datetime.now(UTC)", "pd.Timestamp('now')"])
def test_a_question_to_the_clock_is_seen(call):
    assert _asks_the_clock(ast.parse(call, mode="eval").body)


def test_the_ground_floors_load_no_data_frames_charts_or_screens():
    code = (
        "import sys, corpus\n"
        "import corpus.coding, corpus.linking, corpus.quantities, corpus.readers, corpus.times\n"
        "corpus.find_events('普京周四会见习近平。', None)\n"
        "heavy = {'pandas', 'pyarrow', 'plotly', 'streamlit', 'numpy'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
