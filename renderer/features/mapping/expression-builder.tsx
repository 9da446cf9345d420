// The expression builder: editor, help on the function at the cursor, and a test with the values of somebody.
import { useState } from 'react';
import { findActiveCall } from '../../../shared/simulator/expression/active-call.ts';
import type { ExpressionFunction } from '../../../shared/simulator/expression/expression-function.ts';
import {
  EXPRESSION_FUNCTIONS,
  findFunction,
} from '../../../shared/simulator/expression/functions.ts';
import type { SourceObjectName } from '../../../shared/simulator/mapping-preview.ts';
import { EXPRESSION_LIMIT } from '../../../shared/simulator/mapping.ts';
import { formatNumber } from '../../ui/format.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { ExpressionEditor } from './expression-editor.tsx';
import { ExpressionTestRow } from './expression-test-row.tsx';
import type { ObjectType } from './schema-draft.ts';

interface ExpressionBuilderProps {
  readonly objectType: ObjectType;
  /** That an expression may name; the same array as long as they are the same. */
  readonly attributes: readonly string[];
  /** Whose values the test takes; null: only those that are typed. */
  readonly object: SourceObjectName | null;
  readonly expression: string;
  readonly onChange: (expression: string) => void;
}

const FUNCTION_OPTIONS = [
  { value: '', label: 'Choose a function to insert' },
  ...EXPRESSION_FUNCTIONS.map(({ name, group }) => ({ value: name, label: `${name} (${group})` })),
];

export function ExpressionBuilder(props: ExpressionBuilderProps) {
  const { objectType, attributes, object, expression, onChange } = props;
  const [cursor, setCursor] = useState(expression.length);
  const call = findActiveCall(expression, cursor);
  const described = call === undefined ? undefined : findFunction(call.name);

  function insert(name: string): void {
    const found = findFunction(name);
    if (found === undefined) return;
    const text = found.example.expression;
    onChange(`${expression.slice(0, cursor)}${text}${expression.slice(cursor)}`);
  }

  return (
    <div className="flex flex-col gap-2">
      <div>
        <div className="mb-1 flex items-baseline justify-between gap-2">
          <span aria-hidden className="text-sm font-medium text-ink-2">
            Expression
          </span>
          <Counter length={expression.length} />
        </div>
        <ExpressionEditor
          label="Expression"
          value={expression}
          attributes={attributes}
          onChange={onChange}
          onCursor={setCursor}
        />
      </div>
      {described !== undefined && (
        <Signature described={described} argument={call?.argument ?? 0} />
      )}
      <SelectField
        label="Insert a function with its example"
        isLabelHidden
        options={FUNCTION_OPTIONS}
        value=""
        onChange={insert}
      />
      <ExpressionTestRow
        key={object?.objectId ?? ''}
        objectType={objectType}
        object={object}
        expression={expression}
      />
    </div>
  );
}

function Counter({ length }: { readonly length: number }) {
  return (
    <span
      className={`text-sm tabular-nums ${length > EXPRESSION_LIMIT ? 'text-bad' : 'text-ink-3'}`}
    >
      {`${formatNumber(length)} of ${formatNumber(EXPRESSION_LIMIT)} characters`}
    </span>
  );
}

interface SignatureProps {
  readonly described: ExpressionFunction;
  readonly argument: number;
}

function Signature({ described, argument }: SignatureProps) {
  const { name, parameters, documentation, returns } = described;
  const active = Math.min(argument, parameters.length - 1);
  return (
    <div
      role="note"
      aria-label={`Help on ${name}`}
      className="rounded-md bg-surface-2 px-3 py-2 text-sm"
    >
      <p className="font-mono wrap-anywhere">
        {name}(
        {parameters.map((parameter, index) => (
          <span key={parameter.name}>
            {index > 0 && ', '}
            <span className={index === active ? 'font-semibold text-accent underline' : ''}>
              {parameter.isRequired ? parameter.name : `[${parameter.name}]`}
              {parameter.isRepeating && '…'}
            </span>
          </span>
        ))}
        ) → {returns}
      </p>
      <p className="mt-1 text-ink-2">{documentation}</p>
    </div>
  );
}
