// Addresses of a notification as they are typed: with commas, semicolons or space between them.
import { z } from 'zod';

/** What is wrong with the recipients; undefined: nothing. */
export function judgeRecipients(notifies: boolean, text: string): string | undefined {
  const recipients = splitRecipients(text);
  if (notifies && recipients.length === 0) return 'Enter who gets the mail.';
  const wrong = recipients.find((each) => !z.email().safeParse(each).success);
  if (wrong !== undefined) return `"${wrong}" is not an e-mail address.`;
  return recipients.length > 20 ? 'Twenty addresses at most.' : undefined;
}

export function splitRecipients(text: string): string[] {
  return text.split(/[\s,;]+/).filter((part) => part !== '');
}
