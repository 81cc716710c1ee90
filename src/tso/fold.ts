/**
 * Upper case as TSO folds it: the letters a to z only.
 *
 * Unicode's own rules would turn a dotless i into I and a sharp s into SS, and so one name into another.
 */
export function foldUpper(text: string): string {
  return text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}
