"""What is registered is there, and what is there is registered: folder and tuple, both ways."""

from __future__ import annotations

import ast
import re
from collections import Counter
from importlib import import_module
from pathlib import Path
from typing import get_args

import pytest

from corpus import readers, times
from corpus.charts.terms import term
from corpus.coding.vocabulary import LANGUAGES, event_types, sayings
from corpus.comparison import STATES
from corpus.happenings import State
from corpus.lexicon import listed, rows_of, table
from corpus.model import STATUSES, DateBasis
from corpus.side_by_side import FACTS, RELATIONS
from pages.parts import view
from pages.parts.event_table import COLUMNS
from pages.parts.event_tellings import REASONS
from pages.parts.filters import FILTERS
from pages.parts.frame import PAGES
from pages.parts.incoming import Fate
from pages.parts.reading_help import TOPICS
from pages.parts.switched_off import CHANGES

ROOT = Path(__file__).parents[1]
SECTIONS = ("refused", "undated", "dates", "copies", "translations")
LEXICON = ROOT / "corpus" / "lexicon"
WORDING = ROOT / "pages" / "parts" / "wording.tsv"
TABLES = sorted(path.name for path in LEXICON.glob("*.tsv"))
CODE = sorted([*ROOT.glob("corpus/**/*.py"), *ROOT.glob("pages/**/*.py"), ROOT / "dashboard.py"])
SCREENS = [path for path in CODE if path.relative_to(ROOT).parts[0] != "corpus"]
#: columns that tell one row from another; no two rows of a table agree in all of them
KEYS = {
    "abbreviations.tsv": "form",
    "agents_en.tsv": "sector",
    "bodies.tsv": "name_en name_zh sector states alone",
    "blocs.tsv": "key",
    "boilerplate.tsv": "form",
    "bulletins.tsv": "form",
    "bylines.tsv": "part",
    "charsets.tsv": "codec",
    "chart_terms.tsv": "key",
    "cities.tsv": "name_en",
    "chinese_years.tsv": "year",
    "columns.tsv": "column",
    "counted.tsv": "unit few one",
    "cues.tsv": "kind language",
    "date_labels.tsv": "kind forms",
    "day_parts.tsv": "part",
    "decoys.tsv": "form",
    "event_types.tsv": "type mode",
    "scales.tsv": "type mode",
    "fates.tsv": "key",
    "file_kinds.tsv": "offset bytes",
    "function_words.tsv": "language",
    "grammar.tsv": "kind language",
    "holidays.tsv": "key",
    "hosts.tsv": "domain",
    "labels.tsv": "type mode origin status topic needs forms",
    "milestones.tsv": "day",
    "name_letters.tsv": "letters",
    "number_bounds.tsv": "language side effect",
    "number_context.tsv": "role language",
    "number_words.tsv": "language word",
    "offices.tsv": "state office code from",
    "page_fields.tsv": "field",
    "page_furniture.tsv": "what",
    "parties.tsv": "code",
    "party_cues.tsv": "role language",
    "party_links.tsv": "link language",
    "phrases.tsv": "key",
    "pieces.tsv": "topic one_en",
    "places.tsv": "name_en",
    "anchors.tsv": "key",
    "alphabets.tsv": "language",
    "han_variants.tsv": "traditional",
    "pronouns.tsv": "language sectors",
    "publishers.tsv": "id",
    "sectors.tsv": "sector",
    "speech.tsv": "language stance",
    "state_pairs.tsv": "form",
    "states.tsv": "code",
    "territories.tsv": "code",
    "times_en.tsv": "kind forms",
    "times_zh.tsv": "kind forms",
    "themes.tsv": "key types topics",
    "things.tsv": "key",
    "titles.tsv": "office sector states rank forms_zh",
    "topics.tsv": "key",
    "turns.tsv": "kind language",
    "triggers_en.tsv": "example",
    "triggers_zh.tsv": "example",
    "units.tsv": "language kind unit factor",
    "verbs_en.tsv": "base",
}
#: columns whose name says all: what a code stands for, in words of a language
PLAIN = {
    "form",
    "forms",
    "key",
    "language",
    "letters",
    "mode",
    "name",
    "definition",
    "why",
    "words",
}
#: sets of values that a page puts behind a prefix to make a key of the wording
FAMILIES = {
    "one_": {type_ for type_, _ in event_types()},
    "many_": {type_ for type_, _ in event_types()},
    "state_": STATES,
    "basis_": get_args(DateBasis),
    "table_": COLUMNS,
    "layer_": view.LAYERS,
    "language_": (*LANGUAGES, "und"),
    "conflict_": ("clock", "date", "figure", "interval", "party", "place", "status"),
    "published_basis_": ("front_matter", "dateline", "url", "meta", "visible", "file_name"),
    "why_": ("publication", "context", "none"),
    "why_date_": ("publication", "context", "speech", "event"),
    "filter_": (*(item.key for item in FILTERS), "from", "to"),
    "outlet_": (
        *(row["kind"].replace("-", "_") for row in table("publishers.tsv") if row["kind"]),
        "other",
    ),
    "tally_": ("outlets", "kinds", "folders", "formats", "languages", "months"),
    "missing_": [f"{key}{end}" for key in SECTIONS for end in ("", "_lead", "_none")],
    "copy_": ("identical", "address", "text", "near", "other"),
    "fate_": [fate for fate in get_args(Fate) if fate != "added"],
    **{
        f"{field}_": view.CHOICES[field]
        for field in ("lanes", "form", "scale", "about", "columns", "measure", "weeks")
    },
    "rank_": [f"{rank}{end}" for rank in view.CHOICES["rank"] for end in ("", "_by")],
    "relation_": RELATIONS,
    "fact_": FACTS,
    "place_": ("first", "tie", "later"),
    "first_": ("shared", "first", "tie", "later", "median"),
    "lost_": CHANGES,
    "lost_list_": CHANGES,
    "severity_": (1, 2, 3),
    "ledger_": ("slight", "clear", "grave"),
    "turn_": [state.replace(" ", "_") for state in get_args(State)],
    "link_": REASONS.values(),
    "help_": (*STATES, *TOPICS),
    "help_name_": TOPICS,
    "basis_story_": ("parties", "article"),
    "beyond_": ("known_back", "known_on"),
    "pair_side_": ("one", "other"),
    "step_": ("week", "month"),
    "steps_": ("week", "month"),
    "zoom_": ("earlier", "later", "in", "out", "all"),
}


