// What a change that happens to people is in attributes.
import type { QuickChange } from '../../../shared/simulator/directory-views.ts';
import type { DirectoryUser, DirectoryUserSetting } from '../../../shared/simulator/directory.ts';

/** Nothing for `leave` but the end of sign-in: the deletion itself is another step. */
export function describeQuickChange(
  user: DirectoryUser,
  change: QuickChange,
): Partial<DirectoryUserSetting> {
  switch (change.kind) {
    case 'rename':
      return rename(user, change);
    case 'move': {
      const { department, jobTitle, manager } = change;
      return {
        department,
        ...(jobTitle !== undefined && { jobTitle: jobTitle === '' ? null : jobTitle }),
        ...(manager !== undefined && { manager }),
      };
    }
    case 'enable':
      return { accountEnabled: true };
    case 'disable':
    case 'leave':
      return { accountEnabled: false };
  }
}

/** The domain stays; the old address goes on as an alias, as administrators keep it. */
function rename(
  user: DirectoryUser,
  { givenName, surname }: { readonly givenName: string; readonly surname: string },
): Partial<DirectoryUserSetting> {
  const domain = user.userPrincipalName.slice(user.userPrincipalName.indexOf('@'));
  const alias = [givenName, surname].map(toLetters).filter(Boolean).join('.');
  const names = { givenName, surname, displayName: `${givenName} ${surname}` };
  if (alias === '') return names;
  const address = `${alias}${domain}`;
  return {
    ...names,
    userPrincipalName: address,
    mailNickname: alias,
    ...(user.mail !== null && {
      mail: address,
      proxyAddresses: replacePrimary(user.proxyAddresses, address),
    }),
  };
}

/** The primary address is the one with `SMTP:` in capitals. */
function replacePrimary(addresses: readonly string[], primary: string): string[] {
  const others = addresses
    .map((address) => address.replace(/^SMTP:/, 'smtp:'))
    .filter((address) => address.toLowerCase() !== `smtp:${primary}`.toLowerCase());
  return [`SMTP:${primary}`, ...others];
}

function toLetters(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z-]/g, '')
    .toLowerCase();
}
