/**
 * Fields of the file itself, of who speaks, and of the vote: steps 0 to 3 of the form, in its order.
 * Columns: path | type | tier | silences (U not-used, D not-disclosed, K unknown, A not-applicable) | meaning | UK | EU | example.
 */
export const CAMPAIGN_FIELDS = `
# 0 This file
schema | one of: candour-declaration/1 | core | - | The format of the file | - | - | "candour-declaration/1"
id | id | core | - | The name of this declaration, the same for all versions | K4 | IR 2026/818 (part) | "example-party-locals-2026"
version | number from 1 | core | - | The number of this version | K4 | TTPA 12(4) | 2
supersedes | number from 1 | core if version is above 1 | - | The version before | K4 | IR 2026/818 (part) | 1
correction_reason | text(500) | core if version is above 1 | - | What changed and why | K4 | TTPA 7(3) | "Added the audience used from 12 April 2026"
regimes | list of regime | core | - | The rules it is made for: uk, or eu: and a member state | - | - | ["uk"]
jurisdictions | list of place-code | core | - | Where the adverts are meant to run | - | - | ["GB-ENG"]
languages | list of language | core | - | Languages of the adverts | UK GDPR 12(1) (verify) | 12(3) | ["en"]

# 1 Who pays, who is responsible
sponsor | object | core | - | The party | EA22 s.41(3) | item 1; 12(1)(a) | -
sponsor.name | text(200) | core | - | Its name as voters know it | - | - | "Example Party"
sponsor.legal_name | text(200) | core | - | Its name in law | - | - | "Example Party Limited"
sponsor.email | email | core | - | Its email address | - | - | "data@example.org"
sponsor.postal_address | text(500) | core | - | Its postal address | - | - | "1 High Street, Exampleton EX1 1AA"
sponsor.establishment | place-code | core | - | Where it is established | - | - | "GB"
sponsor.registration | object | core | A | Its entry in a public register | - | - | -
sponsor.registration.scheme | text(100) | core | - | Which register | - | - | "uk-electoral-commission"
sponsor.registration.number | platform-id | core | - | Its number there | - | - | "PP0000"
sponsor_controller | object | full | A D K | The body that ultimately controls the sponsor | - | item 2; 12(1)(a) | -
sponsor_controller.name | text(200) | core | - | Its name | - | - | "Example Holding Limited"
sponsor_controller.postal_address | text(500) | core | - | Its postal address | - | - | "1 High Street, Exampleton EX1 1AA"
promoter | object | core under uk | - | Who causes the adverts to be published | EA22 s.39, 41(3) | - | -
promoter.name | text(200) | core under uk | - | The promoter's name | - | - | "J. Example"
promoter.postal_address | text(500) | core under uk | - | The promoter's postal address | - | - | "1 High Street, Exampleton EX1 1AA"
on_behalf_of | list of object | core under uk | A | Anyone else the adverts are published for | EA22 s.41(3)(b) | - | -
on_behalf_of[].name | text(200) | core | - | Their name | - | - | "Example Party"
on_behalf_of[].postal_address | text(500) | core | - | Their postal address | - | - | "1 High Street, Exampleton EX1 1AA"
payer | object | core | A | Who pays, if not the sponsor | EA22 s.41(3)(b) | item 3; 12(1)(b) | "not-applicable"
payer.name | text(200) | core | - | The payer's name | - | - | "Friends of Example Party"
payer.postal_address | text(500) | core | - | The payer's postal address | - | - | "1 High Street, Exampleton EX1 1AA"
other_names | list of text(200) | full | - | Other spellings used as payer on platforms | K4 | - | ["The Example Party"]
declared_by | object | core | - | Who made this file | K4 | 7(3) | -
declared_by.role | text(200) | core | - | Their role | - | - | "data protection lead"
declared_by.organisation | text(200) | core | - | Their organisation | - | - | "Example Party"
declared_by.email | email | core | - | Their email address | - | - | "data@example.org"
reply_contact | email | core | - | Where replies are handled | K4 | - | "privacy@example.org"

# 2 Which accounts
accounts | list of object | core | - | Every account that advertises | K4 | 9(1)(e) | -
accounts[].platform | platform | core | - | The platform | - | - | "meta"
accounts[].account_id | platform-id | core if no other id is given | - | Id of the advertising account | - | - | "000000000000001"
accounts[].page_id | platform-id | core if no other id is given | - | Id of the page | - | - | "000000000000001"
accounts[].handle | platform-id | core if no other id is given | - | Name of the account, such as @example | - | - | "@example"
accounts[].url | url | full | - | Address of the page | - | - | "https://www.example.com/exampleparty"
accounts[].role | one of: national, branch, candidate, agency | core | - | What the account is to the party | - | - | "national"

# 3 Which vote, which dates
campaign | object | core | - | The vote or the issue | - | items 9, 10; 12(1)(g), (h) | -
campaign.name | text(200) | core | - | What it is called | - | - | "Local elections 2026"
campaign.kind | one of: election, referendum, recall, issue | core | - | What is decided | - | - | "election"
campaign.level | text(100) | core | - | Such as local, regional or national | - | - | "local"
campaign.polling_date | date | core | A | Polling day | - | - | "2026-05-07"
campaign.official_info_url | url | core | A | Official information on the vote | - | - | "https://www.example.gov.uk/elections"
period | object | core | - | When the adverts run | - | items 4, 15(f); 12(1)(c), 19(1)(c)(v) | -
period.start | date | core | - | First day | - | - | "2026-04-01"
period.end | date | core | K | Last day | - | - | "2026-05-07"
valid_from | date | core | - | First day this version stands for | K1 | 12(1)(c) | "2026-04-12"
valid_to | date | core | K | Last day it stands for | - | 12(1)(c) | "2026-05-07"
ad_library_urls | list of url | core | K | Where the adverts can be seen | - | item 11; 12(1)(i) | ["https://www.example.com/ads/library"]
repository_urls | list of url | full | A K | Where the adverts stand in the European repository | - | item 11; 12(1)(i) | -
notify_url | url | full | A | Where to report a problem with an advert | - | item 12; 12(1)(j), 15 | "https://example.org/report"
previous_suspension | object | full | K | Whether an earlier version was suspended or stopped | - | item 13; 12(1)(k) | -
previous_suspension.was | answer | core | - | Whether it was | - | - | false
previous_suspension.which | text(500) | full | - | Which adverts | - | - | "The video of 2 April 2026"
previous_suspension.why | text(500) | full | - | Why | - | - | "The label was missing"
`;
