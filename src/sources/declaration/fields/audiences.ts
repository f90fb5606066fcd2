/**
 * Fields of who was chosen, from what data, and of the blocks: steps 4 to 6 of the form, in its order.
 * Columns: path | type | tier | silences (U not-used, D not-disclosed, K unknown, A not-applicable) | meaning | UK | EU | example.
 */
export const AUDIENCE_FIELDS = `
# 4 Whom you chose to reach, or leave out, and why
targeting_used | answer | core | - | People were chosen or left out by personal data | K3 | item 14; 11(1)(d), 12(1)(l) | true
goals_mechanism_logic | text(2000) | core | - | In plain words: whom, whom not, why, and how | EDPB 8/2020 para 84 | item 15(d); 19(1)(c)(iii) | "We show adverts to adults where the vote was close."
audiences | list of object | core if targeting_used is true | - | Each group of people the adverts were aimed at | K3; ICO campaigning guidance, online world (part) | items 15(b), (c), (d) | -
audiences[].id | id | core | - | A short name for references inside the file | - | - | "close-wards"
audiences[].name | text(200) | core | - | What you call the audience | - | - | "Close wards"
audiences[].platforms | list of platform | core | - | Platforms on which it was used | - | - | ["meta"]
audiences[].accounts | list of platform-id | full | - | Accounts that used it | - | - | ["000000000000001"]
audiences[].period | object | core | - | When it was used, inside the campaign's period | - | - | -
audiences[].period.start | date | core | - | First day | - | - | "2026-04-12"
audiences[].period.end | date | core | - | Last day | - | - | "2026-05-07"
audiences[].criteria | list of object | core | - | Kinds of targeting with no block of their own; may be empty | - | - | -
audiences[].criteria[].criterion | criterion | core | - | The kind of targeting | K3 | 19(1)(c)(i) | "geo.postcode"
audiences[].criteria[].op | one of: include, exclude | core | - | Reach these people, or leave them out | K3 | 3(11), 19(1)(c)(iii) | "include"
audiences[].criteria[].values | list of text(200) | core unless value_policy is given | - | The places, ages or labels chosen | - | 19(1)(c)(i) | ["EX1", "EX2"]
audiences[].criteria[].value_policy | one of: all, any-from-list | core unless values are given | - | Said in place of values | - | - | "all"
audiences[].criteria[].granularity | granularity | core for geo.postcode and geo.radius | - | How small the area is: district, sector or unit; or kilometres | - | 19(1)(c)(i) | "district"
audiences[].criteria[].platform_field | object | full | K | The setting as the platform prints it | - | - | -
audiences[].criteria[].platform_field.type | text(200) | core | - | Its kind | - | - | "Interests"
audiences[].criteria[].platform_field.subtype | text(200) | full | - | Its kind within the kind | - | - | "Additional interests"
audiences[].criteria[].platform_field.label | text(200) | full | - | Its label | - | - | "Public transport"
audiences[].criteria[].reason | text(500) | core | D | Why these people; for people left out, always in words | good practice | 19(1)(c)(iii) | "Wards where the last result was close"
audiences[].criteria[].mechanism | one of: provided, observed, inferred-labelled, inferred-unlabelled, none | core | K | How the data behind it came about | EDPB 8/2020 para 36 | 19(1)(c)(iii) | "observed"

# 5 What data that needed, and where it came from
audiences[].criteria[].data_source | object | core | K | Where the data came from | A-SOURCE; UK GDPR 14(2)(f) | 18(1)(a) | -
audiences[].criteria[].data_source.kind | one of: party, platform, supplier, public | core | - | Whose data | - | - | "platform"
audiences[].criteria[].data_source.name | text(200) | core for supplier and public | - | The supplier, or the public source | - | - | "Example Data Ltd"
audiences[].criteria[].data_source.public | answer | full | - | Whether anyone can see it | - | - | false
audiences[].criteria[].data_source.collected_when | text(200) | full | - | When it was collected | - | - | "spring 2026"
audiences[].criteria[].personal_data_categories | list of text(200) | core | K | Kinds of personal data | UK GDPR 14(1)(d) | item 15(c); 19(1)(c)(ii) | ["age"]
audiences[].criteria[].special_category | object | core | - | Whether it reveals opinions, health, faith and the like | UK GDPR 9 (verify); DPA 2018 s.10(3) | 18(1)(c), recital 79 | -
audiences[].criteria[].special_category.level | one of: none, direct, proxy-acknowledged | core | - | Not at all, openly, or by hint | - | - | "none"
audiences[].criteria[].special_category.category | text(200) | core if level is not none | - | The category | - | - | "political-opinion"
audiences[].criteria[].special_category.condition | text(200) | core if level is not none | - | The condition relied on | - | - | "substantial-public-interest"

# 6 Lists, lookalikes, website visitors, engagement
audiences[].list | object, or list of object | core | U D K | Uploaded contact lists | Democracy Disrupted? 3.14; A-SHARE | 18(1) | "not-used"
audiences[].list.kind | one of: customer, member-supporter, third-party | core | - | Whose list it is | - | - | "customer"
audiences[].list.op | one of: include, exclude | core | - | Reach these people, or leave them out | - | - | "include"
audiences[].list.source_lists | list of text(200) | core | - | Names of the lists; never what is on them | - | - | ["newsletter sign-ups"]
audiences[].list.fields_uploaded | list of text(200) | core | - | Kinds of detail uploaded | - | - | ["email"]
audiences[].list.hashed | answer | core | - | Scrambled before the upload | - | - | true
audiences[].list.platform_recipients | list of text(200) | core if a list is used | - | Companies that receive it | - | - | ["Meta Platforms Ireland Limited"]
audiences[].list.refresh | text(200) | full | - | How often it is brought up to date | - | - | "weekly"
audiences[].list.suppression_of_objectors | answer | core | - | People who objected were taken off first | - | - | true
audiences[].list.lawful_basis | lawful basis | core if a list is used | - | The lawful basis, which a purpose also gives | - | - | "consent"
audiences[].list.consent_ref | text(500) | full | - | Where consent was asked | - | - | "box on the sign-up page"
audiences[].list.reason | text(500) | core | - | Why | - | - | "To find readers of the newsletter"
audiences[].list.special_category | object | core | - | Whether being on it reveals opinions, health, faith and the like | - | - | -
audiences[].list.special_category.level | one of: none, direct, proxy-acknowledged | core | - | Not at all, openly, or by hint | - | - | "none"
audiences[].list.special_category.category | text(200) | core if level is not none | - | The category | - | - | "political-opinion"
audiences[].list.special_category.condition | text(200) | core if level is not none | - | The condition relied on | - | - | "explicit-consent"
audiences[].lookalike | object | core | U D K | People who resemble others | Democracy Disrupted? 3.15 | 18(1)(c) | "not-used"
audiences[].lookalike.op | one of: include, exclude | core | - | Reach these people, or leave them out | - | - | "include"
audiences[].lookalike.seed_audience | text(200) | core | - | Whom they resemble: an audience, a list or a domain of this file | - | - | "newsletter sign-ups"
audiences[].lookalike.similarity | text(100) | full | - | How close, as the platform prints it | - | - | "1%"
audiences[].lookalike.country | place-code | core | - | In which country | - | - | "GB"
audiences[].lookalike.reason | text(500) | core | - | Why | - | - | "To reach people like our readers"
audiences[].lookalike.special_category | object | core | - | Whether it reveals opinions, health, faith and the like | - | - | -
audiences[].lookalike.special_category.level | one of: none, direct, proxy-acknowledged | core | - | Not at all, openly, or by hint | - | - | "none"
audiences[].lookalike.special_category.category | text(200) | core if level is not none | - | The category | - | - | "political-opinion"
audiences[].lookalike.special_category.condition | text(200) | core if level is not none | - | The condition relied on | - | - | "explicit-consent"
audiences[].retargeting | object | core | U D K | Visitors of a website or an app, reached again | PECR reg. 6 (part) | 18(1) | "not-used"
audiences[].retargeting.kind | one of: web, app | core | - | A website or an app | - | - | "web"
audiences[].retargeting.op | one of: include, exclude | core | - | Reach these people, or leave them out | - | - | "include"
audiences[].retargeting.pixel_ids | list of platform-id | full | - | Ids of the pixels or tags | - | - | ["000000000000002"]
audiences[].retargeting.domains | list of text(200) | core | - | Websites or apps | - | - | ["example.org"]
audiences[].retargeting.events | list of text(200) | full | - | What visitors did there | - | - | ["viewed the petition"]
audiences[].retargeting.consent_mechanism | text(500) | core | - | How visitors were asked | - | - | "choice in the cookie banner"
audiences[].retargeting.reason | text(500) | core | - | Why | - | - | "To remind people of the petition"
audiences[].engagement | object | core | U D K | People who engaged with your pages, posts or videos | ICO campaigning guidance, collecting personal data (part) | 18(1) | "not-used"
audiences[].engagement.op | one of: include, exclude | core | - | Reach these people, or leave them out | - | - | "include"
audiences[].engagement.what | text(200), or list of text(200) | core | - | With what: page, video, event | - | - | "page"
audiences[].engagement.reason | text(500) | core | - | Why | - | - | "To reach people who follow us"
`;
