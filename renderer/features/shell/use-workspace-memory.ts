// Layout and Activity are those of the workspace that the server tells of.
import { useEffect } from 'react';
import { useWorkspace } from '../../api/use-status.ts';
import { openActivity } from '../../ui/activity.ts';
import { openLayout } from '../../ui/layout.ts';

/** Mount once. */
export function useWorkspaceMemory(): void {
  const workspace = useWorkspace();
  useEffect(() => {
    if (workspace === undefined) return;
    openLayout(workspace);
    openActivity(workspace);
  }, [workspace]);
}
