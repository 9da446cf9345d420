// How bad a finding is: shape, word and colour together.
import { CircleX, Info, TriangleAlert } from 'lucide-react';
import type { FindingSeverity } from '../../../../shared/admin/finding.ts';
import { Badge } from '../../../ui/badge.tsx';

export const SEVERITIES = {
  error: { icon: CircleX, tone: 'bad', word: 'Error' },
  warning: { icon: TriangleAlert, tone: 'warn', word: 'Warning' },
  notice: { icon: Info, tone: 'accent', word: 'Notice' },
} as const;

export function SeverityMark({ severity }: { readonly severity: FindingSeverity }) {
  const { icon: Icon, tone, word } = SEVERITIES[severity];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden className="size-3.5" />
      {word}
    </Badge>
  );
}
