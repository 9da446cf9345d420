// The fills of what a cycle has done, as SVG patterns, and which is which. `prefix` keeps the ids of several drawings on one
// page apart.
import { OUTCOME_NAMES, OUTCOME_TITLES, type OutcomeName } from '../provisioning/job-words.ts';

export const OUTCOME_COLOURS: Record<OutcomeName, string> = {
  created: 'var(--good)',
  updated: 'var(--accent)',
  disabled: 'var(--warn)',
  deleted: 'var(--violet)',
  skipped: 'var(--line-strong)',
  failed: 'var(--bad)',
};

/** Beside its colour each has a pattern of its own. */
function Fill({ name }: { readonly name: OutcomeName }) {
  const colour = OUTCOME_COLOURS[name];
  const faint = <rect width="6" height="6" fill={colour} fillOpacity="0.3" />;
  switch (name) {
    case 'created':
      return <rect width="6" height="6" fill={colour} />;
    case 'updated':
      return (
        <>
          {faint}
          <path d="M0 3H6" stroke={colour} strokeWidth="2.5" />
        </>
      );
    case 'disabled':
      return (
        <>
          {faint}
          <circle cx="3" cy="3" r="1.6" fill={colour} />
        </>
      );
    case 'deleted':
      return (
        <>
          {faint}
          <path d="M3 0V6" stroke={colour} strokeWidth="2.5" />
        </>
      );
    case 'skipped':
      return <rect width="6" height="6" fill={colour} fillOpacity="0.25" />;
    case 'failed':
      return (
        <>
          {faint}
          <path d="M-1 7 7 -1M-4 4 4 -4M2 10 10 2" stroke={colour} strokeWidth="2" />
        </>
      );
  }
}

export function OutcomePatterns({ prefix }: { readonly prefix: string }) {
  return (
    <defs>
      {OUTCOME_NAMES.map((name) => (
        <pattern
          key={name}
          id={`${prefix}-${name}`}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
        >
          <Fill name={name} />
        </pattern>
      ))}
    </defs>
  );
}

export function OutcomeLegend({ prefix }: { readonly prefix: string }) {
  return (
    <ul aria-label="Legend" className="-ml-13 flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-2">
      {OUTCOME_NAMES.map((name) => (
        <li key={name} className="flex items-center gap-1.5">
          <svg aria-hidden width="12" height="12" className="shrink-0">
            <OutcomePatterns prefix={`${prefix}-legend`} />
            <rect
              x="0.5"
              y="0.5"
              width="11"
              height="11"
              rx="2"
              fill={`url(#${prefix}-legend-${name})`}
              stroke={OUTCOME_COLOURS[name]}
            />
          </svg>
          {OUTCOME_TITLES[name]}
        </li>
      ))}
    </ul>
  );
}
