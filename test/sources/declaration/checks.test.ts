import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../../src/sources/declaration/errors.ts';
import { FIRST_ROWS } from './first-rows.ts';
import { errorsOf, RETARGETING } from './harbour-party.ts';
import { LAST_ROWS } from './last-rows.ts';

const A = 'audiences[0]';
const ROWS = [...FIRST_ROWS, ...LAST_ROWS];

describe('one fault gives one error', () => {
  it('and every check has a row', () => {
    // The last three are told of elsewhere: JSON in json.test.ts, single values in declaration.test.ts, and a notice for visitors below.
    const elsewhere = ['not-json', 'wrong-type', 'retargeting-needs-notice'];
    const spoken = new Set([...ROWS.map(([, , error]) => error.split(' | ')[1]), ...elsewhere]);
    expect(CHECKS.filter((check) => !spoken.has(check))).toEqual([]);
  });

  it.each(ROWS)('%s', (_, changes, error) => expect(errorsOf(changes)).toEqual([error]));

  it('website visitors reached again, and no notice at all: two things to do', () => {
    const changes = {
      [`${A}.retargeting`]: RETARGETING,
      [`${A}.list`]: 'not-used',
      [`${A}.lookalike`]: 'not-used',
      'notices[0].kind': 'imprint',
    };
    expect(errorsOf(changes)).toEqual([
      `${A}.retargeting | retargeting-needs-notice | Website visitors are reached again. Give the address of the notice that says so.`,
      'notices | missing-field | notices is missing a privacy notice (kind: privacy). It is needed in every declaration.',
    ]);
  });
});
