/** Every address that can be read, in the order of the API page. */
import type { Endpoint } from '../endpoint.ts';
import { ad, ads, observations } from './ads.ts';
import { advertisers } from './advertisers.ts';
import { coverage } from './coverage.ts';
import { declaration, declarations } from './declarations.ts';
import { finding, findings } from './findings.ts';
import { front, parties } from './front.ts';
import { notice, notices, snapshots } from './notices.ts';
import { party } from './party.ts';
import { reviews } from './reviews.ts';
import { revisions } from './revisions.ts';
import { log, run, runs } from './runs.ts';
import { criteria, rule, rules } from './vocabulary.ts';

export const ENDPOINTS: readonly Endpoint[] = [
  front,
  parties,
  party,
  findings,
  finding,
  ads,
  ad,
  observations,
  advertisers,
  revisions,
  coverage,
  notices,
  snapshots,
  notice,
  declarations,
  declaration,
  rules,
  rule,
  criteria,
  runs,
  run,
  reviews,
  log,
];
