// One request being written: where it goes, what it asks for, its body, headers, and itself as code.
import { Save, SendHorizontal } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { CodeEditor } from '../../ui/code-editor.tsx';
import type { JsonHints } from '../../ui/json-hints.ts';
import { parseJson } from '../../ui/json-text.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useTypeSchemas } from '../resources/use-type-schema.ts';
import { hintsForBody } from './body-hints.ts';
import { CodeTab } from './code-tab.tsx';
import { changeRequest, type Draft } from './drafts.ts';
import { HeadersEditor } from './headers-editor.tsx';
import { PathField } from './path-field.tsx';
import { SaveDialog } from './save-dialog.tsx';
import { TargetFields } from './target-fields.tsx';

interface RequestEditorProps {
  readonly draft: Draft;
  readonly onSend: () => void;
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

export function RequestEditor({ draft, onSend }: RequestEditorProps) {
  const { key, name, request } = draft;
  const [tab, setTab] = useState(request.body === '' ? 'headers' : 'body');
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <RequestLine draft={draft} onSend={onSend} />
      <Tabs
        label="Parts of the request"
        selected={tab}
        onSelect={setTab}
        items={[
          { id: 'body', label: 'Body', content: <BodyTab draft={draft} /> },
          {
            id: 'headers',
            label: 'Headers',
            note: String(request.headers.length),
            content: (
              <HeadersEditor
                headers={request.headers}
                onChange={(headers) => changeRequest(key, { headers })}
              />
            ),
          },
          { id: 'code', label: 'Code', content: <CodeTab name={name} request={request} /> },
        ]}
      />
    </div>
  );
}

function RequestLine({ draft, onSend }: RequestEditorProps) {
  const { key, request, isSending } = draft;
  const { target, method, path } = request;
  const [isSaving, setIsSaving] = useState(false);
  const methods = METHODS.includes(method) ? METHODS : [...METHODS, method];
  return (
    <div className="flex shrink-0 flex-col gap-2 border-b border-line p-3">
      <TargetFields target={target} onChange={(next) => changeRequest(key, { target: next })} />
      <div className="flex items-start gap-2">
        <div className="w-28 shrink-0">
          <SelectField
            label="Method"
            options={methods.map((value) => ({ value, label: value }))}
            value={method}
            onChange={(next) => changeRequest(key, { method: next })}
          />
        </div>
        <PathField
          target={target}
          path={path}
          onChange={(next) => changeRequest(key, { path: next })}
        />
      </div>
      <div className="flex gap-2 pt-1">
        <Button variant="primary" isPending={isSending} onPress={onSend}>
          <SendHorizontal aria-hidden className="size-3.5" />
          Send
        </Button>
        <Button onPress={() => setIsSaving(true)}>
          <Save aria-hidden className="size-3.5" />
          Save
        </Button>
      </div>
      {isSaving && <SaveDialog draft={draft} onClose={() => setIsSaving(false)} />}
    </div>
  );
}

/** Of the target where it is a tenant of ours, else of the tenant on screen: what a stranger has is not known. */
function useBodyHints({ target, method, path }: Draft['request']): JsonHints | undefined {
  const schemas = useTypeSchemas(target.kind === 'tenant' ? target.tenant : undefined);
  return useMemo(() => schemas && hintsForBody(schemas, { method, path }), [schemas, method, path]);
}

function BodyTab({ draft: { key, request } }: { readonly draft: Draft }) {
  const json = parseJson(request.body);
  const pretty = json === undefined ? undefined : JSON.stringify(json, null, 2);
  const hints = useBodyHints(request);
  return (
    <div className="flex flex-col gap-2 p-3">
      <CodeEditor
        label="Request body"
        value={request.body}
        hints={hints}
        onChange={(body) => changeRequest(key, { body })}
      />
      <div className="flex items-center gap-3">
        <Button
          variant="ghost"
          isDisabled={pretty === undefined || pretty === request.body}
          onPress={() => pretty !== undefined && changeRequest(key, { body: pretty })}
        >
          Format
        </Button>
        <p className="text-sm text-ink-3">Ctrl+Enter sends. Tab leaves the editor.</p>
      </div>
    </div>
  );
}
