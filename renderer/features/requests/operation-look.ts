// Icon and tone of each kind of request. The icon has a word (for screen readers); colour only supports it.
import {
  ArrowRightLeft,
  BookOpen,
  CircleAlert,
  CircleHelp,
  Globe,
  KeyRound,
  Layers,
  List,
  PencilLine,
  PlugZap,
  Plus,
  Power,
  PowerOff,
  Radio,
  Search,
  ShieldAlert,
  Trash2,
  UserRoundCog,
  UserRoundMinus,
  UserRoundPlus,
  type LucideIcon,
} from 'lucide-react';
import type { Operation, RequestSummary } from '../../../shared/admin/request-log.ts';
import type { Tone } from '../../ui/tone.ts';

export interface OperationLook {
  readonly icon: LucideIcon;
  readonly tone: Tone;
  readonly word: string;
}

const REJECTED: OperationLook = { icon: ShieldAlert, tone: 'bad', word: 'Rejected' };

const LOOKS: Record<Operation, OperationLook> = {
  'test-connection': { icon: PlugZap, tone: 'neutral', word: 'Test' },
  'look-up': { icon: Search, tone: 'neutral', word: 'Look-up' },
  list: { icon: List, tone: 'neutral', word: 'List' },
  read: { icon: BookOpen, tone: 'neutral', word: 'Read' },
  create: { icon: Plus, tone: 'good', word: 'Create' },
  update: { icon: PencilLine, tone: 'accent', word: 'Update' },
  replace: { icon: ArrowRightLeft, tone: 'accent', word: 'Replace' },
  rename: { icon: PencilLine, tone: 'accent', word: 'Rename' },
  activate: { icon: Power, tone: 'good', word: 'Activate' },
  deactivate: { icon: PowerOff, tone: 'warn', word: 'Deactivate' },
  delete: { icon: Trash2, tone: 'bad', word: 'Delete' },
  'add-members': { icon: UserRoundPlus, tone: 'violet', word: 'Members' },
  'remove-members': { icon: UserRoundMinus, tone: 'violet', word: 'Members' },
  'change-members': { icon: UserRoundCog, tone: 'violet', word: 'Members' },
  'set-manager': { icon: UserRoundCog, tone: 'accent', word: 'Manager' },
  'clear-manager': { icon: UserRoundCog, tone: 'accent', word: 'Manager' },
  'change-roles': { icon: KeyRound, tone: 'accent', word: 'Roles' },
  'change-password': { icon: KeyRound, tone: 'accent', word: 'Password' },
  bulk: { icon: Layers, tone: 'accent', word: 'Bulk' },
  'poll-events': { icon: Radio, tone: 'neutral', word: 'Events' },
  'read-outcome': { icon: BookOpen, tone: 'neutral', word: 'Outcome' },
  'get-access-token': { icon: KeyRound, tone: 'neutral', word: 'Token' },
  'check-reference': { icon: Search, tone: 'neutral', word: 'Check' },
  'read-discovery': { icon: BookOpen, tone: 'neutral', word: 'Discovery' },
  'open-landing-page': { icon: Globe, tone: 'neutral', word: 'Browser' },
  'rejected-token': REJECTED,
  'rejected-path': REJECTED,
  'rejected-method': REJECTED,
  'rejected-media-type': REJECTED,
  'rejected-body': REJECTED,
  'rejected-http': REJECTED,
  unknown: { icon: CircleHelp, tone: 'neutral', word: 'Other' },
};

const FAILED: OperationLook = { icon: CircleAlert, tone: 'bad', word: 'Failed' };

export function operationLook(request: RequestSummary): OperationLook {
  const look = LOOKS[request.operation];
  const hasFailed = request.status >= 400 || request.status === 0;
  return hasFailed && look !== REJECTED ? FAILED : look;
}
