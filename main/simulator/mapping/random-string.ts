// Random strings with at least so many characters of each kind.

interface Wanted {
  readonly length: number | undefined;
  readonly digits: number | undefined;
  readonly special: number | undefined;
  readonly capitals: number | undefined;
  readonly lowers: number | undefined;
  readonly avoided: string;
}

const LONGEST = 256;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** Those that Windows counts as special in passwords. */
const SPECIAL = '~!@#$%^&*_-+=`|\\(){}[]:;"\'<>,.?/';

export function drawString(
  { length = 0, digits = 0, special = 0, capitals = 0, lowers = 0, avoided }: Wanted,
  random: () => number,
): string | { readonly problem: string } {
  const least = [digits, special, capitals, lowers];
  const sum = least.reduce((total, count) => total + count, 0);
  if (least.some((count) => count < 0)) {
    return { problem: 'RandomString cannot take a negative number of characters' };
  }
  if (length < 1 || length > LONGEST) {
    return { problem: `RandomString makes 1 to ${LONGEST} characters, not ${length}` };
  }
  if (sum > length) {
    return { problem: `RandomString is to make ${length} characters, of which at least ${sum}` };
  }
  const kinds = ['0123456789', SPECIAL, LETTERS.toUpperCase(), LETTERS].map((kind) =>
    Array.from(kind).filter((char) => !avoided.includes(char)),
  );
  const all = kinds.flat();
  const isShort = kinds.some((kind, index) => kind.length === 0 && (least[index] ?? 0) > 0);
  if (isShort || all.length === 0) {
    return { problem: 'RandomString is to avoid all characters of a kind that it needs' };
  }
  const pick = (kind: readonly string[]) => kind[Math.floor(random() * kind.length)] ?? '';
  const needed = kinds.flatMap((kind, index) =>
    Array.from({ length: least[index] ?? 0 }, () => pick(kind)),
  );
  const others = Array.from({ length: length - sum }, () => pick(all));
  return shuffle([...needed, ...others], random).join('');
}

function shuffle(chars: string[], random: () => number): string[] {
  for (let last = chars.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const [left = '', right = ''] = [chars[other], chars[last]];
    chars[last] = left;
    chars[other] = right;
  }
  return chars;
}
