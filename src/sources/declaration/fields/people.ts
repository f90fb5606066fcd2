/**
 * Fields of profiling, rights, notices, what is not done, money and publishing: steps 7 to 12 of the form, in its order.
 * Columns: path | type | tier | silences (U not-used, D not-disclosed, K unknown, A not-applicable) | meaning | UK | EU | example.
 */
export const PEOPLE_FIELDS = `
# 7 Profiling, suppliers, automatic delivery
profiling | object | core | - | Whether voters are profiled or scored | K2; ICO campaigning guidance, profiling (part) | 18(1)(c) | -
profiling.done | answer | core | - | Whether it is done | - | - | false
profiling.inputs_combined | list of text(200) | core | A | What is combined | - | - | ["newsletter sign-ups", "canvass answers"]
profiling.outputs | list of text(200) | core | A | What comes out | - | - | ["likely to volunteer"]
profiling.inference_of | list of text(200) | core | A | What is guessed about people | - | - | ["support"]
profiling.automated_decision | answer | core | - | Whether a decision is made by automation alone | - | - | false
analytical_techniques | list of text(300) | full | U D | Analysis used to choose | K2 | item 15(a) | ["clustering of wards by turnout"]
suppliers | list of object | core | U D | Agencies, and suppliers of data and systems | K5; Democracy Disrupted? 3.8.2, 3.8.5 | items 5, 6, 9 | -
suppliers[].name | text(200) | core | - | Its name | - | - | "Example Mailing Ltd"
suppliers[].role | text(200) | full | - | What it does | - | - | "runs the newsletter"
suppliers[].data_given | text(500) | full | - | Data given to it | - | - | "email addresses"
suppliers[].data_received | text(500) | full | - | Data received from it | - | - | "lists of bounced addresses"
suppliers[].due_diligence_date | date | full | - | When its work was last checked | - | - | "2026-01-15"
ad_delivery_used | answer | core | - | The platform's automation chose within the audience | K3 | item 14; 3(12) | true
delivery | object | core | - | How the platform's automation was used | UK GDPR 13(2)(f) or 22A-22D (verify) | items 15(d), (e); 19(1)(c)(iv) | -
delivery.optimisation_goal | text(200) | core | - | The goal set on the platform | - | - | "link clicks"
delivery.automation | answer | core | - | Whether automation chose among people | - | - | true
delivery.ai_used | answer | core | - | Whether AI was used to choose or deliver | - | - | "unknown"
delivery.ai_role | text(500) | core | A K | What AI did | - | - | "unknown"
reach | object | full | K | How many people saw or reacted | - | items 15(g), (h) | -
reach.views | object | full | - | Views | - | - | -
reach.views.min | number from 0 | core | - | At least | - | - | 1000
reach.views.max | number from 0 | core | K | At most | - | - | 5000
reach.engagements | object | full | - | Reactions, shares and clicks | - | - | -
reach.engagements.min | number from 0 | core | - | At least | - | - | 10
reach.engagements.max | number from 0 | core | K | At most | - | - | 50
reach.as_of | date | full | - | The day of these figures | - | - | "2026-05-01"
reach.source | text(200) | full | - | Where the figures come from | - | - | "the platform's ad library"

# 8 Lawful basis, rights, and the address and words of your notice
purposes | list of object | core | - | What the data serves, each with its lawful basis | K6; ICO campaigning guidance, lawful bases (part) | 18(1)(b) | -
purposes[].purpose | text(500) | core | - | The purpose | - | - | "choosing areas for adverts"
purposes[].lawful_basis | lawful basis | core | - | Its lawful basis | - | - | "public-task"
purposes[].note | text(1000) | core | A | Why it is needed, or what the interest is | - | - | "Local information to the voters it concerns"
purposes[].art9_condition | text(200) | core | A | Condition for special category data | - | - | "substantial-public-interest"
purposes[].sch1_paragraph | text(100) | core | A | Paragraph of Schedule 1 to the Data Protection Act 2018 | - | - | "22"
controllers | list of object | core | - | Who is responsible for the data | UK GDPR 26(2) (verify); A-JOINT | item 16(a) | -
controllers[].name | text(200) | core | - | Its name | - | - | "Example Party Limited"
controllers[].contact | text(300) | core | - | How to reach it | - | - | "data@example.org"
controllers[].dpo | text(300) | core | A D | How to reach its data protection officer | - | - | "dpo@example.org"
controllers[].role | one of: sole, joint | core | - | Responsible alone or together | - | - | "joint"
controllers[].joint_with | list of text(200) | core | A D | With whom | - | - | ["Meta Platforms Ireland Limited"]
controllers[].arrangement_url | url | core | A D | Where the arrangement is explained | - | - | "https://example.org/privacy#meta"
controllers[].essence | text(2000) | core | A D | Main points of the arrangement | - | - | "We choose the audience; the platform matches it."
rights | object | core | - | Where people can use their rights | UK GDPR 13(2)(b), (c), 21(4) (verify) | items 16(b)-(d); 19(1)(e) | -
rights.rights_url | url | core | - | All rights | - | - | "https://example.org/privacy#rights"
rights.objection_url | url | core | - | To object | - | - | "https://example.org/stop"
rights.withdraw_consent_url | url | core | A | To take consent back | - | - | "https://example.org/unsubscribe"
rights.info_url | url | core | - | To learn more | - | - | "https://example.org/privacy"
retention | object | full | D K | How long data is kept | UK GDPR 13(2)(a) (verify) | - | -
retention.audience | text(200) | full | D K | The audience on the platform | - | - | "until polling day"
retention.list | text(200) | full | D K | The list it was made from | - | - | "two years"
retention.logs | text(200) | full | D K | Records of its use | - | - | "seven years"
transfers | list of object | full | U K | Data sent abroad | UK GDPR 13(1)(f) (verify) | - | -
transfers[].recipient | text(200) | core | - | Who receives it | - | - | "Example Platform Inc"
transfers[].country | place-code | core | - | Where | - | - | "US"
transfers[].safeguard | text(500) | full | - | By what safeguard | - | - | "UK addendum to the standard clauses"
dpia | object | full | D | Data protection impact assessment | A-DPIA14; UK GDPR 35 (verify) | 19(1)(d) | -
dpia.done | answer | core | - | Whether one was made | - | - | true
dpia.date | date | full | - | When | - | - | "2026-01-10"
dpia.url | url | full | - | Where it can be read | - | - | "https://example.org/dpia"
dpia.summary | text(2000) | full | - | Its main points | - | - | "Lists are scrambled before upload."
age_rule | object | core | - | The youngest people reached | ICO children's code (verify) | 18(2) | -
age_rule.minimum_age | number from 0 | core | - | Youngest age reached | - | - | 18
age_rule.voting_age | number from 0 | core | A | Voting age at this vote | - | - | 18
age_rule.method | text(300) | core | - | How it is kept | - | - | "age set on the platform"
notices | list of object | core | - | Your published notices, a privacy notice among them | K1; UK GDPR 12(1) (verify) | item 16(d) | -
notices[].kind | one of: privacy, cookie, imprint, social | core | - | What kind of notice | - | - | "privacy"
notices[].url | url | core | - | Its address | - | - | "https://example.org/privacy"
notices[].language | language | core | - | Its language | - | - | "en"
notices[].section_anchor | text(200) | core | K | The part of the page that speaks of adverts | - | - | "social-media"
notices[].quote | text(2000) | core | K | Its own words | - | - | "We give the platform a scrambled copy of your email address"
notices[].sha256_at_declaration | sha-256 | core | K | SHA-256 of the page when this file was made | - | - | "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"
imprint | object | core under uk | - | The imprint of the adverts | EA22 s.41 | - | -
imprint.text | text(1000) | core under uk | - | Its text | - | - | "Promoted by J. Example on behalf of Example Party, both of 1 High Street"
imprint.placement | one of: in-advert, one-click-away, both | core | - | Where it stands | - | - | "in-advert"
imprint.url | url | core | A | Its address, if it stands elsewhere | - | - | "not-applicable"
label | object | full | A | The label of a political advert | - | 11(1); IR 2025/1410 Annex II(1) | -
label.statement | text(500) | core | - | Its words | - | - | "Political advertisement"
label.link | url | full | - | Where it leads | - | - | "https://example.org/transparency"
consent | object | full; core under eu if personal data is used | A | How people agreed | - | 18(1)(b), 18(4) | -
consent.explicit | answer | core under eu | - | Asked in so many words | - | - | true
consent.separate | answer | core under eu | - | Asked apart from other things | - | - | true
consent.wording | text(2000) | full | - | The words used | - | - | "May we use your email address to find you on social media?"
consent.evidence_url | url | full | - | Where the form can be seen | - | - | "https://example.org/join"
consent.refusal_alternative | text(500) | full | - | What people get who refuse | - | - | "the newsletter alone"
exemption_claims | list of object | full | U | Exemptions relied on | A-DPIA14 | 18(3) | -
exemption_claims[].exemption | one of: ttpa-18-3, gdpr-14-5 | core | - | Which | - | - | "gdpr-14-5"
exemption_claims[].recipients_further_selected | answer | core | - | Whether people were chosen further | - | - | false
exemption_claims[].note | text(1000) | full | - | Why it applies | - | - | "Only our own newsletter readers"
internal_policy_url | url | full | D | Policy on the use of these techniques | A-STAFF | item 15(i); 19(1)(a) | "https://example.org/policy"
risk_assessment_url | url | full | D | Yearly assessment of risks, with results | - | 19(1)(d) | "https://example.org/risks"
other_information | text(2000) | full | - | Anything else people should know | - | item 15(j) | "Posters are not part of this file."

# 9 What you do not do
negative_statements | list of object | core | - | What you do not do; may be empty | UK GDPR 5(1)(a) (verify) | 7(1) | []
negative_statements[].criterion | any criterion | core unless practice is given | - | The kind of targeting not used | - | - | "list.third-party"
negative_statements[].practice | practice | core unless criterion is given | - | The use of data not made | - | - | "electoral-register"
negative_statements[].platforms | list of platform | core | - | On which platforms; empty means on none in particular, so on all | - | - | ["meta"]
negative_statements[].valid_from | date | core | - | First day it is true for | - | - | "2026-01-01"
negative_statements[].valid_to | date | core | - | Last day it is true for | - | - | "2026-05-07"
negative_statements[].words | text(500) | core | - | The statement in your words | - | - | "We do not use lists bought from others"

# 10 Money
amounts | object | core | D K | What was spent, in ranges | Electoral Commission returns (part) | items 5, 6, 8; 12(1)(d), (f) | -
amounts.campaign | money | core | D K | On the campaign | - | - | -
amounts.ad | money | full | D K | On each advert | - | - | -
amounts.in_kind | money | full | D K | Received in kind | - | - | -
amounts.methodology | text(1000) | full | D K | How the amounts were worked out | - | - | "Invoices of the platform"
funding_origin | object | full | D K | Where the money came from | donation rules of PPERA (verify) | item 7; 12(1)(e) | -
funding_origin.kind | one of: public, private, both | core | - | Public or private money | - | - | "private"
funding_origin.place | one of: inside, outside, both | core | - | Inside or outside the UK, or the EU | - | - | "inside"

# 12 Publish
status | one of: draft, published, withdrawn | core | - | Whether this version is public | K1 | 7(3) | "published"
published_at | time | core if published | - | When it was published | K1 | 7(3) | "2026-04-12T09:30:00+01:00"
signature | object | full | U | A signature over the file | - | - | -
signature.alg | text(100) | core | - | The method | - | - | "Ed25519"
signature.key_id | platform-id | core | - | Name of the key | - | - | "example-party-2026"
signature.value | signature | core | - | The signature | - | - | "bm90IGEgc2lnbmF0dXJl"
`;
