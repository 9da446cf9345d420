// The POST and the PATCH for whoever the preview is for, as the engine would put them together.
import type { MappingPreview, PreviewSkip } from '../../../shared/simulator/mapping-preview.ts';
import type { OutOfScopeReason } from '../../../shared/simulator/scope.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import { JsonView } from '../../ui/json-view.tsx';
import { Section } from '../../ui/section.tsx';
import type { MappingEditor } from './use-mapping-editor.ts';

export function RequestsPane({ editor }: { readonly editor: MappingEditor }) {
  const { preview, isFlagged, setFlagged } = editor;
  if (preview === undefined) {
    return <p className="px-4 py-3 text-ink-2">Choose whom to preview for.</p>;
  }
  return (
    <>
      <div className="px-4 pt-3">
        <CheckBox isSelected={isFlagged} onChange={setFlagged}>
          Tenant URL with ?aadOptscim062020
        </CheckBox>
        <p className="mt-1 text-sm text-ink-3">
          References such as manager and members follow in requests of their own, when all objects
          are there.
        </p>
      </div>
      <Request title="When the object is created" request={preview.create} preview={preview} />
      <Request
        title={preview.isSoftDeleted ? LEAVING[preview.objectType] : UPDATED}
        request={preview.update}
        preview={preview}
      />
    </>
  );
}

const UPDATED = 'When every mapped attribute has changed';
const LEAVING = {
  User: 'Where it was provisioned before, it is disabled',
  Group: 'Where it was provisioned before, it is deleted',
};

interface RequestProps {
  readonly title: string;
  readonly request: MappingPreview['create'];
  readonly preview: MappingPreview;
}

function Request({ title, request, preview }: RequestProps) {
  return (
    <Section title={title}>
      {request === null ? (
        <p className="text-ink-2">Nothing is sent: no attribute has a value.</p>
      ) : (
        <>
          {request.skipped !== null && (
            <p className="mb-2 rounded-md bg-warn-soft px-3 py-2">
              <strong>Not sent</strong>: {spellSkip(request.skipped, preview)} Otherwise it would
              be:
            </p>
          )}
          <p className="mb-1 font-mono text-sm">{`${request.method} ${request.path}`}</p>
          {request.method !== 'DELETE' && (
            <JsonView label={`Body of ${request.method}`} value={request.body} />
          )}
        </>
      )}
    </Section>
  );
}

function spellSkip(skip: PreviewSkip, { displayName, objectType, reason }: MappingPreview): string {
  switch (skip) {
    case 'notInScope':
      return reason === null
        ? `the mapping of ${objectType.toLowerCase()}s is disabled.`
        : `${displayName} is not in scope (${REASONS[reason]}).`;
    case 'targetActionDisabled':
      return 'the target object action for it is off.';
    case 'attributeValidationFailed':
      return 'a mapping failed; the table of mappings says which.';
  }
}

const REASONS: Readonly<Record<OutOfScopeReason, string>> = {
  deleted: 'deleted',
  accountDisabled: 'sign-in is blocked',
  unassigned: 'not assigned with a role that counts',
  outOfScope: 'no scoping filter passes',
};
