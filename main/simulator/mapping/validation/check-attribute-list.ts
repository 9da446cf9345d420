// Rules about the attribute list of the application.
import type { ListedAttribute } from '../../../../shared/simulator/mapping.ts';
import { parseTargetPath, type TargetPath } from '../../client/target-path.ts';
import { error, repeated, type Finding, type ObjectReview } from './object-review.ts';

export function checkAttributeList({ targetAttributes }: ObjectReview): Finding[] {
  const twice = repeated(targetAttributes, ({ name }) => name.toLowerCase()).map(
    ({ item, index }) =>
      error(
        'AttributeListInvalid',
        { kind: 'attribute', index },
        `${item.name} is in the attribute list twice; remove one of the two.`,
      ),
  );
  const lines = targetAttributes.flatMap((attribute, index) => {
    const message = describe(attribute);
    const place = { kind: 'attribute', index } as const;
    return message === undefined ? [] : [error('AttributeListInvalid', place, message)];
  });
  return [...twice, ...lines];
}

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:user';

function describe(attribute: ListedAttribute): string | undefined {
  const { name, type, referencedObjects } = attribute;
  const path = parseTargetPath(name);
  if (path === undefined) {
    return `"${name}" is no path that the provisioning service can write; write one such as name.givenName or emails[type eq "work"].value.`;
  }
  if (type === 'Reference' && referencedObjects.length === 0) {
    return `${name} is a Reference; choose the objects that it may refer to.`;
  }
  return isCustom(path) && !isPlain(attribute, path)
    ? `${name} is a custom attribute, which can be neither complex, multi-valued nor a Reference.`
    : undefined;
}

function isCustom({ schema }: TargetPath): boolean {
  return schema !== null && schema.toLowerCase() !== ENTERPRISE;
}

function isPlain({ type, isMultiValued }: ListedAttribute, path: TargetPath): boolean {
  return (
    type !== 'Reference' && !isMultiValued && path.filter === null && path.subAttribute === null
  );
}
