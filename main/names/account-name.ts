// Names of accounts, made of people's names: `ada.lovelace`, and `ada.lovelace2` for the next of that name.

interface PersonName {
  readonly givenName: string;
  readonly familyName: string;
}

/** One that is not among those that are taken; from now on it is. */
export function freeAccountName(name: PersonName, taken: Set<string>): string {
  const wanted = accountName(name);
  for (let number = 1; ; number += 1) {
    const account = number === 1 ? wanted : `${wanted}${number}`;
    if (taken.has(account)) continue;
    taken.add(account);
    return account;
  }
}

/** Names without a Latin letter give none. */
function accountName({ givenName, familyName }: PersonName): string {
  const letters = [givenName, familyName].map(toLetters).filter((name) => name !== '');
  return letters.length === 0 ? 'person' : letters.join('.');
}

function toLetters(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z-]/g, '')
    .toLowerCase();
}
