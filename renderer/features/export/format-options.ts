// The formats as choices, what people reach for most in front.
import { EXPORT_FORMATS, ExportFormat } from '../../../shared/export/formats.ts';

export const FORMAT_OPTIONS = ExportFormat.options.map((value) => ({
  value,
  label: EXPORT_FORMATS[value].label,
}));

/** Of one request: code first. */
export const ONE_REQUEST_OPTIONS = FORMAT_OPTIONS.toSorted(
  (one, other) => rank(one.value) - rank(other.value),
);

function rank(format: ExportFormat): number {
  return ['code', 'record', 'table'].indexOf(EXPORT_FORMATS[format].kind);
}
