// A link to a stored resource by name.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { SCREEN_PATHS } from './use-resource-search.ts';

interface ResourceLinkProps {
  readonly resourceType: string;
  readonly id: string;
  readonly children: ReactNode;
}

const LINK = 'rounded-sm text-accent underline-offset-2 hover:underline';

export function ResourceLink({ resourceType, id, children }: ResourceLinkProps) {
  if (resourceType === 'User' || resourceType === 'Group') {
    return (
      <Link to={SCREEN_PATHS[resourceType]} search={{ id }} className={LINK}>
        {children}
      </Link>
    );
  }
  return (
    <Link to="/types/$type" params={{ type: resourceType }} search={{ id }} className={LINK}>
      {children}
    </Link>
  );
}
