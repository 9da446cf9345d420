// Help: pages with a search, all of it part of the app. What can be made from the app's own tables is.
import { getRouteApi, Link } from '@tanstack/react-router';
import { BookOpen } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { ShortcutLists } from '../shortcuts/shortcut-overlay.tsx';
import { startTour } from '../tour/tour-state.ts';
import { FilterTokens } from './filter-tokens.tsx';
import { FindingCatalogue } from './finding-catalogue.tsx';
import { HELP_GROUPS, type HelpTopic } from './help-topic.ts';
import { HelpText } from './help-text.tsx';
import { HELP_TOPICS, searchHelp } from './help-topics.ts';
import { LicenceList } from './licence-list.tsx';

const route = getRouteApi('/help');

export function HelpPage() {
  const { topic: id, text = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const topic = HELP_TOPICS.find((one) => one.id === id) ?? HELP_TOPICS[0];
  return (
    <>
      <PageHeader title="Help">
        <div className="flex w-72 min-w-0">
          <SearchField
            label="Search the help"
            placeholder="Search the help"
            value={text}
            onChange={(typed) =>
              void navigate({ search: (old) => ({ ...old, text: typed }), replace: true })
            }
          />
        </div>
        <Link
          to="/"
          search={{ steps: 'show' }}
          className="inline-flex h-7 shrink-0 items-center rounded-md border border-line bg-surface-1 px-2.5 font-medium whitespace-nowrap shadow-xs hover:bg-surface-2"
        >
          Show first steps
        </Link>
        <Button onPress={startTour}>Show the tour</Button>
      </PageHeader>
      <div className="flex min-h-0 flex-1 max-[30rem]:flex-col">
        <TopicList current={text === '' ? topic?.id : undefined} />
        <ScrollArea
          label="Page of help"
          role="region"
          className="min-w-0 flex-1 px-6 py-6 max-[30rem]:px-4"
        >
          {text !== '' && <Hits text={text} />}
          {text === '' && topic !== undefined && <Topic topic={topic} />}
        </ScrollArea>
      </div>
    </>
  );
}

function TopicList({ current }: { readonly current: string | undefined }) {
  return (
    <nav
      aria-label="Pages of help"
      className="w-56 shrink-0 overflow-y-auto border-r border-line px-2 py-3 max-[50rem]:w-40 max-[30rem]:max-h-40 max-[30rem]:w-full max-[30rem]:border-r-0 max-[30rem]:border-b"
    >
      {HELP_GROUPS.map((group) => (
        <div key={group} role="group" aria-label={group} className="mb-4 flex flex-col gap-0.5">
          <p
            aria-hidden
            className="px-2 pb-1 text-xs font-semibold tracking-wide text-ink-3 uppercase"
          >
            {group}
          </p>
          {HELP_TOPICS.filter((topic) => topic.group === group).map(({ id, title }) => (
            <Link
              key={id}
              to="/help"
              search={{ topic: id }}
              aria-current={id === current ? 'page' : undefined}
              className="rounded-md px-2 py-1 text-ink-2 hover:bg-surface-2 hover:text-ink-1 aria-[current=page]:bg-surface-3 aria-[current=page]:font-medium aria-[current=page]:text-ink-1"
            >
              {title}
            </Link>
          ))}
        </div>
      ))}
    </nav>
  );
}

function Topic({ topic }: { readonly topic: HelpTopic }) {
  return (
    <article className="mx-auto max-w-[46rem] leading-relaxed text-ink-2">
      <h2 className="mb-3 text-xl font-semibold text-ink-1">{topic.title}</h2>
      <HelpText body={topic.body} />
      {topic.generated !== undefined && (
        <div className="mt-5">
          <Generated what={topic.generated} />
        </div>
      )}
    </article>
  );
}

function Generated({ what }: { readonly what: NonNullable<HelpTopic['generated']> }) {
  switch (what) {
    case 'shortcuts':
      return <ShortcutLists />;
    case 'request-filter':
      return <FilterTokens />;
    case 'findings':
      return <FindingCatalogue />;
    case 'licences':
      return <LicenceList />;
  }
}

function Hits({ text }: { readonly text: string }) {
  const hits = searchHelp(text);
  if (hits.length === 0) {
    return (
      <EmptyState icon={BookOpen} title="No page says that">
        Try fewer or other words. The command palette searches commands and settings too.
      </EmptyState>
    );
  }
  return (
    <ul aria-label="Pages found" className="mx-auto flex max-w-[46rem] flex-col gap-1">
      {hits.map(({ topic, excerpt }) => (
        <li key={topic.id}>
          <Link
            to="/help"
            search={{ topic: topic.id }}
            className="block rounded-md px-3 py-2 hover:bg-surface-2"
          >
            <span className="font-medium text-accent">{topic.title}</span>
            {excerpt !== '' && <span className="block text-sm text-ink-2">{excerpt}</span>}
          </Link>
        </li>
      ))}
    </ul>
  );
}