def test_every_reader_in_the_folder_is_in_the_tuple_and_no_other():
    stems = {path.stem for path in (ROOT / "corpus" / "readers").glob("*.py")} - {"__init__"}
    found = [import_module(f"corpus.readers.{stem}") for stem in sorted(stems)]
    registered = [module.READER for module in found if hasattr(module, "READER")]
    assert sorted(reader.name for reader in registered) == sorted(
        reader.name for reader in readers.READERS
    )
    assert all(reader in readers.READERS for reader in registered)


def test_every_grammar_of_time_in_the_folder_is_in_the_tuple_with_its_words():
    folder = ROOT / "corpus" / "times"
    grammars = {path.stem for path in folder.glob("grammar_*.py")}
    read = {grammar.__module__ for grammar in times.LANGUAGES.values()}
    assert {f"corpus.times.{stem}" for stem in grammars} == read
    assert {f"times_{stem[-2:]}.tsv" for stem in grammars} == {
        name for name in TABLES if name.startswith("times_")
    }


def test_every_trigger_table_is_a_language_of_the_coder_and_has_cues_and_verbs_of_saying():
    assert {f"triggers_{language}.tsv" for language in LANGUAGES} == {
        name for name in TABLES if name.startswith("triggers_")
    }
    kinds = [{r["kind"] for r in table("cues.tsv") if r["language"] == code} for code in LANGUAGES]
    assert kinds[0] == kinds[1]
    for language in LANGUAGES:
        verb = {"zh": "表示", "en": "said"}[language]
        assert [stance for *_, stance in sayings(language).find(verb)] == ["says"]


def test_every_screen_in_the_folder_is_a_page_of_the_frame_and_no_other():
    scripts = {f"pages/{path.name}" for path in (ROOT / "pages").glob("*.py")}
    assert scripts | {"dashboard.py"} == {page.script for page in PAGES}
    assert len({page.name for page in PAGES}) == len(PAGES)
    assert all(page.title in wording("en") for page in PAGES)


def test_every_trigger_and_label_is_of_a_type_that_plover_has():
    types = set(event_types())
    for language in LANGUAGES:
        rows = table(f"triggers_{language}.tsv")
        assert [row for row in rows if (row["type"], row["mode"]) not in types] == []
    assert [row for row in table("labels.tsv") if (row["type"], row["mode"]) not in types] == []


def test_every_table_is_listed_here_with_its_key():
    assert set(TABLES) == set(KEYS)


@pytest.mark.parametrize("name", TABLES)
def test_no_two_rows_of_a_table_have_the_same_key(name):
    rows = table(name)
    keys = Counter(tuple(row[column] for column in KEYS[name].split()) for row in rows)
    assert [key for key, count in keys.items() if count > 1] == []
    assert rows


