// A link to a user or group by name.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ResourceTypeName } from '../../../shared/admin/resource.ts';
import { SCREEN_PATHS } from './use-resource-search.ts';

interface ResourceLinkProps {
  readonly resourceType: ResourceTypeName;
  readonly id: string;
  readonly children: ReactNode;
}

export function ResourceLink({ resourceType, id, children }: ResourceLinkProps) {
  return (
    <Link
      to={SCREEN_PATHS[resourceType]}
      search={{ id }}
      className="rounded-sm text-accent underline-offset-2 hover:underline"
    >
      {children}
    </Link>
  );
}
