// Compose: write a request, send it to a tenant or any URL, and see what comes back and what it changed.
import { getRouteApi } from '@tanstack/react-router';
import { FileInput, FolderOpen, Plus, SendHorizontal } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { useTenantSlug } from '../../api/use-status.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { runCommand } from '../shortcuts/command-store.ts';
import { useCommands } from '../shortcuts/use-commands.ts';
import { useMediaQuery } from '../../ui/use-media-query.ts';
import { AnswerPane } from './answer-pane.tsx';
import { DraftTabs } from './draft-tabs.tsx';
import { blankRequest, type Draft, openDrafts, useDrafts } from './drafts.ts';
import { ImportDialog } from './import-dialog.tsx';
import { LibraryDialog } from './library-dialog.tsx';
import { RequestEditor } from './request-editor.tsx';
import { TemplateMenu } from './template-menu.tsx';
import { useOpenedFromLog } from './use-opened-from-log.ts';
import { type Sending, useSend } from './use-send.ts';

const route = getRouteApi('/compose');

export function ComposePage() {
  const { from } = route.useSearch();
  const navigate = route.useNavigate();
  const forget = () =>
    void navigate({ search: (search) => ({ ...search, from: undefined }), replace: true });
  const { isLoading, error } = useOpenedFromLog(from, forget);
  const tenant = useTenantSlug();
  useCommands([{ id: 'compose.new', run: () => openDrafts([blankRequest(tenant)]) }]);
  const [dialog, setDialog] = useState<'import' | 'library' | null>(null);
  return (
    <div
      role="presentation"
      className="flex min-h-0 flex-1 flex-col"
      onKeyDownCapture={sendFromAnywhere}
    >
      <PageHeader title="Compose" help="compose">
        <TemplateMenu />
        <Button onPress={() => setDialog('library')}>
          <FolderOpen aria-hidden className="size-3.5" />
          Open
        </Button>
        <Button onPress={() => setDialog('import')}>
          <FileInput aria-hidden className="size-3.5" />
          Import
        </Button>
      </PageHeader>
      {error !== null && (
        <ErrorState title={`Request ${from} could not be opened`} error={error} onRetry={forget} />
      )}
      {isLoading && <Skeleton label="Opening the request" lines={5} />}
      {!isLoading && error === null && <Drafts />}
      {dialog === 'import' && <ImportDialog onClose={() => setDialog(null)} />}
      {dialog === 'library' && <LibraryDialog onClose={() => setDialog(null)} />}
    </div>
  );
}

/** Before the part that has the focus: an editor, a list or a button would take Enter for its own. */
function sendFromAnywhere(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  const isInDialog = !(event.target instanceof Node && event.currentTarget.contains(event.target));
  if (isInDialog || !runCommand('compose.send')) return;
  event.preventDefault();
  event.stopPropagation();
}

function Drafts() {
  const { drafts, activeKey } = useDrafts();
  const active = drafts.find(({ key }) => key === activeKey);
  if (active === undefined) return <NoDraft />;
  return (
    <DraftTabs drafts={drafts} active={active}>
      <DraftPanel key={active.key} draft={active} />
    </DraftTabs>
  );
}

function NoDraft() {
  const tenant = useTenantSlug();
  return (
    <EmptyState
      icon={SendHorizontal}
      title="Send a request of your own"
      actions={
        <>
          <Button variant="primary" onPress={() => openDrafts([blankRequest(tenant)])}>
            <Plus aria-hidden className="size-3.5" />
            New request
          </Button>
          <TemplateMenu />
        </>
      }
    >
      <p>
        Begin with an empty request, with a template as Entra or Okta would send it, or open one
        from the request log with Edit and resend.
      </p>
    </EmptyState>
  );
}

function DraftPanel({ draft }: { readonly draft: Draft }) {
  const sending = useSend(draft);
  useCommands([{ id: 'compose.send', run: sending.send }]);
  const isNarrow = useMediaQuery('(max-width: 68rem)');
  const editor = <RequestEditor draft={draft} onSend={sending.send} />;
  const answer = <AnswerPane draft={draft} />;
  return (
    <>
      {isNarrow ? (
        <div className="min-h-0 flex-1 overflow-y-auto">
          {editor}
          <section aria-label="Response" className="border-t border-line">
            {answer}
          </section>
        </div>
      ) : (
        <SplitPane storageName="compose" sideLabel="Response" side={answer}>
          {editor}
        </SplitPane>
      )}
      <RemoteDialog sending={sending} method={draft.request.method} />
    </>
  );
}

function RemoteDialog({ sending, method }: { readonly sending: Sending; readonly method: string }) {
  const { askedHost, agree, refuse } = sending;
  return (
    <Dialog
      title={`Send to ${askedHost}?`}
      role="alertdialog"
      isOpen={askedHost !== undefined}
      onClose={refuse}
      actions={
        <>
          <Button autoFocus onPress={refuse}>
            Do not send
          </Button>
          <Button variant="primary" onPress={agree}>
            Send to {askedHost}
          </Button>
        </>
      }
    >
      <p>
        This host is not this machine. The {method} request, its body and its token leave for it,
        and what it changes there cannot be undone from here. You are asked once for each tab and
        host.
      </p>
    </Dialog>
  );
}
