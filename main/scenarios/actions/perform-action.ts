// Which function carries out which verb. Each calls the admin API, as the screens of the app do, and tells what came of it.
import type { ActionName, ActionOf, ScenarioAction } from '../../../shared/scenario/actions.ts';
import type { World } from '../world.ts';
import {
  addMembers,
  changeGroup,
  changeUser,
  createGroup,
  createUser,
  createUsers,
  deleteGroup,
  deleteUser,
  purgeGroup,
  purgeUser,
  removeMembers,
  renameGroup,
  restoreGroup,
  restoreUser,
} from './directory-actions.ts';
import { assign, changeRole, createRole, unassign } from './application-actions.ts';
import { connect, testConnection } from './connect.ts';
import { configure, mapAttribute, setObject, setScope, unmapAttribute } from './mapping-actions.ts';
import {
  allowDeletes,
  discover,
  jump,
  provisionOnDemand,
  restart,
  runCycle,
  start,
  stop,
} from './job-actions.ts';
import { expireToken, failNext, rotateToken, send, stopFailing } from './tenant-actions.ts';

/** Rejects with the reason when it cannot be carried out. */
export function performAction(action: ScenarioAction, world: World): Promise<string> {
  // The performer is that of this very verb; TypeScript cannot follow that through a generic index.
  const perform = PERFORMERS[action.do] as (
    action: ScenarioAction,
    world: World,
  ) => Promise<string>;
  return perform(action, world);
}

const PERFORMERS: {
  readonly [Name in ActionName]: (action: ActionOf<Name>, world: World) => Promise<string>;
} = {
  'create-user': createUser,
  'create-users': createUsers,
  'change-user': changeUser,
  'delete-user': deleteUser,
  'restore-user': restoreUser,
  'purge-user': purgeUser,
  'create-group': createGroup,
  'change-group': changeGroup,
  'rename-group': renameGroup,
  'delete-group': deleteGroup,
  'restore-group': restoreGroup,
  'purge-group': purgeGroup,
  'add-members': addMembers,
  'remove-members': removeMembers,
  'create-role': createRole,
  assign,
  'change-role': changeRole,
  unassign,
  connect,
  'test-connection': testConnection,
  configure,
  'map-attribute': mapAttribute,
  'unmap-attribute': unmapAttribute,
  'set-object': setObject,
  'set-scope': setScope,
  start,
  stop,
  restart,
  'run-cycle': runCycle,
  jump,
  'allow-deletes': allowDeletes,
  'provision-on-demand': provisionOnDemand,
  discover,
  'fail-next': failNext,
  'stop-failing': stopFailing,
  'expire-token': expireToken,
  'rotate-token': rotateToken,
  send,
  note: async () => '',
};
