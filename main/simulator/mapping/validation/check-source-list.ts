// Rules about what was added to the attribute list of Microsoft Entra ID: directory extensions, by their full names.
// @see entra docs "Customize user provisioning attribute mappings", "Editing the list of supported attributes"
import { isExtensionName } from '../../../../shared/simulator/directory.ts';
import { error, repeated, type Finding, type ObjectReview } from './object-review.ts';

export function checkSourceList({ addedAttributes }: ObjectReview): Finding[] {
  const twice = repeated(addedAttributes, ({ name }) => name).map(({ item, index }) =>
    error(
      'AttributeListInvalid',
      { kind: 'sourceAttribute', index },
      `${item.name} is in the attribute list of Microsoft Entra ID twice; remove one of the two.`,
    ),
  );
  const misnamed = addedAttributes.flatMap(({ name }, index) =>
    isExtensionName(name)
      ? []
      : [
          error(
            'AttributeListInvalid',
            { kind: 'sourceAttribute', index },
            `"${name}" is no directory extension; its name is extension_, the application id without hyphens, an underscore and its own name.`,
          ),
        ],
  );
  return [...twice, ...misnamed];
}
