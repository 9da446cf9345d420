// New, import and export, at the head of the page.
import { Download, Upload } from 'lucide-react';
import { callAdmin } from '../../api/client.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { Button } from '../../ui/button.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { saveText } from '../../ui/save-text.ts';
import { toast } from '../../ui/toast.tsx';
import type { OnDraft } from './draft.ts';
import type { KnownSchema, KnownType } from './read-documents.ts';

interface SchemaActionsProps {
  readonly schemas: readonly KnownSchema[];
  readonly types: readonly KnownType[];
  readonly onDraft: OnDraft;
}

export function SchemaActions({ schemas, types, onDraft }: SchemaActionsProps) {
  const tenant = useTenantSlug();
  const hasOwn = schemas.some(({ isBuiltIn }) => !isBuiltIn);
  return (
    <>
      {hasOwn && (
        <Button variant="ghost" onPress={() => void saveOwn(tenant)}>
          <Download aria-hidden className="size-3.5" />
          Export
        </Button>
      )}
      <Button onPress={() => onDraft({ kind: 'import', text: '' })}>
        <Upload aria-hidden className="size-3.5" />
        Import
      </Button>
      <MenuButton
        label="New"
        actions={[
          ...types.map(({ type }) => ({
            id: type.name,
            label: `Extension of ${type.name}`,
            onAction: () => onDraft({ kind: 'new-extension', base: type.name }),
          })),
          {
            id: 'type',
            label: 'Resource type',
            onAction: () => onDraft({ kind: 'new-type' }),
          },
        ]}
      />
    </>
  );
}

/** What the tenant has of its own, in the form that Import takes. */
async function saveOwn(tenant: string): Promise<void> {
  try {
    const { documents } = await callAdmin('exportSchemas', { params: { tenant } });
    const text = JSON.stringify(documents, null, 2);
    saveText({ fileName: `${tenant}-schemas.json`, mediaType: 'application/json', text });
  } catch (error) {
    toast({ tone: 'bad', message: describeError(error) });
  }
}
