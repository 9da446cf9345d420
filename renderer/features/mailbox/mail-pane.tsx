// One mail as its reader gets it. It is drawn from its parts: no markup of a name or an error can do anything.
import { Link } from '@tanstack/react-router';
import { Mail as Envelope, Send, Trash2, X } from 'lucide-react';
import type { Mail, MailBody } from '../../../shared/simulator/mail.ts';
import { Button } from '../../ui/button.tsx';
import { Fact } from '../../ui/fact.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { DeliveryBadge, describeDelivery } from './delivery.tsx';
import { useMailActions } from './use-mailbox.ts';

interface MailPaneProps {
  readonly application: string;
  readonly mail: Mail;
  /** A mail server is configured. */
  readonly canSend: boolean;
  readonly onClose: () => void;
}

export function MailPane({ application, mail, canSend, onClose }: MailPaneProps) {
  const { mark, remove, send } = useMailActions(application);
  const isSendable = canSend && mail.recipients.length > 0 && mail.kind !== 'test';
  return (
    <div
      role="presentation"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      className="flex min-h-0 flex-1 flex-col"
    >
      <div className="flex h-11 shrink-0 items-center gap-1 border-b border-line pr-2 pl-4">
        <h2 className="min-w-0 flex-1 truncate font-semibold">{mail.subject}</h2>
        <IconButton
          icon={Envelope}
          label="Mark as unread"
          onPress={() => {
            mark.mutate({ mail, isRead: false });
            onClose();
          }}
        />
        <IconButton
          icon={Trash2}
          label="Delete this mail"
          onPress={() => remove.mutate(mail, { onSuccess: onClose })}
        />
        <IconButton icon={X} label="Close the mail" onPress={onClose} />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <dl className="grid grid-cols-[4rem_minmax(0,1fr)] gap-x-3 gap-y-1 border-b border-line p-4">
          <Fact term="To">
            {mail.recipients.length === 0 ? 'Nobody' : mail.recipients.join(', ')}
          </Fact>
          <Fact term="Date">{formatDateTime(mail.at)}</Fact>
          <Fact term="Delivery">
            <DeliveryBadge mail={mail} />
            <span className="mt-1 block text-sm text-ink-3">{describeDelivery(mail, canSend)}</span>
            {isSendable && mail.delivery !== 'sent' && (
              <span className="mt-2 block">
                <Button onPress={() => send.mutate(mail)} isDisabled={send.isPending}>
                  <Send aria-hidden className="size-3.5" />
                  Send now
                </Button>
              </span>
            )}
          </Fact>
        </dl>
        <Body body={mail.body} />
      </div>
    </div>
  );
}

function Body({ body: { paragraphs, facts, link } }: { readonly body: MailBody }) {
  return (
    <div className="flex max-w-prose flex-col gap-3 p-4">
      {paragraphs.map((text) => (
        <p key={text} className="wrap-anywhere">
          {text}
        </p>
      ))}
      {facts.length > 0 && (
        <dl className="grid grid-cols-[minmax(0,10rem)_minmax(0,1fr)] gap-x-3 gap-y-1">
          {facts.map(({ name, value }) => (
            <Fact key={name} term={name}>
              {value}
            </Fact>
          ))}
        </dl>
      )}
      {link !== null && (
        <p>
          <Link to={link.to} className="text-accent underline underline-offset-2">
            {link.label}
          </Link>
        </p>
      )}
    </div>
  );
}
