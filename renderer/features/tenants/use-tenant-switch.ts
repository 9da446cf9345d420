// Puts another tenant on screen: the address names it, and what is selected in the old one goes.
import { useNavigate, useRouterState } from '@tanstack/react-router';

const LISTS = ['/requests', '/users', '/groups'] as const;

export function useTenantSwitch(): (slug: string) => void {
  const navigate = useNavigate();
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  return function switchTo(slug: string): void {
    const list = LISTS.find((path) => path === pathname);
    const isOfOne = pathname.startsWith('/types/');
    if (list !== undefined) void navigate({ to: list, search: { tenant: slug } });
    else if (isOfOne) void navigate({ to: '/', search: { tenant: slug } });
    else void navigate({ to: '.', search: (search) => ({ ...search, tenant: slug }) });
  };
}
