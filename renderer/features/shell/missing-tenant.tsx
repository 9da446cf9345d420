// Says that the address names a tenant that is not there: without it one would take another tenant for it.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { CircleAlert } from 'lucide-react';
import { useStatus, useTenant } from '../../api/use-status.ts';
import { Button } from '../../ui/button.tsx';

export function MissingTenant() {
  const named = useSearch({ strict: false, select: (search) => search.tenant });
  const tenants = useStatus().data?.tenants;
  const shown = useTenant();
  const navigate = useNavigate();
  const isMissing =
    named !== undefined &&
    tenants?.every(({ slug }) => slug !== named) === true &&
    shown !== undefined;
  return (
    <div role="status">
      {isMissing && (
        <div className="flex min-h-10 flex-wrap items-center gap-3 border-b border-line bg-warn-soft px-3 py-1.5">
          <CircleAlert aria-hidden className="size-4 shrink-0 text-warn" />
          <p className="min-w-0 flex-1 wrap-anywhere">
            <strong className="font-semibold">There is no tenant “{named}”.</strong> It was deleted,
            or the address has a mistake. On show is {shown.name}.
          </p>
          <Button
            onPress={() =>
              void navigate({ to: '/', search: { tenant: shown.slug }, replace: true })
            }
          >
            Go to {shown.name}
          </Button>
        </div>
      )}
    </div>
  );
}
