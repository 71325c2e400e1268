// The pictures of the documentation: `node screenshots.mjs FOLDER`, by `cargo xtask screenshots`.
import { PARTNER, open, phone, visit } from './house.mjs';
import { addressOf, arrive } from './pages.mjs';

const folder = process.argv[2];
const wide = { viewport: { width: 1200, height: 750 } };
const dark = { colorScheme: 'dark' };
const row = (on, text, then = '') => ({ on, link: `main table tr:has-text("${text}") a[href]`, then });
const MANAGER = 'manager@tandem.test';
const SELLER = 'salesmanager@tandem.test';
const INTEGRATOR = 'integration@tandem.test';
const OPEN_LEADS = '/sales/leads?view=a80528d7-5838-5708-84c7-f53aa1a9ae10';

const PICTURES = [
  ['store', undefined, '/'],
  ['partner-request', undefined, '/become-a-business-partner'],
  ['partner-request-phone-pl', undefined, '/become-a-business-partner', { ...phone, locale: 'pl-PL' }],
  ['organization-users', PARTNER, '/my-account/organization-users'],
  ['prospects', MANAGER, '/headquarters/prospects'],
  ['prospects-ru-dark', MANAGER, '/headquarters/prospects', { ...dark, locale: 'ru-RU' }],
  ['prospect', MANAGER, row('/headquarters/prospects', 'Meridian Hotels')],
  ['request', MANAGER, row('/headquarters/requests', 'Larkspur Kitchens')],
  ['customer-hierarchy', MANAGER, row('/headquarters/customer-hierarchies', 'Larkspur')],
  ['distribution-schedule', MANAGER, '/headquarters/distribution-schedule'],
  ['lead', SELLER, row(OPEN_LEADS, 'Meridian Hotels')],
  ['pipeline', SELLER, '/sales/pipeline?of=all'],
  ['dual-write', INTEGRATOR, '/dual-write/overview'],
  ['parked', INTEGRATOR, row('/dual-write/parked', 'PR-')],
  ['solutions', INTEGRATOR, '/dual-write/solutions/commerce'],
  ['health-check', INTEGRATOR, '/dual-write/solutions/commerce/health'],
  ['verification', INTEGRATOR, '/dual-write/solutions/commerce/verify', { verifies: true }],
  ['dual-write-phone-dark', INTEGRATOR, '/dual-write/overview', { ...phone, ...dark }],
];

const browser = await open();
for (const [name, who, path, look] of PICTURES) {
  const page = await visit(browser, { ...wide, reducedMotion: 'reduce', ...look });
  await arrive(page, who);
  await page.goto(await addressOf({ path }, page));
  if (look?.verifies) {
    await page.getByRole('button', { name: 'Send a test request' }).first().click();
    await page.getByText('Every leg holds').waitFor();
  }
  await page.screenshot({ path: `${folder}/${name}.png` });
  await page.leave();
}
await browser.close();
