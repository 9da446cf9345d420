// Why somebody is in scope by the mappings as they are being edited.
import { ScopingFilterOutcomes } from '../entra/scoping-filter-outcomes.tsx';
import type { MappingEditor } from './use-mapping-editor.ts';

export function ScopePane({ editor }: { readonly editor: MappingEditor }) {
  const { preview } = editor;
  if (preview === undefined) {
    return <p className="px-4 py-3 text-ink-2">Choose whom to preview for.</p>;
  }
  const { scope, displayName } = preview;
  return (
    <>
      <p className="px-4 pt-3">
        {scope.filters.length === 0
          ? `Without a scoping filter everybody passes, so does ${displayName}.`
          : scope.isInScope
            ? `${displayName} passes at least one filter.`
            : `${displayName} passes none of the filters: not created, and disabled where it was.`}
      </p>
      {editor.scope === 'assigned' && (
        <p className="px-4 pt-2">
          {preview.isAssigned
            ? preview.hasRole
              ? `${displayName} is assigned to the application.`
              : `${displayName} is assigned with Default Access only, which the job skips.`
            : `${displayName} is not assigned to the application. The job provisions only assigned users and groups, so that alone is out of scope.`}
        </p>
      )}
      <ScopingFilterOutcomes filters={scope.filters} />
    </>
  );
}
