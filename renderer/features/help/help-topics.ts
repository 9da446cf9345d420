// All pages of help, and the search over them.
import { ABOUT_TOPICS } from './topics/about-topics.ts';
import { AUTOMATION_TOPICS } from './topics/automation-topics.ts';
import { REFERENCE_TOPICS } from './topics/reference-topics.ts';
import { REQUEST_TOPICS } from './topics/request-topics.ts';
import { SIMULATOR_TOPICS } from './topics/simulator-topics.ts';
import { START_TOPICS } from './topics/start-topics.ts';
import { TOOL_TOPICS } from './topics/tool-topics.ts';
import { TLS_TOPICS } from './topics/tls-topics.ts';
import { WORK_TOPICS } from './topics/work-topics.ts';
import type { HelpTopic } from './help-topic.ts';
import { plainText } from './parse-help.ts';

export const HELP_TOPICS: readonly HelpTopic[] = [
  ...START_TOPICS,
  ...REQUEST_TOPICS,
  ...SIMULATOR_TOPICS,
  ...WORK_TOPICS,
  ...TLS_TOPICS,
  ...TOOL_TOPICS,
  ...REFERENCE_TOPICS,
  ...AUTOMATION_TOPICS,
  ...ABOUT_TOPICS,
];

export interface HelpHit {
  readonly topic: HelpTopic;
  /** Words around the first place where it fits; empty when only the title does. */
  readonly excerpt: string;
}

const AROUND = 60;

/** Every word must occur; pages whose title fits come first. */
export function searchHelp(text: string): readonly HelpHit[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const hits = HELP_TOPICS.flatMap((topic) => {
    const title = `${topic.title} ${topic.words}`.toLowerCase();
    const body = plainText(topic.body);
    const all = `${title} ${body.toLowerCase()}`;
    if (!words.every((word) => all.includes(word))) return [];
    const isTitle = words.every((word) => title.includes(word));
    return [{ topic, excerpt: cutExcerpt(body, words), isTitle }];
  });
  return hits.toSorted((a, b) => Number(b.isTitle) - Number(a.isTitle));
}

function cutExcerpt(body: string, words: readonly string[]): string {
  const at = body.toLowerCase().indexOf(words[0] ?? '');
  if (at === -1) return '';
  const before = body.slice(Math.max(0, at - AROUND), at).replace(/^\S*\s/, '');
  const after = body.slice(at, at + 2 * AROUND).replace(/\s\S*$/, '');
  return `${at > AROUND ? '… ' : ''}${before}${after} …`.trim();
}
