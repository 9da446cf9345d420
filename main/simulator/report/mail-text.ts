// A kept mail as it is sent: plain text, and the same as HTML in which nothing but our own tags can stand.
import type { Mail } from '../../../shared/simulator/mail.ts';

/** Where a link leads: the address of the UI, which is on this machine only. */
export interface MailPlace {
  readonly uiUrl: string;
}

export function writeMailText({ body }: Pick<Mail, 'body'>, { uiUrl }: MailPlace): string {
  const { paragraphs, facts, link } = body;
  const table = facts.map(({ name, value }) => `${name}: ${value}`).join('\n');
  const ending = link === null ? [] : [`${link.label}: ${uiUrl}/#${link.to}`];
  return [...paragraphs, ...(table === '' ? [] : [table]), ...ending].join('\n\n');
}

export function writeMailHtml({ body }: Pick<Mail, 'body'>, { uiUrl }: MailPlace): string {
  const { paragraphs, facts, link } = body;
  const rows = facts.map(
    ({ name, value }) =>
      `<tr><th align="left" valign="top">${escape(name)}</th><td>${escape(value)}</td></tr>`,
  );
  return [
    '<!doctype html><html><body>',
    ...paragraphs.map((text) => `<p>${escape(text)}</p>`),
    ...(rows.length === 0 ? [] : [`<table cellpadding="4">${rows.join('')}</table>`]),
    ...(link === null
      ? []
      : [`<p><a href="${escape(`${uiUrl}/#${link.to}`)}">${escape(link.label)}</a></p>`]),
    '</body></html>',
  ].join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
