// Every call that becomes a step.
import type { RouteName } from '../../../../shared/admin/routes.ts';
import type { Recipe, Recipes } from '../recipe.ts';
import { applicationRecipes } from './application-recipes.ts';
import { directoryRecipes } from './directory-recipes.ts';
import { jobRecipes } from './job-recipes.ts';
import { runRecipes } from './run-recipes.ts';
import { tenantRecipes } from './tenant-recipes.ts';

const RECIPES: Recipes = {
  ...directoryRecipes,
  ...applicationRecipes,
  ...jobRecipes,
  ...runRecipes,
  ...tenantRecipes,
};

export function findRecipe<Name extends RouteName>(name: Name): Recipe<Name> | undefined {
  return RECIPES[name];
}
