/** Every pattern family, one file each, in alphabetical order. A test compares this list with the folder. */
import { automatedDecisions } from './automated-decisions.en.ts';
import { canvassingData } from './canvassing-data.en.ts';
import { commercialData } from './commercial-data.en.ts';
import { complaintRoute } from './complaint-route.en.ts';
import { consentWithdrawal } from './consent-withdrawal.en.ts';
import { controllerIdentity } from './controller-identity.en.ts';
import { customerListMatching } from './customer-list-matching.en.ts';
import { dataCategories } from './data-categories.en.ts';
import { dataCombination } from './data-combination.en.ts';
import { dataRights } from './data-rights.en.ts';
import { dataSources } from './data-sources.en.ts';
import { deliveryOptimisation } from './delivery-optimisation.en.ts';
import { demographicTargeting } from './demographic-targeting.en.ts';
import { deviceTargeting } from './device-targeting.en.ts';
import { dpoContact } from './dpo-contact.en.ts';
import { electoralRegister } from './electoral-register.en.ts';
import { engagementAudience } from './engagement-audience.en.ts';
import { friendsOfSupporters } from './friends-of-supporters.en.ts';
import { inferredCharacteristics } from './inferred-characteristics.en.ts';
import { interestTargeting } from './interest-targeting.en.ts';
import { internationalTransfer } from './international-transfer.en.ts';
import { jointControllers } from './joint-controllers.en.ts';
import { lawfulBasis } from './lawful-basis.en.ts';
import { legitimateInterests } from './legitimate-interests.en.ts';
import { locationTargeting } from './location-targeting.en.ts';
import { lookalikeAudience } from './lookalike-audience.en.ts';
import { nameInference } from './name-inference.en.ts';
import { namedPlatforms } from './named-platforms.en.ts';
import type { PatternFamily } from './pattern.ts';
import { politicalOpinions } from './political-opinions.en.ts';
import { processors } from './processors.en.ts';
import { profiling } from './profiling.en.ts';
import { publicData } from './public-data.en.ts';
import { publicTask } from './public-task.en.ts';
import { recipients } from './recipients.en.ts';
import { retention } from './retention.en.ts';
import { rightToObject } from './right-to-object.en.ts';
import { socialMediaAdvertising } from './social-media-advertising.en.ts';
import { specialCategoryData } from './special-category-data.en.ts';
import { statutoryNeed } from './statutory-need.en.ts';
import { websiteRetargeting } from './website-retargeting.en.ts';
import { youngPeople } from './young-people.en.ts';

export const PATTERNS: readonly PatternFamily[] = [
  automatedDecisions,
  canvassingData,
  commercialData,
  complaintRoute,
  consentWithdrawal,
  controllerIdentity,
  customerListMatching,
  dataCategories,
  dataCombination,
  dataRights,
  dataSources,
  deliveryOptimisation,
  demographicTargeting,
  deviceTargeting,
  dpoContact,
  electoralRegister,
  engagementAudience,
  friendsOfSupporters,
  inferredCharacteristics,
  interestTargeting,
  internationalTransfer,
  jointControllers,
  lawfulBasis,
  legitimateInterests,
  locationTargeting,
  lookalikeAudience,
  nameInference,
  namedPlatforms,
  politicalOpinions,
  processors,
  profiling,
  publicData,
  publicTask,
  recipients,
  retention,
  rightToObject,
  socialMediaAdvertising,
  specialCategoryData,
  statutoryNeed,
  websiteRetargeting,
  youngPeople,
];
