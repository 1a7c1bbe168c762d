// An answer of the page's own commands, which are always JSON; a refusal is told in the program's words.
export async function ask(desk, words, files) {
  const { status, said } = await desk.run(words, files);
  if (status) throw new Error(said.replace(/^错误：/, "").trim());
  return JSON.parse(said);
}
