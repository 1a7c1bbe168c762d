// The road to a new book, in five steps, for one of several stairwells.
import { h, show } from "../common/dom.mjs";
import { road } from "../common/steps.mjs";
import { building } from "./building.mjs";
import { costs } from "./costs.mjs";
import { downloads } from "./downloads.mjs";
import { Projects, projectBar } from "./projects.mjs";
import { result } from "./result.mjs";
import { chooseScheme } from "./scheme.mjs";
import { fresh } from "./state.mjs";

export function makeRoad(desk) {
  const projects = new Projects(), place = h("div", {});
  const bar = projectBar(projects, draw);

  // Another one in place of the one that is looked at: from a file.
  function open(given) {
    projects.add(given);
    bar.draw();
    draw();
  }

  function draw() {
    try {
      show(place, steps(desk, projects.state, () => projects.keep(), open));
    } catch {
      projects.state = fresh(); // what was stored cannot be used
      show(place, steps(desk, projects.state, () => projects.keep(), open));
    }
  }

  draw();
  return h("div", {}, bar.body, place);
}

function steps(desk, state, changed, open) {
  const home = building(desk, state, changed), money = costs(desk, state, changed);
  const results = result(desk, state), files = downloads(desk, state, changed, open);
  return road([
    { title: "城市与办法", body: chooseScheme(desk, state, changed), lacks: () => !state.scheme && "请先选一个办法" },
    { title: "楼栋和住户", body: home.body, enter: home.enter, lacks: home.lacks },
    { title: "费用与补贴", body: money.body, enter: money.refresh, lacks: money.lacks },
    { title: "结果", body: results.body, enter: results.refresh },
    { title: "下载", body: files.body, enter: files.refresh, action: files.action },
  ]);
}
