"""Which sheets a book has: the usual ones, those asked for, and those that the project needs."""

import openpyxl
import pytest

from commands.conftest import BUILDING
from elevshare.project.topics import of_family
from elevshare.schemes import Family

USUAL = ["说明", "参数", "专项", "住户", "分摊", "公示", "账单", "单户", "台账", "收缴", "收据",
         "退款凭证", "校验", "来源", "公示计算", "收缴计算"]  # fmt: skip


def sheets(done, *options, scheme="nanjing", building=BUILDING):
    done("make", scheme, *building, *options, "-o", "簿.xlsx", "--force")
    return openpyxl.load_workbook("簿.xlsx", read_only=True).sheetnames


def test_a_book_has_few_sheets_unless_more_are_asked_for(done, folder):
    assert sheets(done) == USUAL


@pytest.mark.parametrize("topics", ["决算,公积金", "决算，公积金", "公积金、决算"])
def test_more_sheets_are_added_to_the_usual_ones(done, folder, topics):
    found = sheets(done, "--with", topics)
    assert {"决算", "决算表", "公积金", "公积金证明"} <= set(found)
    assert set(USUAL) <= set(found)


def test_all_sheets(done, folder):
    found = sheets(done, "--with", "全部")
    assert {"补偿", "表决", "筹资", "还款表", "运维", "后加入", "资金", "变更", "图表"} <= set(
        found
    )


def test_what_the_project_says_is_never_left_out(call, folder):
    (folder / "项目.toml").write_text(
        "[project]\nwith = ['图表']\n[voting]\nrule = '民法典278-改建'\n"
        "[building]\nstoreys = 7\nareas = [80, 100]\n[[cost]]\nitem = '费用'\namount = 600000\n",
        encoding="utf-8",
    )
    status, _, errors = call("make", "nanjing", "--project", "项目.toml", "--with", "决算", "-o", "簿.xlsx")  # fmt: skip
    assert status == 1 and "表决" in errors  # nobody has voted yet
    found = openpyxl.load_workbook("簿.xlsx", read_only=True).sheetnames
    assert {"表决", "图表", "决算"} <= set(found) and "筹资" not in found


def test_a_subject_that_there_is_not(refused, folder):
    error = refused("make", "nanjing", *BUILDING, "--with", "总账", "-o", "簿.xlsx")
    assert "--with" in error and "「总账」" in error
    assert all(topic.value in error for topic in of_family(Family.CONTRIBUTION)) and "全部" in error


LEASE = ["说明", "参数", "专项", "住户", "收费", "分月", "公示", "收费单", "单户", "台账", "收缴",
         "收据", "退款凭证", "校验", "来源", "公示计算", "收缴计算"]  # fmt: skip


def test_a_lease_has_the_usual_sheets_and_no_others(done, folder):
    assert sheets(done, scheme="燕园图新", building=()) == LEASE
    every = sheets(done, "--with", "全部", scheme="燕园图新", building=())
    more = ("运维", "运维账单", "催缴单", "收款日报", "公示大字", "签字表", "微信文字")
    assert [title for title in every if title not in more] == LEASE
    assert len(every) == len(LEASE) + len(more)


def test_a_subject_of_other_books_is_refused_for_a_lease(refused, folder):
    error = refused("make", "燕园图新", "--storeys", "6", "--areas", "80,100", "--with", "决算",
                    "-o", "簿.xlsx")  # fmt: skip
    topics = "公示、台账、收据、单户、催缴、运维、微信、签字、大字、月年任选、全部"
    assert "「决算」" in error and f"请选：{topics}。" in error
