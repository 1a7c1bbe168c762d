"""``make`` and ``shares`` under a lease scheme."""

import json

import pytest

from commands.conftest import HEADER, NO_PAYEE, fen, named

BUILDING = ("--storeys", "6", "--areas", "60,60")
#: Eighteen flats in five storeys, three a storey above the first, 402 stays out.
ROSTER = "\n".join(
    [HEADER]
    + [
        f"{s}0{n},{s},61.03,业主{s}{n},{'否' if (s, n) == (4, 2) else '是'}"
        for s in range(1, 6)
        for n in range(1, 4)
    ]
)
YEARS = [0, 24_000, 192_000, 216_000, 324_000, 324_000]


def test_a_book_is_made_without_a_cost(done):
    said = done("make", "beijing-yanyuan", *BUILDING, "-o", "x.xlsx")
    assert said == f"已生成 x.xlsx：12 户，全年使用费 21,600.00 元\n{NO_PAYEE}"
    dues, fees, failed, scheme = named(
        "x.xlsx", "amount_due", "fee_due", "failed_checks", "scheme_id"
    )
    assert fen(dues) == fen(fees) == [year // 12 for year in YEARS for _ in range(2)]
    assert (failed, scheme) == ([4], ["beijing-yanyuan"])


def test_shares_are_a_years_charge(done):
    record = json.loads(done("shares", "燕园图新", *BUILDING, "--json"))
    assert list(record) == [
        "scheme", "cost_fen", "subsidy_fen", "compensation_fen", "net_fen", "unit_fen",
        "by_household", "flats", "checks",
    ]  # fmt: skip
    assert [record[key] for key in list(record)[:6]] == ["beijing-yanyuan", 0, 0, 0, 2_160_000, 1]
    assert [flat["due_fen"] for flat in record["flats"]] == [y for y in YEARS for _ in range(2)]
    assert list(record["flats"][2].values()) == ["201", 2, 60, 20, 24_000, None, None, ""]
    assert all(check["passed"] for check in record["checks"])


def test_the_table_of_shares(done, roster):
    understood, count, *lines = done("shares", "华龄安康", "--roster", roster(ROSTER)).splitlines()
    assert "名册.csv" in understood and count.startswith(
        "15 户，参与 14 户，面积合计 915.45 平方米"
    )
    assert lines[:2] == ["方案：华龄安康（已核实）", "本单元全年使用费 19,320.00 元"]
    assert lines[2].split() == ["房号", "楼层", "面积㎡", "标准（元/年）", "全年（元）"]
    assert lines[6].split() == ["201", "2", "61.03", "640.00", "640.00"]
    assert lines[13].split() == ["402", "4", "61.03", "不参与", "0.00"]
    assert lines[-1].split() == ["合计", "19,320.00"]


def test_the_book_of_a_roster_charges_what_shares_says(done, roster):
    options = ("beijing-hualing", "--roster", roster(ROSTER))
    record = json.loads(done("shares", *options, "--json"))
    done("make", *options, "-o", "x.xlsx")
    dues, rooms = named("x.xlsx", "fee_due", "room_no")
    assert fen(dues) == [flat["due_fen"] for flat in record["flats"]]
    assert [room for room in rooms if room] == [flat["room"] for flat in record["flats"]]


@pytest.mark.parametrize("company", ["beijing-yanyuan", "beijing-chengjian", "beijing-hualing"])
def test_a_blank_template_has_forty_rows(done, company):
    said = done("make", company, "-o", "x.xlsx")
    assert said.endswith("请打开后填写住户\n")
    rooms, dues = named("x.xlsx", "room_no", "amount_due")
    assert len(rooms) == len(dues) == 40
    assert not any(dues)


@pytest.mark.parametrize("blank", [False, True])
def test_what_is_not_used_is_said_and_the_work_is_done(call, folder, blank):
    unused = ("--cost", "60万", "--subsidy", "100000", "--unit", "元", "--coefficients", "0,1")
    building = () if blank else BUILDING
    options = unused[:-2] if blank else unused
    status, _, errors = call("make", "beijing-yanyuan", *building, *options, "-o", "x.xlsx")
    idle = "费用、补贴、计算单位" + ("" if blank else "、楼层系数")
    assert (status, errors) == (0, f"注意：租赁方案按收费标准收费，用不到{idle}，没有计入\n")
    assert (folder / "x.xlsx").exists()


def test_shares_say_it_too_and_stay_json(call):
    status, output, errors = call("shares", "beijing-yanyuan", *BUILDING, "--cost", "1", "--json")
    assert status == 0 and "用不到费用" in errors
    assert json.loads(output)["cost_fen"] == 0


def test_a_size_without_a_table_gives_1_and_a_draft(call):
    options = ("beijing-yanyuan", "--storeys", "7", "--areas", "60,60")
    status, output, errors = call("make", *options, "-o", "x.xlsx")
    assert status == 1 and "没有 7 层、每层 2 户的收费表" in errors
    assert named("x.xlsx", "failed_checks") == [2 + 4]
    status, output, _ = call("shares", *options)
    assert status == 1
    assert "未通过：收费标准已填齐" in output
    assert "待填" in next(line for line in output.splitlines() if line.startswith("701"))


def test_a_project_file_chooses_the_months(done, folder):
    text = '[building]\nstoreys = 6\nareas = [60, 60]\n[lease]\nperiod = "按季"\nnumber = 4\n'
    (folder / "p.toml").write_text(text, encoding="utf-8")
    done("make", "beijing-chengjian", "--project", "p.toml", "-o", "x.xlsx")
    assert fen(named("x.xlsx", "fee_due"))[2] == 3 * 10_900


def test_shares_without_a_building_is_refused(refused):
    assert "没有住户，无法计算" in refused("shares", "beijing-yanyuan")
