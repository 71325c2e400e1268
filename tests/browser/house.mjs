// What every story needs: a browser, people who sign in, mails that were sent, patience.
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

export const origin = process.env.TANDEM_TEST_ORIGIN;
const PASSWORD = 'tandem-demo';
const PATIENCE = 20_000;

// People of the demo, and where each begins.
export const people = {
  'admin@tandem.test': '/headquarters/',
  'manager@tandem.test': '/headquarters/',
  'credit@tandem.test': '/headquarters/',
  'seller@tandem.test': '/sales/',
  'seller2@tandem.test': '/sales/',
  'salesmanager@tandem.test': '/sales/',
  'integration@tandem.test': '/dual-write/',
};

// A partner of the filled demo: the administrator of an organization.
export const PARTNER = 'maya@larkspur.test';

export const desktop = { viewport: { width: 1440, height: 900 } };
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };

// A browser for one file of stories. What it shows is kept by nobody else.
export async function open() {
  assert.ok(origin, 'run this by `cargo xtask browser`');
  return chromium.launch({
    executablePath: process.env.TANDEM_TEST_CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

// A page of somebody new. What goes wrong in its scripts, or is refused by the page's own policy,
// fails the story when the page is closed.
export async function visit(browser, options = {}) {
  const context = await browser.newContext({ baseURL: origin, locale: 'en-US', ...desktop, ...options });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) faults.push(message.text());
  });
  page.leave = async () => {
    await context.close();
    assert.deepEqual(faults, [], 'the pages raised no errors');
  };
  return page;
}

export async function signIn(page, email, password = PASSWORD) {
  await page.goto('/office/sign-in');
  await page.fill('#email', email);
  await page.fill('#password', password);
  await Promise.all([page.waitForURL((url) => url.pathname !== '/office/sign-in'), page.press('#password', 'Enter')]);
}

// Asks until the answer is there: work between the applications takes its time.
export async function until(what, ask, patience = PATIENCE) {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    assert.ok(Date.now() < end, `waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

// The mail of this kind to this address, once it was sent.
export async function mail(to, kind) {
  const messages = async () => (await fetch(`${origin}/mail/messages?to=${encodeURIComponent(to)}`)).json();
  return until(`“${kind}” to ${to}`, async () => (await messages()).find((one) => one.notificationType === kind));
}

// The first address in a mail that begins like this.
export function linkIn(message, path) {
  const link = message.text.match(new RegExp(`${origin}${path}\\S+`));
  assert.ok(link, `${message.subject} has a link to ${path}`);
  return link[0];
}

// A verb that asks before it acts: its command, then the last button of what it asks, in a dialog
// or, without scripts, on a page.
export async function choose(page, verb, answer = async () => {}) {
  await (typeof verb === 'string' ? page.getByRole('link', { name: verb }).first() : verb.first()).click();
  const question = page.locator('[data-dialog-body]');
  await question.waitFor();
  await answer(question);
  const done = page.waitForResponse((response) => response.request().method() === 'POST');
  await question.locator('button.primary, button.danger').last().click();
  const status = (await done).status();
  assert.equal(status, 303, `not refused: ${status === 303 || await question.innerText()}`);
  await question.waitFor({ state: 'detached' });
}

// Waits until a list has a row of this name, and opens it.
export async function openRow(page, list, name) {
  const address = `${list}${list.includes('?') ? '&' : '?'}q=${encodeURIComponent(name)}`;
  const link = page.getByRole('table').getByRole('link', { name }).first();
  await until(`${name} in ${list}`, async () => {
    await page.goto(address);
    return link.isVisible();
  });
  await link.click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}
