import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open, signIn, visit } from './house.mjs';

let browser;
before(async () => { browser = await open(); });
after(() => browser.close());

test('without scripts: sign in, settings, sign out', async () => {
  const page = await visit(browser, { javaScriptEnabled: false });
  await signIn(page, 'admin@tandem.test');
  await page.goto('/office/settings');
  await page.selectOption('#language', 'it-IT');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Le impostazioni sono state salvate.').waitFor();
  await page.selectOption('#language', '');
  await page.getByRole('button', { name: 'Salva' }).click();
  await page.getByText('Your settings are saved.').waitFor();
  await page.getByRole('button', { name: /Alex Admin/ }).click();
  await page.locator('#person').getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/office/sign-in');
  assert.equal(await page.getByRole('heading', { name: 'Sign in' }).count(), 1);
  await page.leave();
});
