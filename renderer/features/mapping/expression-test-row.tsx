// What an expression gives for the values of somebody, each of which can be typed over.
import { useState } from 'react';
import type {
  AttributeValues,
  ExpressionOutcome,
  SourceObjectName,
} from '../../../shared/simulator/mapping-preview.ts';
import { describeError } from '../../ui/error-state.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { ObjectType } from './schema-draft.ts';
import { useExpressionTest } from './use-mapping.ts';

interface ExpressionTestRowProps {
  readonly objectType: ObjectType;
  readonly object: SourceObjectName | null;
  readonly expression: string;
}

export function ExpressionTestRow({ objectType, object, expression }: ExpressionTestRowProps) {
  const [typed, setTyped] = useState<AttributeValues>({});
  const test = useExpressionTest({ expression, objectType, object, attributes: typed });
  if (expression.trim() === '') return null;
  const outcome = test.data;
  return (
    <fieldset className="rounded-md border border-line px-3 py-2">
      <legend className="px-1 text-sm font-medium text-ink-2">Test expression</legend>
      <div className="flex flex-col gap-2">
        {Object.entries(outcome?.inputs ?? {}).map(([name, value]) => (
          <TextField
            key={name}
            label={`[${name}]`}
            value={spell(typed[name] ?? value)}
            placeholder="null"
            onChange={(text) => setTyped({ ...typed, [name]: readInput(text, value) })}
          />
        ))}
        {test.isError ? (
          <p role="alert" className="text-bad">
            {describeError(test.error)}
          </p>
        ) : (
          outcome !== undefined && <Outcome outcome={outcome} />
        )}
      </div>
    </fieldset>
  );
}

/** Several values stand in one line, parted by semicolons. */
function spell(value: AttributeValues[string]): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') return value.join('; ');
  return typeof value === 'boolean' ? (value ? 'True' : 'False') : value;
}

function readInput(text: string, before: AttributeValues[string]): AttributeValues[string] {
  if (Array.isArray(before)) return text === '' ? [] : text.split(/;\s*/);
  return text === '' ? null : text;
}

function Outcome({ outcome }: { readonly outcome: ExpressionOutcome }) {
  const { problems, failure, value, type } = outcome;
  const wrong = [...problems, ...(failure === null ? [] : [failure])];
  const isWrong = wrong.some(({ severity }) => severity === 'error');
  return (
    <div aria-live="polite" className="text-sm">
      {wrong.map(({ message, severity }) => (
        <p key={message} className={severity === 'error' ? 'text-bad' : 'text-warn'}>
          {message}
        </p>
      ))}
      {!isWrong && (
        <p className="wrap-anywhere">
          <span className="text-ink-3">Output ({type}): </span>
          <output className="font-mono">
            {value === null ? 'null' : typeof value === 'string' ? `"${value}"` : value.join('; ')}
          </output>
        </p>
      )}
    </div>
  );
}
