// Requests to begin with, by the client that sends them so.
import { LayoutTemplate } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Header } from 'react-aria-components/Header';
import { Menu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { type Template, TEMPLATES } from '../../../shared/compose/templates.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { openDrafts } from './drafts.ts';
import { useTemplatePlace } from './use-template-place.ts';

const GROUPS = ['Entra', 'Okta', 'RFC 7644'] as const;

export function TemplateMenu() {
  const open = useOpenTemplate();
  return (
    <MenuTrigger>
      <Button className="inline-flex h-7 shrink-0 cursor-default items-center gap-1.5 rounded-md border border-line bg-surface-1 px-2.5 font-medium text-ink-1 shadow-xs hover:bg-surface-2">
        <LayoutTemplate aria-hidden className="size-3.5" />
        Templates
      </Button>
      <Popover className="overflow-auto rounded-md border border-line bg-surface-1 p-1 shadow-pop">
        <Menu aria-label="Templates" className="outline-none">
          {GROUPS.map((group) => (
            <MenuSection key={group}>
              <Header className="px-2 pt-2 pb-1 text-xs font-semibold text-ink-3">{group}</Header>
              {TEMPLATES.filter((template) => template.group === group).map((template) => (
                <MenuItem
                  key={template.id}
                  id={template.id}
                  onAction={() => open(template)}
                  className="flex h-7 cursor-default items-center rounded px-2 -outline-offset-2 data-focused:bg-surface-3"
                >
                  {template.title}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

export function useOpenTemplate(): (template: Template) => void {
  const tenant = useTenantSlug();
  const place = useTemplatePlace();
  return function open({ title, build }) {
    const { headers, ...built } = build(place);
    const request = {
      ...built,
      headers: headers.map(([name, value]): [string, string] => [name, value]),
      target: { kind: 'tenant', tenant } as const,
    };
    openDrafts([{ name: title, request }]);
  };
}
