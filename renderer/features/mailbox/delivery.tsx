// What became of sending a mail.
import { CircleAlert, CircleCheck, Clock, Inbox } from 'lucide-react';
import type { Mail } from '../../../shared/simulator/mail.ts';
import { Badge } from '../../ui/badge.tsx';
import { formatCount, formatDateTime } from '../../ui/format.ts';

const LOOKS = {
  kept: { icon: Inbox, word: 'Not sent', tone: 'neutral' },
  waiting: { icon: Clock, word: 'Waiting', tone: 'warn' },
  sent: { icon: CircleCheck, word: 'Sent', tone: 'good' },
  failed: { icon: CircleAlert, word: 'Failed', tone: 'bad' },
} as const;

export function DeliveryBadge({ mail: { delivery } }: { readonly mail: Mail }) {
  const { icon: Icon, word, tone } = LOOKS[delivery];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden className="size-3.5" />
      {word}
    </Badge>
  );
}

/** In a sentence or two. */
export function describeDelivery(mail: Mail, canSend: boolean): string {
  const { delivery, attempts, sentAt, nextAttempt, lastError, recipients } = mail;
  const failure = lastError === null ? '' : ` The last attempt failed: ${lastError}`;
  switch (delivery) {
    case 'sent':
      return sentAt === null ? 'Sent.' : `Sent on ${formatDateTime(sentAt)}.`;
    case 'waiting':
      return nextAttempt === null || attempts === 0
        ? 'It is being sent.'
        : `It will be tried again on ${formatDateTime(nextAttempt)}.${failure}`;
    case 'failed':
      return `Given up after ${formatCount(attempts, 'attempt')}.${failure}`;
    case 'kept':
      if (recipients.length === 0) return 'No notification e-mail is set, so it goes to nobody.';
      return canSend
        ? 'It was written before a mail server was configured, and not sent.'
        : 'No mail server is configured, so it is kept here only.';
  }
}
