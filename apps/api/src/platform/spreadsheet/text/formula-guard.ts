/** What makes a spreadsheet take a text for a formula, also full-width as some accept it (OWASP, CSV injection). */
const STARTS_FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const GUARDED = /^'+[=+\-@\t\r\n＝＋－＠]/;

/**
 * Puts an apostrophe before a text that would start a formula. A text that already looks guarded gets one more, so
 * that {@link unguardFormula} gives back every text exactly.
 */
export const guardFormula = (text: string): string => (STARTS_FORMULA.test(text) ? `'${text}` : text);

/** Takes one guarding apostrophe off. */
export const unguardFormula = (text: string): string =>
  text.charCodeAt(0) === 39 && GUARDED.test(text) ? text.slice(1) : text;
