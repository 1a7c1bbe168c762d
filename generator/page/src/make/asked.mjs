// What a command is asked for: the words of a scheme, and the building as a project file.
import { projectText } from "./project.mjs";

const NAME = "项目.toml";

export function asked(state, scheme = state.scheme.words) {
  return [[...scheme, "--project", NAME], { [NAME]: new TextEncoder().encode(projectText(state)) }];
}
