// An attribute as the form has it, made fit to be sent.
import type { z } from 'zod';
import type { Attribute } from './read-documents.ts';

/** A complex attribute without sub-attributes gets one to begin with; a simple one has none. */
export function tidyAttribute(attribute: Attribute): Attribute {
  const { subAttributes, canonicalValues, referenceTypes, ...others } = attribute;
  const isComplex = attribute.type === 'complex';
  return {
    ...others,
    name: attribute.name.trim(),
    ...tidyList('canonicalValues', canonicalValues),
    ...tidyList('referenceTypes', referenceTypes),
    ...(isComplex && { subAttributes: subAttributes ?? [FIRST_SUB_ATTRIBUTE] }),
  };
}

const FIRST_SUB_ATTRIBUTE: NonNullable<Attribute['subAttributes']>[number] = {
  name: 'value',
  type: 'string',
  multiValued: false,
  description: '',
  required: false,
  caseExact: false,
  mutability: 'readWrite',
  returned: 'default',
  uniqueness: 'none',
};

function tidyList(name: 'canonicalValues' | 'referenceTypes', list: string[] | undefined) {
  const values = list?.map((one) => one.trim()).filter((one) => one !== '') ?? [];
  return values.length === 0 ? {} : { [name]: values };
}

/** The first thing that is wrong, as a sentence; undefined when nothing is. */
export function findProblem(schema: z.ZodType, value: unknown): string | undefined {
  const issue = schema.safeParse(value).error?.issues[0];
  if (issue === undefined) return undefined;
  const place = issue.path.join('.');
  return place === '' ? issue.message : `${place} ${issue.message}.`;
}
