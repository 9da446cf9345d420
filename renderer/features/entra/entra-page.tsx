// The frame of a screen of the Entra simulator: its head says which side it is on and which application it is about;
// without an application it leads to one.
import { AppWindow, Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Application } from '../../../shared/simulator/application.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ApplicationDialog } from './application-dialogs.tsx';
import { ApplicationPicker } from './application-picker.tsx';
import { useApplication, type ApplicationChoice } from './use-application.ts';

interface EntraHeaderProps {
  readonly title: string;
  readonly help: string;
  readonly note?: string | undefined;
  /** Left out where the screen is about the whole directory. */
  readonly choice?: ApplicationChoice;
  readonly children?: ReactNode;
}

export function EntraHeader({ title, help, note, choice, children }: EntraHeaderProps) {
  return (
    <PageHeader title={title} help={help} note={note}>
      <div className="flex min-w-0 flex-1 items-center">
        <Badge tone="violet">Entra simulation</Badge>
      </div>
      {children}
      {choice !== undefined && <ApplicationPicker choice={choice} />}
    </PageHeader>
  );
}

interface EntraPageProps extends Omit<EntraHeaderProps, 'choice' | 'children'> {
  readonly actions?: (application: Application) => ReactNode;
  readonly children: (application: Application) => ReactNode;
}

/** A screen about one application. What is inside begins anew with another one. */
export function EntraPage({ actions, children, ...head }: EntraPageProps) {
  const choice = useApplication();
  const { application } = choice;
  return (
    <>
      <EntraHeader {...head} choice={choice}>
        {application !== undefined && actions?.(application)}
      </EntraHeader>
      {application === undefined ? (
        <NoApplication choice={choice} />
      ) : (
        <div key={application.id} className="flex min-h-0 flex-1 flex-col">
          {children(application)}
        </div>
      )}
    </>
  );
}

function NoApplication({ choice }: { readonly choice: ApplicationChoice }) {
  const [isCreating, setIsCreating] = useState(false);
  if (choice.applications === undefined) {
    return choice.error === null ? (
      <Skeleton label="Loading the applications" lines={6} />
    ) : (
      <ErrorState
        title="The applications cannot be shown"
        error={choice.error}
        onRetry={choice.retry}
      />
    );
  }
  return (
    <>
      <EmptyState
        icon={AppWindow}
        title="No enterprise application yet"
        actions={
          <Button variant="primary" onPress={() => setIsCreating(true)}>
            <Plus aria-hidden className="size-4" />
            Create an application
          </Button>
        }
      >
        An application says who is provisioned where: users and groups are assigned to it, and its
        provisioning job sends them to a SCIM endpoint.
      </EmptyState>
      {isCreating && (
        <ApplicationDialog task="create" choice={choice} onClose={() => setIsCreating(false)} />
      )}
    </>
  );
}
