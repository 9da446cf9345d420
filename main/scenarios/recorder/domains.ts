// The domains of the people that a recording meets, made those of the scenario: the first is its own, `${domain}`, others are
// written before it. So no name is taken twice, whoever plays the story.

export interface Domains {
  /** Of a userPrincipalName. */
  readonly note: (principalName: string) => void;
  /** The text with the scenario's domain in place of those that are known. */
  readonly relative: (text: string) => string;
  /** A userPrincipalName as a scenario names it: the part before the @ where the domain is the scenario's own. */
  readonly principal: (principalName: string) => string;
}

export function createDomains(): Domains {
  const known: string[] = [];

  function note(principalName: string): void {
    const domain = domainOf(principalName);
    if (domain !== '' && !known.includes(domain)) known.push(domain);
  }

  /** Longer ones first: one may be part of another. */
  function relative(text: string): string {
    const sorted = known.toSorted((a, b) => b.length - a.length);
    if (sorted.length === 0) return text;
    const pattern = sorted.map((domain) => escapePattern(domain)).join('|');
    const whole = new RegExp(`(?<![\\w.-])(?:${pattern})(?![\\w-]|\\.\\w)`, 'gi');
    return text.replace(whole, (domain) =>
      domain.toLowerCase() === known[0] ? '${domain}' : `${domain}.\${domain}`,
    );
  }

  return {
    note,
    relative,
    principal(principalName) {
      note(principalName);
      const isOwn = domainOf(principalName) === known[0];
      return isOwn
        ? principalName.slice(0, principalName.lastIndexOf('@'))
        : relative(principalName);
    },
  };
}

function domainOf(principalName: string): string {
  const at = principalName.lastIndexOf('@');
  return at === -1 ? '' : principalName.slice(at + 1).toLowerCase();
}

function escapePattern(text: string): string {
  return text.replaceAll(/[^\w]/g, '\\$&');
}
