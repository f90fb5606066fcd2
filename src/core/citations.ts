/** The instruments that rules cite (law.md), each with how sure we are that it says so. Law and guidance are never blended. */
import type { Basis } from './evidence.ts';
import type { Citation } from './rule.ts';

type Confidence = Citation['confidence'];

function uk(instrument: string, pinpoint: string, basis: Basis, confidence: Confidence): Citation {
  // Addresses are added when a citation is checked, with the date of the check (law.md, section 7).
  return { instrument, pinpoint, basis, regime: 'uk', url: null, confidence };
}

/** Article of the UK GDPR: only the paragraphs of Article 14 named in law.md were read. */
export function ukGdpr(article: string, confidence: Confidence): Citation {
  return uk('UK GDPR', article, 'law', confidence);
}

/** One of the six key recommendations of November 2020 (our numbering). */
export function recommendation(code: 'K1' | 'K2' | 'K3' | 'K4' | 'K5' | 'K6'): Citation {
  return uk('ICO, announcement of 11 November 2020', `key recommendation ${code} (our numbering)`, 'guidance', 'read');
}

/** Theme of the summary report of the audits of seven parties. */
export function audits(theme: string): Citation {
  return uk('ICO, audits of UK political parties, summary report, November 2020', theme, 'guidance', 'part');
}

export function democracyDisrupted(section: string): Citation {
  return uk('ICO, Democracy Disrupted?, 11 July 2018', `section ${section}`, 'guidance', 'part');
}

export function campaigning(page: string): Citation {
  return uk('ICO, guidance for the use of personal data in political campaigning', page, 'guidance', 'part');
}

/** Paragraphs as in the text put out for consultation. They bind no one in the UK; here they are good practice to compare with. */
export function edpb(paragraphs: string): Citation {
  return uk('EDPB, Guidelines 8/2020 (consultation text, September 2020; not binding in the UK)', paragraphs, 'good-practice', 'read');
}

export const DIRECT_MARKETING = uk('ICO, direct marketing guidance', '5 December 2022', 'guidance', 'part');
export const PECR_6 = uk('Privacy and Electronic Communications Regulations 2003', 'regulation 6', 'law', 'part');

/** Article of Regulation (EU) 2024/900. Asked under the EU regime only; shown beside a rule for comparison. */
export function politicalAdvertising(article: string): Citation {
  return { instrument: 'Regulation (EU) 2024/900', pinpoint: article, basis: 'law', regime: 'eu', url: null, confidence: 'read' };
}

/** Findings of others that bind no one in the UK. */
export function comparison(decision: string, pinpoint: string, confidence: Confidence): Citation {
  return { instrument: decision, pinpoint, basis: 'good-practice', regime: 'eu', url: null, confidence };
}

/** The UK GDPR as EU law, and the UK text since. */
export const DATA_PROTECTION_LAW_FROM = '2018-05-25';
/** The ICO's announcement of its audits of political parties. */
export const RECOMMENDATIONS_FROM = '2020-11-11';
