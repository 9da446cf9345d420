// Who changed something: the client and its request, or somebody in this app.
import { Link } from '@tanstack/react-router';
import type { ChangeOrigin } from '../../../shared/admin/resource.ts';
import { sourceName } from './source-name.ts';

interface ChangeLinkProps {
  readonly origin: Pick<ChangeOrigin, 'requestId' | 'source'> | null;
}

export function ChangeLink({ origin }: ChangeLinkProps) {
  if (origin === null) return null;
  if (origin.requestId === null) return <span className="text-ink-2">This app</span>;
  return (
    <Link
      to="/requests"
      search={{ id: origin.requestId }}
      onClick={(event) => event.stopPropagation()}
      className="rounded-sm text-accent underline-offset-2 hover:underline"
    >
      {sourceName(origin.source)} #{origin.requestId}
    </Link>
  );
}
