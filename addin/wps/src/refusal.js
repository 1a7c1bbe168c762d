/** Why a function cannot answer: an error as spreadsheets name it, and the reason in Chinese. */

/** An argument cannot be read: missing, wrong kind, wrong shape, a misspelt choice. */
export const VALUE = "#VALUE!";
/** There is no such scheme, or it does not say what is asked for. */
export const NA = "#N/A";
/** A number that cannot be meant, or that no amount can be worked out of. */
export const NUM = "#NUM!";

/** The errors that may come in, and what a function answers where one does. */
export const PASSED_ON = {
  "#N/A": NA,
  "#NUM!": NUM,
  "#VALUE!": VALUE,
  "#DIV/0!": VALUE,
  "#NAME?": VALUE,
  "#NULL!": VALUE,
  "#REF!": VALUE,
};

/** The same errors as the numbers that stand for them where cells are read by automation. */
export const ERROR_NUMBERS = {
  "-2146826246": "#N/A",
  "-2146826252": "#NUM!",
  "-2146826273": "#VALUE!",
  "-2146826281": "#DIV/0!",
  "-2146826259": "#NAME?",
  "-2146826288": "#NULL!",
  "-2146826265": "#REF!",
};

/** What was typed is repeated in messages: nothing that does not print may be in it. */
function printable(text) {
  return text.replace(/[\p{C}\p{Z}]/gu, (sign) => (sign === " " || sign === "\n" ? sign : "·"));
}

/** A function cannot answer; `code` is the text of the error that it answers with. */
export class Refusal extends Error {
  /**
   * @param {string} code one of VALUE, NA, NUM
   * @param {string} what what is wrong
   * @param {{where?: string, todo?: string}} more where it is wrong, what to do
   */
  constructor(code, what, { where = "", todo = "" } = {}) {
    super(printable((where ? `${where}：` : "") + `${what}。` + (todo ? `${todo}。` : "")));
    Object.assign(this, { name: "Refusal", code, what, where, todo });
  }

  /** The same with its place, where the cell is part of a larger block. */
  at(where) {
    return new Refusal(this.code, this.what, { where, todo: this.todo });
  }
}
