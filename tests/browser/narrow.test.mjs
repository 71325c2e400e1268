// Every page that links lead to, on a phone, in the languages with the longest words: none is wider
// than the window.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PARTNER, open, phone, visit } from './house.mjs';
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
before(async () => { browser = await open(); });
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
