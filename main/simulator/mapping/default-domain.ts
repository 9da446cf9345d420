/** What `DefaultDomain()` gives: the default domain of the simulated Entra tenant. */
export const DEFAULT_DOMAIN = 'contoso.onmicrosoft.com';
