import pytest

from commands.conftest import BUILDING, contents, fen, named

TWO = ("南京", "xianyang")
OUT = ("-o", "比较.xlsx")


def test_a_book_with_every_schemes_amounts(done, folder):
    lines = done("compare", *TWO, "通用-按面积", *BUILDING, *OUT).splitlines()
    assert lines[0] == "已生成 比较.xlsx：3 个方案，14 户，总费用 600,000.00 元"
    assert [line.split() for line in lines[1:]] == [
        ["方案", "补贴（元）", "应分摊净额（元）", "顶层平均每户（元）"],
        ["南京", "0.00", "600,000.00", "82,500.00"],
        ["咸阳", "0.00", "600,000.00", "64,615.39"],
        ["通用-按面积", "0.00", "600,000.00", "42,857.14"],
    ]
    assert list(contents(folder)) == [folder / "比较.xlsx"]
    dues = named("比较.xlsx", "amount_due_1", "amount_due_2", "amount_due_3")
    assert [sum(fen(column)) for column in dues] == [60_000_000] * 3
    assert fen(dues[0])[-1] == 9_166_667
    ids, base, failed = named("比较.xlsx", "scheme_id", "base_scheme", "failed_checks")
    assert (ids, base, failed) == (["nanjing+xianyang+general-area"], ["南京"], [0])


def test_the_amounts_are_those_of_shares(done, folder):
    options = (*BUILDING, "--subsidy", "123456.78", "--unit", "元", "--opt-out", "floor")
    done("compare", *TWO, *options, *OUT)
    for number, scheme in enumerate(TWO, 1):
        last = done("shares", scheme, *options).splitlines()[-2].split()[-1]
        assert f"{fen(named('比较.xlsx', f'amount_due_{number}'))[-1] / 100:,.2f}" == last


def test_without_a_building_it_is_a_template(done, folder):
    assert done("compare", *TWO, *OUT) == "已生成 比较.xlsx：2 个方案，请打开后填写住户和费用\n"
    assert len(named("比较.xlsx", "room_no")) == 40


def test_a_roster_and_a_project_file(done, folder, roster):
    (folder / "项目.toml").write_text(
        "[[cost]]\nitem = '设备'\namount = 400000\n[compensation]\namount = 10000\n",
        encoding="utf-8",
    )
    done("compare", *TWO, "--project", "项目.toml", "--roster", roster(), *OUT)
    cost, paid = named("比较.xlsx", "total_cost", "compensation")
    assert (cost, paid) == ([400_000], [10_000])
    assert sum(fen(named("比较.xlsx", "amount_due_2"))) == 41_000_000


def test_a_missing_coefficient_gives_1_and_is_named(call, folder):
    status, output, errors = call("compare", "南京", "通用-使用权重", *BUILDING, *OUT)
    assert status == 1 and output.startswith("已生成 比较.xlsx")
    assert errors == (
        "注意：方案「通用-使用权重」第 7 层系数待填，现按 0 计；请用 --coefficients 给出\n"
    )
    assert named("比较.xlsx", "failed_checks") == [1]


def test_a_coefficient_given_for_it_gives_0(call, folder):
    arguments = ("南京", "通用-使用权重", *BUILDING, "--coefficients", "7=2.5", *OUT)
    status, _, errors = call("compare", *arguments)
    assert status == 0
    assert errors.startswith("注意：给出的系数只补方案没有的楼层；南京自己有系数")
    assert named("比较.xlsx", "failed_checks") == [0]


def test_a_book_that_is_there_is_kept_unless_forced(done, refused, folder):
    done("compare", *TWO, *BUILDING, *OUT)
    assert "文件已经存在" in refused("compare", *TWO, *BUILDING, *OUT)
    done("compare", *TWO, *BUILDING, *OUT, "--force")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("南京", *BUILDING, *OUT), "给了 1 个方案，不能比较"),
        (("南京", "nanjing", *BUILDING, *OUT), "方案「南京」给了两次"),
        (("南京", "某地", *BUILDING, *OUT), "没有「某地」这个方案"),
        ((*BUILDING, *OUT), "缺少：方案"),
        ((*TWO, *BUILDING), "缺少：-o/--output"),
        ((*TWO, *BUILDING, "--subsidy", "auto", *OUT), "方案「南京」没有可计算的补贴标准"),
        ((*TWO, *BUILDING, "--subsidy", "700000", *OUT), "补贴 700,000.00 元超过总费用"),
        ((*TWO, "--storeys", "7", *OUT, "--areas", "八十"), "--areas"),
        (("通用-按面积", "南京", "--storeys", "2", "--areas", "80", "--cost", "1", *OUT),
         "方案「南京」：参与各户所在楼层的系数全是 0"),
    ],
)  # fmt: skip
def test_what_cannot_be_compared_is_refused(refused, arguments, said):
    assert said in refused("compare", *arguments)
