import type { Actor } from '../auth/actor.js';

/** Long work of one kind. Modules register theirs with `JobHandlers`. */
export interface JobHandler<Input = unknown, Result = unknown> {
  readonly kind: string;
  /**
   * Does the work in the name of `context.actor`. It may be started again after a crash, so it must find out by itself what
   * is already done. Throws `JobCancelledError` through `context.progress` once cancelling was asked for.
   */
  run(input: Input, context: JobContext): Promise<Result>;
  /** Told when the job ends without success; puts back what the job's start changed. */
  failed?(input: Input, outcome: 'failed' | 'cancelled', actor: Actor): Promise<void>;
}

export interface JobContext {
  readonly jobId: string;
  readonly actor: Actor;
  /** Aborted when the user cancels or the process stops. */
  readonly signal: AbortSignal;
  /** Tells how far it is; cheap to call often, stored a few times a second at most. */
  progress(done: number, total: number | null, note?: string): Promise<void>;
}

/** The handlers of all modules, by kind. */
export class JobHandlers {
  private readonly byKind = new Map<string, JobHandler>();

  register<Input>(handler: JobHandler<Input>): void {
    this.byKind.set(handler.kind, handler as JobHandler);
  }

  of(kind: string): JobHandler {
    const handler = this.byKind.get(kind);
    if (!handler) throw new Error(`No handler for jobs of kind "${kind}".`);
    return handler;
  }
}
