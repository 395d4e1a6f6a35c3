"""What a break of page or column takes apart is put together again, and nothing else."""

from __future__ import annotations

from tests.report.drawn import drawn
from tonecheck.report.carried import Block
from tonecheck.report.expected import Passage
from tonecheck.report.passages import passage_differences
from tonecheck.report.pieced import Texts, pieced
from tonecheck.report.reading import Text

HEAD = ("Check", "Left", "Right")


def _cells(page: int, row: int, *texts: str) -> list[Block]:
    return [Block(kind="TD", page=page, row=row, lines=(text,) if text else ()) for text in texts]


def _figure(page: int, row: int) -> Block:
    return Block(kind="Figure", page=page, row=row, lines=("a picture",))


def _rows(blocks: list[Block], *texts: str) -> list[tuple[str, ...]]:
    rows = pieced(blocks, Texts([Text(text) for text in texts]), {HEAD})
    return [
        tuple(" ".join(piece.lines) for piece in row) for row in rows if not row[0].is_head_again
    ]


def test_a_row_goes_on_cell_by_cell() -> None:
    """Each cell has its rest, also one that began on the later page; a figure stays in its own."""
    first = [*_cells(0, 1, *HEAD), *_cells(0, 2, "hips", "one two", "")]
    second = [*_cells(1, 3, *HEAD), *_cells(1, 4, "", "three", "four"), _figure(1, 4)]
    blocks = [*first, *second, *_cells(1, 5, "fists", "", "")]
    assert _rows(blocks, "hips", "one two three", "four", "fists") == [
        HEAD,
        ("hips", "one two three", "four", "a picture"),
        ("fists", "", ""),
    ]


def test_heads_stand_again_only_as_they_stood_before() -> None:
    """Exchanged, or further down the page, they are a row of their own."""
    first = [*_cells(0, 1, *HEAD), *_cells(0, 2, "hips", "", "")]
    turned = _cells(1, 3, "Check", "Right", "Left")
    low = [*_cells(1, 4, "fists", "", ""), *_cells(1, 5, *HEAD)]
    assert len(_rows([*first, *turned, *low], "hips", "fists")) == 5


def test_a_passage_goes_on_in_the_next_column() -> None:
    """Over two columns and a page, at once; one that is whole takes on nothing."""
    parts = [
        Block(kind="LI", page=page, row=0, lines=(line,))
        for page, line in [(0, "one"), (0, "two"), (1, "six")]
    ]
    assert _rows(parts, "one two six") == [("one two six",)]
    assert _rows(parts, "one", "one two", "six") == [("one",), ("two",), ("six",)]


def test_a_list_goes_on_only_where_a_page_begins() -> None:
    """The end of a passage that stands elsewhere stays there."""
    begun = Block(kind="LI", page=0, row=0, lines=("one",))
    rest = Block(kind="LI", page=1, row=0, lines=("two",))
    other = Block(kind="LI", page=1, row=0, lines=("six",))
    assert _rows([begun, rest, other], "one two", "six") == [("one two",), ("six",)]
    assert _rows([begun, other, rest], "one two", "six") == [("one",), ("six",), ("two",)]


def test_a_row_broken_by_the_engine_is_whole_again() -> None:
    """Two long cells and a short one, over several pages."""
    texts = ["head of the row", " ".join(map(str, range(300))), "short", "left hand " * 90]
    row = "".join(f"<td>{text}</td>" for text in texts)
    heads = "".join(f"<th scope='col'>{text}</th>" for text in "ABCD")
    table = (
        f'<table class="grid"><thead><tr>{heads}</tr></thead><tr class="tall">{row}</tr></table>'
    )
    pages = drawn(table, "size: 120mm 60mm")
    passages = [Passage(text, "", is_head=True, row=1) for text in "ABCD"]
    passages += [Passage(text, "", row=2) for text in texts]
    assert len(pages.loose) > 3
    assert list(passage_differences(passages, pages.blocks)) == []
