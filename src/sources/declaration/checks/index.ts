/** The checks between fields, in the order in which they may speak of one place. */
import type { Fault } from '../errors.ts';
import { pathText } from '../paths.ts';
import { viewOf } from '../view.ts';
import { accountNeedsAnId, audienceAccountExists } from './accounts.ts';
import {
  listNeedsLawfulBasis,
  listNeedsQuote,
  listNeedsRecipient,
  lookalikeSeedResolves,
  memberListIsSpecial,
  retargetingNeedsNotice,
} from './blocks.ts';
import {
  ageValuesShape,
  excludeNeedsReason,
  postcodeNeedsGranularity,
  sourceNeedsName,
  specialNeedsCondition,
  valuesOrPolicy,
} from './criteria.ts';
import { datesInOrder, moneyInOrder, publishedNeedsTime, versionNeedsReason } from './file.ts';
import { negativeContradicts, negativeNeedsSubject } from './negatives.ts';
import {
  euNeedsConsentAnswers,
  jointNeedsEssence,
  lawfulBasisNeedsNote,
  privacyNotice,
  profilingNeedsInputs,
  regimeFields,
  ukNeedsImprint,
} from './people.ts';
import { targetingFalseButUsed, targetingTrueNeedsAudience } from './targeting.ts';
import { noVoterData } from './voter-data.ts';

const CROSS_CHECKS = [
  regimeFields,
  privacyNotice,
  negativeNeedsSubject,
  versionNeedsReason,
  publishedNeedsTime,
  datesInOrder,
  moneyInOrder,
  accountNeedsAnId,
  audienceAccountExists,
  targetingTrueNeedsAudience,
  targetingFalseButUsed,
  valuesOrPolicy,
  ageValuesShape,
  postcodeNeedsGranularity,
  excludeNeedsReason,
  sourceNeedsName,
  listNeedsLawfulBasis,
  listNeedsQuote,
  listNeedsRecipient,
  memberListIsSpecial,
  specialNeedsCondition,
  lookalikeSeedResolves,
  retargetingNeedsNotice,
  jointNeedsEssence,
  profilingNeedsInputs,
  lawfulBasisNeedsNote,
  negativeContradicts,
  euNeedsConsentAnswers,
  ukNeedsImprint,
];

/** The faults between fields of a file of any shape. A place that already has a fault of shape gets no second one. */
export function crossFaults(file: unknown, shape: readonly Fault[]): readonly Fault[] {
  const checked = viewOf(file, shape);
  const spoken = new Set<string>();
  const all = [...CROSS_CHECKS.flatMap((check) => check(checked)), ...noVoterData(file)];
  return all.filter((fault) => {
    const place = pathText(fault.path);
    if (spoken.has(place) || checked.spoiled(fault.path)) return false;
    spoken.add(place);
    return true;
  });
}
