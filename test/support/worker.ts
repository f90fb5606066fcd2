/** Every test file inside workerd begins with an empty, migrated database. */
import { applyD1Migrations } from 'cloudflare:test';
import { env } from 'cloudflare:workers';

declare global {
  namespace Cloudflare {
    interface Env {
      DB: D1Database;
      BYTES: R2Bucket;
      MIGRATIONS: Parameters<typeof applyD1Migrations>[1];
    }
  }
}

await applyD1Migrations(env.DB, env.MIGRATIONS);
