import pytest

from elevshare.errors import InputError
from elevshare.intake.tables.choices import ASKED_NOTHING, choices_of


def test_nothing_is_chosen_unasked():
    assert choices_of() == ASKED_NOTHING


@pytest.mark.parametrize(
    "text", ["面积=套内面积,楼层=C", "面积＝套内面积；楼层＝C", " 面积 = 套内面积 ，楼层=C"]
)
def test_columns(text):
    assert dict(choices_of(text).columns) == {"建筑面积": "套内面积", "楼层": "C"}


@pytest.mark.parametrize(
    ("text", "rows"), [("3-40", (3, 40)), ("3到40", (3, 40)), ("３～７", (3, 7)), ("7", (7, 7))]
)
def test_rows(text, rows):
    assert choices_of(rows=text).rows == rows


@pytest.mark.parametrize(
    ("options", "where"),
    [
        ({"columns": "面积"}, "--columns"),
        ({"columns": "施工队=甲"}, "--columns"),
        ({"columns": "备注=业主"}, "--columns"),
        ({"columns": "面积=甲,"}, "--columns"),
        ({"rows": "40-3"}, "--rows"),
        ({"rows": "0-3"}, "--rows"),
        ({"rows": "三"}, "--rows"),
    ],
)
def test_refused(options, where):
    with pytest.raises(InputError) as caught:
        choices_of(**options)
    assert str(caught.value).startswith(f"{where}：「")


def test_a_column_is_chosen_once():
    with pytest.raises(InputError, match="建筑面积写了两次"):
        choices_of("面积=套内面积,建筑面积=产权面积")
