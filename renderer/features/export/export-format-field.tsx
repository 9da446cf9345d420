import { SelectField } from '../../ui/select-field.tsx';
import { chooseExport } from './export-choice.ts';
import type { ONE_REQUEST_OPTIONS } from './format-options.ts';

interface ExportFormatFieldProps {
  readonly options: typeof ONE_REQUEST_OPTIONS;
  readonly format: (typeof ONE_REQUEST_OPTIONS)[number]['value'];
}

/** What a single request is written as; what is chosen is kept. */
export function ExportFormatField({ options, format }: ExportFormatFieldProps) {
  return (
    <div className="w-52">
      <SelectField
        label="Format"
        options={options}
        value={format}
        onChange={(codeFormat) => chooseExport({ codeFormat })}
      />
    </div>
  );
}
