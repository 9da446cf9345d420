// One import under way: where to, how, and what has come of it.
import type { ConflictRule, TransferResult } from '../../shared/admin/transfer.ts';
import type { OperationContext } from '../provider/context.ts';
import type { Tally } from './issues.ts';

export interface ImportOptions {
  /** Of resources that do not say it themselves. */
  readonly resourceType: string;
  readonly onConflict: ConflictRule;
  readonly keepIds: boolean;
  readonly dryRun: boolean;
}

export interface JobControl {
  readonly jobId: string;
  readonly signal: AbortSignal;
  /** What has been committed so far. */
  readonly report: (progress: { readonly done: number; readonly result: TransferResult }) => void;
}

export interface Import {
  readonly context: OperationContext;
  readonly options: ImportOptions;
  readonly control: JobControl;
  readonly tally: Tally;
}
