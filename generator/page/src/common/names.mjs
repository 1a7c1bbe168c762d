// Names of files: the program works in one folder, where no two may be called the same.

// The name, or one with a number behind it where it is taken.
export function freeName(name, taken) {
  const dot = name.lastIndexOf("."), [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
  let free = name;
  for (let number = 2; taken.includes(free); number++) free = `${stem}（${number}）${ending}`;
  return free;
}

// As a word of a command: a name may begin like an option.
export const word = (name) => `./${name}`;
