// Who is meant by a label: people by userPrincipalName (the part before the @ is enough) or displayName, groups by displayName.
// What the scenario has made comes first; of equal names the one made last.
import { scenarioFailure } from './scenario-failure.ts';

export interface NamedObject {
  readonly type: 'User' | 'Group';
  readonly objectId: string;
  readonly displayName: string;
  /** Empty for a group. */
  readonly userPrincipalName: string;
}

export interface Names {
  readonly add: (object: NamedObject) => void;
  /** The same object, renamed. */
  readonly update: (object: NamedObject) => void;
  readonly forget: (objectId: string) => void;
  /** objectIds that a label means or has meant. Throws for one that nobody ever had. */
  readonly known: (label: string) => readonly string[];
  readonly find: (label: string) => NamedObject | undefined;
  /** All that one label or several mean; one that ends in `*` means all that begin so. Throws for one that means nobody. */
  readonly all: (labels: string | readonly string[]) => readonly NamedObject[];
  /** In the order in which they were made. */
  readonly list: () => readonly NamedObject[];
}

/** `onChange` is told who is there by now. */
export function createNames(
  onChange: (list: readonly NamedObject[]) => void = () => undefined,
): Names {
  const objects = new Map<string, NamedObject>();
  const past: NamedObject[] = [];
  const list = () => [...objects.values()];
  const find = (label: string) => list().findLast((object) => isCalled(object, label));

  function among(label: string): readonly NamedObject[] {
    if (!label.endsWith('*')) {
      const found = find(label);
      return found === undefined ? nobody(label) : [found];
    }
    const beginning = fold(label.slice(0, -1));
    const found = list().filter((object) =>
      labelsOf(object).some((each) => fold(each).startsWith(beginning)),
    );
    return found.length === 0 ? nobody(label) : found;
  }

  function put(object: NamedObject): void {
    past.push(object);
    objects.set(object.objectId, object);
    onChange(list());
  }

  return {
    add: put,
    update: put,
    forget(objectId) {
      objects.delete(objectId);
      onChange(list());
    },
    known(label) {
      const ids = past.filter((object) => isCalled(object, label)).map((each) => each.objectId);
      return ids.length === 0 ? nobody(label) : [...new Set(ids)];
    },
    find,
    all: (labels) => [...new Set([labels].flat().flatMap(among))],
    list,
  };
}

function isCalled(object: NamedObject, label: string): boolean {
  return labelsOf(object).some((each) => fold(each) === fold(label));
}

function labelsOf({ displayName, userPrincipalName }: NamedObject): readonly string[] {
  if (userPrincipalName === '') return [displayName];
  return [userPrincipalName, userPrincipalName.split('@')[0] ?? '', displayName];
}

function fold(text: string): string {
  return text.toLowerCase();
}

function nobody(label: string): never {
  throw scenarioFailure(`Nobody and no group is called "${label}": create them in a step before.`);
}
