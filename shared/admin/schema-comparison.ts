// What discovery answers, word for word, and how it differs from that of another.
import { z } from 'zod';
import { PresetName } from '../scim/profile/profile-setting.ts';
import { JsonObject, JsonValue } from './json-schema.ts';

/** The bodies of the three endpoints. @see RFC 7644 §4 */
export const Discovery = z.object({
  serviceProviderConfig: JsonObject,
  resourceTypes: JsonObject,
  schemas: JsonObject,
});
export type Discovery = z.infer<typeof Discovery>;

/** rfc: User and Group as RFC 7643 has them; preset: a tenant with that preset and nothing of its own. */
export const ComparedWith = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rfc') }),
  z.object({ kind: z.literal('preset'), preset: PresetName }),
  z.object({ kind: z.literal('tenant'), tenant: z.string() }),
]);
export type ComparedWith = z.infer<typeof ComparedWith>;

/** Something that one of both has, or that both have in different ways. */
export const SchemaDifference = z.object({
  /** URN of a schema, `ResourceTypes` or `ServiceProviderConfig`. */
  document: z.string(),
  /** Attribute path (`emails.value`), name of a resource type, or member; empty for the whole document. */
  path: z.string(),
  /** Seen from the tenant that was asked about. */
  kind: z.enum(['only-here', 'only-there', 'differs']),
  /** What differs, where both have it. */
  members: z.array(
    z.object({ name: z.string(), here: JsonValue.nullable(), there: JsonValue.nullable() }),
  ),
});
export type SchemaDifference = z.infer<typeof SchemaDifference>;

export const SchemaComparison = z.object({ differences: z.array(SchemaDifference) });
export type SchemaComparison = z.infer<typeof SchemaComparison>;

/** A place on the Web, or on this machine, that answers with schema documents. */
export const DocumentUrl = z.object({ url: z.url({ protocol: /^https?$/ }) });
export type DocumentUrl = z.infer<typeof DocumentUrl>;

export const FetchedDocument = z.object({ document: JsonValue });
export type FetchedDocument = z.infer<typeof FetchedDocument>;
