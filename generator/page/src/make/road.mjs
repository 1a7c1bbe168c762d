// The road to a new book, in five steps.
import { road } from "../common/steps.mjs";
import { keep, kept } from "../common/keep.mjs";
import { building } from "./building.mjs";
import { costs } from "./costs.mjs";
import { MONEY } from "./money.mjs";
import { downloads } from "./downloads.mjs";
import { result } from "./result.mjs";
import { chooseScheme } from "./scheme.mjs";

// What is filled in. scheme: { name, words of the command }; roster: flats as texts; the rest as it was typed.
const EMPTY = {
  city: "", scheme: null, storeys: "6", areas: "80,80", roster: [],
  ...MONEY, topics: [], rows: "", half: false,
};

export function makeRoad(desk) {
  const state = kept("make", EMPTY);
  const changed = () => keep("make", state);
  const results = result(desk, state), money = costs(desk, state, changed), files = downloads(desk, state, changed);
  return road([
    { title: "城市与办法", body: chooseScheme(desk, state, changed), lacks: () => !state.scheme && "请先选一个办法" },
    { title: "楼栋和住户", body: building(desk, state, changed), lacks: () => noHouseholds(state) },
    { title: "费用与补贴", body: money.body, enter: money.refresh, lacks: money.lacks },
    { title: "结果", body: results.body, enter: results.refresh },
    { title: "下载", body: files.body, enter: files.refresh, action: files.action },
  ]);
}

const noHouseholds = (state) => !state.roster.length && !state.areas.trim() && "请填每层各户的面积，或者放一份住户名册";
