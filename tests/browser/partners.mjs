// The steps of the main job, each as somebody does it, in any language, with or without scripts.
import { choose, linkIn, mail, openRow, signIn, until } from './house.mjs';

export const PASSWORD = 'four plain words here';

// Somebody with a company. The mark keeps stories apart that are told on the same demo.
let count = 0;
export function somebody(more = {}) {
  count += 1;
  const mark = `${Date.now().toString(36)}${count}`;
  return {
    firstName: 'Ines', lastName: `Halloran-${mark}`, email: `ines.${mark}@harbour.test`, companyName: `Harbour & Hill ${mark}`,
    country: 'US', street: '12 Dock Road', city: 'Portland', state: 'OR', postalCode: '97201', ...more,
  };
}

// A visitor of the store sends a request; gives the address of its private page.
export async function ask(page, person) {
  await page.goto('/');
  await page.getByRole('main').locator('a[href="/become-a-business-partner"]').first().click();
  const { country, ...texts } = person;
  await page.selectOption('#country', country);
  const refresh = page.locator('button[name=refresh]');
  if (await refresh.isVisible()) await refresh.click();
  for (const [name, text] of Object.entries(texts)) await page.fill(`#${name}`, text);
  await page.check('#acceptTerms');
  await page.locator('form.shop-card button.primary').click();
  await page.waitForURL('**/requests/*/confirmation');
  await page.getByRole('main').locator('a.button.primary').click();
  await page.waitForURL(/\/requests\/[^/]+$/);
  return page.url();
}

// The view of everybody's open leads. Its name differs by language, its id does not.
const OPEN_LEADS = '/sales/leads?view=a80528d7-5838-5708-84c7-f53aa1a9ae10';

export async function openLead(page, person) {
  await openRow(page, OPEN_LEADS, `${person.firstName} ${person.lastName}`);
}

export const command = (page, verb) => page.locator(`a.command[href$="/${verb}"]`);

export async function qualify(page, person) {
  await openLead(page, person);
  await choose(page, command(page, 'qualify'));
  await page.waitForURL('**/sales/opportunities/*');
}

export async function openProspect(page, person) {
  await openRow(page, '/headquarters/prospects', person.companyName);
}

// Waits until the private page says that it is decided.
export async function decided(page, status, isApproved) {
  await until(`${isApproved ? 'approval' : 'refusal'} on the private page`, async () => {
    await page.goto(status);
    return page.locator('[aria-current=step], [data-step=done]').last().isVisible()
      && (await page.locator('a[href="/sign-in"].primary').count() > 0) === isApproved
      && (isApproved || await page.locator('[aria-current=step]').count() === 0);
  });
}

// Follows the link of the mail, sets the password, and is in.
export async function setPassword(page, email, kind) {
  const message = await mail(email, kind);
  await page.goto(linkIn(message, '/set-password/'));
  await page.fill('#password', PASSWORD);
  await page.locator('form button.primary').click();
  await page.waitForURL((url) => !url.pathname.startsWith('/set-password'));
  if (new URL(page.url()).pathname === '/sign-in') await enter(page, email);
  await page.waitForURL((url) => url.pathname === '/my-account');
  return message;
}

export async function enter(page, email) {
  await page.fill('#email', email);
  await page.fill('#password', PASSWORD);
  await page.press('#password', 'Enter');
}
