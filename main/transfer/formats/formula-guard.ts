// A spreadsheet takes a cell that begins with one of these characters for a formula and runs it (CWE-1236). An
// apostrophe in front makes it text, and is taken away again when the file is read.

const FORMULA = /^'*[=+\-@\t\r]/;
const GUARDED = /^'+[=+\-@\t\r]/;

export function guardFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

export function unguardFormula(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}
