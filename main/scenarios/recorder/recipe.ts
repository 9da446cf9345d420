// How calls of the admin API become steps. A recipe looks at what is there before the call, and what it hands back makes the
// step of what the call answered. Calls without one are no steps.
import type { ParsedInput, RouteName, RouteOutput } from '../../../shared/admin/routes.ts';
import type { Story } from './story.ts';

/** Undefined: this call is none of the story. */
export type Finish<Name extends RouteName> =
  ((answer: RouteOutput<Name>) => void | Promise<void>) | undefined;

export type Recipe<Name extends RouteName> = (
  input: ParsedInput<Name>,
  story: Story,
) => Finish<Name> | Promise<Finish<Name>>;

export type Recipes = { readonly [Name in RouteName]?: Recipe<Name> };
