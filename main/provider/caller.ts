// Who sent a request, as far as its token tells: what `/Me` stands for. @see RFC 7644 §3.11
import { findModelByName, userModel } from '../scim/schema/resource-models.ts';
import type { ResourceModel } from '../scim/schema/schema-types.ts';
import { notFound } from '../scim/scim-error.ts';

export interface Caller {
  readonly tokenName: string;
  readonly isReadOnly: boolean;
  /** Id of the User that the token acts as; undefined where it names none, or none that exists. */
  readonly userId?: string | undefined;
}

/** Throws `notFound` where the token acts as nobody. */
export function requireCallerId({ caller }: { readonly caller?: Caller | null }): string {
  if (caller?.userId === undefined) throw notFound('A User that this token acts as');
  return caller.userId;
}

export function findUserModel({
  models,
}: {
  readonly models: readonly ResourceModel[];
}): ResourceModel {
  return findModelByName(models, userModel.type.name) ?? userModel;
}
