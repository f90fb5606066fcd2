/** What the texts of the vocabulary rest on: pinpoints in law and guidance, each with how sure we are that it says so. */
import type { Recommendation } from './evidence.ts';
import type { Citation } from './rule.ts';

/** A pinpoint in an instrument, ready for a page. */
export interface Reference {
  readonly text: string;
  /** The same marks as a rule's citation: `verify` is general knowledge that nobody has checked yet. */
  readonly confidence: Citation['confidence'];
}

/** One of the six key recommendations (our numbering). The announcement was read. */
export function recommended(code: Recommendation): Reference {
  return { text: `ICO, announcement of 11 November 2020, key recommendation ${code} (our numbering)`, confidence: 'read' };
}

/** Theme of the summary report of the audits of political parties; the theme's name is ours. */
export function audited(theme: string): Reference {
  return { text: `ICO, audits of UK political parties, summary report, November 2020: ${theme}`, confidence: 'part' };
}

/** Section of "Democracy Disrupted?". */
export function democracyDisrupted(section: string): Reference {
  return { text: `ICO, Democracy Disrupted?, 11 July 2018, section ${section}`, confidence: 'part' };
}

/** Page of the ICO's guidance for the use of personal data in political campaigning. */
export function campaigning(page: string): Reference {
  return { text: `ICO, guidance on political campaigning: ${page}`, confidence: 'part' };
}

/** Paragraphs of the EDPB's guidelines on targeting, counted as in the text put out for consultation. They bind no one in the UK. */
export function edpb(paragraphs: string): Reference {
  return { text: `EDPB, Guidelines 8/2020 (consultation text, September 2020), ${paragraphs}`, confidence: 'read' };
}

/** Article of the UK GDPR. Only some paragraphs of Article 14 were read. */
export function ukGdpr(article: string, confidence: Reference['confidence']): Reference {
  return { text: `UK GDPR, ${article}`, confidence };
}

/** Section or schedule of the Data Protection Act 2018. */
export function dpa(section: string, confidence: Reference['confidence']): Reference {
  return { text: `Data Protection Act 2018, ${section}`, confidence };
}

/** Regulation (EU) 2024/900 on political advertising. */
export function politicalAdvertising(article: string): Reference {
  return { text: `Regulation (EU) 2024/900, ${article}`, confidence: 'read' };
}

export const PECR_6: Reference = { text: 'Privacy and Electronic Communications Regulations 2003, regulation 6', confidence: 'part' };
export const DIRECT_MARKETING: Reference = { text: 'ICO, direct marketing guidance, 5 December 2022', confidence: 'part' };
export const CHILDRENS_CODE: Reference = { text: "ICO, Children's code", confidence: 'verify' };
export const AUTOMATED_DECISIONS: Reference = ukGdpr('Articles 22A to 22D, from 5 February 2026', 'second-hand');
export const TRANSPARENCY_60: Reference = {
  text: 'Article 29 Working Party, WP260 rev.01, guidelines on transparency, paragraph 60',
  confidence: 'second-hand',
};
