// Ways to go on, for somebody who has just come.
import { Link } from '@tanstack/react-router';
import {
  ChevronRight,
  Clapperboard,
  CloudDownload,
  ListChecks,
  Workflow,
  type LucideIcon,
} from 'lucide-react';

export function NextChoices() {
  return (
    <nav aria-label="Where to go from here" className="flex flex-col gap-2">
      <Choice
        to="/integration/scim"
        icon={CloudDownload}
        title="Receive from Microsoft Entra"
        text="A tunnel, two values to paste, Test Connection."
      />
      <Choice
        to="/entra/overview"
        icon={Workflow}
        title="Simulate Entra offline"
        text="Directory, assignments, cycles: no network needed."
      />
      <Choice
        to="/scenarios"
        icon={Clapperboard}
        title="Play a demo scenario"
        text="Joiners, leavers, quarantine: told step by step."
      />
      <Choice
        to="/checks"
        icon={ListChecks}
        title="Check a SCIM service"
        text="This tenant, or the one that you are building."
      />
    </nav>
  );
}

interface ChoiceProps {
  readonly to: '/integration/scim' | '/entra/overview' | '/checks' | '/scenarios';
  readonly icon: LucideIcon;
  readonly title: string;
  readonly text: string;
}

function Choice({ to, icon: Icon, title, text }: ChoiceProps) {
  return (
    <Link
      to={to}
      className="group flex items-center gap-3 rounded-lg border border-line bg-surface-1 px-4 py-2.5 shadow-xs hover:border-line-strong hover:bg-surface-2"
    >
      <span className="flex size-8 shrink-0 items-center justify-center rounded-md bg-accent-soft text-accent">
        <Icon aria-hidden className="size-4" strokeWidth={1.75} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{title}</span>
        <span className="block text-sm text-ink-2">{text}</span>
      </span>
      <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-3 group-hover:text-ink-1" />
    </Link>
  );
}
