// Every page that is looked at: who sees it, and its address. Where that depends on what is there,
// it is found on another page: `link` on `on`, and `then` behind it.
import { PARTNER, signIn } from './house.mjs';
import { PASSWORD, enter } from './partners.mjs';

const MANAGER = 'manager@tandem.test';
const ADMINISTRATOR = 'admin@tandem.test';
const SELLER = 'salesmanager@tandem.test';
const INTEGRATOR = 'integration@tandem.test';

const of = (as, ...paths) => paths.map((path) => ({ as, path }));
const row = (on, then = '') => ({ on, link: `main table a[href^="${on.split('?')[0]}/"]`, then });

const OPEN_LEADS = '/sales/leads?view=a80528d7-5838-5708-84c7-f53aa1a9ae10';
const ALL_LEADS = '/sales/leads?view=e4313e8b-f9f7-5c44-8b96-f907fe805a20';
const OPEN_OPPORTUNITIES = '/sales/opportunities?view=e9969208-278c-5252-a252-96df6368e695';
const ALL_ACCOUNTS = '/sales/accounts?view=6c394055-ea01-5269-873d-17d64076221f';
const ALL_CONTACTS = '/sales/contacts?view=fb3c72b5-c369-5594-b53d-b8b1e7ac8207';

export const pages = [
  ...of(undefined, '/', '/terms', '/become-a-business-partner', '/sign-in', '/forgot-password', '/set-password/nonsense',
    '/requests/nonsense', '/nothing-here',
    '/office/sign-in', '/office/forgot-password', '/office/forgot-password?sent=1', '/office/set-password/nonsense'),
  ...of(PARTNER, '/', '/my-account', '/my-account/credit', '/my-account/organization-users', '/my-account/organization-users/add',
    { on: '/my-account/organization-users', link: 'main a[href$="/edit"]', then: '' }, { on: '/my-account/organization-users', link: 'main a[href$="/remove"]', then: '' },
    '/my-account/change-password'),
  ...of(MANAGER, '/office/settings', '/office/change-password', '/headquarters/nothing-here',
    '/headquarters/prospects', '/headquarters/prospects?view=undecided', '/headquarters/prospects?q=nobody+is+called+this', '/headquarters/prospects?filter=1',
    row('/headquarters/prospects'), row('/headquarters/prospects?view=approved'), row('/headquarters/prospects?view=rejected'),
    row('/headquarters/prospects?view=undecided', '/edit'), row('/headquarters/prospects?view=undecided', '/approve'), row('/headquarters/prospects?view=undecided', '/reject'),
    '/headquarters/customers', row('/headquarters/customers'),
    '/headquarters/customer-hierarchies', row('/headquarters/customer-hierarchies'),
    '/headquarters/requests', row('/headquarters/requests'),
    '/headquarters/distribution-schedule', '/headquarters/batch-jobs', '/headquarters/batch-jobs/P-0001', '/headquarters/batch-jobs/P-0001/recurrence',
    { on: '/headquarters/batch-jobs/P-0001', link: 'main a[href*="/runs/"]', then: '' },
    '/headquarters/email-history', row('/headquarters/email-history'), row('/headquarters/email-history', '/resend'),
    '/headquarters/email-templates', row('/headquarters/email-templates')),
  ...of(ADMINISTRATOR, '/headquarters/readiness', '/headquarters/readiness/turn-off', '/headquarters/number-sequences', row('/headquarters/number-sequences'), '/headquarters/legal-entities', row('/headquarters/legal-entities')),
  ...of(SELLER, OPEN_LEADS, ALL_LEADS, '/sales/leads/new', row(OPEN_LEADS), row(OPEN_LEADS, '/qualify'), row(OPEN_LEADS, '/disqualify'), row(OPEN_LEADS, '/assign'),
    OPEN_OPPORTUNITIES, '/sales/opportunities/new', row(OPEN_OPPORTUNITIES), row(OPEN_OPPORTUNITIES, '/won'), row(OPEN_OPPORTUNITIES, '/lost'),
    '/sales/pipeline', '/sales/pipeline?of=all', ALL_ACCOUNTS, row(ALL_ACCOUNTS), '/sales/accounts/new', ALL_CONTACTS, row(ALL_CONTACTS)),
  ...of(INTEGRATOR, '/dual-write/overview', '/dual-write/parked', row('/dual-write/parked'), row('/dual-write/parked', '/skip'), '/dual-write/rows', row('/dual-write/rows'), '/dual-write/activity',
    '/dual-write/maps/b2b_prospects_leads', '/dual-write/maps/customers_accounts',
    '/dual-write/solutions', '/dual-write/solutions?q=nothing', '/dual-write/solutions/commerce', '/dual-write/solutions/commerce/install', '/dual-write/solutions/commerce/install?step=consent',
    '/dual-write/solutions/commerce/health', '/dual-write/solutions/commerce/verify', '/dual-write/solutions/commerce/uninstall'),
];

// Lets a page in as whoever sees it.
export async function arrive(page, who) {
  if (who === PARTNER) {
    await page.goto('/sign-in');
    await enter(page, PARTNER, PASSWORD);
    await page.waitForURL((url) => url.pathname !== '/sign-in');
  } else if (who) {
    await signIn(page, who);
  }
}

// The address of a page, for whoever is signed in on `page`.
export async function addressOf({ path }, page) {
  if (typeof path === 'string') return path;
  await page.goto(path.on);
  const href = await page.locator(path.link).first().getAttribute('href', { timeout: 5_000 });
  return href + path.then;
}
