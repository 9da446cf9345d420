// The columns of Entra's template for *Bulk create*, and those that we add so that nothing is lost on the way out and in.
// @see https://learn.microsoft.com/entra/identity/users/users-bulk-add
import {
  isExtensionName,
  USER_TEXT_ATTRIBUTES,
  type ExtensionName,
  type UserTextAttribute,
} from '../../../shared/simulator/directory.ts';

/** Attributes that a column may be; `passwordProfile` is read and not kept, for nobody signs in here. */
export type BulkAttribute =
  | UserTextAttribute
  | ExtensionName
  | 'displayName'
  | 'userPrincipalName'
  | 'passwordProfile'
  | 'accountEnabled'
  | 'userType'
  | 'proxyAddresses'
  | 'otherMails'
  | 'manager';

export interface BulkColumn {
  readonly title: string;
  readonly attribute: BulkAttribute;
}

/** Those of the template, as Entra titles them. */
export const TEMPLATE_COLUMNS: readonly BulkColumn[] = [
  { title: 'Name [displayName] Required', attribute: 'displayName' },
  { title: 'User name [userPrincipalName] Required', attribute: 'userPrincipalName' },
  { title: 'Initial password [passwordProfile] Required', attribute: 'passwordProfile' },
  { title: 'Block sign in (Yes/No) [accountEnabled] Required', attribute: 'accountEnabled' },
  { title: 'First name [givenName]', attribute: 'givenName' },
  { title: 'Last name [surname]', attribute: 'surname' },
  { title: 'Job title [jobTitle]', attribute: 'jobTitle' },
  { title: 'Department [department]', attribute: 'department' },
  { title: 'Usage location [usageLocation]', attribute: 'usageLocation' },
  { title: 'Street address [streetAddress]', attribute: 'streetAddress' },
  { title: 'State or province [state]', attribute: 'state' },
  { title: 'Country or region [country]', attribute: 'country' },
  { title: 'Office [physicalDeliveryOfficeName]', attribute: 'physicalDeliveryOfficeName' },
  { title: 'City [city]', attribute: 'city' },
  { title: 'ZIP or postal code [postalCode]', attribute: 'postalCode' },
  { title: 'Office phone [telephoneNumber]', attribute: 'telephoneNumber' },
  { title: 'Mobile phone [mobile]', attribute: 'mobile' },
];

const OTHERS = ['userType', 'manager', 'proxyAddresses', 'otherMails'] as const;
const IN_TEMPLATE = new Set(TEMPLATE_COLUMNS.map(({ attribute }) => attribute));

/** Entra ignores what its template does not have. */
export const EXPORT_COLUMNS: readonly BulkColumn[] = [
  ...TEMPLATE_COLUMNS,
  ...[...USER_TEXT_ATTRIBUTES, ...OTHERS]
    .filter((attribute) => !IN_TEMPLATE.has(attribute))
    .map((attribute) => ({ title: `[${attribute}]`, attribute })),
];

const BY_NAME = new Map(
  EXPORT_COLUMNS.map(({ attribute }) => [attribute.toLowerCase(), attribute] as const),
);

export function extensionColumns(names: readonly string[]): readonly BulkColumn[] {
  return names.filter(isExtensionName).map((attribute) => ({ title: `[${attribute}]`, attribute }));
}

/** Known by the name in brackets, or as a bare name; whatever the case. */
export function readTitle(title: string): BulkAttribute | null {
  const name = (/\[([^\]]+)\]/.exec(title)?.[1] ?? title).trim();
  if (isExtensionName(name)) return name;
  return BY_NAME.get(name.toLowerCase()) ?? null;
}
