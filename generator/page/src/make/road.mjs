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
  const bar = projectBar(projects, another, open);

  // Another one in place of the one that is looked at: from a file.
  function open(given) {
    const twin = projects.add({ ...given, step: 0 });
    bar.draw(twin && `“${twin}”已经有一份，没有动它；打开的是又一份，叫“${projects.state.name}”。`);
    another();
  }

  // The keyboard goes on at the step, since what it was at is gone.
  function another() {
    draw();
    place.querySelector("h2").focus();
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
  ], { begin: state.step, moved: (step) => { state.step = step; changed(); } });
}
