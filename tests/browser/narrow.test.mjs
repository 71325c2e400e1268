// Every page that links lead to, on a phone, in the languages with the longest words: none is wider
// than the window.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PARTNER, open, origin, phone, until, visit } from './house.mjs';
import { arrive } from './pages.mjs';

const PEOPLE = [
  [undefined, '/'],
  [PARTNER, '/my-account'],
  ['manager@tandem.test', '/headquarters/'],
  ['salesmanager@tandem.test', '/sales/'],
  ['integration@tandem.test', '/dual-write/'],
];
// Pages of one kind that are looked at: a new row and an old one.
const ALIKE_MAX = 2;
const PAGES_MAX = 400;

let browser;
before(async () => {
  browser = await open();
  await askAtLength();
});
after(() => browser.close());

for (const locale of ['ru-RU', 'pl-PL']) {
  test(`no page is wider than a phone: ${locale}`, async () => {
    const faults = [];
    const people = [...PEOPLE];
    // Both processors have something to do.
    const lane = async () => {
      for (let next = people.shift(); next; next = people.shift()) faults.push(...await crawl(locale, ...next));
    };
    await Promise.all([lane(), lane()]);
    assert.deepEqual(faults, []);
  });
}

// A request whose names are as long as may be, without a place to break them: the newest of every list.
async function askAtLength() {
  const word = (length) => 'Шварценбергштрассе'.repeat(15).slice(0, length);
  const sent = await fetch(`${origin}/api/v1/onboarding-requests`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      firstName: word(50), lastName: word(50), email: `${'m'.repeat(64)}@${'d'.repeat(30)}.test`,
      companyName: word(100), jobTitle: word(100), website: `https://${'w'.repeat(60)}.test/${'p'.repeat(100)}`, numberOfEmployees: 999999,
      address: { street: word(250), city: word(80), state: word(50), postalCode: 'SW1A 1AA', country: 'GB' },
      comments: word(250).repeat(8), acceptTerms: true,
    }),
  });
  assert.equal(sent.status, 202, await sent.text());
  const page = await visit(browser);
  await arrive(page, 'salesmanager@tandem.test');
  await until('the lead with the long name', async () => {
    await page.goto(`/sales/search?q=${encodeURIComponent(word(40))}`);
    return page.getByRole('link', { name: word(50) }).first().isVisible();
  });
  await page.leave();
}

async function crawl(locale, who, home) {
  const page = await visit(browser, { ...phone, locale, reducedMotion: 'reduce' });
  await arrive(page, who);
  const [queue, seen, alike, faults] = [[home], new Set([home]), new Map(), []];
  let looked = 0;
  for (let address = queue.shift(); address; address = queue.shift()) {
    const kind = kindOf(address);
    alike.set(kind, (alike.get(kind) ?? 0) + 1);
    if (alike.get(kind) > ALIKE_MAX) continue;
    assert.ok((looked += 1) <= PAGES_MAX, 'the house has an end');
    const reply = await page.goto(address, { waitUntil: 'domcontentloaded' });
    if (!reply.ok()) faults.push(`${address} answers ${reply.status()}`);
    const { language, over, links } = await page.evaluate(() => ({
      language: document.documentElement.lang,
      over: document.documentElement.scrollWidth - innerWidth,
      links: [...document.querySelectorAll('a[href^="/"]')].map((link) => link.getAttribute('href').split('#')[0]),
    }));
    if (language !== locale) faults.push(`${address} is in ${language}`);
    if (over > 0) faults.push(`${address}: ${over} px wider than the window`);
    for (const link of links) {
      if (!seen.has(link) && !link.includes('csv')) queue.push(link);
      seen.add(link);
    }
  }
  assert.ok(looked > 3, `${home} leads somewhere`);
  await page.leave();
  return faults;
}

// `/sales/leads/{id}?view`: a list is as wide in every order.
function kindOf(address) {
  const url = new URL(address, 'http://x');
  const path = url.pathname.split('/').map((part) => (/\d/.test(part) ? '{id}' : part)).join('/');
  const names = [...url.searchParams.keys()].filter((name) => !['sort', 'desc', 'view'].includes(name));
  return `${path}?${names.sort().join('&')}`;
}
