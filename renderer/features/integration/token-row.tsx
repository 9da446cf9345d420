// One token: what it is, and its actions in a menu; those that lock a client out ask first.
import { CircleCheck, CircleOff, Ellipsis, Eye, EyeOff, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { Token } from '../../../shared/admin/token.ts';
import { Badge } from '../../ui/badge.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { formatDateTime, formatNumber } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { tellExpiry } from '../connect/expiry-options.ts';
import { hideToken } from '../connect/hide-token.ts';
import { useReveal } from '../connect/use-reveal.ts';
import { SOURCE_NAMES } from '../requests/request-words.ts';
import { TokenDialog, type TokenAction } from './token-dialog.tsx';

export function TokenRow({ token }: { readonly token: Token }) {
  const [action, setAction] = useState<TokenAction | null>(null);
  return (
    <tr className="border-b border-line/60 align-top last:border-b-0">
      <th scope="row" className="py-2 pr-4 font-normal">
        <span className="flex flex-wrap items-center gap-1.5">
          <span className="font-medium wrap-anywhere">{token.name}</span>
          {token.isSecretToken && token.name !== 'Secret Token' && <Badge>Secret Token</Badge>}
        </span>
        <Small>Created {formatDateTime(token.created)}</Small>
      </th>
      <td className="py-2 pr-4">
        <Secret token={token} />
      </td>
      <td className="py-2 pr-4">
        <State token={token} />
      </td>
      <td className="py-2 pr-4 whitespace-nowrap">
        {token.scope === 'full' ? 'Read and write' : 'Read only'}
      </td>
      <td className="py-2 pr-4">
        <LastUse token={token} />
      </td>
      <td className="py-2 pr-4 text-right tabular-nums">{formatNumber(token.requests)}</td>
      <td className="py-1 text-right">
        <MenuButton
          icon={Ellipsis}
          label={`Actions of ${token.name}`}
          actions={listActions(token, setAction)}
        />
        {action !== null && (
          <TokenDialog token={token} action={action} onClose={() => setAction(null)} />
        )}
      </td>
    </tr>
  );
}

function listActions(token: Token, choose: (action: TokenAction) => void) {
  const isRevoked = token.state === 'revoked';
  return [
    { id: 'rotate', label: 'Rotate…', isDisabled: isRevoked, onAction: () => choose('rotate') },
    {
      id: 'set-expiry',
      label: 'Set expiry…',
      isDisabled: isRevoked,
      onAction: () => choose('set-expiry'),
    },
    {
      id: 'expire',
      label: 'Expire now…',
      isDisabled: token.state !== 'live',
      onAction: () => choose('expire'),
    },
    {
      id: 'revoke',
      label: 'Revoke…',
      isDangerous: true,
      isDisabled: isRevoked,
      onAction: () => choose('revoke'),
    },
  ];
}

function Secret({ token }: { readonly token: Token }) {
  const { secondsLeft, toggle } = useReveal();
  const isShown = secondsLeft > 0;
  return (
    <span className="-mt-1 flex items-center gap-0.5">
      <code data-secret className="mr-1 font-mono text-sm wrap-anywhere">
        {isShown ? token.secret : hideToken(token.secret).slice(-12)}
      </code>
      <IconButton
        icon={isShown ? EyeOff : Eye}
        label={isShown ? `Hide ${token.name} (${secondsLeft} s)` : `Reveal ${token.name}`}
        onPress={toggle}
      />
      <CopyButton what={token.name} text={token.secret} />
    </span>
  );
}

const STATES = {
  live: { icon: CircleCheck, word: 'Live', tone: 'good' },
  expired: { icon: TriangleAlert, word: 'Expired', tone: 'warn' },
  revoked: { icon: CircleOff, word: 'Revoked', tone: 'neutral' },
} as const;

function State({ token }: { readonly token: Token }) {
  const { icon: Icon, word, tone } = STATES[token.state];
  return (
    <>
      <Badge tone={tone}>
        <Icon aria-hidden className="size-3" />
        {word}
      </Badge>
      <Small>{tellExpiry(token)}</Small>
      {token.previous !== null && (
        <Small>Old secret until {formatDateTime(token.previous.expires)}</Small>
      )}
    </>
  );
}

function LastUse({ token: { lastUsed, lastSource } }: { readonly token: Token }) {
  if (lastUsed === null) return <span className="text-ink-3">Never</span>;
  return (
    <>
      {formatDateTime(lastUsed)}
      {lastSource !== null && <Small>by {SOURCE_NAMES[lastSource]}</Small>}
    </>
  );
}

function Small({ children }: { readonly children: React.ReactNode }) {
  return <span className="block text-sm text-ink-3">{children}</span>;
}
