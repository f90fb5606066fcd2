/** Every word a reader sees in place of an id. Neutral on purpose: it describes evidence, never intent. */
import { criterion, isCriterionId } from '../core/criteria.ts';
import { AD_LIBRARIES } from '../core/platforms.ts';
import { isPracticeId, practice } from '../core/practices.ts';
import { RULES } from '../core/rules/index.ts';
import { capitalised, platformName } from '../core/words.ts';

export { platformName };

type Words = Readonly<Record<string, string>>;

/** The words of a table, or the id with its hyphens opened where the table does not know it. */
function from(table: Words, id: string): string {
  return table[id] ?? opened(id);
}

/** `no-snapshot-at-the-time` as `no snapshot at the time`. */
export function opened(id: string): string {
  return id.replaceAll(/[-_]/g, ' ');
}

const OUTCOMES: Words = { met: 'Met', gap: 'Gap', 'cannot-tell': 'Cannot tell' };
export const outcomeWord = (id: string): string => from(OUTCOMES, id);

const SEVERITIES: Words = { urgent: 'urgent', high: 'high', medium: 'medium', low: 'low', info: 'for information' };
export const severityWord = (id: string): string => from(SEVERITIES, id);

const SEEN: Words = { seen: 'Seen', 'not-seen': 'Not seen', 'cannot-tell': 'Cannot tell' };
export const seenWord = (id: string): string => from(SEEN, id);

const DECLARED: Words = {
  declared: 'Declared',
  'not-declared': 'Not declared',
  denied: 'Declared as not used',
  'no-declaration': 'No declaration',
};
export const declaredWord = (id: string): string => from(DECLARED, id);

const TOLD: Words = {
  stated: 'Stated',
  vague: 'In general words',
  denied: 'Says it does not',
  absent: 'No mention',
  unreadable: 'Not readable',
  'no-notice': 'No notice captured',
};
export const toldWord = (id: string): string => from(TOLD, id);

const DIRECTIONS: Words = { include: 'to reach people', exclude: 'to leave people out', used: 'to reach or leave out, not shown which' };
export const directionWord = (id: string): string => from(DIRECTIONS, id);

const ROLES: Words = {
  national: 'National party',
  branch: 'Branch',
  candidate: 'Candidate',
  leader: 'Leader',
  agency: 'Agency',
};
export const roleWord = (id: string | null): string => (id === null ? 'Role not known' : from(ROLES, id));

const LEVELS: Words = {
  ad: 'Ad: the library shows it for one ad',
  'page-window': 'Page and window: the library shows it for a whole page over some days, and for no single ad',
  delivery: 'Delivery: who saw the ad, which is not who was chosen',
  declaration: 'Declaration: the party says so itself',
};
export const levelWords = (id: string): string => from(LEVELS, id);

const BASES: Words = { law: 'Law', guidance: 'Guidance', 'good-practice': 'Good practice' };
export const basisWord = (id: string): string => from(BASES, id);

const REGIMES: Words = { uk: 'UK', eu: 'EU' };
export const regimeWord = (id: string): string => from(REGIMES, id);

const CONFIDENCE: Words = {
  read: 'text read',
  part: 'read in part',
  'second-hand': 'known through another account',
  verify: 'not yet checked against the text',
};
export const confidenceWord = (id: string): string => from(CONFIDENCE, id);

const LINKS: Words = { confirmed: 'Confirmed', weak: 'Not confirmed: listed, and not used for findings' };
export const linkWord = (id: string | null): string => (id === null ? 'Not mapped' : from(LINKS, id));

const NOTICE_KINDS: Words = { privacy: 'Privacy notice', cookie: 'Cookie notice', imprint: 'Imprint', social: 'Social media notice' };
export const noticeKind = (id: string): string => from(NOTICE_KINDS, id);

const REASONS: Words = {
  absent: 'the notice does not mention it',
  'added-later': 'the notice spoke of it only in a later version',
  contradicted: 'the declaration says that it is not used, and it was seen',
  corrected: 'a later declaration corrects it',
  'covered-by-a-kind-of-recipient': 'the notice names a kind of recipient that covers it',
  'criterion-not-declared': 'the declaration does not name this kind of targeting',
  declared: 'the declaration names it',
  'declared-later': 'declared after it was first seen',
  denied: 'the notice says that it is not done',
  'denied-with-limit': 'the notice says, with a limit, that it is not done',
  'direction-not-declared': 'declared in the other direction only',
  'limited-denial': 'the notice says, within limits, that it is not done',
  named: 'the notice names it',
  'only-unspecified-seen': 'the library does not show what kind it was',
  'other-platforms-named': 'the notice names other platforms',
  'says-both': 'the notice says both that it is done and that it is not',
  'there-at-first-use': 'the notice said so when the use began',
  'kind-of-audience-not-shown': 'the library does not show which kind of audience it was',
  'no-declaration': 'no declaration stood at that time',
  'no-notice-captured': 'no notice has been captured',
  'no-snapshot-at-the-time': 'no snapshot of the notice from that time',
  'notice-unreadable': 'the notice could not be read whole',
  'platform-not-declared': 'the declaration does not name this platform',
  stated: 'the notice says so',
  'told-later': 'the notice says so since a later version',
  vague: 'the notice uses general words',
  'no-ads-seen': 'no ads seen that could show it',
  'values-not-shown': 'values that could show it are not shown',
  'coverage-partial': 'not every day or platform is covered',
  'coverage-not-known': 'what the stored copies cover is not known',
  'no-library-shows-it': 'no library shows it',
  'not-seen': 'not seen, and every day is covered',
};
export const reasonWords = (id: string): string => from(REASONS, id);

