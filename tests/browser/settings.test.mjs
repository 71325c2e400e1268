import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open, signIn, visit } from './house.mjs';

let browser;
before(async () => { browser = await open(); });
after(() => browser.close());

test('language and time zone are somebody’s own', async () => {
  const page = await visit(browser);
  await signIn(page, 'credit@tandem.test');
  await page.goto('/office/settings');
  await page.selectOption('#language', 'pl-PL');
  await page.fill('#zone', 'europe/warsaw');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Ustawienia zostały zapisane.').waitFor();
  assert.equal(await page.inputValue('#zone'), 'Europe/Warsaw');
  assert.equal(await page.locator('html').getAttribute('lang'), 'pl-PL');
  await page.selectOption('#language', '');
  await page.fill('#zone', 'UTC');
  await page.getByRole('button', { name: 'Zapisz' }).click();
  await page.getByText('Your settings are saved.').waitFor();
  await page.leave();
});

test('signing out everywhere ends the other browser too', async () => {
  const [here, there] = [await visit(browser), await visit(browser)];
  for (const page of [here, there]) {
    await signIn(page, 'seller2@tandem.test');
    await page.goto('/office/settings');
  }
  await here.getByRole('button', { name: 'Sign out everywhere' }).click();
  await here.getByText('You are signed out everywhere.').waitFor();
  await there.reload();
  assert.equal(new URL(there.url()).pathname, '/office/sign-in');
  await here.leave();
  await there.leave();
});
