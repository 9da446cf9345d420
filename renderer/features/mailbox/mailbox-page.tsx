// Mailbox: the mails that the provisioning service has written to administrators, sent or not.
import { getRouteApi } from '@tanstack/react-router';
import { Inbox, Server } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Mail } from '../../../shared/simulator/mail.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { formatDateTime } from '../../ui/format.ts';
import type { GridColumn } from '../../ui/grid-types.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { VirtualGrid } from '../../ui/virtual-grid.tsx';
import { EntraPage } from '../entra/entra-page.tsx';
import { GoButton } from '../provisioning/go-button.tsx';
import { DeliveryBadge } from './delivery.tsx';
import { MailPane } from './mail-pane.tsx';
import { MailServerDialog } from './mail-server-dialog.tsx';
import { useMailActions, useMails, useMailSetting } from './use-mailbox.ts';

const route = getRouteApi('/entra/mailbox');

export function MailboxPage() {
  return (
    <EntraPage title="Mailbox" help="mailbox" actions={() => <MailServerButton />}>
      {({ id }) => <Mailbox application={id} />}
    </EntraPage>
  );
}

function MailServerButton() {
  const [isOpen, setIsOpen] = useState(false);
  const setting = useMailSetting();
  return (
    <>
      <Button onPress={() => setIsOpen(true)} isDisabled={setting.data === undefined}>
        <Server aria-hidden className="size-4" />
        Mail server
      </Button>
      {isOpen && setting.data !== undefined && (
        <MailServerDialog setting={setting.data} onClose={() => setIsOpen(false)} />
      )}
    </>
  );
}

function Mailbox({ application }: { readonly application: string }) {
  const { id } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useRef<HTMLDivElement>(null);
  const mails = useMails(application);
  const { mark } = useMailActions(application);
  const setting = useMailSetting();
  const shown = mails.data?.mails.find((mail) => mail.id === id);
  const show = (next: string | undefined) =>
    void navigate({ search: (search) => ({ ...search, id: next }) });

  function open(mail: Mail): void {
    show(mail.id);
    if (!mail.isRead) mark.mutate({ mail, isRead: true });
  }

  function close(): void {
    show(undefined);
    list.current?.querySelector<HTMLElement>('[role=row][tabindex="0"]')?.focus();
  }

  return (
    <SplitPane
      storageName="mailbox"
      sideLabel="Mail"
      share={0.55}
      side={
        shown !== undefined && (
          <MailPane
            key={shown.id}
            application={application}
            mail={shown}
            canSend={(setting.data?.host ?? '') !== ''}
            onClose={close}
          />
        )
      }
    >
      <div
        ref={list}
        role="presentation"
        onKeyDown={(event) => event.key === 'Escape' && shown !== undefined && close()}
        className="flex min-h-0 flex-1 flex-col"
      >
        <Content mails={mails} openId={shown?.id ?? null} onOpen={open} />
      </div>
    </SplitPane>
  );
}

interface ContentProps {
  readonly mails: ReturnType<typeof useMails>;
  readonly openId: string | null;
  readonly onOpen: (mail: Mail) => void;
}

function Content({ mails, openId, onOpen }: ContentProps) {
  if (mails.isPending) return <Skeleton label="Loading the mailbox" lines={6} />;
  if (mails.isError) {
    return (
      <ErrorState
        title="The mailbox could not be read"
        error={mails.error}
        onRetry={() => void mails.refetch()}
      />
    );
  }
  const rows = mails.data.mails;
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={Inbox}
        title="No mail yet"
        actions={
          <GoButton to="/entra/connectivity" variant="secondary">
            Set the notification e-mail
          </GoButton>
        }
      >
        When a job goes into quarantine, when too much would be deleted, or when a job is disabled,
        the provisioning service writes to its notification e-mail. Every mail is kept here; with a
        mail server it is sent as well.
      </EmptyState>
    );
  }
  return (
    <VirtualGrid
      label="Mails"
      columns={COLUMNS}
      rowCount={rows.length}
      rowAt={(index) => rows[index]}
      rowKey={({ id }) => id}
      openKey={openId}
      onOpen={onOpen}
    />
  );
}

const COLUMNS: readonly GridColumn<Mail>[] = [
  {
    id: 'subject',
    header: 'Subject',
    width: 'minmax(180px, 3fr)',
    cell: ({ subject, isRead }) => (
      <>
        {!isRead && (
          <>
            <span aria-hidden className="mr-2 inline-block size-2 rounded-full bg-accent-fill" />
            <span className="sr-only">Unread: </span>
          </>
        )}
        <span className={cx(!isRead && 'font-semibold')}>{subject}</span>
      </>
    ),
  },
  {
    id: 'to',
    header: 'To',
    width: 'minmax(0, 2fr)',
    showFrom: 640,
    cell: ({ recipients }) =>
      recipients.length === 0 ? <span className="text-ink-3">Nobody</span> : recipients.join(', '),
  },
  { id: 'date', header: 'Date', width: '180px', cell: ({ at }) => formatDateTime(at) },
  {
    id: 'delivery',
    header: 'Delivery',
    width: '130px',
    showFrom: 480,
    cell: (mail) => (
      <span className="flex">
        <DeliveryBadge mail={mail} />
      </span>
    ),
  },
];