const REVISED_WORDS: Words = {
  targeting: 'Who was chosen',
  name: 'Names',
  date: 'Days',
  money: 'Money',
  delivery: 'Delivery',
  link: 'Links',
  text: 'Texts',
  presence: 'The ad as a whole',
};
/** What a field says that a library rewrote. */
export const revisedWord = (id: string): string => from(REVISED_WORDS, id);

const REVISION_KINDS: Words = {
  emptied: 'no longer shown',
  changed: 'reads otherwise',
  filled: 'shown now, empty before',
  moved: 'gives another day',
  'not-seen': 'not in the newer copy',
  'seen-again': 'in a copy again',
};
/** How two copies differ. It describes, and never says why. */
export const revisionWord = (id: string): string => from(REVISION_KINDS, id);

const MISSING: Words = {
  declaration: 'No declaration',
  notice: 'No notice captured',
  'snapshot-at-the-time': 'No snapshot from that time',
  'readable-notice': 'Notice not readable',
  coverage: 'Coverage not complete',
  'kind-of-audience': 'Kind of audience not shown',
  values: 'Values not shown',
  'declared-platform': 'Platform not named in the declaration',
};
export const missingWord = (id: string): string => from(MISSING, id);

const EVENTS: Words = {
  'finding-opened': 'A gap opened',
  'finding-closed': 'A gap closed',
  'finding-reopened': 'A gap opened again',
  'finding-changed': 'An answer changed',
  'finding-new': 'A question was answered for the first time',
  'finding-gone': 'A question no longer arises',
  'party-state': 'A party’s state changed',
  import: 'A library file was read',
  'notice-read': 'A notice was read',
  declaration: 'A declaration was filed',
  register: 'The register of parties was applied',
  'advertiser-mapped': 'A person linked an advertiser to a party',
  'advertiser-rejected': 'A person found that an advertiser belongs to no party, or not to the one it resembles',
  'copy-confirmed': 'A person let a held copy of a library in',
  'copy-rejected': 'A person turned a held copy of a library away',
};
export const eventWords = (id: string): string => (EVENTS[id] === undefined ? capitalised(opened(id)) : EVENTS[id]);

export interface StateWords {
  readonly label: string;
  readonly meaning: string;
}
/** From lowest to highest; the last stands apart. */
export const PARTY_STATES = [
  { id: 'no-declaration', label: 'No declaration', meaning: 'It has filed none, or none that can be used. Lowest: silence never pays.' },
  { id: 'declared-with-gaps', label: 'Declared, with gaps', meaning: 'It has declared, and at least one gap is open.' },
  { id: 'answered', label: 'Answered', meaning: 'Every open gap has its reply.' },
  { id: 'closed', label: 'Closed', meaning: 'No gap is open.' },
  { id: 'not-enough-evidence', label: 'Not enough evidence', meaning: 'Too little has been seen or captured to place it.' },
] as const;

export function stateWords(id: string): StateWords {
  return PARTY_STATES.find((state) => state.id === id) ?? { label: opened(id), meaning: '' };
}

export const criterionLabel = (id: string): string => (isCriterionId(id) ? criterion(id).label : id);
export const practiceLabel = (id: string): string => (isPracticeId(id) ? practice(id).label : opened(id));
export const ruleTitle = (id: string): string => RULES.find((rule) => rule.id === id)?.title ?? capitalised(opened(id));

const COMPARED: Words = {
  'declared-denial-contradicted': 'A denial in the declaration',
  'declared-not-disclosed': 'Declared, and the notice',
  'notice-denies-what-is-used': 'A denial in the notice',
  'notice-later-than-use': 'The notice at first use',
  'platform-not-declared': 'The platform, and the declaration',
  'platform-not-named': 'The platform, and the notice',
  'seen-not-declared': 'Seen, and the declaration',
  'seen-not-disclosed': 'Seen, and the notice',
};
/** A few words for what a rule compares, for any outcome; its title where it has none. */
export const comparedWords = (rule: string): string => COMPARED[rule] ?? ruleTitle(rule);

/** What an answer answers: titles of rules name the gap, so any other outcome is shown under the question. */
export function askedWords(rule: string, outcome: string | null): string {
  const question = RULES.find((one) => one.id === rule)?.question;
  return outcome === 'gap' || question === undefined ? ruleTitle(rule) : question;
}

/** What a finding is about: `Circle around a point, Snapchat`. */
export function subjectLabel(finding: {
  readonly criterion: string | null;
  readonly practice: string | null;
  readonly platform: string | null;
  readonly rule: string;
}): string {
  const what = finding.criterion ? criterionLabel(finding.criterion) : finding.practice ? practiceLabel(finding.practice) : null;
  const parts = [what ?? comparedWords(finding.rule), finding.platform ? platformName(finding.platform) : null].filter(
    (part) => part !== null,
  );
  return parts.join(', ');
}

const SHORT: Words = {
  'customer-list-matching': 'Contact lists',
  'lookalike-audience': 'Lookalikes',
  'website-retargeting': 'Site visitors',
  'engagement-audience': 'Engaged people',
  'friends-of-supporters': 'Friends',
  'interest-targeting': 'Interests',
  'demographic-targeting': 'Age and traits',
  'location-targeting': 'Place',
  'device-targeting': 'Device',
  'commercial-data': 'Bought data',
  'inferred-characteristics': 'Guesses',
  'delivery-optimisation': 'Auto\u00admation',
  'social-media-advertising': 'Social media',
  'own-audience-targeting': 'Own audience',
};
/** One or two words for the head of a narrow column; the whole label is always beside it for those who listen. */
export const practiceShort = (id: string): string => SHORT[id] ?? practiceLabel(id);

/** The name of an ad library's format; the id itself for one that is not known. */
export const adLibraryName = (id: string): string => AD_LIBRARIES.find((library) => library.id === id)?.name ?? id;
