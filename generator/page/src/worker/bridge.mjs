// IronCalc behind a few calls: books are open by a number, cells and values go as JSON text.

// IronCalc gives formatted values only. A date section is the one of its number formats that shows
// a number unrounded: "@" in it gives the shortest exact digits, never an exponent.
const EXACT = `@"|"h`;
const NUMBER = 1, TEXT = 2, LOGICAL = 4;
const ROWS = 1048576;

export function makeBridge(Model) {
  const books = new Map();
  let next = 1;

  function exactly(book, sheet, row, column, height, width) {
    book.updateRangeStyle({ sheet, row, column, height, width }, "num_fmt", EXACT);
  }

  function exactDigits(book, sheet, row, column) {
    const shown = book.getFormattedCellValue(sheet, row, column);
    if (shown === "") return "null";
    if (shown.includes("|")) return shown.slice(0, shown.indexOf("|"));
    exactly(book, sheet, row, column, 1, 1); // typing a date or a percentage changes the format
    return exactDigits(book, sheet, row, column);
  }

  function value(book, sheet, row, column) {
    const kind = book.getCellType(sheet, row, column);
    if (kind === NUMBER) return exactDigits(book, sheet, row, column);
    const shown = book.getFormattedCellValue(sheet, row, column);
    if (kind === TEXT) return JSON.stringify(shown);
    if (kind === LOGICAL) return shown === "TRUE" ? "true" : "false";
    return JSON.stringify({ type: "Error", kind: shown });
  }

  return {
    open(text) {
      const { sheets, names } = JSON.parse(text);
      const book = new Model("book", "en", "UTC", "en");
      book.pauseEvaluation();
      sheets.forEach(([title, , columns], sheet) => {
        if (sheet) book.newSheet();
        book.renameSheet(sheet, title);
        exactly(book, sheet, 1, 1, ROWS, columns); // before typing: afterwards it takes seconds
      });
      for (const [name, area] of names) book.newDefinedName(name, null, area);
      sheets.forEach(([, cells], sheet) => {
        for (let at = 0; at < cells.length; at += 3)
          book.setUserInput(sheet, cells[at], cells[at + 1], cells[at + 2]);
      });
      books.set(next, book);
      return next++;
    },
    put(id, text) {
      const book = books.get(id), cells = JSON.parse(text);
      for (let at = 0; at < cells.length; at += 4)
        book.setUserInput(cells[at], cells[at + 1], cells[at + 2], cells[at + 3]);
    },
    evaluate(id) {
      books.get(id).evaluate();
    },
    values(id, sheet, top, left, bottom, right) {
      const book = books.get(id), found = [];
      for (let row = top; row <= bottom; row++)
        for (let column = left; column <= right; column++) found.push(value(book, sheet, row, column));
      return `[${found.join(",")}]`;
    },
    free(id) {
      books.get(id)?.free();
      books.delete(id);
    },
  };
}
