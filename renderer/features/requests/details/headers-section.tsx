// The headers of a message; what each is for is a press away.
import { CircleHelp } from 'lucide-react';
import { useState } from 'react';
import type { RecordedHeaders } from '../../../../shared/admin/request-log.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { PairTable } from '../../../ui/pair-table.tsx';
import { Section } from '../../../ui/section.tsx';
import { explainHeader } from './explain-header.ts';

interface HeadersSectionProps {
  /** `Request headers`. */
  readonly label: string;
  readonly headers: RecordedHeaders;
}

export function HeadersSection({ label, headers }: HeadersSectionProps) {
  const [isExplained, setIsExplained] = useState(false);
  return (
    <Section
      title="Headers"
      actions={
        headers.length > 0 && (
          <IconButton
            icon={CircleHelp}
            label="Explain headers"
            isPressed={isExplained}
            onPress={() => setIsExplained(!isExplained)}
          />
        )
      }
    >
      {headers.length === 0 ? (
        <p className="text-ink-3">None</p>
      ) : (
        <PairTable
          label={label}
          pairs={headers}
          {...(isExplained ? { explain: explainHeader } : {})}
        />
      )}
    </Section>
  );
}
