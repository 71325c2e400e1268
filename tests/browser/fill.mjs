// Puts partners at every step of the way into an empty demo, through the APIs. Names are invented.
import assert from 'node:assert/strict';
import { PARTNER, linkIn, mail, origin, until } from './house.mjs';
import { PASSWORD } from './partners.mjs';

const SALES = '/api/data/v9.2';
const address = (country, street, city, postalCode, state) => ({ country, street, city, postalCode, state });
const REQUESTS = [
  ['Maya', 'Okafor', 'maya@larkspur.test', 'Larkspur Kitchens', address('US', '48 Alder Street', 'Seattle', '98101', 'WA'), 'won', 'We fit kitchens in old houses and would order monthly.'],
  ['Ola', 'Nowak', 'ola@nowak.test', 'Nowak i Córki', address('PL', 'Długa 14', 'Kraków', '31-146'), 'qualified'],
  ['Giulia', 'Rossi', 'giulia@rossi.test', 'Rossi Arredi', address('IT', 'Via Garibaldi 3', 'Torino', '10122', 'TO'), 'disqualified'],
  ['Lucía', 'Moreno', 'lucia@moreno.test', 'Casa Moreno', address('ES', 'Calle de Alcalá 90', 'Madrid', '28009', 'Madrid'), 'approved'],
  ['Ana', 'Carvalho', 'ana@carvalho.test', 'Armazém Carvalho', address('BR', 'Rua XV de Novembro 700', 'Curitiba', '80020-310', 'PR'), 'qualified', 'Temos três lojas em Curitiba.'],
  ['Дарья', 'Волкова', 'darya@volkova.test', 'Чайный дом Волковой', address('RU', 'ул. Баумана, 21', 'Казань', '420111', 'Татарстан'), 'lost'],
  ['Tom', 'Hale', 'tom@hale.test', 'Hale Outfitters', address('US', '9 Pine Road', 'Denver', '80202', 'CO'), 'rejected'],
  ['Noor', 'Haddad', 'noor@meridian.test', 'Meridian Hotels', address('GB', '221 Canal Walk', 'Manchester', 'M1 4ET'), 'new'],
  ['Piotr', 'Zieliński', 'piotr@zielinski.test', 'Zieliński Gastronomia', address('PL', 'Piotrkowska 120', 'Łódź', '90-006'), 'new'],
  ['Elena', 'Greco', 'elena@greco.test', 'Trattoria Greco', address('IT', 'Corso Umberto 44', 'Napoli', '80138', 'NA'), 'new'],
  ['Sam', 'Whitfield', 'sam@whitfield.test', 'Whitfield & Daughters', address('CA', '77 Wellington Street', 'Ottawa', 'K1A 0A9', 'ON'), 'new'],
  ['Beatriz', 'Lima', 'beatriz@lima.test', 'Lima Decorações', address('BR', 'Av. Paulista 1000', 'São Paulo', '01310-100', 'SP'), 'new'],
  // Somebody who is a partner already: headquarters refuses to approve a second time, and the decision waits.
  ['Maya', 'Okafor', 'maya@larkspur.test', 'Larkspur Interiors', address('US', '50 Alder Street', 'Seattle', '98101', 'WA'), 'won'],
];

const token = await fetch(`${origin}/oauth2/v2.0/token`, {
  method: 'POST',
  body: new URLSearchParams({ grant_type: 'client_credentials', client_id: 'demo-app', client_secret: 'demo-secret' }),
}).then((reply) => reply.json());

async function api(path, body) {
  const reply = await fetch(`${origin}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { Authorization: `Bearer ${token.access_token}`, 'Content-Type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  const text = await reply.text();
  assert.ok(reply.ok, `${path}: ${reply.status} ${text}`);
  return text ? JSON.parse(text) : {};
}

const first = async (path, filter) => (await api(`${path}?$filter=${encodeURIComponent(filter)}`)).value[0];

async function decide([firstName, lastName, email, companyName, where, outcome, comments], number) {
  const sent = await fetch(`${origin}/api/v1/onboarding-requests`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      firstName, lastName, companyName, comments, address: where, acceptTerms: true,
      email, jobTitle: 'Owner', numberOfEmployees: 4 + number * 7,
    }),
  });
  assert.equal(sent.status, 202, `${companyName}: ${await sent.clone().text()}`);
  const { reference } = await sent.json();
  const prospect = await until(`prospect of ${companyName}`, () => first('/data/BusinessPartnerProspects', `RequestReference eq '${reference}'`));
  const key = `/data/BusinessPartnerProspects(dataAreaId='usmf',ProspectId='${prospect.ProspectId}')`;
  const lead = await until(`lead of ${companyName}`, () => first(`${SALES}/leads`, `tandem_b2bprospectid eq '${prospect.ProspectId}'`));
  if (outcome === 'approved') return api(`${key}/Approve`, {});
  if (outcome === 'rejected') return api(`${key}/Reject`, { Reason: 'NotEligible', Comment: 'We do not deliver there yet.' });
  if (outcome === 'disqualified') {
    return fetch(`${origin}${SALES}/leads(${lead.leadid})`, {
      method: 'PATCH',
      headers: { Authorization: `Bearer ${token.access_token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ statecode: 2, statuscode: 5 }),
    }).then((reply) => assert.ok(reply.ok, `disqualify: ${reply.status}`));
  }
  if (outcome === 'new') return undefined;
  await api(`${SALES}/leads(${lead.leadid})/Microsoft.Dynamics.CRM.QualifyLead`, { CreateAccount: true, CreateContact: true, CreateOpportunity: true, Status: 3, SuppressDuplicateDetection: true });
  const opportunity = await until(`opportunity of ${companyName}`, () => first(`${SALES}/opportunities`, `tandem_b2bprospectid eq '${prospect.ProspectId}'`));
  const close = { subject: 'Decided by phone', 'opportunityid@odata.bind': `/opportunities(${opportunity.opportunityid})` };
  if (outcome === 'won') return api(`${SALES}/WinOpportunity`, { Status: 3, OpportunityClose: close });
  if (outcome === 'lost') return api(`${SALES}/LoseOpportunity`, { Status: 4, OpportunityClose: close });
  return undefined;
}

// As the partner's administrator does it on the pages.
async function addColleagues() {
  const post = (path, fields, headers = {}) =>
    fetch(`${origin}${path}`, { method: 'POST', body: new URLSearchParams(fields), headers, redirect: 'manual' });
  const entered = await post('/sign-in', { email: PARTNER, password: PASSWORD });
  const cookie = entered.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ');
  for (const [firstName, lastName, role, spendingLimit] of [['Idris', 'Bello', 'Admin', ''], ['June', 'Park', 'User', '500']]) {
    const email = `${firstName.toLowerCase()}@larkspur.test`;
    const added = await post('/my-account/organization-users/add', { firstName, lastName, email, role, spendingLimit }, { cookie });
    assert.equal(added.status, 303, `${email} is added`);
    await mail(email, 'B2B user added');
  }
}

if (!(await api('/data/BusinessPartnerProspects?$top=1')).value.length) {
  for (const [number, request] of REQUESTS.entries()) await decide(request, number + 1);
  const link = linkIn(await mail(PARTNER, 'B2B prospect approved'), '/set-password/');
  const set = await fetch(link, { method: 'POST', body: new URLSearchParams({ password: PASSWORD }), redirect: 'manual' });
  assert.equal(set.status, 303, 'the partner has a password');
  await addColleagues();
}
