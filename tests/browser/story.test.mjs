// The main job, from a company's request to its users, the way people do it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { choose, mail, open, origin, signIn, until, visit } from './house.mjs';
import { ask, command, decided, enter, openLead, openProspect, qualify, setPassword, somebody } from './partners.mjs';

let browser;
before(async () => { browser = await open(); });
after(() => browser.close());

test('a request becomes a partner through Sales, and the partner’s users come and go', async () => {
  const ines = somebody();
  const store = await visit(browser);
  const status = await ask(store, ines);

  const office = await visit(browser);
  await signIn(office, 'manager@tandem.test');
  await openProspect(office, ines);

  const sales = await visit(browser);
  await signIn(sales, 'seller@tandem.test');
  await openLead(sales, ines);
  await sales.getByRole('button', { name: 'Assign to me' }).click();
  await choose(sales, 'Qualify');
  await sales.waitForURL('**/sales/opportunities/*');
  await choose(sales, 'Close as Won');
  await sales.getByText('Won').first().waitFor();
  await decided(store, status, true);
  await store.getByRole('heading', { name: 'You are a business partner' }).waitFor();
  await until('the prospect says Approved', async () => {
    await office.reload();
    return office.getByRole('main').getByText('Approved', { exact: true }).first().isVisible();
  });

  await setPassword(store, ines.email, 'B2B prospect approved');
  await store.getByRole('main').getByText(ines.companyName).first().waitFor();
  const tom = ines.email.replace('ines', 'tom');
  await store.goto('/my-account/organization-users');
  await store.getByRole('link', { name: 'Add a user' }).click();
  await store.fill('#firstName', 'Tom');
  await store.fill('#lastName', 'Ferry');
  await store.fill('#email', tom);
  await store.getByRole('button', { name: 'Add a user' }).click();
  await store.getByText(tom).first().waitFor();
  const colleague = await visit(browser);
  await setPassword(colleague, tom, 'B2B user added');
  await colleague.getByRole('main').getByText(ines.companyName).first().waitFor();

  await store.goto('/my-account/organization-users');
  await choose(store, store.getByRole('link', { name: /Remove Tom Ferry/ }));
  await colleague.goto('/my-account');
  assert.equal(new URL(colleague.url()).pathname, '/sign-in', 'Tom is out at once');
  await enter(colleague, tom);
  await colleague.getByRole('alert').waitFor();
  for (const page of [store, office, sales, colleague]) await page.leave();
});

test('without scripts: a request is approved in headquarters, and its sender signs in', async () => {
  const plain = { javaScriptEnabled: false };
  const ines = somebody();
  const [store, office] = [await visit(browser, plain), await visit(browser, plain)];
  const status = await ask(store, ines);
  await signIn(office, 'manager@tandem.test');
  await openProspect(office, ines);
  await choose(office, command(office, 'approve'));
  await decided(store, status, true);
  await setPassword(store, ines.email, 'B2B prospect approved');
  for (const page of [store, office]) await page.leave();
});

for (const [route, who, reject] of [
  ['in headquarters', 'manager@tandem.test', async (page, person) => {
    await openProspect(page, person);
    await choose(page, command(page, 'reject'), firstReason);
  }],
  ['by a disqualified lead', 'seller@tandem.test', async (page, person) => {
    await openLead(page, person);
    await choose(page, command(page, 'disqualify'), firstReason);
  }],
  ['by a lost opportunity', 'seller@tandem.test', async (page, person) => {
    await qualify(page, person);
    await choose(page, command(page, 'lost'), firstReason);
  }],
]) {
  test(`a request is rejected ${route}`, async () => {
    const ines = somebody();
    const [store, office] = [await visit(browser), await visit(browser)];
    const status = await ask(store, ines);
    await signIn(office, who);
    await reject(office, ines);
    await mail(ines.email, 'B2B prospect rejected');
    await decided(store, status, false);
    await store.getByRole('heading', { name: 'We cannot work together at this time' }).waitFor();
    for (const page of [store, office]) await page.leave();
  });
}

test('won in Sales and rejected in headquarters at the same moment: one decision stands, on all sides', async () => {
  const ines = somebody();
  const [store, office, sales] = [await visit(browser), await visit(browser), await visit(browser)];
  const status = await ask(store, ines);
  await signIn(sales, 'seller@tandem.test');
  await qualify(sales, ines);
  await signIn(office, 'manager@tandem.test');
  await openProspect(office, ines);
  for (const [page, verb] of [[sales, 'won'], [office, 'reject']]) {
    await command(page, verb).click();
    await page.getByRole('dialog').waitFor();
  }
  await firstReason(office.locator('[data-dialog-body]'));
  const decide = (page) => page.locator('[data-dialog-body] button.primary').last().click();
  await Promise.all([decide(sales), decide(office)]);

  const outcome = await until('a decision', async () => {
    await store.goto(status);
    const title = await store.getByRole('heading', { level: 1 }).innerText();
    return { 'You are a business partner': 'Approved', 'We cannot work together at this time': 'Rejected' }[title];
  });
  await openProspect(office, ines);
  await office.getByRole('main').getByText(outcome, { exact: true }).first().waitFor();
  await mail(ines.email, outcome === 'Approved' ? 'B2B prospect approved' : 'B2B prospect rejected');
  const opportunity = new URL(sales.url()).pathname;
  await until('Sales says how it ended', async () => {
    await sales.goto(opportunity);
    const text = await sales.getByRole('main').innerText();
    return outcome === 'Approved' ? /\bWon\b/.test(text) : /Decision refused|\bLost\b/.test(text);
  });
  const told = await (await fetch(`${origin}/mail/messages?to=${ines.email}`)).json();
  assert.equal(told.filter(({ notificationType }) => /approved|rejected/.test(notificationType)).length, 1, 'one mail, not two');
  for (const page of [store, office, sales]) await page.leave();
});

async function firstReason(question) {
  const choice = question.locator('select[required]').first();
  if (await choice.count()) await choice.selectOption({ index: 1 });
  else await question.locator('input[type=radio][name=reason]').first().check();
}

const PLACES = {
  'pt-BR': { country: 'BR', street: 'Rua das Flores 12', city: 'Curitiba', state: 'PR', postalCode: '80010-000' },
  'es-ES': { country: 'ES', street: 'Calle Mayor 12', city: 'Madrid', state: 'Madrid', postalCode: '28013' },
  'pl-PL': { country: 'PL', street: 'Długa 12', city: 'Kraków', postalCode: '31-146' },
  'it-IT': { country: 'IT', street: 'Via Roma 12', city: 'Torino', state: 'TO', postalCode: '10121' },
  'ru-RU': { country: 'RU', street: 'ул. Садовая, 12', city: 'Казань', state: 'Татарстан', postalCode: '420111' },
};

for (const [locale, place] of Object.entries(PLACES)) {
  test(`the main path in ${locale}`, async () => {
    const { state: _, ...rest } = somebody();
    const ines = { ...rest, ...place };
    const [store, sales] = [await visit(browser, { locale }), await visit(browser, { locale })];
    await ask(store, ines);
    await signIn(sales, 'seller2@tandem.test');
    await qualify(sales, ines);
    await choose(sales, command(sales, 'won'));
    const message = await setPassword(store, ines.email, 'B2B prospect approved');
    assert.equal(message.language, locale);
    for (const page of [store, sales]) {
      assert.equal(await page.locator('html').getAttribute('lang'), locale);
      await page.leave();
    }
  });
}
