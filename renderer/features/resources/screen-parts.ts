// What tells the screen of one resource type from another; everything else about them is the same.
import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { StoredResource } from '../../../shared/admin/resource.ts';
import type { JsonObject } from '../../../shared/scim/json.ts';
import type { ResourceColumn } from './schema-columns.tsx';

export interface FilterExample {
  readonly filter: string;
  readonly meaning: string;
}

export interface EditorProps {
  /** The resource to edit; none = create one. */
  readonly stored: StoredResource | undefined;
  /** What a new one begins as. */
  readonly draft?: JsonObject | undefined;
  readonly onClose: () => void;
  readonly onSaved: (stored: StoredResource) => void;
}

export interface TabProps {
  readonly stored: StoredResource;
}

export interface ScreenParts {
  readonly resourceType: string;
  readonly title: string;
  /** One of them in a sentence: `user`. */
  readonly noun: string;
  readonly icon: LucideIcon;
  readonly columns: readonly ResourceColumn[];
  readonly placeholder: string;
  readonly examples: readonly FilterExample[];
  /** Attributes that plain words look into. */
  readonly searched: readonly string[];
  readonly Editor: ComponentType<EditorProps>;
  readonly JsonTab: ComponentType<TabProps>;
  /** The tab of what belongs to it: groups of a user, members of a group. */
  readonly related?: {
    readonly id: string;
    readonly label: string;
    readonly count: (stored: StoredResource) => number;
    readonly Tab: ComponentType<TabProps>;
  };
  /** Actions and state that only this kind has. */
  readonly HeaderActions?: ComponentType<TabProps>;
  readonly HeaderState?: ComponentType<TabProps>;
  /** What a deletion means, in a sentence. */
  readonly deletion: string;
}
