/** One piece on its way to the disk. */
interface Turn {
  readonly stop: AbortController;
  readonly over: Promise<unknown>;
}

/**
 * Two pieces of one upload are never written at once. A later one ends an earlier one: its line is dead, or nobody would have
 * sent the piece again.
 */
export class UploadTurns {
  private readonly running = new Map<string, Turn>();

  /** @param write begins when nobody else writes any more; stops at the signal */
  async take(id: string, write: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const before = this.running.get(id);
    before?.stop.abort();
    const stop = new AbortController();
    const writing = Promise.resolve(before?.over).then(() => write(stop.signal));
    const turn = { stop, over: writing.catch(() => undefined) };
    this.running.set(id, turn);
    await writing.finally(() => this.running.get(id) === turn && this.running.delete(id));
  }
}
