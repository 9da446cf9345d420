// Suggestions for the filter that is being typed, with values from the tenant where a value comes next.
import { useQuery } from '@tanstack/react-query';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import {
  type FilterPlace,
  type FilterSuggestion,
  readFilterPlace,
  suggestFilter,
} from './filter-completion.ts';
import { useTypeSchema } from './use-type-schema.ts';

export interface FilterCompletion {
  readonly suggestions: readonly FilterSuggestion[];
  /** The text with a suggestion in the place of the word at the caret, and where the caret is then. */
  readonly accept: (suggestion: FilterSuggestion) => {
    readonly text: string;
    readonly caret: number;
  };
}

const NO_VALUES: readonly string[] = [];

export function useFilterCompletion(
  resourceType: string,
  text: string,
  caret: number,
): FilterCompletion {
  const schema = useTypeSchema(resourceType);
  const place = schema && readFilterPlace(text.slice(0, caret), schema);
  const values = useStoredValues(resourceType, place);
  return {
    suggestions: schema && place ? suggestFilter(place, schema, values) : [],
    accept({ insert }) {
      const from = place?.from ?? caret;
      const rest = text.slice(caret).replace(/^\s+/, '');
      return { text: text.slice(0, from) + insert + rest, caret: from + insert.length };
    },
  };
}

function useStoredValues(resourceType: string, place: FilterPlace | undefined) {
  const tenant = useTenantSlug();
  const isValue = place?.expects === 'value' && place.attribute !== undefined;
  const attribute = isValue ? (place.attribute?.path ?? '') : '';
  const prefix = isValue ? place.word.replace(/^"/, '') : '';
  const query = useQuery({
    queryKey: queryKeys.resources(tenant, resourceType, 'values', attribute, prefix),
    queryFn: ({ signal }) =>
      callAdmin(
        'listValues',
        { params: { tenant, resourceType }, query: { attribute, prefix } },
        signal,
      ),
    enabled: attribute !== '',
    // Those of another attribute are none of this one.
    placeholderData: (before, query) => (query?.queryKey.at(-2) === attribute ? before : undefined),
  });
  return isValue ? (query.data?.values ?? NO_VALUES) : NO_VALUES;
}
