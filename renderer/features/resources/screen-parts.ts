// What tells the Users screen from the Groups screen; everything else about them is the same.
import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { ResourceTypeName, StoredResource } from '../../../shared/admin/resource.ts';
import type { GridColumn } from '../../ui/grid-types.ts';

export interface FilterExample {
  readonly filter: string;
  readonly meaning: string;
}

export interface EditorProps {
  /** The resource to edit; none = create one. */
  readonly stored: StoredResource | undefined;
  readonly onClose: () => void;
  readonly onSaved: (stored: StoredResource) => void;
}

export interface TabProps {
  readonly stored: StoredResource;
}

export interface ScreenParts {
  readonly resourceType: ResourceTypeName;
  readonly title: string;
  /** One of them in a sentence: `user`. */
  readonly noun: string;
  readonly icon: LucideIcon;
  readonly columns: readonly GridColumn<StoredResource>[];
  readonly placeholder: string;
  readonly examples: readonly FilterExample[];
  readonly Editor: ComponentType<EditorProps>;
  readonly JsonTab: ComponentType<TabProps>;
  readonly related: {
    readonly id: string;
    readonly label: string;
    readonly count: (stored: StoredResource) => number;
    readonly Tab: ComponentType<TabProps>;
  };
  /** Actions and state that only this kind has. */
  readonly HeaderActions?: ComponentType<TabProps>;
  readonly HeaderState?: ComponentType<TabProps>;
}
