/** Statements that say nothing about what this party does: definitions, rights, quotes of the law, other people's practices. */
import type { Statement } from './statement.ts';

export type Aside = 'definition' | 'right' | 'law' | 'others' | 'question' | 'choice';

const DEFINITION =
  /^(?:"?(?:personal (?:data|information)|profiling|processing|a?n? ?(?:data )?(?:controller|processor|subject|protection officer)|(?:the )?data (?:controller|processor|subject|protection officer)|a cookie|cookies|special categor(?:y|ies)(?: of)?(?: personal)?(?: data)?|pseudonymi[sz]ation|anonymi[sz]ation|consent|recipient|third party|(?:a )?(?:supervisory authority|dpo)|data|a lookalike audience|the gdpr|usage data|service providers?|account|device|affiliate|you|service)"? (?:\([^)]{0,60}\) )?(?:means?|is (?:any|a|an|data|information|the|when|where|someone|defined)\b|are (?:any|small|text|files|data|pieces|tiny|alphanumeric|people)\b|refers? to|includes? (?:a|any)|covers|that identif))|^(?:data|information) (?:that|which) (?:identif|relates)|^what (?:is|are) /;
const RIGHT =
  /\b(?:you|individuals|people|data subjects|voters|everyone|users?) (?:also |may |will |do |can |all |may also )?(?:have|has|had|enjoy) (?:\w+ ){0,3}rights?\b|\bthe right (?:to|not|of)\b|^(?:the )?rights? (?:to|of|in relation|related|concerning|not)\b|^not (?:to )?be (?:subject|profiled)|\bright not to\b|\byour rights?\b/;
const RIGHTS_HEADING = /\b(?:your|individual|data subject|legal|the) (?:\w+ ){0,3}rights?\b|^rights?\b|\brights of\b|\brights under\b/;
const LAW =
  /\b(?:the (?:law|act|gdpr|regulations?|legislation)|data protection law|article \d+) (?:\w+ )?(?:says|allows?|lets|permits?|requires|states|gives|provides|defines)\b|\b(?:must|should) (?:only |not )?be (?:\w+ed|kept|sent|held)\b|^(?:under|according to) (?:the (?:law|act)|data protection law|article)/;
const OTHERS =
  /^(?:some|many|most|other|certain) (?:companies|organisations|parties|websites|sites|people|campaigns?|third parties|browsers)\b|\b(?:its|their) own (?:adverts?|ads|privacy (?:policy|policies|notices?|practices)|policy|policies|terms)\b|\b(?:has|have) (?:its|their) own (?:privacy|notices?|policies)|\bnot responsible for\b/;
const OUR = /\b(?:we|us|our|your|you)\b/;
const CHOICE =
  /\b(?:tell us|let us know|write to us|contact us|ask us|email us|you can ask|you may ask|inform us) (?:\w+ )?(?:if|that|to stop|not to|when|whether|should)\b|\bif you (?:do not|would rather|would prefer|no longer|object)\b|\b(?:to|can|may|could|wish to|want to) (?:opt[- ]out|unsubscribe|object|stop|switch off|turn off|change what)\b|\byou can(?: also)? (?:control|manage|choose|adjust|set|change)\b|\bopt(?:ing)?[- ]?out (?:of|page)\b/;

/** Why a statement is no disclosure of a use, or `null` when it may be one. */
export function asideOf(s: Statement): Aside | null {
  const own = s.text.slice(s.own);
  if (own.endsWith('?') && s.own === 0) return 'question';
  // Half a sentence may define and the other half disclose: "X means ...; we do this".
  const discloses = /[;,] (?:and |which )?we (?:do|use|also|may|will|then)\b/.test(own);
  if (DEFINITION.test(own) && !discloses) return 'definition';
  if (RIGHT.test(s.text) && !/\bwe (?:use|share|profile|combine|collect|process|match|send|may|will)\b(?! not)/.test(own)) return 'right';
  if (s.headings.some((h) => RIGHTS_HEADING.test(h)) && !/\b(?:we|our)\b/.test(own)) return 'right';
  if (CHOICE.test(own)) return 'choice';
  if (OTHERS.test(own) && !/\bwe (?:share|give|pass|send|upload|use|work|provide)\b/.test(own)) {
    if (/^(?:some|many|most|other|certain) /.test(own) ? !OUR.test(own.slice(own.indexOf(' '))) : true) return 'others';
  }
  if (LAW.test(own) && !/\b(?:we|us|our)\b/.test(own)) return 'law';
  return null;
}
