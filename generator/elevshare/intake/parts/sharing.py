"""The ``[share]`` of a project file: the owners' way of sharing in place of the scheme's."""

from __future__ import annotations

from dataclasses import replace

from elevshare.intake.carriers import storeys_of
from elevshare.intake.draft import weights_of
from elevshare.intake.fields import stated_stop_of
from elevshare.intake.parts import intervals
from elevshare.project import Project
from elevshare.rules.share import Method, OptOut, SplitForm, Storey, Within
from elevshare.toml_table import Table

_FORMS = {form.value: form for form in SplitForm}
_WITHIN = {within.value: within for within in Within}
_OPT_OUT = {opt_out.value: opt_out for opt_out in OptOut}


def read(table: Table, project: Project) -> tuple[Project, str]:
    """The project with the ``[share]``, and the place of its coefficients for messages.

    Raises:
        InputError: a choice, a storey or a coefficient is wrong; with file and line.
    """
    method = Method(
        table.choice("form", _FORMS, project.method.form.value),
        table.choice("within", _WITHIN, project.method.within.value),
        opt_out := table.choice("opt_out", _OPT_OUT, project.method.opt_out.value),
        _carriers(table, opt_out),
    )
    where = table.where("coefficients")
    weights = weights_of(coefficients(table), where)
    bounds = intervals.read(table.table("intervals"))
    by_household = table.flag("by_household", False)
    table.done()
    project = replace(
        project, method=method, weights=weights, intervals=bounds, by_household=by_household
    )
    return project, where


def _carriers(table: Table, opt_out: OptOut) -> frozenset[Storey]:
    """The storeys that carry the gap; they are stated where storeys are chosen, and only there."""
    where = table.where("carriers")
    if not table.has("carriers"):
        if opt_out is OptOut.CHOSEN:
            raise table.wrong("carriers", "没有填写", "请写由哪几层分担，如 carriers = [5, 6, 7]")
        return frozenset()
    if opt_out is not OptOut.CHOSEN:
        raise table.wrong(
            "carriers", "用不上", f'由几层分担的，请写 opt_out = "{OptOut.CHOSEN.value}"'
        )
    texts = table.items("carriers")
    return storeys_of([table.word("carriers")] if texts is None else texts, where)


def coefficients(table: Table) -> list[tuple[Storey, str]]:
    """Storeys with coefficients, from a list that begins at storey 1, or a table by storey."""
    texts = table.items("coefficients")
    if texts is not None:
        return list(enumerate(texts, 1))
    inner = table.table("coefficients")
    return [(_storey_key(inner, key), inner.word(key)) for key in inner.keys()]  # noqa: SIM118


def _storey_key(table: Table, key: str) -> Storey:
    """The storey that a key of the coefficients names."""
    return stated_stop_of(key, table.where(key), what="系数的楼层")
