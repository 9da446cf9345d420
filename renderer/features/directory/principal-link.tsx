// A user or group that leads to its details.
import { Link } from '@tanstack/react-router';
import type { DirectoryPrincipal } from '../../../shared/simulator/directory-views.ts';
import { PrincipalIcon } from '../entra/principal-picker.tsx';

type PrincipalLinkProps = Pick<DirectoryPrincipal, 'objectId' | 'objectType' | 'displayName'>;

export function PrincipalLink({ objectId, objectType, displayName }: PrincipalLinkProps) {
  return (
    <Link
      to="/entra/directory"
      search={{ tab: objectType === 'Group' ? 'groups' : 'users', id: objectId }}
      className="inline-flex max-w-full items-center gap-1.5 text-accent hover:underline"
    >
      <PrincipalIcon objectType={objectType} />
      <span className="truncate">{displayName}</span>
    </Link>
  );
}
