// The list of the palette for what is typed: what is known at once, and what the server finds.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import type { StoredResource } from '../../../shared/admin/resource.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { useStatus, useTenantSlug } from '../../api/use-status.ts';
import { keepHolding } from '../../ui/keep-holding.ts';
import { GROUP_SEARCHED, USER_SEARCHED, wordsFilter } from '../resources/filter-box-logic.ts';
import { idOf, nameOf, textAt } from '../resources/read-resource.ts';
import { rank } from './fuzzy.ts';
import {
  listCommandItems,
  listHelpItems,
  listSettingItems,
  listTenantItems,
} from './known-items.ts';
import { PALETTE_SECTIONS, type PaletteItem, type PaletteSection } from './palette-item.ts';
import { readRecent } from './recent-items.ts';

export interface PaletteGroup {
  readonly title: PaletteSection;
  readonly items: readonly PaletteItem[];
}

const MOST_OF_A_SECTION = 7;
const MIN_SEARCH = 2;

export function usePaletteItems(typed: string) {
  const { tenants = [], dataDir } = useStatus().data ?? {};
  const text = typed.trim();
  const users = useResources('User', text);
  const groups = useResources('Group', text);
  const request = useRequest(text);
  const views = useSavedViews().data ?? [];
  const found = [...(request.data ?? []), ...users.items, ...groups.items];
  const known = rank(text, [
    ...listCommandItems(),
    ...listTenantItems(tenants),
    ...views,
    ...(text === '' ? [] : [...listSettingItems(), ...listHelpItems()]),
  ]);
  const recent = text === '' ? readRecent(dataDir).slice(0, 5) : [];
  return {
    groups: arrange(text, [...recent, ...known, ...found]),
    isSearching: users.isFetching || groups.isFetching || request.isFetching,
  };
}

/** Sections in their usual order; once something is typed, the one with the best fit comes first. */
function arrange(text: string, items: readonly PaletteItem[]): readonly PaletteGroup[] {
  const seen = new Set<string>();
  const once = items.filter(({ id }) => !seen.has(id) && seen.add(id));
  const first = text === '' ? undefined : once[0]?.section;
  const order = PALETTE_SECTIONS.toSorted((a, b) => Number(b === first) - Number(a === first));
  const most = text === '' ? 30 : MOST_OF_A_SECTION;
  return order
    .map((title) => ({
      title,
      items: once.filter(({ section }) => section === title).slice(0, most),
    }))
    .filter((group) => group.items.length > 0);
}

const SEARCHED = { User: USER_SEARCHED, Group: GROUP_SEARCHED } as const;

function useSavedViews() {
  return useQuery({
    queryKey: ['request-views', 'palette'],
    queryFn: async ({ signal }): Promise<PaletteItem[]> => {
      const { views } = await callAdmin('listRequestViews', {}, signal);
      return views.map(({ id, name, filter }) => ({
        id: `view:${id}`,
        section: 'Saved views',
        title: name,
        detail: filter,
        target: { kind: 'address', address: `/requests?filter=${encodeURIComponent(filter)}` },
      }));
    },
  });
}

function useResources(resourceType: 'User' | 'Group', text: string) {
  const tenant = useTenantSlug();
  const words = useDeferredValue(text);
  const query = useQuery({
    queryKey: queryKeys.resources(tenant, resourceType, 'palette', words),
    enabled: words.length >= MIN_SEARCH && !words.startsWith('#'),
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const query = {
        filter: wordsFilter(words, SEARCHED[resourceType]),
        count: MOST_OF_A_SECTION,
      };
      const input = { params: { tenant, resourceType }, query };
      const page = await callAdmin('queryResources', input, signal);
      return page.resources.map((stored) => toItem(resourceType, stored));
    },
    select: (items) => (words.length >= MIN_SEARCH ? items : []),
  });
  const { data = [], isFetching, isPlaceholderData } = query;
  const isAnswer = !isPlaceholderData && words === text;
  return { isFetching, items: isAnswer ? data : keepHolding(data, text, textsOf) };
}

function textsOf({ title, detail = '' }: PaletteItem): readonly string[] {
  return [title, detail];
}

function toItem(resourceType: 'User' | 'Group', { resource }: StoredResource): PaletteItem {
  const section = `${resourceType}s` as const;
  const id = idOf(resource);
  return {
    id: `${resourceType}:${id}`,
    section,
    title: nameOf(resource),
    detail: textAt(resource, ['userName']),
    target: {
      kind: 'address',
      address: `/${section.toLowerCase()}?id=${encodeURIComponent(id)}`,
    },
  };
}

/** `#12` or `12`: the request of that number. */
function useRequest(text: string) {
  const id = Number(/^#?(\d{1,12})$/.exec(text)?.[1] ?? 0);
  return useQuery({
    queryKey: ['request', id, 'palette'],
    enabled: id > 0,
    retry: false,
    queryFn: async ({ signal }): Promise<PaletteItem[]> => {
      const request = await callAdmin('getRequest', { params: { id } }, signal);
      const target = { kind: 'address', address: `/requests?id=${id}` } as const;
      const detail = `${request.method} ${request.path} → ${request.status}`;
      const title = `#${id} ${request.sentence}`;
      return [{ id: `request:${id}`, section: 'Requests', title, detail, target }];
    },
  });
}
