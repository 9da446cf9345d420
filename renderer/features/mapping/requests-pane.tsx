// The POST and the PATCH for whoever the preview is for, as the engine would put them together.
import type { MappingPreview } from '../../../shared/simulator/mapping-preview.ts';
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
      <Request title="When the object is created" request={preview.create} />
      <Request title="When every mapped attribute has changed" request={preview.update} />
    </>
  );
}

interface RequestProps {
  readonly title: string;
  readonly request: MappingPreview['create'];
}

function Request({ title, request }: RequestProps) {
  return (
    <Section title={title}>
      {request === null ? (
        <p className="text-ink-2">Nothing is sent: no attribute has a value.</p>
      ) : (
        <>
          <p className="mb-1 font-mono text-sm">{`${request.method} ${request.path}`}</p>
          <JsonView label={`Body of ${request.method}`} value={request.body} />
        </>
      )}
    </Section>
  );
}
