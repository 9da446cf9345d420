// What is being changed at the moment, from the first form to the plan: the page shows one dialog for it.
import type { SchemaChange } from '../../../shared/admin/schema.ts';
import type { SchemaDocument } from '../../../shared/scim/schema-document.ts';
import type { Attribute } from './read-documents.ts';
import type { AttributePlace } from './edit-schema.ts';

/** What the forms have in them, so that one can go back to them. */
export interface NewSchemaValues {
  readonly name: string;
  readonly urn: string;
  readonly endpoint: string;
  readonly attribute: Attribute;
}

export type Draft =
  | { readonly kind: 'new-extension'; readonly base: string; readonly values?: NewSchemaValues }
  | { readonly kind: 'new-type'; readonly values?: NewSchemaValues }
  | { readonly kind: 'import'; readonly text: string }
  | {
      readonly kind: 'attribute';
      readonly schema: SchemaDocument;
      readonly place: AttributePlace;
      readonly attribute: Attribute;
    }
  | {
      readonly kind: 'apply';
      readonly title: string;
      readonly change: SchemaChange;
      /** The form that led here. */
      readonly back?: Draft;
    };

export type OnDraft = (draft: Draft) => void;
