// A page of help.
export const HELP_GROUPS = ['Start', 'Work with it', 'Reference', 'About'] as const;

export interface HelpTopic {
  /** In addresses: `/help?topic=entra`. */
  readonly id: string;
  readonly group: (typeof HELP_GROUPS)[number];
  readonly title: string;
  /** Other words to find it by. */
  readonly words: string;
  /** @see ./parse-help.ts */
  readonly body: string;
  /** What is made from the app's own tables, after the body. */
  readonly generated?: 'shortcuts' | 'request-filter' | 'findings' | 'licences';
}
