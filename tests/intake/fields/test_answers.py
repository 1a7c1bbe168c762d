import pytest

from elevshare.errors import InputError
from elevshare.intake.fields import yes_no_of
from elevshare.vocabulary import listed


@pytest.mark.parametrize(("meaning", "answer"), [("是", True), ("否", False)])
def test_every_way_of_answering(meaning, answer):
    for word in listed("参与", meaning):
        assert yes_no_of(f" {word}\u3000", what="参与") is answer


def test_no_word_means_both():
    assert not {*listed("参与", "是")} & {*listed("参与", "否")}


@pytest.mark.parametrize("text", ["", " ", "\u200b"])
def test_blank_is_no_answer(text):
    assert yes_no_of(text, what="参与") is None


@pytest.mark.parametrize("text", ["也许", "是否", "待定", "2", "-", "同意？"])
def test_what_is_neither_is_refused(text):
    with pytest.raises(InputError, match=r"第 2 行：参与「.*」看不懂"):
        yes_no_of(text, "第 2 行", what="参与")