@pytest.mark.parametrize("name", TABLES)
def test_the_header_of_a_table_says_where_it_came_from_and_what_its_columns_mean(name):
    comment = header(name)
    assert re.search(
        r"[Ww]ritten for this project|[Cc]ompiled by hand|PLOVER|CLDR|OpenCC|GeoNames", comment
    )
    words = set(re.findall(r"\w+", comment))
    words |= PLAIN | {word[:-3] for word in words if word.endswith(("_en", "_zh"))}
    unexplained = {
        column
        for column in table(name)[0]
        if (re.sub(r"(^|_)(en|zh)$", "", column) or "name") not in words
        and not {row[column] for row in table(name)} <= words
    }
    assert unexplained == set()


def header(name: str) -> str:
    """The comment of a table, with that of the table whose columns it says it shares."""
    lines = (LEXICON / name).read_text(encoding="utf-8").splitlines()
    comment = "\n".join(line for line in lines if line.startswith("#"))
    same = re.search(r"columns and conventions as in (\w+\.tsv)", comment)
    return comment + (header(same[1]) if same else "")


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_read_by_some_module(name):
    by_language = re.sub(r"_(zh|en)\.", "_{language}.", name)
    literals = (
        node.value if isinstance(node, ast.Constant) else ast.unparse(node)[2:-1]
        for path in CODE
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant | ast.JoinedStr)
    )
    assert {name, by_language} & set(literals)


def test_every_public_function_and_class_of_the_corpus_has_a_docstring():
    bare = set()
    for path in (path for path in CODE if path not in SCREENS):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        home = path.relative_to(ROOT).as_posix()
        assert ast.get_docstring(tree), home
        bare |= {
            f"{home} {node.name}"
            for node in tree.body
            if isinstance(node, ast.FunctionDef | ast.ClassDef)
            and not node.name.startswith("_")
            and not ast.get_docstring(node)
        }
    assert bare == set()


def wording(language: str) -> dict[str, str]:
    return {row["key"]: row[language] for row in rows_of(WORDING)}


def test_every_wording_is_there_once_and_in_both_languages_with_the_same_blanks():
    rows = rows_of(WORDING)
    assert [key for key, n in Counter(row["key"] for row in rows).items() if n > 1] == []
    for row in (*rows, *table("chart_terms.tsv")):
        assert row["en"], row["key"]
        assert row["zh"], row["key"]
        if not row["key"].startswith("pattern_"):
            blanks = [set(re.findall(r"\{\w*\}", row[language])) for language in ("en", "zh")]
            assert blanks[0] == blanks[1], row["key"]


def literals() -> set[str]:
    """Every string that stands in the screens' code."""
    return {
        node.value
        for path in SCREENS
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def asked() -> list[ast.expr]:
    """The first argument of every call of ``say``."""
    calls = (
        node
        for path in SCREENS
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and node.args
    )
    return [call.args[0] for call in calls if ast.unparse(call.func).split(".")[-1] == "say"]


def test_every_key_that_a_screen_asks_for_has_its_wording_and_every_prefix_its_values():
    keys = set(wording("en"))
    for argument in asked():
        if isinstance(argument, ast.BinOp):
            argument = argument.left
        if isinstance(argument, ast.Constant):
            assert argument.value in keys | set(FAMILIES)
        if isinstance(argument, ast.JoinedStr) and isinstance(argument.values[0], ast.Constant):
            assert argument.values[0].value in FAMILIES


@pytest.mark.parametrize("prefix", FAMILIES)
def test_every_value_behind_a_prefix_has_its_wording(prefix):
    assert [f"{prefix}{v}" for v in FAMILIES[prefix] if f"{prefix}{v}" not in wording("en")] == []


def test_every_status_class_and_lane_has_its_wording_in_the_charts():
    for language in ("en", "zh"):
        assert all(term(f"status_{status}", language) for status in STATUSES)
        assert all(term(f"lane_{row.quad_class}", language) for row in event_types().values())


def test_every_wording_is_used_by_some_screen():
    used = literals() | {f"{prefix}{value}" for prefix, v in FAMILIES.items() for value in v}
    assert set(wording("en")) - used == set()


def test_no_cell_of_the_trigger_tables_lists_a_form_twice():
    for language in LANGUAGES:
        for row in table(f"triggers_{language}.tsv"):
            for column in ("forms", "needs", "unless", "traits"):
                parts = listed(row[column])
                assert len(parts) == len(set(parts)), (row["forms"], column)
