// The settings that differ from their defaults, as JSON to edit; checked against the schema before it is stored.
import { useState } from 'react';
import {
  DEFAULT_SETTINGS,
  SettingsChange,
  type SettingsState,
} from '../../../shared/admin/setting.ts';
import { callAdmin } from '../../api/client.ts';
import { useReplaceSettings } from '../../api/use-settings.ts';
import { Button } from '../../ui/button.tsx';
import { CodeEditor } from '../../ui/code-editor.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { toast } from '../../ui/toast.tsx';
import { useQuery } from '@tanstack/react-query';
import { CopyButton } from '../../ui/copy-button.tsx';
import { SETTINGS_HINTS } from './settings-hints.ts';

export function SettingsJson({ state }: { readonly state: SettingsState }) {
  const stored = writeChanged(state);
  const [text, setText] = useState(stored);
  const read = readSettings(text);
  const replace = useReplaceSettings();
  const schema = useSettingsSchema();

  function save(): void {
    if (read.kind !== 'settings') return;
    replace.mutate(read.settings, {
      onSuccess: (saved) => {
        setText(writeChanged(saved));
        toast({ tone: 'good', message: 'Settings stored' });
      },
    });
  }

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <p className="px-4 py-2 text-ink-2">
        What is not here has its default. Ctrl+Space offers names and values; the JSON Schema has
        all of them with their bounds, for an editor of your own.
      </p>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 pb-2">
        <CodeEditor
          label="Settings as JSON"
          value={text}
          onChange={setText}
          hints={SETTINGS_HINTS}
        />
      </div>
      <div className="flex flex-wrap items-center gap-2 border-t border-line px-4 py-2">
        <p role="status" className="min-w-0 flex-1 text-bad">
          {read.kind === 'problem' ? read.message : null}
          {replace.isError ? describeError(replace.error) : null}
        </p>
        {schema !== undefined && (
          <CopyButton what="JSON Schema" caption="Copy JSON Schema" text={schema} />
        )}
        <Button onPress={() => setText(stored)} isDisabled={text === stored}>
          Discard
        </Button>
        <Button
          variant="primary"
          onPress={save}
          isPending={replace.isPending}
          isDisabled={text === stored || read.kind === 'problem'}
        >
          Save
        </Button>
      </div>
    </div>
  );
}

type Read =
  | { readonly kind: 'settings'; readonly settings: SettingsChange }
  | { readonly kind: 'problem'; readonly message: string };

function readSettings(text: string): Read {
  try {
    const result = SettingsChange.safeParse(JSON.parse(text));
    if (result.success) return { kind: 'settings', settings: result.data };
    const [issue] = result.error.issues;
    const where = issue?.path.join('.') ?? '';
    return { kind: 'problem', message: `${where === '' ? '' : `${where}: `}${issue?.message}` };
  } catch {
    return { kind: 'problem', message: 'This is not JSON yet.' };
  }
}

function writeChanged({ settings, changed }: SettingsState): string {
  const pairs = changed.map((key) => [key, settings[key] ?? DEFAULT_SETTINGS[key]]);
  return JSON.stringify(Object.fromEntries(pairs), null, 2);
}

function useSettingsSchema(): string | undefined {
  const schema = useQuery({
    queryKey: ['settings-schema'],
    queryFn: ({ signal }) => callAdmin('getSettingsSchema', {}, signal),
  }).data;
  return schema === undefined ? undefined : JSON.stringify(schema, null, 2);
}
