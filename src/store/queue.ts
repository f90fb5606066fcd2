/** What travels on the queue: names of things to do, never rows. A message may come twice; every job is safe against that. */

export type Message =
  /** Read the next slice of a source file. */
  | { readonly job: 'import'; readonly run: string }
  /** Read a snapshot of a notice. */
  | { readonly job: 'read'; readonly run: string }
  /** Ask the questions again of some parties. */
  | { readonly job: 'reconcile'; readonly run: string; readonly parties: readonly string[] }
  /** Fetch the next piece of an ad library. `state` is the collector's, plain JSON without secrets. */
  | { readonly job: 'collect'; readonly state: unknown };

/** The queue, as far as we use it. */
export interface JobQueue {
  send(message: Message, options?: { readonly delaySeconds?: number }): Promise<unknown>;
}
