// The order of strings: by code point, as SQLite orders UTF-8. JavaScript's own `<` goes by UTF-16 unit, which puts
// emoji before the end of the basic plane.

/** Negative, zero or positive, for `Array.prototype.sort` and the filter operators. */
export function compareText(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const difference = unitOrder(left.charCodeAt(index)) - unitOrder(right.charCodeAt(index));
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** Surrogates stand for code points above all others, so they move behind U+E000 to U+FFFF. */
function unitOrder(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
