"""Tables to drafts."""

from __future__ import annotations

import pytest

from corpus.errors import Unreadable
from corpus.readers import harvest, read
from corpus.readers.opening import opened
from corpus.readers.table_rows import READER

TEXT = "The ministers met in Hanoi."


@pytest.mark.parametrize("mark", [",", "\t", ";", "|"])
def test_a_table_is_told_by_its_header_whatever_parts_its_cells(mark: str) -> None:
    data = mark.join(["id", "title", "text"]) + "\n" + mark.join(["1", "Talks", TEXT]) + "\n"
    (article,) = read("a", data.encode())
    assert (article.format, article.title, article.text) == (
        "table-rows",
        "Talks",
        f"Talks\n\n{TEXT}",
    )


@pytest.mark.parametrize(
    "text",
    [
        "name,place,day\nA,B,C\n",
        "title\nTalks\n",
        "Title, a word, and more\nText",
        '{"title": "Talks"}',
        "[a link](b) in a text",
        "---\ntitle: Talks\n---\ntitle,text\nA,B\n",
    ],
)
def test_what_has_no_columns_of_articles_is_no_table_of_them(text: str) -> None:
    assert not READER.detect(opened("a", text.encode()))


def test_rows_without_text_are_named_beside_the_articles_of_the_others() -> None:
    data = f"title,text,date\nTalks,{TEXT},2022-03-05\n,,2022-03-06\nOnly a headline,,\n"
    found = harvest("a", data.encode())
    assert [article.title for article in found.articles] == ["Talks", ""]
    assert [article.article_id[11:] for article in found.articles] == ["", "-2"]
    assert [problem.detail for problem in found.problems] == ["1 of 3 rows: 2"]


def test_a_table_without_any_text_is_refused_and_so_is_a_list_of_files() -> None:
    for data in (
        b"title,text\n,\n,\n",
        b"title,text\n",
        b"file,title,date\na.md,Talks,2022-03-05\n",
    ):
        with pytest.raises(Unreadable) as refusal:
            read("a", data)
        assert refusal.value.stage == "read"


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        *(("2022-03-05", "2022-03-05"), ("20220305", "2022-03-05"), ("1646438400", "2022-03-05")),
        *(("1646438400000", "2022-03-05"), ("2022年3月5日", "2022-03-05"), ("March", None)),
    ],
)
def test_a_day_is_read_as_tables_write_it(cell: str, day: str | None) -> None:
    published = read("a", f"title,text,date\nTalks,{TEXT},{cell}\n".encode())[0].published
    assert (published.day.isoformat() if published else None) == day


def test_markup_in_a_cell_is_read_and_never_kept() -> None:
    data = f'title,text\nTalks,"<p>{TEXT}</p><script>x()</script><p>They left.</p>"\n'
    assert read("a", data.encode())[0].text == f"Talks\n\n{TEXT}\n\nThey left."


def test_an_outlet_that_is_given_by_its_domain_is_known() -> None:
    data = f"title,text,source\nTalks,{TEXT},apnews.com\n"
    assert read("a", data.encode())[0].outlet_id == "ap"
