"""The published worked results as calls of the functions: figures by name, money in fen.

``found`` works with any way of calling: the rules, xlwings' conversion. ``calls`` are those that
it makes, so that the vectors hold them too.
"""

from fractions import Fraction
from functools import cache

from example import FOLDER, read_all
from share_cases import column

from elevshare.rules.lease import annual
from elevshare.schemes import find
from elevshare_addin.catalogue import answer

#: What no function takes: coefficients of one's own, what is written off by full years.
_UNSAID = {"coefficients", "write_off"}


def fen(yuan):
    """An amount in yuan, as a cell has it, in fen."""
    return round(yuan * 100)


def _building(case):
    """Rooms, storeys and areas of all flats."""
    areas = [float(one) for one in case.input["areas"].split(",")]
    rows = [
        (f"{storey}{n:02d}", storey, area)
        for storey in range(1, case.input["storeys"] + 1)
        for n, area in enumerate(areas, 1)
    ]
    return [row[0] for row in rows], column(*(r[1] for r in rows)), column(*(r[2] for r in rows))


def _share(case, call):
    assert case.input.keys() <= {"storeys", "areas", "cost", "subsidy", "unit"}
    rooms, storeys, areas = _building(case)
    net = case.input["cost"]
    if "subsidy" in case.input:
        net = call("ELEVNET", net, case.input["subsidy"])
    given = (None, case.input["unit"]) if "unit" in case.input else ()
    dues = [fen(row[0]) for row in call("ELEVSHARE", case.scheme, net, storeys, areas, *given)]
    floors = [0] * case.input["storeys"]
    for (storey,), due in zip(storeys, dues, strict=True):
        floors[storey - 1] += due
    return {
        **{f"floors.{storey}": due for storey, due in enumerate(floors, 1)},
        **{f"percent.{n}": Fraction(100 * due, sum(dues)) for n, due in enumerate(floors, 1)},
        **{f"flats.{room}": due for room, due in zip(rooms, dues, strict=True)},
        "total": sum(dues),
    }


def _subsidy(case, call):
    given = case.input
    cost = call("ELEVNET", given["cost"], 0, given.get("rest", 0))  # compensation adds like cost
    flags = ["是" if given.get(key) else None for key in ("reserved_shaft", "other_grant")]
    top = float(given.get("stop", given["storeys"]))
    building = call("SUBSIDY", case.scheme, cost, top, *flags, given["cost"])
    found = {"building": fen(building), "net": fen(call("ELEVNET", cost, building))}
    if not find(case.scheme).subsidy.rule.upkeep:  # else a part of the grant is not for building
        found["total"] = fen(building)
    return found


def _weights(case, call):
    storeys = range(1, case.input["storeys"] + 1)
    weights = [_exact(row[0]) for row in call("ELEVCOEF", case.scheme, column(*storeys))]
    found = {f"weights.{storey}": weight for storey, weight in enumerate(weights, 1)}
    if not any(one.low for one in find(case.scheme).share.weights):
        return {**found, "sum": sum(weights)}
    for name, bound in (("lows", "下限"), ("highs", "上限")):
        ends = [call("ELEVRANGE", case.scheme, n, storeys[-1], bound) for n in storeys]
        found[name] = sum(_exact(end) for end in ends if end != "#N/A")
    return {**found, "sum": sum(weights)}


def _exact(number):
    """A coefficient or percentage as it was meant, to four decimals."""
    return Fraction(round(number * 10_000), 10_000)


def _compensation(case, call):
    rooms, storeys, areas = _building(case)
    given = (_cap(case, len(rooms)),) if case.scheme == "xiamen" else ()
    paid = call("ELEVCOMP", case.scheme, case.input["cost"], storeys, areas, *given)
    if paid == "#N/A":  # what each household gets is agreed on, not worked out
        return {}
    amounts = {room: fen(row[0]) for room, row in zip(rooms, paid, strict=True)}
    found = {f"flats.{room}": amount for room, amount in amounts.items()}
    whole = sum(amounts.values())
    share = Fraction(100 * whole, fen(call("ELEVNET", case.input["cost"])))
    return {**found, "first": amounts["101"], "second": amounts["201"], "total": whole, "share.of_cost": share}  # fmt: skip


def _cap(case, count):
    """厦门 states no amount but the most that a household may get: cost by households."""
    return float(case.input["cost"].removesuffix("万")) * 10_000 // count


def _lease(case, call):
    storeys, flats = case.input["storeys"], case.input["flats"]
    every = column(*range(1, storeys + 1))
    years = [fen(row[0]) for row in call("ELEVLEASE", case.scheme, storeys, flats, every)]
    monthly = annual(1, find(case.scheme).lease.charge)  # how many charges a year has
    return {
        **{f"fees.{n}": Fraction(year, monthly) for n, year in enumerate(years, 1)},
        **{f"monthly.{n}": Fraction(year, 12) for n, year in enumerate(years, 1)},
        **{f"twelve.{n}": year for n, year in enumerate(years, 1)},
        "income": Fraction(sum(years) * flats, 12),
    }


def _consent(case, call):
    """From how many on it is enough: who takes part (all agree), who agrees of those."""
    flats, part = case.input["flats"], case.input["taking_part"]

    def passed(taking, agreeing):
        marks = [column(*["是"] * n, *["否"] * (flats - n)) for n in (taking, agreeing)]
        return dict(call("ELEVVOTE", case.scheme, column(*[80] * flats), *marks))["结论"] == "通过"

    return {
        "part": next(n for n in range(flats + 1) if passed(n, n)),
        "agree": next(n for n in range(flats + 1) if passed(part, min(n, part)) or n > part),
    }


def _fund(case, call):
    return {"limit": fen(call("ELEVFUND", case.scheme, case.input["share"], case.input["subsidy"]))}


def _loan(case, call):
    lines = call("ELEVINSTALMENT", case.input["amount"], case.input["months"])
    return {"monthly": fen(lines[0][1]), "total": sum(fen(line[1]) for line in lines)}


def _late(case, call):
    told = case.input
    number, free = told.get("years", told.get("multiple")), told.get("free")
    args = told["share"], told.get("way", "原价"), told.get("months"), number, free
    given = max(place for place, one in enumerate(args, 1) if one is not None)
    return {"due": fen(call("ELEVLATE", *args[:given]))}


def _capitals(case, call):
    return {text: call("RMBUPPER", text) for text in case.input["amounts"]}


KINDS = {
    "share": _share, "subsidy": _subsidy, "weights": _weights, "compensation": _compensation,
    "lease": _lease, "consent": _consent, "fund": _fund, "loan": _loan, "late": _late,
    "capitals": _capitals,
}  # fmt: skip


@cache
def cases():
    """Every published case that the functions can answer."""
    every = [case for one in read_all(FOLDER) for case in one.cases]
    return [case for case in every if case.kind in KINDS and not _UNSAID & case.input.keys()]


def found(case, call):
    """What the functions say of a case, by the names of its figures."""
    return KINDS[case.kind](case, call)


@cache
def calls():
    """Function → the calls of all cases, each once."""
    made = {}

    def call(name, *args):
        if args not in (seen := made.setdefault(name, [])):
            seen.append(args)
        return answer(name, args)

    for case in cases():
        found(case, call)
    return made
