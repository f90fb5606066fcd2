/** The data revision: one number that rises with every change of public data. Pages use it as their ETag. */
import { type Db, type Statement, sql } from './db.ts';

export interface SiteState {
  readonly revision: number;
  readonly changed_at: string;
}

/** The present revision. */
export async function siteState(db: Db): Promise<SiteState> {
  const row = await db.first<SiteState>(sql('SELECT revision, changed_at FROM site WHERE id = 1'));
  return row ?? { revision: 0, changed_at: '1970-01-01T00:00:00Z' };
}

/** Raises the revision; belongs into the batch of the change it announces. */
export function raiseRevision(now: string): Statement {
  return sql('UPDATE site SET revision = revision + 1, changed_at = ? WHERE id = 1', now);
}
