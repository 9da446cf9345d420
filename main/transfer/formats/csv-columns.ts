// Columns of a CSV file: each title is an attribute path (`userName`, `name.givenName`, `emails[type eq "work"].value`,
// `department`, a full URN), or a title of the CSV files that the Entra admin center makes and takes.
import { parsePatchPath } from '../../../shared/scim/parse-patch-path.ts';
import type { FilterNode, PatchPath } from '../../../shared/scim/filter-tree.ts';
import type { JsonValue } from '../../../shared/scim/json.ts';
import { resolveAttribute, resolveSubAttribute } from '../../scim/schema/resolve-attribute.ts';
import type {
  AttributeDefinition,
  ResolvedAttribute,
  ResourceModel,
} from '../../scim/schema/schema-types.ts';

export interface CsvColumn {
  readonly title: string;
  readonly target: ResolvedAttribute;
  readonly sub: AttributeDefinition | undefined;
  /** The element of a multi-valued attribute that the cell belongs to: `type` is `work`. */
  readonly element: { readonly name: string; readonly value: JsonValue } | undefined;
  /** Entra: "Block sign in" is Yes where `active` is false. */
  readonly isInverted: boolean;
}

const ENTRA_PATHS: Readonly<Record<string, string>> = {
  objectid: 'id',
  userprincipalname: 'userName',
  givenname: 'name.givenName',
  surname: 'name.familyName',
  mail: 'emails[type eq "work"].value',
  jobtitle: 'title',
  accountenabled: 'active',
  passwordprofile: 'password',
  employeeid: 'employeeNumber',
  companyname: 'organization',
  telephonenumber: 'phoneNumbers[type eq "work"].value',
  mobile: 'phoneNumbers[type eq "mobile"].value',
  streetaddress: 'addresses[type eq "work"].streetAddress',
  city: 'addresses[type eq "work"].locality',
  state: 'addresses[type eq "work"].region',
  country: 'addresses[type eq "work"].country',
  postalcode: 'addresses[type eq "work"].postalCode',
  memberobjectidorupn: 'members',
};

// Entra: "User name [userPrincipalName] Required" is how its templates for bulk work name a column.
const ENTRA_TITLE = /^[^[\]"]+ \[(\w+)\](?: Required)?$/;

/** undefined when no schema of the resource type has what the title names. */
export function readColumn(model: ResourceModel, title: string): CsvColumn | undefined {
  const name = ENTRA_TITLE.exec(title.trim())?.[1] ?? title.trim();
  const own = resolvePath(model, name);
  const key = name.toLowerCase();
  const entra = Object.hasOwn(ENTRA_PATHS, key) ? ENTRA_PATHS[key] : undefined;
  const found = own ?? (entra === undefined ? undefined : resolvePath(model, entra));
  return found && { ...found, title, isInverted: /^block sign in/i.test(title) };
}

type ColumnTarget = Pick<CsvColumn, 'target' | 'sub' | 'element'>;

function resolvePath(model: ResourceModel, text: string): ColumnTarget | undefined {
  const path = tryParse(text);
  const target = path && resolveAttribute(model, path.attribute);
  if (path === undefined || target === undefined) return undefined;
  if (path.filter === undefined) return { target, sub: target.subAttribute, element: undefined };
  return resolveElement(target, path.filter, path.subAttribute);
}

function resolveElement(
  target: ResolvedAttribute,
  filter: FilterNode,
  subName = 'value',
): ColumnTarget | undefined {
  if (filter.kind !== 'compare' || filter.operator !== 'eq') return undefined;
  const name = resolveSubAttribute(target, filter.attribute)?.subAttribute?.name;
  const sub = resolveSubAttribute(target, subName)?.subAttribute;
  if (name === undefined || sub === undefined) return undefined;
  return { target, sub, element: { name, value: filter.value } };
}

function tryParse(text: string): PatchPath | undefined {
  try {
    return parsePatchPath(text);
  } catch (error) {
    if (error instanceof Error && error.name === 'FilterSyntaxError') return undefined;
    throw error;
  }
}
